//! One pack for each commit, and many small ones gathered, beside a git that looks on.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use super::{Playground, file_change, new_complaint, pen, pen_later};
use crate::register::files;

/// So many commits make the next one gather their packs.
const MANY: usize = 16;

impl Playground {
    /// The names of the files of packs with an ending.
    fn packs(&self, ending: &str) -> BTreeSet<String> {
        let entries = fs::read_dir(self.path(".git/objects/pack")).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
        names.filter(|name| name.ends_with(ending)).collect()
    }

    fn loose_objects(&self) -> usize {
        let counted = self.git(&["count-objects"]);
        counted.split(' ').next().and_then(|count| count.parse().ok()).expect("a number")
    }

    /// Commits a complaint while somebody holds the branch, and runs git when the objects are there.
    fn commit_beside(&self, arguments: &[&str]) {
        self.write_file(".git/refs/heads/main.lock", "");
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let is_there = || {
                    (0..5000).any(|_| {
                        std::thread::sleep(Duration::from_millis(1));
                        !self.packs(".keep").is_empty()
                    })
                };
                assert!(is_there(), "no pack is kept");
                self.git(arguments);
                fs::remove_file(self.path(".git/refs/heads/main.lock")).expect("a lock");
            });
            new_complaint(&self.register()).expect("a commit");
        });
    }

    /// Commits so many complaints that there are as many packs.
    fn fill(&self, packs: usize) {
        while self.packs(".pack").len() < packs {
            new_complaint(&self.register()).expect("a commit");
        }
    }
}

#[test]
fn a_commit_adds_one_pack_and_no_loose_object() {
    let playground = Playground::with_register();
    let (packs, loose) = (playground.packs(".pack").len(), playground.loose_objects());
    new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.packs(".pack").len(), packs + 1);
    assert_eq!(playground.packs(".idx").len(), packs + 1);
    assert_eq!(playground.loose_objects(), loose);
    playground.assert_clean();
}

#[test]
fn many_small_packs_become_one_and_all_that_was_in_them_stays() {
    let playground = Playground::with_register();
    playground.fill(MANY);
    let before = playground.git(&["rev-list", "--objects", "HEAD"]);
    new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.packs(".pack").len(), 1);
    assert_eq!(playground.packs(".idx").len(), 1);
    let after = playground.git(&["rev-list", "--objects", "HEAD"]);
    assert!(before.lines().all(|line| after.contains(line)));
    playground.assert_clean();
}

#[test]
fn small_packs_and_larger_ones_are_gathered_each_among_themselves() {
    let playground = Playground::with_register();
    let register = playground.register();
    // Hard to pack, so that a commit is larger than what counts as small.
    let long = |number: u64| -> String { (0..9000).map(|line| (line * 0x9E37_79B9 + number).to_string()).collect() };
    let texts = (0..40).map(|number| if number % 2 == 0 { number.to_string() } else { long(number) });
    for (minute, text) in (0..).zip(texts) {
        register.write(pen_later(minute), file_change("notes.txt", &text)).expect("a commit");
    }
    assert!(playground.packs(".pack").len() < MANY, "{:?}", playground.packs(".pack"));
    playground.assert_clean();
    assert_eq!(playground.git(&["rev-list", "--count", "HEAD"]).trim(), "41");
}

#[test]
fn a_pack_that_is_kept_stays() {
    let playground = Playground::with_register();
    playground.fill(MANY - 1);
    let kept = playground.packs(".pack").pop_first().expect("a pack");
    let mark = kept.replace(".pack", ".keep");
    playground.write_file(&format!(".git/objects/pack/{mark}"), "");
    playground.fill(MANY + 1);
    new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.packs(".pack").len(), 2);
    assert!(playground.packs(".pack").contains(&kept));
    playground.assert_clean();
}

#[test]
fn nothing_is_gathered_while_git_tidies_up_or_has_an_index_over_all_packs() {
    let playground = Playground::with_register();
    playground.fill(MANY);
    for mark in [".git/gc.pid", ".git/objects/maintenance.lock", ".git/objects/pack/multi-pack-index"] {
        if mark.ends_with("index") {
            playground.git(&["multi-pack-index", "write"]);
        } else {
            playground.write_file(mark, "1 elsewhere");
        }
        let before = playground.packs(".pack");
        new_complaint(&playground.register()).expect("a commit");
        assert!(playground.packs(".pack").is_superset(&before), "{mark}");
        assert_eq!(playground.packs(".pack").len(), before.len() + 1, "{mark}");
        fs::remove_file(playground.path(mark)).expect("the mark");
    }
    new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.packs(".pack").len(), 1);
    playground.assert_clean();
}

#[test]
fn a_damaged_pack_is_left_where_it_is() {
    let playground = Playground::with_register();
    let of_init = playground.packs(".pack");
    playground.fill(of_init.len() + 1);
    let harmed = playground.packs(".pack").difference(&of_init).next().expect("a pack").clone();
    playground.fill(MANY);
    let place = playground.path(&format!(".git/objects/pack/{harmed}"));
    let mut bytes = fs::read(&place).expect("a pack");
    bytes[20] ^= 1;
    fs::remove_file(&place).expect("a pack");
    fs::write(&place, &bytes).expect("a pack");
    playground.fill(MANY + 1);
    new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.packs(".pack").len(), 2);
    assert_eq!(fs::read(&place).expect("a pack"), bytes);
}

#[test]
fn a_pack_that_is_written_again_is_not_taken_for_one_that_is_gathered() {
    let playground = Playground::with_register();
    playground.fill(MANY);
    let again = || playground.register().write(pen(), file_change("notes.txt", "the same\n"));
    let small = playground.packs("");
    let kept: Vec<_> =
        small.iter().map(|name| (name, fs::read(playground.path(&format!(".git/objects/pack/{name}"))))).collect();
    again().expect("a commit");
    let large = playground.packs(".pack");
    for (name, bytes) in kept {
        fs::write(playground.path(&format!(".git/objects/pack/{name}")), bytes.expect("a file")).expect("a file");
    }
    playground.git(&["reset", "-q", "--hard", "HEAD~1"]);
    again().expect("the same commit");
    assert_eq!(playground.packs(".pack"), large);
    playground.assert_clean();
}

#[test]
fn somebody_who_reads_meanwhile_finds_all() {
    let playground = Playground::with_register();
    playground.fill(MANY);
    // Knows the packs as they are now, and opens each when it is asked for something in it.
    let reader = playground.register();
    let tip = reader.store.head_commit().expect("no fault").expect("a commit");
    new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.packs(".pack").len(), 1);
    assert!(reader.store.tree_of(tip).is_ok());
    for line in playground.git(&["rev-list", "HEAD"]).lines() {
        let commit = crate::register::git::ObjectId::parse(line).expect("a name");
        assert!(reader.store.tree_of(commit).is_ok(), "{line}");
    }
}

#[test]
fn what_git_packs_itself_goes_on_with_ours() {
    let playground = Playground::with_register();
    for round in 0..2 {
        playground.fill(MANY / 2);
        playground.git(&["gc", "-q", "--prune=now"]);
        playground.assert_clean();
        assert!(playground.packs(".pack").len() <= 2, "round {round}");
    }
}

#[test]
fn git_throws_nothing_away_that_no_branch_leads_to_yet() {
    let playground = Playground::with_register();
    // In the middle of a write, when the objects are there and the branch is not.
    let script = "#!/bin/sh\nunset GIT_INDEX_FILE\ngit repack -a -d -q && git prune --expire=now\n";
    playground.write_file(".git/hooks/commit-msg", script);
    files::make_executable(&playground.path(".git/hooks/commit-msg")).expect("a mode");
    new_complaint(&playground.register()).expect("a commit");
    playground.assert_clean();
    assert_eq!(playground.packs(".keep").len(), 0);
}

#[test]
fn git_throws_nothing_away_while_the_branch_is_held_by_somebody() {
    let playground = Playground::with_register();
    playground.commit_beside(&["repack", "-a", "-d", "-q"]);
    playground.assert_clean();
    assert_eq!(playground.packs(".keep").len(), 0);
}

#[test]
fn what_a_killed_command_left_of_a_pack_is_removed_and_what_a_person_keeps_stays() {
    let playground = Playground::with_register();
    let ours = ["pack-1.keep", "pack-1.pack"];
    playground.write_file(".git/objects/pack/pack-1.keep", "complaints\n");
    playground.write_file(".git/objects/pack/pack-1.pack", "words of a caller");
    playground.write_file(".git/objects/pack/pack-2.keep", "");
    playground.write_file(".git/objects/pack/pack-2.pack", "words of a person");
    new_complaint(&playground.register()).expect("a commit");
    let left = playground.packs("");
    assert!(ours.iter().all(|name| !left.contains(*name)), "{left:?}");
    assert!(["pack-2.keep", "pack-2.pack"].iter().all(|name| left.contains(*name)), "{left:?}");
}

#[test]
fn a_pack_that_git_begins_to_care_for_meanwhile_stays() {
    let playground = Playground::with_register();
    playground.fill(MANY);
    let before = playground.packs(".pack");
    playground.commit_beside(&["multi-pack-index", "write"]);
    assert!(playground.packs(".pack").is_superset(&before));
    playground.git(&["multi-pack-index", "verify"]);
    playground.assert_clean();
}
