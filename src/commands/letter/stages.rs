//! `letter --submit`, `--approve` and `--return`: somebody else looks at a letter before it goes out.
//!
//! A letter is dated, and tells dates that move with the day on which it is issued. So the text that was submitted is laid out
//! again as of its submission: then it is the same while the record and the writer's words are the same.

use super::{LetterArgs, Order};
use crate::commands::Context;
use crate::commands::paper::Press;
use crate::commands::recording::{self, Author};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::paper::{LetterKind, Paper};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

impl LetterArgs {
    /// Returns what happens to the letter before it goes out.
    pub(super) fn stage(&self) -> Option<Kind> {
        match self {
            Self { submit: true, .. } => Some(Kind::PaperSubmitted),
            Self { approve: true, .. } => Some(Kind::PaperApproved),
            Self { sent_back: Some(_), .. } => Some(Kind::PaperReturned),
            _ => None,
        }
    }
}

/// The dossier tells of every submission: its text would be another one as soon as it was submitted.
pub(super) fn refuse_what_tells_of_itself(args: &LetterArgs) -> Result<(), CommandError> {
    if args.stage().is_some() && args.kind == LetterKind::Dossier {
        return Err(CommandError::new(Exit::Refused, "`dossier` tells of its own review and is not submitted")
            .hint(format!("complaints letter {} investigation-report --submit", args.reference)));
    }
    Ok(())
}

/// Returns the order with what was submitted where nothing else was typed.
pub(super) fn recalled(order: Order, complaint: &Complaint) -> Order {
    let Some(submitted) = complaint.submitted(Paper::from(order.kind)) else { return order };
    let facts = &submitted.facts;
    Order {
        own_words: order.own_words.or_else(|| facts.text.clone()),
        until: order.until.or(facts.until),
        next_route: order.next_route.or(facts.route_told),
        ..order
    }
}

/// Returns the fingerprint of the letter as it would have been at its submission; `None` when it was not submitted.
pub(super) fn text_submitted(
    press: &Press<'_>,
    order: &Order,
    complaint: &Complaint,
) -> Result<Option<String>, CommandError> {
    let Some(submitted) = complaint.submitted(Paper::from(order.kind)) else { return Ok(None) };
    let then = Order { issued_at: submitted.at, ..order.clone() };
    press.proof(complaint, &then.sheet(press, complaint)?).map(Some)
}

/// Records what happens to the letter.
pub(super) fn record(
    context: &mut Context,
    press: &Press<'_>,
    order: &Order,
    args: &LetterArgs,
    kind: Kind,
) -> Outcome {
    let desk = press.desk;
    let author = Author::of(context, desk, &args.recording)?;
    let order = Order { issued_at: author.at, ..order.clone() };
    let event = author.event(context, kind, Facts { paper: Some(Paper::from(order.kind)), ..Facts::default() });
    let after = recording::change_one(context, desk, &args.reference, &args.recording, |complaint| {
        let facts = match kind {
            Kind::PaperSubmitted => Facts {
                sha256: Some(press.proof(&complaint, &order.sheet(press, &complaint)?)?),
                text: order.own_words.clone(),
                until: order.until,
                route_told: order.next_route,
                ..event.facts.clone()
            },
            Kind::PaperApproved => Facts { sha256: text_submitted(press, &order, &complaint)?, ..event.facts.clone() },
            _ => Facts { rework: args.sent_back, text: args.why.clone(), ..event.facts.clone() },
        };
        recording::admitted(desk, complaint, Event { facts, ..event.clone() }, author.now)
    })?;
    recording::say_recorded(context, desk, &after, &args.recording);
    Ok(Exit::Ok)
}
