//! `complaints form`: blank papers for people who have not complained yet.

use clap::Args;

use crate::commands::Context;
use crate::commands::paper::{self, Paper, PaperFormat};
use crate::commands::show;
use crate::commands::step::word;
use crate::commands::templates;
use crate::document::letter::{self, FormKind, Letter};
use crate::document::pdf::Imprint;
use crate::document::receipt::ReceiptFormat;
use crate::error::Outcome;
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
    /// How to print it: txt, md, html or pdf
    #[arg(long, value_name = "FORMAT", default_value = "txt", value_parser = word(FORMATS, PaperFormat::as_str))]
    format: PaperFormat,
    /// Write it into a file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<String>,
}

/// A blank paper is sent to nobody.
const FORMATS: &[PaperFormat] = &[PaperFormat::Text, PaperFormat::Markdown, PaperFormat::Html, PaperFormat::Pdf];

/// Prints the form.
pub fn run(context: &mut Context, args: &FormArgs) -> Outcome {
    let desk = context.desk()?;
    let locale = show::in_language(context, &desk, desk.settings.locale.language);
    let occasion = paper::blank_occasion(context, &desk, args.kind.as_str())?;
    let form = Letter::blank(args.kind, &occasion, &locale);
    let shelf = templates::shelf(&desk)?;
    let layout = |format: ReceiptFormat| letter::render(&form, format, &locale, &shelf);
    let pdf = |imprint: &Imprint| letter::pdf(&form, imprint, &locale);
    let code = args.kind.as_str();
    let paper = Paper { code, title: form.title(), complaint: None, layout: &layout, pdf: &pdf };
    let printed = paper::printed(context, &desk, &paper, args.format)?;
    paper::deliver(context, &printed, args.out.as_deref())?;
    Ok(Exit::Ok)
}
