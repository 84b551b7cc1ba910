//! Are the words that a record borrows from the settings declared there?

use std::collections::BTreeSet;

use super::{Check, Problem, Sentence, Subject};
use crate::record::yaml::document::Step;

/// Looks at the category and at everybody who is named.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    category(subject).into_iter().chain(strangers(subject)).collect()
}

fn category(subject: &Subject<'_, '_>) -> Option<Problem> {
    let category = subject.complaint.category.as_ref()?.as_str();
    let what = Sentence::of("found-unknown-category").text("category", category);
    let edit = format!("complaints edit {} category=… --why \"…\"", subject.file.reference);
    let mend = Sentence::of("mend-with-code").text("command", &edit).text("list", "category");
    (!subject.declared.categories.contains(category))
        .then(|| Problem::at(&[Step::Key("category")], Check::CodesDeclared, what, mend))
}

/// Names everybody once who is named in the record and is no member; a name that was taken back names nobody.
fn strangers(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let owner = subject.complaint.owner.iter().map(|owner| (owner, vec![Step::Key("owner")]));
    let in_events = subject.complaint.events.iter().enumerate().flat_map(|(index, event)| {
        let facts = Some(&event.facts).filter(|_| !subject.complaint.is_taken_back(event));
        let named = [
            ("by", Some(&event.by)),
            ("owner", facts.and_then(|facts| facts.owner.as_ref())),
            ("investigator", facts.and_then(|facts| facts.investigator.as_ref())),
            ("heard_by", facts.and_then(|facts| facts.heard_by.as_ref())),
            ("settler", facts.and_then(|facts| facts.settler.as_ref())),
        ];
        let steps = move |key| vec![Step::Key("events"), Step::Index(index), Step::Key(key)];
        named.into_iter().filter_map(move |(key, name)| Some((name?, steps(key))))
    });
    let mut told = BTreeSet::new();
    let strangers = owner.chain(in_events).filter(|(name, _)| !subject.declared.members.contains(*name));
    strangers
        .filter(|(name, _)| told.insert(*name))
        .map(|(name, steps)| {
            let what = Sentence::of("found-no-member").text("name", name);
            let mend = Sentence::of("mend-by-member");
            Problem::at(&steps, Check::OwnerKnown, what, mend)
        })
        .collect()
}
