//! Does what is printed openly lead to a person: the line that names the matter, the product, the names of files?
//!
//! Guesses by form, so nothing here makes an exit code fail; what was found is not repeated.

use super::{Check, Problem, Sentence, Subject};
use crate::record::yaml::document::Step;
use crate::text::contact::leads_to_a_person;

/// Looks at the texts of one record that lists, reports and git show to everybody.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let complaint = subject.complaint;
    let lines = [
        (vec![Step::Key("personal"), Step::Key("subject")], "subject", complaint.personal.subject.as_deref()),
        (vec![Step::Key("product")], "product", complaint.product.as_deref()),
    ];
    let lines = lines.into_iter().filter_map(|(steps, name, text)| {
        let what = Sentence::of("found-lead-in-field").text("field", name).text("lead", leads_to_a_person(text?)?);
        let mend = format!("complaints edit {} {name}=… --why \"…\"", subject.file.reference);
        Some(Problem::at(&steps, Check::SummaryHasNoPersonalData, what, mend))
    });
    let files = complaint.events.iter().enumerate().filter_map(|(index, event)| {
        let steps = [Step::Key("events"), Step::Index(index), Step::Key("file")];
        let lead = leads_to_a_person(event.facts.file.as_deref()?)?;
        let what = Sentence::of("found-lead-in-file-name").text("lead", lead);
        let mend = Sentence::of("mend-by-other-name").text("reference", &subject.file.reference);
        Some(Problem::at(&steps, Check::SummaryHasNoPersonalData, what, mend))
    });
    lines.chain(files).collect()
}
