//! `complaints history`: when it happened, when it was recorded, and by whom.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

#[test]
fn what_was_recorded_late_or_without_the_tool_can_be_seen() {
    let mut register = TestRegister::with_a_complaint();
    register.wait(TimeDelta::days(3));
    register.done("advance 1 acknowledge --at '2026-10-28 10:30'");
    register.replace(FIRST_FILE, "Late delivery", "Delivered late");
    register.git(&["commit", "-aqm", "Mend the subject"]);
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded                       │ By   │ What                    │ State                   │ Commit   │ Author
        ─────────────────┼────────────────────────────────┼──────┼─────────────────────────┼─────────────────────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06               │ sara │ Received                │ Received                │ 1044d763 │ Sara
        2026-10-28 10:30 │ 2026-10-31 10:07, 2 days later │ sara │ Acknowledged            │ Received → Acknowledged │ 3054bd49 │ Sara
                         │ 2026-10-31 10:08               │      │ Edited without the tool │                         │ cd6ea282 │ Sara
    "#]]);
    register.run("--lang fa --calendar jalali history 1").check(&expect![[r#"
        زمان رخداد       │ زمان ثبت                    │ به گفتهٔ │ رویداد            │ وضعیت                      │ کامیت    │ ثبت‌کننده
        ─────────────────┼─────────────────────────────┼─────────┼───────────────────┼────────────────────────────┼──────────┼──────────
        ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶            │ sara    │ دریافت شد         │ دریافت‌شده                  │ 1044d763 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۳۰ │ ۱۴۰۵/۰۸/۰۹ ۱۰:۰۷، ۲ روز بعد │ sara    │ وصول اعلام شد     │ دریافت‌شده ← اعلام وصول شده │ 3054bd49 │ Sara
                         │ ۱۴۰۵/۰۸/۰۹ ۱۰:۰۸            │         │ ویرایش بدون ابزار │                            │ cd6ea282 │ Sara
    "#]]);
    register.run("history 1 --format json").check(&expect![[r#"
        {
          "schema": 1,
          "reference": "2026-01-0001-2",
          "entries": [
            {
              "event": "e-fahmxfq8gtga",
              "lost": false,
              "kind": "received",
              "by": "sara",
              "from": null,
              "to": "received",
              "happened_at": "2026-10-28T10:06:00+03:30",
              "recorded_at": "2026-10-28T10:06:00+03:30",
              "days_late": null,
              "undoes": null,
              "commit": "1044d763af4eb8a51c141603ab8ef1b672477f02",
              "author": "Sara",
              "by_tool": true
            },
            {
              "event": "e-xctmxqe9c0xt",
              "lost": false,
              "kind": "acknowledged",
              "by": "sara",
              "from": "received",
              "to": "acknowledged",
              "happened_at": "2026-10-28T10:30:00+03:30",
              "recorded_at": "2026-10-31T10:07:00+03:30",
              "days_late": 2,
              "undoes": null,
              "commit": "3054bd49c9fa21863c1ef1e9c52ffb96916c2be8",
              "author": "Sara",
              "by_tool": true
            },
            {
              "event": null,
              "lost": false,
              "kind": null,
              "by": null,
              "from": null,
              "to": null,
              "happened_at": null,
              "recorded_at": "2026-10-31T10:08:00+03:30",
              "days_late": null,
              "undoes": null,
              "commit": "cd6ea282ee1a0170cf38d742df4fdc771a864a16",
              "author": "Sara",
              "by_tool": false
            }
          ]
        }
    "#]]);
    register.run("history 2").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `2`
        hint: complaints list
        [exit code: 5]
    "#]]);
}

#[test]
fn the_past_has_its_own_story_and_its_own_now() {
    let mut register = TestRegister::with_a_complaint();
    register.wait(TimeDelta::days(30));
    register.done("note 1 'She called'");
    let past = register.run("--as-of HEAD~1 history 1").stdout();
    assert!(past.contains("Received") && !past.contains("Note"), "{past}");
    assert!(!past.contains("no longer"), "{past}");
    let overdue = register.run("list --overdue").stdout();
    assert!(overdue.contains("2026-01-0001-2"), "{overdue}");
    for past in ["HEAD~1", "2026-10-29"] {
        let overdue = register.run(&format!("--as-of {past} list --overdue")).stdout();
        assert!(!overdue.contains("2026-01-0001-2"), "{past}: {overdue}");
    }
    register.run("--as-of 2026-10-29 check").check(&expect![[r#"
        ------- stderr -------
        error: `check` looks at the files as they are now
        hint: leave out --as-of
        [exit code: 2]
    "#]]);
    register.run("--lang fa --as-of 2026-10-29 doctor").check(&expect![[r#"
        ------- stderr -------
        error: `doctor` فایل‌ها را آن‌گونه که اکنون هستند می‌بیند
        hint: بدون --as-of بنویسید
        [exit code: 2]
    "#]]);
}

#[test]
fn an_event_is_of_the_commit_that_brought_it_whatever_the_clocks_said() {
    let mut register = TestRegister::with_a_complaint();
    register.git(&["checkout", "-q", "-b", "bob"]);
    register.replace(FIRST_FILE, "Late delivery", "Very late delivery");
    register.wait(TimeDelta::hours(-2));
    register.git(&["commit", "-qam", "by hand"]);
    register.wait(TimeDelta::hours(3));
    register.git(&["checkout", "-q", "main"]);
    register.done("note 1 'She called'");
    register.git(&["merge", "-q", "--no-edit", "bob"]);
    let story = register.run("history 1").stdout();
    assert!(story.contains("Received") && !story.contains("committed without the tool"), "{story}");
}
