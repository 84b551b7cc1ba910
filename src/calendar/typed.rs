//! Dates and times as people type them: a closed grammar, in Persian and English, that refuses whatever has two readings.
//!
//! | form | meaning |
//! |---|---|
//! | `2026-11-21` `1405/8/30` `۱۴۰۵.۰۸.۳۰` | a DAY; the year tells the calendar |
//! | `today` `yesterday` `tomorrow` `امروز` `دیروز` `پریروز` `فردا` `پس‌فردا` | a DAY |
//! | `3 days ago` `۲ هفته پیش` `in 3 days` `۳ روز دیگر` | a DAY |
//! | `DAY 10:05` `DAYT10:05:30` `10:05` (today) | wall-clock time of the register's zone |
//! | `DAYT10:05:30+03:30` `DAYT06:35:30Z` | an instant, as in RFC 3339 but with a DAY of either calendar |
//! | `now` `الان` `اکنون` `2 hours ago` `۱۰ دقیقه پیش` `in 2 hours` `۲ ساعت دیگر` | an instant |
//! | `2d` `3h` | only for a limit: `in 2 days`, `in 3 hours` |

use std::str::FromStr;

use crate::calendar::Zone;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Weekday};

use crate::calendar::period::Month;
use crate::calendar::{CalendarKind, zone};
use crate::text::fold::fold;

pub mod error;

use error::{Reason, TypedError};

/// Farther than this, a typed distance is a slip of the finger.
const FARTHEST: TimeDelta = TimeDelta::days(3660);
const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("every day has a noon");
const LAST_SECOND: NaiveTime = NaiveTime::from_hms_opt(23, 59, 59).expect("every day has a last second");

/// Returns the day that `text` means when it is typed on the day `today`.
pub fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, TypedError> {
    let plain = fold(text);
    let meant = if plain.contains(':') { Err(Reason::NotADay) } else { plain_day(&plain, today) };
    meant.map_err(|reason| TypedError { typed: text.to_owned(), reason })
}

/// Returns when something happened: `today` alone is now, any other day alone is its noon. The result has the offset of
/// `zone`.
pub fn happened(text: &str, now: DateTime<FixedOffset>, zone: Zone) -> Result<DateTime<FixedOffset>, TypedError> {
    let now = now.with_timezone(&zone);
    let meant = meaning(&fold(text), now).and_then(|meaning| match meaning {
        Meaning::Day(day) if day == now.date_naive() => Ok(now),
        other => other.at(NOON, zone),
    });
    meant.map(|instant| instant.fixed_offset()).map_err(|reason| TypedError { typed: text.to_owned(), reason })
}

/// Returns until when something lasts or is due: a day alone is its last second. The short distances `2d` and `3h` are
/// understood as well. The result has the offset of `zone`.
pub fn limit(text: &str, now: DateTime<FixedOffset>, zone: Zone) -> Result<DateTime<FixedOffset>, TypedError> {
    let now = now.with_timezone(&zone);
    let plain = fold(text);
    let spelled_out = short_distance(&plain).unwrap_or(plain);
    let meant = meaning(&spelled_out, now).and_then(|meaning| meaning.at(LAST_SECOND, zone));
    meant.map(|instant| instant.fixed_offset()).map_err(|reason| TypedError { typed: text.to_owned(), reason })
}

/// What a text for an instant may mean.
enum Meaning {
    Day(NaiveDate),
    Instant(DateTime<Zone>),
}

impl Meaning {
    /// Returns the instant; of a day alone the given time of it.
    fn at(self, time: NaiveTime, zone: Zone) -> Result<DateTime<Zone>, Reason> {
        match self {
            Self::Day(day) => zone::instant(day.and_time(time), zone).ok_or(Reason::Skipped { zone }),
            Self::Instant(instant) => Ok(instant),
        }
    }
}

fn meaning(plain: &str, now: DateTime<Zone>) -> Result<Meaning, Reason> {
    if matches!(plain, "now" | "الان" | "اکنون") {
        return Ok(Meaning::Instant(now));
    }
    if let Some(colon) = plain.find(':') {
        return day_and_time(plain, colon, now).map(Meaning::Instant);
    }
    match distance(plain)? {
        Some(Distance::Time(delta)) => now.checked_add_signed(delta).map(Meaning::Instant).ok_or(Reason::TooFar),
        _ => plain_day(plain, now.date_naive()).map(Meaning::Day),
    }
}

fn day_and_time(plain: &str, colon: usize, now: DateTime<Zone>) -> Result<DateTime<Zone>, Reason> {
    let (zone, today) = (now.timezone(), now.date_naive());
    let (day, time) = match plain[..colon].rfind([' ', 't']) {
        Some(separator) => (plain_day(&plain[..separator], today)?, &plain[separator + 1..]),
        None => (today, plain),
    };
    let Some(offset_at) = time.find(['+', '-', 'z']) else {
        return Meaning::Day(day).at(clock(time).ok_or(Reason::Time)?, zone);
    };
    let (time, offset) = time.split_at(offset_at);
    let local = day.and_time(clock(time.trim_end()).ok_or(Reason::Time)?);
    let instant = local.and_local_timezone(numeric_offset(offset).ok_or(Reason::Offset)?).single();
    instant.map(|instant| instant.with_timezone(&zone)).ok_or(Reason::Offset)
}

fn plain_day(plain: &str, today: NaiveDate) -> Result<NaiveDate, Reason> {
    let away = match plain {
        "پریروز" => -2,
        "yesterday" | "دیروز" => -1,
        "today" | "امروز" => 0,
        "tomorrow" | "فردا" => 1,
        "پسفردا" | "پس فردا" => 2,
        other => match distance(other)? {
            Some(Distance::Days(days)) => days,
            Some(Distance::Time(_)) => return Err(Reason::NotADay),
            None => return numbered_day(other),
        },
    };
    today.checked_add_signed(TimeDelta::days(away)).ok_or(Reason::TooFar)
}

fn numbered_day(plain: &str) -> Result<NaiveDate, Reason> {
    let separator = plain.chars().find(|character| matches!(character, '-' | '/' | '.'));
    let parts: Vec<&str> = separator.map(|separator| plain.split(separator).collect()).unwrap_or_default();
    let numbers: Vec<u16> = parts.iter().filter_map(|part| number(part, 4)).collect();
    let is_year = |part: &str| part.len() == 4;
    match (&parts[..], &numbers[..]) {
        ([first, ..], [year, month, day]) if is_year(first) => day_of_month(*year, *month, *day),
        ([.., last], [_, _, _]) if is_year(last) => Err(Reason::DayFirst),
        (_, [_, _, _]) => Err(Reason::ShortYear),
        ([first, _], [year, month]) if is_year(first) => day_of_month(*year, *month, 1).and(Err(Reason::OnlyAMonth)),
        _ => Err(diagnose(plain)),
    }
}

fn day_of_month(year: u16, month: u16, day: u16) -> Result<NaiveDate, Reason> {
    CalendarKind::of_year(year).ok_or(Reason::Year)?;
    let month = u8::try_from(month).ok().and_then(|month| Month::new(year, month)).ok_or(Reason::NoSuchMonth)?;
    let days = month.range();
    let found = day.checked_sub(1).and_then(|before| days.start.checked_add_days(Days::new(before.into())));
    let length = (days.end - days.start).num_days();
    found.filter(|found| days.contains(found)).ok_or(Reason::NoSuchDay { length })
}

/// How far from now something is, negative in the past.
enum Distance {
    Days(i64),
    Time(TimeDelta),
}

fn distance(plain: &str) -> Result<Option<Distance>, Reason> {
    let (digits, unit, sign) = match plain.split(' ').collect::<Vec<_>>()[..] {
        [digits, unit, "ago" | "پیش" | "قبل"] => (digits, unit, -1),
        ["in", digits, unit] | [digits, unit, "دیگر" | "بعد"] => (digits, unit, 1),
        _ => return Ok(None),
    };
    let unit = match unit {
        "minute" | "minutes" | "دقیقه" => TimeDelta::minutes(1),
        "hour" | "hours" | "ساعت" => TimeDelta::hours(1),
        "day" | "days" | "روز" => TimeDelta::days(1),
        "week" | "weeks" | "هفته" => TimeDelta::weeks(1),
        _ => return Ok(None),
    };
    let Some(count) = number(digits, 9) else { return Ok(None) };
    let length = unit.checked_mul(count).filter(|length| *length <= FARTHEST).ok_or(Reason::TooFar)? * sign;
    Ok(Some(if unit < TimeDelta::days(1) { Distance::Time(length) } else { Distance::Days(length.num_days()) }))
}

/// Returns `2d` as `in 2 days`, and hours likewise.
fn short_distance(plain: &str) -> Option<String> {
    let (digits, unit) = plain.split_at_checked(plain.len().checked_sub(1)?)?;
    let unit = match unit {
        "h" => "hours",
        "d" => "days",
        _ => return None,
    };
    number::<u32>(digits, 9).map(|count| format!("in {count} {unit}"))
}

fn clock(text: &str) -> Option<NaiveTime> {
    let parts: Vec<&str> = text.split(':').collect();
    let (hour, minute, second) = match parts[..] {
        [hour, minute] => (hour, minute, "0"),
        [hour, minute, second] => (hour, minute, whole_seconds(second)?),
        _ => return None,
    };
    NaiveTime::from_hms_opt(number(hour, 2)?, number(minute, 2)?, number(second, 2)?)
}

/// Returns the seconds without their fraction: no record is kept finer than a second.
fn whole_seconds(text: &str) -> Option<&str> {
    match text.split_once('.') {
        Some((whole, fraction)) => number::<u32>(fraction, 9).map(|_| whole),
        None => Some(text),
    }
}

fn numeric_offset(text: &str) -> Option<FixedOffset> {
    let (sign, size) = match text.split_at_checked(1)? {
        ("z", "") => return FixedOffset::east_opt(0),
        ("+", size) => (1, size),
        ("-", size) => (-1, size),
        _ => return None,
    };
    let (hours, minutes) = size.split_once(':')?;
    let minutes = number::<i32>(hours, 2)? * 60 + number::<i32>(minutes, 2).filter(|minutes| *minutes < 60)?;
    FixedOffset::east_opt(sign * minutes * 60)
}

/// Returns the number that `text` writes with one to `longest` ASCII digits and nothing else.
fn number<N: FromStr>(text: &str, longest: usize) -> Option<N> {
    let is_plain = text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}

/// Returns the best that can be said about a text outside of the grammar.
fn diagnose(plain: &str) -> Reason {
    let any_word = |is_meant: fn(&str) -> bool| plain.split(' ').any(is_meant);
    if short_distance(plain).is_some() {
        Reason::NoDirection
    } else if any_word(|word| matches!(word, "month" | "months" | "year" | "years" | "ماه" | "سال")) {
        Reason::UnequalUnit
    } else if any_word(|word| word.ends_with("شنبه") || word == "جمعه" || word.parse::<Weekday>().is_ok()) {
        Reason::Weekday
    } else {
        Reason::Unknown
    }
}

#[cfg(test)]
mod tests;
