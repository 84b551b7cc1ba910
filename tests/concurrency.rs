//! Many at once: our own commands in processes of their own, and a person with plain git in the same folder.
//!
//! One run is no evidence: the rounds are repeated, and strace slows the moments that matter down, in our commands and in
//! the person's git alike. Without `COMPLAINTS_PROOF=full` there are fewer of all.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "the proofs are the outside world of the program")]

mod proof;

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use proof::strace;
use proof::{BINARY, Ended, Ground, NEW, is_whole, numbers_are_whole, say};

/// Runs as many `new` in a row in each of several processes at once; returns the references that were given out.
fn record_at_once(
    ground: &Ground,
    processes: usize,
    each: usize,
    program: &(dyn Fn() -> Command + Sync),
) -> Vec<String> {
    let references = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..processes {
            scope.spawn(|| {
                for _ in 0..each {
                    let ended: Ended = program().args(NEW).output().expect("the program").into();
                    let ended = ended.expect_code(0);
                    assert!(!ended.stderr.contains("warning"), "{}", ended.stderr);
                    references.lock().expect("no panic").push(ended.last_line().to_owned());
                }
            });
        }
    });
    assert!(ground.root.exists());
    references.into_inner().expect("no panic")
}

/// Everything that was acknowledged is in HEAD, under numbers without a gap, and no commit has taken anything away.
#[track_caller]
fn assert_all_recorded(ground: &Ground, references: &[String]) {
    let distinct: BTreeSet<&String> = references.iter().collect();
    assert_eq!(distinct.len(), references.len(), "a number was given out twice");
    let places = ground.complaints_at("HEAD");
    let missing: Vec<_> = references
        .iter()
        .filter(|reference| !places.iter().any(|place| place.ends_with(&format!("/{reference}.yaml"))))
        .collect();
    assert!(missing.is_empty(), "acknowledged and not in HEAD: {missing:?}");
    assert!(numbers_are_whole(&places), "{places:?}");
    if places.len() != references.len() {
        say(&format!("MORE: {} {}", places.len(), references.len()));
    }
    let deletions = ground.git(&["log", "-m", "--format=%h", "--diff-filter=D", "--name-only", "--", "complaints/"]);
    assert_eq!(deletions, "", "a commit deletes complaints");
}

#[test]
fn sixteen_processes_at_once_are_all_recorded() {
    let (processes, each) = if is_whole() { (16, 50) } else { (8, 5) };
    let ground = Ground::with_register();
    let references = record_at_once(&ground, processes, each, &|| ground.command(BINARY));
    assert_eq!(references.len(), processes * each);
    assert_all_recorded(&ground, &references);
    assert_eq!(ground.git(&["rev-list", "--count", "HEAD"]).trim(), (processes * each + 1).to_string());
    ground.assert_clean();
    say(&format!(
        "{processes} processes × {each}: {} acknowledged, {} in HEAD, clean",
        references.len(),
        ground.complaints_at("HEAD").len()
    ));
}

/// How the two sides of a round are slowed down, and whether the person lets the guard stand in the way.
struct Round {
    name: &'static str,
    ours: &'static [&'static str],
    theirs: &'static [&'static str],
    commit: &'static [&'static str],
}

const DELAY: &str = "inject=rename,renameat,renameat2,link,linkat,unlink,unlinkat:delay_enter=3000";
const LATE: &str = "inject=rename,renameat,renameat2,link,linkat,unlink,unlinkat:delay_exit=8000";
const UNGUARDED: &[&str] = &["commit", "-q", "--no-verify", "-m"];

const ROUNDS: [Round; 5] = [
    Round { name: "fast, guarded", ours: &[], theirs: &[], commit: &["commit", "-q", "-m"] },
    Round { name: "fast, unguarded", ours: &[], theirs: &[], commit: UNGUARDED },
    Round { name: "we are slow", ours: &[DELAY], theirs: &[], commit: UNGUARDED },
    Round { name: "the person is slow", ours: &[], theirs: &[LATE], commit: UNGUARDED },
    Round { name: "both are slow", ours: &[LATE], theirs: &[DELAY], commit: UNGUARDED },
];

fn slowed(ground: &Ground, program: &str, delays: &[&str]) -> Command {
    if delays.is_empty() {
        return ground.command(program);
    }
    let mut command = ground.command("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=rename,renameat,renameat2,link,linkat,unlink,unlinkat"]);
    for delay in delays {
        command.args(["-e", delay]);
    }
    command.arg(program);
    command
}

/// A person edits, adds and commits files of their own until told to stop; returns the names of those that git accepted.
fn person(ground: &Ground, round: &Round, is_done: &AtomicBool) -> Vec<String> {
    let mut accepted = Vec::new();
    let mut number: u32 = 0;
    while !is_done.load(Ordering::Relaxed) {
        number += 1;
        let file = format!("notes/{number}.txt");
        ground.write_file(&file, "a note\n");
        let git = |arguments: &[&str]| -> Ended {
            slowed(ground, "git", round.theirs).args(arguments).output().expect("git").into()
        };
        // Some people commit the whole index, some one file of it: git goes other ways then.
        let paths: &[&str] = if number % 3 == 0 { &["--", &file] } else { &[] };
        let is_added = git(&["add", &file]).code == Some(0);
        if is_added && git(&[round.commit, &[&*file], paths].concat()).code == Some(0) {
            accepted.push(file);
        }
    }
    accepted
}

/// The person's commits are all there and hold their own files only; ours hold only ours.
#[track_caller]
fn assert_nobody_took_from_the_other(ground: &Ground, accepted: &[String]) {
    let log = ground.git(&["log", "--format=%x00%s", "--name-status"]);
    let mut by_person = BTreeSet::new();
    for commit in log.split('\0').skip(1) {
        let mut lines = commit.lines().filter(|line| !line.is_empty());
        let subject = lines.next().unwrap_or_default().to_owned();
        let is_ours = subject.starts_with("complaint ") || subject.starts_with("register: ");
        for line in lines {
            let is_their_file = line.contains("\tnotes/");
            if is_ours == is_their_file {
                panic!(
                    "`{subject}` holds `{line}`\n{}\n{}\n{}",
                    ground.git(&["log", "--format=%h %p %s %cI", "--name-status"]),
                    ground.git(&["reflog"]),
                    ground.unclean().join("\n")
                );
            }
            if let Some((_, file)) = line.split_once('\t').filter(|_| is_their_file) {
                by_person.insert(file.to_owned());
            }
        }
    }
    let lost: Vec<_> = accepted.iter().filter(|file| !by_person.contains(*file)).collect();
    assert!(lost.is_empty(), "the person's commits are lost: {lost:?}");
}

#[test]
fn a_person_who_commits_beside_loses_nothing_and_takes_nothing() {
    let can_slow = strace::is_permitted("slowed rounds with a person");
    let (repeats, writes) = if is_whole() { (6, 60) } else { (1, 8) };
    let (mut rounds, mut ours, mut theirs) = (0, 0, 0);
    for round in ROUNDS.iter().filter(|round| can_slow || round.ours.len() + round.theirs.len() == 0) {
        for _ in 0..repeats {
            let ground = Ground::with_register();
            let is_done = AtomicBool::new(false);
            let (references, accepted) = std::thread::scope(|scope| {
                let person = scope.spawn(|| person(&ground, round, &is_done));
                let references = record_at_once(&ground, 2, writes / 2, &|| slowed(&ground, BINARY, round.ours));
                is_done.store(true, Ordering::Relaxed);
                (references, person.join().expect("no panic"))
            });
            say(round.name);
            assert_all_recorded(&ground, &references);
            assert_nobody_took_from_the_other(&ground, &accepted);
            // One more command mends the index that a git that lost a race may have left.
            ground.new_complaint();
            let status = ground.git(&["status", "--porcelain", "complaints"]);
            assert_eq!(status, "", "{}", round.name);
            ground.git(&["fsck", "--strict", "--no-dangling"]);
            (rounds, ours, theirs) = (rounds + 1, ours + references.len(), theirs + accepted.len());
        }
    }
    say(&format!(
        "{rounds} rounds with a person: {ours} of ours and {theirs} of theirs, 0 lost, 0 deletions, 0 mixed up"
    ));
}
