//! The structs of format 1 into domain values, naming the path of whatever does not fit.

use std::fmt::Display;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate};

use super::{Amount, Event, FORMAT, Point, Promise, Record, Remedy};
use crate::domain::Instant;
use crate::domain::complaint::{self, Complaint, Occurred};
use crate::domain::event;
use crate::domain::money::Money;

/// One step of the way to a value of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Into a field.
    Name(String),
    /// Into an item of a list, counted from 0.
    Index(usize),
}

/// A value of a record that does not fit its field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {message}", dotted(path))]
pub struct FieldError {
    /// Where it stands.
    pub path: Vec<Key>,
    /// Why it does not fit.
    pub message: String,
}

/// Returns a path as the faults of YAML write it: `events[2].kind`, counted from 0.
fn dotted(path: &[Key]) -> String {
    path.iter().fold(String::new(), |path, key| match key {
        Key::Name(name) if path.is_empty() => name.clone(),
        Key::Name(name) => format!("{path}.{name}"),
        Key::Index(index) => format!("{path}[{index}]"),
    })
}

/// A place in a record, growing on the way down.
#[derive(Clone)]
struct At(Vec<Key>);

impl At {
    fn root() -> Self {
        Self(Vec::new())
    }

    fn key(&self, name: &str) -> Self {
        let mut path = self.0.clone();
        path.push(Key::Name(name.to_owned()));
        Self(path)
    }

    fn index(&self, index: usize) -> Self {
        let mut path = self.0.clone();
        path.push(Key::Index(index));
        Self(path)
    }

    fn error(self, message: impl Display) -> FieldError {
        FieldError { path: self.0, message: message.to_string() }
    }

    /// Reads a word or code that stands under `name`.
    fn word<T: FromStr<Err: Display>>(&self, name: &str, text: &str) -> Result<T, FieldError> {
        text.parse().map_err(|error| self.key(name).error(error))
    }

    /// Reads a word or code that may be absent.
    fn maybe<T: FromStr<Err: Display>>(&self, name: &str, text: Option<&String>) -> Result<Option<T>, FieldError> {
        text.map(|text| self.word(name, text)).transpose()
    }

    /// Reads a time.
    fn time(&self, name: &str, text: &str) -> Result<Instant, FieldError> {
        DateTime::parse_from_rfc3339(text)
            .map_err(|_| self.key(name).error(format!("`{text}` is no time like 2026-10-28T10:05:00+03:30")))
    }

    /// Reads a day.
    fn day(&self, name: &str, text: &str) -> Result<NaiveDate, FieldError> {
        text.parse().map_err(|_| self.key(name).error(format!("`{text}` is no day like 2026-10-28")))
    }

    /// Reads a number on a scale that starts at 1.
    fn scale(&self, name: &str, value: Option<u8>, most: u8) -> Result<Option<u8>, FieldError> {
        match value {
            Some(value) if !(1..=most).contains(&value) => {
                Err(self.key(name).error(format!("`{value}` is not between 1 and {most}")))
            }
            value => Ok(value),
        }
    }

    /// Reads the items of a list, one by one.
    fn list<From, To>(
        &self,
        name: &str,
        items: &[From],
        read: impl Fn(&Self, &From) -> Result<To, FieldError>,
    ) -> Result<Vec<To>, FieldError> {
        let list = self.key(name);
        items.iter().enumerate().map(|(index, item)| read(&list.index(index), item)).collect()
    }
}

/// Returns the complaint that a record tells, or the first value that does not fit.
///
/// The stored `state` is not looked at: whether it equals the replay of the events is a check of its own.
pub fn complaint(record: &Record) -> Result<Complaint, FieldError> {
    let at = At::root();
    if record.format != FORMAT {
        let newer = "this is another format than this version reads (1): a newer `complaints` wrote it";
        return Err(at.key("format").error(format!("`{}`: {newer}", record.format)));
    }
    let kind = record.complainant.clone().unwrap_or_default();
    let needs = at.key("complainant");
    Ok(Complaint {
        reference: at.word("reference", &record.reference)?,
        received_at: at.time("received_at", &record.received_at)?,
        occurred: record.occurred.as_ref().map(|text| occurred(&at, text)).transpose()?,
        level: at.scale("level", Some(record.level), 3)?.unwrap_or(1),
        channel: at.word("channel", &record.channel)?,
        language: at.word("language", &record.language)?,
        person: record.person.clone(),
        role: at.key("complainant").maybe("role", kind.role.as_ref())?,
        needs: needs.list("needs", &kind.needs, |at, need| need.parse().map_err(|error| at.clone().error(error)))?,
        product: record.product.clone(),
        category: at.maybe("category", record.category.as_ref())?,
        pack: at.word("pack", &record.pack)?,
        priority: at.word("priority", &record.priority)?,
        assessment: assessment(&at.key("assessment"), record.assessment.as_ref())?,
        owner: record.owner.clone(),
        points: at.list("points", &record.points, point)?,
        remedies: at.list("remedies", &record.remedies, remedy)?,
        promises: at.list("promises", &record.promises, promise)?,
        source: record
            .source
            .as_ref()
            .map(|source| complaint::Source { system: source.system.clone(), id: source.id.clone() }),
        personal: personal(&record.personal),
        restricted: restricted(&at.key("restricted"), record)?,
        events: at.list("events", &record.events, event)?,
    })
}

fn occurred(at: &At, text: &str) -> Result<Occurred, FieldError> {
    match text.parse() {
        Ok(day) => Ok(Occurred::Day(day)),
        Err(_) => at.time("occurred", text).map(Occurred::At),
    }
}

fn assessment(at: &At, from: Option<&super::Assessment>) -> Result<complaint::Assessment, FieldError> {
    let Some(from) = from else { return Ok(complaint::Assessment::default()) };
    Ok(complaint::Assessment {
        severity: at.scale("severity", from.severity, 5)?,
        complexity: at.scale("complexity", from.complexity, 3)?,
        impact: at.maybe("impact", from.impact.as_ref())?,
        safety: at.maybe("safety", from.safety.as_ref())?,
        jurisdiction: at.maybe("jurisdiction", from.jurisdiction.as_ref())?,
    })
}

fn point(at: &At, from: &Point) -> Result<complaint::Point, FieldError> {
    Ok(complaint::Point {
        id: from.id.clone(),
        text: from.text.clone(),
        finding: at.maybe("finding", from.finding.as_ref())?,
        reasons: from.reasons.clone(),
    })
}

fn remedy(at: &At, from: &Remedy) -> Result<complaint::Remedy, FieldError> {
    let money = |amount: &Amount| {
        let currency = at.key("agreed").word("currency", &amount.currency)?;
        Ok(Money::new(amount.amount, currency))
    };
    Ok(complaint::Remedy {
        id: from.id.clone(),
        kind: at.word("kind", &from.kind)?,
        state: at.word("state", &from.state)?,
        agreed: from.agreed.as_ref().map(money).transpose()?,
    })
}

fn promise(at: &At, from: &Promise) -> Result<complaint::Promise, FieldError> {
    Ok(complaint::Promise {
        id: from.id.clone(),
        what: at.word("what", &from.what)?,
        due: at.time("due", &from.due)?,
        told_at: at.time("told_at", &from.told_at)?,
        state: at.word("state", &from.state)?,
    })
}

fn personal(from: &super::Personal) -> complaint::Personal {
    let complainant = from.complainant.clone().unwrap_or_default();
    complaint::Personal {
        name: complainant.name,
        phones: complainant.phones,
        emails: complainant.emails,
        address: complainant.address,
        order: from.order.clone(),
        subject: from.subject.clone(),
        statement: from.statement.clone(),
        wants: from.wants.clone(),
    }
}

fn restricted(at: &At, record: &Record) -> Result<complaint::Restricted, FieldError> {
    let from = record.restricted.clone().unwrap_or_default();
    Ok(complaint::Restricted {
        review_on: from.review_on.as_ref().map(|day| at.day("review_on", day)).transpose()?,
        vulnerability: from.vulnerability,
        health: from.health,
        accusation: from.accusation,
        reason: from.reason,
    })
}

fn event(at: &At, from: &Event) -> Result<event::Event, FieldError> {
    Ok(event::Event {
        id: at.word("id", &from.id)?,
        at: at.time("at", &from.at)?,
        by: from.by.clone(),
        kind: at.word("kind", &from.kind)?,
        to: at.maybe("to", from.to.as_ref())?,
        facts: event::Facts {
            method: at.maybe("method", from.method.as_ref())?,
            text: from.text.clone(),
            finding: at.maybe("finding", from.finding.as_ref())?,
            route_told: at.maybe("route_told", from.route_told.as_ref())?,
            accepted: at.maybe("accepted", from.accepted.as_ref())?,
            heard_by: from.heard_by.clone(),
            investigator: from.investigator.clone(),
            owner: from.owner.clone(),
            promise: from.promise.clone(),
            closure: at.maybe("closure", from.closure.as_ref())?,
            solved: at.maybe("solved", from.solved.as_ref())?,
            attempts: from.attempts,
            handling: at.scale("handling", from.handling, 5)?,
            outcome: at.scale("outcome", from.outcome, 5)?,
            file: from.file.clone(),
            sha256: from.sha256.clone(),
            bytes: from.bytes,
            field: at.maybe("field", from.field.as_ref())?,
            old: from.old.clone(),
            new: from.new.clone(),
            undoes: at.maybe("undoes", from.undoes.as_ref())?,
            until: from.until.as_ref().map(|text| at.time("until", text)).transpose()?,
            clock: at.maybe("clock", from.clock.as_ref())?,
            was_due: from.was_due.as_ref().map(|text| at.time("was_due", text)).transpose()?,
        },
    })
}
