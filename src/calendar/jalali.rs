//! Solar Hijri (Jalali) dates, both ways between them and days.
//!
//! The astronomy is `icu_calendar`'s, which agrees with the University of Tehran's calendar centre; no leap-year rule is
//! written here. Supported are the years 1200 to 1600 (1821 to 2222), more than anything a register can hold.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use icu_calendar::Date;
use icu_calendar::cal::{Iso, Persian};

const FIRST_YEAR: u16 = 1200;
const LAST_YEAR: u16 = 1600;

/// A day that exists in the Jalali calendar, in the years 1200 to 1600.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Jalali {
    year: u16,
    month: u8,
    day: u8,
    /// The same day, found once by the constructor so that no later conversion can fail.
    gregorian: NaiveDate,
}

impl Jalali {
    /// Returns the day, or `None` where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let date = persian(year, month, day)?.to_calendar(Iso);
        let (iso_month, iso_day) = (date.month().ordinal, date.day_of_month().0);
        let gregorian = NaiveDate::from_ymd_opt(date.year().extended_year(), iso_month.into(), iso_day.into())?;
        Some(Self { year, month, day, gregorian })
    }

    /// Returns the Jalali name of a day, or `None` outside of the supported years.
    pub fn from_gregorian(day: NaiveDate) -> Option<Self> {
        let (month, day_of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
        let date = Date::try_new_iso(day.year(), month, day_of_month).ok()?.to_calendar(Persian);
        Self::new(u16::try_from(date.year().extended_year()).ok()?, date.month().ordinal, date.day_of_month().0)
    }

    /// Returns the same day for arithmetic and storage.
    pub fn to_gregorian(self) -> NaiveDate {
        self.gregorian
    }

    /// Returns the year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 (Farvardin) to 12 (Esfand).
    pub fn month(self) -> u8 {
        self.month
    }

    /// Returns the day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Jalali {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Returns the number of days of a month, 29 to 31, or `None` where there is no such month.
pub fn month_length(year: u16, month: u8) -> Option<u8> {
    persian(year, month, 1).map(|first| first.days_in_month())
}

/// Returns whether Esfand of the year has 30 days; no unsupported year is a leap year.
pub fn is_leap(year: u16) -> bool {
    month_length(year, 12) == Some(30)
}

fn persian(year: u16, month: u8, day: u8) -> Option<Date<Persian>> {
    let supported = (FIRST_YEAR..=LAST_YEAR).contains(&year);
    supported.then(|| Date::try_new_persian(year.into(), month, day).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    use super::*;

    const TEHRAN_ROWS: &str = include_str!("../../tests/data/jalali_conversions.txt");

    #[test]
    fn every_row_of_the_university_of_tehran_agrees() {
        let mut rows = 0;
        for row in TEHRAN_ROWS.lines().filter(|line| !line.starts_with('#')) {
            let numbers: Vec<u16> =
                row.split(',').map(|number| number.trim().parse().expect("the rows hold numbers")).collect();
            // Jalali day, month, year; Hijri day, month, year; Gregorian day, month, year.
            let [day, month, year, _, _, _, iso_day, iso_month, iso_year] = numbers[..] else { panic!("{row}") };
            let narrow = |number: u16| u8::try_from(number).expect("days and months are small");
            let jalali = Jalali::new(year, narrow(month), narrow(day)).expect("the row names a day");
            let gregorian = NaiveDate::from_ymd_opt(iso_year.into(), iso_month.into(), iso_day.into());
            assert_eq!(Some(jalali.to_gregorian()), gregorian, "{row}");
            assert_eq!(Jalali::from_gregorian(jalali.to_gregorian()), Some(jalali), "{row}");
            rows += 1;
        }
        assert_eq!(rows, 1161);
    }

    /// What `tests/data/jalali_digest.mjs` prints: the same lines by the calendar of another library.
    const OF_ANOTHER_LIBRARY: &str = "a12d4e6102960095b5559dd16c976594cbafbeefa08b8645af99c178b49e6a4c";

    #[test]
    fn every_day_of_two_centuries_is_that_of_another_library() {
        let first = Jalali::new(1300, 1, 1).expect("it exists").to_gregorian();
        let mut lines = String::new();
        for day in first.iter_days().take(73_414) {
            let jalali = Jalali::from_gregorian(day).expect("supported");
            writeln!(lines, "{day} {jalali}").expect("a string can be written to");
        }
        let mut digest = String::new();
        for byte in Sha256::digest(lines.as_bytes()) {
            write!(digest, "{byte:02x}").expect("a string can be written to");
        }
        assert_eq!(digest, OF_ANOTHER_LIBRARY);
    }

    #[test]
    fn every_day_of_two_centuries_goes_there_and_back() {
        let first = Jalali::new(1300, 1, 1).expect("it exists").to_gregorian();
        let mut yesterday = None;
        for day in first.iter_days().take(73_414) {
            let jalali = Jalali::from_gregorian(day).expect("supported");
            assert_eq!(jalali.to_gregorian(), day);
            assert!(yesterday.is_none_or(|before| before < jalali), "{jalali} comes after the day before");
            yesterday = Some(jalali);
        }
        assert_eq!(yesterday, Jalali::new(1500, 12, 30).or_else(|| Jalali::new(1500, 12, 29)));
    }

    #[test]
    fn esfand_has_its_thirtieth_day_in_leap_years_only() {
        assert!(is_leap(1399) && is_leap(1403) && is_leap(1408));
        assert!(!is_leap(1404) && !is_leap(1405) && !is_leap(9999));
        assert_eq!(month_length(1405, 6), Some(31));
        assert_eq!(month_length(1405, 7), Some(30));
        assert_eq!(month_length(1405, 13), None);
        assert!(Jalali::new(1403, 12, 30).is_some() && Jalali::new(1405, 12, 30).is_none());
    }

    #[test]
    fn a_jalali_day_is_written_like_an_iso_day() {
        assert_eq!(Jalali::new(1405, 8, 3).map(|day| day.to_string()).as_deref(), Some("1405-08-03"));
    }

    proptest! {
        #[test]
        fn no_numbers_make_a_conversion_panic(year in any::<u16>(), month in any::<u8>(), day in any::<u8>(), days in any::<i32>()) {
            let _ = (Jalali::new(year, month, day), month_length(year, month));
            let _ = NaiveDate::from_num_days_from_ce_opt(days).and_then(Jalali::from_gregorian);
        }
    }
}
