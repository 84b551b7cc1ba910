//! `complaints extend`: a clock gets a later end, which the complainant is told.

use clap::Args;

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::codes::plain_locale;
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
use crate::locale::Locale;
use crate::render::refusal;
use crate::text::fold::fold;
use crate::text::language::Language;

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
    /// The clock, by its code or as `complaints due REF` names it
    #[arg(long, value_name = "CLOCK", default_value = RESPOND)]
    clock: String,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the extension.
pub fn run(context: &mut Context, args: &ExtendArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let limit = |typed: &String| {
        typed::limit(typed, author.now, desk.settings.locale.zone)
            .map_err(|error| typed_error(&desk.settings.locale, "--until", &error))
    };
    let facts = Facts {
        method: args.told,
        text: args.why.clone(),
        route_told: args.next_route,
        until: args.until.as_ref().map(limit).transpose()?,
        ..Facts::default()
    };
    let event = author.event(context, Kind::Extended, facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        extended(&desk, complaint, event.clone(), &args.clock, author.now)
    })?;
    if !args.recording.dry_run {
        advance::print_step(context, &desk, &after);
    }
    Ok(Exit::Ok)
}

fn extended(
    desk: &Desk,
    complaint: Complaint,
    mut event: Event,
    clock: &str,
    now: Instant,
) -> Result<Complaint, CommandError> {
    let reference = complaint.reference.to_string();
    let clock = clock_named(desk, &complaint, clock)?;
    event.facts.clock = Some(clock.clone());
    let asked = (&clock, event.at, event.facts.until);
    let was_due = extension::date_before(&complaint, desk.pack(&complaint)?, &desk.settings.work, asked);
    event.facts.was_due = Some(was_due.map_err(|no| refused(desk, &reference, &no))?);
    let (complaint, promise) = extension::tell(complaint, &event);
    event.facts.promise = promise;
    recording::admitted(desk, complaint, event, now)
}

/// Returns the clock of the complaint's rule pack that has this code, or this name in either language.
fn clock_named(desk: &Desk, complaint: &Complaint, typed: &str) -> Result<Code, CommandError> {
    let pack = desk.pack(complaint)?;
    let locales = Language::ALL.map(plain_locale);
    let is_meant = |code: &Code| {
        let is_label = |locale: &Locale| fold(&locale.label("clock", code.as_str())) == fold(typed);
        code.as_str() == typed || locales.iter().any(is_label)
    };
    let codes = || pack.clocks.iter().map(|clock| &clock.id);
    codes().find(|code| is_meant(code)).cloned().ok_or_else(|| {
        let names: Vec<&str> = codes().map(Code::as_str).collect();
        let locale = &desk.settings.locale;
        let unknown = locale.tell("unknown-clock", &[("pack", pack.id.as_str().into()), ("clock", typed.into())]);
        let failure = CommandError::new(Exit::Usage, unknown);
        let known = || locale.tell("hint-clocks", &[("clocks", (&names.join(" ")).into())]);
        if names.is_empty() { failure } else { failure.hint(known()) }
    })
}

/// Returns why a clock cannot be extended as a failure.
pub(super) fn refused(desk: &Desk, reference: &str, no: &NoExtension) -> CommandError {
    let failure = CommandError::new(Exit::Refused, refusal::no_extension(&desk.settings.locale, reference, no));
    match no {
        NoExtension::NotExtendable { .. } | NoExtension::RunOut { .. } => {
            failure.hint(desk.settings.locale.tell("hint-promise", &[("reference", reference.into())]))
        }
        _ => failure.hint(format!("complaints due {reference}")),
    }
}
