//! `complaints remedy`: what puts things right, from the wish to the payment.

use clap::Args;

use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::recording::{self, Author};
use crate::commands::step::word;
use crate::domain::code::Code;
use crate::domain::complaint::{Amounts, Complaint, Remedy};
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::money::Money;
use crate::domain::words::{Channel, RemedyState};
use crate::error::Outcome;
use crate::exit::Exit;

/// Record a remedy: asked for, offered, agreed, declined, withdrawn, delivered
///
/// Each amount stands on its own, so that it can be seen what was asked, what we
/// thought the loss was, and what was paid. What was agreed is owed: the
/// complaint is not closed before it is delivered. A remedy without money has no
/// amount.
///
/// What was offered or agreed is taken back with the reason, and with how the
/// complainant was told. A promise that waits for it is broken with it.
///
/// Example:   complaints remedy 147 refund --asked 200000t
///            complaints remedy 147 r1 --offered 120000t --assessed 120000t
///            complaints remedy 147 r1 --agreed
///            complaints remedy 147 r1 --delivered 120000t --text "Bank receipt 5521"
///            complaints remedy 147 r2 --withdrawn --why "The part is no longer made" --told phone
#[derive(Debug, Args)]
#[expect(clippy::option_option, reason = "so clap tells an option without a value from one that was not typed")]
#[command(verbatim_doc_comment)]
#[group(id = "stage", required = true, args = ["asked", "offered", "agreed", "declined", "withdrawn", "delivered"])]
pub struct RemedyArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// A remedy of the complaint (r1, r2, …), or the kind of a new one, see `complaints codes remedy`: refund,
    /// repair, apology, …
    #[arg(value_name = "REMEDY")]
    remedy: Code,
    /// The complainant asks for it
    #[arg(long, value_name = "MONEY", num_args = 0..=1)]
    asked: Option<Option<Money>>,
    /// We offered it
    #[arg(long, value_name = "MONEY", num_args = 0..=1)]
    offered: Option<Option<Money>>,
    /// The complainant agreed
    #[arg(long, value_name = "MONEY", num_args = 0..=1)]
    agreed: Option<Option<Money>>,
    /// The complainant does not want it
    #[arg(long)]
    declined: bool,
    /// We take back what we offered or agreed to
    #[arg(long)]
    withdrawn: bool,
    /// Why it is taken back
    #[arg(long, value_name = "TEXT", requires = "withdrawn", conflicts_with = "text")]
    why: Option<String>,
    /// The way by which the complainant was told that it is taken back
    #[arg(long, value_name = "METHOD", requires = "withdrawn", value_parser = word(Channel::ALL, Channel::as_str))]
    told: Option<Channel>,
    /// It is done or paid
    #[arg(long, value_name = "MONEY", num_args = 0..=1, visible_alias = "paid")]
    delivered: Option<Option<Money>>,
    /// What we think the loss is
    #[arg(long, value_name = "MONEY")]
    assessed: Option<Money>,
    /// A remark, or the proof
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records how far the remedy is.
pub fn run(context: &mut Context, args: &RemedyArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let text = args.why.clone().or_else(|| args.text.clone());
    let event = author.event(context, args.kind(), Facts { text, method: args.told, ..Facts::default() });
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |mut complaint| {
        let remedy = args.place(&mut complaint);
        let event = Event { facts: Facts { remedy, ..event.facts.clone() }, ..event.clone() };
        let promise = complaint.promises_left_by(&event).next().map(|promise| promise.id.clone());
        let promise = promise.filter(|_| event.kind == Kind::RemedyWithdrawn);
        let facts = Facts { promise, ..event.facts.clone() };
        recording::admitted(&desk, complaint, Event { facts, ..event }, author.now)
    })?;
    let id = after.events.last().and_then(|event| event.facts.remedy.clone()).unwrap_or_default();
    recording::say_of_part(context, &desk, &after, &id, &args.recording);
    Ok(Exit::Ok)
}

impl RemedyArgs {
    fn kind(&self) -> Kind {
        match self {
            Self { asked: Some(_), .. } => Kind::RemedyAsked,
            Self { offered: Some(_), .. } => Kind::RemedyOffered,
            Self { agreed: Some(_), .. } => Kind::RemedyAgreed,
            Self { delivered: Some(_), .. } => Kind::RemedyDelivered,
            Self { withdrawn: true, .. } => Kind::RemedyWithdrawn,
            _ => Kind::RemedyDeclined,
        }
    }

    /// Writes the amounts into the remedy that is meant, and returns its id; `None` when there is no such remedy.
    fn place(&self, complaint: &mut Complaint) -> Option<String> {
        let typed = self.remedy.as_str();
        let is_id = typed.strip_prefix('r').is_some_and(|number| number.parse::<u16>().is_ok());
        if !is_id {
            let id = format!("r{}", complaint.remedies.len() + 1);
            let (kind, amounts) = (self.remedy.clone(), Amounts::default());
            complaint.remedies.push(Remedy { id, kind, state: RemedyState::Asked, amounts });
        }
        let remedy = if is_id {
            complaint.remedies.iter_mut().find(|remedy| remedy.id == typed)
        } else {
            complaint.remedies.last_mut()
        };
        let remedy = remedy?;
        let amounts = &mut remedy.amounts;
        for (typed, amount) in [
            (self.asked.clone().flatten(), &mut amounts.asked),
            (self.assessed.clone(), &mut amounts.assessed),
            (self.offered.clone().flatten(), &mut amounts.offered),
            (self.agreed.clone().flatten(), &mut amounts.agreed),
            (self.delivered.clone().flatten(), &mut amounts.paid),
        ] {
            *amount = typed.or(amount.take());
        }
        Some(remedy.id.clone())
    }
}
