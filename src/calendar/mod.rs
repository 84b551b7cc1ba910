//! Days, months and working time. Pure: what day it is now is always a parameter.
//!
//! - A *day* is a [`chrono::NaiveDate`]; it belongs to the register's time zone and to no calendar.
//! - A *month* belongs to a calendar: `1405-08` and `2026-11` are different months.
//! - An *instant* is a [`chrono::DateTime`] with its numeric offset.
//! - Every period is half-open: its first day belongs to it, the day after its last does not.

use std::fmt;
use std::str::FromStr;

pub mod days_off;
pub mod holidays;
pub mod jalali;
pub mod names;
pub mod period;
pub mod tally;
pub mod typed;
pub mod week;
pub mod worktime;
pub mod zone;

pub use zone::Zone;

/// The calendar in which a register counts its years and months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarKind {
    /// The Gregorian calendar, as ISO 8601 uses it.
    Gregorian,
    /// The Solar Hijri calendar of Iran.
    Jalali,
}

/// A text that names no known calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no calendar; known are gregorian and jalali")]
pub struct UnknownCalendar {
    /// What was written.
    pub found: String,
}

impl CalendarKind {
    /// Every calendar, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Gregorian, Self::Jalali];

    /// Returns the calendar that a year written with four digits is meant in: 1300-1499 is Jalali, 1900-2199 Gregorian;
    /// `None` for any other year. The ranges are far apart, so a year alone never leaves a doubt.
    pub fn of_year(year: u16) -> Option<Self> {
        match year {
            1300..=1499 => Some(Self::Jalali),
            1900..=2199 => Some(Self::Gregorian),
            _ => None,
        }
    }

    /// Returns the calendar's name, as it is written in files and options.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::Jalali => "jalali",
        }
    }
}

impl fmt::Display for CalendarKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl FromStr for CalendarKind {
    type Err = UnknownCalendar;

    fn from_str(text: &str) -> Result<Self, UnknownCalendar> {
        let named = |calendar: &Self| calendar.name() == text;
        Self::ALL.into_iter().find(named).ok_or_else(|| UnknownCalendar { found: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_calendar_is_read_back_from_its_name() {
        for calendar in CalendarKind::ALL {
            assert_eq!(calendar.to_string().parse(), Ok(calendar));
        }
        assert_eq!("julian".parse::<CalendarKind>(), Err(UnknownCalendar { found: "julian".into() }));
    }

    #[test]
    fn a_year_alone_tells_its_calendar() {
        assert_eq!(CalendarKind::of_year(1405), Some(CalendarKind::Jalali));
        assert_eq!(CalendarKind::of_year(2026), Some(CalendarKind::Gregorian));
        assert_eq!(CalendarKind::of_year(1500), None);
        assert_eq!(CalendarKind::of_year(99), None);
    }
}
