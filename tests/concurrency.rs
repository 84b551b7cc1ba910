//! Many at once: our own commands in processes of their own, and a person with plain git in the same folder.
//!
//! One run is no evidence: the rounds are repeated, and strace slows the moments that matter down, in our commands and in
//! the person's git alike. With `COMPLAINTS_PROOF=sample` there are fewer of all.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "the proofs are the outside world of the program")]

mod proof;

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use proof::register::Saved;
use proof::schedule::Puppet;
use proof::strace::{self, Call};
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
                    references.lock().expect("no panic").push(ended.last_line().to_owned());
                }
            });
        }
    });
    assert!(ground.root.exists());
    references.into_inner().expect("no panic")
}

#[track_caller]
fn assert_acknowledged_are_in(places: &[String], references: &[String]) {
    let is_missing = |reference: &&String| !places.iter().any(|place| place.ends_with(&format!("/{reference}.yaml")));
    let missing: Vec<_> = references.iter().filter(is_missing).collect();
    assert!(missing.is_empty(), "acknowledged and not in HEAD: {missing:?}");
}

/// Everything that was acknowledged is in HEAD, under numbers without a gap, and no commit has taken anything away.
#[track_caller]
fn assert_all_recorded(ground: &Ground, references: &[String]) {
    let distinct: BTreeSet<&String> = references.iter().collect();
    assert_eq!(distinct.len(), references.len(), "a number was given out twice");
    let places = ground.complaints_at("HEAD");
    assert_acknowledged_are_in(&places, references);
    assert!(numbers_are_whole(&places), "{places:?}");
    assert_eq!(places.len(), references.len(), "a complaint was recorded twice");
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

#[test]
fn writers_that_are_killed_at_any_time_lose_nothing_that_was_acknowledged() {
    const WRITERS: u64 = 3;
    let kills: u64 = if is_whole() { 300 } else { 30 };
    let ground = Ground::with_register();
    let acknowledged = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (ground, acknowledged) = (&ground, &acknowledged);
            scope.spawn(move || {
                for round in 0..kills / WRITERS {
                    let mut command = ground.command(BINARY);
                    let mut child = command.args(NEW).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it");
                    // Spread over the milliseconds that a command takes here, always in the same way.
                    std::thread::sleep(Duration::from_micros((writer * 7919 + round * 977) % 40_000));
                    drop(child.kill());
                    let ended = Ended::from(child.wait_with_output().expect("its end"));
                    if ended.code == Some(0) {
                        acknowledged.lock().expect("no panic").push(ended.last_line().to_owned());
                    }
                }
            });
        }
    });
    let last = ground.new_complaint();
    let mut acknowledged = acknowledged.into_inner().expect("no panic");
    acknowledged.push(last);
    let places = ground.complaints_at("HEAD");
    assert_acknowledged_are_in(&places, &acknowledged);
    assert!(numbers_are_whole(&places), "{places:?}");
    ground.assert_clean();
    say(&format!(
        "{kills} kills at any time, {WRITERS} writers at once: {} acknowledged, {} in HEAD, none lost, clean",
        acknowledged.len(),
        places.len()
    ));
}

#[test]
fn a_lock_that_nobody_lets_go_is_named_with_what_helps() {
    let ground = Ground::with_register();
    ground.write_file(".git/index.lock", "");
    let before = ground.picture();
    let ended = ground.complaints(&NEW).expect_code(1);
    assert!(ended.stderr.contains("index.lock` is held by a git command, or one that was killed"), "{}", ended.stderr);
    assert!(ended.stderr.contains("hint: rm "), "{}", ended.stderr);
    assert_eq!(ground.picture(), before);
    assert!(ground.path(".git/index.lock").exists(), "it was not ours to remove");
}

/// How the two sides of a round are slowed down, and whether the person lets the guard stand in the way.
struct Round {
    name: &'static str,
    ours: &'static [&'static str],
    theirs: &'static [&'static str],
    commit: &'static [&'static str],
}

impl Round {
    fn is_slow(&self) -> bool {
        !self.ours.is_empty() || !self.theirs.is_empty()
    }
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
        let paths: &[&str] = if number.is_multiple_of(3) { &["--", &file] } else { &[] };
        let is_added = git(&["add", &file]).code == Some(0);
        if is_added && git(&[round.commit, &[&*file], paths].concat()).code == Some(0) {
            accepted.push(file);
        }
    }
    accepted
}

/// The person's commits are all there and hold their own files; ours hold only ours. Returns how many of our complaints the
/// person's commits took along.
#[track_caller]
fn assert_nobody_took_from_the_other(ground: &Ground, accepted: &[String]) -> usize {
    let mut taken_along = 0;
    let log = ground.git(&["log", "--format=%x00%s", "--name-status"]);
    let mut by_person = BTreeSet::new();
    for commit in log.split('\0').skip(1) {
        let mut lines = commit.lines().filter(|line| !line.is_empty());
        let subject = lines.next().unwrap_or_default().to_owned();
        let is_ours = subject.starts_with("complaint ") || subject.starts_with("register: ");
        for line in lines {
            let is_their_file = line.contains("\tnotes/");
            // A `git commit` with a hook reads the index again after the hook and can take an entry of ours along. That is
            // recorded, once, and said; nobody's work goes under another name otherwise.
            if is_ours == is_their_file {
                assert!(!is_ours && line.starts_with("A\tcomplaints/"), "`{subject}` holds `{line}`");
                taken_along += 1;
            }
            if let Some((_, file)) = line.split_once('\t').filter(|_| is_their_file) {
                by_person.insert(file.to_owned());
            }
        }
    }
    let lost: Vec<_> = accepted.iter().filter(|file| !by_person.contains(*file)).collect();
    assert!(lost.is_empty(), "the person's commits are lost: {lost:?}");
    taken_along
}

#[test]
fn a_person_who_commits_beside_loses_nothing_and_takes_nothing() {
    let can_slow = strace::is_permitted("slowed rounds with a person");
    let repeats = if is_whole() { 6 } else { 1 };
    for round in ROUNDS.iter().filter(|round| can_slow || !round.is_slow()) {
        let writes = if is_whole() && !round.is_slow() { 60 } else { 10 };
        let (mut ours, mut theirs, mut along) = (0, 0, 0);
        for _ in 0..repeats {
            let ground = Ground::with_register();
            let is_done = AtomicBool::new(false);
            let (references, accepted) = std::thread::scope(|scope| {
                let person = scope.spawn(|| person(&ground, round, &is_done));
                let ours =
                    scope.spawn(|| record_at_once(&ground, 2, writes / 2, &|| slowed(&ground, BINARY, round.ours)));
                let references = ours.join();
                // Before anything can panic: the person would go on for ever.
                is_done.store(true, Ordering::Relaxed);
                (references.expect("all are recorded"), person.join().expect("no panic"))
            });
            assert_all_recorded(&ground, &references);
            along += assert_nobody_took_from_the_other(&ground, &accepted);
            // One more command mends the index that a git that lost a race may have left.
            ground.new_complaint();
            let status = ground.git(&["status", "--porcelain", "complaints"]);
            assert_eq!(status, "", "{}", round.name);
            ground.git(&["fsck", "--strict", "--no-dangling"]);
            (ours, theirs) = (ours + references.len(), theirs + accepted.len());
        }
        say(&format!(
            "{repeats} rounds with a person, {}: {ours} of ours and {theirs} of theirs acknowledged, 0 lost, 0 doubled, \
             0 deletions; {along} of ours came in by a commit of the person",
            round.name
        ));
    }
}

/// Lets a person's `git commit` wait in its hook until our index is shown, and win the race for the branch; returns how our
/// command ended. `theirs` is what the person's git does before it moves the branch, as a `reference-transaction` hook.
fn taken_along(ground: &Ground, theirs: &str, arguments: &[&str]) -> Ended {
    let (log, waiting) = (ground.beside("calls"), ground.beside("waiting"));
    drop(std::fs::remove_file(&waiting));
    let by_person = "[ -n \"$PERSON\" ] || exit 0";
    let wait = "while [ ! -e .git/complaints.pending ] || [ -e .git/complaints/index.new ]; do sleep 0.01; done";
    ground.install_hook("pre-commit", &format!("{by_person}\ntouch {}\n{wait}", waiting.display()));
    ground.install_hook("reference-transaction", &format!("{by_person}\n[ $1 = prepared ] || exit 0\n{theirs}"));
    ground.write_file("note.txt", &arguments.join(" "));
    ground.git(&["add", "note.txt"]);
    std::thread::scope(|scope| {
        let person = scope.spawn(|| {
            let mut git = ground.command("git");
            git.env("PERSON", "1").args(["commit", "-q", "-m", "a note"]).output().expect("git")
        });
        while !waiting.exists() {
            std::thread::yield_now();
        }
        // Slow after each renaming: the person reads our index in the pause after it has taken its place.
        let mut command = ground.command("strace");
        command.args(["-f", "-qq", "-o"]).arg(&log);
        command.args(["-e", "trace=rename", "-e", "inject=rename:delay_exit=300000"]);
        let ended: Ended = command.arg(BINARY).args(arguments).output().expect("strace").into();
        let person = Ended::from(person.join().expect("no panic"));
        assert_eq!(person.code, Some(0), "{}", person.stderr);
        ended
    })
}

/// What a person's commit took along is recorded once, by whatever name, and all is well.
#[track_caller]
fn assert_taken_along(theirs: &str) {
    if !strace::is_permitted("a commit that takes our change along") {
        return;
    }
    let ground = Ground::with_register();
    let ended = taken_along(&ground, theirs, &NEW).expect_code(0);
    assert_all_recorded(&ground, &[ended.last_line().to_owned()]);
    let of_person = ground.git(&["log", "--format=", "--name-only", "--grep=^a note$"]);
    assert!(of_person.contains("complaints/"), "the person's commit took nothing along: the test proves nothing");
    assert!(ended.stderr.contains("warning"), "{}", ended.stderr);
    ground.assert_clean();
    let ended = taken_along(&ground, theirs, &["advance", "1", "acknowledge"]).expect_code(0);
    assert!(ended.stderr.contains("warning"), "{}", ended.stderr);
    ground.assert_clean();
}

#[test]
fn a_commit_that_takes_a_change_along_records_it_once() {
    assert_taken_along("exit 0");
}

#[test]
fn a_commit_that_holds_the_branch_and_takes_a_change_along_records_it_once() {
    assert_taken_along("sleep 0.5");
}

const PERSON: [&str; 9] =
    ["git", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "commit", "-q", "--no-verify", "-ma note"];

/// Returns the calls at which a program may be interrupted with effect: those that touch what the other reads or writes.
fn steps_of(ground: &Ground, program: &[&str]) -> Vec<Call> {
    let log = ground.beside("steps");
    let mut command = ground.command("strace");
    command.args(["-f", "-qq", "-e", "trace=openat,link,linkat,rename,unlink", "-o"]).arg(&log).args(program);
    Ended::from(command.output().expect("strace")).expect_code(0);
    let calls = strace::parse(&std::fs::read_to_string(log).expect("a trace"));
    let shared = ["/index", "/HEAD", "/refs/heads/", "/complaints.pending", "/claim", ".yaml"];
    calls.into_iter().filter(|call| shared.iter().any(|part| call.text.contains(part))).collect()
}

/// Lets one go to its step, then the other to its own, then the first to its end, then the other.
fn interleave(ground: &Ground, [(first, stop_first), (second, stop_second)]: [(&[&str], &Call); 2]) -> [Ended; 2] {
    let mut first = Puppet::start(ground, "first", stop_first, first);
    first.run_to_stop();
    let mut second = Puppet::start(ground, "second", stop_second, second);
    second.run_to_stop();
    first.go_on();
    second.go_on();
    [first.end(), second.end()]
}

#[test]
fn every_order_of_our_steps_and_those_of_a_persons_commit_loses_nothing() {
    if !strace::is_permitted("every order of two commands") {
        return;
    }
    let (steps, tally) = (Mutex::new(None), Mutex::new((0, 0, 0)));
    let next = AtomicUsize::new(0);
    let ours = [&[BINARY][..], &NEW].concat();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let ground = Ground::with_register();
                let place = ground.new_complaint();
                ground.write_file("notes/1.txt", "a note\n");
                ground.git(&["add", "notes"]);
                let saved = Saved::of(&ground);
                let (our_steps, their_steps) = steps
                    .lock()
                    .expect("no panic")
                    .get_or_insert_with(|| {
                        let ours = steps_of(&ground, &ours);
                        saved.restore(&ground);
                        (ours, steps_of(&ground, &PERSON))
                    })
                    .clone();
                loop {
                    let number = next.fetch_add(if is_whole() { 1 } else { 37 }, Ordering::Relaxed);
                    let (number, is_ours_first) = (number / 2, number.is_multiple_of(2));
                    let Some(our_step) = our_steps.get(number / their_steps.len()) else { break };
                    let their_step = &their_steps[number % their_steps.len()];
                    saved.restore(&ground);
                    let [our_end, their_end] = if is_ours_first {
                        interleave(&ground, [(&ours, our_step), (&PERSON, their_step)])
                    } else {
                        let [theirs, ours] = interleave(&ground, [(&PERSON, their_step), (&ours, our_step)]);
                        [ours, theirs]
                    };
                    let label = format!("ours first: {is_ours_first}, at {our_step:?} and {their_step:?}");
                    assert_eq!(our_end.code, Some(0), "{label}: {our_end:?}");
                    let is_theirs_in = their_end.code == Some(0);
                    assert_all_recorded(&ground, &[place.clone(), our_end.last_line().to_owned()]);
                    let accepted = if is_theirs_in { vec!["notes/1.txt".to_owned()] } else { Vec::new() };
                    let along = assert_nobody_took_from_the_other(&ground, &accepted);
                    ground.new_complaint();
                    let status = ground.git(&["status", "--porcelain", "complaints"]);
                    assert_eq!(status, "", "{label}");
                    // What the person had staged and could not commit is still there to be committed.
                    drop(ground.try_git(&PERSON[1..]));
                    ground.git(&["cat-file", "-e", "HEAD:notes/1.txt"]);
                    assert_eq!(ground.complaints_at("HEAD").len(), 3, "{label}");
                    let mut tally = tally.lock().expect("no panic");
                    *tally = (tally.0 + 1, tally.1 + usize::from(is_theirs_in), tally.2 + along);
                }
            });
        }
    });
    let (orders, theirs, along) = tally.into_inner().expect("no panic");
    say(&format!(
        "{orders} orders of two commands: all of ours recorded, {theirs} of theirs at once and the rest at the second try, \
         0 lost, 0 deletions; {along} of ours came in by a commit of the person"
    ));
}
