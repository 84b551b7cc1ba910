//! `complaints advance`: the guarded steps of the process.

mod batch;
pub(super) mod checklist;
mod possible;
mod questions;

pub(super) use checklist::{print_standing, print_step};

use clap::Args;

use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::many::{self, Deed, Many};
use crate::commands::recording::{self, Author};
use crate::commands::step::{StepOptions, word};
use crate::commands::{Context, long_text};
use crate::domain::clock;
use crate::domain::complaint::Complaint;
use crate::domain::event::Event;
use crate::domain::reference::Reference;
use crate::domain::rules::{Rule, Step};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::register::layout::RecordPath;

/// Take a complaint one step further
///
/// Without a step it lists what is possible now, what each step needs and what is
/// still missing. A step is refused unless what it must record is there; the
/// refusal lists everything that is missing, with the option that supplies it.
///
/// The short way:   complaints advance 147 resolve-now --done "Sent a new one" --accepted
///                  complaints advance 147 close
/// The long way:    acknowledge, (complaints categorize), investigate, decide,
///                  respond, accept, fulfil, close
/// Not satisfied:   follow-up, then explain, revise or compensate
/// Decisions:       another person may approve or return one
/// Not ours, not one, known already: refer, convert, merge
/// Many at once:    complaints advance --where 'state:responded answered<1405-07-01' \
///                      close --no-reply 3
///                  complaints advance --from steps.jsonl
///                  (one {"reference": …, "step": …, "at": …} a line)
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct AdvanceArgs {
    /// The complaint
    #[arg(value_name = "REF", required_unless_present_any = ["from", "question"])]
    reference: Option<String>,
    /// The step; without it: what is possible
    #[arg(value_name = "STEP", value_parser = word(Step::of_advance(), Step::as_str))]
    step: Option<Step>,
    /// What is known about the step.
    #[command(flatten)]
    options: StepOptions,
    /// Read the words that go with the step from a file, or `-` for standard input
    #[arg(short = 'F', long = "file", value_name = "FILE", group = "words")]
    file: Option<String>,
    /// Take many steps in one commit: JSON lines from a file, or `-` for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["reference", "step", "file", "question"])]
    from: Option<String>,
    /// Instead of one complaint.
    #[command(flatten)]
    many: Many,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Returns the step of this name, when `advance` takes it.
fn step_named(typed: &str) -> Option<Step> {
    Step::of_advance().find(|step| step.as_str() == typed)
}

/// Returns the names of all steps that `advance` takes.
fn step_names() -> String {
    Step::of_advance().map(Step::as_str).collect::<Vec<_>>().join(" ")
}

/// Takes the step, or shows the checklist.
pub fn run(context: &mut Context, args: &AdvanceArgs) -> Outcome {
    let desk = context.desk()?;
    if let Some(from) = &args.from {
        return batch::run(context, &desk, from, &args.recording);
    }
    if args.many.is_meant() {
        return advance_many(context, &desk, args);
    }
    let reference = args.reference.clone().unwrap_or_default();
    let Some(step) = args.step else { return checklist::run(context, &desk, &reference) };
    let author = Author::of(context, &desk, &args.recording)?;
    let mut options = args.options.clone();
    if let Some(file) = &args.file {
        options.text = Some(long_text(context, file)?);
    }
    let event = author.event(context, Rule::of(step).kind, crate::domain::event::Facts::default());
    if context.world.may_ask() {
        let complaint = desk.load(&reference)?.loaded.complaint;
        questions::ask(context, &desk, &complaint, (&author, &event), &mut options)?;
    }
    let after = recording::change_one(context, &desk, &reference, &args.recording, |complaint| {
        take(&desk, complaint, &options, &author, &event)
    })?;
    if !args.recording.dry_run {
        print_step(context, &desk, &after);
    }
    Ok(Exit::Ok)
}

/// Takes the same step with all complaints that are meant. What is missing is refused, never asked for.
fn advance_many(context: &mut Context, desk: &Desk, args: &AdvanceArgs) -> Outcome {
    let author = Author::of(context, desk, &args.recording)?;
    let (_, typed) = args.many.words(args.reference.as_deref(), args.step.map(Step::as_str))?;
    let typed = typed.unwrap_or_default();
    let step = step_named(typed).ok_or_else(|| {
        let what = if typed.is_empty() { "a step is missing".to_owned() } else { format!("`{typed}` is no step") };
        CommandError::new(Exit::Usage, format!("{what}; with --where one of these is needed: {}", step_names()))
            .hint("complaints advance --where 'state:follow-up' close --solved yes")
    })?;
    let mut options = args.options.clone();
    if let Some(file) = &args.file {
        options.text = Some(long_text(context, file)?);
    }
    let event = author.event(context, Rule::of(step).kind, crate::domain::event::Facts::default());
    let deed = Deed { many: &args.many, recording: &args.recording, author: &author, event };
    many::change(context, desk, &deed, |complaint, event| take(desk, complaint, &options, &author, &event).map(Some))
}

/// Refuses to merge into a complaint that does not count, where the matter would be open nowhere.
fn must_go_on(desk: &Desk, into: &str) -> Result<(), CommandError> {
    let into = desk.load(into)?.loaded.complaint;
    if !into.is_void() {
        return Ok(());
    }
    let reference = into.reference.to_string();
    Err(CommandError::new(
        Exit::Refused,
        desk.settings.locale.tell("merge-into-void", &[("reference", (&reference).into())]),
    )
    .hint(format!("complaints show {reference}")))
}

/// Returns the complaint after the step that `event` records, if the rules allow it.
pub(super) fn take(
    desk: &Desk,
    complaint: Complaint,
    options: &StepOptions,
    author: &Author,
    event: &Event,
) -> Result<Complaint, CommandError> {
    let step = Rule::of_kind(event.kind).map_or(Step::Note, |rule| rule.step);
    options.must_be_recorded_by(step, &desk.settings.locale, complaint.reference)?;
    let facts = options.facts(step, &complaint, author);
    let (proposed, mut facts) = options.promises(step, (complaint, facts), author, desk)?;
    let meant = |typed: &Option<String>| -> Result<Option<Reference>, CommandError> {
        Ok(typed.as_deref().map(|typed| desk.find(typed)).transpose()?.map(RecordPath::reference))
    };
    if step == Step::ResolveNow {
        facts.was_due = clock::resolve_now_until(&proposed, desk.pack(&proposed)?, &desk.settings.work);
    }
    facts.body = facts.body.map(|typed| desk.settings.provider_or_name(&typed));
    facts.told = facts.told.iter().map(|typed| desk.settings.provider_or_name(typed)).collect();
    facts.into = meant(&options.into)?;
    if let Some(into) = &options.into {
        must_go_on(desk, into)?;
    }
    facts.similar = meant(&options.similar)?;
    recording::admitted(desk, proposed, Event { facts, ..event.clone() }, author.now)
}
