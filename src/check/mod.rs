//! Named checks of a register: what does not fit, where, and the command that mends it.
//!
//! Pure: files come in as bytes, and nothing here knows disk, git or a terminal. A check never stops at its first finding. What it
//! found is the key of a sentence with its values: only the tests beside it know the words.
//! One file for each family: [`reading`] and [`settings`] ask whether files can be read, `numbers`, `replay`, `guards`,
//! `times`, `promises`, `papers`, `evidence` and `codes` whether one record is true to itself, `privacy` and `attention` what wants
//! a look all the same, [`register`], `patterns` and `people` look across records, [`history`] at what git remembers of them.

mod attention;
mod codes;
mod evidence;
mod guards;
pub mod history;
mod numbers;
mod papers;
mod patterns;
mod people;
mod privacy;
mod promises;
pub mod reading;
pub mod register;
mod replay;
mod sentence;
pub mod settings;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod tests;
mod times;

use std::collections::BTreeSet;

use crate::calendar::worktime::WorkCalendar;
use crate::domain::Instant;
use crate::domain::code::{Code, words};
use crate::domain::complaint::{Complaint, Source};
use crate::domain::event::Event;
use crate::domain::pack::Pack;
use crate::domain::reference::Reference;
use crate::record::Loaded;
use crate::record::yaml::document::Step;
use crate::record::yaml::fault::Place;
pub use reading::committed;
pub use sentence::Sentence;

words! {
    /// The name of a check.
    Check, "check" {
        /// A file is YAML as the register takes it.
        Parseable => "parseable",
        /// No file holds the marks of an unfinished merge.
        NoConflictMarkers => "no-conflict-markers",
        /// No key stands twice.
        NoDuplicateKeys => "no-duplicate-keys",
        /// The fields are those of format 1.
        SchemaKnown => "schema-known",
        /// The settings and the days off can be used.
        SettingsSound => "settings-sound",
        /// File name, folder and content name the same complaint.
        RefValid => "ref-valid",
        /// No number is used by two files.
        RefUnique => "ref-unique",
        /// No number of a station is missing.
        NoGaps => "no-gaps",
        /// Every complaint of the last commit lies on disk.
        RecordsPresent => "records-present",
        /// Each number was minted by a station that is there.
        StationsKnown => "stations-known",
        /// No imported record was taken in twice.
        SourceUnique => "source-unique",
        /// The complaint into which another was merged is there.
        LinksExist => "links-exist",
        /// Nothing but complaints and their evidence stands among them.
        NoStrangeFiles => "no-strange-files",
        /// State, level and moves are those of the events.
        EventsReplay => "events-replay",
        /// No two events have the same id.
        EventIdsUnique => "event-ids-unique",
        /// Every step recorded what it must.
        GuardsHold => "guards-hold",
        /// Times stand in the order in which things happen.
        TimesOrdered => "times-ordered",
        /// Promises and remedies agree with the events.
        PromisesConsistent => "promises-consistent",
        /// Every paper that was sent can be proven, and every date told in it is a promise.
        PapersProven => "papers-proven",
        /// The rule pack of the complaint is there.
        PackKnown => "pack-known",
        /// Every piece of evidence is there.
        EvidencePresent => "evidence-present",
        /// Every piece of evidence is what it was.
        EvidenceHash => "evidence-hash",
        /// No evidence lies there without an event.
        NoOrphanEvidence => "no-orphan-evidence",
        /// No text was cut off by ` #`.
        NoCutTexts => "no-cut-texts",
        /// What lies on disk is in the last commit.
        Committed => "committed",
        /// Categories are declared.
        CodesDeclared => "codes-declared",
        /// Everybody who is named is a member.
        OwnerKnown => "owner-known",
        /// What is printed openly leads to nobody.
        SummaryHasNoPersonalData => "summary-has-no-personal-data",
        /// No day off was added after it had passed.
        NoLateDaysOff => "no-late-days-off",
        /// A late answer is not a silent one.
        LateWithoutWord => "late-without-word",
        /// What was closed as resolved was asked about.
        FollowUpMade => "follow-up-made",
        /// What only few may see was looked at again on its day.
        RestrictedReviewed => "restricted-reviewed",
        /// Whoever is vulnerable gets what they need to be heard.
        NeedsRecorded => "needs-recorded",
        /// What comes back again and again has a cause.
        RecurrenceWithoutCause => "recurrence-without-cause",
        /// One person has one pseudonym, and one pseudonym is one person.
        PersonsConsistent => "persons-consistent",
        /// No apology is sent to many word for word.
        RepeatedIdenticalApologyText => "repeated-identical-apology-text",
        /// What happened was recorded soon.
        Backdating => "backdating",
        /// No commit message names a complainant.
        NoPersonalDataInCommits => "no-personal-data-in-commits",
        /// The register's own layouts print every paper.
        TemplateRenders => "template-renders",
    }
}

words! {
    /// How much is asked of a register.
    Tier, "tier" {
        /// What must hold everywhere.
        Basic => "basic",
        /// What a tidy register keeps.
        Strict => "strict",
        /// What is worth a look.
        All => "all",
    }
}

words! {
    /// What a finding weighs.
    Weight, "weight" {
        /// Something is wrong.
        Error => "error",
        /// Something may be wrong; the exit code does not tell of it.
        Warning => "warning",
    }
}

impl Check {
    /// Returns the first tier that the check belongs to; each tier holds those before it.
    pub fn tier(self) -> Tier {
        match self {
            Self::CodesDeclared | Self::OwnerKnown | Self::SummaryHasNoPersonalData => Tier::Strict,
            later if later >= Self::NoLateDaysOff => Tier::All,
            _ => Tier::Basic,
        }
    }

    /// Returns what its findings weigh.
    pub fn weight(self) -> Weight {
        match self {
            Self::NoLateDaysOff | Self::TemplateRenders => Weight::Error,
            Self::NoCutTexts | Self::Committed | Self::SummaryHasNoPersonalData => Weight::Warning,
            later if later >= Self::LateWithoutWord => Weight::Warning,
            _ => Weight::Error,
        }
    }
}

/// Something that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The check that found it.
    pub check: Check,
    /// The file, from the register's root.
    pub file: String,
    /// Where in the file, when it is about a part of it.
    pub place: Option<Place>,
    /// What does not fit.
    pub what: Sentence,
    /// The lines around it, where they help.
    pub excerpt: Option<String>,
    /// A command that mends it, or shows what happened.
    pub mend: Sentence,
}

/// One record as it lies on disk, with what lies beside it.
#[derive(Clone, Copy)]
pub struct RecordFile<'a> {
    /// The file, from the register's root.
    pub path: &'a str,
    /// The reference that its name says.
    pub reference: Reference,
    /// What it says.
    pub bytes: &'a [u8],
    /// The files in the folder of its evidence.
    pub evidence: &'a [Evidence],
    /// How it stands to the last commit.
    pub commit: Committed,
}

/// How a file on disk stands to the last commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Committed {
    /// The commit holds the same.
    Same,
    /// The commit holds something else.
    Differs,
    /// The commit does not hold it.
    Not,
}

/// A file of evidence as it lies on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its name in the complaint's folder.
    pub name: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// What the register declares, and what time it is.
pub struct Declared<'a> {
    /// The codes of all categories.
    pub categories: BTreeSet<String>,
    /// The ids of all members.
    pub members: BTreeSet<String>,
    /// Returns a rule pack by its name.
    pub pack: &'a (dyn Fn(&Code) -> Option<&'a Pack> + Sync),
    /// The working time of the team.
    pub work: &'a WorkCalendar,
    /// Returns the year of an instant, as reference numbers write it.
    pub year: &'a (dyn Fn(Instant) -> Option<u16> + Sync),
    /// The time it is.
    pub now: Instant,
}

/// What was found in one record, and what is remembered of it for the checks across records.
#[derive(Clone, Debug)]
pub struct Looked {
    /// Everything that does not fit.
    pub findings: Vec<Finding>,
    /// What the checks across records ask of it.
    pub remembered: Remembered,
    /// Whether nothing but the stored state and level are wrong and the record is as committed, so that those of the events
    /// can be written into it without a doubt.
    pub is_healable: bool,
}

/// What the checks across records ask of one record; nothing of one that cannot be read.
#[derive(Clone, Debug, Default)]
pub struct Remembered {
    /// Where an imported record came from.
    pub source: Option<Source>,
    /// The complaint into which it was merged, if it is closed so.
    pub merged_into: Option<Reference>,
    /// Who complained about what.
    matter: Option<patterns::Matter>,
    /// The apologies that the complainant got.
    apologies: BTreeSet<String>,
    /// Who complained, as far as it can be compared.
    person: Option<people::Person>,
    /// What names the complainant.
    names: history::Names,
}

/// A record that was read, as its checks see it.
struct Subject<'a, 'd> {
    file: RecordFile<'a>,
    loaded: &'a Loaded,
    complaint: &'a Complaint,
    declared: &'a Declared<'d>,
}

/// What a check found in a record, before its place in the file is looked up.
struct Problem {
    check: Check,
    steps: Vec<Step<'static>>,
    what: Sentence,
    mend: Sentence,
}

impl Problem {
    /// Returns a problem at the place that `steps` lead to, or at the nearest one around it that exists.
    fn at(steps: &[Step<'static>], check: Check, what: Sentence, mend: impl Into<Sentence>) -> Self {
        Self { check, steps: steps.to_vec(), what, mend: mend.into() }
    }
}

/// The families of checks that look at one record.
const OF_RECORD: [fn(&Subject<'_, '_>) -> Vec<Problem>; 10] = [
    numbers::find,
    replay::find,
    guards::find,
    times::find,
    promises::find,
    papers::find,
    evidence::find,
    codes::find,
    privacy::find,
    attention::find,
];

/// Looks at one record with every check.
pub fn look(file: RecordFile<'_>, declared: &Declared<'_>) -> Looked {
    let mut findings: Vec<Finding> = committed(file.path, file.commit).into_iter().collect();
    let loaded = match crate::record::read(file.bytes) {
        Ok(loaded) => loaded,
        Err(fault) => {
            findings.push(reading::unreadable(&file, &fault));
            return Looked { findings, remembered: Remembered::default(), is_healable: false };
        }
    };
    let subject = Subject { file, loaded: &loaded, complaint: &loaded.complaint, declared };
    findings.extend(reading::cut_texts(&subject));
    let problems: Vec<Problem> = OF_RECORD.iter().flat_map(|find| find(&subject)).collect();
    findings.extend(reading::placed(&file, problems));
    let complaint = &loaded.complaint;
    let has_other_state = loaded.stored_state != complaint.state().as_str();
    let healable = usize::from(has_other_state) + usize::from(complaint.level < complaint.level_by_events());
    let errors = findings.iter().filter(|finding| finding.check.weight() == Weight::Error).count();
    let is_healable = healable > 0 && errors == healable && file.commit == Committed::Same;
    Looked { findings, remembered: Remembered::of(complaint), is_healable }
}

impl Remembered {
    fn of(complaint: &Complaint) -> Self {
        Self {
            source: complaint.source.clone(),
            merged_into: complaint.closing().and_then(|closing| closing.facts.into),
            matter: patterns::Matter::of(complaint),
            apologies: patterns::apologies_in(complaint),
            person: people::Person::of(complaint),
            names: history::Names::of(&complaint.personal),
        }
    }
}

impl Subject<'_, '_> {
    /// Returns the command that shows who made the record say this.
    fn look_back(&self) -> Sentence {
        look_back(&self.file)
    }

    /// Tells the story: `tell` is given each event with its index and the complaint as it stood before it.
    fn story(&self, mut tell: impl FnMut(usize, &Complaint, &Event)) {
        let mut before = self.complaint.clone();
        before.events.clear();
        for (index, event) in self.complaint.events.iter().enumerate() {
            tell(index, &before, event);
            before.events.push(event.clone());
        }
    }
}

/// Returns the command that shows who made a record say what it says.
fn look_back(file: &RecordFile<'_>) -> Sentence {
    let path = file.path;
    match file.commit {
        Committed::Differs => Sentence::of("mend-look-at-edit").text("path", path),
        Committed::Same | Committed::Not => format!("git log -p -- {path}").into(),
    }
}
