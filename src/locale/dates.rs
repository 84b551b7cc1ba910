//! Days and times as people write them.

use chrono::{Datelike, NaiveDate, Timelike};

use super::Locale;
use crate::calendar::CalendarKind;
use crate::calendar::jalali::Jalali;
use crate::calendar::names;
use crate::domain::Instant;
use crate::text::language::Language;

impl Locale {
    /// Returns a day: `2026-11-21`, `۱۴۰۵/۰۸/۳۰`.
    ///
    /// Persian digits go with slashes, never hyphens: after Persian letters a hyphen reverses them (OUTPUT, known faults).
    pub fn day(&self, day: NaiveDate) -> String {
        let plain = match self.calendar {
            CalendarKind::Gregorian => day.format("%Y-%m-%d").to_string(),
            CalendarKind::Jalali => Jalali::from_gregorian(day).map_or_else(
                || day.to_string(),
                |jalali| format!("{:04}-{:02}-{:02}", jalali.year(), jalali.month(), jalali.day()),
            ),
        };
        match self.language {
            Language::En => self.number(plain),
            Language::Fa => self.number(plain.replace('-', "/")),
        }
    }

    /// Returns the day on which a time falls in the reader's zone.
    pub fn day_of(&self, instant: Instant) -> NaiveDate {
        instant.with_timezone(&self.zone).date_naive()
    }

    /// Returns a time with its day: `2026-11-21 10:05`, `۱۴۰۵/۰۸/۳۰ ۱۰:۰۵`.
    pub fn time(&self, instant: Instant) -> String {
        format!("{} {}", self.day(self.day_of(instant)), self.clock(instant))
    }

    /// Returns a time as it is said to a person: weekday, day, hour.
    pub fn long_time(&self, instant: Instant) -> String {
        let (day, clock) = (self.long_day(self.day_of(instant)), self.clock(instant));
        self.tell("long-time", &[("day", (&day).into()), ("clock", (&clock).into())])
    }

    /// Returns a day as it is said to a person: with its weekday.
    pub fn long_day(&self, day: NaiveDate) -> String {
        let weekday = names::weekday(self.language, day.weekday());
        let day = self.day(day);
        self.tell("long-day", &[("weekday", weekday.into()), ("day", (&day).into())])
    }

    /// Returns the hour and minute of a time in the reader's zone.
    pub fn clock(&self, instant: Instant) -> String {
        let local = instant.with_timezone(&self.zone);
        self.number(format!("{:02}:{:02}", local.hour(), local.minute()))
    }
}
