//! What a letter tells the complainant, held against the record.

use crate::domain::complaint::Complaint;
use crate::domain::paper::{Ground, LetterKind};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;

/// Refuses a letter that tells what did not happen, with the command that records it.
///
/// # Errors
/// The letter would not be true.
pub(super) fn refuse_untrue(kind: LetterKind, complaint: &Complaint, locale: &Locale) -> Result<(), CommandError> {
    let reference = complaint.reference.to_string();
    let Some(ground) = lacking(kind, complaint) else { return Ok(()) };
    let message = format!("{reference}: {}", said(ground, locale));
    Err(CommandError::new(Exit::Refused, message).hint(step(ground, &reference)))
}

/// Returns why a draft would not be true; `None` where the record bears it out.
pub(super) fn doubt(kind: LetterKind, complaint: &Complaint, locale: &Locale) -> Option<String> {
    lacking(kind, complaint).map(|ground| said(ground, locale))
}

fn lacking(kind: LetterKind, complaint: &Complaint) -> Option<Ground> {
    kind.ground().filter(|ground| !ground.holds(complaint))
}

fn said(ground: Ground, locale: &Locale) -> String {
    let why = locale.say(&format!("letter-untrue-{ground}"));
    locale.tell("letter-untrue", &[("why", (&why).into())])
}

/// Returns the command that records what the letter tells.
fn step(ground: Ground, reference: &str) -> String {
    match ground {
        Ground::Open => format!("complaints advance {reference} reopen --why \"…\""),
        Ground::Decided | Ground::Answered => format!("complaints advance {reference}"),
        Ground::Agreed => format!("complaints remedy {reference} refund --agreed"),
        Ground::ReviewRequested => format!("complaints review {reference} request"),
        Ground::Referred => format!("complaints advance {reference} refer --body \"…\" --why \"…\""),
        Ground::Outside => format!("complaints dispute {reference} propose --body \"…\" --why \"…\""),
        Ground::Closed => format!("complaints advance {reference} close"),
        Ground::Withdrawn => format!("complaints advance {reference} withdraw --why \"…\""),
        Ground::Conduct => format!("complaints conduct {reference} record --kind behaviour --text \"…\""),
    }
}
