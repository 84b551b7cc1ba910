//! What the index knows of the trees of its folders, so that the next commit need not compute them anew.
//!
//! One row a folder, the one above first: its name, zero, how many entries it covers (less than none: not known), how many
//! folders it has, a line feed, and the tree's name if it is known.

/// Bytes of an object's name.
const ID: usize = 20;
/// Deeper folders than any disk holds mean damage.
const DEEPEST: usize = 256;
/// The top has a row as well, without a name.
const TOP: &str = "";

/// Returns the same knowledge without the folders on the way to a path; `None` where it is not understood, which only costs
/// git the work of making it anew.
pub(super) fn without(known: &[u8], path: &str) -> Option<Vec<u8>> {
    let mut copying = Copying { rest: known, copy: Vec::with_capacity(known.len()) };
    let mut way: Vec<&str> = std::iter::once(TOP).chain(path.split('/')).collect();
    way.pop();
    copying.folder(&way, DEEPEST)?;
    copying.rest.is_empty().then_some(copying.copy)
}

struct Copying<'a> {
    rest: &'a [u8],
    copy: Vec<u8>,
}

impl<'a> Copying<'a> {
    /// Copies a folder and all below it; `way` is the way to the path from the folder above.
    fn folder(&mut self, way: &[&str], depth: usize) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        let name = self.until(0)?;
        let entries = number(self.until(b' ')?)?;
        let folders = self.until(b'\n')?;
        let tree = if entries < 0 { &[] } else { self.take(ID)? };
        let on_way = way.split_first().filter(|(first, _)| first.as_bytes() == name).map(|(_, below)| below);
        let (entries, tree) = if on_way.is_some() { (-1, &[][..]) } else { (entries, tree) };
        self.copy.extend([name, b"\0", entries.to_string().as_bytes(), b" ", folders, b"\n", tree].concat());
        (0..number(folders)?).try_for_each(|_| self.folder(on_way.unwrap_or_default(), depth))
    }

    fn until(&mut self, end: u8) -> Option<&'a [u8]> {
        let length = self.rest.iter().position(|byte| *byte == end)?;
        let taken = self.take(length)?;
        self.take(1)?;
        Some(taken)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }
}

fn number(digits: &[u8]) -> Option<i64> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}
