//! `complaints dispute`: what is resolved outside.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

#[test]
fn nothing_goes_outside_before_both_sides_agreed() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'It came in time'");
    register.done("advance 1 respond --method phone --text 'It came in time' --next-route mediation");
    register.run("dispute 1 consent --side complainant").check(&expect![[r#"
        ------- stderr -------
        error: `consent-dispute` must say more about 2026-01-0001-2
          the proposal of an outside body
            first: complaints dispute 2026-01-0001-2 propose --body "…" --why "…"
          did they agree?
            --accepted
          what was told or agreed
            --text "…" or -F FILE
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 propose --body 'Mediation centre' --why 'Both want to go on trading'");
    register.done(
        "dispute 1 consent --side complainant --accepted --text 'Told the process, cost, and that it binds nobody'",
    );
    register.run("dispute 1 start --how facilitative --text 'Dr Karimi'").check(&expect![[r#"
        ------- stderr -------
        error: `start-dispute` must say more about 2026-01-0001-2
          the consent of both sides, told beforehand what it means
            first: complaints dispute 2026-01-0001-2 consent --side complainant|organization
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 consent --side organization --accepted written --text 'The manager was told the same'");
    register.run("dispute 1 start --how facilitative --text 'Dr Karimi'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        With an outside body · Delivery · severity 2 · owner: sara
    "#]]);
    assert!(register.read(FIRST_FILE).contains("level: 3"));
    register.run("--lang fa dispute 1 close").check(&expect![[r#"
        ------- stderr -------
        error: «بستن پروندهٔ حل‌شده در بیرون» برای 2026-01-0001-2 چیزی کم دارد
          ثبت نتیجهٔ مرجع بیرونی
            first: complaints dispute 2026-01-0001-2 result --result settled
          چه گفته یا توافق شد
            --text "…" or -F FILE
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 result --result settled --text 'A voucher'");
    register.run("dispute 1 close --text 'Told her; we print the day now'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Settled with an outside body · Delivery · severity 2 · owner: sara
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_complainant_may_go_outside_alone() {
    let mut register = TestRegister::with_a_complaint();
    register.run("dispute 1 external").check(&expect![[r#"
        ------- stderr -------
        error: `go-outside` must say more about 2026-01-0001-2
          the outside body
            --body "…"
          the reasons
            --why "…"
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 external --body 'Trade body' --why 'Our answer was late'");
    register.done("dispute 1 result --result determined --text 'We pay the delivery'");
    register.done("advance 1 accept --remedy refund --amount 50000t --text 'As decided'");
    register.done("advance 1 fulfil");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

/// A register that lists two outside bodies, with a complaint that was rejected.
fn with_providers() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    let settings = register.read("complaints/register.yaml");
    register.write(
        "complaints/register.yaml",
        format!(
            "{settings}\nproviders:\n  centre:\n    en: Mediation centre\n    fa: مرکز میانجی‌گری\n    method: facilitative\n    cost: free for the complainant\n  board:\n    en: Arbitration board\n    fa: هیئت داوری\n    method: determinative\n"
        ),
    );
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'It came in time'");
    register.done("advance 1 respond --method phone --text 'It came in time' --next-route mediation");
    register
}

#[test]
fn a_body_is_one_of_the_list_and_its_method_is_filled_in() {
    let mut register = with_providers();
    register.run("codes provider").check(&expect![[r#"
        board\u{9}Arbitration board\u{9}هیئت داوری\u{9}determinative\u{9}\u{9}
        centre\u{9}Mediation centre\u{9}مرکز میانجی‌گری\u{9}facilitative\u{9}\u{9}free for the complainant
    "#]]);
    register.run("dispute 1 propose --body centrr --why 'Both want to go on trading'").check(&expect![[r#"
        ------- stderr -------
        error: `centrr` is none of the outside bodies in complaints/register.yaml
        hint: add --body centre
        [exit code: 2]
    "#]]);
    register.run("dispute 1 propose --body 'Court of kings' --why 'Both want to go on trading'").check(&expect![[r#"
        ------- stderr -------
        error: `Court of kings` is none of the outside bodies in complaints/register.yaml
        hint: complaints codes provider
        [exit code: 2]
    "#]]);
    register.done("dispute 1 propose --body 'mediation centre' --why 'Both want to go on trading'");
    register
        .done("dispute 1 consent --side complainant --accepted --text 'Told process, cost, and that it binds nobody'");
    register.done("dispute 1 consent --side organization --accepted --text 'The manager was told the same'");
    register.run("dispute 1 start --body board --text 'Dr Karimi'").check(&expect![[r#"
        ------- stderr -------
        error: `start-dispute` must say more about 2026-01-0001-2
          the consent of both sides, told beforehand what it means
            first: complaints dispute 2026-01-0001-2 consent --side complainant|organization
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 start --body centre --text 'Dr Karimi, who knows neither side'");
    let record = register.read(FIRST_FILE);
    assert!(record.contains("body: centre") && record.contains("dispute_method: facilitative"), "{record}");
    assert!(register.run("show 1").stdout().contains("outside body: Mediation centre"));
}

#[test]
fn notice_and_position_come_before_the_neutral_and_say_who_may_settle() {
    let mut register = with_providers();
    register.run("dispute 1 notify").check(&expect![[r#"
        ------- stderr -------
        error: `notify-dispute` must say more about 2026-01-0001-2
          the consent of both sides, or a complaint that is outside already
            first: complaints dispute 2026-01-0001-2 consent --side complainant|organization
          the way of contact
            --method phone|email|letter|…
          what was sent, and to whom
            --text "…" or -F FILE
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("dispute 1 position").check(&expect![[r#"
        ------- stderr -------
        error: `take-position` must say more about 2026-01-0001-2
          the consent of both sides, or a complaint that is outside already
            first: complaints dispute 2026-01-0001-2 consent --side complainant|organization
          the notice of the dispute
            first: complaints dispute 2026-01-0001-2 notify --method … --text "…"
          who may settle it for us
            --settler MEMBER
          what we accept and contest
            --text "…" or -F FILE
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 propose --body centre --why 'Both want to go on trading'");
    register
        .done("dispute 1 consent --side complainant --accepted --text 'Told process, cost, and that it binds nobody'");
    register.run("dispute 1 notify --method letter --text 'Too early'").check(&expect![[r#"
        ------- stderr -------
        error: `notify-dispute` must say more about 2026-01-0001-2
          the consent of both sides, or a complaint that is outside already
            first: complaints dispute 2026-01-0001-2 consent --side complainant|organization
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 consent --side organization --accepted --text 'The manager was told the same'");
    register.run("dispute 1").check(&expect![[r#"
        2026-01-0001-2
        Responded · Delivery · severity 2 · owner: sara

        Something is missing:
          Give notice of the dispute: the way of contact; what was sent, and to whom
            complaints dispute 1 notify --method phone --text "…"
          Record that the neutral begins: what the neutral does; what was told or agreed
            complaints dispute 1 start --how facilitative --text "…"
          Record that the complainant went outside: the outside body; the reasons
            complaints dispute 1 external --body "…" --why "…"
          Record that it ended outside without a result: why it ended without a result; the reasons
            complaints dispute 1 drop --because withdrawn --why "…"
    "#]]);
    register.done("dispute 1 notify --method letter --text 'Copies to her and to the centre'");
    register.run("dispute 1 position --text 'We accept the delay, not the loss'").check(&expect![[r#"
        ------- stderr -------
        error: `take-position` must say more about 2026-01-0001-2
          who may settle it for us
            --settler MEMBER
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    let mistyped =
        register.run("dispute 1 position --settler sarah --text 'We accept the delay, not the loss' --dry-run");
    assert!(mistyped.stderr().contains("warning: `sarah` is not among the members"), "{}", mistyped.stderr());
    register.done("dispute 1 position --settler sara --text 'We accept the delay, not the loss'");
    register.done("dispute 1 start --text 'Dr Karimi'");
    let story = register.run("show 1").stdout();
    assert!(story.contains("Our position stated · sara · may settle: sara"), "{story}");
    register.done("check");
}

#[test]
fn a_strict_rule_pack_asks_for_notice_and_position_before_the_neutral_begins() {
    let mut register = with_providers();
    register.done("edit 1 pack=iso-10002 --why 'An audit comes'");
    register.done("dispute 1 propose --body centre --why 'Both want to go on trading'");
    register.done("dispute 1 consent --side complainant --accepted --text 'Told process and cost'");
    register.done("dispute 1 consent --side organization --accepted --text 'Told the same'");
    register.run("dispute 1 start --text 'Dr Karimi'").check(&expect![[r#"
        ------- stderr -------
        error: `start-dispute` must say more about 2026-01-0001-2
          the notice of the dispute
            first: complaints dispute 2026-01-0001-2 notify --method … --text "…"
          what we accept and contest
            first: complaints dispute 2026-01-0001-2 position --settler MEMBER --text "…"
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn an_overdue_answer_opens_the_way_outside_and_no_earlier() {
    let mut register = TestRegister::with_a_complaint();
    register.run("dispute 1 propose --body 'Mediation centre' --why 'She does not want to wait'").check(&expect![[
        r#"
        ------- stderr -------
        error: `propose-dispute` must say more about 2026-01-0001-2
          an answer, or an answer that is overdue
            first: complaints advance 2026-01-0001-2 respond, or wait until the answer is overdue
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#
    ]]);
    register.wait(TimeDelta::days(9));
    register.done("dispute 1 propose --body 'Mediation centre' --why 'Our answer is late'");
    register.done("dispute 1 consent --side complainant --accepted --text 'Told process and cost'");
    register.done("dispute 1 consent --side organization --accepted --text 'Told the same'");
    register.done("dispute 1 start --how advisory --text 'Dr Karimi'");
    register.run("dispute 1 drop --because not-taken --why 'They want our answer first'").check(&expect![[r#"
        ------- stderr -------
        error: `drop-dispute` must say more about 2026-01-0001-2
          our own answer: it went outside before we gave one
            first: complaints advance 2026-01-0001-2 decide --finding … --why "…"
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'It came late'");
    register.done("check");
}

#[test]
fn a_way_outside_may_end_without_a_result() {
    let mut register = with_providers();
    register.run("dispute 1 drop").check(&expect![[r#"
        ------- stderr -------
        error: `drop-dispute` must say more about 2026-01-0001-2
          the proposal of an outside body, or a complaint that is outside already
            first: complaints dispute 2026-01-0001-2 propose --body "…" --why "…"
          why it ended without a result
            --because no-consent|ineligible|not-taken|withdrawn|timed-out
          the reasons
            --why "…"
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 propose --body centre --why 'Both want to go on trading'");
    register.run("dispute 1 drop --because no-consent --why 'She wants no mediation'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Outside resolution ended without a result
        Responded · Delivery · severity 2 · owner: sara
    "#]]);
    register.run("dispute 1 consent --side organization --accepted --text 'Too late'").check(&expect![[r#"
        ------- stderr -------
        error: `consent-dispute` must say more about 2026-01-0001-2
          the proposal of an outside body
            first: complaints dispute 2026-01-0001-2 propose --body "…" --why "…"
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 external --body 'A newspaper' --why 'She wrote to them'");
    register.done("dispute 1 notify --method email --text 'They told us'");
    register.run("dispute 1 drop --because withdrawn --why 'She thought better of it'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Responded · Delivery · severity 2 · owner: sara
    "#]]);
    register.run("--lang fa history 1").check(&expect![[r#"
        زمان رخداد       │ زمان ثبت         │ به گفتهٔ │ رویداد                              │ وضعیت                         │ کامیت    │ ثبت‌کننده
        ─────────────────┼──────────────────┼─────────┼─────────────────────────────────────┼───────────────────────────────┼──────────┼──────────
        ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶ │ sara    │ دریافت شد                           │ دریافت‌شده                     │ 1044d763 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۰۷ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۰۷ │ sara    │ دسته‌بندی و ارزیابی شد               │ دریافت‌شده ← ارزیابی‌شده        │ 3054bd49 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۰۸ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۰۸ │ sara    │ تصمیم گرفته شد                      │ ارزیابی‌شده ← تصمیم‌گرفته‌شده    │ cd6ea282 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۰۹ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۰۹ │ sara    │ پاسخ داده شد                        │ تصمیم‌گرفته‌شده ← پاسخ‌داده‌شده   │ ed931b68 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۱۱ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۱۱ │ sara    │ حل اختلاف بیرونی پیشنهاد شد         │                               │ 8ead01b7 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۱۲ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۱۲ │ sara    │ حل اختلاف بیرونی بی‌نتیجه پایان یافت │                               │ aee7e79d │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۱۴ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۱۴ │ sara    │ شاکی به مرجع بیرونی مراجعه کرد      │ پاسخ‌داده‌شده ← نزد مرجع بیرونی │ 2201cd00 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۱۵ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۱۵ │ sara    │ اعلام اختلاف داده شد                │                               │ 41269ae6 │ Sara
        ۲۰۲۶/۱۰/۲۸ ۱۰:۱۶ │ ۲۰۲۶/۱۰/۲۸ ۱۰:۱۶ │ sara    │ حل اختلاف بیرونی بی‌نتیجه پایان یافت │ نزد مرجع بیرونی ← پاسخ‌داده‌شده │ e3407f35 │ Sara
    "#]]);
    register.done("check");
}

#[test]
fn a_letter_names_the_body_in_the_words_of_its_reader_with_its_cost() {
    let mut register = with_providers();
    register.done("dispute 1 propose --body centre --why 'Both want to go on trading'");
    let letter = register.run("letter 1 dispute-notice --format txt").stdout();
    assert!(letter.contains("Mediation centre") && letter.contains("free for the complainant"), "{letter}");
    let letter = register.run("--lang fa letter 1 dispute-notice --format txt").stdout();
    assert!(letter.contains("مرکز میانجی‌گری"), "{letter}");
}

/// A complaint that is with an outside body, which came to this result.
fn with_result(result: &str) -> TestRegister {
    let mut register = with_providers();
    register.done("dispute 1 external --body centre --why 'She wrote to them'");
    register.done(&format!("dispute 1 result --result {result} --text 'Half of the loss'"));
    register
}

#[test]
fn a_recommendation_is_carried_out_when_both_sides_accept_it() {
    let mut register = with_result("recommended");
    register.run("dispute 1").check(&expect![[r#"
        2026-01-0001-2
        With an outside body · Delivery · severity 2 · owner: sara

        Something is missing:
          Give notice of the dispute: the way of contact; what was sent, and to whom
            complaints dispute 1 notify --method phone --text "…"
          Record the result outside: how it ended; what was told or agreed
            complaints dispute 1 result --result settled --text "…"
          Record that one side accepts the recommendation: which side
            complaints dispute 1 accept --side complainant
          Record that one side does not accept it: which side; the reasons
            complaints dispute 1 reject --side complainant --why "…"
          Record that it ended outside without a result: why it ended without a result; the reasons
            complaints dispute 1 drop --because withdrawn --why "…"
    "#]]);
    register.run("advance 1 accept --remedy refund --amount 50000t --text 'Half'").check(&expect![[r#"
        ------- stderr -------
        error: `accept` must say more about 2026-01-0001-2
          both sides accept what was recommended
            first: complaints dispute 2026-01-0001-2 accept --side complainant|organization
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("dispute 1 accept").check(&expect![[r#"
        ------- stderr -------
        error: `accept-recommendation` must say more about 2026-01-0001-2
          which side
            --side complainant|organization
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 accept --side complainant --accepted written");
    register.run("dispute 1 close --text 'Told her'").check(&expect![[r#"
        ------- stderr -------
        error: `close-dispute` must say more about 2026-01-0001-2
          both sides accept what was recommended
            first: complaints dispute 2026-01-0001-2 accept --side complainant|organization
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 accept --side organization");
    let letter = register.run("letter 1 dispute-notice").stdout();
    let told: Vec<&str> = letter.lines().map(str::trim).filter(|line| line.contains("recommendation")).collect();
    expect![[r#"
          Result: Ended with a recommendation
          You: accepted the recommendation on 2026-10-28
          We: accepted the recommendation on 2026-10-28"#]]
    .assert_eq(&told.join("\n"));
    register.done("advance 1 accept --remedy refund --amount 50000t --text 'Half'");
    register.run("check").check(&expect![[r#"
        complaints/register.yaml: committed: the file on disk differs from the last commit
            Only what is committed is safe, and the same for all who count
            keep it: git commit -- complaints/register.yaml; drop it: git checkout HEAD -- complaints/register.yaml
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong, 1 warning
    "#]]);
}

#[test]
fn nothing_follows_from_a_recommendation_that_a_side_rejects() {
    let mut register = with_result("recommended");
    register.done("dispute 1 accept --side complainant");
    register.run("dispute 1 reject --side organization").check(&expect![[r#"
        ------- stderr -------
        error: `reject-recommendation` must say more about 2026-01-0001-2
          the reasons
            --why "…"
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 reject --side organization --why 'We pay no loss'");
    register.run("--lang fa advance 1 accept --remedy refund --text 'Half'").check(&expect![[r#"
        ------- stderr -------
        error: «ثبت پذیرش راه‌حل» برای 2026-01-0001-2 چیزی کم دارد
          هر دو طرف توصیه را بپذیرند
            first: complaints dispute 2026-01-0001-2 accept --side complainant|organization
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("dispute 1 close --text 'Told her'").check(&expect![[r#"
        ------- stderr -------
        error: `close-dispute` must say more about 2026-01-0001-2
          both sides accept what was recommended
            first: complaints dispute 2026-01-0001-2 accept --side complainant|organization
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("dispute 1 drop --because no-consent --why 'We rejected it'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Responded · Delivery · severity 2 · owner: sara
    "#]]);
    register.run("check").check(&expect![[r#"
        complaints/register.yaml: committed: the file on disk differs from the last commit
            Only what is committed is safe, and the same for all who count
            keep it: git commit -- complaints/register.yaml; drop it: git checkout HEAD -- complaints/register.yaml
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong, 1 warning
    "#]]);
}

#[test]
fn a_decision_may_be_looked_at_again_before_it_is_carried_out() {
    let mut register = with_result("determined");
    register.run("dispute 1 reject --side complainant --why 'Too little'").check(&expect![[r#"
        ------- stderr -------
        error: `reject-recommendation` must say more about 2026-01-0001-2
          a recommendation of the outside body
            first: complaints dispute 2026-01-0001-2 result --result recommended --text "…"
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 contest --side complainant --why 'They added it up wrongly'");
    register.run("advance 1 accept --remedy refund --text 'Half'").check(&expect![[r#"
        ------- stderr -------
        error: `accept` must say more about 2026-01-0001-2
          the result of the second look outside
            first: complaints dispute 2026-01-0001-2 result --result determined --text "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("dispute 1 close --text 'Told her'").check(&expect![[r#"
        ------- stderr -------
        error: `close-dispute` must say more about 2026-01-0001-2
          the result of the outside body
            first: complaints dispute 2026-01-0001-2 result --result settled
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("dispute 1 result --result determined --text 'All of the loss'");
    register.done("advance 1 accept --remedy refund --text 'All'");
    register.run("check").check(&expect![[r#"
        complaints/register.yaml: committed: the file on disk differs from the last commit
            Only what is committed is safe, and the same for all who count
            keep it: git commit -- complaints/register.yaml; drop it: git checkout HEAD -- complaints/register.yaml
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong, 1 warning
    "#]]);
}

#[test]
fn every_end_without_a_result_has_its_name() {
    for exit in ["no-consent", "ineligible", "not-taken", "withdrawn", "timed-out"] {
        let mut register = with_providers();
        register.done("dispute 1 propose --body centre --why 'Both want to go on trading'");
        register.done(&format!("dispute 1 drop --because {exit} --why 'So it ended'"));
        register.done("dispute 1 external --body centre --why 'She wrote to them'");
        register.done(&format!("dispute 1 drop --because {exit} --why 'So it ended'"));
        register.done("check");
    }
}

#[test]
fn the_file_outside_is_closed_when_what_followed_from_it_is_done() {
    let mut register = with_result("determined");
    register.done("advance 1 accept --remedy refund --until 2026-11-20 --text 'The refund that was decided'");
    register.run("dispute 1 close --text 'We print the day now'").check(&expect![[r#"
        ------- stderr -------
        error: `close-dispute` must say more about 2026-01-0001-2
          every promise must be kept first
            first: complaints promise 2026-01-0001-2 m1 --kept, complaints remedy 2026-01-0001-2 r1 --delivered
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 fulfil --text Paid");
    register.run("dispute 1").check(&expect![[r#"
        2026-01-0001-2
        In follow-up · Delivery · severity 2 · owner: sara

        Something is missing:
          Record that the complainant went outside: the outside body; the reasons
            complaints dispute 1 external --body "…" --why "…"
          Close what was resolved outside: what was told or agreed
            complaints dispute 1 close --text "…"
    "#]]);
    register.done("dispute 1 close --text 'Told her; we print the day now'");
    register.run("dispute 1 close --text 'Once more'").check(&expect![[r#"
        ------- stderr -------
        error: `close-dispute` must say more about 2026-01-0001-2
          the result of the outside body
            first: complaints dispute 2026-01-0001-2 result --result settled
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 close --solved yes --text 'She is content'");
    register.run("check").check(&expect![[r#"
        complaints/register.yaml: committed: the file on disk differs from the last commit
            Only what is committed is safe, and the same for all who count
            keep it: git commit -- complaints/register.yaml; drop it: git checkout HEAD -- complaints/register.yaml
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong, 1 warning
    "#]]);
}
