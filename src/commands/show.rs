//! `complaints show`: one complaint.

use clap::{Args, ValueEnum};

use crate::calendar::CalendarKind;
use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::standing::standing;
use crate::domain::complaint::Complaint;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;
use crate::record;
use crate::render::json::complaint::Show;
use crate::render::reader::{Layer, Reader};
use crate::render::{detail, json, say};
use crate::text::digits::Digits;
use crate::text::language::Language;

/// Show one complaint
///
/// With `--say` it is two sentences in the complainant's language, to be read
/// aloud to somebody who asks "where is my case?".
///
/// What only few may see is left out, on the page and in the JSON, unless
/// `--restricted` asks for it.
///
/// Example:   complaints show 147 --say
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ShowArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// Two sentences for the complainant
    #[arg(long)]
    say: bool,
    /// Also what only few may see: health, vulnerability, accusations, conduct
    #[arg(long, conflicts_with = "say")]
    restricted: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t, conflicts_with = "say")]
    format: ShowFormat,
}

/// How one complaint is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ShowFormat {
    /// For people.
    #[default]
    Table,
    /// The record and what is derived from it, as JSON.
    Json,
}

/// Prints the complaint.
pub fn run(context: &mut Context, args: &ShowArgs) -> Outcome {
    let desk = context.desk()?;
    let now = context.now(&desk.settings)?;
    let complaint = desk.load(&args.reference)?.loaded.complaint;
    let standing = standing(&desk.settings, &complaint, now)?;
    let text = match args.format {
        _ if args.say => {
            let locale = spoken(context, &desk, &complaint);
            say::say(&standing, &context.reader(&desk, &locale))
        }
        ShowFormat::Json => {
            let shown = if args.restricted { complaint.clone() } else { complaint.without_restricted() };
            let withheld = shown != complaint;
            json::text::pretty(&Show::of(&record::value(&shown), withheld, &standing))
                .map_err(|error| CommandError::failed(&error))?
        }
        ShowFormat::Table => {
            let layer = if args.restricted { Layer::Restricted } else { Layer::Open };
            let reader = context.reader(&desk, &desk.settings.locale);
            detail::detail(&standing, &Reader { layer, ..reader })
        }
    };
    context.ui.data(&text);
    context.warn_of_pending(&desk);
    Ok(Exit::Ok)
}

/// Returns the complainant's language with the calendar and digits that go with it, unless the command line says otherwise.
pub(super) fn spoken(context: &Context, desk: &Desk, complaint: &Complaint) -> Locale {
    let usual = &desk.settings.locale;
    let chosen = context.global.lang.as_ref().map(|_| usual.language);
    let language =
        chosen.or_else(|| complaint.language.as_str().parse().ok()).unwrap_or(desk.settings.register_language);
    in_language(context, desk, language)
}

/// Returns a language with the calendar and digits that go with it, unless the command line says otherwise.
pub(super) fn in_language(context: &Context, desk: &Desk, language: Language) -> Locale {
    let usual = &desk.settings.locale;
    let calendar = match (&context.global.calendar, language) {
        (Some(_), _) => usual.calendar,
        (None, Language::Fa) => CalendarKind::Jalali,
        (None, Language::En) => CalendarKind::Gregorian,
    };
    let digits = match (&context.global.digits, language) {
        (Some(_), _) => usual.digits,
        (None, Language::Fa) => Digits::Fa,
        (None, Language::En) => Digits::Latn,
    };
    Locale::new(language, calendar, digits, usual.zone)
}
