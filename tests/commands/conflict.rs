//! `complaints conflict`: whoever has an interest of their own neither examines nor decides.

use expect_test::expect;

use crate::support::TestRegister;

/// A register with a second member and an assessed complaint of sara's.
fn assessed() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    let settings = register.read("complaints/register.yaml");
    let members = settings.replacen("members:\n", "members:\n  - id: reza\n    email: reza@alborz.example\n", 1);
    assert_ne!(settings, members, "{settings}");
    register.write("complaints/register.yaml", &members);
    register.done("categorize 1 --category delivery --severity 2");
    register
}

#[test]
fn who_has_a_conflict_of_interest_neither_examines_nor_decides() {
    let mut register = assessed();
    register.run("conflict 1 sara").check(&expect![[r#"
        ------- stderr -------
        error: `declare-conflict` must say more about 2026-01-0001-2
          what the conflict of interest is, or that there is none
            --why "…" | --none
        hint: complaints conflict 2026-01-0001-2 MEMBER --why "…"
        [exit code: 4]
    "#]]);
    register.run("conflict 1 sara --why 'The driver is her brother' --told phone").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Interests declared (sara)
    "#]]);
    register.run("advance 1 investigate").check(&expect![[r#"
        ------- stderr -------
        error: `investigate` must say more about 2026-01-0001-2
          an investigator without a conflict of interest in this complaint
            --investigator MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 decide").check(&expect![[r#"
        ------- stderr -------
        error: `decide` must say more about 2026-01-0001-2
          somebody without a conflict of interest in this complaint
            --as MEMBER
          what was found
            --finding upheld|partly|not-upheld
          the reasons
            --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 investigate --investigator reza --plan 'Ask the courier' --powers 'May see the log'");
    register.done("advance 1 decide --as reza --finding upheld --why 'The log says so'");
    register.run("advance 1 approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve` must say more about 2026-01-0001-2
          somebody without a conflict of interest in this complaint
            --as MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
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
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Categorized and assessed · sara
          2026-10-28 10:09  Interests declared · sara · the complainant was told: Phone · about: sara
              The driver is her brother
          2026-10-28 10:12  Investigation started · sara · investigator: reza
              powers: May see the log
              Ask the courier
          2026-10-28 10:13  Decided · reza · Upheld
              The log says so
    "#]]);
    register.done("check");
}

#[test]
fn a_conflict_that_is_over_blocks_nobody() {
    let mut register = assessed();
    register.done("conflict 1 sara --why 'The driver is her brother'");
    let story = register.run("show 1").stdout();
    assert!(story.contains("about: sara · the complainant was not told"), "{story}");
    register.run("--lang fa advance 1 decide --finding upheld --why x").check(&expect![[r#"
        ------- stderr -------
        error: «تصمیم» برای 2026-01-0001-2 چیزی کم دارد
          کسی که در این شکایت تعارض منافع ندارد
            --as MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("conflict 1 sara --none").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Interests declared (sara)
    "#]]);
    register.done("advance 1 decide --finding upheld --why 'The log says so'");
}

#[test]
fn an_investigation_can_be_given_to_somebody_else() {
    let mut register = assessed();
    register.done("advance 1 investigate");
    register.done("conflict 1 sara --why 'She knows the driver'");
    register.done("advance 1 investigate --investigator reza");
    register.done("advance 1 decide --as reza --finding upheld --why 'The log says so'");
    register.done("check");
}

#[test]
fn a_reviewer_has_no_conflict_of_interest_either() {
    let mut register = assessed();
    register.done("conflict 1 reza --why 'He sold it'");
    register.done("advance 1 decide --finding not-upheld --why 'The log says no'");
    register.done("advance 1 respond --method phone --text 'It came in time' --next-route internal-review");
    register.done("review 1 request");
    register.run("review 1 decide --as reza --finding upheld --why 'The log is wrong'").check(&expect![[r#"
        ------- stderr -------
        error: `decide-review` must say more about 2026-01-0001-2
          a reviewer without a conflict of interest in this complaint
            --reviewer NAME
        hint: complaints review 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn a_strict_rule_pack_asks_for_a_declaration_and_for_the_reason_to_do_without_an_investigation() {
    let mut register = assessed();
    register.done("edit 1 pack=iso-10002 --why 'An audit comes'");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Assessed · Delivery · severity 2 · owner: sara
        answer by Wednesday 2026-11-04, 10:06

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge

        Something is missing:
          Categorize and assess: complexity, impact, safety, whose it is
            complaints categorize 1 --complexity 1 --impact one --safety no --jurisdiction in
          Start the investigation: the plan of the examination; what the investigator says about conflicts of interest
            complaints conflict 1 sara --none
          Decide: what was found; the reasons; an investigation, or why there was none; the cause, or why it cannot be determined
            complaints advance 1 decide --finding upheld --why "…" --no-investigation "…" --cause "…"
          Resolve at first contact: what you did; did they agree?
            complaints advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
    register.run("advance 1 investigate").check(&expect![[r#"
        ------- stderr -------
        error: `investigate` must say more about 2026-01-0001-2
          the plan of the examination
            --plan "…"
          what the investigator says about conflicts of interest
            first: complaints conflict 2026-01-0001-2 MEMBER --none
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 decide --finding upheld --why 'Clear'").check(&expect![[r#"
        ------- stderr -------
        error: `decide` must say more about 2026-01-0001-2
          an investigation, or why there was none
            --no-investigation "…"
          the cause, or why it cannot be determined
            --cause "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 decide --finding upheld --why 'Clear' --no-investigation 'The courier admits it' --responsibility yes --cause 'A torn label'");
    let story = register.run("show 1").stdout();
    for part in [
        "responsible: sara",
        "responsibility accepted: Yes",
        "no investigation: The courier admits it",
        "cause: A torn label",
    ] {
        assert!(story.contains(part), "{story}");
    }
    register.done("undo 1");
    register.done("conflict 1 sara --none");
    register.done("advance 1 investigate --plan 'Ask the courier'");
    register
        .done("advance 1 decide --finding upheld --why 'The log says so' --cause 'Not to be found: the label is gone'");
    let report = register.run("letter 1 investigation-report").stdout();
    assert!(report.contains("Cause: Not to be found: the label is gone"), "{report}");
}
