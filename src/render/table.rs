//! Tables, and how a terminal draws them. The only file that knows comfy-table.
//!
//! Two things that it does not know about Persian are mended here (see also [`crate::text::width`]):
//! - It counts lam and a following alef as one cell, where terminals draw two. Lam is therefore laid out as another letter
//!   of one cell and put back afterwards.
//! - A terminal that reorders right-to-left text does so over the whole line, and cells change places. Where marks may be
//!   written, each cell of a drawn line is therefore isolated.

#![expect(clippy::disallowed_types, reason = "this is the home of comfy_table::Table")]

use comfy_table::{
    Cell, CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, TableStyle, Width,
};

use crate::text::{direction, sanitize, width};

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

/// So many cells of a word may a column of words always have; it cuts only longer ones in two.
const WORD_CELLS: usize = 8;

/// The blanks on each side of a bar.
const ROOMY: u16 = 1;

/// The same where the columns would not fit beside each other otherwise.
const TIGHT: u16 = 0;

/// Rows of harmless one-line texts under headings.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

/// The heading of a column, and what its cells hold.
#[derive(Clone, Debug)]
pub struct Column {
    title: String,
    holds: Holds,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Words,
    Whole,
    Numbers,
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
    /// Returns a column of words, which gives way where room is short.
    pub fn words(title: &str) -> Self {
        Self { title: sanitize::line(title), holds: Holds::Words }
    }

    /// Returns a column of what is read and copied whole, such as references, dates and states: no word is cut in two.
    pub fn whole(title: &str) -> Self {
        Self { title: sanitize::line(title), holds: Holds::Whole }
    }

    /// Returns a column of numbers, which are whole, too, and end at the same edge.
    pub fn numbers(title: &str) -> Self {
        Self { title: sanitize::line(title), holds: Holds::Numbers }
    }

    /// Returns the heading.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns whether the column holds numbers.
    pub fn is_numeric(&self) -> bool {
        self.holds == Holds::Numbers
    }

    /// Returns how many cells it needs at least, when its longest word takes `longest`.
    fn least(&self, longest: usize) -> usize {
        match self.holds {
            Holds::Words => longest.min(WORD_CELLS),
            Holds::Whole | Holds::Numbers => longest,
        }
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

    /// Returns the table as lines for a terminal, each with its line end. Where the columns do not fit beside each other,
    /// they move together; where that is not enough, each row becomes a block with a line for each cell.
    pub fn draw(&self, look: Look) -> String {
        let least = self.least();
        match [ROOMY, TIGHT].into_iter().find(|padding| fits(&least, *padding, look)) {
            Some(padding) => self.drawn_beside(&least, padding, look),
            None => self.drawn_below(look),
        }
    }

    /// Returns how many cells each column needs at least.
    fn least(&self) -> Vec<u16> {
        let least = |(index, column): (usize, &Column)| {
            let cells = self.rows.iter().filter_map(|row| row.get(index));
            let longest = cells.chain([&column.title]).map(|cell| longest_word(cell)).max().unwrap_or_default();
            u16::try_from(column.least(longest)).unwrap_or(u16::MAX)
        };
        self.columns.iter().enumerate().map(least).collect()
    }

    /// Returns the columns beside each other, under their headings.
    fn drawn_beside(&self, least: &[u16], padding: u16, look: Look) -> String {
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(STYLE).set_header(self.laid_out(self.columns.iter().map(Column::title)));
        drawn.add_rows(self.rows.iter().map(|row| self.laid_out(row.iter().map(String::as_str))));
        for ((index, column), least) in drawn.column_iter_mut().enumerate().zip(least) {
            let left = if index == 0 { 0 } else { padding };
            column.set_padding((left, padding));
            let cells = least.saturating_add(left + padding);
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(cells)));
        }
        lines(drawn, look)
    }

    /// Returns the cells of each row below each other, each behind its heading; an empty one says nothing.
    fn drawn_below(&self, look: Look) -> String {
        let titles = self.columns.iter().map(|column| width::width(&column.title));
        let widest = u16::try_from(titles.max().unwrap_or_default()).unwrap_or(u16::MAX);
        let block = |row: &Vec<String>| {
            let mut drawn = comfy_table::Table::new();
            let told = self.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            drawn.load_style(STYLE);
            drawn.add_rows(told.map(|(column, cell)| [&column.title, cell].map(|text| Cell::new(without_lams(text)))));
            if let Some(first) = drawn.column_mut(0) {
                let cells = widest.saturating_add(ROOMY);
                first.set_padding((0, ROOMY)).set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(cells)));
            }
            lines(drawn, look)
        };
        self.rows.iter().map(block).collect::<Vec<_>>().join("\n")
    }

    fn laid_out<'t>(&self, texts: impl Iterator<Item = &'t str>) -> Vec<Cell> {
        let cell = |(text, column): (&str, &Column)| {
            let side = if column.is_numeric() { CellAlignment::Right } else { CellAlignment::Left };
            Cell::new(without_lams(text)).set_alignment(side)
        };
        texts.zip(&self.columns).map(cell).collect()
    }
}

/// Returns whether columns that need so many cells at least, and their bars, fit into a line.
fn fits(least: &[u16], padding: u16, look: Look) -> bool {
    let bars = least.len().saturating_sub(1);
    let around = (usize::from(padding) * 2 + 1) * bars + usize::from(padding);
    let cells: usize = least.iter().copied().map(usize::from).sum();
    look.width.is_none_or(|width| cells + around <= width.into())
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(width::width).max().unwrap_or_default()
}

fn lines(mut drawn: comfy_table::Table, look: Look) -> String {
    match look.width {
        Some(width) => drawn.set_content_arrangement(ContentArrangement::Dynamic).set_width(width),
        None => drawn.set_content_arrangement(ContentArrangement::Disabled),
    };
    drawn.lines().map(|line| finished(&line, look.bidi)).collect()
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
        let mut table = Table::new([Column::whole("Reference"), Column::words("Subject"), Column::numbers("Days")]);
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

    /// The words of a reference, a date, a state and a number are as long as they are; the subject gives way.
    fn listed() -> Table {
        let whole = ["Reference", "State", "Received"].map(Column::whole);
        let mut table = Table::new(whole.into_iter().chain([Column::words("Subject"), Column::numbers("Days")]));
        table.row(["2026-01-0147-1", "Being investigated", "2026-11-12 10:20", "Unbelievably late", "51.5"]);
        table.row(["2026-01-0148-0", "Acknowledged", "۱۴۰۵/۰۸/۱۸", "کالا شکسته بود", ""]);
        table
    }

    #[test]
    fn only_words_that_may_give_way_are_cut_in_two() {
        check(
            &listed(),
            look(62, Bidi::Plain),
            &expect![[r#"
            Reference      │ State        │ Received   │ Subject  │ Days
            ───────────────┼──────────────┼────────────┼──────────┼──────
            2026-01-0147-1 │ Being        │ 2026-11-12 │ Unbeliev │ 51.5
                           │ investigated │ 10:20      │ ably     │
                           │              │            │ late     │
            2026-01-0148-0 │ Acknowledged │ ۱۴۰۵/۰۸/۱۸ │ کالا     │
                           │              │            │ شکسته    │
                           │              │            │ بود      │
        "#]],
        );
    }

    #[test]
    fn columns_move_together_where_they_would_not_fit() {
        check(
            &listed(),
            look(60, Bidi::Plain),
            &expect![[r#"
            Reference     │State        │Received     │Subject     │Days
            ──────────────┼─────────────┼─────────────┼────────────┼────
            2026-01-0147-1│Being        │2026-11-12   │Unbelievably│51.5
                          │investigated │10:20        │late        │
            2026-01-0148-0│Acknowledged │۱۴۰۵/۰۸/۱۸   │کالا شکسته  │
                          │             │             │بود         │
        "#]],
        );
    }

    #[test]
    fn a_row_becomes_a_block_where_its_columns_fit_no_more() {
        check(
            &listed(),
            look(40, Bidi::Isolated),
            &expect![[r#"
            Reference │ 2026-01-0147-1
            State     │ Being investigated
            Received  │ 2026-11-12 10:20
            Subject   │ Unbelievably late
            Days      │ 51.5

            Reference │ 2026-01-0148-0
            State     │ Acknowledged
            Received  │ ۱۴۰۵/۰۸/۱۸
            Subject   │ ‹کالا شکسته بود›
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
        fn a_whole_word_is_whole_wherever_it_finds_room(cells in proptest::collection::vec("[a-z]{1,16}( [a-zلا]{1,16}){0,3}", 3..12), cells_wide in 30_u16..120) {
            let mut table = Table::new([Column::words("one"), Column::whole("two"), Column::numbers("three")]);
            cells.chunks_exact(3).for_each(|row| { table.row(row); });
            let shown = table.draw(look(cells_wide, Bidi::Plain));
            for word in cells.chunks_exact(3).flat_map(|row| row[1..].iter().flat_map(|cell| cell.split(' '))) {
                prop_assert!(shown.contains(word), "{word}:\n{shown}");
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
