//! Reading history by comparing trees along paths; the library's own diff is 28 to 220 times slower for this.

use std::collections::{BTreeMap, BinaryHeap, HashSet};

use chrono::{DateTime, FixedOffset};

use crate::register::fault::Fault;
use crate::register::git::identity::{Person, instant};
use crate::register::git::objects::FOLDER;
use crate::register::git::{Entry, ObjectId, Store};

/// A commit, as much of it as history tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::register) struct CommitFacts {
    pub(in crate::register) id: ObjectId,
    pub(in crate::register) parents: Vec<ObjectId>,
    pub(in crate::register) author: Person,
    pub(in crate::register) authored_at: DateTime<FixedOffset>,
    pub(in crate::register) committer: Person,
    pub(in crate::register) committed_at: DateTime<FixedOffset>,
    pub(in crate::register) message: String,
}

/// A path's way through the trees of one commit: the entry at each depth, as far as there is one.
type Way = Vec<Option<Entry>>;

impl Store {
    /// Returns the newest commits that changed a path, at most `limit`, newest first.
    ///
    /// Where a merge took the path whole from one side, only that side is followed, as `git log` does. The commit that
    /// brought the path ends its line.
    pub(in crate::register) fn commits_touching(
        &self,
        start: ObjectId,
        path: &str,
        limit: usize,
    ) -> Result<Vec<CommitFacts>, Fault> {
        let mut found = Vec::new();
        let mut seen = HashSet::from([start]);
        let mut waiting = BinaryHeap::from([(self.seconds_of(start)?, start)]);
        let mut ways: BTreeMap<ObjectId, Way> = BTreeMap::from([(start, self.way(start, path, &Way::new())?)]);
        while let Some((_, id)) = waiting.pop() {
            let way = ways.remove(&id).unwrap_or_default();
            let here = way.last().copied().flatten();
            let parents = self.parents_of(id)?;
            let mut before = Vec::new();
            for parent in &parents {
                before.push((*parent, self.way(*parent, path, &way)?));
            }
            let same = before.iter().position(|(_, way)| way.last().copied().flatten() == here);
            if same.is_none() && (here.is_some() || !parents.is_empty()) {
                found.push(self.facts(id)?);
                if found.len() == limit {
                    break;
                }
            }
            let followed = match same {
                Some(position) => vec![before.swap_remove(position)],
                None => before,
            };
            for (parent, way) in followed {
                // Before its birth there is nothing of the path to find.
                let is_there = way.last().copied().flatten().is_some();
                if (is_there || here.is_none()) && seen.insert(parent) {
                    waiting.push((self.seconds_of(parent)?, parent));
                    ways.insert(parent, way);
                }
            }
        }
        Ok(found)
    }

    /// Returns every commit that `start` builds on, itself first.
    pub(in crate::register) fn commits(&self, start: ObjectId) -> Result<Vec<CommitFacts>, Fault> {
        let fault = || Fault::git("walk through the history");
        let mut walk = self.repository.revwalk().map_err(fault())?;
        walk.push(start.0).map_err(fault())?;
        walk.map(|id| self.facts(ObjectId(id.map_err(fault())?))).collect()
    }

    /// Returns the last commit recorded at or before an instant on the first-parent line; `None` when there is none.
    pub(in crate::register) fn last_commit_before(
        &self,
        start: ObjectId,
        limit: DateTime<FixedOffset>,
    ) -> Result<Option<ObjectId>, Fault> {
        let mut here = Some(start);
        while let Some(id) = here {
            if self.seconds_of(id)? <= limit.timestamp() {
                return Ok(Some(id));
            }
            here = self.parents_of(id)?.first().copied();
        }
        Ok(None)
    }

    /// Returns the files that differ between two trees, before and after; no tree holds nothing.
    pub(in crate::register) fn differences(
        &self,
        before: Option<ObjectId>,
        after: Option<ObjectId>,
    ) -> Result<BTreeMap<String, [Option<Entry>; 2]>, Fault> {
        let mut different = BTreeMap::new();
        let sides = [before, after].map(|tree| tree.map(|id| Entry { id, mode: FOLDER }));
        self.compare("", sides, &mut |path, files| {
            different.insert(path, files);
        })?;
        Ok(different)
    }

    /// Tells every file that differs between two entries of the same name, before and after.
    fn compare(
        &self,
        path: &str,
        [before, after]: [Option<Entry>; 2],
        tell: &mut dyn FnMut(String, [Option<Entry>; 2]),
    ) -> Result<(), Fault> {
        if before == after {
            return Ok(());
        }
        let (mut files, mut folders) = ([None, None], [Vec::new(), Vec::new()]);
        for (side, entry) in [before, after].into_iter().enumerate() {
            match entry {
                Some(Entry { id, mode: FOLDER }) => folders[side] = self.entries(id, "")?,
                file => files[side] = file,
            }
        }
        if files != [None, None] {
            tell(path.to_owned(), files);
        }
        for (name, sides) in different(&folders) {
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
            self.compare(&path, sides, tell)?;
        }
        Ok(())
    }

    /// Follows a path through the trees of a commit; where a tree is the one already known, the rest is known too.
    fn way(&self, commit: ObjectId, path: &str, known: &Way) -> Result<Way, Fault> {
        let root = Entry { id: self.tree_of(commit)?, mode: FOLDER };
        let mut way: Way = vec![Some(root)];
        for part in path.split('/') {
            let depth = way.len();
            let above = way[depth - 1];
            if above.is_some() && known.get(depth - 1) == Some(&above) {
                way.extend_from_slice(&known[depth..]);
                return Ok(way);
            }
            way.push(match above {
                Some(Entry { id, mode: FOLDER }) => self.entry(id, part)?,
                _ => None,
            });
        }
        Ok(way)
    }

    fn parents_of(&self, commit: ObjectId) -> Result<Vec<ObjectId>, Fault> {
        let commit = self.repository.find_commit(commit.0).map_err(Fault::git("read a commit"))?;
        Ok(commit.parent_ids().map(ObjectId).collect())
    }

    fn seconds_of(&self, commit: ObjectId) -> Result<i64, Fault> {
        let commit = self.repository.find_commit(commit.0).map_err(Fault::git("read a commit"))?;
        Ok(commit.time().seconds())
    }

    fn facts(&self, id: ObjectId) -> Result<CommitFacts, Fault> {
        let commit = self.repository.find_commit(id.0).map_err(Fault::git("read a commit"))?;
        let person = |signature: &git2::Signature<'_>| Person {
            name: String::from_utf8_lossy(signature.name_bytes()).into_owned(),
            email: String::from_utf8_lossy(signature.email_bytes()).into_owned(),
        };
        Ok(CommitFacts {
            id,
            parents: commit.parent_ids().map(ObjectId).collect(),
            author: person(&commit.author()),
            authored_at: instant(commit.author().when()),
            committer: person(&commit.committer()),
            committed_at: instant(commit.committer().when()),
            message: String::from_utf8_lossy(commit.message_bytes()).into_owned(),
        })
    }
}

/// Returns the names at which two folders differ, and some others: only what both begin and end with is passed over, which is
/// nearly all when little has changed.
fn different(folders: &[Vec<(String, Entry)>; 2]) -> BTreeMap<&str, [Option<Entry>; 2]> {
    let [before, after] = folders;
    let start = before.iter().zip(after).take_while(|(before, after)| before == after).count();
    let (before, after) = (&before[start..], &after[start..]);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(before, after)| before == after).count();
    let mut names: BTreeMap<&str, [Option<Entry>; 2]> = BTreeMap::new();
    for (side, entries) in [before, after].into_iter().enumerate() {
        for (name, entry) in &entries[..entries.len() - end] {
            names.entry(name).or_default()[side] = Some(*entry);
        }
    }
    names
}
