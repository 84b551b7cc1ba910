//! `edit REF` without a field: the record in the person's own editor, checked before anything is written.
//!
//! What was typed is not lost: until it is committed it lies in this clone's local state, and is opened again.

use super::{Correction, EditArgs, admitted, events, field, must_still_say};
use crate::commands::Context;
use crate::commands::desk::{self, Desk, Found};
use crate::commands::recording::{self, Author, Decided};
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::record::{self, Loaded};
use crate::register::fault::Fault;

/// Opens the record in an editor and commits what was changed.
pub(super) fn run(
    context: &mut Context,
    desk: &Desk,
    author: &Author,
    (reference, args): (&str, &EditArgs),
) -> Result<Complaint, CommandError> {
    refuse_without_person(context, desk, reference, args)?;
    let before = desk.load_at(desk.find(reference)?)?;
    let name = format!("edit-{}.yaml", before.path.reference());
    let typed = typed(context, desk, &name, before.loaded.text().as_bytes())?;
    let committed = typed.map_err(CommandError::from).and_then(|text| {
        let edited = record::read(&text).map_err(|fault| desk::record_fault(&name, &fault))?;
        commit(context, desk, author, args, (&before, &edited))
    });
    let file = desk.register.local_file(&name).display().to_string();
    let not_lost = || desk.settings.locale.tell("edit-not-lost", &[("file", (&file).into())]);
    let after = committed.map_err(|error| error.detail(not_lost()).hint(again(reference)))?;
    if !args.recording.dry_run {
        desk.register.forget_local_state(&name)?;
    }
    Ok(after)
}

fn refuse_without_person(context: &Context, desk: &Desk, reference: &str, args: &EditArgs) -> Result<(), CommandError> {
    if !context.world.may_ask() {
        return Err(CommandError::new(Exit::Usage, desk.settings.locale.say("edit-no-terminal"))
            .hint(format!("complaints edit {reference} FIELD=VALUE --why \"…\"")));
    }
    if args.why.is_none() {
        return Err(CommandError::new(Exit::Usage, desk.settings.locale.say("edit-why")).hint(again(reference)));
    }
    Ok(())
}

/// Opens the text that was left, else the record, and returns what was typed or how the editor failed after that. Nothing
/// typed, or everything taken away, means that nothing is to be changed.
fn typed(
    context: &mut Context,
    desk: &Desk,
    name: &str,
    original: &[u8],
) -> Result<Result<Vec<u8>, Fault>, CommandError> {
    let kept = desk.register.local_state(name)?;
    if kept.is_some() {
        context.ui.status(&desk.settings.locale.say("edit-kept"));
    }
    let edited = desk.register.edited(name, kept.as_deref().unwrap_or(original), &editor(context, desk));
    let text = desk.register.local_state(name)?.unwrap_or_default();
    if text != original && !text.trim_ascii().is_empty() {
        return Ok(edited);
    }
    desk.register.forget_local_state(name)?;
    edited?;
    Err(CommandError::new(Exit::Refused, desk.settings.locale.say("edit-unchanged")))
}

/// Returns the command that opens the record, or the text that was left.
fn again(reference: &str) -> String {
    format!("complaints edit {reference} --why \"…\"")
}

fn overtaken(desk: &Desk) -> CommandError {
    CommandError::new(Exit::Conflict, desk.settings.locale.say("edit-overtaken"))
}

/// Commits an edited record, with an event for each field that says something else.
fn commit(
    context: &mut Context,
    desk: &Desk,
    author: &Author,
    args: &EditArgs,
    (before, edited): (&Found, &Loaded),
) -> Result<Complaint, CommandError> {
    let corrections = corrections(desk, &before.loaded.complaint, edited)?;
    let mut corrected = edited.complaint.clone();
    if corrected.received_at != before.loaded.complaint.received_at {
        corrected.correct_receipt(corrected.received_at);
    }
    let events = events(context, author, corrections.len(), args.why.as_deref());
    let mut after = None;
    recording::commit(context, desk, &args.recording, |tip| {
        let found = recording::at_tip(tip, before.path)?;
        if found.loaded.complaint != before.loaded.complaint {
            return Err(overtaken(desk));
        }
        let mut complaint = corrected.clone();
        for (correction, event) in corrections.iter().zip(&events) {
            complaint = admitted(desk, author, complaint, correction.clone(), event)?;
        }
        let complaint = must_still_say(desk, &before.loaded.complaint, complaint)?;
        let text = record::rewrite(edited, &complaint).map_err(|fault| CommandError::of(Exit::Failed, &fault))?;
        after = Some(complaint.clone());
        let decided = Decided { path: before.path, text, after: complaint };
        let message = recording::message(&decided);
        Ok((vec![decided], message))
    })?;
    after.ok_or_else(|| CommandError::new(Exit::Failed, "nothing was decided"))
}

/// Returns what says something else, field by field; the story itself is not for editing. A part that is not corrected by
/// name, such as the restricted one, is named without its words.
fn corrections(desk: &Desk, before: &Complaint, edited: &Loaded) -> Result<Vec<Correction>, CommandError> {
    let locale = &desk.settings.locale;
    let (old, new) = (record::value(before), record::value(&edited.complaint));
    let differs = |key: &str| old.get(key) != new.get(key);
    let known = &edited.complaint.events;
    if known.len() < before.events.len() && before.events.starts_with(known) {
        return Err(overtaken(desk));
    }
    for fixed in ["events", "reference", "state"] {
        if differs(fixed) || (fixed == "state" && edited.stored_state != before.state().as_str()) {
            return Err(CommandError::new(Exit::Refused, locale.tell("edit-fixed", &[("field", fixed.into())]))
                .hint(locale.tell("hint-undo", &[("reference", (&before.reference.to_string()).into())])));
        }
    }
    let mut corrections = field::differing(before, &edited.complaint);
    let has_words = |key: &str| corrections.iter().any(|known| known.field.as_str() == key);
    let is_told = |key: &Code| match key.as_str() {
        "personal" => !corrections.is_empty(),
        "person" => has_words("person") || has_words("anonymous"),
        "received-at" => has_words("received"),
        "promises" => has_words("target"),
        key => has_words(key),
    };
    let keys = old.as_object().into_iter().chain(new.as_object()).flat_map(|fields| fields.keys());
    let keys = keys.filter(|key| differs(key)).filter_map(|key| key.replace('_', "-").parse().ok());
    let mut others: Vec<Code> = keys.filter(|key| !is_told(key)).collect();
    others.sort();
    others.dedup();
    corrections.extend(others.into_iter().map(|field| Correction { field, old: None, new: None }));
    if corrections.is_empty() {
        return Err(CommandError::new(
            Exit::Refused,
            "only comments and spaces were changed, which no record tells of",
        ));
    }
    Ok(corrections)
}

/// Returns the editor's command, found as git finds it and split as a shell would.
fn editor(context: &Context, desk: &Desk) -> Vec<String> {
    let set = |name: &str| context.world.variable(name).map(str::to_owned);
    let command = set("GIT_EDITOR").or_else(|| desk.register.configured("core.editor"));
    let command = command.or_else(|| set("VISUAL")).or_else(|| set("EDITOR"));
    let words = command.and_then(|command| shlex::split(&command)).filter(|words| !words.is_empty());
    words.unwrap_or_else(|| vec!["vi".to_owned()])
}
