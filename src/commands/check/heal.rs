//! `check --fix`: stored states and levels are put right, in one commit.

use super::survey::Survey;
use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::recording;
use crate::domain::complaint::Complaint;
use crate::error::CommandError;
use crate::register::trail::Message;

/// Writes the state and the level that the events lead to into each record that says others. Returns whether anything was written.
pub(super) fn run(context: &mut Context, desk: &Desk, survey: &Survey, dry_run: bool) -> Result<bool, CommandError> {
    recording::refuse_reading_only(desk)?;
    if survey.healable.is_empty() {
        return Ok(false);
    }
    let recording = Recording { dry_run, ..Recording::default() };
    recording::commit(context, desk, &recording, |tip| {
        let replayed = |complaint: Complaint| {
            let level = complaint.level.max(complaint.level_by_events());
            Ok(Complaint { level, ..complaint })
        };
        let heal = |path| recording::decide(&recording::at_tip(tip, path)?, replayed);
        let decided = survey.healable.iter().map(|path| heal(*path)).collect::<Result<Vec<_>, _>>()?;
        let references: Vec<_> = survey.healable.iter().map(|path| path.reference()).collect();
        Ok((decided, Message::complaints(&references, &recording::word("state-replayed"))))
    })?;
    if !dry_run {
        let count = survey.healable.len().into();
        context.ui.status(&desk.settings.locale.tell("check-healed", &[("count", count)]));
    }
    Ok(!dry_run)
}
