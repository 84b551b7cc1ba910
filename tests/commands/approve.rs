//! `complaints advance approve`: what one member may not decide alone.

use expect_test::expect;

use crate::support::TestRegister;

/// Returns a register whose handler may promise 100,000 rials, and whose approver may promise a million.
fn with_limits() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.replace("complaints/register.yaml", "    roles:\n      - handler\n      - supervisor\n", HANDLER);
    register.git(&["commit", "-qam", "name an approver"]);
    register.done("categorize 1 --category delivery --severity 2");
    register
}

const HANDLER: &str = "    roles:\n      - handler\n    limits:\n      IRR: 100000\n  - id: reza\n    \
    email: reza@alborz.example\n    roles:\n      - approver\n    limits:\n      IRR: 1000000\n";

#[test]
fn a_decision_is_told_after_somebody_else_approved_it() {
    let mut register = with_limits();
    register.done("advance 1 decide --finding upheld --why 'The courier was late'");
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
          the authority for it, or the approval of a member who has it
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 return --why 'Ask the driver, too' --as reza");
    register.done("advance 1 decide --finding upheld --why 'The driver says so, too'");
    register.run("advance 1 approve --as reza").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Decision approved
        Decided · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.done("advance 1 respond --method phone --text 'You are right'");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn nobody_promises_more_than_they_may() {
    let mut register = with_limits();
    register.done("remedy 1 refund --offered 10000t");
    register.run("remedy 1 r1 --offered 10001t").check(&expect![[r#"
        ------- stderr -------
        error: `offer-remedy` must say more about 2026-01-0001-2
          the authority for it, or the approval of a member who has it
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("remedy 1 r1 --offered 10001t --as reza");
    register.done("advance 1 decide --finding upheld --why 'The courier was late'");
    register.done("advance 1 approve --as reza");
    register.done("remedy 1 r1 --agreed 20000t");
    register.run("remedy 1 gift --offered 100001t").check(&expect![[r#"
        ------- stderr -------
        error: `offer-remedy` must say more about 2026-01-0001-2
          the authority for it, or the approval of a member who has it
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("--lang fa remedy 1 gift --offered '5 EUR'").check(&expect![[r#"
        ------- stderr -------
        error: «پیشنهاد جبران» برای 2026-01-0001-2 چیزی کم دارد
          اختیار این کار، یا تأیید عضوی که این اختیار را دارد
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn an_approval_ends_with_the_decision_that_a_review_replaced() {
    let mut register = with_limits();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'It came in time'");
    register.done("advance 1 approve --as reza");
    register.done("advance 1 respond --method phone --text No --next-route internal-review");
    register.done("review 1 request --method phone");
    register.done("review 1 decide --finding upheld --why 'It was late' --reviewer mina");
    register.run("remedy 1 refund --offered 50000t").check(&expect![[r#"
        ------- stderr -------
        error: `offer-remedy` must say more about 2026-01-0001-2
          the authority for it, or the approval of a member who has it
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn where_there_is_an_approver_nothing_is_voided_alone() {
    let mut register = with_limits();
    register.run("advance 1 void --why 'A test'").check(&expect![[r#"
        ------- stderr -------
        error: `void` must say more about 2026-01-0001-2
          the authority for it, or the approval of a member who has it
            --second MEMBER
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 void --why 'A test' --second sara").check(&expect![[r#"
        ------- stderr -------
        error: `void` must say more about 2026-01-0001-2
          the authority for it, or the approval of a member who has it
            --second MEMBER
          if a second person is named, somebody else than you
            --second MEMBER
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 void --why 'A test' --second reza");
}
