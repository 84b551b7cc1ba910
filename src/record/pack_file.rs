//! Rule packs: YAML in, [`Pack`] out. The built-in ones are embedded; a register may keep its own beside its records.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Deserialize;

use super::register_file::Labels;
use super::yaml::document::{Document, Step as Key};
use super::yaml::fault::{Fault, Place};
use super::yaml::read::read as read_document;
use super::yaml::source::Source;
use crate::domain::event::Kind;
use crate::domain::pack::{Basis, ClockRule, Extension, Limit, Pack};
use crate::domain::rules::Requirement;

macro_rules! built_in {
    ($($name:literal)+) => {
        [$(BuiltIn {
            name: $name,
            text: include_str!(concat!("../../templates/packs/", $name, ".yaml")),
            pack: OnceLock::new(),
        }),+]
    };
}

/// A built-in pack; read when it is first asked for, because most commands need one of them. Its text has the canonical form,
/// which is read quickly.
struct BuiltIn {
    name: &'static str,
    text: &'static str,
    pack: OnceLock<Pack>,
}

/// The built-in packs, by name, the usual one first.
static BUILT_IN: [BuiltIn; 9] = built_in![
    "standard" "hours-24-72" "iso-10002" "fca-disp" "asic-rg271" "uk-housing-2024" "enamad-96h" "isiri-20d" "minimal"
];

/// Why a pack cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// There is no pack of this name.
    #[error("`{name}` is no rule pack; there are: {}", known.join(" "))]
    Unknown {
        /// The name.
        name: String,
        /// The packs there are.
        known: Vec<String>,
    },
    /// The pack's text cannot be read.
    #[error("{path}{}: {cause}", place.map_or_else(String::new, |place| format!(":{}:{}", place.line, place.column)))]
    Unreadable {
        /// The file.
        path: String,
        /// Line and column.
        place: Option<Place>,
        /// Why.
        cause: String,
    },
}

/// A rule pack, as it stands in `complaints/packs/NAME.yaml`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Rule pack, format 1")]
pub struct PackFile {
    /// The format of this file: 1.
    format: u32,
    /// Its name, the same as the file's.
    id: String,
    /// Where its rules come from, in words.
    basis: Option<Labels>,
    /// What must happen by when. The clocks `acknowledge` and `respond` are those of receipts and reports.
    #[serde(default)]
    clocks: Vec<ClockFile>,
    /// For how many days a complainant may take a rejection further; until then the complaint stays open.
    review_window_days: u16,
    /// How often the complainant is asked in vain before a complaint may be closed without a reply.
    attempts: u8,
    /// Over how many days at least these attempts are spread, as recorded contacts; absent: none.
    #[serde(default)]
    attempts_days: u16,
    /// By how many ways of contact at least, as recorded contacts; absent: any.
    #[serde(default)]
    attempts_ways: u8,
    /// How long after its receipt a complaint may be resolved at once, with a summary instead of a decision; absent: at any
    /// time.
    resolve_now_within: Option<LimitFile>,
    /// What each step must record beyond what always applies, by step.
    #[serde(default)]
    requires: BTreeMap<String, Vec<String>>,
    /// What each paper must say, whatever its layout, by paper.
    #[serde(default)]
    clauses: BTreeMap<String, Vec<String>>,
}

/// A clock of a rule pack.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClockFile {
    /// Its name, once in a pack.
    id: String,
    /// The kinds of event that start it; each one that happens again starts it anew.
    start: Vec<String>,
    /// The kinds of event that stop it. The end of a complaint stops every clock.
    stop: Vec<String>,
    /// How long it runs, counted in `unit`.
    amount: u16,
    /// hours, working-hours, working-days, calendar-days or weeks.
    unit: String,
    /// Whether it stands still while a complaint is on hold. A statutory one cannot.
    #[serde(default)]
    pausable: bool,
    /// How it can be extended; absent: not at all.
    extendable: Option<ExtensionFile>,
    /// Whether an authority sets it: then no date told to a complainant puts it off.
    #[serde(default)]
    statutory: bool,
    /// Where the rule comes from, in words.
    basis: Option<Labels>,
}

/// An amount of time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitFile {
    /// How long, counted in `unit`.
    amount: u16,
    /// hours, working-hours, working-days, calendar-days or weeks.
    unit: String,
}

/// How a clock can be extended: before it has run out, with a reason and a new date that the complainant is told.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionFile {
    /// By how much at most, counted in `unit` from the end it had.
    amount: u16,
    /// hours, working-hours, working-days, calendar-days or weeks.
    unit: String,
    /// What an extension must record beyond reason, date and telling.
    #[serde(default)]
    requires: Vec<String>,
}

/// Returns the names of the built-in packs.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|built_in| built_in.name)
}

/// Returns the texts of the built-in packs.
#[cfg(test)]
pub(super) fn built_in_texts() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|built_in| built_in.text)
}

/// Returns a built-in pack.
pub fn built_in(name: &str) -> Result<&'static Pack, PackError> {
    let unknown = || PackError::Unknown { name: name.to_owned(), known: built_in_names().map(str::to_owned).collect() };
    let built_in = BUILT_IN.iter().find(|built_in| built_in.name == name).ok_or_else(unknown)?;
    if let Some(pack) = built_in.pack.get() {
        return Ok(pack);
    }
    let pack = read(name, &format!("templates/packs/{name}.yaml"), built_in.text.as_bytes())?;
    Ok(built_in.pack.get_or_init(|| pack))
}

/// Reads the pack of a name from its YAML; a fault names the place in `path`.
pub fn read(name: &str, path: &str, bytes: &[u8]) -> Result<Pack, PackError> {
    let faulty = |fault: Fault| PackError::Unreadable {
        path: path.to_owned(),
        place: Some(fault.place),
        cause: fault.kind.to_string(),
    };
    let source = Source::decode(bytes).map_err(faulty)?;
    let document = Document::parse(&source).map_err(faulty)?;
    let file: PackFile = read_document(&document).map_err(faulty)?;
    Reading { path, document: &document }.pack(name, &file)
}

fn basis(words: Option<&Labels>) -> Basis {
    words.map_or_else(Basis::default, |Labels { en, fa }| Basis { en: en.clone(), fa: fa.clone() })
}

/// A pack that is being read, to name the place of whatever does not fit.
struct Reading<'a, 's> {
    path: &'a str,
    document: &'a Document<'s>,
}

impl Reading<'_, '_> {
    fn pack(&self, name: &str, file: &PackFile) -> Result<Pack, PackError> {
        if file.format != 1 {
            return Err(self.wrong(&[Key::Key("format")], format!("`{}`: this version reads format 1", file.format)));
        }
        if file.id != name {
            return Err(self.wrong(&[Key::Key("id")], format!("`{}` is not the name of the file, `{name}`", file.id)));
        }
        let clocks: Vec<ClockRule> =
            file.clocks.iter().enumerate().map(|(index, clock)| self.clock(index, clock)).collect::<Result<_, _>>()?;
        let repeated = |index: &usize| clocks[..*index].iter().any(|clock| clock.id == clocks[*index].id);
        if let Some(index) = (0..clocks.len()).find(repeated) {
            let at = [Key::Key("clocks"), Key::Index(index), Key::Key("id")];
            return Err(self.wrong(&at, format!("`{}` is the name of a clock above", clocks[index].id)));
        }
        let requires = file.requires.iter().map(|(step, items)| {
            let at = [Key::Key("requires"), Key::Key(step)];
            Ok((self.word(&at, step)?, self.words(&at, items)?))
        });
        let clauses = file.clauses.iter().map(|(paper, items)| {
            let at = [Key::Key("clauses"), Key::Key(paper)];
            Ok((self.word(&at, paper)?, self.words(&at, items)?))
        });
        Ok(Pack {
            id: self.word(&[Key::Key("id")], &file.id)?,
            basis: basis(file.basis.as_ref()),
            clocks,
            review_window_days: file.review_window_days,
            attempts: file.attempts,
            attempts_days: file.attempts_days,
            attempts_ways: file.attempts_ways,
            resolve_now_within: file.resolve_now_within.as_ref().map(|limit| self.limit(limit)).transpose()?,
            requires: requires.collect::<Result<_, _>>()?,
            clauses: clauses.collect::<Result<_, _>>()?,
        })
    }

    fn clock(&self, index: usize, file: &ClockFile) -> Result<ClockRule, PackError> {
        let at = |key| [Key::Key("clocks"), Key::Index(index), Key::Key(key)];
        if file.statutory && file.pausable {
            return Err(self.wrong(&at("pausable"), "a statutory clock never stands still".to_owned()));
        }
        let start: Vec<Kind> = self.words(&at("start"), &file.start)?;
        if start.is_empty() {
            return Err(self.wrong(&at("start"), "nothing starts this clock".to_owned()));
        }
        let extension = file.extendable.as_ref().map(|extension| self.extension(index, extension)).transpose()?;
        Ok(ClockRule {
            id: self.word(&at("id"), &file.id)?,
            start,
            stop: self.words(&at("stop"), &file.stop)?,
            limit: Limit { amount: file.amount, unit: self.word(&at("unit"), &file.unit)? },
            is_pausable: file.pausable,
            extension,
            is_statutory: file.statutory,
            basis: basis(file.basis.as_ref()),
        })
    }

    fn extension(&self, index: usize, file: &ExtensionFile) -> Result<Extension, PackError> {
        let at = |key| [Key::Key("clocks"), Key::Index(index), Key::Key("extendable"), Key::Key(key)];
        let most = Limit { amount: file.amount, unit: self.word(&at("unit"), &file.unit)? };
        let requires: Vec<Requirement> = self.words(&at("requires"), &file.requires)?;
        Ok(Extension { most, requires })
    }

    fn limit(&self, file: &LimitFile) -> Result<Limit, PackError> {
        let at = [Key::Key("resolve_now_within"), Key::Key("unit")];
        Ok(Limit { amount: file.amount, unit: self.word(&at, &file.unit)? })
    }

    fn word<T: FromStr<Err: Display>>(&self, at: &[Key<'_>], text: &str) -> Result<T, PackError> {
        text.parse().map_err(|error: T::Err| self.wrong(at, error.to_string()))
    }

    fn words<T: FromStr<Err: Display>>(&self, at: &[Key<'_>], texts: &[String]) -> Result<Vec<T>, PackError> {
        texts.iter().map(|text| self.word(at, text)).collect()
    }

    fn wrong(&self, at: &[Key<'_>], cause: String) -> PackError {
        let place = (0..=at.len()).rev().find_map(|length| self.document.place(&at[..length]));
        PackError::Unreadable { path: self.path.to_owned(), place, cause }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::pack::{RESPOND, Unit};

    #[test]
    fn every_built_in_pack_can_be_read_and_says_where_its_rules_come_from() {
        for name in built_in_names() {
            let pack = built_in(name).expect("a readable pack");
            assert_eq!(pack.id.as_str(), name);
            assert!(!pack.basis.fa.is_empty(), "{name}");
            for clock in &pack.clocks {
                assert!(!clock.basis.fa.is_empty(), "{name}: {}", clock.id);
                assert!(!clock.stop.is_empty(), "{name}: {}", clock.id);
            }
        }
    }

    #[test]
    fn the_limits_of_the_regimes_are_theirs() {
        let respond = |name: &str| {
            let pack = built_in(name).expect("a readable pack");
            let clock = pack.clock(RESPOND).expect("an answer is owed").clone();
            (clock.limit, clock.is_statutory, clock.is_pausable)
        };
        let limit = |amount, unit| Limit { amount, unit };
        assert_eq!(respond("standard"), (limit(3, Unit::WorkingDays), false, true));
        assert_eq!(respond("hours-24-72"), (limit(72, Unit::Hours), false, true));
        assert_eq!(respond("fca-disp"), (limit(8, Unit::Weeks), true, false));
        assert_eq!(respond("asic-rg271"), (limit(30, Unit::CalendarDays), true, false));
        assert_eq!(respond("uk-housing-2024"), (limit(10, Unit::WorkingDays), true, false));
        assert_eq!(respond("enamad-96h"), (limit(96, Unit::Hours), true, false));
        assert_eq!(respond("isiri-20d"), (limit(20, Unit::CalendarDays), true, false));
    }

    #[test]
    fn what_is_solved_at_once_is_solved_within_the_days_of_the_regime() {
        let within = |name: &str| built_in(name).expect("a readable pack").resolve_now_within;
        let days = |amount| Some(Limit { amount, unit: Unit::WorkingDays });
        assert_eq!((within("fca-disp"), within("asic-rg271"), within("standard")), (days(3), days(5), None));
        assert_eq!(
            fault("attempts: 2", "attempts: 2\nresolve_now_within:\n  amount: 3\n  unit: moons"),
            "complaints/packs/own.yaml:7:3: `moons` is no unit of time; allowed: hours working-hours working-days calendar-days weeks"
        );
    }

    #[test]
    fn an_unknown_pack_names_those_there_are() {
        let error = built_in("standart").expect_err("no such pack");
        assert_eq!(
            error.to_string(),
            "`standart` is no rule pack; there are: standard hours-24-72 iso-10002 fca-disp asic-rg271 uk-housing-2024 enamad-96h isiri-20d minimal"
        );
    }

    const OWN: &str = "format: 1\nid: own\nreview_window_days: 30\nattempts: 2\nclocks:\n  - id: respond\n    start: [received]\n    stop: [responded]\n    amount: 2\n    unit: weeks\n";

    fn fault(old: &str, new: &str) -> String {
        let text = OWN.replace(old, new);
        assert_ne!(text, OWN, "the test changes something");
        read("own", "complaints/packs/own.yaml", text.as_bytes()).expect_err("it does not fit").to_string()
    }

    #[test]
    fn what_does_not_fit_is_named_with_its_place() {
        assert!(read("own", "own.yaml", OWN.as_bytes()).is_ok());
        assert_eq!(
            fault("unit: weeks", "unit: fortnights"),
            "complaints/packs/own.yaml:10:5: `fortnights` is no unit of time; allowed: hours working-hours working-days calendar-days weeks"
        );
        assert_eq!(
            fault("id: own", "id: other"),
            "complaints/packs/own.yaml:2:1: `other` is not the name of the file, `own`"
        );
        assert_eq!(
            fault("unit: weeks", "unit: weeks\n    pausable: true\n    statutory: true"),
            "complaints/packs/own.yaml:11:5: a statutory clock never stands still"
        );
        assert_eq!(fault("[received]", "[]"), "complaints/packs/own.yaml:7:5: nothing starts this clock");
        assert_eq!(fault("format: 1", "format: 2"), "complaints/packs/own.yaml:1:1: `2`: this version reads format 1");
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC*") {
            drop(read("own", "own.yaml", text.as_bytes()));
            drop(read("own", "own.yaml", format!("{OWN}{text}").as_bytes()));
        }
    }
}
