//! Locked clauses: what a rule pack asks of a paper cannot be lost in a layout.
//!
//! A piece of a clause goes into the layout between two marks, private characters of Unicode that no text of people keeps
//! on its way there. What comes out still has them; they are taken out at the end, and tell which pieces were printed whole.
//! So a piece counts when it stands on the paper, not when its words happen to stand there, and whoever writes a layout
//! needs no special word for it.

use crate::domain::code::Code;
use crate::domain::pack::Pack;
use crate::domain::paper::{Clause, Paper};

/// The marks before pieces; the last plane of Unicode is for private use.
const OPENING: u32 = 0x10_0000;

/// The marks behind pieces.
const CLOSING: u32 = 0x10_8000;

/// The first mark.
const FIRST: char = '\u{100000}';

/// The last mark.
const LAST: char = '\u{10FFFD}';

/// What a rule pack asks of one paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locks {
    /// The paper.
    pub paper: Paper,
    /// The pack.
    pub pack: Code,
    /// What the paper must say.
    pub clauses: Vec<Clause>,
}

impl Locks {
    /// Returns what a pack asks of a paper.
    pub fn of(pack: &Pack, paper: Paper) -> Self {
        Self { paper, pack: pack.id.clone(), clauses: pack.clauses_of(paper).to_vec() }
    }

    /// Returns what of it a message for a telephone must say: it names nothing of the matter, because everybody can read
    /// a lock screen.
    pub(super) fn of_message(&self) -> Self {
        let clauses = self.clauses.iter().filter(|clause| **clause == Clause::Reference).copied().collect();
        Self { clauses, ..self.clone() }
    }
}

/// A piece of a clause that was handed to a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The clause.
    pub(super) clause: Clause,
    /// The name by which the layout can print it.
    pub(super) place: String,
}

/// The pieces that were handed to a layout.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    pieces: Vec<Piece>,
}

impl Ledger {
    /// Returns a piece as the layout gets it.
    pub(super) fn hand_out(&mut self, piece: Piece, text: &str) -> String {
        let number = u32::try_from(self.pieces.len()).unwrap_or(u32::MAX);
        self.pieces.push(piece);
        match (mark(OPENING, number), mark(CLOSING, number)) {
            (Some(opening), Some(closing)) => format!("{opening}{}{closing}", without_marks(text)),
            // A paper with thousands of pieces: those that cannot be told apart count as left out.
            _ => text.to_owned(),
        }
    }

    /// Returns whether there is anything to say for a clause.
    pub(super) fn knows(&self, clause: Clause) -> bool {
        self.pieces.iter().any(|piece| piece.clause == clause)
    }

    /// Returns the first piece of a clause that does not stand whole in what was printed.
    pub(super) fn left_out(&self, clause: Clause, printed: &str) -> Option<&Piece> {
        let is_whole = |number: usize| {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            [OPENING, CLOSING].iter().all(|first| mark(*first, number).is_some_and(|mark| printed.contains(mark)))
        };
        let mut pieces = self.pieces.iter().enumerate().filter(|(_, piece)| piece.clause == clause);
        pieces.find(|(number, _)| !is_whole(*number)).map(|(_, piece)| piece)
    }
}

/// Returns the mark of a piece.
fn mark(first: u32, number: u32) -> Option<char> {
    let is_own = number < CLOSING - OPENING - 2;
    is_own.then(|| char::from_u32(first + number)).flatten()
}

/// Returns a text without the characters that serve as marks.
pub(super) fn without_marks(text: &str) -> String {
    text.replace(is_mark, "")
}

/// Returns a text changed by `change`, which does not see the marks around it.
pub(super) fn within_marks(text: &str, change: impl FnOnce(&str) -> String) -> String {
    let inner = text.trim_matches(is_mark);
    let start = text.len() - text.trim_start_matches(is_mark).len();
    let end = (start + inner.len()).min(text.len());
    format!("{}{}{}", &text[..start], change(inner), &text[end..])
}

fn is_mark(character: char) -> bool {
    (FIRST..=LAST).contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(clause: Clause) -> Piece {
        Piece { clause, place: "x".to_owned() }
    }

    #[test]
    fn a_piece_counts_when_it_was_printed_whole() {
        let mut ledger = Ledger::default();
        let first = ledger.hand_out(piece(Clause::Reasons), "The log shows it.");
        let second = ledger.hand_out(piece(Clause::Reasons), "The log shows it.");
        assert_eq!(ledger.left_out(Clause::Reasons, &format!("{first} {second}")), None);
        assert!(ledger.left_out(Clause::Reasons, &format!("{first} {first}")).is_some(), "the other one is missing");
        let cut: String = second.chars().take(5).collect();
        assert!(ledger.left_out(Clause::Reasons, &format!("{first} {cut}")).is_some(), "only its beginning");
        assert!(ledger.left_out(Clause::Reasons, "The log shows it. The log shows it.").is_some(), "the words alone");
        assert!(ledger.knows(Clause::Reasons) && !ledger.knows(Clause::Finding));
    }

    #[test]
    fn nobody_can_write_a_mark() {
        let mut ledger = Ledger::default();
        let marked = ledger.hand_out(piece(Clause::Finding), "up\u{100000}held\u{108000}");
        assert_eq!(without_marks(&marked), "upheld");
        assert_eq!(marked.chars().count(), "upheld".len() + 2);
    }
}
