//! `edit REF` without a field: the record in the person's own editor, checked before anything is written.

use super::{Correction, EditArgs};
use crate::commands::Context;
use crate::commands::desk::{self, Desk};
use crate::commands::recording::{self, Author, Decided};
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::event::Kind;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::record::{self, Loaded};

/// Opens the record in an editor and commits what was changed.
pub(super) fn run(
    context: &mut Context,
    desk: &Desk,
    author: &Author,
    (reference, args): (&str, &EditArgs),
) -> Result<Complaint, CommandError> {
    if !context.world.may_ask() {
        return Err(CommandError::new(
            Exit::Usage,
            "nothing to correct was named, and there is no terminal for an editor",
        )
        .hint(format!("complaints edit {reference} FIELD=VALUE --why \"…\"")));
    }
    let why = args.why.clone().ok_or_else(|| {
        CommandError::new(Exit::Usage, "why is it corrected?").hint(format!("complaints edit {reference} --why \"…\""))
    })?;
    let path = desk.find(reference)?;
    let before = desk.load_at(path)?;
    let text = desk.register.edited(&path.file(), &editor(context))?;
    let edited = desk::read_record(&path.file(), &text)?;
    let corrections = corrections(&before.loaded.complaint, &edited)?;
    let Some(last) = corrections.last() else {
        return Err(CommandError::new(Exit::Refused, "nothing was changed"));
    };
    let mut corrected = edited.complaint.clone();
    if corrected.received_at != before.loaded.complaint.received_at {
        corrected.correct_receipt(corrected.received_at);
    }
    let mut event = author.event(context, Kind::Edited, crate::domain::event::Facts::default());
    event.facts.text = Some(why);
    let correction = Correction { field: last.clone(), old: None, new: None };
    let mut after = None;
    recording::commit(context, desk, &args.recording, |tip| {
        let found = recording::at_tip(tip, path)?;
        if found.loaded.complaint != before.loaded.complaint {
            return Err(CommandError::new(Exit::Conflict, "somebody else changed the complaint while it was open")
                .hint(format!("complaints edit {reference}")));
        }
        let correction = Correction { field: correction.field.clone(), old: None, new: None };
        let admitted = super::admitted(desk, author, corrected.clone(), correction, &event)?;
        let text = record::rewrite(&edited, &admitted).map_err(|fault| CommandError::of(Exit::Failed, &fault))?;
        after = Some(admitted.clone());
        let decided = Decided { path, text, after: admitted };
        let message = recording::message(&decided);
        Ok((vec![decided], message))
    })?;
    after.ok_or_else(|| CommandError::new(Exit::Failed, "nothing was decided"))
}

/// Returns the top-level fields that differ; the story itself is not for editing.
fn corrections(before: &Complaint, edited: &Loaded) -> Result<Vec<Code>, CommandError> {
    let (old, new) = (record::value(before), record::value(&edited.complaint));
    let differs = |key: &str| old.get(key) != new.get(key);
    for fixed in ["events", "reference", "state"] {
        if differs(fixed) || (fixed == "state" && edited.stored_state != before.state().as_str()) {
            return Err(CommandError::new(
                Exit::Refused,
                format!("`{fixed}` is the register's own and cannot be edited"),
            )
            .hint(format!("complaints undo {} takes a wrong step back", before.reference)));
        }
    }
    let keys = old.as_object().into_iter().chain(new.as_object()).flat_map(|fields| fields.keys());
    let mut changed: Vec<Code> =
        keys.filter(|key| differs(key)).filter_map(|key| key.replace('_', "-").parse().ok()).collect();
    changed.sort();
    changed.dedup();
    Ok(changed)
}

/// Returns the editor's command, split as a shell would.
fn editor(context: &Context) -> Vec<String> {
    let command = context.world.variable("VISUAL").or_else(|| context.world.variable("EDITOR")).unwrap_or("vi");
    shlex::split(command).filter(|words| !words.is_empty()).unwrap_or_else(|| vec!["vi".to_owned()])
}
