//! Templates: the only home of the template engine. What papers say is not known here, only how one is filled.
//!
//! - A template prints text and nothing else. Numbers and dates must have been written in the reader's digits before.
//! - Whatever is printed is escaped for the format; no filter switches that off, and printed text is never read as a template.
//! - A name that is not there is a fault, never an empty place on the paper.
//! - What the rule pack asks of the paper must be printed; see [`super::locked`].
//! - Steps and output are limited, and nothing is loaded from a disk.
//! - A fault names the template, the line and what the line says: never a value, because values are personal.

use std::collections::BTreeMap;
use std::io;

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, HtmlEscape, UndefinedBehavior, Value};

use super::locked::{Ledger, Locks, Piece, within_marks, without_marks};
use super::{markdown, seen};
use crate::domain::code::Code;
use crate::domain::paper::{Clause, Paper};
use crate::text::direction;
use crate::text::language::Language;
use crate::text::width::truncate;

/// How many steps of the engine a paper may take; a receipt takes a few hundred.
const MAX_STEPS: u64 = 50_000;

/// The layout of a paper in one format.
#[derive(Clone, Copy, Debug)]
pub struct Template<'a> {
    /// Its file name.
    pub name: &'static str,
    /// Its text.
    pub source: &'a str,
    /// What is escaped in the text it prints.
    pub escape: Escape,
    /// The most characters it may write.
    pub max_characters: usize,
}

/// What is escaped in the text that a template prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escape {
    /// Nothing: the format has no signs of its own.
    Nothing,
    /// The signs of Markdown and HTML.
    Markdown,
    /// The signs of HTML.
    Html,
}

/// What fills a place of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// One text.
    Text(String),
    /// One text that belongs to a clause.
    Locked(Clause, String),
    /// Things with fields of their own.
    Group(Vec<(&'static str, Field)>),
    /// Several of one of these, or none.
    List(Vec<Field>),
    /// Nothing: a template may ask for it, not print it.
    Absent,
}

/// Why a template cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// The template is wrong.
    #[error("template `{name}`, line {line}: {fault}: `{source_line}`")]
    Fault {
        /// The name of the template.
        name: &'static str,
        /// The number of the line, from 1; 0 where the engine cannot tell.
        line: usize,
        /// What is wrong with it.
        fault: String,
        /// What the line says.
        source_line: String,
    },
    /// The template writes more than its format can hold.
    #[error("template `{name}` writes more than {max_characters} characters")]
    TooLong {
        /// The name of the template.
        name: &'static str,
        /// The most characters it may write.
        max_characters: usize,
    },
    /// The template does not print what the rule pack asks of the paper.
    #[error("template `{name}` leaves out `{place}`: the clause `{clause}`, which the pack `{pack}` asks of `{paper}`")]
    LeftOut {
        /// The name of the template.
        name: &'static str,
        /// The name by which it could print it.
        place: String,
        /// The clause.
        clause: Clause,
        /// The pack.
        pack: Code,
        /// The paper.
        paper: Paper,
    },
    /// There is nothing to say for what the rule pack asks of the paper.
    #[error("there is nothing to say for the clause `{clause}`, which the pack `{pack}` asks of `{paper}`")]
    Unsaid {
        /// The clause.
        clause: Clause,
        /// The pack.
        pack: Code,
        /// The paper.
        paper: Paper,
    },
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Vec<String>> for Field {
    fn from(texts: Vec<String>) -> Self {
        texts.into_iter().collect()
    }
}

impl FromIterator<String> for Field {
    fn from_iter<T: IntoIterator<Item = String>>(texts: T) -> Self {
        Self::List(texts.into_iter().map(Self::Text).collect())
    }
}

impl From<Option<String>> for Field {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Absent, Self::Text)
    }
}

impl Field {
    /// Returns the field as the engine takes it; `place` is the name by which a layout prints it.
    fn value(self, place: &str, ledger: &mut Ledger) -> Value {
        match self {
            Self::Text(text) => Value::from(without_marks(&text)),
            Self::Locked(clause, text) => {
                Value::from(ledger.hand_out(Piece { clause, place: place.to_owned() }, &text))
            }
            Self::Group(fields) => Value::from(
                fields
                    .into_iter()
                    .map(|(name, field)| (name, field.value(&format!("{place}.{name}"), ledger)))
                    .collect::<BTreeMap<_, _>>(),
            ),
            Self::List(fields) => {
                let each = format!("{place}[]");
                Value::from(fields.into_iter().map(|field| field.value(&each, ledger)).collect::<Vec<_>>())
            }
            Self::Absent => Value::from(()),
        }
    }
}

impl Template<'_> {
    /// Returns the template filled with `fields` for a reader of `language`; the reader's words stand under `words`.
    ///
    /// `{{ text | ltr }}` keeps a number, reference or e-mail address in one piece within Persian; `{{ text | isolate }}`
    /// does so for a name or text of the other direction; `{{ text | short(60) }}` cuts it to so many terminal cells.
    pub fn fill(
        &self,
        fields: Vec<(&'static str, Field)>,
        words: BTreeMap<&'static str, Field>,
        locks: Option<&Locks>,
        language: Language,
    ) -> Result<String, TemplateError> {
        let mut ledger = Ledger::default();
        let words = words.into_iter().map(|(word, field)| (word, field.value(&format!("words.{word}"), &mut ledger)));
        let words = Value::from(words.collect::<BTreeMap<_, _>>());
        let places = fields.into_iter().map(|(name, field)| (name, field.value(name, &mut ledger)));
        let places = places.chain([("words", words)]).collect();
        if let Some(locks) = locks
            && let Some(clause) = locks.clauses.iter().find(|clause| !ledger.knows(**clause))
        {
            return Err(TemplateError::Unsaid { clause: *clause, pack: locks.pack.clone(), paper: locks.paper });
        }
        let printed = self.print(places, language)?;
        match locks.and_then(|locks| self.left_out(locks, &ledger, &printed)) {
            Some(fault) => Err(fault),
            None => Ok(without_marks(&printed)),
        }
    }

    fn left_out(&self, locks: &Locks, ledger: &Ledger, printed: &str) -> Option<TemplateError> {
        let seen = match self.escape {
            Escape::Nothing => printed.to_owned(),
            Escape::Markdown => seen::without_comments(printed),
            Escape::Html => seen::of_page(printed),
        };
        let piece = locks.clauses.iter().find_map(|clause| ledger.left_out(*clause, &seen))?;
        Some(TemplateError::LeftOut {
            name: self.name,
            place: piece.place.clone(),
            clause: piece.clause,
            pack: locks.pack.clone(),
            paper: locks.paper,
        })
    }

    fn print(&self, places: BTreeMap<&'static str, Value>, language: Language) -> Result<String, TemplateError> {
        let mut environment = environment(self.escape, language).map_err(|error| self.fault(&error))?;
        environment.add_template(self.name, self.source).map_err(|error| self.fault(&error))?;
        let template = environment.get_template(self.name).map_err(|error| self.fault(&error))?;
        let mut sheet = Sheet { bytes: Vec::new(), room: self.max_characters };
        let filled = template.render_captured_to(places, &mut sheet);
        filled.map_err(|error| self.fault(&error))?;
        Ok(String::from_utf8_lossy(&sheet.bytes).into_owned())
    }

    fn fault(&self, error: &Error) -> TemplateError {
        if error.kind() == ErrorKind::WriteFailure {
            return TemplateError::TooLong { name: self.name, max_characters: self.max_characters };
        }
        let line = error.line().unwrap_or_default();
        let source_line = line.checked_sub(1).and_then(|index| self.source.lines().nth(index)).unwrap_or_default();
        TemplateError::Fault {
            name: self.name,
            line,
            // The kind alone: the engine's details may quote values.
            fault: error.kind().to_string(),
            source_line: source_line.trim().to_owned(),
        }
    }
}

/// Returns an engine for one format: no template of another format, with other escapes, can be reached from it.
fn environment(escape: Escape, language: Language) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_debug(false);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(MAX_STEPS));
    let mut syntax = SyntaxConfig::builder();
    environment.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    // The formatter below escapes; the engine's own escapes, chosen by file name, would come on top.
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_formatter(move |out, _, value| match (value.as_str(), escape) {
        (Some(text), Escape::Nothing) => Ok(out.write_str(text)?),
        (Some(text), Escape::Markdown) => Ok(out.write_str(&within_marks(text, markdown::escape))?),
        (Some(text), Escape::Html) => Ok(out.write_str(&html_text(text))?),
        (None, _) => Err(ErrorKind::BadSerialization.into()),
    });
    environment.add_filter("ltr", move |text: String| match language {
        Language::Fa => direction::ltr(&text),
        Language::En => text,
    });
    environment.add_filter("short", |text: String, cells: usize| truncate(&text, cells).into_owned());
    environment.add_filter("isolate", move |text: String| {
        if direction::is_foreign(&text, language) { direction::isolate(&text) } else { text }
    });
    Ok(environment)
}

/// Returns text as HTML shows it letter for letter, between tags and within quoted attributes.
pub(super) fn html_text(text: &str) -> String {
    HtmlEscape(text).to_string()
}

/// What a template writes on, with room for so many characters.
struct Sheet {
    bytes: Vec<u8>,
    room: usize,
}

impl io::Write for Sheet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let is_first_of_character = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
        let characters = bytes.iter().filter(is_first_of_character).count();
        self.room = self.room.checked_sub(characters).ok_or(io::ErrorKind::WriteZero)?;
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(source: &'static str, escape: Escape, language: Language) -> Result<String, TemplateError> {
        let template = Template { name: "test.txt", source, escape, max_characters: 20 };
        let fields = vec![
            ("text", Field::from("{{7*7}} <b>".to_owned())),
            ("name", "Ali".to_owned().into()),
            ("persian", "علی".to_owned().into()),
            ("list", vec!["a".to_owned(), "b".to_owned()].into()),
            ("absent", Field::Absent),
        ];
        template.fill(fields, BTreeMap::from([("title", Field::from("Title".to_owned()))]), None, language)
    }

    fn locks(clauses: &[Clause]) -> Locks {
        Locks { paper: Paper::Receipt, pack: "standard".parse().expect("a code"), clauses: clauses.to_vec() }
    }

    fn locked(source: &'static str, clauses: &[Clause]) -> Result<String, String> {
        locked_in(Escape::Markdown, source, clauses)
    }

    fn locked_in(escape: Escape, source: &'static str, clauses: &[Clause]) -> Result<String, String> {
        let template = Template { name: "test.txt", source, escape, max_characters: 99 };
        let promises = ["- Monday", "Tuesday"].map(|day| Field::Locked(Clause::Dates, day.to_owned()));
        let fields = vec![("promises", Field::List(promises.to_vec()))];
        let filled = template.fill(fields, BTreeMap::new(), Some(&locks(clauses)), Language::Fa);
        filled.map_err(|error| error.to_string())
    }

    fn plain(source: &'static str) -> Result<String, String> {
        fill(source, Escape::Nothing, Language::En).map_err(|error| error.to_string())
    }

    #[test]
    fn text_is_printed_as_it_is_and_never_read_as_a_template() {
        assert_eq!(plain("{{ text }}\n"), Ok("{{7*7}} <b>\n".into()));
        let markdown = fill("{{ text }}", Escape::Markdown, Language::En);
        assert_eq!(markdown, Ok(r"{{7\*7}} &lt;b&gt;".into()));
    }

    #[test]
    fn no_filter_switches_the_escapes_off() {
        for source in ["{{ text | safe }}", "{% autoescape false %}{{ text }}{% endautoescape %}"] {
            assert_eq!(fill(source, Escape::Markdown, Language::En), Ok(r"{{7\*7}} &lt;b&gt;".into()), "{source}");
        }
    }

    #[test]
    fn a_missing_name_is_a_fault_with_its_line_and_no_value() {
        assert_eq!(
            plain("{{ text }}\n  {{ nmae }}"),
            Err("template `test.txt`, line 2: undefined value: `{{ nmae }}`".into())
        );
        assert_eq!(
            plain("{{ words.titel }}"),
            Err("template `test.txt`, line 1: undefined value: `{{ words.titel }}`".into())
        );
    }

    #[test]
    fn what_is_no_text_is_not_printed() {
        for source in ["{{ absent }}", "{{ list }}", "{{ 1 + 1 }}"] {
            let error = plain(source).expect_err("no text");
            assert_eq!(error, format!("template `test.txt`, line 1: could not serialize to value: `{source}`"));
        }
        assert_eq!(plain("{% if absent %}x{% endif %}{% for a in list %}{{ a }}{% endfor %}"), Ok("ab".into()));
    }

    #[test]
    fn a_template_that_is_no_template_is_a_fault() {
        assert_eq!(plain("\n{% if %}"), Err("template `test.txt`, line 2: syntax error: `{% if %}`".into()));
        assert!(plain("{% include 'other.txt' %}").is_err());
        assert!(plain("{{ text | shout }}").is_err());
    }

    #[test]
    fn steps_and_output_are_limited() {
        let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}";
        assert!(plain(endless).expect_err("too many steps").contains("ran out of fuel"));
        let long = plain("{% for a in range(21) %}é{% endfor %}");
        assert_eq!(long, Err("template `test.txt` writes more than 20 characters".into()));
        assert!(plain("{% for a in range(20) %}é{% endfor %}").is_ok());
    }

    #[test]
    fn what_a_pack_asks_for_is_printed_whole_whatever_is_done_to_it() {
        let whole = "{% for day in promises %}{{ day | isolate | upper }};{% endfor %}";
        let filled = locked(whole, &[Clause::Dates]);
        assert_eq!(filled, Ok("\u{2068}- MONDAY\u{2069};\u{2068}TUESDAY\u{2069};".to_owned()));
        assert_eq!(locked("{{ promises[0] }}", &[]), Ok(r"\- Monday".to_owned()));
        let told = "template `test.txt` leaves out `promises[]`: the clause `dates`, which the pack `standard` asks of `receipt`";
        for part in
            ["{{ promises[0] }}", "{% for day in promises %}{{ day | short(3) }}{% endfor %}", "- Monday Tuesday"]
        {
            assert_eq!(locked(part, &[Clause::Dates]), Err(told.to_owned()), "{part}");
        }
    }

    #[test]
    fn what_a_pack_asks_for_must_stand_where_the_reader_sees_it() {
        const EACH: &str = "<p>{% for day in promises %}{{ day }}{% endfor %}</p>";
        assert!(locked_in(Escape::Html, EACH, &[Clause::Dates]).is_ok());
        for (escape, hidden) in [
            (Escape::Html, "<!--{% for day in promises %}{{ day }}{% endfor %}-->"),
            (Escape::Html, "<p title=\"{% for day in promises %}{{ day }}{% endfor %}\">x</p>"),
            (Escape::Html, "<template>{% for day in promises %}{{ day }}{% endfor %}</template>"),
            (Escape::Markdown, "x <!-- {% for day in promises %}{{ day }}{% endfor %} -->"),
            (Escape::Nothing, "{# {% for day in promises %}{{ day }}{% endfor %} #}"),
            (Escape::Nothing, "{% set a %}{% for day in promises %}{{ day }}{% endfor %}{% endset %}"),
        ] {
            let told = locked_in(escape, hidden, &[Clause::Dates]).expect_err(hidden);
            assert!(told.contains("leaves out `promises[]`"), "{hidden}: {told}");
        }
    }

    #[test]
    fn what_a_pack_asks_for_must_have_something_to_say() {
        assert_eq!(
            locked("x", &[Clause::Reasons]),
            Err("there is nothing to say for the clause `reasons`, which the pack `standard` asks of `receipt`"
                .to_owned())
        );
    }

    #[test]
    fn a_text_can_be_cut_short() {
        assert_eq!(plain("{{ text | short(5) }}"), Ok("{{7*…".into()));
    }

    #[test]
    fn foreign_pieces_are_isolated_for_the_reader_they_are_foreign_to() {
        let source = "{{ name | ltr }}{{ name | isolate }}{{ persian | isolate }}";
        let in_language = |language| fill(source, Escape::Nothing, language);
        assert_eq!(in_language(Language::En), Ok("AliAli\u{2068}علی\u{2069}".into()));
        assert_eq!(in_language(Language::Fa), Ok("\u{2066}Ali\u{2069}\u{2068}Ali\u{2069}علی".into()));
    }
}
