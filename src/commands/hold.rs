//! `complaints hold` and `complaints resume`: pausable clocks stand still, and run again.

use clap::Args;

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::many::{self, Deed, Many};
use crate::commands::recording::{self, Author};
use crate::commands::{Context, advance, typed_error};
use crate::domain::clock;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Facts, Kind};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::render::due;

/// Put a complaint on hold: its pausable clocks stand still
///
/// A hold waits for somebody else: an invoice that was asked for, say. The rule
/// pack says which clocks a hold pauses; those that an authority sets run on. A
/// hold ends by itself when its time has come, or earlier with `resume`.
///
/// Example:   complaints hold 147 --why "asked for the invoice" --until 1405-08-20
///            complaints hold --where 'state:open category:delivery' \
///                --why "strike of the couriers" --until 1405-08-20
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    override_usage = "complaints hold [OPTIONS] <REF>\n       complaints hold [OPTIONS] --where <QUESTION>"
)]
pub struct HoldArgs {
    /// The complaint
    #[arg(value_name = "REF", required_unless_present = "question", conflicts_with = "question")]
    reference: Option<String>,
    /// Why it has to wait
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// Until when at most
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    /// Instead of one complaint.
    #[command(flatten)]
    many: Many,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// End a hold early: the clocks run again
///
/// Example:   complaints resume 147
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    override_usage = "complaints resume [OPTIONS] <REF>\n       complaints resume [OPTIONS] --where <QUESTION>"
)]
pub struct ResumeArgs {
    /// The complaint
    #[arg(value_name = "REF", required_unless_present = "question", conflicts_with = "question")]
    reference: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// Instead of one complaint.
    #[command(flatten)]
    many: Many,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the hold and says which clocks it pauses.
pub fn hold(context: &mut Context, args: &HoldArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let limit = |typed: &String| {
        typed::limit(typed, author.now, desk.settings.locale.zone)
            .map_err(|error| typed_error(&desk.settings.locale, "--until", &error))
    };
    let until = args.until.as_ref().map(limit).transpose()?;
    let facts = Facts { text: args.why.clone(), until, ..Facts::default() };
    record(context, &desk, (Kind::Held, facts), (args.reference.as_deref(), &args.many, &args.recording))
}

/// Records the resumption and says what is due when.
pub fn resume(context: &mut Context, args: &ResumeArgs) -> Outcome {
    let desk = context.desk()?;
    let facts = Facts { text: args.why.clone(), ..Facts::default() };
    record(context, &desk, (Kind::Resumed, facts), (args.reference.as_deref(), &args.many, &args.recording))
}

fn record(
    context: &mut Context,
    desk: &Desk,
    (kind, facts): (Kind, Facts),
    (reference, many, recording): (Option<&str>, &Many, &Recording),
) -> Outcome {
    let author = Author::of(context, desk, recording)?;
    let event = author.event(context, kind, facts);
    let Some(reference) = reference else {
        let deed = Deed { many, recording, author: &author, event };
        return many::change(context, desk, &deed, |complaint, event| {
            recording::admitted(desk, complaint, event, author.now).map(Some)
        });
    };
    let after = recording::change_one(context, desk, reference, recording, |complaint| {
        recording::admitted(desk, complaint, event.clone(), author.now)
    })?;
    if !recording.dry_run {
        advance::print_step(context, desk, &after);
        say_clocks(context, desk, &after, &author)?;
    }
    Ok(Exit::Ok)
}

/// Says of every running clock whether it stands still.
fn say_clocks(context: &mut Context, desk: &Desk, after: &Complaint, author: &Author) -> Result<(), CommandError> {
    let locale = &desk.settings.locale;
    for state in clock::states(after, desk.pack(after)?, &desk.settings.work) {
        let Some(due) = state.due().filter(|_| state.is_running()) else { continue };
        let key = if state.is_paused(author.at) { "clock-stands-still" } else { "clock-runs-on" };
        let (name, due) = (due::clock_name(&state.rule.id, state.paper, locale), locale.long_time(due));
        context.ui.status(&locale.tell(key, &[("clock", (&name).into()), ("due", (&due).into())]));
        if let Some(told) = state.told_otherwise() {
            let told = locale.long_time(told);
            context.ui.status(&locale.tell("clock-told-otherwise", &[("told", (&told).into())]));
        }
    }
    Ok(())
}
