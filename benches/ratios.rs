//! Whole processes beside what a person would compare them with, in one run: `cargo bench --bench ratios [-- SIZE… --program PATH]`.
//!
//! With `--program PATH` it measures that build, such as `target/release/complaints`. With `--keep DIR SIZE` it only leaves a
//! generated register in an empty folder, to profile commands in.
//!
//! Prints the tables of benches/README.md. Durations on a shared machine say little; their ratios, taken in turns in the same
//! repository, say enough.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "measures processes and prints what it finds")]

mod register;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use complaints::record::v1::Record;
use rayon::prelude::*;
use register::{NOW, Register, program};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// How often something is done before its median is taken: less often where it takes long.
const ROUNDS: [(usize, usize); 2] = [(1_000, 41), (10_000, 21)];

const NEW: [&str; 15] = [
    "new",
    "--now",
    NOW,
    "--channel",
    "phone",
    "--name",
    "مریم رضایی",
    "--phone",
    "09121234567",
    "--subject",
    "تأخیر در تحویل",
    "--statement",
    "قرار بود شنبه برسد، اما چهارشنبه تحویل شد.",
    "--wants",
    "بازگشت هزینهٔ ارسال",
];
const LIST: [&str; 5] = ["list", "--now", NOW, "--format", "json"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let asked: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    if let (Some(at), [size]) = (arguments.iter().position(|argument| argument == "--keep"), &asked[..]) {
        return drop(Register::generate(Path::new(&arguments[at + 1]), *size));
    }
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let on_disk = Path::new(env!("CARGO_TARGET_TMPDIR"));
    println!("| complaints | measured | ours | beside it | ratio |\n|---|---|---|---|---|");
    for size in sizes {
        let folder = tempfile::tempdir_in(on_disk).expect("a folder");
        let register = Register::generate(folder.path(), size);
        recording(&register, size, "synced", "core.fsync=all");
        listing(&register, size);
        looking(&register, size);
        drop(folder);
        // On a memory disk a sync costs nothing, so both write as if they did not sync.
        let Ok(folder) = tempfile::tempdir_in("/dev/shm") else { continue };
        recording(&Register::generate(folder.path(), size), size, "memory disk", "core.fsync=none");
    }
}

/// `new` beside `git add` and `git commit` of a file with the same bytes, in turns.
fn recording(register: &Register, size: usize, disk: &str, fsync: &str) {
    let (mut ours, mut git) = (Vec::new(), Vec::new());
    let rounds = ROUNDS.iter().find(|(largest, _)| size <= *largest).map_or(9, |(_, rounds)| *rounds);
    for round in 0..rounds {
        let start = Instant::now();
        let output = register.complaints(&NEW);
        ours.push(start.elapsed());
        let new = copy_of(register, output.trim(), round);
        // The guard against deletions is ours, so git is measured without it.
        let settings = ["-c", fsync, "-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0"];
        let start = Instant::now();
        register.git(&[&settings[..], &["add", "--", &new]].concat());
        register.git(&[&settings[..], &["commit", "--quiet", "--message", "complaint"]].concat());
        git.push(start.elapsed());
    }
    row(size, &format!("`new`, {disk}"), median(ours), ("`git add` and `git commit`", median(git)));
}

/// Writes a file with the bytes of the record that was just made, under a number of another station.
fn copy_of(register: &Register, reference: &str, round: usize) -> String {
    let made = format!("complaints/2026/11/{reference}.yaml");
    let counter = u32::try_from(round + 1).expect("a few rounds");
    let other = complaints::domain::reference::Reference::new(2026, 2, counter).expect("a reference");
    let copy = format!("complaints/2026/11/{other}.yaml");
    std::fs::copy(register.root.join(made), register.root.join(&copy)).expect("a copy");
    copy
}

/// `list --format json` beside reading and parsing each file once on all cores, by a YAML library and by our own reader; and the
/// most memory it ever had.
fn listing(register: &Register, size: usize) {
    let (mut ours, mut library, mut reader) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..5 {
        let start = Instant::now();
        register.complaints(&LIST);
        ours.push(start.elapsed());
        library.push(parsing(register, |text| serde_saphyr::from_str::<Record>(text).is_ok()));
        reader.push(parsing(register, |text| complaints::record::read(text.as_bytes()).is_ok()));
    }
    let ours = median(ours);
    row(size, "`list --format json`", ours, ("reading and parsing by serde-saphyr on all cores", median(library)));
    row(size, "`list --format json`", ours, ("reading and parsing by our reader on all cores", median(reader)));
    println!("| {size} | memory of `list --format json` | {} MB | | |", peak_of(register, &LIST));
}

/// Returns how long it takes to read each file once on all cores and to have it parsed.
fn parsing(register: &Register, is_read: impl Fn(&str) -> bool + Sync) -> Duration {
    let start = Instant::now();
    let texts = register.records.par_iter().map(|place| std::fs::read_to_string(register.root.join(place)));
    let parsed = texts.filter(|text| is_read(text.as_ref().expect("a file"))).count();
    let duration = start.elapsed();
    assert_eq!(parsed, register.records.len());
    duration
}

/// Returns the most memory that a command had at once, in MB.
fn peak_of(register: &Register, arguments: &[&str]) -> u64 {
    let report = register.root.join(".git/peak");
    let report = report.to_str().expect("UTF-8");
    let wrapped = [&["--format=%M", "--output", report, program()], arguments].concat();
    let output = register.command("/usr/bin/time", &wrapped).output().expect("GNU time is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let kilobytes: u64 = std::fs::read_to_string(report).expect("a report").trim().parse().expect("a number");
    kilobytes.div_ceil(1024)
}

/// `show` and `advance` by reference, and which records they opened.
fn looking(register: &Register, size: usize) {
    let reference = register.middle();
    let show = ["show", reference, "--now", NOW];
    let note = ["note", reference, "Called again.", "--now", NOW];
    for (name, arguments) in [("show", &show[..]), ("note", &note[..])] {
        let start = Instant::now();
        register.complaints(arguments);
        let duration = start.elapsed();
        let opened = opened_by(register, arguments);
        let others = opened.iter().filter(|file| file.starts_with("complaints/2") && !file.contains(reference)).count();
        println!(
            "| {size} | `{name} REF` | {} | {} files of the register opened, {others} other records | |",
            milliseconds(duration),
            opened.len()
        );
    }
}

/// Returns the files of the register's folder that a command opened, by strace.
fn opened_by(register: &Register, arguments: &[&str]) -> BTreeSet<String> {
    let report: PathBuf = register.root.join(".git/opened");
    let report_name = report.to_str().expect("UTF-8");
    let wrapped = [&["-f", "-qq", "-e", "trace=openat,open", "-o", report_name, program()], arguments].concat();
    let mut strace: Command = register.command("strace", &wrapped);
    let output = strace.output().expect("strace is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report = std::fs::read_to_string(report).expect("a report");
    let opened = report.lines().filter(|line| !line.contains("= -1") && line.contains(".yaml\""));
    opened.filter_map(|line| Some(line[line.find("complaints/")?..].split('"').next()?.to_owned())).collect()
}

fn row(size: usize, measured: &str, ours: Duration, beside: (&str, Duration)) {
    let (name, other) = beside;
    let ratio = ours.as_secs_f64() / other.as_secs_f64();
    println!("| {size} | {measured} | {} | {name} {} | {ratio:.2} |", milliseconds(ours), milliseconds(other));
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1000.0)
}

fn median(mut durations: Vec<Duration>) -> Duration {
    durations.sort_unstable();
    durations[durations.len() / 2]
}
