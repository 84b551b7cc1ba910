//! Reading files, commits and history.

use super::{FIRST, Playground, file_change, new_complaint, path, pen, pen_later};
use crate::domain::reference::Wanted;
use crate::register::layout::MARKER;

#[test]
fn the_work_tree_and_the_commit_are_read_apart() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    playground.write_file(FIRST, "edited\n");
    let head = register.head().expect("no fault").expect("a commit");
    let work_tree = register.work_tree().expect("no fault");
    assert_eq!(work_tree.read(&path(FIRST)).expect("no fault").as_deref(), Some(&b"edited\n"[..]));
    assert_eq!(
        head.read(&path(FIRST)).expect("no fault").as_deref(),
        Some(&b"format: 1\n\nreference: 1405-01-0001-7\n"[..])
    );
    assert_eq!(head.read(&path("complaints/none.yaml")).expect("no fault"), None);
    assert_eq!(work_tree.read(&path("complaints/none.yaml")).expect("no fault"), None);
    assert_eq!(head.records().expect("no fault"), work_tree.records().expect("no fault"));
    let wanted: Wanted = "1".parse().expect("a number");
    let found = work_tree.find_records(wanted, Some(1)).expect("no fault");
    assert_eq!(found.iter().map(|record| record.file().to_string()).collect::<Vec<_>>(), [FIRST]);
    assert_eq!(head.find_records(wanted, None).expect("no fault"), found);
    assert_eq!(work_tree.pending().count(), 0);
    let stations = path("complaints/stations");
    assert_eq!(head.files_in(&stations).expect("no fault"), ["01.yaml"]);
    assert!(!register.is_uncommitted(&path(MARKER)).expect("no fault"));
    assert!(register.is_uncommitted(&path(FIRST)).expect("no fault"));
}

#[test]
fn all_files_of_a_folder_are_read_like_each_alone() {
    let playground = Playground::with_register();
    let register = playground.register();
    for _ in 0..12 {
        new_complaint(&register).expect("a commit");
    }
    let head = || register.head().expect("no fault").expect("a commit");
    let (all, none) = (head(), path("complaints/1405/08/none.yaml"));
    for record in all.records().expect("no fault").records {
        let file = record.file();
        let alone = head().read(&file).expect("no fault");
        assert!(alone.is_some());
        assert_eq!(all.read(&file).expect("no fault"), alone, "{file}");
        assert_eq!(all.says(&file, &alone.unwrap_or_default()).expect("no fault"), Some(true), "{file}");
        assert_eq!(all.read(&none).expect("no fault"), None);
    }
    assert_eq!(all.says(&none, b"").expect("no fault"), None);
}

#[test]
fn a_revision_is_a_snapshot() {
    let playground = Playground::with_register();
    let register = playground.register();
    new_complaint(&register).expect("a commit");
    let first = register.snapshot("HEAD~1").expect("no fault").expect("a commit");
    assert!(first.records().expect("no fault").records.is_empty());
    assert_eq!(first.committed_at(), pen().now);
    let before_everything = super::time("2000-01-01T00:00:00Z");
    assert!(register.snapshot_at(before_everything).expect("no fault").is_none());
    for nonsense in ["nowhere", "", "HEAD:complaints", "^^^"] {
        assert!(register.snapshot(nonsense).expect("no fault").is_none(), "{nonsense}");
    }
}

#[test]
fn history_is_what_git_says_it_is() {
    let playground = Playground::with_register();
    let register = playground.register();
    for minutes in 1..6 {
        new_complaint(&register).expect("a commit");
        register.write(pen_later(minutes), file_change(FIRST, &format!("format: {minutes}\n"))).expect("a commit");
    }
    playground.git(&["checkout", "-q", "-b", "side", "HEAD~3"]);
    register.write(pen_later(20), file_change(FIRST, "format: side\n")).expect("a commit");
    playground.git(&["checkout", "-q", "main"]);
    playground.git(&["merge", "-q", "-s", "ours", "--no-edit", "side"]);
    playground.write_file(FIRST, "format: 1\nowner: sara\n");
    playground.git(&["commit", "-qam", "by hand"]);
    for name in [FIRST, MARKER, "complaints/1405/08/1405-01-0003-0.yaml", "complaints/none.yaml"] {
        let by_git = playground.git(&["log", "--format=%H %s", "--", name]);
        let ours = register.history(&path(name), 100).expect("no fault");
        let ours: Vec<String> = ours.iter().map(|commit| format!("{} {}", commit.id, commit.subject)).collect();
        assert_eq!(ours, by_git.lines().collect::<Vec<_>>(), "{name}");
    }
    let newest = register.history(&path(FIRST), 1).expect("no fault");
    assert_eq!(newest.len(), 1);
    assert!(newest[0].trailers.is_empty());
    assert_eq!(newest[0].author.email, "sara@alborz.example");
}

#[test]
fn a_register_is_found_from_below() {
    let playground = Playground::with_register();
    playground.write_file("complaints/1405/x", "");
    let found = crate::register::Register::find(&playground.path("complaints/1405"), &super::environment());
    assert_eq!(found.expect("a register").root(), playground.register().root());
}
