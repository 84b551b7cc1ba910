//! The program as the system sees it: exit codes, streams that are closed or full, an empty environment, rights that are
//! missing, clocks that jump, and that reading never writes.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "the proofs are the outside world of the program")]

mod proof;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Stdio;

use proof::{BINARY, Ended, Ground, NEW, is_there, numbers_are_whole, say, set_mode, strace};

/// A user that owns nothing.
const STRANGER: u32 = 12345;

/// What a caller says, as a line of the shell with `$COMPLAINTS` for the program.
const NEW_LINE: &str = "$COMPLAINTS new --channel phone --name Mary --phone 09120000123 --statement late";

fn with_complaint() -> Ground {
    let ground = Ground::with_register();
    ground.new_complaint();
    ground
}

/// Runs a line in bash, with `$COMPLAINTS` as the program; a pipe fails when any part of it does.
fn shell(ground: &Ground, line: &str) -> Ended {
    let mut command = ground.command("bash");
    command.env("COMPLAINTS", BINARY).args(["-o", "pipefail", "-c", line]);
    command.output().expect("bash").into()
}

#[test]
fn exit_codes_are_as_the_manual_says() {
    let ground = with_complaint();
    let place = ground.complaints_at("HEAD").remove(0);
    ground.complaints(&["list"]).expect_code(0);
    ground.complaints_in(&ground.home(), &["list"]).expect_code(1);
    ground.complaints(&["list", "--no-such-option"]).expect_code(2);
    ground.complaints(&[]).expect_code(2);
    ground.complaints(&["--help"]).expect_code(0);
    ground.complaints(&["advance", "1", "close"]).expect_code(4);
    ground.complaints(&["show", "77"]).expect_code(5);
    ground.complaints(&["show", "2026-01-0001-9"]).expect_code(5);
    ground.write_file(&place, "no: record\n");
    ground.complaints(&["list"]).expect_code(3);
    assert_eq!(ground.git(&["rev-list", "--count", "HEAD"]).trim(), "2");
}

#[test]
fn a_demo_within_a_repository_leaves_its_history_alone() {
    let ground = with_complaint();
    let before = ground.git(&["rev-parse", "HEAD"]);
    ground.complaints(&["demo", "shop"]).expect_code(0);
    assert_eq!(ground.git(&["rev-parse", "HEAD"]), before);
    let shop = ground.path("shop");
    assert!(ground.git_in(&shop, &["rev-list", "--count", "HEAD"]).trim().parse::<u32>().expect("a number") > 100);
    ground.complaints_in(&shop, &["check"]).expect_code(0);
    ground.new_complaint();
    assert_eq!(ground.complaints_at("HEAD").len(), 2);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let ground = with_complaint();
    for command in ["list", "show 1", "history 1", "summary --month 2026-11", "receipt 1", "--help", "man"] {
        let ended = shell(&ground, &format!("$COMPLAINTS {command} | head -c 0"));
        let complains = ["error", "warning", "panicked", "pipe"].iter().any(|word| ended.stderr.contains(word));
        assert!(ended.code == Some(0) && !complains, "{command}: {ended:?}");
    }
    shell(&ground, &format!("{NEW_LINE} 2>/dev/null | head -c 0")).expect_code(0);
    assert_eq!(ground.complaints_at("HEAD").len(), 2);
}

#[test]
fn a_complaint_is_recorded_and_acknowledged_whatever_happens_to_the_output() {
    let ground = with_complaint();
    let ways =
        [">&-", ">/dev/full", "2>&-", "2>/dev/full", ">&- 2>&-", ">/dev/full 2>/dev/full", "<&-", "<&- >&- 2>&-"];
    for way in ways {
        let before = ground.complaints_at("HEAD").len();
        shell(&ground, &format!("{NEW_LINE} {way}")).expect_code(0);
        assert_eq!(ground.complaints_at("HEAD").len(), before + 1, "{way}");
    }
    ground.assert_clean();
}

#[test]
fn an_answer_that_could_not_be_written_is_an_error_of_a_reading_command() {
    let ground = with_complaint();
    for command in ["list", "show 1", "summary --month 2026-11 --format json", "receipt 1", "check --format json"] {
        let ended = shell(&ground, &format!("$COMPLAINTS {command} >/dev/full")).expect_code(1);
        assert!(ended.stderr.contains("error: the output could not be written"), "{}", ended.stderr);
    }
}

#[test]
fn everything_works_in_an_empty_environment() {
    let ground = with_complaint();
    ground.git(&["config", "user.name", "Cron"]);
    ground.git(&["config", "user.email", "cron@alborz.example"]);
    let commands: [&[&str]; 6] =
        [&NEW, &["advance", "1", "acknowledge"], &["list"], &["summary", "--last"], &["receipt", "1"], &["check"]];
    for arguments in commands {
        let mut command = ground.command(BINARY);
        let ended = command.env_clear().stdin(Stdio::null()).args(arguments).output().expect("the program");
        Ended::from(ended).expect_code(0);
    }
    assert_eq!(ground.git(&["log", "-1", "--format=%an"]), "Cron\n");
    ground.assert_clean();
}

#[test]
fn a_complaint_is_recorded_on_a_computer_without_the_git_program() {
    let ground = with_complaint();
    let mut command = ground.command(BINARY);
    let ended: Ended = command.env("PATH", "/nowhere").args(NEW).output().expect("the program").into();
    ended.expect_code(0);
    ground.assert_clean();
}

#[test]
fn other_zones_and_locales_change_no_byte_of_what_is_printed() {
    let ground = with_complaint();
    let print = |variables: &[(&str, &str)]| -> Vec<String> {
        let commands: [&[&str]; 4] =
            [&["list"], &["history", "1"], &["summary", "--month", "2026-11", "--format", "json"], &["receipt", "1"]];
        let run = |arguments: &[&str]| {
            let mut command = ground.command(BINARY);
            command.envs(variables.iter().copied()).arg("--now=2027-01-01 10:00").args(arguments);
            Ended::from(command.output().expect("the program")).expect_code(0).stdout
        };
        commands.into_iter().map(run).collect()
    };
    let plain = print(&[]);
    for zone in ["Asia/Tehran", "America/New_York", "Pacific/Kiritimati"] {
        assert_eq!(
            print(&[("TZ", zone), ("LC_ALL", "fa_IR.UTF-8"), ("LANG", "fa_IR"), ("COLUMNS", "40")]),
            plain,
            "{zone}"
        );
    }
    assert_eq!(print(&[("LC_ALL", "C")]), plain);
}

/// Gives a folder with all that is in it to another user.
fn give_away(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        std::os::unix::fs::lchown(entry.path(), Some(STRANGER), Some(STRANGER)).expect("a new owner");
    }
}

/// Returns a command of somebody whose rights count: of a stranger when root runs the tests, else of the user.
fn without_privileges(ground: &Ground, arguments: &[&str]) -> Option<std::process::Command> {
    let is_root = fs::metadata(ground.home()).expect("metadata").uid() == 0;
    if !is_root {
        let mut command = ground.command(BINARY);
        command.args(arguments);
        return Some(command);
    }
    if !is_there("setpriv", "what rights that are missing do") {
        return None;
    }
    // The folder of the proof and the program's own folder must let a stranger through.
    set_mode(ground.home().parent().expect("a folder"), 0o755);
    let copy = ground.beside("program");
    if !copy.exists() {
        // By a process of its own: a test beside this one could start a program while the copy is open for writing, and would
        // keep it open.
        let copied = ground.command("cp").arg(BINARY).arg(&copy).status().expect("cp");
        assert!(copied.success());
    }
    let stranger = STRANGER.to_string();
    let mut command = ground.command("setpriv");
    command.args([&format!("--reuid={stranger}"), &format!("--regid={stranger}"), "--clear-groups"]);
    command.arg(copy).args(arguments);
    Some(command)
}

#[test]
fn a_register_that_may_not_be_written_is_read_like_any_other() {
    let ground = with_complaint();
    give_away(&ground.root);
    let mut modes = Vec::new();
    for entry in walkdir::WalkDir::new(&ground.root).into_iter().filter_map(Result::ok) {
        let mode = entry.metadata().expect("metadata").permissions().mode();
        set_mode(entry.path(), mode & !0o222);
        modes.push((entry.path().to_owned(), mode));
    }
    for arguments in READING {
        let Some(mut command) = without_privileges(&ground, arguments) else { return };
        let ended: Ended = command.output().expect("the program").into();
        assert!([Some(0), Some(3)].contains(&ended.code), "{arguments:?}: {ended:?}");
        assert!(ended.code == Some(0) || arguments == &["doctor"], "{arguments:?}: {ended:?}");
    }
    let Some(mut command) = without_privileges(&ground, &NEW) else { return };
    let ended: Ended = command.output().expect("the program").into();
    let ended = ended.expect_code(1);
    for (path, mode) in modes {
        set_mode(&path, mode);
    }
    assert!(ended.stderr.contains("may not be written"), "{}", ended.stderr);
    assert!(ended.stdout.is_empty());
    let Some(mut command) = without_privileges(&ground, &NEW) else { return };
    Ended::from(command.output().expect("the program")).expect_code(0);
}

#[test]
fn a_home_folder_that_may_not_be_entered_does_not_stop_cron() {
    let ground = with_complaint();
    ground.git(&["config", "user.name", "Cron"]);
    ground.git(&["config", "user.email", "cron@alborz.example"]);
    give_away(&ground.root);
    set_mode(&ground.home(), 0o000);
    for arguments in [&NEW[..], &["list"], &["summary", "--last"]] {
        let Some(mut command) = without_privileges(&ground, arguments) else { break };
        let ended: Ended = command.output().expect("the program").into();
        set_mode(&ground.home(), 0o000);
        ended.expect_code(0);
    }
    set_mode(&ground.home(), 0o700);
}

#[test]
fn arguments_that_are_no_text_are_refused_in_words() {
    let ground = with_complaint();
    let odd = OsStr::from_bytes(b"caf\xe9");
    let positions: [&[&OsStr]; 5] = [
        &[odd],
        &[OsStr::new("show"), odd],
        &[OsStr::new("new"), OsStr::new("--anonymous"), OsStr::new("--statement"), odd],
        &[OsStr::new("list"), OsStr::new("--find"), odd],
        &[OsStr::new("-C"), odd, OsStr::new("list")],
    ];
    for arguments in positions {
        let ended: Ended = ground.command(BINARY).args(arguments).output().expect("the program").into();
        assert!(ended.code == Some(1) || ended.code == Some(2), "{arguments:?}: {ended:?}");
        assert!(ended.stderr.contains("error:") && !ended.stderr.contains("panicked"), "{}", ended.stderr);
    }
    let mut command = ground.command(BINARY);
    let ended: Ended = command.env("LANG", odd).env(odd, odd).args(NEW).output().expect("the program").into();
    ended.expect_code(0);
    let folder = ground.home().join(odd);
    fs::create_dir(&folder).expect("a folder");
    let ended: Ended = ground.command_in(&folder, BINARY).args(["list"]).output().expect("the program").into();
    assert!(ended.expect_code(1).stderr.contains("there is no register"));
}

#[test]
fn a_folder_that_was_removed_under_the_command_is_no_panic() {
    let ground = with_complaint();
    let ended = shell(&ground, "mkdir gone && cd gone && rmdir ../gone && $COMPLAINTS list");
    assert!(ended.code == Some(1) && ended.stderr.contains("error:"), "{ended:?}");
}

#[test]
fn a_pretended_time_is_never_the_time_of_a_commit() {
    let ground = with_complaint();
    for pretended in ["2026-01-01 10:00", "1999-12-31 23:59"] {
        let ended = ground.complaints(&[&NEW[..], &["--now", pretended]].concat());
        if ended.code == Some(0) {
            let recorded: i64 = ground.git(&["log", "-1", "--format=%ct"]).trim().parse().expect("a time");
            let real = fs::metadata(ground.path(".git/HEAD")).expect("metadata").mtime();
            assert!((recorded - real).abs() < 3600, "recorded at {recorded}");
        }
    }
    ground.assert_clean();
}

#[test]
fn a_clock_that_was_ahead_does_not_put_history_out_of_order() {
    let ground = with_complaint();
    let mut command = ground.command("git");
    command.env("GIT_COMMITTER_DATE", "@2500000000 +0000").args([
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "from the future",
    ]);
    assert!(command.status().expect("git").success());
    let second = ground.new_complaint();
    ground.complaints(&["advance", &second, "acknowledge"]).expect_code(0);
    let dates = ground.git(&["log", "--format=%ct"]);
    let dates: Vec<i64> = dates.lines().map(|date| date.parse().expect("a time")).collect();
    assert!(dates.is_sorted_by(|newer, older| newer >= older), "{dates:?}");
    assert_eq!(dates[0], 2_500_000_000);
    // What is claimed to have happened is not dragged along.
    let place = ground.complaints_at("HEAD").remove(1);
    assert!(!ground.read_file(&place).contains("2049"));
    ground.complaints(&["summary", "--month", "2026-11"]).expect_code(0);
    ground.assert_clean();
}

/// The commands that only read.
const READING: &[&[&str]] = &[
    &["list"],
    &["list", "--format", "json"],
    &["show", "1"],
    &["show", "1", "--say"],
    &["history", "1"],
    &["summary", "--month", "2026-11"],
    &["summary", "--last", "--format", "json"],
    &["receipt", "1"],
    &["advance", "1"],
    &["check"],
    &["doctor"],
    &["codes"],
    &["advance", "1", "acknowledge", "--dry-run"],
];

#[test]
fn reading_never_writes() {
    if !strace::is_permitted("that reading never writes") {
        return;
    }
    let ground = with_complaint();
    for arguments in READING {
        let log = ground.beside("calls");
        let (ended, calls) = strace::run(&ground, &log, &[], arguments);
        assert!([Some(0), Some(3)].contains(&ended.code), "{arguments:?}: {ended:?}");
        assert!(calls.iter().any(strace::Call::is_speech), "the trace of {arguments:?} shows nothing");
        let writing: Vec<_> = calls.iter().filter(|call| call.writes() && !call.is_harmless()).collect();
        assert!(writing.is_empty(), "{arguments:?} writes: {writing:#?}");
    }
}

#[test]
fn reading_changes_no_file_even_while_a_killed_command_waits_for_its_repair() {
    if !strace::is_permitted("reading beside a journal") {
        return;
    }
    let ground = with_complaint();
    let log = ground.beside("calls");
    let place = |name: &str| format!("{name}:signal=SIGKILL:when=1");
    // Killed when it removes the journal's neighbours for the first time after the branch has moved.
    let (_, calls) = strace::run(&ground, &log, &[], &NEW);
    let renames: Vec<_> = calls.iter().filter(|call| call.name == "rename").collect();
    let branch = renames.iter().position(|call| call.text.contains("/refs/heads/main\"")).expect("the branch moves");
    let kill = place("rename").replace("when=1", &format!("when={}", renames[branch + 1].ordinal));
    strace::run(&ground, &log, &[kill], &NEW);
    assert!(ground.path(".git/complaints.pending").exists(), "the kill came too late: the test proves nothing");
    let all = || -> Vec<(std::path::PathBuf, u64, i64)> {
        let entries = walkdir::WalkDir::new(&ground.root).sort_by_file_name().into_iter().filter_map(Result::ok);
        let facts = entries.map(|entry| {
            let metadata = entry.metadata().expect("metadata");
            (entry.path().to_owned(), metadata.len(), metadata.mtime_nsec())
        });
        facts.collect()
    };
    let before = all();
    for arguments in READING {
        let ended = ground.complaints(arguments);
        assert!([Some(0), Some(1), Some(3)].contains(&ended.code), "{arguments:?}: {ended:?}");
    }
    let listed = ground.complaints(&["list", "--format", "plain"]).expect_code(0);
    assert_eq!(listed.stdout.lines().count(), 3, "what is in HEAD is read: {}", listed.stdout);
    assert!(listed.stderr.contains("warning: an interrupted write"), "{}", listed.stderr);
    assert_eq!(all(), before);
    ground.new_complaint();
    ground.assert_clean();
}

#[test]
fn too_few_open_files_are_an_error_and_not_a_loss() {
    let ground = with_complaint();
    for limit in 4..16 {
        let before = ground.picture();
        let ended = shell(&ground, &format!("ulimit -n {limit}; {NEW_LINE}"));
        match ended.code {
            Some(0) => assert_ne!(ground.picture()[0], before[0]),
            Some(1) => assert_eq!(ground.picture(), before, "{limit} files: {}", ended.stderr),
            Some(127) => {}
            _ => panic!("{limit} files: {ended:?}"),
        }
    }
    ground.new_complaint();
    assert!(numbers_are_whole(&ground.complaints_at("HEAD")));
    ground.assert_clean();
}

#[test]
fn many_complaints_at_once_need_no_more_open_files_than_a_few() {
    let ground = Ground::with_register();
    let lines = (1..=400).map(|number| {
        format!("{{\"channel\":\"phone\",\"anonymous\":true,\"statement\":\"The courier was late, {number}.\"}}\n")
    });
    let file = ground.beside("many.jsonl");
    fs::write(&file, lines.collect::<String>()).expect("a file");
    let line = format!("ulimit -n 64; $COMPLAINTS new --from '{}'", file.display());
    shell(&ground, &line).expect_code(0);
    assert_eq!(ground.complaints_at("HEAD").len(), 400);
}

#[test]
fn a_disk_that_is_really_full_stops_with_a_message_and_keeps_what_was_acknowledged() {
    let ground = Ground::empty();
    let disk = ground.root.clone();
    let mount = |options: &str| {
        let mut command = ground.command("mount");
        command.args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&disk).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    if !mount("size=1m") {
        say("SKIPPED: a disk that is really full: no file system may be mounted here");
        return;
    }
    let outcome = std::panic::catch_unwind(|| {
        ground.complaints(&["init", "--organization", "Alborz"]).expect_code(0);
        let mut acknowledged = 0;
        let failed = loop {
            let ended = ground.complaints(&NEW);
            match ended.code {
                Some(0) => acknowledged += 1,
                _ => break ended,
            }
        };
        let failed = failed.expect_code(1);
        assert!(failed.stderr.contains("No space left on device"), "{}", failed.stderr);
        let again = ground.complaints(&NEW).expect_code(1);
        assert!(again.stdout.is_empty());
        assert_eq!(ground.complaints_at("HEAD").len(), acknowledged, "what was acknowledged is what is in HEAD");
        assert!(mount("remount,size=8m"), "the disk cannot be made larger");
        ground.new_complaint();
        assert_eq!(ground.complaints_at("HEAD").len(), acknowledged + 1);
        assert!(numbers_are_whole(&ground.complaints_at("HEAD")));
        ground.assert_clean();
        say(&format!("a full disk: {acknowledged} acknowledged, {acknowledged} in HEAD, clean after space was made"));
    });
    assert!(ground.command("umount").arg("-l").arg(&disk).status().expect("umount").success());
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn bash_completes_what_the_register_knows() {
    let ground = with_complaint();
    let complete = |line: &str| {
        let script = format!(
            r#"complaints() {{ "$COMPLAINTS" "$@"; }}; source <(complaints completions bash); COMP_WORDS=({line}); \
            COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_TYPE=9; \
            _clap_complete_complaints complaints "${{COMP_WORDS[COMP_CWORD]}}"; printf '%s\n' "${{COMPREPLY[@]}}""#
        );
        let ended = shell(&ground, &script);
        assert!(ended.code == Some(0) && ended.stderr.is_empty(), "{line}: {ended:?}");
        ended.stdout
    };
    assert_eq!(complete("complaints show 2026"), "2026-01-0001-2\n");
    assert_eq!(complete("complaints show 1"), "1-2\n");
    assert_eq!(complete("complaints letter 1 closing"), "closing-note\n");
    assert_eq!(complete("complaints list --category = deliv"), "delivery\n");
    assert_eq!(complete("complaints -C / show 2026"), "\n");
}
