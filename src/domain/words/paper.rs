//! Papers that somebody looks at before they go out: stages, and why one is sent back.

use crate::domain::code::words;

words! {
    /// Why something that was written goes back to its author.
    Rework, "reason to send back" {
        /// Facts, names or dates are wrong.
        Facts => "facts",
        /// Something that was complained about is not answered.
        Points => "points",
        /// A finding lacks its evidence.
        Evidence => "evidence",
        /// The reasons do not carry the finding.
        Reasons => "reasons",
        /// What is done to put it right, or by when, is unclear.
        Remedy => "remedy",
        /// Where the complainant can go next, or until when, is missing or wrong.
        NextRoute => "next-route",
        /// It is hard to understand, or not polite.
        Wording => "wording",
        /// It names people or matters that do not belong in it.
        Privacy => "privacy",
        /// Anything else.
        Other => "other",
    }
}

words! {
    /// How far a paper is that somebody looks at before it goes out. Before that it is a draft, and nothing is recorded.
    PaperStage, "stage of a paper" {
        /// Somebody else is to look at it.
        InReview => "in-review",
        /// Somebody else said yes to its text.
        Approved => "approved",
        /// It went back to its author.
        Rework => "rework",
        /// The complainant got it.
        Sent => "sent",
    }
}
