//! Our index against the library's, on the same bytes.
#![expect(clippy::disallowed_methods, reason = "the library reads and writes files only")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use sha1::{Digest, Sha1};

use super::{Index, Staged, Unreadable};
use crate::register::git::{Entry, ObjectId, PLAIN_FILE};

fn entry(seed: u8) -> Entry {
    Entry { id: ObjectId::from_bytes([seed; 20]), mode: PLAIN_FILE }
}

/// Returns what the library writes for these paths.
fn written(paths: &BTreeSet<String>, version: u32) -> Vec<u8> {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let file = folder.path().join("index");
    let mut index = git2::Index::open(&file).expect("an index");
    index.set_version(version).expect("a version");
    for path in paths {
        let mut entry = super::bare_entry(path, entry(1));
        entry.mtime = git2::IndexTime::new(1_700_000_000, 42);
        entry.file_size = 7;
        if version == 3 {
            entry.flags_extended = super::SKIP_WORK_TREE;
        }
        index.add(&entry).expect("an entry");
    }
    index.write().expect("an index");
    std::fs::read(file).expect("an index")
}

/// Returns what the library reads in these bytes: path, name of the object, flags, time.
fn read_by_library(bytes: &[u8]) -> Vec<(Vec<u8>, String, u16, i32)> {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let file = folder.path().join("index");
    std::fs::write(&file, bytes).expect("an index");
    let index = git2::Index::open(&file).expect("the library reads it");
    let row = |entry: git2::IndexEntry| {
        (entry.path.clone(), entry.id.to_string(), entry.flags_extended, entry.mtime.seconds())
    };
    index.iter().map(row).collect()
}

fn with_checksum(mut content: Vec<u8>) -> Vec<u8> {
    let checksum = Sha1::digest(&content);
    content.extend_from_slice(&checksum);
    content
}

fn paths() -> impl Strategy<Value = BTreeSet<String>> {
    let path = prop::collection::vec("[a-cشکایت][a-c0-9.-]{0,9}", 1..4).prop_map(|parts| parts.join("/"));
    prop::collection::btree_set(path, 0..40).prop_map(|paths| {
        // No path may be a folder of another.
        let is_folder = |path: &String| paths.iter().any(|other| other.starts_with(&format!("{path}/")));
        paths.iter().filter(|path| !is_folder(path)).cloned().collect()
    })
}

proptest! {
    #[test]
    fn what_the_library_wrote_is_read_and_written_alike(paths in paths(), version in 2_u32..5) {
        let bytes = written(&paths, version);
        let index = Index::parse(&bytes).expect("an index");
        for path in &paths {
            prop_assert_eq!(index.staged(path), Staged::Content(entry(1)));
        }
        prop_assert_eq!(read_by_library(&index.to_bytes()), read_by_library(&bytes));
        prop_assert_eq!(index.to_bytes(), bytes);
    }

    #[test]
    fn a_change_leaves_all_else_as_it_was(paths in paths(), new in "[a-c]{1,3}/[a-c]{1,3}/[0-9]{1,5}", version in 2_u32..5) {
        let before = written(&paths, version);
        let mut index = Index::parse(&before).expect("an index");
        let was = index.staged(&new);
        index.set(&new, Some(entry(2)));
        prop_assert_eq!(index.staged(&new), Staged::Content(entry(2)));
        let rows = read_by_library(&index.to_bytes());
        let others = |rows: Vec<_>| rows.into_iter().filter(|row: &(Vec<u8>, _, _, _)| row.0 != new.as_bytes()).collect::<Vec<_>>();
        prop_assert_eq!(rows.len(), paths.len() + usize::from(was == Staged::Absent));
        prop_assert_eq!(others(rows), others(read_by_library(&before)));
        index.set(&new, None);
        prop_assert_eq!(index.staged(&new), Staged::Absent);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_the_parser_panic(paths in paths(), version in 2_u32..5, at in any::<prop::sample::Index>(), byte: u8, cut in any::<prop::sample::Index>()) {
        let mut bytes = written(&paths, version);
        bytes.truncate(bytes.len() - 20);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        drop(Index::parse(&with_checksum(bytes.clone())));
        bytes.truncate(cut.index(bytes.len()));
        drop(Index::parse(&with_checksum(bytes)));
    }

    #[test]
    fn no_known_trees_make_the_copy_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        drop(super::cache_tree::without(&bytes, "complaints/1405/08/x"));
    }
}

#[test]
fn a_long_path_is_read_as_long_as_it_is() {
    let paths: BTreeSet<String> = [4090, 4095, 4096, 5000].iter().map(|length| "x".repeat(*length)).collect();
    for version in [2, 4] {
        let bytes = written(&paths, version);
        assert_eq!(Index::parse(&bytes).expect("an index").to_bytes(), bytes, "version {version}");
    }
}

#[test]
fn an_index_cut_short_or_changed_is_damaged() {
    let bytes = written(&["a".to_owned(), "b".to_owned()].into(), 2);
    for end in 0..bytes.len() {
        assert_eq!(Index::parse(&bytes[..end]).expect_err("damage"), Unreadable::Damaged, "{end}");
    }
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert_eq!(Index::parse(&changed).expect_err("damage"), Unreadable::Damaged, "{at}");
    }
}

#[test]
fn entries_out_of_order_are_damage() {
    let [a, b] = ["a", "b"].map(|path| written(&[path.to_owned()].into(), 2));
    let header = [&b"DIRC"[..], &2_u32.to_be_bytes(), &2_u32.to_be_bytes()].concat();
    let rows = |first: &[u8], second: &[u8]| {
        with_checksum([&header[..], &first[12..first.len() - 20], &second[12..second.len() - 20]].concat())
    };
    assert!(Index::parse(&rows(&a, &b)).is_ok());
    assert_eq!(Index::parse(&rows(&b, &a)).expect_err("damage"), Unreadable::Damaged);
}

#[test]
fn an_extension_that_must_be_understood_is_not_passed_over() {
    let with = |name: &[u8]| {
        let mut bytes = written(&["a".to_owned()].into(), 2);
        bytes.truncate(bytes.len() - 20);
        Index::parse(&with_checksum([&bytes, name, &0_u32.to_be_bytes()[..]].concat()))
    };
    assert_eq!(with(b"link").expect_err("split"), Unreadable::Split);
    assert_eq!(with(b"sdir").expect_err("sparse"), Unreadable::Sparse);
    assert_eq!(with(b"newx").expect_err("new"), Unreadable::Unknown);
    assert!(with(b"UNTR").is_ok());
}
