//! `complaints assign`: who answers for a complaint.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_member_becomes_the_owner() {
    let mut register = TestRegister::with_a_complaint();
    register.run("assign 1 sara").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Assigned
        Received · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.run("assign 1 sara").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Assigned
        Received · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
}

#[test]
fn somebody_unknown_is_accepted_with_a_warning() {
    let mut register = TestRegister::with_a_complaint();
    register.run("assign 1 reza --why 'speaks Arabic'").check(&expect![[r#"
        ------- stderr -------
        warning: `reza` is not among the members in complaints/register.yaml
        2026-01-0001-2: Assigned
        Received · owner: reza
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.run("--lang fa assign 1 'r\u{1b}[1mx'").check(&expect![[r#"
        ------- stderr -------
        warning: `r�[1mx` از اعضای نوشته‌شده در complaints/register.yaml نیست
        2026-01-0001-2: به مسئول سپرده شد
        دریافت‌شده · مسئول: r�[1mx
        پاسخ تا دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶
    "#]]);
    register.run("assign 1").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          <MEMBER>

        Usage: complaints assign [OPTIONS] <REF> <MEMBER>
               complaints assign [OPTIONS] --where <QUESTION> <MEMBER>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("assign 1 ''").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '' for '[MEMBER]': a name is not empty

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_closed_complaint_has_its_owner() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 withdraw --why 'It came after all'");
    register.run("assign 1 sara").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is closed (Withdrawn): `assign` is not possible now
        possible now: reopen review dispute void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}
