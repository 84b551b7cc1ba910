//! `letter --submit`, `--approve`, `--return`: what somebody else approved is what goes out.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::TestRegister;

/// Returns a register whose one complaint is decided, and whose second member may approve.
fn decided() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    let reza = "members:\n  - id: reza\n    email: reza@alborz.example\n    roles:\n      - reviewer\n";
    register.replace("complaints/register.yaml", "members:\n", reza);
    register.git(&["commit", "-qam", "Let Reza look at letters"]);
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'The driver waited an hour'");
    register
}

const SUBMIT: &str = "letter 1 final-response --text 'The driver waited for an hour.' --submit";

#[test]
fn a_letter_goes_out_with_the_words_that_were_approved() {
    let mut register = decided();
    register.run(SUBMIT).check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Text given for approval
    "#]]);
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Decided
        Received             2026-10-28 10:06
        Channel              Phone
        Letters              final response: waits for approval
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
          2026-10-28 10:08  Categorized and assessed · sara
          2026-10-28 10:09  Decided · sara · Not upheld
              The driver waited an hour
          2026-10-28 10:10  Text given for approval · sara · final response · SHA-256: 7bfe52b681c9
              The driver waited for an hour.
    "#]]);
    register.run("letter 1 final-response --record email").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          where a letter was given for approval, or the register wants four eyes: the text that somebody else approved
            first: complaints letter 2026-01-0001-2 final-response --submit, then --approve
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("letter 1 final-response --approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve-paper` must say more about 2026-01-0001-2
          somebody else than the one who submitted it
            --as MEMBER
        hint: let a colleague read it, or take it back: complaints undo 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("letter 1 final-response --as reza --approve").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Text approved
    "#]]);
    register.run("letter 1 final-response --record email --text 'You were not there.'").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          where a letter was given for approval, or the register wants four eyes: the text that somebody else approved
            first: complaints letter 2026-01-0001-2 final-response --submit, then --approve
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("letter 1 final-response --record email").check(&expect![[r#"
        Our response to your complaint
        Alborz

            Complaint number: 2026-01-0001-2

        Dear Maryam Rezaei,

        We have looked into your complaint. Here is what we found, why, and what
        we do about it.

        The driver waited for an hour.

        What you told us
          Received: Wednesday 2026-10-28, 10:06
          In short: Late delivery

        What we found, and why
          Stage of the process: first answer
          Our decision: Not upheld
          Reasons: The driver waited an hour

        What we do to put it right
          We found nothing that we have to put right; the reasons stand above.

        What is left to do
          Nothing is left for us to do.

        If our response does not satisfy you
          Ask us for a review: somebody who did not handle your complaint looks
          at it again. If that does not settle it, you may take it to an
          independent body outside; we tell you which.
          Where you can go next: Internal review
          Until: Friday 2026-11-27

        How to reach us
          To add or ask something, reply to this message.

        Issued: 2026-10-28
        ------- stderr -------
        2026-01-0001-2: Responded
    "#]]);
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What                                     │ State               │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼──────────────────────────────────────────┼─────────────────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received                                 │ Received            │ 1044d763 │ Sara
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Categorized and assessed                 │ Received → Assessed │ cd6ea282 │ Sara
        2026-10-28 10:09 │ 2026-10-28 10:09 │ sara │ Decided                                  │ Assessed → Decided  │ ed931b68 │ Sara
        2026-10-28 10:10 │ 2026-10-28 10:10 │ sara │ Text given for approval (final response) │                     │ 8ead01b7 │ Sara
        2026-10-28 10:14 │ 2026-10-28 10:14 │ reza │ Text approved (final response)           │                     │ aee7e79d │ Sara
        2026-10-28 10:16 │ 2026-10-28 10:16 │ sara │ Responded (final response)               │ Decided → Responded │ 2201cd00 │ Sara
    "#]]);
    register.run("check --tier all").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 39 checks: nothing wrong
    "#]]);
}

#[test]
fn what_is_sent_back_says_why_and_is_submitted_again() {
    let mut register = decided();
    register.done(SUBMIT);
    register.run("letter 1 final-response --as reza --return wording").check(&expect![[r#"
        ------- stderr -------
        error: `return-paper` must say more about 2026-01-0001-2
          the reasons
            --why "…"
        hint: complaints letter 2026-01-0001-2 final-response --return reasons --why "…"
        [exit code: 4]
    "#]]);
    register.done("letter 1 final-response --as reza --return wording --why 'Say that we are sorry'");
    register.run("letter 1 final-response --as reza --approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve-paper` must say more about 2026-01-0001-2
          a letter of this kind that waits for approval
            first: complaints letter 2026-01-0001-2 final-response --submit
        hint: complaints letter 2026-01-0001-2 final-response --submit
        [exit code: 4]
    "#]]);
    register.run("--lang fa show 1").check(&expect![[r#"
        2026-01-0001-2  تصمیم‌گرفته‌شده
        زمان دریافت      ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶
        کانال دریافت     تلفن
        زبان             انگلیسی
        نامه‌ها           پاسخ نهایی: برگشته برای اصلاح
        شاکی             Maryam Rezaei
        تلفن             09120000123
        شناسهٔ شاکی       p-weg3hdzk
        دسته             ارسال
        شدت              ۲ از ۵
        پیچیدگی          ۱ از ۳
        دامنهٔ اثر        یک نفر
        حدود صلاحیت      در صلاحیت ما
        اولویت           عادی
        مسئول            sara
        مهلت اعلام وصول  پنجشنبه ۲۰۲۶/۱۰/۲۹، ساعت ۱۰:۰۶
        مهلت پاسخ        دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۶ (طبق بستهٔ قواعد)
        موضوع            Late delivery
        شرح شکایت
          It should have come on Saturday, it came on Wednesday.
        رویدادها
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۶  دریافت شد · sara
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۸  دسته‌بندی و ارزیابی شد · sara
          ۲۰۲۶/۱۰/۲۸ ۱۰:۰۹  تصمیم گرفته شد · sara · ناوارد
              The driver waited an hour
          ۲۰۲۶/۱۰/۲۸ ۱۰:۱۰  متن برای تأیید داده شد · sara · پاسخ نهایی · SHA-۲۵۶: 7bfe52b681c9
              The driver waited for an hour.
          ۲۰۲۶/۱۰/۲۸ ۱۰:۱۲  متن برای اصلاح برگردانده شد · reza · پاسخ نهایی · دشواری یا نامناسب بودن بیان
              Say that we are sorry
    "#]]);
    register.done("letter 1 final-response --text 'We are sorry. The driver waited for an hour.' --submit");
    register.done("letter 1 final-response --as reza --approve");
    register.done("letter 1 final-response --record email");
}

#[test]
fn whoever_approves_reads_what_was_submitted_and_nothing_else() {
    let mut register = decided();
    register.run_with_input("letter 1 final-response -F - --next-route mediation --submit", "He waited.\n").done();
    register.done("edit 1 subject='Four days late' --why 'A better name'");
    register.run("letter 1 final-response --as reza --approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve-paper` must say more about 2026-01-0001-2
          the text that was submitted, unchanged
            first: complaints letter 2026-01-0001-2 final-response --submit
        hint: complaints letter 2026-01-0001-2 final-response --submit
        [exit code: 4]
    "#]]);
    register.run("due").check(&expect![[r#"
        Urgency │ Reference      │ What                                │ Due              │ State   │ Owner
        ────────┼────────────────┼─────────────────────────────────────┼──────────────────┼─────────┼───────
             14 │ 2026-01-0001-2 │ acknowledgement                     │ 2026-10-29 10:06 │ Decided │ sara
             14 │ 2026-01-0001-2 │ approval of a text (final response) │ 2026-10-29 10:10 │ Decided │ sara
              6 │ 2026-01-0001-2 │ answer                              │ 2026-11-02 10:06 │ Decided │ sara
        ------- stderr -------
        3 dates, 0 overdue
    "#]]);
}

#[test]
fn a_rule_pack_may_want_the_answer_approved() {
    let mut register = decided();
    let standard = include_str!("../../templates/packs/standard.yaml");
    let house = standard.replace("id: standard", "id: house") + "\nrequires:\n  respond: [approved-paper]\n";
    register.write("complaints/packs/house.yaml", house);
    register.git(&["add", "complaints/packs"]);
    register.git(&["commit", "-qm", "A stricter pack"]);
    register.done("edit 1 pack=house --why 'It is stricter'");
    register.run("advance 1 respond --method phone --text 'No'").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          where they can go next
            --next-route internal-review|mediation|…
          a letter whose text somebody else approved
            first: complaints letter 2026-01-0001-2 final-response --submit, then --approve, then --record METHOD
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("letter 1 final-response --record email").check(&expect![[r#"
        ------- stderr -------
        error: `respond` must say more about 2026-01-0001-2
          a letter whose text somebody else approved
            first: complaints letter 2026-01-0001-2 final-response --submit, then --approve, then --record METHOD
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done(SUBMIT);
    register.done("letter 1 final-response --as reza --approve");
    register.done("letter 1 final-response --record email");
}

#[test]
fn where_approvers_are_named_only_they_approve() {
    let mut register = TestRegister::with_a_complaint();
    let approver = "members:\n  - id: mina\n    email: mina@alborz.example\n    roles:\n      - approver\n\
        \x20 - id: reza\n    email: reza@alborz.example\n    roles:\n      - reviewer\n";
    register.replace("complaints/register.yaml", "members:\n", approver);
    register.git(&["commit", "-qam", "Name an approver"]);
    register.done("letter 1 progress --text 'We have asked the courier.' --submit");
    register.run("letter 1 progress --as reza --approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve-paper` must say more about 2026-01-0001-2
          the authority for it, or the approval of a member who has it
        hint: complaints letter 2026-01-0001-2 progress --approve --as MEMBER
        [exit code: 4]
    "#]]);
    register.done("letter 1 progress --as mina --approve");
    register.done("letter 1 progress --record email");
}

#[test]
fn a_later_letter_takes_the_place_of_the_earlier_one() {
    let mut register = TestRegister::with_a_complaint();
    register.done("letter 1 progress --text 'We have asked the courier.' --record email");
    register.done("letter 1 progress --text 'The courier has answered.' --record email");
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:06 (told to the complainant)
        Promise              m1 · Response · 2026-11-02 10:06 · Open
        Subject              Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Talked with the complainant · sara · progress update · E-mail · to: Maryam Rezaei · dates told: 2026-11-02 10:06 · SHA-256: e842d6c7d340 · a later one took its place
              We have asked the courier.
          2026-10-28 10:08  Talked with the complainant · sara · progress update · E-mail · to: Maryam Rezaei · dates told: 2026-11-02 10:06 · SHA-256: 4b8b8206f882
              The courier has answered.
    "#]]);
}

#[test]
fn a_dossier_tells_of_its_own_review() {
    let mut register = decided();
    register.run("letter 1 dossier --submit").check(&expect![[r#"
        ------- stderr -------
        error: `dossier` tells of its own review and is not submitted
        hint: complaints letter 1 investigation-report --submit
        [exit code: 4]
    "#]]);
    register.run("letter 1 progress --approve").check(&expect![[r#"
        ------- stderr -------
        error: `approve-paper` must say more about 2026-01-0001-2
          a letter of this kind that waits for approval
            first: complaints letter 2026-01-0001-2 progress --submit
        hint: complaints letter 2026-01-0001-2 progress --submit
        [exit code: 4]
    "#]]);
}

#[test]
fn each_letter_that_waits_has_the_clock_for_itself() {
    let mut register = decided();
    register.done("letter 1 progress --text 'We have asked the courier.' --submit");
    register.wait(TimeDelta::hours(20));
    register.done(SUBMIT);
    register.run("due").check(&expect![[r#"
        Urgency │ Reference      │ What                                 │ Due              │ State   │ Owner
        ────────┼────────────────┼──────────────────────────────────────┼──────────────────┼─────────┼───────
             14 │ 2026-01-0001-2 │ acknowledgement                      │ 2026-10-29 10:06 │ Decided │ sara
             14 │ 2026-01-0001-2 │ approval of a text (progress update) │ 2026-10-29 10:10 │ Decided │ sara
             14 │ 2026-01-0001-2 │ approval of a text (final response)  │ 2026-10-30 06:11 │ Decided │ sara
              6 │ 2026-01-0001-2 │ answer                               │ 2026-11-02 10:06 │ Decided │ sara
        ------- stderr -------
        4 dates, 0 overdue
    "#]]);
    register.done("letter 1 final-response --as reza --approve");
    register.run("--lang fa due").check(&expect![[r#"
        فوریت │ شمارهٔ شکایت    │ چه کاری                             │ موعد             │ وضعیت         │ مسئول
        ──────┼────────────────┼─────────────────────────────────────┼──────────────────┼───────────────┼───────
           ۱۴ │ 2026-01-0001-2 │ اعلام وصول                          │ ۲۰۲۶/۱۰/۲۹ ۱۰:۰۶ │ تصمیم‌گرفته‌شده │ sara
           ۱۴ │ 2026-01-0001-2 │ تأیید متن نامه (خبر از روند رسیدگی) │ ۲۰۲۶/۱۰/۲۹ ۱۰:۱۰ │ تصمیم‌گرفته‌شده │ sara
            ۶ │ 2026-01-0001-2 │ پاسخ                                │ ۲۰۲۶/۱۱/۰۲ ۱۰:۰۶ │ تصمیم‌گرفته‌شده │ sara
        ------- stderr -------
        ۳ موعد، ۰ گذشته
    "#]]);
    register.run("due --format csv").check(&expect![[r#"
        urgency,reference,kind,what,due,by,overdue,on_hold,state,owner,paper
        14,2026-01-0001-2,clock,acknowledge,2026-10-29T10:06:00+03:30,pack,no,no,decided,sara,
        14,2026-01-0001-2,clock,paper-review,2026-10-29T10:10:00+03:30,pack,no,no,decided,sara,progress
        6,2026-01-0001-2,clock,respond,2026-11-02T10:06:00+03:30,pack,no,no,decided,sara,
    "#]]);
    let explained = register.run("due 1").stdout();
    let told: Vec<&str> = explained.lines().skip_while(|line| !line.contains("approval of a text")).collect();
    expect![[r#"
        approval of a text (progress update): 1 working day
          Somebody else looks at a letter before it goes out; the figure is ours.
          from Wednesday 2026-10-28, 10:10
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
          = Thursday 2026-10-29, 10:10
          due Thursday 2026-10-29, 10:10

        approval of a text (final response): 1 working day
          Somebody else looks at a letter before it goes out; the figure is ours.
          from Thursday 2026-10-29, 06:11
            2026-10-29 Thursday  begins; this day does not count
            2026-10-30 Friday  day 1
          = Friday 2026-10-30, 06:11
          stopped in time: Thursday 2026-10-29, 06:13"#]]
    .assert_eq(&told.join("\n"));
    register.done("letter 1 progress --as reza --approve");
    assert!(!register.run("due").stdout().contains("approval of a text"));
}
