//! `complaints review`: an independent person here looks again.

use clap::{Args, ValueEnum};

use crate::cli::Recording;
use crate::commands::advance::{self, checklist};
use crate::commands::recording::{self, Author};
use crate::commands::step::{name, word};
use crate::commands::{Context, long_text};
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::words::{Channel, Finding, Route};
use crate::error::Outcome;
use crate::exit::Exit;

/// Let an independent person look again at what was answered
///
/// A request needs no reason. Whoever examined, decided or answered the complaint
/// does not look at it again: another member does, or somebody outside the team,
/// who is named with --reviewer. What was found is told with `advance REF
/// respond`. A refusal gives its reasons and says where outside the complainant
/// can go. Without an action it says what is possible.
///
/// Example:   complaints review 147 request --method phone
///            complaints review 147 decide --finding partly \
///                --why "Nobody asked the driver" --reviewer "Legal office"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ReviewArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What is done; without it: what is possible
    #[arg(value_name = "ACTION")]
    action: Option<Action>,
    /// How it was asked for or told
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    method: Option<Channel>,
    /// The reasons
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    why: Option<String>,
    /// Read the reasons from a file, or `-` for standard input
    #[arg(short = 'F', long, value_name = "FILE")]
    file: Option<String>,
    /// What was found: upheld, partly, not-upheld
    #[arg(long, value_name = "FINDING", value_parser = word(Finding::ALL, Finding::as_str))]
    finding: Option<Finding>,
    /// Who looked again, when it was not the one who says so
    #[arg(long, value_name = "NAME", value_parser = name)]
    reviewer: Option<String>,
    /// Where outside the complainant was told to go
    #[arg(long, value_name = "ROUTE", value_parser = word(Route::ALL, Route::as_str))]
    next_route: Option<Route>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// What is done about a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    /// The complainant wants it.
    Request,
    /// It will not be done.
    Refuse,
    /// It is done.
    Decide,
}

impl Action {
    fn kind(self) -> Kind {
        match self {
            Self::Request => Kind::ReviewRequested,
            Self::Refuse => Kind::ReviewRefused,
            Self::Decide => Kind::ReviewDecided,
        }
    }
}

/// Records the action, or shows what is possible.
pub fn run(context: &mut Context, args: &ReviewArgs) -> Outcome {
    let desk = context.desk()?;
    let Some(action) = args.action else { return checklist::run_of(context, &desk, &args.reference, "review") };
    let author = Author::of(context, &desk, &args.recording)?;
    let text = match &args.file {
        Some(file) => Some(long_text(context, file)?),
        None => args.why.clone(),
    };
    let facts = Facts {
        text,
        method: args.method,
        finding: args.finding,
        reviewer: args.reviewer.as_deref().map(|named| author.meant(named)),
        route_told: args.next_route,
        ..Facts::default()
    };
    let event: Event = author.event(context, action.kind(), facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        let of_points = complaint.finding_of_points().filter(|_| action == Action::Decide);
        let facts = Facts { finding: event.facts.finding.or(of_points), ..event.facts.clone() };
        recording::admitted(&desk, complaint, Event { facts, ..event.clone() }, author.now)
    })?;
    if !args.recording.dry_run {
        advance::print_step(context, &desk, &after);
    }
    Ok(Exit::Ok)
}
