//! The bytes of a file as text: size, encoding, byte order mark and line ends.
//!
//! Nothing here knows YAML. The text is kept as it stands in the file; only the mark is set aside, and put back by [`Source::with`].

use std::ops::Range;

use super::fault::{Fault, FaultKind, Place};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

const MARK: char = '\u{feff}';

/// The text of a file, together with what a new version of it has to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    text: String,
    has_mark: bool,
}

impl Source {
    /// Reads the bytes of a file: at most [`MAX_BYTES`], UTF-8, without NUL, lines ended by LF or CR LF.
    pub fn decode(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > MAX_BYTES {
            return Err(Fault::new(FaultKind::TooLarge { size: bytes.len(), limit: MAX_BYTES }, Place::START));
        }
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Err(Fault::new(FaultKind::Utf16, Place::START));
        }
        let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
        let unmarked = text.strip_prefix(MARK);
        let source = Self { text: unmarked.unwrap_or(text).to_owned(), has_mark: unmarked.is_some() };
        source.refuse_what_hides_lines()?;
        Ok(source)
    }

    /// Returns the text without its byte order mark, lines ended as they are in the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns how the lines of this file end: `"\r\n"` if the first one does so, else `"\n"`.
    pub fn line_break(&self) -> &'static str {
        match self.text.find('\n') {
            Some(end) if self.text[..end].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// Returns another text for the same file, under the same byte order mark.
    #[must_use]
    pub fn with(&self, text: String) -> Self {
        Self { text, has_mark: self.has_mark }
    }

    /// Returns the whole content of the file, the byte order mark included.
    pub fn content(&self) -> String {
        if self.has_mark { format!("{MARK}{}", self.text) } else { self.text.clone() }
    }

    /// Returns line and column of a byte offset; an offset outside the text means its end.
    pub fn place(&self, offset: usize) -> Place {
        let start = self.line_start(offset);
        let end = self.text.floor_char_boundary(offset);
        Place { line: self.text[..start].matches('\n').count() + 1, column: self.text[start..end].chars().count() + 1 }
    }

    /// Returns the offset at which the line of `offset` starts.
    pub(super) fn line_start(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        self.text[..offset].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Returns the offset at which the line after that of `offset` starts: the end of the text if there is none.
    pub(super) fn next_line(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        self.text[offset..].find('\n').map_or(self.text.len(), |end| offset + end + 1)
    }

    /// Returns the line that starts at `start`, without its end.
    pub(super) fn line(&self, start: usize) -> &str {
        self.text[start..self.next_line(start)].trim_end_matches(['\r', '\n'])
    }

    /// Returns how far `offset` stands from the start of its line, in bytes.
    pub(super) fn indent(&self, offset: usize) -> usize {
        offset - self.line_start(offset)
    }

    /// Returns whether an empty line lies wholly within `range`.
    pub(super) fn has_blank_line(&self, range: Range<usize>) -> bool {
        let between = self.text.get(range).unwrap_or_default();
        let whole_lines = between.rsplit_once('\n').and_then(|(lines, _)| lines.split_once('\n'));
        whole_lines.is_some_and(|(_, lines)| lines.split('\n').any(|line| line.trim().is_empty()))
    }

    /// A NUL ends the text for other programs, and a lone CR lets one line overwrite another on a terminal.
    fn refuse_what_hides_lines(&self) -> Result<(), Fault> {
        let bytes = self.text.as_bytes();
        for (offset, byte) in bytes.iter().enumerate() {
            let kind = match byte {
                0 => FaultKind::Nul,
                b'\r' if bytes.get(offset + 1) != Some(&b'\n') => FaultKind::LoneReturn,
                _ => continue,
            };
            return Err(Fault::new(kind, self.place(offset)));
        }
        Ok(())
    }
}

fn not_utf8(bytes: &[u8], offset: usize) -> Fault {
    let valid = String::from_utf8_lossy(&bytes[..offset]).into_owned();
    Fault::new(FaultKind::NotUtf8 { offset }, Source { text: valid, has_mark: false }.place(offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> Fault {
        Source::decode(bytes).expect_err("a fault")
    }

    #[test]
    fn text_that_is_not_utf8_is_named_by_line_and_column() {
        let fault =
            fault("a: ن\nb: ن\u{200c}".as_bytes().iter().chain(&[0xff]).copied().collect::<Vec<u8>>().as_slice());
        assert_eq!(fault.kind, FaultKind::NotUtf8 { offset: 14 });
        assert_eq!(fault.place, Place { line: 2, column: 6 });
    }

    #[test]
    fn utf16_nul_lone_returns_and_huge_files_are_refused() {
        assert_eq!(fault(b"\xff\xfea\0:\0").kind, FaultKind::Utf16);
        assert_eq!(fault(b"a: 1\nb: \0").place, Place { line: 2, column: 4 });
        assert_eq!(fault(b"a: 1\rb: 2").kind, FaultKind::LoneReturn);
        assert_eq!(fault(&vec![b'a'; 2 << 20]).kind, FaultKind::TooLarge { size: 2 << 20, limit: MAX_BYTES });
    }

    #[test]
    fn byte_order_mark_and_line_ends_are_remembered() {
        let source = Source::decode("\u{feff}a: 1\r\nb: 2\r\n".as_bytes()).expect("a text");
        assert_eq!(source.text(), "a: 1\r\nb: 2\r\n");
        assert_eq!(source.line_break(), "\r\n");
        assert_eq!(source.with("a: 3\r\n".to_owned()).content(), "\u{feff}a: 3\r\n");
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::decode("سلام: ۱\nb: 2".as_bytes()).expect("a text");
        assert_eq!(source.place("سلام: ".len()), Place { line: 1, column: 7 });
        assert_eq!(source.place(1000), Place { line: 2, column: 5 });
    }

    #[test]
    fn a_blank_line_is_seen_only_between_two_others() {
        let source = Source::decode(b"a: 1\n\nb: 2\nc: 3").expect("a text");
        assert!(source.has_blank_line(4..6));
        assert!(!source.has_blank_line(10..11));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_decoder_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            match Source::decode(&bytes) {
                Ok(source) => proptest::prop_assert_eq!(source.content().into_bytes(), bytes),
                Err(fault) => proptest::prop_assert!(fault.place.line >= 1),
            }
        }
    }
}
