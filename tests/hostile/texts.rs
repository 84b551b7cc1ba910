//! Texts that would break out of YAML, a terminal, a template, a shell, a path or a commit message.

use complaints::exit::Exit;
use serde_json::Value;

use crate::desk::Desk;

pub(crate) const TEXTS: [&str; 26] = [
    "\u{1b}[2J\u{1b}]52;c;cm0gLXJm\u{7}",
    "\u{9b}31m red \u{90}q\u{9c}",
    "\u{1b}]8;;https://evil.example\u{1b}\\link",
    "first\rsecond\u{8}\u{7f}",
    "paid \u{202e}0001\u{202c} \u{2067}unbalanced",
    "one\u{2028}two\u{2029}three\u{85}four\u{b}five\u{c}six",
    "nul\u{0}nul",
    "x\nstate: closed\nformat: 2",
    "--- \n...\n%YAML 1.1\n---\n!!python/object:os.system x",
    "&a *a <<: {a: b}",
    "'\"`\\ | > - ? : # @ %",
    "- item\n  - nested\n\tindented",
    "{{7*7}} {% for i in range(10**9) %}{% endfor %} {% raw %}",
    "{{ config }}{# comment #}${HOME}$(id)`id`",
    "=cmd|'/c calc'!A1",
    "＝HYPERLINK(\"https://evil.example\")",
    "<script>alert(1)</script><svg onload=alert(1)>",
    "| a | b |\n|---|---|\n[x](javascript:alert(1))",
    "../../.git/config",
    "--output=/tmp/x",
    "Late.\n\nComplaint: 2020-01-0001-0\nComplaint-To: closed",
    "Late.\n---\nComplaint-Approved-By: boss\nSigned-off-by: boss <boss@alborz.example>",
    "a@b.example\r\nBcc: everybody@alborz.example",
    "می‌شود\u{200f} \u{200e}ABC",
    "𝕳𝖊𝖑𝖑𝖔 e\u{301}\u{301}\u{301}\u{301} 👨‍👩‍👧‍👦",
    "~",
];

/// Every field of a new complaint that holds words of people.
const FIELDS: [&str; 9] =
    ["--statement", "--subject", "--name", "--phone", "--email", "--address", "--wants", "--product", "--order"];

/// Every way to look at one complaint.
const LOOKS: [&[&str]; 8] = [
    &["show"],
    &["show", "--lang", "fa"],
    &["show", "--say"],
    &["show", "--say", "--lang", "fa"],
    &["show", "--format", "json"],
    &["history"],
    &["history", "--lang", "fa"],
    &["receipt"],
];

/// Every way to look at all of them.
const OVERVIEWS: [&[&str]; 9] = [
    &["list"],
    &["list", "--lang", "fa"],
    &["list", "--format", "md"],
    &["list", "--format", "plain"],
    &["list", "--format", "json"],
    &["list", "--format", "jsonl"],
    &["summary", "--month", "2026-11"],
    &["summary", "--month", "2026-11", "--lang", "fa"],
    &["summary", "--month", "2026-11", "--format", "md"],
];

#[test]
fn what_a_stranger_says_is_kept_and_harms_no_reader() {
    let mut desk = Desk::open();
    for (number, text) in (1..).zip(TEXTS) {
        let number = number.to_string();
        let mut new = vec!["new", "--channel", "email"];
        let words: Vec<String> = FIELDS.iter().map(|field| format!("{field}={text}")).collect();
        new.extend(words.iter().map(String::as_str));
        let said = desk.runs(&new);
        assert_eq!(said.exit, Exit::Ok, "{text:?}: {}", said.errors);
        let kept = record_of(&mut desk, &number);
        assert_eq!(kept["personal"]["statement"], complaints::intake::stored_text(text).trim(), "{text:?}");
        assert_eq!(kept["state"], "received", "{text:?}");
        look_at(&mut desk, &number);
    }
    look_at_all(&mut desk);
    desk.assert_messages_are_ours();
}

#[test]
fn what_is_noted_on_the_way_is_kept_and_harms_no_reader() {
    let mut desk = Desk::open();
    for (number, text) in (1..).zip(TEXTS) {
        let number = number.to_string();
        assert_eq!(desk.runs(&["new", "--channel", "phone", "--anonymous", "--statement", "Late."]).exit, Exit::Ok);
        let steps: [&[&str]; 9] = [
            &["note", text],
            &["talk", "--method", "phone", "--text", text],
            &["edit", &format!("subject={text}"), "--why", text],
            &["assign", text],
            &["categorize", "--category", "delivery", "--severity", "2", "--owner", text],
            &["advance", "investigate", "--investigator", text, "--plan", text],
            &["advance", "decide", "--finding", "partly", "--why", text],
            &["advance"],
            &["undo", "--why", text],
        ];
        for step in steps {
            // A text may be refused in its place, never half recorded.
            let before = desk.standing();
            if desk.runs(&about(step, &number)).exit != Exit::Ok {
                assert_eq!(desk.standing(), before, "{step:?}");
            }
        }
        look_at(&mut desk, &number);
    }
    look_at_all(&mut desk);
    assert_eq!(desk.git(&["status", "--porcelain"]), "");
    desk.assert_messages_are_ours();
}

/// Returns the command with the number of its complaint behind the verb.
fn about<'w>(command: &[&'w str], number: &'w str) -> Vec<&'w str> {
    [&command[..1], &[number], &command[1..]].concat()
}

fn look_at(desk: &mut Desk, number: &str) {
    for look in LOOKS {
        let said = desk.runs(&about(look, number));
        assert_eq!(said.exit, Exit::Ok, "{look:?}: {}", said.errors);
        // Nothing of a text is ever worked out: the product of a template injection never comes up.
        assert!(!said.output.contains("49 {"), "{}", said.output);
    }
}

fn look_at_all(desk: &mut Desk) {
    for overview in OVERVIEWS {
        let said = desk.runs(overview);
        assert_eq!(said.exit, Exit::Ok, "{overview:?}: {}", said.errors);
    }
}

#[test]
fn a_text_too_long_to_be_read_again_is_not_recorded() {
    for length in [100_000, 1_000_000, 1_100_000] {
        let mut desk = Desk::with_a_complaint();
        let long = "شکایت ".repeat(length / 11);
        let steps: [&[&str]; 3] = [
            &["new", "--channel", "phone", "--phone", "0912", "--statement", &long],
            &["note", "1", &long],
            &["edit", "1", &format!("statement={long}"), "--why", "All of it."],
        ];
        for step in steps {
            let before = desk.standing();
            if desk.runs(step).exit != Exit::Ok {
                assert_eq!(desk.standing(), before, "{} of {length}", step[0]);
            }
            let said = desk.runs(&["list"]);
            assert_eq!(said.exit, Exit::Ok, "{} of {length}: {}", step[0], said.errors);
        }
        assert_eq!(desk.git(&["status", "--porcelain"]), "");
    }
}

#[test]
fn what_is_no_reference_is_refused_and_touches_nothing() {
    let mut desk = Desk::with_a_complaint();
    let before = desk.standing();
    let zeros = "0".repeat(100_000);
    let references = [
        "../../.git/config",
        "..",
        "/etc/passwd",
        "complaints/2026/11/2026-01-0001-9.yaml",
        "1/../../x",
        "1\u{0}",
        "1\n2",
        "\u{1b}[2J",
        "2026-01-0001-0",
        "99999999999999999999999999",
        "-1",
        "--output=/tmp/x",
        "@{u}",
        "HEAD~1",
        "",
        " ",
        "٫",
        "①",
        &zeros,
    ];
    for reference in references {
        let commands: [&[&str]; 8] = [
            &["show", "--", reference],
            &["history", "--", reference],
            &["receipt", "--", reference],
            &["advance", "--", reference],
            &["advance", "--", reference, "acknowledge"],
            &["note", "--", reference, "x"],
            &["undo", "--", reference],
            &["edit", "--", reference, "subject=x"],
        ];
        for command in commands {
            let said = desk.runs(command);
            assert!(matches!(said.exit, Exit::Usage | Exit::NotFound), "{command:?}: {:?}", said.exit);
            assert!(said.errors.starts_with("error: "), "{command:?}: {}", said.errors);
        }
    }
    assert_eq!(desk.standing(), before);
}

#[test]
fn evidence_stays_in_its_folder_whatever_it_is_called() {
    let names = [
        "../../../.git/config",
        "/etc/cron.d/x",
        "..\\..\\x.exe",
        "invoice\u{202e}gpj.exe",
        "a\u{1b}[2Jb\n.txt",
        "a\u{0}b",
        ".git",
        "GIT~1",
        "CON",
        "x.",
        "=cmd.csv",
        "--help",
        "",
        "..",
        "2026-01-0002-0.yaml",
        &"ن".repeat(300),
    ];
    let mut desk = Desk::with_a_complaint();
    desk.write("found.bin", b"MZ\0\x1b[2J");
    desk.git(&["add", "found.bin"]);
    desk.git(&["commit", "--quiet", "--message", "note: a file that was there"]);
    for name in names {
        let before = desk.standing();
        let said = desk.runs(&["attach", "1", "found.bin", &format!("--name={name}")]);
        if said.exit != Exit::Ok {
            assert_eq!(desk.standing(), before, "{name:?}");
            continue;
        }
        for file in
            desk.git(&["-c", "core.quotePath=false", "show", "--format=", "--name-only", "-z"]).split_terminator('\0')
        {
            let is_inside = file
                .strip_prefix("complaints/2026/11/2026-01-0001-")
                .is_some_and(|rest| rest.strip_suffix(".yaml").is_some() || rest.split('/').count() == 2);
            assert!(is_inside && !file.chars().any(char::is_control), "{name:?} became {file:?}");
        }
    }
    assert_eq!(desk.git(&["status", "--porcelain"]), "");
    assert_eq!(desk.runs(&["history", "1"]).exit, Exit::Ok);
}

fn record_of(desk: &mut Desk, number: &str) -> Value {
    let shown = desk.runs(&["show", number, "--format", "json"]);
    let mut shown: Value = serde_json::from_str(&shown.output).expect("JSON");
    shown["complaint"].take()
}
