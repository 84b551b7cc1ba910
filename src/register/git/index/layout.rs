//! The bytes of an index file, versions 2 to 4: a header, sorted entries, extensions, and a checksum over all of it.
//!
//! The format is git's (its documentation: gitformat-index). Extensions that only save git work and that we cannot keep
//! true are left out; git makes them anew.

use std::ops::Range;

use sha1::{Digest, Sha1};

use super::{Index, Unreadable};
use crate::register::git::{Entry, ObjectId};

/// One entry. What git knows of the file on disk is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Times, device, number, mode, owner and size.
    status: [u8; STATUS],
    id: [u8; ID],
    flags: u16,
    /// Zero where there are none.
    pub(super) extended_flags: u16,
    /// Where its path begins among all paths, and how long it is.
    start: usize,
    length: usize,
}

const SIGNATURE: &[u8; 4] = b"DIRC";
const STATUS: usize = 40;
const ID: usize = 20;
/// Where the mode stands in the status.
const MODE: Range<usize> = 24..28;
/// Set in the flags where extended flags follow.
const EXTENDED: u16 = 1 << 14;
const STAGE: u16 = 0b11 << 12;
/// The length of the path, as far as it fits into the flags.
const LENGTH: u16 = (1 << 12) - 1;
/// To a multiple of so many bytes an entry is filled up with zeros, in versions 2 and 3.
const ALIGNMENT: usize = 8;
const FOLDERS_KNOWN: &[u8; 4] = b"TREE";
const CLASHES_RESOLVED: &[u8; 4] = b"REUC";

impl Row {
    /// Returns the entry of a file that was never looked at on disk.
    pub(super) fn bare(entry: Entry, place: Range<usize>, extended_flags: u16) -> Self {
        let mut status = [0; STATUS];
        status[MODE].copy_from_slice(&entry.mode.to_be_bytes());
        let length = u16::try_from(place.len()).map_or(LENGTH, |length| length.min(LENGTH));
        let extended = if extended_flags == 0 { 0 } else { EXTENDED };
        let id = entry.id.to_bytes();
        Self { status, id, flags: length | extended, extended_flags, start: place.start, length: place.len() }
    }

    pub(super) fn entry(&self) -> Entry {
        let [.., a, b, c, d] = self.status[..MODE.end] else { return Entry { id: self.id(), mode: 0 } };
        Entry { id: self.id(), mode: u32::from_be_bytes([a, b, c, d]) }
    }

    fn id(&self) -> ObjectId {
        ObjectId::from_bytes(self.id)
    }

    /// Which side of a clash it is; 0 where there is none.
    pub(super) fn stage(&self) -> u8 {
        u8::try_from((self.flags & STAGE) >> 12).unwrap_or_default()
    }

    pub(super) fn place(&self) -> Range<usize> {
        self.start..self.start + self.length
    }

    pub(super) fn path<'a>(&self, paths: &'a [u8]) -> &'a [u8] {
        &paths[self.place()]
    }
}

impl Index {
    /// Reads the bytes of an index file.
    pub(in crate::register) fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (content, checksum) = bytes.split_at_checked(bytes.len().saturating_sub(ID)).ok_or(Unreadable::Damaged)?;
        // All zeros says that git was told not to compute it.
        if checksum != [0; ID] && checksum != Sha1::digest(content).as_slice() {
            return Err(Unreadable::Damaged);
        }
        let mut reader = Reader { rest: content };
        if reader.take(SIGNATURE.len())? != SIGNATURE {
            return Err(Unreadable::Damaged);
        }
        let version = reader.number()?;
        if !(2..=4).contains(&version) {
            return Err(Unreadable::Unknown);
        }
        let count = reader.number()?;
        let mut index = Self { version, ..Self::default() };
        // What the header says of their number is believed as far as so many bytes can hold so many.
        let most = content.len() / (STATUS + ID);
        // A command mostly adds one.
        index.rows.reserve(usize::try_from(count).map_or(most, |count| count.min(most)) + 1);
        index.paths.reserve(content.len().saturating_sub(index.rows.capacity() * (STATUS + ID)));
        for _ in 0..count {
            let row = reader.row(&mut index.paths, index.rows.last(), version)?;
            let is_after = |last: &Row| (last.path(&index.paths), last.stage()) < (row.path(&index.paths), row.stage());
            if !index.rows.last().is_none_or(is_after) {
                return Err(Unreadable::Damaged);
            }
            index.rows.push(row);
        }
        index.read_extensions(reader)?;
        Ok(index)
    }

    fn read_extensions(&mut self, mut reader: Reader<'_>) -> Result<(), Unreadable> {
        while !reader.rest.is_empty() {
            let name = reader.take(4)?;
            let length = usize::try_from(reader.number()?).map_err(|_| Unreadable::Damaged)?;
            let content = reader.take(length)?;
            match name {
                name if name == FOLDERS_KNOWN => self.cache_tree = Some(content.to_vec()),
                name if name == CLASHES_RESOLVED => self.resolved = Some(content.to_vec()),
                b"link" => return Err(Unreadable::Split),
                b"sdir" => return Err(Unreadable::Sparse),
                // A capital says that the index can be understood without it.
                [b'A'..=b'Z', ..] => {}
                _ => return Err(Unreadable::Unknown),
            }
        }
        Ok(())
    }

    /// Returns the bytes of the index file.
    pub(in crate::register) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.paths.len() + self.rows.len() * (STATUS + ID + 2 * ALIGNMENT));
        bytes.extend_from_slice(SIGNATURE);
        bytes.extend_from_slice(&self.version().to_be_bytes());
        bytes.extend_from_slice(&small(self.rows.len()).to_be_bytes());
        let mut before: &[u8] = &[];
        for row in &self.rows {
            let start = bytes.len();
            bytes.extend_from_slice(&row.status);
            bytes.extend_from_slice(&row.id);
            bytes.extend_from_slice(&row.flags.to_be_bytes());
            if row.flags & EXTENDED != 0 {
                bytes.extend_from_slice(&row.extended_flags.to_be_bytes());
            }
            let path = row.path(&self.paths);
            if self.version == 4 {
                let shared = before.iter().zip(path).take_while(|(before, here)| before == here).count();
                write_offset(before.len() - shared, &mut bytes);
                bytes.extend_from_slice(&path[shared..]);
                bytes.push(0);
                before = path;
            } else {
                bytes.extend_from_slice(path);
                let length = bytes.len() - start;
                bytes.resize(start + (length / ALIGNMENT + 1) * ALIGNMENT, 0);
            }
        }
        for (name, content) in [(FOLDERS_KNOWN, &self.cache_tree), (CLASHES_RESOLVED, &self.resolved)] {
            if let Some(content) = content {
                bytes.extend_from_slice(name);
                bytes.extend_from_slice(&small(content.len()).to_be_bytes());
                bytes.extend_from_slice(content);
            }
        }
        let checksum = Sha1::digest(&bytes);
        bytes.extend_from_slice(&checksum);
        bytes
    }

    /// Version 2, the eldest, unless the file had another.
    fn version(&self) -> u32 {
        self.version.max(2)
    }
}

/// An index has fewer entries and bytes than four thousand millions: git counts them in 32 bits.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What is still to be read.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], Unreadable> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Unreadable::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    fn array<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], Unreadable> {
        let (taken, rest) = self.rest.split_first_chunk().ok_or(Unreadable::Damaged)?;
        self.rest = rest;
        Ok(*taken)
    }

    fn number(&mut self) -> Result<u32, Unreadable> {
        self.array().map(u32::from_be_bytes)
    }

    fn row(&mut self, paths: &mut Vec<u8>, before: Option<&Row>, version: u32) -> Result<Row, Unreadable> {
        let size_before = self.rest.len();
        let status = self.array()?;
        let id = self.array()?;
        let flags = self.array().map(u16::from_be_bytes)?;
        let extended_flags = if flags & EXTENDED == 0 { 0 } else { self.array().map(u16::from_be_bytes)? };
        let start = paths.len();
        if version == 4 {
            let dropped = self.offset()?;
            let before = before.map_or(start..start, Row::place);
            let kept = before.len().checked_sub(dropped).ok_or(Unreadable::Damaged)?;
            paths.extend_from_within(before.start..before.start + kept);
        }
        let end = self.rest.iter().position(|byte| *byte == 0).ok_or(Unreadable::Damaged)?;
        paths.extend_from_slice(self.take(end)?);
        let filling = if version == 4 { 1 } else { ALIGNMENT - (size_before - self.rest.len()) % ALIGNMENT };
        self.take(filling)?;
        Ok(Row { status, id, flags, extended_flags, start, length: paths.len() - start })
    }

    /// Reads a number of bytes to drop from the path before: seven bits a byte, the most significant first, and one more for
    /// each byte that follows, so that no number has two spellings.
    fn offset(&mut self) -> Result<usize, Unreadable> {
        let mut offset = 0_usize;
        loop {
            let [byte] = self.array()?;
            offset += usize::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return Ok(offset);
            }
            offset = (offset + 1).checked_mul(0x80).ok_or(Unreadable::Damaged)?;
        }
    }
}

/// The reverse of [`Reader::offset`].
fn write_offset(offset: usize, bytes: &mut Vec<u8>) {
    let mut digits = vec![low_bits(offset)];
    let mut rest = offset >> 7;
    while rest > 0 {
        rest -= 1;
        digits.push(low_bits(rest) | 0x80);
        rest >>= 7;
    }
    bytes.extend(digits.iter().rev());
}

fn low_bits(number: usize) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or_default()
}
