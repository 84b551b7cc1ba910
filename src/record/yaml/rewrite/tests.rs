//! A rewritten file says what was meant and keeps the rest, or it is not written.

use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, prop_assume, proptest};
use serde_json::{Map, json};

use super::*;
use crate::record::yaml::emit::{self, tests as values};

const LAYOUT: Layout = Layout { spaced_lists: &["events"] };

fn source(text: &str) -> Source {
    Source::decode(text.as_bytes()).expect("a text")
}

fn whole(text: &str) -> Value {
    Document::parse(&source(text)).expect(text).value()
}

/// Returns what a format would read: all but the keys that start with `x-`.
fn known(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let known = fields.iter().filter(|(key, _)| !key.starts_with("x-"));
            Value::Object(known.map(|(key, value)| (key.clone(), self::known(value))).collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(known).collect(),
        _ => value.clone(),
    }
}

fn try_change(text: &str, change: impl Fn(&mut Value)) -> Result<String, RewriteFault> {
    let old = known(&whole(text));
    let mut new = old.clone();
    change(&mut new);
    let content = rewrite(&source(text), &old, &new, &LAYOUT)?;
    assert_eq!(known(&whole(content.trim_start_matches('\u{feff}'))), new);
    Ok(content)
}

#[track_caller]
fn changes(text: &str, change: impl Fn(&mut Value), expected: &str) {
    assert_eq!(try_change(text, change).expect("a rewritten text"), expected);
}

/// Puts a value at a key in front of the other fields that follow `before`.
fn put(fields: &mut Value, before: &str, key: &str, value: Value) {
    let fields = fields.as_object_mut().expect("a mapping");
    let index = fields.keys().position(|other| other == before).expect("a field");
    fields.shift_insert(index, key.to_owned(), value);
}

fn take(fields: &mut Value, key: &str) {
    fields.as_object_mut().expect("a mapping").shift_remove(key);
}

const FILE: &str = "\
# سربرگ
state: received # چرا

\"owner\" : 'sara'   # تا فردا

x-own: {a: 1,b: [2]}
money: {amount: 5, x-y: 1} # ریال
note: |- # متن
  یک
  دو

phones:
- 0912   # خانه
- \"x\"

none:

events:
  - id: e1
    text: a

  # پس از آن
  - id: e2
    x-z: [1]
# پایان
";

#[test]
fn a_scalar_is_changed_in_its_place() {
    changes(FILE, |_| {}, FILE);
    changes(FILE, |new| new["state"] = json!("no"), &FILE.replace("received #", "\"no\" #"));
    changes(FILE, |new| new["owner"] = json!("رضا"), &FILE.replace("'sara'", "رضا"));
    changes(FILE, |new| new["money"]["amount"] = json!("a, b"), &FILE.replace("5,", "\"a, b\","));
    changes(FILE, |new| new["phones"][0] = json!("x"), &FILE.replace("0912", "x"));
    changes(FILE, |new| new["none"] = json!(1), &FILE.replace("none:", "none: 1"));
    changes(FILE, |new| new["events"][0]["text"] = Value::Null, &FILE.replace("text: a", "text: null"));
}

#[test]
fn lines_and_blocks_replace_each_other_and_keep_the_comment() {
    let lines = json!("سه\nچهار\n");
    changes(FILE, |new| new["state"] = lines.clone(), &FILE.replace("received # چرا\n", "| # چرا\n  سه\n  چهار\n"));
    changes(FILE, |new| new["note"] = lines.clone(), &FILE.replace("|- # متن\n  یک\n  دو", "| # متن\n  سه\n  چهار"));
    changes(FILE, |new| new["note"] = json!("x"), &FILE.replace("|- # متن\n  یک\n  دو", "x # متن"));
    changes(FILE, |new| new["phones"][0] = lines.clone(), &FILE.replace("0912   # خانه", "|   # خانه\n  سه\n  چهار"));
    changes(
        FILE,
        |new| new["events"][0]["text"] = lines.clone(),
        &FILE.replace("text: a", "text: |\n      سه\n      چهار"),
    );
    changes("a:\n  x\n  y\nb: \"1\n  2\"", |new| new["a"] = json!(1), "a: 1\nb: \"1\n  2\"");
    changes("a:\n  x\n  y\nb: \"1\n  2\"", |new| new["b"] = lines.clone(), "a:\n  x\n  y\nb: |\n  سه\n  چهار\n");
}

#[test]
fn an_item_is_appended_at_the_indent_of_its_list() {
    let event = json!({"id": "e3", "text": "یک\nدو"});
    let appended = FILE.replace("    x-z: [1]\n", "    x-z: [1]\n\n  - id: e3\n    text: |-\n      یک\n      دو\n\n");
    let push = |new: &mut Value| new["events"].as_array_mut().expect("a list").push(event.clone());
    changes(FILE, push, &appended);
    changes("events: []", push, "events:\n  - id: e3\n    text: |-\n      یک\n      دو\n");
    changes("events:\n- id: e1", push, "events:\n- id: e1\n\n- id: e3\n  text: |-\n    یک\n    دو\n");
    changes("events: [{id: e1}]", push, "events: [{id: e1}, {id: e3, text: \"یک\\nدو\"}]");
    let push = |new: &mut Value| new["phones"].as_array_mut().expect("a list").push(json!("0913"));
    changes(FILE, push, &FILE.replace("- \"x\"\n", "- \"x\"\n- \"0913\"\n"));
}

#[test]
fn two_items_at_once_are_both_set_apart() {
    let push = |new: &mut Value| {
        new["events"].as_array_mut().expect("a list").extend([json!({"id": "e2"}), json!({"id": "e3"})]);
    };
    changes("events:\n  - id: e1\n", push, "events:\n  - id: e1\n\n  - id: e2\n\n  - id: e3\n");
    changes("events: []\n", push, "events:\n  - id: e2\n\n  - id: e3\n");
}

#[test]
fn an_item_is_put_before_and_between_and_taken_out() {
    let add =
        |index: usize| move |new: &mut Value| new["a"].as_array_mut().expect("a list").insert(index, json!("new"));
    let drop = |index: usize| {
        move |new: &mut Value| {
            new["a"].as_array_mut().expect("a list").remove(index);
        }
    };
    let text = "a:\n  - x # X\n  # Y\n  - y\n  - z\nb: [p, q, r]\n";
    changes(text, add(0), &text.replace("  - x", "  - new\n  - x"));
    changes(text, add(1), &text.replace("# X\n", "# X\n  - new\n"));
    changes(text, drop(1), &text.replace("  - y\n", ""));
    changes(text, drop(2), &text.replace("  - z\n", ""));
    let flow = |change: &dyn Fn(&mut Value), expected| changes("a: [p, {b: q}, r] # c\n", change, expected);
    flow(&add(0), "a: [new, p, {b: q}, r] # c\n");
    flow(&add(1), "a: [p, new, {b: q}, r] # c\n");
    flow(&drop(0), "a: [{b: q}, r] # c\n");
    flow(&drop(2), "a: [p, {b: q}] # c\n");
    changes("a: [{id: 1}, {id: 2}]\n", |new| new["a"] = json!([{"id": 3}]), "a: [{id: 3}, ]\n");
    changes("a:\n  - - x\n    - y\n", |new| new["a"][0] = json!(["y"]), "a:\n  - - y\n");
    changes("a:\n  - - x\n", |new| new["a"][0] = json!(["z", "x"]), "a:\n  - - z\n    - x\n");
    changes(FILE, |new| new["events"] = json!([{"id": "e2"}]), &FILE.replace("  - id: e1\n    text: a\n\n", ""));
}

#[test]
fn a_key_is_put_behind_its_nearest_elder() {
    changes(FILE, |new| put(new, "owner", "level", json!(2)), &FILE.replace("چرا\n", "چرا\n\nlevel: 2\n"));
    changes(FILE, |new| put(new, "note", "tags", json!(["a"])), &FILE.replace("ریال\n", "ریال\n\ntags:\n  - a\n\n"));
    changes(FILE, |new| put(new, "state", "format", json!(1)), &FILE.replace("state", "format: 1\n\nstate"));
    changes(FILE, |new| put(&mut new["money"], "amount", "b", json!([1])), &FILE.replace("{am", "{b: [1], am"));
    changes(FILE, |new| new["money"]["c"] = json!({"d": "e"}), &FILE.replace("5,", "5, c: {d: e},"));
    changes(FILE, |new| put(&mut new["events"][1], "id", "at", json!(7)), &FILE.replace("id: e2", "at: 7\n    id: e2"));
    changes(FILE, |new| new["events"][0]["by"] = json!("x"), &FILE.replace("text: a", "text: a\n    by: x"));
    changes("a: 1\nb: 2\n", |new| put(new, "b", "c", json!("x\ny\n")), "a: 1\n\nc: |\n  x\n  y\n\nb: 2\n");
    changes("a: 1", |new| new["c"] = json!({"d": {}}), "a: 1\n\nc:\n  d: {}\n");
}

#[test]
fn a_key_is_taken_out_with_its_lines() {
    changes(FILE, |new| take(new, "none"), &FILE.replace("none:\n\n", ""));
    changes(FILE, |new| take(&mut new["events"][0], "id"), &FILE.replace("id: e1\n    ", ""));
    changes(FILE, |new| take(&mut new["events"][0], "text"), &FILE.replace("    text: a\n", ""));
    changes("a: 1\n\nb:\n  c: 2\n", |new| take(new, "b"), "a: 1\n");
    changes("a: 1\n\nb: {c: 2, d: 3}\n", |new| take(&mut new["b"], "d"), "a: 1\n\nb: {c: 2}\n");
    changes("a: 1\n\nb:\n  c: 2\n", |new| new["b"] = json!({}), "a: 1\n\nb: {}\n");
    changes("a:\n  - b: 1\n    c: 2\n    d: 3\n", |new| new["a"][0] = json!({"d": 3}), "a:\n  - d: 3\n");
    changes("a: {b: 1, c: 2, d: 3}\n", |new| new["a"] = json!({"b": 1}), "a: {b: 1}\n");
}

#[test]
fn a_key_that_the_format_passed_over_as_empty_is_filled() {
    let old = json!({"a": 1});
    let new = json!({"a": 1, "owner": "sara", "points": ["x"]});
    let text = "a: 1\nowner:\npoints: []\n";
    let content = rewrite(&source(text), &old, &new, &LAYOUT).expect("a text");
    assert_eq!(content, "a: 1\nowner: sara\npoints:\n  - x\n");
}

#[test]
fn a_default_that_is_not_in_the_file_stays_out_of_it_until_it_changes() {
    let (old, new) = (json!({"a": 1, "level": 1}), json!({"a": 2, "level": 1}));
    assert_eq!(rewrite(&source("a: 1\n"), &old, &new, &LAYOUT), Ok("a: 2\n".to_owned()));
    let new = json!({"a": 1, "level": 2});
    assert_eq!(rewrite(&source("a: 1\n"), &old, &new, &LAYOUT), Ok("a: 1\n\nlevel: 2\n".to_owned()));
}

#[test]
fn a_comment_is_never_lost_silently() {
    let lost = |change: &dyn Fn(&mut Value), comment: &str, line| {
        let fault = try_change(FILE, change).expect_err("a fault");
        assert!(
            matches!(&fault, RewriteFault::Comment { comment: found, place } if found == comment && place.line == line),
            "{fault:?}"
        );
    };
    lost(&|new| take(new, "owner"), "# تا فردا", 4);
    lost(&|new| new["phones"] = json!([]), "# خانه", 13);
    lost(&|new| new["phones"] = json!(["x"]), "# خانه", 13);
}

#[test]
fn what_the_format_does_not_know_is_never_lost() {
    let lost = |change: &dyn Fn(&mut Value), path: &str| {
        let fault = try_change(FILE, change).expect_err("a fault");
        assert!(matches!(&fault, RewriteFault::Unknown { path: found, .. } if found == path), "{fault:?}");
    };
    lost(&|new| take(new, "money"), "money");
    lost(&|new| new["money"] = json!(3), "money");
    lost(&|new| new["events"] = json!([{"id": "e1", "text": "a"}]), "events[1]");
    let stale = rewrite(&source("a: [1, 2]\n"), &json!({"a": [1]}), &json!({"a": [1, 3]}), &LAYOUT);
    assert!(matches!(stale, Err(RewriteFault::Unknown { .. })), "{stale:?}");
}

#[test]
fn a_file_never_grows_beyond_what_is_read() {
    let text = format!("a: {}\n", "x".repeat(crate::record::yaml::source::MAX_BYTES - 10));
    let fault = try_change(&text, |new| new["b"] = json!("0123456789")).expect_err("a fault");
    assert!(matches!(fault, RewriteFault::Unwritable(_)), "{fault:?}");
}

#[test]
fn line_ends_and_the_byte_order_mark_stay() {
    let text = format!("\u{feff}{}", FILE.replace('\n', "\r\n"));
    let change = |new: &mut Value| {
        new["note"] = json!("سه\nچهار");
        put(new, "owner", "level", json!(2));
        new["events"].as_array_mut().expect("a list").push(json!({"id": "e3"}));
    };
    let source = Source::decode(text.as_bytes()).expect("a text");
    let old = known(&whole(FILE));
    let mut new = old.clone();
    change(&mut new);
    let content = rewrite(&source, &old, &new, &LAYOUT).expect("a text");
    assert_eq!(content, format!("\u{feff}{}", try_change(FILE, change).expect("a text").replace('\n', "\r\n")));
}

/// Returns a file as people leave it: comments and unknown keys between what the tool wrote, some of it in flow style.
fn hand_made(file: &Value, seeds: &[usize]) -> String {
    let fields = file.as_object().expect("a mapping").iter().enumerate().map(|(index, (key, value))| {
        let is_flow = seeds.get(index).is_some_and(|seed| seed % 4 == 0);
        if is_flow { emit::flow_field(key, value) + "\n" } else { LAYOUT.top_field(key, value) }
    });
    let spaced: Vec<String> = fields.collect();
    let mut text = if seeds.len().is_multiple_of(2) { spaced.join("\n") } else { spaced.concat() };
    for (number, seed) in seeds.iter().enumerate() {
        let line =
            text.match_indices('\n').map(|(end, _)| end).nth(seed % text.matches('\n').count().max(1)).unwrap_or(0);
        let comment = if seed % 3 == 0 { format!(" # {number}") } else { format!("\n  # {number}") };
        let noted = format!("{}{comment}{}", &text[..line], &text[line..]);
        let is_comment = |document: Document| document.value() == *file && document.comments.len() > number;
        if Document::parse(&source(&noted)).is_ok_and(is_comment) {
            text = noted;
        }
    }
    text
}

/// Changes a value here and there, as the seeds say.
fn mutate(value: &mut Value, seeds: &mut dyn Iterator<Item = usize>, fresh: &Value) {
    let Some(seed) = seeds.next() else { return };
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let index = seed % fields.len();
            let key = fields.keys().nth(index).expect("a key").clone();
            match seed % 7 {
                0 => drop(fields.shift_remove(&key)),
                1 | 2 => drop(fields.shift_insert(index, format!("new{seed}"), fresh.clone())),
                _ => mutate(&mut fields[&key], seeds, fresh),
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let index = seed % items.len();
            match seed % 7 {
                0 => drop(items.remove(index)),
                1 => items.insert(index, fresh.clone()),
                2 => items.push(fresh.clone()),
                _ => mutate(&mut items[index], seeds, fresh),
            }
        }
        _ => *value = fresh.clone(),
    }
    mutate(value, seeds, fresh);
}

/// Renames keys so that a third of them is unknown to the format.
fn with_unknown_keys(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| {
                let prefix = if key.len() % 3 == 1 { "x-" } else { "" };
                (format!("{prefix}{key}"), with_unknown_keys(value))
            });
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(with_unknown_keys).collect(),
        _ => value.clone(),
    }
}

fn seeds() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0_usize..1000, 0..6)
}

proptest! {
    /// Any layout may be refused, but none may be misread or make the patcher panic.
    #[test]
    fn a_damaged_file_is_rewritten_rightly_or_not_at_all(
        at in 0_usize..FILE.len(),
        with in "[-a:#|>\"'{}\\[\\]&*!,? \t\n]{0,3}",
        changes in seeds(),
    ) {
        let at = FILE.floor_char_boundary(at);
        let text = format!("{}{with}{}", &FILE[..at], &FILE[at..]);
        let source = source(&text);
        prop_assume!(Document::parse(&source).is_ok());
        let old = known(&whole(&text));
        let mut new = old.clone();
        mutate(&mut new, &mut changes.into_iter(), &json!({"note": "یک\nدو"}));
        if let Ok(content) = rewrite(&source, &old, &new, &LAYOUT) {
            prop_assert_eq!(known(&whole(&content)), new);
        }
    }

    #[test]
    fn a_rewritten_file_says_what_was_meant_and_keeps_the_rest(
        file in values::file(),
        fresh in values::value(),
        notes in seeds(),
        changes in seeds(),
    ) {
        let file = with_unknown_keys(&file);
        let text = hand_made(&file, &notes);
        prop_assume!(Document::parse(&source(&text)).is_ok_and(|document| document.value() == file));
        let old = known(&file);
        let mut new = old.clone();
        mutate(&mut new, &mut changes.into_iter(), &known(&with_unknown_keys(&fresh)));
        prop_assume!(new.as_object().is_some_and(|fields| !fields.is_empty()));
        match rewrite(&source(&text), &old, &new, &LAYOUT) {
            Ok(content) => {
                prop_assert_eq!(known(&whole(&content)), new.clone());
                let source = source(&text);
                let before = Document::parse(&source).expect("a document");
                for range in &before.comments {
                    prop_assert!(content.contains(&text[range.clone()]));
                }
                for child in before.root.children() {
                    if old.get(&*child.key) == new.get(&*child.key) {
                        prop_assert!(content.contains(&text[child.start..child.node.span.end]));
                    }
                }
            }
            Err(RewriteFault::Comment { .. } | RewriteFault::Unknown { .. }) => {}
            Err(fault) => prop_assert!(false, "{fault:?}\n{text}\n{new}"),
        }
    }
}
