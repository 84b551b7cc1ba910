//! Do the name of the file, its folder and its content mean the same complaint?

use super::{Check, Problem, Sentence, Subject};
use crate::domain::code::Code;
use crate::domain::event::Kind;
use crate::record::yaml::document::Step;

/// Looks at the reference of one record.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    other_number(subject).into_iter().chain(other_year(subject)).collect()
}

fn other_number(subject: &Subject<'_, '_>) -> Option<Problem> {
    let (said, named) = (subject.complaint.reference, subject.file.reference);
    let what = Sentence::of("found-other-number").text("named", &named).text("said", &said);
    (said != named).then(|| Problem::at(&[Step::Key("reference")], Check::RefValid, what, subject.look_back()))
}

/// The number has the year of the receipt as it was first recorded; a corrected time of receipt may lie in another year.
fn other_year(subject: &Subject<'_, '_>) -> Option<Problem> {
    let year = (subject.declared.year)(subject.complaint.received_at)?;
    let is_corrected = subject.complaint.valid_events().any(|event| {
        let field = event.facts.field.as_ref().map(Code::as_str);
        event.kind == Kind::Edited && matches!(field, Some("received" | "received-at"))
    });
    let named = subject.file.reference.year();
    let what = Sentence::of("found-other-year").count("named", named).count("year", year);
    (year != named && !is_corrected)
        .then(|| Problem::at(&[Step::Key("received_at")], Check::RefValid, what, subject.look_back()))
}
