//! Public holidays that the tool knows by itself: those of Iran that are fixed in the solar calendar.
//!
//! Lunar holidays are announced by sighting, a day or so ahead; they are data that people keep in their register.

use chrono::NaiveDate;

use crate::calendar::jalali::Jalali;

/// A public holiday on one day of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// The day off.
    pub day: NaiveDate,
    /// Its name in Persian.
    pub name_fa: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
}

/// Month, day, Persian and English name. The last exists in leap years only and is a day off like the days around it.
const SOLAR_IRAN: [(u8, u8, &str, &str); 11] = [
    (1, 1, "آغاز نوروز", "Nowruz"),
    (1, 2, "عید نوروز", "Nowruz holiday"),
    (1, 3, "عید نوروز", "Nowruz holiday"),
    (1, 4, "عید نوروز", "Nowruz holiday"),
    (1, 12, "روز جمهوری اسلامی", "Islamic Republic Day"),
    (1, 13, "روز طبیعت", "Nature Day"),
    (3, 14, "رحلت بنیان‌گذار جمهوری اسلامی", "Passing of the founder of the Islamic Republic"),
    (3, 15, "قیام ۱۵ خرداد", "Uprising of 15 Khordad"),
    (11, 22, "پیروزی انقلاب اسلامی", "Victory of the Islamic Revolution"),
    (12, 29, "روز ملی شدن صنعت نفت", "Oil Nationalization Day"),
    (12, 30, "آخرین روز سال کبیسه", "Last day of a leap year"),
];

/// Returns the solar public holidays of Iran in a Jalali year, in the order of the days; none for an unsupported year.
pub fn solar_iran(jalali_year: u16) -> Vec<Holiday> {
    let on_its_day = |(month, day, name_fa, name_en)| {
        let day = Jalali::new(jalali_year, month, day)?.to_gregorian();
        Some(Holiday { day, name_fa, name_en })
    };
    SOLAR_IRAN.into_iter().filter_map(on_its_day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_holidays_of_a_year_stand_on_their_days() {
        let days: Vec<String> = solar_iran(1405).iter().map(|holiday| holiday.day.to_string()).collect();
        assert_eq!(
            days,
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
        let last = solar_iran(1403).last().map(|holiday| holiday.day.to_string());
        assert_eq!(last.as_deref(), Some("2025-03-20"));
        assert_eq!(solar_iran(1403).len(), 11);
        assert!(solar_iran(0).is_empty());
    }
}
