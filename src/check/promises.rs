//! Do the promises and remedies agree with one another and with the events?

use std::collections::BTreeSet;

use super::{Check, Problem, Sentence, Subject};
use crate::domain::complaint::{Promise, Remedy};
use crate::domain::rules;
use crate::domain::words::{PromiseState, RemedyState};
use crate::record::yaml::document::Step;

/// Looks at the promises of one record.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut known = BTreeSet::new();
    for (index, promise) in subject.complaint.promises.iter().enumerate() {
        let is_repeated = !known.insert(promise.id.as_str());
        let whats = is_repeated.then(|| Sentence::of("found-promise-id-again").text("id", &promise.id));
        let whats = whats.into_iter().chain(wrong(subject, promise));
        let steps = [Step::Key("promises"), Step::Index(index)];
        problems.extend(whats.map(|what| problem(subject, &steps, what)));
    }
    for (index, event) in subject.complaint.events.iter().enumerate() {
        let unknown = event.facts.promise.as_deref().filter(|id| !known.contains(id));
        // An undone event keeps the name of the promise that went away with it.
        let holds = !subject.complaint.is_taken_back(event);
        let steps = [Step::Key("events"), Step::Index(index), Step::Key("promise")];
        let what = unknown.filter(|_| holds).map(|id| Sentence::of("found-no-promise").text("id", id));
        problems.extend(what.map(|what| problem(subject, &steps, what)));
    }
    problems.extend(subject.complaint.remedies.iter().enumerate().filter_map(|(index, remedy)| {
        let steps = [Step::Key("remedies"), Step::Index(index)];
        wrong_stage(subject, remedy).map(|what| problem(subject, &steps, what))
    }));
    problems
}

/// Returns how a remedy stands otherwise than its events say. One that no event names may be older than such events.
fn wrong_stage(subject: &Subject<'_, '_>, remedy: &Remedy) -> Option<Sentence> {
    let Remedy { id, state, .. } = remedy;
    let is_told = subject.complaint.valid_events().any(|event| event.facts.remedy.as_ref() == Some(id));
    let start: Option<RemedyState> = None;
    let told = subject.complaint.valid_events().fold(start, |stage, event| rules::stage_after(stage, id, event))?;
    let what = || Sentence::of("found-other-stage").text("id", id).text("state", state).text("replayed", &told);
    (is_told && told != *state).then(what)
}

fn problem(subject: &Subject<'_, '_>, steps: &[Step<'static>], what: Sentence) -> Problem {
    Problem::at(steps, Check::PromisesConsistent, what, subject.look_back())
}

/// Returns what does not fit about one promise.
fn wrong(subject: &Subject<'_, '_>, promise: &Promise) -> Option<Sentence> {
    let Promise { id, due, told_at, .. } = promise;
    if due < told_at {
        return Some(Sentence::of("found-due-before-told").text("id", id));
    }
    let settlings = || subject.complaint.valid_events().filter(|event| rules::settles(event, promise));
    let what = promise.what;
    // They stand in the order in which they were told, two of one minute too.
    let later = || subject.complaint.promises.iter().rev().take_while(|other| other.id != *id);
    match promise.state {
        PromiseState::Open if settlings().any(|event| event.at > *told_at) => {
            Some(Sentence::of("found-still-open").text("id", id).text("promised", &what))
        }
        PromiseState::Kept if !settlings().any(|event| event.at >= *told_at && event.at <= *due) => {
            Some(Sentence::of("found-not-kept").text("id", id))
        }
        PromiseState::Replaced if !later().any(|other| other.what == what && other.told_at >= *told_at) => {
            Some(Sentence::of("found-not-replaced").text("id", id))
        }
        PromiseState::Missed if !settlings().any(|event| event.at > *due || rules::breaks_promise(event.kind)) => {
            Some(Sentence::of("found-not-missed").text("id", id))
        }
        _ => None,
    }
}
