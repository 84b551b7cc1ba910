//! `complaints dispute`: what is resolved outside.

use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

#[test]
fn nothing_goes_outside_before_both_sides_agreed() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'It came in time'");
    register.done("advance 1 respond --method phone --text 'It came in time' --next-route mediation");
    register.run("dispute 1 consent --side complainant").check(&expect![[r#"
        ------- stderr -------
        error: `consent-dispute` must say more about 2026-01-0001-2
          the proposal of an outside body
            first: complaints dispute REF propose --body "…" --why "…"
          did they agree?
            --accepted
          what was told or agreed
            --text "…" or -F FILE
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 propose --body 'Mediation centre' --why 'Both want to go on trading'");
    register.done(
        "dispute 1 consent --side complainant --accepted --text 'Told the process, cost, and that it binds nobody'",
    );
    register.run("dispute 1 start --how facilitative --text 'Dr Karimi'").check(&expect![[r#"
        ------- stderr -------
        error: `start-dispute` must say more about 2026-01-0001-2
          the consent of both sides, told beforehand what it means
            first: complaints dispute REF consent --side complainant|organization
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 consent --side organization --accepted written --text 'The manager was told the same'");
    register.run("dispute 1 start --how facilitative --text 'Dr Karimi'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        With an outside body · Delivery · severity 2 · owner: sara
    "#]]);
    assert!(register.read(FIRST_FILE).contains("level: 3"));
    register.run("--lang fa dispute 1 close").check(&expect![[r#"
        ------- stderr -------
        error: «بستن پروندهٔ حل‌شده در بیرون» برای 2026-01-0001-2 چیزی کم دارد
          ثبت نتیجهٔ مرجع بیرونی
            first: complaints dispute REF result --result settled
          چه گفته یا توافق شد
            --text "…" or -F FILE
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 result --result settled --text 'A voucher'");
    register.run("dispute 1 close --text 'Told her; we print the day now'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Settled with an outside body · Delivery · severity 2 · owner: sara
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 24 checks: nothing wrong
    "#]]);
}

#[test]
fn a_complainant_may_go_outside_alone() {
    let mut register = TestRegister::with_a_complaint();
    register.run("dispute 1 external").check(&expect![[r#"
        ------- stderr -------
        error: `go-outside` must say more about 2026-01-0001-2
          the outside body
            --body "…"
          the reasons
            --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 external --body 'Trade body' --why 'Our answer was late'");
    register.done("dispute 1 result --result determined --text 'We pay the delivery'");
    register.done("advance 1 accept --remedy refund --amount 50000t --text 'As decided'");
    register.done("advance 1 fulfil");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 24 checks: nothing wrong
    "#]]);
}
