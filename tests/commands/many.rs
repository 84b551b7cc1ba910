//! Changes of many complaints at once: what would happen, what the rules refuse, and the one commit.

use expect_test::expect;

use crate::support::TestRegister;

/// Returns a register with a late delivery (1), a broken cup (2, acknowledged) and a wrong bill (3, closed).
fn three() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --channel email --email ali@mail.example --subject 'Broken cup' --statement 'It broke.'");
    register.done("advance 2 acknowledge");
    register.done("new --channel email --email ali@mail.example --subject 'Wrong bill' --statement 'Twice.'");
    register.done("advance 3 withdraw --why 'Found the mistake'");
    register
}

#[test]
fn without_yes_it_is_only_said_what_would_happen() {
    let mut register = three();
    let before = register.git(&["rev-parse", "HEAD"]);
    register.run("categorize --where state:open --category delivery --severity 2").check(&expect![[r#"
        2026-01-0001-2: Received → Assessed
        2026-01-0002-0: Acknowledged → Assessed
        ------- stderr -------
        2 complaints would change.
        Nothing is changed yet; with --yes it is.
    "#]]);
    register.run("assign --where 'state:open owner:none' sara").check(&expect![[r#"
        2026-01-0001-2: Assigned
        2026-01-0002-0: Assigned
        ------- stderr -------
        2 complaints would change.
        Nothing is changed yet; with --yes it is.
    "#]]);
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
}

#[test]
fn with_yes_all_that_are_meant_change_in_one_commit() {
    let mut register = three();
    register.run("categorize --where state:open --category delivery --severity 2 --yes").check(&expect![[r#"
        ------- stderr -------
        2 complaints changed, in one commit.
    "#]]);
    let last = register.git(&["log", "-1", "--format=%B"]);
    expect![[r#"
        2 complaints: categorized

        Complaint: 2026-01-0001-2
        Complaint: 2026-01-0002-0
        Complaint-At: 2026-10-28T10:11:00+03:30
        Complaint-Tool: complaints 0.1.0

    "#]]
    .assert_eq(&last);
    register.run("list --columns reference,state,category,owner").check(&expect![[r#"
        Reference      │ State    │ Category │ Owner
        ───────────────┼──────────┼──────────┼───────
        2026-01-0001-2 │ Assessed │ Delivery │ sara
        2026-01-0002-0 │ Assessed │ Delivery │ sara
        2026-01-0003-6 │ Closed   │          │
        ------- stderr -------
        3 complaints, 2 open, 0 overdue
    "#]]);
    assert_eq!(register.run("check --strict").stdout(), "");
}

#[test]
fn one_that_the_rules_refuse_stops_all_unless_it_is_left_out() {
    let mut register = three();
    let before = register.git(&["rev-parse", "HEAD"]);
    register.run("advance --where received:2026-10-28 acknowledge --method phone --yes").check(&expect![[r#"
        ------- stderr -------
        error: the rules refuse it for 2 of 3 complaints, so none is changed
          2026-01-0002-0 is acknowledged: `acknowledge` is not possible now
            possible now: categorize resolve-now withdraw dispute refer convert merge void
          2026-01-0003-6 is closed (Withdrawn): `acknowledge` is not possible now
            possible now: reopen review dispute void
        hint: ask a narrower question, or add --skip-refused to leave these out
        [exit code: 4]
    "#]]);
    register.run("advance --where received:2026-10-28 acknowledge --method phone").check(&expect![[r#"
        2026-01-0001-2: Received → Acknowledged
        ------- stderr -------
        error: the rules refuse it for 2 of 3 complaints, so none is changed
          2026-01-0002-0 is acknowledged: `acknowledge` is not possible now
            possible now: categorize resolve-now withdraw dispute refer convert merge void
          2026-01-0003-6 is closed (Withdrawn): `acknowledge` is not possible now
            possible now: reopen review dispute void
        hint: ask a narrower question, or add --skip-refused to leave these out
        [exit code: 4]
    "#]]);
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
    register.run("advance --where received:2026-10-28 acknowledge --method phone --skip-refused --yes").check(
        &expect![[r#"
            ------- stderr -------
            warning: 2026-01-0002-0 is acknowledged: `acknowledge` is not possible now
            warning: 2026-01-0003-6 is closed (Withdrawn): `acknowledge` is not possible now
            1 complaint changed.
            2 complaints are left out.
        "#]],
    );
}

#[test]
fn what_is_so_already_is_not_recorded_again() {
    let mut register = three();
    register.done("assign --where state:open reza --yes");
    let before = register.git(&["rev-parse", "HEAD"]);
    register.run("assign --where state:open reza --yes").check(&expect![[r#"
        ------- stderr -------
        warning: `reza` is not among the members in complaints/register.yaml
        Nothing was changed.
        2 complaints are so already.
    "#]]);
    register.run("categorize --where state:open --category delivery --severity 2 --yes").done();
    register.run("categorize --where state:open --category delivery --severity 2 --yes").check(&expect![[r#"
        ------- stderr -------
        Nothing was changed.
        2 complaints are so already.
    "#]]);
    assert_eq!(register.git(&["rev-parse", "HEAD~1"]), before);
}

#[test]
fn a_question_that_means_nothing_changes_nothing_and_says_so() {
    let mut register = three();
    register.run("note --where owner:nobody 'A strike' --yes").check(&expect![[r#"
        ------- stderr -------
        error: no complaint is meant by `owner:nobody`
        hint: complaints list owner:nobody
        [exit code: 5]
    "#]]);
    register.run("note --where 'colour:red' 'A strike' --yes").check(&expect![[r#"
        ------- stderr -------
        error: `colour` is no field; allowed: state owner category channel product priority finding closure language person text severity received acknowledged answered closed due overdue
        hint: complaints list 'state:open owner:me due<2d'
        [exit code: 2]
    "#]]);
}

#[test]
fn a_complaint_and_a_question_do_not_go_together() {
    let mut register = three();
    register.run("assign 1 reza --where state:open").check(&expect![[r#"
        ------- stderr -------
        error: `1`: --where takes the place of one complaint, so no REF goes with it
        hint: see which are meant: complaints list 'state:open owner:me'
        [exit code: 2]
    "#]]);
    register.run("hold 1 --where state:open").check(&expect![[r#"
        ------- stderr -------
        error: the argument '[REF]' cannot be used with '--where <QUESTION>'

        Usage: complaints hold [OPTIONS] <REF>
               complaints hold [OPTIONS] --where <QUESTION>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("assign 1 reza --yes").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          --where <QUESTION>

        Usage: complaints assign [OPTIONS] <REF> <MEMBER>
               complaints assign [OPTIONS] --where <QUESTION> <MEMBER>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("advance --where state:open").check(&expect![[r#"
        ------- stderr -------
        error: a step is missing; with --where one of these is needed: acknowledge investigate decide approve return respond resolve-now accept fulfil follow-up explain revise compensate close reopen withdraw refer convert merge void
        hint: complaints advance --where 'state:follow-up' close --solved yes
        [exit code: 2]
    "#]]);
    register.run("advance --where state:open dance").check(&expect![[r#"
        ------- stderr -------
        error: `dance` is no step; with --where one of these is needed: acknowledge investigate decide approve return respond resolve-now accept fulfil follow-up explain revise compensate close reopen withdraw refer convert merge void
        hint: complaints advance --where 'state:follow-up' close --solved yes
        [exit code: 2]
    "#]]);
}

#[test]
fn holding_and_resuming_many_and_the_diff_of_a_dry_run() {
    let mut register = three();
    register.run("hold --where channel:email,phone --why 'A strike' --until 2026-11-05 --skip-refused --yes").check(
        &expect![[r#"
            ------- stderr -------
            warning: 2026-01-0003-6 is closed (Withdrawn): `hold` is not possible now
            2 complaints changed, in one commit.
            1 complaint is left out.
        "#]],
    );
    register.run("resume --where state:open --dry-run").check(&expect![[r#"
        2 complaints: resumed

        Complaint: 2026-01-0001-2
        Complaint: 2026-01-0002-0
        Complaint-At: 2026-10-28T10:12:00+03:30
        Complaint-Tool: complaints 0.1.0
        diff --git a/complaints/2026/10/2026-01-0001-2.yaml b/complaints/2026/10/2026-01-0001-2.yaml
        index e81c205..d09c9df 100644
        --- a/complaints/2026/10/2026-01-0001-2.yaml
        +++ b/complaints/2026/10/2026-01-0001-2.yaml
        @@ -39,3 +39,8 @@ events:
             kind: held
             until: "2026-11-05T23:59:59+03:30"
             text: A strike
        +
        +  - id: e-hhfmj5x2t3yp
        +    at: "2026-10-28T10:12:00+03:30"
        +    by: sara
        +    kind: resumed
        diff --git a/complaints/2026/10/2026-01-0002-0.yaml b/complaints/2026/10/2026-01-0002-0.yaml
        index c328f99..09e2345 100644
        --- a/complaints/2026/10/2026-01-0002-0.yaml
        +++ b/complaints/2026/10/2026-01-0002-0.yaml
        @@ -53,3 +53,8 @@ events:
             kind: held
             until: "2026-11-05T23:59:59+03:30"
             text: A strike
        +
        +  - id: e-ghfmj5x2t3yp
        +    at: "2026-10-28T10:12:00+03:30"
        +    by: sara
        +    kind: resumed
        ------- stderr -------
        2 complaints would change.
        Nothing is changed yet; with --yes it is.
    "#]]);
    register.run("resume --where state:open --yes").check(&expect![[r#"
        ------- stderr -------
        2 complaints changed, in one commit.
    "#]]);
    assert_eq!(register.run("check --strict").stdout(), "");
}

#[test]
fn a_record_that_somebody_is_editing_is_not_written_over() {
    let mut register = three();
    register.replace(crate::support::FIRST_FILE, "priority: normal", "priority: high");
    register.run("note --where state:open 'A strike' --yes").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` has changes that are not committed
        hint: keep them: git commit -- :/complaints/2026/10/2026-01-0001-2.yaml; drop them: git checkout HEAD -- :/complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 4]
    "#]]);
}

#[test]
fn in_persian() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.done("new --channel phone --phone 09120000124 --statement 'لیوان شکسته بود'");
    register.done("advance 2 withdraw --why 'پیدا شد'");
    register.run("categorize --where state:open --category delivery --severity 2").check(&expect![[r#"
        1405-01-0001-7: از «دریافت‌شده» به «ارزیابی‌شده»
        ------- stderr -------
        ۱ شکایت تغییر می‌کند.
        هنوز چیزی تغییر نکرده است؛ با --yes انجام می‌شود.
    "#]]);
    register.run("categorize --where state:received,closed --category delivery --severity 2").check(&expect![[r#"
        1405-01-0001-7: از «دریافت‌شده» به «ارزیابی‌شده»
        ------- stderr -------
        error: قواعد این کار را برای ۱ شکایت از ۲ شکایت روا نمی‌دانند؛ پس هیچ‌یک تغییر نمی‌کند
          «دسته‌بندی و ارزیابی» برای 1405-01-0002-5 شدنی نیست: بسته (انصراف شاکی)
            اکنون شدنی: reopen review dispute void
        hint: پرسش را محدودتر کنید، یا با --skip-refused این‌ها را کنار بگذارید
        [exit code: 4]
    "#]]);
    register.run("categorize --where state:open --category delivery --severity 2 --yes").check(&expect![[r#"
        ------- stderr -------
        ۱ شکایت تغییر کرد.
    "#]]);
    register.run("assign --where owner:هیچ‌کس reza --yes").check(&expect![[r#"
        ------- stderr -------
        warning: `reza` از اعضای نوشته‌شده در complaints/register.yaml نیست
        error: هیچ شکایتی با `owner:هیچ‌کس` جور نیست
        hint: complaints list 'owner:هیچ‌کس'
        [exit code: 5]
    "#]]);
}

#[test]
fn many_are_talked_with_and_corrected() {
    let mut register = three();
    register.run("talk --where state:open 'The strike is over' --method email").check(&expect![[r#"
        2026-01-0001-2: Talked with the complainant
        2026-01-0002-0: Talked with the complainant
        ------- stderr -------
        2 complaints would change.
        Nothing is changed yet; with --yes it is.
    "#]]);
    register.run("talk --where state:open 'The strike is over' --method email --yes").check(&expect![[r#"
        ------- stderr -------
        2 complaints changed, in one commit.
    "#]]);
    register.run("edit --where channel:email product=cup --why 'It has a name now' --yes").check(&expect![[r#"
        ------- stderr -------
        2 complaints changed, in one commit.
    "#]]);
    register.run("edit --where channel:email product=cup --why 'It has a name now' --yes").check(&expect![[r#"
        ------- stderr -------
        Nothing was changed.
        2 complaints are so already.
    "#]]);
    register.run("edit --where state:open product=cup order=7 --why 'Two at once'").check(&expect![[r#"
        ------- stderr -------
        error: one FIELD=VALUE goes with --where, and no REF
        hint: complaints edit --where 'product:express' product=express-delivery --why "…"
        [exit code: 2]
    "#]]);
    register.run("edit --where state:open --why 'Nothing'").check(&expect![[r#"
        ------- stderr -------
        error: one FIELD=VALUE goes with --where, and no REF
        hint: complaints edit --where 'product:express' product=express-delivery --why "…"
        [exit code: 2]
    "#]]);
    register.run("edit --where state:open product=tea --yes").check(&expect![[r#"
        ------- stderr -------
        error: the rules refuse it for 2 of 2 complaints, so none is changed
          `edit` must say more about 2026-01-0001-2
              the reasons
                --why "…"
          `edit` must say more about 2026-01-0002-0
              the reasons
                --why "…"
        hint: ask a narrower question, or add --skip-refused to leave these out
        [exit code: 4]
    "#]]);
}
