//! What git remembers of a register: events that were recorded long after they happened, and messages that name complainants.
//!
//! Commits come as plain values from the caller. A message of this program is its own grammar and holds no free text; what is
//! read here is what people wrote themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::of_file;
use super::register::Seen;
use super::{Check, Finding, Sentence};
use crate::domain::Instant;
use crate::domain::complaint::Personal;
use crate::domain::reference::Reference;
use crate::text::apology::words_of;
use crate::text::contact::{addresses, phones};
use crate::text::fold::{fold, phone};

/// What is recorded later than so many days after it happened is told.
const SOON: usize = 7;

/// So many letters has a name that is looked for: a shorter one is also a common word.
const NAME: usize = 7;

/// How much of a commit's id is shown.
const SHORT_ID: usize = 8;

/// One commit of the register.
#[derive(Clone, Debug)]
pub struct Commit {
    /// Its full id.
    pub id: String,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// The complaint it is about and when it is said to have happened, when it records one event of one complaint.
    pub claims: Option<(Reference, Instant)>,
    /// What people wrote in its message; empty when this program wrote it.
    pub words: String,
}

/// What names a complainant, folded for comparison.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    name: Option<String>,
    phones: Vec<String>,
    emails: Vec<String>,
}

impl Names {
    pub(super) fn of(personal: &Personal) -> Self {
        let name = personal.name.as_deref().map(words_of).filter(|name| name.chars().count() >= NAME);
        let phones = personal.phones.iter().map(|number| phone(number)).collect();
        Self { name, phones, emails: personal.emails.iter().map(|email| fold(email)).collect() }
    }
}

/// Looks at the commits of a register.
pub fn look(commits: &[Commit], records: &[Seen]) -> Vec<Finding> {
    backdated(commits, records).into_iter().chain(named(commits, records)).collect()
}

fn backdated(commits: &[Commit], records: &[Seen]) -> Vec<Finding> {
    let paths: BTreeMap<Reference, &str> = records.iter().map(|seen| (seen.reference, seen.path.as_str())).collect();
    let finding = |commit: &Commit| {
        let (reference, at) = commit.claims?;
        let days = usize::try_from((commit.recorded_at - at).num_days()).ok().filter(|days| *days > SOON)?;
        let what = Sentence::of("found-recorded-late")
            .text("at", &at.to_rfc3339())
            .text("recorded_at", &commit.recorded_at.to_rfc3339())
            .count("days", days);
        let path = paths.get(&reference)?;
        Some(of_file(Check::Backdating, path, what, format!("complaints history {reference}")))
    };
    commits.iter().filter_map(finding).collect()
}

/// A message cannot be taken back without a new history for everybody; it is named, and what it says is not repeated.
fn named(commits: &[Commit], records: &[Seen]) -> Vec<Finding> {
    let all = || records.iter().map(|seen| (&seen.path, &seen.remembered.names));
    let known_phones: BTreeMap<&str, &String> = lookup(all(), |names| &names.phones);
    let known_emails: BTreeMap<&str, &String> = lookup(all(), |names| &names.emails);
    let names: BTreeSet<(&str, &String)> =
        all().filter_map(|(path, names)| Some((names.name.as_deref()?, path))).collect();
    let finding = |commit: &Commit| {
        let text = words_of(&commit.words);
        let by_name = || names.iter().find(|(name, _)| text.contains(name)).map(|(_, path)| *path);
        let by_phone = || phones(&commit.words).find_map(|number| known_phones.get(number.as_str()).copied());
        let by_email = || addresses(&commit.words).find_map(|address| known_emails.get(address.as_str()).copied());
        let path = by_phone().or_else(by_email).or_else(by_name)?;
        let id: String = commit.id.chars().take(SHORT_ID).collect();
        let what = Sentence::of("found-named-in-commit").text("id", &id);
        Some(of_file(Check::NoPersonalDataInCommits, path, what, format!("git show -s {id}")))
    };
    commits.iter().filter(|commit| !commit.words.is_empty()).filter_map(finding).collect()
}

fn lookup<'a>(
    all: impl Iterator<Item = (&'a String, &'a Names)>,
    values: impl Fn(&'a Names) -> &'a Vec<String>,
) -> BTreeMap<&'a str, &'a String> {
    all.flat_map(|(path, names)| values(names).iter().map(move |value| (value.as_str(), path))).collect()
}
