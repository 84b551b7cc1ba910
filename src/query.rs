//! The question that `list`, `search` and bulk changes ask of every complaint: `state:open owner:sara due<2d`.
//!
//! Pure: what a complaint is asked comes in as text, when it is due as a function. The grammar is in docs/query.md.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use crate::domain::Instant;
use crate::domain::code::words;
use crate::domain::complaint::Complaint;
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
const OPEN: &str = "open";
/// Fewer digits are no telephone number that is worth looking for.
const SHORTEST_PHONE: usize = 4;

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
            Self::Category => complaint.category.as_ref().map(|code| code.as_str()),
            Self::Channel => Some(complaint.channel.as_str()),
            Self::Product => complaint.product.as_deref(),
            Self::Priority => Some(complaint.priority.as_str()),
            Self::Finding => complaint.finding().map(|finding| finding.as_str()),
            Self::Closure => complaint.closure().map(|closure| closure.as_str()),
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

/// Returns everything that people said in a complaint, the reference first.
pub fn texts(complaint: &Complaint) -> impl Iterator<Item = String> + '_ {
    let personal = &complaint.personal;
    let single = [&personal.name, &personal.subject, &personal.wants, &personal.order, &personal.address];
    let said = single.into_iter().flatten().chain([&personal.statement]).chain(&personal.emails);
    let notes = complaint.events.iter().filter_map(|event| event.facts.text.as_ref());
    std::iter::once(complaint.reference.to_string()).chain(said.chain(notes).cloned())
}

fn says(complaint: &Complaint, folded: &str) -> bool {
    texts(complaint).any(|said| fold(&said).contains(folded))
}

fn is_reached_by(complaint: &Complaint, number: &str) -> bool {
    let phones = &complaint.personal.phones;
    number.len() >= SHORTEST_PHONE && phones.iter().any(|known| phone(known).contains(number))
}
