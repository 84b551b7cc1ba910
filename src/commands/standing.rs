//! Where a complaint stands by the rule pack and the working calendar, for everything that is shown of it.

use crate::commands::desk::Desk;
use crate::domain::Instant;
use crate::domain::clock;
use crate::domain::complaint::Complaint;
use crate::render::standing::Standing;

/// Returns where a complaint stands at `now`; a pack that is not known has no clocks.
pub(super) fn standing<'c>(desk: &Desk, complaint: &'c Complaint, now: Instant) -> Standing<'c> {
    let pack = desk.settings.pack(&complaint.pack).ok();
    let work = &desk.settings.work;
    Standing {
        complaint,
        response_due: pack.and_then(|pack| clock::response_due(complaint, pack, work)),
        acknowledgement_due: pack.and_then(|pack| clock::acknowledgement_due(complaint, pack, work)),
        is_overdue: pack.is_some_and(|pack| clock::is_overdue(complaint, pack, work, now)),
        now,
    }
}
