//! `edit REF` without a field: the record in the person's own editor, checked before anything is written.
//!
//! What was typed is not lost: until it is committed it lies in this clone's local state, and is opened again.

use super::{Correction, EditArgs, admitted, events, field, must_still_say};
use crate::commands::Context;
use crate::commands::desk::{self, Desk, Found};
use crate::commands::recording::{self, Author, Decided};
use crate::commands::undo;
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
    let now = &before.loaded.complaint;
    let opened = opened(desk, before, edited)?;
    refuse_fixed(desk, &opened, edited)?;
    let corrected = carried(desk, now, (&opened, &edited.complaint))?;
    let corrections = corrections(now, &corrected);
    if corrections.is_empty() {
        return Err(CommandError::new(
            Exit::Refused,
            "only comments and spaces were changed, which no record tells of",
        ));
    }
    refuse_untypable(desk, author, (now, &corrected))?;
    // What was typed over an older record brings its changes, not its text.
    let base = if opened == *now { edited } else { &before.loaded };
    let events = events(context, author, corrections.len(), args.why.as_deref());
    let mut after = None;
    recording::commit(context, desk, &args.recording, |tip| {
        let found = recording::at_tip(tip, before.path)?;
        if found.loaded.complaint != *now {
            return Err(overtaken(desk));
        }
        let mut complaint = corrected.clone();
        for (correction, event) in corrections.iter().zip(&events) {
            complaint = admitted(desk, author, complaint, correction.clone(), event)?;
        }
        let complaint = must_still_say(desk, now, complaint)?;
        let text = record::rewrite(base, &complaint).map_err(|fault| CommandError::of(Exit::Failed, &fault))?;
        after = Some(complaint.clone());
        let decided = Decided { path: before.path, text, after: complaint };
        let message = recording::message(&decided);
        Ok((vec![decided], message))
    })?;
    after.ok_or_else(|| CommandError::new(Exit::Failed, "nothing was decided"))
}

/// Returns the version that was opened: the newest with the story that the typed text tells.
fn opened(desk: &Desk, now: &Found, edited: &Loaded) -> Result<Complaint, CommandError> {
    let told = &edited.complaint.events;
    let current = &now.loaded.complaint;
    if told.len() >= current.events.len() || !current.events.starts_with(told) {
        return Ok(current.clone());
    }
    let file = now.path.file();
    for commit in desk.register.history(&file, usize::MAX)? {
        if let Some(version) = desk.version(commit.id, &file)?.filter(|version| version.events == *told) {
            return Ok(version);
        }
    }
    Err(overtaken(desk))
}

/// Returns the complaint as it is now with what was typed over the version that was opened. Where somebody else has made a
/// field say a third thing meanwhile, it is left to people.
fn carried(desk: &Desk, now: &Complaint, (opened, typed): (&Complaint, &Complaint)) -> Result<Complaint, CommandError> {
    let carried = undo::changed_back(now, typed, opened)?;
    let missed = corrections(&carried, typed);
    let is_missed = |correction: &Correction| missed.iter().any(|missed| missed.field == correction.field);
    let left: Vec<Correction> = corrections(opened, typed).into_iter().filter(is_missed).collect();
    if left.is_empty() {
        return Ok(carried);
    }
    let fields: Vec<&str> = left.iter().map(|correction| correction.field.as_str()).collect();
    let told = desk.settings.locale.tell("edit-collides", &[("fields", (&fields.join(", ")).into())]);
    let by_name = fields.iter().find(|field| field::FIELDS.contains(field));
    let decide = by_name.map(|field| format!("complaints edit {} {field}=… --why \"…\"", now.reference));
    Err(decide.into_iter().fold(CommandError::new(Exit::Conflict, told), CommandError::hint))
}

/// Refuses an edited number, state or story: they are the register's own.
fn refuse_fixed(desk: &Desk, opened: &Complaint, edited: &Loaded) -> Result<(), CommandError> {
    let locale = &desk.settings.locale;
    let (old, new) = (record::value(opened), record::value(&edited.complaint));
    for fixed in ["events", "reference", "state"] {
        if old.get(fixed) != new.get(fixed) || (fixed == "state" && edited.stored_state != opened.state().as_str()) {
            return Err(CommandError::new(Exit::Refused, locale.tell("edit-fixed", &[("field", fixed.into())]))
                .hint(locale.tell("hint-undo", &[("reference", (&opened.reference.to_string()).into())])));
        }
    }
    Ok(())
}

/// Refuses in the editor what is refused when it is typed as FIELD=VALUE, such as a receipt after what followed it.
fn refuse_untypable(
    desk: &Desk,
    author: &Author,
    (now, corrected): (&Complaint, &Complaint),
) -> Result<(), CommandError> {
    for correction in field::differing(now, corrected) {
        let value = correction.new.as_deref().unwrap_or_default();
        field::correct(desk, &mut corrected.clone(), (&correction.field, value), author.now)?;
    }
    Ok(())
}

/// Returns what says something else, field by field. A part that is not corrected by name,
/// such as the restricted one, is named without its words.
fn corrections(before: &Complaint, edited: &Complaint) -> Vec<Correction> {
    let (old, new) = (record::value(before), record::value(edited));
    let differs = |key: &str| old.get(key) != new.get(key);
    let mut corrections = field::differing(before, edited);
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
    corrections
}

/// Returns the editor's command, found as git finds it and split as a shell would.
fn editor(context: &Context, desk: &Desk) -> Vec<String> {
    let set = |name: &str| context.world.variable(name).map(str::to_owned);
    let command = set("GIT_EDITOR").or_else(|| desk.register.configured("core.editor"));
    let command = command.or_else(|| set("VISUAL")).or_else(|| set("EDITOR"));
    let words = command.and_then(|command| shlex::split(&command)).filter(|words| !words.is_empty());
    words.unwrap_or_else(|| vec!["vi".to_owned()])
}
