//! `complaints history`: the story of one complaint, with both times of everything.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum};

use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::domain::event::EventId;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::record;
use crate::register::git::ObjectId;
use crate::register::layout::RegisterPath;
use crate::render::json;
use crate::render::json::complaint::History;
use crate::render::table::Table;
use crate::render::timeline::{self, Recorded};

/// Show what happened to a complaint, when it happened and when it was recorded
///
/// What happened later than it was recorded cannot be; what was recorded long
/// after it happened is marked. Changes made without this tool stand there, too.
///
/// Example:   complaints history 147
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct HistoryArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: HistoryFormat,
}

/// How a story is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum HistoryFormat {
    /// A table for people.
    #[default]
    Table,
    /// JSON.
    Json,
}

/// Prints the story.
pub fn run(context: &mut Context, args: &HistoryArgs) -> Outcome {
    let desk = context.desk()?;
    let found = desk.load(&args.reference)?;
    let recorded = recorded(&desk, &found.path.file())?;
    let complaint = &found.loaded.complaint;
    let entries = timeline::entries(complaint, &recorded);
    let locale = &desk.settings.locale;
    let text = match args.format {
        HistoryFormat::Table => {
            let reader = context.reader(&desk, locale);
            let mut table = Table::new(timeline::columns(locale));
            for entry in &entries {
                table.row(timeline::row(entry, &reader));
            }
            table.draw(context.look())
        }
        HistoryFormat::Json => {
            let history = History::of(complaint.reference, &entries);
            json::text::pretty(&history).map_err(|error| CommandError::failed(&error))?
        }
    };
    context.ui.data(&text);
    Ok(Exit::Ok)
}

/// Returns every commit of a record, oldest first, with the events that it brought and none of its parents had: what the
/// files say counts, neither what the message claims nor what somebody's clock said.
fn recorded(desk: &Desk, file: &RegisterPath) -> Result<Vec<Recorded>, CommandError> {
    let mut known: BTreeSet<EventId> = BTreeSet::new();
    let mut recorded = Vec::new();
    let commits = match &desk.commit {
        Some(commit) => desk.register.history_until(commit.id(), file)?,
        None => desk.register.history(file, usize::MAX)?,
    };
    for commit in commits.into_iter().rev() {
        let before = commit.parents.iter().map(|parent| events_at(desk, *parent, file));
        let before: BTreeSet<EventId> = before.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        let events = events_at(desk, commit.id, file)?;
        let is_fresh = |id: &EventId| !before.contains(id) && known.insert(id.clone());
        let fresh = events.into_iter().filter(is_fresh).collect();
        recorded.push(Recorded {
            commit: commit.id.to_string(),
            author: commit.author.name,
            recorded_at: commit.recorded_at,
            events: fresh,
            is_by_tool: commit.trailers.iter().any(|trailer| trailer.key == "Complaint-Tool"),
        });
    }
    Ok(recorded)
}

/// Returns the events that a record tells in a commit; none where it is not there or cannot be read.
fn events_at(desk: &Desk, commit: ObjectId, file: &RegisterPath) -> Result<Vec<EventId>, CommandError> {
    let bytes = desk.bytes_at(commit, file)?;
    let complaint = bytes.and_then(|bytes| record::read(&bytes).ok()).map(|loaded| loaded.complaint);
    Ok(complaint.into_iter().flat_map(|complaint| complaint.events).map(|event| event.id).collect())
}
