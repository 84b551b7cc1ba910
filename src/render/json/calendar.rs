//! The JSON of `calendar show`: the hours of each day of a month, and why a day is off.

use chrono::SecondsFormat;
use serde::Serialize;

use crate::calendar::days_off::DayOff;
use crate::calendar::period::Month;
use crate::calendar::worktime::WorkCalendar;
use crate::render::json::SCHEMA;
use crate::text::language::Language;

/// `calendar show --format json`.
#[derive(Debug, Serialize)]
pub struct Output {
    schema: u8,
    month: String,
    calendar: &'static str,
    from: String,
    to_exclusive: String,
    time_zone: &'static str,
    days: Vec<CalendarDay>,
}

#[derive(Debug, Serialize)]
struct CalendarDay {
    day: String,
    hours: Vec<String>,
    day_off: Option<Off>,
}

#[derive(Debug, Serialize)]
struct Off {
    kind: &'static str,
    en: String,
    fa: String,
    added_at: Option<String>,
}

impl Output {
    /// Returns the days of a month.
    pub fn of(month: Month, calendar: &WorkCalendar) -> Self {
        let range = month.range();
        let days = range.start.iter_days().take_while(|day| *day < range.end).map(|day| CalendarDay {
            day: day.to_string(),
            hours: calendar.slots(day).iter().map(ToString::to_string).collect(),
            day_off: calendar.day_off(day).map(Off::of),
        });
        Self {
            schema: SCHEMA,
            month: month.to_string(),
            calendar: month.calendar().name(),
            from: range.start.to_string(),
            to_exclusive: range.end.to_string(),
            time_zone: calendar.zone.name(),
            days: days.collect(),
        }
    }
}

impl Off {
    fn of(off: &DayOff) -> Self {
        let [en, fa] = [Language::En, Language::Fa].map(|language| off.name(language).to_owned());
        let added_at = off.added_at.map(|at| at.to_rfc3339_opts(SecondsFormat::Secs, false));
        Self { kind: off.kind.as_str(), en, fa, added_at }
    }
}
