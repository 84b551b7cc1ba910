//! `complaints undo`: the last event of a complaint is taken back by a new one.

use clap::Args;
use serde_json::Value;

use crate::cli::Recording;
use crate::commands::desk::{self, Desk};
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
/// new one, and the fields it changed say what they said before. It works after
/// the change was pushed, too.
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

/// Takes back the last event.
pub fn run(context: &mut Context, args: &UndoArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let path = desk.find(&args.reference)?;
    let event = author.event(context, Kind::Undone, Facts { text: args.why.clone(), ..Facts::default() });
    let mut undone = None;
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        let last = last_event(&desk, &complaint)?;
        undone = Some(last.kind);
        let restored = restored(&desk, path, &complaint, &last.id)?;
        let facts = Facts { undoes: Some(last.id), ..event.facts.clone() };
        let taken_back = Event { facts, at: event.at.max(last.at).min(author.now), ..event.clone() };
        recording::admitted(&desk, restored, taken_back, author.now)
    })?;
    if let (Some(kind), false) = (undone, args.recording.dry_run) {
        let locale = &desk.settings.locale;
        let kind = locale.label("kind", kind.as_str());
        context.ui.status(&locale.tell("undone", &[("kind", (&kind).into())]));
        advance::print_standing(context, &desk, &after);
    }
    Ok(Exit::Ok)
}

/// Returns the event that would be taken back: the last one that still holds, never the arrival itself.
fn last_event(desk: &Desk, complaint: &Complaint) -> Result<Event, CommandError> {
    match complaint.valid_events().next_back() {
        Some(event) if event.kind != Kind::Received => Ok(event.clone()),
        _ => {
            let (locale, reference) = (&desk.settings.locale, complaint.reference.to_string());
            let hint = locale.tell("hint-void", &[("reference", (&reference).into())]);
            Err(CommandError::new(Exit::Refused, locale.say("undo-nothing")).hint(hint))
        }
    }
}

/// Returns the complaint with the fields that the event changed as they were before it; later changes of them stay.
fn restored(desk: &Desk, path: RecordPath, now: &Complaint, event: &EventId) -> Result<Complaint, CommandError> {
    let (before, with) = versions_around(desk, path, event)?;
    let (before, with) = (record::value(&before), record::value(&with));
    let mut restored = record::value(now);
    revert(&mut restored, &before, &with);
    if let (Some(fields), Some(events)) = (restored.as_object_mut(), record::value(now).get("events")) {
        fields.insert("events".to_owned(), events.clone());
    }
    let record: v1::Record = serde_json::from_value(restored).map_err(|error| CommandError::failed(&error))?;
    let mut restored = v1::complaint(record).map_err(|error| CommandError::failed(&error))?;
    if restored.received_at != now.received_at {
        restored.correct_receipt(restored.received_at);
    }
    Ok(restored)
}

/// Returns the last version of the record without an event and the first one with it.
fn versions_around(desk: &Desk, path: RecordPath, event: &EventId) -> Result<(Complaint, Complaint), CommandError> {
    let file = path.file();
    let mut with = None;
    for commit in desk.register.history(&file, usize::MAX)? {
        let Some(snapshot) = desk.register.snapshot(&commit.id.to_string())? else { continue };
        let Some(bytes) = snapshot.read(&file)? else { continue };
        let complaint = desk::read_record(&file, &bytes)?.complaint;
        if complaint.events.iter().any(|known| known.id == *event) {
            with = Some(complaint);
        } else {
            let newest = with.unwrap_or_else(|| complaint.clone());
            return Ok((complaint, newest));
        }
    }
    Err(CommandError::new(Exit::Refused, desk.settings.locale.say("undo-no-history")).hint("git fetch --unshallow"))
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
