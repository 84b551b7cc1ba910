//! Do the events lead to the state that the file says, each by a move that the table allows?

use std::collections::BTreeSet;

use super::{Check, Problem, Sentence, Subject};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::rules::{Rule, Step as Move};
use crate::domain::words::State;
use crate::record::yaml::document::Step;

/// Plays the events of one record again.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let mut problems = same_ids(subject);
    problems.extend(stored_state(subject));
    problems.extend(stored_level(subject));
    problems.extend(no_arrival(subject));
    subject.story(|index, before, event| {
        let wrong = wrong_move(before, event).or_else(|| wrong_undo(before, event));
        let steps = [Step::Key("events"), Step::Index(index)];
        problems.extend(wrong.map(|what| Problem::at(&steps, Check::EventsReplay, what, subject.look_back())));
    });
    problems
}

fn stored_state(subject: &Subject<'_, '_>) -> Option<Problem> {
    let (stored, replayed) = (&subject.loaded.stored_state, subject.complaint.state());
    let what = Sentence::of("found-other-state").text("stored", stored).text("replayed", &replayed);
    let mend = match subject.file.commit {
        super::Committed::Same => format!("complaints check {} --fix", subject.file.reference).into(),
        _ => subject.look_back(),
    };
    (stored != replayed.as_str()).then(|| Problem::at(&[Step::Key("state")], Check::EventsReplay, what, mend))
}

/// An imported complaint, or one whose level somebody corrected, may stand higher than its events say; none stands lower.
fn stored_level(subject: &Subject<'_, '_>) -> Option<Problem> {
    let complaint = subject.complaint;
    let (stored, replayed) = (complaint.level, complaint.level_by_events());
    let is_explained = complaint.source.is_some()
        || complaint
            .valid_events()
            .any(|event| event.facts.field.as_ref().is_some_and(|field| field.as_str() == "level"));
    let what = Sentence::of("found-other-level").count("stored", stored).count("replayed", replayed);
    let mend = match subject.file.commit {
        super::Committed::Same if stored < replayed => {
            format!("complaints check {} --fix", subject.file.reference).into()
        }
        _ => subject.look_back(),
    };
    (stored < replayed || stored > replayed && !is_explained)
        .then(|| Problem::at(&[Step::Key("level")], Check::EventsReplay, what, mend))
}

fn no_arrival(subject: &Subject<'_, '_>) -> Option<Problem> {
    let is_empty = subject.complaint.events.is_empty();
    let what = Sentence::of("found-no-event");
    is_empty.then(|| Problem::at(&[Step::Key("events")], Check::EventsReplay, what, subject.look_back()))
}

/// Returns why the table does not allow an event where the complaint stood.
fn wrong_move(before: &Complaint, event: &Event) -> Option<Sentence> {
    if before.events.is_empty() {
        let is_arrival = event.kind == Kind::Received && event.to == Some(State::Received);
        return (!is_arrival).then(|| Sentence::of("found-other-first-event"));
    }
    let state = before.state();
    let rule = Rule::of_kind(event.kind)?;
    let kind = event.kind;
    let Some(target) = rule.target(state) else {
        return Some(Sentence::of("found-not-from-state").text("kind", &kind).text("state", &state));
    };
    if before.is_void() && rule.step != Move::Undo {
        return Some(Sentence::of("found-not-when-void").text("kind", &kind));
    }
    let expected = (target != state).then_some(target);
    let named = |to: Option<State>| to.map_or("nowhere", State::as_str);
    (event.to != expected).then(|| {
        Sentence::of("found-other-target")
            .text("kind", &kind)
            .text("state", &state)
            .text("target", named(expected))
            .text("said", named(event.to))
    })
}

/// Returns why an event takes back what cannot be taken back.
fn wrong_undo(before: &Complaint, event: &Event) -> Option<Sentence> {
    match (&event.facts.undoes, event.kind) {
        (None, Kind::Undone) => Some(Sentence::of("found-takes-back-nothing")),
        (Some(_), kind) if kind != Kind::Undone => Some(Sentence::of("found-cannot-take-back").text("kind", &kind)),
        (Some(id), _) if !before.valid_events().any(|earlier| earlier.id == *id && earlier.kind != Kind::Received) => {
            Some(Sentence::of("found-takes-back-unknown").text("id", id))
        }
        _ => None,
    }
}

/// The id is the key by which two stories are merged: one of two events with the same id would be lost.
fn same_ids(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let repeated = subject.complaint.events.iter().enumerate().filter(|(_, event)| !seen.insert(&event.id));
    repeated
        .map(|(index, event)| {
            let steps = [Step::Key("events"), Step::Index(index), Step::Key("id")];
            let what = Sentence::of("found-event-id-again").text("id", &event.id);
            Problem::at(&steps, Check::EventIdsUnique, what, subject.look_back())
        })
        .collect()
}
