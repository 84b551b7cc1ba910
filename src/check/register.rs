//! The checks that look across records: numbers, stations, sources, and what stands among the complaints.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::of_file;
use super::{Check, Finding, Remembered, Sentence, patterns, people};
use crate::domain::complaint::Source;
use crate::domain::reference::Reference;

/// So many missing numbers of one series are named one by one; of more, the last of them.
const NAMED_GAPS: usize = 20;

/// What is known about all records.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    /// The records on disk, by reference.
    pub records: Vec<Seen>,
    /// The records of the last commit that do not lie on disk: path and reference.
    pub gone: Vec<(String, Reference)>,
    /// Paths that stand among the complaints and are none.
    pub strange: Vec<String>,
    /// The stations that have a file.
    pub stations: BTreeSet<u8>,
}

/// What is remembered of a record that was looked at.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its file.
    pub path: String,
    /// The reference that its name says.
    pub reference: Reference,
    /// What was remembered of it.
    pub remembered: Remembered,
}

/// Looks across all records.
pub fn look(whole: &Whole) -> Vec<Finding> {
    let mut findings = twice(whole);
    findings.extend(gaps(whole));
    findings.extend(gone(whole));
    findings.extend(unknown_stations(whole));
    findings.extend(same_sources(whole));
    findings.extend(lost_links(whole));
    findings.extend(strange(whole));
    findings.extend(patterns::look(&whole.records));
    findings.extend(people::look(&whole.records));
    findings
}

fn twice(whole: &Whole) -> Vec<Finding> {
    let mut first: BTreeMap<Reference, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for seen in &whole.records {
        if let Some(other) = first.insert(seen.reference, &seen.path) {
            let what = Sentence::of("found-number-again").text("reference", &seen.reference).text("other", other);
            findings.push(of_file(
                Check::RefUnique,
                &seen.path,
                what,
                format!("git log --oneline -- {} {other}", seen.path),
            ));
        }
    }
    findings
}

/// Every station counts from 1 without leaving a number out, so a number that is missing was taken away.
fn gaps(whole: &Whole) -> Vec<Finding> {
    let mut series: BTreeMap<(u16, u8), BTreeSet<u32>> = BTreeMap::new();
    let on_disk = whole.records.iter().map(|seen| seen.reference);
    for reference in on_disk.chain(whole.gone.iter().map(|(_, reference)| *reference)) {
        series.entry((reference.year(), reference.station())).or_default().insert(reference.counter());
    }
    series.into_iter().flat_map(|((year, station), counters)| gaps_of(year, station, &counters)).collect()
}

fn gaps_of(year: u16, station: u8, counters: &BTreeSet<u32>) -> Vec<Finding> {
    let highest = counters.last().copied().unwrap_or(0);
    let missing = (1..highest).filter(|counter| !counters.contains(counter));
    let named = missing.filter_map(|counter| Reference::new(year, station, counter)).take(NAMED_GAPS);
    let named: Vec<Reference> = named.collect();
    let mut findings: Vec<Finding> = named.iter().copied().map(gap).collect();
    let all = usize::try_from(highest).unwrap_or(usize::MAX).saturating_sub(counters.len());
    if let (Some(last), Some(reference), 1..) = (findings.last_mut(), named.last(), all.saturating_sub(NAMED_GAPS)) {
        last.what = Sentence::of("found-gaps").text("reference", reference).count("all", all);
    }
    findings
}

fn gap(reference: Reference) -> Finding {
    let (year, file) = (reference.year(), format!("{reference}.yaml"));
    let what = Sentence::of("found-gap").text("reference", &reference);
    let command = format!("git log --diff-filter=D --stat -- 'complaints/{year}/*/{file}'");
    let mend = Sentence::of("mend-lost").text("command", &command);
    of_file(Check::NoGaps, &format!("complaints/{year}"), what, mend)
}

fn gone(whole: &Whole) -> Vec<Finding> {
    let finding = |(path, _): &(String, Reference)| {
        let what = Sentence::of("found-gone");
        of_file(Check::RecordsPresent, path, what, format!("git checkout HEAD -- {path}"))
    };
    whole.gone.iter().map(finding).collect()
}

fn unknown_stations(whole: &Whole) -> Vec<Finding> {
    let mut first: BTreeMap<u8, &str> = BTreeMap::new();
    for seen in &whole.records {
        first.entry(seen.reference.station()).or_insert(&seen.path);
    }
    let unknown = first.into_iter().filter(|(station, _)| !whole.stations.contains(station));
    unknown
        .map(|(station, path)| {
            let file = format!("complaints/stations/{station:02}.yaml");
            let what =
                Sentence::of("found-unknown-station").text("station", &format!("{station:02}")).text("file", &file);
            of_file(Check::StationsKnown, path, what, format!("git log --stat -- {file}"))
        })
        .collect()
}

fn same_sources(whole: &Whole) -> Vec<Finding> {
    let mut first: BTreeMap<&Source, Reference> = BTreeMap::new();
    let mut findings = Vec::new();
    for seen in &whole.records {
        let Some(source) = &seen.remembered.source else { continue };
        if let Some(other) = first.get(source) {
            let what = Sentence::of("found-source-again")
                .text("id", &source.id)
                .text("system", &source.system)
                .text("other", other);
            let mend = format!("complaints advance {} void --why \"taken in twice\"", seen.reference);
            findings.push(of_file(Check::SourceUnique, &seen.path, what, mend));
        } else {
            first.insert(source, seen.reference);
        }
    }
    findings
}

/// A complaint that was merged goes on in another one, so that one must be there.
fn lost_links(whole: &Whole) -> Vec<Finding> {
    let known: BTreeSet<Reference> = whole.records.iter().map(|seen| seen.reference).collect();
    let lost = |seen: &Seen| {
        let into = seen.remembered.merged_into.filter(|into| !known.contains(into))?;
        let what = Sentence::of("found-lost-link").text("into", &into);
        Some(of_file(Check::LinksExist, &seen.path, what, format!("git log -p -- {}", seen.path)))
    };
    whole.records.iter().filter_map(lost).collect()
}

fn strange(whole: &Whole) -> Vec<Finding> {
    let finding = |path: &String| {
        let what = Sentence::of("found-strange-file");
        of_file(Check::NoStrangeFiles, path, what, Sentence::of("mend-by-moving").text("path", path))
    };
    whole.strange.iter().map(finding).collect()
}
