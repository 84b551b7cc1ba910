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
    /// Paths that stand among the complaints and are none: findings for `check`.
    pub strange: Vec<String>,
}

/// Returns all complaints, sorted by reference, and what else stands among them.
pub(super) fn list(shelf: &dyn Shelf) -> Result<Listing, Fault> {
    let mut listing = Listing::default();
    for year in years(shelf)? {
        list_year(shelf, year, &mut listing)?;
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
        None => years(shelf)?,
    };
    for year in years.into_iter().rev() {
        let mut listing = Listing::default();
        list_year(shelf, year, &mut listing)?;
        let mut found = listing.records;
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

/// Returns the places of a complaint: one, or none; more when a file was copied into another month.
pub(super) fn find_whole(shelf: &dyn Shelf, reference: Reference) -> Result<Vec<RecordPath>, Fault> {
    let mut found = Vec::new();
    for record in MONTHS.filter_map(|month| RecordPath::new(reference, month)) {
        if shelf.kind(record.file().as_str())? == Some(Kind::File) {
            found.push(record);
        }
    }
    Ok(found)
}

fn years(shelf: &dyn Shelf) -> Result<Vec<u16>, Fault> {
    let mut years = Vec::new();
    for (name, kind) in shelf.names(COMPLAINTS)? {
        let year = name.parse().ok().filter(|year| (1000..=9999).contains(year));
        if let (Some(year), Kind::Folder, 4) = (year, kind, name.len()) {
            years.push(year);
        }
    }
    years.sort_unstable();
    Ok(years)
}

fn list_year(shelf: &dyn Shelf, year: u16, listing: &mut Listing) -> Result<(), Fault> {
    let folder = year_folder(year);
    for (name, kind) in visible(shelf.names(&folder)?) {
        match month_named(&name) {
            Some(_) if kind == Kind::Folder => list_month(shelf, &format!("{folder}/{name}"), listing)?,
            _ => listing.strange.push(format!("{folder}/{name}")),
        }
    }
    Ok(())
}

fn list_month(shelf: &dyn Shelf, folder: &str, listing: &mut Listing) -> Result<(), Fault> {
    for (name, kind) in visible(shelf.names(folder)?) {
        let path = format!("{folder}/{name}");
        // The folder of a complaint's evidence has the record's name without its ending.
        let record = if kind == Kind::Folder { format!("{path}.yaml").parse() } else { path.parse() };
        match record {
            Ok(record) if kind == Kind::File => listing.records.push(record),
            Ok(_) if kind == Kind::Folder => {}
            _ => listing.strange.push(path),
        }
    }
    Ok(())
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
