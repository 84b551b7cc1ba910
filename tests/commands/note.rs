//! `complaints note` and `talk`: what colleagues must know, and what was said.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_note_and_a_talk_are_recorded() {
    let mut register = TestRegister::with_a_complaint();
    register.run("note 1 'The log shows Wednesday'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Note written
    "#]]);
    register.run("talk 1 'Told her so'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Talked with the complainant
    "#]]);
    register.run("talk 1 'Wrote it, too' --method email").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Talked with the complainant
    "#]]);
    register.run_with_input("note 1 -F -", "two\nlines\n").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Note written
    "#]]);
    register.run("--lang fa note 1 'دفتر پیک'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: یادداشت نوشته شد
    "#]]);
    register.run("-q note 1 'quietly'").check(&expect![[""]]);
}

#[test]
fn an_empty_note_is_none() {
    let mut register = TestRegister::with_a_complaint();
    register.run("note 1").check(&expect![[r#"
        ------- stderr -------
        error: `note` must say more about 2026-01-0001-2
          the note
            "…" or -F FILE
        hint: complaints note 2026-01-0001-2 "…"
        [exit code: 4]
    "#]]);
    register.run("note 1 '  '").check(&expect![[r#"
        ------- stderr -------
        error: `note` must say more about 2026-01-0001-2
          the note
            "…" or -F FILE
        hint: complaints note 2026-01-0001-2 "…"
        [exit code: 4]
    "#]]);
    register.run("talk 1").check(&expect![[r#"
        ------- stderr -------
        error: `talk` must say more about 2026-01-0001-2
          what was said
            "…" or -F FILE
        hint: complaints talk 2026-01-0001-2 "…"
        [exit code: 4]
    "#]]);
    register.run("--lang fa note 1").check(&expect![[r#"
        ------- stderr -------
        error: «نوشتن یادداشت» برای 2026-01-0001-2 چیزی کم دارد
          متن یادداشت
            "…" or -F FILE
        hint: complaints note 2026-01-0001-2 "…"
        [exit code: 4]
    "#]]);
    register.run("note 1 'x' -F y.txt").check(&expect![[r#"
        ------- stderr -------
        error: the argument '[TEXT]' cannot be used with '--file <FILE>'

        Usage: complaints note [OPTIONS] <REF> [TEXT]
               complaints note [OPTIONS] --where <QUESTION> [TEXT]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("note 1 -F y.txt").check(&expect![[r#"
        ------- stderr -------
        error: cannot read `/register/y.txt`
        caused by: there is no such file
        [exit code: 1]
    "#]]);
}

#[test]
fn a_time_in_the_minute_of_the_last_event_comes_after_it() {
    let mut register = TestRegister::with_a_complaint();
    register.wait(TimeDelta::seconds(30));
    register.done("note 1 'She called'");
    register.run("note 1 'and called again' --at 10:07").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Note written
    "#]]);
    register.run("note 1 'and before' --at 10:06").check(&expect![[r#"
        ------- stderr -------
        error: 2026-10-28 10:06 is before the last event of the complaint, 2026-10-28 10:07
        hint: take back what was recorded after it, and record both in their order: complaints undo 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("check");
}
