//! `complaints extend`: a clock gets a later end, which the complainant is told.

use clap::Args;

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::recording::{self, Author};
use crate::commands::step::word;
use crate::commands::{Context, advance, typed_error};
use crate::domain::Instant;
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::extension::{self, NoExtension};
use crate::domain::pack::RESPOND;
use crate::domain::words::{Channel, Route};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::render::refusal;

/// Give a clock a later end, and record how the complainant was told
///
/// Only a clock that has not run out can be extended. The rule pack says which
/// clocks can be extended, by how much at most, and what the complainant must be
/// told beside the new date.
///
/// Example:   complaints extend 147 --until 1405-08-25 --why "the workshop needs a part" --told phone
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ExtendArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// The new date
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    /// Why more time is needed
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// The way by which the complainant was told
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    told: Option<Channel>,
    /// Where the complainant was told to go if that is too late
    #[arg(long, value_name = "ROUTE", value_parser = word(Route::ALL, Route::as_str))]
    next_route: Option<Route>,
    /// The clock, as `complaints due REF` names it
    #[arg(long, value_name = "CLOCK", default_value = RESPOND)]
    clock: Code,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the extension.
pub fn run(context: &mut Context, args: &ExtendArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let limit = |typed: &String| {
        typed::limit(typed, author.at, desk.settings.locale.zone).map_err(|error| typed_error("--until", &error))
    };
    let facts = Facts {
        method: args.told,
        text: args.why.clone(),
        route_told: args.next_route,
        until: args.until.as_ref().map(limit).transpose()?,
        clock: Some(args.clock.clone()),
        ..Facts::default()
    };
    let event = author.event(context, Kind::Extended, facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        extended(&desk, complaint, event.clone(), &args.clock, author.now)
    })?;
    if !args.recording.dry_run {
        recording::say_recorded(context, &desk, &after, &args.recording);
        advance::print_standing(context, &desk, &after);
    }
    Ok(Exit::Ok)
}

fn extended(
    desk: &Desk,
    complaint: Complaint,
    mut event: Event,
    clock: &Code,
    now: Instant,
) -> Result<Complaint, CommandError> {
    let reference = complaint.reference.to_string();
    let asked = (clock, event.at, event.facts.until);
    let was_due = extension::date_before(&complaint, desk.pack(&complaint)?, &desk.settings.work, asked);
    event.facts.was_due = Some(was_due.map_err(|no| refused(desk, &reference, &no))?);
    let (complaint, promise) = extension::tell(complaint, &event);
    event.facts.promise = promise;
    recording::admitted(desk, complaint, event, now)
}

/// Returns why a clock cannot be extended as a failure.
pub(super) fn refused(desk: &Desk, reference: &str, no: &NoExtension) -> CommandError {
    CommandError::new(Exit::Refused, refusal::no_extension(&desk.settings.locale, reference, no))
        .hint(format!("complaints due {reference}"))
}
