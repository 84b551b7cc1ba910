//! `complaints remedy`: what puts things right, from the wish to the payment.

use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

#[test]
fn a_remedy_goes_from_the_wish_to_the_payment() {
    let mut register = TestRegister::with_a_complaint();
    register.run("remedy 1 refund --asked 200000t").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Remedy asked for (r1)
    "#]]);
    register.run("remedy 1 r1 --offered 120000t --assessed 150000t").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Remedy offered (r1)
    "#]]);
    register.run("remedy 1 r1 --declined").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Remedy declined (r1)
    "#]]);
    register.done("remedy 1 r1 --offered 150000t");
    register.done("remedy 1 r1 --agreed");
    register.done("remedy 1 r1 --paid 150000t --text 'Bank receipt 5521'");
    let record = register.read(FIRST_FILE);
    let remedies = record.find("remedies:").map(|start| &record[start..]);
    let remedies = remedies.and_then(|rest| rest.split("personal:").next());
    expect![[r#"
        remedies:
          - id: r1
            kind: refund
            state: delivered
            asked:
              amount: 2000000
              currency: IRR
            assessed:
              amount: 1500000
              currency: IRR
            offered:
              amount: 1500000
              currency: IRR
            agreed:
              amount: 1500000
              currency: IRR
            paid:
              amount: 1500000
              currency: IRR

    "#]]
    .assert_eq(remedies.unwrap_or_default());
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:06 (by the rule pack)
        Remedy               r1 · Refund · 1,500,000 IRR · Delivered
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Remedy asked for · sara · r1
          2026-10-28 10:08  Remedy offered · sara · r1
          2026-10-28 10:09  Remedy declined · sara · r1
          2026-10-28 10:10  Remedy offered · sara · r1
          2026-10-28 10:11  Remedy agreed · sara · r1
          2026-10-28 10:12  Remedy delivered · sara · r1
              Bank receipt 5521
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn what_was_agreed_is_delivered_before_a_complaint_is_closed() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 resolve-now --done 'Sent a new one' --accepted");
    register.done("remedy 1 apology --agreed");
    register.run("advance 1 close").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          every promise must be kept first
            first: complaints remedy 2026-01-0001-2 r1 --delivered
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("remedy 1 r1 --delivered");
    register.done("advance 1 close");
}

#[test]
fn no_stage_comes_before_another() {
    let mut register = TestRegister::with_a_complaint();
    register.run("remedy 1 refund --declined").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 has no such remedy
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("remedy 1 r1 --paid").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 has no such remedy
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("remedy 1 refund").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          <--asked [<MONEY>]|--offered [<MONEY>]|--agreed [<MONEY>]|--declined|--delivered [<MONEY>]>

        Usage: complaints remedy <--asked [<MONEY>]|--offered [<MONEY>]|--agreed [<MONEY>]|--declined|--delivered [<MONEY>]> <REF> <REMEDY>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.done("remedy 1 refund --offered '12.50 EUR'");
    register.run("remedy 1 r1 --paid").check(&expect![[r#"
        ------- stderr -------
        error: r1 of 2026-01-0001-2 is offered: this does not follow
        hint: complaints remedy 2026-01-0001-2 r1 --agreed
        [exit code: 4]
    "#]]);
    register.run("--lang fa remedy 1 r1 --asked").check(&expect![[r#"
        ------- stderr -------
        error: r1 در 2026-01-0001-2 «پیشنهادشده» است؛ این گام پس از آن شدنی نیست
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn an_acceptance_agrees_to_what_was_offered() {
    let mut register = TestRegister::with_a_complaint();
    register.done("remedy 1 refund --offered 120000t");
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'The courier was late'");
    register.done("advance 1 respond --method phone --text 'You are right'");
    register.done("advance 1 accept --text 'She agrees'");
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Being carried out
        Received      2026-10-28 10:06
        Channel       Phone
        Complainant   Maryam Rezaei
        Phone         09120000123
        Category      Delivery
        Severity      2 of 5
        Complexity    1 of 3
        Impact        One person
        Jurisdiction  Ours
        Priority      Normal
        Owner         sara
        Acknowledged  Wednesday 2026-10-28, 10:10
        Response due  Monday 2026-11-02, 10:06 (by the rule pack)
        Responded     Wednesday 2026-10-28, 10:10
        Remedy        r1 · Refund · 1,200,000 IRR · Agreed
        Subject       Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Remedy offered · sara · r1
          2026-10-28 10:08  Categorized and assessed · sara
          2026-10-28 10:09  Decided · sara · Upheld
              The courier was late
          2026-10-28 10:10  Responded · sara · Phone
              You are right
          2026-10-28 10:11  Remedy accepted · sara
              She agrees
    "#]]);
    register.done("advance 1 fulfil");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_part_that_does_not_fit_is_named_as_it_stands() {
    let mut register = TestRegister::with_a_complaint();
    register.done("remedy 1 refund --asked 120000t");
    register.run("remedy 1 r1 --delivered").check(&expect![[r#"
        ------- stderr -------
        error: r1 of 2026-01-0001-2 is asked for: this does not follow
        hint: complaints remedy 2026-01-0001-2 r1 --agreed
        [exit code: 4]
    "#]]);
    register.run("--lang fa remedy 1 r1 --delivered").check(&expect![[r#"
        ------- stderr -------
        error: r1 در 2026-01-0001-2 «درخواست‌شده» است؛ این گام پس از آن شدنی نیست
        hint: complaints remedy 2026-01-0001-2 r1 --agreed
        [exit code: 4]
    "#]]);
    register.run("promise 1 m7 --kept").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 has no promise m7 that is still open
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("--lang fa promise 1 m7 --kept").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 تعهد بازی با نام m7 ندارد
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
}
