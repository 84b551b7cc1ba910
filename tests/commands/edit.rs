//! `complaints edit`: a field is corrected, and what it said stays in the story.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_mistyped_number_is_mended() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 phone=۰۹۱۲۰۰۰۰۱۲۴ --why misheard").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Corrected
    "#]]);
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What      │ State    │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼───────────┼──────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received  │ Received │ 1044d763 │ Sara
        2026-10-28 10:07 │ 2026-10-28 10:07 │ sara │ Corrected │          │ 3054bd49 │ Sara
    "#]]);
    register.run("edit 1 phone=09120000124 --why misheard").check(&expect![[r#"
        ------- stderr -------
        error: `phone` says that already
        [exit code: 4]
    "#]]);
    register.run("edit 1 'subject=Delivered late' wants='The fee back' --why 'She called again'").check(&expect![[
        r#"
        ------- stderr -------
        2026-01-0001-2: Corrected
    "#
    ]]);
    register.run("--lang fa edit 1 wants= --why 'پس گرفت'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: اصلاح شد
    "#]]);
}

#[test]
fn the_reason_must_be_said() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 phone=09120000124").check(&expect![[r#"
        ------- stderr -------
        error: `edit` must say more about 2026-01-0001-2
          the reasons
            --why "…"
        hint: complaints edit 2026-01-0001-2 FIELD=VALUE --why "…"
        [exit code: 4]
    "#]]);
    register.run("--lang fa edit 1 phone=09120000124").check(&expect![[r#"
        ------- stderr -------
        error: «اصلاح یک بخش» برای 2026-01-0001-2 چیزی کم دارد
          دلیل
            --why "…"
        hint: complaints edit 2026-01-0001-2 FIELD=VALUE --why "…"
        [exit code: 4]
    "#]]);
}

#[test]
fn what_cannot_be_corrected_is_said() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 fone=1 --why x").check(&expect![[r#"
        ------- stderr -------
        error: `fone` is no field that `edit` corrects
        fields: address category channel email key-customer language name needs occurred order pack phone priority product received reply-by role segment statement subject wants
        hint: complaints edit --help
        [exit code: 2]
    "#]]);
    register.run("edit 1 state=closed --why x").check(&expect![[r#"
        ------- stderr -------
        error: `state` is no field that `edit` corrects
        hint: complaints advance 2026-01-0001-2
        [exit code: 2]
    "#]]);
    register.run("edit 1 severity=3 --why x").check(&expect![[r#"
        ------- stderr -------
        error: `severity` is no field that `edit` corrects
        hint: complaints categorize 2026-01-0001-2 --severity …
        [exit code: 2]
    "#]]);
    register.run("edit 1 owner=reza --why x").check(&expect![[r#"
        ------- stderr -------
        error: `owner` is no field that `edit` corrects
        hint: complaints assign 2026-01-0001-2 MEMBER
        [exit code: 2]
    "#]]);
    register.run("edit 1 phone --why x").check(&expect![[r#"
        ------- stderr -------
        error: `phone` is not FIELD=VALUE
        hint: complaints edit 1 phone=… --why "…"; fields: complaints edit --help
        [exit code: 2]
    "#]]);
    register.run("edit 1 statement= --why x").check(&expect![[r#"
        ------- stderr -------
        error: `statement` cannot be empty
        [exit code: 2]
    "#]]);
    register.run("edit 1 channel=fone --why x").check(&expect![[r#"
        ------- stderr -------
        error: channel: `fone` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
        [exit code: 2]
    "#]]);
    register.run("edit 1 channel= --why x").check(&expect![[r#"
        ------- stderr -------
        error: channel: `` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
        [exit code: 2]
    "#]]);
    register.run("edit 1 category=delivry --why x").check(&expect![[r#"
        ------- stderr -------
        error: `delivry` is no category of this register
        hint: did you mean `delivery`?
        hint: complaints codes category (new ones go under `categories:` in complaints/register.yaml)
        [exit code: 2]
    "#]]);
    register.run("edit 1 pack=strict --why x").check(&expect![[r#"
        ------- stderr -------
        error: `strict` is no rule pack; there are: asic-rg271 enamad-96h fca-disp hours-24-72 isiri-20d iso-10002 minimal standard uk-housing-2024
        [exit code: 2]
    "#]]);
    register.run("edit 1 occurred=someday --why x").check(&expect![[r#"
        ------- stderr -------
        error: occurred: `someday` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
    register.run("edit 1 occurred=2027-01-01 --why x").check(&expect![[r#"
        ------- stderr -------
        error: occurred: 2027-01-01 is after the complaint was received
        [exit code: 2]
    "#]]);
    register.run("edit 1 received=2027-01-01 --why x").check(&expect![[r#"
        ------- stderr -------
        error: received: `2027-01-01` is in the future
        [exit code: 4]
    "#]]);
    register.run("edit 1 priority=soon --why x").check(&expect![[r#"
        ------- stderr -------
        error: priority: `soon` is no priority; allowed: low normal high urgent
        [exit code: 2]
    "#]]);
}

#[test]
fn without_a_field_and_a_terminal_there_is_nothing_to_correct() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1").check(&expect![[r#"
        ------- stderr -------
        error: nothing to correct was named, and there is no terminal for an editor
        hint: complaints edit 1 FIELD=VALUE --why "…"
        [exit code: 2]
    "#]]);
}

#[test]
fn what_the_complainant_needs_is_corrected_and_shown() {
    let mut register = TestRegister::with_a_complaint();
    register
        .done("edit 1 needs=interpreter,large-print reply-by=sms segment=business key-customer=yes --why 'He told us'");
    let shown = register.run("show 1").stdout();
    for part in ["Interpreter · Large print", "Contact only by", "Text message", "Business", "Key customer"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    register.run("edit 1 needs=interpretter --why x").check(&expect![[r#"
        ------- stderr -------
        error: needs: `interpretter` is no need; allowed: interpreter large-print hearing vision mobility cognitive literacy minor elderly remote financial-hardship bereaved other
        [exit code: 2]
    "#]]);
    register.done("edit 1 needs= reply-by= --why 'He manages'");
    assert!(!register.run("show 1").stdout().contains("Interpreter ·"));
    register.done("check");
}
