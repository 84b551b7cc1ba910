//! `complaints categorize`: what kind of matter it is and how bad.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn the_owner_is_whoever_assesses_unless_somebody_is_named() {
    let mut register = TestRegister::with_a_complaint();
    register.run("categorize 1 --category delivery --severity 2").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Assessed · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
    register.run("categorize 1 --severity 3 --owner reza --why 'The third time'").check(&expect![[r#"
        ------- stderr -------
        warning: `reza` is not among the members in complaints/register.yaml
        2026-01-0001-2: Categorized and assessed
        Assessed · Delivery · severity 3 · owner: reza
        answer by Monday 2026-11-02, 10:06
    "#]]);
}

#[test]
fn category_and_severity_must_be_said() {
    let mut register = TestRegister::with_a_complaint();
    register.run("categorize 1").check(&expect![[r#"
        ------- stderr -------
        error: `categorize` must say more about 2026-01-0001-2
          the category
            --category CODE
          how bad it is, 1 to 5
            --severity 1..5
        hint: complaints categorize 2026-01-0001-2 --category delivery --severity 3
        [exit code: 4]
    "#]]);
    register.run("categorize 1 --category delivery").check(&expect![[r#"
        ------- stderr -------
        error: `categorize` must say more about 2026-01-0001-2
          how bad it is, 1 to 5
            --severity 1..5
        hint: complaints categorize 2026-01-0001-2 --category delivery --severity 3
        [exit code: 4]
    "#]]);
    register.run("--lang fa categorize 1 --severity 3").check(&expect![[r#"
        ------- stderr -------
        error: «دسته‌بندی و ارزیابی» برای 2026-01-0001-2 چیزی کم دارد
          دسته
            --category CODE
        hint: complaints categorize 2026-01-0001-2 --category delivery --severity 3
        [exit code: 4]
    "#]]);
}

#[test]
fn a_bad_matter_asks_whether_safety_is_at_stake() {
    let mut register = TestRegister::with_a_complaint();
    register.run("categorize 1 --category delivery --severity 4").check(&expect![[r#"
        ------- stderr -------
        error: `categorize` must say more about 2026-01-0001-2
          whether safety is at stake
            --safety yes|no
        hint: complaints categorize 2026-01-0001-2 --category delivery --severity 4 --safety no
        [exit code: 4]
    "#]]);
    register.run("categorize 1 --category delivery --severity 4 --safety yes").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Assessed · Delivery · severity 4 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
}

#[test]
fn a_word_that_is_not_known_is_named_with_the_nearest() {
    let mut register = TestRegister::with_a_complaint();
    register.run("categorize 1 --category delivry --severity 2").check(&expect![[r#"
        ------- stderr -------
        error: `delivry` is no category of this register
        hint: did you mean `delivery`?
        hint: complaints codes category
        hint: write new ones under `categories:` in complaints/register.yaml
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --category weather --severity 2").check(&expect![[r#"
        ------- stderr -------
        error: `weather` is no category of this register
        hint: did you mean `other`?
        hint: complaints codes category
        hint: write new ones under `categories:` in complaints/register.yaml
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --category delivery --severity 0").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '0' for '--severity <1..5>': 0 is not in 1..=5

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --category delivery --severity high").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'high' for '--severity <1..5>': a whole number is asked for

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --category delivery --severity 2 --impact lots").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'lots' for '--impact <IMPACT>'
          [possible values: one, several, many, systemic]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("categorize 1 --categori delivery").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '--categori' found

          tip: a similar argument exists: '--category'

        Usage: complaints categorize [OPTIONS] <REF>
               complaints categorize [OPTIONS] --where <QUESTION>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn an_assessment_may_say_where_it_comes_from_and_where_it_may_go() {
    let mut register = TestRegister::with_a_complaint();
    register.done(
        "categorize 1 --category delivery --severity 3 --solvable partly --cause-family expectation --public-interest no --risk social-media --risk court --promised 2026-10-24 --actual 2026-10-28",
    );
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Assessed
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Category             Delivery
        Severity             3 of 5
        Complexity           1 of 3
        Impact               One person
        Jurisdiction         Ours
        Can be solved        Partly
        Comes from           Expectation not met
        Public interest      No
        May go to            Social networks and press · Court
        Promised for         2026-10-24
        Came on              2026-10-28
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
    "#]]);
    register.run("--lang fa show 1").check(&expect![[r#"
        2026-01-0001-2  ارزیابی‌شده
        زمان دریافت       ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶
        کانال دریافت      تلفن
        زبان              انگلیسی
        شاکی              Maryam Rezaei
        تلفن              09120000123
        شناسهٔ شاکی        p-weg3hdzk
        دسته              ارسال
        شدت               ۳ از ۵
        پیچیدگی           ۱ از ۳
        دامنهٔ اثر         یک نفر
        حدود صلاحیت       در صلاحیت ما
        حل‌شدنی            تا حدی
        خاستگاه           برآورده نشدن انتظار
        منفعت عمومی       خیر
        خطر کشیده شدن به  شبکه‌های اجتماعی و رسانه‌ها · دادگاه
        تاریخ وعده        ۲۰۲۶/۱۰/۲۴
        تاریخ انجام       ۲۰۲۶/۱۰/۲۸
        اولویت            عادی
        مسئول             sara
        مهلت اعلام وصول   پنجشنبه ۲۰۲۶/۱۰/۲۹، ساعت ۱۰:۰۶
        مهلت پاسخ         دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶ (طبق بستهٔ قواعد)
        موضوع             Late delivery
        شرح شکایت
          It should have come on Saturday, it came on Wednesday.
        رویدادها
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶  دریافت شد · sara
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۷  دسته‌بندی و ارزیابی شد · sara
    "#]]);
    register.run("categorize 1 --promised someday").check(&expect![[r#"
        ------- stderr -------
        error: --promised: `someday` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
    register.done("categorize 1 --severity 2");
    let shown = register.run("show 1").stdout();
    assert!(shown.contains("Social networks and press · Court"), "what was not said again stays: {shown}");
    register.done("check");
}

#[test]
fn the_priority_follows_from_the_assessment_and_a_strict_rule_pack_asks_why_it_does_not() {
    let mut register = TestRegister::with_a_complaint();
    register.done("edit 1 pack=uk-housing-2024 --why 'A tenant'");
    register.done("categorize 1 --category delivery --severity 3 --impact several --safety no");
    assert!(register.run("list priority:high").stdout().contains("2026-01-0001-2"));
    register.run("categorize 1 --priority low").check(&expect![[r#"
        ------- stderr -------
        error: `categorize` must say more about 2026-01-0001-2
          why the priority is another one than the assessment gives
            --why "…"
        hint: type it once more with --why "…", or leave out --priority
        [exit code: 4]
    "#]]);
    register.done("categorize 1 --priority low --why 'The customer is abroad until May'");
    register.done("categorize 1 --severity 5");
    assert!(register.run("list priority:low").stdout().contains("2026-01-0001-2"), "what was chosen stays");
    let story = register.run("show 1").stdout();
    assert_eq!(story.matches("priority, by choice: Low").count(), 1, "{story}");
    register.done("check");
}

#[test]
fn a_category_may_be_called_by_its_name() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category Delivery --severity 2");
    register.done("--lang fa categorize 1 --category ارسال --severity 2");
    assert!(register.run("list --category delivery").stdout().contains("2026-01-0001-2"));
}

#[test]
fn i_am_called_me() {
    let mut register = TestRegister::with_a_complaint();
    for owner in ["categorize 1 --category delivery --severity 2 --owner me", "assign 1 me"] {
        register.done(owner);
        assert!(register.run("list --owner me").stdout().contains("sara"));
    }
    register.run("new --channel phone --anonymous --statement 'Another' --owner ghost").check(&expect![[r#"
        2026-01-0002-0
        ------- stderr -------
        warning: `ghost` is not among the members in complaints/register.yaml
        Recorded. Read this number out:
            2026-01-0002-0
        Our answer: by Monday 2026-11-02, 10:11
        Said both? Then type:
          complaints advance 2 acknowledge
    "#]]);
}

#[test]
fn another_assessment_tells_what_it_replaces() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 3");
    register.done("categorize 1 --category quality --severity 1 --why 'It was not the courier'");
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Assessed
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Category             Quality
        Severity             1 of 5
        Complexity           1 of 3
        Impact               One person
        Jurisdiction         Ours
        Priority             Low
        Owner                sara
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:06 (by the rule pack)
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Categorized and assessed · sara
          2026-10-28 10:08  Categorized and assessed · sara
              before: delivery, 3
              now: quality, 1
              It was not the courier
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}
