//! `complaints hold`, `resume` and `extend`: clocks that stand still, run again, and get a later end.

use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

#[test]
fn a_hold_says_which_clocks_stand_still_and_which_run_on() {
    let mut register = TestRegister::with_a_complaint();
    register.run("hold 1 --why 'Asked for the invoice' --until 2026-11-01").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Put on hold
        Received
        on hold until Sunday 2026-11-01, 23:59
        answer by Wednesday 2026-11-04, 16:59
        runs on: acknowledgement, due Thursday 2026-10-29, 10:06
        stands still: answer; with the hold due Wednesday 2026-11-04, 16:59
    "#]]);
    register.run("list --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}received\u{9}2026-10-28T10:06:00+03:30\u{9}\u{9}Late delivery\u{9}\u{9}2026-11-04T16:59:00+03:30
    "#]]);
    register.run("hold 1 --why again --until 2026-11-02").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is on hold already
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("--lang fa resume 1").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: از سر گرفته شد
        دریافت‌شده
        پاسخ تا دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۹
        ادامه دارد: اعلام وصول، موعد آن پنجشنبه ۲۰۲۶/۱۰/۲۹، ساعت ۱۰:۰۶
        ادامه دارد: پاسخ، موعد آن دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۹
    "#]]);
    register.run("resume 1").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is not on hold
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:09 (by the rule pack)
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Put on hold · sara · until: 2026-11-01 23:59
              Asked for the invoice
          2026-10-28 10:10  Resumed · sara
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_hold_does_not_move_the_date_that_was_told() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 acknowledge");
    register.run("hold 1 --why 'Asked for the invoice' --until 2026-11-01").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Put on hold
        Acknowledged
        on hold until Sunday 2026-11-01, 23:59
        answer by Monday 2026-11-02, 10:06 (told)
        stands still: answer; with the hold due Wednesday 2026-11-04, 16:58
          but the complainant was told Monday 2026-11-02, 10:06, which the clock does not move
    "#]]);
}

#[test]
fn what_a_hold_must_record_is_listed() {
    let mut register = TestRegister::with_a_complaint();
    register.run("hold 1").check(&expect![[r#"
        ------- stderr -------
        error: `hold` must say more about 2026-01-0001-2
          the reasons
            --why "…"
          until when, a time to come
            --until DAY
        hint: complaints hold 2026-01-0001-2 --why "…" --until tomorrow
        [exit code: 4]
    "#]]);
    register.run("hold 1 --why x --until yesterday").check(&expect![[r#"
        ------- stderr -------
        error: `hold` must say more about 2026-01-0001-2
          until when, a time to come
            --until DAY
        hint: complaints hold 2026-01-0001-2 --why "…" --until tomorrow
        [exit code: 4]
    "#]]);
    register.run("hold 1 --why x --until someday").check(&expect![[r#"
        ------- stderr -------
        error: --until: `someday` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
}

#[test]
fn an_extension_is_told_and_takes_the_place_of_the_date_that_was_told() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 acknowledge");
    register.run("extend 1 --until 2026-11-04 --why 'The workshop needs a part' --told phone").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Clock extended
        Acknowledged
        answer by Wednesday 2026-11-04, 23:59 (told)
    "#]]);
    let record = register.read(FIRST_FILE);
    let from = record.find("promises:").expect("a date was told");
    let to = record.find("personal:").expect("there is a statement");
    expect![[r#"
        promises:
          - id: m1
            what: response
            due: "2026-11-02T10:06:00+03:30"
            told_at: "2026-10-28T10:07:00+03:30"
            state: replaced
          - id: m2
            what: response
            due: "2026-11-04T23:59:59+03:30"
            told_at: "2026-10-28T10:08:00+03:30"
            state: open

    "#]]
    .assert_eq(&record[from..to]);
    let from = record.find("kind: extended").expect("it was extended");
    expect![[r#"
        kind: extended
            method: phone
            promise: m2
            until: "2026-11-04T23:59:59+03:30"
            clock: respond
            was_due: "2026-11-02T10:06:00+03:30"
            text: The workshop needs a part
    "#]]
    .assert_eq(&record[from..]);
    register.done("advance 1 resolve-now --done 'Repaired' --accepted");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        taken back: Resolved at first contact
        2026-01-0001-2
        Acknowledged
        answer by Wednesday 2026-11-04, 23:59 (told)
    "#]]);
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        taken back: Clock extended
        2026-01-0001-2
        Acknowledged
        answer by Monday 2026-11-02, 10:06 (told)
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn an_extension_is_refused_with_the_reason() {
    let mut register = TestRegister::with_a_complaint();
    register.run("extend 1").check(&expect![[r#"
        ------- stderr -------
        error: `extend` must say more about 2026-01-0001-2
          the reasons
            --why "…"
          until when, a time to come
            --until DAY
          how the complainant was told
            --told phone|email|letter|…
        hint: complaints extend 2026-01-0001-2 --until tomorrow --why "…" --told phone
        [exit code: 4]
    "#]]);
    register.run("extend 1 --until 2026-12-04 --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: the clock `answer` can be extended until 2026-11-09 10:06 at most
        hint: complaints due 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("--lang fa --calendar jalali extend 1 --until 2026-12-04 --why x --told phone").check(&expect![[r#"
            ------- stderr -------
            error: 2026-01-0001-2: مهلت «پاسخ» حداکثر تا ۱۴۰۵/۰۸/۱۸ ۱۰:۰۶ تمدید می‌شود
            hint: complaints due 2026-01-0001-2
            [exit code: 4]
        "#]]);
    register.run("extend 1 --until 2026-11-01 --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: the clock `answer` ends at 2026-11-02 10:06 anyway
        hint: complaints due 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("extend 1 --clock acknowledge --until 2026-11-01 --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: the rule pack `standard` does not let the clock `acknowledgement` be extended
        hint: tell a date all the same: complaints promise 2026-01-0001-2 --until tomorrow
        [exit code: 4]
    "#]]);
    register.run("extend 1 --clock triage --until 2026-11-01 --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        error: the rule pack `standard` has no clock `triage`
        hint: its clocks: acknowledge respond paper-review
        [exit code: 2]
    "#]]);
    register.run("--now '2026-11-03' extend 1 --until 2026-11-04 --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: the clock `answer` ran out at 2026-11-02 10:06, and only a clock that runs can be extended
        hint: tell a date all the same: complaints promise 2026-01-0001-2 --until tomorrow
        [exit code: 4]
    "#]]);
    register.done("edit 1 pack=uk-housing-2024 --why 'A tenant'");
    register.done("advance 1 acknowledge");
    register.run("extend 1 --until 2026-11-16 --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        error: `extend` must say more about 2026-01-0001-2
          where they can go next
            --next-route internal-review|mediation|…
        hint: complaints extend 2026-01-0001-2 --until tomorrow --why "…" --told phone --next-route internal-review
        [exit code: 4]
    "#]]);
    register.done("extend 1 --until 2026-11-16 --why x --told phone --next-route ombudsman");
}

#[test]
fn a_clock_is_named_by_its_code_or_as_people_see_it() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.done("advance 1 acknowledge");
    register.run("extend 1 --clock answer --until '1405/08/12' --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7: مهلت تمدید شد
        اعلام وصول شده
        پاسخ تا سه‌شنبه ۱۴۰۵/۰۸/۱۲، ساعت ۲۳:۵۹ (گفته شده)
    "#]]);
    register.run("extend 1 --clock پاسخ --until '1405/08/13' --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7: مهلت تمدید شد
        اعلام وصول شده
        پاسخ تا چهارشنبه ۱۴۰۵/۰۸/۱۳، ساعت ۲۳:۵۹ (گفته شده)
    "#]]);
    register.run("extend 1 --clock respnd --until '1405/08/13' --why x --told phone").check(&expect![[r#"
        ------- stderr -------
        error: بستهٔ قواعد `standard` مهلت‌شماری به نام `respnd` ندارد
        hint: مهلت‌شمارهای آن: acknowledge respond paper-review
        [exit code: 2]
    "#]]);
}
