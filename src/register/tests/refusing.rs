//! What is refused, and that a refusal changes nothing.

use expect_test::{Expect, expect};

use super::{FIRST, Playground, environment, file_change, new_complaint, next_complaint, path, pen, run};
use crate::register::Register;
use crate::register::change::{Change, Stop, WriteError};
use crate::register::environment::Environment;
use crate::register::layout::MARKER;

/// Asserts that writing a file is refused, with which words, and that nothing has changed.
#[track_caller]
fn assert_refused(playground: &Playground, name: &str, expected: &Expect) {
    let state = || (playground.git(&["status", "--porcelain"]), playground.try_git(&["rev-parse", "HEAD"]));
    let before = state();
    let register = playground.register();
    let error = register.write(pen(), file_change(name, "format: 1\n")).expect_err("a refusal");
    let WriteError::Stopped(Stop::Refused(refusal)) = &error else { panic!("no refusal: {error:?}") };
    let hint = refusal.hint().unwrap_or_default();
    let root = playground.path("").display().to_string();
    expected.assert_eq(&format!("{error}\n{}", hint.replace(&root, "ROOT")));
    assert_eq!(state(), before);
    assert!(!playground.path(".git/index.lock").exists());
    let rehearsed = register.rehearse(file_change(name, "format: 1\n"));
    // What only the index tells is seen when the index is locked.
    assert!(rehearsed.is_err() || error.to_string().contains("staged") || error.to_string().contains("resolved"));
}

#[test]
fn a_detached_head() {
    let playground = Playground::with_register();
    playground.git(&["checkout", "-q", "--detach"]);
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            no branch is checked out: a commit made now could be lost
            git switch -"#]],
    );
}

#[test]
fn a_branch_without_a_commit() {
    let playground = Playground::with_register();
    playground.git(&["checkout", "-q", "--orphan", "empty"]);
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            the repository has no commit yet
            git add complaints && git commit"#]],
    );
}

#[test]
fn a_merge_in_progress() {
    let playground = Playground::with_register();
    playground.git(&["checkout", "-q", "-b", "other"]);
    playground.git(&["commit", "-q", "--allow-empty", "-m", "other"]);
    playground.git(&["checkout", "-q", "main"]);
    playground.git(&["merge", "-q", "--no-ff", "--no-commit", "other"]);
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            a merge is in progress
            git merge --abort, or finish it: git status"#]],
    );
}

#[test]
fn a_rebase_in_progress() {
    let playground = Playground::with_register();
    playground.git(&["commit", "-q", "--allow-empty", "-m", "one"]);
    drop(playground.try_git(&["rebase", "-q", "--exec", "false", "HEAD~1"]));
    let error = new_complaint(&playground.register()).expect_err("a refusal");
    assert_eq!(error.to_string(), "no branch is checked out: a commit made now could be lost");
}

#[test]
fn a_record_that_a_person_has_edited() {
    let playground = Playground::with_register();
    new_complaint(&playground.register()).expect("a commit");
    playground.write_file(FIRST, "format: 1\nowner: sara\n");
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            `complaints/1405/08/1405-01-0001-7.yaml` has changes that are not committed
            keep them: git commit -- :/complaints/1405/08/1405-01-0001-7.yaml; drop them: git checkout HEAD -- :/complaints/1405/08/1405-01-0001-7.yaml"#]],
    );
    assert!(playground.register().is_uncommitted(&path(FIRST)).expect("no fault"));
}

#[test]
fn a_file_that_is_not_ours() {
    let playground = Playground::with_register();
    playground.write_file("complaints/holidays.yaml", "mine\n");
    assert_refused(
        &playground,
        "complaints/holidays.yaml",
        &expect![[r#"
            `complaints/holidays.yaml` exists already and is not committed
            git add -- :/complaints/holidays.yaml && git commit -- :/complaints/holidays.yaml"#]],
    );
}

#[test]
fn a_record_that_a_person_has_staged() {
    let playground = Playground::with_register();
    new_complaint(&playground.register()).expect("a commit");
    let committed = playground.read_file(FIRST);
    playground.write_file(FIRST, "format: 1\nowner: sara\n");
    playground.git(&["add", FIRST]);
    playground.write_file(FIRST, &committed);
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            `complaints/1405/08/1405-01-0001-7.yaml` has changes that are staged and not committed
            keep them: git commit -- :/complaints/1405/08/1405-01-0001-7.yaml; drop them: git checkout HEAD -- :/complaints/1405/08/1405-01-0001-7.yaml"#]],
    );
}

#[test]
fn a_file_that_a_person_intends_to_add() {
    let playground = Playground::with_register();
    playground.write_file(FIRST, "format: 1\n");
    playground.git(&["add", "-N", FIRST]);
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            `complaints/1405/08/1405-01-0001-7.yaml` has changes that are staged and not committed
            keep them: git commit -- :/complaints/1405/08/1405-01-0001-7.yaml; drop them: git checkout HEAD -- :/complaints/1405/08/1405-01-0001-7.yaml"#]],
    );
}

#[test]
fn a_filter_on_the_path() {
    let playground = Playground::with_register();
    playground.write_file(".git/info/attributes", "complaints/** filter=secret\n");
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            `complaints/1405/08/1405-01-0001-7.yaml` has the attribute `filter=secret`: its content would get into history unfiltered
            git check-attr -a -- :/complaints/1405/08/1405-01-0001-7.yaml"#]],
    );
}

#[test]
fn an_ignored_path() {
    let playground = Playground::with_register();
    playground.write_file(".git/info/exclude", "complaints/1405\n");
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            `complaints/1405/08/1405-01-0001-7.yaml` is ignored by git
            git check-ignore -v -- :/complaints/1405/08/1405-01-0001-7.yaml"#]],
    );
}

#[cfg(unix)]
#[test]
fn a_link_in_the_way() {
    let playground = Playground::with_register();
    playground.write_file("elsewhere/x", "");
    std::os::unix::fs::symlink("../elsewhere", playground.path("complaints/1405")).expect("a link");
    assert_refused(
        &playground,
        FIRST,
        &expect![[r#"
            `complaints/1405/08/1405-01-0001-7.yaml` is no ordinary file or folder
            git status -- :/complaints/1405/08/1405-01-0001-7.yaml"#]],
    );
}

#[test]
fn a_name_in_other_letters() {
    let playground = Playground::with_register();
    assert_refused(
        &playground,
        "Complaints/holidays.yaml",
        &expect![[r#"
            `Complaints/holidays.yaml` exists already as `complaints`
            git status -- :/Complaints/holidays.yaml"#]],
    );
}

#[test]
fn a_folder_where_a_file_is() {
    let playground = Playground::with_register();
    assert_refused(
        &playground,
        "complaints/register.yaml/x",
        &expect![[r#"
            `complaints/register.yaml/x` is no ordinary file or folder
            git status -- :/complaints/register.yaml/x"#]],
    );
}

#[test]
fn a_change_that_changes_nothing() {
    let playground = Playground::with_register();
    assert_refused(
        &playground,
        MARKER,
        &expect![[r"
        there is nothing to record
    "]],
    );
}

#[test]
fn a_split_index() {
    let playground = Playground::with_register();
    playground.git(&["update-index", "--split-index"]);
    let error = new_complaint(&playground.register()).expect_err("a refusal");
    assert_eq!(error.to_string(), "the index is split, which cannot be written yet");
    playground.git(&["update-index", "--no-split-index"]);
    new_complaint(&playground.register()).expect("a commit");
    playground.assert_clean();
}

#[test]
fn another_index_or_no_identity_or_an_odd_date() {
    let playground = Playground::with_register();
    let with = |name: &str, value: &str| {
        let quiet = [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1"), ("EMAIL", "x@y"), (name, value)];
        let register = Register::find(&playground.path(""), &Environment::from_iter(quiet)).expect("a register");
        new_complaint(&register).expect_err("a refusal").to_string()
    };
    expect!["`GIT_INDEX_FILE` is set: the change would not be in the index that git uses here"]
        .assert_eq(&with("GIT_INDEX_FILE", "x"));
    expect!["git does not know who you are: `user.name` is not set"].assert_eq(&with("LANG", "C"));
    let environment: Vec<(&str, &str)> = vec![
        ("GIT_AUTHOR_NAME", "Sara"),
        ("GIT_COMMITTER_NAME", "Sara"),
        ("EMAIL", "x@y"),
        ("GIT_AUTHOR_DATE", "noon"),
    ];
    let register = Register::find(&playground.path(""), &Environment::from_iter(environment)).expect("a register");
    expect!["`GIT_AUTHOR_DATE` is `noon`, which is no exact date"]
        .assert_eq(&new_complaint(&register).expect_err("a refusal").to_string());
    playground.assert_clean();
}

#[test]
fn a_second_init() {
    let playground = Playground::with_register();
    let error = playground.init().expect_err("a refusal");
    assert!(matches!(error, Stop::Refused(crate::register::refusal::Refusal::RegisterExists { .. })), "{error:?}");
}

#[test]
fn an_init_without_identity_leaves_no_repository() {
    let playground = Playground::empty();
    let quiet = Environment::from_iter([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]);
    let founding = crate::register::init::Founding { files: Vec::new(), member: super::word("sara") };
    let error = Register::init(&playground.path(""), &quiet, pen(), &founding).expect_err("a refusal");
    assert_eq!(error.to_string(), "git does not know who you are: `user.name` is not set");
    assert!(!playground.path(".git").exists());
}

#[test]
fn folders_without_a_register_are_explained() {
    let find = |playground: &Playground| {
        let error = Register::find(&playground.path(""), &environment()).expect_err("no register");
        let text = format!("{error}\n{}", error.hint().unwrap_or_default());
        text.replace(&playground.path("").display().to_string(), "ROOT")
    };
    let playground = Playground::empty();
    expect![[r"
        there is no register in `ROOT` or above it
        complaints init"]]
    .assert_eq(&find(&playground));
    playground.write_file(MARKER, "");
    expect![[r"
        the register in `ROOT` is in no git repository
        git -C ROOT init"]]
    .assert_eq(&find(&playground));
    playground.git(&["init", "-q", "--ref-format=reftable"]);
    expect![[r"
        the repository of `ROOT` keeps its branches as reftable, which cannot be read yet
        git -C ROOT refs migrate --ref-format=files"]]
    .assert_eq(&find(&playground));
    let playground = Playground::empty();
    playground.write_file(MARKER, "");
    playground.git(&["init", "-q", "--object-format=sha256"]);
    expect![[r"
        the repository of `ROOT` names its objects by SHA-256, which cannot be read yet
        git init --object-format=sha1 register && complaints -C register init"]]
    .assert_eq(&find(&playground));
    let playground = Playground::with_register();
    playground.git(&["config", "core.repositoryFormatVersion", "1"]);
    playground.git(&["config", "extensions.strange", "true"]);
    expect![[r"
        the repository of `ROOT` uses an extension that is not known
        git -C ROOT config --get-regexp '^extensions\.'"]]
    .assert_eq(&find(&playground));
}

#[cfg(unix)]
#[test]
fn a_repository_of_somebody_else_is_not_opened() {
    let playground = Playground::with_register();
    let everything = playground.path(".git");
    let (is_given_away, _) =
        run(&playground.path(""), "chown", &["-R", "12345", everything.to_str().expect("plain"), "."]);
    let found = Register::find(&playground.path(""), &environment());
    // Only root can give files away.
    assert!(
        !is_given_away || found.is_err_and(|error| error.hint().is_some_and(|hint| hint.contains("safe.directory")))
    );
}

#[test]
fn the_decision_of_the_caller_is_handed_through() {
    let playground = Playground::with_register();
    let refused = |_: &crate::register::tip::Tip| -> Result<Change, Stop> {
        Err(crate::register::refusal::Refusal::NoStation.into())
    };
    let error = playground.register().write(pen(), refused).expect_err("a refusal");
    assert!(matches!(error, WriteError::Decision(Stop::Refused(_))));
    playground.assert_clean();
}

#[cfg(unix)]
#[test]
fn a_state_folder_that_may_not_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let playground = Playground::with_register();
    let folder = playground.path(".git/complaints");
    let set = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode)).expect("a mode");
    std::fs::remove_file(folder.join("lock")).expect("a lock");
    set(0o500);
    let is_root = run(&playground.path(""), "id", &["-u"]).1.trim() == "0";
    let written = playground.register().write(pen(), next_complaint);
    set(0o700);
    // Nothing is closed to root.
    assert!(is_root || matches!(written, Err(WriteError::Stopped(Stop::Refused(_)))), "{written:?}");
}
