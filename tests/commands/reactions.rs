//! What follows a decision besides the answer: approval, sending back, another try, and the ways out.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::{LATE_DELIVERY, TestRegister};

fn decided() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'The log shows Wednesday'");
    register
}

#[test]
fn nobody_approves_their_own_decision() {
    let mut register = decided();
    register.run("advance 1 approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve` must say more about 2026-01-0001-2
          somebody else than the author of the decision
            --as MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.replace("complaints/register.yaml", "members:\n", "members:\n  - id: reza\n    email: reza@example.org\n");
    register.git(&["commit", "-qam", "Reza joins"]);
    register.run("advance 1 approve --as reza").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Decision approved
        Decided · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.done("check");
}

#[test]
fn a_decision_is_sent_back_with_a_reason() {
    let mut register = decided();
    register.run("advance 1 return").check(&expect![[r#"
        ------- stderr -------
        error: `return` must say more about 2026-01-0001-2
          the reasons
            --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 return --why 'Ask the driver first'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Being investigated · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.done("check");
}

#[test]
fn who_is_not_satisfied_gets_another_try() {
    for (step, state) in [("explain", "decided"), ("revise", "assessed"), ("compensate", "decided")] {
        let mut register = decided();
        register.done("advance 1 respond --method phone --text 'Sorry'");
        register.done("advance 1 follow-up");
        let refused = register.run(&format!("advance 1 {step}")).both();
        assert!(refused.contains("--solved partly|no"), "{refused}");
        register.done("feedback 1 --solved no --outcome 1");
        register.done(&format!("advance 1 {step}"));
        let record = register.read("complaints/2026/10/2026-01-0001-2.yaml");
        assert!(record.contains(&format!("\nstate: {state}\n")), "{record}");
        register.done("check");
    }
}

#[test]
fn what_is_not_ours_is_sent_on_and_the_complainant_told() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 refer").check(&expect![[r#"
        ------- stderr -------
        error: `refer` must say more about 2026-01-0001-2
          to which body it is sent on
            --body "…"
          the reasons
            --why "…"
          the way of contact
            --method phone|email|letter|…
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 refer --body 'The post' --why 'They carried it' --method phone").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Referred to another body
    "#]]);
    register.done("check");
}

#[test]
fn what_is_no_complaint_is_recorded_as_what_it_is() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 convert --why 'She only asks'").check(&expect![[r#"
        ------- stderr -------
        error: `convert` must say more about 2026-01-0001-2
          what it is, if no complaint
            --matter enquiry|service-request|suggestion|compliment
          the way of contact
            --method phone|email|letter|…
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 convert --matter enquiry --why 'She only asks' --method phone");
    register.done("check");
}

#[test]
fn a_complaint_recorded_twice_goes_on_under_one_number() {
    let mut register = TestRegister::with_a_complaint();
    register.done(LATE_DELIVERY);
    register.run("advance 2 merge").check(&expect![[r#"
        ------- stderr -------
        error: `merge` must say more about 2026-01-0002-0
          the other complaint, with which it goes on
            --into REF
        hint: complaints advance 2026-01-0002-0
        [exit code: 4]
    "#]]);
    register.run("advance 2 merge --into 2").check(&expect![[r#"
        ------- stderr -------
        error: `merge` must say more about 2026-01-0002-0
          the other complaint, with which it goes on
            --into REF
        hint: complaints advance 2026-01-0002-0
        [exit code: 4]
    "#]]);
    register.run("advance 2 merge --into 1").check(&expect![[r#"
        ------- stderr -------
        2026-01-0002-0
        Closed · Duplicate of another complaint
    "#]]);
    register.run("show 2").check(&expect![[r#"
        2026-01-0002-0  Closed: Duplicate of another complaint
        Received     2026-10-28 10:07
        Channel      Phone
        Complainant  Maryam Rezaei
        Phone        09120000123
        Pseudonym    p-1d1saby7
        Priority     Normal
        Closed       Wednesday 2026-10-28, 10:10
        Subject      Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:07  Received · sara
          2026-10-28 10:10  Merged with another complaint · sara · goes on as: 2026-01-0001-2 · Duplicate of another complaint
    "#]]);
    register.done("check");
    register.done("undo 2");
    register.done("check");
}

#[test]
fn who_looks_for_another_solution_owes_another_answer() {
    for (step, to) in [("revise", "Assessed"), ("explain", "Decided"), ("compensate", "Decided")] {
        let mut register = TestRegister::with_a_complaint();
        register.done("advance 1 acknowledge --method phone");
        register.done("categorize 1 --category delivery --severity 2");
        register.done("advance 1 decide --finding partly --why 'The log shows Sunday'");
        register.done("advance 1 respond --method phone --text 'A day late' --next-route internal-review");
        register.wait(TimeDelta::days(7));
        assert!(!register.run("due").stdout().contains("2026-01-0001-2"));
        let again = register.run(&format!("advance 1 {step} --solved no --why 'They want more'"));
        assert!(again.stderr().contains(to) && again.stderr().contains("answer by Monday 2026-11-09"), "{again}");
        let owed = register.run("due 1").stdout();
        assert!(owed.contains("2026-11-09"), "{owed}");
        register.wait(TimeDelta::days(7));
        assert!(register.run("list --overdue").stdout().contains("2026-01-0001-2"), "{step}");
    }
}
