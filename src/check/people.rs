//! Is one person one person: the same contact under two pseudonyms, or one pseudonym for people of different names?
//!
//! Guesses by contacts and names, so nothing here makes an exit code fail; what was found is not repeated.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::of_file;
use super::register::Seen;
use super::{Check, Finding, Sentence};
use crate::domain::complaint::Complaint;
use crate::domain::reference::Reference;
use crate::text::fold::{fold, phone};
use crate::text::name::contradict;

/// Who complained, as far as it can be compared.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pseudonym: String,
    name: String,
    /// Telephone numbers and e-mail addresses, folded.
    contacts: BTreeSet<String>,
}

/// A person in the complaint in which they were seen first.
type Known<'a> = (Reference, &'a Person);

impl Person {
    /// Returns who complained; `None` of somebody without a pseudonym, and of what was recorded by mistake.
    pub(super) fn of(complaint: &Complaint) -> Option<Self> {
        let personal = &complaint.personal;
        let phones = personal.phones.iter().map(|number| phone(number));
        let emails = personal.emails.iter().map(|address| fold(address));
        let contacts = phones.chain(emails).filter(|contact| !contact.is_empty()).collect();
        let name = personal.name.clone().unwrap_or_default();
        complaint.person.clone().filter(|_| !complaint.is_void()).map(|pseudonym| Self { pseudonym, name, contacts })
    }
}

/// Looks across all records, in the order of their numbers: what comes later is told.
pub(super) fn look(records: &[Seen]) -> Vec<Finding> {
    let mut people: Vec<(&Seen, &Person)> =
        records.iter().filter_map(|seen| Some((seen, seen.remembered.person.as_ref()?))).collect();
    people.sort_by_key(|(seen, _)| seen.reference);
    let mut by_pseudonym: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
    let mut by_contact: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
    let mut findings = Vec::new();
    for (seen, person) in people {
        let namesakes = by_pseudonym.entry(&person.pseudonym).or_default();
        let other = namesakes.iter().find(|(_, known)| contradict(&known.name, &person.name));
        findings.extend(other.map(|(first, _)| under_one_pseudonym(*first, seen)));
        if namesakes.iter().all(|(_, known)| known.name != person.name) {
            namesakes.push((seen.reference, person));
        }
        let is_same =
            |(_, known): &&Known<'_>| known.pseudonym != person.pseudonym && !contradict(&known.name, &person.name);
        let reached = person.contacts.iter().filter_map(|contact| by_contact.get(contact.as_str())).flatten();
        let other = reached.into_iter().find(is_same);
        findings.extend(other.map(|(first, _)| under_two_pseudonyms(*first, seen)));
        for contact in &person.contacts {
            let known = by_contact.entry(contact).or_default();
            if known.iter().all(|(_, known)| known.pseudonym != person.pseudonym) {
                known.push((seen.reference, person));
            }
        }
    }
    findings
}

fn under_one_pseudonym(first: Reference, seen: &Seen) -> Finding {
    let what = Sentence::of("found-other-name").text("first", &first);
    let mend = format!("complaints show {}; complaints edit {0} person=p-… --why \"…\"", seen.reference);
    of_file(Check::PersonsConsistent, &seen.path, what, mend)
}

fn under_two_pseudonyms(first: Reference, seen: &Seen) -> Finding {
    let what = Sentence::of("found-other-pseudonym").text("first", &first);
    let mend = Sentence::of("mend-same-person").text("reference", &seen.reference).text("first", &first);
    of_file(Check::PersonsConsistent, &seen.path, what, mend)
}
