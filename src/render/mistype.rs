//! A mistyped date, time or question in words: why it is refused, and what to type instead.

use crate::calendar::typed::error::{Reason, TypedError};
use crate::locale::Locale;
use crate::query::Field;
use crate::query::parse::QueryError;

/// Returns why a date or time is refused.
pub fn message(locale: &Locale, error: &TypedError) -> String {
    let (length, zone) = match error.reason {
        Reason::NoSuchDay { length } => (length, String::new()),
        Reason::Skipped { zone } => (0, zone.to_string()),
        _ => (0, String::new()),
    };
    let length = locale.number(length);
    let values = [("typed", (&error.typed).into()), ("length", (&length).into()), ("zone", (&zone).into())];
    locale.tell(words(error.reason)[0], &values)
}

/// Returns what to type instead.
pub fn hint(locale: &Locale, error: &TypedError) -> String {
    locale.say(words(error.reason)[1])
}

/// Returns why a question is refused.
pub fn question(locale: &Locale, error: &QueryError) -> String {
    match error {
        QueryError::Unclosed { term } => locale.tell("question-unclosed", &[("term", term.into())]),
        QueryError::Field(unknown) => {
            let allowed = unknown.allowed.join(" ");
            locale.tell("question-field", &[("found", (&unknown.found).into()), ("allowed", (&allowed).into())])
        }
        QueryError::Empty { term } => locale.tell("question-empty", &[("term", term.into())]),
        QueryError::Unordered { field, term } => {
            locale.tell("question-unordered", &[("field", field.as_str().into()), ("term", term.into())])
        }
        QueryError::Value { field, value, allowed } => {
            let values = [("field", field.as_str().into()), ("value", value.into()), ("allowed", allowed.into())];
            locale.tell("question-value", &values)
        }
        QueryError::Time { field, cause } => format!("`{field}`: {}", message(locale, cause)),
    }
}

/// Returns what to type instead.
pub fn question_hint(locale: &Locale, error: &QueryError) -> String {
    match error {
        QueryError::Time { cause, .. } => hint(locale, cause),
        QueryError::Value { field: Field::Category, .. } => "complaints codes category".to_owned(),
        QueryError::Unclosed { .. } => "complaints list 'text:\"two words\"'".to_owned(),
        _ => "complaints list 'state:open owner:me due<2d'".to_owned(),
    }
}

/// Returns the keys of the sentence and of the hint.
fn words(reason: Reason) -> [&'static str; 2] {
    match reason {
        Reason::Unknown => ["typed-unknown", "typed-hint-any"],
        Reason::DayFirst => ["typed-day-first", "typed-hint-year-first"],
        Reason::ShortYear => ["typed-short-year", "typed-hint-year-first"],
        Reason::Year => ["typed-year", "typed-hint-year-first"],
        Reason::NoSuchMonth => ["typed-no-such-month", "typed-hint-check"],
        Reason::NoSuchDay { .. } => ["typed-no-such-day", "typed-hint-check"],
        Reason::OnlyAMonth => ["typed-only-a-month", "typed-hint-day"],
        Reason::Weekday => ["typed-weekday", "typed-hint-day"],
        Reason::UnequalUnit => ["typed-unequal-unit", "typed-hint-day"],
        Reason::NotADay => ["typed-not-a-day", "typed-hint-day-alone"],
        Reason::Time => ["typed-time", "typed-hint-time"],
        Reason::Offset => ["typed-offset", "typed-hint-offset"],
        Reason::Skipped { .. } => ["typed-skipped", "typed-hint-skipped"],
        Reason::NoDirection => ["typed-no-direction", "typed-hint-direction"],
        Reason::TooFar => ["typed-too-far", "typed-hint-day-itself"],
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::calendar::Zone;
    use crate::render::specimen;

    fn told(locale: &Locale) -> String {
        let reasons = [
            Reason::Unknown,
            Reason::DayFirst,
            Reason::ShortYear,
            Reason::Year,
            Reason::NoSuchMonth,
            Reason::NoSuchDay { length: 29 },
            Reason::OnlyAMonth,
            Reason::NotADay,
            Reason::Time,
            Reason::Offset,
            Reason::Skipped { zone: Zone::tehran() },
            Reason::Weekday,
            Reason::UnequalUnit,
            Reason::NoDirection,
            Reason::TooFar,
        ];
        let both = reasons.map(|reason| {
            let error = TypedError { typed: "۱۴۰۵/۱۲/۳۰".to_owned(), reason };
            format!("{}\n  {}\n", message(locale, &error), hint(locale, &error))
        });
        both.concat()
    }

    #[test]
    fn a_mistyped_date_is_refused_with_its_reason_and_what_to_type() {
        expect![[r#"
            `۱۴۰۵/۱۲/۳۰` is no date or time
              type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
            `۱۴۰۵/۱۲/۳۰` does not begin with the year
              type the year first, with four digits: `2026-11-21` or `1405-08-30`
            `۱۴۰۵/۱۲/۳۰` has no year with four digits
              type the year first, with four digits: `2026-11-21` or `1405-08-30`
            `۱۴۰۵/۱۲/۳۰` has a year that is neither Jalali (1300-1499) nor Gregorian (1900-2199)
              type the year first, with four digits: `2026-11-21` or `1405-08-30`
            `۱۴۰۵/۱۲/۳۰` has a month that is none of 1 to 12
              check the month and the day
            `۱۴۰۵/۱۲/۳۰` is no day: its month has 29 days
              check the month and the day
            `۱۴۰۵/۱۲/۳۰` is a month, not a day
              type the day itself, like `2026-11-21` or `1405-08-30`, or count in days: `3 days ago`, `in 3 days`
            `۱۴۰۵/۱۲/۳۰` is a time, not a day
              type the day alone, like `2026-11-21`, `1405-08-30` or `today`
            `۱۴۰۵/۱۲/۳۰` has a time of day that does not exist
              type the time from `00:00` to `23:59`, like `yesterday 10:05` or `1405-08-30 10:05`
            `۱۴۰۵/۱۲/۳۰` has an offset from UTC that does not exist
              type the offset like `+03:30` or `Z`, or leave it out
            `۱۴۰۵/۱۲/۳۰` never was on the clocks of `Asia/Tehran`: they were set forward over it
              type a time an hour earlier or later, or add the offset, like `+03:30`
            `۱۴۰۵/۱۲/۳۰` names a weekday, which may mean two days
              type the day itself, like `2026-11-21` or `1405-08-30`, or count in days: `3 days ago`, `in 3 days`
            `۱۴۰۵/۱۲/۳۰` counts in months or years, which differ in length
              type the day itself, like `2026-11-21` or `1405-08-30`, or count in days: `3 days ago`, `in 3 days`
            `۱۴۰۵/۱۲/۳۰` does not say whether it is past or to come
              type `2 days ago` or `in 2 days`
            `۱۴۰۵/۱۲/۳۰` is more than ten years away
              type the day itself, like `2026-11-21` or `1405-08-30`
        "#]]
        .assert_eq(&told(&specimen::english()));
    }

    #[test]
    fn a_persian_reader_is_told_the_same() {
        expect![[r#"
            `۱۴۰۵/۱۲/۳۰` نه روز است و نه ساعت
              روز را این‌گونه بنویسید: `۱۴۰۵-۰۸-۳۰`، `۲۰۲۶-۱۱-۲۱`، `دیروز`، `۳ روز پیش` یا `۳ روز دیگر`
            `۱۴۰۵/۱۲/۳۰` با سال آغاز نمی‌شود
              سال را نخست و چهاررقمی بنویسید: `۱۴۰۵-۰۸-۳۰` یا `۲۰۲۶-۱۱-۲۱`
            `۱۴۰۵/۱۲/۳۰` سال چهاررقمی ندارد
              سال را نخست و چهاررقمی بنویسید: `۱۴۰۵-۰۸-۳۰` یا `۲۰۲۶-۱۱-۲۱`
            سالِ `۱۴۰۵/۱۲/۳۰` نه شمسی است (۱۳۰۰ تا ۱۴۹۹) و نه میلادی (۱۹۰۰ تا ۲۱۹۹)
              سال را نخست و چهاررقمی بنویسید: `۱۴۰۵-۰۸-۳۰` یا `۲۰۲۶-۱۱-۲۱`
            ماهِ `۱۴۰۵/۱۲/۳۰` از ۱ تا ۱۲ نیست
              ماه و روز را دوباره ببینید
            `۱۴۰۵/۱۲/۳۰` روزی نیست: ماهش ۲۹ روز دارد
              ماه و روز را دوباره ببینید
            `۱۴۰۵/۱۲/۳۰` ماه است، نه روز
              خود روز را بنویسید، مانند `۱۴۰۵-۰۸-۳۰` یا `۲۰۲۶-۱۱-۲۱`، یا با روز بشمارید: `۳ روز پیش`، `۳ روز دیگر`
            `۱۴۰۵/۱۲/۳۰` ساعت است، نه روز
              تنها روز را بنویسید، مانند `۱۴۰۵-۰۸-۳۰`، `۲۰۲۶-۱۱-۲۱` یا `امروز`
            `۱۴۰۵/۱۲/۳۰` ساعتی دارد که در شبانه‌روز نیست
              ساعت را از `۰۰:۰۰` تا `۲۳:۵۹` بنویسید، مانند `دیروز ۱۰:۰۵` یا `۱۴۰۵-۰۸-۳۰ ۱۰:۰۵`
            `۱۴۰۵/۱۲/۳۰` اختلافی با UTC دارد که وجود ندارد
              اختلاف را مانند `+۰۳:۳۰` یا `Z` بنویسید، یا ننویسید
            `۱۴۰۵/۱۲/۳۰` هرگز روی ساعت‌های `Asia/Tehran` نبوده است: ساعت‌ها را از روی آن جلو کشیده‌اند
              ساعتی زودتر یا دیرتر بنویسید، یا اختلاف را بیفزایید، مانند `+۰۳:۳۰`
            `۱۴۰۵/۱۲/۳۰` روز هفته است و دو روز می‌تواند باشد
              خود روز را بنویسید، مانند `۱۴۰۵-۰۸-۳۰` یا `۲۰۲۶-۱۱-۲۱`، یا با روز بشمارید: `۳ روز پیش`، `۳ روز دیگر`
            `۱۴۰۵/۱۲/۳۰` با ماه یا سال می‌شمارد که هم‌اندازه نیستند
              خود روز را بنویسید، مانند `۱۴۰۵-۰۸-۳۰` یا `۲۰۲۶-۱۱-۲۱`، یا با روز بشمارید: `۳ روز پیش`، `۳ روز دیگر`
            `۱۴۰۵/۱۲/۳۰` نمی‌گوید گذشته است یا آینده
              بنویسید `۲ روز پیش` یا `۲ روز دیگر`
            `۱۴۰۵/۱۲/۳۰` بیش از ده سال فاصله دارد
              خود روز را بنویسید، مانند `۱۴۰۵-۰۸-۳۰` یا `۲۰۲۶-۱۱-۲۱`
        "#]]
        .assert_eq(&told(&specimen::persian()));
    }

    #[test]
    fn a_mistyped_question_is_refused_with_its_reason() {
        let (locale, text) = (specimen::persian(), |text: &str| text.to_owned());
        let unknown = "fone".parse::<Field>().expect_err("no field");
        let errors = [
            QueryError::Unclosed { term: text("text:\"a") },
            QueryError::Field(unknown),
            QueryError::Empty { term: text("due<") },
            QueryError::Unordered { field: Field::Owner, term: text("owner<sara") },
            QueryError::Value { field: Field::State, value: text("opn"), allowed: text("open, closed") },
            QueryError::Time { field: Field::Due, cause: TypedError { typed: text("x"), reason: Reason::Unknown } },
        ];
        let told = errors.map(|error| format!("{}\n  {}\n", question(&locale, &error), question_hint(&locale, &error)));
        expect![[r#"
            `text:"a` گیومه‌ای دارد که بسته نشده است
              complaints list 'text:"two words"'
            فیلدی به نام `fone` نیست؛ هست: state owner category channel product priority finding closure language person text severity received acknowledged answered closed due overdue
              complaints list 'state:open owner:me due<2d'
            پس از نشانهٔ `due<` چیزی نیامده است
              complaints list 'state:open owner:me due<2d'
            `owner` ترتیبی ندارد: در `owner<sara` تنها `:` یا `!=` معنا دارد
              complaints list 'state:open owner:me due<2d'
            `opn` برای `state` معنا ندارد؛ می‌شود: open, closed
              complaints list 'state:open owner:me due<2d'
            `due`: `x` نه روز است و نه ساعت
              روز را این‌گونه بنویسید: `۱۴۰۵-۰۸-۳۰`، `۲۰۲۶-۱۱-۲۱`، `دیروز`، `۳ روز پیش` یا `۳ روز دیگر`
        "#]].assert_eq(&told.concat());
    }
}
