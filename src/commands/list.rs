//! `complaints list`: the complaints that are meant, one a line.

use clap::Args;

use crate::cli::Format;
use crate::commands::Context;
use crate::commands::attach::fingerprint;
use crate::commands::desk::Desk;
use crate::commands::standing::standing;
use crate::domain::Instant;
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::words::State;
use crate::commands::step::word;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::render::json;
use crate::render::listing;
use crate::text::fold::{fold, phone};

/// List complaints
///
/// Without options all of them, oldest first. `--find` looks through names, numbers, subjects and statements whatever the
/// spelling of yeh, kaf, digits and half-spaces.
///
/// Example:   complaints list --open --owner sara
/// Example:   complaints list --find ۰۹۱۲۰۰۰۰۱۲۳
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ListArgs {
    /// Only those in which this text or telephone number stands
    #[arg(long, value_name = "TEXT")]
    find: Option<String>,
    /// Only those that are not closed
    #[arg(long)]
    open: bool,
    /// Only those of an owner
    #[arg(long, value_name = "MEMBER")]
    owner: Option<String>,
    /// Only those in a state
    #[arg(long, value_name = "STATE", value_parser = word(State::ALL, State::as_str))]
    state: Option<State>,
    /// Only those of a category
    #[arg(long, value_name = "CODE")]
    category: Option<Code>,
    /// Only those whose answer is overdue
    #[arg(long)]
    overdue: bool,
    /// A random sample of so many, the same for the same --seed
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// The seed of the sample
    #[arg(long, value_name = "TEXT", default_value = "", requires = "sample")]
    seed: String,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Prints the list; a record that cannot be read is named, and the exit code says so.
pub fn run(context: &mut Context, args: ListArgs) -> Outcome {
    let desk = context.desk()?;
    let now = context.now(&desk.settings)?;
    let everything = desk.all()?;
    let mut complaints: Vec<Complaint> = everything.complaints;
    complaints.retain(|complaint| is_meant(&desk, &args, complaint, now));
    if let Some(count) = args.sample {
        complaints = sample(complaints, count, &args.seed);
    }
    print(context, &desk, &complaints, now, args.format)?;
    context.warn_of_pending(&desk);
    Ok(context.name_damaged(everything.damaged))
}

fn is_meant(desk: &Desk, args: &ListArgs, complaint: &Complaint, now: Instant) -> bool {
    (!args.open || complaint.state().is_open())
        && args.owner.as_ref().is_none_or(|owner| complaint.owner.as_ref() == Some(owner))
        && args.state.is_none_or(|state| complaint.state() == state)
        && args.category.as_ref().is_none_or(|category| complaint.category.as_ref() == Some(category))
        && args.find.as_ref().is_none_or(|text| holds(complaint, text))
        && (!args.overdue || standing(desk, complaint, now).is_overdue)
}

/// Returns whether a text stands anywhere in what people said, or is one of the telephone numbers.
fn holds(complaint: &Complaint, text: &str) -> bool {
    let wanted = fold(text);
    let number = phone(text);
    let personal = &complaint.personal;
    let single = [&personal.name, &personal.subject, &personal.wants, &personal.order, &personal.address];
    let texts = single.into_iter().flatten().chain([&personal.statement]).chain(&personal.emails);
    let notes = complaint.events.iter().filter_map(|event| event.facts.text.as_ref());
    let reference = complaint.reference.to_string();
    texts.chain(notes).chain([&reference]).any(|said| fold(said).contains(&wanted))
        || (number.len() >= 4 && personal.phones.iter().any(|known| phone(known).contains(&number)))
}

/// Returns a sample in the order of references: the same seed draws the same complaints on every machine.
fn sample(mut complaints: Vec<Complaint>, count: usize, seed: &str) -> Vec<Complaint> {
    complaints.sort_by_key(|complaint| fingerprint(format!("{seed}\n{}", complaint.reference).as_bytes()));
    complaints.truncate(count);
    complaints.sort_by_key(|complaint| complaint.reference);
    complaints
}

fn print(
    context: &mut Context,
    desk: &Desk,
    complaints: &[Complaint],
    now: Instant,
    format: Format,
) -> Result<(), CommandError> {
    let standings: Vec<_> = complaints.iter().map(|complaint| standing(desk, complaint, now)).collect();
    let text = match format {
        Format::Json => json::complaint::list(&standings),
        Format::Jsonl => json::complaint::lines(&standings),
        Format::Table => context.table(desk, listing::table(&standings, &desk.settings.locale, &|code| desk.settings.category_label(code))),
        Format::Plain => listing::plain(&standings, &desk.settings.locale),
        Format::Md => crate::render::markdown::table(&listing::table(&standings, &desk.settings.locale, &|code| desk.settings.category_label(code))),
    };
    context.ui.data(&text);
    Ok(())
}
