//! `complaints receipt`: the acknowledgment for the complainant.

use clap::Args;

use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::paper::{self, Paper, PaperFormat, PaperOptions, Printed};
use crate::commands::recording::{self, Author};
use crate::commands::step::{StepOptions, word};
use crate::commands::{Context, advance, show, templates};
use crate::document::pdf::Imprint;
use crate::document::receipt::{self, Receipt, ReceiptFormat};
use crate::domain::complaint::Complaint;
use crate::domain::event::Facts;
use crate::domain::rules::{Rule, Step};
use crate::domain::words::Channel;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

/// Print the receipt of a complaint, in the complainant's language
///
/// It names the number, the particulars, the date of the answer and the ways to be heard again. With `--record` it is also
/// recorded that the complainant got it: one command for both.
///
/// Example:   complaints receipt 147 --format sms --record sms
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ReceiptArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// How and where.
    #[command(flatten)]
    paper: PaperOptions,
    /// Record the acknowledgement: the complainant got it in this way
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    record: Option<Channel>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Prints the receipt, and records the acknowledgement when asked to.
pub fn run(context: &mut Context, args: &ReceiptArgs) -> Outcome {
    let desk = context.desk()?;
    let mut complaint = desk.load(&args.reference)?.loaded.complaint;
    if let Some(method) = args.record {
        let author = Author::of(context, &desk, &args.recording)?;
        let event = author.event(context, Rule::of(Step::Acknowledge).kind, Facts::default());
        let options = StepOptions { method: Some(method), ..StepOptions::default() };
        complaint = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
            advance::take(&desk, complaint, &options, &author, &event)
        })?;
    }
    let printed = printed(context, &desk, &complaint, args.paper.format)?;
    args.paper.deliver(context, &printed)?;
    Ok(Exit::Ok)
}

/// Returns the receipt of a complaint in the complainant's language.
pub(super) fn printed(
    context: &Context,
    desk: &Desk,
    complaint: &Complaint,
    format: PaperFormat,
) -> Result<Printed, CommandError> {
    let locale = show::spoken(context, desk, complaint);
    let occasion = paper::occasion(context, desk, complaint, "receipt", &locale)?;
    let receipt = Receipt::new(complaint, occasion, &locale);
    let shelf = templates::shelf(desk)?;
    let layout = |format: ReceiptFormat| receipt::render(&receipt, format, &locale, &shelf);
    let pdf = |imprint: &Imprint| receipt::pdf(&receipt, imprint, &locale);
    let title = locale.say("receipt-title");
    let paper = Paper { code: "receipt", title: &title, complaint: Some(complaint), layout: &layout, pdf: &pdf };
    paper::printed(context, desk, &paper, format)
}
