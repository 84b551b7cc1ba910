//! Many at once: our own commands, and a person with plain git.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Playground, new_complaint};
use crate::register::change::Warning;

#[test]
fn all_commands_at_once_are_all_recorded() {
    const THREADS: usize = 8;
    const WRITES: usize = 20;
    let playground = Playground::with_register();
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                let register = playground.register();
                for _ in 0..WRITES {
                    let committed = new_complaint(&register).expect("a commit");
                    assert!(committed.warnings.is_empty(), "{:?}", committed.warnings);
                }
            });
        }
    });
    playground.assert_clean();
    assert_eq!(playground.complaints_at_head().len(), THREADS * WRITES);
    assert_eq!(playground.git(&["rev-list", "--count", "HEAD"]).trim(), (THREADS * WRITES + 1).to_string());
    let commits = playground.git(&["log", "--format=", "--name-status"]);
    assert!(commits.lines().all(|line| !line.starts_with('D')), "a commit deletes something");
}

#[test]
fn a_person_who_commits_beside_loses_nothing_and_takes_nothing() {
    const WRITES: usize = 60;
    let playground = Playground::with_register();
    let register = playground.register();
    let is_done = AtomicBool::new(false);
    let by_hand = std::thread::scope(|scope| {
        let person = scope.spawn(|| {
            let mut recorded = 0;
            for count in 0.. {
                if is_done.load(Ordering::Relaxed) {
                    break;
                }
                playground.write_file("notes.txt", &count.to_string());
                let staged = playground.try_git(&["add", "notes.txt"]).0;
                let committed = playground.try_git(&["commit", "-q", "-m", "a note"]).0;
                recorded += usize::from(staged && committed);
            }
            recorded
        });
        let written: Vec<_> = (0..WRITES).map(|_| new_complaint(&register)).collect();
        is_done.store(true, Ordering::Relaxed);
        // Only now: a failure before would leave the person at work for ever.
        let warnings: Vec<_> = written.into_iter().flat_map(|written| written.expect("a commit").warnings).collect();
        assert!(warnings.iter().all(|warning| matches!(warning, Warning::TakenAlong { .. })), "{warnings:?}");
        person.join().expect("no panic")
    });
    assert_eq!(playground.complaints_at_head().len(), WRITES);
    let commits = playground.git(&["log", "--format=", "--name-status"]);
    assert!(commits.lines().all(|line| !line.starts_with('D')), "a commit deletes something");
    let notes = playground.git(&["log", "--format=%s", "--", "notes.txt"]).lines().count();
    assert!(notes >= by_hand, "{notes} of {by_hand}");
    // One more command mends what a losing git may have left.
    new_complaint(&register).expect("a commit");
    let status = playground.git(&["status", "--porcelain", "complaints"]);
    assert_eq!(status, "");
}
