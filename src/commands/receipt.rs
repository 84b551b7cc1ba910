//! `complaints receipt`: the acknowledgment for the complainant.

use clap::Args;

use crate::cli::Recording;
use crate::commands::paper::{self, PaperOptions, Press, Printed, Sheet};
use crate::commands::recording::{self, Author};
use crate::commands::step::{StepOptions, word};
use crate::commands::{Context, advance};
use crate::document::receipt::Receipt;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::paper::Paper;
use crate::domain::words::Channel;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

/// Print the receipt of a complaint, in the complainant's language
///
/// It names the number, the particulars, the date of the answer and the ways to
/// be heard again. With `--record` it is also recorded that the complainant got
/// it: the acknowledgement, or a contact when that was recorded before.
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

/// Prints the receipt, and records that the complainant got it when asked to.
pub fn run(context: &mut Context, args: &ReceiptArgs) -> Outcome {
    let desk = context.desk()?;
    let complaint = desk.load(&args.reference)?.loaded.complaint;
    let way = args.record.or(complaint.profile.reply_by);
    let press = Press::of(context, &desk, &complaint, &args.paper, way)?.issued_by(&args.recording)?;
    match args.record {
        Some(method) => record(context, &press, args, method)?,
        None => paper::deliver(context, &printed(&press, &complaint)?, args.paper.out.as_deref())?,
    }
    Ok(Exit::Ok)
}

/// Records the acknowledgement; a receipt that is sent after one, as a contact.
fn record(context: &mut Context, press: &Press<'_>, args: &ReceiptArgs, method: Channel) -> Result<(), CommandError> {
    let desk = press.desk;
    let author = Author::of(context, desk, &args.recording)?;
    let event = author.event(context, Kind::Acknowledged, Facts::default());
    let options = StepOptions { method: Some(method), ..StepOptions::default() };
    paper::record(context, press, &args.reference, &args.recording, |complaint| {
        let after = if Paper::Receipt.sent_as(&complaint) == Kind::Talked {
            let text = Some(press.locale.say("receipt-title"));
            let facts = Facts { method: Some(method), text, ..Facts::default() };
            recording::admitted(desk, complaint, Event { kind: Kind::Talked, facts, ..event.clone() }, author.now)?
        } else {
            advance::take(desk, complaint, &options, &author, &event)?
        };
        let sheet = sheet(press, &after)?;
        Ok((after, sheet))
    })
}

/// Returns the receipt of a complaint in the complainant's language.
pub(super) fn printed(press: &Press<'_>, complaint: &Complaint) -> Result<Printed, CommandError> {
    press.write(complaint, &sheet(press, complaint)?, press.format)
}

fn sheet(press: &Press<'_>, complaint: &Complaint) -> Result<Sheet, CommandError> {
    let occasion = press.occasion(complaint, Paper::Receipt, press.now)?;
    Ok(Sheet::Receipt(Box::new(Receipt::new(complaint, occasion, &press.locale))))
}
