//! `complaints note`: something worth knowing, for colleagues.

use clap::Args;

use crate::cli::Recording;
use crate::commands::many::{self, Deed, Many};
use crate::commands::recording::{self, Author};
use crate::commands::{Context, answers, long_text};
use crate::domain::event::{Facts, Kind};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;

/// Write something down about a complaint, for colleagues only
///
/// What was said to or by the complainant is recorded with `talk`.
///
/// Example:   complaints note 147 "The courier's log shows Wednesday"
///            complaints note --where 'category:delivery received:1405-08' \
///                "Strike of the couriers that week"
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    override_usage = "complaints note [OPTIONS] <REF> [TEXT]\n       complaints note [OPTIONS] --where <QUESTION> [TEXT]"
)]
pub struct NoteArgs {
    /// The complaint
    #[arg(value_name = "REF", required_unless_present = "question")]
    reference: Option<String>,
    /// The note
    #[arg(value_name = "TEXT", conflicts_with = "file")]
    text: Option<String>,
    /// Read the note from a file, or `-` for standard input
    #[arg(short = 'F', long, value_name = "FILE")]
    file: Option<String>,
    /// Instead of one complaint.
    #[command(flatten)]
    many: Many,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the note.
pub fn run(context: &mut Context, args: &NoteArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let (reference, text) = args.many.words(args.reference.as_deref(), args.text.as_deref())?;
    let text = text_or_file(context, &desk.settings.locale, text, args.file.as_deref())?;
    let event = author.event(context, Kind::Noted, Facts { text, ..Facts::default() });
    if args.many.is_meant() {
        let deed = Deed { many: &args.many, recording: &args.recording, author: &author, event };
        return many::change(context, &desk, &deed, |complaint, event| {
            recording::admitted(&desk, complaint, event, author.now).map(Some)
        });
    }
    let after = recording::change_one(context, &desk, reference, &args.recording, |complaint| {
        recording::admitted(&desk, complaint, event.clone(), author.now)
    })?;
    recording::say_recorded(context, &desk, &after, &args.recording);
    Ok(Exit::Ok)
}

/// Returns the text that was typed, or that stands in the file; `None` when it is empty or neither was given.
pub(super) fn text_or_file(
    context: &mut Context,
    locale: &Locale,
    text: Option<&str>,
    file: Option<&str>,
) -> Result<Option<String>, CommandError> {
    let text = match (text, file) {
        (Some(text), _) => Some(text.to_owned()),
        (None, Some(file)) => Some(long_text(context, file)?),
        (None, None) if context.world.may_ask() => {
            context.ui.status(&locale.label("requirement", "text"));
            answers::line(locale, None)?
        }
        (None, None) => None,
    };
    Ok(text.filter(|text| !text.trim().is_empty()))
}
