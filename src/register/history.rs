//! What git remembers of a file: one entry for each commit that changed it.

use chrono::{DateTime, FixedOffset};

use crate::register::git::ObjectId;
use crate::register::git::identity::Person;
use crate::register::git::walk::CommitFacts;
use crate::register::trail::{self, Trailer};

/// A commit that changed a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// The commit.
    pub id: ObjectId,
    /// The commits before it: one, or several when it is a merge.
    pub parents: Vec<ObjectId>,
    /// Who made the change.
    pub author: Person,
    /// When the change was made, as its author's computer said.
    pub authored_at: DateTime<FixedOffset>,
    /// Who recorded it.
    pub committer: Person,
    /// When it was recorded.
    pub recorded_at: DateTime<FixedOffset>,
    /// The first line of the message.
    pub subject: String,
    /// What people wrote in the message.
    pub words: String,
    /// The trailers of the message; none when it was made without the tool.
    pub trailers: Vec<Trailer>,
}

impl From<CommitFacts> for Commit {
    fn from(facts: CommitFacts) -> Self {
        Self {
            id: facts.id,
            parents: facts.parents,
            author: facts.author,
            authored_at: facts.authored_at,
            committer: facts.committer,
            recorded_at: facts.committed_at,
            subject: facts.message.lines().next().unwrap_or_default().to_owned(),
            words: trail::free_words(&facts.message),
            trailers: trail::trailers(&facts.message),
        }
    }
}
