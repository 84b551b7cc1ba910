//! Between which two instants is counted.

use crate::calendar::Zone;
use chrono::NaiveTime;

use crate::calendar::period::Period;
use crate::calendar::zone;
use crate::domain::Instant;

/// A stretch of time; its beginning belongs to it, its end does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    from: Instant,
    to: Instant,
}

impl Span {
    /// Returns the span of a period's days by the clocks of `zone`, from midnight to midnight; where clocks skip
    /// midnight, from the moment of their change. `None` only at the far ends of time.
    pub fn of(period: &Period, zone: Zone) -> Option<Self> {
        let midnight = |day: chrono::NaiveDate| {
            zone::instant_or_after(day.and_time(NaiveTime::MIN), zone).map(|instant| instant.fixed_offset())
        };
        Some(Self { from: midnight(period.first())?, to: midnight(period.after())? })
    }

    /// Returns the part of the span before `now`: what is due at the end of a month that still runs is not yet overdue.
    #[must_use]
    pub fn until(self, now: Instant) -> Self {
        Self { to: self.to.min(now).max(self.from), ..self }
    }

    /// Returns the first instant.
    pub fn from(self) -> Instant {
        self.from
    }

    /// Returns the instant after the last: what stands "at the end" stands just before it.
    pub fn to(self) -> Instant {
        self.to
    }

    /// Returns whether `instant` belongs to the span.
    pub fn contains(self, instant: Instant) -> bool {
        (self.from..self.to).contains(&instant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(month: &str, zone: Zone) -> Span {
        let month = month.parse().expect("the test names a month");
        Span::of(&Period::month(month), zone).expect("the month lies in known times")
    }

    fn instant(text: &str) -> Instant {
        text.parse().expect("the test names an instant")
    }

    #[test]
    fn a_month_runs_from_midnight_to_midnight_in_its_zone() {
        let aban = span("1405-08", Zone::tehran());
        assert_eq!(aban.from().to_rfc3339(), "2026-10-23T00:00:00+03:30");
        assert_eq!(aban.to().to_rfc3339(), "2026-11-22T00:00:00+03:30");
        assert!(aban.contains(instant("2026-10-22T20:30:00Z")) && aban.contains(instant("2026-11-21T20:29:59Z")));
        assert!(!aban.contains(instant("2026-10-22T20:29:59Z")) && !aban.contains(instant("2026-11-21T20:30:00Z")));
    }

    #[test]
    fn months_touch_where_clocks_change_at_midnight() {
        // Iran moved its clocks at the midnight that began 2 Farvardin.
        let days = |first: &str, last: &str| {
            let day = |text: &str| text.parse().expect("the test names a day");
            let period = Period::days(day(first), day(last)).expect("it has days");
            Span::of(&period, Zone::tehran()).expect("the days lie in known times")
        };
        let (before, after) = (days("2021-03-21", "2021-03-21"), days("2021-03-22", "2021-03-22"));
        assert_eq!(before.to(), after.from());
        assert_eq!(after.from().to_rfc3339(), "2021-03-22T01:00:00+04:30");
    }

    #[test]
    fn a_month_that_still_runs_ends_now() {
        let aban = span("1405-08", Zone::tehran());
        let now = instant("2026-11-01T12:00:00+03:30");
        assert_eq!(aban.until(now).to(), now);
        assert_eq!(aban.until(instant("2027-01-01T00:00:00Z")), aban);
        let before = aban.until(instant("2026-01-01T00:00:00Z"));
        assert_eq!(before.from(), before.to(), "what has not begun is empty");
    }
}
