//! `complaints summary`: the figures of a period.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_month_is_summed_up() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 resolve-now --done Refunded --accepted");
    register.done("advance 1 close");
    register.run("summary").check(&expect![[r#"
        Complaints: October 2026
        2026-10-01 to 2026-10-31
        The period is not over: counted up to 2026-10-28 10:09.

        Complaints        │ Number
        ──────────────────┼────────
        Open at the start │      0
        Received          │      1
        Reopened          │      0
        Closed            │      1
        Open at the end   │      0
        0 + 1 + 0 − 1 = 0

        Timeliness

        Measure                        │ Result
        ───────────────────────────────┼────────
        Acknowledged in time           │ 1 of 1
        Not acknowledged by the end    │      0
        Responded in time              │ 1 of 1
        Responded without a due date   │      0
        Closed by the due date         │ 1 of 1
        Days to close, median          │    0.0
        Days to close, 90th percentile │    0.0
        Overdue at the end             │      0

        By category

        Category │ Received │ Closed │ Open at the end
        ─────────┼──────────┼────────┼─────────────────
        not set  │        1 │      1 │               0

        By channel

        Channel │ Received │ Closed │ Open at the end
        ────────┼──────────┼────────┼─────────────────
        Phone   │        1 │      1 │               0

        By owner

        Owner   │ Received │ Closed │ Open at the end
        ────────┼──────────┼────────┼─────────────────
        not set │        1 │      1 │               0

        Why they were closed

        Reason                    │ Number
        ──────────────────────────┼────────
        Resolved at first contact │      1

        What was found

        Finding │ Number
        ────────┼────────
        not set │      1

        How it was counted
        By the time at which things happened, in Asia/Tehran; category and owner as they are today.
        Days are 24 hours each, from receipt to the last closing; percentiles are linear (R type 7).
        Received in this period and counted nowhere: void 0, duplicate of another complaint 0, not a complaint 0.
        Commit: cd6ea282ee1a0170cf38d742df4fdc771a864a16
    "#]]);
    register.run("--lang fa summary --month 1405-08").check(&expect![[r#"
        شکایت‌ها: آبان ۱۴۰۵
        ۲۰۲۶/۱۰/۲۳ تا ۲۰۲۶/۱۱/۲۱
        این دوره هنوز تمام نشده است؛ شمارش تا ۲۰۲۶/۱۰/۲۸ ۱۰:۱۰.

        شکایت‌ها           │ تعداد
        ──────────────────┼───────
        باز در آغاز دوره  │     ۰
        دریافت‌شده         │     ۱
        بازگشایی‌شده       │     ۰
        بسته‌شده           │     ۱
        باز در پایان دوره │     ۰
        ۰ + ۱ + ۰ − ۱ = ۰

        رعایت مهلت‌ها

        سنجه                          │  نتیجه
        ──────────────────────────────┼────────
        اعلام وصول در مهلت            │ ۱ از ۱
        بدون اعلام وصول تا پایان دوره │      ۰
        پاسخ در مهلت                  │ ۱ از ۱
        پاسخ بدون موعد                │      ۰
        بسته‌شده تا موعد پاسخ          │ ۱ از ۱
        روز تا بستن، میانه            │    ۰٫۰
        روز تا بستن، صدک ۹۰           │    ۰٫۰
        موعدگذشته در پایان دوره       │      ۰

        به تفکیک دسته

        دسته   │ دریافت‌شده │ بسته‌شده │ باز در پایان دوره
        ───────┼───────────┼─────────┼───────────────────
        نامشخص │         ۱ │       ۱ │                 ۰

        به تفکیک کانال دریافت

        کانال دریافت │ دریافت‌شده │ بسته‌شده │ باز در پایان دوره
        ─────────────┼───────────┼─────────┼───────────────────
        تلفن         │         ۱ │       ۱ │                 ۰

        به تفکیک مسئول

        مسئول  │ دریافت‌شده │ بسته‌شده │ باز در پایان دوره
        ───────┼───────────┼─────────┼───────────────────
        نامشخص │         ۱ │       ۱ │                 ۰

        دلیل بستن

        دلیل               │ تعداد
        ───────────────────┼───────
        حل‌شده در همان تماس │     ۱

        نتیجهٔ رسیدگی

        نتیجه  │ تعداد
        ───────┼───────
        نامشخص │     ۱

        روش شمارش
        بر پایهٔ زمان رخداد، به وقت Asia/Tehran؛ دسته و مسئول آن‌گونه که امروز ثبت شده‌اند.
        هر روز ۲۴ ساعت است، از دریافت تا آخرین بستن؛ صدک‌ها با درون‌یابی خطی (R نوع ۷).
        دریافت‌شده در این دوره که در هیچ شمارشی نیست: باطل ۰، تکرار شکایتی دیگر ۰، شکایت نبود ۰.
        کامیت: cd6ea282ee1a0170cf38d742df4fdc771a864a16
    "#]]);
    register.run("summary --from 2026-10-01 --to 2026-10-31 --format json").check(&expect![[r#"
        {
          "schema": 1,
          "period": {
            "label": "2026-10-01..2026-10-31",
            "calendar": "gregorian",
            "from": "2026-10-01",
            "to_exclusive": "2026-11-01",
            "time_zone": "Asia/Tehran"
          },
          "commit": "cd6ea282ee1a0170cf38d742df4fdc771a864a16",
          "as_of": "2026-10-28T10:11:00+03:30",
          "open_at_start": 0,
          "received": 1,
          "reopened": 0,
          "closed": 1,
          "open_at_end": 0,
          "balanced": true,
          "overdue_at_end": 0,
          "void": 0,
          "duplicates": 0,
          "not_complaints": 0,
          "by_category": [
            {
              "code": "none",
              "received": 1,
              "closed": 1,
              "open_at_end": 0
            }
          ],
          "by_channel": [
            {
              "code": "phone",
              "received": 1,
              "closed": 1,
              "open_at_end": 0
            }
          ],
          "by_owner": [
            {
              "code": "none",
              "received": 1,
              "closed": 1,
              "open_at_end": 0
            }
          ],
          "by_state": [
            {
              "code": "closed",
              "received": 1,
              "closed": 1,
              "open_at_end": 0
            }
          ],
          "days_to_close": {
            "median": 0.0014,
            "p90": 0.0014,
            "method": "linear (R type 7)"
          },
          "acknowledged": {
            "due": 1,
            "on_time": 1,
            "late": 0,
            "not_yet": 0
          },
          "answered": {
            "with_clock": 1,
            "on_time": 1,
            "late": 0,
            "without_clock": 0
          },
          "closed_on_time": 1,
          "closures": [
            {
              "code": "resolved-first-contact",
              "count": 1
            }
          ],
          "findings": [
            {
              "code": "none",
              "count": 1
            }
          ],
          "oldest_open": []
        }
    "#]]);
}

#[test]
fn what_was_merged_or_converted_is_told_apart() {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --channel email --email omid@example.org --statement 'The same again'");
    register.done("new --channel phone --anonymous --statement 'What nice shop'");
    register.done("advance 2 merge --into 1 --why 'The same delivery'");
    register.done("advance 3 convert --matter compliment --why Praise --method phone");
    let page = register.run("summary").stdout();
    assert!(page.contains("\n0 + 1 + 0 − 0 = 1\n"), "{page}");
    let apart =
        "Received in this period and counted nowhere: void 0, duplicate of another complaint 1, not a complaint 1.";
    assert!(page.contains(apart), "{page}");
    let output = register.run("summary --format json").stdout();
    assert!(output.contains("\"duplicates\": 1,\n  \"not_complaints\": 1,\n"), "{output}");
}

#[test]
fn a_report_for_cron_is_written_once() {
    let mut register = TestRegister::with_a_complaint();
    register.run("summary --last --out reports/").check(&expect![[r#"
        ------- stderr -------
        reports/2026-09.md
    "#]]);
    register.run("summary --last --out reports/").check(&expect![[""]]);
    register.run("summary --last --out").check(&expect![[r#"
        ------- stderr -------
        error: a value is required for '--out <PATH>' but none was supplied

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_report_of_the_same_figures_is_not_written_again_after_other_commits() {
    let mut register = TestRegister::with_a_complaint();
    let formats = ["table", "md", "json"];
    for format in formats {
        register.done(&format!("summary --last --format {format} --out reports/"));
    }
    let first = register.read("reports/2026-09.md");
    register.done("note 1 'She called'");
    for format in formats {
        register.run(&format!("summary --last --format {format} --out reports/")).check(&expect![[""]]);
    }
    assert_eq!(register.read("reports/2026-09.md"), first);
    register.done("new --channel phone --anonymous --statement late --received '2026-09-15 10:00'");
    for format in formats {
        let ended = register.run(&format!("summary --last --format {format} --out reports/"));
        assert!(ended.stderr().starts_with("reports/2026-09."), "{format}: {ended}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_stays_a_link_and_a_device_a_device() {
    let mut register = TestRegister::with_a_complaint();
    register.write("real.md", "as it was");
    register.write("linked.md.new", "a file of somebody");
    std::os::unix::fs::symlink("real.md", register.path("linked.md")).expect("a link");
    register.done("summary --last --out linked.md");
    assert!(register.path("linked.md").is_symlink());
    assert!(register.read("real.md").contains("September 2026"));
    assert_eq!(register.read("linked.md.new"), "a file of somebody");
    register.done("summary --last --out /dev/null");
    assert!(!register.path("/dev/null").is_file());
}

#[test]
fn of_a_period_to_come_there_is_nothing_to_count() {
    let mut register = TestRegister::with_a_complaint();
    register.run("summary --month 2026-11").check(&expect![[r#"
        ------- stderr -------
        error: there is nothing to count yet: the period begins at 2026-11-01 00:00
        hint: complaints summary
        [exit code: 2]
    "#]]);
    register.run("--lang fa summary --month 2026-11").check(&expect![[r#"
        ------- stderr -------
        error: هنوز چیزی برای شمردن نیست: این دوره از ۲۰۲۶/۱۱/۰۱ ۰۰:۰۰ آغاز می‌شود
        hint: complaints summary
        [exit code: 2]
    "#]]);
}

#[test]
fn a_period_that_cannot_be_is_named() {
    let mut register = TestRegister::with_a_complaint();
    register.run("summary --month 2026-13").check(&expect![[r#"
        ------- stderr -------
        error: `2026-13` is out of range: years are 1300-1499 or 1900-2199, months 1-12
        hint: complaints summary --month 2026-11
        hint: complaints summary --month 1405-08
        [exit code: 2]
    "#]]);
    register.run("summary --month October").check(&expect![[r#"
        ------- stderr -------
        error: `October` is not a month like `1405-08` or `2026-11`
        hint: complaints summary --month 2026-11
        hint: complaints summary --month 1405-08
        [exit code: 2]
    "#]]);
    register.run("summary --from 2026-10-01").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          --to <DAY>

        Usage: complaints summary --from <DAY> --to <DAY>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("summary --from 2026-10-31 --to 2026-10-01").check(&expect![[r#"
        ------- stderr -------
        error: --to: 2026-10-01 is before 2026-10-31
        hint: complaints summary --from 2026-10-01 --to 2026-10-31
        [exit code: 2]
    "#]]);
    register.run("summary --from x --to 2026-10-01").check(&expect![[r#"
        ------- stderr -------
        error: --from: `x` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
    register.run("summary --month 2026-10 --last").check(&expect![[r#"
        ------- stderr -------
        error: the argument '--month <MONTH>' cannot be used with '--last'

        Usage: complaints summary --month <MONTH>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("summary --month 1600-01").check(&expect![[r#"
        ------- stderr -------
        error: `1600-01` is out of range: years are 1300-1499 or 1900-2199, months 1-12
        hint: complaints summary --month 2026-11
        hint: complaints summary --month 1405-08
        [exit code: 2]
    "#]]);
}
