//! Working time: which days and hours are worked, and counting in them.
//!
//! - Arithmetic is on instants; the wall clock of the zone only says where working time begins and ends. A slot therefore
//!   has an hour less or more on a day on which clocks change within it.
//! - The day of receipt is not counted: one working day after any moment of a working day is the same clock time on the
//!   next working day. From a day off, the next working day is day 1; it is not first taken as the day of receipt.
//! - Everything is searched for within ten years; a calendar without working days gives `None`, never an endless loop.

use std::collections::BTreeMap;
use std::iter;
use std::ops::Range;
use std::sync::Arc;

use crate::calendar::Zone;
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

use crate::calendar::days_off::DayOff;
use crate::calendar::holidays::PublicHolidays;
use crate::calendar::week::{Slot, Week};
use crate::calendar::zone;

const HORIZON_DAYS: u16 = 3660;

/// When people work: an ordinary week in a time zone, and the days off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkCalendar {
    /// The zone whose wall clock the week is written in.
    pub zone: Zone,
    /// The ordinary week.
    pub week: Week,
    /// The holidays that nobody has to write down.
    public: PublicHolidays,
    /// Holidays and closures that somebody entered, whatever their weekday.
    entered: Arc<BTreeMap<NaiveDate, DayOff>>,
    /// When days off were entered, in order.
    additions: Arc<Vec<DateTime<FixedOffset>>>,
    /// Days off that were entered later do not count.
    known_by: Option<DateTime<FixedOffset>>,
}

impl WorkCalendar {
    /// Returns the calendar of a week without holidays.
    pub fn new(zone: Zone, week: Week) -> Self {
        Self {
            zone,
            week,
            public: PublicHolidays::None,
            entered: Arc::default(),
            additions: Arc::default(),
            known_by: None,
        }
    }

    /// Returns the calendar with the public holidays of a country.
    #[must_use]
    pub fn with_public_holidays(self, public: PublicHolidays) -> Self {
        Self { public, ..self }
    }

    /// Returns the calendar with these days off. Of two entries of one day the one that was known earlier counts.
    #[must_use]
    pub fn with_days_off(self, days_off: impl IntoIterator<Item = (NaiveDate, DayOff)>) -> Self {
        let mut by_day: BTreeMap<NaiveDate, DayOff> = BTreeMap::new();
        for (day, off) in days_off {
            let known = by_day.entry(day).or_insert_with(|| off.clone());
            if off.added_at < known.added_at {
                *known = off;
            }
        }
        let mut additions: Vec<_> = by_day.values().filter_map(|off| off.added_at).collect();
        additions.sort_unstable();
        additions.dedup();
        Self { entered: Arc::new(by_day), additions: Arc::new(additions), ..self }
    }

    /// Returns the calendar with one more day off.
    #[must_use]
    pub fn with_day_off(&self, day: NaiveDate, off: DayOff) -> Self {
        let entered = self.entered().map(|(day, off)| (day, off.clone())).chain([(day, off)]);
        self.clone().with_days_off(entered.collect::<Vec<_>>())
    }

    /// Returns the calendar as it was known at a moment: days off that were entered later do not count.
    #[must_use]
    pub fn as_known_at(&self, moment: DateTime<FixedOffset>) -> Self {
        Self { known_by: Some(moment), ..self.clone() }
    }

    /// Returns when days off were entered after a moment, in order.
    pub fn additions_after(&self, moment: DateTime<FixedOffset>) -> &[DateTime<FixedOffset>] {
        &self.additions[self.additions.partition_point(|added_at| *added_at <= moment)..]
    }

    /// Returns why a day is off, if it is one of the days off.
    pub fn day_off(&self, day: NaiveDate) -> Option<&DayOff> {
        let known = |off: &&DayOff| off.added_at <= self.known_by || self.known_by.is_none();
        self.public.on(day).or_else(|| self.entered.get(&day).filter(known))
    }

    /// Returns the days off that somebody entered, in order.
    pub fn entered(&self) -> impl Iterator<Item = (NaiveDate, &DayOff)> {
        self.entered.iter().map(|(day, off)| (*day, off))
    }

    /// Returns whether any of the day is working time.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !self.slots(day).is_empty()
    }

    /// Returns the day that is `count` working days after `day`, or before it for a negative count; `day` itself for 0.
    /// `None` when that is more than ten years away.
    pub fn working_day_from(&self, day: NaiveDate, count: i32) -> Option<NaiveDate> {
        let Some(skipped) = usize::try_from(count.unsigned_abs()).ok()?.checked_sub(1) else { return Some(day) };
        let step = |from: &NaiveDate| if count < 0 { from.pred_opt() } else { from.succ_opt() };
        let days = iter::successors(step(&day), step).take(HORIZON_DAYS.into());
        days.filter(|candidate| self.is_working_day(*candidate)).nth(skipped)
    }

    /// Returns the number of working days after `from` up to and including `to`; 0 when `to` is not after `from`.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.filter(|day| self.is_working_day(*day)).count()
    }

    /// Returns the instant `count` working days after `from`, at the same clock time; where clocks skip that time, the
    /// moment of their change. `None` when that is more than ten years away.
    pub fn add_working_days(&self, from: DateTime<FixedOffset>, count: u16) -> Option<DateTime<FixedOffset>> {
        if count == 0 {
            return Some(from);
        }
        let local = from.with_timezone(&self.zone).naive_local();
        let day = self.working_day_from(local.date(), count.into())?;
        zone::instant_or_after(day.and_time(local.time()), self.zone).map(|due| due.fixed_offset())
    }

    /// Returns the first instant of working time at or after `from`; `None` when that is more than ten years away.
    pub fn next_working_instant(&self, from: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
        self.spans_within_horizon(from).next().map(|span| span.start.fixed_offset())
    }

    /// Returns whether `at` is working time; the end of a slot no longer is.
    pub fn is_working_time(&self, at: DateTime<FixedOffset>) -> bool {
        self.next_working_instant(at) == Some(at)
    }

    /// Returns the first instant at which `amount` of working time has passed since `from`, which is `from` itself when
    /// nothing is to pass. `None` when that is more than ten years away.
    pub fn add_working_time(&self, from: DateTime<FixedOffset>, amount: TimeDelta) -> Option<DateTime<FixedOffset>> {
        if amount <= TimeDelta::zero() {
            return Some(from);
        }
        let mut left = amount;
        for span in self.spans_within_horizon(from) {
            let length = span.end.signed_duration_since(span.start);
            if left <= length {
                return Some((span.start + left).fixed_offset());
            }
            left -= length;
        }
        None
    }

    /// Returns how much working time passes from `from` to `to`; nothing when `to` is not after `from`.
    pub fn working_time_between(&self, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> TimeDelta {
        self.spans_between(from, to).map(|span| span.end.signed_duration_since(span.start)).sum()
    }

    /// Returns the stretches of working time from `from` to `to`, in order, cut to these two instants.
    pub fn spans_between(
        &self,
        from: DateTime<FixedOffset>,
        to: DateTime<FixedOffset>,
    ) -> impl Iterator<Item = Range<DateTime<Zone>>> {
        let to = to.with_timezone(&self.zone);
        // Where clocks are set back over midnight, `to` may be shown as the day before the one whose slot it is in.
        let last = to.date_naive().succ_opt().unwrap_or(NaiveDate::MAX);
        self.spans(from, last).take_while(move |span| span.start < to).map(move |span| span.start..span.end.min(to))
    }

    fn spans_within_horizon(&self, from: DateTime<FixedOffset>) -> impl Iterator<Item = Range<DateTime<Zone>>> {
        let last = from.date_naive().checked_add_days(Days::new(HORIZON_DAYS.into()));
        self.spans(from, last.unwrap_or(NaiveDate::MAX))
    }

    /// Returns the stretches of working time after `from`, to the end of the day `last`.
    fn spans(&self, from: DateTime<FixedOffset>, last: NaiveDate) -> impl Iterator<Item = Range<DateTime<Zone>>> {
        let from = from.with_timezone(&self.zone);
        let days = from.date_naive().iter_days().take_while(move |day| *day <= last);
        let spans = days.flat_map(move |day| self.slots(day).iter().filter_map(move |slot| self.span(day, *slot)));
        // A slot that falls wholly into an hour that clocks skip is empty.
        spans.map(move |span| span.start.max(from)..span.end).filter(|span| span.start < span.end)
    }

    fn span(&self, day: NaiveDate, slot: Slot) -> Option<Range<DateTime<Zone>>> {
        let instant = |minute: u16| {
            let local = day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(minute.into()))?;
            zone::instant_or_after(local, self.zone)
        };
        Some(instant(slot.from())?..instant(slot.to())?)
    }

    /// Returns the hours that are worked on a day; none on a day off.
    pub fn slots(&self, day: NaiveDate) -> &[Slot] {
        if self.day_off(day).is_some() { &[] } else { self.week.slots(day.weekday()) }
    }
}

#[cfg(test)]
mod tests;
