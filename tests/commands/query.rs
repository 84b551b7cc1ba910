//! What questions mean, and what they are refused for.

use std::sync::LazyLock;

use complaints::calendar::{CalendarKind, Zone};
use proptest::prelude::*;

use complaints::domain::Instant;
use complaints::domain::complaint::Complaint;
use complaints::locale::Locale;
use complaints::query::parse::{Frame, QueryError};
use complaints::query::{Due, Query};
use complaints::record;
use complaints::render::mistype;
use complaints::text::digits::Digits;
use complaints::text::language::Language;

const RECORD: &str = "\
format: 1

reference: 1405-01-0147-1
received_at: 2026-10-25T09:00:00+03:30
level: 1

channel: phone
language: fa
person: p-7k2m9x4q

state: received

owner: sara

category: delivery

priority: high
assessment:
  severity: 4
pack: standard

personal:
  complainant:
    name: مریم رضایی
    phones:
      - \"+98 912 123 4567\"
  statement: کتاب‌هاي من نرسید

events:
  - id: e-01hq8y2m3k5p
    at: 2026-10-25T09:00:00+03:30
    by: sara
    kind: received
    to: received
";

const NOW: &str = "2026-10-28T10:00:00+03:30";

fn time(text: &str) -> Instant {
    Instant::parse_from_rfc3339(text).expect("a time")
}

static CATEGORIES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let categories = [("delivery", "ارسال و تحویل"), ("quality", "کیفیت")];
    categories.map(|(code, name)| (code.to_owned(), name.to_owned())).to_vec()
});

fn frame() -> Frame<'static> {
    Frame { now: time(NOW), zone: Zone::tehran(), me: "sara", categories: &CATEGORIES }
}

fn complaint() -> Complaint {
    record::read(RECORD.as_bytes()).expect("a record").complaint
}

fn due() -> Due {
    Due { at: Some(time("2026-10-29T17:00:00+03:30")), is_overdue: false }
}

#[track_caller]
fn assert_means(question: &str, expected: bool) {
    let query = Query::parse(question, frame()).expect(question);
    assert_eq!(query.means(&complaint(), due), expected, "{question}");
}

#[test]
fn every_term_must_hold() {
    assert_means("", true);
    assert_means("state:open owner:sara category:delivery", true);
    assert_means("state:open owner:reza", false);
    assert_means("owner:me priority:high,urgent channel:phone", true);
    assert_means("owner!=me", false);
    assert_means("state:closed", false);
    assert_means("state!=open", false);
    assert_means("product:none closure:none finding:none", true);
    assert_means("category:none", false);
    assert_means("category:\"ارسال و تحويل\"", true);
    assert_means("category:کیفیت", false);
}

#[test]
fn numbers_and_times_have_an_order() {
    for question in ["severity>=4", "severity:۴", "severity!=3", "severity<5", "severity>3", "severity<=4"] {
        assert_means(question, true);
    }
    for question in ["severity>4", "severity<4", "severity!=4"] {
        assert_means(question, false);
    }
    for question in [
        "received>=1405-08-01",
        "received:1405-08-03",
        "received:۱۴۰۵/۰۸",
        "received<2026-10-26",
        "received<=2026-10-25",
        "received>2026-10-24",
        "received:2026-10-25",
        "received!=2026-10-26",
        "due<2d",
        "due<=tomorrow",
        "due:2026-10-29",
        "overdue:no",
    ] {
        assert_means(question, true);
    }
    for question in
        ["received<2026-10-25", "received>2026-10-25", "received:1405-07", "due<1h", "closed>2020-01-01", "overdue:yes"]
    {
        assert_means(question, false);
    }
}

#[test]
fn words_are_looked_for_in_all_texts_whatever_their_spelling() {
    let said = ["کتابهای", "رضایي", "text:\"کتابهای من\"", "«کتابهای من»", "09121234567", "۰۹۱۲۱۲۳", "text!=delivery"];
    for question in said {
        assert_means(question, true);
    }
    for question in ["فروشگاه", "text:\"من کتابهای\"", "0935", "text!=مریم"] {
        assert_means(question, false);
    }
}

#[test]
fn what_cannot_be_asked_is_named_with_what_can() {
    let locale = Locale::new(Language::En, CalendarKind::Gregorian, Digits::Latn, Zone::UTC);
    let told = |asked: &str| mistype::question(&locale, &Query::parse(asked, frame()).expect_err(asked));
    assert!(told("stat:open").starts_with("`stat` is no field"), "{}", told("stat:open"));
    assert_eq!(told("owner:"), "`owner:` says nothing behind its sign");
    assert_eq!(told("owner>sara"), "`owner` has no order: `owner>sara` can only ask with `:` or `!=`");
    assert_eq!(told("severity:9"), "`9` is no severity: 1 to 5");
    assert_eq!(told("overdue:maybe"), "`maybe` is no overdue: yes, no");
    assert!(told("state:opened").starts_with("`opened` is no state: open, received"), "{}", told("state:opened"));
    assert_eq!(told("received>21/11/2026"), "`received`: `21/11/2026` does not begin with the year");
    assert!(matches!(Query::parse("text:\"late", frame()), Err(QueryError::Unclosed { .. })));
}

#[test]
fn the_time_it_is_due_is_only_asked_where_the_question_needs_it() {
    let question = Query::parse("due<2d owner:reza", frame()).expect("a question");
    assert!(!question.means(&complaint(), || panic!("not asked: the owner is another")));
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,40}", sign in "[a-z]{1,9}(:|<|>|!=|<=|>=)\\PC{0,12}") {
        for text in [text, sign] {
            if let Ok(query) = Query::parse(&text, frame()) {
                query.means(&complaint(), due);
            }
        }
    }
}
