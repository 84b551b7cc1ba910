//! `complaints feedback`: what the complainant thinks of it.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn feedback_comes_after_the_answer() {
    let mut register = TestRegister::with_a_complaint();
    register.run("feedback 1 --handling 5").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is received: `feedback` is not possible now
        possible now: acknowledge categorize resolve-now withdraw dispute refer convert merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 resolve-now --done Refunded --accepted");
    register.run("feedback 1 --solved yes --handling 5 --outcome 4 --text 'Quick'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Feedback received
    "#]]);
    register.run("--lang fa feedback 1 --solved partly").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: بازخورد گرفته شد
    "#]]);
}

#[test]
fn feedback_says_something() {
    let mut register = TestRegister::with_a_complaint();
    register.run("feedback 1").check(&expect![[r#"
        ------- stderr -------
        error: nothing was said
        hint: complaints feedback 1 --solved yes --handling 5 --outcome 5
        [exit code: 2]
    "#]]);
    register.run("feedback 1 --solved perhaps").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'perhaps' for '--solved <ANSWER>'
          [possible values: yes, partly, no]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("feedback 1 --handling 9").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '9' for '--handling <1..5>': 9 is not in 1..=5

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}
