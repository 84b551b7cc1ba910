//! `complaints history`: the story of one complaint, with both times of everything.

use clap::{Args, ValueEnum};

use crate::commands::Context;
use crate::error::Outcome;
use crate::exit::Exit;
use crate::register::history::Commit;
use crate::render::timeline::{self, Recorded};
use crate::render::json;

/// Show what happened to a complaint, when it happened and when it was recorded
///
/// What happened later than it was recorded cannot be; what was recorded long after it happened is marked. Changes made
/// without this tool stand there, too.
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
pub fn run(context: &mut Context, args: HistoryArgs) -> Outcome {
    let desk = context.desk()?;
    let found = desk.load(&args.reference)?;
    let commits = desk.register.history(&found.path.file(), usize::MAX)?;
    let recorded: Vec<Recorded> = commits.iter().map(recorded).collect();
    let complaint = &found.loaded.complaint;
    let entries = timeline::entries(complaint, &recorded);
    let text = match args.format {
        HistoryFormat::Table => context.table(&desk, timeline::table(&entries, &desk.settings.locale)),
        HistoryFormat::Json => json::complaint::history(complaint.reference, &entries),
    };
    context.ui.data(&text);
    Ok(Exit::Ok)
}

fn recorded(commit: &Commit) -> Recorded {
    let events = commit.trailers.iter().filter(|trailer| trailer.key == "Complaint-Event");
    Recorded {
        commit: commit.id.to_string(),
        author: commit.author.name.clone(),
        recorded_at: commit.recorded_at,
        events: events.map(|trailer| trailer.value.clone()).collect(),
        is_by_tool: commit.trailers.iter().any(|trailer| trailer.key == "Complaint-Tool"),
    }
}
