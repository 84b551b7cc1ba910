//! The page in both languages and both forms. Names of codes come from other words and stand here as codes or labels.

use chrono_tz::Asia::Tehran;
use expect_test::{Expect, expect};

use super::*;
use crate::calendar::CalendarKind;
use crate::render::table::Bidi;
use crate::report::sample::{at, complaint, month, summary_of, two_months};
use crate::text::digits::Digits;
use crate::text::language::Language;
use crate::text::width;

fn locale(language: Language) -> Locale {
    match language {
        Language::En => Locale::new(language, CalendarKind::Gregorian, Digits::Latn, Tehran),
        Language::Fa => Locale::new(language, CalendarKind::Jalali, Digits::Fa, Tehran),
    }
}

fn with_page<T>(language: Language, label: &str, write: impl FnOnce(Page<'_>) -> T) -> T {
    let (summary, period, locale) = (summary_of(&two_months(), label), month(label), locale(language));
    let category_label = |code: &str| match language {
        Language::En => code.to_uppercase(),
        Language::Fa => "ارسال کالا".to_owned(),
    };
    let origin = Origin { period: &period, zone: Tehran, commit: Some("0a1b2c3") };
    write(Page { summary: &summary, origin, locale: &locale, category_label: &category_label })
}

const PIPE: Look = Look { width: None, bidi: Bidi::Plain };

/// Leaves out what the labels of codes decide, and shows the joiners.
#[track_caller]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&text.replace('\u{200C}', "¬"));
}

#[test]
fn a_month_in_english() {
    check(&with_page(Language::En, "1405-08", |page| page.terminal(PIPE)), expect![[r#"
        Complaints: Aban 1405
        2026-10-23 to 2026-11-21

        Complaints        │ Number
        ──────────────────┼────────
        Open at the start │      1
        Received          │      4
        Reopened          │      1
        Closed            │      2
        Open at the end   │      4
        1 + 4 + 1 − 2 = 4

        In time

        Measure                         │ Result
        ────────────────────────────────┼────────
        Acknowledged in time            │ 1 of 4
        Not acknowledged by the end     │      2
        Answered in time                │ 1 of 2
        Answered without a due date     │      0
        Closed by the answer's due date │ 0 of 2
        Days to close, median           │    7.6
        Days to close, 90th percentile  │   11.1
        Overdue at the end              │      3

        By category

        Category │ Received │ Closed │ Open at the end
        ─────────┼──────────┼────────┼─────────────────
        QUALITY  │        2 │      1 │               1
        DELIVERY │        1 │      1 │               2
        not set  │        1 │      0 │               1

        By channel

        Channel │ Received │ Closed │ Open at the end
        ────────┼──────────┼────────┼─────────────────
        phone   │        3 │      2 │               3
        letter  │        1 │      0 │               1

        By owner

        Owner   │ Received │ Closed │ Open at the end
        ────────┼──────────┼────────┼─────────────────
        omid    │        2 │      1 │               1
        not set │        1 │      0 │               1
        sara    │        1 │      1 │               2

        By state at the end

        State    │ Received │ Closed │ Open at the end
        ─────────┼──────────┼────────┼─────────────────
        closed   │        2 │      2 │               0
        received │        2 │      0 │               3
        assessed │        0 │      0 │               1

        Why they were closed

        Reason              │ Number
        ────────────────────┼────────
        not-upheld-accepted │      1
        resolved-accepted   │      1

        What was found

        Finding    │ Number
        ───────────┼────────
        not-upheld │      1
        upheld     │      1

        Open longest

        Reference      │ Received on │ Days │ State    │ Owner
        ───────────────┼─────────────┼──────┼──────────┼─────────
        1405-01-0001-7 │ 2026-10-01  │ 51.6 │ received │ sara
        1405-01-0002-5 │ 2026-10-05  │ 47.6 │ assessed │ sara
        1405-01-0006-3 │ 2026-11-18  │  3.6 │ received │ omid
        1405-01-0007-4 │ 2026-11-21  │  0.2 │ received │ not set

        How it was counted
        By the time at which things happened, in Asia/Tehran; category and owner as they are today.
        Days are 24 hours each, from receipt to the last closing; percentiles are linear (R type 7).
        Void complaints count nowhere; received in this period: 1.
        Commit: 0a1b2c3
    "#]]);
}

#[test]
fn a_month_in_persian() {
    check(&with_page(Language::Fa, "1405-08", |page| page.terminal(PIPE)), expect![[r#"
        شکایت¬ها: آبان ۱۴۰۵
        ۱۴۰۵/۰۸/۰۱ تا ۱۴۰۵/۰۸/۳۰

        شکایت¬ها           │ تعداد
        ──────────────────┼───────
        باز در آغاز دوره  │     ۱
        دریافت¬شده         │     ۴
        بازگشایی¬شده       │     ۱
        بسته¬شده           │     ۲
        باز در پایان دوره │     ۴
        ۱ + ۴ + ۱ − ۲ = ۴

        رعایت مهلت¬ها

        سنجه                          │  نتیجه
        ──────────────────────────────┼────────
        اعلام وصول در مهلت            │ ۱ از ۴
        بدون اعلام وصول تا پایان دوره │      ۲
        پاسخ در مهلت                  │ ۱ از ۲
        پاسخ بدون موعد                │      ۰
        بسته¬شده تا موعد پاسخ          │ ۰ از ۲
        روز تا بستن، میانه            │    ۷٫۶
        روز تا بستن، صدک ۹۰           │   ۱۱٫۱
        موعدگذشته در پایان دوره       │      ۳

        به تفکیک دسته

        دسته       │ دریافت¬شده │ بسته¬شده │ باز در پایان دوره
        ───────────┼───────────┼─────────┼───────────────────
        ارسال کالا │         ۲ │       ۱ │                 ۱
        ارسال کالا │         ۱ │       ۱ │                 ۲
        نامشخص     │         ۱ │       ۰ │                 ۱

        به تفکیک کانال دریافت

        کانال دریافت │ دریافت¬شده │ بسته¬شده │ باز در پایان دوره
        ─────────────┼───────────┼─────────┼───────────────────
        phone        │         ۳ │       ۲ │                 ۳
        letter       │         ۱ │       ۰ │                 ۱

        به تفکیک مسئول

        مسئول  │ دریافت¬شده │ بسته¬شده │ باز در پایان دوره
        ───────┼───────────┼─────────┼───────────────────
        omid   │         ۲ │       ۱ │                 ۱
        نامشخص │         ۱ │       ۰ │                 ۱
        sara   │         ۱ │       ۱ │                 ۲

        وضعیت در پایان دوره

        وضعیت    │ دریافت¬شده │ بسته¬شده │ باز در پایان دوره
        ─────────┼───────────┼─────────┼───────────────────
        closed   │         ۲ │       ۲ │                 ۰
        received │         ۲ │       ۰ │                 ۳
        assessed │         ۰ │       ۰ │                 ۱

        دلیل بستن

        دلیل                │ تعداد
        ────────────────────┼───────
        not-upheld-accepted │     ۱
        resolved-accepted   │     ۱

        نتیجهٔ رسیدگی

        نتیجه      │ تعداد
        ───────────┼───────
        not-upheld │     ۱
        upheld     │     ۱

        قدیمی¬ترین شکایت¬های باز

        شمارهٔ شکایت    │ تاریخ دریافت │  روز │ وضعیت    │ مسئول
        ───────────────┼──────────────┼──────┼──────────┼────────
        1405-01-0001-7 │ ۱۴۰۵/۰۷/۰۹   │ ۵۱٫۶ │ received │ sara
        1405-01-0002-5 │ ۱۴۰۵/۰۷/۱۳   │ ۴۷٫۶ │ assessed │ sara
        1405-01-0006-3 │ ۱۴۰۵/۰۸/۲۷   │  ۳٫۶ │ received │ omid
        1405-01-0007-4 │ ۱۴۰۵/۰۸/۳۰   │  ۰٫۲ │ received │ نامشخص

        روش شمارش
        بر پایهٔ زمان رخداد، به وقت Asia/Tehran؛ دسته و مسئول به وضع امروز.
        هر روز ۲۴ ساعت است، از دریافت تا آخرین بستن؛ صدک¬ها با درون¬یابی خطی (R نوع ۷).
        شکایت¬های باطل در هیچ شمارشی نیستند؛ دریافت¬شده در این دوره: ۱.
        کامیت: 0a1b2c3
    "#]]);
}

#[test]
fn a_gregorian_month_as_markdown() {
    check(&with_page(Language::En, "2026-11", |page| page.markdown()), expect![[r#"
        # Complaints: November 2026

        2026-11-01 to 2026-11-30

        | Complaints | Number |
        | --- | --: |
        | Open at the start | 2 |
        | Received | 3 |
        | Reopened | 0 |
        | Closed | 1 |
        | Open at the end | 4 |

        2 + 3 + 0 − 1 = 4

        ## In time

        | Measure | Result |
        | --- | --: |
        | Acknowledged in time | 0 of 3 |
        | Not acknowledged by the end | 2 |
        | Answered in time | 0 of 1 |
        | Answered without a due date | 0 |
        | Closed by the answer's due date | 0 of 1 |
        | Days to close, median | 12.0 |
        | Days to close, 90th percentile | 12.0 |
        | Overdue at the end | 4 |

        ## By category

        | Category | Received | Closed | Open at the end |
        | --- | --: | --: | --: |
        | QUALITY | 2 | 1 | 1 |
        | not set | 1 | 0 | 1 |
        | DELIVERY | 0 | 0 | 2 |

        ## By channel

        | Channel | Received | Closed | Open at the end |
        | --- | --: | --: | --: |
        | phone | 2 | 1 | 3 |
        | letter | 1 | 0 | 1 |

        ## By owner

        | Owner | Received | Closed | Open at the end |
        | --- | --: | --: | --: |
        | omid | 2 | 1 | 1 |
        | not set | 1 | 0 | 1 |
        | sara | 0 | 0 | 2 |

        ## By state at the end

        | State | Received | Closed | Open at the end |
        | --- | --: | --: | --: |
        | received | 2 | 0 | 3 |
        | closed | 1 | 1 | 0 |
        | assessed | 0 | 0 | 1 |

        ## Why they were closed

        | Reason | Number |
        | --- | --: |
        | not-upheld-accepted | 1 |

        ## What was found

        | Finding | Number |
        | --- | --: |
        | not-upheld | 1 |

        ## Open longest

        | Reference | Received on | Days | State | Owner |
        | --- | --- | --: | --- | --- |
        | 1405-01-0001-7 | 2026-10-01 | 60.6 | received | sara |
        | 1405-01-0002-5 | 2026-10-05 | 56.6 | assessed | sara |
        | 1405-01-0006-3 | 2026-11-18 | 12.6 | received | omid |
        | 1405-01-0007-4 | 2026-11-21 | 9.2 | received | not set |

        ## How it was counted

        By the time at which things happened, in Asia/Tehran; category and owner as they are today.

        Days are 24 hours each, from receipt to the last closing; percentiles are linear (R type 7).

        Void complaints count nowhere; received in this period: 1.

        Commit: 0a1b2c3
    "#]]);
}

#[test]
fn nothing_is_invisible_in_a_pipe() {
    for language in Language::ALL {
        let text = with_page(language, "1405-08", |page| page.terminal(PIPE) + &page.markdown());
        assert!(!text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200D}']));
        assert!(!text.contains("summary-"), "words are missing: {text}");
    }
}

#[test]
fn tables_fit_into_forty_columns() {
    for language in Language::ALL {
        let look = Look { width: Some(40), bidi: Bidi::Isolated };
        let text = with_page(language, "1405-08", |page| page.terminal(look));
        let too_wide: Vec<_> =
            text.lines().filter(|line| line.contains(['│', '┼']) && width::width(line) > 40).collect();
        assert!(too_wide.is_empty(), "{too_wide:#?}");
    }
}

#[test]
fn a_period_that_runs_says_up_to_when_it_was_counted() {
    let summary = summary_of(&[complaint(1, at("10-25 10:00"))], "1405-08");
    let summary = Summary { span: summary.span.until(at("11-01 12:00")), ..summary };
    let (period, locale) = (month("1405-08"), locale(Language::En));
    let origin = Origin { period: &period, zone: Tehran, commit: None };
    let page = Page { summary: &summary, origin, locale: &locale, category_label: &str::to_owned };
    let text = page.terminal(PIPE);
    assert!(text.contains("The period is not over: counted up to 2026-11-01 12:00."), "{text}");
    assert!(!text.contains("Commit"));
}

#[test]
fn days_named_one_by_one_are_the_title() {
    let summary = summary_of(&[], "1405-08");
    let day = |text: &str| text.parse().expect("the test names a day");
    let period = Period::days(day("2026-10-23"), day("2026-11-21")).expect("it has days");
    let locale = locale(Language::Fa);
    let origin = Origin { period: &period, zone: Tehran, commit: None };
    let page = Page { summary: &summary, origin, locale: &locale, category_label: &str::to_owned };
    let text = page.markdown();
    assert!(text.starts_with("# شکایت‌ها: ۱۴۰۵/۰۸/۰۱ تا ۱۴۰۵/۰۸/۳۰\n\n| "), "{text}");
}
