//! Real input: half a year of a city's service complaints goes in by `new --from`, is closed by `advance --from`, and every
//! monthly figure of `summary` is compared with what another program counted. It uses the real program, nothing inside it.
//!
//! What the data leave open was settled so: the times have no zone, so the register's zone has no summer time; a case is
//! closed at the instant of its answer, because the city records only one time; whether anybody agreed is not recorded, but
//! `resolve-now` asks for it, so it is said. No row breaks a rule: none is closed or due before it was received, and no id
//! stands twice.

#![expect(clippy::disallowed_methods, reason = "runs the program and git as a person would")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use chrono::DateTime;
use serde::Deserialize;
use serde_json::{Value, json};

/// One case of the city.
#[derive(Deserialize)]
struct Case {
    id: String,
    received: String,
    due: Option<String>,
    closed: Option<String>,
    channel: String,
    department: String,
    category: String,
    subcategory: String,
    title: String,
    resolution: Option<String>,
    published_on_time: Option<String>,
}

fn cases() -> Vec<Case> {
    let lines = include_str!("data/boston_984.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).expect("a case on every line")).collect()
}

fn expected() -> Value {
    serde_json::from_str(include_str!("data/boston_984_expected.json")).expect("JSON")
}

#[test]
fn the_figures_of_a_city_are_those_that_another_program_counted() {
    let cases = cases();
    let register = Register::start(&cases);
    register.commits_once(&["new", "--from", "-"], &lines(&cases, |case| Some(arrival(case))));
    register.commits_once(&["advance", "--from", "-"], &lines(&cases, ending));
    assert_months_agree(&register);
    assert_flags_agree(&register, &cases);
}

/// All 18 Gregorian and 7 Jalali months: the balance, days to close, overdue, on time, and the categories.
fn assert_months_agree(register: &Register) {
    let expected = expected();
    let months: Vec<(&String, &Value)> =
        ["months", "jalali"].iter().flat_map(|block| expected[block].as_object().expect("months")).collect();
    assert_eq!(months.len(), 25);
    for (month, counted) in months {
        let summary: Value =
            serde_json::from_str(&register.runs(&["summary", "--month", month, "--format", "json"], ""))
                .expect("a summary is JSON");
        assert_eq!(figures_of(&summary), figures_expected(counted), "{month}");
        // Overdue, and the categories of what was closed and open, were not counted for the Jalali months.
        if let Some(overdue) = counted["overdue_end"].as_u64() {
            assert_eq!(summary["overdue_at_end"], overdue, "{month}");
        }
        for (key, block) in [
            ("received", "received_by_category"),
            ("closed", "closed_by_category"),
            ("open_at_end", "open_end_by_category"),
        ] {
            if let Some(groups) = counted[block].as_array() {
                assert_eq!(groups_of(&summary, key), groups_expected(groups), "{month} {key}");
            }
        }
    }
}

fn figures_of(summary: &Value) -> Value {
    json!({
        "from": summary["period"]["from"], "to": summary["period"]["to_exclusive"],
        "balance": [summary["open_at_start"], summary["received"], summary["closed"], summary["open_at_end"]],
        "days": [summary["days_to_close"]["median"], summary["days_to_close"]["p90"]],
        "method": summary["days_to_close"]["method"],
        "on_time": summary["closed_on_time"],
    })
}

fn figures_expected(counted: &Value) -> Value {
    json!({
        "from": counted["from_"], "to": counted["to_exclusive"],
        "balance": [counted["open_start"], counted["received"], counted["closed"], counted["open_end"]],
        "days": [counted["elapsed_days"]["median"], counted["elapsed_days"]["p90_linear"]],
        "method": "linear (R type 7)",
        "on_time": counted["timely"][0],
    })
}

fn groups_of(summary: &Value, key: &str) -> Vec<(String, u64)> {
    let groups = summary["by_category"].as_array().expect("groups").iter();
    let counts = groups.map(|group| (text(&group["code"]), group[key].as_u64().expect("a count")));
    let mut counts: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
    counts.sort();
    counts
}

fn groups_expected(groups: &[Value]) -> Vec<(String, u64)> {
    let mut counts: Vec<_> =
        groups.iter().map(|group| (code(&text(&group[0])), group[1].as_u64().expect("a count"))).collect();
    counts.sort();
    counts
}

/// Closed no later than the date that was told, or without one, is what the city published as on time.
fn assert_flags_agree(register: &Register, cases: &[Case]) {
    let listed: Vec<Value> = register
        .runs(&["list", "--format", "jsonl"], "")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON on every line"))
        .collect();
    assert_eq!(listed.len(), cases.len());
    let (mut on_time, mut overdue, mut unflagged) = (0, 0, 0);
    for case in cases.iter().filter(|case| case.closed.is_some()) {
        let complaint = listed.iter().find(|one| one["source"]["id"] == case.id.as_str()).expect("it was taken in");
        let instant = |time: &Value| time.as_str().map(|text| DateTime::parse_from_rfc3339(text).expect("RFC 3339"));
        let closed_at = instant(&complaint["closed_at"]).expect("it is closed");
        let is_on_time = instant(&complaint["response_due"]["at"]).is_none_or(|due| closed_at <= due);
        match case.published_on_time.as_deref() {
            Some(flag) => {
                assert_eq!(flag == "ONTIME", is_on_time, "{}", case.id);
                if is_on_time { on_time += 1 } else { overdue += 1 }
            }
            None => unflagged += 1,
        }
    }
    assert_eq!((on_time, overdue, unflagged), (789, 132, 2));
}

fn arrival(case: &Case) -> Value {
    json!({
        "statement": format!("{}\n{}", case.title, case.subcategory),
        "anonymous": true,
        "received": case.received,
        "target": case.due,
        "channel": channel(&case.channel),
        "category": code(&case.category),
        "owner": case.department.to_lowercase(),
        "source": source(case),
    })
}

fn ending(case: &Case) -> Option<Value> {
    let closed = case.closed.as_ref()?;
    let done = case.resolution.as_deref().unwrap_or("Closed");
    let answered =
        json!({"source": source(case), "step": "resolve-now", "at": closed, "done": done, "accepted": "oral"});
    let closed = json!({"source": source(case), "step": "close", "at": closed, "no_reply": 1});
    Some(json!([answered, closed]))
}

/// Returns JSON lines: what `of` says about each case, a line for each part of an array.
fn lines(cases: &[Case], of: fn(&Case) -> Option<Value>) -> String {
    let mut text = String::new();
    for said in cases.iter().filter_map(of) {
        for line in said.as_array().map_or(std::slice::from_ref(&said), Vec::as_slice) {
            writeln!(text, "{line}").expect("a string has room");
        }
    }
    text
}

fn source(case: &Case) -> Value {
    json!({"system": "boston-311", "id": case.id})
}

fn channel(name: &str) -> &'static str {
    match name {
        "Constituent Call" => "phone",
        "Employee Generated" => "staff",
        "Self Service" => "web-form",
        "Citizens Connect App" => "messenger",
        _ => "other",
    }
}

/// Returns the words of a name as a code: `Signs & Signals` is `signs-signals`.
fn code(name: &str) -> String {
    let words = name.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// A register of its own, with the city's categories declared.
struct Register {
    folder: tempfile::TempDir,
}

impl Register {
    fn start(cases: &[Case]) -> Self {
        let in_memory = Path::new("/dev/shm");
        let place = if in_memory.is_dir() { in_memory.to_owned() } else { std::env::temp_dir() };
        let register = Self { folder: tempfile::tempdir_in(place).expect("a folder") };
        let init = ["init", "--organization", "City", "--calendar", "gregorian", "--pack", "minimal"];
        register.runs(&[&init[..], &["--time-zone", "Etc/GMT+5"]].concat(), "");
        register.declare_categories(cases);
        register
    }

    fn declare_categories(&self, cases: &[Case]) {
        let names: std::collections::BTreeSet<&str> = cases.iter().map(|case| case.category.as_str()).collect();
        let settings = self.folder.path().join("complaints/register.yaml");
        let mut text = std::fs::read_to_string(&settings).expect("init wrote the settings");
        text.push_str("\ncategories:\n");
        for name in names {
            writeln!(text, "  {}:\n    en: {name}\n    fa: {name}", code(name)).expect("a string has room");
        }
        std::fs::write(&settings, text).expect("the settings can be written");
        self.git(&["commit", "--quiet", "--all", "--message", "Declare the categories"]);
    }

    /// Runs a command that must make exactly one commit and leave nothing uncommitted.
    fn commits_once(&self, arguments: &[&str], input: &str) {
        let commits = || self.git(&["rev-list", "--count", "HEAD"]).trim().parse::<u32>().expect("a number");
        let before = commits();
        self.runs(arguments, input);
        assert_eq!(commits(), before + 1, "{arguments:?}");
        assert_eq!(self.git(&["status", "--porcelain"]), "");
    }

    fn runs(&self, arguments: &[&str], input: &str) -> String {
        self.start_program(env!("CARGO_BIN_EXE_complaints"), arguments, input)
    }

    fn git(&self, arguments: &[&str]) -> String {
        self.start_program("git", arguments, "")
    }

    fn start_program(&self, program: &str, arguments: &[&str], input: &str) -> String {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let identity = ["AUTHOR", "COMMITTER"]
            .map(|part| [(format!("GIT_{part}_NAME"), "Clerk"), (format!("GIT_{part}_EMAIL"), "clerk@city.example")]);
        let mut child = Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", path)
            .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
            .envs(identity.into_iter().flatten())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A program that fails early does not read to the end; what it says then is shown below.
        drop(child.stdin.take().expect("a pipe").write_all(input.as_bytes()));
        let output = child.wait_with_output().expect("the program ends");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} {arguments:?}: {errors}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}
