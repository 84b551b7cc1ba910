//! What is published, and what `--as-of` looks at: settings and records of one commit, whatever lies on disk.

use expect_test::expect;

use crate::support::TestRegister;

/// A working day without work between receipt and answer.
const CLOSURE: &str = "format: 1\n\ndays:\n  - day: 2026-10-06\n    kind: closure\n    what: Storm\n";
const HOLIDAYS: &str = "complaints/holidays.yaml";
const SETTINGS: &str = "complaints/register.yaml";

/// Returns a register with one complaint that was answered on the fourth working day, a day late.
fn answered_late() -> TestRegister {
    let mut register = TestRegister::english();
    register.done("new --channel phone --anonymous --statement late --received '2026-10-05 10:00'");
    register.done("advance 1 resolve-now --done Refunded --accepted --at '2026-10-09 10:00'");
    register
}

/// Returns how many answers were in time by the figures of October.
#[track_caller]
fn in_time(register: &mut TestRegister, options: &str) -> String {
    let ended = register.run(&format!("{options} summary --month 2026-10"));
    let page = ended.stdout();
    let line = page.lines().find(|line| line.starts_with("Responded in time"));
    let result = line.and_then(|line| line.split('│').next_back());
    result.unwrap_or_else(|| panic!("{ended}")).trim().to_owned()
}

#[test]
fn a_day_off_counts_in_the_figures_when_it_is_committed() {
    let mut register = answered_late();
    assert_eq!(in_time(&mut register, ""), "0 of 1");
    register.write(HOLIDAYS, CLOSURE);
    assert_eq!(in_time(&mut register, ""), "0 of 1", "the same commit gives the same figures");
    register.git(&["add", HOLIDAYS]);
    register.git(&["commit", "-qm", "by hand"]);
    assert_eq!(in_time(&mut register, ""), "1 of 1");
    assert_eq!(in_time(&mut register, "--as-of HEAD~1"), "0 of 1", "then nobody knew of it");
}

#[test]
fn the_week_the_zone_and_the_rule_packs_of_figures_are_those_of_the_commit() {
    let mut register = answered_late();
    register.replace(SETTINGS, "time_zone: Asia/Tehran", "time_zone: Asia/Tokyo");
    register.replace(SETTINGS, "tuesday:\n    - 09:00-17:00\n", "");
    register.write("complaints/packs/standard.yaml", "format: 1\nid: standard\nreview_window_days: 1\nattempts: 1\n");
    assert_eq!(in_time(&mut register, ""), "0 of 1");
    let page = register.run("summary --month 2026-10").stdout();
    assert!(page.contains("in Asia/Tehran"), "{page}");
    assert_eq!(in_time(&mut register, "--as-of 2026-10-28"), "0 of 1");
}

#[test]
fn what_is_broken_on_disk_stops_neither_the_figures_nor_a_look_at_the_past() {
    let mut register = answered_late();
    register.write(HOLIDAYS, "days: [");
    register.replace(SETTINGS, "language: en", "language: xx");
    assert_eq!(in_time(&mut register, ""), "0 of 1");
    register.run("--as-of HEAD list").check(&expect![[r#"
        Reference      │ State     │ Received   │ Category │ Subject │ Owner │ Due
        ───────────────┼───────────┼────────────┼──────────┼─────────┼───────┼─────
        2026-01-0001-2 │ Responded │ 2026-10-05 │          │ late    │       │
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
    register.run("--as-of 2026-10-28 list").check(&expect![[r#"
        Reference      │ State     │ Received   │ Category │ Subject │ Owner │ Due
        ───────────────┼───────────┼────────────┼──────────┼─────────┼───────┼─────
        2026-01-0001-2 │ Responded │ 2026-10-05 │          │ late    │       │
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: complaints/holidays.yaml:1:7: not YAML: unclosed bracket '['
        1 | days: [
          |       ^
        hint: edit complaints/holidays.yaml, then: complaints doctor
        [exit code: 1]
    "#]]);
}

#[test]
fn settings_that_are_broken_in_a_commit_are_named_with_it() {
    let mut register = answered_late();
    register.write(HOLIDAYS, "format: 1\ndays:\n  - day: 2026-13-06\n    kind: closure\n    what: Storm\n");
    register.git(&["add", HOLIDAYS]);
    register.git(&["commit", "-qm", "by hand"]);
    register.write(HOLIDAYS, CLOSURE);
    register.run("summary --month 2026-10").check(&expect![[r#"
        ------- stderr -------
        error: commit cd6ea282: complaints/holidays.yaml: day: input is out of range
        hint: mend and commit complaints/holidays.yaml, or look at a commit where it is right: git log --oneline -- complaints/holidays.yaml
        [exit code: 1]
    "#]]);
    register.run("--as-of HEAD list").check(&expect![[r#"
        ------- stderr -------
        error: commit cd6ea282: complaints/holidays.yaml: day: input is out of range
        hint: mend and commit complaints/holidays.yaml, or look at a commit where it is right: git log --oneline -- complaints/holidays.yaml
        [exit code: 1]
    "#]]);
    register.done("list");
    register.git(&["commit", "-qam", "by hand"]);
    assert_eq!(in_time(&mut register, ""), "1 of 1");
    register.run("--as-of HEAD~1 list").check(&expect![[r#"
        ------- stderr -------
        error: commit cd6ea282: complaints/holidays.yaml: day: input is out of range
        hint: mend and commit complaints/holidays.yaml, or look at a commit where it is right: git log --oneline -- complaints/holidays.yaml
        [exit code: 1]
    "#]]);
    register.write(HOLIDAYS, "days: [");
    register.git(&["commit", "-qam", "by hand"]);
    register.run("summary --month 2026-10").check(&expect![[r#"
        ------- stderr -------
        error: commit 8ead01b7: complaints/holidays.yaml:1:7: not YAML: unclosed bracket '['
        1 | days: [
          |       ^
        hint: mend and commit complaints/holidays.yaml, or look at a commit where it is right: git log --oneline -- complaints/holidays.yaml
        [exit code: 1]
    "#]]);
}

#[test]
fn a_commit_before_the_register_is_told_as_one() {
    let mut register = TestRegister::nothing();
    register.git(&["init", "-q", "-b", "main"]);
    register.git(&["commit", "-q", "--allow-empty", "-m", "by hand"]);
    register.done("init --organization Alborz --lang en --calendar gregorian --time-zone Asia/Tehran");
    register.run("--as-of HEAD~1 list").check(&expect![[r#"
        ------- stderr -------
        error: commit 6f2af114: `complaints/register.yaml` is not there
        hint: look at one of these commits, or a newer one: git log --oneline -- complaints/register.yaml
        [exit code: 1]
    "#]]);
    register.run("--as-of HEAD~1 summary").check(&expect![[r#"
        ------- stderr -------
        error: commit 6f2af114: `complaints/register.yaml` is not there
        hint: look at one of these commits, or a newer one: git log --oneline -- complaints/register.yaml
        [exit code: 1]
    "#]]);
}

#[test]
fn a_day_before_the_register_is_answered_with_its_first_one() {
    let mut register = TestRegister::with_a_complaint();
    register.run("--as-of 2026-10-01 list").check(&expect![[r#"
        ------- stderr -------
        error: --as-of: the register begins on 2026-10-28
        hint: name that day or a later one: --as-of 2026-10-28
        [exit code: 5]
    "#]]);
    register.run("--lang fa --calendar jalali --as-of 1405-07-01 summary").check(&expect![[r#"
        ------- stderr -------
        error: --as-of: این دفتر در ۱۴۰۵/۰۸/۰۶ آغاز شده است
        hint: همان روز یا روزی پس از آن را بنویسید: --as-of ۱۴۰۵/۰۸/۰۶
        [exit code: 5]
    "#]]);
    register.run("--as-of 1405/08/06 list --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}received\u{9}2026-10-28T10:06:00+03:30\u{9}\u{9}Late delivery\u{9}\u{9}2026-11-02T10:06:00+03:30
    "#]]);
    register.run("--as-of nothing list").check(&expect![[r#"
        ------- stderr -------
        error: --as-of: `nothing` means no commit of this register
        hint: name a day such as 2026-10-31 or 1405-08-09, or one of these commits: git log --oneline
        [exit code: 5]
    "#]]);
}

#[test]
fn the_reader_of_the_past_keeps_language_and_calendar() {
    let mut register = TestRegister::with_a_complaint();
    register.replace(SETTINGS, "language: en", "language: fa");
    register.git(&["commit", "-qam", "by hand"]);
    register.run("--as-of HEAD~1 list").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject       │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼───────────────┼───────┼────────────
        2026-01-0001-2 │ Received │ 2026-10-28 │          │ Late delivery │       │ 2026-11-02
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
    register.run("--lang fa --calendar jalali --as-of HEAD~1 list").check(&expect![[r#"
        شمارهٔ شکایت    │ وضعیت     │ دریافت     │ دسته │ موضوع         │ مسئول │ موعد
        ───────────────┼───────────┼────────────┼──────┼───────────────┼───────┼────────────
        2026-01-0001-2 │ دریافت‌شده │ ۱۴۰۵/۰۸/۰۶ │      │ Late delivery │       │ ۱۴۰۵/۰۸/۱۱
        ------- stderr -------
        ۱ شکایت، ۱ باز، ۰ موعدگذشته
    "#]]);
}
