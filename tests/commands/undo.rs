//! `complaints undo`: the last step is taken back by a new one.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn every_kind_of_step_can_be_taken_back() {
    let mut register = TestRegister::with_a_complaint();
    register.write("photo.jpg", b"picture");
    let before = register.read(crate::support::FIRST_FILE);
    for step in [
        "advance 1 acknowledge",
        "categorize 1 --category delivery --severity 3",
        "assign 1 reza",
        "note 1 'A note'",
        "talk 1 'Told her'",
        "attach 1 photo.jpg",
        "edit 1 phone=09120000124 --why misheard",
        "advance 1 resolve-now --done Refunded --accepted",
        "advance 1 withdraw --why 'It came'",
        "advance 1 void --why 'A test'",
    ] {
        register.done(step);
        register.done("undo 1");
        let fields = |text: &str| text.split("events:").next().map(str::to_owned);
        assert_eq!(fields(&register.read(crate::support::FIRST_FILE)), fields(&before), "{step}");
    }
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What                                     │ State                   │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼──────────────────────────────────────────┼─────────────────────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received                                 │ Received                │ 1044d763 │ Sara
        2026-10-28 10:07 │ 2026-10-28 10:07 │ sara │ Acknowledged (taken back)                │ Received → Acknowledged │ 3054bd49 │ Sara
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Taken back: Acknowledged                 │ Acknowledged → Received │ cd6ea282 │ Sara
        2026-10-28 10:09 │ 2026-10-28 10:09 │ sara │ Categorized and assessed (taken back)    │ Received → Assessed     │ ed931b68 │ Sara
        2026-10-28 10:10 │ 2026-10-28 10:10 │ sara │ Taken back: Categorized and assessed     │ Assessed → Received     │ 8ead01b7 │ Sara
        2026-10-28 10:11 │ 2026-10-28 10:11 │ sara │ Assigned (taken back)                    │                         │ aee7e79d │ Sara
        2026-10-28 10:12 │ 2026-10-28 10:12 │ sara │ Taken back: Assigned                     │                         │ 2201cd00 │ Sara
        2026-10-28 10:13 │ 2026-10-28 10:13 │ sara │ Note written (taken back)                │                         │ 41269ae6 │ Sara
        2026-10-28 10:14 │ 2026-10-28 10:14 │ sara │ Taken back: Note written                 │                         │ e3407f35 │ Sara
        2026-10-28 10:15 │ 2026-10-28 10:15 │ sara │ Talked with the complainant (taken back) │                         │ 0250651b │ Sara
        2026-10-28 10:16 │ 2026-10-28 10:16 │ sara │ Taken back: Talked with the complainant  │                         │ a06b4ba8 │ Sara
        2026-10-28 10:17 │ 2026-10-28 10:17 │ sara │ Evidence attached (taken back)           │                         │ bf8f188e │ Sara
        2026-10-28 10:18 │ 2026-10-28 10:18 │ sara │ Taken back: Evidence attached            │                         │ 61aafddd │ Sara
        2026-10-28 10:19 │ 2026-10-28 10:19 │ sara │ Corrected (Phone · taken back)           │                         │ 808fe3c3 │ Sara
        2026-10-28 10:20 │ 2026-10-28 10:20 │ sara │ Taken back: Corrected                    │                         │ f4aac927 │ Sara
        2026-10-28 10:21 │ 2026-10-28 10:21 │ sara │ Resolved at first contact (taken back)   │ Received → Responded    │ 13ce960c │ Sara
        2026-10-28 10:22 │ 2026-10-28 10:22 │ sara │ Taken back: Resolved at first contact    │ Responded → Received    │ b5e97b5b │ Sara
        2026-10-28 10:23 │ 2026-10-28 10:23 │ sara │ Withdrawn (taken back)                   │ Received → Closed       │ d4f96141 │ Sara
        2026-10-28 10:24 │ 2026-10-28 10:24 │ sara │ Taken back: Withdrawn                    │ Closed → Received       │ 7213477b │ Sara
        2026-10-28 10:25 │ 2026-10-28 10:25 │ sara │ Marked void (taken back)                 │ Received → Closed       │ 9138c060 │ Sara
        2026-10-28 10:26 │ 2026-10-28 10:26 │ sara │ Taken back: Marked void                  │ Closed → Received       │ 3352a6af │ Sara
    "#]]);
}

#[test]
fn a_wrong_step_is_taken_back_and_the_complaint_stands_where_it_stood() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 resolve-now --done Refunded --accepted");
    register.run("undo 1 --why 'Wrong complaint'").check(&expect![[r#"
        ------- stderr -------
        taken back: Resolved at first contact
        2026-01-0001-2
        Received
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.run("--lang fa show 1").check(&expect![[r#"
        2026-01-0001-2  دریافت‌شده
        زمان دریافت      ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶
        کانال دریافت     تلفن
        زبان             انگلیسی
        شاکی             Maryam Rezaei
        تلفن             09120000123
        شناسهٔ شاکی       p-weg3hdzk
        اولویت           عادی
        مهلت اعلام وصول  پنجشنبه ۲۰۲۶/۱۰/۲۹، ساعت ۱۰:۰۶
        مهلت پاسخ        دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶ (طبق بستهٔ قواعد)
        موضوع            Late delivery
        شرح شکایت
          It should have come on Saturday, it came on Wednesday.
        رویدادها
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶  دریافت شد · sara
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۷  در همان تماس حل شد · sara · تلفن · شفاهی · شنونده: sara · پس گرفته شد
              Refunded
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۸  پس گرفته شد: در همان تماس حل شد · sara
              Wrong complaint
    "#]]);
}

#[test]
fn the_last_two_steps_are_taken_back_one_after_the_other() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 acknowledge");
    register.done("categorize 1 --category delivery --severity 3");
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        taken back: Categorized and assessed
        2026-01-0001-2
        Acknowledged
        answer by Monday 2026-11-02, 10:06 (told)
    "#]]);
    register.run("--lang fa undo 1").check(&expect![[r#"
        ------- stderr -------
        پس گرفته شد: وصول اعلام شد
        2026-01-0001-2
        دریافت‌شده
        پاسخ تا دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶
    "#]]);
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        error: there is nothing to take back but the complaint itself
        hint: mark a complaint that was recorded by mistake: complaints advance 2026-01-0001-2 void --why "…"
        [exit code: 4]
    "#]]);
    register.run("undo 2").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `2`
        hint: complaints list
        [exit code: 5]
    "#]]);
}

#[test]
fn what_was_taken_back_is_recorded_again_at_its_own_time() {
    let mut register = TestRegister::with_a_complaint();
    register.wait(TimeDelta::hours(6));
    register.done("advance 1 acknowledge");
    register.done("undo 1 --why 'It was earlier'");
    register.done("advance 1 acknowledge --at '2026-10-28 11:00'");
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What                      │ State                   │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼───────────────────────────┼─────────────────────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received                  │ Received                │ 1044d763 │ Sara
        2026-10-28 16:07 │ 2026-10-28 16:07 │ sara │ Acknowledged (taken back) │ Received → Acknowledged │ 3054bd49 │ Sara
        2026-10-28 16:08 │ 2026-10-28 16:08 │ sara │ Taken back: Acknowledged  │ Acknowledged → Received │ cd6ea282 │ Sara
        2026-10-28 11:00 │ 2026-10-28 16:09 │ sara │ Acknowledged              │ Received → Acknowledged │ ed931b68 │ Sara
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_step_of_a_clock_that_ran_ahead_is_taken_back() {
    let mut register = TestRegister::with_a_complaint();
    register.done("--now '2027-10-28 10:00' advance 1 acknowledge");
    register.run("advance 1 resolve-now --done Refunded --accepted").check(&expect![[r#"
        ------- stderr -------
        error: 2026-10-28 10:08 is before the last event of the complaint, 2027-10-28 10:00
        hint: take back what was recorded after it, and record both in their order: complaints undo 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("undo 1");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
    register.done("advance 1 acknowledge");
}

#[test]
fn a_complaint_of_a_clock_that_ran_ahead_is_mended() {
    let mut register = TestRegister::english();
    register.done("--now '2027-10-28 10:00' new --channel phone --name Mary --phone 09120000123 --statement Late");
    register.run("advance 1 acknowledge").check(&expect![[r#"
        ------- stderr -------
        error: 2026-10-28 10:07 is before the last event of the complaint, 2027-10-28 10:00
        hint: if it came before that: complaints edit 2027-01-0001-6 received="…" --why "…"
        [exit code: 4]
    "#]]);
    register.done("edit 1 received=now --why 'The clock ran ahead'");
    register.done("advance 1 acknowledge");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn corrections_that_were_recorded_together_are_taken_back_together() {
    let mut register = TestRegister::with_a_complaint();
    let before = register.read(crate::support::FIRST_FILE);
    register.done("edit 1 name=Zahra phone=09120000124 --why misheard");
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        taken back: Corrected, Corrected
        2026-01-0001-2
        Received
        answer by Monday 2026-11-02, 10:06
    "#]]);
    let fields = |text: &str| text.split("events:").next().map(str::to_owned);
    assert_eq!(fields(&register.read(crate::support::FIRST_FILE)), fields(&before));
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        error: there is nothing to take back but the complaint itself
        hint: mark a complaint that was recorded by mistake: complaints advance 2026-01-0001-2 void --why "…"
        [exit code: 4]
    "#]]);
}

#[test]
fn steps_that_were_recorded_together_are_taken_back_together() {
    let mut register = TestRegister::with_a_complaint();
    let steps = [
        r#"{"reference": "1", "step": "acknowledge", "method": "phone", "until": "2026-10-30"}"#,
        r#"{"reference": "1", "step": "resolve-now", "done": "sent", "accepted": "oral"}"#,
    ];
    register.write("steps.jsonl", steps.join("\n").as_bytes());
    register.done("advance --from steps.jsonl");
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        taken back: Resolved at first contact, Acknowledged
        2026-01-0001-2
        Received
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_name_that_was_taken_back_is_no_strangers() {
    let mut register = TestRegister::with_a_complaint();
    register.done("assign 1 rzea");
    register.done("undo 1");
    register.run("check --strict").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 28 checks: nothing wrong
    "#]]);
}

#[test]
fn the_dossier_and_the_history_say_what_was_taken_back() {
    let mut register = TestRegister::with_a_complaint();
    for step in ["advance 1 acknowledge", "edit 1 subject=Late --why shorter", "undo 1", "note 1 'A note'"] {
        register.done(step);
    }
    let dossier = register.run("letter 1 dossier").stdout();
    let course: Vec<&str> = dossier.lines().map(str::trim).filter(|line| line.contains("2026-10-28 10:")).collect();
    expect![[r#"
          - 2026-10-28 10:06: Received (sara)
          - 2026-10-28 10:07: Acknowledged (Phone · sara)
          - 2026-10-28 10:08: Corrected (sara · taken back)
          - 2026-10-28 10:09: Taken back: Corrected (sara)
          - 2026-10-28 10:10: Note written (sara)
    "#]]
    .assert_eq(&(course.join("\n") + "\n"));
    register.run("--lang fa history 1").check(&expect![[r#"
        زمان رخداد       │ زمان ثبت         │ به گفتهٔ │ رویداد                         │ وضعیت                      │ کامیت    │ ثبت‌کننده
        ─────────────────┼──────────────────┼─────────┼────────────────────────────────┼────────────────────────────┼──────────┼──────────
        ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶ │ sara    │ دریافت شد                      │ دریافت‌شده                  │ 1044d763 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۰۷ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۰۷ │ sara    │ وصول اعلام شد                  │ دریافت‌شده ← اعلام وصول شده │ 3054bd49 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۰۸ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۰۸ │ sara    │ اصلاح شد (موضوع · پس گرفته شد) │                            │ cd6ea282 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۰۹ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۰۹ │ sara    │ پس گرفته شد: اصلاح شد          │                            │ ed931b68 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۱۰ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۱۰ │ sara    │ یادداشت نوشته شد               │                            │ 8ead01b7 │ Sara
    "#]]);
    let history = register.run("history 1 --format json").stdout();
    let undoes: Vec<&str> = history.lines().map(str::trim).filter(|line| line.contains("undoes")).collect();
    expect![[r#"
        "undoes": null,
        "undoes": null,
        "undoes": null,
        "undoes": "e-1d1saby78dm5",
        "undoes": null,
    "#]]
    .assert_eq(&(undoes.join("\n") + "\n"));
}
