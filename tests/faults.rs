//! Nothing is lost and nothing is half done when any one call to the system fails, when all fail from a moment on, and when
//! the process dies in any of them.
//!
//! The way of `SQLite`: the n-th call fails, n = 1, 2, … until it is not reached any more. After each fault the register is judged
//! as it lies there, an ordinary command follows that must succeed, and the register is judged again. With
//! `COMPLAINTS_PROOF=sample` only a sample of the points is tried.
#![cfg(target_os = "linux")]

mod proof;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use proof::register::Saved;
use proof::strace::{self, Call, READING};
use proof::{Ended, Ground, NEW, TO_GATHER, is_whole, numbers_are_whole, say};

/// How many points of the whole loop a sample leaves out between two that it tries.
const SAMPLE: usize = 23;
/// How many registers are broken at once.
const WORKERS: usize = 2;
/// `git fsck` looks at every so many-th register.
const FSCK: usize = 10;

/// A command that is broken, and how to see that it has happened.
struct Subject {
    name: &'static str,
    arguments: &'static [&'static str],
    /// How many commits come before it, beside those that every register has.
    commits: usize,
    /// What HEAD holds once it has happened: a file, and a line in it.
    effect: (&'static str, &'static str),
}

const SUBJECTS: [Subject; 3] = [
    Subject { name: "new", arguments: &NEW, commits: 0, effect: ("0002-0.yaml", "state: received") },
    Subject {
        name: "advance",
        arguments: &["advance", "1", "acknowledge", "--method", "phone"],
        commits: 0,
        effect: ("0001-2.yaml", "state: acknowledged"),
    },
    Subject {
        name: "new that gathers packs",
        arguments: &NEW,
        commits: TO_GATHER,
        effect: ("0002-0.yaml", "state: received"),
    },
];

/// A fault: its name in the report, and what strace is told.
struct Fault {
    name: String,
    injections: Vec<String>,
}

/// A command that was broken.
struct Broken {
    ended: Ended,
    wrong: Vec<String>,
    /// Whether the fault has hit anything at all.
    is_reached: bool,
}

/// A register that can be put back to how it was, in the same place: a copy would be another clone.
struct Workbench {
    ground: Ground,
    saved: Saved,
    before: [String; 3],
}

impl Workbench {
    fn new(subject: &Subject) -> Self {
        let ground = Ground::with_register();
        ground.new_complaint();
        ground.write_notes(subject.commits);
        let (saved, before) = (Saved::of(&ground), ground.picture());
        Self { ground, saved, before }
    }

    /// Breaks a command and judges what it leaves.
    fn break_it(&self, subject: &Subject, fault: &Fault) -> Broken {
        let log = self.ground.beside("calls");
        let (ended, calls) = strace::run(&self.ground, &log, &fault.injections, subject.arguments);
        let wrong = self.judge_at_once(subject, &ended);
        Broken { ended, wrong, is_reached: calls.iter().any(Call::is_disturbed) }
    }

    fn has_happened(&self, subject: &Subject) -> bool {
        let places = self.ground.complaints_at("HEAD");
        let Some(place) = places.iter().find(|place| place.ends_with(subject.effect.0)) else { return false };
        self.ground.git(&["show", &format!("HEAD:{place}")]).lines().any(|line| line == subject.effect.1)
    }

    /// The exit code tells the truth about what lies there now.
    fn judge_at_once(&self, subject: &Subject, ended: &Ended) -> Vec<String> {
        let mut wrong = Vec::new();
        let has_happened = self.has_happened(subject);
        match ended.code {
            Some(0) if !has_happened => wrong.push("exit 0, and it is not in HEAD".to_owned()),
            Some(1) if has_happened => wrong.push("exit 1, and it is in HEAD".to_owned()),
            Some(1) => {
                let after = self.ground.picture();
                let parts = ["branch", "index", "work tree"];
                let changed = parts.iter().zip(self.before.iter().zip(&after)).filter(|(_, (old, new))| old != new);
                wrong.extend(changed.map(|(part, (_, new))| format!("exit 1, and the {part} has changed: {new}")));
            }
            Some(0 | 75) => {}
            None if ended.signal == Some(9) => {}
            _ => wrong.push(format!("ended with {:?}, signal {:?}", ended.code, ended.signal)),
        }
        // The reference is read out to a caller: it must stand for something.
        if !ended.stdout.is_empty() && !has_happened {
            wrong.push(format!("`{}` was printed, and it is not in HEAD", ended.stdout.trim()));
        }
        wrong
    }

    /// The next command succeeds, and all is well after it.
    fn judge_the_next(&self, subject: &Subject, ended: &Ended, with_fsck: bool) -> Vec<String> {
        let mut wrong = Vec::new();
        let next = self.ground.complaints(&NEW);
        if next.code != Some(0) {
            wrong.push(format!("the next command ended with {:?}: {}", next.code, next.stderr.trim()));
        }
        if next.stdout == ended.stdout {
            wrong.push(format!("number {} was given out twice", next.stdout.trim()));
        }
        if ended.code == Some(0) && !self.has_happened(subject) {
            wrong.push("exit 0, and the next command took it away".to_owned());
        }
        let places = self.ground.complaints_at("HEAD");
        if !numbers_are_whole(&places) {
            wrong.push(format!("numbers are missing: {places:?}"));
        }
        wrong.extend(self.ground.unclean());
        if with_fsck {
            let fsck = self.ground.try_git(&["fsck", "--strict", "--no-dangling"]);
            if fsck.code != Some(0) {
                wrong.push(format!("git fsck: {}{}", fsck.stdout, fsck.stderr));
            }
        }
        wrong
    }
}

/// What a loop has found.
#[derive(Default)]
struct Tally {
    tried: usize,
    not_reached: usize,
    ends: BTreeMap<String, usize>,
    bad: Vec<String>,
}

impl Tally {
    fn count(&mut self, label: &str, Broken { ended, wrong, is_reached }: Broken) {
        if !is_reached && wrong.is_empty() {
            self.not_reached += 1;
            return;
        }
        self.tried += 1;
        let end = match (ended.code, ended.signal) {
            (Some(code), _) => format!("exit {code}"),
            (None, signal) => format!("signal {}", signal.unwrap_or_default()),
        };
        *self.ends.entry(end).or_default() += 1;
        if !wrong.is_empty() {
            self.bad.push(format!(
                "{label}: {}\n    {}",
                wrong.join("; "),
                ended.stderr.trim().replace('\n', "\n    ")
            ));
        }
    }

    /// Prints the counts and fails when anything was bad.
    #[track_caller]
    fn close(self, name: &str) {
        let ends: Vec<String> = self.ends.iter().map(|(end, count)| format!("{end} ×{count}")).collect();
        let (tried, bad) = (self.tried, self.bad.len());
        let extent = if is_whole() { "whole" } else { "a sample" };
        say(&format!("{name}: {tried} faults ({}), {bad} bad ({extent})", ends.join(", ")));
        assert!(self.bad.is_empty(), "{bad} bad:\n{}", self.bad.join("\n"));
        // A sample is too small to keep the measure of the whole.
        let least = if is_whole() { 3 * self.not_reached } else { self.not_reached };
        assert!(tried > least, "{} faults were not reached: the loop proves nothing", self.not_reached);
    }
}

/// Tries all faults, several at once, each in a register that is as before.
fn try_all(subject: &Subject, faults: &[Fault]) -> Tally {
    let step = if is_whole() { 1 } else { SAMPLE };
    let next = AtomicUsize::new(0);
    let tally = Mutex::new(Tally::default());
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                let workbench = Workbench::new(subject);
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(fault) = faults.get(number * step) else { break };
                    workbench.saved.restore(&workbench.ground);
                    let mut broken = workbench.break_it(subject, fault);
                    if is_before_main(&broken.ended) {
                        continue;
                    }
                    let with_fsck = number.is_multiple_of(FSCK);
                    broken.wrong.extend(workbench.judge_the_next(subject, &broken.ended, with_fsck));
                    tally.lock().expect("no panic").count(&fault.name, broken);
                }
            });
        }
    });
    tally.into_inner().expect("no panic")
}

/// The system's loader could not load the program: nothing of ours has run.
fn is_before_main(ended: &Ended) -> bool {
    ended.code == Some(127) && ended.stderr.contains("error while loading shared libraries")
}

/// Returns the calls of a command that nothing disturbs.
fn calls_of(subject: &Subject) -> Vec<Call> {
    let workbench = Workbench::new(subject);
    let log = workbench.ground.beside("calls");
    let (ended, calls) = strace::run(&workbench.ground, &log, &[], subject.arguments);
    ended.expect_code(0);
    assert!(workbench.has_happened(subject), "the proof does not see what `{}` does", subject.name);
    let gathers = calls.iter().any(|call| call.name == "unlink" && call.text.contains(".pack"));
    assert_eq!(gathers, subject.commits == TO_GATHER, "`{}` gathers packs", subject.name);
    calls
}

/// One call fails once, or kills.
fn once(call: &Call, effect: &str) -> Fault {
    let Call { name, ordinal, text } = call;
    let injections = vec![format!("{name}:{effect}:when={ordinal}")];
    Fault { name: format!("{effect} at {name} {ordinal} ({text})"), injections }
}

/// From one call on, all calls of these names fail.
fn for_ever(calls: &[Call], from: usize, error: &str, spared: &[&str]) -> Fault {
    let injections = strace::WRITING.iter().filter(|name| !spared.contains(name)).map(|name| {
        let before = calls[..from].iter().filter(|call| call.name == **name).count();
        format!("{name}:error={error}:when={}+", before + 1)
    });
    let Call { name, ordinal, text } = &calls[from];
    let injections = injections.collect();
    Fault { name: format!("{error} for ever from {name} {ordinal} ({text})"), injections }
}

/// Returns the pairs of a first failure and each call that the command still makes after it, failing too.
fn second_faults(subject: &Subject, first: &Call) -> Vec<Fault> {
    let alone = once(first, "error=EIO");
    let workbench = Workbench::new(subject);
    workbench.saved.restore(&workbench.ground);
    let log = workbench.ground.beside("calls");
    let (_, calls) = strace::run(&workbench.ground, &log, &alone.injections, subject.arguments);
    let after = calls.iter().skip_while(|call| !call.is_disturbed()).skip(1);
    let second = after.filter(|call| !call.is_speech() && (call.writes() || READING.contains(&&*call.name)));
    let pairs = second.map(|second| {
        let injections = if second.name == first.name {
            // strace takes one order for a name: from the first to the second in one step.
            let (from, to) = (first.ordinal, second.ordinal);
            vec![format!("{}:error=EIO:when={from}..{to}+{}", first.name, to - from)]
        } else {
            [alone.injections.clone(), once(second, "error=EIO").injections].concat()
        };
        Fault {
            name: format!("{} and then at {} {} ({})", alone.name, second.name, second.ordinal, second.text),
            injections,
        }
    });
    pairs.collect()
}

/// Calls of a run differ a little from those of another: new names of objects need new folders. So each name is counted a
/// few further than it was seen.
fn with_margin(calls: &[Call]) -> Vec<Call> {
    let mut points: Vec<Call> = calls.iter().filter(|call| call.writes()).cloned().collect();
    for name in ["mkdir", "fsync", "write", "unlink"] {
        let last = calls.iter().filter(|call| call.name == name).count();
        let further = (1..=3).map(|beyond| Call { name: name.to_owned(), ordinal: last + beyond, text: String::new() });
        points.extend(further);
    }
    points
}

#[test]
fn a_kill_in_any_call_loses_nothing() {
    if !strace::is_permitted("kills") {
        return;
    }
    for subject in &SUBJECTS {
        let points = with_margin(&calls_of(subject));
        let faults: Vec<Fault> = points.iter().map(|call| once(call, "signal=SIGKILL")).collect();
        try_all(subject, &faults).close(&format!("killed, {}", subject.name));
    }
}

#[test]
fn a_call_that_fails_once_makes_nothing_untrue() {
    if !strace::is_permitted("failing calls") {
        return;
    }
    for subject in &SUBJECTS {
        let calls = calls_of(subject);
        let points = with_margin(&calls);
        for error in ["ENOSPC", "EIO", "EACCES"] {
            let faults: Vec<Fault> = points.iter().map(|call| once(call, &format!("error={error}"))).collect();
            try_all(subject, &faults).close(&format!("{error} once, {}", subject.name));
        }
        // What cannot be read must not look like something that is not there. The loader's own files come first.
        let ours = calls.iter().skip_while(|call| !call.text.contains("/register"));
        let reading = ours.filter(|call| READING.contains(&&*call.name) && !call.writes());
        let faults: Vec<Fault> = reading.map(|call| once(call, "error=EIO")).collect();
        try_all(subject, &faults).close(&format!("EIO at reading, {}", subject.name));
    }
}

#[test]
fn a_disk_that_fails_from_a_moment_on_makes_nothing_untrue() {
    if !strace::is_permitted("a disk that stays broken") {
        return;
    }
    for subject in &SUBJECTS {
        let calls = calls_of(subject);
        // A full disk still opens, renames, removes and locks.
        let full = ["openat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "flock", "fcntl"];
        for (error, spared) in [("ENOSPC", &full[..]), ("EIO", &[]), ("EACCES", &[])] {
            let moments = (0..calls.len()).filter(|at| calls[*at].writes() && !spared.contains(&&*calls[*at].name));
            let faults: Vec<Fault> = moments.map(|at| for_ever(&calls, at, error, spared)).collect();
            try_all(subject, &faults).close(&format!("{error} for ever, {}", subject.name));
        }
    }
}

#[test]
fn a_second_failure_after_a_first_one_makes_nothing_untrue() {
    if !strace::is_permitted("second failures") {
        return;
    }
    for subject in &SUBJECTS {
        let calls = calls_of(subject);
        let mut faults = Vec::new();
        for (at, call) in calls.iter().enumerate().filter(|(_, call)| call.name == "rename") {
            let sync = calls[at..].iter().find(|call| call.name == "fsync").into_iter();
            for first in [call].into_iter().chain(sync) {
                faults.extend(second_faults(subject, first));
            }
        }
        try_all(subject, &faults).close(&format!("EIO twice, {}", subject.name));
    }
}

#[test]
fn a_kill_in_the_repair_of_a_kill_loses_nothing() {
    if !strace::is_permitted("kills in repairs") {
        return;
    }
    let subject = &SUBJECTS[0];
    let calls = calls_of(subject);
    let workbench = Workbench::new(subject);
    let mut tally = Tally::default();
    // The journal lies there from its own renaming to its own removal: the moments before the branch, at it and after it.
    let deaths = [
        ("rename", "/.git/index\""),
        ("rename", "/refs/heads/main\""),
        ("rename", ".yaml\""),
        ("unlink", "/complaints.pending\""),
    ];
    for (death, (name, end)) in deaths.into_iter().enumerate() {
        let Some(first) = calls.iter().find(|call| call.name == name && call.text.contains(end)) else {
            panic!("`{}` has no `{name}` of `{end}`", subject.name)
        };
        let first = once(first, "signal=SIGKILL");
        let step = if is_whole() { 3 } else { SAMPLE * 2 };
        for second in with_margin(&calls).iter().skip(death % step).step_by(step) {
            workbench.saved.restore(&workbench.ground);
            let mut broken = workbench.break_it(subject, &first);
            let again = once(second, "signal=SIGKILL");
            let log = workbench.ground.beside("calls");
            strace::run(&workbench.ground, &log, &again.injections, &NEW);
            broken.wrong.extend(workbench.judge_the_next(subject, &broken.ended, false));
            tally.count(&format!("{} and then {}", first.name, again.name), broken);
        }
    }
    tally.close("killed in the repair, new");
}
