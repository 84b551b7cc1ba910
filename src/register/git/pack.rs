//! The bytes of a pack and of its index: many objects in one file, and where each of them begins.
//!
//! The format is git's (its documentation: gitformat-pack), index version 2. No object is kept as a difference from another:
//! that is what git does when it tidies up. Nothing here touches the disk.

use std::collections::BTreeMap;

use sha1::{Digest, Sha1};

use crate::register::git::ObjectId;

/// Objects as they stand in a pack, by their names.
pub(in crate::register) type Objects = BTreeMap<ObjectId, Vec<u8>>;

/// A pack with its index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::register) struct Pack {
    /// What its files are named by: the checksum of its bytes.
    pub(in crate::register) name: String,
    pub(in crate::register) bytes: Vec<u8>,
    pub(in crate::register) index: Vec<u8>,
}

const PACK_VERSION_2: [u8; 8] = *b"PACK\0\0\0\x02";
const INDEX_VERSION_2: [u8; 8] = *b"\xfftOc\0\0\0\x02";
const CHECKSUM: usize = 20;
/// Set in an offset that stands in the table of long ones, where its place is.
const LONG: u32 = 1 << 31;

/// Where an object stands in a pack, and the checksum of its bytes there.
struct Row {
    id: ObjectId,
    offset: u64,
    crc: u32,
}

impl Pack {
    /// Packs objects, in the order of their names.
    pub(in crate::register) fn of(objects: Objects) -> Self {
        let count = u32::try_from(objects.len()).unwrap_or(u32::MAX);
        let mut bytes = [&PACK_VERSION_2[..], &count.to_be_bytes()].concat();
        let mut rows = Vec::with_capacity(objects.len());
        for (id, object) in objects {
            let mut crc = flate2::Crc::new();
            crc.update(&object);
            rows.push(Row { id, offset: bytes.len() as u64, crc: crc.sum() });
            bytes.extend_from_slice(&object);
        }
        let checksum = Sha1::digest(&bytes);
        bytes.extend_from_slice(&checksum);
        let index = index_of(&rows, &checksum);
        Self { name: ObjectId::from_bytes(checksum.into()).to_string(), bytes, index }
    }

    /// Returns the objects of a pack that stand in it in the order of their names, as we write them and git hardly ever does;
    /// only of such a one are the bytes asked for. `None` as well where a checksum is wrong, where an object is kept as a
    /// difference from another, and where the pack is too large to have short offsets.
    pub(in crate::register) fn objects(index: &[u8], bytes: impl FnOnce() -> Option<Vec<u8>>) -> Option<Objects> {
        let (index, checksum_of_pack) = checked(index)?.split_last_chunk::<CHECKSUM>()?;
        let (up_to, rest) = index.strip_prefix(&INDEX_VERSION_2)?.split_at_checked(256 * 4)?;
        let count = usize::try_from(u32::from_be_bytes(*up_to.last_chunk()?)).ok()?;
        let (ids, rest) = rest.split_at_checked(count.checked_mul(20)?)?;
        let (_, offsets) = rest.split_at_checked(count.checked_mul(4)?)?;
        let offsets = offsets.chunks(4).map(|bytes| Some(u32::from_be_bytes(bytes.try_into().ok()?)));
        let mut ends: Vec<usize> = offsets.map(|offset| usize::try_from(offset?).ok()).collect::<Option<_>>()?;
        if ends.len() != count || !ends.is_sorted() {
            return None;
        }
        let bytes = bytes()?;
        let body = checked(&bytes)?;
        body.strip_prefix(&PACK_VERSION_2)?;
        if !bytes.ends_with(checksum_of_pack) {
            return None;
        }
        ends.push(body.len());
        let objects = ids.chunks(20).zip(ends.windows(2)).map(|(id, range)| {
            let object = body.get(*range.first()?..*range.last()?)?;
            let is_whole = object.first().copied().is_some_and(is_whole);
            is_whole.then(|| Some((ObjectId::from_bytes(id.try_into().ok()?), object.to_vec())))?
        });
        objects.collect()
    }
}

/// Returns an object as it stands in a pack: its kind and size before its bytes, which are packed already.
pub(super) fn object(kind: git2::ObjectType, size: usize, packed: &[u8]) -> Vec<u8> {
    let kind: u8 = match kind {
        git2::ObjectType::Commit => 1,
        git2::ObjectType::Tree => 2,
        git2::ObjectType::Tag => 4,
        git2::ObjectType::Blob | git2::ObjectType::Any => 3,
    };
    let [low, ..] = size.to_le_bytes();
    let mut bytes = vec![kind << 4 | low & 0b1111];
    let mut rest = size >> 4;
    while rest > 0 {
        if let Some(last) = bytes.last_mut() {
            *last |= 1 << 7;
        }
        let [low, ..] = rest.to_le_bytes();
        bytes.push(low & 0b111_1111);
        rest >>= 7;
    }
    bytes.extend_from_slice(packed);
    bytes
}

/// Whether an object that begins with this byte is kept for itself, and not as a difference from another.
fn is_whole(first: u8) -> bool {
    matches!(first >> 4 & 0b111, 1..=4)
}

/// Returns what stands before a checksum that is right.
fn checked(bytes: &[u8]) -> Option<&[u8]> {
    let (body, checksum) = bytes.split_last_chunk::<CHECKSUM>()?;
    (Sha1::digest(body)[..] == checksum[..]).then_some(body)
}

/// Returns the index of a pack; `rows` are sorted by name.
fn index_of(rows: &[Row], checksum_of_pack: &[u8]) -> Vec<u8> {
    let mut long = Vec::new();
    let mut short = |row: &Row| {
        let offset = u32::try_from(row.offset).ok().filter(|offset| *offset < LONG);
        offset.unwrap_or_else(|| {
            long.push(row.offset);
            LONG | u32::try_from(long.len() - 1).unwrap_or_default()
        })
    };
    let offsets: Vec<u8> = rows.iter().flat_map(|row| short(row).to_be_bytes()).collect();
    let up_to = (0..=u8::MAX).flat_map(|first| {
        let count = rows.partition_point(|row| row.id.to_bytes()[0] <= first);
        u32::try_from(count).unwrap_or(u32::MAX).to_be_bytes()
    });
    let mut bytes = INDEX_VERSION_2.to_vec();
    bytes.extend(up_to);
    bytes.extend(rows.iter().flat_map(|row| row.id.to_bytes()));
    bytes.extend(rows.iter().flat_map(|row| row.crc.to_be_bytes()));
    bytes.extend(offsets);
    bytes.extend(long.iter().flat_map(|offset| offset.to_be_bytes()));
    bytes.extend_from_slice(checksum_of_pack);
    let checksum = Sha1::digest(&bytes);
    bytes.extend_from_slice(&checksum);
    bytes
}

#[cfg(test)]
mod tests;
