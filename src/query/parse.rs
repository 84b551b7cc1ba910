//! From what was typed to a question; whatever it cannot mean is named with what it can.

use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::calendar::Zone;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta};

use super::{Field, NONE, OPEN, Query, Relation, Term, Wanted};
use crate::calendar::period::Month;
use crate::calendar::typed::{self, error::TypedError};
use crate::calendar::zone;
use crate::domain::Instant;
use crate::domain::code::UnknownWord;
use crate::domain::words::{Channel, Closure, Finding, Priority, State};
use crate::text::digits::to_ascii;
use crate::text::fold::fold;
use crate::text::language::Language;

/// What the words of a question are measured by.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The moment it is asked.
    pub now: Instant,
    /// The zone of typed days.
    pub zone: Zone,
    /// Who asks: meant by `owner:me`.
    pub me: &'a str,
    /// The register's categories: codes, and their names in the reader's language.
    pub categories: &'a [(String, String)],
}

/// Why a text is no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// A quotation mark is not closed.
    Unclosed {
        /// The term.
        term: String,
    },
    /// A field that there is not.
    Field(UnknownWord),
    /// A field with nothing to compare it with.
    Empty {
        /// The term.
        term: String,
    },
    /// Words have no order.
    Unordered {
        /// The field.
        field: Field,
        /// The term.
        term: String,
    },
    /// A value that the field never has.
    Value {
        /// The field.
        field: Field,
        /// The value.
        value: String,
        /// What it may be.
        allowed: String,
    },
    /// No time, or one with two readings.
    Time {
        /// The field.
        field: Field,
        /// Why it is refused.
        cause: TypedError,
    },
}

/// The signs between field and value; a longer one before a shorter one that it begins with.
const SIGNS: [(&str, Relation); 8] = [
    ("!=", Relation::IsNot),
    ("<=", Relation::AtMost),
    (">=", Relation::AtLeast),
    ("==", Relation::Is),
    ("<", Relation::Below),
    (">", Relation::Above),
    (":", Relation::Is),
    ("=", Relation::Is),
];

impl Query {
    /// Reads a question.
    pub fn parse(text: &str, frame: Frame<'_>) -> Result<Self, QueryError> {
        let terms = split(text)?.into_iter().map(|term| Ok(Self { terms: vec![read(&term, frame)?] }));
        terms.collect::<Result<Vec<_>, _>>().map(|terms| terms.into_iter().fold(Self::default(), Self::and))
    }

    /// Returns the question whether a field holds this one word, whatever signs are in it.
    pub fn of_word(field: Field, word: &str, frame: Frame<'_>) -> Result<Self, QueryError> {
        one_word(field, word, frame).map(|word| Self::with(field, &word))
    }
}

/// Returns the terms: parted by blanks, except in quotation marks.
fn split(text: &str) -> Result<Vec<String>, QueryError> {
    let mut terms = vec![String::new()];
    let mut quotation = None;
    for character in text.chars() {
        let Some(term) = terms.last_mut() else { break };
        match (quotation, character) {
            (None, '"') => quotation = Some('"'),
            (None, '«') => quotation = Some('»'),
            (Some(end), _) if end == character => quotation = None,
            (None, _) if character.is_whitespace() => terms.push(String::new()),
            _ => term.push(character),
        }
    }
    if quotation.is_some() {
        return Err(QueryError::Unclosed { term: terms.pop().unwrap_or_default() });
    }
    terms.retain(|term| !term.is_empty());
    Ok(terms)
}

fn read(term: &str, frame: Frame<'_>) -> Result<Term, QueryError> {
    let Some((name, relation, value)) = parts(term) else {
        return Ok(Term { field: Field::Text, relation: Relation::Is, wanted: Wanted::text(term) });
    };
    let field: Field = name.parse().map_err(QueryError::Field)?;
    if value.is_empty() {
        return Err(QueryError::Empty { term: term.to_owned() });
    }
    let asks_for_order = !matches!(relation, Relation::Is | Relation::IsNot);
    if asks_for_order && !field.is_ordered() {
        return Err(QueryError::Unordered { field, term: term.to_owned() });
    }
    Ok(Term { field, relation, wanted: wanted(field, value, frame)? })
}

/// Returns field, sign and value; `None` for a term that is only a word.
fn parts(term: &str) -> Option<(&str, Relation, &str)> {
    let end = term.find(|character: char| !character.is_ascii_lowercase())?;
    let (name, rest) = term.split_at(end);
    let (sign, relation) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign))?;
    (!name.is_empty()).then_some((name, *relation, &rest[sign.len()..]))
}

fn wanted(field: Field, value: &str, frame: Frame<'_>) -> Result<Wanted, QueryError> {
    match field {
        Field::Text => Ok(Wanted::text(value)),
        Field::Severity => severity(value),
        field if field.is_time() => {
            span(value, frame).map(Wanted::Time).map_err(|cause| QueryError::Time { field, cause })
        }
        _ => value.split(',').map(|word| one_word(field, word, frame)).collect::<Result<_, _>>().map(Wanted::AnyOf),
    }
}

fn severity(value: &str) -> Result<Wanted, QueryError> {
    let number = to_ascii(value).parse().ok().filter(|number| (1..=5).contains(number));
    let error = || QueryError::Value { field: Field::Severity, value: value.to_owned(), allowed: "1 to 5".to_owned() };
    number.map(Wanted::Number).ok_or_else(error)
}

fn one_word(field: Field, word: &str, frame: Frame<'_>) -> Result<String, QueryError> {
    let no_word = |allowed: String| QueryError::Value { field, value: word.to_owned(), allowed };
    match field {
        Field::Owner if word == "me" => Ok(frame.me.to_owned()),
        Field::State if word == OPEN => Ok(word.to_owned()),
        Field::State => of_list::<State>(word, State::ALL).map_err(|list| no_word(format!("{OPEN}, {list}"))),
        Field::Channel => of_list::<Channel>(word, Channel::ALL).map_err(no_word),
        Field::Priority => of_list::<Priority>(word, Priority::ALL).map_err(no_word),
        Field::Language => of_list::<Language>(word, &Language::ALL).map_err(no_word),
        Field::Overdue if !matches!(word, "yes" | "no") => Err(no_word("yes, no".to_owned())),
        _ if word == NONE => Ok(word.to_owned()),
        Field::Finding => of_list::<Finding>(word, Finding::ALL).map_err(|list| no_word(format!("{NONE}, {list}"))),
        Field::Closure => of_list::<Closure>(word, Closure::ALL).map_err(|list| no_word(format!("{NONE}, {list}"))),
        Field::Category => {
            let meant = frame.categories.iter().find(|(code, name)| code == word || fold(name) == fold(word));
            let codes = || frame.categories.iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>().join(", ");
            meant.map(|(code, _)| code.clone()).ok_or_else(|| no_word(format!("{NONE}, {}", codes())))
        }
        _ => Ok(word.to_owned()),
    }
}

/// Returns the word if it is one of a closed list, else the list.
fn of_list<T: FromStr + ToString>(word: &str, all: &[T]) -> Result<String, String> {
    let list = || all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    word.parse::<T>().map(|word| word.to_string()).map_err(|_| list())
}

/// Returns the span that a typed time means: a whole month, a whole day, or an instant.
fn span(value: &str, frame: Frame<'_>) -> Result<RangeInclusive<Instant>, TypedError> {
    if let Ok(month) = value.parse::<Month>() {
        let days = month.range();
        return Ok(of_days(days.start, days.end - Days::new(1), frame.zone));
    }
    let today = frame.now.with_timezone(&frame.zone).date_naive();
    match typed::day(value, today) {
        Ok(day) => Ok(of_days(day, day, frame.zone)),
        Err(_) => typed::limit(value, frame.now, frame.zone).map(|instant| instant..=instant),
    }
}

fn of_days(first: NaiveDate, last: NaiveDate, zone: Zone) -> RangeInclusive<Instant> {
    let start = |day: NaiveDate| {
        let local = day.and_time(NaiveTime::MIN);
        zone::instant_or_after(local, zone).map_or_else(|| local.and_utc().fixed_offset(), |start| start.fixed_offset())
    };
    let after: DateTime<_> = start(last + Days::new(1));
    start(first)..=after - TimeDelta::seconds(1)
}
