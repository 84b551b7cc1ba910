//! A power cut after exit 0 loses nothing; before it, the register is whole.
//!
//! A real power cut cannot be had here. What can be seen is what a command wrote, named and synced, in which order. From that
//! follows what a cut at each moment would leave: a command after it must find a whole register and go on. And there is the
//! rule that makes a cut harmless: no name is given to bytes that are not on the disk, no branch moves to objects whose names
//! are not on the disk, and when the command says that it is done, every name it gave is on the disk too.

#![expect(clippy::disallowed_methods, reason = "reads the log of strace")]

mod proof;

use std::collections::BTreeSet;
use std::path::Path;

use proof::disk::{self, Disk, LOSSES, Loss};
use proof::{BINARY, Ground, NEW, TO_GATHER, is_there, numbers_are_whole, say};

/// The calls that write bytes, give names, or bring either to the disk.
const WATCHED: &str = "trace=write,pwrite64,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,fsync,fdatasync";

/// Something that a command did to a path below the register.
#[derive(Debug, PartialEq, Eq)]
enum Deed {
    Wrote(String),
    Synced(String),
    Named { from: String, to: String },
    MadeFolder(String),
}

/// Returns what stands between quotes, in order.
fn quoted(line: &str) -> Vec<String> {
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Reads a line of strace (`-y`: descriptors with their paths); failed calls and other paths are left out.
fn deed(line: &str, root: &str) -> Option<Deed> {
    let call = line.split_whitespace().nth(1)?;
    if line.contains("= -1 ") {
        return None;
    }
    // git works in the root and names its files from there.
    let whole = |path: String| if path.starts_with('/') { path } else { format!("{root}/{path}") };
    let below = |path: &String| path.starts_with(root);
    let descriptor = || Some(line.split_once('<')?.1.split_once('>')?.0.to_owned()).filter(below);
    match call.split('(').next()? {
        "write" | "pwrite64" => descriptor().map(Deed::Wrote),
        "fsync" | "fdatasync" => descriptor().map(Deed::Synced),
        "mkdir" | "mkdirat" => quoted(line).pop().map(whole).filter(below).map(Deed::MadeFolder),
        "rename" | "renameat" | "renameat2" | "link" | "linkat" => {
            let [from, to] = <[String; 2]>::try_from(quoted(line)).ok()?.map(whole);
            below(&to).then_some(Deed::Named { from, to })
        }
        _ => None,
    }
}

fn folder_of(path: &str) -> String {
    Path::new(path).parent().map(|folder| folder.display().to_string()).unwrap_or_default()
}

/// What must survive a power cut; the rest of the local state may be lost and is made again. A lock of the branch may be lost.
fn is_lasting(path: &str) -> bool {
    let names = ["/.git/objects/", "/.git/refs/heads/", "/.git/complaints.pending", "/.git/index", "/complaints/20"];
    names.iter().any(|name| path.contains(name)) && !path.contains("/.git/refs/heads/main.lock")
}

/// Where in a story the names that a deed gives must be on the disk at last.
fn limit_of(deeds: &[Deed], index: usize, path: &str) -> usize {
    let named = |part: &str| {
        deeds
            .iter()
            .position(|deed| matches!(deed, Deed::Named { to, .. } if to.contains(part) && !to.contains(".lock")))
    };
    let commit = named("/.git/refs/heads/").unwrap_or(deeds.len());
    if path.ends_with("/.git/index") {
        // The journal tells what it must say.
        deeds.len()
    } else if path.contains("/.git/index.lock") || path.ends_with("/complaints.pending") {
        // From the moment in which git sees another index.
        named("/.git/index").filter(|shown| *shown > index).unwrap_or(deeds.len())
    } else if index < commit {
        commit
    } else {
        deeds.len()
    }
}

/// Returns every breach of the rule in a story of deeds.
fn breaches(deeds: &[Deed]) -> Vec<String> {
    let is_synced = |within: &[Deed], path: &str| within.iter().any(|deed| *deed == Deed::Synced(path.to_owned()));
    let mut breaches = Vec::new();
    for (index, deed) in deeds.iter().enumerate() {
        let path = match deed {
            Deed::Named { from, to } if is_lasting(to) => {
                let written = deeds[..index].iter().rposition(|deed| *deed == Deed::Wrote(from.clone()));
                if written.is_some_and(|written| !is_synced(&deeds[written..index], from)) {
                    breaches.push(format!("`{to}` got its name before its bytes were on the disk"));
                }
                to
            }
            Deed::MadeFolder(path) if is_lasting(path) => path,
            _ => continue,
        };
        if !is_synced(&deeds[index..limit_of(deeds, index, path)], &folder_of(path)) {
            breaches.push(format!("the name `{path}` was not on the disk in time"));
        }
    }
    breaches
}

/// Runs a command under strace and returns what it did.
fn deeds(ground: &Ground, arguments: &[&str]) -> Vec<Deed> {
    let log = ground.beside("calls");
    let mut strace = ground.command("strace");
    strace.args(["-f", "-y", "-s", "0", "-e", WATCHED, "-o"]).arg(&log).arg(BINARY).args(arguments);
    assert!(strace.output().expect("strace runs").status.success());
    let root = ground.root.display().to_string();
    let text = std::fs::read_to_string(&log).expect("a log");
    text.lines().filter_map(|line| deed(line, &root)).collect()
}

#[test]
fn nothing_is_named_before_it_is_on_the_disk_and_nothing_said_before_its_name_is() {
    if !is_there("strace", "the order of syncs") {
        return;
    }
    let ground = Ground::with_register();
    for arguments in [&NEW[..], &["advance", "1", "acknowledge"], &["note", "1", "hello"]] {
        let deeds = deeds(&ground, arguments);
        let moves =
            deeds.iter().filter(|deed| matches!(deed, Deed::Named { to, .. } if to.ends_with("/refs/heads/main")));
        assert_eq!(moves.count(), 1, "{arguments:?} moves the branch once");
        assert_eq!(breaches(&deeds), Vec::<String>::new(), "{arguments:?}");
        let syncs = deeds.iter().filter(|deed| matches!(deed, Deed::Synced(_))).count();
        say(&format!("{}: {} deeds, {syncs} syncs, 0 breaches", arguments[0], deeds.len()));
    }
}

#[test]
fn a_missing_sync_would_be_noticed() {
    if !is_there("strace", "the order of syncs") {
        return;
    }
    let ground = Ground::with_register();
    let whole = deeds(&ground, &NEW);
    let syncs = whole.iter().filter(|deed| matches!(deed, Deed::Synced(_))).count();
    let without: Vec<Deed> = whole.into_iter().filter(|deed| !matches!(deed, Deed::Synced(_))).collect();
    assert!(syncs > 10 && breaches(&without).len() > 10);
}

/// A command, the line of a record by which HEAD shows that it has happened, and how many commits come before it.
const CUT: [(&[&str], (&str, &str), usize); 4] = [
    (&NEW, ("0002-0.yaml", "state: received"), 0),
    (&["advance", "1", "acknowledge", "--method", "phone"], ("0001-2.yaml", "state: acknowledged"), 0),
    (&["edit", "1", "subject=Late", "--why", "misheard"], ("0001-2.yaml", "subject: Late"), 0),
    (&["edit", "1", "subject=Late", "--why", "gathers packs"], ("0001-2.yaml", "subject: Late"), TO_GATHER),
];

fn has_happened(ground: &Ground, record: &str, line: &str) -> bool {
    let places = ground.complaints_at("HEAD");
    let Some(place) = places.iter().find(|place| place.ends_with(record)) else { return false };
    ground.git(&["show", &format!("HEAD:{place}")]).lines().any(|found| found.trim() == line)
}

/// Judges a register after a cut: it is whole and holds what was promised, the next command goes on, nothing is half done.
fn judge(ground: &Ground, promised: Option<(&str, &str)>) -> Result<(), String> {
    let history = ground.try_git(&["rev-list", "--objects", "HEAD"]);
    if history.code != Some(0) {
        return Err(format!("history is not whole: {}", history.stderr));
    }
    if promised.is_some_and(|(record, line)| !has_happened(ground, record, line)) {
        return Err("exit 0, and it is lost".to_owned());
    }
    let next = ground.complaints(&["note", "1", "after the cut"]);
    if next.code != Some(0) {
        return Err(format!("the next command fails: {}", next.stderr));
    }
    let fsck = ground.try_git(&["fsck", "--strict", "--no-dangling"]);
    if fsck.code != Some(0) {
        return Err(format!("`git fsck` minds: {}{}", fsck.stdout, fsck.stderr));
    }
    match ground.unclean() {
        unclean if !unclean.is_empty() => Err(format!("left over: {unclean:?}")),
        _ if !numbers_are_whole(&ground.complaints_at("HEAD")) => Err("a number is missing".to_owned()),
        _ => Ok(()),
    }
}

/// Cuts the power at every moment of a command in which something else would remain; returns how often, and what was wrong.
fn cut_everywhere(
    ground: &Ground,
    before: &Disk,
    (deeds, losses): (&[disk::Deed], &[Loss]),
    effect: (&str, &str),
) -> (usize, Vec<String>) {
    let (mut tried, mut wrong) = (0, Vec::new());
    for &loss in losses {
        let mut disk = before.clone();
        let mut seen = BTreeSet::new();
        for done in 0..=deeds.len() {
            if let Some(deed) = done.checked_sub(1).map(|last| &deeds[last]) {
                disk.apply(deed);
            }
            let remains = disk.after_a_cut(loss);
            let is_the_end = done == deeds.len();
            if !seen.insert(remains.clone()) && !is_the_end {
                continue;
            }
            tried += 1;
            disk::put(&remains, ground);
            let verdict = judge(ground, is_the_end.then_some(effect));
            wrong.extend(verdict.err().map(|fault| format!("{loss:?} after {done} of {}: {fault}", deeds.len())));
        }
    }
    (tried, wrong)
}

#[test]
fn a_power_cut_at_any_moment_leaves_a_whole_register_and_after_exit_0_loses_nothing() {
    if !is_there("strace", "power cuts") {
        return;
    }
    for (arguments, effect, commits) in CUT {
        let ground = Ground::with_register();
        ground.new_complaint();
        ground.write_notes(commits);
        let before = Disk::read(&ground.root);
        let (ended, deeds) = disk::watch(&ground, arguments);
        ended.expect_code(0);
        let gathers = deeds.iter().any(|deed| matches!(deed, disk::Deed::Removed { path } if path.extension().is_some_and(|ending| ending == "pack")));
        assert_eq!(gathers, commits == TO_GATHER, "{arguments:?} gathers packs");
        let (tried, wrong) = cut_everywhere(&ground, &before, (&deeds, &LOSSES), effect);
        let last = arguments.last().expect("an argument");
        say(&format!("power cuts in `{} … {last}`: {tried} different states, {} bad", arguments[0], wrong.len()));
        assert_eq!(wrong, Vec::<String>::new());
    }
}

#[test]
fn without_its_syncs_a_command_would_not_survive_power_cuts() {
    if !is_there("strace", "power cuts") {
        return;
    }
    let ground = Ground::with_register();
    ground.new_complaint();
    let before = Disk::read(&ground.root);
    let (_, deeds) = disk::watch(&ground, CUT[0].0);
    let unsynced: Vec<_> = deeds.into_iter().filter(|deed| !matches!(deed, disk::Deed::Synced { .. })).collect();
    let (tried, wrong) = cut_everywhere(&ground, &before, (&unsynced, &LOSSES[..2]), CUT[0].1);
    say(&format!("without syncs: {tried} different states, {} bad", wrong.len()));
    assert!(wrong.len() > 10, "{wrong:?}");
}

#[test]
fn a_register_that_was_just_made_is_there_after_a_power_cut() {
    if !is_there("strace", "power cuts") {
        return;
    }
    for loss in LOSSES {
        let ground = Ground::empty();
        let mut disk = Disk::read(&ground.root);
        let (ended, deeds) = disk::watch(&ground, &["init", "--organization", "Alborz", "--lang", "en"]);
        ended.expect_code(0);
        for deed in &deeds {
            disk.apply(deed);
        }
        disk::put(&disk.after_a_cut(loss), &ground);
        ground.complaints(&NEW).expect_code(0);
        ground.git(&["fsck", "--strict", "--no-dangling"]);
        assert_eq!(ground.unclean(), Vec::<String>::new(), "{loss:?}");
    }
}

#[test]
fn the_name_of_a_signed_commit_is_on_the_disk_before_the_branch_moves() {
    if !is_there("strace", "the order of syncs") || !is_there("ssh-keygen", "signing with ssh") {
        return;
    }
    let ground = Ground::with_register();
    let key = ground.home().join("key");
    let mut keygen = ground.command("ssh-keygen");
    keygen.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&key);
    assert!(keygen.status().expect("ssh-keygen").success());
    for (name, value) in
        [("gpg.format", "ssh"), ("user.signingKey", &key.display().to_string()), ("commit.gpgSign", "true")]
    {
        ground.git(&["config", name, value]);
    }
    assert_eq!(breaches(&deeds(&ground, &NEW)), Vec::<String>::new());
    assert!(ground.git(&["cat-file", "commit", "HEAD"]).contains("gpgsig"));
}
