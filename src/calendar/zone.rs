//! Between the wall clock of a time zone and instants, where clocks change.

use chrono::{DateTime, NaiveDateTime, TimeZone};
use chrono_tz::{GapInfo, Tz};

/// Returns the instant at which the clocks of `zone` show `local`, the earlier one where they show it twice; `None` where
/// they skip it.
pub fn instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    zone.from_local_datetime(&local).earliest()
}

/// Returns the first instant at which the clocks of `zone` show `local` or later: where they skip `local`, that is the
/// moment of the change.
///
/// `None` only at the far ends of time.
pub fn instant_or_after(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    instant(local, zone).or_else(|| GapInfo::new(&local, &zone)?.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().expect("the test names a local time")
    }

    fn shown(instant: Option<DateTime<Tz>>) -> Option<String> {
        instant.map(|instant| instant.to_rfc3339())
    }

    #[test]
    fn offsets_follow_the_history_of_the_zone() {
        let at = |text| shown(instant(local(text), Tz::Asia__Tehran));
        assert_eq!(at("2021-07-01T12:00:00").as_deref(), Some("2021-07-01T12:00:00+04:30"));
        assert_eq!(at("2026-07-01T12:00:00").as_deref(), Some("2026-07-01T12:00:00+03:30"));
    }

    #[test]
    fn a_skipped_midnight_is_named_or_passed() {
        let midnight = local("2021-03-22T00:00:00");
        assert_eq!(instant(midnight, Tz::Asia__Tehran), None);
        let after = instant_or_after(local("2021-03-22T00:20:00"), Tz::Asia__Tehran);
        assert_eq!(shown(after).as_deref(), Some("2021-03-22T01:00:00+04:30"));
    }

    #[test]
    fn a_repeated_hour_means_its_first_pass() {
        let twice = instant(local("2026-10-25T02:30:00"), Tz::Europe__Berlin);
        assert_eq!(shown(twice).as_deref(), Some("2026-10-25T02:30:00+02:00"));
    }
}
