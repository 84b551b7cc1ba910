//! The parts that tell of the course of a complaint: its examination, a review here, a body outside, what is owed, its end.

use super::{TEXT_CELLS, isolated, items, row, rows};
use crate::document::letter::{Runs, Section};
use crate::document::receipt::{LINE_CELLS, Occasion, line, short};
use crate::domain::Instant;
use crate::domain::complaint::{Complaint, Remedy};
use crate::domain::event::{Event, Kind};
use crate::domain::words::Side;
use crate::locale::Locale;

/// Says when the examination began and how it was planned.
pub(super) fn examination(complaint: &Complaint, locale: &Locale) -> Section {
    let began = complaint.last(Kind::InvestigationStarted);
    let by = began.and_then(|event| event.facts.investigator.as_deref()).and_then(line);
    let found = [
        row("letter-began", began.map(|event| day(event.at, locale)), Runs::Along, locale),
        row("letter-examined-by", by, Runs::Itself, locale),
        row("letter-plan", began.and_then(words), Runs::Itself, locale),
    ];
    rows("letter-part-examination", found.into_iter().flatten().collect(), locale)
}

/// Says what became of a request to look again.
pub(super) fn review(complaint: &Complaint, locale: &Locale) -> Section {
    let asked = complaint.last(Kind::ReviewRequested);
    let since = |kind| complaint.last(kind).filter(|event| asked.is_some_and(|asked| event.at >= asked.at));
    let (refused, decided) = (since(Kind::ReviewRefused), since(Kind::ReviewDecided));
    let reviewer = decided.and_then(|event| event.facts.reviewer.as_deref()).and_then(line);
    let outcome = match (refused, decided) {
        (Some(_), _) => "letter-review-refused",
        (None, Some(_)) => "letter-review-done",
        (None, None) => "letter-review-open",
    };
    let found = [
        row("letter-review-asked", asked.map(|event| day(event.at, locale)), Runs::Along, locale),
        row("letter-review-why", asked.and_then(words), Runs::Itself, locale),
        row("letter-review-outcome", asked.map(|_| locale.say(outcome)), Runs::Along, locale),
        row("letter-reviewer", reviewer, Runs::Itself, locale),
        row("letter-reasons", refused.and_then(words), Runs::Itself, locale),
    ];
    rows("letter-part-review-asked", found.into_iter().flatten().collect(), locale)
}

/// Says which body outside looks at it, who agreed to that, what it does, and how it ended.
pub(super) fn outside(complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Section {
    let Some(named) = complaint.named_outside() else { return Section::default() };
    let body = occasion.body.as_ref();
    let name = body.map(|body| body.name.as_str()).or(named.facts.body.as_deref());
    let (contact, cost) = (body.and_then(|body| body.contact.as_deref()), body.and_then(|body| body.cost.as_deref()));
    let since = |kind| complaint.last(kind).filter(|event| event.at >= named.at);
    let agreed = |side: Side| {
        let mut consents = complaint.valid_events().filter(|event| event.at >= named.at);
        let consent = consents.find(|event| event.facts.side == Some(side));
        let value = consent.map(|event| locale.tell("letter-agreed-on", &[("day", (&day(event.at, locale)).into())]));
        row(&format!("letter-side-{side}"), value, Runs::Along, locale)
    };
    let (started, ended) = (since(Kind::DisputeStarted), since(Kind::DisputeEnded));
    let method = started.and_then(|event| event.facts.dispute_method);
    let result = ended.and_then(|event| event.facts.result);
    let found = [
        row("letter-body", name.and_then(line), Runs::Itself, locale),
        row("letter-body-contact", contact.and_then(line), Runs::Itself, locale),
        row("letter-body-cost", cost.and_then(line), Runs::Itself, locale),
        row("letter-outside-why", words(named), Runs::Itself, locale),
        agreed(Side::Complainant),
        agreed(Side::Organization),
        row("letter-began", started.map(|event| day(event.at, locale)), Runs::Along, locale),
        row("letter-neutral", started.and_then(words), Runs::Itself, locale),
        row(
            "letter-neutral-does",
            method.map(|method| locale.label("dispute-method", method.as_str())),
            Runs::Along,
            locale,
        ),
        row("letter-result", result.map(|result| locale.label("dispute-result", result.as_str())), Runs::Along, locale),
        row("letter-terms", ended.and_then(words), Runs::Itself, locale),
    ];
    rows("letter-part-outside", found.into_iter().flatten().collect(), locale)
}

/// Says to whom it was sent on, and why.
pub(super) fn referral(complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Section {
    let referred = complaint.last(Kind::Referred);
    let named = referred.and_then(|event| event.facts.body.as_deref());
    let body = referred.and(occasion.body.as_ref()).map(|body| body.name.as_str()).or(named).and_then(line);
    let found = [
        row("letter-body", body, Runs::Itself, locale),
        row("letter-reasons", referred.and_then(words), Runs::Itself, locale),
        row("letter-sent-on", referred.map(|event| day(event.at, locale)), Runs::Along, locale),
    ];
    rows("letter-part-referral", found.into_iter().flatten().collect(), locale)
}

/// Says how contact is restricted, from when, and when that is looked at again; never why.
pub(super) fn restriction(complaint: &Complaint, locale: &Locale) -> Section {
    let Some((kind, review)) = complaint.restriction() else { return Section::default() };
    let mut events = complaint.valid_events();
    let began = events.rfind(|event| event.kind == Kind::ConductRecorded && event.facts.restriction.is_some());
    let found = [
        row("letter-restriction", Some(locale.label("restriction", kind.as_str())), Runs::Along, locale),
        row("letter-restriction-from", began.map(|event| day(event.at, locale)), Runs::Along, locale),
        row("letter-restriction-review", Some(day(review, locale)), Runs::Along, locale),
    ];
    rows("letter-part-restriction", found.into_iter().flatten().collect(), locale)
}

/// Says when and why it was closed.
pub(super) fn ending(complaint: &Complaint, locale: &Locale) -> Section {
    let closing = complaint.closing();
    let closure = complaint.closure().map(|closure| locale.label("closure", closure.as_str()));
    let found = [
        row("letter-closed", closing.map(|event| day(event.at, locale)), Runs::Along, locale),
        row("letter-closure", closure, Runs::Along, locale),
    ];
    rows("letter-part-ending", found.into_iter().flatten().collect(), locale)
}

/// Lists all promises and remedies with what became of them.
pub(super) fn duties(complaint: &Complaint, locale: &Locale) -> Section {
    let promises = complaint.promises.iter().map(|promise| {
        let what = locale.label("promise", promise.what.as_str());
        let told =
            locale.tell("receipt-promise", &[("what", (&what).into()), ("when", (&locale.time(promise.due)).into())]);
        format!("{told} ({})", locale.label("promise-state", promise.state.as_str()))
    });
    let remedies = complaint.remedies.iter().map(|remedy| told_of(remedy, locale));
    items("letter-part-duties", promises.chain(remedies).collect(), locale)
}

/// Says what a remedy is, how much, and how far.
pub(super) fn told_of(remedy: &Remedy, locale: &Locale) -> String {
    let kind = isolated(&locale.label("remedy", remedy.kind.as_str()), locale);
    let state = locale.label("remedy-state", remedy.state.as_str());
    match remedy.amounts.latest() {
        Some(money) => format!("{kind}: {} ({state})", locale.money(money)),
        None => format!("{kind} ({state})"),
    }
}

/// Lists what happened, with both who says so and which papers went out.
pub(super) fn story(complaint: &Complaint, locale: &Locale) -> Vec<String> {
    complaint.events.iter().map(|event| happened(event, locale)).collect()
}

fn happened(event: &Event, locale: &Locale) -> String {
    let facts = &event.facts;
    let kind = locale.label("kind", event.kind.as_str());
    let details = [
        facts.paper.map(|paper| locale.label("paper", paper.as_str())),
        facts.rework.map(|rework| locale.label("rework", rework.as_str())),
        facts.method.map(|method| locale.label("channel", method.as_str())),
        facts.finding.map(|finding| locale.label("finding", finding.as_str())),
        facts.closure.map(|closure| locale.label("closure", closure.as_str())),
        Some(isolated(&short(&event.by, LINE_CELLS), locale)),
    ];
    let details: Vec<String> = details.into_iter().flatten().collect();
    format!("{}: {kind} ({})", locale.time(event.at), details.join(" · "))
}

/// Returns the words of an event, in short enough for a letter.
fn words(event: &Event) -> Option<String> {
    event.facts.text.as_deref().map(|text| short(text, TEXT_CELLS)).filter(|text| !text.is_empty())
}

fn day(at: Instant, locale: &Locale) -> String {
    locale.day(locale.day_of(at))
}
