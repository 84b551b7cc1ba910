//! Every form that is read, every form that is refused, and what a day alone means.

use proptest::prelude::*;

use super::*;

/// Saturday, 30 Aban 1405, in Tehran.
const NOW: &str = "2026-11-21T15:00:00+03:30";

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(NOW).expect("it is an instant")
}

fn read_day(text: &str) -> Result<String, Reason> {
    day(text, now().date_naive()).map(|day| day.to_string()).map_err(|error| error.reason)
}

fn read_happened(text: &str) -> Result<String, Reason> {
    happened(text, now(), Zone::tehran()).map(|instant| instant.to_rfc3339()).map_err(|error| error.reason)
}

fn read_limit(text: &str) -> Result<String, Reason> {
    limit(text, now(), Zone::tehran()).map(|instant| instant.to_rfc3339()).map_err(|error| error.reason)
}

#[test]
fn a_day_is_read_in_both_calendars_and_three_digit_sets() {
    for text in
        ["2026-11-19", "1405-08-28", "1405/8/28", "۱۴۰۵/۰۸/۲۸", "۱۴۰۵.۸.۲۸", "٢٠٢٦/١١/١٩", " 2026-11-19 ", "2 days ago"]
    {
        assert_eq!(read_day(text).as_deref(), Ok("2026-11-19"), "{text}");
    }
    assert_eq!(read_day("1403-12-30").as_deref(), Ok("2025-03-20"));
}

#[test]
fn days_near_today_have_names_and_distances() {
    let table = [
        ("today", "2026-11-21"),
        ("امروز", "2026-11-21"),
        ("Yesterday", "2026-11-20"),
        ("ديروز", "2026-11-20"),
        ("پریروز", "2026-11-19"),
        ("tomorrow", "2026-11-22"),
        ("فردا", "2026-11-22"),
        ("پس‌فردا", "2026-11-23"),
        ("1 day ago", "2026-11-20"),
        ("۳ روز پیش", "2026-11-18"),
        ("۲ هفته قبل", "2026-11-07"),
        ("in 3 days", "2026-11-24"),
        ("۳ روز دیگر", "2026-11-24"),
    ];
    for (text, meant) in table {
        assert_eq!(read_day(text).as_deref(), Ok(meant), "{text}");
    }
}

#[test]
fn what_has_two_readings_or_none_is_refused_with_its_reason() {
    let table = [
        ("", Reason::Unknown),
        ("soon", Reason::Unknown),
        ("20261121", Reason::Unknown),
        ("2 dayz ago", Reason::Unknown),
        ("2026-11/21", Reason::Unknown),
        ("2026-11-21-1", Reason::Unknown),
        ("21/11/2026", Reason::DayFirst),
        ("05/08/30", Reason::ShortYear),
        ("۹۹/۸/۱", Reason::ShortYear),
        ("1500-01-01", Reason::Year),
        ("0026-11-21", Reason::Year),
        ("2026-13-01", Reason::NoSuchMonth),
        ("1405-0-01", Reason::NoSuchMonth),
        ("1405-257-01", Reason::NoSuchMonth),
        ("1405-12-30", Reason::NoSuchDay { length: 29 }),
        ("1405-07-31", Reason::NoSuchDay { length: 30 }),
        ("2026-02-29", Reason::NoSuchDay { length: 28 }),
        ("2026-02-00", Reason::NoSuchDay { length: 28 }),
        ("1405-08", Reason::OnlyAMonth),
        ("2026-13", Reason::NoSuchMonth),
        ("1600-08", Reason::Year),
        ("next monday", Reason::Weekday),
        ("سه‌شنبه", Reason::Weekday),
        ("1 month ago", Reason::UnequalUnit),
        ("۲ ماه پیش", Reason::UnequalUnit),
        ("last year", Reason::UnequalUnit),
        ("2d", Reason::NoDirection),
        ("3661 days ago", Reason::TooFar),
        ("999999999 weeks ago", Reason::TooFar),
        ("2 hours ago", Reason::NotADay),
        ("2026-11-21 10:05", Reason::NotADay),
    ];
    for (text, reason) in table {
        assert_eq!(read_day(text), Err(reason), "{text}");
    }
}

#[test]
fn a_time_stands_on_the_clock_of_the_register() {
    let table = [
        ("1405-08-28 10:05", "2026-11-19T10:05:00+03:30"),
        ("۱۴۰۵/۰۸/۲۸ ۱۰:۰۵", "2026-11-19T10:05:00+03:30"),
        ("2026-11-19T10:05:30", "2026-11-19T10:05:30+03:30"),
        ("1405-08-28t9:05", "2026-11-19T09:05:00+03:30"),
        ("yesterday 10:05", "2026-11-20T10:05:00+03:30"),
        ("۳ روز پیش ۱۰:۰۵", "2026-11-18T10:05:00+03:30"),
        ("10:05", "2026-11-21T10:05:00+03:30"),
        ("2011-07-01T08:06:57", "2011-07-01T08:06:57+04:30"),
    ];
    for (text, meant) in table {
        assert_eq!(read_happened(text).as_deref(), Ok(meant), "{text}");
        assert_eq!(read_limit(text).as_deref(), Ok(meant), "{text}");
    }
}

#[test]
fn an_instant_with_its_offset_is_exact_and_may_be_jalali() {
    let table = [
        ("2026-11-19T10:05:00+03:30", "2026-11-19T10:05:00+03:30"),
        ("2026-11-19T06:35:00Z", "2026-11-19T10:05:00+03:30"),
        ("2026-11-19 06:35:00.250 -00:00", "2026-11-19T10:05:00+03:30"),
        ("1405-08-28T10:05:00+03:30", "2026-11-19T10:05:00+03:30"),
        ("now", NOW),
        ("الآن", NOW),
        ("اکنون", NOW),
        ("2 hours ago", "2026-11-21T13:00:00+03:30"),
        ("۲ ساعت پیش", "2026-11-21T13:00:00+03:30"),
        ("۱۰ دقیقه پیش", "2026-11-21T14:50:00+03:30"),
        ("in 2 hours", "2026-11-21T17:00:00+03:30"),
    ];
    for (text, meant) in table {
        assert_eq!(read_happened(text).as_deref(), Ok(meant), "{text}");
    }
}

#[test]
fn of_a_day_alone_a_thing_happened_at_noon_and_today_now() {
    assert_eq!(read_happened("today").as_deref(), Ok(NOW));
    assert_eq!(read_happened("1405-08-30").as_deref(), Ok(NOW));
    assert_eq!(read_happened("دیروز").as_deref(), Ok("2026-11-20T12:00:00+03:30"));
}

#[test]
fn a_day_alone_lasts_until_its_last_second() {
    assert_eq!(read_limit("today").as_deref(), Ok("2026-11-21T23:59:59+03:30"));
    assert_eq!(read_limit("۳ روز دیگر").as_deref(), Ok("2026-11-24T23:59:59+03:30"));
    assert_eq!(read_limit("2d").as_deref(), Ok("2026-11-23T23:59:59+03:30"));
    assert_eq!(read_limit("۳h").as_deref(), Ok("2026-11-21T18:00:00+03:30"));
}

#[test]
fn impossible_times_are_refused() {
    let table = [
        ("yesterday 24:00", Reason::Time),
        ("10:60", Reason::Time),
        ("10:05:60", Reason::Time),
        ("10:", Reason::Time),
        (":", Reason::Time),
        ("10:05 1405/08/30", Reason::Time),
        ("2026-11-19T10:05:00+3:99", Reason::Offset),
        ("2026-11-19T10:05:00Zebra", Reason::Offset),
        ("2026-11-19T10:05:00+24:00", Reason::Offset),
        ("1405-12-30 10:05", Reason::NoSuchDay { length: 29 }),
        ("2 hours ago 10:05", Reason::NotADay),
        ("3h", Reason::NoDirection),
        ("2021-03-22T00:30:00", Reason::Skipped { zone: Zone::tehran() }),
    ];
    for (text, reason) in table {
        assert_eq!(read_happened(text), Err(reason), "{text}");
    }
}

#[test]
fn a_time_that_clocks_showed_twice_is_the_earlier_one() {
    let twice = happened("2025-10-26 02:30", now(), Zone::known("Europe/Berlin")).expect("it was shown");
    assert_eq!(twice.to_rfc3339(), "2025-10-26T02:30:00+02:00");
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,20}|[0-9۰-۹:TtZz/. +-]{0,25}|(in )?[0-9]{0,12} (minutes|weeks|روز) (ago|پیش)") {
        let _ = (day(&text, now().date_naive()), happened(&text, now(), Zone::tehran()));
        let _ = limit(&text, now(), Zone::known("America/New_York"));
    }

    #[test]
    fn every_instant_is_read_back(second in -1_000_000_000_i64..7_000_000_000) {
        // Not before 1938: until 1935 Tehran's offset had seconds, which RFC 3339 cannot write.
        let instant = DateTime::from_timestamp(second, 0).expect("in range").with_timezone(&Zone::tehran());
        let read = limit(&instant.to_rfc3339(), now(), Zone::tehran());
        prop_assert_eq!(read, Ok(instant.fixed_offset()));
    }
}
