//! The question that `list`, `search` and bulk changes ask of every complaint: `state:open owner:sara due<2d`.
//!
//! Pure: what a complaint is asked comes in as text, when it is due as a function. The grammar is in docs/query.md.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use crate::domain::Instant;
use crate::domain::code::{Code, words};
use crate::domain::complaint::Complaint;
use crate::domain::event::Kind;
use crate::domain::words::{Closure, Finding};
use crate::text::fold::{fold, phone};

pub mod parse;

/// A question; a complaint is meant when every term of it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Those that ask for the time last: it takes longest to tell.
    terms: Vec<Term>,
}

words! {
    /// What can be asked for.
    Field, "field" {
        /// Where it stands; `open` for every state but `closed`.
        State => "state",
        /// Whose it is.
        Owner => "owner",
        /// The main category.
        Category => "category",
        /// The channel by which it came.
        Channel => "channel",
        /// The product concerned.
        Product => "product",
        /// How soon it must be looked at.
        Priority => "priority",
        /// What was found.
        Finding => "finding",
        /// Why it is closed.
        Closure => "closure",
        /// The complainant's language.
        Language => "language",
        /// The complainant's pseudonym.
        Person => "person",
        /// Whether it has this text anywhere in what people said, or this telephone number.
        Text => "text",
        /// How bad it is, 1 to 5.
        Severity => "severity",
        /// When it arrived.
        Received => "received",
        /// When the complainant was told that it arrived.
        Acknowledged => "acknowledged",
        /// When the complainant was told the outcome.
        Answered => "answered",
        /// When it was finished.
        Closed => "closed",
        /// When the outcome is owed.
        Due => "due",
        /// Whether the outcome is owed already: `yes` or `no`.
        Overdue => "overdue",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    field: Field,
    relation: Relation,
    wanted: Wanted,
}

/// How what stands there must compare with what is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Is,
    IsNot,
    Below,
    AtMost,
    Above,
    AtLeast,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted {
    /// One of these words.
    AnyOf(Vec<String>),
    /// This number.
    Number(u8),
    /// Some time in this span: a typed day is all of it, a typed instant is itself.
    Time(RangeInclusive<Instant>),
    /// A text in folded spelling, and the telephone number that it may be.
    Text { folded: String, phone: String },
}

/// Stands for a field that says nothing.
const NONE: &str = "none";
/// Stands for every state in which work remains.
pub const OPEN: &str = "open";
/// So many words are shown before and after one that was looked for.
const AROUND: usize = 5;
/// Fewer digits are no telephone number that is worth looking for.
const SHORTEST_PHONE: usize = 4;

/// By what complaints are put in order: those that have nothing there come last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A time, a number, or the place of a word in its list.
    Number(i64),
    /// A word.
    Word(String),
    /// Nothing.
    Nothing,
}

/// When the outcome of a complaint is owed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The date; `None` where there is none or the outcome was told.
    pub at: Option<Instant>,
    /// Whether it has passed.
    pub is_overdue: bool,
}

impl Query {
    /// Returns the question whether a text stands anywhere in what people said, or is one of the telephone numbers.
    pub fn saying(text: &str) -> Self {
        Self { terms: vec![Term { field: Field::Text, relation: Relation::Is, wanted: Wanted::text(text) }] }
    }

    /// Returns the question whether a field holds this word.
    pub fn with(field: Field, word: &str) -> Self {
        Self { terms: vec![Term { field, relation: Relation::Is, wanted: Wanted::AnyOf(vec![word.to_owned()]) }] }
    }

    /// Returns the question that asks both.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.terms.extend(other.terms);
        self.terms.sort_by_key(|term| term.field.needs_clocks());
        self
    }

    /// Returns whether a complaint is meant. `due` is only asked where the question needs it.
    pub fn means(&self, complaint: &Complaint, due: impl Fn() -> Due) -> bool {
        self.terms.iter().all(|term| term.holds(complaint, &due))
    }
}

impl Term {
    fn holds(&self, complaint: &Complaint, due: &impl Fn() -> Due) -> bool {
        match &self.wanted {
            Wanted::AnyOf(words) => {
                let word = self.field.word(complaint, due);
                let is_open = || self.field == Field::State && complaint.state().is_open();
                let is_one = words.iter().any(|wanted| *wanted == word || wanted == OPEN && is_open());
                is_one == (self.relation == Relation::Is)
            }
            Wanted::Number(number) => {
                let severity = complaint.assessment.severity;
                severity.is_some_and(|severity| self.relation.admits(severity.cmp(number), severity.cmp(number)))
            }
            Wanted::Time(span) => {
                let moment = self.field.moment(complaint, due);
                moment.is_some_and(|moment| self.relation.admits(moment.cmp(span.start()), moment.cmp(span.end())))
            }
            Wanted::Text { folded, phone } => {
                (says(complaint, folded) || is_reached_by(complaint, phone)) == (self.relation == Relation::Is)
            }
        }
    }
}

impl Relation {
    /// Returns whether something that compares so with the beginning and the end of a span is related to it in this way.
    fn admits(self, start: Ordering, end: Ordering) -> bool {
        match self {
            Self::Is => start.is_ge() && end.is_le(),
            Self::IsNot => start.is_lt() || end.is_gt(),
            Self::Below => start.is_lt(),
            Self::AtMost => end.is_le(),
            Self::Above => end.is_gt(),
            Self::AtLeast => start.is_ge(),
        }
    }
}

impl Field {
    /// Returns by what a complaint is put in order: words by the alphabet, states and priorities by their list.
    pub fn key(self, complaint: &Complaint, due: impl Fn() -> Due) -> Key {
        let number = match self {
            Self::State => Some(complaint.state() as i64),
            Self::Priority => Some(complaint.priority as i64),
            Self::Severity => complaint.assessment.severity.map(i64::from),
            _ => self.moment(complaint, &due).map(|moment| moment.timestamp()),
        };
        match (number, self.word(complaint, &due)) {
            (Some(number), _) => Key::Number(number),
            (None, word) if word == NONE => Key::Nothing,
            (None, word) => Key::Word(word),
        }
    }

    /// Returns whether one value of it can be less than another.
    fn is_ordered(self) -> bool {
        self == Self::Severity || self.is_time()
    }

    fn is_time(self) -> bool {
        matches!(self, Self::Received | Self::Acknowledged | Self::Answered | Self::Closed | Self::Due)
    }

    /// Returns whether it takes working time to tell.
    fn needs_clocks(self) -> bool {
        matches!(self, Self::Due | Self::Overdue)
    }

    /// Returns the word that stands there, [`NONE`] where there is none.
    fn word(self, complaint: &Complaint, due: &impl Fn() -> Due) -> String {
        let word = match self {
            Self::State => Some(complaint.state().as_str()),
            Self::Owner => complaint.owner.as_deref(),
            Self::Category => complaint.category.as_ref().map(Code::as_str),
            Self::Channel => Some(complaint.channel.as_str()),
            Self::Product => complaint.product.as_deref(),
            Self::Priority => Some(complaint.priority.as_str()),
            Self::Finding => complaint.finding().map(Finding::as_str),
            Self::Closure => complaint.closure().map(Closure::as_str),
            Self::Language => Some(complaint.language.as_str()),
            Self::Person => complaint.person.as_deref(),
            Self::Overdue => Some(if due().is_overdue { "yes" } else { "no" }),
            _ => None,
        };
        word.unwrap_or(NONE).to_owned()
    }

    fn moment(self, complaint: &Complaint, due: &impl Fn() -> Due) -> Option<Instant> {
        match self {
            Self::Received => Some(complaint.received_at),
            Self::Acknowledged => complaint.acknowledged_at(),
            Self::Answered => complaint.answered_at(),
            Self::Closed => complaint.closing().map(|event| event.at),
            Self::Due => due().at,
            _ => None,
        }
    }
}

impl Wanted {
    fn text(text: &str) -> Self {
        Self::Text { folded: fold(text), phone: phone(text) }
    }
}

/// Where in a complaint people's words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a field of this name.
    Field(&'static str),
    /// In what was written down when this happened.
    Event(Kind),
}

/// Returns everything that people said in a complaint, with where it stands; the reference first.
pub fn passages(complaint: &Complaint) -> impl Iterator<Item = (Place, String)> + '_ {
    let personal = &complaint.personal;
    let single = [
        ("name", &personal.name),
        ("order", &personal.order),
        ("address", &personal.address),
        ("subject", &personal.subject),
        ("wants", &personal.wants),
    ];
    let said = single.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
    let fields = said
        .chain(personal.phones.iter().map(|phone| ("phone", phone)))
        .chain(personal.emails.iter().map(|email| ("email", email)))
        .chain([("statement", &personal.statement)])
        .map(|(name, text)| (Place::Field(name), text.clone()));
    let noted = complaint
        .valid_events()
        .filter(|event| !event.is_restricted())
        .filter_map(|event| Some((Place::Event(event.kind), event.facts.text.clone()?)));
    std::iter::once((Place::Field("reference"), complaint.reference.to_string())).chain(fields).chain(noted)
}

fn says(complaint: &Complaint, folded: &str) -> bool {
    passages(complaint).any(|(_, said)| fold(&said).contains(folded))
}

/// Returns the part of a text in which a folded one stands, with some words around it; `None` where it does not.
pub fn excerpt(said: &str, folded: &str) -> Option<String> {
    let words: Vec<&str> = said.split_whitespace().collect();
    let holds = |words: &[&str]| fold(&words.join(" ")).contains(folded);
    if !holds(&words) {
        return None;
    }
    // The last word from which on it still stands there, and the first up to which.
    let start = (0..words.len()).rev().find(|start| holds(&words[*start..])).unwrap_or(0);
    let end = (start..=words.len()).find(|end| holds(&words[start..*end])).unwrap_or(words.len());
    let (from, to) = (start.saturating_sub(AROUND), words.len().min(end + AROUND));
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    Some(format!("{}{}{}", cut(from > 0), words[from..to].join(" "), cut(to < words.len())))
}

/// Returns whether two texts are telephone numbers of which one is a part of the other, whatever their spelling.
pub fn is_phone(known: &str, number: &str) -> bool {
    number.len() >= SHORTEST_PHONE && phone(known).contains(number)
}

fn is_reached_by(complaint: &Complaint, number: &str) -> bool {
    complaint.personal.phones.iter().any(|known| is_phone(known, number))
}
