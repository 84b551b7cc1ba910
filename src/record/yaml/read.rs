//! A document as the plain structs of a format.
//!
//! What the document refuses was refused before; here only types can be wrong. Keys that the structs do not know stay in the
//! file and are not looked at.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_saphyr::{Error, MergeKeyPolicy, NonFiniteFloatPolicy};

use super::document::{self, Document, Found};
use super::fault::{Fault, FaultKind};

/// Characters of a wrong value that are repeated in the fault.
const MAX_QUOTED: usize = 60;

/// Reads a document as `T`. Text fields take unquoted numbers as they are typed; `no` and `yes` are texts.
pub fn read<T: DeserializeOwned>(document: &Document) -> Result<T, Fault> {
    // The values are known already, and nearly always they fit. The text is parsed anew for numbers as they were typed, and to
    // say what is wrong.
    T::deserialize(&document.root).or_else(|_| read_text(document))
}

/// Reads the text of a document as `T`.
pub(super) fn read_text<T: DeserializeOwned>(document: &Document) -> Result<T, Fault> {
    let options = serde_saphyr::options! {
        emit_comments: false,
        with_snippet: false,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
    };
    serde_saphyr::from_str_with_options(document.source().text(), options).map_err(|error| fault(document, &error))
}

/// Says what is wrong in words of the format: which field, what stands there, what may.
fn fault(document: &Document, error: &Error) -> Fault {
    let span = error.location().map(|location| location.span());
    let offset = span.and_then(|span| span.byte_offset()).and_then(|offset| usize::try_from(offset).ok()).unwrap_or(0);
    let mut around = document.around(offset);
    if let Error::SerdeMissingField { field, .. } = error {
        return missing(document, around, offset, field);
    }
    let Some(Found { path: field, node, .. }) = around.pop() else {
        return Fault::new(FaultKind::NotAMapping, document.source().place(offset));
    };
    let kind = match (error, expected(error)) {
        (Error::SerdeUnknownVariant { variant, expected, .. }, _) => {
            let allowed = expected.iter().map(|&word| word.to_owned()).collect();
            FaultKind::UnknownWord { field, found: variant.clone(), allowed }
        }
        (Error::Message { msg, .. }, _) => FaultKind::WrongValue { field, reason: msg.clone() },
        (_, Some(expected)) => FaultKind::WrongType { field, found: describe(&node.value()), expected },
        (other, None) => {
            let reason = other.to_string();
            // The reader counts lines and columns, too: the place of the fault says them already.
            let reason = reason.split(" at line ").next().unwrap_or(&reason).to_owned();
            FaultKind::WrongValue { field, reason }
        }
    };
    Fault::new(kind, document.source().place(offset))
}

/// The parser points to the last key of the mapping that lacks the field, or to `{}`; people look for its start.
fn missing(document: &Document, mut around: Vec<Found>, offset: usize, field: &str) -> Fault {
    around.pop_if(|last| last.node.span.start != offset);
    let (path, start) = around.pop().map_or((String::new(), 0), |mapping| (mapping.path, mapping.start));
    Fault::new(FaultKind::MissingField { field: document::join(&path, field, 0) }, document.source().place(start))
}

/// Returns what may stand in the place of a value of the wrong type.
fn expected(error: &Error) -> Option<String> {
    let words = match error {
        Error::SerdeInvalidType { expected, .. } | Error::SerdeInvalidValue { expected, .. } => expected,
        Error::InvalidScalar { ty, .. } if ty.starts_with('u') => "a whole number that is not negative",
        Error::InvalidScalar { ty, .. } if ty.starts_with('i') => "a whole number",
        Error::InvalidScalar { .. } => "a number",
        Error::InvalidBooleanStrict { .. } => "`true` or `false`",
        Error::NullIntoString { .. } => "a text",
        Error::Unexpected { expected: "mapping start", .. } => "a mapping",
        Error::Unexpected { expected: "sequence start", .. } => "a list",
        Error::Unexpected { expected: "string scalar", .. } => "a single value",
        Error::ExternallyTaggedEnumExpectedScalarOrMapping { .. } | Error::UnexpectedValueForUnitEnumVariant { .. } => {
            "one word"
        }
        _ => return None,
    };
    Some(words.to_owned())
}

fn describe(value: &Value) -> String {
    match value {
        Value::Null => "empty".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "a mapping".to_owned(),
        Value::String(text) => format!("`{}`", text.chars().take(MAX_QUOTED).collect::<String>()),
        Value::Bool(_) | Value::Number(_) => format!("`{value}`"),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use serde::Deserialize;

    use super::*;
    use crate::record::yaml::source::Source;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Record {
        state: State,
        phone: String,
        level: u32,
        solved: Option<bool>,
        money: Option<Money>,
        #[serde(default)]
        points: Vec<Point>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum State {
        Received,
        FollowUp,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Money {
        amount: i64,
        currency: String,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Point {
        id: String,
        weight: Option<Weight>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(try_from = "String")]
    struct Weight(u8);

    impl TryFrom<String> for Weight {
        type Error = String;

        fn try_from(text: String) -> Result<Self, String> {
            text.parse().map(Self).map_err(|_| format!("`{text}` is no weight"))
        }
    }

    const GOOD: &str = "\
state: follow-up
phone: 09121234567
level: 2
money:
  amount: 12
  currency: no
points:
  - id: 7
    weight: 3
unknown:
  - 1e999
";

    fn try_read(text: &str) -> Result<Record, Fault> {
        let source = Source::decode(text.as_bytes()).expect("a text");
        read(&Document::parse(&source)?)
    }

    fn refused(good: &str, bad: &str, expected: &Expect) {
        assert!(GOOD.contains(good), "{good}");
        let fault = try_read(&GOOD.replacen(good, bad, 1)).expect_err(bad);
        expected.assert_eq(&format!("{}: {fault}", fault.place));
    }

    #[test]
    fn text_fields_take_numbers_as_typed_and_unknown_keys_are_passed_over() {
        let record = try_read(GOOD).expect("a record");
        assert_eq!(record.phone, "09121234567");
        assert_eq!(record.money, Some(Money { amount: 12, currency: "no".to_owned() }));
        assert_eq!(record.points, [Point { id: "7".to_owned(), weight: Some(Weight(3)) }]);
        assert_eq!((record.state, record.level, record.solved), (State::FollowUp, 2, None));
    }

    #[test]
    fn a_value_of_the_wrong_type_is_named_by_field_and_place() {
        let level = |bad, expected| refused("level: 2", bad, expected);
        level("level: x", &expect!["3:8: `level` is `x`, but should be a whole number that is not negative"]);
        level("level: -1", &expect!["3:8: `level` is `-1`, but should be a whole number that is not negative"]);
        level("level: [2]", &expect!["3:8: `level` is a list, but should be a single value"]);
        level("level: 2\nsolved: no", &expect!["4:9: `solved` is `no`, but should be `true` or `false`"]);
        refused("09121234567", "", &expect!["2:6: `phone` is empty, but should be a text"]);
        refused("amount: 12", "amount: 1.5", &expect!["5:11: `money.amount` is `1.5`, but should be a whole number"]);
        refused("money:", "money: 3\nother:", &expect!["4:8: `money` is `3`, but should be a mapping"]);
        refused("points:", "points: 3\nother:", &expect!["7:9: `points` is `3`, but should be a list"]);
        refused("follow-up", "[received]", &expect!["1:8: `state` is a list, but should be one word"]);
    }

    #[test]
    fn an_unknown_word_is_answered_with_the_known_ones() {
        refused("follow-up", "closd", &expect!["1:8: `state` cannot be `closd`: one of `received`, `follow-up`"]);
    }

    #[test]
    fn a_type_may_give_its_own_reason() {
        refused("weight: 3", "weight: ۳۰۰", &expect!["9:13: `points[0].weight`: `۳۰۰` is no weight"]);
    }

    #[test]
    fn a_missing_field_is_named_at_the_start_of_its_mapping() {
        refused("level: 2\n", "", &expect!["1:1: the field `level` is missing"]);
        refused("  currency: no\n", "", &expect!["4:1: the field `money.currency` is missing"]);
        refused("id: 7\n    weight", "weight", &expect!["8:3: the field `points[0].id` is missing"]);
        refused(
            "points:\n  - id: 7\n    weight: 3",
            "points: [{}]",
            &expect!["7:10: the field `points[0].id` is missing"],
        );
    }

    proptest::proptest! {
        #[test]
        fn the_values_and_the_text_say_the_same(at in 0..GOOD.len(), with in "[-a:#|>\"'{}\\[\\]~0-9. \n]{0,4}") {
            let source = Source::decode(format!("{}{with}{}", &GOOD[..at], &GOOD[at..]).as_bytes()).expect("a text");
            if let Ok(document) = Document::parse(&source) {
                proptest::prop_assert_eq!(read::<Record>(&document), read_text::<Record>(&document));
            }
        }
    }
}
