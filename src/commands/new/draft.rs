//! What has been answered so far: kept at every answer, so that Ctrl-C or a crash loses nothing.
//!
//! It lies in the register's local state, beside git's own files, and never in a commit.

use serde::{Deserialize, Serialize};

use crate::commands::desk::Desk;
use crate::error::CommandError;

/// The answers of a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Draft {
    /// What happened.
    pub(super) statement: Option<String>,
    /// Who says so.
    pub(super) name: Option<String>,
    /// How to reach them.
    pub(super) contact: Option<String>,
    /// What they want.
    pub(super) wants: Option<String>,
}

const NAME: &str = "draft.json";

/// Returns the draft that an earlier conversation left; a damaged one counts as none.
pub(super) fn find(desk: &Desk) -> Option<Draft> {
    let bytes = desk.register.local_state(NAME).ok().flatten()?;
    serde_json::from_slice(&bytes).ok().filter(|draft| *draft != Draft::default())
}

/// Keeps the answers given so far.
pub(super) fn keep(desk: &Desk, draft: &Draft) -> Result<(), CommandError> {
    let text = serde_json::to_vec(draft).map_err(|error| CommandError::failed(&error))?;
    desk.register.keep_local_state(NAME, &text)?;
    Ok(())
}

/// Forgets the draft: the complaint is recorded. A draft that stays is offered again, nothing worse.
pub(super) fn discard(desk: &Desk) {
    drop(desk.register.forget_local_state(NAME));
}
