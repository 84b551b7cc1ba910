//! `complaints form`: blank papers for people who have not complained yet.

use clap::Args;

use crate::commands::Context;
use crate::commands::paper;
use crate::commands::show;
use crate::commands::step::word;
use crate::commands::templates;
use crate::document::letter::{self, FormKind, Letter};
use crate::document::page::Print;
use crate::document::receipt::{Occasion, ReceiptFormat};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

/// Print a blank complaint form, or the leaflet that says how to complain
///
/// Example:   complaints form how-to-complain --lang fa --format html --out how-to-complain.html
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct FormArgs {
    /// Which paper
    #[arg(value_name = "KIND", value_parser = word(FormKind::ALL, FormKind::as_str))]
    kind: FormKind,
    /// How to print it: txt, md or html
    #[arg(long, value_name = "FORMAT", default_value = "txt", value_parser = word(FORMATS, ReceiptFormat::as_str))]
    format: ReceiptFormat,
    /// How a page looks: usual, large, or plain
    #[arg(long, value_name = "LOOK", value_parser = word(Print::ALL, Print::as_str))]
    print: Option<Print>,
    /// Write it into a file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<String>,
}

const FORMATS: &[ReceiptFormat] = &[ReceiptFormat::Text, ReceiptFormat::Markdown, ReceiptFormat::Html];

/// Prints the form.
pub fn run(context: &mut Context, args: &FormArgs) -> Outcome {
    let desk = context.desk()?;
    let locale = show::in_language(context, &desk, desk.settings.locale.language);
    let occasion = paper::blank_occasion(&desk, args.kind.as_str(), context.now(&desk.settings)?);
    let occasion = Occasion { print: args.print, ..occasion };
    let form = Letter::blank(args.kind, &occasion, &locale);
    let text = letter::render(&form, args.format, &locale, &templates::shelf(&desk)?)
        .map_err(|error| CommandError::failed(&error))?;
    match &args.out {
        Some(file) => context.write_out(file, &text)?,
        None => context.ui.data(&text),
    }
    Ok(Exit::Ok)
}
