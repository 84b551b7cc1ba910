//! Files that stand where complaints do and are none, or are one of two: named, never hidden behind a success.
#![expect(clippy::disallowed_methods, reason = "tests prepare folders")]

use std::fs;

use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

/// The first complaint in the folder of another month.
const COPY: &str = "complaints/2026/11/2026-01-0001-2.yaml";

/// Returns a register whose first complaint lies in two months, both committed.
fn copied() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --channel email --email omid@example.org --statement 'Another matter'");
    register.write(COPY, register.read(FIRST_FILE));
    register.git(&["add", "complaints"]);
    register.git(&["commit", "-qm", "by hand"]);
    register
}

#[test]
fn a_copy_in_another_month_is_named_and_counted_once() {
    let mut register = copied();
    register.run("list --columns reference,state").check(&expect![[r#"
        Reference      │ State
        ───────────────┼──────────
        2026-01-0001-2 │ Received
        2026-01-0002-0 │ Received
        ------- stderr -------
        2 complaints, 2 open, 0 overdue
        error: `complaints/2026/11/2026-01-0001-2.yaml` is passed over: `complaints/2026/10/2026-01-0001-2.yaml` has the same number, and lies in the month of its receipt
        hint: complaints check
        [exit code: 3]
    "#]]);
    register.run("--lang fa list --format plain --columns reference").check(&expect![[r#"
        2026-01-0001-2
        2026-01-0002-0
        ------- stderr -------
        error: `complaints/2026/11/2026-01-0001-2.yaml` به شمار نمی‌آید: `complaints/2026/10/2026-01-0001-2.yaml` همین شماره را دارد و در ماه دریافت آن است
        hint: complaints check
        [exit code: 3]
    "#]]);
    let ended = register.run("summary --month 2026-10 --format json");
    assert!(ended.stdout().contains("\"received\": 2,\n  \"reopened\""), "{ended}");
    assert!(ended.stderr().contains(COPY) && ended.to_string().contains("[exit code: 3]"), "{ended}");
    let ended = register.run("--as-of HEAD~1 list");
    assert!(ended.stderr().starts_with("2 complaints"), "{ended}");
}

#[test]
fn of_two_copies_neither_of_which_is_right_none_counts() {
    let mut register = copied();
    for file in [FIRST_FILE, COPY] {
        register.replace(file, "2026-10-28", "2026-09-28");
    }
    register.git(&["commit", "-qam", "by hand"]);
    register.run("list --format plain --columns reference").check(&expect![[r#"
        2026-01-0002-0
        ------- stderr -------
        error: `2026-01-0001-2` is the number of several files: complaints/2026/10/2026-01-0001-2.yaml, complaints/2026/11/2026-01-0001-2.yaml
        hint: git log --oneline -- complaints/2026/10/2026-01-0001-2.yaml complaints/2026/11/2026-01-0001-2.yaml
        [exit code: 3]
    "#]]);
    let ended = register.run("summary --month 2026-10 --format json");
    assert!(ended.stdout().contains("\"received\": 1,\n  \"reopened\""), "{ended}");
    assert!(ended.stderr().contains(COPY) && ended.to_string().contains("[exit code: 3]"), "{ended}");
}

#[test]
fn nothing_is_done_to_many_while_one_lies_there_twice() {
    let mut register = copied();
    register.run("note 'Called' --where state:open --yes").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/11/2026-01-0001-2.yaml` is passed over: `complaints/2026/10/2026-01-0001-2.yaml` has the same number, and lies in the month of its receipt
        hint: complaints check
        [exit code: 1]
    "#]]);
}

#[test]
#[cfg(unix)]
fn a_link_in_place_of_a_complaint_is_named_and_not_followed() {
    let mut register = TestRegister::with_a_complaint();
    fs::rename(register.path(FIRST_FILE), register.path("elsewhere.yaml")).expect("a file can be moved");
    std::os::unix::fs::symlink(register.path("elsewhere.yaml"), register.path(FIRST_FILE)).expect("a link");
    register.run("list --format plain").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        hint: git log --stat -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 3]
    "#]]);
    register.run("--lang fa list --format plain").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` خوانده نمی‌شود: چیز دیگری، مانند پیوند، به جای آن نشسته است
        hint: آن را جابه‌جا کنید، سپس: git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        hint: git log --stat -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 3]
    "#]]);
    register.run("show 1").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        hint: git log --stat -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 1]
    "#]]);
    assert_eq!(register.run("show 2026-01-0001-2").to_string(), register.run("show 1").to_string());
    register.run("due --format json").check(&expect![[r#"
        {
          "schema": 1,
          "now": "2026-10-28T10:12:00+03:30",
          "due": []
        }
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        hint: git log --stat -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 3]
    "#]]);
    register.run("note 1 'Called'").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        hint: git log --stat -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 1]
    "#]]);
    register.run("check").check(&expect![[r#"
        complaints/2026/10/2026-01-0001-2.yaml: records-present: the last commit holds this complaint, and it is not on disk
            A complaint that is committed must lie on disk
            git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        complaints/2026/10/2026-01-0001-2.yaml: no-strange-files: this is no complaint and no evidence, so no command sees it
            What looks like a complaint and is none is overlooked
            git log --oneline -- "complaints/2026/10/2026-01-0001-2.yaml"; move it out of the way
        ------- stderr -------
        0 complaints, 25 checks: 2 findings
        [exit code: 3]
    "#]]);
    register.done("summary --month 2026-10");
    register.done("--as-of HEAD list");
}

#[test]
fn a_folder_in_place_of_a_complaint_is_named() {
    let mut register = TestRegister::with_a_complaint();
    register.remove(FIRST_FILE);
    register.write(&format!("{FIRST_FILE}/photo.jpg"), "");
    register.run("list --format plain").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        hint: git log --stat -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 3]
    "#]]);
    register.run("show 1").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        hint: git log --stat -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 1]
    "#]]);
}

#[test]
#[cfg(unix)]
fn a_link_in_place_of_a_month_or_a_year_is_named() {
    let mut register = TestRegister::with_a_complaint();
    fs::rename(register.path("complaints/2026"), register.path("elsewhere")).expect("a folder can be moved");
    std::os::unix::fs::symlink(register.path("elsewhere"), register.path("complaints/2026")).expect("a link");
    register.run("list --format plain").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026
        hint: git log --stat -- complaints/2026
        [exit code: 3]
    "#]]);
    register.remove("complaints/2026");
    fs::create_dir(register.path("complaints/2026")).expect("a folder can be made");
    std::os::unix::fs::symlink(register.path("elsewhere/10"), register.path("complaints/2026/10")).expect("a link");
    register.run("list --format plain").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026/10
        hint: git log --stat -- complaints/2026/10
        [exit code: 3]
    "#]]);
}

#[test]
#[cfg(unix)]
fn a_link_that_was_committed_in_place_of_a_complaint_is_named_in_the_figures() {
    let mut register = TestRegister::with_a_complaint();
    register.remove(FIRST_FILE);
    std::os::unix::fs::symlink("elsewhere.yaml", register.path(FIRST_FILE)).expect("a link");
    register.git(&["commit", "-qam", "by hand", "--no-verify"]);
    let ended = register.run("summary --month 2026-10");
    assert!(ended.stderr().contains(FIRST_FILE) && ended.to_string().contains("[exit code: 3]"), "{ended}");
    register.run("--as-of HEAD show 1").check(&expect![[r#"
        ------- stderr -------
        error: `complaints/2026/10/2026-01-0001-2.yaml` is not read: something else stands in its place, such as a link
        hint: move it away, then: git checkout HEAD -- complaints/2026/10/2026-01-0001-2.yaml
        hint: git log --stat -- complaints/2026/10/2026-01-0001-2.yaml
        [exit code: 1]
    "#]]);
}
