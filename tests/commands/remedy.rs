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
        Pseudonym            p-weg3hdzk
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
          <--asked [<MONEY>]|--offered [<MONEY>]|--agreed [<MONEY>]|--declined|--withdrawn|--delivered [<MONEY>]>

        Usage: complaints remedy <--asked [<MONEY>]|--offered [<MONEY>]|--agreed [<MONEY>]|--declined|--withdrawn|--delivered [<MONEY>]> <REF> <REMEDY>

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
        Pseudonym     p-weg3hdzk
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

/// A register with a complaint that was answered, whose refund both agreed to by a day that was told.
fn agreed() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 acknowledge");
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'It came late'");
    register.done("advance 1 respond --method phone --text 'You get the fee back'");
    register.done("advance 1 accept --remedy refund --amount 50000t --until 1405-08-20 --text 'The fee'");
    register
}

#[test]
fn a_remedy_is_taken_back_with_the_reason_and_its_promise_does_not_stay_open() {
    let mut register = agreed();
    register.run("remedy 1 r1 --withdrawn").check(&expect![[r#"
        ------- stderr -------
        error: `withdraw-remedy` must say more about 2026-01-0001-2
          the reasons
            --why "…"
          how the complainant was told
            --told phone|email|letter|…
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("remedy 1 r1 --withdrawn --why 'She took a voucher instead' --told email").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Remedy withdrawn (r1)
    "#]]);
    let record = register.run("show 1").stdout();
    let told: Vec<&str> = record.lines().filter(|line| line.contains("Promise") || line.contains("Remedy")).collect();
    expect![[r#"
        Remedy        r1 · Refund · 500,000 IRR · Withdrawn
        Promise       m1 · Response · 2026-11-02 10:06 · Kept
        Promise       m2 · Remedy · 2026-11-11 23:59 · Missed
          2026-10-28 10:11  Remedy accepted · sara · r1
          2026-10-28 10:13  Remedy withdrawn · sara · r1 · the complainant was told: E-mail"#]]
    .assert_eq(&told.join("\n"));
    register.run("remedy 1 r1 --agreed").check(&expect![[r#"
        ------- stderr -------
        error: r1 of 2026-01-0001-2 is withdrawn: this does not follow
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("remedy 1 r1 --offered");
    register.done("remedy 1 r1 --withdrawn --why 'The voucher it is' --told phone");
    register.done("advance 1 fulfil");
    register.done("advance 1 close --solved yes");
    let dossier = register.run("--lang fa letter 1 dossier").stdout();
    assert!(dossier.contains("بازگشت وجه: ۵۰۰٬۰۰۰ ریال (پس‌گرفته‌شده)"), "{dossier}");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn what_was_never_offered_is_not_taken_back() {
    let mut register = TestRegister::with_a_complaint();
    register.done("remedy 1 refund --asked 200000t");
    register.run("remedy 1 r1 --withdrawn --why 'No' --told phone").check(&expect![[r#"
        ------- stderr -------
        error: r1 of 2026-01-0001-2 is asked for: this does not follow
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn more_than_one_promise_of_a_remedy_is_settled_one_by_one() {
    let mut register = agreed();
    register.done("promise 1 --until 1405-08-25 --what remedy");
    register.run("remedy 1 r1 --withdrawn --why 'She took a voucher instead' --told email").check(&expect![[r#"
        ------- stderr -------
        error: `withdraw-remedy` must say more about 2026-01-0001-2
          no other promise that waits for this remedy
            first: complaints promise 2026-01-0001-2 m3 --broken --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("promise 1 m3 --broken --why 'She took a voucher instead'");
    register.done("remedy 1 r1 --withdrawn --why 'She took a voucher instead' --told email");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_promise_stays_while_another_remedy_stands_behind_it() {
    let mut register = agreed();
    register.done("remedy 1 gift --offered 1000t");
    register.done("remedy 1 r2 --withdrawn --why 'There are none left' --told phone");
    let record = register.run("show 1").stdout();
    let told: Vec<&str> = record.lines().filter(|line| line.contains("Promise")).collect();
    expect![[r#"
        Promise       m1 · Response · 2026-11-02 10:06 · Kept
        Promise       m2 · Remedy · 2026-11-11 23:59 · Open"#]]
    .assert_eq(&told.join("\n"));
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

#[test]
fn a_promise_that_is_made_in_the_minute_of_the_withdrawal_comes_after_it() {
    let mut register = agreed();
    register.done("remedy 1 r1 --withdrawn --why 'She took a voucher instead' --told phone --at '2026-10-28 10:12'");
    register.done("promise 1 --until 1405-08-25 --what remedy --at '2026-10-28 10:12'");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}
