//! Which file is where in a register. Only names: no disk, no git.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::domain::reference::Reference;

/// The settings; where this file is, there is a register.
pub const MARKER: &str = "complaints/register.yaml";
/// The folder of everything a register keeps.
pub(super) const COMPLAINTS: &str = "complaints";
/// Months of the longest year a calendar may have.
pub(super) const MONTHS: std::ops::RangeInclusive<u8> = 1..=13;

/// A path from the register's root: `/` between the parts, nowhere outside of the register, never inside `.git`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegisterPath(String);

/// A text that is no path inside a register.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a path inside a register")]
pub struct PathError {
    /// The text.
    pub found: String,
}

/// The place of one complaint: `complaints/1405/08/1405-01-0147-1.yaml`.
///
/// The year is that of the reference; the month is that of the registration, in the register's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordPath {
    reference: Reference,
    month: u8,
}

impl RegisterPath {
    /// Returns the path as text with `/` between the parts.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the file's place on disk under a register's root.
    pub fn under(&self, root: &Path) -> PathBuf {
        self.0.split('/').fold(root.to_owned(), |path, part| path.join(part))
    }
}

impl fmt::Display for RegisterPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for RegisterPath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        let is_name = |part: &str| {
            !matches!(part, "" | "." | "..")
                && part.len() <= 255
                && !part.eq_ignore_ascii_case(".git")
                && !part.eq_ignore_ascii_case("git~1")
                && !part.chars().any(|character| character == '\\' || character.is_control())
        };
        if text.len() <= 4000 && text.split('/').all(is_name) {
            Ok(Self(text.to_owned()))
        } else {
            Err(PathError { found: text.to_owned() })
        }
    }
}

impl RecordPath {
    /// Returns the place of a complaint registered in a month (1-13); `None` outside of these.
    pub fn new(reference: Reference, month: u8) -> Option<Self> {
        MONTHS.contains(&month).then_some(Self { reference, month })
    }

    /// Returns the complaint's reference.
    pub fn reference(self) -> Reference {
        self.reference
    }

    /// Returns the month of the registration, 1-13.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the record's file.
    pub fn file(self) -> RegisterPath {
        RegisterPath(format!("{}.yaml", self.stem()))
    }

    /// Returns the file of a piece of evidence; its name must be one part of a path.
    pub fn evidence(self, name: &str) -> Result<RegisterPath, PathError> {
        let path: RegisterPath = format!("{}/{name}", self.stem()).parse()?;
        if name.contains('/') { Err(PathError { found: name.to_owned() }) } else { Ok(path) }
    }

    /// Returns the folder of the complaint's evidence.
    pub fn evidence_folder(self) -> RegisterPath {
        RegisterPath(self.stem())
    }

    fn stem(self) -> String {
        format!("{}/{}", month_folder(self.reference.year(), self.month), self.reference)
    }
}

impl FromStr for RecordPath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        record_of(text).ok_or_else(|| PathError { found: text.to_owned() })
    }
}

/// Reads a path that is exactly what [`RecordPath::file`] writes. Listings read every name so; nothing is allocated.
fn record_of(text: &str) -> Option<RecordPath> {
    let (folder, file) = text.rsplit_once('/')?;
    let (folder, month) = folder.rsplit_once('/')?;
    let year = folder.strip_prefix(COMPLAINTS)?.strip_prefix('/')?;
    let reference: Reference = file.strip_suffix(".yaml")?.parse().ok()?;
    let is_its_year = digits(year, 4)? == u32::from(reference.year());
    RecordPath::new(reference, month_named(month)?).filter(|_| is_its_year)
}

/// Reads a number of exactly so many ASCII digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let fits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

/// Returns the counter in a record's file name that begins with the year and station of `prefix`; the rest is not checked.
pub(super) fn counter_in(name: &str, prefix: &str) -> Option<u32> {
    name.strip_prefix(prefix)?.split('-').next()?.parse().ok()
}

/// Returns how the names of a station's records begin in a year.
pub(super) fn name_prefix(year: u16, station: u8) -> String {
    format!("{year:04}-{station:02}-")
}

/// Returns the folder of the complaints registered in a month.
pub(super) fn month_folder(year: u16, month: u8) -> String {
    format!("{}/{month:02}", year_folder(year))
}

/// Returns the month of which a folder in that of a year has the name.
pub(super) fn month_named(name: &str) -> Option<u8> {
    u8::try_from(digits(name, 2)?).ok().filter(|month| MONTHS.contains(month))
}

/// Returns the folder of the complaints registered in a year.
pub(super) fn year_folder(year: u16) -> String {
    format!("{COMPLAINTS}/{year:04}")
}

/// Returns the folder of the stations that mint numbers.
pub fn stations_folder() -> RegisterPath {
    RegisterPath(format!("{COMPLAINTS}/stations"))
}

/// Returns the folder of the register's own rule packs.
pub fn packs_folder() -> RegisterPath {
    RegisterPath(format!("{COMPLAINTS}/packs"))
}

/// Returns the file of the days off.
pub fn holidays_file() -> RegisterPath {
    RegisterPath(format!("{COMPLAINTS}/holidays.yaml"))
}

/// Returns the file that says who holds a station.
pub fn station_file(station: u8) -> RegisterPath {
    RegisterPath(format!("{}/{station:02}.yaml", stations_folder()))
}

/// Returns git's file of attributes at the register's root.
pub(super) fn attributes_file() -> RegisterPath {
    RegisterPath(".gitattributes".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> RecordPath {
        RecordPath::new("1405-01-0147-1".parse().expect("a reference"), 8).expect("a month")
    }

    #[test]
    fn a_complaint_lives_in_its_year_and_month() {
        assert_eq!(record().file().as_str(), "complaints/1405/08/1405-01-0147-1.yaml");
        assert_eq!(
            record().evidence("photo.jpg").expect("a name").as_str(),
            "complaints/1405/08/1405-01-0147-1/photo.jpg"
        );
        assert_eq!("complaints/1405/08/1405-01-0147-1.yaml".parse(), Ok(record()));
    }

    #[test]
    fn a_record_elsewhere_is_not_a_record() {
        for path in [
            "complaints/1404/08/1405-01-0147-1.yaml",
            "complaints/1405/8/1405-01-0147-1.yaml",
            "complaints/1405/14/1405-01-0147-1.yaml",
            "complaints/1405/08/1405-01-0147-2.yaml",
            "complaints/1405/08/1405-01-0147-1.yml",
            "complaints/1405/08/x/1405-01-0147-1.yaml",
            "1405/08/1405-01-0147-1.yaml",
            "complaints/1405/08/1405-01-00147-1.yaml",
            "complaints/1405/08/1405-01-147-1.yaml",
            "complaints/1405/08/1405-01-0147-1-1.yaml",
            "complaints/1405/08/+405-01-0147-1.yaml",
            "complaints/1405/08/.yaml",
            "",
        ] {
            assert!(path.parse::<RecordPath>().is_err(), "{path}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_register() {
        for path in
            ["", "/", "/a", "a/", "a//b", "../a", "a/../b", "./a", ".git/config", "a/.GIT/b", "a\\b", "a\nb", "a\0"]
        {
            assert!(path.parse::<RegisterPath>().is_err(), "{path:?}");
        }
        assert!(record().evidence("../x").is_err());
        assert!(record().evidence("a/b").is_err());
        assert!("complaints/1405/نامه.pdf".parse::<RegisterPath>().is_ok());
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parsers_panic(text in "\\PC*") {
            drop(text.parse::<RegisterPath>());
            drop(text.parse::<RecordPath>());
        }

        #[test]
        fn a_record_path_is_read_back(year in 1000_u16..=9999, station in 1_u8..=99, counter in 1_u32..=99_999_999, month in 1_u8..=13) {
            let reference = Reference::new(year, station, counter).expect("in range");
            let record = RecordPath::new(reference, month).expect("in range");
            proptest::prop_assert_eq!(record.file().as_str().parse::<RecordPath>(), Ok(record));
        }
    }
}
