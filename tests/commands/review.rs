//! `complaints review`, and what follows when a complainant is not satisfied.

use expect_test::expect;

use crate::support::TestRegister;

/// A register with a complaint that was answered by sara.
fn answered() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'The log shows Saturday'");
    register.done("advance 1 respond --method phone --text 'Not late' --next-route internal-review");
    register
}

#[test]
fn a_request_needs_no_reason_and_another_person_decides() {
    let mut register = answered();
    register.run("review 1 request").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        In review · Delivery · severity 2 · owner: sara
    "#]]);
    register.run("review 1").check(&expect![[r#"
        2026-01-0001-2
        In review · Delivery · severity 2 · owner: sara

        Something is missing:
          Refuse the review: the reasons; where outside they can go
            complaints review 1 refuse --why "…" --next-route mediation
          Record the result of the review: somebody who did not examine, decide or answer it; what was found; the reasons
            complaints review 1 decide --reviewer NAME --finding upheld --why "…"
    "#]]);
    register.run("review 1 decide --finding upheld --why 'Nobody asked the driver'").check(&expect![[r#"
        ------- stderr -------
        error: `decide-review` must say more about 2026-01-0001-2
          somebody who did not examine, decide or answer it
            --reviewer NAME
        hint: complaints review 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("review 1 decide").check(&expect![[r#"
        ------- stderr -------
        error: `decide-review` must say more about 2026-01-0001-2
          somebody who did not examine, decide or answer it
            --reviewer NAME
          what was found
            --finding upheld|partly|not-upheld
          the reasons
            --why "…"
        hint: complaints review 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("review 1 decide --finding upheld --why 'Nobody asked the driver' --reviewer 'Legal office'").check(
        &expect![[r#"
            ------- stderr -------
            2026-01-0001-2
            Decided · Delivery · severity 2 · owner: sara
        "#]],
    );
    register.done("advance 1 respond --method phone --text 'You were right'");
    let record = register.read("complaints/2026/10/2026-01-0001-2.yaml");
    assert!(record.contains("level: 2"), "{record}");
}

#[test]
fn a_refusal_has_reasons_and_names_a_way_outside() {
    let mut register = answered();
    register.done("review 1 request --method letter");
    register.run("review 1 refuse --next-route internal-review").check(&expect![[r#"
        ------- stderr -------
        error: `refuse-review` must say more about 2026-01-0001-2
          the reasons
            --why "…"
          where outside they can go
            --next-route mediation|enamad|ombudsman|…
        hint: complaints review 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("review 1 refuse --why 'Nothing new' --next-route ombudsman").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Responded · Delivery · severity 2 · owner: sara
    "#]]);
    register.done("check");
}

#[test]
fn a_finished_complaint_can_be_looked_at_again() {
    let mut register = answered();
    register.done("advance 1 close --declined");
    register.done("review 1 request");
    register.done("check");
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        taken back: Review requested
        2026-01-0001-2
        Closed · Not upheld, accepted by the complainant · Delivery · severity 2 · owner: sara
    "#]]);
}

#[test]
fn without_an_action_it_says_how_a_review_is_asked_for() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 resolve-now --done 'Apologised' --accepted");
    register.run("review 1").check(&expect![[r#"
        2026-01-0001-2
        Responded

        Ready:
          Record the request for review
            complaints review 1 request
    "#]]);
    register.done("advance 1 close");
    register.run("--lang fa review 1").check(&expect![[r#"
        2026-01-0001-2
        بسته · حل‌شده در همان تماس

        آماده:
          ثبت درخواست بازبینی
            complaints review 1 request
    "#]]);
}
