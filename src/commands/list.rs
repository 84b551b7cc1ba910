//! `complaints list`: the complaints that are meant, one a line.

use clap::Args;

use crate::cli::Format;
use crate::commands::Context;
use crate::commands::attach::fingerprint;
use crate::commands::desk::Desk;
use crate::commands::standing::standing;
use crate::commands::step::word;
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::reference::Reference;
use crate::domain::words::State;
use crate::error::{CommandError, Outcome};
use crate::render::json;
use crate::render::json::complaint::{Item, Line};
use crate::render::listing::{self, Column};
use crate::render::markdown;
use crate::render::reader::Reader;
use crate::render::standing::Standing;
use crate::render::table::{Column as TableColumn, Table};
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

/// Lines are printed so many at a time: each by itself would be a call to the system.
const HANDFUL: usize = 256;

/// What is kept of a complaint that is listed: a few words, never the whole record, so that a large register fits in memory.
struct Listed {
    reference: Reference,
    text: Text,
    is_open: bool,
    is_overdue: bool,
}

/// A complaint in the form in which it is printed.
enum Text {
    Line(String),
    Cells(Vec<String>),
}

/// Prints the list; a record that cannot be read is named, and the exit code says so.
pub fn run(context: &mut Context, args: &ListArgs) -> Outcome {
    let desk = context.desk()?;
    let now = context.now(&desk.settings)?;
    let reader = context.reader(&desk, &desk.settings.locale);
    let kept = desk.each(|loaded| {
        let complaint = loaded.complaint;
        if !may_be_meant(args, &complaint) {
            return Ok(None);
        }
        let standing = standing(&desk.settings, &complaint, now)?;
        if args.overdue && !standing.is_overdue {
            return Ok(None);
        }
        listed(&standing, &reader, args.format).map(Some)
    })?;
    let items = match args.sample {
        Some(count) => sample(kept.items, count, &args.seed),
        None => kept.items,
    };
    print(context, &desk, items, args.format);
    context.warn_of_pending(&desk);
    Ok(context.name_damaged(kept.damaged))
}

fn may_be_meant(args: &ListArgs, complaint: &Complaint) -> bool {
    (!args.open || complaint.state().is_open())
        && args.owner.as_ref().is_none_or(|owner| complaint.owner.as_ref() == Some(owner))
        && args.state.is_none_or(|state| complaint.state() == state)
        && args.category.as_ref().is_none_or(|category| complaint.category.as_ref() == Some(category))
        && args.find.as_ref().is_none_or(|text| holds(complaint, text))
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

fn listed(standing: &Standing<'_>, reader: &Reader<'_>, format: Format) -> Result<Listed, CommandError> {
    let text = match format {
        Format::Json => {
            Text::Line(json::text::line(&Item::of(standing)).map_err(|error| CommandError::failed(&error))?)
        }
        Format::Jsonl => {
            Text::Line(json::text::line(&Line::of(standing)).map_err(|error| CommandError::failed(&error))?)
        }
        Format::Plain => Text::Line(listing::plain(Column::ALL, standing)),
        Format::Table | Format::Md => Text::Cells(listing::row(Column::ALL, standing, reader)),
    };
    let complaint = standing.complaint;
    let (is_open, is_overdue) = (complaint.state().is_open(), standing.is_overdue);
    Ok(Listed { reference: complaint.reference, text, is_open, is_overdue })
}

/// Returns a sample in the order of references: the same seed draws the same complaints on every machine.
fn sample(mut items: Vec<Listed>, count: usize, seed: &str) -> Vec<Listed> {
    items.sort_by_cached_key(|item| fingerprint(format!("{seed}\n{}", item.reference).as_bytes()));
    items.truncate(count);
    items.sort_by_key(|item| item.reference);
    items
}

fn print(context: &mut Context, desk: &Desk, items: Vec<Listed>, format: Format) {
    let locale = &desk.settings.locale;
    let open = items.iter().filter(|item| item.is_open).count();
    let overdue = items.iter().filter(|item| item.is_overdue).count();
    let totals = listing::totals(items.len(), open, overdue, locale);
    match format {
        Format::Json => print_json(context, &items),
        Format::Jsonl | Format::Plain => {
            for handful in items.chunks(HANDFUL) {
                let lines: Vec<&str> = handful.iter().map(|item| item.text.line()).collect();
                context.ui.data(&lines.join("\n"));
            }
        }
        Format::Table | Format::Md => {
            let mut table =
                Table::new(listing::headers(Column::ALL, locale).iter().map(|title| TableColumn::words(title)));
            for item in items {
                table.row(item.text.cells());
            }
            let text = if format == Format::Md { markdown::table(&table) } else { table.draw(context.look()) };
            context.ui.data(&text);
            context.ui.status(&totals);
        }
    }
}

/// The contract of a list, a handful after the other: the whole would be in memory twice.
fn print_json(context: &mut Context, items: &[Listed]) {
    context.ui.data(&format!("{{\"schema\":{},\"complaints\":[", json::SCHEMA));
    let mut handfuls = items.chunks(HANDFUL).peekable();
    while let Some(handful) = handfuls.next() {
        let lines: Vec<&str> = handful.iter().map(|item| item.text.line()).collect();
        let comma = if handfuls.peek().is_some() { "," } else { "" };
        context.ui.data(&(lines.join(",\n") + comma));
    }
    context.ui.data("]}");
}

impl Text {
    fn line(&self) -> &str {
        match self {
            Self::Line(line) => line,
            Self::Cells(_) => "",
        }
    }

    fn cells(self) -> Vec<String> {
        match self {
            Self::Line(_) => Vec::new(),
            Self::Cells(cells) => cells,
        }
    }
}
