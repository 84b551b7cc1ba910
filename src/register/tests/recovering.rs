//! What the next command makes of a write that was killed at each of its steps.

use std::fs;

use super::{FIRST, Playground, environment, file_change, new_complaint, path, pen};
use crate::domain::reference::Reference;
use crate::register::Register;
use crate::register::attempt::Writing;
use crate::register::change::WriteError;
use crate::register::git::{Entry, ObjectId};
use crate::register::journal::{Pending, PendingFile};
use crate::register::layout::RecordPath;
use crate::register::lock::IndexLock;
use crate::register::{files, recovery};

const SECOND: &str = "complaints/1405/08/1405-01-0002-5.yaml";

/// How far a killed write had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Killed {
    Locked,
    Journaled,
    Indexed,
    BranchLocked,
    Branched,
    Written,
}

const ALL: [Killed; 6] =
    [Killed::Locked, Killed::Journaled, Killed::Indexed, Killed::BranchLocked, Killed::Branched, Killed::Written];

/// Leaves a register as a write of its first complaint leaves it that is killed.
fn killed(point: Killed) -> Playground {
    let playground = Playground::with_register();
    let register = playground.register();
    let commit_of = |revision: &str| ObjectId::parse(playground.git(&["rev-parse", revision]).trim()).expect("an id");
    let old = commit_of("HEAD");
    new_complaint(&register).expect("a commit");
    let new = commit_of("HEAD");
    let index_with_it = fs::read(playground.path(".git/index")).expect("an index");
    let file = playground.read_file(FIRST);
    // The world as it was before, but for the objects.
    playground.git(&["reset", "-q", "--hard", &old.to_string()]);
    fs::remove_dir_all(playground.path(".git/complaints/numbers")).expect("numbers");

    let care = register.care(pen()).expect("settings");
    std::mem::forget(IndexLock::take(&register.state, care).expect("the lock"));
    playground.write_file(".git/complaints/index.new.lock", "");
    if point == Killed::Locked {
        return playground;
    }
    let blob = playground.git(&["rev-parse", &format!("{new}:{FIRST}")]);
    let blob = Entry { id: ObjectId::parse(blob.trim()).expect("an id"), mode: 0o100_644 };
    let files = vec![PendingFile { place: FIRST.to_owned(), old: None, new: blob }];
    let pending = Pending { branch: "refs/heads/main".to_owned(), old: Some(old), new, files };
    files::write(&register.state.pending(), pending.to_text().as_bytes(), care).expect("a journal");
    fs::hard_link(playground.path(".git/index"), playground.path(".git/complaints/index.old")).expect("a link");
    if point == Killed::Journaled {
        return playground;
    }
    fs::remove_file(playground.path(".git/index")).expect("an index");
    fs::write(playground.path(".git/index"), index_with_it).expect("an index");
    if point == Killed::Indexed {
        return playground;
    }
    if point == Killed::BranchLocked {
        playground.write_file(".git/refs/heads/main.lock", &format!("{new}\n"));
        return playground;
    }
    playground.git(&["update-ref", "refs/heads/main", &new.to_string()]);
    if point == Killed::Written {
        playground.write_file(FIRST, &file);
    }
    playground
}

fn pending_of(playground: &Playground) -> Pending {
    Pending::read(&playground.register().state).expect("no fault").expect("a journal")
}

#[test]
fn the_next_command_finishes_or_takes_back_and_does_its_own_work() {
    for point in ALL {
        let playground = killed(point);
        let committed = new_complaint(&playground.register()).expect("a commit");
        assert!(committed.warnings.is_empty(), "{point:?}: {:?}", committed.warnings);
        playground.assert_clean();
        let was_recorded = matches!(point, Killed::Branched | Killed::Written);
        let expected: &[&str] = if was_recorded { &[FIRST, SECOND] } else { &[FIRST] };
        assert_eq!(playground.complaints_at_head(), expected, "{point:?}");
    }
}

#[test]
fn a_repair_alone_makes_everything_clean() {
    for point in ALL.into_iter().skip(1) {
        let playground = killed(point);
        let warnings = playground.register().repair(pen()).expect("a repair");
        assert!(warnings.is_empty(), "{point:?}: {warnings:?}");
        playground.assert_clean();
    }
}

#[test]
fn readers_take_pending_files_from_the_commit_and_repair_nothing() {
    for point in ALL.into_iter().skip(1) {
        let playground = killed(point);
        let work_tree = playground.register().work_tree().expect("no fault");
        assert_eq!(work_tree.pending().collect::<Vec<_>>(), [FIRST]);
        let is_recorded = matches!(point, Killed::Branched | Killed::Written);
        assert_eq!(work_tree.read(&path(FIRST)).expect("no fault").is_some(), is_recorded, "{point:?}");
        assert_eq!(work_tree.records().expect("no fault").records.len(), usize::from(is_recorded), "{point:?}");
        assert!(playground.path(".git/complaints.pending").exists());
    }
}

#[test]
fn git_is_held_off_while_a_write_is_pending() {
    let playground = killed(Killed::Branched);
    let (succeeded, output) = playground.try_git(&["commit", "--allow-empty", "-m", "beside"]);
    assert!(!succeeded && output.contains("index.lock"), "{output}");
}

#[test]
fn an_edit_made_before_the_repair_is_kept() {
    let playground = killed(Killed::Branched);
    playground.write_file(FIRST, "mine\n");
    let warnings = playground.register().repair(pen()).expect("a repair");
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].to_string().contains(FIRST));
    assert_eq!(playground.read_file(FIRST), "mine\n");
    assert_eq!(playground.git(&["status", "--porcelain"]).trim_end(), format!(" M {FIRST}"));
}

#[test]
fn a_branch_that_went_on_is_what_counts() {
    let playground = killed(Killed::Branched);
    fs::remove_file(playground.path(".git/index.lock")).expect("a lock");
    playground.git(&["commit", "-q", "--allow-empty", "-m", "beside"]);
    playground.register().repair(pen()).expect("a repair");
    playground.assert_clean();
    assert_eq!(playground.complaints_at_head(), [FIRST]);
}

#[test]
fn a_branch_lock_of_somebody_else_is_left_alone() {
    let playground = killed(Killed::Indexed);
    playground.write_file(".git/refs/heads/main.lock", &"1".repeat(40));
    playground.register().repair(pen()).expect("a repair");
    assert!(playground.path(".git/refs/heads/main.lock").exists());
}

#[test]
fn a_commit_that_never_reached_the_disk_is_taken_back() {
    let playground = killed(Killed::Indexed);
    playground.git(&["reflog", "expire", "--expire=now", "--all"]);
    let journal = playground.read_file(".git/complaints.pending");
    let new = journal.lines().find_map(|line| line.strip_prefix("new ")).expect("a commit");
    let name = ObjectId::parse(new).expect("a name").to_bytes();
    let packs = playground.path(".git/objects/pack");
    let files = fs::read_dir(packs).expect("a folder").map(|entry| entry.expect("an entry").path());
    let index = files.filter(|file| file.extension().is_some_and(|ending| ending == "idx"));
    let mut index = index.filter(|index| fs::read(index).expect("an index").windows(20).any(|bytes| bytes == name));
    let index = index.next().expect("the pack of the commit");
    fs::remove_file(index.with_extension("pack")).expect("a pack");
    fs::remove_file(index).expect("an index");
    new_complaint(&playground.register()).expect("a commit");
    playground.assert_clean();
    assert_eq!(playground.complaints_at_head(), [FIRST]);
}

#[test]
fn a_new_file_that_came_to_the_disk_before_its_branch_is_taken_back() {
    let playground = killed(Killed::Indexed);
    let blob = pending_of(&playground).files[0].new.id;
    playground.write_file(FIRST, &playground.git(&["cat-file", "blob", &blob.to_string()]));
    playground.git(&["reflog", "expire", "--expire=now", "--all"]);
    assert!(playground.register().repair(pen()).expect("a repair").is_empty());
    assert!(!playground.path(FIRST).exists());
    playground.assert_clean();
}

#[test]
fn a_changed_file_that_came_to_the_disk_before_its_branch_is_taken_back() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    let (old, before) = (playground.git(&["rev-parse", "HEAD"]), playground.read_file(FIRST));
    register.write(pen(), file_change(FIRST, "format: 1\nowner: sara\n")).expect("a commit");
    let new = playground.git(&["rev-parse", "HEAD"]);
    playground.git(&["reset", "-q", "--hard", old.trim()]);
    let entry = |commit: &str| {
        let blob = playground.git(&["rev-parse", &format!("{}:{FIRST}", commit.trim())]);
        Entry { id: ObjectId::parse(blob.trim()).expect("an id"), mode: 0o100_644 }
    };
    let file = PendingFile { place: FIRST.to_owned(), old: Some(entry(&old)), new: entry(&new) };
    let [old, new] = [old, new].map(|commit| ObjectId::parse(commit.trim()).expect("an id"));
    let pending = Pending { branch: "refs/heads/main".to_owned(), old: Some(old), new, files: vec![file] };
    let care = register.care(pen()).expect("settings");
    std::mem::forget(IndexLock::take(&register.state, care).expect("the lock"));
    files::write(&register.state.pending(), pending.to_text().as_bytes(), care).expect("a journal");
    playground.write_file(FIRST, "format: 1\nowner: sara\n");
    playground.git(&["reflog", "expire", "--expire=now", "--all"]);
    assert!(playground.register().repair(pen()).expect("a repair").is_empty());
    assert_eq!(playground.read_file(FIRST), before);
    playground.assert_clean();
}

#[test]
fn what_a_person_has_put_into_the_work_tree_stays_there() {
    let removed_lock = |playground: &Playground| {
        playground.git(&["reflog", "expire", "--expire=now", "--all"]);
        fs::remove_file(playground.path(".git/index.lock")).expect("a lock");
    };
    // Evidence may lie in its place before the command is typed: then nothing of the command has come there.
    let was_there = |playground: &Playground| {
        playground.git(&["reflog", "expire", "--expire=now", "--all"]);
        playground.write_file(".git/complaints.incoming.0", "the same");
    };
    // `git reset --soft` needs no lock.
    let moved_back = |playground: &Playground| {
        let pending = pending_of(playground);
        let old = pending.old.expect("a commit").to_string();
        playground.git(&["update-ref", "refs/heads/main", &pending.new.to_string()]);
        playground.git(&["update-ref", "refs/heads/main", &old]);
    };
    let deeds: [&dyn Fn(&Playground); 3] = [&removed_lock, &was_there, &moved_back];
    for (number, deed) in deeds.into_iter().enumerate() {
        let playground = killed(Killed::Indexed);
        let blob = pending_of(&playground).files[0].new.id;
        let text = playground.git(&["cat-file", "blob", &blob.to_string()]);
        playground.write_file(FIRST, &text);
        deed(&playground);
        playground.register().repair(pen()).expect("a repair");
        assert_eq!(playground.read_file(FIRST), text, "{number}");
    }
}

#[test]
fn what_was_laid_down_gives_way_to_what_the_branch_holds_by_now() {
    let playground = killed(Killed::Branched);
    fs::remove_file(playground.path(".git/index.lock")).expect("a lock");
    playground.write_file(FIRST, "newer\n");
    playground.git(&["add", FIRST]);
    playground.git(&["commit", "-q", "-m", "beside"]);
    fs::remove_file(playground.path(FIRST)).expect("a file");
    playground.write_file(".git/complaints.incoming.0", "older\n");
    let register = playground.register();
    let care = register.care(pen()).expect("settings");
    recovery::finish_own(&Writing { register: &register, pen: pen(), care }).expect("an end");
    assert_eq!(playground.read_file(FIRST), "newer\n");
    playground.assert_clean();
}

#[test]
fn what_a_killed_command_laid_down_is_removed() {
    let playground = Playground::with_register();
    playground.write_file(".git/complaints.incoming.0", "words of a caller");
    playground.write_file(".git/complaints.incoming.7", "words of a caller");
    new_complaint(&playground.register()).expect("a commit");
    let left = files::names(&playground.path(".git")).expect("names");
    assert!(left.iter().all(|(name, _)| !name.contains("incoming")), "{left:?}");
}

#[test]
fn a_damaged_journal_stops_the_write_and_is_named() {
    let playground = Playground::with_register();
    playground.write_file(".git/complaints.pending", "complaints journal 1\nbranch");
    let error = new_complaint(&playground.register()).expect_err("a fault");
    assert!(error.to_string().contains(".git/complaints.pending"), "{error}");
    let WriteError::Stopped(stop) = error else { panic!("{error}") };
    let hint = stop.hint().unwrap_or_default();
    assert!(hint.starts_with("rm ") && hint.ends_with(".git/complaints.pending, then look at: git status"), "{hint}");
}

#[test]
fn a_stale_index_of_a_git_that_lost_the_race_is_mended() {
    let playground = Playground::with_register();
    let register = playground.register();
    let stale = fs::read(playground.path(".git/index")).expect("an index");
    new_complaint(&register).expect("a commit");
    fs::write(playground.path(".git/index"), &stale).expect("an index");
    new_complaint(&register).expect("a commit");
    playground.assert_clean();

    let stale = fs::read(playground.path(".git/index")).expect("an index");
    register.write(pen(), file_change(FIRST, "format: 1\n")).expect("a commit");
    fs::write(playground.path(".git/index"), &stale).expect("an index");
    new_complaint(&register).expect("a commit");
    playground.assert_clean();
}

#[test]
fn what_a_person_staged_is_not_taken_for_a_stale_index() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    let committed = playground.read_file(FIRST);
    playground.write_file(FIRST, "format: 1\nowner: sara\n");
    playground.git(&["add", FIRST]);
    playground.write_file(FIRST, &committed);
    new_complaint(&register).expect("a commit");
    assert_eq!(playground.git(&["status", "--porcelain"]).trim_end(), format!("MM {FIRST}"));
}

#[test]
fn a_number_that_was_given_out_in_another_work_tree_is_not_given_out_again() {
    for point in [Killed::Indexed, Killed::Branched] {
        let playground = killed(point);
        fs::remove_file(playground.path(".git/index.lock")).expect("a lock");
        let is_given_out = point == Killed::Branched;
        let before = if is_given_out { "HEAD~1" } else { "HEAD" };
        playground.git(&["worktree", "add", "-q", "-b", "other", "linked", before]);
        let linked = Register::find(&playground.path("linked"), &environment()).expect("a register");
        new_complaint(&linked).expect("a commit");
        let recorded = playground.git(&["ls-tree", "-r", "--name-only", "other", "complaints/1405"]);
        assert_eq!(recorded.trim(), if is_given_out { SECOND } else { FIRST }, "{point:?}");
    }
}

#[test]
fn a_number_is_not_given_out_again_on_another_branch_after_a_kill() {
    let playground = killed(Killed::Branched);
    fs::remove_file(playground.path(".git/index.lock")).expect("a lock");
    playground.git(&["switch", "-q", "--discard-changes", "-c", "other", "HEAD~1"]);
    new_complaint(&playground.register()).expect("a commit");
    assert_eq!(playground.complaints_at_head(), [SECOND]);
}

#[test]
fn what_lies_in_the_branch_is_remembered_with_what_was_given_out() {
    let playground = Playground::with_register();
    let register = playground.register();
    let file = record_file(41, 8);
    playground.write_file(&file, "format: 1\n");
    playground.git(&["add", &file]);
    playground.git(&["commit", "-q", "-m", "by hand"]);
    register.write(pen(), file_change(&record_file(5, 8), "format: 1\n")).expect("a commit");
    playground.git(&["reset", "-q", "--hard", "HEAD~2"]);
    assert_eq!(next_counter(&register), 42);
}

/// Returns the counter that the next complaint of 1405 gets.
fn next_counter(register: &Register) -> u32 {
    let mut next = None;
    let rehearsed = register.rehearse(|tip| {
        next = tip.next_reference(1405, 1, None).expect("no fault");
        file_change(FIRST, "x")(tip)
    });
    rehearsed.expect("a change");
    next.expect("a number").counter()
}

fn record_file(counter: u32, month: u8) -> String {
    let reference = Reference::new(1405, 1, counter).expect("in range");
    RecordPath::new(reference, month).expect("a month").file().to_string()
}

#[test]
fn a_number_is_not_given_out_again_when_its_complaint_vanished() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    playground.git(&["reset", "-q", "--hard", "HEAD~1"]);
    new_complaint(&register).expect("a commit");
    assert_eq!(playground.complaints_at_head(), [SECOND]);
    // Without the memory, what lies on disk still counts.
    fs::remove_dir_all(playground.path(".git/complaints")).expect("the state");
    playground.write_file("complaints/1405/09/1405-01-0041-2.yaml", "format: 1\n");
    assert_eq!(next_counter(&register), 42);
}

#[test]
fn a_number_that_came_in_by_git_is_not_given_out_again() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    assert_eq!(next_counter(&register), 2);
    // Into a month that was looked at, and into one that was not there.
    for (counter, month) in [(17, 8), (41, 9)] {
        let file = record_file(counter, month);
        playground.write_file(&file, "format: 1\n");
        playground.git(&["add", &file]);
        playground.git(&["commit", "-q", "-m", "by hand"]);
        fs::remove_file(playground.path(&file)).expect("the file");
        assert_eq!(next_counter(&register), counter + 1);
    }
}

#[test]
fn a_file_that_lies_on_disk_keeps_its_number_in_whatever_month() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    playground.write_file(&record_file(2, 1), "format: 1\n");
    playground.write_file(&record_file(3, 13), "format: 1\n");
    assert_eq!(next_counter(&register), 4);
}
