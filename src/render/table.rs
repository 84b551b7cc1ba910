//! Tables, and how a terminal draws them. The only file that knows comfy-table.
//!
//! Two things that it does not know about Persian are mended here (see also [`crate::text::width`]):
//! - It counts lam and a following alef as one cell, where terminals draw two. Lam is therefore laid out as another letter
//!   of one cell and put back afterwards.
//! - A terminal that reorders right-to-left text does so over the whole line, and cells change places. Where marks may be
//!   written, each cell of a drawn line is therefore isolated.

#![expect(clippy::disallowed_types, reason = "this is the home of comfy_table::Table")]

use comfy_table::{Cell, CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, TableStyle};

use crate::text::{direction, sanitize};

const BETWEEN_COLUMNS: char = '│';

const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(BETWEEN_COLUMNS))
    .header_separator(LineStyle::none().fill('─').junction('┼'))
    .content_lines(ContentLineStyle::none().junction(BETWEEN_COLUMNS));

/// The letters that `unicode-width` joins with a following alef into one cell.
const LAMS: [char; 8] = ['ل', '\u{6B5}', '\u{6B6}', '\u{6B7}', '\u{6B8}', '\u{76A}', '\u{8A6}', '\u{8C7}'];

/// What stands for them while a table is laid out: characters that Unicode keeps out of all text.
const STAND_INS: [char; 8] =
    ['\u{FDD0}', '\u{FDD1}', '\u{FDD2}', '\u{FDD3}', '\u{FDD4}', '\u{FDD5}', '\u{FDD6}', '\u{FDD7}'];

/// Rows of harmless one-line texts under headings.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

/// The heading of a column, and to which side its cells keep.
#[derive(Clone, Debug)]
pub struct Column {
    title: String,
    is_numeric: bool,
}

/// Where a table is shown.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The cells of a line; cells of the table are wrapped to fit. `None` where nobody knows: then nothing is wrapped.
    pub width: Option<u16>,
    /// Whether invisible marks may keep cells apart.
    pub bidi: Bidi,
}

/// Whether right-to-left cells are isolated by invisible marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bidi {
    /// For a terminal that orders right-to-left text itself.
    Isolated,
    /// For pipes and files, where a mark would be part of the text, and for terminals that show marks as boxes.
    Plain,
}

impl Column {
    /// Returns a column of words.
    pub fn words(title: &str) -> Self {
        Self { title: sanitize::line(title), is_numeric: false }
    }

    /// Returns a column of numbers, which end at the same edge.
    pub fn numbers(title: &str) -> Self {
        Self { title: sanitize::line(title), is_numeric: true }
    }

    /// Returns the heading.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns whether the column holds numbers.
    pub fn is_numeric(&self) -> bool {
        self.is_numeric
    }
}

impl Table {
    /// Returns a table without rows.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row, with a cell for each column.
    pub fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) -> &mut Self {
        self.rows.push(cells.into_iter().map(|cell| sanitize::line(cell.as_ref())).collect());
        self
    }

    /// Returns the columns, in the order of reading.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Returns the cells of each row.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Returns the table as lines for a terminal, each with its line end.
    pub fn draw(&self, look: Look) -> String {
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(STYLE).set_header(self.laid_out(self.columns.iter().map(Column::title)));
        drawn.add_rows(self.rows.iter().map(|row| self.laid_out(row.iter().map(String::as_str))));
        if let Some(first) = drawn.column_mut(0) {
            first.set_padding((0, 1));
        }
        match look.width {
            Some(width) => drawn.set_content_arrangement(ContentArrangement::Dynamic).set_width(width),
            None => drawn.set_content_arrangement(ContentArrangement::Disabled),
        };
        drawn.lines().map(|line| finished(&line, look.bidi)).collect()
    }

    fn laid_out<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<Cell> {
        let cell = |(text, column): (&str, &Column)| {
            let side = if column.is_numeric { CellAlignment::Right } else { CellAlignment::Left };
            Cell::new(without_lams(text)).set_alignment(side)
        };
        texts.zip(&self.columns).map(cell).collect()
    }
}

fn without_lams(text: &str) -> String {
    text.chars()
        .map(|letter| match LAMS.iter().position(|lam| *lam == letter) {
            Some(index) => STAND_INS[index],
            None if STAND_INS.contains(&letter) => char::REPLACEMENT_CHARACTER,
            None => letter,
        })
        .collect()
}

fn with_lams(text: &str) -> String {
    let lam = |letter| STAND_INS.iter().position(|stand_in| *stand_in == letter).map(|index| LAMS[index]);
    text.chars().map(|letter| lam(letter).unwrap_or(letter)).collect()
}

fn finished(line: &str, bidi: Bidi) -> String {
    let line = with_lams(line.trim_end());
    let cells: Vec<String> = match bidi {
        Bidi::Isolated => line.split(BETWEEN_COLUMNS).map(isolated).collect(),
        Bidi::Plain => vec![line],
    };
    format!("{}\n", cells.join(BETWEEN_COLUMNS.encode_utf8(&mut [0; 4])))
}

/// Isolates the text of a cell, but not the blanks around it: they hold its place.
fn isolated(cell: &str) -> String {
    let text = cell.trim();
    if direction::has_rtl(text) { cell.replacen(text, &direction::isolate(text), 1) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;
    use crate::text::width;

    fn look(width: impl Into<Option<u16>>, bidi: Bidi) -> Look {
        Look { width: width.into(), bidi }
    }

    fn goods() -> Table {
        let mut table = Table::new([Column::words("دسته"), Column::numbers("دریافت"), Column::words("English")]);
        table.row(["کالا و خدمات", "12", "goods"]).row(["اسلام لاله‌زاری", "3", "two words"]);
        table
    }

    #[track_caller]
    fn check(table: &Table, look: Look, expected: &Expect) {
        // The marks are invisible: they are written out, so that a reader of this file sees them.
        let drawn = table.draw(look).replace('\u{2068}', "‹").replace('\u{2069}', "›").replace('\u{200C}', "¬");
        expected.assert_eq(&drawn);
    }

    #[test]
    fn numbers_end_at_the_same_edge_and_lines_have_no_trailing_blanks() {
        let mut table = Table::new([Column::words("Category"), Column::numbers("Received")]);
        table.row(["Delivery", "12"]).row(["Billing", "3"]);
        check(
            &table,
            look(None, Bidi::Plain),
            &expect![[r#"
            Category │ Received
            ─────────┼──────────
            Delivery │       12
            Billing  │        3
        "#]],
        );
    }

    #[test]
    fn every_letter_of_a_persian_cell_has_its_place() {
        let drawn = goods().draw(look(None, Bidi::Plain));
        let bars: Vec<usize> = drawn
            .lines()
            .map(|line| width::width(line.split(['│', '┼']).next().expect("every line has a first cell")))
            .collect();
        assert_eq!(bars, [15; 4], "{drawn}");
    }

    #[test]
    fn cells_are_isolated_for_a_terminal_only() {
        check(
            &goods(),
            look(None, Bidi::Isolated),
            &expect![[r#"
            ‹دسته›           │ ‹دریافت› │ English
            ───────────────┼────────┼───────────
            ‹کالا و خدمات›   │     12 │ goods
            ‹اسلام لاله¬زاری› │      3 │ two words
        "#]],
        );
        assert!(!goods().draw(look(None, Bidi::Plain)).contains(['\u{2068}', '\u{2069}']));
    }

    #[test]
    fn a_narrow_terminal_wraps_cells() {
        let mut table = Table::new([Column::words("Reference"), Column::words("Subject"), Column::numbers("Days")]);
        table.row(["1405-01-0147-1", "سفارش چهار روز دیر رسید و کالا شکسته بود", "51.5"]);
        check(
            &table,
            look(40, Bidi::Plain),
            &expect![[r#"
            Reference      │ Subject         │ Days
            ───────────────┼─────────────────┼──────
            1405-01-0147-1 │ سفارش چهار روز  │ 51.5
                           │ دیر رسید و کالا │
                           │ شکسته بود       │
        "#]],
        );
    }

    #[test]
    fn a_stranger_cannot_draw_in_the_table() {
        let mut table = Table::new([Column::words("a\u{1B}[31m\nb"), Column::words("c")]);
        table.row(["\u{202E}evil\ttext", "\u{FDD0}"]);
        check(
            &table,
            look(None, Bidi::Plain),
            &expect![[r#"
            a�[31m b  │ c
            ──────────┼───
            evil text │ �
        "#]],
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_terminal(cells in proptest::collection::vec("[a-z سلاملاآکتب\u{200C}]{0,40}", 3..12), cells_wide in 30_u16..120) {
            let mut table = Table::new([Column::words("one"), Column::words("two"), Column::numbers("three")]);
            cells.chunks_exact(3).for_each(|row| { table.row(row); });
            for bidi in [Bidi::Plain, Bidi::Isolated] {
                for line in table.draw(look(cells_wide, bidi)).lines() {
                    prop_assert!(width::width(line) <= cells_wide.into(), "{line}");
                }
            }
        }

        #[test]
        fn no_text_is_lost_or_makes_drawing_panic(text in any::<String>(), width in 0_u16..100) {
            let mut table = Table::new([Column::words(&text), Column::numbers(&text)]);
            table.row([&text, &text]);
            table.draw(look(width, Bidi::Isolated));
            let shown = table.draw(look(None, Bidi::Plain));
            let clean = sanitize::line(&text).replace(STAND_INS, "\u{FFFD}");
            prop_assert!(shown.contains(clean.trim()), "{shown}");
        }
    }
}
