//! `complaints letter`: every paper about one complaint but the receipt.

mod doubts;
mod grounds;
mod sending;
mod stages;

use clap::Args;

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::paper::{self, PaperFormat, PaperOptions, Press, Sheet};
use crate::commands::step::{name, word};
use crate::commands::{Context, long_text, typed_error};
use crate::document::letter::{Draft, Letter};
use crate::document::receipt::{Occasion, OpenRoute};
use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::complaint::Complaint;
use crate::domain::paper::LetterKind;
use crate::domain::words::{Channel, Rework, Route};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

/// Print a letter about a complaint, in the complainant's language
///
/// With `--record` it is also recorded that the complainant got it: which letter,
/// to whom, the dates told in it, and the fingerprint of its text. What it tells
/// must be recorded before: a closing note follows `advance 147 close`. A final
/// response takes the step `respond` with it, and a delay with a new date extends
/// the clock of the answer as far as the rule pack lets it. Nothing is sent: a
/// mail goes out by `complaints letter 147 final-response --format eml | sendmail -t`.
///
/// Before it goes out somebody else can look at it: `--submit` keeps your words and
/// the fingerprint of the text, a colleague reads it with the same command and says
/// `--approve` or `--return CODE --why "…"`. What was submitted goes out with the
/// text that was approved, or not at all.
///
/// Example:   complaints letter 147 delay --until sunday --record email \
///                --text "The courier's answer is still missing"
///            complaints letter 147 final-response -F words.txt --submit
///            complaints letter 147 final-response --as reza --approve
///            complaints letter 147 final-response --record email
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct LetterArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What the letter is for
    #[arg(value_name = "KIND", value_parser = word(LetterKind::ALL, LetterKind::as_str))]
    kind: LetterKind,
    /// What you add in your own words; blank lines part paragraphs
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    text: Option<String>,
    /// Read those words from a file, or `-` for standard input
    #[arg(short = 'F', long, value_name = "FILE")]
    file: Option<String>,
    /// By when the response comes, for `progress` and `delay`; recorded with the letter as a promise
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// Where the complainant can go after this answer (default: what was told before, else the review here)
    #[arg(long, value_name = "ROUTE", value_parser = word(Route::ALL, Route::as_str))]
    next_route: Option<Route>,
    /// How and where.
    #[command(flatten)]
    paper: PaperOptions,
    /// Say what it lacks and what to think over, instead of printing it
    #[arg(long, conflicts_with = "out")]
    check: bool,
    /// Record that the complainant got it in this way
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    record: Option<Channel>,
    /// Who else was told the outcome, with `final-response --record`; again for each
    #[arg(long, value_name = "WHOM", value_parser = name, requires = "record")]
    told: Vec<String>,
    /// Give it to somebody else to look at before it goes out
    #[arg(long, group = "stage", conflicts_with_all = ["check", "record", "out"])]
    submit: bool,
    /// Say yes to the text that was submitted
    #[arg(long, group = "stage", conflicts_with_all = ["check", "record", "out", "text", "file"])]
    approve: bool,
    /// Send it back to its author, with the reason as a code; `--why` says it in words
    #[arg(long = "return", value_name = "CODE", group = "stage", conflicts_with_all = ["check", "record", "out", "text", "file"],
          value_parser = word(Rework::ALL, Rework::as_str))]
    sent_back: Option<Rework>,
    /// Why it is sent back
    #[arg(long, value_name = "TEXT", requires = "sent_back")]
    why: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// What the writer of a letter decided.
#[derive(Clone)]
struct Order {
    kind: LetterKind,
    own_words: Option<String>,
    until: Option<Instant>,
    next_route: Option<Route>,
    /// When it is issued: what it tells is what can be told then.
    issued_at: Instant,
}

/// Prints the letter, and records that it was sent when asked to.
pub fn run(context: &mut Context, args: &LetterArgs) -> Outcome {
    refuse_sending_what_is_for_colleagues(args)?;
    stages::refuse_what_tells_of_itself(args)?;
    let desk = context.desk()?;
    let complaint = desk.load(&args.reference)?.loaded.complaint;
    let way = args.record.or(complaint.profile.reply_by).filter(|_| args.kind.is_to_complainant());
    let press = Press::of(context, &desk, &complaint, &args.paper, way)?.issued_by(&args.recording)?;
    let order = stages::recalled(args.order(context, &press)?, &complaint);
    if args.check {
        return doubts::review(context, &press, &complaint, &order, args);
    }
    if let Some(kind) = args.stage() {
        return stages::record(context, &press, &order, args, kind);
    }
    if let Some(method) = args.record {
        sending::record(context, &press, &order, args, method)?;
        return Ok(Exit::Ok);
    }
    let printed = press.write(&complaint, &order.sheet(&press, &complaint)?, press.format)?;
    if let Some(doubt) = grounds::doubt(args.kind, &complaint, &desk.settings.locale) {
        context.ui.warning(&doubt);
    }
    paper::deliver(context, &printed, args.paper.out.as_deref())?;
    Ok(Exit::Ok)
}

/// A report or dossier names colleagues and reasons that were not meant for the complainant.
fn refuse_sending_what_is_for_colleagues(args: &LetterArgs) -> Result<(), CommandError> {
    let is_sent = args.record.is_some() || args.paper.format.is_some_and(PaperFormat::is_sent);
    if is_sent && !args.kind.is_to_complainant() {
        return Err(CommandError::new(Exit::Refused, format!("`{}` is for colleagues and is not sent", args.kind))
            .hint(format!("complaints letter {} {} --format html --out letter.html", args.reference, args.kind)));
    }
    Ok(())
}

impl LetterArgs {
    fn order(&self, context: &mut Context, press: &Press<'_>) -> Result<Order, CommandError> {
        let has_no_place =
            |option: &str| CommandError::new(Exit::Usage, format!("`{}` has no place for {option}", self.kind));
        if self.until.is_some() && !self.kind.tells_response() {
            return Err(has_no_place("--until").hint(format!("complaints letter {} delay --until …", self.reference)));
        }
        if self.next_route.is_some() && !self.kind.tells_route() {
            let hint = format!("complaints letter {} final-response --next-route …", self.reference);
            return Err(has_no_place("--next-route").hint(hint));
        }
        if !self.told.is_empty() && self.kind != LetterKind::FinalResponse {
            return Err(has_no_place("--told")
                .hint(format!("complaints letter {} final-response --record … --told …", self.reference)));
        }
        let own_words = match &self.file {
            Some(file) => Some(long_text(context, file)?),
            None => self.text.clone(),
        };
        let until = self.until.as_deref().map(|typed| told_until(typed, press)).transpose()?;
        Ok(Order { kind: self.kind, own_words, until, next_route: self.next_route, issued_at: press.now })
    }
}

fn told_until(typed: &str, press: &Press<'_>) -> Result<Instant, CommandError> {
    let until = typed::limit(typed, press.now, press.desk.settings.locale.zone)
        .map_err(|error| typed_error(&press.desk.settings.locale, "--until", &error))?;
    if until <= press.now {
        return Err(CommandError::new(Exit::Usage, format!("--until: `{typed}` is past")).hint("add --until tomorrow"));
    }
    Ok(until)
}

impl Order {
    fn sheet(&self, press: &Press<'_>, complaint: &Complaint) -> Result<Sheet, CommandError> {
        let Self { kind, own_words, .. } = self;
        let occasion = self.occasion(press, complaint)?;
        let draft = Draft { kind: *kind, complaint, occasion, own_words: own_words.as_deref() };
        Ok(Sheet::Letter(*kind, Box::new(Letter::new(draft, &press.locale))))
    }

    /// Returns what the letter says that the record does not know yet.
    fn occasion(&self, press: &Press<'_>, complaint: &Complaint) -> Result<Occasion, CommandError> {
        let occasion = press.occasion(complaint, self.kind.into(), self.issued_at)?;
        let told_before = occasion.route.filter(|open| Some(open.route) == self.next_route);
        let until = told_before.and_then(|open| open.until);
        let limit = press.desk.pack(complaint)?.review_limit(self.issued_at);
        let named = self.next_route.map(|route| OpenRoute { route, until: until.or(limit) });
        let told = self.until.map(|until| (until, DueBy::Told));
        Ok(Occasion { due: told.or(occasion.due), route: named.or(occasion.route), ..occasion })
    }
}
