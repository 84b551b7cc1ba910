//! Which number comes next: never one that was given out before, even if its complaint has vanished from the branch.

use crate::register::fault::Fault;
use crate::register::files::{self, Care};
use crate::register::layout::RecordPath;
use crate::register::shelf::{Shelf, highest_counter};
use crate::register::state::State;

/// Returns the next counter of a station in a year: above all that the commit holds, all that lie on disk, and the highest
/// that this clone remembers.
pub(super) fn next(state: &State, shelves: &[&dyn Shelf], year: u16, station: u8) -> Result<u32, Fault> {
    let mut highest = remembered(state, year, station)?;
    for shelf in shelves {
        highest = highest.max(highest_counter(*shelf, year, station)?);
    }
    Ok(highest.saturating_add(1))
}

/// Remembers the numbers of complaints that are in the branch now.
pub(super) fn remember(state: &State, records: &[RecordPath], care: Care) -> Result<(), Fault> {
    for record in records {
        let reference = record.reference();
        let (year, station) = (reference.year(), reference.station());
        if remembered(state, year, station)? < reference.counter() {
            // After a power cut the commit says the same.
            files::write_over(&state.mark(year, station), format!("{}\n", reference.counter()).as_bytes(), care)?;
        }
    }
    Ok(())
}

/// A memory that is lost or damaged counts as none: the commit and the disk are asked as well.
fn remembered(state: &State, year: u16, station: u8) -> Result<u32, Fault> {
    let bytes = files::read(&state.mark(year, station))?.unwrap_or_default();
    let line = bytes.split(|byte| *byte == b'\n').next().and_then(|line| std::str::from_utf8(line).ok());
    Ok(line.and_then(|line| line.parse().ok()).unwrap_or(0))
}
