//! Damaged and hostile files in the register: each is named with line and cause, and none hides the others.

use complaints::exit::Exit;

use crate::desk::Desk;

/// Where the damaged record stands.
const FILE: &str = "complaints/2026/11/2026-01-0002-0.yaml";

fn hostile(good: &str) -> Vec<(&'static str, Vec<u8>)> {
    let bomb = (1..9).fold("a0: &a0 [x]\n".to_owned(), |text, level| {
        text + &format!("a{level}: &a{level} [{}]\n", format!("*a{},", level - 1).repeat(9))
    });
    let with = |more: &str| format!("{good}{more}").into_bytes();
    let instead = |old: &str, new: &str| {
        assert!(good.contains(old), "{old}");
        good.replacen(old, new, 1).into_bytes()
    };
    vec![
        ("empty", Vec::new()),
        ("half of it", good.as_bytes()[..good.len() / 2].to_vec()),
        ("zeros after a power cut", vec![0; good.len()]),
        ("not UTF-8", [good.as_bytes(), b"x: \xff\xfe\n"].concat()),
        ("UTF-16", good.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("a lone return", with("x: a\rb\n")),
        ("larger than any record", with(&format!("x: {}\n", "a".repeat(2 << 20)))),
        ("a bomb of aliases", bomb.into_bytes()),
        ("an anchor", with("x: &x 1\n")),
        ("an alias", with("x: *x\n")),
        ("a tag", with("x: !!python/object y\n")),
        ("a merge key with an alias", with("<<: *x\n")),
        ("a second document", with("---\nformat: 1\n")),
        ("a directive", [b"%YAML 1.2\n---\n", good.as_bytes()].concat()),
        ("a key twice", with("state: closed\n")),
        ("a merge left unfinished", with("<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> other\n")),
        ("nested too deep", with(&format!("x: {}\n", "[".repeat(100_000)))),
        ("too many values", with(&format!("x:\n{}", "- y\n".repeat(60_000)))),
        ("a list", b"- a\n- b\n".to_vec()),
        ("a text with escapes", b"\x1b[2J\x1b]0;owned\x07".to_vec()),
        ("escapes in a wrong value", instead("channel: phone", "channel: \"\\e[2J\\u202E\"")),
        ("escapes in a key", with("\"\\e[2J\": 1\n\"\\e[2J\": 2\n")),
        ("an unknown state", instead("to: received", "to: exploded")),
        ("another format", instead("format: 1", "format: 99")),
        ("a wrong type", instead("level: 1", "level: many")),
        ("a huge number", instead("level: 1", "level: 99999999999999999999999999")),
        ("a wrong time", instead("received_at: \"2026", "received_at: \"226")),
        ("a time that is no time", instead("2026-11-21T", "2026-02-30T")),
        ("a missing field", instead("channel: phone\n", "")),
        ("a wrong event id", instead("id: e-", "id: ../e-")),
        ("a forged kind", instead("kind: received", "kind: absolved")),
        ("an evil reference", instead("reference: 2026-01-0001", "reference: ../../.git/config # 2026-01-0001")),
    ]
}

#[test]
fn a_hostile_file_is_named_and_the_others_are_still_read() {
    let mut desk = Desk::with_a_complaint();
    let place = desk.git(&["ls-files", "complaints/2026"]);
    let good = std::fs::read_to_string(desk.folder().join(place.trim())).expect("the record");
    for (what, bytes) in hostile(&good) {
        desk.write(FILE, &bytes);
        for list in [&["list"][..], &["list", "--format", "jsonl", "--lang", "fa"]] {
            let said = desk.runs(list);
            assert_eq!(said.exit, Exit::Findings, "{what}: {}{}", said.output, said.errors);
            assert!(said.errors.contains(&format!("error: {FILE}:")), "{what}: {}", said.errors);
            assert!(said.output.contains("2026-01-0001-"), "{what}: {}", said.output);
        }
        let said = desk.runs(&["show", "2"]);
        assert_eq!(said.exit, Exit::Failed, "{what}: {}{}", said.output, said.errors);
        assert!(said.errors.starts_with(&format!("error: {FILE}:")), "{what}: {}", said.errors);
        let said = desk.runs(&["show", "1"]);
        assert_eq!(said.exit, Exit::Ok, "{what}: {}", said.errors);
    }
}

#[test]
fn a_hostile_file_that_is_committed_is_named_by_what_reads_commits_and_is_never_written() {
    let mut desk = Desk::with_a_complaint();
    let place = desk.git(&["ls-files", "complaints/2026"]);
    let good = std::fs::read_to_string(desk.folder().join(place.trim())).expect("the record");
    for (what, bytes) in hostile(&good) {
        let path = desk.write(FILE, &bytes);
        desk.git(&["add", "--", FILE]);
        desk.git(&["commit", "--quiet", "--allow-empty", "--message", "by hand"]);
        let before = desk.standing();
        let said = desk.runs(&["summary", "--month", "2026-11"]);
        assert_eq!(said.exit, Exit::Findings, "{what}: {}", said.errors);
        assert!(said.errors.contains(FILE), "{what}: {}", said.errors);
        for step in [&["note", "2", "x"][..], &["undo", "2"]] {
            let said = desk.runs(step);
            assert_ne!(said.exit, Exit::Ok, "{step:?} {what}");
        }
        assert_eq!(desk.standing(), before);
        assert_eq!(std::fs::read(path).expect("the file"), bytes, "{what}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_not_followed() {
    let mut desk = Desk::with_a_complaint();
    let folder = desk.folder().join("complaints/2026/11");
    std::os::unix::fs::symlink("/etc/passwd", folder.join("2026-01-0002-0.yaml")).expect("a link");
    std::os::unix::fs::symlink("/", desk.folder().join("complaints/2025")).expect("a link");
    std::fs::create_dir(folder.join("2026-01-0003-6.yaml")).expect("a folder");
    let said = desk.runs(&["list", "--format", "plain"]);
    assert!(!said.output.contains("root:") && !said.errors.contains("root:"), "{}{}", said.output, said.errors);
    assert_eq!(said.output.lines().filter(|line| line.contains("2026-01-000")).count(), 1, "{}", said.output);
    assert_eq!(said.exit, Exit::Findings, "{}", said.errors);
    for place in ["complaints/2025", "complaints/2026/11/2026-01-0002-0.yaml", "complaints/2026/11/2026-01-0003-6.yaml"]
    {
        assert!(said.errors.contains(&format!("`{place}` is not read")), "{place}: {}", said.errors);
    }
    for reference in ["2", "2026-01-0002-0", "3"] {
        let said = desk.runs(&["show", reference]);
        assert_eq!(said.exit, Exit::Failed, "{reference}");
        assert!(said.errors.contains("is not read") && said.output.is_empty(), "{reference}: {}", said.errors);
    }
    let said = desk.runs(&["new", "--channel", "phone", "--anonymous", "--statement", "Late."]);
    assert!(said.exit != Exit::Ok || !said.output.starts_with("2026-01-0002"), "{}", said.output);
}
