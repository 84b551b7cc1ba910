//! Did every step that holds record what the table and the rule pack ask?

use super::{Check, Problem, Sentence, Subject};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::pack::Pack;
use crate::domain::rules::{Requirement, Rule};
use crate::record::yaml::document::Step;

/// Asks the table again for every event that was not taken back.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let complaint = subject.complaint;
    let Some(pack) = (subject.declared.pack)(&complaint.pack) else { return vec![unknown_pack(subject)] };
    let last = complaint.valid_events().next_back().map(|event| &event.id);
    let mut problems = Vec::new();
    subject.story(|index, before, event| {
        let holds = !complaint.is_taken_back(event);
        let missing = if holds { missing(complaint, before, event, pack) } else { Vec::new() };
        if !missing.is_empty() {
            let words: Vec<&str> = missing.iter().map(|item| item.as_str()).collect();
            let what = Sentence::of("found-not-recorded").text("kind", &event.kind).text("missing", &words.join(", "));
            let mend = mend(subject, &missing, last == Some(&event.id));
            problems.push(Problem::at(&[Step::Key("events"), Step::Index(index)], Check::GuardsHold, what, mend));
        }
    });
    problems
}

fn unknown_pack(subject: &Subject<'_, '_>) -> Problem {
    let what = Sentence::of("found-unknown-pack").text("pack", &subject.complaint.pack);
    let mend = format!("complaints edit {} pack=standard --why \"…\"", subject.file.reference);
    Problem::at(&[Step::Key("pack")], Check::PackKnown, what, mend)
}

/// Returns what an event lacks. The facts of a record are today's; where promises must be settled or points answered,
/// they are taken as they can have been then.
fn missing(complaint: &Complaint, before: &Complaint, event: &Event, pack: &Pack) -> Vec<Requirement> {
    let Some(rule) = Rule::of_kind(event.kind) else { return Vec::new() };
    let mut then = match event.kind {
        Kind::InvestigationStarted
        | Kind::Decided
        | Kind::ReviewDecided
        | Kind::Closed
        | Kind::FollowUpStarted
        | Kind::DisputeClosed => before.clone(),
        _ => return rule.missing(before, event, pack),
    };
    then.points.retain(|point| !is_added_after(complaint, event, &point.id));
    then.promises.retain(|promise| promise.told_at <= event.at);
    if complaint.closing().is_none_or(|closing| closing.id != event.id) {
        then.remedies.clear();
        then.promises.clear();
    }
    rule.missing(&then, event, pack)
}

fn is_added_after(complaint: &Complaint, event: &Event, point: &str) -> bool {
    let mut later = complaint.valid_events().skip_while(|other| other.id != event.id);
    later.any(|other| other.kind == Kind::PointAdded && other.facts.point.as_deref() == Some(point))
}

fn mend(subject: &Subject<'_, '_>, missing: &[Requirement], is_last: bool) -> Sentence {
    let reference = subject.file.reference;
    match missing {
        [Requirement::Contact] => format!("complaints edit {reference} phone=… --why \"…\"").into(),
        _ if is_last => Sentence::of("mend-by-step-again").text("reference", &reference),
        _ => subject.look_back(),
    }
}
