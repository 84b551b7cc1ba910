//! `complaints undo`: the last change of a complaint is taken back by a new one.

use clap::Args;
use serde_json::Value;

use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::recording::{self, Author};
use crate::commands::{Context, advance};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::record::{self, v1};
use crate::register::layout::RecordPath;

/// Take back the last step of a complaint
///
/// Nothing is deleted: the event stays in the story, marked as taken back by a
/// new one, and the fields it changed say what they said before. What was
/// recorded in one commit is taken back together. It works after the change was
/// pushed, too.
///
/// Example:   complaints undo 147
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct UndoArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Takes back the last change: everything that its commit recorded of the complaint.
pub fn run(context: &mut Context, args: &UndoArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let found = desk.load(&args.reference)?;
    let meant = last_change(&desk, found.path, &found.loaded.complaint)?;
    let facts = Facts { text: args.why.clone(), ..Facts::default() };
    let takings: Vec<Event> = meant.events.iter().map(|_| author.event(context, Kind::Undone, facts.clone())).collect();
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        let change = last_change(&desk, found.path, &complaint)?;
        if change.events != meant.events {
            return Err(CommandError::new(Exit::Conflict, desk.settings.locale.say("edit-overtaken"))
                .hint(format!("complaints history {}", complaint.reference)));
        }
        let restored = changed_back(&complaint, &change.before, &change.with)?;
        change.events.iter().zip(&takings).try_fold(restored, |complaint, (event, taking)| {
            let facts = Facts { undoes: Some(event.id.clone()), ..taking.facts.clone() };
            let at = taking.at.max(event.at).min(author.now);
            recording::admitted(&desk, complaint, Event { at, facts, ..taking.clone() }, author.now)
        })
    })?;
    if !args.recording.dry_run {
        let locale = &desk.settings.locale;
        let kinds: Vec<String> = meant.events.iter().map(|event| locale.label("kind", event.kind.as_str())).collect();
        let kinds = kinds.join(&locale.say("list-comma"));
        context.ui.status(&locale.tell("undone", &[("kind", (&kinds).into())]));
        advance::print_standing(context, &desk, &after);
    }
    Ok(Exit::Ok)
}

/// What one commit changed of a complaint.
struct LastChange {
    /// What it recorded and what still holds, newest first.
    events: Vec<Event>,
    before: Complaint,
    with: Complaint,
}

/// Returns the change that recorded the last event that still holds; its arrival is never taken back.
fn last_change(desk: &Desk, path: RecordPath, now: &Complaint) -> Result<LastChange, CommandError> {
    let locale = &desk.settings.locale;
    let reference = now.reference.to_string();
    let Some(last) = now.valid_events().next_back().filter(|event| event.kind != Kind::Received) else {
        let hint = locale.tell("hint-void", &[("reference", (&reference).into())]);
        return Err(CommandError::new(Exit::Refused, locale.say("undo-nothing")).hint(hint));
    };
    let (before, with) = versions_around(desk, path, &last.id)?.ok_or_else(|| {
        let is_cut_off = desk.register.is_shallow();
        let hint = format!("complaints edit {reference} --why \"…\"");
        CommandError::new(Exit::Refused, locale.say("undo-no-history")).hint(if is_cut_off {
            "git fetch --unshallow".to_owned()
        } else {
            hint
        })
    })?;
    let is_of_it = |event: &&Event| tells(&with, &event.id) && !tells(&before, &event.id);
    let events = now.valid_events().filter(is_of_it).rev().cloned().collect();
    Ok(LastChange { events, before, with })
}

/// Returns the record before the commit that recorded an event and with it, if the history goes back that far.
fn versions_around(
    desk: &Desk,
    path: RecordPath,
    event: &EventId,
) -> Result<Option<(Complaint, Complaint)>, CommandError> {
    let file = path.file();
    for commit in desk.register.history(&file, usize::MAX)? {
        let Some(with) = desk.version(commit.id, &file)?.filter(|with| tells(with, event)) else { continue };
        let parents = commit.parents.iter().map(|parent| desk.version(*parent, &file));
        let parents = parents.collect::<Result<Vec<_>, _>>()?;
        let parents: Vec<Complaint> = parents.into_iter().flatten().collect();
        // A merge only brings what one of its sides recorded.
        if !parents.iter().any(|parent| tells(parent, event)) {
            return Ok(parents.into_iter().next().map(|before| (before, with)));
        }
    }
    Ok(None)
}

fn tells(complaint: &Complaint, event: &EventId) -> bool {
    complaint.events.iter().any(|told| told.id == *event)
}

/// Returns a complaint in which everything that still says what `with` says, says what `before` says. What both versions say
/// stays, and so does the story.
pub(super) fn changed_back(now: &Complaint, before: &Complaint, with: &Complaint) -> Result<Complaint, CommandError> {
    let mut changed = record::value(now);
    revert(&mut changed, &record::value(before), &record::value(with));
    if let (Some(fields), Some(events)) = (changed.as_object_mut(), record::value(now).get("events")) {
        fields.insert("events".to_owned(), events.clone());
    }
    let record: v1::Record = serde_json::from_value(changed).map_err(|error| CommandError::failed(&error))?;
    let mut changed = v1::complaint(record).map_err(|error| CommandError::failed(&error))?;
    if changed.received_at != now.received_at {
        changed.correct_receipt(changed.received_at);
    }
    Ok(changed)
}

/// Puts every value back that still says what the event made it say.
fn revert(now: &mut Value, before: &Value, with: &Value) {
    let (Some(now), Some(before), Some(with)) = (now.as_object_mut(), before.as_object(), with.as_object()) else {
        return;
    };
    let keys: Vec<String> = before.keys().chain(with.keys()).cloned().collect();
    for key in keys {
        if before.get(&key) == with.get(&key) {
            continue;
        }
        match (now.get_mut(&key), before.get(&key), with.get(&key)) {
            (Some(now @ Value::Object(_)), Some(before @ Value::Object(_)), Some(with)) => revert(now, before, with),
            (current, Some(before), with) if current.as_deref() == with => {
                now.insert(key, before.clone());
            }
            (current, None, with) if current.as_deref() == with => {
                now.shift_remove(&key);
            }
            _ => {}
        }
    }
}
