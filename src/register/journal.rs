//! The journal: what a write is about to do, so that the next command can finish it or take it back.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::register::change::Durability;
use crate::register::fault::Fault;
use crate::register::files::{self, Care};
use crate::register::git::{Entry, ObjectId};
use crate::register::state::State;

/// A write that has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pending {
    /// The branch that moves.
    pub(super) branch: String,
    /// Where it stood; `None` before its first commit.
    pub(super) old: Option<ObjectId>,
    /// Where it goes.
    pub(super) new: ObjectId,
    /// The files of the commit.
    pub(super) files: Vec<PendingFile>,
}

/// A file of a write that has begun. All that a repair needs is here: the commit itself may be unreadable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PendingFile {
    /// Where it lies, from the top of the work tree.
    pub(super) place: String,
    /// What the branch held.
    pub(super) old: Option<Entry>,
    /// What it is to hold.
    pub(super) new: Entry,
}

/// What a journal begins with: no path of it can hold a line break.
const BEGINNING: &str = "complaints journal 1\nbranch ";
/// What a journal ends with: one that was cut short is none.
const END: &str = "\nend\n";
/// So many commits back can a git that runs beside us have read the index that it writes: it does so in one breath.
const REMEMBERED: usize = 8;
/// A memory that has so many bytes is made short again.
const LONG: usize = 16_384;
/// Stands for a commit or a file that was not there.
const NONE: &str = "none";

impl Pending {
    /// Reads the journal of a work tree; `None` when nothing is pending.
    pub(super) fn read(state: &State) -> Result<Option<Self>, Fault> {
        let path = state.pending();
        let Some(bytes) = files::read(&path)? else { return Ok(None) };
        let journal = std::str::from_utf8(&bytes).ok().and_then(Self::parse);
        journal.map(Some).ok_or(Fault::Damaged { path })
    }

    /// Reads the journals of the last commits, the newest first. What is damaged counts as not there.
    pub(super) fn recent(state: &State) -> Result<Vec<Self>, Fault> {
        let bytes = files::read(&state.recent())?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let newest = text
            .rmatch_indices(BEGINNING)
            .scan(text.len(), |end, (start, _)| Some(Self::parse(&text[start..std::mem::replace(end, start)])));
        Ok(newest.take(REMEMBERED).flatten().collect())
    }

    /// Keeps the journal beside the last ones. Not synced: it only tells about programs that run now.
    pub(super) fn remember(&self, state: &State, care: Care) -> Result<(), Fault> {
        let path = state.recent();
        if files::read(&path)?.is_none_or(|remembered| remembered.len() < LONG) {
            return files::append(&path, self.to_text().as_bytes(), care);
        }
        let kept = Self::recent(state)?;
        let text: String = kept.iter().rev().chain([self]).map(Self::to_text).collect();
        // Never over a file that a power cut may have left with two names, of which one is the journal's.
        files::remove(&state.incoming())?;
        files::write(&state.incoming(), text.as_bytes(), Care { durability: Durability::None, ..care })?;
        files::rename(&state.incoming(), &path, Durability::None)
    }

    /// Removes the journal: the write is finished or taken back.
    pub(super) fn remove(state: &State) -> Result<(), Fault> {
        files::remove(&state.pending())
    }

    /// Returns the journal as its file holds it: it must be whole and on the disk before anything visible happens.
    pub(super) fn to_text(&self) -> String {
        let old = self.old.map_or_else(|| NONE.to_owned(), |old| old.to_string());
        let mut text = format!("{BEGINNING}{}\nold {old}\nnew {}\n", self.branch, self.new);
        for PendingFile { place, old, new } in &self.files {
            let old = old.map_or_else(|| NONE.to_owned(), entry_to_text);
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "file {old} {} {place}", entry_to_text(*new));
        }
        text.truncate(text.len() - 1);
        text + END
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let mut field = |key: &str| lines.next()?.strip_prefix(key)?.strip_prefix(' ').map(ToOwned::to_owned);
        if field("complaints")? != "journal 1" {
            return None;
        }
        let branch = field("branch")?;
        let old = match field("old")?.as_str() {
            NONE => None,
            id => Some(ObjectId::parse(id)?),
        };
        let new = ObjectId::parse(&field("new")?)?;
        let rest: Vec<&str> = lines.collect();
        let (last, files) = rest.split_last()?;
        let files = files.iter().map(|line| PendingFile::parse(line)).collect::<Option<_>>()?;
        (*last == "end").then_some(Self { branch, old, new, files })
    }
}

impl PendingFile {
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.splitn(4, ' ');
        let mut next = || words.next();
        if next()? != "file" {
            return None;
        }
        let old = match next()? {
            NONE => None,
            entry => Some(parse_entry(entry)?),
        };
        Some(Self { old, new: parse_entry(next()?)?, place: next()?.to_owned() })
    }
}

fn entry_to_text(entry: Entry) -> String {
    format!("{:o}:{}", entry.mode, entry.id)
}

fn parse_entry(text: &str) -> Option<Entry> {
    let (mode, id) = text.split_once(':')?;
    Some(Entry { id: ObjectId::parse(id)?, mode: u32::from_str_radix(mode, 8).ok()? })
}

/// Removes what a killed command may have left of an index or a branch.
pub(super) fn remove_leftovers(state: &State) -> Result<(), Fault> {
    let with_lock = |path: PathBuf| {
        let mut name = path.into_os_string();
        name.push(".lock");
        PathBuf::from(name)
    };
    // The git library locks every index it writes, even a private copy; a kill leaves that lock for ever.
    for path in [state.index_new(), state.index_for_hooks()] {
        files::remove(&with_lock(path))?;
    }
    files::remove(&state.index_new())?;
    files::remove(&state.branch_new())
}

/// Removes what was laid down for the work tree and did not come into it.
pub(super) fn remove_incoming(state: &State) -> Result<(), Fault> {
    for (name, _) in files::names(state.git_folder())? {
        if State::is_incoming_beside(&name) {
            files::remove(&state.git_folder().join(name))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::sharing::Sharing;

    fn pending() -> Pending {
        let id = |digit: &str| ObjectId::parse(&digit.repeat(40)).expect("an id");
        Pending {
            branch: "refs/heads/main".to_owned(),
            old: Some(id("1")),
            new: id("2"),
            files: vec![
                PendingFile {
                    place: "complaints/1405/08/1405-01-0147-1.yaml".to_owned(),
                    old: Some(Entry { id: id("3"), mode: 0o100_755 }),
                    new: Entry { id: id("4"), mode: 0o100_755 },
                },
                PendingFile {
                    place: "sub dir/نامه".to_owned(),
                    old: None,
                    new: Entry { id: id("5"), mode: 0o100_644 },
                },
            ],
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(Pending::parse(&pending().to_text()), Some(pending()));
        let first = Pending { old: None, ..pending() };
        assert_eq!(Pending::parse(&first.to_text()), Some(first));
    }

    #[test]
    fn a_journal_cut_short_is_no_journal() {
        let text = pending().to_text();
        for end in (0..text.len() - 1).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(Pending::parse(&text[..end]), None, "{end}");
        }
    }

    #[test]
    fn a_memory_holds_the_last_eight_journals_and_loses_only_what_is_damaged() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = State::new(folder.path(), folder.path());
        let care = Care { durability: Durability::None, sharing: Sharing::Umask };
        let nth = |n: usize| Pending { branch: format!("refs/heads/{n}"), ..pending() };
        let remember = |n: usize| nth(n).remember(&state, care).expect("a memory");
        (0..200).for_each(remember);
        let newest: Vec<Pending> = (192..200).rev().map(nth).collect();
        assert_eq!(Pending::recent(&state).expect("a memory"), newest);

        let lost = nth(200).to_text();
        files::append(&state.recent(), &lost.as_bytes()[..90], care).expect("a disk that fills up");
        remember(201);
        let newest: Vec<Pending> = [201, 199, 198, 197, 196, 195, 194].map(nth).into();
        assert_eq!(Pending::recent(&state).expect("a memory"), newest);
        let memory = files::read(&state.recent()).expect("a memory").unwrap_or_default();
        assert!(memory.len() < 2 * LONG, "{}", memory.len());
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC*(\n\\PC*){0,6}") {
            drop(Pending::parse(&text));
        }
    }
}
