//! What puts things right: kinds and stages of remedies, promises (ISO 10002:2018, 7.7).

use crate::domain::code::words;

words! {
    /// What a complainant was told a date for.
    Promised, "promise" {
        /// The answer.
        Response => "response",
        /// Something that was agreed.
        Remedy => "remedy",
        /// News of how it stands.
        Update => "update",
        /// Until when the complainant tries the solution (S101).
        Trial => "trial",
        /// That it does not happen again (S106).
        Prevention => "prevention",
    }
}

words! {
    /// What became of a promise.
    PromiseState, "promise state" {
        /// Still to be kept.
        Open => "open",
        /// Done by its date.
        Kept => "kept",
        /// Done after its date, or not at all.
        Missed => "missed",
        /// The complainant was told another date in time.
        Replaced => "replaced",
    }
}

words! {
    /// How far a remedy is (S107-S114).
    RemedyState, "remedy state" {
        /// The complainant wants it.
        Asked => "asked",
        /// We offered it.
        Offered => "offered",
        /// The complainant agreed to it; from now on it is owed.
        Accepted => "accepted",
        /// The complainant does not want it.
        Declined => "declined",
        /// We took it back.
        Withdrawn => "withdrawn",
        /// It is done or paid.
        Delivered => "delivered",
    }
}

/// The kinds of remedies that have a name in both languages (S107, S113); a register may write others.
pub const REMEDIES: &[&str] = &[
    "refund",
    "repair",
    "replace",
    "discount",
    "gift",
    "credit",
    "voucher",
    "apology",
    "explanation",
    "correction",
    "payment-for-loss",
    "payment-for-distress",
    "reconsider-decision",
    "restore-position",
    "change-process",
    "publish-correction",
    "staff-action",
    "other",
];
