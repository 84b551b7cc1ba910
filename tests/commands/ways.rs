//! The ways through the process, from the call to the closing note, in both languages.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::{LATE_DELIVERY, LATE_DELIVERY_IN_PERSIAN, TestRegister};

#[test]
fn three_commands_are_enough() {
    let mut register = TestRegister::english();
    register.done(LATE_DELIVERY);
    register.run("advance 1 resolve-now --done 'Refunded the delivery' --accepted").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Responded
    "#]]);
    register.run("advance 1 close").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Resolved at first contact
    "#]]);
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Closed: Resolved at first contact
        Received      2026-10-28 10:06
        Channel       Phone
        Complainant   Maryam Rezaei
        Phone         09120000123
        Pseudonym     p-weg3hdzk
        Priority      Normal
        Acknowledged  Wednesday 2026-10-28, 10:07
        Response due  Monday 2026-11-02, 10:06 (by the rule pack)
        Responded     Wednesday 2026-10-28, 10:07
        Closed        Wednesday 2026-10-28, 10:08
        Subject       Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Resolved at first contact · sara · Phone · By word of mouth · heard by: sara
              Refunded the delivery
          2026-10-28 10:08  Closed · sara · Resolved at first contact
    "#]]);
}

#[test]
fn three_commands_are_enough_in_persian() {
    let mut register = TestRegister::persian();
    register.done(LATE_DELIVERY_IN_PERSIAN);
    register.run("advance ۱ resolve-now --done 'کرایه پس داده شد' --accepted").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        پاسخ‌داده‌شده
    "#]]);
    register.run("advance ۱ close").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        بسته · حل‌شده در همان تماس
    "#]]);
    register.run("show ۱").check(&expect![[r#"
        1405-01-0001-7  بسته: حل‌شده در همان تماس
        زمان دریافت   ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶
        کانال دریافت  تلفن
        شاکی          مریم رضایی
        تلفن          09120000123
        شناسهٔ شاکی    p-weg3hdzk
        اولویت        عادی
        اعلام وصول    چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۷
        مهلت پاسخ     یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ (طبق بستهٔ قواعد)
        زمان پاسخ     چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۷
        زمان بستن     چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۸
        موضوع         تأخیر در تحویل
        شرح شکایت
          قرار بود شنبه برسد، چهارشنبه تحویل شد.
        خواستهٔ شاکی   بازگشت هزینهٔ ارسال
        رویدادها
          ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶  دریافت شد · sara
          ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷  در همان تماس حل شد · sara · تلفن · شفاهی · شنونده: sara
              کرایه پس داده شد
          ۱۴۰۵/۰۸/۰۶ ۱۰:۰۸  بسته شد · sara · حل‌شده در همان تماس
    "#]]);
}

#[test]
fn the_long_way_goes_from_the_call_to_the_closing_note() {
    let mut register = TestRegister::english();
    register.done(LATE_DELIVERY);
    register.run("advance 1 acknowledge --method phone").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Acknowledged
        answer by Monday 2026-11-02, 10:06 (told)
    "#]]);
    register.run("categorize 1 --category delivery --severity 3 --owner sara").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Assessed · Delivery · severity 3 · owner: sara
        answer by Monday 2026-11-02, 10:06 (told)
    "#]]);
    register.run("advance 1 investigate").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Being investigated · Delivery · severity 3 · owner: sara
        answer by Monday 2026-11-02, 10:06 (told)
    "#]]);
    register.run("attach 1 log.txt").check(&expect![[r#"
        ------- stderr -------
        error: cannot read `/register/log.txt`
        caused by: there is no such file
        [exit code: 1]
    "#]]);
    register.run("note 1 'The log of the courier shows Wednesday'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Note written
    "#]]);
    register.run("talk 1 'Told her that the courier was asked'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Talked with the complainant
    "#]]);
    register.wait(TimeDelta::days(1));
    register.run("advance 1 decide --finding upheld --why 'The log shows Wednesday'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Decided · Delivery · severity 3 · owner: sara
        answer by Monday 2026-11-02, 10:06 (told)
    "#]]);
    register.run("advance 1 respond --method phone --text 'Apologised, offered the delivery back'").check(&expect![[
        r#"
        ------- stderr -------
        2026-01-0001-2
        Responded · Delivery · severity 3 · owner: sara
    "#
    ]]);
    register.run("advance 1 accept --text 'She agrees' --remedy refund --amount 120000t --until tomorrow").check(
        &expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Being carried out · Delivery · severity 3 · owner: sara
    "#]],
    );
    register.run("advance 1 close --solved yes").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is being carried out: `close` is not possible now
        possible now: categorize fulfil withdraw review dispute merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 fulfil --text 'Paid back'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        In follow-up · Delivery · severity 3 · owner: sara
    "#]]);
    register.run("feedback 1 --solved yes --handling 5 --outcome 4").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Feedback received
    "#]]);
    register.run("advance 1 close --solved yes --note 'Paid, and she is content'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Resolved, accepted by the complainant · Delivery · severity 3 · owner: sara
    "#]]);
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What                        │ State                            │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼─────────────────────────────┼──────────────────────────────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received                    │ Received                         │ 1044d763 │ Sara
        2026-10-28 10:07 │ 2026-10-28 10:07 │ sara │ Acknowledged                │ Received → Acknowledged          │ 3054bd49 │ Sara
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Categorized and assessed    │ Acknowledged → Assessed          │ cd6ea282 │ Sara
        2026-10-28 10:09 │ 2026-10-28 10:09 │ sara │ Investigation started       │ Assessed → Being investigated    │ ed931b68 │ Sara
        2026-10-28 10:11 │ 2026-10-28 10:11 │ sara │ Note written                │                                  │ 8ead01b7 │ Sara
        2026-10-28 10:12 │ 2026-10-28 10:12 │ sara │ Talked with the complainant │                                  │ aee7e79d │ Sara
        2026-10-29 10:13 │ 2026-10-29 10:13 │ sara │ Decided                     │ Being investigated → Decided     │ 2201cd00 │ Sara
        2026-10-29 10:14 │ 2026-10-29 10:14 │ sara │ Responded                   │ Decided → Responded              │ 41269ae6 │ Sara
        2026-10-29 10:15 │ 2026-10-29 10:15 │ sara │ Remedy accepted             │ Responded → Being carried out    │ e3407f35 │ Sara
        2026-10-29 10:17 │ 2026-10-29 10:17 │ sara │ Remedy carried out          │ Being carried out → In follow-up │ 0250651b │ Sara
        2026-10-29 10:18 │ 2026-10-29 10:18 │ sara │ Feedback received           │                                  │ a06b4ba8 │ Sara
        2026-10-29 10:19 │ 2026-10-29 10:19 │ sara │ Closed                      │ In follow-up → Closed            │ bf8f188e │ Sara
    "#]]);
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Closed: Resolved, accepted by the complainant
        Received      2026-10-28 10:06
        Channel       Phone
        Complainant   Maryam Rezaei
        Phone         09120000123
        Pseudonym     p-weg3hdzk
        Category      Delivery
        Severity      3 of 5
        Complexity    1 of 3
        Impact        One person
        Jurisdiction  Ours
        Priority      Normal
        Owner         sara
        Acknowledged  Wednesday 2026-10-28, 10:07
        Response due  Monday 2026-11-02, 10:06 (told to the complainant)
        Responded     Thursday 2026-10-29, 10:14
        Closed        Thursday 2026-10-29, 10:19
        Remedy        r1 · Refund · 1,200,000 IRR · Delivered
        Promise       m1 · Response · 2026-11-02 10:06 · Kept
        Promise       m2 · Remedy · 2026-10-30 23:59 · Kept
        Subject       Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Acknowledged · sara · Phone
          2026-10-28 10:08  Categorized and assessed · sara
          2026-10-28 10:09  Investigation started · sara · investigator: sara
          2026-10-28 10:11  Note written · sara
              The log of the courier shows Wednesday
          2026-10-28 10:12  Talked with the complainant · sara · Phone
              Told her that the courier was asked
          2026-10-29 10:13  Decided · sara · Upheld
              The log shows Wednesday
          2026-10-29 10:14  Responded · sara · Phone
              Apologised, offered the delivery back
          2026-10-29 10:15  Remedy accepted · sara · r1
              She agrees
          2026-10-29 10:17  Remedy carried out · sara
              Paid back
          2026-10-29 10:18  Feedback received · sara · solved: Yes · handling: 5/5 · outcome: 4/5
          2026-10-29 10:19  Closed · sara · Resolved, accepted by the complainant · solved: Yes
              Paid, and she is content
    "#]]);
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Closed · Resolved, accepted by the complainant · Delivery · severity 3 · owner: sara
        ✓ acknowledged: Phone, 2026-10-28 10:07

        Something is missing:
          Reopen: the reasons
            complaints advance 1 reopen --why "…"

        Other steps:
          complaints advance 1 …: void
          complaints review 1
          complaints dispute 1
    "#]]);
}

#[test]
fn the_long_way_in_persian() {
    let mut register = TestRegister::persian();
    register.done(LATE_DELIVERY_IN_PERSIAN);
    register.run("advance 1 acknowledge --method phone").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        اعلام وصول شده
        پاسخ تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ (گفته شده)
    "#]]);
    register.run("categorize 1 --category delivery --severity 3 --owner sara").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        ارزیابی‌شده · ارسال · شدت ۳ · مسئول: sara
        پاسخ تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ (گفته شده)
    "#]]);
    register.run("advance 1").check(&expect![[r#"
        1405-01-0001-7
        ارزیابی‌شده · ارسال · شدت ۳ · مسئول: sara
        پاسخ تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ (گفته شده)
        ✓ اعلام وصول: تلفن، ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷

        آماده:
          شروع بررسی
            complaints advance 1 investigate

        چیزی کم دارد:
          تصمیم: نتیجه؛ دلیل
            complaints advance 1 decide --finding upheld --why "…"
          حل در همان تماس: چه کردید؛ پذیرفت؟
            complaints advance 1 resolve-now --done "…" --accepted

        گام‌های دیگر:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
    register.run("advance 1 investigate").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        در حال بررسی · ارسال · شدت ۳ · مسئول: sara
        پاسخ تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ (گفته شده)
    "#]]);
    register.run("note 1 'دفتر پیک چهارشنبه را نشان می‌دهد'").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7: یادداشت نوشته شد
    "#]]);
    register.run("advance 1 decide --finding upheld --why 'دفتر پیک چهارشنبه را نشان می‌دهد'").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        تصمیم‌گرفته‌شده · ارسال · شدت ۳ · مسئول: sara
        پاسخ تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ (گفته شده)
    "#]]);
    register.run("advance 1 respond --method phone --text 'پوزش خواستیم'").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        پاسخ‌داده‌شده · ارسال · شدت ۳ · مسئول: sara
    "#]]);
    register.run("advance 1 accept --text 'پذیرفت' --remedy refund --amount ۱۲۰۰۰۰t --until فردا").check(&expect![[
        r#"
        ------- stderr -------
        1405-01-0001-7
        در حال اجرا · ارسال · شدت ۳ · مسئول: sara
    "#
    ]]);
    register.run("advance 1 fulfil --text 'واریز شد'").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        در پیگیری · ارسال · شدت ۳ · مسئول: sara
    "#]]);
    register.run("advance 1 close --solved yes --note 'راضی است'").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        بسته · حل‌شده، با پذیرش شاکی · ارسال · شدت ۳ · مسئول: sara
    "#]]);
    register.run("history 1").check(&expect![[r#"
        زمان رخداد       │ زمان ثبت         │ به گفتهٔ │ رویداد                │ وضعیت                        │ کامیت    │ ثبت‌کننده
        ─────────────────┼──────────────────┼─────────┼───────────────────────┼──────────────────────────────┼──────────┼──────────
        ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶ │ sara    │ دریافت شد             │ دریافت‌شده                    │ 1044d763 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷ │ sara    │ وصول اعلام شد         │ دریافت‌شده ← اعلام وصول شده   │ 3054bd49 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۰۸ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۸ │ sara    │ دسته‌بندی و ارزیابی شد │ اعلام وصول شده ← ارزیابی‌شده  │ cd6ea282 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۱۰ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۱۰ │ sara    │ بررسی آغاز شد         │ ارزیابی‌شده ← در حال بررسی    │ ed931b68 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۱۱ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۱۱ │ sara    │ یادداشت نوشته شد      │                              │ 8ead01b7 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۱۲ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۱۲ │ sara    │ تصمیم گرفته شد        │ در حال بررسی ← تصمیم‌گرفته‌شده │ aee7e79d │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۱۳ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۱۳ │ sara    │ پاسخ داده شد          │ تصمیم‌گرفته‌شده ← پاسخ‌داده‌شده  │ 2201cd00 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۱۴ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۱۴ │ sara    │ راه‌حل پذیرفته شد      │ پاسخ‌داده‌شده ← در حال اجرا    │ 41269ae6 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۱۵ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۱۵ │ sara    │ راه‌حل اجرا شد         │ در حال اجرا ← در پیگیری      │ e3407f35 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۱۶ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۱۶ │ sara    │ بسته شد               │ در پیگیری ← بسته             │ 0250651b │ Sara
    "#]]);
    register.run("show 1").check(&expect![[r#"
        1405-01-0001-7  بسته: حل‌شده، با پذیرش شاکی
        زمان دریافت   ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶
        کانال دریافت  تلفن
        شاکی          مریم رضایی
        تلفن          09120000123
        شناسهٔ شاکی    p-weg3hdzk
        دسته          ارسال
        شدت           ۳ از ۵
        پیچیدگی       ۱ از ۳
        دامنهٔ اثر     یک نفر
        حدود صلاحیت   در صلاحیت ما
        اولویت        عادی
        مسئول         sara
        اعلام وصول    چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۷
        مهلت پاسخ     یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ (به شاکی گفته شده)
        زمان پاسخ     چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۱۳
        زمان بستن     چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۱۶
        جبران         r1 · بازگشت وجه · ۱٬۲۰۰٬۰۰۰ ریال · انجام‌شده
        تعهد          m1 · پاسخ · ۱۴۰۵/۰۸/۱۰ ۱۰:۰۶ · به‌موقع انجام‌شده
        تعهد          m2 · جبران · ۱۴۰۵/۰۸/۰۷ ۲۳:۵۹ · به‌موقع انجام‌شده
        موضوع         تأخیر در تحویل
        شرح شکایت
          قرار بود شنبه برسد، چهارشنبه تحویل شد.
        خواستهٔ شاکی   بازگشت هزینهٔ ارسال
        رویدادها
          ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶  دریافت شد · sara
          ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷  وصول اعلام شد · sara · تلفن
          ۱۴۰۵/۰۸/۰۶ ۱۰:۰۸  دسته‌بندی و ارزیابی شد · sara
          ۱۴۰۵/۰۸/۰۶ ۱۰:۱۰  بررسی آغاز شد · sara · بررسی‌کننده: sara
          ۱۴۰۵/۰۸/۰۶ ۱۰:۱۱  یادداشت نوشته شد · sara
              دفتر پیک چهارشنبه را نشان می‌دهد
          ۱۴۰۵/۰۸/۰۶ ۱۰:۱۲  تصمیم گرفته شد · sara · وارد
              دفتر پیک چهارشنبه را نشان می‌دهد
          ۱۴۰۵/۰۸/۰۶ ۱۰:۱۳  پاسخ داده شد · sara · تلفن
              پوزش خواستیم
          ۱۴۰۵/۰۸/۰۶ ۱۰:۱۴  راه‌حل پذیرفته شد · sara · r1
              پذیرفت
          ۱۴۰۵/۰۸/۰۶ ۱۰:۱۵  راه‌حل اجرا شد · sara
              واریز شد
          ۱۴۰۵/۰۸/۰۶ ۱۰:۱۶  بسته شد · sara · حل‌شده، با پذیرش شاکی · حل شد: بله
              راضی است
    "#]]);
    register.run("advance 1").check(&expect![[r#"
        1405-01-0001-7
        بسته · حل‌شده، با پذیرش شاکی · ارسال · شدت ۳ · مسئول: sara
        ✓ اعلام وصول: تلفن، ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷

        چیزی کم دارد:
          بازگشایی: دلیل
            complaints advance 1 reopen --why "…"

        گام‌های دیگر:
          complaints advance 1 …: void
          complaints review 1
          complaints dispute 1
    "#]]);
}

#[test]
fn a_rejection_waits_until_its_route_is_closed() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.run("advance 1 decide --finding not-upheld --why 'It came on the day that was told'").check(&expect![[
        r#"
        ------- stderr -------
        2026-01-0001-2
        Decided · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#
    ]]);
    register.run("advance 1 respond --method phone --text 'Explained it'").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          where they can go next
            --next-route internal-review|mediation|…
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 respond --method phone --text 'Explained it' --next-route internal-review").check(
        &expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Responded · Delivery · severity 2 · owner: sara
    "#]],
    );
    register.run("advance 1 close --exhausted").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          the time for the next route must have passed, or they want no further route
            --declined
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 close --declined").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Not upheld, accepted by the complainant · Delivery · severity 2 · owner: sara
    "#]]);
    register.run("show 1 --say").check(&expect![[r#"
        We could not find in your favour, and as you did not wish to go further, your complaint was closed on Wednesday 2026-10-28, 10:12. If something new comes to light, tell us and we will look at it again.
    "#]]);
}

#[test]
fn without_a_reply_it_takes_attempts() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'It was late'");
    register.done("advance 1 respond --method email --text 'Offered the delivery back'");
    register.run("advance 1 close").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          why it may be closed: solved, no reply, no further route wanted, or its time passed
            --solved yes | --no-reply N | --exhausted
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 close --no-reply 1").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          as many attempts to reach them as the rule pack asks for
            --no-reply N
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 close --no-reply 2").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Resolved, no reply from the complainant · Delivery · severity 2 · owner: sara
    "#]]);
}

#[test]
fn a_closed_complaint_can_be_taken_up_again() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 resolve-now --done 'Refunded' --accepted");
    register.done("advance 1 close");
    register.run("advance 1 reopen").check(&expect![[r#"
        ------- stderr -------
        error: `reopen` must say more about 2026-01-0001-2
          the reasons
            --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 reopen --why 'The money never came'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Assessed
        answer by Monday 2026-11-02, 10:10
    "#]]);
}

#[test]
fn a_complaint_can_be_withdrawn_or_was_a_mistake() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 withdraw --why 'It came after all'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Withdrawn
    "#]]);
    register.done("advance 1 reopen --why 'It came broken'");
    register.run("advance 1 void --why 'Recorded twice'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Void
    "#]]);
    register.run("advance 1 close").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is closed (Void): `close` is not possible now
        hint: if it was made void by mistake: complaints undo 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Closed · Void

        if it was made void by mistake: complaints undo 1
    "#]]);
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Closed: Void
        Received     2026-10-28 10:06
        Channel      Phone
        Complainant  Maryam Rezaei
        Phone        09120000123
        Pseudonym    p-weg3hdzk
        Priority     Normal
        Closed       Wednesday 2026-10-28, 10:09
        Subject      Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Withdrawn · sara · Withdrawn
              It came after all
          2026-10-28 10:08  Reopened · sara
              It came broken
          2026-10-28 10:09  Marked void · sara · Void
              Recorded twice
    "#]]);
}

#[test]
fn what_is_solved_too_late_to_be_solved_at_once_needs_a_decision() {
    let mut register = TestRegister::english();
    register.replace("complaints/register.yaml", "pack: standard", "pack: fca-disp");
    register.git(&["commit", "-qam", "Another pack"]);
    register.done(LATE_DELIVERY);
    register.done("new --anonymous --statement 'A fee was taken twice' --channel letter");
    register.done("advance 1 resolve-now --done 'Paid the fee back' --accepted");
    register.wait(TimeDelta::days(7));
    register.run("advance 2 resolve-now --done 'Paid the fee back' --accepted").check(&expect![[r#"
        ------- stderr -------
        error: `resolve-now` must say more about 2026-01-0002-0
          it may be solved at once only within the time of the rule pack; now it needs a decision
            first: complaints advance 2026-01-0002-0 decide --finding … --why "…"
        hint: complaints advance 2026-01-0002-0
        [exit code: 4]
    "#]]);
    register.run("advance 2").check(&expect![[r#"
        2026-01-0002-0
        Received
        answer by Wednesday 2026-12-23, 10:08

        Ready:
          Acknowledge receipt
            complaints advance 2 acknowledge

        Something is missing:
          Categorize and assess: the category; how bad it is, 1 to 5
            complaints categorize 2 --category delivery --severity 3

        Other steps:
          complaints advance 2 …: withdraw refer convert merge void
          complaints dispute 2
    "#]]);
    register.run("check --strict").check(&expect![[r#"
        ------- stderr -------
        2 complaints, 28 checks: nothing wrong
    "#]]);
}

#[test]
fn without_a_reply_a_strict_rule_pack_wants_recorded_attempts_and_that_they_know_it_can_be_reopened() {
    let mut register = TestRegister::with_a_complaint();
    register.done("edit 1 pack=iso-10002 --why 'An audit comes'");
    register.done("categorize 1 --category delivery --severity 2 --safety no");
    register.done("advance 1 decide --finding upheld --why 'It was late' --no-investigation 'The courier admits it' --cause 'A torn label'");
    register.done("advance 1 respond --method email --text 'Offered the delivery back'");
    register.run("advance 1 close --no-reply 2 --note 'Nobody answers'").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          attempts over as many days and ways of contact as the rule pack asks for, each recorded
            first: complaints talk 2026-01-0001-2 "…" --method email
          how they were told that the complaint can be reopened, as nobody replied
            --method letter|email|…
          what is done so that it does not happen again, or why nothing is
            --action "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("talk 1 'Asked whether it arrived' --method phone");
    register.wait(TimeDelta::days(7));
    register.done("talk 1 'Asked again' --method email");
    register.done("advance 1 close --no-reply 2 --note 'Nobody answers' --method letter --action 'Stronger labels'");
    assert!(register.run("show 1").stdout().contains("told that it can be reopened: Letter"));
    let dossier = register.run("letter 1 dossier").stdout();
    assert!(dossier.contains("Stronger labels") && dossier.contains("A torn label"), "{dossier}");
}
