//! The parts that tell of the course of a complaint: its examination, a review here, a body outside, what is owed, its end.

use super::{Reader, TEXT_CELLS, isolated, items, row, rows};
use crate::document::letter::{Row, Runs, Section};
use crate::document::receipt::{LINE_CELLS, Occasion, in_digits, line, short};
use crate::domain::Instant;
use crate::domain::complaint::{Complaint, Remedy};
use crate::domain::event::{Event, Kind};
use crate::domain::rules::is_answer_to_recommendation;
use crate::domain::words::Side;
use crate::locale::Locale;

/// Says when the examination began and how it was planned.
pub(super) fn examination(complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Section {
    let began = complaint.last(Kind::InvestigationStarted);
    let by = began.and_then(|event| event.facts.investigator.as_deref()).and_then(|by| line(occasion.person(by)));
    let found = [
        row("letter-began", began.map(|event| day(event.at, locale)), Runs::Along, locale),
        row("letter-examined-by", by, Runs::Itself, locale),
        row("letter-points-confirmed", began.and_then(|event| confirmed(event, locale)), Runs::Along, locale),
        row("letter-plan", began.and_then(words), Runs::Itself, locale),
    ];
    rows("letter-part-examination", found.into_iter().flatten().collect(), locale)
}

/// Says how the complainant confirmed the points, or how often that was asked in vain.
fn confirmed(began: &Event, locale: &Locale) -> Option<String> {
    let in_vain = |times: u8| locale.tell("letter-asked-in-vain", &[("times", usize::from(times).into())]);
    let how = began.facts.confirmed.map(|how| locale.label("acceptance", how.as_str()));
    how.or(began.facts.attempts.map(in_vain))
}

/// Says what became of a request to look again.
pub(super) fn review(complaint: &Complaint, occasion: &Occasion, reader: Reader, locale: &Locale) -> Section {
    let asked = complaint.last(Kind::ReviewRequested);
    let since = |kind| complaint.last(kind).filter(|event| asked.is_some_and(|asked| event.at >= asked.at));
    let (refused, decided) = (since(Kind::ReviewRefused), since(Kind::ReviewDecided));
    let reviewer = decided.and_then(|event| event.facts.reviewer.as_deref()).and_then(|by| line(occasion.person(by)));
    let outcome = match (refused, decided) {
        (Some(_), _) => "letter-review-refused",
        (None, Some(_)) => "letter-review-done",
        (None, None) => "letter-review-open",
    };
    let found = [
        row("letter-review-asked", asked.map(|event| day(event.at, locale)), Runs::Along, locale),
        row(&reader.key("letter-review-why"), asked.and_then(words), Runs::Itself, locale),
        row("letter-review-outcome", asked.map(|_| locale.say(&reader.key(outcome))), Runs::Along, locale),
        row("letter-reviewer", reviewer, Runs::Itself, locale),
        row("letter-reasons", refused.and_then(words), Runs::Itself, locale),
    ];
    rows(&reader.key("letter-part-review-asked"), found.into_iter().flatten().collect(), locale)
}

/// Says which body outside looks at it, who agreed to that, what it does, and how it ended.
pub(super) fn outside(complaint: &Complaint, occasion: &Occasion, reader: Reader, locale: &Locale) -> Section {
    let Some(named) = complaint.named_outside() else { return Section::default() };
    let since = |kind| complaint.last(kind).filter(|event| event.at >= named.at);
    let agreed = |side: Side| {
        let mut consents = complaint.valid_events().filter(|event| event.at >= named.at);
        let consent = consents.find(|event| event.kind == Kind::DisputeConsented && event.facts.side == Some(side));
        let value = consent.map(|event| locale.tell("letter-agreed-on", &[("day", (&day(event.at, locale)).into())]));
        row(&reader.key(&format!("letter-side-{side}")), value, Runs::Along, locale)
    };
    let answered = |side: Side| {
        let mut answers = complaint.valid_events().filter(|event| event.at >= named.at);
        let answer = answers.rfind(|event| is_answer_to_recommendation(event) && event.facts.side == Some(side));
        let told =
            |event: &Event| locale.tell(&format!("letter-{}", event.kind), &[("day", (&day(event.at, locale)).into())]);
        row(&reader.key(&format!("letter-side-{side}")), answer.map(told), Runs::Along, locale)
    };
    let (started, ended) = (since(Kind::DisputeStarted), since(Kind::DisputeEnded));
    let method = started.and_then(|event| event.facts.dispute_method);
    let result = ended.and_then(|event| event.facts.result);
    let exit = since(Kind::DisputeDropped).and_then(|event| event.facts.dispute_exit);
    let found = [
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
        row("letter-result", exit.map(|exit| locale.label("dispute-exit", exit.as_str())), Runs::Along, locale),
        answered(Side::Complainant),
        answered(Side::Organization),
        row("letter-terms", ended.and_then(words), Runs::Itself, locale),
    ];
    let found = body(named, occasion, locale).into_iter().chain(found).flatten();
    rows("letter-part-outside", found.collect(), locale)
}

/// Says to whom it was sent on, and why.
pub(super) fn referral(complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Section {
    let referred = complaint.last(Kind::Referred);
    let found = [
        row("letter-reasons", referred.and_then(words), Runs::Itself, locale),
        row("letter-sent-on", referred.map(|event| day(event.at, locale)), Runs::Along, locale),
    ];
    let named = referred.into_iter().flat_map(|event| body(event, occasion, locale));
    rows("letter-part-referral", named.chain(found).flatten().collect(), locale)
}

/// Says which body it is, how to reach it and what it costs: by the register, else as the event names it.
fn body(event: &Event, occasion: &Occasion, locale: &Locale) -> [Option<Row>; 3] {
    let code = event.facts.body.as_deref();
    let known = code.and_then(|code| occasion.bodies.get(code));
    let name = known.map(|body| body.name.as_str()).or(code);
    let contact = known.and_then(|body| body.contact.as_deref()).map(|contact| in_digits(contact, locale));
    let cost = known.and_then(|body| body.cost.as_deref());
    [("letter-body", name), ("letter-body-contact", contact.as_deref()), ("letter-body-cost", cost)]
        .map(|(key, text)| row(key, text.and_then(line), Runs::Itself, locale))
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

/// Lists what happened, with both who says so and which papers went out; what was taken back stays and says so.
pub(super) fn story(complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Vec<String> {
    complaint.events.iter().map(|event| happened(event, complaint, occasion, locale)).collect()
}

fn happened(event: &Event, complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> String {
    let facts = &event.facts;
    let kind = locale.event(event, complaint);
    let details = [
        facts.paper.map(|paper| locale.label("paper", paper.as_str())),
        facts.rework.map(|rework| locale.label("rework", rework.as_str())),
        facts.method.map(|method| locale.label("channel", method.as_str())),
        facts.finding.map(|finding| locale.label("finding", finding.as_str())),
        facts.closure.map(|closure| locale.label("closure", closure.as_str())),
        names_told(event, occasion, locale),
        Some(isolated(&short(occasion.person(&event.by), LINE_CELLS), locale)),
        complaint.is_taken_back(event).then(|| locale.say("story-taken-back")),
    ];
    let details: Vec<String> = details.into_iter().flatten().collect();
    format!("{}: {kind} ({})", locale.time(event.at), details.join(" · "))
}

/// Returns who else was told the outcome, by the name of the register where it lists them.
fn names_told(event: &Event, occasion: &Occasion, locale: &Locale) -> Option<String> {
    let name = |whom: &String| {
        let name = occasion.bodies.get(whom).map_or(whom, |body| &body.name);
        isolated(&short(name, LINE_CELLS), locale)
    };
    let names: Vec<String> = event.facts.told.iter().map(name).collect();
    (!names.is_empty()).then(|| format!("{}: {}", locale.say("story-also-told"), names.join(&locale.say("list-comma"))))
}

/// Returns the words of an event, in short enough for a letter.
fn words(event: &Event) -> Option<String> {
    event.facts.text.as_deref().map(|text| short(text, TEXT_CELLS)).filter(|text| !text.is_empty())
}

fn day(at: Instant, locale: &Locale) -> String {
    locale.day(locale.day_of(at))
}
