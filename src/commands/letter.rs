//! `complaints letter`: every paper about one complaint but the receipt.

mod review;

use clap::Args;

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::paper::{self, PaperFormat, PaperOptions, Press, Sheet};
use crate::commands::recording::{self, Author};
use crate::commands::step::word;
use crate::commands::{Context, long_text, typed_error};
use crate::document::letter::{Draft, Letter};
use crate::document::receipt::{Occasion, OpenRoute};
use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::extension;
use crate::domain::paper::{LetterKind, Paper};
use crate::domain::words::{Channel, Route};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

/// Print a letter about a complaint, in the complainant's language
///
/// With `--record` it is also recorded that the complainant got it: which letter,
/// to whom, the dates told in it, and the fingerprint of its text. A final
/// response takes the step `respond` with it. Nothing is sent: a mail goes out by
/// `complaints letter 147 final-response --format eml | sendmail -t`.
///
/// Example:   complaints letter 147 delay --until sunday --record email \
///                --text "The courier's answer is still missing"
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
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// What the writer of a letter decided.
struct Order {
    kind: LetterKind,
    own_words: Option<String>,
    until: Option<Instant>,
    next_route: Option<Route>,
}

/// Prints the letter, and records that it was sent when asked to.
pub fn run(context: &mut Context, args: &LetterArgs) -> Outcome {
    refuse_sending_what_is_for_colleagues(args)?;
    let desk = context.desk()?;
    let complaint = desk.load(&args.reference)?.loaded.complaint;
    let way = args.record.or(complaint.profile.reply_by).filter(|_| args.kind.is_to_complainant());
    let press = Press::of(context, &desk, &complaint, &args.paper, way)?;
    let order = args.order(context, &press)?;
    if args.check {
        return review::review(context, &press, &complaint, &order, args);
    }
    if let Some(method) = args.record {
        record(context, &press, &order, args, method)?;
        return Ok(Exit::Ok);
    }
    let printed = press.write(&complaint, &order.sheet(&press, &complaint)?, press.format)?;
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
        let own_words = match &self.file {
            Some(file) => Some(long_text(context, file)?),
            None => self.text.clone(),
        };
        let until = self.until.as_deref().map(|typed| told_until(typed, press)).transpose()?;
        Ok(Order { kind: self.kind, own_words, until, next_route: self.next_route })
    }
}

fn told_until(typed: &str, press: &Press<'_>) -> Result<Instant, CommandError> {
    let until = typed::limit(typed, press.now, press.desk.settings.locale.zone)
        .map_err(|error| typed_error("--until", &error))?;
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
        let occasion = press.occasion(complaint, self.kind.into())?;
        let told_before = occasion.route.filter(|open| Some(open.route) == self.next_route);
        let until = told_before.and_then(|open| open.until);
        let limit = press.desk.pack(complaint)?.review_limit(press.now);
        let named = self.next_route.map(|route| OpenRoute { route, until: until.or(limit) });
        let told = self.until.map(|until| (until, DueBy::Told));
        Ok(Occasion { due: told.or(occasion.due), route: named.or(occasion.route), ..occasion })
    }
}

/// Records which letter the complainant got, the date that it promised, and, of a final response, the answer.
fn record(
    context: &mut Context,
    press: &Press<'_>,
    order: &Order,
    args: &LetterArgs,
    method: Channel,
) -> Result<(), CommandError> {
    let desk = press.desk;
    let author = Author::of(context, desk, &args.recording)?;
    let event = author.event(context, Kind::Talked, Facts::default());
    paper::record(context, press, &args.reference, &args.recording, |complaint| {
        let kind = Paper::from(order.kind).sent_as(&complaint);
        let route = order.next_route.or_else(|| complaint.next_route()).filter(|_| kind == Kind::Responded);
        let title = || desk.settings.locale.say(&format!("letter-{}-title", order.kind));
        let text = Some(order.own_words.clone().unwrap_or_else(title));
        let facts = Facts { method: Some(method), text, route_told: route, ..Facts::default() };
        let told = order.occasion(press, &complaint)?.due.map(|(due, _)| due).filter(|due| *due >= press.now);
        let is_new = order.until.is_some() || complaint.told_response().is_none();
        let is_told = order.kind.tells_response() && is_new && complaint.awaits_answer();
        let (proposed, promise) = match told.filter(|_| is_told) {
            Some(due) => {
                let (proposed, id) = extension::tell_response(complaint, due, author.at);
                (proposed, Some(id))
            }
            None => (complaint, None),
        };
        let facts = Facts { promise, ..facts };
        let after = recording::admitted(desk, proposed, Event { kind, facts, ..event.clone() }, author.now)?;
        let sheet = order.sheet(press, &after)?;
        Ok((after, sheet))
    })
}
