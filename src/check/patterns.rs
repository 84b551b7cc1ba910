//! What is only seen across complaints: the same matter again and again, the same apology for everybody (S160, S105).

use std::collections::{BTreeMap, BTreeSet};

use super::reading::of_file;
use super::register::Seen;
use super::{Check, Finding, Sentence};
use crate::domain::complaint::Complaint;
use crate::domain::event::Kind;
use crate::domain::reference::Reference;
use crate::text::apology::apologies;

/// So many complaints of one person about the same are no chance.
const AGAIN: usize = 3;

/// Who complained about what, and whether somebody asked why.
#[derive(Clone, Debug)]
pub(super) struct Matter {
    about: About,
    /// Whether a cause is noted, or a complaint like it on which the decision leans.
    is_explained: bool,
}

/// Who complained about what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct About {
    person: String,
    category: String,
    product: Option<String>,
}

impl Matter {
    /// Returns who complained about what; `None` of somebody without a pseudonym, or without a category.
    pub(super) fn of(complaint: &Complaint) -> Option<Self> {
        let has_cause = complaint.assessment.cause_family.is_some();
        let is_compared = complaint.decision().is_some_and(|decision| decision.facts.similar.is_some());
        let category = complaint.category.as_ref()?.to_string();
        let about = About { person: complaint.person.clone()?, category, product: complaint.product.clone() };
        Some(Self { about, is_explained: has_cause || is_compared || complaint.is_void() })
    }
}

/// Returns the apologies that a complainant got with an answer.
pub(super) fn apologies_in(complaint: &Complaint) -> BTreeSet<String> {
    let answers = complaint.valid_events().filter(|event| matches!(event.kind, Kind::Responded | Kind::ResolvedNow));
    answers.filter_map(|event| event.facts.text.as_deref()).flat_map(apologies).collect()
}

/// Looks across all records.
pub(super) fn look(records: &[Seen]) -> Vec<Finding> {
    recurrences(records).into_iter().chain(formulas(records)).collect()
}

fn recurrences(records: &[Seen]) -> Vec<Finding> {
    let mut groups: BTreeMap<&About, Vec<(&Seen, &Matter)>> = BTreeMap::new();
    for seen in records {
        if let Some(matter) = &seen.remembered.matter {
            groups.entry(&matter.about).or_default().push((seen, matter));
        }
    }
    groups.iter().filter_map(|(about, group)| recurrence(about, group)).collect()
}

/// Returns what to say about the complaints of one person about the same; one that is explained explains the others.
fn recurrence(about: &About, group: &[(&Seen, &Matter)]) -> Option<Finding> {
    let is_explained = group.iter().any(|(_, matter)| matter.is_explained);
    let (last, _) = group.iter().max_by_key(|(seen, _)| seen.reference)?;
    if group.len() < AGAIN || is_explained {
        return None;
    }
    let others: Vec<String> = group
        .iter()
        .map(|(seen, _)| seen.reference)
        .filter(|one| *one != last.reference)
        .map(|one| one.to_string())
        .collect();
    let what = Sentence::of("found-recurrence").text("category", &about.category).text("others", &others.join(" "));
    let mend = format!(
        "complaints categorize {} --cause-family …; complaints advance {0} decide --similar REF",
        last.reference
    );
    Some(of_file(Check::RecurrenceWithoutCause, &last.path, what, mend))
}

/// An apology that another complainant got word for word says that nobody read the complaint.
fn formulas(records: &[Seen]) -> Vec<Finding> {
    let mut first: BTreeMap<&str, Reference> = BTreeMap::new();
    let mut findings = Vec::new();
    for seen in records {
        let known = seen.remembered.apologies.iter().find_map(|apology| first.get(apology.as_str()));
        if let Some(other) = known {
            let what = Sentence::of("found-same-apology").text("other", other);
            let mend = format!("complaints letter {} final-response --check", seen.reference);
            findings.push(of_file(Check::RepeatedIdenticalApologyText, &seen.path, what, mend));
        }
        for apology in &seen.remembered.apologies {
            first.entry(apology).or_insert(seen.reference);
        }
    }
    findings
}
