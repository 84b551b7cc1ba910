//! Finding complaints by their names alone, on disk and in a commit alike. No record is opened here.

use crate::domain::reference::{Reference, Wanted};
use crate::register::fault::Fault;
use crate::register::files::Kind;
use crate::register::layout::{
    COMPLAINTS, MONTHS, RecordPath, counter_in, month_folder, month_named, name_prefix, year_folder,
};

/// Something that has folders with names in them.
pub(super) trait Shelf {
    /// Returns the names in a folder of the register; none when there is no such folder.
    fn names(&self, folder: &str) -> Result<Vec<(String, Kind)>, Fault>;
    /// Returns what stands at a path of the register.
    fn kind(&self, path: &str) -> Result<Option<Kind>, Fault>;
}

/// The complaints of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The places of the complaints, by reference.
    pub records: Vec<RecordPath>,
    /// Paths at which complaints stand and something else does: a link, a folder in place of a file, a file in place of a
    /// folder. It is not looked into, and what it hides must be told.
    pub blocked: Vec<String>,
    /// Paths that stand among the complaints and are none: findings for `check`.
    pub strange: Vec<String>,
}

/// Returns all complaints, sorted by reference, and what else stands among them.
pub(super) fn list(shelf: &dyn Shelf) -> Result<Listing, Fault> {
    let mut listing = Listing::default();
    for (year, kind) in years(shelf)? {
        match kind {
            Kind::Folder => list_year(shelf, year, &mut listing)?,
            _ => listing.blocked.push(year_folder(year)),
        }
    }
    listing.records.sort_unstable();
    Ok(listing)
}

/// Returns the complaints that were meant. A whole reference takes one look per month; for a part of one the newest year
/// that has a match is listed, and there the matches of the preferred station win when none was named.
pub(super) fn find(shelf: &dyn Shelf, wanted: Wanted, preferred: Option<u8>) -> Result<Vec<RecordPath>, Fault> {
    if let Some(reference) = wanted.whole() {
        return find_whole(shelf, reference);
    }
    let years = match wanted.year {
        Some(year) => vec![year],
        None => years(shelf)?.into_iter().filter(|(_, kind)| *kind == Kind::Folder).map(|(year, _)| year).collect(),
    };
    for year in years.into_iter().rev() {
        let mut listing = Listing::default();
        list_year(shelf, year, &mut listing)?;
        let mut found = listing.records;
        found.extend(listing.blocked.iter().filter_map(|path| path.parse::<RecordPath>().ok()));
        found.retain(|record| record.reference().answers(wanted));
        let is_preferred = |record: &RecordPath| Some(record.reference().station()) == preferred;
        if wanted.station.is_none() && found.iter().any(is_preferred) {
            found.retain(is_preferred);
        }
        if !found.is_empty() {
            found.sort_unstable();
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// Returns the highest counter that a station has given out in a year; 0 when it has given out none.
pub(super) fn highest_counter(shelf: &dyn Shelf, year: u16, station: u8) -> Result<u32, Fault> {
    let mut highest = 0;
    for month in MONTHS {
        highest = highest.max(highest_counter_in(shelf, year, month, station)?);
    }
    Ok(highest)
}

/// Returns the highest counter of a station among the complaints registered in a month; 0 when there are none.
pub(super) fn highest_counter_in(shelf: &dyn Shelf, year: u16, month: u8, station: u8) -> Result<u32, Fault> {
    let prefix = name_prefix(year, station);
    let folder = month_folder(year, month);
    let mut highest = 0;
    // From the end, where the highest are: then hardly any name needs to be read whole.
    for (name, kind) in shelf.names(&folder)?.into_iter().rev() {
        let is_higher = counter_in(&name, &prefix).filter(|counter| *counter > highest);
        if let (Some(counter), Kind::File) = (is_higher, kind)
            && format!("{folder}/{name}").parse::<RecordPath>().is_ok()
        {
            highest = counter;
        }
    }
    Ok(highest)
}

/// Returns the places of a complaint, whatever stands there: one, or none; more when a file was copied into another month.
pub(super) fn find_whole(shelf: &dyn Shelf, reference: Reference) -> Result<Vec<RecordPath>, Fault> {
    let mut found = Vec::new();
    for record in MONTHS.filter_map(|month| RecordPath::new(reference, month)) {
        if shelf.kind(record.file().as_str())?.is_some() {
            found.push(record);
        }
    }
    Ok(found)
}

/// Returns the years of complaints with what stands at their place, which should be a folder.
fn years(shelf: &dyn Shelf) -> Result<Vec<(u16, Kind)>, Fault> {
    let mut years = Vec::new();
    for (name, kind) in shelf.names(COMPLAINTS)? {
        let year = name.parse().ok().filter(|year| (1000..=9999).contains(year));
        if let (Some(year), 4) = (year, name.len()) {
            years.push((year, kind));
        }
    }
    years.sort_unstable_by_key(|(year, _)| *year);
    Ok(years)
}

fn list_year(shelf: &dyn Shelf, year: u16, listing: &mut Listing) -> Result<(), Fault> {
    let folder = year_folder(year);
    for (name, kind) in visible(shelf.names(&folder)?) {
        let path = format!("{folder}/{name}");
        match (month_named(&name), kind) {
            (Some(_), Kind::Folder) => list_month(shelf, &path, listing)?,
            (Some(_), _) => listing.blocked.push(path),
            (None, _) => listing.strange.push(path),
        }
    }
    Ok(())
}

fn list_month(shelf: &dyn Shelf, folder: &str, listing: &mut Listing) -> Result<(), Fault> {
    for (name, kind) in visible(shelf.names(folder)?) {
        let path = format!("{folder}/{name}");
        match (path.parse(), kind) {
            (Ok(record), Kind::File) => listing.records.push(record),
            (Ok(_), _) => listing.blocked.push(path),
            (Err(_), Kind::Folder) if is_of_evidence(&path) => {}
            (Err(_), _) => listing.strange.push(path),
        }
    }
    Ok(())
}

/// The folder of a complaint's evidence has the record's name without its ending.
fn is_of_evidence(folder: &str) -> bool {
    format!("{folder}.yaml").parse::<RecordPath>().is_ok()
}

/// Leaves out what editors and file managers hide.
fn visible(names: Vec<(String, Kind)>) -> impl Iterator<Item = (String, Kind)> {
    names.into_iter().filter(|(name, _)| !name.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// A shelf of file paths.
    struct Paths(&'static [&'static str]);

    impl Shelf for Paths {
        fn names(&self, folder: &str) -> Result<Vec<(String, Kind)>, Fault> {
            let mut names = BTreeMap::new();
            for path in self.0 {
                if let Some(rest) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
                    match rest.split_once('/') {
                        Some((name, _)) => names.insert(name.to_owned(), Kind::Folder),
                        None => names.insert(rest.to_owned(), Kind::File),
                    };
                }
            }
            Ok(names.into_iter().collect())
        }

        fn kind(&self, path: &str) -> Result<Option<Kind>, Fault> {
            Ok(self.0.contains(&path).then_some(Kind::File))
        }
    }

    const SHELF: Paths = Paths(&[
        "complaints/register.yaml",
        "complaints/stations/01.yaml",
        "complaints/1404/12/1404-01-0147-4.yaml",
        "complaints/1405/08/1405-01-0147-1.yaml",
        "complaints/1405/08/1405-01-0147-1/photo.jpg",
        "complaints/1405/08/.1405-01-0147-1.yaml.swp",
        "complaints/1405/08/notes.txt",
        "complaints/1405/09/1405-02-0147-5.yaml",
        "complaints/1405/9/x",
        "complaints/1405/14/x",
    ]);

    fn found(typed: &str, preferred: Option<u8>) -> Vec<String> {
        let wanted = typed.parse().expect("a reference or a part of one");
        let records = find(&SHELF, wanted, preferred).expect("no fault");
        records.iter().map(|record| record.reference().to_string()).collect()
    }

    #[test]
    fn complaints_are_listed_by_reference_and_strangers_named() {
        let listing = list(&SHELF).expect("no fault");
        let references: Vec<_> = listing.records.iter().map(|record| record.reference().to_string()).collect();
        assert_eq!(references, ["1404-01-0147-4", "1405-01-0147-1", "1405-02-0147-5"]);
        assert_eq!(listing.strange, ["complaints/1405/08/notes.txt", "complaints/1405/14", "complaints/1405/9"]);
    }

    #[test]
    fn a_whole_reference_is_found_in_its_month() {
        assert_eq!(found("1405-01-0147-1", None), ["1405-01-0147-1"]);
        assert!(found("1405-01-0148", None).is_empty());
    }

    #[test]
    fn a_short_form_means_the_newest_year_and_this_clones_station() {
        assert_eq!(found("147", Some(1)), ["1405-01-0147-1"]);
        assert_eq!(found("147", Some(2)), ["1405-02-0147-5"]);
        assert_eq!(found("147", None), ["1405-01-0147-1", "1405-02-0147-5"]);
        assert_eq!(found("147", Some(3)), ["1405-01-0147-1", "1405-02-0147-5"]);
        assert_eq!(found("02-147", Some(1)), ["1405-02-0147-5"]);
        assert!(found("148", Some(1)).is_empty());
    }

    #[test]
    fn the_highest_counter_is_that_of_the_station_and_year() {
        assert_eq!(highest_counter(&SHELF, 1405, 1).expect("no fault"), 147);
        assert_eq!(highest_counter(&SHELF, 1405, 3).expect("no fault"), 0);
        assert_eq!(highest_counter(&SHELF, 1403, 1).expect("no fault"), 0);
    }
}
