//! `complaints categorize`: what kind of matter it is and how bad.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn the_owner_is_whoever_assesses_unless_somebody_is_named() {
    let mut register = TestRegister::with_a_complaint();
    register.run("categorize 1 --category delivery --severity 2").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Assessed · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.run("categorize 1 --severity 3 --owner reza --why 'The third time'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Assessed · Delivery · severity 3 · owner: reza
        answer by Monday 2026-11-02, 10:06
    "#]]);
}

#[test]
fn category_and_severity_must_be_said() {
    let mut register = TestRegister::with_a_complaint();
    register.run("categorize 1").check(&expect![[r#"
        ------- stderr -------
        error: `categorize` must say more about 2026-01-0001-2
          the category
            --category CODE
          how bad it is, 1 to 5
            --severity 1..5
        hint: complaints categorize 2026-01-0001-2 --category delivery --severity 3
        [exit code: 4]
    "#]]);
    register.run("categorize 1 --category delivery").check(&expect![[r#"
        ------- stderr -------
        error: `categorize` must say more about 2026-01-0001-2
          how bad it is, 1 to 5
            --severity 1..5
        hint: complaints categorize 2026-01-0001-2 --category delivery --severity 3
        [exit code: 4]
    "#]]);
    register.run("--lang fa categorize 1 --severity 3").check(&expect![[r#"
        ------- stderr -------
        error: «دسته‌بندی و ارزیابی» برای 2026-01-0001-2 چیزی کم دارد
          دسته
            --category CODE
        hint: complaints categorize 2026-01-0001-2 --category delivery --severity 3
        [exit code: 4]
    "#]]);
}

#[test]
fn a_bad_matter_asks_whether_safety_is_at_stake() {
    let mut register = TestRegister::with_a_complaint();
    register.run("categorize 1 --category delivery --severity 4").check(&expect![[r#"
        ------- stderr -------
        error: `categorize` must say more about 2026-01-0001-2
          whether safety is at stake
            --safety yes|no
        hint: complaints categorize 2026-01-0001-2 --category delivery --severity 4 --safety no
        [exit code: 4]
    "#]]);
    register.run("categorize 1 --category delivery --severity 4 --safety yes").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Assessed · Delivery · severity 4 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
}

#[test]
fn a_word_that_is_not_known_is_named_with_the_nearest() {
    let mut register = TestRegister::with_a_complaint();
    register.run("categorize 1 --category delivry --severity 2").check(&expect![[r#"
        ------- stderr -------
        error: `delivry` is no category of this register
        hint: did you mean `delivery`?
        hint: complaints codes category (new ones go under `categories:` in complaints/register.yaml)
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --category weather --severity 2").check(&expect![[r#"
        ------- stderr -------
        error: `weather` is no category of this register
        hint: did you mean `other`?
        hint: complaints codes category (new ones go under `categories:` in complaints/register.yaml)
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --category delivery --severity 0").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '0' for '--severity <1..5>': 0 is not in 1..=5

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --category delivery --severity high").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'high' for '--severity <1..5>': invalid digit found in string

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --category delivery --severity 2 --impact lots").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'lots' for '--impact <IMPACT>'
          [possible values: one, several, many, systemic]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --categori delivery").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '--categori' found

          tip: a similar argument exists: '--category'

        Usage: complaints categorize [OPTIONS] <REF>
               complaints categorize [OPTIONS] --where <QUESTION>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}
