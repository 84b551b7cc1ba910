//! Papers as PDF: the only home of typst. Pure, and the same paper is the same bytes.
//!
//! - A layout is a program of ours (`templates/*.typ`) and a register cannot put its own in its place: typst counts no steps,
//!   so a layout that never ends would never end.
//! - All that a paper says reaches the layout as a value, so what a stranger wrote is text and never markup.
//! - The layout sees no clock, no file, no package and no font but ours; what the font cannot draw becomes U+FFFD, because a
//!   page for everybody (PDF/UA-1) holds nothing that cannot be read aloud.
//! - A fault names the layout and its line, never a value.

use chrono::{Datelike, Timelike};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart, Str, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, is_default_ignorable};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::{Filling, Imprint, PdfError};
use crate::document::template::{Field, TemplateError};
use crate::domain::Instant;
use crate::locale::Locale;

/// The layouts, and what they import.
const LAYOUTS: [(&str, &str); 3] = [
    ("letter.typ", include_str!("../../../templates/letter.typ")),
    ("paper.typ", include_str!("../../../templates/paper.typ")),
    ("receipt.typ", include_str!("../../../templates/receipt.typ")),
];

/// Vazirmatn 33.0.3 as it was released (OFL-1.1, see `templates/fonts/OFL.txt`).
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../templates/fonts/vazirmatn-regular.ttf"),
    include_bytes!("../../../templates/fonts/vazirmatn-bold.ttf"),
];

/// Returns the PDF of a paper for a reader of `locale`.
pub(in crate::document) fn print(filling: Filling, imprint: &Imprint, locale: &Locale) -> Result<Vec<u8>, PdfError> {
    let desk = Desk::new(filling, locale);
    let document: PagedDocument = typst::compile(&desk).output.map_err(|faults| desk.fault(&faults))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| desk.fault(&[]))?;
    let options = PdfOptions {
        ident: Smart::Custom(imprint.name.clone()),
        creator: Smart::Custom(Some(concat!("complaints ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: imprint.told_at.and_then(timestamp),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|faults| desk.fault(&faults))
}

fn timestamp(instant: Instant) -> Option<Timestamp> {
    let utc = instant.naive_utc();
    let [month, day, hour, minute, second] =
        [utc.month(), utc.day(), utc.hour(), utc.minute(), utc.second()].map(|part| u8::try_from(part).ok());
    Datetime::from_ymd_hms(utc.year(), month?, day?, hour?, minute?, second?).map(Timestamp::new_utc)
}

/// All that typst sees of the world.
struct Desk {
    layout: &'static str,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Desk {
    fn new(filling: Filling, locale: &Locale) -> Self {
        let fonts: Vec<Font> = FONTS.into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect();
        let book = FontBook::from_fonts(&fonts);
        let digits = (0..10).map(|digit| locale.number(digit)).collect();
        let own = [
            ("words", Field::Group(filling.words.into_iter().collect())),
            ("language", locale.language.to_string().into()),
            ("digits", digits),
            ("print", filling.print.to_string().into()),
        ];
        let inputs = filling.fields.into_iter().chain(own);
        let inputs: Dict = inputs.map(|(name, field)| (Str::from(name), value(field, &fonts))).collect();
        // Cells that head their row are not settled in typst's own language yet; PDF has long had them.
        let features = [Feature::A11yExtras].into_iter().collect();
        Self {
            layout: filling.layout,
            library: LazyHash::new(Library::builder().with_inputs(inputs).with_features(features).build()),
            book: LazyHash::new(book),
            fonts,
        }
    }

    /// Says where the layout went wrong. What went wrong stays unsaid: the engine's words may quote a value.
    fn fault(&self, faults: &[SourceDiagnostic]) -> PdfError {
        let place = faults.iter().find_map(|fault| Some((fault.span.id()?, self.range(fault.span)?)));
        let source = place.as_ref().and_then(|(id, _)| self.source(*id).ok());
        let line = source.as_ref().zip(place).and_then(|(source, (_, range))| source.lines().byte_to_line(range.start));
        let source_line = source.as_ref().zip(line).and_then(|(source, line)| source.text().lines().nth(line));
        let fault = TemplateError::Fault {
            name: self.layout,
            line: line.map_or(0, |line| line + 1),
            fault: "cannot be laid out as PDF".to_owned(),
            source_line: source_line.unwrap_or_default().trim().to_owned(),
        };
        fault.into()
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        let path = VirtualPath::new(self.layout).expect("the name of a layout is a path");
        FileId::new(RootedPath::new(VirtualRoot::Project, path))
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let asked = id.get();
        let is_asked = |name: &str| *asked.root() == VirtualRoot::Project && asked.vpath().get_without_slash() == name;
        let found = LAYOUTS.into_iter().find(|(name, _)| is_asked(name));
        let (_, text) = found.ok_or(FileError::AccessDenied)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn value(field: Field, fonts: &[Font]) -> Value {
    match field {
        Field::Text(text) | Field::Locked(_, text) => drawable(&text, fonts),
        Field::Group(fields) => {
            let fields = fields.into_iter().map(|(name, field)| (Str::from(name), value(field, fonts)));
            Value::Dict(fields.collect())
        }
        Field::List(fields) => Value::Array(fields.into_iter().map(|field| value(field, fonts)).collect()),
        Field::Absent => Value::None,
    }
}

/// Returns a text without letters that the fonts cannot draw.
fn drawable(text: &str, fonts: &[Font]) -> Value {
    let has = |letter: char| fonts.iter().all(|font| font.info().coverage.contains(letter.into()));
    let drawn = text
        .chars()
        .filter(|letter| *letter != '\u{FEFF}')
        .map(|letter| if has(letter) || is_default_ignorable(letter) { letter } else { char::REPLACEMENT_CHARACTER });
    Value::Str(drawn.collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::calendar::Zone;

    use super::*;
    use crate::calendar::CalendarKind;
    use crate::document::page::Print;
    use crate::text::digits::Digits;
    use crate::text::language::Language;

    #[test]
    fn what_the_font_does_not_have_is_marked_and_joiners_stay() {
        let fonts: Vec<Font> = FONTS.into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect();
        assert_eq!(fonts.len(), 2);
        let shown = |text: &str| drawable(text, &fonts);
        assert_eq!(shown("می\u{200C}شود ۱۲٫۵ (x) «é» …"), Value::Str("می\u{200C}شود ۱۲٫۵ (x) «é» …".into()));
        assert_eq!(shown("\u{2066}12\u{2069}\u{FEFF}"), Value::Str("\u{2066}12\u{2069}".into()));
        assert_eq!(shown("😀 你 \u{E000}"), Value::Str("\u{FFFD} \u{FFFD} \u{FFFD}".into()));
    }

    #[test]
    fn a_fault_names_the_line_and_no_value() {
        let locale = Locale::new(Language::En, CalendarKind::Gregorian, Digits::Latn, Zone::UTC);
        let imprint = Imprint { name: "test".to_owned(), told_at: None };
        let fields = vec![("greeting", Field::from("Maryam".to_owned()))];
        let filling = Filling { layout: "letter.typ", fields, words: BTreeMap::new(), print: Print::Usual };
        let error = print(filling, &imprint, &locale).expect_err("there is no title").to_string();
        assert!(error.starts_with("template `letter.typ`, line "), "{error}");
        assert!(!error.contains("Maryam"), "{error}");
    }
}
