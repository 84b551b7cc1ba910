//! What is resolved outside (ISO 10003:2018): never without the informed consent of both sides.

use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::words::{Closure, DisputeResult, Side};

impl Complaint {
    /// Returns whether an outside body was proposed, and nobody began there since.
    pub(super) fn has_proposal(&self) -> bool {
        let last = self.valid_events().rfind(|event| is_proposal(event) || has_begun(event));
        last.is_some_and(is_proposal)
    }

    /// Returns whether both sides agreed to the body that was proposed last.
    pub(super) fn has_both_consents(&self) -> bool {
        let since: Vec<&Event> =
            self.valid_events().rev().take_while(|event| !is_proposal(event) && !has_begun(event)).collect();
        Side::ALL.iter().all(|side| since.iter().any(|event| event.facts.side == Some(*side)))
    }

    /// Returns how it ended outside, since it went there last.
    pub(super) fn result_outside(&self) -> Option<DisputeResult> {
        self.valid_events().rev().take_while(|event| !has_begun(event)).find_map(|event| event.facts.result)
    }

    /// Returns why a complaint that was resolved outside is closed.
    pub fn closure_outside(&self) -> Option<Closure> {
        self.result_outside().map(|result| match result {
            DisputeResult::Settled => Closure::SettledExternal,
            DisputeResult::Recommended | DisputeResult::Determined => Closure::DeterminedExternal,
        })
    }
}

fn is_proposal(event: &Event) -> bool {
    event.kind == Kind::DisputeProposed
}

fn has_begun(event: &Event) -> bool {
    matches!(event.kind, Kind::DisputeStarted | Kind::WentOutside)
}
