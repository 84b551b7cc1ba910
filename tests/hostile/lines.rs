//! Files and lines that are taken in: all of them or none, and what is wrong is named by its line.

use complaints::exit::Exit;

use crate::desk::Desk;

const GOOD: &str = "{\"statement\": \"Late.\", \"channel\": \"phone\", \"anonymous\": true}\n";

#[test]
fn a_file_that_cannot_be_taken_in_is_refused_by_line_and_leaves_nothing_behind() {
    let deep = format!("{{\"statement\": {}", "[".repeat(100_000));
    let deep_yaml = format!("statement: {}", "[".repeat(100_000));
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nstatement: *b\n";
    let bad = [
        "{\"statement\": 5, \"channel\": \"phone\"}",
        "{\"statement\": [\"a\"], \"channel\": \"phone\"}",
        "{\"statement\": \"a\", \"channel\": \"carrier-pigeon\"}",
        "{\"statement\": \"a\", \"statement\": \"b\", \"channel\": \"phone\"}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"severity\": 99999999999999999999999}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"severity\": -1}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"severity\": 1e400}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"severity\": 9}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"state\": \"closed\"}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"reference\": \"../../x\"}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"received\": \"99999-01-01\"}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"received\": \"2027-01-01\"}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"target\": \"0000-00-00\"}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"category\": \"../x\"}",
        "{\"statement\": \"a\", \"channel\": \"phone\", \"source\": {\"system\": \"x\"}}",
        "{\"statement\": \"\\ud800\", \"channel\": \"phone\"}",
        "{\"statement\": \"\", \"channel\": \"phone\"}",
        "{\"statement\": \"a\"",
        "{\"statement\": \"a\u{1b}[2J\u{202e}\", \"chanel\u{1b}[2J\": 1}",
        "null",
        "\u{0}",
        &deep,
    ];
    let mut desk = Desk::with_a_complaint();
    let before = desk.standing();
    for line in bad {
        let said = desk.runs_with(&["new", "--from", "-"], &format!("{GOOD}{line}\n{GOOD}"));
        let short: String = line.chars().take(80).collect();
        assert!(matches!(said.exit, Exit::Usage | Exit::Refused), "{short}: {:?} {}", said.exit, said.output);
        assert!(said.errors.contains('2'), "{short}: {}", said.errors);
        assert_eq!(desk.standing(), before);
    }
    for text in
        [deep_yaml.as_str(), bomb, "- a\n- b\n", "[1, 2]", "[", "\u{feff}", ": \n", "statement: a\nstatement: b\n"]
    {
        let said = desk.runs_with(&["new", "--from", "-"], text);
        assert!(matches!(said.exit, Exit::Usage | Exit::Refused), "{:?}", said.exit);
        assert_eq!(desk.standing(), before);
    }
}

#[test]
fn a_batch_of_steps_is_taken_whole_or_not_at_all() {
    let good = "{\"reference\": \"1\", \"step\": \"acknowledge\"}\n";
    let bad = [
        "{\"reference\": \"../../.git/config\", \"step\": \"acknowledge\"}",
        "{\"reference\": 1, \"step\": \"acknowledge\"}",
        "{\"reference\": \"1\", \"step\": \"explode\"}",
        "{\"reference\": \"1\", \"step\": \"close\", \"unknown\": 1}",
        "{\"reference\": \"1\", \"step\": \"close\", \"no_reply\": 300}",
        "{\"reference\": \"1\", \"step\": \"close\", \"at\": \"2027-01-01\"}",
        "{\"reference\": \"1\", \"step\": \"close\", \"by\": \"x\\nstate: closed\"}",
        "{\"reference\": \"1\", \"reference\": \"1\", \"step\": \"void\", \"why\": \"x\"}",
        "{\"source\": {\"system\": \"a\", \"id\": \"\u{202e}\"}, \"step\": \"close\"}",
        "{\"step\": \"close\"}",
        "[[[[",
    ];
    let mut desk = Desk::with_a_complaint();
    let before = desk.standing();
    for line in bad {
        let said = desk.runs_with(&["advance", "--from", "-"], &format!("{good}{line}\n"));
        assert!(!matches!(said.exit, Exit::Ok | Exit::Failed), "{line}: {:?}", said.exit);
        assert!(said.errors.contains("standard input:2:"), "{line}: {}", said.errors);
        assert_eq!(desk.standing(), before);
    }
}
