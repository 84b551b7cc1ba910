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

/// A place in a record, growing on the way down; only a fault makes a path of it.
#[derive(Clone, Copy)]
enum At<'a> {
    Root,
    Name(&'a At<'a>, &'a str),
    Index(&'a At<'a>, usize),
}

impl At<'_> {
    fn key<'a>(&'a self, name: &'a str) -> At<'a> {
        At::Name(self, name)
    }

    fn path(self) -> Vec<Key> {
        let (mut path, key) = match self {
            Self::Root => return Vec::new(),
            Self::Name(parent, name) => (parent.path(), Key::Name(name.to_owned())),
            Self::Index(parent, index) => (parent.path(), Key::Index(index)),
        };
        path.push(key);
        path
    }

    fn error(self, message: impl Display) -> FieldError {
        FieldError { path: self.path(), message: message.to_string() }
    }

    /// Reads a word or code that stands under `name`.
    fn word<T: FromStr<Err: Display>>(&self, name: &str, text: &str) -> Result<T, FieldError> {
        text.parse().map_err(|error| self.key(name).error(error))
    }

    /// Reads a word or code that may be absent.
    fn maybe<T: FromStr<Err: Display>>(&self, name: &str, text: Option<String>) -> Result<Option<T>, FieldError> {
        text.map(|text| self.word(name, &text)).transpose()
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
        items: Vec<From>,
        read: impl Fn(At, From) -> Result<To, FieldError>,
    ) -> Result<Vec<To>, FieldError> {
        let list = self.key(name);
        items.into_iter().enumerate().map(|(index, item)| read(At::Index(&list, index), item)).collect()
    }
}

/// Returns the complaint that a record tells, or the first value that does not fit.
///
/// The stored `state` is not looked at: whether it equals the replay of the events is a check of its own.
pub fn complaint(record: Record) -> Result<Complaint, FieldError> {
    let at = At::Root;
    if record.format != FORMAT {
        let newer = "this is another format than this version reads (1): a newer `complaints` wrote it";
        return Err(at.key("format").error(format!("`{}`: {newer}", record.format)));
    }
    let kind = record.complainant.unwrap_or_default();
    let complainant = at.key("complainant");
    Ok(Complaint {
        reference: at.word("reference", &record.reference)?,
        received_at: at.time("received_at", &record.received_at)?,
        occurred: record.occurred.map(|text| occurred(at, &text)).transpose()?,
        level: at.scale("level", Some(record.level), 3)?.unwrap_or(1),
        channel: at.word("channel", &record.channel)?,
        language: at.word("language", &record.language)?,
        person: record.person,
        role: complainant.maybe("role", kind.role)?,
        needs: complainant.list("needs", kind.needs, |at, need| need.parse().map_err(|error| at.error(error)))?,
        profile: complaint::Profile {
            reply_by: complainant.maybe("reply_by", kind.reply_by)?,
            segment: complainant.maybe("segment", kind.segment)?,
            key_customer: complainant.maybe("key_customer", kind.key_customer)?,
        },
        product: record.product,
        category: at.maybe("category", record.category)?,
        pack: at.word("pack", &record.pack)?,
        priority: at.word("priority", &record.priority)?,
        assessment: assessment(at.key("assessment"), record.assessment)?,
        owner: record.owner,
        points: at.list("points", record.points, point)?,
        remedies: at.list("remedies", record.remedies, remedy)?,
        promises: at.list("promises", record.promises, promise)?,
        source: record.source.map(|source| complaint::Source { system: source.system, id: source.id }),
        personal: personal(record.personal),
        restricted: restricted(at.key("restricted"), record.restricted)?,
        events: at.list("events", record.events, event)?,
    })
}

fn occurred(at: At, text: &str) -> Result<Occurred, FieldError> {
    match text.parse() {
        Ok(day) => Ok(Occurred::Day(day)),
        Err(_) => at.time("occurred", text).map(Occurred::At),
    }
}

fn assessment(at: At, from: Option<super::Assessment>) -> Result<complaint::Assessment, FieldError> {
    let Some(from) = from else { return Ok(complaint::Assessment::default()) };
    Ok(complaint::Assessment {
        severity: at.scale("severity", from.severity, 5)?,
        complexity: at.scale("complexity", from.complexity, 3)?,
        impact: at.maybe("impact", from.impact)?,
        safety: at.maybe("safety", from.safety)?,
        jurisdiction: at.maybe("jurisdiction", from.jurisdiction)?,
        solvable: at.maybe("solvable", from.solvable)?,
        cause_family: at.maybe("cause_family", from.cause_family)?,
        public_interest: at.maybe("public_interest", from.public_interest)?,
        risks: at.list("risks", from.risks, |at, risk| risk.parse().map_err(|error| at.error(error)))?,
        promised: from.promised.map(|day| at.day("promised", &day)).transpose()?,
        actual: from.actual.map(|day| at.day("actual", &day)).transpose()?,
    })
}

fn point(at: At, from: Point) -> Result<complaint::Point, FieldError> {
    Ok(complaint::Point {
        id: from.id,
        text: from.text,
        finding: at.maybe("finding", from.finding)?,
        reasons: from.reasons,
    })
}

fn remedy(at: At, from: Remedy) -> Result<complaint::Remedy, FieldError> {
    let money = |name: &str, amount: Option<Amount>| {
        let read = |amount: Amount| {
            let currency = at.key(name).word("currency", &amount.currency)?;
            Ok(Money::new(amount.amount, currency))
        };
        amount.map(read).transpose()
    };
    Ok(complaint::Remedy {
        id: from.id,
        kind: at.word("kind", &from.kind)?,
        state: at.word("state", &from.state)?,
        amounts: complaint::Amounts {
            asked: money("asked", from.asked)?,
            assessed: money("assessed", from.assessed)?,
            offered: money("offered", from.offered)?,
            agreed: money("agreed", from.agreed)?,
            paid: money("paid", from.paid)?,
        },
    })
}

fn promise(at: At, from: Promise) -> Result<complaint::Promise, FieldError> {
    Ok(complaint::Promise {
        id: from.id,
        what: at.word("what", &from.what)?,
        due: at.time("due", &from.due)?,
        told_at: at.time("told_at", &from.told_at)?,
        state: at.word("state", &from.state)?,
    })
}

fn personal(from: super::Personal) -> complaint::Personal {
    let complainant = from.complainant.unwrap_or_default();
    complaint::Personal {
        name: complainant.name,
        phones: complainant.phones,
        emails: complainant.emails,
        address: complainant.address,
        order: from.order,
        subject: from.subject,
        statement: from.statement,
        wants: from.wants,
    }
}

fn restricted(at: At, from: Option<super::Restricted>) -> Result<complaint::Restricted, FieldError> {
    let from = from.unwrap_or_default();
    Ok(complaint::Restricted {
        review_on: from.review_on.map(|day| at.day("review_on", &day)).transpose()?,
        vulnerability: from.vulnerability,
        health: from.health,
        accusation: from.accusation,
        reason: from.reason,
    })
}

fn event(at: At, from: Event) -> Result<event::Event, FieldError> {
    Ok(event::Event {
        id: at.word("id", &from.id)?,
        at: at.time("at", &from.at)?,
        by: from.by.clone(),
        kind: at.word("kind", &from.kind)?,
        to: at.maybe("to", from.to.clone())?,
        facts: facts(at, from)?,
    })
}

fn facts(at: At, from: Event) -> Result<event::Facts, FieldError> {
    Ok(event::Facts {
        method: at.maybe("method", from.method)?,
        text: from.text,
        finding: at.maybe("finding", from.finding)?,
        route_told: at.maybe("route_told", from.route_told)?,
        accepted: at.maybe("accepted", from.accepted)?,
        heard_by: from.heard_by,
        investigator: from.investigator,
        powers: from.powers,
        confirmed: at.maybe("confirmed", from.confirmed)?,
        skipped: from.skipped,
        responsible: from.responsible,
        conduct: at.maybe("conduct", from.conduct)?,
        restriction: at.maybe("restriction", from.restriction)?,
        priority: at.maybe("priority", from.priority)?,
        cause: from.cause,
        action: from.action,
        responsibility: at.maybe("responsibility", from.responsibility)?,
        declarer: from.declarer,
        conflict: at.maybe("conflict", from.conflict)?,
        owner: from.owner,
        promise: from.promise,
        similar: at.maybe("similar", from.similar)?,
        remedy: from.remedy,
        point: from.point,
        policy: from.policy,
        evidence: from.evidence,
        authority: at.maybe("authority", from.authority)?,
        side: at.maybe("side", from.side)?,
        dispute_method: at.maybe("dispute_method", from.dispute_method)?,
        result: at.maybe("result", from.result)?,
        dispute_exit: at.maybe("dispute_exit", from.dispute_exit)?,
        settler: from.settler,
        reviewer: from.reviewer,
        second: from.second,
        body: from.body,
        matter: at.maybe("matter", from.matter)?,
        into: at.maybe("into", from.into)?,
        closure: at.maybe("closure", from.closure)?,
        solved: at.maybe("solved", from.solved)?,
        attempts: from.attempts,
        handling: at.scale("handling", from.handling, 5)?,
        outcome: at.scale("outcome", from.outcome, 5)?,
        paper: at.maybe("paper", from.paper)?,
        reviewed: from.reviewed,
        rework: at.maybe("rework", from.rework)?,
        recipient: from.recipient,
        told: from.told,
        dates: from.dates.iter().map(|text| at.time("dates", text)).collect::<Result<_, _>>()?,
        file: from.file,
        sha256: from.sha256,
        bytes: from.bytes,
        field: at.maybe("field", from.field)?,
        old: from.old,
        new: from.new,
        undoes: at.maybe("undoes", from.undoes)?,
        until: from.until.map(|text| at.time("until", &text)).transpose()?,
        clock: at.maybe("clock", from.clock)?,
        was_due: from.was_due.map(|text| at.time("was_due", &text)).transpose()?,
    })
}
