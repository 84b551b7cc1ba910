//! Domain values into the structs of format 1. Cannot fail: every domain value has its spelling.

use chrono::SecondsFormat;

use super::{
    Amount, Assessment, Complainant, ComplainantKind, Event, FORMAT, Personal, Point, Promise, Record, Remedy,
    Restricted, Source,
};
use crate::domain::Instant;
use crate::domain::complaint::{self, Complaint, Occurred};
use crate::domain::event;

/// Returns the file's content for a complaint.
pub fn record(complaint: &Complaint) -> Record {
    Record {
        format: FORMAT,
        reference: complaint.reference.to_string(),
        state: complaint.state().to_string(),
        received_at: time(complaint.received_at),
        occurred: complaint.occurred.map(occurred),
        level: complaint.level,
        channel: complaint.channel.to_string(),
        language: complaint.language.to_string(),
        person: complaint.person.clone(),
        complainant: complainant_kind(complaint),
        product: complaint.product.clone(),
        category: text_of(complaint.category.as_ref()),
        pack: complaint.pack.to_string(),
        priority: complaint.priority.to_string(),
        assessment: assessment(&complaint.assessment),
        owner: complaint.owner.clone(),
        points: complaint.points.iter().map(point).collect(),
        remedies: complaint.remedies.iter().map(remedy).collect(),
        promises: complaint.promises.iter().map(promise).collect(),
        source: complaint.source.as_ref().map(source),
        personal: personal(&complaint.personal),
        restricted: restricted(&complaint.restricted),
        events: complaint.events.iter().map(event).collect(),
    }
}

/// Returns a time as the format writes it: RFC 3339, whole seconds, numeric offset.
pub(super) fn time(instant: Instant) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn text_of(value: Option<&impl ToString>) -> Option<String> {
    value.map(ToString::to_string)
}

fn occurred(occurred: Occurred) -> String {
    match occurred {
        Occurred::Day(day) => day.to_string(),
        Occurred::At(instant) => time(instant),
    }
}

fn complainant_kind(complaint: &Complaint) -> Option<ComplainantKind> {
    let kind = ComplainantKind {
        role: text_of(complaint.role.as_ref()),
        needs: complaint.needs.iter().map(ToString::to_string).collect(),
        reply_by: text_of(complaint.profile.reply_by.as_ref()),
        segment: text_of(complaint.profile.segment.as_ref()),
        key_customer: text_of(complaint.profile.key_customer.as_ref()),
    };
    (kind != ComplainantKind::default()).then_some(kind)
}

fn assessment(from: &complaint::Assessment) -> Option<Assessment> {
    let to = Assessment {
        severity: from.severity,
        complexity: from.complexity,
        impact: text_of(from.impact.as_ref()),
        safety: text_of(from.safety.as_ref()),
        jurisdiction: text_of(from.jurisdiction.as_ref()),
        solvable: text_of(from.solvable.as_ref()),
        cause_family: text_of(from.cause_family.as_ref()),
        public_interest: text_of(from.public_interest.as_ref()),
        risks: from.risks.iter().map(ToString::to_string).collect(),
        promised: text_of(from.promised.as_ref()),
        actual: text_of(from.actual.as_ref()),
    };
    (to != Assessment::default()).then_some(to)
}

fn point(from: &complaint::Point) -> Point {
    Point {
        id: from.id.clone(),
        text: from.text.clone(),
        finding: text_of(from.finding.as_ref()),
        reasons: from.reasons.clone(),
    }
}

fn remedy(from: &complaint::Remedy) -> Remedy {
    let amount = |money: &crate::domain::money::Money| Amount {
        amount: money.minor_units(),
        currency: money.currency().code().to_owned(),
    };
    Remedy {
        id: from.id.clone(),
        kind: from.kind.to_string(),
        state: from.state.to_string(),
        asked: from.amounts.asked.as_ref().map(amount),
        assessed: from.amounts.assessed.as_ref().map(amount),
        offered: from.amounts.offered.as_ref().map(amount),
        agreed: from.amounts.agreed.as_ref().map(amount),
        paid: from.amounts.paid.as_ref().map(amount),
    }
}

fn promise(from: &complaint::Promise) -> Promise {
    Promise {
        id: from.id.clone(),
        what: from.what.to_string(),
        due: time(from.due),
        told_at: time(from.told_at),
        state: from.state.to_string(),
    }
}

fn source(from: &complaint::Source) -> Source {
    Source { system: from.system.clone(), id: from.id.clone() }
}

fn personal(from: &complaint::Personal) -> Personal {
    let complainant = Complainant {
        name: from.name.clone(),
        phones: from.phones.clone(),
        emails: from.emails.clone(),
        address: from.address.clone(),
    };
    Personal {
        complainant: (complainant != Complainant::default()).then_some(complainant),
        order: from.order.clone(),
        subject: from.subject.clone(),
        statement: from.statement.clone(),
        wants: from.wants.clone(),
    }
}

fn restricted(from: &complaint::Restricted) -> Option<Restricted> {
    let to = Restricted {
        vulnerability: from.vulnerability.clone(),
        health: from.health.clone(),
        accusation: from.accusation.clone(),
        reason: from.reason.clone(),
        review_on: text_of(from.review_on.as_ref()),
    };
    (to != Restricted::default()).then_some(to)
}

fn event(from: &event::Event) -> Event {
    Event {
        id: from.id.to_string(),
        at: time(from.at),
        by: from.by.clone(),
        kind: from.kind.to_string(),
        to: text_of(from.to.as_ref()),
        ..told(&from.facts)
    }
}

/// Returns an event that has its facts and no header yet.
fn told(facts: &event::Facts) -> Event {
    Event {
        method: text_of(facts.method.as_ref()),
        finding: text_of(facts.finding.as_ref()),
        accepted: text_of(facts.accepted.as_ref()),
        heard_by: facts.heard_by.clone(),
        investigator: facts.investigator.clone(),
        powers: facts.powers.clone(),
        confirmed: text_of(facts.confirmed.as_ref()),
        skipped: facts.skipped.clone(),
        responsible: facts.responsible.clone(),
        conduct: text_of(facts.conduct.as_ref()),
        restriction: text_of(facts.restriction.as_ref()),
        priority: text_of(facts.priority.as_ref()),
        cause: facts.cause.clone(),
        action: facts.action.clone(),
        responsibility: text_of(facts.responsibility.as_ref()),
        declarer: facts.declarer.clone(),
        conflict: text_of(facts.conflict.as_ref()),
        owner: facts.owner.clone(),
        route_told: text_of(facts.route_told.as_ref()),
        promise: facts.promise.clone(),
        reviewer: facts.reviewer.clone(),
        second: facts.second.clone(),
        matter: text_of(facts.matter.as_ref()),
        into: text_of(facts.into.as_ref()),
        similar: text_of(facts.similar.as_ref()),
        remedy: facts.remedy.clone(),
        point: facts.point.clone(),
        policy: facts.policy.clone(),
        evidence: facts.evidence.clone(),
        authority: text_of(facts.authority.as_ref()),
        closure: text_of(facts.closure.as_ref()),
        solved: text_of(facts.solved.as_ref()),
        attempts: facts.attempts,
        handling: facts.handling,
        outcome: facts.outcome,
        paper: text_of(facts.paper.as_ref()),
        reviewed: facts.reviewed.clone(),
        rework: text_of(facts.rework.as_ref()),
        recipient: facts.recipient.clone(),
        told: facts.told.clone(),
        dates: facts.dates.iter().copied().map(time).collect(),
        file: facts.file.clone(),
        sha256: facts.sha256.clone(),
        bytes: facts.bytes,
        field: text_of(facts.field.as_ref()),
        old: facts.old.clone(),
        new: facts.new.clone(),
        undoes: text_of(facts.undoes.as_ref()),
        until: facts.until.map(time),
        clock: text_of(facts.clock.as_ref()),
        was_due: facts.was_due.map(time),
        text: facts.text.clone(),
        ..told_outside(facts)
    }
}

/// Returns an event that has the facts of a way outside and nothing else yet.
fn told_outside(facts: &event::Facts) -> Event {
    Event {
        side: text_of(facts.side.as_ref()),
        dispute_method: text_of(facts.dispute_method.as_ref()),
        dispute_exit: text_of(facts.dispute_exit.as_ref()),
        settler: facts.settler.clone(),
        result: text_of(facts.result.as_ref()),
        body: facts.body.clone(),
        ..Event::default()
    }
}
