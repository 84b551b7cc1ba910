//! `complaints search`: where in all complaints something was said.

use clap::Args;

use crate::cli::Format;
use crate::commands::Context;
use crate::commands::selection::{Selection, due};
use crate::domain::complaint::Complaint;
use crate::domain::reference::Reference;
use crate::error::{CommandError, Outcome};
use crate::locale::Locale;
use crate::query::{self, Place};
use crate::render::json::search::{Line, Passage};
use crate::render::json::{self, SCHEMA};
use crate::render::markdown;
use crate::render::table::{Column, Table};
use crate::text::fold::{fold, phone};
use crate::text::sanitize;

/// Show where something was said, in all complaints or in some
///
/// Looks through numbers, names, contacts, statements, notes and answers,
/// whatever the spelling of yeh, kaf, digits, half-spaces and vowel marks.
///
/// Example:   complaints search "بسته‌بندی"
/// Example:   complaints search courier state:open received>=1405-08-01
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct SearchArgs {
    /// What to look for
    #[arg(value_name = "TEXT")]
    text: String,
    #[command(flatten)]
    selection: Selection,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// A passage in which it stands.
struct Found {
    reference: Reference,
    place: Place,
    text: String,
}

/// Prints every passage; a record that cannot be read is named, and the exit code says so.
pub fn run(context: &mut Context, args: &SearchArgs) -> Outcome {
    let desk = context.desk()?;
    let now = context.now(&desk.settings)?;
    let query = args.selection.query(&desk, now)?;
    let kept = desk.each(|loaded| {
        let complaint = loaded.complaint;
        let is_meant = query.means(&complaint, || due(&desk.settings, &complaint, now));
        Ok(is_meant.then(|| found_in(&complaint, &args.text)))
    })?;
    let found: Vec<Found> = kept.items.into_iter().flatten().collect();
    print(context, &desk.settings.locale, &found, args.format)?;
    context.warn_of_pending(&desk);
    Ok(context.name_damaged(kept.damaged))
}

fn found_in(complaint: &Complaint, text: &str) -> Vec<Found> {
    let (folded, number) = (fold(text), phone(text));
    let excerpt = |place: Place, said: &str| {
        let is_number = place == Place::Field("phone") && query::is_phone(said, &number);
        if is_number { Some(said.to_owned()) } else { query::excerpt(said, &folded) }
    };
    query::passages(complaint)
        .filter_map(|(place, said)| Some((place, excerpt(place, &said)?)))
        .map(|(place, text)| Found { reference: complaint.reference, place, text: sanitize::line(&text) })
        .collect()
}

fn print(context: &mut Context, locale: &Locale, found: &[Found], format: Format) -> Result<(), CommandError> {
    match format {
        Format::Table | Format::Md => {
            let words = |title: &str| Column::words(&locale.say(title));
            let reference = Column::whole(&locale.say("list-reference"));
            let mut table = Table::new([reference, words("search-place"), words("search-text")]);
            for Found { reference, place, text } in found {
                table.row(vec![reference.to_string(), place.name(locale), text.clone()]);
            }
            let text = if format == Format::Md { markdown::table(&table) } else { table.draw(context.look()) };
            context.ui.data(&text);
            context.ui.status(&locale.tell("search-found", &[("count", found.len().into())]));
        }
        Format::Plain => {
            for Found { reference, place, text } in found {
                context.ui.data(&format!("{reference}\t{}\t{text}", place.code()));
            }
        }
        Format::Json => {
            let passages: Vec<_> = found.iter().map(Found::passage).collect();
            let search = json::search::Search { schema: SCHEMA, passages };
            context.ui.data(&json::text::line(&search).map_err(|error| CommandError::failed(&error))?);
        }
        Format::Jsonl => {
            for found in found {
                let line = Line { schema: SCHEMA, passage: found.passage() };
                context.ui.data(&json::text::line(&line).map_err(|error| CommandError::failed(&error))?);
            }
        }
    }
    Ok(())
}

impl Found {
    fn passage(&self) -> Passage<'_> {
        Passage { reference: self.reference.to_string(), place: self.place.code(), text: &self.text }
    }
}

impl Place {
    /// Returns the place's name in files.
    fn code(self) -> &'static str {
        match self {
            Self::Field(name) => name,
            Self::Event(kind) => kind.as_str(),
        }
    }

    /// Returns the place's name for people.
    fn name(self, locale: &Locale) -> String {
        match self {
            Self::Field("reference") => locale.label("list", "reference"),
            Self::Field(name) => locale.label("show", name),
            Self::Event(kind) => locale.label("kind", kind.as_str()),
        }
    }
}
