//! Papers about hostile texts, read by a foreign program: Python's readers of mail and HTML, which must find in them what
//! was put there and nothing else.
//!
//! Needs `python3`; without it the test says so and is skipped.

#![expect(clippy::print_stderr, reason = "a skipped test says so")]

use std::collections::BTreeSet;
use std::process::Command;

use complaints::exit::Exit;
use serde_json::Value;

use crate::desk::{Desk, Said};
use crate::texts::TEXTS;

/// The papers: a layout of their own each, and a letter that repeats all that was said.
const PAPERS: [&[&str]; 3] = [&["receipt", "1"], &["letter", "1", "final-response"], &["letter", "1", "dossier"]];

/// Every tag that a layout writes; `path` is the picture of the number.
const TAGS: [&str; 27] = [
    "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "p", "bdi", "div", "svg", "path",
    "section", "h2", "dl", "dt", "dd", "ul", "li", "footer", "address", "figure", "aside", "nav", "span",
];

/// The headers of a mail, each once.
const HEADERS: [&str; 9] =
    ["From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type"];

#[test]
fn whatever_a_stranger_wrote_stays_text_on_every_paper() {
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: python3 is not installed");
        return;
    }
    for text in TEXTS {
        let mut desk = full_of(text);
        for language in ["en", "fa"] {
            for paper in PAPERS {
                let command = |format| [&["--lang", language], paper, &["--format", format]].concat();
                let plain = printed(desk.runs(&command("txt")), text);
                let markdown = printed(desk.runs(&command("md")), text);
                assert!(!plain.contains("49 {") && !markdown.contains("49 {"), "{text:?}");
                let unescaped = markdown.replace(r"\\", "").replace(r"\]", "");
                assert!(!markdown.contains('<') && !unescaped.contains("](javascript"), "{text:?}: {markdown}");
                let page = printed(desk.runs(&command("html")), text);
                assert_page_is_ours(&read(&desk, "page", page.as_bytes()), text);
                if paper[0] != "letter" || paper[2] != "dossier" {
                    let message = printed(desk.runs(&command("sms")), text);
                    assert!(message.lines().count() <= 3, "{text:?}: {message}");
                    assert_mail_is_ours(&mut desk, &command("eml"), &plain, text);
                }
            }
        }
    }
}

/// Returns a register in which everybody said `text` wherever something can be said, also the organization.
fn full_of(text: &str) -> Desk {
    let mut desk = Desk::open();
    let quoted = serde_json::to_string(&complaints::text::sanitize::line(text)).expect("a text");
    let settings = std::fs::read_to_string(desk.folder().join("complaints/register.yaml")).expect("the settings");
    let settings = settings.replace("organization: Alborz", &format!("organization: {quoted}"));
    desk.write("complaints/register.yaml", format!("{settings}\ncontact:\n  email: help@alborz.example\n").as_bytes());
    desk.git(&["commit", "--quiet", "--all", "--message", "settings: of a stranger"]);
    let fields = ["--statement", "--subject", "--name", "--phone", "--address", "--wants", "--product", "--order"];
    let words: Vec<String> = fields.iter().map(|field| format!("{field}={text}")).collect();
    let mut new = vec!["new", "--channel", "email", "--email", "reader@mail.example"];
    new.extend(words.iter().map(String::as_str));
    assert_eq!(desk.runs(&new).exit, Exit::Ok, "{text:?}");
    let why = format!("--why={text}");
    let steps: [&[&str]; 4] = [
        &["categorize", "1", "--category", "delivery", "--severity", "2"],
        &["point", "1", "--", text],
        &["point", "1", "p1", "--finding", "upheld", &why],
        &["advance", "1", "decide", "--finding", "not-upheld", &why],
    ];
    for step in steps {
        let said = desk.runs(step);
        // Some texts are no point; all are a reason.
        assert!(said.exit == Exit::Ok || step[0] == "point", "{step:?}: {}", said.errors);
    }
    desk
}

fn printed(said: Said, text: &str) -> String {
    assert_eq!(said.exit, Exit::Ok, "{text:?}: {}", said.errors);
    said.output
}

/// Lets the foreign program read a paper.
fn read(desk: &Desk, kind: &str, paper: &[u8]) -> Value {
    let file = desk.write("paper", paper);
    let reader = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile/reader.py");
    let output = Command::new("python3").args([reader, kind]).arg(&file).output().expect("python3 starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::remove_file(file).expect("the paper was there");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Fails if a page holds a tag or an attribute that no layout writes, or not the words of the stranger.
fn assert_page_is_ours(page: &Value, text: &str) {
    for tag in page["tags"].as_object().expect("the tags").keys() {
        assert!(TAGS.contains(&tag.as_str()), "{text:?}: <{tag}>");
    }
    for attribute in page["attributes"].as_array().expect("the attributes") {
        let name = attribute[1].as_str().expect("its name");
        let is_harmful = name.starts_with("on") || ["href", "src", "style", "srcset", "action", "data"].contains(&name);
        assert!(!is_harmful, "{text:?}: {attribute}");
    }
    let shown = page["text"].as_str().expect("the text");
    assert!(shown.contains(&as_shown(text)), "{text:?} is not in {shown}");
}

/// Returns a stranger's text as a paper shows it: harmless, in one line.
fn as_shown(text: &str) -> String {
    let stored = complaints::intake::stored_text(text);
    let line = complaints::text::sanitize::line(&stored);
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fails if a mail has another header, reader or part than ours.
fn assert_mail_is_ours(desk: &mut Desk, command: &[&str], plain: &str, text: &str) {
    let said = desk.runs(&[command, &["--out", "paper.eml"]].concat());
    assert_eq!(said.exit, Exit::Ok, "{text:?}: {}", said.errors);
    let file = desk.folder().join("paper.eml");
    let bytes = std::fs::read(&file).expect("the mail");
    std::fs::remove_file(file).expect("the mail was there");
    assert!(bytes.is_ascii() && bytes.split(|byte| *byte == b'\n').all(|line| line.len() < 998), "{text:?}");
    let mail = read(desk, "mail", &bytes);
    let names: Vec<&str> = headers(&mail).map(|(name, _)| name).collect();
    assert_eq!(names.iter().copied().collect::<BTreeSet<_>>(), BTreeSet::from(HEADERS), "{text:?}");
    assert_eq!(names.len(), HEADERS.len(), "{text:?}");
    assert_eq!(mail["to"], serde_json::json!(["reader@mail.example"]), "{text:?}");
    assert_eq!(mail["from"][0][1], "help@alborz.example", "{text:?}");
    assert_eq!(mail["from"].as_array().map(Vec::len), Some(1), "{text:?}");
    let (_, subject) = headers(&mail).find(|(name, _)| *name == "Subject").expect("a subject");
    assert!(subject.ends_with(" 2026-01-0001-2"), "{text:?}: {subject}");
    assert_eq!(mail["types"], serde_json::json!(["multipart/alternative", "text/plain", "text/html"]), "{text:?}");
    assert_eq!((&mail["defects"], &mail["files"]), (&serde_json::json!([]), &serde_json::json!([])), "{text:?}");
    let body = mail["text"].as_str().expect("the text").replace("\r\n", "\n");
    assert_eq!(body.trim_end(), plain.trim_end(), "{text:?}");
    assert_page_is_ours(&mail["page"], text);
}

fn headers(mail: &Value) -> impl Iterator<Item = (&str, &str)> {
    let headers = mail["headers"].as_array().into_iter().flatten();
    headers.filter_map(|header| Some((header[0].as_str()?, header[1].as_str()?)))
}
