//! The fence of the house: reads the sources and documents as text and fails where one breaks a rule of ARCHITECTURE.md.
//!
//! What the compiler and clippy can hold is held there; here stands what they cannot see: which layer may know which,
//! where a crate has its one home, and whether the documents still tell the truth. It knows nothing of the program's
//! behaviour and needs no crate but std. Every finding is reported at once, as `FILE:LINE: what is wrong`.

#![expect(
    clippy::disallowed_methods,
    reason = "the fence reads files as text, beside the program's own door to the disk"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the ground up, and what each may know of the others.
const LAYERS: [(&str, &[&str]); 12] = [
    ("text", &[]),
    ("calendar", &["text"]),
    ("domain", &["calendar", "text"]),
    ("record", &["domain", "calendar", "text"]),
    ("register", &["record", "domain", "calendar", "text"]),
    ("check", &["record", "domain", "calendar", "text"]),
    ("intake", &["record", "domain", "calendar", "text"]),
    ("query", &["domain", "calendar", "text"]),
    ("report", &["domain", "calendar", "text"]),
    ("locale", &["domain", "calendar", "text"]),
    ("document", &["report", "locale", "domain", "calendar", "text"]),
    ("render", &["document", "report", "query", "locale", "domain", "calendar", "text"]),
];

/// What only the tests of a layer may know too: they read the sentences that its keys stand for.
const IN_TESTS: [(&str, &str); 1] = [("src/check/tests.rs", "locale")];

/// The modules above the layers; they may know everything.
const TOP: [&str; 10] = ["prompt", "world", "settings", "exit", "ui", "error", "commands", "cli", "lib", "main"];

/// The one layer that is not pure: all others answer the same question with the same answer.
const DISK: &str = "register";

/// Doors of std that stay shut in a pure layer.
const DOORS: [&str; 5] = ["fs", "env", "net", "process", "thread"];

/// Words that a pure layer does not know.
const OUTSIDE: [&str; 5] = ["print!", "println!", "eprint!", "eprintln!", "inquire"];

/// Words that one layer does not know.
const FORBIDDEN: [(&str, &[&str]); 2] = [
    ("domain", &["serde", "serde_json", "schemars"]),
    ("register", &["print!", "println!", "eprint!", "eprintln!", "inquire"]),
];

/// Crates that live behind our own types, and how the paths begin where they may be named.
const HOMES: [(&str, &[&str]); 15] = [
    ("git2", &["src/register/git"]),
    ("flate2", &["src/register/git"]),
    ("rustix", &["src/register/files/together.rs"]),
    ("serde_saphyr", &["src/record/"]),
    ("granit_parser", &["src/record/"]),
    ("icu_calendar", &["src/calendar/"]),
    ("comfy_table", &["src/render/table.rs"]),
    ("fluent_bundle", &["src/locale/"]),
    ("minijinja", &["src/document/"]),
    ("mail_builder", &["src/document/mail.rs"]),
    ("qrcode", &["src/document/qr.rs"]),
    ("typst", &["src/document/pdf/typeset.rs"]),
    ("typst_layout", &["src/document/pdf/typeset.rs"]),
    ("typst_pdf", &["src/document/pdf/typeset.rs"]),
    ("clap", &["src/cli.rs", "src/commands/", "src/lib.rs"]),
];

/// Words that mark unfinished work; written in halves, so that this file passes its own test.
const UNFINISHED: [&str; 6] = [
    concat!("to", "do!"),
    concat!("unimple", "mented!"),
    concat!("db", "g!"),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
];

/// How many items of the source articles docs/coverage.md answers for.
const COVERED_ITEMS: usize = 195;

#[test]
fn every_layer_knows_only_what_lies_below_it() {
    let mut findings = Vec::new();
    for source in sources("src").iter().filter(|source| !TOP.contains(&source.layer())) {
        let layer = source.layer();
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            findings.push(format!("{}:1: src/{layer} is missing in the tables of tests/house.rs", source.path));
            continue;
        };
        for (line, used) in source.first_names_after("crate::") {
            let is_of_a_test = IN_TESTS.contains(&(source.path.as_str(), used.as_str()));
            if used != layer && !allowed.contains(&used.as_str()) && !is_of_a_test {
                findings.push(source.finding(line, &format!("crate::{used}")));
            }
        }
    }
    report(&findings);
}

#[test]
fn a_pure_layer_has_no_door_to_the_outside() {
    let mut findings = Vec::new();
    for source in sources("src").iter().filter(|source| source.is_pure()) {
        findings.extend(OUTSIDE.iter().flat_map(|word| source.findings(word)));
        let doors = source.first_names_after("std::").into_iter().filter(|(_, name)| DOORS.contains(&name.as_str()));
        findings.extend(doors.map(|(line, name)| source.finding(line, &format!("std::{name}"))));
    }
    report(&findings);
}

#[test]
fn a_layer_does_not_know_what_is_forbidden_to_it() {
    let mut findings = Vec::new();
    for source in sources("src") {
        let words = FORBIDDEN.iter().filter(|(layer, _)| *layer == source.layer()).flat_map(|(_, words)| *words);
        findings.extend(words.flat_map(|word| source.findings(word)));
    }
    report(&findings);
}

#[test]
fn a_walled_in_crate_is_named_only_at_its_home() {
    let mut findings = Vec::new();
    for source in sources("src") {
        let away = HOMES.iter().filter(|(_, homes)| !homes.iter().any(|home| source.path.starts_with(home)));
        findings.extend(away.flat_map(|(name, _)| source.findings(name)));
    }
    report(&findings);
}

#[test]
fn questions_are_asked_in_one_file_only() {
    let asking = sources("src").into_iter().filter(|source| source.lines_with("inquire").next().is_some());
    let asking: Vec<String> = asking.map(|source| source.path).collect();
    assert!(asking.len() <= 1, "inquire has more than one home: {asking:?}");
}

#[test]
fn every_file_says_first_what_lives_in_it() {
    let silent = ["src", "tests"].into_iter().flat_map(sources).filter(|source| !source.text.starts_with("//!"));
    report(&silent.map(|source| format!("{}:1: starts without `//!`", source.path)).collect::<Vec<_>>());
}

#[test]
fn nothing_unfinished_is_left_behind() {
    let mut findings = Vec::new();
    for source in ["src", "tests", "benches"].into_iter().flat_map(sources) {
        for (index, line) in source.text.lines().enumerate() {
            let words = UNFINISHED.iter().filter(|word| has_word(line, word));
            findings.extend(words.map(|word| format!("{}:{}: `{word}` is unfinished work", source.path, index + 1)));
        }
    }
    report(&findings);
}

#[test]
fn no_file_hides_text_behind_direction_marks() {
    let mut findings = Vec::new();
    for path in ["src", "tests", "benches", "docs", "templates", "."].into_iter().flat_map(texts) {
        let text = read(&path);
        for (index, line) in text.lines().enumerate() {
            if let Some(mark) = line.chars().find(|letter| is_direction_mark(*letter)) {
                findings.push(format!("{path}:{}: holds {}; write it as an escape", index + 1, mark.escape_unicode()));
            }
        }
    }
    report(&findings);
}

#[test]
fn main_only_hands_over() {
    let lines = read("src/main.rs").lines().count();
    assert!(lines <= 20, "src/main.rs:{lines}: has {lines} lines, 20 are allowed");
}

#[test]
fn no_source_file_is_forgotten() {
    let manifest = read("Cargo.toml");
    let named = manifest.lines().filter_map(|line| line.strip_prefix("path = \"")?.strip_suffix('"'));
    let mut waiting: Vec<String> = named.chain(["src/lib.rs", "src/main.rs"]).map(str::to_owned).collect();
    let roots: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut reached = BTreeSet::new();
    while let Some(path) = waiting.pop() {
        if reached.insert(path.clone()) {
            let owns_folder = roots.contains(&path) || path.ends_with("/mod.rs");
            waiting.extend(modules_of(&path, owns_folder));
        }
    }
    let forgotten = ["src", "tests"].into_iter().flat_map(sources).filter(|source| !reached.contains(&source.path));
    report(&forgotten.map(|source| format!("{}:1: belongs to no crate", source.path)).collect::<Vec<_>>());
}

#[test]
fn the_coverage_table_answers_for_every_item_once_and_in_order() {
    let listed: Vec<String> = coverage().into_iter().map(|row| row.id).collect();
    let expected: Vec<String> = (1..=COVERED_ITEMS).map(|number| format!("S{number}")).collect();
    assert_eq!(listed, expected, "docs/coverage.md: the items and their order");
}

#[test]
fn the_coverage_table_names_only_what_exists() {
    let commands = commands();
    let mut findings = Vec::new();
    for row in coverage() {
        for quoted in quotations(&row.command) {
            let mut words = quoted.split(' ');
            let is_command =
                words.next() == Some("complaints") && words.next().is_some_and(|name| commands.contains(name));
            if !is_command {
                findings.push(format!("docs/coverage.md:{}: `{quoted}` is no command of src/cli.rs", row.line));
            }
        }
        for quoted in quotations(&row.document).into_iter().chain(quotations(&row.test)) {
            let missing = missing_part(quoted).map(|missing| format!("docs/coverage.md:{}: {missing}", row.line));
            findings.extend(missing);
        }
    }
    report(&findings);
}

#[test]
fn every_finding_and_its_remedy_has_words_in_each_language_that_tell_all_values() {
    let found: BTreeSet<_> = sources("src/check").iter().flat_map(findings_of).collect();
    let mut findings = Vec::new();
    for path in ["src/locale/en/check.ftl", "src/locale/fa/check.ftl"] {
        let told = sentences(path);
        let alone = found.symmetric_difference(&told);
        findings
            .extend(alone.map(|(key, values)| format!("{path}:1: `{key}` with {values:?} is found or told, not both")));
    }
    assert!(found.len() > 50, "the findings are not made as this test reads them");
    report(&findings);
}

/// Returns the keys of the findings that a file makes, each with the names of the values it gets in the same statement.
fn findings_of(source: &Source) -> Vec<(String, BTreeSet<String>)> {
    let code = source.code.join("\n");
    let made = code.split("::of(\"").skip(1).filter_map(|made| made.split(';').next()?.split_once('"'));
    made.map(|(key, rest)| {
        let values = [".text(\"", ".count(\""].into_iter().flat_map(|call| rest.split(call).skip(1));
        let names = values.filter_map(|value| value.split('"').next()).map(str::to_owned);
        (key.to_owned(), names.collect())
    })
    .collect()
}

/// Returns the keys of the sentences about findings in a file of words, each with the names of its places.
fn sentences(path: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    let text = read(path);
    let name = |place: &str| place.chars().take_while(|letter| is_name_letter(*letter)).collect();
    let of_kind = |kind: &str| -> Vec<_> {
        let beginning = format!("\n{kind}-");
        let told = text.split(&beginning).skip(1);
        let told = told.filter_map(|told| told.split("\n\n").next()?.split_once(" = "));
        told.map(|(key, words)| (format!("{kind}-{key}"), words.split('$').skip(1).map(name).collect())).collect()
    };
    ["found", "mend"].into_iter().flat_map(of_kind).collect()
}

/// One source file: its text, and its code with comments taken out.
struct Source {
    /// Path from the repository's root, with `/`.
    path: String,
    text: String,
    /// The lines without their comments.
    code: Vec<String>,
}

impl Source {
    /// Returns the module at the top of `src/` that the file belongs to.
    fn layer(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or(&self.path);
        below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
    }

    fn is_pure(&self) -> bool {
        LAYERS.iter().any(|(name, _)| *name == self.layer() && *name != DISK)
    }

    /// Returns the numbers of the lines whose code names `word`.
    fn lines_with(&self, word: &str) -> impl Iterator<Item = usize> {
        self.code.iter().enumerate().filter(move |(_, line)| has_word(line, word)).map(|(index, _)| index + 1)
    }

    /// Returns the first name of each path that begins with `root`, also of those in `use root::{a, b::c}`.
    fn first_names_after(&self, root: &str) -> Vec<(usize, String)> {
        let code = self.code.join("\n");
        let mut names = Vec::new();
        for (start, _) in code.match_indices(root) {
            if code[..start].ends_with(is_name_letter) {
                continue;
            }
            let line = code[..start].matches('\n').count() + 1;
            names.extend(first_names(&code[start + root.len()..]).into_iter().map(|name| (line, name)));
        }
        names
    }

    fn findings(&self, word: &str) -> Vec<String> {
        self.lines_with(word).map(|line| self.finding(line, word)).collect()
    }

    fn finding(&self, line: usize, word: &str) -> String {
        format!("{}:{line}: src/{} must not know {word}", self.path, self.layer())
    }
}

/// Returns the names a path goes on with: one, or those at the first level of its braces.
fn first_names(rest: &str) -> Vec<String> {
    let name_at =
        |text: &str| text.trim_start().chars().take_while(|letter| is_name_letter(*letter)).collect::<String>();
    let Some(list) = rest.strip_prefix('{') else { return vec![name_at(rest)] };
    let mut depth = 0_usize;
    let mut names = vec![name_at(list)];
    for (index, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name_at(&list[index + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Returns whether `line` holds `word` as a word of its own.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line[..start].ends_with(is_name_letter);
        let after = word.ends_with(is_name_letter) && line[start + word.len()..].starts_with(is_name_letter);
        !before && !after
    })
}

fn is_name_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Returns whether a letter turns the order of its neighbours without being seen. The joiners that Persian needs do not.
fn is_direction_mark(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Returns the files that the `mod name;` lines of a file stand for.
fn modules_of(path: &str, owns_folder: bool) -> Vec<String> {
    let folder =
        if owns_folder { path.rsplit_once('/').map_or("", |(folder, _)| folder) } else { path.trim_end_matches(".rs") };
    let text = read(path);
    let names = text.lines().filter_map(|line| line.split("mod ").last()?.strip_suffix(';'));
    let files = names.flat_map(|name| [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")]);
    files.filter(|file| root().join(file).is_file()).collect()
}

/// One row of docs/coverage.md.
struct Row {
    line: usize,
    id: String,
    command: String,
    document: String,
    test: String,
}

fn coverage() -> Vec<Row> {
    let table = read("docs/coverage.md");
    let rows = table.lines().enumerate().filter(|(_, line)| line.starts_with("| S"));
    rows.map(|(index, line)| {
        let cells: Vec<String> = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        let Ok([id, _, command, document, test]) = <[String; 5]>::try_from(cells) else {
            panic!("docs/coverage.md:{}: has not the 5 columns", index + 1);
        };
        Row { line: index + 1, id, command, document, test }
    })
    .collect()
}

/// Returns what a table cell puts in backticks.
fn quotations(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// Returns what does not exist of a quoted `path`, `path#heading` or `path::test_name`.
fn missing_part(quoted: &str) -> Option<String> {
    let (path, test) = quoted.split_once("::").unwrap_or((quoted, ""));
    let path = path.split('#').next().unwrap_or(path);
    if !root().join(path).exists() {
        return Some(format!("`{path}` does not exist"));
    }
    let name = test.rsplit("::").next().unwrap_or(test);
    let is_missing = !name.is_empty() && !has_word(&read(path), &format!("fn {name}"));
    is_missing.then(|| format!("`{path}` has no test `{name}`"))
}

/// Returns the commands as people type them: the table in src/cli.rs.
fn commands() -> BTreeSet<String> {
    let text = read("src/cli.rs");
    let table = text.lines().skip_while(|line| *line != "commands! {").skip(1).take_while(|line| *line != "}");
    table.filter_map(|line| line.trim().strip_prefix('"')?.split_once('"')).map(|(name, _)| name.to_owned()).collect()
}

/// Returns the Rust files below a folder, sorted.
fn sources(folder: &str) -> Vec<Source> {
    let paths =
        texts(folder).into_iter().filter(|path| Path::new(path).extension().is_some_and(|ending| ending == "rs"));
    paths
        .map(|path| {
            let text = read(&path);
            let code = text.lines().map(|line| line.split("//").next().unwrap_or(line).to_owned()).collect();
            Source { path, text, code }
        })
        .collect()
}

/// Returns the texts below a folder, sorted; of the root (`.`) only its own files, and never test data, which may be hostile.
fn texts(folder: &str) -> Vec<String> {
    const ENDINGS: [&str; 12] = ["rs", "md", "toml", "yaml", "yml", "jsonl", "ftl", "txt", "html", "css", "svg", "typ"];
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(next) = folders.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.expect("the checkout is readable").path();
            if path.is_dir() && folder != "." && !path.ends_with("tests/data") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
                found.push(from_root(&path));
            }
        }
    }
    found.sort();
    found
}

fn from_root(path: &Path) -> String {
    let below = path.strip_prefix(root()).expect("only files of the repository are listed");
    below
        .components()
        .filter_map(|part| part.as_os_str().to_str())
        .filter(|part| *part != ".")
        .collect::<Vec<_>>()
        .join("/")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|fault| panic!("{path}:1: {fault}"))
}

#[track_caller]
fn report(findings: &[String]) {
    assert!(findings.is_empty(), "{} findings\n{}\n", findings.len(), findings.join("\n"));
}
