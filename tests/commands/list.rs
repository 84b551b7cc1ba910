//! `complaints list`: the complaints that are meant.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

fn three() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --channel email --email omid@example.org --name 'امید' --statement 'کیفیت بد بود' --category quality --owner reza");
    register.done("new --channel in-person --anonymous --statement 'The clerk was rude' --subject Rudeness");
    register.done("advance 3 withdraw --why 'Changed their mind'");
    register
}

#[test]
fn an_empty_register_has_nothing_to_list() {
    let mut register = TestRegister::english();
    register.run("list").check(&expect![[r#"
        Reference │ State │ Received │ Category │ Subject │ Owner │ Due
        ──────────┼───────┼──────────┼──────────┼─────────┼───────┼─────
        ------- stderr -------
        no complaints
    "#]]);
    register.run("list --format json").check(&expect![[r#"
        {"schema":1,"complaints":[
        ]}
    "#]]);
    register.run("list --format plain").check(&expect![[""]]);
}

#[test]
fn all_are_listed_oldest_first() {
    let mut register = three();
    register.run("list").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject       │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼───────────────┼───────┼────────────
        2026-01-0001-2 │ Received │ 2026-10-28 │          │ Late delivery │       │ 2026-11-02
        2026-01-0002-0 │ Received │ 2026-10-28 │ Quality  │ کیفیت بد بود  │ reza  │ 2026-11-02
        2026-01-0003-6 │ Closed   │ 2026-10-28 │          │ Rudeness      │       │
        ------- stderr -------
        3 complaints, 2 open, 0 overdue
    "#]]);
    register.run("--lang fa --calendar jalali list").check(&expect![[r#"
        شمارهٔ شکایت    │ وضعیت     │ دریافت     │ دسته  │ موضوع         │ مسئول │ موعد
        ───────────────┼───────────┼────────────┼───────┼───────────────┼───────┼────────────
        2026-01-0001-2 │ دریافت‌شده │ ۱۴۰۵/۰۸/۰۶ │       │ Late delivery │       │ ۱۴۰۵/۰۸/۱۱
        2026-01-0002-0 │ دریافت‌شده │ ۱۴۰۵/۰۸/۰۶ │ کیفیت │ کیفیت بد بود  │ reza  │ ۱۴۰۵/۰۸/۱۱
        2026-01-0003-6 │ بسته      │ ۱۴۰۵/۰۸/۰۶ │       │ Rudeness      │       │
        ------- stderr -------
        ۳ شکایت، ۲ باز، ۰ موعدگذشته
    "#]]);
    register.run("list --format md").check(&expect![[r#"
        | Reference | State | Received | Category | Subject | Owner | Due |
        | --- | --- | --- | --- | --- | --- | --- |
        | 2026-01-0001-2 | Received | 2026-10-28 |  | Late delivery |  | 2026-11-02 |
        | 2026-01-0002-0 | Received | 2026-10-28 | Quality | کیفیت بد بود | reza | 2026-11-02 |
        | 2026-01-0003-6 | Closed | 2026-10-28 |  | Rudeness |  |  |
        ------- stderr -------
        3 complaints, 2 open, 0 overdue
    "#]]);
    register.run("list --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}received\u{9}2026-10-28T10:06:00+03:30\u{9}\u{9}Late delivery\u{9}\u{9}2026-11-02T10:06:00+03:30
        2026-01-0002-0\u{9}received\u{9}2026-10-28T10:07:00+03:30\u{9}quality\u{9}کیفیت بد بود\u{9}reza\u{9}2026-11-02T10:07:00+03:30
        2026-01-0003-6\u{9}closed\u{9}2026-10-28T10:08:00+03:30\u{9}\u{9}Rudeness\u{9}\u{9}
    "#]]);
    register.run("list --format jsonl").check(&expect![[r#"
        {"schema":1,"reference":"2026-01-0001-2","state":"received","level":1,"received_at":"2026-10-28T10:06:00+03:30","channel":"phone","language":"en","person":"p-weg3hdzk","product":null,"category":null,"severity":null,"priority":"normal","owner":null,"subject":"Late delivery","acknowledged_at":null,"acknowledgement_due":"2026-10-29T10:06:00+03:30","answered_at":null,"response_due":{"at":"2026-11-02T10:06:00+03:30","by":"pack"},"finding":null,"closed_at":null,"closure":null,"overdue":false,"source":null}
        {"schema":1,"reference":"2026-01-0002-0","state":"received","level":1,"received_at":"2026-10-28T10:07:00+03:30","channel":"email","language":"fa","person":"p-1d1saby7","product":null,"category":"quality","severity":null,"priority":"normal","owner":"reza","subject":null,"acknowledged_at":null,"acknowledgement_due":"2026-10-29T10:07:00+03:30","answered_at":null,"response_due":{"at":"2026-11-02T10:07:00+03:30","by":"pack"},"finding":null,"closed_at":null,"closure":null,"overdue":false,"source":null}
        {"schema":1,"reference":"2026-01-0003-6","state":"closed","level":1,"received_at":"2026-10-28T10:08:00+03:30","channel":"in-person","language":"en","person":null,"product":null,"category":null,"severity":null,"priority":"normal","owner":null,"subject":"Rudeness","acknowledged_at":null,"acknowledgement_due":"2026-10-29T10:08:00+03:30","answered_at":null,"response_due":{"at":"2026-11-02T10:08:00+03:30","by":"pack"},"finding":null,"closed_at":"2026-10-28T10:09:00+03:30","closure":"withdrawn","overdue":false,"source":null}
    "#]]);
    register.run("list --format json --sample 1 --seed x").check(&expect![[r#"
        {"schema":1,"complaints":[
        {"reference":"2026-01-0001-2","state":"received","level":1,"received_at":"2026-10-28T10:06:00+03:30","channel":"phone","language":"en","person":"p-weg3hdzk","product":null,"category":null,"severity":null,"priority":"normal","owner":null,"subject":"Late delivery","acknowledged_at":null,"acknowledgement_due":"2026-10-29T10:06:00+03:30","answered_at":null,"response_due":{"at":"2026-11-02T10:06:00+03:30","by":"pack"},"finding":null,"closed_at":null,"closure":null,"overdue":false,"source":null}
        ]}
    "#]]);
}

#[test]
fn those_that_are_meant_are_found() {
    let mut register = three();
    register.run("list --open").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject       │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼───────────────┼───────┼────────────
        2026-01-0001-2 │ Received │ 2026-10-28 │          │ Late delivery │       │ 2026-11-02
        2026-01-0002-0 │ Received │ 2026-10-28 │ Quality  │ کیفیت بد بود  │ reza  │ 2026-11-02
        ------- stderr -------
        2 complaints, 2 open, 0 overdue
    "#]]);
    register.run("list --find ۰۹۱۲۰۰۰").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject       │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼───────────────┼───────┼────────────
        2026-01-0001-2 │ Received │ 2026-10-28 │          │ Late delivery │       │ 2026-11-02
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
    register.run("list --find كيفيت").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject      │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼──────────────┼───────┼────────────
        2026-01-0002-0 │ Received │ 2026-10-28 │ Quality  │ کیفیت بد بود │ reza  │ 2026-11-02
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
    register.run("list --owner reza").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject      │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼──────────────┼───────┼────────────
        2026-01-0002-0 │ Received │ 2026-10-28 │ Quality  │ کیفیت بد بود │ reza  │ 2026-11-02
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
    register.run("list --state closed").check(&expect![[r#"
        Reference      │ State  │ Received   │ Category │ Subject  │ Owner │ Due
        ───────────────┼────────┼────────────┼──────────┼──────────┼───────┼─────
        2026-01-0003-6 │ Closed │ 2026-10-28 │          │ Rudeness │       │
        ------- stderr -------
        1 complaint, 0 open, 0 overdue
    "#]]);
    register.run("list --category delivery").check(&expect![[r#"
        Reference │ State │ Received │ Category │ Subject │ Owner │ Due
        ──────────┼───────┼──────────┼──────────┼─────────┼───────┼─────
        ------- stderr -------
        no complaints
    "#]]);
    register.run("list --category QUALITY --format plain --columns reference").check(&expect![[r#"
        2026-01-0002-0
    "#]]);
    register.run("list --category 'quality\" state:closed \"'").check(&expect![[r#"
        ------- stderr -------
        error: `quality" state:closed "` is no category: none, quality, delivery, price-charges, billing-payment, refund-redress, warranty-aftersales, contract-terms, information-advertising, staff-conduct, technical-fault, access-accommodation, safety, privacy-data, complaint-handling, policy-decision, other
        hint: complaints codes category
        [exit code: 2]
    "#]]);
    register.wait(TimeDelta::days(10));
    register.run("list --overdue").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject       │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼───────────────┼───────┼────────────────────
        2026-01-0001-2 │ Received │ 2026-10-28 │          │ Late delivery │       │ 2026-11-02 overdue
        2026-01-0002-0 │ Received │ 2026-10-28 │ Quality  │ کیفیت بد بود  │ reza  │ 2026-11-02 overdue
        ------- stderr -------
        2 complaints, 2 open, 2 overdue
    "#]]);
}

#[test]
fn a_word_that_is_not_known_is_named_with_the_nearest() {
    let mut register = three();
    register.run("list --state close").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'close' for '--state <STATE>'
          [possible values: received, acknowledged, assessed, investigating, decided, responded, implementing, follow-up, closed, review, external]

          tip: a similar value exists: 'closed'

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("list --opne").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '--opne' found

          tip: a similar argument exists: '--open'

        Usage: complaints list --open [QUESTION]...

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("list --sample x").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'x' for '--sample <N>': a whole number is asked for

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("list --seed x").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          --sample <N>

        Usage: complaints list --sample <N> --seed <TEXT> [QUESTION]...

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("list --format tabel").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'tabel' for '--format <FORMAT>'
          [possible values: table, plain, json, jsonl, md]

          tip: a similar value exists: 'table'

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_damaged_record_is_named_and_the_rest_is_listed() {
    let mut register = three();
    register.replace(FIRST_FILE, "channel: phone", "channel: fone");
    register.run("list").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject      │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼──────────────┼───────┼────────────
        2026-01-0002-0 │ Received │ 2026-10-28 │ Quality  │ کیفیت بد بود │ reza  │ 2026-11-02
        2026-01-0003-6 │ Closed   │ 2026-10-28 │          │ Rudeness     │       │
        ------- stderr -------
        2 complaints, 1 open, 0 overdue
        error: complaints/2026/10/2026-01-0001-2.yaml:11:1: channel: `fone` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
         9 | level: 1
        10 |
        11 | channel: fone
           | ^
        hint: mend the file; what it said before: git log -p -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 3]
    "#]]);
    register.run("show 1").check(&expect![[r#"
        ------- stderr -------
        error: complaints/2026/10/2026-01-0001-2.yaml:11:1: channel: `fone` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
         9 | level: 1
        10 |
        11 | channel: fone
           | ^
        hint: mend the file; what it said before: git log -p -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 1]
    "#]]);
    register.run("note 1 'A note'").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` has changes that are not committed
        hint: keep them: git commit -- :/complaints/2026/10/2026-01-0001-2.yaml; drop them: git checkout HEAD -- :/complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 4]
    "#]]);
}

#[test]
fn a_question_narrows_the_list_and_goes_along_with_options() {
    let mut register = three();
    register.run("list 'state:open category:quality' --format plain --columns reference,owner").check(&expect![[r#"
        2026-01-0002-0\u{9}reza
    "#]]);
    register.run("list state:open owner:none --columns reference,due").check(&expect![[r#"
        Reference      │ Due
        ───────────────┼────────────
        2026-01-0001-2 │ 2026-11-02
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
    register.run("list 'received:1405/08/06 owner!=reza' --open --format plain --columns reference").check(&expect![[
        r#"
        2026-01-0001-2
    "#
    ]]);
    register.run("list 'stat:open'").check(&expect![[r#"
        ------- stderr -------
        error: `stat` is no field; allowed: state owner category channel product priority finding closure language person text severity received acknowledged answered closed due overdue
        hint: complaints list 'state:open owner:me due<2d'
        [exit code: 2]
    "#]]);
    register.run("list 'due<31/12/2026'").check(&expect![[r#"
        ------- stderr -------
        error: `due`: `31/12/2026` does not begin with the year
        hint: type the year first, with four digits: `2026-11-21` or `1405-08-30`
        [exit code: 2]
    "#]]);
}

#[test]
fn a_list_is_in_the_order_that_is_asked_for_and_what_has_nothing_there_comes_last() {
    let mut register = three();
    register.run("list --sort category --format plain --columns category,reference").check(&expect![[r#"
        quality\u{9}2026-01-0002-0
        \u{9}2026-01-0001-2
        \u{9}2026-01-0003-6
    "#]]);
    register.run("list --sort due --format plain --columns due,reference").check(&expect![[r#"
        2026-11-02T10:06:00+03:30\u{9}2026-01-0001-2
        2026-11-02T10:07:00+03:30\u{9}2026-01-0002-0
        \u{9}2026-01-0003-6
    "#]]);
    register.run("list --sort state --format plain --columns state,reference").check(&expect![[r#"
        received\u{9}2026-01-0001-2
        received\u{9}2026-01-0002-0
        closed\u{9}2026-01-0003-6
    "#]]);
}

#[test]
fn a_view_is_a_question_with_a_name() {
    let mut register = three();
    let settings = register.read("complaints/register.yaml");
    let views = "views:\n  rezas: state:open owner:reza\n  wrong: owner>reza\n";
    register.write("complaints/register.yaml", settings + views);
    register.run("list --view rezas --format plain --columns reference").check(&expect![[r#"
        2026-01-0002-0
    "#]]);
    register.run("list --view reza").check(&expect![[r#"
        ------- stderr -------
        error: there is no view `reza`
        hint: complaints list --view rezas
        [exit code: 5]
    "#]]);
    register.run("list --view wrong").check(&expect![[r#"
        ------- stderr -------
        error: complaints/register.yaml: views: wrong: `owner` has no order: `owner>reza` can only ask with `:` or `!=`
        hint: complaints list 'state:open owner:me due<2d'
        [exit code: 2]
    "#]]);
}

#[test]
fn a_month_that_there_is_not_is_no_month() {
    let mut register = TestRegister::with_a_complaint();
    register.run("list received:2026-13").check(&expect![[r#"
        ------- stderr -------
        error: `received`: `2026-13` has a month that is none of 1 to 12
        hint: check the month and the day
        [exit code: 2]
    "#]]);
    register.run("--lang fa list received:1405-00").check(&expect![[r#"
        ------- stderr -------
        error: `received`: ماهِ `1405-00` از ۱ تا ۱۲ نیست
        hint: ماه و روز را دوباره ببینید
        [exit code: 2]
    "#]]);
    register.run("list received:1600-08").check(&expect![[r#"
        ------- stderr -------
        error: `received`: `1600-08` has a year that is neither Jalali (1300-1499) nor Gregorian (1900-2199)
        hint: type the year first, with four digits: `2026-11-21` or `1405-08-30`
        [exit code: 2]
    "#]]);
}

#[test]
fn references_and_dates_are_whole_in_every_window() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 3");
    for columns in [120, 80, 60] {
        register.window(columns);
        for words in ["", "--lang fa --calendar jalali "] {
            let shown = register.run(&format!("{words}list")).stdout();
            let day = if words.is_empty() { "2026-10-28" } else { "۱۴۰۵/۰۸/۰۶" };
            assert!(shown.contains("2026-01-0001-2") && shown.contains(day), "{columns}: {shown}");
        }
    }
    register.window(80);
    register.run("list").check(&expect![[r#"
        Reference     │State   │Received  │Category│Subject      │Owner│Due
        ──────────────┼────────┼──────────┼────────┼─────────────┼─────┼──────────
        2026-01-0001-2│Assessed│2026-10-28│Delivery│Late delivery│sara │2026-11-02
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
    register.window(60);
    register.run("due").check(&expect![[r#"
        Urgency   │ 16
        Reference │ 2026-01-0001-2
        What      │ acknowledgement
        Due       │ 2026-10-29 10:06
        State     │ Assessed
        Owner     │ sara

        Urgency   │ 8
        Reference │ 2026-01-0001-2
        What      │ answer
        Due       │ 2026-11-02 10:06
        State     │ Assessed
        Owner     │ sara
        ------- stderr -------
        2 dates, 0 overdue
    "#]]);
    register.run("--lang fa --calendar jalali history 1").check(&expect![[r#"
        \u{2068}زمان رخداد\u{2069} │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶
        \u{2068}زمان ثبت\u{2069}   │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶
        \u{2068}به گفتهٔ\u{2069}    │ sara
        \u{2068}رویداد\u{2069}     │ \u{2068}دریافت شد\u{2069}
        \u{2068}وضعیت\u{2069}      │ \u{2068}دریافت‌شده\u{2069}
        \u{2068}کامیت\u{2069}      │ 1044d763
        \u{2068}ثبت‌کننده\u{2069}   │ Sara

        \u{2068}زمان رخداد\u{2069} │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷
        \u{2068}زمان ثبت\u{2069}   │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷
        \u{2068}به گفتهٔ\u{2069}    │ sara
        \u{2068}رویداد\u{2069}     │ \u{2068}دسته‌بندی و ارزیابی شد\u{2069}
        \u{2068}وضعیت\u{2069}      │ \u{2068}دریافت‌شده ← ارزیابی‌شده\u{2069}
        \u{2068}کامیت\u{2069}      │ 3054bd49
        \u{2068}ثبت‌کننده\u{2069}   │ Sara
    "#]]);
}
