//! `letter --check`: what a letter lacks, and what to think over before it goes out.

use super::{LetterArgs, Order, grounds};
use crate::commands::Context;
use crate::commands::paper::{PaperFormat, Press};
use crate::document::letter::lint::{self, Doubt, Lacking, Outgoing};
use crate::domain::complaint::Complaint;
use crate::domain::paper::LetterKind;
use crate::domain::reference::Reference;
use crate::domain::words::Channel;
use crate::error::{CommandError, Outcome};
use crate::locale::Locale;

/// Says what the letter lacks; only a final response must be complete, every letter must be true and is
/// doubted.
pub(super) fn review(
    context: &mut Context,
    press: &Press<'_>,
    complaint: &Complaint,
    order: &Order,
    args: &LetterArgs,
) -> Outcome {
    let locale = &press.desk.settings.locale;
    let occasion = order.occasion(press, complaint)?;
    let letter = Outgoing {
        complaint,
        own_words: order.own_words.as_deref(),
        way: args.record.or_else(|| way_of(press.format)),
        organization: &occasion.organization,
    };
    for doubt in letter.doubts() {
        context.ui.warning(&locale.say(&format!("letter-doubt-{doubt}")));
    }
    let beside = press.desk.each(|loaded| {
        let other = loaded.complaint;
        Ok(Some((other.reference, letter.doubts_beside(&other))).filter(|(_, doubts)| !doubts.is_empty()))
    })?;
    for (reference, doubts) in beside.items {
        for doubt in doubts {
            context.ui.warning(&beside_another(doubt, reference, locale));
        }
    }
    if order.kind == LetterKind::FinalResponse {
        refuse_what_lacks(complaint, &lint::lacks(complaint, occasion.route.map(|open| open.route)), locale)?;
    }
    grounds::refuse_untrue(order.kind, complaint, locale)?;
    press.write(complaint, &order.sheet(press, complaint)?, PaperFormat::Text)?;
    Ok(context.name_damaged(beside.damaged))
}

/// Returns the way that a format can only go.
fn way_of(format: PaperFormat) -> Option<Channel> {
    match format {
        PaperFormat::Mail | PaperFormat::MailWithPdf => Some(Channel::Email),
        PaperFormat::Message => Some(Channel::Sms),
        PaperFormat::Text | PaperFormat::Markdown | PaperFormat::Html | PaperFormat::Pdf => None,
    }
}

/// Says which complaint it is that a letter comes too near: its number, never the name.
fn beside_another(doubt: Doubt, reference: Reference, locale: &Locale) -> String {
    let reference = reference.to_string();
    locale.tell(&format!("letter-doubt-{doubt}"), &[("reference", (&reference).into())])
}

fn refuse_what_lacks(complaint: &Complaint, lacks: &[Lacking], locale: &Locale) -> Result<(), CommandError> {
    if lacks.is_empty() {
        return Ok(());
    }
    let reference = complaint.reference.to_string();
    let message = locale.tell("letter-lacks", &[("reference", (&reference).into())]);
    let failure = lacks.iter().fold(CommandError::new(crate::exit::Exit::Refused, message), |failure, lacking| {
        let what = locale.say(&format!("letter-lack-{}", lacking.lack));
        let points = if lacking.points.is_empty() { String::new() } else { format!(" ({})", lacking.points.join(" ")) };
        failure.detail(format!("  {what}{points}"))
    });
    Err(failure.hint(format!("complaints advance {reference}")))
}
