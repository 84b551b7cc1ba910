//! `complaints form`: blank papers for people who have not complained yet.

use clap::Args;

use crate::commands::Context;
use crate::commands::paper::{self, PaperFormat, Printed};
use crate::commands::show;
use crate::commands::step::word;
use crate::commands::templates;
use crate::document::letter::{self, FormKind, Letter};
use crate::document::page::Print;
use crate::document::pdf::Imprint;
use crate::document::receipt::Occasion;
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
    /// How to print it: txt, md, html or pdf
    #[arg(long, value_name = "FORMAT", default_value = "txt", value_parser = word(FORMATS, PaperFormat::as_str))]
    format: PaperFormat,
    /// How a page looks: usual, large, or plain
    #[arg(long, value_name = "LOOK", value_parser = word(Print::ALL, Print::as_str))]
    print: Option<Print>,
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
    let occasion = paper::blank_occasion(&desk, args.kind.as_str(), context.now(&desk.settings)?);
    let occasion = Occasion { print: args.print, ..occasion };
    let form = Letter::blank(args.kind, &occasion, &locale);
    let printed = if let Some(format) = args.format.layout() {
        let text = letter::render(&form, format, &locale, &templates::shelf(&desk)?);
        Printed::Text(text.map_err(|error| CommandError::failed(&error))?)
    } else {
        let imprint = Imprint { name: format!("blank/{}", args.kind), told_at: None };
        Printed::Pdf(
            letter::pdf(&form, &imprint, &locale)
                .map_err(|error| paper::not_in_pdf(&error, &format!("complaints form {}", args.kind)))?,
        )
    };
    paper::deliver(context, &printed, args.out.as_deref())?;
    Ok(Exit::Ok)
}
