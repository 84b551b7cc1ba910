//! Killed at any moment, by the system and without warning: this test program starts itself and kills it.
#![expect(clippy::disallowed_methods, reason = "a process is started to be killed")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{Playground, new_complaint, next_complaint, pen};
use crate::register::Register;
use crate::register::change::{Durability, Pen};

const FOLDER: &str = "COMPLAINTS_TEST_FOLDER";
const WRITER: &str = "register::tests::killing::the_writer_that_is_killed";

/// Writes complaints for ever and says so after each. Started by the test below; alone it does nothing.
#[test]
fn the_writer_that_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let register = Register::find(folder.as_ref(), &super::environment()).expect("a register");
    let durable = Pen { durability: Durability::Full, ..pen() };
    let count = std::env::var("COMPLAINTS_TEST_COUNT").ok().and_then(|count| count.parse().ok());
    for _ in 0..count.unwrap_or(usize::MAX) {
        let mut last = String::new();
        let written = register.write(durable, |tip| {
            let change = next_complaint(tip)?;
            last = change.files[0].0.to_string();
            Ok::<_, crate::register::change::Stop>(change)
        });
        match written {
            // Not captured by the test harness, which is told not to.
            Ok(_) => eprintln_raw(&format!("recorded {last}")),
            Err(error) => panic!("{error}: {error:?}"),
        }
    }
}

fn eprintln_raw(line: &str) {
    use std::io::Write;
    let mut stdout = std::io::stdout().lock();
    let _ = writeln!(stdout, "\n{line}");
}

#[test]
fn a_kill_at_any_moment_loses_nothing() {
    let playground = Playground::with_register();
    let program = std::env::current_exe().expect("this program");
    let mut recorded = BTreeSet::new();
    for round in 0..40 {
        let mut writer = Command::new(&program)
            .args(["--exact", WRITER, "--nocapture", "--test-threads=1"])
            .env(FOLDER, playground.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the writer");
        let output = BufReader::new(writer.stdout.take().expect("its output"));
        let mut lines = output.lines().map_while(Result::ok);
        let mut records = lines.by_ref().filter_map(|line| line.strip_prefix("recorded ").map(ToOwned::to_owned));
        // It is at work now, however slow the computer is.
        recorded.extend(records.next());
        std::thread::sleep(Duration::from_micros(round * 977 % 10_000));
        writer.kill().expect("a kill");
        writer.wait().expect("its end");
        recorded.extend(records);
    }
    new_complaint(&playground.register()).expect("a commit");
    playground.assert_clean();
    let kept: BTreeSet<String> = playground.complaints_at_head().into_iter().collect();
    assert!(recorded.len() >= 40);
    assert!(recorded.is_subset(&kept), "{:?}", recorded.difference(&kept).collect::<Vec<_>>());
    // No number was skipped either.
    assert_eq!(kept.len().to_string(), last_counter(&kept));
}

fn last_counter(paths: &BTreeSet<String>) -> String {
    let counter = |path: &String| path.rsplit('-').nth(1).and_then(|counter| counter.parse::<u32>().ok());
    paths.iter().filter_map(counter).max().unwrap_or(0).to_string()
}
