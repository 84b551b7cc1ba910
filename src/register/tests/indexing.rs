//! The index that we write, in the eyes of the real git.

use super::{FIRST, Playground, new_complaint};
use crate::register::change::Stop;
use crate::register::change::WriteError;
use crate::register::refusal::Refusal;

#[test]
fn git_finds_the_next_commit_in_every_version_of_the_index() {
    for version in ["2", "3", "4"] {
        let playground = Playground::with_register();
        playground.write_file("notes/today.md", "Call Maryam.\n");
        playground.git(&["add", "--intent-to-add", "notes/today.md"]);
        playground.git(&["update-index", "--index-version", version]);
        for _ in 0..3 {
            new_complaint(&playground.register()).expect("a commit");
        }
        assert_eq!(playground.git(&["status", "--porcelain"]), " A notes/today.md\n", "version {version}");
        playground.git(&["reset", "-q", "notes/today.md"]);
        assert_eq!(playground.git(&["write-tree"]), playground.git(&["rev-parse", "HEAD^{tree}"]));
    }
}

#[test]
fn trees_that_git_remembers_in_the_index_are_never_old() {
    let playground = Playground::with_register();
    for round in 0..4 {
        // Git commits whole trees and remembers them in the index; ours comes between.
        playground.write_file(&format!("notes/{round}.md"), "a\n");
        playground.git(&["add", "notes"]);
        playground.git(&["commit", "-q", "-m", "notes"]);
        new_complaint(&playground.register()).expect("a commit");
        assert_eq!(playground.git(&["write-tree"]), playground.git(&["rev-parse", "HEAD^{tree}"]), "round {round}");
        playground.assert_clean();
    }
}

#[test]
fn an_index_with_extensions_that_save_work_stays_right() {
    let playground = Playground::with_register();
    for [key, value] in [["core.untrackedCache", "true"], ["index.threads", "2"], ["feature.manyFiles", "true"]] {
        playground.git(&["config", key, value]);
    }
    playground.git(&["update-index", "--untracked-cache", "--force-write-index"]);
    playground.git(&["status"]);
    for _ in 0..3 {
        new_complaint(&playground.register()).expect("a commit");
        playground.assert_clean();
    }
}

#[test]
fn a_damaged_index_is_named_and_nothing_is_written() {
    let playground = Playground::with_register();
    let head = playground.git(&["rev-parse", "HEAD"]);
    playground.write_file(".git/index", "DIRC");
    let error = new_complaint(&playground.register()).expect_err("damage");
    assert!(error.to_string().contains("index` is damaged"), "{error}");
    assert_eq!(playground.git(&["rev-parse", "HEAD"]), head);
    assert!(!playground.path(FIRST).exists());
}

#[test]
fn a_sparse_index_is_refused() {
    let playground = Playground::with_register();
    playground.write_file("notes/old/a.md", "a\n");
    playground.git(&["add", "notes"]);
    playground.git(&["commit", "-q", "-m", "notes"]);
    playground.git(&["sparse-checkout", "set", "--cone", "--sparse-index", "complaints"]);
    let error = new_complaint(&playground.register()).expect_err("a refusal");
    let WriteError::Stopped(Stop::Refused(Refusal::IndexKind { kind })) = error else { panic!("{error}") };
    assert_eq!(kind, "sparse");
}
