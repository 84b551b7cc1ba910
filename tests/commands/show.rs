//! `complaints show`: one complaint, for us and for the complainant; and how a complaint is named.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn one_complaint_is_shown() {
    let mut register = TestRegister::with_a_complaint();
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
    "#]]);
    register.run("--lang fa --calendar jalali show 1").check(&expect![[r#"
        2026-01-0001-2  دریافت‌شده
        زمان دریافت      ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶
        کانال دریافت     تلفن
        زبان             انگلیسی
        شاکی             Maryam Rezaei
        تلفن             09120000123
        شناسهٔ شاکی       p-weg3hdzk
        اولویت           عادی
        مهلت اعلام وصول  پنجشنبه ۱۴۰۵/۰۸/۰۷، ساعت ۱۰:۰۶
        مهلت پاسخ        دوشنبه ۱۴۰۵/۰۸/۱۱، ساعت ۱۰:۰۶ (طبق بستهٔ قواعد)
        موضوع            Late delivery
        شرح شکایت
          It should have come on Saturday, it came on Wednesday.
        رویدادها
          ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶  دریافت شد · sara
    "#]]);
    register.run("show 1 --format json").check(&expect![[r#"
        {
          "schema": 1,
          "complaint": {
            "format": 1,
            "reference": "2026-01-0001-2",
            "state": "received",
            "received_at": "2026-10-28T10:06:00+03:30",
            "level": 1,
            "channel": "phone",
            "language": "en",
            "person": "p-weg3hdzk",
            "pack": "standard",
            "priority": "normal",
            "personal": {
              "complainant": {
                "name": "Maryam Rezaei",
                "phones": [
                  "09120000123"
                ]
              },
              "subject": "Late delivery",
              "statement": "It should have come on Saturday, it came on Wednesday."
            },
            "events": [
              {
                "id": "e-fahmxfq8gtga",
                "at": "2026-10-28T10:06:00+03:30",
                "by": "sara",
                "kind": "received",
                "to": "received"
              }
            ]
          },
          "withheld": false,
          "derived": {
            "acknowledged_at": null,
            "acknowledgement_due": "2026-10-29T10:06:00+03:30",
            "answered_at": null,
            "response_due": {
              "at": "2026-11-02T10:06:00+03:30",
              "by": "pack"
            },
            "finding": null,
            "closed_at": null,
            "closure": null,
            "overdue": false
          }
        }
    "#]]);
}

#[test]
fn the_complainant_hears_two_sentences_in_their_language() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.run("show 1 --say").check(&expect![[r#"
        شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۶ به دست ما رسید و هنوز بررسی آن آغاز نشده است. می‌کوشیم تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ به شما پاسخ دهیم.
    "#]]);
    register.run("--lang en show 1 --say").check(&expect![[r#"
        Your complaint reached us on Wednesday 2026-10-28, 10:06 and has not been looked into yet. We intend to respond to you by Sunday 2026-11-01, 10:06.
    "#]]);
    register.wait(TimeDelta::days(9));
    register.run("show 1 --say").check(&expect![[r#"
        شکایت شما چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۶ به دست ما رسید و هنوز بررسی آن آغاز نشده است. باید تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ به شما پاسخ می‌دادیم و از این دیرکرد پوزش می‌خواهیم.
    "#]]);
}

#[test]
fn a_number_may_be_short_and_persian() {
    let mut register = TestRegister::with_a_complaint();
    for typed in ["2026-01-0001-2", "20260100012", "۲۰۲۶-۰۱-۰۰۰۱-۲", "1", "۱", "1-2", "01-0001", "0001"] {
        let said = register.run_words(["show", typed, "--say"], b"").done();
        assert!(said.starts_with("Your complaint reached us"), "{typed}: {said}");
    }
}

#[test]
fn a_wrong_number_is_named_as_such() {
    let mut register = TestRegister::with_a_complaint();
    register.run("show 2026-01-0001-4").check(&expect![[r#"
        ------- stderr -------
        error: the check digit of `2026-01-0001-4` is wrong: a digit was misread or mistyped
        hint: with these digits the last one would be 2; ask the caller to read the number again
        [exit code: 5]
    "#]]);
    register.run("show 1-4").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `1-4`
        hint: complaints list
        [exit code: 5]
    "#]]);
    register.run("show 2").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `2`
        hint: complaints list
        [exit code: 5]
    "#]]);
    register.run("show 2025-01-0001-1").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `2025-01-0001-1`
        hint: complaints list
        [exit code: 5]
    "#]]);
    register.run("show one").check(&expect![[r#"
        ------- stderr -------
        error: `one` is no reference number
        hint: a reference looks like 1405-01-0147-1, or shorter: 147, 147-1, 01-0147
        hint: complaints list
        [exit code: 2]
    "#]]);
    register.run("show 2026-00-0001").check(&expect![[r#"
        ------- stderr -------
        error: `2026-00-0001` is no reference number
        hint: a reference looks like 1405-01-0147-1, or shorter: 147, 147-1, 01-0147
        hint: complaints list
        [exit code: 2]
    "#]]);
    register.run("show 999999999").check(&expect![[r#"
        ------- stderr -------
        error: `999999999` is no reference number
        hint: a reference looks like 1405-01-0147-1, or shorter: 147, 147-1, 01-0147
        hint: complaints list
        [exit code: 2]
    "#]]);
    register.run("show ''").check(&expect![[r#"
        ------- stderr -------
        error: `` is no reference number
        hint: a reference looks like 1405-01-0147-1, or shorter: 147, 147-1, 01-0147
        hint: complaints list
        [exit code: 2]
    "#]]);
    register.run("show").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          <REF>

        Usage: complaints show <REF>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("--lang fa show 2").check(&expect![[r#"
        ------- stderr -------
        error: شکایتی با شمارهٔ `2` نیست
        hint: complaints list
        [exit code: 5]
    "#]]);
}

#[test]
fn a_short_number_that_means_several_is_not_guessed() {
    let mut register = TestRegister::with_a_complaint();
    let file = register.read(crate::support::FIRST_FILE);
    let other = file.replace("2026-01-0001-2", "2026-02-0001-X");
    register.write("complaints/2026/10/2026-02-0001-X.yaml", other);
    register.run("show 0001").check(&expect![[r#"
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
    "#]]);
    register.run("show 02-0001").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `02-0001`
        hint: complaints list
        [exit code: 5]
    "#]]);
}

#[test]
fn what_only_few_may_see_is_shown_to_those_who_ask_for_it() {
    let mut register = TestRegister::with_a_complaint();
    register.done("conduct 1 record --kind behaviour --text 'Shouted' --restriction written-only --until 2026-11-20");
    register.replace(
        "complaints/2026/10/2026-01-0001-2.yaml",
        "personal:",
        "restricted:\n  health: asthma\n  reason: the smoke\n  review_on: \"2026-12-01\"\n\npersonal:",
    );
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received                2026-10-28 10:06
        Channel                 Phone
        Restriction of contact  In writing only, to be reviewed 2026-11-20
        Complainant             Maryam Rezaei
        Phone                   09120000123
        Pseudonym               p-weg3hdzk
        Priority                Normal
        Acknowledgement due     Thursday 2026-10-29, 10:06
        Response due            Monday 2026-11-02, 10:06 (by the rule pack)
        Subject                 Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Restricted              There is more that only few may see
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Conduct recorded · sara · until: 2026-11-20 23:59
    "#]]);
    register.run("show 1 --restricted").check(&expect![[r#"
        2026-01-0001-2  Received
        Received                2026-10-28 10:06
        Channel                 Phone
        Restriction of contact  In writing only, to be reviewed 2026-11-20
        Complainant             Maryam Rezaei
        Phone                   09120000123
        Pseudonym               p-weg3hdzk
        Priority                Normal
        Acknowledgement due     Thursday 2026-10-29, 10:06
        Response due            Monday 2026-11-02, 10:06 (by the rule pack)
        Subject                 Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Health                  asthma
        Reason for the note     the smoke
        To be looked at again   2026-12-01
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Conduct recorded · sara · until: 2026-11-20 23:59 · Insults or threats
              Shouted
    "#]]);
    let json = register.run("show 1 --format json").stdout();
    assert!(!json.contains("asthma") && !json.contains("Shouted") && !json.contains("behaviour"), "{json}");
    assert!(json.contains("\"withheld\": true"), "{json}");
    let json = register.run("show 1 --format json --restricted").stdout();
    assert!(json.contains("asthma") && json.contains("Shouted") && json.contains("\"withheld\": false"), "{json}");
}
