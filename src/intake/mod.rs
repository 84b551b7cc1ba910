//! From foreign text to values: YAML, JSON and JSON lines. Pure; what the values mean is the caller's.

use serde::de::{DeserializeOwned, IgnoredAny};

use crate::record::yaml::document::Document;
use crate::record::yaml::fault::Fault;
use crate::record::yaml::read::read;
use crate::record::yaml::source::Source;

/// Why a text cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct IntakeError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// Returns the lines of JSON lines that hold something, with their numbers.
pub fn json_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().enumerate().map(|(index, line)| (index + 1, line.trim())).filter(|(_, line)| !line.is_empty())
}

/// Reads one value as YAML, one or many as JSON (`{…}`, `[…]`), or many as JSON lines, with the line each stands on.
pub fn read_many<T: DeserializeOwned>(text: &str) -> Result<Vec<(usize, T)>, IntakeError> {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let line = 1 + line_ends(&text[..text.len() - start.len()]);
    match start.chars().next() {
        None => Ok(Vec::new()),
        Some('[') => read_list(line, start),
        Some('{') if is_whole(start.lines().next().unwrap_or_default()) => {
            json_lines(text).map(|(line, json)| read_json(line, json).map(|value| (line, value))).collect()
        }
        Some('{') => read_json(line, start).map(|value| vec![(line, value)]),
        Some('-') if start[1..].starts_with([' ', '\n', '\r']) => Err(IntakeError {
            line,
            message: "as YAML it is one; many come as JSON lines or as a JSON list".to_owned(),
        }),
        Some(_) => read_yaml(text).map(|value| vec![(1, value)]),
    }
}

/// Returns whether a text is one value of JSON with nothing behind it.
fn is_whole(json: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(json).is_ok()
}

fn line_ends(text: &str) -> usize {
    text.matches('\n').count()
}

/// Reads the items of a list in JSON, which begins on `line`, each with the line on which it begins.
fn read_list<T: DeserializeOwned>(line: usize, json: &str) -> Result<Vec<(usize, T)>, IntakeError> {
    let items: Vec<IgnoredAny> = read_json(line, json)?;
    let (mut line, mut rest) = (line, &json[1..]);
    let mut values = Vec::with_capacity(items.len());
    for _ in items {
        let item = rest.trim_start_matches([',', ' ', '\n', '\r', '\t']);
        line += line_ends(&rest[..rest.len() - item.len()]);
        let mut items = serde_json::Deserializer::from_str(item).into_iter();
        let value = items.next().transpose().map_err(|error| at_line(line, &error))?;
        values.extend(value.map(|value| (line, value)));
        let (read, behind) = item.split_at(items.byte_offset());
        line += line_ends(read);
        rest = behind;
    }
    Ok(values)
}

/// Reads one value of JSON that begins on `line` of the file.
fn read_json<T: DeserializeOwned>(line: usize, json: &str) -> Result<T, IntakeError> {
    serde_json::from_str(json).map_err(|error| at_line(line, &error))
}

/// Places an error of a value that begins on `line`: serde counts from the beginning of the value.
fn at_line(line: usize, error: &serde_json::Error) -> IntakeError {
    IntakeError { line: line + error.line().saturating_sub(1), message: without_place(&error.to_string()).to_owned() }
}

/// Returns a reader's message without the line and column it counts: those of one line or one value, not of the file.
pub fn without_place(message: &str) -> &str {
    message.split(" at line ").next().unwrap_or(message)
}

fn read_yaml<T: DeserializeOwned>(text: &str) -> Result<T, IntakeError> {
    let fault = |fault: Fault| IntakeError {
        line: fault.place.line,
        message: without_place(&fault.kind.to_string()).to_owned(),
    };
    let source = Source::decode(text.as_bytes()).map_err(fault)?;
    let document = Document::parse(&source).map_err(fault)?;
    read(&document).map_err(fault)
}

/// Returns a text as it is stored: line ends of one kind, tabs expanded, no blanks at line ends, no NUL.
pub fn stored_text(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ").replace('\0', "\u{fffd}");
    lines.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Result<Vec<(usize, i64)>, String> {
        let read: Result<Vec<(usize, std::collections::BTreeMap<String, i64>)>, _> = read_many(text);
        let values = read.map_err(|error| error.to_string())?;
        Ok(values.into_iter().map(|(line, map)| (line, map["n"])).collect())
    }

    #[test]
    fn yaml_json_and_json_lines_are_told_apart() {
        assert_eq!(numbers("n: 1\n"), Ok(vec![(1, 1)]));
        assert_eq!(numbers("{\n \"n\": 2\n}"), Ok(vec![(1, 2)]));
        assert_eq!(numbers("[{\"n\": 1}, {\"n\": 2}]"), Ok(vec![(1, 1), (1, 2)]));
        assert_eq!(numbers("\n[\n{\"n\": 1},\n\n{\"n\": 2}]"), Ok(vec![(3, 1), (5, 2)]));
        assert_eq!(numbers("\u{feff}{\"n\": 1}\n\n{\"n\": 3}\n"), Ok(vec![(1, 1), (3, 3)]));
    }

    #[test]
    fn a_broken_line_is_named() {
        let error = numbers("{\"n\": 1}\n{\"n\": }\n").expect_err("a broken line");
        assert_eq!(error, "line 2: expected value");
        let error = numbers("{\n \"n\": \"x\"\n}\n").expect_err("a text for a number");
        assert_eq!(error, "line 2: invalid type: string \"x\", expected i64");
        let error = numbers("[\n{\"n\": 1},\n{\"n\":\n\"x\"}]").expect_err("a text for a number");
        assert_eq!(error, "line 4: invalid type: string \"x\", expected i64");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC*") {
            drop(numbers(&text));
        }
    }
}
