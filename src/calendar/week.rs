//! The hours that are worked in an ordinary week.

use std::fmt;
use std::str::FromStr;

use chrono::Weekday;

const MINUTES_OF_DAY: u16 = 24 * 60;

/// A stretch of working time within one day, from one wall-clock minute to before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    from: u16,
    to: u16,
}

/// A text that is no slot: not two times, or not in order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no working time like `08:30-17:00`")]
pub struct SlotError {
    /// What was written.
    pub found: String,
}

impl Slot {
    /// Returns the slot between two minutes of the day; the end, up to 1440 for midnight, must be after the beginning.
    pub fn new(from: u16, to: u16) -> Option<Self> {
        (from < to && to <= MINUTES_OF_DAY).then_some(Self { from, to })
    }

    /// Returns the first minute of the slot, counted from midnight.
    pub fn from(self) -> u16 {
        self.from
    }

    /// Returns the first minute after the slot, counted from midnight.
    pub fn to(self) -> u16 {
        self.to
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}-{:02}:{:02}", self.from / 60, self.from % 60, self.to / 60, self.to % 60)
    }
}

impl FromStr for Slot {
    type Err = SlotError;

    fn from_str(text: &str) -> Result<Self, SlotError> {
        let slot = text.split_once('-').and_then(|(from, to)| Self::new(minute_of_day(from)?, minute_of_day(to)?));
        slot.ok_or_else(|| SlotError { found: text.to_owned() })
    }
}

/// The working time of an ordinary week, by weekday. The default week has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Monday first; the slots of a day in order and without overlap.
    days: [Vec<Slot>; 7],
}

/// Two slots of a weekday that overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the working times `{earlier}` and `{later}` overlap")]
pub struct OverlapError {
    /// The weekday that has both.
    pub weekday: Weekday,
    /// The slot that begins first.
    pub earlier: Slot,
    /// The slot that begins before the other ends.
    pub later: Slot,
}

impl Week {
    /// Returns the week of these slots, given in any order.
    pub fn new(slots: impl IntoIterator<Item = (Weekday, Slot)>) -> Result<Self, OverlapError> {
        let mut slots: Vec<_> = slots.into_iter().collect();
        slots.sort_by_key(|(_, slot)| *slot);
        let mut week = Self::default();
        for (weekday, later) in slots {
            let day = &mut week.days[weekday as usize];
            if let Some(earlier) = day.last().copied().filter(|earlier| later.from < earlier.to) {
                return Err(OverlapError { weekday, earlier, later });
            }
            day.push(later);
        }
        Ok(week)
    }

    /// Returns the slots of a weekday in their order; none on a day that is not worked.
    pub fn slots(&self, weekday: Weekday) -> &[Slot] {
        &self.days[weekday as usize]
    }
}

fn minute_of_day(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str| match part.as_bytes() {
        [tens @ b'0'..=b'9', units @ b'0'..=b'9'] => Some(u16::from(tens - b'0') * 10 + u16::from(units - b'0')),
        _ => None,
    };
    let minute = number(minute).filter(|minute| *minute < 60)?;
    Some(number(hour)? * 60 + minute)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn slot(text: &str) -> Slot {
        text.parse().expect("the test names a slot")
    }

    #[test]
    fn a_slot_may_last_until_midnight() {
        assert_eq!(slot("00:00-24:00"), Slot { from: 0, to: 1440 });
        assert_eq!(slot("08:30-17:00").to_string(), "08:30-17:00");
    }

    #[test]
    fn what_is_no_slot_is_refused() {
        for found in ["17:00-08:30", "08:00-08:00", "8-17", "08:60-09:00", "08:00-24:01", "08:00", "+8:00-09:00", ""] {
            assert_eq!(found.parse::<Slot>(), Err(SlotError { found: found.into() }));
        }
    }

    #[test]
    fn the_slots_of_a_day_are_put_in_order() {
        let week = Week::new([(Weekday::Sat, slot("13:00-17:00")), (Weekday::Sat, slot("08:00-12:00"))]);
        let week = week.expect("they do not overlap");
        assert_eq!(week.slots(Weekday::Sat), [slot("08:00-12:00"), slot("13:00-17:00")]);
        assert!(week.slots(Weekday::Fri).is_empty());
    }

    #[test]
    fn slots_may_touch_but_not_overlap() {
        let (morning, noon, day) = (slot("08:00-12:00"), slot("12:00-13:00"), slot("11:59-17:00"));
        assert!(Week::new([(Weekday::Mon, morning), (Weekday::Mon, noon)]).is_ok());
        assert!(Week::new([(Weekday::Mon, morning), (Weekday::Tue, day)]).is_ok());
        let overlap = OverlapError { weekday: Weekday::Mon, earlier: morning, later: day };
        assert_eq!(Week::new([(Weekday::Mon, day), (Weekday::Mon, morning)]), Err(overlap));
    }

    proptest! {
        #[test]
        fn every_slot_is_read_back(from in 0_u16..1440, length in 1_u16..1440) {
            if let Some(slot) = Slot::new(from, from + length) {
                prop_assert_eq!(slot.to_string().parse(), Ok(slot));
            }
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "[0-9:\\-]{0,12}|.*") {
            let _ = text.parse::<Slot>();
        }
    }
}
