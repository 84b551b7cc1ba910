//! What happens when git, disk or settings are not as they should be; and `complaints doctor`, which looks at them.

use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

#[test]
fn without_a_register_every_command_says_where_it_looked() {
    let mut register = TestRegister::nothing();
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: there is no register in `/register` or above it
        hint: complaints init
        [exit code: 1]
    "#]]);
    register.run("new --channel phone --statement x --anonymous").check(&expect![[r#"
        ------- stderr -------
        error: there is no register in `/register` or above it
        hint: complaints init
        [exit code: 1]
    "#]]);
    register.run("doctor").check(&expect![[r#"
        ------- stderr -------
        error: there is no register in `/register` or above it
        hint: complaints init
        [exit code: 1]
    "#]]);
}

#[test]
fn the_doctor_says_what_holds_and_where_it_comes_from() {
    let mut register = TestRegister::english();
    register.run("doctor").check(&expect![[r#"
        ok       identity: Sara <sara@alborz.example>
        ok       branch: ready to be written
        ok       station: 01
        ok       guard: a plain git commit cannot delete a complaint
        ok       pending: nothing
        wrong    holidays: this year's movable holidays are not entered, so due dates may fall on one
                 write them into complaints/holidays.yaml and commit the file
        setting  language = en (register.yaml)
        setting  calendar = gregorian (register.yaml)
        setting  digits = latn (built in)
        setting  time_zone = Asia/Tehran (register.yaml)
        setting  pack = standard (register.yaml)
        setting  week = Monday to Friday 09:00-17:00 (register.yaml)
        [exit code: 3]
    "#]]);
    register.set("GIT_AUTHOR_EMAIL", "reza@alborz.example");
    register.set("GIT_COMMITTER_EMAIL", "reza@alborz.example");
    register.git(&["config", "complaints.lang", "fa"]);
    register.git(&["checkout", "-q", "--detach"]);
    register.run("doctor").check(&expect![[r#"
        wrong    identity: <reza@alborz.example> is no member of this register
                 add yourself under `members:` in complaints/register.yaml
        wrong    branch: no branch is checked out: a commit made now could be lost
                 git switch -
        ok       station: 01
        ok       guard: a plain git commit cannot delete a complaint
        ok       pending: nothing
        wrong    holidays: this year's movable holidays are not entered, so due dates may fall on one
                 write them into complaints/holidays.yaml and commit the file
        setting  language = fa (git config)
        setting  calendar = gregorian (register.yaml)
        setting  digits = fa (built in)
        setting  time_zone = Asia/Tehran (register.yaml)
        setting  pack = standard (register.yaml)
        setting  week = Monday to Friday 09:00-17:00 (register.yaml)
        [exit code: 3]
    "#]]);
}

#[test]
fn a_record_with_uncommitted_edits_is_not_written_over() {
    let mut register = TestRegister::with_a_complaint();
    register.replace(FIRST_FILE, "Late delivery", "Delivered late");
    register.run("note 1 'A note'").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` has changes that are not committed
        hint: keep them: git commit -- :/complaints/2026/10/2026-01-0001-2.yaml; drop them: git checkout HEAD -- :/complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 4]
    "#]]);
    register.git(&["add", "-A"]);
    register.run("note 1 'A note'").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` has changes that are not committed
        hint: keep them: git commit -- :/complaints/2026/10/2026-01-0001-2.yaml; drop them: git checkout HEAD -- :/complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 4]
    "#]]);
}

#[test]
fn something_half_done_in_git_is_finished_first() {
    let mut register = TestRegister::with_a_complaint();
    register.git(&["checkout", "-q", "--detach"]);
    register.run("note 1 'A note'").check(&expect![[r#"
        ------- stderr -------
        error: no branch is checked out: a commit made now could be lost
        hint: git switch -
        [exit code: 1]
    "#]]);
    register.git(&["switch", "-q", "-"]);
    register.git(&["checkout", "-q", "-b", "other"]);
    register.replace(FIRST_FILE, "Late delivery", "Delivered late");
    register.git(&["commit", "-qam", "One"]);
    register.git(&["switch", "-q", "-"]);
    register.replace(FIRST_FILE, "Late delivery", "Very late");
    register.git(&["commit", "-qam", "Two"]);
    let _conflict = register.run_git(&["merge", "other"]);
    register.run("note 1 'A note'").check(&expect![[r#"
        ------- stderr -------
        error: a merge is in progress
        hint: git merge --abort, or finish it: git status
        [exit code: 1]
    "#]]);
    register.run("show 1").check(&expect![[r#"
        ------- stderr -------
        error: complaints/2026/10/2026-01-0001-2.yaml:26:1: `<<<<<<<` was left by a merge that was not finished
        24 |     phones:
        25 |       - "09120000123"
        26 | <<<<<<< HEAD
           | ^
        hint: keep what both sides say and take the marker lines out, then: git add -- complaints/2026/10/2026-01-0001-2.yaml && git commit
        hint: or give the merge up: git merge --abort
        [exit code: 1]
    "#]]);
}

#[test]
fn git_must_know_who_writes() {
    let mut register = TestRegister::with_a_complaint();
    for name in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
        register.unset(name);
    }
    register.run("note 1 'A note'").check(&expect![[r#"
        ------- stderr -------
        error: git does not know who you are: `user.name` is not set
        hint: git config --global user.name "Your Name"
        [exit code: 1]
    "#]]);
    register.run("list --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}received\u{9}2026-10-28T10:06:00+03:30\u{9}\u{9}Late delivery\u{9}\u{9}2026-11-02T10:06:00+03:30
    "#]]);
}

#[test]
fn settings_that_cannot_be_read_are_named_with_line_and_column() {
    let mut register = TestRegister::english();
    let settings = "complaints/register.yaml";
    let whole = register.read(settings);
    register.write(settings, whole.replace("language: en", "language: english"));
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: complaints/register.yaml: language: `english` is no language; known are en and fa
        hint: edit complaints/register.yaml, then: complaints doctor
        [exit code: 1]
    "#]]);
    register.write(settings, whole.replace("language: en", "langage: en"));
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: complaints/register.yaml:5:1: `langage`: unknown field `langage`, expected one of format, organization, contact, language, calendar, digits, time_zone, pack, four_eyes, sample, week, members, categories, products, providers, views, forms
        3 | organization: Alborz
        4 |
        5 | langage: en
          | ^
        hint: edit complaints/register.yaml, then: complaints doctor
        [exit code: 1]
    "#]]);
    register.write(settings, whole.replace("language: en", "language: [en"));
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: complaints/register.yaml:7:9: not YAML: illegal placement of ':' indicator
        5 | language: [en
        6 |
        7 | calendar: gregorian
          |         ^
        hint: edit complaints/register.yaml, then: complaints doctor
        [exit code: 1]
    "#]]);
    register.write(settings, whole.replace("pack: standard", "pack: strict"));
    register.run("new --channel phone --statement x --anonymous").check(&expect![[r#"
        ------- stderr -------
        error: complaints/register.yaml: pack: `strict` is no rule pack; there are: asic-rg271 enamad-96h fca-disp hours-24-72 isiri-20d iso-10002 minimal standard uk-housing-2024
        hint: edit complaints/register.yaml, then: complaints doctor
        [exit code: 1]
    "#]]);
    register.write(settings, whole.replace("time_zone: Asia/Tehran", "time_zone: Tehran"));
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: complaints/register.yaml: time_zone: `Tehran` is no time zone of the IANA list
        hint: edit complaints/register.yaml, then: complaints doctor
        [exit code: 1]
    "#]]);
    register.write(settings, whole.replace("09:00-17:00", "9-17"));
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: complaints/register.yaml: week: `9-17` is no working time like `08:30-17:00`
        hint: edit complaints/register.yaml, then: complaints doctor
        [exit code: 1]
    "#]]);
}

#[test]
fn a_record_that_cannot_be_read_is_named_with_line_and_column() {
    let mut register = TestRegister::with_a_complaint();
    let whole = register.read(FIRST_FILE);
    register.write(FIRST_FILE, whole.replace("state: received", "state: closed"));
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
    register.write(FIRST_FILE, b"\xff\xfe");
    register.run("show 1").check(&expect![[r#"
        ------- stderr -------
        error: complaints/2026/10/2026-01-0001-2.yaml:1:1: the file is UTF-16 and not UTF-8
        hint: mend the file; what it said before: git log -p -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 1]
    "#]]);
    register.write(FIRST_FILE, "");
    register.run("show 1").check(&expect![[r#"
        ------- stderr -------
        error: complaints/2026/10/2026-01-0001-2.yaml:1:1: the file is not a list of `field: value` lines
        hint: mend the file; what it said before: git log -p -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 1]
    "#]]);
}

#[test]
fn a_sample_can_be_read_and_not_written() {
    let mut register = TestRegister::with_a_complaint();
    register.replace("complaints/register.yaml", "four_eyes: false", "four_eyes: false\n\nsample: true");
    register.run("list --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}received\u{9}2026-10-28T10:06:00+03:30\u{9}\u{9}Late delivery\u{9}\u{9}2026-11-02T10:06:00+03:30
    "#]]);
    register.run("note 1 'A note'").check(&expect![[r#"
        ------- stderr -------
        error: this register is a sample: it can be read, not written
        hint: start your own in an empty folder: complaints init --organization "…"
        [exit code: 4]
    "#]]);
}

#[test]
fn a_missing_record_that_is_committed_is_said_to_be_gone() {
    let mut register = TestRegister::with_a_complaint();
    register.remove(FIRST_FILE);
    register.run("show 1").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `1`
        hint: complaints list
        [exit code: 5]
    "#]]);
    register.run("note 1 'A note'").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `1`
        hint: complaints list
        [exit code: 5]
    "#]]);
}

#[test]
fn a_clone_takes_a_station_of_its_own_with_its_first_complaint() {
    let mut register = TestRegister::with_a_complaint();
    register.git(&["clone", "-q", ".", "copy"]);
    register.run("-C copy new --channel phone --statement x --anonymous --dry-run").check(&expect![[r#"
        ------- stderr -------
        error: this clone has no station yet
        hint: leave out --dry-run: the first complaint that is recorded claims a station
        [exit code: 1]
    "#]]);
    register.run("-C copy new --channel phone --statement x --anonymous").check(&expect![[r#"
        2026-02-0001-9
        ------- stderr -------
        This clone gives out numbers of station 02 from now on.
        warning: station 02 is claimed here but not pushed, so another clone may claim it too: git pull, then git push
        Recorded. Read this number out:
            2026-02-0001-9
        Our answer: by Monday 2026-11-02, 10:09
        Said both? Then type:
          complaints -C copy advance 1 acknowledge
    "#]]);
    register.run("-C copy advance 1").check(&expect![[r#"
        2026-02-0001-9
        Received
        answer by Monday 2026-11-02, 10:09

        Ready:
          Acknowledge receipt
            complaints -C copy advance 1 acknowledge

        Something is missing:
          Categorize and assess: the category; how bad it is, 1 to 5
            complaints -C copy categorize 1 --category delivery --severity 3
          Resolve at first contact: what you did; did they agree?
            complaints -C copy advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints -C copy advance 1 …: withdraw refer convert merge void
          complaints -C copy dispute 1
    "#]]);
    register.run("-C copy show 01-0001 --say").check(&expect![[r#"
        Your complaint reached us on Wednesday 2026-10-28, 10:06 and has not been looked into yet. We intend to respond to you by Monday 2026-11-02, 10:06.
    "#]]);
    register.run("-C copy show 7").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `7`
        hint: complaints -C copy list
        [exit code: 5]
    "#]]);
    register.run("-C copy doctor").check(&expect![[r#"
        ok       identity: Sara <sara@alborz.example>
        ok       branch: ready to be written
        ok       station: 02
        ok       guard: a plain git commit cannot delete a complaint
        ok       pending: nothing
        wrong    holidays: this year's movable holidays are not entered, so due dates may fall on one
                 write them into complaints/holidays.yaml and commit the file
        setting  language = en (register.yaml)
        setting  calendar = gregorian (register.yaml)
        setting  digits = latn (built in)
        setting  time_zone = Asia/Tehran (register.yaml)
        setting  pack = standard (register.yaml)
        setting  week = Monday to Friday 09:00-17:00 (register.yaml)
        [exit code: 3]
    "#]]);
}

#[test]
fn a_file_that_says_another_number_than_its_name_is_not_believed() {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --channel phone --anonymous --statement 'Another matter'");
    register.replace("complaints/2026/10/2026-01-0001-2.yaml", "2026-01-0001-2", "2026-01-0002-0");
    register.git(&["commit", "-qam", "by hand"]);
    register.run("advance 1 acknowledge").check(&expect![[r#"
        ------- stderr -------
        error: complaints/2026/10/2026-01-0001-2.yaml:3: reference: `2026-01-0002-0`: the file is named after 2026-01-0001-2
        hint: mend the file; what it said before: git log -p -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 1]
    "#]]);
    register.run("list").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject        │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼────────────────┼───────┼────────────
        2026-01-0002-0 │ Received │ 2026-10-28 │          │ Another matter │       │ 2026-11-02
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
        error: complaints/2026/10/2026-01-0001-2.yaml:3: reference: `2026-01-0002-0`: the file is named after 2026-01-0001-2
        hint: mend the file; what it said before: git log -p -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 3]
    "#]]);
}

#[test]
fn a_number_that_several_files_have_is_told_with_the_files() {
    let mut register = TestRegister::with_a_complaint();
    let text = register.read(FIRST_FILE);
    register.write("complaints/2026/11/2026-01-0001-2.yaml", text);
    register.run("show 1").check(&expect![[r#"
        ------- stderr -------
        error: `1` is the number of several files: complaints/2026/10/2026-01-0001-2.yaml, complaints/2026/11/2026-01-0001-2.yaml
        hint: git log --oneline -- complaints/2026/10/2026-01-0001-2.yaml complaints/2026/11/2026-01-0001-2.yaml
        [exit code: 5]
    "#]]);
}

#[test]
fn settings_that_are_not_committed_are_told_by_check() {
    let mut register = TestRegister::with_a_complaint();
    register.write(
        "complaints/holidays.yaml",
        "format: 1\n\ndays:\n  - day: 2026-10-29\n    kind: closure\n    what: Storm\n",
    );
    register.run("check").check(&expect![[r#"
        complaints/holidays.yaml: committed: the file is in no commit
            Only what is committed is safe, and the same for all who count
            git add -- complaints/holidays.yaml && git commit -- complaints/holidays.yaml
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong, 1 warning
    "#]]);
}

#[test]
fn a_void_complaint_says_how_it_comes_back() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 void --why 'By mistake'");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Closed · Void

        if it was made void by mistake: complaints undo 1
    "#]]);
}

#[test]
fn figures_name_a_rule_pack_that_is_not_known() {
    let mut register = TestRegister::with_a_complaint();
    register.replace(FIRST_FILE, "pack: standard", "pack: ours");
    register.git(&["commit", "-qam", "by hand"]);
    let ended = register.run("summary --month 2026-10");
    assert!(ended.stderr().contains("`ours` is no rule pack"), "{ended}");
    assert!(ended.to_string().contains("[exit code: 3]"), "{ended}");
}

#[test]
fn what_check_says_to_type_works_from_where_it_was_typed() {
    let mut register = TestRegister::with_a_complaint();
    register.replace(FIRST_FILE, "priority: normal", "priority: high");
    register.enter("complaints");
    let found = register.run("-C .. check").stdout();
    assert!(found.contains("git -C .. commit -- complaints/2026"), "{found}");
}
