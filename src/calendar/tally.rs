//! How a limit was counted, day by day, so that a person can count it again with a calendar and a pencil.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use crate::calendar::worktime::WorkCalendar;
use crate::calendar::zone;

/// A day of a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallied {
    /// The day, in the register's zone.
    pub day: NaiveDate,
    /// What it counts for.
    pub counts: Counts,
}

/// A day with the piece of time that is looked at: from when to when.
type Piece = (NaiveDate, DateTime<FixedOffset>, DateTime<FixedOffset>);

/// What a day counts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counts {
    /// It began on this day, which is not counted.
    Begins,
    /// It is the day of this number.
    Day(usize),
    /// This time of it is counted; with it, so much has passed.
    Time {
        /// From when to when, in order; empty when nothing was left of the day.
        spans: Vec<(DateTime<FixedOffset>, DateTime<FixedOffset>)>,
        /// How much has passed at the end of the day.
        so_far: TimeDelta,
    },
    /// Nobody works on this day of the week, or it is a day off.
    Closed,
}

impl WorkCalendar {
    /// Returns how working days were counted from one instant to another.
    pub fn tally_working_days(&self, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> Vec<Tallied> {
        let mut number = 0;
        let mut count = |day| {
            if !self.is_working_day(day) {
                return Counts::Closed;
            }
            number += 1;
            Counts::Day(number)
        };
        let days = self.days(from, to).enumerate();
        days.map(|(index, day)| Tallied { day, counts: if index == 0 { Counts::Begins } else { count(day) } }).collect()
    }

    /// Returns how calendar days were counted from one instant to another.
    pub fn tally_days(&self, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> Vec<Tallied> {
        let counts = |index| if index == 0 { Counts::Begins } else { Counts::Day(index) };
        self.days(from, to).enumerate().map(|(index, day)| Tallied { day, counts: counts(index) }).collect()
    }

    /// Returns how working time was counted from one instant to another.
    pub fn tally_working_time(&self, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> Vec<Tallied> {
        let mut so_far = TimeDelta::zero();
        let tallied = |(day, start, end)| {
            if !self.is_working_day(day) {
                return Tallied { day, counts: Counts::Closed };
            }
            let spans = self.spans_between(start, end).map(|span| (span.start.fixed_offset(), span.end.fixed_offset()));
            let spans: Vec<_> = spans.collect();
            so_far += spans.iter().map(|(start, end)| end.signed_duration_since(start)).sum::<TimeDelta>();
            Tallied { day, counts: Counts::Time { spans, so_far } }
        };
        self.pieces(from, to).map(tallied).collect()
    }

    /// Returns how elapsed time was counted from one instant to another.
    pub fn tally_time(&self, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> Vec<Tallied> {
        let tallied = |(day, start, end): Piece| {
            let so_far = end.signed_duration_since(from);
            Tallied { day, counts: Counts::Time { spans: vec![(start, end)], so_far } }
        };
        self.pieces(from, to).map(tallied).collect()
    }

    /// Returns the days that lie between two instants, each with its piece of that time.
    ///
    /// A day begins with its first instant, also where clocks that are set back show the day before once more.
    fn pieces(&self, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> impl Iterator<Item = Piece> {
        let days = from.with_timezone(&self.zone).date_naive().iter_days();
        let whole = days.map_while(|day| self.bounds(day).map(|(start, end)| (day, start, end)));
        let touched = whole.take_while(move |(_, start, _)| *start < to).filter(move |(.., end)| *end > from);
        touched.map(move |(day, start, end)| (day, start.max(from), end.min(to)))
    }

    /// Returns the days from that of one instant to that of another.
    fn days(&self, from: DateTime<FixedOffset>, to: DateTime<FixedOffset>) -> impl Iterator<Item = NaiveDate> + use<> {
        let day_of = |instant: DateTime<FixedOffset>| instant.with_timezone(&self.zone).date_naive();
        let last = day_of(to);
        day_of(from).iter_days().take_while(move |day| *day <= last)
    }

    /// Returns the first instant of a day and that of the next.
    fn bounds(&self, day: NaiveDate) -> Option<(DateTime<FixedOffset>, DateTime<FixedOffset>)> {
        let midnight = |day: NaiveDate| zone::instant_or_after(day.and_time(chrono::NaiveTime::MIN), self.zone);
        Some((midnight(day)?.fixed_offset(), midnight(day.succ_opt()?)?.fixed_offset()))
    }
}
