//! The JSON of `list`, `show` and `history`: codes and RFC 3339 times, never words for people.

use serde::Serialize;
use serde_json::Value;

use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::code::Code;
use crate::domain::event::EventId;
use crate::domain::reference::Reference;
use crate::domain::words::{Closure, Finding, State};
use crate::render::json::SCHEMA;
use crate::render::standing::Standing;
use crate::render::timeline::{Entry, What};

/// `list --format json`.
#[derive(Debug, Serialize)]
pub struct List<'a> {
    schema: u8,
    complaints: Vec<Item<'a>>,
}

/// One line of `list --format jsonl`.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    schema: u8,
    #[serde(flatten)]
    complaint: Item<'a>,
}

/// `show --format json`.
#[derive(Debug, Serialize)]
pub struct Show<'a> {
    schema: u8,
    complaint: &'a Value,
    /// Whether something that only few may see was left out of it.
    withheld: bool,
    derived: Derived,
}

/// `history --format json`.
#[derive(Debug, Serialize)]
pub struct History<'a> {
    schema: u8,
    reference: String,
    entries: Vec<HistoryEntry<'a>>,
}

/// What a list tells of one complaint: its facts and what follows from them.
#[derive(Debug, Serialize)]
pub struct Item<'a> {
    reference: String,
    state: &'static str,
    level: u8,
    received_at: String,
    channel: &'static str,
    language: &'a str,
    person: Option<&'a str>,
    product: Option<&'a str>,
    category: Option<&'a str>,
    severity: Option<u8>,
    priority: &'static str,
    owner: Option<&'a str>,
    subject: Option<&'a str>,
    #[serde(flatten)]
    derived: Derived,
    source: Option<Source<'a>>,
}

/// What no field of the record says, but its events, pack and calendar.
#[derive(Debug, Serialize)]
struct Derived {
    acknowledged_at: Option<String>,
    acknowledgement_due: Option<String>,
    answered_at: Option<String>,
    response_due: Option<ResponseDue>,
    finding: Option<&'static str>,
    closed_at: Option<String>,
    closure: Option<&'static str>,
    overdue: bool,
}

#[derive(Debug, Serialize)]
struct ResponseDue {
    at: String,
    by: &'static str,
}

#[derive(Debug, Serialize)]
struct Source<'a> {
    system: &'a str,
    id: &'a str,
}

/// A line of a history: an event, an event that is no longer in the record (`lost`), or a change that is no event.
#[derive(Debug, Serialize)]
struct HistoryEntry<'a> {
    event: Option<&'a str>,
    lost: bool,
    kind: Option<&'static str>,
    by: Option<&'a str>,
    from: Option<&'static str>,
    to: Option<&'static str>,
    happened_at: Option<String>,
    recorded_at: Option<String>,
    days_late: Option<usize>,
    undoes: Option<&'a str>,
    commit: Option<&'a str>,
    author: Option<&'a str>,
    by_tool: Option<bool>,
}

impl<'a> List<'a> {
    /// Returns the contract of a list, in the order given.
    pub fn of(standings: &[Standing<'a>]) -> Self {
        Self { schema: SCHEMA, complaints: standings.iter().map(Item::of).collect() }
    }
}

impl<'a> Line<'a> {
    /// Returns the contract of one line of a list.
    pub fn of(standing: &Standing<'a>) -> Self {
        Self { schema: SCHEMA, complaint: Item::of(standing) }
    }
}

impl<'a> Show<'a> {
    /// Returns the contract of one complaint; `record` holds the record's own keys, but for what was `withheld`.
    pub fn of(record: &'a Value, withheld: bool, standing: &Standing) -> Self {
        Self { schema: SCHEMA, complaint: record, withheld, derived: Derived::of(standing) }
    }
}

impl<'a> History<'a> {
    /// Returns the contract of a history.
    pub fn of(reference: Reference, entries: &[Entry<'a>]) -> Self {
        Self {
            schema: SCHEMA,
            reference: reference.to_string(),
            entries: entries.iter().map(HistoryEntry::of).collect(),
        }
    }
}

impl<'a> Item<'a> {
    /// Returns what a list tells of a complaint.
    pub fn of(standing: &Standing<'a>) -> Self {
        let complaint = standing.complaint;
        Self {
            reference: complaint.reference.to_string(),
            state: complaint.state().as_str(),
            level: complaint.level,
            received_at: complaint.received_at.to_rfc3339(),
            channel: complaint.channel.as_str(),
            language: complaint.language.as_str(),
            person: complaint.person.as_deref(),
            product: complaint.product.as_deref(),
            category: complaint.category.as_ref().map(Code::as_str),
            severity: complaint.assessment.severity,
            priority: complaint.priority.as_str(),
            owner: complaint.owner.as_deref(),
            subject: complaint.personal.subject.as_deref(),
            derived: Derived::of(standing),
            source: complaint.source.as_ref().map(|source| Source { system: &source.system, id: &source.id }),
        }
    }
}

impl Derived {
    fn of(standing: &Standing) -> Self {
        let complaint = standing.complaint;
        let time = |instant: Instant| instant.to_rfc3339();
        let by = |by| match by {
            DueBy::Told => "told",
            DueBy::Pack => "pack",
        };
        Self {
            acknowledged_at: complaint.acknowledged_at().map(time),
            acknowledgement_due: standing.acknowledgement_due.map(time),
            answered_at: complaint.answered_at().map(time),
            response_due: standing.response_due.map(|(due, said)| ResponseDue { at: time(due), by: by(said) }),
            finding: complaint.finding().map(Finding::as_str),
            closed_at: complaint.closing().map(|closing| time(closing.at)),
            closure: complaint.closure().map(Closure::as_str),
            overdue: standing.is_overdue,
        }
    }
}

impl<'a> HistoryEntry<'a> {
    fn of(entry: &Entry<'a>) -> Self {
        let (event, from, to) = match entry.what {
            What::Event { event, from, to, .. } => (Some(event), from, to),
            What::Lost(_) | What::Change => (None, None, None),
        };
        let lost = match entry.what {
            What::Lost(id) => Some(id),
            What::Event { .. } | What::Change => None,
        };
        Self {
            event: event.map(|event| &event.id).or(lost).map(EventId::as_str),
            lost: lost.is_some(),
            kind: event.map(|event| event.kind.as_str()),
            by: event.map(|event| event.by.as_str()),
            from: from.map(State::as_str),
            to: to.map(State::as_str),
            happened_at: event.map(|event| event.at.to_rfc3339()),
            recorded_at: entry.recorded.map(|recorded| recorded.recorded_at.to_rfc3339()),
            days_late: entry.days_late(),
            undoes: event.and_then(|event| event.facts.undoes.as_ref()).map(EventId::as_str),
            commit: entry.recorded.map(|recorded| recorded.commit.as_str()),
            author: entry.recorded.map(|recorded| recorded.author.as_str()),
            by_tool: entry.recorded.map(|recorded| recorded.is_by_tool),
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use serde_json::json;

    use super::*;
    use crate::domain::complaint::Complaint;
    use crate::domain::event::Kind;
    use crate::render::specimen::{self, at, event, event_id};
    use crate::render::timeline::{self, Recorded};

    fn pretty(value: &impl Serialize) -> String {
        serde_json::to_string_pretty(value).expect("all keys are texts")
    }

    #[test]
    fn a_list_is_an_object_with_its_schema() {
        let complaint = specimen::rich();
        expect![[r#"
            {
              "schema": 1,
              "complaints": [
                {
                  "reference": "1405-01-0147-1",
                  "state": "implementing",
                  "level": 1,
                  "received_at": "2026-10-28T10:05:00+03:30",
                  "channel": "phone",
                  "language": "fa",
                  "person": "p-7q2mk3v9",
                  "product": "express-delivery",
                  "category": "delivery",
                  "severity": 3,
                  "priority": "normal",
                  "owner": "sara",
                  "subject": "تأخیر در تحویل",
                  "acknowledged_at": "2026-10-28T10:20:00+03:30",
                  "acknowledgement_due": "2026-10-29T10:05:00+03:30",
                  "answered_at": "2026-10-28T11:20:00+03:30",
                  "response_due": {
                    "at": "2026-10-31T10:05:00+03:30",
                    "by": "told"
                  },
                  "finding": "partly",
                  "closed_at": null,
                  "closure": null,
                  "overdue": false,
                  "source": {
                    "system": "shop-desk",
                    "id": "T-88"
                  }
                }
              ]
            }"#]]
        .assert_eq(&pretty(&List::of(&[specimen::standing(&complaint)])));
    }

    #[test]
    fn a_line_holds_one_complaint_and_the_schema() {
        let mut complaint = specimen::fresh();
        complaint.personal.subject = Some("two\nlines \u{1B}[2J".to_owned());
        let line = serde_json::to_string(&Line::of(&specimen::standing(&complaint))).expect("all keys are texts");
        assert!(!line.contains(char::is_control));
        let read: Value = serde_json::from_str(&line).expect("it is JSON");
        assert_eq!(read["schema"], 1);
        assert_eq!(read["subject"], "two\nlines \u{1B}[2J");
        assert_eq!(read["response_due"], json!({"at": "2026-10-31T10:05:00+03:30", "by": "told"}));
    }

    #[test]
    fn a_record_keeps_its_own_keys_beside_what_follows_from_them() {
        let complaint = specimen::complaint(State::Received);
        let standing = Standing { is_overdue: true, ..specimen::standing(&complaint) };
        let record = json!({"format": 1, "reference": "1405-01-0147-1", "own_key": [1, 2]});
        expect![[r#"
            {
              "schema": 1,
              "complaint": {
                "format": 1,
                "reference": "1405-01-0147-1",
                "own_key": [
                  1,
                  2
                ]
              },
              "withheld": false,
              "derived": {
                "acknowledged_at": null,
                "acknowledgement_due": "2026-10-29T10:05:00+03:30",
                "answered_at": null,
                "response_due": {
                  "at": "2026-10-31T10:05:00+03:30",
                  "by": "told"
                },
                "finding": null,
                "closed_at": null,
                "closure": null,
                "overdue": true
              }
            }"#]]
        .assert_eq(&pretty(&Show::of(&record, false, &standing)));
    }

    #[test]
    fn a_history_has_events_changes_and_losses() {
        let events = [event(0, Kind::Received, Some(State::Received)), event(1, Kind::Noted, None)];
        let recorded = |events: Vec<_>| Recorded {
            commit: "1f".repeat(20),
            author: "Sara".to_owned(),
            recorded_at: at("2026-11-03T11:00:00+03:30"),
            is_by_tool: !events.is_empty(),
            events,
        };
        let recorded = [recorded(vec![event_id(0), event_id(30)]), recorded(vec![])];
        let complaint = Complaint { events: events.to_vec(), ..specimen::fresh() };
        let entries = timeline::entries(&complaint, &recorded);
        let history = serde_json::to_value(History::of(specimen::fresh().reference, &entries)).expect("it is JSON");
        assert_eq!((&history["schema"], &history["reference"]), (&json!(1), &json!("1405-01-0147-1")));
        let lines: Vec<String> = history["entries"].as_array().into_iter().flatten().map(Value::to_string).collect();
        expect![[r#"
            {"event":"e-000000000000","lost":false,"kind":"received","by":"sara","from":null,"to":"received","happened_at":"2026-10-28T10:05:00+03:30","recorded_at":"2026-11-03T11:00:00+03:30","days_late":6,"undoes":null,"commit":"1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f","author":"Sara","by_tool":true}
            {"event":"e-yyyyyyyyyyyy","lost":true,"kind":null,"by":null,"from":null,"to":null,"happened_at":null,"recorded_at":"2026-11-03T11:00:00+03:30","days_late":null,"undoes":null,"commit":"1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f","author":"Sara","by_tool":true}
            {"event":null,"lost":false,"kind":null,"by":null,"from":null,"to":null,"happened_at":null,"recorded_at":"2026-11-03T11:00:00+03:30","days_late":null,"undoes":null,"commit":"1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f","author":"Sara","by_tool":false}
            {"event":"e-111111111111","lost":false,"kind":"noted","by":"sara","from":"received","to":"received","happened_at":"2026-10-28T10:20:00+03:30","recorded_at":null,"days_late":null,"undoes":null,"commit":null,"author":null,"by_tool":null}
        "#]].assert_eq(&(lines.join("\n") + "\n"));
    }
}
