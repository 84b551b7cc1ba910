//! `complaints promise`: dates that a complainant was told.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_promise_is_told_and_kept_before_a_complaint_is_closed() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 resolve-now --done 'Sent a new one' --accepted");
    register.run("promise 1 --until tomorrow").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Date told to the complainant (m1)
    "#]]);
    register.run("advance 1 close --solved yes").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          every promise must be kept first
            first: complaints promise 2026-01-0001-2 m1 --kept
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("promise 1 m1 --kept").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Promise kept (m1)
    "#]]);
    register.run("promise 1 m1 --kept").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 has no promise m1 that is still open
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 close --solved yes").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Resolved at first contact
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_broken_promise_has_reasons_and_a_new_date_follows() {
    let mut register = TestRegister::with_a_complaint();
    register.done("promise 1 --until tomorrow --what update");
    register.run("promise 1 m1 --broken").check(&expect![[r#"
        ------- stderr -------
        error: `break-promise` must say more about 2026-01-0001-2
          the reasons
            --why "…"
        hint: complaints promise 2026-01-0001-2 m1 --broken --why "…"
        [exit code: 4]
    "#]]);
    register.run("promise 1 m7 --broken --why 'The courier does not answer'").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 has no promise m7 that is still open
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("promise 1 m1 --broken --why 'The courier does not answer'");
    register.done("promise 1 --until tomorrow");
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Thursday 2026-10-29, 23:59 (told to the complainant)
        Promise              m1 · News of progress · 2026-10-29 23:59 · Missed
        Promise              m2 · Response · 2026-10-29 23:59 · Open
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Date told to the complainant · sara · m1
          2026-10-28 10:10  Promise not kept · sara · m1
              The courier does not answer
          2026-10-28 10:11  Date told to the complainant · sara · m2
    "#]]);
    register.done("undo 1");
    register.run("--lang fa undo 1").check(&expect![[r#"
        ------- stderr -------
        پس گرفته شد: تعهد انجام نشد
        2026-01-0001-2
        دریافت‌شده
        پاسخ تا دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_promise_has_a_date_in_the_future() {
    let mut register = TestRegister::with_a_complaint();
    register.run("promise 1").check(&expect![[r#"
        ------- stderr -------
        error: `promise` must say more about 2026-01-0001-2
          by when the complainant was told
            --until DAY
        hint: complaints promise 2026-01-0001-2 --until tomorrow
        [exit code: 4]
    "#]]);
    register.run("promise 1 --until yesterday").check(&expect![[r#"
        ------- stderr -------
        error: --until: `yesterday` is not after the time at which it is told
        hint: name a later time, such as `tomorrow` or `in 3 days`
        [exit code: 2]
    "#]]);
    register.run("promise 1 m1").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          <--kept|--broken>

        Usage: complaints promise <--kept|--broken> <REF> <ID>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("promise 1 --kept").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          <ID>

        Usage: complaints promise <--kept|--broken> <REF> <ID>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_prevention_that_was_promised_is_kept_before_the_complaint_is_closed() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 resolve-now --done 'Refunded the delivery' --accepted");
    register.done("promise 1 --until tomorrow --what prevention --method phone");
    register.run("advance 1 close --solved yes").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          every promise must be kept first
            first: complaints promise 2026-01-0001-2 m1 --kept
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("promise 1 m1 --kept");
    register.done("advance 1 close --solved yes");
}

#[test]
fn a_date_that_is_moved_in_the_minute_in_which_it_was_told_is_replaced_all_the_same() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 acknowledge --at '2026-10-28 10:06'");
    register.done("extend 1 --until 2026-11-09 --why 'A witness is ill' --told phone --at '2026-10-28 10:06'");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_date_that_is_told_in_the_minute_of_the_receipt_binds() {
    let mut register = TestRegister::english();
    register.wait(TimeDelta::seconds(30));
    register.done("new --channel phone --name Mary --phone 09120000123 --statement Late");
    register.run("advance 1 acknowledge --at '2026-10-28 10:06' --until 2026-10-30").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Acknowledged
        answer by Friday 2026-10-30, 23:59 (told)
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
    register.run("--now 2026-11-01 list overdue:yes --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}acknowledged\u{9}2026-10-28T10:06:30+03:30\u{9}\u{9}Late\u{9}\u{9}2026-10-30T23:59:59+03:30
    "#]]);
}
