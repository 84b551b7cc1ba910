//! The story of a complaint in short lines: one for each event, with what is known about it, and its text below.

use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::words::YesNo;
use crate::locale::Locale;
use crate::render::reader::{Layer, Reader};
use crate::render::style;

/// How many cells an event stands in.
const INDENT: usize = 2;
/// How many cells the text of an event stands in.
const TEXT_INDENT: usize = 6;

/// How much of a fingerprint is shown.
const SHORT_PRINT: usize = 12;

/// Returns the lines of the story, oldest event first; what was taken back stays and says so.
pub(super) fn lines(complaint: &Complaint, reader: &Reader) -> Vec<String> {
    complaint
        .events
        .iter()
        .flat_map(|event| {
            let remark = match event {
                event if complaint.is_taken_back(event) => Some("story-taken-back"),
                event if complaint.is_superseded(event) => Some("story-superseded"),
                _ => None,
            };
            let remark = remark.map(|remark| reader.locale.say(remark));
            let text = text(event, reader).into_iter().map(|line| indented(TEXT_INDENT, &line));
            let kind = reader.locale.event(event, complaint);
            std::iter::once(heading(event, (kind, remark), reader)).chain(text).collect::<Vec<_>>()
        })
        .collect()
}

/// Returns a line that stands in by some cells; an empty one stays empty.
pub(super) fn indented(cells: usize, line: &str) -> String {
    if line.is_empty() { String::new() } else { format!("{}{line}", " ".repeat(cells)) }
}

fn heading(event: &Event, (kind, remark): (String, Option<String>), reader: &Reader) -> String {
    let by = reader.line(&reader.names.member(&event.by));
    let parts: Vec<String> = [kind, by].into_iter().chain(details(event, reader)).chain(remark).collect();
    let time = style::LABEL.paint(&reader.locale.time(event.at));
    indented(INDENT, &format!("{time}  {}", parts.join(" · ")))
}

/// Returns what is known about an event, in short.
fn details(event: &Event, reader: &Reader) -> impl Iterator<Item = String> {
    let (facts, locale) = (&event.facts, reader.locale);
    let named = |name: &str, value: String| format!("{}: {value}", locale.label("story", name));
    let member = |name: &str, id: &String| named(name, reader.line(&reader.names.member(id)));
    let score = |name: &str, score: u8| named(name, locale.number(format!("{score}/5")));
    [
        part(event).map(|part| reader.line(&part)),
        facts.paper.map(|paper| locale.label("paper", paper.as_str())),
        facts.method.map(|method| method_of(event, locale.label("channel", method.as_str()), reader)),
        facts.recipient.as_ref().map(|recipient| named("recipient", reader.line(&reader.names.provider(recipient)))),
        names_told(event, reader).map(|names| named("also-told", names)),
        told_dates(&facts.dates, locale).map(|dates| named("dates", dates)),
        facts.paper.and(facts.sha256.as_ref()).map(|print| named("sha256", print.chars().take(SHORT_PRINT).collect())),
        facts.rework.map(|rework| locale.label("rework", rework.as_str())),
        facts.finding.map(|finding| locale.label("finding", finding.as_str())),
        (!facts.evidence.is_empty()).then(|| named("evidence", reader.line(&facts.evidence.join(" · ")))),
        facts.accepted.map(|accepted| locale.label("acceptance", accepted.as_str())),
        facts.confirmed.map(|how| named("confirmed", locale.label("acceptance", how.as_str()))),
        facts.heard_by.as_ref().map(|id| member("heard-by", id)),
        facts.route_told.map(|route| named("route", locale.label("route", route.as_str()))),
        facts.reviewer.as_ref().map(|id| member("reviewer", id)),
        facts.second.as_ref().map(|id| member("second", id)),
        facts.body.as_ref().map(|body| named(name_of_body(event.kind), reader.line(&reader.names.provider(body)))),
        facts.side.map(|side| locale.label("side", side.as_str())),
        facts.dispute_method.map(|method| locale.label("dispute-method", method.as_str())),
        facts.settler.as_ref().map(|id| member("settler", id)),
        facts.result.map(|result| locale.label("dispute-result", result.as_str())),
        facts.dispute_exit.map(|exit| locale.label("dispute-exit", exit.as_str())),
        facts.matter.map(|matter| locale.label("matter", matter.as_str())),
        facts.into.map(|into| named("into", into.to_string())),
        facts.similar.map(|similar| named("similar", similar.to_string())),
        facts.closure.map(|closure| locale.label("closure", closure.as_str())),
        facts.attempts.map(|attempts| named("attempts", locale.number(attempts))),
        facts.solved.map(|solved| named("solved", locale.label("answer", solved.as_str()))),
        facts.handling.map(|given| score("handling", given)),
        facts.outcome.map(|given| score("outcome", given)),
        facts.owner.as_ref().map(|id| member("owner", id)),
        facts.investigator.as_ref().map(|id| member("investigator", id)),
        facts.responsible.as_ref().map(|id| member("responsible", id)),
        facts.priority.map(|chosen| named("priority", locale.label("priority", chosen.as_str()))),
        facts.responsibility.map(|answer| named("responsibility", locale.label("answer", answer.as_str()))),
        facts.declarer.as_ref().map(|id| member("declarer", id)),
        (facts.conflict == Some(YesNo::No)).then(|| locale.say("story-no-conflict")),
        (facts.conflict == Some(YesNo::Yes) && facts.method.is_none()).then(|| locale.say("story-untold")),
        facts.clock.as_ref().map(|clock| locale.label("clock", clock.as_str())),
        facts.until.map(|until| named("until", locale.time(until))),
        facts.conduct.filter(|_| !hides(event, reader)).map(|conduct| locale.label("conduct", conduct.as_str())),
        facts.file.as_ref().map(|file| named("file", reader.line(file))),
        field_of(event, reader),
    ]
    .into_iter()
    .flatten()
}

/// Returns the point, promise or remedy that an event is about; a date that a paper or an extension told goes with it.
fn part(event: &Event) -> Option<String> {
    let facts = &event.facts;
    let is_beside = matches!(event.kind, Kind::Acknowledged | Kind::Extended | Kind::Talked | Kind::Responded);
    facts.point.as_ref().or(facts.remedy.as_ref()).or(facts.promise.as_ref().filter(|_| !is_beside)).cloned()
}

/// The way of contact stands for itself, but where it says how the complainant heard of a conflict of interest, of a remedy
/// that is taken back, or that a complaint that is closed can be taken up again.
fn method_of(event: &Event, method: String, reader: &Reader) -> String {
    let told = match event.kind {
        Kind::ConflictDeclared | Kind::RemedyWithdrawn => "told",
        Kind::Closed => "reopen-told",
        _ => return method,
    };
    format!("{}: {method}", reader.locale.label("story", told))
}

/// Returns which field was corrected.
pub(super) fn field_of(event: &Event, reader: &Reader) -> Option<String> {
    let field = event.facts.field.as_ref()?;
    Some(reader.locale.label("show", if hides(event, reader) { "restricted" } else { field.as_str() }))
}

/// Returns who else was told the outcome.
pub(super) fn names_told(event: &Event, reader: &Reader) -> Option<String> {
    let names = event.facts.told.iter().map(|whom| reader.line(&reader.names.provider(whom)));
    listed(names, reader.locale)
}

fn told_dates(dates: &[Instant], locale: &Locale) -> Option<String> {
    listed(dates.iter().map(|date| locale.time(*date)), locale)
}

fn listed(items: impl Iterator<Item = String>, locale: &Locale) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| items.join(&locale.say("list-comma")))
}

/// What is sent on leaves us; what is resolved outside comes back.
fn name_of_body(kind: Kind) -> &'static str {
    if kind == Kind::Referred { "body" } else { "outside-body" }
}

fn hides(event: &Event, reader: &Reader) -> bool {
    event.is_restricted() && reader.layer == Layer::Open
}

/// Returns the free text of an event; of a correction also what was there and what is there now.
fn text(event: &Event, reader: &Reader) -> Vec<String> {
    if hides(event, reader) {
        return Vec::new();
    }
    let facts = &event.facts;
    let named = |name: &str, text: &String| format!("{}: {text}", reader.locale.label("story", name));
    let texts = [
        facts.old.as_ref().map(|old| named("old", old)),
        facts.new.as_ref().map(|new| named("new", new)),
        facts.powers.as_ref().map(|powers| named("powers", powers)),
        facts.skipped.as_ref().map(|reason| named("skipped", reason)),
        facts.cause.as_ref().map(|cause| named("cause", cause)),
        facts.action.as_ref().map(|action| named("action", action)),
        facts.policy.as_ref().map(|policy| named("policy", policy)),
    ];
    let texts = texts.into_iter().flatten().chain(facts.text.clone());
    texts.flat_map(|text| reader.block(&text, TEXT_INDENT)).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::domain::words::{Closure, Solved, State};
    use crate::render::specimen::{self, event, event_id};

    fn told(complaint: &Complaint) -> String {
        let locale = specimen::english();
        let story = lines(complaint, &specimen::reader(&locale)).join("\n");
        format!("Story\n{}\n", anstream::adapter::strip_str(&story))
    }

    fn edited(number: u8, field: &str) -> Event {
        let mut edited = event(number, Kind::Edited, None);
        edited.facts.field = field.parse().ok();
        edited.facts.old = Some("an apology".to_owned());
        edited.facts.new = Some("a refund".to_owned());
        edited.facts.text = Some("misheard\nand misread".to_owned());
        edited
    }

    #[test]
    fn corrections_and_what_was_taken_back_stay_in_the_story() {
        let mut complaint = specimen::complaint(State::Received);
        let mut undone = event(2, Kind::Undone, None);
        undone.facts.undoes = Some(event_id(1));
        let mut closing = event(3, Kind::Closed, Some(State::Closed));
        closing.facts.closure = Some(Closure::ResolvedNoReply);
        closing.facts.attempts = Some(2);
        let mut feedback = event(4, Kind::FeedbackReceived, None);
        feedback.facts.solved = Some(Solved::Partly);
        feedback.facts.handling = Some(4);
        complaint.events.extend([edited(1, "wants"), undone, closing, feedback]);
        expect![[r#"
            Story
              2026-10-28 10:05  Received · Sara
              2026-10-28 10:20  Corrected · Sara · Wants · taken back
                  before: an apology
                  now: a refund
                  misheard
                  and misread
              2026-10-28 10:35  Taken back: Corrected · Sara
              2026-10-28 10:50  Closed · Sara · Resolved, no reply from the complainant · attempts: 2
              2026-10-28 11:05  Feedback received · Sara · solved: Partly · handling: 4/5
        "#]]
        .assert_eq(&told(&complaint));
    }

    #[test]
    fn what_was_corrected_in_a_restricted_field_is_not_told() {
        let mut complaint = specimen::fresh();
        complaint.events = vec![edited(1, "health"), edited(2, "restricted-reason")];
        expect![[r"
            Story
              2026-10-28 10:20  Corrected · Sara · Restricted
              2026-10-28 10:35  Corrected · Sara · Restricted
        "]]
        .assert_eq(&told(&complaint));
    }
}
