//! Why a typed date or time is refused, and what to type instead.

use crate::calendar::Zone;

/// A text that is no date or time, or that has two readings.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{typed}` {reason}")]
pub struct TypedError {
    /// What was typed.
    pub typed: String,
    /// Why it is refused.
    pub reason: Reason,
}

/// Why a typed date or time is refused. It reads as the rest of a sentence that begins with the typed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// No form of the grammar.
    #[error("is no date or time")]
    Unknown,
    /// `21/11/2026`: day or month first, nobody can tell which.
    #[error("does not begin with the year")]
    DayFirst,
    /// `05/08/30`: no year with four digits.
    #[error("has no year with four digits")]
    ShortYear,
    /// A year of no calendar, as [`crate::calendar::CalendarKind::of_year`] tells them apart.
    #[error("has a year that is neither Jalali (1300-1499) nor Gregorian (1900-2199)")]
    Year,
    /// A month outside of 1-12.
    #[error("has a month that is none of 1 to 12")]
    NoSuchMonth,
    /// A day that its month does not have.
    #[error("is no day: its month has {length} days")]
    NoSuchDay {
        /// The number of days that the month has.
        length: i64,
    },
    /// `1405-08`: a whole month where a day is wanted.
    #[error("is a month, not a day")]
    OnlyAMonth,
    /// A time of day where only a day is wanted.
    #[error("is a time, not a day")]
    NotADay,
    /// `25:00`: no time of day.
    #[error("has a time of day that does not exist")]
    Time,
    /// `+3:99`: no offset from UTC.
    #[error("has an offset from UTC that does not exist")]
    Offset,
    /// A wall-clock time that the clocks of the zone never showed.
    #[error("never was on the clocks of `{zone}`: they were set forward over it")]
    Skipped {
        /// The zone whose clocks are meant.
        zone: Zone,
    },
    /// `next monday`: this week's or the next one's.
    #[error("names a weekday, which may mean two days")]
    Weekday,
    /// `2 months ago`: months and years differ in length.
    #[error("counts in months or years, which differ in length")]
    UnequalUnit,
    /// `2d` where both the past and the future may be meant.
    #[error("does not say whether it is past or to come")]
    NoDirection,
    /// A distance that can only be a mistake.
    #[error("is more than ten years away")]
    TooFar,
}

impl TypedError {
    /// Returns what to type instead.
    pub fn hint(&self) -> &'static str {
        match self.reason {
            Reason::Unknown => "type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago` or `۳ روز پیش`",
            Reason::DayFirst | Reason::ShortYear | Reason::Year => {
                "type the year first, with four digits: `2026-11-21` or `1405-08-30`"
            }
            Reason::NoSuchMonth | Reason::NoSuchDay { .. } => "check the month and the day",
            Reason::OnlyAMonth | Reason::Weekday | Reason::UnequalUnit => {
                "type the day itself, like `2026-11-21` or `1405-08-30`, or count in days: `3 days ago`"
            }
            Reason::NotADay => "type the day alone, like `2026-11-21`, `1405-08-30` or `today`",
            Reason::Time => "type the time from `00:00` to `23:59`, like `yesterday 10:05` or `1405-08-30 10:05`",
            Reason::Offset => "type the offset like `+03:30` or `Z`, or leave it out",
            Reason::Skipped { .. } => "type a time an hour earlier or later, or add the offset, like `+03:30`",
            Reason::NoDirection => "type `2 days ago` or `in 2 days`",
            Reason::TooFar => "type the day itself, like `2026-11-21` or `1405-08-30`",
        }
    }
}
