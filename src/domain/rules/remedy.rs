//! How far a remedy is: asked, offered, agreed, delivered, and what may follow what (ISO 10002:2018, 7.7).
//!
//! Questions to the story alone; which step asks them is the table's to know.

use crate::domain::complaint::{Complaint, Promise, Remedy};
use crate::domain::event::{Event, Kind};
use crate::domain::words::{PromiseState, Promised, RemedyState};

use RemedyState::{Accepted, Asked, Declined, Delivered, Offered, Withdrawn};

/// After which stages a kind of event may follow, and the stage that it leads to; `None` is a remedy that is new.
const STAGES: [(Kind, &[Option<RemedyState>], RemedyState); 6] = [
    (Kind::RemedyAsked, &[None, Some(Asked)], Asked),
    (Kind::RemedyOffered, &[None, Some(Asked), Some(Offered), Some(Declined), Some(Withdrawn)], Offered),
    (Kind::RemedyAgreed, &[None, Some(Asked), Some(Offered), Some(Declined)], Accepted),
    (Kind::RemedyDeclined, &[Some(Asked), Some(Offered)], Declined),
    (Kind::RemedyWithdrawn, &[Some(Offered), Some(Accepted)], Withdrawn),
    (Kind::RemedyDelivered, &[None, Some(Accepted)], Delivered),
];

/// Returns the stage of the remedy `id` after `event`, when it stood at `stage` before.
///
/// The step `accept` agrees to all that was offered, `fulfil` delivers all that was agreed.
pub fn stage_after(stage: Option<RemedyState>, id: &str, event: &Event) -> Option<RemedyState> {
    let is_named = event.facts.remedy.as_deref() == Some(id);
    match (event.kind, stage) {
        (Kind::Accepted, _) if is_named => Some(Accepted),
        (Kind::Accepted, Some(Offered)) => Some(Accepted),
        (Kind::Fulfilled, Some(Accepted)) => Some(Delivered),
        (kind, _) if is_named => STAGES.iter().find(|(of, ..)| *of == kind).map(|(_, _, next)| *next).or(stage),
        _ => stage,
    }
}

impl Complaint {
    /// Returns whether the stage of the remedy that `event` names may be followed by it.
    pub(super) fn remedy_may_follow(&self, event: &Event) -> bool {
        let Some(id) = event.facts.remedy.as_deref() else { return false };
        let stage = self.remedy_stage_before(id, event);
        let is_known = self.remedies.iter().any(|remedy| remedy.id == id);
        let row = STAGES.iter().find(|(kind, ..)| *kind == event.kind);
        is_known && row.is_some_and(|(_, after, _)| after.contains(&stage))
    }

    /// Returns the open promises that nothing stands behind once the remedy that `event` names is taken back: those told with
    /// it, and where no other remedy is offered or agreed, all that are about remedies.
    pub fn promises_left_by<'a>(&'a self, event: &'a Event) -> impl Iterator<Item = &'a Promise> {
        let stands = |remedy: &Remedy| matches!(self.remedy_stage_before(&remedy.id, event), Some(Offered | Accepted));
        let is_other = |remedy: &Remedy| event.facts.remedy.as_ref() != Some(&remedy.id);
        let is_last = !self.remedies.iter().any(|remedy| is_other(remedy) && stands(remedy));
        self.promises.iter().filter(move |promise| {
            let is_open = promise.state == PromiseState::Open && !self.is_told_after(promise, event);
            let is_told_with = |told: &Event| {
                told.facts.promise.as_ref() == Some(&promise.id) && told.facts.remedy == event.facts.remedy
            };
            is_open && promise.what == Promised::Remedy && (is_last || self.valid_events().any(is_told_with))
        })
    }

    /// Returns whether a promise was told after `event`: later, or at the same moment by something that was recorded after it.
    fn is_told_after(&self, promise: &Promise, event: &Event) -> bool {
        let names = |told: &Event| told.facts.promise.as_ref() == Some(&promise.id);
        let mut before = self.valid_events().take_while(|other| other.id != event.id);
        promise.told_at > event.at || promise.told_at == event.at && !before.any(names)
    }

    /// Returns how far the events before `event` brought a remedy.
    fn remedy_stage_before(&self, id: &str, event: &Event) -> Option<RemedyState> {
        let earlier = self.valid_events().take_while(|earlier| earlier.id != event.id);
        earlier.fold(None, |stage, earlier| stage_after(stage, id, earlier))
    }
}
