//! What the parser takes and refuses, and where it says that things stand.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use serde_json::json;

use super::*;

fn source(text: &str) -> Source {
    Source::decode(text.as_bytes()).expect("a text")
}

fn value(text: &str) -> Value {
    parse(&source(text)).expect(text).value()
}

fn fault(text: &str) -> (FaultKind, usize, usize) {
    let fault = parse(&source(text)).expect_err(text);
    (fault.kind, fault.place.line, fault.place.column)
}

const HAND_WRITTEN: &str = "\
# Persian before every value, so that bytes and characters differ
نام: مریم # چرا
متن: |  # سربرگ
  یک
    دو

  سه

خالی:
تهی: # هیچ
نشان: {الف: 1, ب: [x, 'y, z'], پ: }
تاشده: >-
  یک
  دو
points:
- id: p1
  متن: \"یک\\nدو\"
-
  id: p2
  نام: یک
    دو
- - 1
  - - 2
- |+
  یک

آخر: 0912
";

/// Every value of [`HAND_WRITTEN`] in order, as its text stands in the file.
fn spans<'s>(node: &Node, text: &'s str, out: &mut Vec<&'s str>) {
    if node.children().is_empty() {
        out.push(&text[node.span.clone()]);
    }
    for child in node.children() {
        spans(&child.node, text, out);
    }
}

#[test]
fn values_are_those_of_yaml_1_2() {
    let expected = json!({
        "نام": "مریم", "متن": "یک\n  دو\n\nسه\n", "خالی": null, "تهی": null,
        "نشان": {"الف": 1, "ب": ["x", "y, z"], "پ": null}, "تاشده": "یک دو",
        "points": [{"id": "p1", "متن": "یک\nدو"}, {"id": "p2", "نام": "یک دو"}, [1, [2]], "یک\n\n"],
        "آخر": "0912"
    });
    assert_eq!(value(HAND_WRITTEN), expected);
    assert_eq!(value(&HAND_WRITTEN.replace('\n', "\r\n")), expected);
}

#[test]
fn every_value_knows_its_bytes() {
    let expected = [
        "مریم",
        "|  # سربرگ\n  یک\n    دو\n\n  سه",
        "",
        "",
        "1",
        "x",
        "'y, z'",
        "",
        ">-\n  یک\n  دو",
        "p1",
        "\"یک\\nدو\"",
        "p2",
        "یک\n    دو",
        "1",
        "2",
        "|+\n  یک\n",
        "0912",
    ];
    for text in [HAND_WRITTEN.to_owned(), HAND_WRITTEN.replace('\n', "\r\n"), HAND_WRITTEN.trim_end().to_owned()] {
        let source = source(&text);
        let document = parse(&source).expect("a document");
        let mut found = Vec::new();
        spans(&document.root, &text, &mut found);
        let found: Vec<String> = found.into_iter().map(|text| text.replace('\r', "")).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn every_child_knows_its_key_or_dash() {
    fn check(node: &Node, text: &str) {
        for child in node.children() {
            let indicator = &text[child.start..child.after];
            match (&node.content, node.is_flow()) {
                (Content::Mapping(_), _) => assert!(indicator.ends_with(':') || child.node.span.is_empty()),
                (_, true) => assert_eq!(indicator, ""),
                (_, false) => assert_eq!(indicator, "-"),
            }
            check(&child.node, text);
        }
    }
    let source = source(HAND_WRITTEN);
    check(&parse(&source).expect("a document").root, source.text());
}

#[test]
fn a_merge_left_unfinished_is_named_as_such() {
    for marker in ["<<<<<<<", "|||||||", "=======", ">>>>>>>"] {
        let text = format!("a: 1\r\nb: |\r\n  x\r\n{marker} HEAD\r\n");
        assert_eq!(fault(&text), (FaultKind::ConflictMarker { marker: marker.to_owned() }, 4, 1));
    }
    assert_eq!(value("a: |\n  <<<<<<< x\n  ========\n"), json!({"a": "<<<<<<< x\n========\n"}));
}

#[test]
fn what_we_never_write_is_refused() {
    assert_eq!(fault("a: 1\nب: &x 1\n"), (FaultKind::Anchor, 2, 4));
    assert_eq!(fault("a: &x\n  b: 1\n"), (FaultKind::Anchor, 1, 4));
    assert_eq!(fault("&x a: 1\n"), (FaultKind::Anchor, 1, 1));
    assert_eq!(fault("a: *x\n"), (FaultKind::Alias, 1, 4));
    assert_eq!(fault("a: !!python/object x\n"), (FaultKind::Tag, 1, 4));
    assert_eq!(fault("!x\na: 1\n"), (FaultKind::Tag, 1, 1));
    assert_eq!(fault("a: 1\n---\nb: 2\n"), (FaultKind::SecondDocument, 2, 1));
    assert_eq!(fault("%YAML 1.2\n---\na: 1\n"), (FaultKind::Directive, 1, 1));
    assert_eq!(
        fault("a: 1\nb:\n  c: 1\n  'c': 2\n"),
        (FaultKind::DuplicateKey { key: "c".into(), first_line: 3 }, 4, 3)
    );
    for key in ["? [a]\n: 1\n", "{a: 1}: 1\n", "~: 1\n", ": 1\n"] {
        assert_eq!(fault(key).0, FaultKind::KeyNotText, "{key}");
    }
    for nothing in ["", "# only\n", "---\n", "- a\n", "text\n", "[a]\n"] {
        assert_eq!(fault(nothing).0, FaultKind::NotAMapping, "{nothing}");
    }
}

#[test]
fn slips_of_the_hand_are_told_in_plain_words() {
    assert_eq!(fault("a:\n\tb: 1\n"), (FaultKind::Tab, 2, 1));
    assert_eq!(fault("a: 1\nb: \"x\nc: 2\n"), (FaultKind::UnclosedQuote, 2, 4));
    assert_eq!(fault("a:\n  - 'x\n"), (FaultKind::UnclosedQuote, 2, 5));
    assert_eq!(fault("متن: سلام: دو\n"), (FaultKind::Colon, 1, 10));
    assert!(matches!(fault("a: 1\n b: 2\n").0, FaultKind::Colon | FaultKind::Syntax { .. }));
    assert!(matches!(fault("a: [1, 2\nb: 3\n").0, FaultKind::Syntax { .. }));
}

/// A parser that takes square time or deep recursion for one of these would hang or abort here.
#[test]
fn hostile_files_are_refused_at_once() {
    let bomb = (1..9).fold("a0: &a0 [x]\n".to_owned(), |text, level| {
        text + &format!("a{level}: &a{level} [{}]\n", format!("*a{},", level - 1).repeat(9))
    });
    let hostile = [
        (bomb, FaultKind::Anchor),
        (format!("a: {}", "[".repeat(100_000)), FaultKind::TooDeep { limit: MAX_DEPTH }),
        (format!("a: {}", "{a: ".repeat(20_000)), FaultKind::TooDeep { limit: MAX_DEPTH }),
        (format!("a:\n  {}x", "- ".repeat(50_000)), FaultKind::TooDeep { limit: MAX_DEPTH }),
        (format!("a:\n{}", "- x\n".repeat(60_000)), FaultKind::TooManyValues { limit: MAX_VALUES }),
        (format!("a: [{}", "x,".repeat(60_000)), FaultKind::TooManyValues { limit: MAX_VALUES }),
        ("# x\n".repeat(200_000), FaultKind::NotAMapping),
        (format!("a:\n{}  *b", "  # x\n".repeat(40_000)), FaultKind::Alias),
    ];
    for (text, expected) in hostile {
        let (kind, ..) = fault(&text);
        assert_eq!(kind, expected, "{}", &text[..20]);
    }
}

#[test]
fn sixty_four_levels_are_read() {
    let nested = |depth| format!("a: {}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(&source(&nested(MAX_DEPTH - 1))).is_ok());
    assert_eq!(fault(&nested(MAX_DEPTH)).0, FaultKind::TooDeep { limit: MAX_DEPTH });
}

proptest! {
    #[test]
    fn no_bytes_make_the_parser_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..80)) {
        if let Ok(source) = Source::decode(&bytes) {
            drop(parse(&source).map(|document| document.value()));
        }
    }

    /// Damages a good file in one place: whatever comes out, the value is what a second parser of the family reads.
    #[test]
    fn a_damaged_file_is_refused_or_read_like_others_do(at in 0_usize..HAND_WRITTEN.len(), with in "[-a:#|>\"'{}\\[\\]&*!,? \t\n]{0,3}") {
        let at = HAND_WRITTEN.floor_char_boundary(at);
        let source = source(&format!("{}{with}{}", &HAND_WRITTEN[..at], &HAND_WRITTEN[at..]));
        if let Ok(document) = parse(&source) {
            let read: Value = crate::record::yaml::read::read_text(&document).expect("what the document accepts");
            prop_assert_eq!(document.value(), read);
            for comment in &document.comments {
                prop_assert!(source.text()[comment.clone()].starts_with('#'));
            }
        }
    }
}
