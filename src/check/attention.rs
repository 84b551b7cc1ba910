//! What is not wrong, and still wants a look: silence after a date, a closure that nobody asked about, a day to look again, a need that nobody wrote down.
//!
//! Nothing here makes an exit code fail: what is wrong has its own families.

use super::{Check, Problem, Sentence, Subject};
use crate::domain::clock;
use crate::domain::complaint::Complaint;
use crate::domain::event::Kind;
use crate::domain::words::Closure;
use crate::record::yaml::document::Step;

/// Looks at one record as a supervisor would.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    [silence(subject), no_follow_up(subject), review_due(subject), unmet_needs(subject)].into_iter().flatten().collect()
}

/// An answer may be late; that nothing since says why, and that the complainant heard nothing, is another matter.
fn silence(subject: &Subject<'_, '_>) -> Option<Problem> {
    let (complaint, declared) = (subject.complaint, subject.declared);
    let pack = (declared.pack)(&complaint.pack)?;
    let (due, _) = clock::response_due(complaint, pack, declared.work)?;
    let speaks = |kind| matches!(kind, Kind::Noted | Kind::Talked | Kind::Extended | Kind::Held | Kind::Promised);
    let is_silent = !complaint.valid_events().any(|event| event.at > due && speaks(event.kind));
    let is_overdue = clock::is_overdue(complaint, pack, declared.work, declared.now);
    let reference = subject.file.reference;
    let what = Sentence::of("found-silence").text("due", &due.to_rfc3339());
    let mend = format!("complaints talk {reference} \"…\"; complaints promise {reference} --until DAY");
    (is_overdue && is_silent).then(|| Problem::at(&[Step::Key("state")], Check::LateWithoutWord, what, mend))
}

/// What was agreed and done is followed up (ISO 10002:2018, 8.3); other closures say themselves what the complainant said.
fn no_follow_up(subject: &Subject<'_, '_>) -> Option<Problem> {
    let complaint = subject.complaint;
    let is_asked = complaint.valid_events().any(|event| event.facts.solved.is_some());
    let what = Sentence::of("found-not-asked");
    let mend = format!("complaints feedback {} --solved yes|partly|no", subject.file.reference);
    (complaint.closure() == Some(Closure::ResolvedAccepted) && !is_asked)
        .then(|| Problem::at(&[Step::Key("state")], Check::FollowUpMade, what, mend))
}

fn review_due(subject: &Subject<'_, '_>) -> Option<Problem> {
    let day = subject.complaint.restricted.review_on?;
    let what = Sentence::of("found-review-due").text("day", &day);
    let mend = format!("complaints show {}", subject.file.reference);
    let steps = [Step::Key("restricted"), Step::Key("review_on")];
    (day < subject.declared.now.date_naive()).then(|| Problem::at(&steps, Check::RestrictedReviewed, what, mend))
}

/// Whoever is vulnerable needs something, be it only more time (ISO 10002:2018, 4.5).
fn unmet_needs(subject: &Subject<'_, '_>) -> Option<Problem> {
    let Complaint { restricted, needs, .. } = subject.complaint;
    let is_vulnerable = restricted.vulnerability.is_some() || restricted.health.is_some();
    let what = Sentence::of("found-no-needs");
    let mend = Sentence::of("mend-with-code")
        .text("command", &format!("complaints edit {} needs=… --why \"…\"", subject.file.reference))
        .text("list", "need");
    let steps = [Step::Key("restricted")];
    (is_vulnerable && needs.is_empty()).then(|| Problem::at(&steps, Check::NeedsRecorded, what, mend))
}
