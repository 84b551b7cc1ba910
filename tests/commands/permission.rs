//! `complaints permission`: nobody outside is told what the complainant does not want told.

use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

#[test]
fn a_permission_is_asked_for_given_and_taken_back() {
    let mut register = TestRegister::with_a_complaint();
    register.done("permission 1 ask --to 'The insurer' --method phone --text 'Name, order, photos'");
    register.run("permission 1 give --to 'the insurer' --method phone").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Permission given
    "#]]);
    register.run("permission 1 withdraw --to 'The insurer' --method email").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Permission withdrawn
    "#]]);
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Permission to tell   The insurer: withdrawn
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
          2026-10-28 10:07  Permission asked for · sara · Phone · to: The insurer
              Name, order, photos
          2026-10-28 10:08  Permission given · sara · Phone · to: the insurer
          2026-10-28 10:09  Permission withdrawn · sara · E-mail · to: The insurer
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_permission_says_for_whom_and_how_it_was_asked() {
    let mut register = TestRegister::with_a_complaint();
    register.run("permission 1 ask").check(&expect![[r#"
        ------- stderr -------
        error: `ask-permission` must say more about 2026-01-0001-2
          who would be told
            --to "…"
          the way of contact
            --method phone|email|letter|…
          what they would be told
            --text "…" or -F FILE
        hint: complaints permission 2026-01-0001-2 ask --to "…" --method phone --text "…"
        [exit code: 4]
    "#]]);
    register.run("permission 1 give").check(&expect![[r#"
        ------- stderr -------
        error: `give-permission` must say more about 2026-01-0001-2
          who would be told
            --to "…"
          the way of contact
            --method phone|email|letter|…
        hint: complaints permission 2026-01-0001-2 give --to "…" --method phone
        [exit code: 4]
    "#]]);
    register.run("permission 1 refuse --to 'The insurer'").check(&expect![[r#"
        ------- stderr -------
        error: `refuse-permission` must say more about 2026-01-0001-2
          the way of contact
            --method phone|email|letter|…
        hint: complaints permission 2026-01-0001-2 refuse --to "…" --method phone
        [exit code: 4]
    "#]]);
}

#[test]
fn what_was_never_given_cannot_be_taken_back() {
    let mut register = TestRegister::with_a_complaint();
    register.run("permission 1 withdraw --to 'The insurer' --method phone").check(&expect![[r#"
        ------- stderr -------
        error: `withdraw-permission` must say more about 2026-01-0001-2
          a permission that was given for them
            first: complaints permission 2026-01-0001-2 give --to "…" --method phone
        hint: complaints permission 2026-01-0001-2 give --to "…" --method phone
        [exit code: 4]
    "#]]);
    register.done("permission 1 refuse --to 'The insurer' --method phone");
    register.run("permission 1 withdraw --to 'The insurer' --method phone").check(&expect![[r#"
        ------- stderr -------
        error: `withdraw-permission` must say more about 2026-01-0001-2
          a permission that was given for them
            first: complaints permission 2026-01-0001-2 give --to "…" --method phone
        hint: complaints permission 2026-01-0001-2 give --to "…" --method phone
        [exit code: 4]
    "#]]);
}

#[test]
fn nothing_is_sent_on_to_a_body_that_the_complainant_forbids() {
    let mut register = TestRegister::with_a_complaint();
    register.done("permission 1 refuse --to 'The post' --method phone");
    register.run("advance 1 refer --body 'the post' --why 'It lost the parcel' --method phone").check(&expect![[r#"
        ------- stderr -------
        error: `refer` must say more about 2026-01-0001-2
          a body that the complainant has not forbidden to tell
            first: complaints permission 2026-01-0001-2 give --to "…" --method phone
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("permission 1 give --to 'The post' --method email");
    register.done("advance 1 refer --body 'the post' --why 'It lost the parcel' --method phone");
}

#[test]
fn it_is_asked_in_persian_too() {
    let mut register = TestRegister::with_a_complaint();
    register.done("permission 1 ask --to بیمه --method phone --text 'نام و سفارش'");
    register.run("--lang fa show 1").check(&expect![[r#"
        2026-01-0001-2  دریافت‌شده
        زمان دریافت      ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶
        کانال دریافت     تلفن
        زبان             انگلیسی
        اجازهٔ بازگویی    بیمه: خواسته شده
        شاکی             Maryam Rezaei
        تلفن             09120000123
        شناسهٔ شاکی       p-weg3hdzk
        اولویت           عادی
        مهلت اعلام وصول  پنجشنبه ۲۰۲۶/۱۰/۲۹، ساعت ۱۰:۰۶
        مهلت پاسخ        دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶ (طبق بستهٔ قواعد)
        موضوع            Late delivery
        شرح شکایت
          It should have come on Saturday, it came on Wednesday.
        رویدادها
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶  دریافت شد · sara
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۷  اجازهٔ بازگویی خواسته شد · sara · تلفن · گیرنده: بیمه
              نام و سفارش
    "#]]);
}

#[test]
fn a_listed_body_is_the_same_by_code_and_by_name_and_no_dispute_goes_on_there() {
    let mut register = TestRegister::english();
    let settings = register.read("complaints/register.yaml");
    let union = "\nproviders:\n  union:\n    en: The union\n    fa: اتحادیه\n    method: facilitative\n";
    register.write("complaints/register.yaml", settings + union);
    register.git(&["commit", "-qam", "List the union"]);
    register.done("new --channel phone --anonymous --statement 'It came late'");
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'It came on the day'");
    register.done("advance 1 respond --method phone --text 'No' --next-route mediation");
    register.done("dispute 1 propose --body union --why 'It is near'");
    register.done("dispute 1 consent --side complainant --accepted --text 'It costs nothing'");
    register.done("dispute 1 consent --side organization --accepted --text 'It costs nothing'");
    register.done("permission 1 refuse --to 'the union' --method phone");
    register.run("dispute 1 notify --method letter --text 'The notice'").check(&expect![[r#"
        ------- stderr -------
        error: `notify-dispute` must say more about 2026-01-0001-2
          a body that the complainant has not forbidden to tell
            first: complaints permission 2026-01-0001-2 give --to "…" --method phone
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("dispute 1 start --how facilitative --text 'Mina'").check(&expect![[r#"
        ------- stderr -------
        error: `start-dispute` must say more about 2026-01-0001-2
          a body that the complainant has not forbidden to tell
            first: complaints permission 2026-01-0001-2 give --to "…" --method phone
        hint: complaints dispute 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("permission 1 give --to union --method phone");
    register.done("dispute 1 notify --method letter --text 'The notice'");
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Responded
        Received            2026-10-28 10:07
        Channel             Phone
        Permission to tell  The union: given
        Complainant         Anonymous
        Category            Delivery
        Severity            2 of 5
        Complexity          1 of 3
        Impact              One person
        Jurisdiction        Ours
        Priority            Normal
        Owner               sara
        Acknowledged        Wednesday 2026-10-28, 10:10
        Response due        Monday 2026-11-02, 10:07 (by the rule pack)
        Responded           Wednesday 2026-10-28, 10:10
        Statement
          It came late
        Story
          2026-10-28 10:07  Received · sara
          2026-10-28 10:08  Categorized and assessed · sara
          2026-10-28 10:09  Decided · sara · Not upheld
              It came on the day
          2026-10-28 10:10  Responded · sara · Phone · next route: Mediation
              No
          2026-10-28 10:11  Outside resolution proposed · sara · outside body: The union
              It is near
          2026-10-28 10:12  One side agreed to it · sara · By word of mouth · The complainant
              It costs nothing
          2026-10-28 10:13  One side agreed to it · sara · By word of mouth · The organization
              It costs nothing
          2026-10-28 10:14  Permission refused · sara · Phone · to: The union
          2026-10-28 10:17  Permission given · sara · Phone · to: The union
          2026-10-28 10:18  Notice of the dispute given · sara · Letter
              The notice
    "#]]);
}

/// Returns a register whose one complaint is decided, and whose complainant lets the insurer be told and not the press.
fn decided() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'The courier was late'");
    register.done("permission 1 give --to 'The insurer' --method phone");
    register.done("permission 1 refuse --to 'The press' --method phone");
    register
}

#[test]
fn others_are_told_the_outcome_but_those_whom_the_complainant_forbids() {
    let mut register = decided();
    register.run("advance 1 respond --method phone --text 'You are right' --told 'the press'").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          only people whom the complainant has not forbidden to tell
            first: complaints permission 2026-01-0001-2 give --to "…" --method phone
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done(
        "advance 1 respond --method phone --text 'You are right' --told 'The insurer' --told 'The shop next door'",
    );
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What                                                   │ State               │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼────────────────────────────────────────────────────────┼─────────────────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received                                               │ Received            │ 1044d763 │ Sara
        2026-10-28 10:07 │ 2026-10-28 10:07 │ sara │ Categorized and assessed                               │ Received → Assessed │ 3054bd49 │ Sara
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Decided                                                │ Assessed → Decided  │ cd6ea282 │ Sara
        2026-10-28 10:09 │ 2026-10-28 10:09 │ sara │ Permission given                                       │                     │ ed931b68 │ Sara
        2026-10-28 10:10 │ 2026-10-28 10:10 │ sara │ Permission refused                                     │                     │ 8ead01b7 │ Sara
        2026-10-28 10:12 │ 2026-10-28 10:12 │ sara │ Responded (also told: The insurer, The shop next door) │ Decided → Responded │ aee7e79d │ Sara
    "#]]);
    register.run("--lang fa show 1").check(&expect![[r#"
        2026-01-0001-2  پاسخ‌داده‌شده
        زمان دریافت    ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶
        کانال دریافت   تلفن
        زبان           انگلیسی
        اجازهٔ بازگویی  The insurer: داده شده · The press: داده نشده
        شاکی           Maryam Rezaei
        تلفن           09120000123
        شناسهٔ شاکی     p-weg3hdzk
        دسته           ارسال
        شدت            ۲ از ۵
        پیچیدگی        ۱ از ۳
        دامنهٔ اثر      یک نفر
        حدود صلاحیت    در صلاحیت ما
        اولویت         عادی
        مسئول          sara
        اعلام وصول     چهارشنبه ۲۰۲۶/۱۰/۲۸، ساعت ۱۰:۱۲
        مهلت پاسخ      دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶ (طبق بستهٔ قواعد)
        زمان پاسخ      چهارشنبه ۲۰۲۶/۱۰/۲۸، ساعت ۱۰:۱۲
        موضوع          Late delivery
        شرح شکایت
          It should have come on Saturday, it came on Wednesday.
        رویدادها
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶  دریافت شد · sara
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۷  دسته‌بندی و ارزیابی شد · sara
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۸  تصمیم گرفته شد · sara · وارد
              The courier was late
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۹  اجازهٔ بازگویی داده شد · sara · تلفن · گیرنده: The insurer
          ۲۰۲۶/۱۰/۲۸ ۱۰:۱۰  اجازهٔ بازگویی داده نشد · sara · تلفن · گیرنده: The press
          ۲۰۲۶/۱۰/۲۸ ۱۰:۱۲  پاسخ داده شد · sara · تلفن · این‌ها هم باخبر شدند: The insurer، The shop next door
              You are right
    "#]]);
    let dossier = register.run("letter 1 dossier").stdout();
    let told: Vec<&str> = dossier.lines().filter(|line| line.contains("also told")).collect();
    expect!["  - 2026-10-28 10:12: Responded (Phone · also told: The insurer, The"].assert_eq(&told.join("\n"));
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_final_response_says_who_else_was_told_and_no_other_letter_does() {
    let mut register = decided();
    register.run("letter 1 progress --record email --told 'The insurer'").check(&expect![[r#"
        ------- stderr -------
        error: `progress` has no place for --told
        hint: complaints letter 1 final-response --record … --told …
        [exit code: 2]
    "#]]);
    register.run("letter 1 final-response --record email --told 'The press'").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          only people whom the complainant has not forbidden to tell
            first: complaints permission 2026-01-0001-2 give --to "…" --method phone
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("letter 1 final-response --record email --told 'The insurer'");
    assert!(register.read(FIRST_FILE).contains("    told:\n      - The insurer\n"));
    register.run("letter 1 final-response --record letter --told 'The insurer'").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: no outcome is told now that others could hear of
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn a_rule_pack_may_ask_that_everybody_is_told_who_may_be() {
    let mut register = decided();
    let standard = include_str!("../../templates/packs/standard.yaml");
    let house = standard.replace("id: standard", "id: house") + "\nrequires:\n  respond: [others-told]\n";
    register.write("complaints/packs/house.yaml", house);
    register.git(&["add", "complaints"]);
    register.git(&["commit", "-qm", "Tell the others"]);
    register.done("edit 1 pack=house --why 'The house wants it'");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Decided · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge

        Something is missing:
          Respond to the complainant: the way of contact; what was told or agreed; the outcome told to everybody whom the complainant allowed to tell
            complaints advance 1 respond --method phone --text "…" --told "…"

        Other steps:
          complaints advance 1 …: approve return withdraw merge void
          complaints dispute 1
    "#]]);
    register.run("advance 1 respond --method phone --text 'You are right'").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          the outcome told to everybody whom the complainant allowed to tell
            --told "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 respond --method phone --text 'You are right' --told 'the insurer'");
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}
