//! `complaints list`: the complaints that are meant, one a line.

use clap::Args;

use crate::cli::Format;
use crate::commands::Context;
use crate::commands::attach::fingerprint;
use crate::commands::desk::Desk;
use crate::commands::selection::{Selection, due};
use crate::commands::standing::standing;
use crate::commands::step::{count, word};
use crate::domain::reference::Reference;
use crate::error::{CommandError, Outcome};
use crate::query::{Field, Key};
use crate::render::json;
use crate::render::json::complaint::{Item, Line};
use crate::render::listing::{self, Column};
use crate::render::markdown;
use crate::render::reader::Reader;
use crate::render::standing::Standing;
use crate::render::table::Table;

/// List complaints
///
/// Without options all of them, oldest first. `--find` looks through names,
/// numbers, subjects and statements whatever the spelling of yeh, kaf, digits and
/// half-spaces. A QUESTION asks for more: docs/query.md has its words.
///
/// Example:   complaints list --open --owner sara
/// Example:   complaints list --find ۰۹۱۲۰۰۰۰۱۲۳
/// Example:   complaints list 'state:open due<2d' --sort due
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ListArgs {
    #[command(flatten)]
    selection: Selection,
    /// A random sample of so many, the same for the same --seed
    #[arg(long, value_name = "N", value_parser = count)]
    sample: Option<usize>,
    /// The seed of the sample
    #[arg(long, value_name = "TEXT", default_value = "", requires = "sample")]
    seed: String,
    /// In the order of this field instead of the reference
    #[arg(long, value_name = "FIELD", value_parser = word(Field::ALL, Field::as_str))]
    sort: Option<Field>,
    /// Only these columns, in this order (table, md, plain)
    #[arg(long, value_name = "COLUMN,…", value_delimiter = ',', value_parser = word(Column::ALL, Column::as_str))]
    columns: Vec<Column>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Lines are printed so many at a time: each by itself would be a call to the system.
const HANDFUL: usize = 256;

/// What is kept of a complaint that is listed: a few words, never the whole record, so that a large register fits in memory.
struct Listed {
    reference: Reference,
    key: Option<Key>,
    text: Text,
    is_open: bool,
    is_overdue: bool,
}

/// A complaint in the form in which it is printed.
enum Text {
    Line(String),
    Cells(Vec<String>),
}

/// Returns the command that lists what a question means.
pub(super) fn asking(question: &str) -> String {
    shlex::try_quote(question)
        .map_or_else(|_| "complaints list".to_owned(), |quoted| format!("complaints list {quoted}"))
}

/// Prints the list; a record that cannot be read is named, and the exit code says so.
pub fn run(context: &mut Context, args: &ListArgs) -> Outcome {
    let desk = context.desk()?;
    let now = context.now(&desk.settings)?;
    let query = args.selection.query(&desk, now)?;
    let reader = context.reader(&desk, &desk.settings.locale);
    let columns = if args.columns.is_empty() { Column::ALL } else { &args.columns };
    let kept = desk.each(|loaded| {
        let complaint = loaded.complaint;
        let due = || due(&desk.settings, &complaint, now);
        if !query.means(&complaint, due) {
            return Ok(None);
        }
        let key = args.sort.map(|field| field.key(&complaint, due));
        let standing = standing(&desk.settings, &complaint, now)?;
        let text = text(&standing, &reader, columns, args.format)?;
        let (is_open, is_overdue) = (complaint.state().is_open(), standing.is_overdue);
        Ok(Some(Listed { reference: complaint.reference, key, text, is_open, is_overdue }))
    })?;
    let mut items = match args.sample {
        Some(count) => sample(kept.items, count, &args.seed),
        None => kept.items,
    };
    items.sort_by(|one, other| one.key.cmp(&other.key));
    print(context, &desk, items, columns, args.format);
    context.warn_of_pending(&desk);
    Ok(context.name_damaged(kept.damaged))
}

fn text(
    standing: &Standing<'_>,
    reader: &Reader<'_>,
    columns: &[Column],
    format: Format,
) -> Result<Text, CommandError> {
    let line = match format {
        Format::Json => json::text::line(&Item::of(standing)),
        Format::Jsonl => json::text::line(&Line::of(standing)),
        Format::Plain => Ok(listing::plain(columns, standing)),
        Format::Table | Format::Md => return Ok(Text::Cells(listing::row(columns, standing, reader))),
    };
    line.map(Text::Line).map_err(|error| CommandError::failed(&error))
}

/// Returns a sample in the order of references: the same seed draws the same complaints on every machine.
fn sample(mut items: Vec<Listed>, count: usize, seed: &str) -> Vec<Listed> {
    items.sort_by_cached_key(|item| fingerprint(format!("{seed}\n{}", item.reference).as_bytes()));
    items.truncate(count);
    items.sort_by_key(|item| item.reference);
    items
}

fn print(context: &mut Context, desk: &Desk, items: Vec<Listed>, columns: &[Column], format: Format) {
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
            let mut table = Table::new(columns.iter().map(|column| column.in_table(locale)));
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
