//! Is every piece of evidence there and unchanged, and does every file have its event?

use super::{Check, Evidence, Problem, Sentence, Subject};
use crate::domain::event::{Facts, Kind};
use crate::record::yaml::document::Step;

/// Compares the events with the files beside the record. An attachment that was taken back keeps its file.
pub(super) fn find(subject: &Subject<'_, '_>) -> Vec<Problem> {
    let attached = || subject.complaint.events.iter().enumerate().filter(|(_, event)| event.kind == Kind::Attached);
    let mut problems: Vec<Problem> =
        attached().filter_map(|(index, event)| missing_or_changed(subject, index, &event.facts)).collect();
    let names: Vec<&str> = attached().filter_map(|(_, event)| event.facts.file.as_deref()).collect();
    let orphans = subject.file.evidence.iter().filter(|file| !names.contains(&file.name.as_str()));
    problems.extend(orphans.map(|file| orphan(subject, file)));
    problems
}

fn folder<'a>(subject: &Subject<'a, '_>) -> &'a str {
    subject.file.path.trim_end_matches(".yaml")
}

fn missing_or_changed(subject: &Subject<'_, '_>, index: usize, facts: &Facts) -> Option<Problem> {
    let steps = [Step::Key("events"), Step::Index(index)];
    let Some(name) = &facts.file else {
        let what = Sentence::of("found-unnamed-evidence");
        return Some(Problem::at(&steps, Check::EvidencePresent, what, subject.look_back()));
    };
    let place = format!("{}/{name}", folder(subject));
    let Some(file) = subject.file.evidence.iter().find(|file| file.name == *name) else {
        let what = Sentence::of("found-no-evidence").text("place", &place);
        return Some(Problem::at(&steps, Check::EvidencePresent, what, format!("git checkout HEAD -- \"{place}\"")));
    };
    let is_same = facts.sha256.as_ref().is_some_and(|sha256| sha256.eq_ignore_ascii_case(&file.sha256))
        && facts.bytes.is_none_or(|bytes| bytes == file.bytes);
    let what = Sentence::of("found-other-evidence").text("place", &place).text("sha256", &file.sha256);
    let mend = Sentence::of("mend-first-version").text("place", &place);
    (!is_same).then(|| Problem::at(&steps, Check::EvidenceHash, what, mend))
}

fn orphan(subject: &Subject<'_, '_>, file: &Evidence) -> Problem {
    let place = format!("{}/{}", folder(subject), file.name);
    let what = Sentence::of("found-orphan-evidence").text("place", &place);
    let mend = format!("complaints attach {} \"{place}\"", subject.file.reference);
    Problem::at(&[Step::Key("events")], Check::NoOrphanEvidence, what, mend)
}
