//! The number told to people: `1405-01-0147-1`.
//!
//! Year in the register's calendar, station, counter of that station in that year, Damm check digit over all digits before it.
//! Digits only, because it is read over the telephone in Persian; any of the three digit sets, with or without dashes, is
//! accepted. Which complaints exist is not known here: a short form is a [`Wanted`], which the register resolves.

use std::fmt;
use std::str::FromStr;

use crate::text::digits;

/// A complaint's reference number: unique for ever, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    year: u16,
    station: u8,
    counter: u32,
}

/// What somebody typed to mean a complaint: a whole reference or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The year, when it was given.
    pub year: Option<u16>,
    /// The station, when it was given.
    pub station: Option<u8>,
    /// The counter, always given.
    pub counter: u32,
    /// The check digit, when it was given without the year it belongs to.
    pub check: Option<u8>,
}

/// Why a text is no reference number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// The text has no shape of a reference.
    #[error("`{found}` is not a reference number")]
    Shape {
        /// What was typed.
        found: String,
    },
    /// All digits are there, but the last one does not fit the others: a digit was misheard or mistyped.
    #[error("the check digit of `{found}` is wrong: a digit was misread or mistyped")]
    CheckDigit {
        /// What was typed, in canonical form.
        found: String,
        /// The check digit that fits the digits before it.
        expected: u8,
    },
    /// A part is outside what a reference can hold.
    #[error("the {part} in `{found}` is out of range")]
    Range {
        /// What was typed.
        found: String,
        /// `year`, `station` or `counter`.
        part: &'static str,
    },
}

impl Reference {
    /// Returns the reference of a year (1000-9999), station (1-99) and counter (1-99,999,999); `None` outside of these.
    pub fn new(year: u16, station: u8, counter: u32) -> Option<Self> {
        let fits = (1000..=9999).contains(&year) && (1..=99).contains(&station) && (1..=99_999_999).contains(&counter);
        fits.then_some(Self { year, station, counter })
    }

    /// Returns the year in the register's calendar.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the number of the station that minted it.
    pub fn station(self) -> u8 {
        self.station
    }

    /// Returns the counter of the station in the year, starting at 1.
    pub fn counter(self) -> u32 {
        self.counter
    }

    /// Returns the Damm check digit over all digits of year, station and counter.
    pub fn check_digit(self) -> u8 {
        let counter_length = self.counter.checked_ilog10().unwrap_or(0).max(3) + 1;
        let parts = [(self.year.into(), 4), (self.station.into(), 2), (self.counter, counter_length)];
        damm(parts.into_iter().flat_map(|(number, length)| digits_of(number, length)))
    }

    /// Returns whether this reference is one that was meant.
    pub fn answers(self, wanted: Wanted) -> bool {
        wanted.counter == self.counter
            && wanted.year.is_none_or(|year| year == self.year)
            && wanted.station.is_none_or(|station| station == self.station)
            && wanted.check.is_none_or(|check| check == self.check_digit())
    }
}

impl From<Reference> for Wanted {
    fn from(reference: Reference) -> Self {
        Self { year: Some(reference.year), station: Some(reference.station), counter: reference.counter, check: None }
    }
}

impl Wanted {
    /// Returns the one reference that was meant, when year and station were given.
    pub fn whole(self) -> Option<Reference> {
        Reference::new(self.year?, self.station?, self.counter)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:04}-{}", self.year, self.station, self.counter, self.check_digit())
    }
}

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        if let Some(reference) = canonical(text) {
            return Ok(reference);
        }
        text.parse::<Wanted>()?;
        Err(ReferenceError::Shape { found: text.to_owned() })
    }
}

/// Reads the one form in which references are written; the names of all files pass through here.
fn canonical(text: &str) -> Option<Reference> {
    let mut parts = text.split('-');
    let mut part = || parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, station, counter, check) = (part()?, part()?, part()?, part()?);
    let is_padded = year.len() == 4 && station.len() == 2 && counter.len() >= 4 && check.len() == 1;
    let is_bare = counter.len() == 4 || !counter.starts_with('0');
    let reference = Reference::new(year.parse().ok()?, station.parse().ok()?, counter.parse().ok()?)?;
    let is_whole = parts.next().is_none() && check.parse() == Ok(reference.check_digit());
    (is_padded && is_bare && is_whole).then_some(reference)
}

impl FromStr for Wanted {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let plain: String = digits::to_ascii(text)
            .chars()
            .filter(|character| !character.is_whitespace() && !is_invisible(*character))
            .map(|character| if is_dash(character) { '-' } else { character })
            .collect();
        let shape = || ReferenceError::Shape { found: text.to_owned() };
        let parts: Vec<&str> = plain.split('-').collect();
        if parts.iter().any(|part| part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(shape());
        }
        match parts[..] {
            [digits] if digits.len() >= 11 => {
                let (head, check) = digits.split_at(digits.len() - 1);
                whole(text, &head[..4], &head[4..6], &head[6..], Some(check))
            }
            [counter] => part(text, None, None, counter, None),
            [counter, check] if check.len() == 1 => part(text, None, None, counter, Some(check)),
            [station, counter] if station.len() <= 2 => part(text, None, Some(station), counter, None),
            [station, counter, check] if station.len() <= 2 && check.len() == 1 => {
                part(text, None, Some(station), counter, Some(check))
            }
            [year, station, counter] => whole(text, year, station, counter, None),
            [year, station, counter, check] => whole(text, year, station, counter, Some(check)),
            _ => Err(shape()),
        }
    }
}

/// Reads a reference with year and station; its check digit, when given, must fit.
fn whole(found: &str, year: &str, station: &str, counter: &str, check: Option<&str>) -> Result<Wanted, ReferenceError> {
    let year = number(found, "year", year, 1000..=9999)?;
    let station = number(found, "station", station, 1..=99)?;
    let counter = number(found, "counter", counter, 1..=99_999_999)?;
    let wanted = Wanted { year: u16::try_from(year).ok(), station: u8::try_from(station).ok(), counter, check: None };
    let (Some(check), Some(reference)) = (check, wanted.whole()) else { return Ok(wanted) };
    let expected = reference.check_digit();
    if check == expected.to_string() {
        return Ok(wanted);
    }
    let found = format!("{year:04}-{station:02}-{counter:04}-{check}");
    Err(ReferenceError::CheckDigit { found, expected })
}

/// Reads a short form; what is missing stays open.
fn part(
    found: &str,
    year: Option<u16>,
    station: Option<&str>,
    counter: &str,
    check: Option<&str>,
) -> Result<Wanted, ReferenceError> {
    let station = station.map(|station| number(found, "station", station, 1..=99)).transpose()?;
    Ok(Wanted {
        year,
        station: station.and_then(|station| u8::try_from(station).ok()),
        counter: number(found, "counter", counter, 1..=99_999_999)?,
        check: check.and_then(|check| check.parse().ok()),
    })
}

fn number(
    found: &str,
    part: &'static str,
    digits: &str,
    range: std::ops::RangeInclusive<u32>,
) -> Result<u32, ReferenceError> {
    let out_of_range = || ReferenceError::Range { found: found.to_owned(), part };
    let value = digits.parse().map_err(|_| out_of_range())?;
    if range.contains(&value) { Ok(value) } else { Err(out_of_range()) }
}

/// Hyphens and dashes that keyboards, word processors and messengers put for one another.
fn is_dash(character: char) -> bool {
    matches!(character, '-' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{640}')
}

/// Marks that come along when a number is copied out of a right-to-left text.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}

/// Returns the last `length` decimal digits of a number, from the first on.
fn digits_of(number: u32, length: u32) -> impl Iterator<Item = u8> {
    (0..length).rev().filter_map(move |place| u8::try_from(number / 10_u32.pow(place) % 10).ok())
}

/// Returns the Damm check digit: it changes with every single wrong digit and every swap of neighbours (H. M. Damm, 2004).
fn damm(digits: impl Iterator<Item = u8>) -> u8 {
    const TABLE: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    digits.fold(0, |interim, digit| TABLE[usize::from(interim)][usize::from(digit)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(year: u16, station: u8, counter: u32) -> Reference {
        Reference::new(year, station, counter).expect("a reference in range")
    }

    #[test]
    fn the_check_digit_is_damms() {
        assert_eq!(reference(1405, 1, 147).to_string(), "1405-01-0147-1");
        assert_eq!(reference(1405, 2, 147).to_string(), "1405-02-0147-5");
        assert_eq!(damm([5, 7, 2].into_iter()), 4);
    }

    #[test]
    fn any_digits_with_or_without_dashes_name_the_same_complaint() {
        for typed in
            ["1405-01-0147-1", "۱۴۰۵-۰۱-۰۱۴۷-۱", "١٤٠٥٠١٠١٤٧١", "14050101471", "1405–01–0147–1", " 1405-01-0147 "]
        {
            let wanted: Wanted = typed.parse().expect(typed);
            assert_eq!(wanted.whole(), Some(reference(1405, 1, 147)), "{typed}");
        }
    }

    #[test]
    fn short_forms_leave_open_what_they_do_not_say() {
        let mine = reference(1405, 1, 147);
        for typed in ["147", "۱۴۷", "147-1", "01-0147", "1-147", "01-0147-1"] {
            assert!(mine.answers(typed.parse().expect(typed)), "{typed}");
        }
        assert!(!mine.answers("147-2".parse().expect("a short form")));
        assert!(!mine.answers("02-0147".parse().expect("a short form")));
    }

    #[test]
    fn a_wrong_check_digit_is_named_as_such() {
        let error = "1405-01-0147-6".parse::<Wanted>().expect_err("a wrong digit");
        assert_eq!(error, ReferenceError::CheckDigit { found: "1405-01-0147-6".into(), expected: 1 });
    }

    #[test]
    fn every_single_wrong_digit_and_every_swap_is_caught() {
        let right: Vec<u8> = "14050101471".bytes().collect();
        for place in 0..right.len() {
            for digit in b'0'..=b'9' {
                let mut wrong = right.clone();
                wrong[place] = digit;
                if wrong != right {
                    let typed = String::from_utf8(wrong).expect("digits");
                    assert!(typed.parse::<Wanted>().is_err(), "{typed}");
                }
            }
            if place + 1 < right.len() && right[place] != right[place + 1] {
                let mut swapped = right.clone();
                swapped.swap(place, place + 1);
                let typed = String::from_utf8(swapped).expect("digits");
                assert!(typed.parse::<Wanted>().is_err(), "{typed}");
            }
        }
    }

    #[test]
    fn a_file_name_must_be_canonical() {
        assert!("1405-01-0147-1".parse::<Reference>().is_ok());
        for name in ["1405-01-147-1", "147", "1405-01-0147", "۱۴۰۵-۰۱-۰۱۴۷-۱", "", "-", "x", "99999999999999999999"]
        {
            assert!(name.parse::<Reference>().is_err(), "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC*") {
            drop(text.parse::<Wanted>());
            drop(text.parse::<Reference>());
        }

        #[test]
        fn what_is_printed_is_read_back(year in 1000_u16..=9999, station in 1_u8..=99, counter in 1_u32..=99_999_999) {
            let reference = reference(year, station, counter);
            proptest::prop_assert_eq!(reference.to_string().parse::<Reference>(), Ok(reference));
        }
    }
}
