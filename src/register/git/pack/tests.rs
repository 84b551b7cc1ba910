//! What is packed is what the git library reads, and what it would say of the same.
#![expect(clippy::disallowed_methods, reason = "holds files against those that the library writes")]

use std::fs;
use std::io::Write;

use proptest::prelude::*;

use super::*;
use crate::register::environment::Environment;
use crate::register::git::Store;
use crate::register::git::batch::Batch;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

fn repository_in(folder: &tempfile::TempDir) -> Store {
    let nobody = Environment::from_iter([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")]);
    Store::create(folder.path(), &nobody).expect("a repository")
}

fn objects_of(texts: &[Vec<u8>]) -> Objects {
    let mut batch = Batch::default();
    for text in texts {
        batch.add_blob(text).expect("a blob");
    }
    batch.take()
}

fn texts() -> impl Strategy<Value = Vec<Vec<u8>>> {
    proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..5000), 1..20)
}

fn is_left(pack: &Pack) -> bool {
    Pack::objects(&pack.index, || Some(pack.bytes.clone())).is_none()
}

/// Each case writes files.
fn fewer() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases / 8, ..usual }
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn a_pack_has_the_index_that_the_library_makes_of_it(texts in texts()) {
        let folder = folder();
        let pack = Pack::of(objects_of(&texts));
        let mut indexer = git2::Indexer::new(None, folder.path(), 0o600, true).expect("an indexer");
        indexer.write_all(&pack.bytes).expect("a pack that the library takes");
        let name = indexer.commit().expect("a pack that is whole");
        let index = fs::read(folder.path().join(format!("pack-{name}.idx"))).expect("an index");
        prop_assert_eq!(&pack.index, &index);
        prop_assert_eq!(&pack.name, &name);
    }

    #[test]
    fn what_is_packed_comes_out_again(texts in texts()) {
        let objects = objects_of(&texts);
        let pack = Pack::of(objects.clone());
        prop_assert_eq!(Pack::objects(&pack.index, || Some(pack.bytes)), Some(objects));
    }

    #[test]
    fn a_pack_with_a_wrong_byte_is_left(texts in texts(), place in any::<prop::sample::Index>(), change in 1..=u8::MAX) {
        let mut pack = Pack::of(objects_of(&texts));
        let whole = pack.bytes.len() + pack.index.len();
        let place = place.index(whole);
        let byte = pack.bytes.iter_mut().chain(&mut pack.index).nth(place).expect("a byte");
        *byte ^= change;
        prop_assert!(is_left(&pack));
    }

    #[test]
    fn nothing_that_carries_a_right_checksum_is_a_reason_to_panic(
        [bytes, table] in [any::<Vec<u8>>(), any::<Vec<u8>>()],
        count in 0..4_u32,
    ) {
        let sealed = |parts: &[&[u8]]| {
            let body = parts.concat();
            [&body[..], &Sha1::digest(&body)].concat()
        };
        let bytes = sealed(&[&PACK_VERSION_2, &bytes]);
        let up_to = [[0; 255 * 4].as_slice(), &count.to_be_bytes()].concat();
        let checksum = &bytes[bytes.len() - CHECKSUM..];
        for table in [table.clone(), vec![7; usize::try_from(count).expect("few") * 28]] {
            let index = sealed(&[&INDEX_VERSION_2, &up_to, &table, checksum]);
            drop(Pack::objects(&index, || Some(bytes.clone())));
        }
        drop(Pack::objects(&sealed(&[&table]), || Some(bytes)));
    }
}

#[test]
fn an_object_of_any_size_is_read_by_the_library() {
    let folder = folder();
    let sizes = [0, 1, 15, 16, 2047, 2048, 262_143, 262_144, 1_000_000];
    let texts: Vec<Vec<u8>> = sizes.iter().map(|size| vec![b'a'; *size]).collect();
    let pack = Pack::of(objects_of(&texts));
    let store = repository_in(&folder);
    let place = |ending: &str| folder.path().join(format!(".git/objects/pack/pack-{}.{ending}", pack.name));
    fs::write(place("pack"), &pack.bytes).expect("a file");
    fs::write(place("idx"), &pack.index).expect("a file");
    for text in &texts {
        let id = ObjectId::of_blob(text).expect("a name");
        assert_eq!(store.repository.find_blob(id.0).expect("the object").content(), text, "{} bytes", text.len());
    }
}

/// A pack that the library makes of texts.
fn packed_by_library(texts: &[String]) -> (Vec<u8>, Vec<u8>) {
    let folder = folder();
    let store = repository_in(&folder);
    let mut builder = store.repository.packbuilder().expect("a builder");
    for text in texts {
        builder.insert_object(store.repository.blob(text.as_bytes()).expect("a blob"), None).expect("an object");
    }
    builder.write(&folder.path().join(".git/objects/pack"), 0o600).expect("a pack");
    let name = builder.name().expect("a name").expect("a name").to_owned();
    let read =
        |ending| fs::read(folder.path().join(format!(".git/objects/pack/pack-{name}.{ending}"))).expect("a file");
    (read("pack"), read("idx"))
}

#[test]
fn a_pack_with_differences_between_objects_is_left() {
    let line = "a line that stands in both of them and is long enough for a difference\n";
    let [one, other] = [line.repeat(40), line.repeat(41)];
    for texts in [[one.clone(), other.clone()], [other, one]] {
        let (bytes, index) = packed_by_library(&texts);
        assert!(checked(&bytes).is_some(), "the pack is whole");
        assert_eq!(Pack::objects(&index, || Some(bytes)), None);
    }
}

#[test]
fn a_pack_that_git_has_ordered_is_left_without_a_look_at_its_bytes() {
    let texts: Vec<String> = (0..40).map(|number| number.to_string()).collect();
    let (_, index) = packed_by_library(&texts);
    assert_eq!(Pack::objects(&index, || panic!("the bytes are read")), None);
}

#[test]
fn an_object_behind_two_gigabytes_has_its_place_in_the_long_table() {
    let row = |first: u8, offset| {
        let mut id = [0; 20];
        id[0] = first;
        Row { id: ObjectId::from_bytes(id), offset, crc: 7 }
    };
    let rows = [row(1, 12), row(2, (1 << 31) - 1), row(3, 1 << 31), row(4, 1 << 40)];
    let index = index_of(&rows, &[9; 20]);
    let tables = &index[INDEX_VERSION_2.len() + 256 * 4 + rows.len() * (20 + 4)..];
    let short = [12_u32, (1 << 31) - 1, 1 << 31, (1 << 31) | 1].map(u32::to_be_bytes).concat();
    let long = [1_u64 << 31, 1 << 40].map(u64::to_be_bytes).concat();
    assert_eq!(tables[..32], [short, long].concat());
    assert_eq!(tables.len(), 32 + 2 * CHECKSUM);
}
