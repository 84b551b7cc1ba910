//! Why a typed date or time is refused. The words for it are those of `render::mistype`.

use crate::calendar::Zone;

/// A text that is no date or time, or that has two readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedError {
    /// What was typed.
    pub typed: String,
    /// Why it is refused.
    pub reason: Reason,
}

/// Why a typed date or time is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No form of the grammar.
    Unknown,
    /// `21/11/2026`: day or month first, nobody can tell which.
    DayFirst,
    /// `05/08/30`: no year with four digits.
    ShortYear,
    /// A year of no calendar, as [`crate::calendar::CalendarKind::of_year`] tells them apart.
    Year,
    /// A month outside of 1-12.
    NoSuchMonth,
    /// A day that its month does not have.
    NoSuchDay {
        /// The number of days that the month has.
        length: i64,
    },
    /// `1405-08`: a whole month where a day is wanted.
    OnlyAMonth,
    /// A time of day where only a day is wanted.
    NotADay,
    /// `25:00`: no time of day.
    Time,
    /// `+3:99`: no offset from UTC.
    Offset,
    /// A wall-clock time that the clocks of the zone never showed.
    Skipped {
        /// The zone whose clocks are meant.
        zone: Zone,
    },
    /// `next monday`: this week's or the next one's.
    Weekday,
    /// `2 months ago`: months and years differ in length.
    UnequalUnit,
    /// `2d` where both the past and the future may be meant.
    NoDirection,
    /// A distance that can only be a mistake.
    TooFar,
}
