//! The layouts of papers: the built-in ones, and those that a register has put in their place.
//!
//! A register's own layout has the file name of a built-in one and lies in its folder `templates/`; whoever opens the shelf
//! reads it from there. Nothing here touches a disk, and no layout can reach another one.

use std::collections::BTreeMap;

use super::template::{Escape, Template};

/// A layout that is part of the program.
struct BuiltIn {
    name: &'static str,
    source: &'static str,
    escape: Escape,
    max_characters: usize,
}

/// Declares a built-in layout by its file name.
macro_rules! built_in {
    ($name:literal, $escape:ident, $max_characters:literal) => {
        BuiltIn {
            name: $name,
            source: include_str!(concat!("../../templates/", $name)),
            escape: Escape::$escape,
            max_characters: $max_characters,
        }
    };
}

/// A page may hold the escapes of every character of its text.
const BUILT_IN: [BuiltIn; 8] = [
    built_in!("letter.html.jinja", Html, 524_288),
    built_in!("letter.md.jinja", Markdown, 262_144),
    built_in!("letter.sms.jinja", Nothing, 400),
    built_in!("letter.txt.jinja", Nothing, 262_144),
    built_in!("receipt.html.jinja", Html, 65_536),
    built_in!("receipt.md.jinja", Markdown, 65_536),
    built_in!("receipt.sms.jinja", Nothing, 300),
    built_in!("receipt.txt.jinja", Nothing, 65_536),
];

/// The layouts in force.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    own: BTreeMap<&'static str, String>,
}

impl Shelf {
    /// Returns the file names of all layouts, sorted.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|layout| layout.name)
    }

    /// Puts a register's own layout in the place of the built-in one.
    pub fn put(&mut self, name: &'static str, source: String) {
        self.own.insert(name, source);
    }

    /// Returns whether the register has its own layout of this name.
    pub fn is_own(&self, name: &str) -> bool {
        self.own.contains_key(name)
    }

    /// Returns the text of a layout; `None` where there is no such name.
    pub fn source(&self, name: &str) -> Option<&str> {
        let built_in = BUILT_IN.iter().find(|layout| layout.name == name)?;
        Some(self.own.get(name).map_or(built_in.source, String::as_str))
    }

    /// Returns the layout of a paper (`letter` or `receipt`) in a format.
    ///
    /// # Panics
    /// When a paper is asked for that has no built-in layout in this format: a fault of this program, which every test of a
    /// paper would meet.
    pub(super) fn template(&self, paper: &str, format: &str) -> Template<'_> {
        let name = format!("{paper}.{format}.jinja");
        let layout =
            BUILT_IN.iter().find(|layout| layout.name == name).expect("each paper has a layout in each format");
        Template {
            name: layout.name,
            source: self.own.get(layout.name).map_or(layout.source, String::as_str),
            escape: layout.escape,
            max_characters: layout.max_characters,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_layout_stands_in_the_place_of_the_built_in_one_and_keeps_its_escapes() {
        let mut shelf = Shelf::default();
        shelf.put("letter.html.jinja", "<p>{{ title }}</p>".to_owned());
        assert!(shelf.is_own("letter.html.jinja") && !shelf.is_own("letter.md.jinja"));
        let template = shelf.template("letter", "html");
        assert_eq!((template.source, template.escape), ("<p>{{ title }}</p>", Escape::Html));
        assert_eq!(shelf.source("letter.pdf.jinja"), None);
    }
}
