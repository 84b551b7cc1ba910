//! `complaints point`: what exactly is complained about, one by one.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_decision_waits_until_every_point_is_answered() {
    let mut register = TestRegister::with_a_complaint();
    register.run("point 1 'It came four days late'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Point added (p1)
    "#]]);
    register.done("point 1 'The driver was rude'");
    register.done("categorize 1 --category delivery --severity 2");
    register.run("point 1 p1 --finding upheld").check(&expect![[r#"
        ------- stderr -------
        error: `decide-point` must say more about 2026-01-0001-2
          the reasons
            --why "…"
        hint: complaints point 2026-01-0001-2 p1 --finding upheld --why "…"
        [exit code: 4]
    "#]]);
    register.done("point 1 p1 --finding upheld --why 'The waybill says so'");
    register.run("advance 1 decide --why 'See the points'").check(&expect![[r#"
        ------- stderr -------
        error: `decide` must say more about 2026-01-0001-2
          a finding for each of its points
            first: complaints point 2026-01-0001-2 p2 --finding … --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("point 1 p9 --finding upheld --why 'No such point'").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 has no point p9
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("point 1 p2 --finding not-upheld --why 'There is no sign of it'");
    register.run("advance 1 decide --why 'See the points'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Decided · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Decided
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Category             Delivery
        Severity             2 of 5
        Complexity           1 of 3
        Impact               One person
        Jurisdiction         Ours
        Priority             Normal
        Owner                sara
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:06 (by the rule pack)
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Point p1
          It came four days late
          Upheld
          The waybill says so
        Point p2
          The driver was rude
          Not upheld
          There is no sign of it
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Point added · sara · p1
          2026-10-28 10:08  Point added · sara · p2
          2026-10-28 10:09  Categorized and assessed · sara
          2026-10-28 10:11  Point decided · sara · p1 · Upheld
              The waybill says so
          2026-10-28 10:14  Point decided · sara · p2 · Not upheld
              There is no sign of it
          2026-10-28 10:15  Decided · sara · Partly upheld
              See the points
    "#]]);
    register.run("point 1 'Too late'").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is decided: `add-point` is not possible now
        possible now: acknowledge categorize approve return respond withdraw dispute merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_point_that_comes_after_a_reopening_does_not_make_the_first_decision_wrong() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'The courier was late'");
    register.done("advance 1 respond --method phone --text 'You are right'");
    register.run("advance 1 revise --why 'They want more'").check(&expect![[r#"
        ------- stderr -------
        error: `revise` must say more about 2026-01-0001-2
          that the complainant is not satisfied, or only in part
            --solved partly|no
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("feedback 1 --solved partly");
    register.run("advance 1 revise --why 'They want more'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Assessed · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:12
    "#]]);
    register.done("point 1 'Nobody apologized'");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn what_is_possible_names_the_points_without_an_answer() {
    let mut register = TestRegister::with_a_complaint();
    register.done("point 1 'It came four days late'");
    register.done("point 1 'The driver was rude'");
    register.done("categorize 1 --category delivery --severity 2");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Assessed · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge
          Start the investigation
            complaints advance 1 investigate

        Something is missing:
          Decide: a finding for p1, p2; the reasons
            complaints point 1 p1 --finding upheld --why "…"
          Resolve at first contact: what you did; did they agree?
            complaints advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
    register.done("point 1 p1 --finding upheld --why 'The waybill says so'");
    register.run("--lang fa advance 1").check(&expect![[r#"
        2026-01-0001-2
        ارزیابی‌شده · ارسال · شدت ۲ · مسئول: sara
        پاسخ تا دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶

        آماده:
          اعلام وصول
            complaints advance 1 acknowledge
          شروع بررسی
            complaints advance 1 investigate

        چیزی کم دارد:
          تصمیم: نتیجهٔ p2؛ دلیل
            complaints point 1 p2 --finding upheld --why "…"
          حل در همان تماس: چه کردید؛ پذیرفت؟
            complaints advance 1 resolve-now --done "…" --accepted

        گام‌های دیگر:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
}

#[test]
fn a_review_answers_points_anew_by_somebody_who_had_no_part() {
    let mut register = TestRegister::with_a_complaint();
    register.done("point 1 'It came four days late'");
    register.done("categorize 1 --category delivery --severity 2");
    register.done("point 1 p1 --finding not-upheld --why 'The waybill says Saturday'");
    register.done("advance 1 decide --why 'See the point'");
    register.done("advance 1 respond --method phone --text 'It came in time' --next-route internal-review");
    register.done("review 1 request");
    register.done("point 1 'Nobody called back'");
    register.run("review 1 decide --why 'See the points' --reviewer 'Legal office'").check(&expect![[r#"
        ------- stderr -------
        error: `decide-review` must say more about 2026-01-0001-2
          a finding for each of its points
            first: complaints point 2026-01-0001-2 p2 --finding … --why "…"
        hint: complaints review 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("point 1 p1 --finding upheld --why 'The waybill was wrong'").check(&expect![[r#"
        ------- stderr -------
        error: `decide-point` must say more about 2026-01-0001-2
          somebody who did not examine, decide or answer it
            --reviewer NAME
        hint: complaints point 2026-01-0001-2 p1 --finding upheld --why "…" --reviewer NAME
        [exit code: 4]
    "#]]);
    register.done("point 1 p1 --finding upheld --why 'The waybill was wrong' --reviewer 'Legal office'");
    register.done("point 1 p2 --finding upheld --why 'There is no call in the log' --reviewer 'Legal office'");
    register.done("review 1 decide --why 'See the points' --reviewer 'Legal office'");
    let record = register.read("complaints/2026/10/2026-01-0001-2.yaml");
    assert!(record.contains("kind: review-decided\n    to: decided\n    finding: upheld"), "{record}");
    register.done("check");
}

#[test]
fn a_finding_rests_on_evidence_and_is_measured_by_a_rule() {
    let mut register = TestRegister::with_a_complaint();
    register.done("point 1 'It came four days late'");
    register.write("waybill.txt", "Wednesday");
    register.run("point 1 p1 --finding upheld --why 'The waybill' --evidence waybill.txt").check(&expect![[r#"
        ------- stderr -------
        error: `decide-point` must say more about 2026-01-0001-2
          evidence that is attached to this complaint
            first: complaints attach 2026-01-0001-2 FILE
        hint: complaints attach 2026-01-0001-2 FILE
        [exit code: 4]
    "#]]);
    register.done("attach 1 waybill.txt --text 'From the courier'");
    register
        .done("point 1 p1 --finding upheld --why 'The waybill' --evidence waybill.txt --policy 'Terms of delivery, 4'");
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
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Point p1
          It came four days late
          Upheld
          The waybill
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Point added · sara · p1
          2026-10-28 10:09  Evidence attached · sara · file: waybill.txt
              From the courier
          2026-10-28 10:10  Point decided · sara · p1 · Upheld · evidence: waybill.txt
              measured by: Terms of delivery, 4
              The waybill
    "#]]);
    register.run("letter 1 investigation-report").check(&expect![[r#"
        Investigation report
        Alborz

            Complaint number: 2026-01-0001-2

        This report brings together what was complained of, what was examined
        and what was found.

        The complainant
          Name: Maryam Rezaei
          Phone: 09120000123

        What the complaint is about
          Received: Wednesday 2026-10-28, 10:06
          In short: Late delivery

        Assessment
          Priority: Normal

        Evidence
          - waybill.txt: SHA-256
          c0a6cc829cd08735294765c75938a7da2b0f222d52e98bff13cb237cd99deaac (p1)

        What was found, and why
          Stage of the process: first answer
          Point: It came four days late
          Finding: Upheld
          Reasons: The waybill
          Measured by: Terms of delivery, 4

        Issued: 2026-10-28
    "#]]);
    register.run("check --strict").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 28 checks: nothing wrong
    "#]]);
}

#[test]
fn a_strict_rule_pack_wants_the_points_confirmed_before_they_are_examined() {
    let mut register = TestRegister::with_a_complaint();
    register.done("edit 1 pack=iso-10002 --why 'An audit comes'");
    register.done(
        "categorize 1 --category delivery --severity 2 --complexity 1 --impact one --safety no --jurisdiction in",
    );
    register.done("conflict 1 sara --none");
    register.done("point 1 'It came late'");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Assessed · Delivery · severity 2 · owner: sara
        answer by Wednesday 2026-11-04, 10:06

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge

        Something is missing:
          Start the investigation: the plan of the examination; that the complainant confirmed the points, or was asked to in vain
            complaints advance 1 investigate --plan "…" --confirmed
          Decide: a finding for p1; the reasons; an investigation, or why there was none; the cause, or why it cannot be determined
            complaints point 1 p1 --finding upheld --why "…"
          Resolve at first contact: what you did; did they agree?
            complaints advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
    register.run("advance 1 investigate --plan 'Ask the courier'").check(&expect![[r#"
        ------- stderr -------
        error: `investigate` must say more about 2026-01-0001-2
          that the complainant confirmed the points, or was asked to in vain
            --confirmed | --no-reply N
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 investigate --plan 'Ask the courier' --confirmed");
    register.done("point 1 'Nobody answered the telephone'");
    register.run("advance 1 investigate --plan 'Ask the courier and the shop'").check(&expect![[r#"
        ------- stderr -------
        error: `investigate` must say more about 2026-01-0001-2
          that the complainant confirmed the points, or was asked to in vain
            --confirmed | --no-reply N
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 investigate --plan 'Ask the courier and the shop' --no-reply 2");
    register.done("advance 1 investigate --plan 'Ask the shop again'");
    let story = register.run("show 1").stdout();
    let told: Vec<&str> = story.lines().map(str::trim).filter(|line| line.contains("Investigation started")).collect();
    expect![[r#"
          2026-10-28 10:13  Investigation started · sara · points confirmed: By word of mouth · investigator: sara
          2026-10-28 10:16  Investigation started · sara · attempts: 2 · investigator: sara
          2026-10-28 10:17  Investigation started · sara · investigator: sara"#]]
    .assert_eq(&told.join("\n"));
    register.done("undo 1");
    let report = register.run("--lang fa letter 1 investigation-report").stdout();
    let told: Vec<&str> = report.lines().map(str::trim).filter(|line| line.contains("بندها")).collect();
    expect!["تأیید بندها از سوی شاکی: ۲ بار پرسیده شد و پاسخی نیامد"].assert_eq(&told.join("\n"));
    register.run("check").check(&expect![[r#"
        complaints/2026/10/2026-01-0001-2.yaml:47:3: guards-hold: `received` does not record: product, occurred, wants
            A step counts only when what it must record is there
            git log -p -- complaints/2026/10/2026-01-0001-2.yaml
        ------- stderr -------
        1 complaint, 25 checks: 1 finding
        [exit code: 3]
    "#]]);
}
