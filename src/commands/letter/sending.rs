//! `letter --record`: the complainant got the letter, and what follows from that.

use super::{LetterArgs, Order, grounds, stages};
use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::extend;
use crate::commands::paper::{self, Press};
use crate::commands::recording::{self, Author};
use crate::domain::Instant;
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::extension::{self, NoExtension};
use crate::domain::pack::RESPOND;
use crate::domain::paper::{LetterKind, Paper};
use crate::domain::rules::Requirement;
use crate::domain::words::Channel;
use crate::error::CommandError;
use crate::exit::Exit;

/// Records which letter the complainant got, the date that it promised, and what it does besides: a final response is the
/// answer, a delay with a new date is an extension where the rule pack lets it be one.
pub(super) fn record(
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
        grounds::refuse_untrue(order.kind, &complaint, &desk.settings.locale)?;
        let reviewed = stages::text_submitted(press, order, &complaint)?;
        let told = args.told.iter().map(|typed| desk.settings.provider_or_name(typed)).collect();
        let paper = Some(Paper::from(order.kind));
        let facts = Facts { method: Some(method), paper, reviewed, told, ..Facts::default() };
        let (kind, facts) = sent_as(desk, order, &complaint, (facts, author.at))?;
        let (proposed, promise) = promised(press, order, complaint, author.at)?;
        let facts = Facts { promise, ..facts };
        let after = recording::admitted(desk, proposed, Event { kind, facts, ..event.clone() }, author.now)?;
        let sheet = order.sheet(press, &after)?;
        Ok((after, sheet))
    })
}

/// Returns what it means that the complainant got the letter at a time, and what is recorded with it.
fn sent_as(
    desk: &Desk,
    order: &Order,
    complaint: &Complaint,
    (facts, at): (Facts, Instant),
) -> Result<(Kind, Facts), CommandError> {
    let pack = desk.pack(complaint)?;
    if let Some(was_due) = extended(desk, order, complaint, at)? {
        let told = order.own_words.clone().ok_or_else(|| without_reason(complaint))?;
        let route_told = complaint.next_route().filter(|_| pack.asks_to_extend(RESPOND, Requirement::NextRoute));
        let facts = Facts {
            text: Some(told),
            route_told,
            until: order.until,
            clock: Some(answer()),
            was_due: Some(was_due),
            ..facts
        };
        return Ok((Kind::Extended, facts));
    }
    let kind = Paper::from(order.kind).sent_as(complaint);
    if kind != Kind::Responded && !facts.told.is_empty() {
        return Err(without_answer(complaint));
    }
    let title = || desk.settings.locale.say(&format!("letter-{}-title", order.kind));
    let text = Some(order.own_words.clone().unwrap_or_else(title));
    let route_told = order.next_route.or_else(|| complaint.next_route()).filter(|_| kind == Kind::Responded);
    Ok((kind, Facts { text, route_told, ..facts }))
}

/// Returns when the answer was due that the letter puts off; `None` where it only tells a date: the clock has run out, cannot
/// be extended, or ends later anyway.
fn extended(desk: &Desk, order: &Order, complaint: &Complaint, at: Instant) -> Result<Option<Instant>, CommandError> {
    if order.kind != LetterKind::Delay || order.until.is_none() {
        return Ok(None);
    }
    let pack = desk.pack(complaint)?;
    match extension::date_before(complaint, pack, &desk.settings.work, (&answer(), at, order.until)) {
        Ok(was_due) => Ok(Some(was_due)),
        Err(no @ NoExtension::TooFar { .. }) => Err(extend::refused(desk, &complaint.reference.to_string(), &no)),
        Err(_) => Ok(None),
    }
}

/// The clock that a delay puts off.
///
/// # Panics
/// Never: the name is a code.
fn answer() -> Code {
    RESPOND.parse().expect("the name of the clock is a code")
}

fn without_reason(complaint: &Complaint) -> CommandError {
    let message = format!("{}: more time is asked for with a reason", complaint.reference);
    CommandError::new(Exit::Refused, message).hint("add --text \"…\"")
}

fn without_answer(complaint: &Complaint) -> CommandError {
    let reference = complaint.reference;
    CommandError::new(Exit::Refused, format!("{reference}: no outcome is told now that others could hear of"))
        .hint(format!("complaints advance {reference}"))
}

/// Returns the complaint with the date of the answer that the letter tells first, and the name of that promise.
fn promised(
    press: &Press<'_>,
    order: &Order,
    complaint: Complaint,
    at: Instant,
) -> Result<(Complaint, Option<String>), CommandError> {
    let told = order.occasion(press, &complaint)?.due.map(|(due, _)| due).filter(|due| *due >= press.now);
    let is_new = order.until.is_some() || complaint.told_response().is_none();
    let is_told = order.kind.tells_response() && is_new && complaint.awaits_answer();
    Ok(match told.filter(|_| is_told) {
        Some(due) => {
            let (proposed, id) = extension::tell_response(complaint, due, at);
            (proposed, Some(id))
        }
        None => (complaint, None),
    })
}
