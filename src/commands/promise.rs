//! `complaints promise`: the dates that a complainant was told.

use clap::Args;

use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::recording::{self, Author};
use crate::commands::step::{Told, told_limit, with_promise, word};
use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::words::{Channel, Promised};
use crate::error::Outcome;
use crate::exit::Exit;

/// Record a date that the complainant was told, and whether it was kept
///
/// A promise is for the answer (while it is awaited), for a remedy (after that),
/// or for news. An answer keeps the promised answer and `advance REF fulfil` all
/// that was agreed; any other promise is kept here. A complaint is not closed
/// before all its promises are settled. A promise that will not be kept is
/// recorded as broken, with the reason; then tell a new date.
///
/// Example:   complaints promise 147 --until tomorrow --what update
///            complaints promise 147 m2 --kept
///            complaints promise 147 m2 --broken --why "The courier lost it"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct PromiseArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// The promise that is kept or broken: m1, m2, …
    #[arg(value_name = "ID", requires = "settled")]
    id: Option<String>,
    /// By when the complainant was told
    #[arg(long, value_name = "DAY", conflicts_with = "settled")]
    until: Option<String>,
    /// What for: response, remedy, update
    #[arg(long, value_name = "WHAT", value_parser = word(Promised::ALL, Promised::as_str), conflicts_with = "settled")]
    what: Option<Promised>,
    /// It is kept
    #[arg(long, group = "settled", requires = "id")]
    kept: bool,
    /// It is not kept, or will not be
    #[arg(long, group = "settled", requires = "id")]
    broken: bool,
    /// The reasons, or what was told
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// How the complainant was told
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    method: Option<Channel>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the promise, or what became of it.
pub fn run(context: &mut Context, args: &PromiseArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let due = args.until.as_deref().map(|typed| told_limit(typed, &author, &desk)).transpose()?;
    let kind = match args {
        PromiseArgs { kept: true, .. } => Kind::PromiseKept,
        PromiseArgs { broken: true, .. } => Kind::PromiseBroken,
        _ => Kind::Promised,
    };
    let facts = Facts { promise: args.id.clone(), text: args.why.clone(), method: args.method, ..Facts::default() };
    let event = author.event(context, kind, facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        let (proposed, facts) = args.told(complaint, event.facts.clone(), due, &author);
        recording::admitted(&desk, proposed, Event { facts, ..event.clone() }, author.now)
    })?;
    let id = after.events.last().and_then(|event| event.facts.promise.clone()).unwrap_or_default();
    recording::say_of_part(context, &desk, &after, &id, &args.recording);
    Ok(Exit::Ok)
}

impl PromiseArgs {
    /// Returns the complaint with the promise, when one is made.
    fn told(&self, complaint: Complaint, facts: Facts, due: Option<Instant>, author: &Author) -> Told {
        let usual = if complaint.answered_at().is_none() { Promised::Response } else { Promised::Remedy };
        match due {
            Some(due) => with_promise((complaint, facts), self.what.unwrap_or(usual), due, author),
            None => (complaint, facts),
        }
    }
}
