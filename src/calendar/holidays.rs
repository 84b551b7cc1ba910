//! Public holidays that the tool knows by itself: those of Iran that are fixed in the solar calendar.
//!
//! Lunar holidays are announced by sighting, a day or so ahead; they are data that people keep in their register.

use std::borrow::Cow;

use crate::calendar::Zone;
use chrono::NaiveDate;

use crate::calendar::days_off::{DayOff, OffKind};
use crate::calendar::jalali::Jalali;

/// The public holidays of a country, as far as its calendar fixes them for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicHolidays {
    /// None is known.
    None,
    /// Those of Iran that are fixed in the solar calendar.
    SolarIran,
}

/// Month, day and holiday. The last exists in leap years only and is a day off like the days around it.
static SOLAR_IRAN: [(u8, u8, DayOff); 11] = [
    (1, 1, public("Nowruz", "آغاز نوروز")),
    (1, 2, public("Nowruz holiday", "عید نوروز")),
    (1, 3, public("Nowruz holiday", "عید نوروز")),
    (1, 4, public("Nowruz holiday", "عید نوروز")),
    (1, 12, public("Islamic Republic Day", "روز جمهوری اسلامی")),
    (1, 13, public("Nature Day", "روز طبیعت")),
    (3, 14, public("Passing of the founder of the Islamic Republic", "رحلت بنیان‌گذار جمهوری اسلامی")),
    (3, 15, public("Uprising of 15 Khordad", "قیام ۱۵ خرداد")),
    (11, 22, public("Victory of the Islamic Revolution", "پیروزی انقلاب اسلامی")),
    (12, 29, public("Oil Nationalization Day", "روز ملی شدن صنعت نفت")),
    (12, 30, public("Last day of a leap year", "آخرین روز سال کبیسه")),
];

const fn public(english: &'static str, persian: &'static str) -> DayOff {
    DayOff { kind: OffKind::Official, name: [Cow::Borrowed(english), Cow::Borrowed(persian)], added_at: None }
}

impl PublicHolidays {
    /// Returns those of the country of a time zone.
    pub fn of(zone: Zone) -> Self {
        if zone == Zone::tehran() { Self::SolarIran } else { Self::None }
    }

    /// Returns the holiday of a day, if it is one.
    pub fn on(self, day: NaiveDate) -> Option<&'static DayOff> {
        match self {
            Self::None => None,
            Self::SolarIran => {
                let day = Jalali::from_gregorian(day)?;
                let on_it = |(month, of_month, _): &&(u8, u8, DayOff)| (*month, *of_month) == (day.month(), day.day());
                SOLAR_IRAN.iter().find(on_it).map(|(_, _, holiday)| holiday)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solar_days_of(jalali_year: u16) -> Vec<String> {
        let first = Jalali::new(jalali_year, 1, 1).expect("a year").to_gregorian();
        let days = first
            .iter_days()
            .take_while(|day| Jalali::from_gregorian(*day).is_some_and(|day| day.year() == jalali_year));
        days.filter(|day| PublicHolidays::SolarIran.on(*day).is_some()).map(|day| day.to_string()).collect()
    }

    #[test]
    fn the_holidays_of_a_year_stand_on_their_days() {
        assert_eq!(
            solar_days_of(1405),
            [
                "2026-03-21",
                "2026-03-22",
                "2026-03-23",
                "2026-03-24",
                "2026-04-01",
                "2026-04-02",
                "2026-06-04",
                "2026-06-05",
                "2027-02-11",
                "2027-03-20",
            ]
        );
    }

    #[test]
    fn a_leap_year_has_one_more() {
        let days = solar_days_of(1403);
        assert_eq!((days.len(), days.last().map(String::as_str)), (11, Some("2025-03-20")));
    }

    #[test]
    fn a_day_of_no_jalali_year_is_no_holiday() {
        assert_eq!(PublicHolidays::SolarIran.on(NaiveDate::MIN), None);
        assert_eq!(PublicHolidays::SolarIran.on(NaiveDate::MAX), None);
    }

    #[test]
    fn elsewhere_no_holiday_is_known() {
        let nowruz = Jalali::new(1405, 1, 1).expect("a day").to_gregorian();
        assert_eq!(PublicHolidays::of(Zone::known("Europe/London")).on(nowruz), None);
        assert!(PublicHolidays::of(Zone::tehran()).on(nowruz).is_some());
    }
}
