//! What a decision to write is made on: the register as the branch holds it at that moment.

use crate::domain::reference::{Reference, Wanted};
use crate::register::fault::Fault;
use crate::register::layout::{RecordPath, RegisterPath};
use crate::register::numbers::Memory;
use crate::register::refusal::Refusal;
use crate::register::shelf::{self, Listing};
use crate::register::snapshot::Snapshot;
use crate::register::state::State;
use crate::register::station::Standing;
use crate::register::work_tree::WorkTree;

/// The register as the branch holds it when a change is decided.
///
/// The work tree is no part of it, but for numbers: a file that lies on disk and in no commit keeps its number.
#[derive(Debug)]
pub struct Tip {
    pub(super) head: Option<Snapshot>,
    pub(super) work_tree: WorkTree,
    pub(super) state: State,
    pub(super) standing: Standing,
}

impl Tip {
    /// Returns the commit; `None` before the first.
    pub fn head(&self) -> Option<&Snapshot> {
        self.head.as_ref()
    }

    /// Returns the bytes of a file; `None` when the commit does not hold it.
    pub fn read(&self, path: &RegisterPath) -> Result<Option<Vec<u8>>, Fault> {
        self.head.as_ref().map_or(Ok(None), |head| head.read(path))
    }

    /// Returns the names of the files in a folder.
    pub fn files_in(&self, folder: &RegisterPath) -> Result<Vec<String>, Fault> {
        self.head.as_ref().map_or(Ok(Vec::new()), |head| head.files_in(folder))
    }

    /// Returns the places of all complaints, sorted by reference, and what else stands among them.
    pub fn records(&self) -> Result<Listing, Fault> {
        self.head.as_ref().map_or(Ok(Listing::default()), Snapshot::records)
    }

    /// Returns the complaints that were meant; what a part of a reference leaves open is this clone's station and the newest
    /// year.
    pub fn find_records(&self, wanted: Wanted) -> Result<Vec<RecordPath>, Fault> {
        let preferred = self.station().ok();
        self.head.as_ref().map_or(Ok(Vec::new()), |head| head.find_records(wanted, preferred))
    }

    /// Returns the station with which this clone mints numbers.
    pub fn station(&self) -> Result<u8, Refusal> {
        self.standing.station()
    }

    /// Returns the reference that a station gives out next in a year, after the counter `last` when a batch counts on; `None`
    /// when the year has no numbers left.
    ///
    /// It is above all that the commit holds and all that this clone remembers. A file that lies on disk and in no commit
    /// keeps its number.
    pub fn next_reference(&self, year: u16, station: u8, last: Option<u32>) -> Result<Option<Reference>, Fault> {
        let last = last.map_or_else(|| self.highest_counter(year, station), Ok)?;
        for counter in last.saturating_add(1).. {
            let Some(reference) = Reference::new(year, station, counter) else { break };
            if shelf::find_whole(&self.work_tree, reference)?.is_empty() {
                return Ok(Some(reference));
            }
        }
        Ok(None)
    }

    fn highest_counter(&self, year: u16, station: u8) -> Result<u32, Fault> {
        let memory = Memory::read(&self.state, year, station)?;
        let remembered = match &memory {
            Some(memory) => memory.highest,
            // Then even what lies on disk and in no commit may have been in one once.
            None => shelf::highest_counter(&self.work_tree, year, station)?,
        };
        let Some(head) = &self.head else { return Ok(remembered) };
        let folders = memory.unwrap_or_default().folders_of(head, year, station)?;
        Ok(folders.into_values().fold(remembered, u32::max))
    }
}
