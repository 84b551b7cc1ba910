//! The span of days that a list or a summary is about: a month of either calendar, or days named one by one.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::calendar::CalendarKind;
use crate::calendar::jalali::Jalali;
use crate::text::digits;

/// A month of a calendar, in the years that [`CalendarKind::of_year`] knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Month {
    calendar: CalendarKind,
    year: u16,
    number: u8,
    /// Found once by the constructor, so that asking for the days cannot fail.
    first: NaiveDate,
    after: NaiveDate,
}

/// Why a text is no month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MonthError {
    /// The text is not a year and a month.
    #[error("`{typed}` is not a month like `1405-08` or `2026-11`")]
    Shape {
        /// What was typed.
        typed: String,
    },
    /// The year is none of 1300-1499 (Jalali) and 1900-2199 (Gregorian), or the month none of 1-12.
    #[error("`{typed}` is out of range: years are 1300-1499 or 1900-2199, months 1-12")]
    Range {
        /// What was typed.
        typed: String,
    },
}

impl Month {
    /// Returns the month, or `None` when the year belongs to no calendar or the month is none of 1-12.
    pub fn new(year: u16, number: u8) -> Option<Self> {
        let calendar = CalendarKind::of_year(year)?;
        let (next_year, next_number) = if number == 12 { (year + 1, 1) } else { (year, number.checked_add(1)?) };
        let first = first_day(calendar, year, number)?;
        let after = first_day(calendar, next_year, next_number)?;
        Some(Self { calendar, year, number, first, after })
    }

    /// Returns the month of a calendar that `day` belongs to, or `None` outside of the known years.
    pub fn containing(calendar: CalendarKind, day: NaiveDate) -> Option<Self> {
        let (year, month) = match calendar {
            CalendarKind::Gregorian => (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?),
            CalendarKind::Jalali => Jalali::from_gregorian(day).map(|jalali| (jalali.year(), jalali.month()))?,
        };
        // Far off, a year of one calendar would be read as a year of the other.
        Self::new(year, month).filter(|found| found.calendar == calendar)
    }

    /// Returns the month before, or `None` at the end of the known years.
    pub fn previous(self) -> Option<Self> {
        Self::containing(self.calendar, self.first.pred_opt()?)
    }

    /// Returns the month after, or `None` at the end of the known years.
    pub fn next(self) -> Option<Self> {
        Self::containing(self.calendar, self.after)
    }

    /// Returns the calendar.
    pub fn calendar(self) -> CalendarKind {
        self.calendar
    }

    /// Returns the year in the month's calendar.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Returns the number of the month, 1 to 12.
    pub fn number(self) -> u8 {
        self.number
    }

    /// Returns the days from the first of the month to before the first of the next.
    pub fn range(self) -> Range<NaiveDate> {
        self.first..self.after
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.number)
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let typed = || text.to_owned();
        let plain = digits::to_ascii(text.trim());
        let is_number = |part: &str, lengths: Range<usize>| {
            lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        match plain.split(['-', '/']).collect::<Vec<_>>()[..] {
            [year, month] if is_number(year, 4..5) && is_number(month, 1..3) => {
                let numbers = year.parse().ok().zip(month.parse().ok());
                numbers
                    .and_then(|(year, month)| Self::new(year, month))
                    .ok_or_else(|| MonthError::Range { typed: typed() })
            }
            _ => Err(MonthError::Shape { typed: typed() }),
        }
    }
}

/// A span of at least one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    label: String,
    first: NaiveDate,
    after: NaiveDate,
}

impl Period {
    /// Returns the period of a month, labelled as the month is written: `1405-08`.
    pub fn month(month: Month) -> Self {
        Self { label: month.to_string(), first: month.first, after: month.after }
    }

    /// Returns the period from `first` to `last`, both included, labelled `2026-11-01..2026-11-21`; `None` when `last` is
    /// before `first`.
    pub fn days(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        let after = last.succ_opt().filter(|after| first < *after)?;
        Some(Self { label: format!("{first}..{last}"), first, after })
    }

    /// Returns how the period is called in file names and machine output.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Returns the first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// Returns the day after the last.
    pub fn after(&self) -> NaiveDate {
        self.after
    }

    /// Returns whether `day` belongs to the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.first..self.after).contains(&day)
    }
}

fn first_day(calendar: CalendarKind, year: u16, month: u8) -> Option<NaiveDate> {
    match calendar {
        CalendarKind::Gregorian => NaiveDate::from_ymd_opt(year.into(), month.into(), 1),
        CalendarKind::Jalali => Jalali::new(year, month, 1).map(Jalali::to_gregorian),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn month(text: &str) -> Month {
        text.parse().expect("the test names a month")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("the test names a day")
    }

    #[test]
    fn the_year_tells_the_calendar_and_digits_do_not_matter() {
        assert_eq!(month("۱۴۰۵/۸"), month("1405-08"));
        assert_eq!(month("1405-08").calendar(), CalendarKind::Jalali);
        assert_eq!(month("2026-11").calendar(), CalendarKind::Gregorian);
        assert_eq!(month("٢٠٢٦/١١").to_string(), "2026-11");
    }

    #[test]
    fn a_month_is_a_half_open_range_of_days() {
        assert_eq!(month("1405-08").range(), day("2026-10-23")..day("2026-11-22"));
        assert_eq!(month("2026-12").range(), day("2026-12-01")..day("2027-01-01"));
        let leap_esfand = month("1403-12").range();
        assert_eq!((leap_esfand.end - leap_esfand.start).num_days(), 30);
    }

    #[test]
    fn months_follow_each_other_over_the_turn_of_the_year() {
        assert_eq!(month("1405-01").previous(), Some(month("1404-12")));
        assert_eq!(month("2026-12").next(), Some(month("2027-01")));
        assert_eq!(month("1300-01").previous(), None);
        assert_eq!(month("2199-12").next(), None);
    }

    #[test]
    fn what_is_no_month_is_refused_with_its_reason() {
        for typed in ["1405", "1405-08-01", "08-1405", "1405-", "Aban", "", "1405-008"] {
            assert_eq!(typed.parse::<Month>(), Err(MonthError::Shape { typed: typed.into() }));
        }
        for typed in ["1405-13", "1405-0", "1600-01", "0999-01"] {
            assert_eq!(typed.parse::<Month>(), Err(MonthError::Range { typed: typed.into() }));
        }
    }

    #[test]
    fn a_period_of_days_includes_both_ends() {
        let period = Period::days(day("2026-11-01"), day("2026-11-21")).expect("it has days");
        assert_eq!(period.label(), "2026-11-01..2026-11-21");
        assert!(period.contains(day("2026-11-01")) && period.contains(day("2026-11-21")));
        assert!(!period.contains(day("2026-11-22")));
        assert_eq!(Period::days(day("2026-11-02"), day("2026-11-01")), None);
        assert_eq!(Period::month(month("1405-08")).label(), "1405-08");
    }

    proptest! {
        #[test]
        fn every_day_lies_in_its_month_and_the_months_touch(days in 700_000_i32..800_000) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).expect("in range");
            for calendar in CalendarKind::ALL {
                let Some(month) = Month::containing(calendar, day) else { continue };
                prop_assert!(month.range().contains(&day));
                prop_assert_eq!(month.to_string().parse(), Ok(month));
                if let Some(next) = month.next() {
                    prop_assert_eq!(next.range().start, month.range().end);
                    prop_assert_eq!(next.previous(), Some(month));
                }
            }
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in any::<String>()) {
            let _ = text.parse::<Month>();
        }
    }
}
