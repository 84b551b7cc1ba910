//! `complaints edit`: a field is corrected, and what it said stays in the story.

use expect_test::expect;

use crate::support::{FIRST_FILE, Output, TestRegister};

#[test]
fn a_mistyped_number_is_mended() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 phone=۰۹۱۲۰۰۰۰۱۲۴ --why misheard").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Corrected
    "#]]);
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What              │ State    │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼───────────────────┼──────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received          │ Received │ 1044d763 │ Sara
        2026-10-28 10:07 │ 2026-10-28 10:07 │ sara │ Corrected (Phone) │          │ 3054bd49 │ Sara
    "#]]);
    register.run("edit 1 phone=09120000124 --why misheard").check(&expect![[r#"
        ------- stderr -------
        error: `phone` says that already
        hint: complaints show 2026-01-0001-2
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
fn an_option_of_new_is_answered_with_the_field_that_takes_its_place() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 --phone 09120000124 --why misheard").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '--phone' found

          tip: a similar argument exists: 'phone=…'

        Usage: complaints edit [OPTIONS] <REF> [FIELD=VALUE]...
               complaints edit [OPTIONS] --where <QUESTION> <FIELD=VALUE>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("edit 1 --colour red --why misheard").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '--colour' found

          tip: a similar argument exists: '--color'

        Usage: complaints edit [OPTIONS] <REF> [FIELD=VALUE]...
               complaints edit [OPTIONS] --where <QUESTION> <FIELD=VALUE>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn what_had_to_be_said_when_it_came_in_is_not_taken_away() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 name= phone= --why 'She asks for it'").check(&expect![[r#"
        ------- stderr -------
        error: what a complaint must say would be taken away: how to reach the complainant, or that there is no way
        hint: if there is no way to reach them any more: complaints edit 2026-01-0001-2 name= phone= anonymous=yes --why "…"
        [exit code: 4]
    "#]]);
    register.run("edit --where 'state:open' phone= --why 'She asks for it' --yes").check(&expect![[r#"
        ------- stderr -------
        error: the rules refuse it for 1 of 1 complaints, so none is changed
          what a complaint must say would be taken away: how to reach the complainant, or that there is no way
        hint: ask a narrower question, or add --skip-refused to leave these out
        [exit code: 4]
    "#]]);
    edited(&mut register, "sed -i '/phones:/d; /0912/d' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        error: what a complaint must say would be taken away: how to reach the complainant, or that there is no way
        what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
        hint: if there is no way to reach them any more: complaints edit 2026-01-0001-2 name= phone= anonymous=yes --why "…"
        hint: complaints edit 1 --why "…"
        [exit code: 4]
    "#]]);
    register.done("edit 1 phone= email=maryam@rezaei.example --why 'A new address'");
    register.done("check");
}

#[test]
fn what_cannot_be_corrected_is_said() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 fone=1 --why x").check(&expect![[r#"
        ------- stderr -------
        error: `fone` is no field that `edit` corrects
        fields: address anonymous category channel email key-customer language name needs occurred order pack person phone priority product received reply-by role segment statement subject target wants
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
        hint: complaints edit 1 phone=… --why "…"
        hint: see the fields: complaints edit --help
        [exit code: 2]
    "#]]);
    register.run("edit 1 statement= --why x").check(&expect![[r#"
        ------- stderr -------
        error: `statement` cannot be empty
        hint: complaints edit 2026-01-0001-2 statement="…" --why "…"
        [exit code: 2]
    "#]]);
    register.run("edit 1 channel=fone --why x").check(&expect![[r#"
        ------- stderr -------
        error: channel: `fone` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
        hint: complaints codes channel
        [exit code: 2]
    "#]]);
    register.run("edit 1 channel= --why x").check(&expect![[r#"
        ------- stderr -------
        error: channel: `` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
        hint: complaints codes channel
        [exit code: 2]
    "#]]);
    register.run("edit 1 category=delivry --why x").check(&expect![[r#"
        ------- stderr -------
        error: `delivry` is no category of this register
        hint: did you mean `delivery`?
        hint: complaints codes category
        hint: write new ones under `categories:` in complaints/register.yaml
        [exit code: 2]
    "#]]);
    register.run("edit 1 pack=strict --why x").check(&expect![[r#"
        ------- stderr -------
        error: `strict` is no rule pack; there are: asic-rg271 enamad-96h fca-disp hours-24-72 isiri-20d iso-10002 minimal standard uk-housing-2024
        hint: complaints codes pack
        [exit code: 2]
    "#]]);
    register.run("edit 1 occurred=someday --why x").check(&expect![[r#"
        ------- stderr -------
        error: occurred: `someday` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
    register.run("edit 1 occurred=2027-01-01 --why x").check(&expect![[r#"
        ------- stderr -------
        error: the complaint would have been received before what it is about occurred
        hint: complaints edit 2026-01-0001-2 occurred=… received=… --why "…"
        [exit code: 2]
    "#]]);
    register.run("edit 1 received=2027-01-01 --why x").check(&expect![[r#"
        ------- stderr -------
        error: received: `2027-01-01` is in the future
        hint: name the time at which it arrived, such as `yesterday 16:30`
        [exit code: 4]
    "#]]);
    register.run("edit 1 priority=soon --why x").check(&expect![[r#"
        ------- stderr -------
        error: priority: `soon` is no priority; allowed: low normal high urgent
        hint: complaints codes priority
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
        hint: complaints codes need
        [exit code: 2]
    "#]]);
    register.done("edit 1 needs= reply-by= --why 'He manages'");
    assert!(!register.run("show 1").stdout().contains("Interpreter ·"));
    register.done("check");
}

#[test]
fn who_wants_to_be_reached_in_one_way_is_reached_so_or_it_is_said() {
    let mut register = TestRegister::with_a_complaint();
    register.done("edit 1 reply-by=letter --why 'She hears badly'");
    register.done("advance 1 acknowledge");
    assert!(register.run("show 1").stdout().contains("Acknowledged · sara · Letter"));
    register.run("promise 1 --until tomorrow --what update --method phone").check(&expect![[r#"
        ------- stderr -------
        warning: they want to be reached in one way only: Letter
        2026-01-0001-2: Date told to the complainant (m2)
    "#]]);
    register.run("--lang fa promise 1 --until tomorrow --what update --method phone").check(&expect![[r#"
        ------- stderr -------
        warning: شاکی خواسته است تنها از یک راه با او تماس بگیرند: نامه
        2026-01-0001-2: به شاکی تاریخ داده شد (m3)
    "#]]);
    let heeded = register.run("promise 1 --until tomorrow --what update --method letter");
    assert!(!heeded.stderr().contains("warning"), "{heeded}");
}

/// Edits complaint 1 with a script as the editor, at a terminal; `$1` is the file it is given.
fn edited(register: &mut TestRegister, script: &str) -> Output {
    register.write(".git/editor", format!("#!/bin/sh\n{script}\n"));
    register.make_executable(".git/editor");
    register.set("EDITOR", ".git/editor");
    register.sit_down();
    register.run("edit 1 --why 'She called again'")
}

/// Says whether a text that was typed lies there to be opened again.
fn is_kept(register: &TestRegister) -> bool {
    register.has(".git/complaints/edit-2026-01-0001-2.yaml")
}

#[test]
fn each_field_that_was_changed_in_the_editor_is_told_with_what_it_said() {
    let mut register = TestRegister::with_a_complaint();
    edited(&mut register, "sed -i 's/Late delivery/Very late delivery/; s/priority: normal/priority: high/' \"$1\"")
        .check(&expect![[r#"
            ------- stderr -------
            2026-01-0001-2: Corrected
        "#]]);
    assert!(!is_kept(&register));
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Priority             High
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:06 (by the rule pack)
        Subject              Very late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Corrected · sara · Priority
              before: normal
              now: high
              She called again
          2026-10-28 10:07  Corrected · sara · Subject
              before: Late delivery
              now: Very late delivery
              She called again
    "#]]);
    register.done("check");
    assert_eq!(register.git(&["rev-list", "--count", "HEAD"]).trim(), "3");
}

#[test]
fn an_editor_that_changes_nothing_leaves_nothing() {
    let mut register = TestRegister::with_a_complaint();
    let unchanged = edited(&mut register, "true");
    unchanged.check(&expect![[r#"
        ------- stderr -------
        error: nothing was changed
        [exit code: 4]
    "#]]);
    assert!(!is_kept(&register));
    assert_eq!(edited(&mut register, ": > \"$1\"").to_string(), unchanged.to_string());
    assert!(!is_kept(&register));
    edited(&mut register, "exit 3").check(&expect![[r#"
        ------- stderr -------
        error: `.git/editor` failed: exit status: 3
        [exit code: 1]
    "#]]);
    assert!(!is_kept(&register), "nothing was typed");
    edited(&mut register, "echo '# a remark' >> \"$1\"").check(&expect![[r#"
        ------- stderr -------
        error: only comments and spaces were changed, which no record tells of
        what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
        hint: complaints edit 1 --why "…"
        [exit code: 4]
    "#]]);
}

#[test]
fn a_text_that_is_no_record_is_kept_and_opened_again() {
    let mut register = TestRegister::with_a_complaint();
    let before = register.git(&["rev-parse", "HEAD"]);
    edited(&mut register, "sed -i 's/^priority: normal/priority: [high/' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        error: edit-2026-01-0001-2.yaml:21:9: not YAML: illegal placement of ':' indicator
        19 | priority: [high
        20 |
        21 | personal:
           |         ^
        what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
        hint: complaints edit 1 --why "…"
        [exit code: 1]
    "#]]);
    assert!(is_kept(&register));
    edited(&mut register, "sed -i 's/^priority: .*/priority: dire/' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        the text that you left is opened again; empty it to give it up
        error: edit-2026-01-0001-2.yaml:19:1: priority: `dire` is no priority; allowed: low normal high urgent
        17 | pack: standard
        18 |
        19 | priority: dire
           | ^
        what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
        hint: complaints edit 1 --why "…"
        [exit code: 1]
    "#]]);
    edited(&mut register, "sed -i 's/^priority: .*/priority: normal/; s/^state: .*/state: closed/' \"$1\"").check(
        &expect![[r#"
            ------- stderr -------
            the text that you left is opened again; empty it to give it up
            error: `state` is the register's own and cannot be edited
            what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
            hint: take a wrong step back: complaints undo 2026-01-0001-2
            hint: complaints edit 1 --why "…"
            [exit code: 4]
        "#]],
    );
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
    edited(&mut register, "sed -i 's/^state: .*/state: received/; s/^priority: .*/priority: high/' \"$1\"").check(
        &expect![[r#"
            ------- stderr -------
            the text that you left is opened again; empty it to give it up
            2026-01-0001-2: Corrected
        "#]],
    );
    assert!(!is_kept(&register));
    assert!(register.read(FIRST_FILE).contains("priority: high"));
}

#[test]
fn what_was_typed_outlives_the_editor() {
    let mut register = TestRegister::with_a_complaint();
    let typing = "sed -i 's/Late delivery/Too late/' \"$1\"";
    edited(&mut register, &format!("{typing}; kill -9 $$")).check(&expect![[r#"
        ------- stderr -------
        error: `.git/editor` failed: signal: 9 (SIGKILL)
        what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
        hint: complaints edit 1 --why "…"
        [exit code: 1]
    "#]]);
    assert!(is_kept(&register));
    edited(&mut register, "grep -q 'Too late' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        the text that you left is opened again; empty it to give it up
        2026-01-0001-2: Corrected
    "#]]);
    assert!(register.read(FIRST_FILE).contains("subject: Too late"));
    register.set("EDITOR", "no-such-editor");
    register.run("edit 1 --why 'x'").check(&expect![[r#"
        ------- stderr -------
        error: cannot run the program `no-such-editor`
        caused by: No such file or directory (os error 2)
        [exit code: 1]
    "#]]);
    assert!(!is_kept(&register));
}

#[test]
fn what_was_typed_over_an_older_record_goes_into_the_one_of_now() {
    let mut register = TestRegister::with_a_complaint();
    drop(edited(&mut register, "sed -i 's/Late delivery/Too late/; s/^priority:/priority: x/' \"$1\""));
    register.done("note 1 'She called'");
    register.done("edit 1 name=Zoe phone=09120000124 --why 'misheard'");
    edited(&mut register, "sed -i 's/^priority: x/priority:/' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        the text that you left is opened again; empty it to give it up
        2026-01-0001-2: Corrected
    "#]]);
    assert!(!is_kept(&register));
    let record = register.read(FIRST_FILE);
    assert!(record.contains("Too late") && record.contains("Zoe") && record.contains("She called"), "{record}");
    register.done("check");
}

#[test]
fn what_somebody_else_corrected_meanwhile_is_not_written_over() {
    let mut register = TestRegister::with_a_complaint();
    drop(edited(&mut register, "sed -i 's/Late delivery/Too late/; s/Maryam/Mary/; s/^priority:/priority: x/' \"$1\""));
    register.done("edit 1 name=Zoe --why 'misheard'");
    edited(&mut register, "sed -i 's/^priority: x/priority:/' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        the text that you left is opened again; empty it to give it up
        error: somebody else changed this, too, while it was open: name
        what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
        hint: complaints edit 2026-01-0001-2 name=… --why "…"
        hint: complaints edit 1 --why "…"
        [exit code: 6]
    "#]]);
    assert!(is_kept(&register));
    register.done("edit 1 name='Mary Rezaei' --why 'misheard'");
    edited(&mut register, "true").done();
    assert!(register.read(FIRST_FILE).contains("Too late"));
    assert!(!is_kept(&register));
}

#[test]
fn the_editor_refuses_what_is_refused_when_it_is_typed() {
    let mut register = TestRegister::with_a_complaint();
    register.done("note 1 'She called'");
    edited(&mut register, "sed -i 's/^received_at: .*/received_at: 2026-10-28T10:07:30+03:30/' \"$1\"").check(
        &expect![[r#"
            ------- stderr -------
            error: received: `2026-10-28T10:07:30+03:30` is after the next event of the complaint
            what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
            hint: complaints history 2026-01-0001-2
            hint: complaints edit 1 --why "…"
            [exit code: 4]
        "#]],
    );
    drop(edited(&mut register, ": > \"$1\""));
    edited(&mut register, "sed -i 's/^received_at: .*/&\\noccurred: 2026-10-30/' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        error: the complaint would have been received before what it is about occurred
        what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
        hint: complaints edit 2026-01-0001-2 occurred=… received=… --why "…"
        hint: complaints edit 1 --why "…"
        [exit code: 2]
    "#]]);
}

#[test]
fn the_editor_is_the_one_that_git_opens() {
    let mut register = TestRegister::with_a_complaint();
    register.set("EDITOR", "false");
    register.set("VISUAL", "false");
    register.git(&["config", "core.editor", "sed -i 's/subject: .*/subject: By git/'"]);
    register.sit_down();
    register.run("edit 1 --why x").done();
    register.set("GIT_EDITOR", "sed -i 's/subject: .*/subject: By its variable/'");
    register.run("edit 1 --why x").done();
    assert!(register.read(FIRST_FILE).contains("subject: By its variable"));
}

#[test]
fn a_mistake_in_a_correction_is_told_in_persian_too() {
    let mut register = TestRegister::with_a_persian_complaint();
    let mut told = String::new();
    for line in [
        "edit 1 phone",
        "edit 1 phon=۰۹۱۲۰۰۰۰۱۲۴",
        "edit 1 statement= --why x",
        "edit 1 phone=09120000123 --why x",
        "edit 1 received=1406/01/01 --why x",
        "edit 1",
        "undo 1",
    ] {
        told += &register.run(line).stderr();
    }
    expect![[r#"
        error: `phone` به شکل FIELD=VALUE نیست
        hint: complaints edit 1 phone=… --why "…"
        hint: see the fields: complaints edit --help
        error: `phon` از فیلدهایی نیست که `edit` اصلاح می‌کند
        hint: complaints edit 1405-01-0001-7 phone=… --why "…"
        error: `statement` نمی‌تواند خالی باشد
        hint: complaints edit 1405-01-0001-7 statement="…" --why "…"
        error: `phone` همین حالا هم همین است
        hint: complaints show 1405-01-0001-7
        error: زمان دریافت `1406/01/01` هنوز نرسیده است
        hint: زمان رسیدن شکایت را بنویسید، مانند «دیروز ۱۶:۳۰»
        error: گفته نشده چه چیزی اصلاح شود و ترمینالی برای ویرایشگر نیست
        hint: complaints edit 1 FIELD=VALUE --why "…"
        error: جز خود شکایت چیزی نیست که پس گرفته شود
        hint: شکایتی که به اشتباه ثبت شده است: complaints advance 1405-01-0001-7 void --why "…"
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_date_that_was_told_on_receipt_binds_when_the_receipt_is_corrected() {
    let mut register = TestRegister::english();
    let told = "--statement Late --at '2026-10-28 09:00' --target 2026-10-30";
    register.done(&format!("new --channel phone --name Mary --phone 09120000123 {told}"));
    register.done("edit 1 received='2026-10-28 10:00' --why misread");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Received
        answer by Friday 2026-10-30, 23:59 (told)

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge

        Something is missing:
          Categorize and assess: the category; how bad it is, 1 to 5
            complaints categorize 1 --category delivery --severity 3
          Resolve at first contact: what you did; did they agree?
            complaints advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        taken back: Corrected
        2026-01-0001-2
        Received
        answer by Friday 2026-10-30, 23:59 (told)
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_call_of_yesterday_is_put_right_and_acknowledged_as_it_was() {
    let mut register = TestRegister::with_a_complaint();
    register.done("edit 1 received='yesterday 10:00' --why 'She called yesterday'");
    register.done("advance 1 acknowledge --at 'yesterday 10:05'");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_complaint_does_not_come_before_what_it_is_about() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 occurred='2026-10-28 18:00' --why x").check(&expect![[r#"
        ------- stderr -------
        error: the complaint would have been received before what it is about occurred
        hint: complaints edit 2026-01-0001-2 occurred=… received=… --why "…"
        [exit code: 2]
    "#]]);
    register.done("edit 1 occurred=yesterday --why x");
    register.run("edit 1 received='2026-10-26 10:00' --why x").check(&expect![[r#"
        ------- stderr -------
        error: the complaint would have been received before what it is about occurred
        hint: complaints edit 2026-01-0001-2 occurred=… received=… --why "…"
        [exit code: 2]
    "#]]);
    register.done("edit 1 received='2026-10-26 10:00' occurred=2026-10-25 --why x");
}

#[test]
fn a_date_that_was_told_on_receipt_is_corrected_while_it_is_waited_for() {
    let mut register = TestRegister::english();
    register.done("new --channel phone --name Mary --phone 09120000123 --statement Late --target tomorrow");
    register.run("edit 1 target=yesterday --why x").check(&expect![[r#"
        ------- stderr -------
        error: target: `yesterday` is not after the time at which it is told
        hint: name a later time, such as `tomorrow` or `in 3 days`
        [exit code: 2]
    "#]]);
    register.done("edit 1 target='in 3 days' --why 'She was told Saturday'");
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Mary
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Saturday 2026-10-31, 23:59 (told to the complainant)
        Promise              m1 · Response · 2026-10-31 23:59 · Open
        Statement
          Late
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:08  Corrected · sara · Date told on receipt
              before: 2026-10-29T23:59:59+03:30
              now: 2026-10-31T23:59:59+03:30
              She was told Saturday
    "#]]);
    register.done("undo 1");
    register.done("advance 1 resolve-now --done Sent --accepted");
    register.run("edit 1 target='in 3 days' --why x").check(&expect![[r#"
        ------- stderr -------
        error: no date that was told on receipt is waited for
        hint: complaints promise 2026-01-0001-2 --until tomorrow
        [exit code: 4]
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_rule_pack_that_nobody_knows_is_mended_as_check_says() {
    let mut register = TestRegister::with_a_complaint();
    register.replace(FIRST_FILE, "pack: standard", "pack: standrd");
    register.run("edit 1 pack=standard --why 'Mistyped'").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` has changes that are not committed
        hint: keep them: git commit -- :/complaints/2026/10/2026-01-0001-2.yaml; drop them: git checkout HEAD -- :/complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 4]
    "#]]);
    register.git(&["commit", "-qam", "by hand"]);
    register.run("edit 1 pack=standard --why 'Mistyped'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Corrected
    "#]]);
    register.done("check");
}

#[test]
fn who_wants_to_be_anonymous_after_all_is_taken_out_of_the_record() {
    let mut register = TestRegister::with_a_complaint();
    register.run("edit 1 anonymous=yes --why 'She asks for it'").check(&expect![[r#"
        ------- stderr -------
        error: who is anonymous is still known by: name, phone
        hint: if there is no way to reach them any more: complaints edit 2026-01-0001-2 name= phone= anonymous=yes --why "…"
        [exit code: 4]
    "#]]);
    register.run("edit 1 anonymous=no --why 'She asks for it'").check(&expect![[r#"
        ------- stderr -------
        error: `anonymous` can only become `yes`: a complainant is known again by a person
        hint: complaints edit 2026-01-0001-2 person=… --why "…"
        [exit code: 2]
    "#]]);
    register.run("edit 1 name= phone= anonymous=yes --why 'She asks for it'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Corrected
    "#]]);
    assert!(!register.read(FIRST_FILE).contains("person: "));
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Anonymous
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:06 (by the rule pack)
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:09  Corrected · sara · Complainant
              before: Maryam Rezaei
              She asks for it
          2026-10-28 10:09  Corrected · sara · Phone
              before: 09120000123
              She asks for it
          2026-10-28 10:09  Corrected · sara · Anonymous
              now: yes
              She asks for it
    "#]]);
    register.run("edit 1 anonymous=yes --why 'She asks for it'").check(&expect![[r#"
        ------- stderr -------
        error: `anonymous` says that already
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("check");
    register.done("undo 1");
    register.done("check");
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
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:09  Corrected · sara · Complainant · taken back
              before: Maryam Rezaei
              She asks for it
          2026-10-28 10:09  Corrected · sara · Phone · taken back
              before: 09120000123
              She asks for it
          2026-10-28 10:09  Corrected · sara · Anonymous · taken back
              now: yes
              She asks for it
          2026-10-28 10:13  Taken back: Corrected · sara
          2026-10-28 10:13  Taken back: Corrected · sara
          2026-10-28 10:13  Taken back: Corrected · sara
    "#]]);
}

#[test]
fn who_may_still_be_reached_is_not_anonymous_in_persian_either() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.run("edit 1 phone= --why 'اشتباه بود'").check(&expect![[r#"
        ------- stderr -------
        error: آنچه شکایت باید بگوید از میان می‌رود: راه تماس با شاکی، یا این‌که راهی نیست
        hint: اگر دیگر راهی برای تماس با او نیست: complaints edit 1405-01-0001-7 name= phone= anonymous=yes --why "…"
        [exit code: 4]
    "#]]);
    register.run("edit 1 anonymous=yes --why 'خودش خواست'").check(&expect![[r#"
        ------- stderr -------
        error: شاکی بی‌نام هنوز از این‌ها شناخته می‌شود: name, phone
        hint: اگر دیگر راهی برای تماس با او نیست: complaints edit 1405-01-0001-7 name= phone= anonymous=yes --why "…"
        [exit code: 4]
    "#]]);
}

#[test]
fn whose_pseudonym_is_taken_away_in_the_editor_is_anonymous() {
    let mut register = TestRegister::with_a_complaint();
    edited(&mut register, "sed -i '/^person:/d' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        error: who is anonymous is still known by: name, phone
        what you typed is kept in `/register/.git/complaints/edit-2026-01-0001-2.yaml`
        hint: if there is no way to reach them any more: complaints edit 2026-01-0001-2 name= phone= anonymous=yes --why "…"
        hint: complaints edit 1 --why "…"
        [exit code: 4]
    "#]]);
    edited(&mut register, "sed -i '/phones:/d; /0912/d; /Maryam/d; /complainant:/d' \"$1\"").check(&expect![[r#"
        ------- stderr -------
        the text that you left is opened again; empty it to give it up
        2026-01-0001-2: Corrected
    "#]]);
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What                    │ State    │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼─────────────────────────┼──────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received                │ Received │ 1044d763 │ Sara
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Corrected (Anonymous)   │          │ 3054bd49 │ Sara
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Corrected (Complainant) │          │ 3054bd49 │ Sara
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Corrected (Phone)       │          │ 3054bd49 │ Sara
    "#]]);
}
