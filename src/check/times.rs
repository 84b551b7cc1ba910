//! Do the times stand in the order in which things happen: the matter, its receipt, one event that holds after the other, now?

use super::{Check, Problem, Sentence, Subject};
use crate::domain::event::Kind;
use crate::record::yaml::document::Step;

/// Looks at the times of one record.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let mut problems: Vec<Problem> = occurred(subject).into_iter().chain(receipt(subject)).collect();
    let received_at = subject.complaint.received_at;
    subject.story(|index, before, event| {
        if subject.complaint.is_taken_back(event) {
            return;
        }
        let last = if before.events.is_empty() { received_at } else { before.last_event_at() };
        let what = if event.at < last && event.kind != Kind::Undone {
            Sentence::of("found-before-last")
                .text("kind", &event.kind)
                .text("at", &event.at.to_rfc3339())
                .text("last", &last.to_rfc3339())
        } else if event.at > subject.declared.now {
            Sentence::of("found-not-yet").text("kind", &event.kind).text("at", &event.at.to_rfc3339())
        } else {
            return;
        };
        let steps = [Step::Key("events"), Step::Index(index), Step::Key("at")];
        problems.push(Problem::at(&steps, Check::TimesOrdered, what, subject.look_back()));
    });
    problems
}

fn occurred(subject: &Subject<'_, '_>) -> Option<Problem> {
    let what = Sentence::of("found-occurred-later");
    let mend = format!("complaints edit {} occurred=DAY --why \"…\"", subject.file.reference);
    subject
        .complaint
        .precedes_its_matter()
        .then(|| Problem::at(&[Step::Key("occurred")], Check::TimesOrdered, what, mend))
}

/// The time of receipt and that of its event are one fact; only `edit` changes both.
fn receipt(subject: &Subject<'_, '_>) -> Option<Problem> {
    let (received_at, arrival) = (subject.complaint.received_at, subject.complaint.events.first()?);
    let what = Sentence::of("found-other-receipt")
        .text("said", &received_at.to_rfc3339())
        .text("happened", &arrival.at.to_rfc3339());
    (arrival.kind == Kind::Received && arrival.at != received_at)
        .then(|| Problem::at(&[Step::Key("received_at")], Check::TimesOrdered, what, subject.look_back()))
}
