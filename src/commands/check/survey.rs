//! Gathers what lies on disk and in the last commit, and lets every check look at it.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::check::register::{Seen, Whole};
use crate::check::{self, Check, Committed, Declared, Evidence, Finding, Looked, RecordFile, history};
use crate::commands::Context;
use crate::commands::attach::fingerprint;
use crate::commands::desk::{self, Desk};
use crate::commands::templates;
use crate::document::trial;
use crate::domain::Instant;
use crate::domain::code::Code;
use crate::error::CommandError;
use crate::register::Register;
use crate::register::fault::Fault;
use crate::register::history::Commit;
use crate::register::layout::{self, MARKER, RecordPath, RegisterPath};
use crate::register::snapshot::Snapshot;
use crate::register::work_tree::WorkTree;
use crate::settings::year_and_month;

/// Records are compared with git one after another, and looked at on all cores, so many at a time.
const HANDFUL: usize = 4096;

/// What was found.
#[derive(Default)]
pub(super) struct Survey {
    /// How many complaints were looked at.
    pub(super) complaints: usize,
    /// Everything that does not fit, by file.
    pub(super) findings: Vec<Finding>,
    /// The complaints whose stored state and level can be put right without a doubt.
    pub(super) healable: Vec<RecordPath>,
}

/// A record on disk, before it was looked at.
struct OnDisk {
    path: RecordPath,
    file: RegisterPath,
    bytes: Vec<u8>,
    evidence: Vec<Evidence>,
    commit: Committed,
}

impl Survey {
    /// Looks at the register, or at the complaints that were named.
    pub(super) fn make(
        context: &Context,
        desk: &Desk,
        references: &[String],
        asked: &[Check],
    ) -> Result<Self, CommandError> {
        let named: Vec<RecordPath> = references.iter().map(|typed| desk.find(typed)).collect::<Result<_, _>>()?;
        let listing = desk.work_tree.records()?;
        let paths = if named.is_empty() { &listing.records } else { &named };
        let head = desk.register.head()?;
        let mut survey = Self { complaints: paths.len(), findings: Vec::new(), healable: Vec::new() };
        let strange = [listing.strange.as_slice(), &listing.blocked].concat();
        let mut whole = Whole { strange, stations: stations(desk)?, ..Whole::default() };
        let settings_in_force = &desk.settings;
        let year = |instant: Instant| {
            let day = instant.with_timezone(&settings_in_force.locale.zone).date_naive();
            year_and_month(settings_in_force.register_calendar, day).map(|(year, _)| year)
        };
        let pack = |name: &Code| settings_in_force.pack(name).ok();
        let declared = Declared {
            categories: desk.settings.category_codes().into_iter().collect(),
            members: desk.settings.members.iter().map(|member| member.id.clone()).collect(),
            pack: &pack,
            work: &desk.settings.work,
            year: &year,
            now: context.now(&desk.settings)?,
        };
        for handful in paths.chunks(HANDFUL) {
            let on_disk = read(&desk.work_tree, head.as_ref(), handful)?;
            let look = |one: &OnDisk| check::look(one.as_file(), &declared);
            let looked: Vec<Looked> = on_disk.par_iter().map(look).collect();
            survey.take(&mut whole, on_disk, looked);
        }
        if named.is_empty() {
            whole.gone = gone(head.as_ref(), paths)?;
            survey.findings.extend(check::register::look(&whole));
            survey.findings.extend(settings(&desk.work_tree)?);
            survey.findings.extend(uncommitted_settings(&desk.work_tree, head.as_ref())?);
            survey.findings.extend(slower(desk, &whole, asked)?);
        }
        survey.findings.sort_by(|left, right| (&left.file, left.place).cmp(&(&right.file, right.place)));
        Ok(survey)
    }

    /// Looks at the files of settings of a register that cannot be opened with them.
    pub(super) fn of_settings(context: &Context) -> Result<Self, CommandError> {
        let register = Register::find(&desk::start_directory(context), &desk::environment(context))?;
        Ok(Self { findings: settings(&register.work_tree()?)?, ..Self::default() })
    }

    fn take(&mut self, whole: &mut Whole, on_disk: Vec<OnDisk>, looked: Vec<Looked>) {
        for (one, looked) in on_disk.into_iter().zip(looked) {
            if looked.is_healable {
                self.healable.push(one.path);
            }
            self.findings.extend(looked.findings);
            let path = one.file.to_string();
            whole.records.push(Seen { path, reference: one.path.reference(), remembered: looked.remembered });
        }
    }
}

impl OnDisk {
    fn as_file(&self) -> RecordFile<'_> {
        RecordFile {
            path: self.file.as_str(),
            reference: self.path.reference(),
            bytes: &self.bytes,
            evidence: &self.evidence,
            commit: self.commit,
        }
    }
}

fn read(work_tree: &WorkTree, head: Option<&Snapshot>, paths: &[RecordPath]) -> Result<Vec<OnDisk>, CommandError> {
    let read_one = |path: &RecordPath| -> Result<OnDisk, Fault> {
        let file = path.file();
        // A file that vanished since it was listed is empty, which no record is.
        let bytes = work_tree.read(&file)?.unwrap_or_default();
        Ok(OnDisk { path: *path, file, bytes, evidence: evidence(work_tree, *path)?, commit: Committed::Not })
    };
    let mut on_disk = paths.par_iter().map(read_one).collect::<Result<Vec<_>, Fault>>()?;
    for one in &mut on_disk {
        one.commit = commit_of(head, &one.file, &one.bytes)?;
    }
    Ok(on_disk)
}

fn commit_of(head: Option<&Snapshot>, file: &RegisterPath, bytes: &[u8]) -> Result<Committed, Fault> {
    let is_same = head.map(|head| head.says(file, bytes)).transpose()?.flatten();
    Ok(match is_same {
        Some(true) => Committed::Same,
        Some(false) => Committed::Differs,
        None => Committed::Not,
    })
}

/// Returns the files of evidence of a complaint with their fingerprints.
fn evidence(work_tree: &WorkTree, path: RecordPath) -> Result<Vec<Evidence>, Fault> {
    let mut evidence = Vec::new();
    for name in work_tree.files_in(&path.evidence_folder())? {
        // A name that no path can hold is none that the tool gave.
        let bytes = path.evidence(&name).ok().map(|place| work_tree.read(&place)).transpose()?.flatten();
        let bytes = bytes.unwrap_or_default();
        evidence.push(Evidence {
            name,
            sha256: fingerprint(&bytes),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        });
    }
    Ok(evidence)
}

/// Looks where looking takes longer, when somebody asked for it.
fn slower(desk: &Desk, whole: &Whole, asked: &[Check]) -> Result<Vec<Finding>, CommandError> {
    let mut findings = Vec::new();
    if asked.contains(&Check::Backdating) || asked.contains(&Check::NoPersonalDataInCommits) {
        let commits: Vec<history::Commit> = desk.register.commits()?.into_iter().map(commit).collect();
        findings.extend(history::look(&commits, &whole.records));
    }
    if asked.contains(&Check::TemplateRenders) {
        let shelf = templates::shelf(desk)?;
        let pack = desk.settings.pack(&desk.settings.pack).map_err(|error| CommandError::failed(&error))?;
        let faults = trial::faults(&shelf, pack);
        findings.extend(faults.iter().map(|fault| check::settings::layout(templates::FOLDER, &fault.to_string())));
    }
    Ok(findings)
}

/// Returns a commit as the checks see it.
fn commit(commit: Commit) -> history::Commit {
    let of = |key: &'static str| commit.trailers.iter().filter(move |trailer| trailer.key == key);
    let only =
        |key: &'static str| of(key).next().filter(|_| of(key).count() == 1).map(|trailer| trailer.value.as_str());
    let reference = only("Complaint").and_then(|text| text.parse().ok());
    let at = only("Complaint-At").and_then(|text| Instant::parse_from_rfc3339(text).ok());
    let (id, recorded_at, claims) = (commit.id.to_string(), commit.recorded_at, reference.zip(at));
    history::Commit { id, recorded_at, claims, words: commit.words }
}

fn stations(desk: &Desk) -> Result<BTreeSet<u8>, CommandError> {
    let names = desk.work_tree.files_in(&layout::stations_folder())?;
    Ok(names.iter().filter_map(|name| name.strip_suffix(".yaml")?.parse().ok()).collect())
}

/// Returns the complaints of the last commit that do not lie on disk.
fn gone(
    head: Option<&Snapshot>,
    on_disk: &[RecordPath],
) -> Result<Vec<(String, crate::domain::reference::Reference)>, CommandError> {
    let Some(head) = head else { return Ok(Vec::new()) };
    let on_disk: BTreeSet<&RecordPath> = on_disk.iter().collect();
    let committed = head.records()?.records;
    let gone = committed.iter().filter(|path| !on_disk.contains(path));
    Ok(gone.map(|path| (path.file().to_string(), path.reference())).collect())
}

/// Tells settings that are in force and not committed: the figures of a commit would not be the same tomorrow.
fn uncommitted_settings(work_tree: &WorkTree, head: Option<&Snapshot>) -> Result<Vec<Finding>, CommandError> {
    let folder = layout::packs_folder();
    let packs = work_tree.files_in(&folder)?.into_iter().filter(|file| file.strip_suffix(".yaml").is_some());
    let packs = packs.map(|file| desk::path(&format!("{folder}/{file}"))).collect::<Result<Vec<_>, _>>()?;
    let mut findings = Vec::new();
    for file in packs.into_iter().chain([desk::path(MARKER)?, layout::holidays_file()]) {
        if let Some(bytes) = work_tree.read(&file)? {
            findings.extend(check::committed(file.as_str(), commit_of(head, &file, &bytes)?));
        }
    }
    Ok(findings)
}

/// Looks at the files of settings.
fn settings(work_tree: &WorkTree) -> Result<Vec<Finding>, CommandError> {
    let mut findings = Vec::new();
    let folder = layout::packs_folder();
    let files = work_tree.files_in(&folder)?;
    let packs: Vec<String> = files.iter().filter_map(|file| file.strip_suffix(".yaml").map(str::to_owned)).collect();
    for name in &packs {
        let path = desk::path(&format!("{folder}/{name}.yaml"))?;
        let bytes = work_tree.read(&path)?.unwrap_or_default();
        findings.extend(check::settings::pack(path.as_str(), name, &bytes));
    }
    if let Some(bytes) = work_tree.read(&desk::path(MARKER)?)? {
        findings.extend(check::settings::register(MARKER, &bytes, &packs));
    }
    let holidays = layout::holidays_file();
    if let Some(bytes) = work_tree.read(&holidays)? {
        findings.extend(check::settings::holidays(holidays.as_str(), &bytes));
    }
    Ok(findings)
}
