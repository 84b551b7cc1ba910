//! `calendar` for people: the days of a month, and the dates that a new day off moves.

use chrono::Datelike;

use crate::calendar::days_off::DayOff;
use crate::calendar::names;
use crate::calendar::period::Month;
use crate::calendar::worktime::WorkCalendar;
use crate::locale::Locale;
use crate::render::due;
use crate::render::table::{Column, Table};
use crate::report::moved::Moved;
use crate::text::sanitize;

/// Returns the days of a month with their hours, and why a day is off.
pub fn table(month: Month, calendar: &WorkCalendar, locale: &Locale) -> Table {
    let title = |name: &str| locale.label("calendar", name);
    let whole = |name: &str| Column::whole(&title(name));
    let mut table = Table::new([whole("day"), whole("weekday"), whole("hours"), Column::words(&title("why"))]);
    let days = month.range();
    for day in days.start.iter_days().take_while(|day| *day < days.end) {
        let hours: Vec<String> = calendar.slots(day).iter().map(|slot| locale.number(slot)).collect();
        let why = calendar.day_off(day).map(|off| why(off, locale)).unwrap_or_default();
        let weekday = names::weekday(locale.language, day.weekday()).to_owned();
        table.row([locale.day(day), weekday, hours.join(" "), why]);
    }
    table
}

fn why(off: &DayOff, locale: &Locale) -> String {
    let kind = locale.label("day-off", off.kind.as_str());
    let added = off.added_at.map(|at| locale.tell("calendar-added", &[("time", (&locale.time(at)).into())]));
    let name = sanitize::line(off.name(locale.language));
    [Some(name), Some(kind), added].into_iter().flatten().collect::<Vec<_>>().join(&locale.say("list-comma"))
}

/// Returns a line for every date that moves; what was told and stays is named with it.
pub fn moved(moved: &[Moved], locale: &Locale) -> String {
    let line = |one: &Moved| {
        let (before, after) = (locale.time(one.before), locale.time(one.after));
        let clock = due::clock_name(&one.clock, one.paper, locale);
        let words = [("clock", (&clock).into()), ("before", (&before).into()), ("after", (&after).into())];
        let told = one.told.map(|told| locale.tell("calendar-told-stays", &[("told", (&locale.time(told)).into())]));
        let line = format!("{}  {}", one.reference, locale.tell("calendar-moved", &words));
        told.map_or(line.clone(), |told| format!("{line}{told}"))
    };
    let lines: Vec<String> = moved.iter().map(line).collect();
    if lines.is_empty() { locale.say("calendar-nothing-moves") } else { lines.join("\n") }
}
