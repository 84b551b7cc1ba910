//! The record file: YAML in both directions. Pure; which file it is and where it lies is not known here.
//!
//! What this layer promises: unknown keys, comments, order and untouched text of a rewritten file stay byte for byte
//! ([`rewrite`] proves it before anything is returned), and every fault has a line and a column. Format 1 is [`v1`];
//! `docs/file-format.md` is the published contract.

pub mod pack_file;
pub mod register_file;
pub mod v1;
pub mod yaml;

use serde_json::Value;

use crate::domain::complaint::Complaint;
use register_file::{DayOff, HolidaysFile};
use yaml::document::{Document, Step};
use yaml::emit::Layout;
use yaml::fault::{Fault, FaultKind, Place};
use yaml::rewrite::RewriteFault;
use yaml::source::Source;

/// Events are the part that grows: a blank line between them keeps two people's additions apart in a merge.
const LAYOUT: Layout = Layout { spaced_lists: &["events"] };

/// Days off grow as events do.
const HOLIDAYS_LAYOUT: Layout = Layout { spaced_lists: &["days"] };

/// A record that was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The complaint.
    pub complaint: Complaint,
    /// The state that the file claims; `check` compares it with the replay of the events.
    pub stored_state: String,
    /// Places where ` #` cut a text that somebody typed without quotes.
    pub cut_texts: Vec<Place>,
    source: Source,
}

impl Loaded {
    /// Returns the text of the file.
    pub fn text(&self) -> &str {
        self.source.text()
    }
}

/// Why a record cannot be read: where, what, and the lines around it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {message}")]
pub struct RecordFault {
    /// Line and column.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// The lines around it with a caret.
    pub excerpt: String,
    /// What has happened to the file.
    pub cause: Cause,
}

/// What has happened to a file that cannot be read: each asks for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Somebody or something damaged it.
    Damage,
    /// A merge left both sides in it.
    UnfinishedMerge,
    /// Nothing is wrong with it: a newer version of this program wrote it.
    NewerFormat,
}

/// Reads a record file.
pub fn read(bytes: &[u8]) -> Result<Loaded, RecordFault> {
    let source = Source::decode(bytes).map_err(|fault| unreadable(&fault, ""))?;
    let faulty = |fault: Fault| unreadable(&fault, source.text());
    let document = Document::parse(&source).map_err(faulty)?;
    let mut record: v1::Record = yaml::read::read(&document).map_err(faulty)?;
    let stored_state = std::mem::take(&mut record.state);
    let complaint = v1::complaint(record).map_err(|error| {
        let place = place_of(&document, &error.path);
        let is_of_newer_format = error.path == [v1::Key::Name("format".to_owned())];
        let cause = if is_of_newer_format { Cause::NewerFormat } else { Cause::Damage };
        let excerpt = yaml::excerpt::excerpt(source.text(), place);
        RecordFault { place, excerpt, message: error.to_string(), cause }
    })?;
    let cut_texts = document.cut_comments();
    drop(document);
    Ok(Loaded { complaint, stored_state, cut_texts, source })
}

/// Returns the text of a new record file.
pub fn write(complaint: &Complaint) -> String {
    yaml::emit::emit(&value(complaint), &LAYOUT)
}

/// Returns the text of a record file after its complaint has changed: only what changed is touched.
///
/// Fails, and nothing is returned, when the outcome cannot be proven to say what it should with every comment kept.
pub fn rewrite(loaded: &Loaded, after: &Complaint) -> Result<String, RewriteFault> {
    let mut before = value(&loaded.complaint);
    if let Some(state) = before.get_mut("state") {
        *state = Value::from(loaded.stored_state.clone());
    }
    yaml::rewrite::rewrite(&loaded.source, &before, &value(after), &LAYOUT)
}

/// Returns a complaint as the plain data of format 1, in the order of the file.
///
/// # Panics
/// Never: the structs of format 1 hold nothing but text, numbers and lists.
pub fn value(complaint: &Complaint) -> Value {
    serde_json::to_value(v1::record(complaint)).expect("format 1 is plain data")
}

/// Returns the text of a new settings file.
///
/// # Panics
/// Never: the structs of the settings hold nothing but text, numbers and lists.
pub fn register_text(file: &register_file::RegisterFile) -> String {
    let value = serde_json::to_value(file).expect("settings are plain data");
    yaml::emit::emit(&value, &Layout::default())
}

/// Returns the text of a new file of days off.
///
/// # Panics
/// Never: the structs of the settings hold nothing but text, numbers and lists.
pub fn holidays_text(file: &HolidaysFile) -> String {
    let value = serde_json::to_value(file).expect("days off are plain data");
    yaml::emit::emit(&value, &HOLIDAYS_LAYOUT)
}

/// Returns the text of a file of days off with one more: only that is added.
///
/// # Panics
/// Never: the structs of the settings hold nothing but text, numbers and lists.
pub fn with_day_off(bytes: &[u8], day: &DayOff) -> Result<String, RewriteFault> {
    let source = Source::decode(bytes).map_err(RewriteFault::Unreadable)?;
    let document = Document::parse(&source).map_err(RewriteFault::Unreadable)?;
    let mut file: HolidaysFile = yaml::read::read(&document).map_err(RewriteFault::Unreadable)?;
    let value = |file: &HolidaysFile| serde_json::to_value(file).expect("days off are plain data");
    let before = value(&file);
    file.days.push(day.clone());
    yaml::rewrite::rewrite(&source, &before, &value(&file), &HOLIDAYS_LAYOUT)
}

fn unreadable(fault: &Fault, text: &str) -> RecordFault {
    let is_conflict = matches!(fault.kind, FaultKind::ConflictMarker { .. });
    RecordFault {
        place: fault.place,
        message: fault.kind.to_string(),
        excerpt: yaml::excerpt::excerpt(text, fault.place),
        cause: if is_conflict { Cause::UnfinishedMerge } else { Cause::Damage },
    }
}

/// Returns the place of a value, or of the nearest thing around it that exists.
fn place_of(document: &Document<'_>, path: &[v1::Key]) -> Place {
    let steps: Vec<Step<'_>> = path
        .iter()
        .map(|key| match key {
            v1::Key::Name(name) => Step::Key(name),
            v1::Key::Index(index) => Step::Index(*index),
        })
        .collect();
    (0..=steps.len()).rev().find_map(|length| document.place(&steps[..length])).unwrap_or(Place::START)
}
