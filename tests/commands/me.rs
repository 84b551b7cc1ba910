//! `me` in place of a member: whoever records it, wherever somebody is named.

use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

/// A register with a complaint that sara answered and that is looked at again.
fn in_review() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("point 1 'It came late'");
    register.done("categorize 1 --category delivery --severity 2");
    register.done("point 1 p1 --finding not-upheld --why 'The log shows Saturday'");
    register.done("advance 1 decide --why 'The log shows Saturday'");
    register.done("advance 1 respond --method phone --text 'Not late' --next-route internal-review");
    register.done("review 1 request");
    register
}

#[test]
fn whoever_decided_does_not_look_again_as_me_either() {
    let mut register = in_review();
    register.run("review 1 decide --finding upheld --why 'Nobody asked the driver' --reviewer me").check(&expect![[
        r#"
        ------- stderr -------
        error: `decide-review` must say more about 2026-01-0001-2
          somebody who did not examine, decide or answer it
            --reviewer NAME
        hint: complaints review 2026-01-0001-2
        [exit code: 4]
    "#
    ]]);
    register.run("point 1 p1 --finding upheld --why 'Nobody asked the driver' --reviewer me").check(&expect![[r#"
        ------- stderr -------
        error: `decide-point` must say more about 2026-01-0001-2
          somebody who did not examine, decide or answer it
            --reviewer NAME
        hint: complaints point 2026-01-0001-2 p1 --finding upheld --why "…" --reviewer NAME
        [exit code: 4]
    "#]]);
}

#[test]
fn nobody_is_a_second_person_as_me() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 void --why 'A test' --second me").check(&expect![[r#"
        ------- stderr -------
        error: `void` must say more about 2026-01-0001-2
          if a second person is named, somebody else than you
            --second MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register
        .run_with_input("advance --from -", r#"{"reference": "1", "step": "void", "why": "A test", "second": "me"}"#)
        .check(&expect![[r#"
        ------- stderr -------
        error: standard input:1: `void` must say more about 2026-01-0001-2
          if a second person is named, somebody else than you
            --second MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn a_conflict_of_interest_of_mine_is_told_with_my_name() {
    let mut register = TestRegister::with_a_complaint();
    register.run("conflict 1 me --why 'The driver is her brother'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Interests declared (sara)
    "#]]);
    register.done("categorize 1 --category delivery --severity 2");
    register.run("advance 1 investigate --investigator me").check(&expect![[r#"
        ------- stderr -------
        error: `investigate` must say more about 2026-01-0001-2
          an investigator without a conflict of interest in this complaint
            --investigator MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("conflict 1 me --none");
    register.done("advance 1 investigate --investigator me");
    assert!(register.read(FIRST_FILE).contains("investigator: sara"));
}

#[test]
fn i_answer_and_settle_under_my_name() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register
        .done("advance 1 decide --no-investigation 'The log says it' --responsible me --finding upheld --why 'Late'");
    register.done("dispute 1 external --body 'Mediation centre' --why 'She went there'");
    register.done("dispute 1 notify --method letter --text 'Sent to her and to the centre'");
    let taken = register.run("dispute 1 position --settler me --text 'We accept the delay'").stderr();
    assert!(!taken.contains("warning"), "{taken}");
    let record = register.read(FIRST_FILE);
    assert!(record.contains("responsible: sara") && record.contains("settler: sara"), "{record}");
}

#[test]
fn a_file_of_complaints_and_one_of_steps_know_me_too() {
    let mut register = TestRegister::english();
    let line = r#"{"statement": "It broke", "channel": "email", "email": "a@example.org", "owner": "me", "category": "quality", "severity": 2}"#;
    register.run_with_input("new --from -", line).done();
    assert!(register.read(FIRST_FILE).contains("owner: sara"));
    register.done("categorize 1");
    let line = r#"{"reference": "1", "step": "investigate", "investigator": "me", "by": "me"}"#;
    register.run_with_input("advance --from -", line).done();
    assert!(register.read(FIRST_FILE).contains("investigator: sara"));
}
