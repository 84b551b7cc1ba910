//! Which numbers this clone may mint: a station, claimed once by a file of its own in the register.
//!
//! Which station is ours is remembered in git's folder, bound to that very folder, so that a copy of it is noticed: two
//! clones with one station would give out the same numbers.

use std::rc::Rc;

use chrono::SecondsFormat;

use crate::register::Register;
use crate::register::change::{Change, Committed, Pen, Stop, Warning, WriteError};
use crate::register::fault::Fault;
use crate::register::files;
use crate::register::git::ObjectId;
use crate::register::git::head::Head;
use crate::register::layout::{RegisterPath, station_file, stations_folder};
use crate::register::programs::Ended;
use crate::register::refusal::Refusal;
use crate::register::snapshot::Snapshot;
use crate::register::tip::Tip;
use crate::register::trail::{Message, Word};

/// How this clone stands to the stations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds this one.
    Holds(u8),
    /// It holds none.
    None,
    /// It was copied from a clone that holds this one.
    Copied {
        /// The station of the other clone.
        station: u8,
        /// The file that remembers the claim.
        memory: std::path::PathBuf,
    },
}

impl Standing {
    /// Returns the station with which this clone mints numbers.
    pub fn station(&self) -> Result<u8, Refusal> {
        match self {
            Self::Holds(station) => Ok(*station),
            Self::None => Err(Refusal::NoStation),
            Self::Copied { station, memory } => Err(Refusal::CopiedClone { station: *station, memory: memory.clone() }),
        }
    }
}

/// What this clone remembers of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Memory {
    /// The identity of git's folder when the station was claimed.
    place: String,
    /// The name of this clone in the station's file.
    clone: String,
    station: u8,
}

impl Memory {
    fn to_text(&self) -> String {
        format!("place {}\nclone {}\nstation {:02}\n", self.place, self.clone, self.station)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let mut field = |key: &str| lines.next()?.strip_prefix(key)?.strip_prefix(' ');
        let (place, clone, station) = (field("place")?, field("clone")?, field("station")?);
        let station = station.parse().ok().filter(|station| (1..=99).contains(station))?;
        Some(Self { place: place.to_owned(), clone: clone.to_owned(), station })
    }
}

impl Register {
    /// Returns how this clone stands to the stations of the checked-out commit.
    pub fn standing(&self) -> Result<Standing, Stop> {
        Ok(self.standing_in(self.head()?.as_ref())?)
    }

    /// Returns this clone's station; claims the next free one, in a commit of its own, when it holds none.
    pub fn ensure_station(&self, pen: Pen, member: &Word) -> Result<(u8, Option<Committed>), Stop> {
        match self.standing()? {
            Standing::None => {}
            standing => return Ok((standing.station()?, None)),
        }
        if let Some((remote, _)) = self.upstream()? {
            // Without a network a station is claimed all the same; two of one number then meet in a merge.
            drop(self.programs().fetch(&remote));
        }
        let claimed = self.write(pen, |tip| -> Result<Change, Stop> {
            let (station, file) = self.claim(tip, pen, member)?;
            Ok(Change { files: vec![file], message: Message::station_claimed(station) })
        });
        let mut committed = claimed.map_err(|error| match error {
            WriteError::Decision(stop) | WriteError::Stopped(stop) => stop,
        })?;
        let station = self.standing()?.station()?;
        committed.warnings.extend(self.push_station(station));
        Ok((station, Some(committed)))
    }

    /// Returns the next free station and the file that claims it, and remembers it as ours. The claim counts only with the
    /// commit: a memory without one is none.
    pub(super) fn claim(&self, tip: &Tip, pen: Pen, member: &Word) -> Result<(u8, (RegisterPath, Vec<u8>)), Stop> {
        // The others may work on branches of their own, and every number ends up on one.
        let mut taken = tip.files_in(&stations_folder())?;
        for branch in self.store.branch_tips()? {
            let there = Snapshot::open(Rc::clone(&self.store), branch, &self.prefix)?;
            taken.extend(there.files_in(&stations_folder())?);
        }
        let taken = taken.iter().filter_map(|name| name.strip_suffix(".yaml")?.parse::<u8>().ok()).max();
        let station = taken.unwrap_or(0).saturating_add(1);
        if station > 99 {
            return Err(Refusal::NoStationLeft.into());
        }
        let place = files::identity(self.state.common_git_folder())?;
        let since = pen.now.to_rfc3339_opts(SecondsFormat::Secs, false);
        // A hash, so that the name tells nothing of the computer.
        let hash = ObjectId::of_blob(format!("{place} {since} {}", self.root.display()).as_bytes())?.to_string();
        let memory = Memory { place, clone: format!("c-{}", &hash[..12]), station };
        let file = format!("format: 1\n\nmember: {member}\n\nclone: {}\n\nsince: \"{since}\"\n", memory.clone);
        let (temporary, care) = (self.state.incoming(), self.care(pen)?);
        files::write(&temporary, memory.to_text().as_bytes(), care)?;
        files::rename(&temporary, &self.state.clone_file(), care.durability)?;
        Ok((station, (station_file(station), file.into_bytes())))
    }

    pub(super) fn standing_in(&self, head: Option<&Snapshot>) -> Result<Standing, Fault> {
        let (Some(memory), Some(head)) = (self.memory()?, head) else { return Ok(Standing::None) };
        let file = head.read(&station_file(memory.station))?.unwrap_or_default();
        let claim = format!("clone: {}", memory.clone);
        // After two clones claimed one station and were merged, only one of them still holds it.
        if !String::from_utf8_lossy(&file).lines().any(|line| line.trim_end() == claim) {
            return Ok(Standing::None);
        }
        let is_here = files::identity(self.state.common_git_folder())? == memory.place;
        let station = memory.station;
        Ok(if is_here {
            Standing::Holds(station)
        } else {
            Standing::Copied { station, memory: self.state.clone_file() }
        })
    }

    fn memory(&self) -> Result<Option<Memory>, Fault> {
        let bytes = files::read(&self.state.clone_file())?.unwrap_or_default();
        Ok(std::str::from_utf8(&bytes).ok().and_then(Memory::parse))
    }

    /// Pushes the claim to where others look for it, so that the next clone sees it. Without a remote nothing can collide yet.
    fn push_station(&self, station: u8) -> Option<Warning> {
        let not_pushed = |output| Some(Warning::StationNotPushed { station, output });
        let (remote, branch) = self.upstream().ok()??;
        match self.programs().push(&remote, &branch) {
            Ok(Ended::Well(_)) => None,
            Ok(Ended::Badly(output)) => not_pushed(output),
            Err(fault) => not_pushed(fault.to_string()),
        }
    }

    /// Returns the remote of the checked-out branch, and the branch of the same name there: one that follows another, as a
    /// side branch follows `main`, is not ready to be merged into it.
    fn upstream(&self) -> Result<Option<(String, String)>, Stop> {
        let store = &self.store;
        let Head::Branch { name, .. } = store.head()? else { return Ok(None) };
        let short = name.strip_prefix("refs/heads/").unwrap_or(&name).to_owned();
        if let Some(remote) = store.setting(&format!("branch.{short}.remote"))? {
            return Ok(Some((remote, short)));
        }
        let has_origin = store.setting("remote.origin.url")?.is_some();
        Ok(has_origin.then(|| ("origin".to_owned(), short)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_read_back() {
        let memory = Memory { place: "12-3.4".to_owned(), clone: "c-0123456789ab".to_owned(), station: 2 };
        assert_eq!(Memory::parse(&memory.to_text()), Some(memory));
        for damaged in ["", "place x\n", "place x\nclone c\nstation 0\n", "place x\nclone c\nstation 100\n"] {
            assert_eq!(Memory::parse(damaged), None, "{damaged:?}");
        }
    }
}
