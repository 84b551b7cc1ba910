//! `four_eyes:` of the settings: no decision, no letter and no void on one person's word.

use expect_test::expect;

use crate::support::TestRegister;

/// Returns a register of these members that wants four eyes, with one complaint that is assessed.
fn wanting_four_eyes(others: &str) -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.replace("complaints/register.yaml", "four_eyes: false", "four_eyes: true");
    register.replace("complaints/register.yaml", "members:\n", &format!("members:\n{others}"));
    register.git(&["commit", "-qam", "Want four eyes"]);
    register.done("categorize 1 --category delivery --severity 2");
    register
}

const REZA: &str = "  - id: reza\n    email: reza@alborz.example\n    roles:\n      - handler\n";

const DECIDE: &str = "advance 1 decide --finding upheld --why 'The courier was late'";

#[test]
fn every_decision_waits_for_a_second_person_whatever_the_amount() {
    let mut register = wanting_four_eyes(REZA);
    register.done(DECIDE);
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Decided · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge

        Something is missing:
          Approve the decision: somebody else than the author of the decision
            complaints advance 1 approve --as MEMBER

        Other steps:
          complaints advance 1 …: return withdraw merge void
          complaints dispute 1
    "#]]);
    register.run("advance 1 respond --method phone --text 'You are right'").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          the approval of a decision that its author may not take alone
            first: complaints advance 2026-01-0001-2 approve --as MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve` must say more about 2026-01-0001-2
          somebody else than the author of the decision
            --as MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 approve --as reza");
    register.done("advance 1 respond --method phone --text 'You are right'");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn what_was_decided_before_four_eyes_were_wanted_goes_its_way() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done(DECIDE);
    register.replace("complaints/register.yaml", "four_eyes: false", "four_eyes: true");
    register.git(&["commit", "-qam", "Want four eyes"]);
    register.done("advance 1 respond --method phone --text 'You are right'");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn every_letter_is_read_by_somebody_else_before_it_goes_out() {
    let mut register = wanting_four_eyes(REZA);
    register.run("letter 1 progress --record email").check(&expect![[r#"
        ------- stderr -------
        error: `talk` must say more about 2026-01-0001-2
          where a letter was given for approval, or the register wants four eyes: the text that somebody else approved
            first: complaints letter 2026-01-0001-2 progress --submit, then --approve
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("letter 1 progress --submit");
    register.done("letter 1 progress --approve --as reza");
    register.done("letter 1 progress --record email");
    register.done("receipt 1 --record email");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn who_works_alone_is_told_what_to_do() {
    let mut register = wanting_four_eyes("");
    register.done(DECIDE);
    register.run("advance 1 approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve` must say more about 2026-01-0001-2
          somebody else than the author of the decision
            --as MEMBER
        hint: complaints advance 2026-01-0001-2
        hint: nobody else is a member: add a second person to `members:` in complaints/register.yaml, or set `four_eyes: false` there, undo and record it again
        [exit code: 4]
    "#]]);
    register.run("--lang fa advance 1 void --why 'A test'").check(&expect![[r#"
        ------- stderr -------
        error: «باطل کردن» برای 2026-01-0001-2 چیزی کم دارد
          اختیار این کار، یا تأیید عضوی که این اختیار را دارد
            --second MEMBER
        hint: complaints show 2026-01-0001-2
        hint: عضو دیگری نیست: نفر دومی به `members:` در complaints/register.yaml بیفزایید، یا همان‌جا `four_eyes: false` بگذارید، گام را پس بگیرید و دوباره ثبت کنید
        [exit code: 4]
    "#]]);
    register.run("letter 1 progress --record email").check(&expect![[r#"
        ------- stderr -------
        error: `talk` must say more about 2026-01-0001-2
          where a letter was given for approval, or the register wants four eyes: the text that somebody else approved
            first: complaints letter 2026-01-0001-2 progress --submit, then --approve
        hint: complaints show 2026-01-0001-2
        hint: nobody else is a member: add a second person to `members:` in complaints/register.yaml, or set `four_eyes: false` there, undo and record it again
        [exit code: 4]
    "#]]);
    register.done("advance 1 void --why 'A test' --second 'The owner of the shop'");
}

#[test]
fn many_at_once_wait_as_one_does() {
    let mut register = wanting_four_eyes(REZA);
    register.done(DECIDE);
    register.run("advance --where state:decided respond --method phone --text 'You are right' --yes").check(&expect![
        [r#"
            ------- stderr -------
            error: the rules refuse it for 1 of 1 complaints, so none is changed
              `respond` must say more about 2026-01-0001-2
                  the approval of a decision that its author may not take alone
                    first: complaints advance 2026-01-0001-2 approve --as MEMBER
            hint: ask a narrower question, or add --skip-refused to leave these out
            [exit code: 4]
        "#]
    ]);
}
