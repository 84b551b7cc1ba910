//! What a batch makes is what the git library makes of the same.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;

use super::*;
use crate::register::environment::Environment;
use crate::register::git::PLAIN_FILE;
use crate::register::git::identity::Person;

fn repository() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let nobody = Environment::from_iter([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]);
    let store = Store::create(folder.path(), &nobody).expect("a repository");
    (folder, store)
}

fn by_library(store: &Store, base: Option<ObjectId>, files: &[(&str, Entry)]) -> ObjectId {
    let base = base.map_or_else(|| store.repository.treebuilder(None)?.write(), |base| Ok(base.0)).expect("a tree");
    let base = store.repository.find_tree(base).expect("a tree");
    let mut update = git2::build::TreeUpdateBuilder::new();
    for (path, entry) in files {
        update.upsert(*path, entry.id.0, git2::FileMode::Blob);
    }
    ObjectId(update.create_updated(&store.repository, &base).expect("a tree"))
}

/// Files by their paths; folders and files have names of their own, for one cannot be the other.
fn files() -> impl Strategy<Value = BTreeMap<String, u8>> {
    let path = proptest::string::string_regex("([ab][-.0]?/){0,2}[c-e]?[-.0سل]?f").expect("a pattern");
    proptest::collection::btree_map(path, any::<u8>(), 1..12)
}

fn entries<'f>(store: &Store, files: &'f BTreeMap<String, u8>) -> Vec<(&'f str, Entry)> {
    let blob = |byte: &u8| ObjectId(store.repository.blob(&[*byte]).expect("a blob"));
    files.iter().map(|(path, byte)| (path.as_str(), Entry { id: blob(byte), mode: PLAIN_FILE })).collect()
}

#[test]
fn a_tree_is_the_one_that_the_library_makes() {
    let (_folder, store) = repository();
    // Each case writes a file for each of its files.
    let usual = ProptestConfig::default();
    proptest!(ProptestConfig { cases: usual.cases / 4, ..usual }, |(before in files(), after in files())| {
        let (before, after) = (entries(&store, &before), entries(&store, &after));
        let mut batch = Batch::default();
        let first = by_library(&store, None, &before);
        prop_assert_eq!(batch.add_tree(&store, None, &before).expect("a tree"), first);
        let second = batch.add_tree(&store, Some(first), &after).expect("a tree");
        prop_assert_eq!(second, by_library(&store, Some(first), &after));
    });
}

proptest! {
    #[test]
    fn bytes_have_the_name_that_git_gives_them(bytes in any::<Vec<u8>>()) {
        let named = Batch::default().add_blob(&bytes).expect("a blob");
        prop_assert_eq!(named, ObjectId::of_blob(&bytes).expect("a name"));
    }
}

#[test]
fn a_commit_is_the_one_that_the_library_makes() {
    let (_folder, store) = repository();
    let mut parent = None;
    for (when, name) in [("2026-10-28T10:05:00+03:30", "سارا"), ("2026-10-28T02:05:00-08:00", "Sara")] {
        let tree = by_library(&store, None, &[]);
        let instant: DateTime<FixedOffset> = when.parse().expect("an instant");
        let author = Signature { person: Person { name: name.to_owned(), email: "s@example.org".to_owned() }, instant };
        let draft = Draft { tree, parent, author: &author, committer: &author, message: "subject\n\nComplaint: 1\n" };
        let time = git2::Time::new(instant.timestamp(), instant.offset().local_minus_utc() / 60);
        let signature = git2::Signature::new(name, "s@example.org", &time).expect("a signature");
        let parents = parent.map(|id: ObjectId| store.repository.find_commit(id.0).expect("a commit"));
        let parents: Vec<_> = parents.iter().collect();
        let tree = store.tree(tree).expect("a tree");
        let by_library =
            store.repository.commit(None, &signature, &signature, draft.message, &tree, &parents).expect("a commit");
        assert_eq!(Batch::default().add_commit(&draft).expect("a commit"), ObjectId(by_library), "{when}");
        parent = Some(ObjectId(by_library));
    }
}
