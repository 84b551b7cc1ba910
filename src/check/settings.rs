//! Can the settings and the days off be read, and is every value one that can be used?

use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate};
use serde::de::DeserializeOwned;

use super::reading::{check_of, of_file};
use super::{Check, Finding, Sentence};
use crate::calendar::CalendarKind;
use crate::calendar::days_off::OffKind;
use crate::calendar::week::Slot;
use crate::domain::code::Code;
use crate::domain::words::DisputeMethod;
use crate::record::pack_file::{self, PackError};
use crate::record::register_file::{DayOff, HolidaysFile, Labels, MemberFile, RegisterFile, WeekFile};
use crate::record::yaml::document::{Document, Step};
use crate::record::yaml::excerpt::excerpt;
use crate::record::yaml::fault::{Fault, Place};
use crate::record::yaml::read::read;
use crate::record::yaml::source::Source;
use crate::text::contact::leads_to_a_person;
use crate::text::digits::Digits;
use crate::text::language::Language;

/// A file of settings with its findings.
struct Desk<'a> {
    path: &'a str,
    document: Document<'a>,
    findings: Vec<Finding>,
}

/// Looks at `register.yaml`; `own_packs` are the names of the register's own rule packs.
pub fn register(path: &str, bytes: &[u8], own_packs: &[String]) -> Vec<Finding> {
    look::<RegisterFile>(path, bytes, |desk, file| {
        desk.one::<Language>(&[Step::Key("language")], &file.language);
        desk.one::<CalendarKind>(&[Step::Key("calendar")], &file.calendar);
        desk.one::<crate::calendar::Zone>(&[Step::Key("time_zone")], &file.time_zone);
        if let Some(digits) = &file.digits {
            desk.one::<Digits>(&[Step::Key("digits")], digits);
        }
        if !own_packs.contains(&file.pack)
            && let Err(error) = pack_file::built_in(&file.pack)
        {
            desk.wrong(&[Step::Key("pack")], Sentence::fault(&error));
        }
        desk.format(file.format);
        desk.week(file.week.as_ref());
        desk.members(&file.members);
        for (code, provider) in &file.providers {
            desk.one::<Code>(&[Step::Key("providers"), Step::Key(code)], code);
            let at = [Step::Key("providers"), Step::Key(code), Step::Key("method")];
            desk.one::<DisputeMethod>(&at, &provider.method);
        }
        for (list, codes) in [("categories", &file.categories), ("products", &file.products)] {
            for (code, labels) in codes {
                desk.one::<Code>(&[Step::Key(list), Step::Key(code)], code);
                desk.labels(list, code, labels);
            }
        }
    })
}

/// Looks at a rule pack of the register's own.
pub fn pack(path: &str, name: &str, bytes: &[u8]) -> Vec<Finding> {
    match pack_file::read(name, path, bytes) {
        Err(PackError::Unreadable { place, cause, .. }) => {
            vec![finding(Check::SettingsSound, path, place, Sentence::fault(&cause))]
        }
        Err(error @ PackError::Unknown { .. }) => {
            vec![finding(Check::SettingsSound, path, None, Sentence::fault(&error))]
        }
        Ok(_) => Vec::new(),
    }
}

/// Returns that a layout of the register's own does not print a paper.
pub fn layout(path: &str, fault: &str) -> Finding {
    let mend = "complaints templates test; complaints templates show NAME --built-in".to_owned();
    of_file(Check::TemplateRenders, path, Sentence::fault(fault), mend)
}

/// Looks at `holidays.yaml`.
pub fn holidays(path: &str, bytes: &[u8]) -> Vec<Finding> {
    look::<HolidaysFile>(path, bytes, |desk, file| {
        desk.format(file.format);
        for (index, day) in file.days.iter().enumerate() {
            desk.day_off(index, day);
        }
    })
}

fn look<T: DeserializeOwned>(path: &str, bytes: &[u8], judge: impl FnOnce(&mut Desk<'_>, &T)) -> Vec<Finding> {
    let unreadable = |fault: &Fault, text: &str| {
        let check = match check_of(&fault.kind) {
            Check::SchemaKnown => Check::SettingsSound,
            other => other,
        };
        let mut finding = finding(check, path, Some(fault.place), Sentence::fault(&fault.kind));
        finding.excerpt = Some(excerpt(text, fault.place));
        vec![finding]
    };
    let source = match Source::decode(bytes) {
        Ok(source) => source,
        Err(fault) => return unreadable(&fault, ""),
    };
    let document = match Document::parse(&source) {
        Ok(document) => document,
        Err(fault) => return unreadable(&fault, source.text()),
    };
    match read(&document) {
        Err(fault) => unreadable(&fault, source.text()),
        Ok(file) => {
            let mut desk = Desk { path, document, findings: Vec::new() };
            judge(&mut desk, &file);
            desk.findings
        }
    }
}

fn finding(check: Check, path: &str, place: Option<Place>, what: Sentence) -> Finding {
    Finding {
        check,
        file: path.to_owned(),
        place,
        what,
        excerpt: None,
        mend: Sentence::of("mend-settings").text("path", path),
    }
}

impl Desk<'_> {
    fn find(&mut self, check: Check, steps: &[Step<'_>], what: Sentence) {
        let place = (0..=steps.len()).rev().find_map(|length| self.document.place(&steps[..length]));
        self.findings.push(finding(check, self.path, place, what));
    }

    fn wrong(&mut self, steps: &[Step<'_>], what: Sentence) {
        self.find(Check::SettingsSound, steps, what);
    }

    /// Reads one value and tells when it does not fit.
    fn one<T: FromStr<Err: Display>>(&mut self, steps: &[Step<'_>], text: &str) -> Option<T> {
        let read = text.parse::<T>();
        if let Err(error) = &read {
            let error = error.to_string();
            let is_named = error.contains(text);
            let beside_it = || Sentence::of("found-wrong-value").text("value", text).text("fault", &error);
            self.wrong(steps, if is_named { Sentence::fault(&error) } else { beside_it() });
        }
        read.ok()
    }

    fn format(&mut self, format: u32) {
        if format != 1 {
            self.wrong(&[Step::Key("format")], Sentence::of("found-other-format").text("format", &format));
        }
    }

    /// Reports print these names, so they lead to nobody.
    fn labels(&mut self, list: &str, code: &str, labels: &Labels) {
        for (language, label) in [("en", &labels.en), ("fa", &labels.fa)] {
            if let Some(lead) = leads_to_a_person(label) {
                let what = Sentence::of("found-lead-in-label").text("lead", lead);
                let steps = [Step::Key(list), Step::Key(code), Step::Key(language)];
                self.find(Check::SummaryHasNoPersonalData, &steps, what);
            }
        }
    }

    fn week(&mut self, week: Option<&WeekFile>) {
        let Some(week) = week else { return };
        let days = [
            ("saturday", &week.saturday),
            ("sunday", &week.sunday),
            ("monday", &week.monday),
            ("tuesday", &week.tuesday),
            ("wednesday", &week.wednesday),
            ("thursday", &week.thursday),
            ("friday", &week.friday),
        ];
        for (day, slots) in days {
            for (index, slot) in slots.iter().enumerate() {
                self.one::<Slot>(&[Step::Key("week"), Step::Key(day), Step::Index(index)], slot);
            }
        }
        if days.iter().all(|(_, slots)| slots.is_empty()) {
            self.wrong(&[Step::Key("week")], Sentence::of("found-nobody-works"));
        }
    }

    fn members(&mut self, members: &[MemberFile]) {
        let (mut ids, mut emails) = (BTreeSet::new(), BTreeSet::new());
        for (index, member) in members.iter().enumerate() {
            let at = |key| [Step::Key("members"), Step::Index(index), Step::Key(key)];
            if !ids.insert(member.id.as_str()) {
                self.wrong(&at("id"), Sentence::of("found-member-id-again").text("id", &member.id));
            }
            if !emails.insert(member.email.to_lowercase()) {
                self.wrong(&at("email"), Sentence::of("found-member-email-again"));
            }
            let mut day = |key, text: &Option<String>| self.one::<NaiveDate>(&at(key), text.as_deref()?);
            if let (Some(from), Some(until)) = (day("from", &member.from), day("until", &member.until))
                && until < from
            {
                self.wrong(
                    &at("until"),
                    Sentence::of("found-until-before-from").text("until", &until).text("from", &from),
                );
            }
        }
    }

    fn day_off(&mut self, index: usize, day_off: &DayOff) {
        let at = |key| [Step::Key("days"), Step::Index(index), Step::Key(key)];
        self.one::<OffKind>(&at("kind"), &day_off.kind);
        let day = self.one::<NaiveDate>(&at("day"), &day_off.day);
        let added_at = day_off.added_at.as_ref().and_then(|text| self.added_on(&at("added_at"), text));
        if let (Some(day), Some(added_on)) = (day, added_at)
            && added_on > day
        {
            let what = Sentence::of("found-late-day-off").text("day", &day).text("added_on", &added_on);
            self.find(Check::NoLateDaysOff, &at("added_at"), what);
        }
    }

    /// Returns the day on which a day off was entered: that of a time, or a day.
    fn added_on(&mut self, steps: &[Step<'_>], text: &str) -> Option<NaiveDate> {
        match DateTime::parse_from_rfc3339(text) {
            Ok(instant) => Some(instant.date_naive()),
            Err(_) => self.one::<NaiveDate>(steps, text),
        }
    }
}
