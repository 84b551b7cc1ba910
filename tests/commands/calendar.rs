//! `complaints calendar`: the days of a month, and days off that come at short notice.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_closed_day_names_the_dates_that_move_and_those_that_were_told_and_stay() {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --channel phone --anonymous --statement 'The clerk was rude'");
    register.done("advance 2 acknowledge");
    register.run("calendar close 2026-10-30 --why 'The office moves' --dry-run").check(&expect![[r#"
        calendar 2026-10-30: closed

        Complaint-Tool: complaints 0.1.0
        diff --git a/complaints/holidays.yaml b/complaints/holidays.yaml
        index e69de29..69e35f2 100644
        --- a/complaints/holidays.yaml
        +++ b/complaints/holidays.yaml
        @@ -0,0 +1,8 @@
        +format: 1
        +
        +days:
        +  - day: "2026-10-30"
        +    kind: closure
        +    what: The office moves
        +    by: sara
        +    added_at: "2026-10-28T10:09:00+03:30"
        2026-01-0001-2  answer: from 2026-11-02 10:06 to 2026-11-03 10:06
        2026-01-0002-0  answer: from 2026-11-02 10:07 to 2026-11-03 10:07; told 2026-11-02 10:07, which stays
    "#]]);
    register.run("calendar close 2026-10-30 --why 'The office moves'").check(&expect![[r#"
        2026-01-0001-2  answer: from 2026-11-02 10:06 to 2026-11-03 10:06
        2026-01-0002-0  answer: from 2026-11-02 10:07 to 2026-11-03 10:07; told 2026-11-02 10:07, which stays
        ------- stderr -------
        Friday 2026-10-30 is a day off now
    "#]]);
    let log = register.git(&["log", "-1", "--format=%s"]);
    expect![[r#"
        calendar 2026-10-30: closed
    "#]]
    .assert_eq(&log);
    register.run("calendar close 2026-10-30 --why again").check(&expect![[r#"
        ------- stderr -------
        error: 2026-10-30 is a day off already
        hint: complaints calendar show 2026-10
        [exit code: 4]
    "#]]);
    register.run("--lang fa calendar close 2026-11-02 --provisional --why 'برف'").check(&expect![[r#"
        2026-01-0001-2  پاسخ: از ۲۰۲۶/۱۱/۰۳ ۱۰:۰۶ به ۲۰۲۶/۱۱/۰۴ ۱۰:۰۶
        2026-01-0002-0  پاسخ: از ۲۰۲۶/۱۱/۰۳ ۱۰:۰۷ به ۲۰۲۶/۱۱/۰۴ ۱۰:۰۷؛ به شاکی گفته شده: ۲۰۲۶/۱۱/۰۲ ۱۰:۰۷ و همان می‌ماند
        ------- stderr -------
        دوشنبه ۲۰۲۶/۱۱/۰۲ تعطیل شد
    "#]]);
    expect![[r#"
        format: 1

        days:
          - day: "2026-10-30"
            kind: closure
            what: The office moves
            by: sara
            added_at: "2026-10-28T10:10:00+03:30"

          - day: "2026-11-02"
            kind: provisional
            what: برف
            by: sara
            added_at: "2026-10-28T10:13:00+03:30"
    "#]]
    .assert_eq(&register.read("complaints/holidays.yaml"));
    register.run("calendar validate").check(&expect![[r#"
        ------- stderr -------
        2 days off
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        2 complaints, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_day_off_after_the_end_makes_no_late_answer_punctual() {
    let mut register = TestRegister::with_a_complaint();
    register.wait(TimeDelta::days(6));
    register.run("list --overdue --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}received\u{9}2026-10-28T10:06:00+03:30\u{9}\u{9}Late delivery\u{9}\u{9}2026-11-02T10:06:00+03:30
    "#]]);
    register.run("calendar close 2026-10-30 --why 'Nobody was here'").check(&expect![[r#"
        no date moves
        ------- stderr -------
        Friday 2026-10-30 is a day off now
    "#]]);
    register.run("list --overdue --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}received\u{9}2026-10-28T10:06:00+03:30\u{9}\u{9}Late delivery\u{9}\u{9}2026-11-02T10:06:00+03:30
    "#]]);
    register.run("check --only no-late-days-off").check(&expect![[r#"
        complaints/holidays.yaml:8:5: no-late-days-off: 2026-10-30 was made a day off on 2026-11-03, when it had passed
            A day off that was added later does not make a late answer punctual
            edit complaints/holidays.yaml, then: complaints doctor
        ------- stderr -------
        1 complaint, 1 check: 1 finding
        [exit code: 3]
    "#]]);
}

#[test]
fn a_month_is_shown_with_hours_and_days_off() {
    let mut register = TestRegister::persian();
    register.run("calendar show 1405-12").check(&expect![[r#"
        روز        │ روز هفته │ ساعت کار    │ چرا
        ───────────┼──────────┼─────────────┼──────────────────────────────────
        ۱۴۰۵/۱۲/۰۱ │ شنبه     │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۰۲ │ یکشنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۰۳ │ دوشنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۰۴ │ سه‌شنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۰۵ │ چهارشنبه │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۰۶ │ پنجشنبه  │ ۰۹:۰۰-۱۳:۰۰ │
        ۱۴۰۵/۱۲/۰۷ │ جمعه     │             │
        ۱۴۰۵/۱۲/۰۸ │ شنبه     │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۰۹ │ یکشنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۱۰ │ دوشنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۱۱ │ سه‌شنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۱۲ │ چهارشنبه │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۱۳ │ پنجشنبه  │ ۰۹:۰۰-۱۳:۰۰ │
        ۱۴۰۵/۱۲/۱۴ │ جمعه     │             │
        ۱۴۰۵/۱۲/۱۵ │ شنبه     │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۱۶ │ یکشنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۱۷ │ دوشنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۱۸ │ سه‌شنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۱۹ │ چهارشنبه │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۲۰ │ پنجشنبه  │ ۰۹:۰۰-۱۳:۰۰ │
        ۱۴۰۵/۱۲/۲۱ │ جمعه     │             │
        ۱۴۰۵/۱۲/۲۲ │ شنبه     │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۲۳ │ یکشنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۲۴ │ دوشنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۲۵ │ سه‌شنبه   │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۲۶ │ چهارشنبه │ ۰۹:۰۰-۱۷:۰۰ │
        ۱۴۰۵/۱۲/۲۷ │ پنجشنبه  │ ۰۹:۰۰-۱۳:۰۰ │
        ۱۴۰۵/۱۲/۲۸ │ جمعه     │             │
        ۱۴۰۵/۱۲/۲۹ │ شنبه     │             │ روز ملی شدن صنعت نفت، تعطیل رسمی
    "#]]);
    register.run("--lang en calendar show 2026-13").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '2026-13' for '[MONTH]': `2026-13` is out of range: years are 1300-1499 or 1900-2199, months 1-12

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.write(
        "complaints/holidays.yaml",
        "format: 1\ndays:\n  - day: \"2026-05-27\"\n    kind: provisional\n    what: عید قربان\n",
    );
    register.run("calendar validate").check(&expect![[r#"
        ------- stderr -------
        warning: ۱۴۰۵/۰۳/۰۶ (عید قربان) گذشته است و هنوز قطعی نشده است
        ۱ روز تعطیل
    "#]]);
}

#[test]
fn a_month_is_one_json_document_for_programs() {
    let mut register = TestRegister::english();
    register.done("calendar close 2026-10-30 --why 'The office moves'");
    let month: serde_json::Value =
        serde_json::from_str(&register.run("calendar show 1405-08 --format json").stdout()).expect("it is JSON");
    assert_eq!(month["days"].as_array().map(Vec::len), Some(30));
    let days = month["days"].as_array().expect("an array of days");
    let pick = |day: &str| days.iter().find(|one| one["day"] == day).map(ToString::to_string).unwrap_or_default();
    expect![[r#"
        "1405-08" "jalali" "Asia/Tehran"
        {"day":"2026-10-29","hours":["09:00-17:00"],"day_off":null}
        {"day":"2026-10-30","hours":[],"day_off":{"kind":"closure","en":"The office moves","fa":"The office moves","added_at":"2026-10-28T10:06:00+03:30"}}
    "#]]
    .assert_eq(&format!(
        "{} {} {}\n{}\n{}\n",
        month["month"],
        month["calendar"],
        month["time_zone"],
        pick("2026-10-29"),
        pick("2026-10-30")
    ));
}
