//! Can every paper that was sent be proven, and is every date that was told in it a promise?
//!
//! No paper is printed here: what the record says of it must be enough.

use super::{Check, Problem, Sentence, Subject};
use crate::domain::event::Event;
use crate::record::yaml::document::Step;

/// The hexadecimal digits of a SHA-256.
const FINGERPRINT: usize = 64;

/// Looks at the papers that one record says were sent. What was taken back was not sent.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let events = subject.complaint.events.iter().enumerate();
    let sent = events.filter(|(_, event)| event.sent_paper().is_some() && !subject.complaint.is_taken_back(event));
    sent.flat_map(|(index, event)| {
        let steps = [Step::Key("events"), Step::Index(index)];
        let unproven = unproven(event).map(|what| (what, subject.look_back()));
        let all = unproven.into_iter().chain(unpromised(subject, event));
        all.map(|(what, mend)| Problem::at(&steps, Check::PapersProven, what, mend)).collect::<Vec<_>>()
    })
    .collect()
}

fn unproven(event: &Event) -> Option<Sentence> {
    let paper = event.sent_paper()?;
    let is_fingerprint =
        |print: &String| print.len() == FINGERPRINT && print.bytes().all(|digit| digit.is_ascii_hexdigit());
    let is_proven = event.facts.sha256.as_ref().is_some_and(is_fingerprint) && event.facts.method.is_some();
    (!is_proven).then(|| Sentence::of("found-unproven-paper").text("paper", &paper))
}

/// Returns the dates that the complainant was told in a paper and that nobody keeps watch on, each with what to do.
fn unpromised(subject: &Subject<'_, '_>, event: &Event) -> Vec<(Sentence, Sentence)> {
    let promises = &subject.complaint.promises;
    let is_promised = |date| promises.iter().any(|promise| promise.due == date && promise.told_at <= event.at);
    let dates = event.facts.dates.iter().filter(|date| !is_promised(**date));
    dates
        .map(|date| {
            let date = date.to_rfc3339();
            let mend = format!("complaints promise {} --until {date}", subject.file.reference);
            (Sentence::of("found-unpromised-date").text("date", &date), mend.into())
        })
        .collect()
}
