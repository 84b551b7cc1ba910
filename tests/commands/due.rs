//! `complaints due`: what is owed, and how each date came about.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::TestRegister;

/// One complaint that was told a date and waits for an invoice, and a safety matter that nobody owns, on a day after.
fn two() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 acknowledge --until 2026-11-05");
    register.done("assign 1 sara");
    register.done("new --channel email --anonymous --statement 'The plug burns'");
    register.done("categorize 2 --category safety --severity 5 --safety yes --owner reza");
    register.wait(TimeDelta::days(1));
    register.done("hold 1 --why 'Asked for the invoice' --until 2026-11-01");
    register
}

#[test]
fn what_is_owed_is_listed_the_most_urgent_first() {
    let mut register = two();
    register.run("due").check(&expect![[r#"
        Urgency │ Reference      │ What            │ Due                                                          │ State        │ Owner
        ────────┼────────────────┼─────────────────┼──────────────────────────────────────────────────────────────┼──────────────┼───────
             36 │ 2026-01-0002-0 │ acknowledgement │ 2026-10-29 10:09 overdue                                     │ Assessed     │ reza
             18 │ 2026-01-0002-0 │ answer          │ 2026-11-02 10:09                                             │ Assessed     │ reza
             -5 │ 2026-01-0001-2 │ answer          │ 2026-11-05 23:59, on hold, by the rule pack 2026-11-03 16:55 │ Acknowledged │ sara
        ------- stderr -------
        3 dates, 1 overdue
    "#]]);
    register.run("due --why").check(&expect![[r#"
        Urgency │ Reference      │ What            │ Due                                                          │ State        │ Owner │ Sum
        ────────┼────────────────┼─────────────────┼──────────────────────────────────────────────────────────────┼──────────────┼───────┼─────────────────────────────────────
             36 │ 2026-01-0002-0 │ acknowledgement │ 2026-10-29 10:09 overdue                                     │ Assessed     │ reza  │ overdue 20 + severity 10 + safety 6
             18 │ 2026-01-0002-0 │ answer          │ 2026-11-02 10:09                                             │ Assessed     │ reza  │ due soon 2 + severity 10 + safety 6
             -5 │ 2026-01-0001-2 │ answer          │ 2026-11-05 23:59, on hold, by the rule pack 2026-11-03 16:55 │ Acknowledged │ sara  │ on hold -5
        ------- stderr -------
        3 dates, 1 overdue
    "#]]);
    register.run("--lang fa --calendar jalali due --why").check(&expect![[r#"
        فوریت │ شمارهٔ شکایت    │ چه کاری    │ موعد                                                     │ وضعیت          │ مسئول │ جمع امتیازها
        ──────┼────────────────┼────────────┼──────────────────────────────────────────────────────────┼────────────────┼───────┼─────────────────────────────────────
           ۳۶ │ 2026-01-0002-0 │ اعلام وصول │ ۱۴۰۵/۰۸/۰۷ ۱۰:۰۹ موعدگذشته                               │ ارزیابی‌شده     │ reza  │ موعدگذشته ۲۰ + شدت ۱۰ + خطر ایمنی ۶
           ۱۸ │ 2026-01-0002-0 │ پاسخ       │ ۱۴۰۵/۰۸/۱۱ ۱۰:۰۹                                         │ ارزیابی‌شده     │ reza  │ موعد نزدیک ۲ + شدت ۱۰ + خطر ایمنی ۶
           -۵ │ 2026-01-0001-2 │ پاسخ       │ ۱۴۰۵/۰۸/۱۴ ۲۳:۵۹، متوقف، طبق بستهٔ قواعد ۱۴۰۵/۰۸/۱۲ ۱۶:۵۵ │ اعلام وصول شده │ sara  │ متوقف -۵
        ------- stderr -------
        ۳ موعد، ۱ گذشته
    "#]]);
    register.run("due --format csv").check(&expect![[r#"
        urgency,reference,kind,what,due,by,overdue,on_hold,state,owner,paper
        36,2026-01-0002-0,clock,acknowledge,2026-10-29T10:09:00+03:30,pack,yes,no,assessed,reza,
        18,2026-01-0002-0,clock,respond,2026-11-02T10:09:00+03:30,pack,no,no,assessed,reza,
        -5,2026-01-0001-2,clock,respond,2026-11-05T23:59:59+03:30,told,no,yes,acknowledged,sara,
    "#]]);
    register.run("due --within 2h --format json").check(&expect![[r#"
        {
          "schema": 1,
          "now": "2026-10-29T10:16:00+03:30",
          "due": [
            {
              "reference": "2026-01-0002-0",
              "kind": "clock",
              "what": "acknowledge",
              "paper": null,
              "due": "2026-10-29T10:09:00+03:30",
              "by": "pack",
              "other_date": null,
              "overdue": true,
              "on_hold": false,
              "statutory": false,
              "state": "assessed",
              "owner": "reza",
              "urgency": 36,
              "terms": [
                {
                  "term": "overdue",
                  "points": 20
                },
                {
                  "term": "severity",
                  "points": 10
                },
                {
                  "term": "safety",
                  "points": 6
                }
              ]
            }
          ]
        }
    "#]]);
    register.run("due --owner nobody").check(&expect![[r#"
        Urgency │ Reference │ What │ Due │ State │ Owner
        ────────┼───────────┼──────┼─────┼───────┼───────
        ------- stderr -------
        nothing is due
    "#]]);
}

#[test]
fn the_exit_code_says_whether_something_is_due() {
    let mut register = two();
    register.run("due --owner nobody --exit-code").check(&expect![[r#"
        Urgency │ Reference │ What │ Due │ State │ Owner
        ────────┼───────────┼──────┼─────┼───────┼───────
        ------- stderr -------
        nothing is due
    "#]]);
    register.run("due --owner sara --exit-code --format csv").check(&expect![[r#"
        urgency,reference,kind,what,due,by,overdue,on_hold,state,owner,paper
        -5,2026-01-0001-2,clock,respond,2026-11-05T23:59:59+03:30,told,no,yes,acknowledged,sara,
        [exit code: 7]
    "#]]);
    register.run("due --owner reza --exit-code --format csv").check(&expect![[r#"
        urgency,reference,kind,what,due,by,overdue,on_hold,state,owner,paper
        36,2026-01-0002-0,clock,acknowledge,2026-10-29T10:09:00+03:30,pack,yes,no,assessed,reza,
        18,2026-01-0002-0,clock,respond,2026-11-02T10:09:00+03:30,pack,no,no,assessed,reza,
        [exit code: 8]
    "#]]);
}

#[test]
fn each_date_is_explained_so_that_it_can_be_counted_by_hand() {
    let mut register = two();
    register.write(
        "complaints/holidays.yaml",
        "format: 1\n\ndays:\n  - day: \"2026-11-02\"\n    kind: closure\n    what: Moving house\n    added_at: \"2026-10-29\"\n",
    );
    register.run("due 1").check(&expect![[r#"
        2026-01-0001-2  Acknowledged
        by the rule pack: Good practice: 1 working day, 3 working days. Good practice; nobody outside asks for these figures.

        acknowledgement: 1 working day
          The complainant hears that the complaint arrived.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
          = Thursday 2026-10-29, 10:06
          stopped in time: Wednesday 2026-10-28, 10:07

        answer: 3 working days, stands still on hold, extendable by 5 working days at most
          The complainant hears the outcome.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
            2026-10-30 Friday  day 2
            2026-10-31 Saturday  nobody works
            2026-11-01 Sunday  nobody works
            2026-11-02 Monday  off: Moving house (closed here)
            2026-11-03 Tuesday  day 3
          = Tuesday 2026-11-03, 10:06
          on hold from 2026-10-29 10:11 to 2026-11-01 23:59: 14:49 hours of the clock's time
            2026-11-03 Tuesday  10:06–17:00, together 6:54
            2026-11-04 Wednesday  09:00–16:55, together 14:49
          = Wednesday 2026-11-04, 16:55
          told to the complainant, and not the same: Thursday 2026-11-05, 23:59
          on hold; due Thursday 2026-11-05, 23:59

        told: Response, Thursday 2026-11-05, 23:59 (told at 2026-10-28 10:07)
    "#]]);
    register.run("--lang fa --calendar jalali due 1").check(&expect![[r#"
        2026-01-0001-2  اعلام وصول شده
        طبق بستهٔ قواعد: روال خوب: یک روز کاری، سه روز کاری. روال خوب؛ کسی از بیرون این عددها را نخواسته است.

        اعلام وصول: ۱ روز کاری
          شاکی باخبر می‌شود که شکایتش رسیده است.
          از چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۶
            ۱۴۰۵/۰۸/۰۶ چهارشنبه  آغاز؛ این روز شمرده نمی‌شود
            ۱۴۰۵/۰۸/۰۷ پنجشنبه  روز ۱
          = پنجشنبه ۱۴۰۵/۰۸/۰۷، ساعت ۱۰:۰۶
          به‌موقع انجام شد: چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۷

        پاسخ: ۳ روز کاری، با توقف می‌ایستد، حداکثر ۵ روز کاری تمدید می‌شود
          شاکی نتیجه را می‌شنود.
          از چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۶
            ۱۴۰۵/۰۸/۰۶ چهارشنبه  آغاز؛ این روز شمرده نمی‌شود
            ۱۴۰۵/۰۸/۰۷ پنجشنبه  روز ۱
            ۱۴۰۵/۰۸/۰۸ جمعه  روز ۲
            ۱۴۰۵/۰۸/۰۹ شنبه  روز غیرکاری
            ۱۴۰۵/۰۸/۱۰ یکشنبه  روز غیرکاری
            ۱۴۰۵/۰۸/۱۱ دوشنبه  تعطیل: Moving house (تعطیلی خودمان)
            ۱۴۰۵/۰۸/۱۲ سه‌شنبه  روز ۳
          = سه‌شنبه ۱۴۰۵/۰۸/۱۲، ساعت ۱۰:۰۶
          توقف از ۱۴۰۵/۰۸/۰۷ ۱۰:۱۱ تا ۱۴۰۵/۰۸/۱۰ ۲۳:۵۹: ۱۴:۴۹ ساعت از زمان این مهلت
            ۱۴۰۵/۰۸/۱۲ سه‌شنبه  ۱۰:۰۶–۱۷:۰۰، روی هم ۶:۵۴
            ۱۴۰۵/۰۸/۱۳ چهارشنبه  ۰۹:۰۰–۱۶:۵۵، روی هم ۱۴:۴۹
          = چهارشنبه ۱۴۰۵/۰۸/۱۳، ساعت ۱۶:۵۵
          به شاکی زمان دیگری گفته شده: پنجشنبه ۱۴۰۵/۰۸/۱۴، ساعت ۲۳:۵۹
          متوقف؛ موعد پنجشنبه ۱۴۰۵/۰۸/۱۴، ساعت ۲۳:۵۹

        گفته شده: پاسخ، پنجشنبه ۱۴۰۵/۰۸/۱۴، ساعت ۲۳:۵۹ (در ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷ گفته شد)
    "#]]);
    register.run("due 2 --format json").check(&expect![[r#"
        {
          "schema": 1,
          "reference": "2026-01-0002-0",
          "now": "2026-10-29T10:14:00+03:30",
          "pack": "standard",
          "clocks": [
            {
              "clock": "acknowledge",
              "paper": null,
              "limit": {
                "amount": 1,
                "unit": "working-days"
              },
              "statutory": false,
              "pausable": false,
              "extendable_by": null,
              "basis": {
                "en": "The complainant hears that the complaint arrived.",
                "fa": "شاکی باخبر می‌شود که شکایتش رسیده است."
              },
              "started_at": "2026-10-28T10:09:00+03:30",
              "stopped_at": null,
              "due": "2026-10-29T10:09:00+03:30",
              "told_due": null,
              "binding_due": "2026-10-29T10:09:00+03:30",
              "by": "pack",
              "on_hold": false,
              "missed": true,
              "steps": [
                {
                  "cause": "limit",
                  "from": "2026-10-28T10:09:00+03:30",
                  "end": "2026-10-29T10:09:00+03:30",
                  "hold_from": null,
                  "hold_to": null,
                  "hold_seconds": null,
                  "days": [
                    {
                      "day": "2026-10-28",
                      "counts": "begins",
                      "number": null,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": null
                    },
                    {
                      "day": "2026-10-29",
                      "counts": "day",
                      "number": 1,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": null
                    }
                  ]
                }
              ]
            },
            {
              "clock": "respond",
              "paper": null,
              "limit": {
                "amount": 3,
                "unit": "working-days"
              },
              "statutory": false,
              "pausable": true,
              "extendable_by": {
                "amount": 5,
                "unit": "working-days"
              },
              "basis": {
                "en": "The complainant hears the outcome.",
                "fa": "شاکی نتیجه را می‌شنود."
              },
              "started_at": "2026-10-28T10:09:00+03:30",
              "stopped_at": null,
              "due": "2026-11-03T10:09:00+03:30",
              "told_due": null,
              "binding_due": "2026-11-03T10:09:00+03:30",
              "by": "pack",
              "on_hold": false,
              "missed": false,
              "steps": [
                {
                  "cause": "limit",
                  "from": "2026-10-28T10:09:00+03:30",
                  "end": "2026-11-03T10:09:00+03:30",
                  "hold_from": null,
                  "hold_to": null,
                  "hold_seconds": null,
                  "days": [
                    {
                      "day": "2026-10-28",
                      "counts": "begins",
                      "number": null,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": null
                    },
                    {
                      "day": "2026-10-29",
                      "counts": "day",
                      "number": 1,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": null
                    },
                    {
                      "day": "2026-10-30",
                      "counts": "day",
                      "number": 2,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": null
                    },
                    {
                      "day": "2026-10-31",
                      "counts": "closed",
                      "number": null,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": null
                    },
                    {
                      "day": "2026-11-01",
                      "counts": "closed",
                      "number": null,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": null
                    },
                    {
                      "day": "2026-11-02",
                      "counts": "closed",
                      "number": null,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": "closure"
                    },
                    {
                      "day": "2026-11-03",
                      "counts": "day",
                      "number": 3,
                      "spans": [],
                      "seconds_so_far": null,
                      "day_off": null
                    }
                  ]
                }
              ]
            }
          ],
          "promises": []
        }
    "#]]);
    register.run("due 2 --format csv").check(&expect![[r#"
        ------- stderr -------
        error: --format csv: an explanation is no table
        hint: complaints due 2026-01-0002-0 --format json
        [exit code: 2]
    "#]]);
}

#[test]
fn eight_weeks_are_not_told_day_by_day() {
    let mut register = TestRegister::with_a_complaint();
    register.done("edit 1 pack=fca-disp --why 'A bank'");
    register.run("due 1").check(&expect![[r#"
        2026-01-0001-2  Received
        by the rule pack: FCA DISP, financial firms in the United Kingdom. FCA Handbook, DISP 1.5 and 1.6, as read in 2026. Not legal advice.

        acknowledgement: 1 working day
          DISP 1.6.1, acknowledged in writing promptly; the figure is ours.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
          = Thursday 2026-10-29, 10:06
          due Thursday 2026-10-29, 10:06

        answer: 8 weeks, set by an authority
          DISP 1.6.2, final response within eight weeks of receipt.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
            … each day in between counts
            2026-12-23 Wednesday  day 56
          = Wednesday 2026-12-23, 10:06
          due Wednesday 2026-12-23, 10:06
    "#]]);
    register.run("due 1 --lang fa").check(&expect![[r#"
        2026-01-0001-2  دریافت‌شده
        طبق بستهٔ قواعد: مقررات FCA DISP، شرکت‌های مالی بریتانیا. کتاب مقررات FCA، بخش‌های DISP 1.5 و 1.6، به خوانش سال ۲۰۲۶. مشاورهٔ حقوقی نیست.

        اعلام وصول: ۱ روز کاری
          بند DISP 1.6.1، اعلام وصول کتبی بی‌درنگ؛ عدد از ماست.
          از چهارشنبه ۲۰۲۶/۱۰/۲۸، ساعت ۱۰:۰۶
            ۲۰۲۶/۱۰/۲۸ چهارشنبه  آغاز؛ این روز شمرده نمی‌شود
            ۲۰۲۶/۱۰/۲۹ پنجشنبه  روز ۱
          = پنجشنبه ۲۰۲۶/۱۰/۲۹، ساعت ۱۰:۰۶
          موعد پنجشنبه ۲۰۲۶/۱۰/۲۹، ساعت ۱۰:۰۶

        پاسخ: ۸ هفته، مهلت قانونی
          بند DISP 1.6.2، پاسخ نهایی تا هشت هفته پس از دریافت.
          از چهارشنبه ۲۰۲۶/۱۰/۲۸، ساعت ۱۰:۰۶
            ۲۰۲۶/۱۰/۲۸ چهارشنبه  آغاز؛ این روز شمرده نمی‌شود
            ۲۰۲۶/۱۰/۲۹ پنجشنبه  روز ۱
            … همهٔ روزهای این میان شمرده می‌شود
            ۲۰۲۶/۱۲/۲۳ چهارشنبه  روز ۵۶
          = چهارشنبه ۲۰۲۶/۱۲/۲۳، ساعت ۱۰:۰۶
          موعد چهارشنبه ۲۰۲۶/۱۲/۲۳، ساعت ۱۰:۰۶
    "#]]);
}

#[test]
fn hours_are_explained_hour_by_hour() {
    let mut register = TestRegister::with_a_complaint();
    register.done("edit 1 pack=hours-24-72 --why 'By the hour'");
    register.run("due 1").check(&expect![[r#"
        2026-01-0001-2  Received
        by the rule pack: In hours: 24, 72. The articles on complaint handling that this tool was written from.

        acknowledgement: 24 hours
          Acknowledged within 24 hours.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  10:06–24:00, together 13:54
            2026-10-29 Thursday  00:00–10:06, together 24:00
          = Thursday 2026-10-29, 10:06
          due Thursday 2026-10-29, 10:06

        answer: 72 hours, stands still on hold, extendable by 72 hours at most
          Answered within 72 hours.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  10:06–24:00, together 13:54
            2026-10-29 Thursday  00:00–24:00, together 37:54
            2026-10-30 Friday  00:00–24:00, together 61:54
            2026-10-31 Saturday  00:00–10:06, together 72:00
          = Saturday 2026-10-31, 10:06
          due Saturday 2026-10-31, 10:06
    "#]]);
    register.done("edit 1 pack=uk-housing-2024 --why 'A tenant'");
    register.run("due 1").check(&expect![[r#"
        2026-01-0001-2  Received
        by the rule pack: Housing Ombudsman's code 2024, United Kingdom. Housing Ombudsman, Complaint Handling Code 2024, as read in 2026. Not legal advice.

        acknowledgement: 5 working days, set by an authority
          The Code, acknowledged, defined and logged within five working days.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
            2026-10-30 Friday  day 2
            2026-10-31 Saturday  nobody works
            2026-11-01 Sunday  nobody works
            2026-11-02 Monday  day 3
            2026-11-03 Tuesday  day 4
            2026-11-04 Wednesday  day 5
          = Wednesday 2026-11-04, 10:06
          due Wednesday 2026-11-04, 10:06

        answer: 10 working days, set by an authority, extendable by 10 working days at most
          The Code, answered within ten working days of the acknowledgement; up to ten more for a good reason that is told.
          not begun; begins with: Acknowledged, Reopened, Explained again, Another solution looked for, Compensation looked for

        acknowledgement of the review: 5 working days, set by an authority
          The Code, a request for the second stage acknowledged within five working days.
          not begun; begins with: Review requested

        second look: 20 working days, set by an authority, extendable by 20 working days at most
          The Code, second stage within twenty working days; counted here from the request.
          not begun; begins with: Review requested
    "#]]);
}
