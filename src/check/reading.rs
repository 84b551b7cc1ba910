//! Can the file be read, and is what it says in the last commit?

use super::{Check, Committed, Finding, Problem, RecordFile, Sentence, Subject};
use crate::record::yaml::document::{Document, Step};
use crate::record::yaml::excerpt::excerpt;
use crate::record::yaml::fault::{Fault, FaultKind, Place};
use crate::record::yaml::source::Source;
use crate::record::{Cause, RecordFault};

/// Returns whether what lies on disk waits to be committed.
pub fn committed(path: &str, commit: Committed) -> Option<Finding> {
    let (what, mend) = match commit {
        Committed::Same => return None,
        Committed::Differs => (Sentence::of("found-differs"), Sentence::of("mend-keep-or-drop").text("path", path)),
        Committed::Not => {
            (Sentence::of("found-uncommitted"), format!("git add -- {path} && git commit -- {path}").into())
        }
    };
    Some(of_file(Check::Committed, path, what, mend))
}

/// Returns a finding about a file as a whole.
pub(super) fn of_file(check: Check, path: &str, what: Sentence, mend: impl Into<Sentence>) -> Finding {
    Finding { check, file: path.to_owned(), place: None, what, excerpt: None, mend: mend.into() }
}

/// Returns why a record cannot be read, under the check that asks for it.
pub(super) fn unreadable(file: &RecordFile<'_>, fault: &RecordFault) -> Finding {
    Finding {
        check: match parse(file.bytes) {
            Err(fault) => check_of(&fault.kind),
            Ok(()) => Check::SchemaKnown,
        },
        file: file.path.to_owned(),
        place: Some(fault.place),
        what: Sentence::fault(&fault.message),
        excerpt: Some(fault.excerpt.clone()),
        mend: match (fault.cause, file.commit) {
            (Cause::NewerFormat, _) => {
                Sentence::of("mend-by-update").text("command", &format!("git log -1 -- {}", file.path))
            }
            (Cause::UnfinishedMerge, _) => Sentence::of("mend-by-both-sides").text("path", file.path),
            (Cause::Damage, Committed::Differs) => Sentence::of("mend-or-drop-edit").text("path", file.path),
            (Cause::Damage, Committed::Same | Committed::Not) => {
                Sentence::of("mend-or-look-back").text("path", file.path)
            }
        },
    }
}

/// Returns the check that forbids a fault.
pub(super) fn check_of(kind: &FaultKind) -> Check {
    match kind {
        FaultKind::ConflictMarker { .. } => Check::NoConflictMarkers,
        FaultKind::DuplicateKey { .. } => Check::NoDuplicateKeys,
        FaultKind::WrongType { .. }
        | FaultKind::UnknownWord { .. }
        | FaultKind::MissingField { .. }
        | FaultKind::WrongValue { .. } => Check::SchemaKnown,
        _ => Check::Parseable,
    }
}

fn parse(bytes: &[u8]) -> Result<(), Fault> {
    Document::parse(&Source::decode(bytes)?).map(|_| ())
}

/// Returns where ` #` cut off a text that somebody typed without quotes.
pub(super) fn cut_texts(subject: &Subject<'_, '_>) -> Vec<Finding> {
    let finding = |place: &Place| Finding {
        check: Check::NoCutTexts,
        file: subject.file.path.to_owned(),
        place: Some(*place),
        what: Sentence::of("found-cut-text"),
        excerpt: Source::decode(subject.file.bytes).ok().map(|source| excerpt(source.text(), *place)),
        mend: Sentence::of("mend-by-quotes").text("path", subject.file.path).text("line", &place.line),
    };
    subject.loaded.cut_texts.iter().map(finding).collect()
}

/// Looks up where problems stand in the file.
pub(super) fn placed(file: &RecordFile<'_>, problems: Vec<Problem>) -> Vec<Finding> {
    if problems.is_empty() {
        return Vec::new();
    }
    let source = Source::decode(file.bytes).ok();
    let document = source.as_ref().and_then(|source| Document::parse(source).ok());
    let place = |steps: &[Step<'_>]| {
        let document = document.as_ref()?;
        (0..=steps.len()).rev().find_map(|length| document.place(&steps[..length]))
    };
    let finding = |problem: Problem| Finding {
        check: problem.check,
        file: file.path.to_owned(),
        place: place(&problem.steps),
        what: problem.what,
        excerpt: None,
        mend: problem.mend,
    };
    problems.into_iter().map(finding).collect()
}
