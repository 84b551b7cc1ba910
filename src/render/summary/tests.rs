//! The page in both languages and both forms.

use expect_test::expect_file;

use super::*;
use crate::calendar::CalendarKind;
use crate::render::table::Bidi;
use crate::report::quantile;
use crate::report::sample::{at, complaint, month, summary_of, two_months};
use crate::text::digits::Digits;
use crate::text::language::Language;
use crate::text::width;

fn locale(language: Language) -> Locale {
    match language {
        Language::En => Locale::new(language, CalendarKind::Gregorian, Digits::Latn, Zone::tehran()),
        Language::Fa => Locale::new(language, CalendarKind::Jalali, Digits::Fa, Zone::tehran()),
    }
}

fn with_page<T>(language: Language, label: &str, write: impl FnOnce(Page<'_>) -> T) -> T {
    let (summary, period, locale) = (summary_of(&two_months(), label), month(label), locale(language));
    let category_label = |code: &str| match language {
        Language::En => code.to_uppercase(),
        Language::Fa => "ارسال کالا".to_owned(),
    };
    let origin = Origin { period: &period, zone: Zone::tehran(), commit: Some("0a1b2c3") };
    write(Page { summary: &summary, origin, locale: &locale, category_label: &category_label })
}

const PIPE: Look = Look { width: None, bidi: Bidi::Plain };

#[test]
fn a_month_in_english() {
    expect_file!["golden/aban.en.txt"].assert_eq(&with_page(Language::En, "1405-08", |page| page.terminal(PIPE)));
}

#[test]
fn a_month_in_persian() {
    expect_file!["golden/aban.fa.txt"].assert_eq(&with_page(Language::Fa, "1405-08", |page| page.terminal(PIPE)));
}

#[test]
fn a_gregorian_month_as_markdown() {
    expect_file!["golden/november.en.md"].assert_eq(&with_page(Language::En, "2026-11", |page| page.markdown()));
}

#[test]
fn the_page_names_the_method_of_its_percentiles() {
    let text = with_page(Language::En, "1405-08", |page| page.markdown());
    assert!(text.contains(quantile::METHOD), "{text}");
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
    let origin = Origin { period: &period, zone: Zone::tehran(), commit: None };
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
    let origin = Origin { period: &period, zone: Zone::tehran(), commit: None };
    let page = Page { summary: &summary, origin, locale: &locale, category_label: &str::to_owned };
    let text = page.markdown();
    assert!(text.starts_with("# شکایت‌ها: ۱۴۰۵/۰۸/۰۱ تا ۱۴۰۵/۰۸/۳۰\n\n| "), "{text}");
}
