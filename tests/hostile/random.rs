//! Command lines that nobody would type.

use proptest::prelude::*;

use crate::desk::Desk;

/// Words of the command line, and words that stand where others are meant.
const WORDS: [&str; 70] = [
    "new",
    "list",
    "show",
    "history",
    "categorize",
    "assign",
    "note",
    "talk",
    "attach",
    "advance",
    "feedback",
    "edit",
    "undo",
    "receipt",
    "summary",
    "doctor",
    "codes",
    "schema",
    "completions",
    "1",
    "2026-01-0001",
    "01-1",
    "۱",
    "close",
    "acknowledge",
    "resolve-now",
    "decide",
    "--statement",
    "--channel",
    "phone",
    "--anonymous",
    "--format",
    "json",
    "plain",
    "jsonl",
    "table",
    "--lang",
    "fa",
    "en",
    "--calendar",
    "jalali",
    "--digits",
    "--now",
    "2026-11-20",
    "--at",
    "yesterday",
    "--month",
    "1405-08",
    "2026-11",
    "--last",
    "--find",
    "--open",
    "--sample",
    "3",
    "--seed",
    "--dry-run",
    "--why",
    "--finding",
    "upheld",
    "--solved",
    "yes",
    "--severity",
    "--category",
    "delivery",
    "--say",
    "--text",
    "--from",
    "-",
    "subject=x",
    "--method",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::sample::select(&WORDS[..]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// A panic would fail the test; the harness sees to it that whatever is printed is harmless.
    #[test]
    fn no_command_line_makes_the_program_panic(lines in proptest::collection::vec(proptest::collection::vec(word(), 1..7), 1..6), input in "\\PC{0,40}") {
        let mut desk = Desk::with_a_complaint();
        for line in lines {
            let words: Vec<&str> = line.iter().map(String::as_str).collect();
            desk.runs_with(&words, &input);
        }
        prop_assert_eq!(desk.git(&["status", "--porcelain"]), "");
        desk.assert_messages_are_ours();
    }
}
