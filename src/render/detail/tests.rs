//! Whole pages in both languages, at a terminal and in a pipe, and what hostile text does to them: nothing.

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::domain::complaint::Point;
use crate::domain::words::{Accommodation, Finding, Role, State};
use crate::render::specimen::{self, at, visible};
use crate::render::table::{Bidi, Look};

/// Returns the page without its colours, as a pipe gets it.
fn page(standing: &Standing, locale: &Locale) -> String {
    visible(&anstream::adapter::strip_str(&detail(standing, &specimen::reader(locale))).to_string())
}

#[test]
fn the_page_tells_all_that_is_known_in_english() {
    let complaint = specimen::rich();
    expect![[r#"
        1405-01-0147-1  Being carried out
        Received      2026-10-28 10:05
        Channel       Phone
        Language      Persian
        Source        shop-desk T-88
        Complainant   مریم رضایی
        Phone         09120001234
        Phone         ۰۲۱-۵۵۰۰۱۲۳۴
        E-mail        maryam7@mail.example
        Order         88213
        Pseudonym     p-7q2mk3v9
        Product       Express
        Category      Delivery
        Severity      3 of 5
        Priority      Normal
        Owner         Sara
        Acknowledged  Wednesday 2026-10-28, 10:20
        Response due  Saturday 2026-10-31, 10:05 (told to the complainant)
        Responded     Wednesday 2026-10-28, 11:20
        Remedy        r1 · Refund · 12,000,000 IRR · Agreed
        Promise       m1 · Response · 2026-10-31 10:05 · Kept
        Promise       m2 · Remedy · 2026-11-04 12:00 · Open
        Subject       تأخیر در تحویل
        Statement
          قرار بود شنبه برسد،
          اما چهارشنبه تحویل شد.
        Wants         بازگشت هزینهٔ ارسال
        Story
          2026-10-28 10:05  Received · Sara
          2026-10-28 10:20  Acknowledged · Sara · Phone
          2026-10-28 10:35  Categorized and assessed · Sara
          2026-10-28 10:50  Investigation started · Sara
          2026-10-28 11:05  Decided · Sara · Partly upheld
              Courier log shows Wednesday.
          2026-10-28 11:20  Responded · Sara · E-mail · next route: Internal review
          2026-10-28 11:35  Remedy accepted · Sara
    "#]]
    .assert_eq(&page(&specimen::standing(&complaint), &specimen::english()));
}

#[test]
fn the_page_tells_all_that_is_known_in_persian() {
    let complaint = specimen::rich();
    expect![[r#"
        1405-01-0147-1  در حال اجرا
        زمان دریافت   ۱۴۰۵/۰۸/۰۶ ۱۰:۰۵
        کانال دریافت  تلفن
        مبدأ          shop-desk T-88
        شاکی          مریم رضایی
        تلفن          09120001234
        تلفن          ۰۲۱-۵۵۰۰۱۲۳۴
        ایمیل         maryam7@mail.example
        شمارهٔ سفارش   88213
        شناسهٔ شاکی    p-7q2mk3v9
        کالا یا خدمت  Express
        دسته          Delivery
        شدت           ۳ از ۵
        اولویت        عادی
        مسئول         Sara
        اعلام وصول    چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۲۰
        مهلت پاسخ     شنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ (به شاکی گفته شده)
        زمان پاسخ     چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۱:۲۰
        جبران         r1 · بازگشت وجه · ۱۲٬۰۰۰٬۰۰۰ ریال · توافق‌شده
        تعهد          m1 · پاسخ · ۱۴۰۵/۰۸/۰۹ ۱۰:۰۵ · به‌موقع انجام‌شده
        تعهد          m2 · جبران · ۱۴۰۵/۰۸/۱۳ ۱۲:۰۰ · در انتظار
        موضوع         تأخیر در تحویل
        شرح شکایت
          قرار بود شنبه برسد،
          اما چهارشنبه تحویل شد.
        خواستهٔ شاکی   بازگشت هزینهٔ ارسال
        رویدادها
          ۱۴۰۵/۰۸/۰۶ ۱۰:۰۵  دریافت شد · Sara
          ۱۴۰۵/۰۸/۰۶ ۱۰:۲۰  وصول اعلام شد · Sara · تلفن
          ۱۴۰۵/۰۸/۰۶ ۱۰:۳۵  دسته‌بندی و ارزیابی شد · Sara
          ۱۴۰۵/۰۸/۰۶ ۱۰:۵۰  بررسی آغاز شد · Sara
          ۱۴۰۵/۰۸/۰۶ ۱۱:۰۵  تصمیم گرفته شد · Sara · تا حدی وارد
              Courier log shows Wednesday.
          ۱۴۰۵/۰۸/۰۶ ۱۱:۲۰  پاسخ داده شد · Sara · ایمیل · مسیر بعدی: بازبینی داخلی
          ۱۴۰۵/۰۸/۰۶ ۱۱:۳۵  راه‌حل پذیرفته شد · Sara
    "#]]
    .assert_eq(&page(&specimen::standing(&complaint), &specimen::persian()));
}

#[test]
fn a_fresh_anonymous_complaint_has_a_short_page() {
    let mut complaint = specimen::complaint(State::Received);
    complaint.person = None;
    complaint.personal.statement = "Nobody answers the telephone.".to_owned();
    complaint.restricted.health = Some("a secret".to_owned());
    let by_pack = (at("2026-10-31T10:05:00+03:30"), DueBy::Pack);
    let standing = Standing { response_due: Some(by_pack), ..specimen::standing(&complaint) };
    expect![[r"
        1405-01-0147-1  Received
        Received             2026-10-28 10:05
        Channel              Phone
        Language             Persian
        Complainant          Anonymous
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:05
        Response due         Saturday 2026-10-31, 10:05 (by the rule pack)
        Statement
          Nobody answers the telephone.
        Restricted           There is more that only few may see
        Story
          2026-10-28 10:05  Received · Sara
    "]]
    .assert_eq(&page(&standing, &specimen::english()));
}

#[test]
fn what_is_rarely_known_has_its_place_too() {
    let mut complaint = specimen::complaint(State::Responded);
    complaint.level = 2;
    complaint.role = Some(Role::Buyer);
    complaint.needs = vec![Accommodation::Hearing, Accommodation::Elderly];
    complaint.occurred = Some(Occurred::At(at("2026-10-27T18:00:00+03:30")));
    complaint.personal.address = Some("12 Hill Road\nTehran".to_owned());
    complaint.points = vec![Point {
        id: "p1".to_owned(),
        text: "Four days late".to_owned(),
        finding: Some(Finding::Upheld),
        reasons: Some("Courier log.".to_owned()),
    }];
    expect![[r#"
        1405-01-0147-1  Responded
        Received      2026-10-28 10:05
        Happened      2026-10-27 18:00
        Channel       Phone
        Language      Persian
        Needs         Hard of hearing · Older person
        Role          Buyer
        Address
          12 Hill Road
          Tehran
        Pseudonym     p-7q2mk3v9
        Priority      Normal
        Level         2 of 3
        Acknowledged  Wednesday 2026-10-28, 10:20
        Response due  Saturday 2026-10-31, 10:05 (told to the complainant)
        Responded     Wednesday 2026-10-28, 11:20
        Statement
          قرار بود شنبه برسد،
          اما چهارشنبه تحویل شد.
        Point p1
          Four days late
          Upheld
          Courier log.
        Story
          2026-10-28 10:05  Received · Sara
          2026-10-28 10:20  Acknowledged · Sara
          2026-10-28 10:35  Categorized and assessed · Sara
          2026-10-28 10:50  Investigation started · Sara
          2026-10-28 11:05  Decided · Sara
          2026-10-28 11:20  Responded · Sara
    "#]]
    .assert_eq(&page(&specimen::standing(&complaint), &specimen::english()));
}

#[test]
fn a_terminal_gets_colours_marks_and_broken_lines() {
    let mut complaint = specimen::rich();
    complaint.events.truncate(2);
    complaint.promises.clear();
    complaint.remedies.clear();
    complaint.personal.statement = "قرار بود شنبه برسد، اما چهارشنبه تحویل شد و کسی هم پاسخ نداد.".to_owned();
    let standing = Standing { is_overdue: true, ..specimen::standing(&complaint) };
    let locale = specimen::persian();
    let reader = Reader { look: Look { width: Some(40), bidi: Bidi::Isolated }, ..specimen::reader(&locale) };
    expect![[r#"
        ⟨ESC⟩[1m1405-01-0147-1⟨ESC⟩[0m  اعلام وصول شده
        ⟨ESC⟩[2mزمان دریافت⟨ESC⟩[0m   ۱۴۰۵/۰۸/۰۶ ۱۰:۰۵
        ⟨ESC⟩[2mکانال دریافت⟨ESC⟩[0m  تلفن
        ⟨ESC⟩[2mمبدأ⟨ESC⟩[0m          ⟨LRI⟩shop-desk T-88⟨PDI⟩
        ⟨ESC⟩[2mشاکی⟨ESC⟩[0m          مریم رضایی
        ⟨ESC⟩[2mتلفن⟨ESC⟩[0m          ⟨LRI⟩09120001234⟨PDI⟩
        ⟨ESC⟩[2mتلفن⟨ESC⟩[0m          ⟨LRI⟩۰۲۱-۵۵۰۰۱۲۳۴⟨PDI⟩
        ⟨ESC⟩[2mایمیل⟨ESC⟩[0m         ⟨LRI⟩maryam7@mail.example⟨PDI⟩
        ⟨ESC⟩[2mشمارهٔ سفارش⟨ESC⟩[0m   ⟨LRI⟩88213⟨PDI⟩
        ⟨ESC⟩[2mشناسهٔ شاکی⟨ESC⟩[0m    ⟨LRI⟩p-7q2mk3v9⟨PDI⟩
        ⟨ESC⟩[2mکالا یا خدمت⟨ESC⟩[0m  ⟨FSI⟩Express⟨PDI⟩
        ⟨ESC⟩[2mدسته⟨ESC⟩[0m          ⟨FSI⟩Delivery⟨PDI⟩
        ⟨ESC⟩[2mشدت⟨ESC⟩[0m           ۳ از ۵
        ⟨ESC⟩[2mاولویت⟨ESC⟩[0m        عادی
        ⟨ESC⟩[2mمسئول⟨ESC⟩[0m         ⟨FSI⟩Sara⟨PDI⟩
        ⟨ESC⟩[2mاعلام وصول⟨ESC⟩[0m    چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۲۰
        ⟨ESC⟩[2mمهلت پاسخ⟨ESC⟩[0m     ⟨ESC⟩[31mشنبه ۱۴۰۵/۰۸/۰۹، ساعت ۱۰:۰۵ (به شاکی گفته شده)، موعدگذشته⟨ESC⟩[0m
        ⟨ESC⟩[2mموضوع⟨ESC⟩[0m         تأخیر در تحویل
        ⟨ESC⟩[2mشرح شکایت⟨ESC⟩[0m
          قرار بود شنبه برسد، اما چهارشنبه تحویل
          شد و کسی هم پاسخ نداد.
        ⟨ESC⟩[2mخواستهٔ شاکی⟨ESC⟩[0m   بازگشت هزینهٔ ارسال
        ⟨ESC⟩[2mرویدادها⟨ESC⟩[0m
          ⟨ESC⟩[2m۱۴۰۵/۰۸/۰۶ ۱۰:۰۵⟨ESC⟩[0m  دریافت شد · ⟨FSI⟩Sara⟨PDI⟩
          ⟨ESC⟩[2m۱۴۰۵/۰۸/۰۶ ۱۰:۲۰⟨ESC⟩[0m  وصول اعلام شد · ⟨FSI⟩Sara⟨PDI⟩ · تلفن
    "#]]
    .assert_eq(&visible(&detail(&standing, &reader)));
}

#[test]
fn hostile_text_cannot_leave_its_place() {
    let mut complaint = specimen::complaint(State::Received);
    complaint.personal.name = Some("Mallory\nstate  closed".to_owned());
    complaint.personal.subject = Some("free\u{1B}[2J money\u{202E}drawkcab\r\nowner  boss".to_owned());
    complaint.personal.statement = "one\u{9B}31m\u{2066}\u{2028}two\u{0}\ttabbed".to_owned();
    complaint.personal.phones = vec!["0912\u{7}\n1".to_owned()];
    complaint.events[0].by = "sara\n\u{1B}]0;title".to_owned();
    let standing = Standing { response_due: None, acknowledgement_due: None, ..specimen::standing(&complaint) };
    expect![[r#"
        1405-01-0147-1  Received
        Received     2026-10-28 10:05
        Channel      Phone
        Language     Persian
        Complainant  Mallory state  closed
        Phone        0912� 1
        Pseudonym    p-7q2mk3v9
        Priority     Normal
        Subject
          free�[2J moneydrawkcab
          owner  boss
        Statement
          one�31m
          two� tabbed
        Story
          2026-10-28 10:05  Received · sara �]0;title
    "#]]
    .assert_eq(&page(&standing, &specimen::english()));
}

proptest! {
    #[test]
    fn whatever_is_written_the_page_holds_no_control_but_its_own(text in any::<String>()) {
        let mut complaint = specimen::rich();
        let personal = &mut complaint.personal;
        personal.name = Some(text.clone());
        personal.subject = Some(text.clone());
        personal.wants = Some(text.clone());
        personal.order = Some(text.clone());
        complaint.owner = Some(text.clone());
        complaint.events[2].by.clone_from(&text);
        complaint.events[2].facts.file = Some(text.clone());
        complaint.events[2].facts.text = Some(text);
        let page = page(&specimen::standing(&complaint), &specimen::persian());
        prop_assert!(!page.contains(|character: char| character.is_control() && character != '\n'));
    }
}
