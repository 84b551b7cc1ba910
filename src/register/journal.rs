//! The journal: what a write is about to do, so that the next command can finish it or take it back.

use std::fmt::Write as _;
use std::path::Path;

use crate::register::fault::Fault;
use crate::register::files::{self, Care};
use crate::register::git::ObjectId;
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
    /// The files of the commit, from the top of the work tree.
    pub(super) paths: Vec<String>,
}

const HEADER: &str = "complaints journal 1";

impl Pending {
    /// Reads the journal of a work tree; `None` when nothing is pending.
    pub(super) fn read(state: &State) -> Result<Option<Self>, Fault> {
        let path = state.pending();
        let Some(bytes) = files::read(&path)? else { return Ok(None) };
        let journal = std::str::from_utf8(&bytes).ok().and_then(Self::parse);
        journal.map(Some).ok_or(Fault::Damaged { path })
    }

    /// Writes the journal: whole, on the disk and under its name before anything visible happens.
    pub(super) fn write(&self, state: &State, care: Care) -> Result<(), Fault> {
        let temporary = state.incoming();
        files::write(&temporary, self.to_text().as_bytes(), care)?;
        files::rename(&temporary, &state.pending(), care.durability)
    }

    /// Removes the journal: the write is finished or taken back.
    pub(super) fn remove(state: &State) -> Result<(), Fault> {
        files::remove(&state.pending())
    }

    fn to_text(&self) -> String {
        let old = self.old.map_or_else(|| "none".to_owned(), |old| old.to_string());
        let mut text = format!("{HEADER}\nbranch {}\nold {old}\nnew {}\n", self.branch, self.new);
        for path in &self.paths {
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "path {path}");
        }
        text + "end\n"
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let mut field = |key: &str| lines.next()?.strip_prefix(key)?.strip_prefix(' ').map(ToOwned::to_owned);
        if field("complaints")? != "journal 1" {
            return None;
        }
        let branch = field("branch")?;
        let old = match field("old")?.as_str() {
            "none" => None,
            id => Some(ObjectId::parse(id)?),
        };
        let new = ObjectId::parse(&field("new")?)?;
        let rest: Vec<&str> = lines.collect();
        let (last, paths) = rest.split_last()?;
        let paths =
            paths.iter().map(|line| line.strip_prefix("path ").map(ToOwned::to_owned)).collect::<Option<_>>()?;
        (*last == "end").then_some(Self { branch, old, new, paths })
    }
}

/// Removes what a killed command may have left beside the journal.
pub(super) fn remove_leftovers(state: &State) -> Result<(), Fault> {
    let with_lock = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push(".lock");
        name
    };
    // The git library locks every index it writes, even a private copy; a kill leaves that lock for ever.
    for path in [state.index_new(), state.index_for_hooks()] {
        files::remove(Path::new(&with_lock(&path)))?;
    }
    files::remove(&state.index_new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending() -> Pending {
        let id = |digit: &str| ObjectId::parse(&digit.repeat(40)).expect("an id");
        Pending {
            branch: "refs/heads/main".to_owned(),
            old: Some(id("1")),
            new: id("2"),
            paths: vec!["complaints/1405/08/1405-01-0147-1.yaml".to_owned(), "sub dir/نامه".to_owned()],
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

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC*(\n\\PC*){0,6}") {
            drop(Pending::parse(&text));
        }
    }
}
