//! Names of months and weekdays in both languages. Whole sentences with dates are built elsewhere.

use chrono::Weekday;

use crate::calendar::CalendarKind;
use crate::text::language::Language;

const GREGORIAN_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GREGORIAN_FA: [&str; 12] =
    ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"];
const JALALI_EN: [&str; 12] = [
    "Farvardin",
    "Ordibehesht",
    "Khordad",
    "Tir",
    "Mordad",
    "Shahrivar",
    "Mehr",
    "Aban",
    "Azar",
    "Dey",
    "Bahman",
    "Esfand",
];
const JALALI_FA: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// Returns the name of a month (1-12), or `None` for another number.
pub fn month(language: Language, calendar: CalendarKind, number: u8) -> Option<&'static str> {
    let names = match (calendar, language) {
        (CalendarKind::Gregorian, Language::En) => GREGORIAN_EN,
        (CalendarKind::Gregorian, Language::Fa) => GREGORIAN_FA,
        (CalendarKind::Jalali, Language::En) => JALALI_EN,
        (CalendarKind::Jalali, Language::Fa) => JALALI_FA,
    };
    names.get(usize::from(number.checked_sub(1)?)).copied()
}

/// Returns the full name of a weekday.
pub fn weekday(language: Language, weekday: Weekday) -> &'static str {
    let (english, persian) = match weekday {
        Weekday::Mon => ("Monday", "دوشنبه"),
        Weekday::Tue => ("Tuesday", "سه‌شنبه"),
        Weekday::Wed => ("Wednesday", "چهارشنبه"),
        Weekday::Thu => ("Thursday", "پنجشنبه"),
        Weekday::Fri => ("Friday", "جمعه"),
        Weekday::Sat => ("Saturday", "شنبه"),
        Weekday::Sun => ("Sunday", "یکشنبه"),
    };
    match language {
        Language::En => english,
        Language::Fa => persian,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_names_in_both_languages_and_calendars() {
        assert_eq!(month(Language::Fa, CalendarKind::Jalali, 8), Some("آبان"));
        assert_eq!(month(Language::En, CalendarKind::Jalali, 1), Some("Farvardin"));
        assert_eq!(month(Language::Fa, CalendarKind::Gregorian, 11), Some("نوامبر"));
        assert_eq!(month(Language::En, CalendarKind::Gregorian, 12), Some("December"));
        assert_eq!(month(Language::En, CalendarKind::Jalali, 0), None);
        assert_eq!(month(Language::En, CalendarKind::Jalali, 13), None);
    }

    #[test]
    fn weekdays_have_names_in_both_languages() {
        assert_eq!(weekday(Language::Fa, Weekday::Tue), "سه‌شنبه");
        assert_eq!(weekday(Language::En, Weekday::Sat), "Saturday");
    }
}
