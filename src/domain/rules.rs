//! The one table of allowed steps, and the one gate that every change of a complaint passes.
//!
//! The table is used three times: by the commands before they write, by `advance REF` to say what is possible and what is
//! missing, and by `check` on every stored event. What a stricter pack asks comes on top of what the table always asks.

mod closing;
mod conduct;
mod dispute;
mod effect;
mod met;
mod option;
mod paper;
mod people;
mod permission;
mod points;
mod remedy;
mod requirement;
mod route;
mod step;
mod table;

pub use closing::ClosingWord;
pub use dispute::is_answer_to_recommendation;
pub use effect::{breaks_promise, settles};
pub use remedy::stage_after;
pub use requirement::Requirement;
pub use step::Step;
pub use table::{Moves, RULES, Rule};

use super::Instant;
use super::complaint::Complaint;
use super::event::{Event, Kind};
use super::pack::Pack;
use super::refusal::Refusal;
use super::words::State;
use effect::settle;

/// Returns the complaint with `event` added, if the rules allow it: the only gate for every change.
///
/// `proposed` is the complaint with its facts already changed as the event says, `now` the time at which it is recorded.
/// The event's `to` is set here, promises it settles are settled here.
pub fn admit(proposed: Complaint, mut event: Event, pack: &Pack, now: Instant) -> Result<Complaint, Refusal> {
    let rule = Rule::of_kind(event.kind).ok_or(Refusal::NoSuchStep { kind: event.kind })?;
    let before = proposed.state();
    let is_shut = proposed.is_void() && rule.step != Step::Undo;
    let Some(target) = rule.target(before).filter(|_| !is_shut) else {
        let possible = possible(&proposed).collect();
        return Err(Refusal::WrongState { step: rule.step, state: before, closure: proposed.closure(), possible });
    };
    if event.at > now {
        return Err(Refusal::InTheFuture { at: event.at, now });
    }
    // What is taken back may be a step of a clock that ran ahead.
    if event.kind != Kind::Undone && event.at < proposed.last_event_at() {
        return Err(Refusal::BeforeLastEvent { at: event.at, last: proposed.last_event_at() });
    }
    event.to = (target != before).then_some(target);
    let settled = settle(proposed, &event);
    let missing = rule.missing(&settled, &event, pack);
    if !missing.is_empty() {
        return Err(Refusal::Missing { step: rule.step, missing });
    }
    let mut after = settled;
    after.events.push(event);
    Ok(after)
}

/// Returns the steps of the process that lead on from where a complaint stands: none from a void one, and receipt is
/// acknowledged once.
pub fn possible(complaint: &Complaint) -> impl Iterator<Item = Step> + '_ {
    let (state, is_void) = (complaint.state(), complaint.is_void());
    let is_acknowledged = complaint.last(Kind::Acknowledged).is_some();
    Step::of_process()
        .filter(move |step| !is_void && Rule::of(*step).target(state).is_some())
        .filter(move |step| *step != Step::Acknowledge || !is_acknowledged)
}

/// Returns the complaint as it is born: with its `received` event, if that records what the pack asks.
pub fn receive(proposed: Complaint, mut event: Event, pack: &Pack, now: Instant) -> Result<Complaint, Refusal> {
    if event.at > now {
        return Err(Refusal::InTheFuture { at: event.at, now });
    }
    event.to = Some(State::Received);
    let missing = Rule::of(Step::New).missing(&proposed, &event, pack);
    if !missing.is_empty() {
        return Err(Refusal::Missing { step: Step::New, missing });
    }
    let mut born = proposed;
    born.events.push(event);
    Ok(born)
}

#[cfg(test)]
mod tests;
