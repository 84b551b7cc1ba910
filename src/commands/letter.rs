//! `complaints letter`: every paper about one complaint but the receipt.

use clap::Args;

use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::paper::{self, Paper, PaperOptions, Printed};
use crate::commands::recording::{self, Author};
use crate::commands::step::word;
use crate::commands::{Context, show, templates};
use crate::document::letter::{self, Draft, Letter, LetterKind, lint};
use crate::document::pdf::Imprint;
use crate::document::receipt::ReceiptFormat;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Facts, Kind};
use crate::domain::words::Channel;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

/// Print a letter about a complaint, in the complainant's language
///
/// With `--record` it is also recorded that the complainant got it, with the fingerprint of its text. Nothing is sent: a
/// mail goes out by `complaints letter 147 final-response --format eml | sendmail -t`.
///
/// Example:   complaints letter 147 delay --text "The courier's answer is still missing" --format html --out delay.html
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct LetterArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What the letter is for
    #[arg(value_name = "KIND", value_parser = word(LetterKind::ALL, LetterKind::as_str))]
    kind: LetterKind,
    /// A paragraph in your own words
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// How and where.
    #[command(flatten)]
    paper: PaperOptions,
    /// Say what it lacks and what to think over, instead of printing it
    #[arg(long, conflicts_with_all = ["record", "out"])]
    check: bool,
    /// Record that the complainant got it in this way
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    record: Option<Channel>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Prints the letter, and records that it was sent when asked to.
pub fn run(context: &mut Context, args: &LetterArgs) -> Outcome {
    refuse_sending_what_is_for_colleagues(args)?;
    let desk = context.desk()?;
    let complaint = desk.load(&args.reference)?.loaded.complaint;
    if args.check {
        return check(context, &desk, &complaint, args);
    }
    let printed = printed(context, &desk, &complaint, args)?;
    if let Some(method) = args.record {
        record(context, &desk, args, method, printed.fingerprint())?;
    }
    args.paper.deliver(context, &printed)?;
    Ok(Exit::Ok)
}

/// A report or dossier names colleagues and reasons that were not meant for the complainant.
fn refuse_sending_what_is_for_colleagues(args: &LetterArgs) -> Result<(), CommandError> {
    let is_sent = args.record.is_some() || args.paper.format.is_sent();
    if is_sent && !args.kind.is_to_complainant() {
        return Err(CommandError::new(Exit::Refused, format!("`{}` is for colleagues and is not sent", args.kind))
            .hint(format!("complaints letter {} {} --format html --out letter.html", args.reference, args.kind)));
    }
    Ok(())
}

/// Says what the letter lacks; only a final response must be complete, every letter is doubted.
fn check(context: &mut Context, desk: &Desk, complaint: &Complaint, args: &LetterArgs) -> Outcome {
    let locale = &desk.settings.locale;
    for doubt in lint::doubts(complaint, args.text.as_deref()) {
        context.ui.warning(&locale.say(&format!("letter-doubt-{doubt}")));
    }
    let lacks = if args.kind == LetterKind::FinalResponse { lint::lacks(complaint) } else { Vec::new() };
    if lacks.is_empty() {
        return Ok(Exit::Ok);
    }
    let reference = complaint.reference.to_string();
    let failure = CommandError::new(Exit::Refused, locale.tell("letter-lacks", &[("reference", (&reference).into())]));
    let failure = lacks
        .iter()
        .fold(failure, |failure, lack| failure.detail(format!("  {}", locale.say(&format!("letter-lack-{lack}")))));
    Err(failure.hint(format!("complaints advance {reference}")))
}

fn printed(context: &Context, desk: &Desk, complaint: &Complaint, args: &LetterArgs) -> Result<Printed, CommandError> {
    let locale = show::spoken(context, desk, complaint);
    let occasion = paper::occasion(context, desk, complaint, args.kind.as_str(), &locale)?;
    let letter = Letter::new(Draft { kind: args.kind, complaint, occasion, own_words: args.text.as_deref() }, &locale);
    let shelf = templates::shelf(desk)?;
    let layout = |format: ReceiptFormat| letter::render(&letter, format, &locale, &shelf);
    let pdf = |imprint: &Imprint| letter::pdf(&letter, imprint, &locale);
    let (code, title) = (args.kind.as_str(), letter.title());
    let paper = Paper { code, title, complaint: Some(complaint), layout: &layout, pdf: &pdf };
    paper::printed(context, desk, &paper, args.paper.format)
}

/// Records the contact: which letter, and the fingerprint of exactly this paper.
fn record(
    context: &mut Context,
    desk: &Desk,
    args: &LetterArgs,
    method: Channel,
    fingerprint: String,
) -> Result<(), CommandError> {
    let author = Author::of(context, desk, &args.recording)?;
    let title = desk.settings.locale.say(&format!("letter-{}-title", args.kind));
    let facts = Facts { method: Some(method), text: Some(title), sha256: Some(fingerprint), ..Facts::default() };
    let event = author.event(context, Kind::Talked, facts);
    let after = recording::change_one(context, desk, &args.reference, &args.recording, |complaint| {
        recording::admitted(desk, complaint, event.clone(), author.now)
    })?;
    recording::say_recorded(context, desk, &after, &args.recording);
    Ok(())
}
