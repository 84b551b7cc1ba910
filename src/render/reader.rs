//! Who reads, and where: the words, the register's own names, and how a stranger's text is shown there.
//!
//! All text of strangers passes through here on its way to a page. What a page says is decided elsewhere.

use crate::domain::money::Money;
use crate::locale::Locale;
use crate::render::table::{Bidi, Look};
use crate::text::direction;
use crate::text::language::Language;
use crate::text::sanitize;
use crate::text::width::width;

/// What a register calls its own codes, in the reader's language.
pub trait Names: Sync {
    /// Returns the name of a category.
    fn category(&self, code: &str) -> String;
    /// Returns the name of a product.
    fn product(&self, code: &str) -> String;
    /// Returns the name of a member; the id itself where it has none.
    fn member(&self, id: &str) -> String;
    /// Returns the name of an outside body; the code itself where the register does not list it.
    fn provider(&self, code: &str) -> String;
}

/// Lines of running text are not made longer than this, however wide the terminal is.
const LONGEST_LINE: usize = 100;

/// How much a reader may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layer {
    /// All but what only few may see.
    #[default]
    Open,
    /// That too.
    Restricted,
}

/// A reader before a screen, or at the end of a pipe.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// How the reader wants to be spoken to.
    pub locale: &'a Locale,
    /// What the register calls its codes.
    pub names: &'a dyn Names,
    /// Where the text is shown: long lines are broken at the width, foreign pieces isolated where marks are allowed.
    pub look: Look,
    /// How much they may see.
    pub layer: Layer,
}

impl Reader<'_> {
    /// Returns a stranger's text as one harmless line, kept from reordering the words around it.
    pub fn line(&self, text: &str) -> String {
        let text = sanitize::line(text);
        let is_foreign = direction::is_foreign(&text, self.locale.language);
        if is_foreign && self.may_isolate() { direction::isolate(&text) } else { text }
    }

    /// Returns a number or address whose parts must not change places after Persian letters.
    pub fn number_or_address(&self, text: &str) -> String {
        let text = sanitize::line(text);
        let is_foreign = self.locale.language == Language::Fa;
        if is_foreign && self.may_isolate() { direction::ltr(&text) } else { text }
    }

    /// Returns a stranger's text as harmless lines that fit beside an indent of `indent` cells, without blank ends.
    pub fn block(&self, text: &str, indent: usize) -> Vec<String> {
        let text = sanitize::block(text);
        let fits = |width| usize::from(width).min(LONGEST_LINE).saturating_sub(indent);
        let columns = self.look.width.map_or(usize::MAX, fits);
        text.trim_matches('\n').lines().flat_map(|line| broken(line.trim_end(), columns)).collect()
    }

    /// Returns an amount with its thousands apart and the currency's name.
    pub fn money(&self, money: &Money) -> String {
        self.locale.money(money)
    }

    fn may_isolate(&self) -> bool {
        self.look.bidi == Bidi::Isolated
    }
}

/// Breaks a line at its spaces into lines of at most `columns` cells; a longer word stays whole.
fn broken(line: &str, columns: usize) -> Vec<String> {
    if width(line) <= columns {
        return vec![line.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for word in line.split(' ') {
        match lines.last_mut() {
            Some(last) if width(last) + 1 + width(word) <= columns => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::specimen::{self, visible};

    fn terminal(locale: &Locale) -> Reader<'_> {
        Reader { look: Look { width: Some(20), bidi: Bidi::Isolated }, ..specimen::reader(locale) }
    }

    #[test]
    fn foreign_pieces_are_isolated_at_a_terminal_only() {
        let (english, persian) = (specimen::english(), specimen::persian());
        assert_eq!(visible(&terminal(&english).line("پول: 3")), "⟨FSI⟩پول: 3⟨PDI⟩");
        assert_eq!(visible(&terminal(&persian).line("late.")), "⟨FSI⟩late.⟨PDI⟩");
        assert_eq!(visible(&terminal(&persian).line("دیر.")), "دیر.");
        assert_eq!(visible(&terminal(&persian).number_or_address("021-55")), "⟨LRI⟩021-55⟨PDI⟩");
        assert_eq!(visible(&terminal(&english).number_or_address("021-55")), "021-55");
        assert_eq!(visible(&specimen::reader(&persian).line("late.")), "late.");
        assert_eq!(visible(&specimen::reader(&persian).number_or_address("021-55")), "021-55");
    }

    #[test]
    fn long_lines_are_broken_at_a_terminal_only() {
        let locale = specimen::english();
        let text = "\nfour and twenty blackbirds baked\n\nincomprehensibilities\n";
        assert_eq!(
            terminal(&locale).block(text, 4),
            ["four and twenty", "blackbirds baked", "", "incomprehensibilities"]
        );
        assert_eq!(specimen::reader(&locale).block(text, 4).len(), 3);
    }

    #[test]
    fn amounts_are_written_as_the_reader_writes_them() {
        let (english, persian) = (specimen::english(), specimen::persian());
        let money = |text: &str| text.parse::<Money>().expect("it is an amount");
        assert_eq!(specimen::reader(&english).money(&money("1200000t")), "12,000,000 IRR");
        assert_eq!(specimen::reader(&persian).money(&money("1200000t")), "۱۲٬۰۰۰٬۰۰۰ ریال");
        assert_eq!(specimen::reader(&english).money(&money("1234.50 EUR")), "1,234.50 EUR");
        assert_eq!(specimen::reader(&persian).money(&money("999.50 EUR")), "۹۹۹٫۵۰ یورو");
    }

    proptest! {
        #[test]
        fn broken_lines_keep_every_word_and_fit(text in "[a-zلا ]{0,60}", columns in 1_usize..30) {
            let lines = broken(&text, columns);
            prop_assert_eq!(lines.join(" "), text);
            prop_assert!(lines.iter().all(|line| width(line) <= columns || !line.contains(' ')));
        }

        #[test]
        fn no_text_of_a_stranger_controls_the_terminal(text in any::<String>()) {
            let locale = specimen::persian();
            let reader = terminal(&locale);
            prop_assert!(!reader.line(&text).contains(char::is_control));
            prop_assert!(!reader.number_or_address(&text).contains(char::is_control));
            prop_assert!(reader.block(&text, 2).iter().all(|line| !line.contains(char::is_control)));
        }
    }
}
