//! What an event changes besides the state: the promises and remedies that it settles.

use crate::domain::complaint::{Complaint, Promise};
use crate::domain::event::{Event, Kind};
use crate::domain::words::{PromiseState, Promised};

/// The level of a complaint that an independent person here looks at again.
const LEVEL_OF_REVIEW: u8 = 2;

/// Settles the promises that an event keeps: an answer the promised answer, the fulfilment all that was agreed.
pub(super) fn settle(mut complaint: Complaint, event: &Event) -> Complaint {
    let settles = |what: Promised| match event.kind {
        Kind::Responded | Kind::ResolvedNow => what == Promised::Response,
        Kind::Fulfilled => what == Promised::Remedy,
        _ => false,
    };
    let open = |promise: &&mut Promise| promise.state == PromiseState::Open && settles(promise.what);
    for promise in complaint.promises.iter_mut().filter(open) {
        promise.state = if event.at <= promise.due { PromiseState::Kept } else { PromiseState::Missed };
    }
    if event.kind == Kind::ReviewRequested {
        complaint.level = complaint.level.max(LEVEL_OF_REVIEW);
    }
    if event.kind == Kind::Fulfilled
        && let Ok(delivered) = "delivered".parse::<crate::domain::code::Code>()
    {
        for remedy in &mut complaint.remedies {
            remedy.state = delivered.clone();
        }
    }
    complaint
}
