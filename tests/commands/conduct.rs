//! `complaints conduct`: contact may be restricted, the complaint is judged on its merits all the same.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_restriction_has_a_day_of_review_that_is_owed_until_it_ends() {
    let mut register = TestRegister::with_a_complaint();
    register.run("conduct 1 record --restriction written-only").check(&expect![[r#"
        ------- stderr -------
        error: `record-conduct` must say more about 2026-01-0001-2
          what kind of conduct it is
            --kind demands|persistence|non-cooperation|arguments|behaviour
          what happened
            --text "…" or -F FILE
          when the restriction is looked at again, a time to come
            --until DAY
        hint: complaints conduct 2026-01-0001-2 record --kind behaviour --text "…"
        [exit code: 4]
    "#]]);
    register.run("conduct 1 review").check(&expect![[r#"
        ------- stderr -------
        error: `review-conduct` must say more about 2026-01-0001-2
          a restriction of contact that has not ended
            first: complaints conduct 2026-01-0001-2 record --restriction … --until DAY
          what the review found
            --text "…" or -F FILE
          when the restriction is looked at again, a time to come
            --until DAY
        hint: complaints conduct 2026-01-0001-2 review --text "…" --until DAY
        [exit code: 4]
    "#]]);
    register.run("conduct 1 end").check(&expect![[r#"
        ------- stderr -------
        error: `end-conduct` must say more about 2026-01-0001-2
          a restriction of contact that has not ended
            first: complaints conduct 2026-01-0001-2 record --restriction … --until DAY
          why it ends
            --why "…"
        hint: complaints conduct 2026-01-0001-2 end --why "…"
        [exit code: 4]
    "#]]);
    register.run("conduct 1 record --kind persistence --text 'Called ten times' --restriction written-only --until 2026-11-20").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Conduct recorded
    "#]]);
    register.run("due").check(&expect![[r#"
        Urgency │ Reference      │ What                                      │ Due              │ State    │ Owner
        ────────┼────────────────┼───────────────────────────────────────────┼──────────────────┼──────────┼───────
             12 │ 2026-01-0001-2 │ acknowledgement                           │ 2026-10-29 10:06 │ Received │
              4 │ 2026-01-0001-2 │ answer                                    │ 2026-11-02 10:06 │ Received │
              2 │ 2026-01-0001-2 │ review of a restriction (In writing only) │ 2026-11-20 23:59 │ Received │
        ------- stderr -------
        3 dates, 0 overdue
    "#]]);
    assert!(
        register
            .run("due 1")
            .stdout()
            .ends_with("review of a restriction (In writing only): due Friday 2026-11-20, 23:59\n")
    );
    register.run("--lang fa due --format csv").check(&expect![[r#"
        urgency,reference,kind,what,due,by,overdue,on_hold,state,owner,paper
        12,2026-01-0001-2,clock,acknowledge,2026-10-29T10:06:00+03:30,pack,no,no,received,,
        4,2026-01-0001-2,clock,respond,2026-11-02T10:06:00+03:30,pack,no,no,received,,
        2,2026-01-0001-2,review,written-only,2026-11-20T23:59:59+03:30,told,no,no,received,,
    "#]]);
    register.wait(TimeDelta::days(25));
    register.run("conduct 1 review --text 'No better yet' --until 2026-11-01").check(&expect![[r#"
        ------- stderr -------
        error: `review-conduct` must say more about 2026-01-0001-2
          when the restriction is looked at again, a time to come
            --until DAY
        hint: complaints conduct 2026-01-0001-2 review --text "…" --until DAY
        [exit code: 4]
    "#]]);
    register.done("conduct 1 review --text 'No better yet' --until 2026-12-20");
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received                2026-10-28 10:06
        Channel                 Phone
        Restriction of contact  In writing only, to be reviewed 2026-12-20
        Complainant             Maryam Rezaei
        Phone                   09120000123
        Pseudonym               p-weg3hdzk
        Priority                Normal
        Acknowledgement due     Thursday 2026-10-29, 10:06
        Response due            Monday 2026-11-02, 10:06 (by the rule pack), overdue
        Subject                 Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Restricted              There is more that only few may see
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:10  Conduct recorded · sara · until: 2026-11-20 23:59
          2026-11-22 10:15  Restriction of contact reviewed · sara · until: 2026-12-20 23:59
    "#]]);
    register.run("--lang fa show 1").check(&expect![[r#"
        2026-01-0001-2  دریافت‌شده
        زمان دریافت      ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶
        کانال دریافت     تلفن
        زبان             انگلیسی
        محدودیت تماس     تنها کتبی، بازبینی در ۲۰۲۶/۱۲/۲۰
        شاکی             Maryam Rezaei
        تلفن             09120000123
        شناسهٔ شاکی       p-weg3hdzk
        اولویت           عادی
        مهلت اعلام وصول  پنجشنبه ۲۰۲۶/۱۰/۲۹، ساعت ۱۰:۰۶
        مهلت پاسخ        دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶ (طبق بستهٔ قواعد)، موعدگذشته
        موضوع            Late delivery
        شرح شکایت
          It should have come on Saturday, it came on Wednesday.
        محدود            پرونده اطلاعاتی دارد که تنها چند نفر می‌توانند ببینند
        رویدادها
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶  دریافت شد · sara
          ۲۰۲۶/۱۰/۲۸ ۱۰:۱۰  رفتار نامعقول ثبت شد · sara · تا: ۲۰۲۶/۱۱/۲۰ ۲۳:۵۹
          ۲۰۲۶/۱۱/۲۲ ۱۰:۱۵  محدودیت تماس بازبینی شد · sara · تا: ۲۰۲۶/۱۲/۲۰ ۲۳:۵۹
    "#]]);
    register.done("conduct 1 end --why 'Quiet since'");
    assert!(!register.run("show 1").stdout().contains("Restriction of contact  "));
    register.done("check");
}

#[test]
fn the_review_is_owed_when_the_complaint_is_closed_too() {
    let mut register = TestRegister::with_a_complaint();
    register.done("conduct 1 record --kind behaviour --text 'Insults' --restriction one-contact --until 2026-11-20");
    register.done("advance 1 withdraw --why 'Does not want it any more'");
    let owed = register.run("due --format csv").stdout();
    assert!(owed.contains("review,one-contact,2026-11-20"), "{owed}");
}

#[test]
fn unreasonable_conduct_changes_neither_the_way_nor_the_clocks_of_a_complaint() {
    let way = |conduct: &[&str]| {
        let mut register = TestRegister::with_a_complaint();
        for line in conduct {
            register.done(line);
        }
        let due = register.run("due 1 --format json").stdout();
        register.done("categorize 1 --category delivery --severity 2");
        register.done("advance 1 decide --finding upheld --why 'The log says so'");
        register.done("advance 1 respond --method letter --text 'You are right'");
        (due.split("\"clocks\"").nth(1).map(str::to_owned), register.run("check").exit)
    };
    let quiet = way(&["note 1 'A quiet call'"]);
    assert_eq!(way(&["conduct 1 record --kind behaviour --text 'Insulted the driver'"]), quiet);
}

#[test]
fn the_letter_says_how_contact_is_restricted_and_until_when_and_never_why() {
    let mut register = TestRegister::with_a_complaint();
    register.done("conduct 1 record --kind behaviour --text 'Shouted' --restriction written-only --until 2026-11-20");
    register.run("letter 1 conduct").check(&expect![[r#"
        How we talk with each other
        Alborz

            Complaint number: 2026-01-0001-2

        Dear Maryam Rezaei,

        We understand that you are upset, and your complaint goes on being
        handled. Some of what was said made it hard for our colleagues to help
        you.

        How we stay in contact for now
          Contact: In writing only
          From: 2026-10-28
          We look at this again on: 2026-11-20

        What we ask, and what we promise
          - Please speak and write to our colleagues with respect.
          - We handle your complaint on its merits, whatever was said.
          - If it is easier for you, write to us, or let somebody speak for you.

        How to reach us
          To add or ask something, reply to this message.

        Issued: 2026-10-28
    "#]]);
    register.run("--lang fa letter 1 conduct").check(&expect![[r#"
        دربارهٔ گفت‌وگوی ما
        \u{2068}Alborz\u{2069}

            شمارهٔ شکایت: \u{2066}۲۰۲۶-۰۱-۰۰۰۱-۲\u{2069}

        \u{2068}Maryam Rezaei\u{2069} گرامی،

        ناراحتی شما را درک می‌کنیم و رسیدگی به شکایت شما ادامه دارد. بخشی از
        گفت‌وگوها کار را برای همکارانی که می‌خواهند به شما کمک کنند دشوار کرده
        است.

        شیوهٔ تماس ما در این مدت
          تماس: تنها کتبی
          از تاریخ: ۱۴۰۵/۰۸/۰۶
          بازنگری ما در این تصمیم: ۱۴۰۵/۰۸/۲۹

        خواهش ما و قول ما
          - خواهش می‌کنیم با همکاران ما محترمانه سخن بگویید و بنویسید.
          - هر چه گفته شده باشد، شکایت شما را تنها بر پایهٔ محتوای آن بررسی
          می‌کنیم.
          - اگر برایتان آسان‌تر است برای ما بنویسید یا کسی از طرف شما صحبت کند.

        راه تماس با ما
          برای افزودن یا پرسیدن، به همین پیام پاسخ دهید.

        تاریخ صدور: ۱۴۰۵/۰۸/۰۶
    "#]]);
}
