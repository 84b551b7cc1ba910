//! How far a remedy is: asked, offered, agreed, delivered, and what may follow what (ISO 10002:2018, 7.7).
//!
//! Questions to the story alone; which step asks them is the table's to know.

use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::words::RemedyState;

use RemedyState::{Accepted, Asked, Declined, Delivered, Offered};

/// After which stages a kind of event may follow, and the stage that it leads to; `None` is a remedy that is new.
const STAGES: [(Kind, &[Option<RemedyState>], RemedyState); 5] = [
    (Kind::RemedyAsked, &[None, Some(Asked)], Asked),
    (Kind::RemedyOffered, &[None, Some(Asked), Some(Offered), Some(Declined)], Offered),
    (Kind::RemedyAgreed, &[None, Some(Asked), Some(Offered), Some(Declined)], Accepted),
    (Kind::RemedyDeclined, &[Some(Asked), Some(Offered)], Declined),
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
        let earlier = self.valid_events().take_while(|earlier| earlier.id != event.id);
        let stage = earlier.fold(None, |stage, earlier| stage_after(stage, id, earlier));
        let is_known = self.remedies.iter().any(|remedy| remedy.id == id);
        let row = STAGES.iter().find(|(kind, ..)| *kind == event.kind);
        is_known && row.is_some_and(|(_, after, _)| after.contains(&stage))
    }
}
