//! What a decision to write is made on: the register as the branch holds it at that moment.

use crate::domain::reference::Wanted;
use crate::register::fault::Fault;
use crate::register::layout::{RecordPath, RegisterPath};
use crate::register::numbers;
use crate::register::refusal::Refusal;
use crate::register::shelf::{Listing, Shelf};
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

    /// Returns the counter that a station gives out next in a year; a batch counts on from there.
    pub fn next_counter(&self, year: u16, station: u8) -> Result<u32, Fault> {
        let mut shelves: Vec<&dyn Shelf> = vec![&self.work_tree];
        shelves.extend(self.head.as_ref().map(|head| -> &dyn Shelf { head }));
        numbers::next(&self.state, &shelves, year, station)
    }
}
