//! Which number comes next: never one that was given out before, even if its complaint has vanished from the branch.
//!
//! A commit is asked month by month. What the folder of a month holds follows from the name that git gave it, so what was once
//! found there is remembered by that name, and only folders that have changed since are listed again.

use std::collections::BTreeMap;

use crate::register::Register;
use crate::register::fault::Fault;
use crate::register::files::{self, Care};
use crate::register::git::ObjectId;
use crate::register::layout::RecordPath;
use crate::register::shelf;
use crate::register::snapshot::Snapshot;
use crate::register::state::State;

/// What this clone remembers of the numbers that a station has given out in a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Memory {
    /// The highest.
    pub(super) highest: u32,
    /// The highest in each folder of a month, by the folder's name in git.
    folders: BTreeMap<ObjectId, u32>,
}

/// What a memory ends with: of one that was cut short only the number counts.
const END: &str = "end";

impl Memory {
    /// Reads the memory; `None` when it is lost or no number begins it. What was cut short is too low at worst, as one is that
    /// a power cut has taken back.
    pub(super) fn read(state: &State, year: u16, station: u8) -> Result<Option<Self>, Fault> {
        let bytes = files::read(&state.mark(year, station))?.unwrap_or_default();
        Ok(std::str::from_utf8(&bytes).ok().and_then(Self::parse))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let highest = lines.next()?.parse().ok()?;
        let mut folders = BTreeMap::new();
        for line in lines {
            match line.split_once(' ').and_then(|(id, highest)| Some((ObjectId::parse(id)?, highest.parse().ok()?))) {
                Some((id, highest)) => folders.insert(id, highest),
                None if line == END => return Some(Self { highest, folders }),
                None => break,
            };
        }
        Some(Self { highest, folders: BTreeMap::new() })
    }

    fn to_text(&self) -> String {
        let folders = self.folders.iter().map(|(id, highest)| format!("{id} {highest}"));
        let lines: Vec<String> =
            [self.highest.to_string()].into_iter().chain(folders).chain([END.to_owned()]).collect();
        lines.join("\n") + "\n"
    }

    /// Returns the highest counter of the station in each folder of a month in a commit.
    pub(super) fn folders_of(
        &self,
        commit: &Snapshot,
        year: u16,
        station: u8,
    ) -> Result<BTreeMap<ObjectId, u32>, Fault> {
        let mut folders = BTreeMap::new();
        for (month, id) in commit.months(year)? {
            let highest = match self.folders.get(&id) {
                Some(highest) => *highest,
                None => shelf::highest_counter_in(commit, year, month, station)?,
            };
            folders.insert(id, highest);
        }
        Ok(folders)
    }
}

/// Remembers the numbers of complaints that are in the branch now.
pub(super) fn remember(register: &Register, records: &[RecordPath], care: Care) -> Result<(), Fault> {
    let mut given_out = BTreeMap::new();
    for reference in records.iter().map(|record| record.reference()) {
        let highest = given_out.entry((reference.year(), reference.station())).or_default();
        *highest = reference.counter().max(*highest);
    }
    for ((year, station), highest) in given_out {
        let before = Memory::read(&register.state, year, station)?.unwrap_or_default();
        if before.highest < highest {
            // The number counts, whatever else cannot be read.
            let folders = match register.head() {
                Ok(Some(head)) => before.folders_of(&head, year, station).unwrap_or_default(),
                Ok(None) | Err(_) => BTreeMap::new(),
            };
            let highest = folders.values().copied().fold(highest, u32::max);
            let now = Memory { highest, folders };
            // After a power cut the commit says the same.
            files::write_over(&register.state.mark(year, station), now.to_text().as_bytes(), care)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory() -> Memory {
        let id = |digit: &str| ObjectId::parse(&digit.repeat(40)).expect("an id");
        Memory { highest: 147, folders: BTreeMap::from([(id("a"), 99), (id("7"), 147)]) }
    }

    #[test]
    fn what_is_remembered_is_read_back_whatever_stood_there_before() {
        assert_eq!(Memory::parse(&memory().to_text()), Some(memory()));
        let longer = memory().to_text() + "7777 1\nend\n";
        assert_eq!(Memory::parse(&longer), Some(memory()));
    }

    #[test]
    fn of_a_memory_cut_short_only_the_number_counts() {
        let text = memory().to_text();
        for end in 4..text.len() - 1 - END.len() {
            assert_eq!(Memory::parse(&text[..end]), Some(Memory { highest: 147, ..Memory::default() }), "{end}");
        }
        assert_eq!(Memory::parse(""), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC*(\n\\PC*){0,6}") {
            drop(Memory::parse(&text));
        }
    }
}
