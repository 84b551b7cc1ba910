//! The documents say what the program does: every console block is typed into a register, one register for each document.
//!
//! `UPDATE_EXPECT=1 cargo test documents` writes down what the program says now; read the diff before you commit it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use complaints::calendar::CalendarKind;
use complaints::check::Check;
use complaints::cli::Cli;
use complaints::domain::rules::Step;
use complaints::domain::words::State;
use complaints::locale::Locale;
use complaints::text::digits::Digits;
use complaints::text::language::Language;
use expect_test::expect_file;

use crate::chart;
use crate::support::shell::Shell;
use crate::support::{self, TestRegister};

/// The documents beside those in `docs/`.
const DOCUMENTS: [&str; 2] = ["README.md", "complaints/README.md"];

/// Commands of which a document shows only the beginning, so that it stays readable.
const CUT: &str = "…\n";

#[test]
fn every_console_block_of_a_document_prints_what_stands_there() {
    let documents: Vec<(PathBuf, String)> = documents().into_iter().map(|path| (path.clone(), read(&path))).collect();
    std::thread::scope(|scope| {
        for (path, text) in documents.iter().filter(|(_, text)| text.contains("```console")) {
            scope.spawn(move || expect_file![path].assert_eq(&replayed(text)));
        }
    });
}

#[test]
fn the_page_of_commands_says_what_the_help_says() {
    let mut page = String::from(
        "# Commands\n\nWhat `complaints COMMAND --help` says, written down by `UPDATE_EXPECT=1 cargo test documents`.\n",
    );
    let mut register = TestRegister::nothing();
    let names: Vec<String> = Cli::whole().get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let help = register.run("--help").stdout();
    write!(page, "\n## complaints\n```text\n{}\n```\n", help.trim_end()).expect("a string can be written to");
    for name in names {
        let help = register.run(&format!("{name} --help")).stdout();
        let own = help.split("\nOptions for every command:").next().unwrap_or(&help);
        write!(page, "\n## complaints {name}\n```text\n{}\n```\n", own.trim_end()).expect("a string can be written to");
    }
    expect_file!["../docs/cli.md"].assert_eq(&page);
}

#[test]
fn no_line_of_a_help_text_is_broken_by_the_screen() {
    let command = Cli::whole();
    for command in command.get_subcommands() {
        let text = command.get_long_about().map(ToString::to_string).unwrap_or_default();
        // A paragraph that is one long line is wrapped as a whole.
        for paragraph in text.split("\n\n").filter(|paragraph| paragraph.contains('\n')) {
            let broken = paragraph.lines().find(|line| line.chars().count() > 98);
            assert_eq!(broken, None, "complaints {} --help", command.get_name());
        }
    }
}

#[test]
fn the_page_of_the_process_is_that_of_the_table_of_rules() {
    assert_eq!(chart::untold(), [], "tests/chart/words.rs: each step is told once");
    expect_file!["../docs/process.md"].assert_eq(&chart::page());
}

#[test]
fn the_page_of_checks_names_every_check() {
    let mut page = String::from(CHECKS);
    let locale =
        |language| Locale::new(language, CalendarKind::Gregorian, Digits::Latn, complaints::calendar::Zone::UTC);
    let (english, persian) = (locale(Language::En), locale(Language::Fa));
    for check in Check::ALL {
        let (tier, weight) = (check.tier(), check.weight());
        let [en, fa] = [&english, &persian].map(|locale| locale.label("check", check.as_str()));
        writeln!(page, "| `{check}` | {tier} | {weight} | {en} | {fa} |").expect("a string can be written to");
    }
    expect_file!["../docs/checks.md"].assert_eq(&page);
}

#[test]
fn the_glossary_knows_every_command_step_and_state() {
    let glossary = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/glossary.md"));
    let quoted: Vec<&str> = glossary.split('`').skip(1).step_by(2).flat_map(|code| code.split([' ', '.'])).collect();
    let command = Cli::whole();
    let commands = command.get_subcommands().map(|command| command.get_name().to_owned());
    let steps = Step::ALL.iter().map(|step| step.as_str().to_owned());
    let states = State::ALL.iter().map(|state| state.as_str().to_owned());
    let unknown: Vec<String> =
        commands.chain(steps).chain(states).filter(|word| !quoted.contains(&word.as_str())).collect();
    assert!(unknown.is_empty(), "docs/glossary.md does not know: {}", unknown.join(" "));
}

/// What the page of checks begins with.
const CHECKS: &str = "\
# Checks

`complaints check` reads every file and makes every check of its tier; all findings are told, each with file, line and column, why it matters, and a
command that mends it. Errors make the exit code 3, warnings do not. `--tier strict` adds what a tidy register keeps, `--tier all` what is worth a look;
`--only NAME` makes one check of whatever tier. `--format json` is a contract, `--format sarif` is SARIF 2.1.0 for code hosts and editors: the rules there
are the names here. This page is written by `UPDATE_EXPECT=1 cargo test documents`.

`guards-hold` asks the table of rules ([process.md](process.md)) about every stored event: reasons and the next route with a rejection, an answer to each
point, the authority or approval for an amount, a second person where the register wants one, an approver who is not the author, a reviewer who had no part, both consents in a dispute, an extension in
time and told, a reason to close. `--fix` mends what is safe: a stored state or level that is not that of the events, where nothing else is wrong and
nobody has edited the file since the last commit.

| Check | Tier | Weight | Why | چرا |
|---|---|---|---|---|
";

/// Returns the document with the output of all its commands as it is now.
fn replayed(document: &str) -> String {
    let mut shell = Shell::new(TestRegister::nothing());
    let mut text = String::new();
    let mut lines = document.lines().peekable();
    while let Some(line) = lines.next() {
        text += line;
        text.push('\n');
        let Some(waiting) = line.strip_prefix("```console") else { continue };
        shell.register.wait(time_in(waiting));
        let mut block = Vec::new();
        while let Some(line) = lines.next_if(|line| *line != "```") {
            block.push(line);
        }
        text += &typed(&mut shell, &block);
    }
    text
}

/// Types the commands of a block and returns them with their output; where the document shows only the first lines and `…`,
/// so many are shown.
fn typed(shell: &mut Shell, block: &[&str]) -> String {
    let mut text = String::new();
    let mut lines = block.iter().peekable();
    while let Some(line) = lines.next() {
        let Some(first) = line.strip_prefix("$ ") else { continue };
        let mut command = first.to_owned();
        text = text + line + "\n";
        while command.ends_with('\\')
            && let Some(next) = lines.next()
        {
            command.truncate(command.len() - 1);
            command += next.trim_start();
            text = text + next + "\n";
        }
        let mut shown = 0;
        let mut is_cut = false;
        while let Some(line) = lines.next_if(|line| !line.starts_with("$ ")) {
            is_cut = *line == "…";
            shown += 1;
        }
        let output = without_direction_marks(&shell.type_in(&command));
        if is_cut {
            text.extend(output.split_inclusive('\n').take(shown - 1));
            text += CUT;
        } else {
            text += &output;
        }
    }
    text
}

/// Returns how long the document waits before a block: ```` ```console 3 days later ````.
fn time_in(words: &str) -> TimeDelta {
    let mut words = words.split_whitespace();
    let count: i64 = words.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    match words.next() {
        Some("day" | "days") => TimeDelta::days(count),
        Some("hour" | "hours") => TimeDelta::hours(count),
        Some("minute" | "minutes") => TimeDelta::minutes(count),
        Some(other) => panic!("`{other}` is no time to wait"),
        None => TimeDelta::zero(),
    }
}

/// Documents hold no invisible marks; what isolates foreign words on paper is left out there.
fn without_direction_marks(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// Returns the documents that are there, sorted.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<PathBuf> = DOCUMENTS.iter().map(|name| root.join(name)).filter(|path| path.is_file()).collect();
    for entry in support::files_of(&root.join("docs")) {
        if entry.extension().is_some_and(|ending| ending == "md") {
            found.push(entry);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    support::text_of(path)
}
