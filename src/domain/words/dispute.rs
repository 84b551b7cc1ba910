//! What is resolved outside (ISO 10003:2018): sides, methods, results and ends.

use crate::domain::code::words;

words! {
    /// Who of the two sides of a dispute.
    Side, "side" {
        /// Who complains.
        Complainant => "complainant",
        /// Us.
        Organization => "organization",
    }
}

words! {
    /// What a neutral does (ISO 10003:2018, 7.5).
    DisputeMethod, "dispute method" {
        /// Helps both sides to agree.
        Facilitative => "facilitative",
        /// Recommends.
        Advisory => "advisory",
        /// Decides.
        Determinative => "determinative",
    }
}

words! {
    /// How a dispute ended outside (ISO 10003:2018, 7.5).
    DisputeResult, "dispute result" {
        /// Both sides agreed.
        Settled => "settled",
        /// The neutral recommended something.
        Recommended => "recommended",
        /// The neutral decided.
        Determined => "determined",
    }
}

words! {
    /// Why a way outside ended without a result.
    DisputeExit, "end of a dispute without a result" {
        /// One side does not agree to it.
        NoConsent => "no-consent",
        /// It is no matter for the outside body.
        Ineligible => "ineligible",
        /// The outside body does not take it.
        NotTaken => "not-taken",
        /// The complainant gave it up.
        Withdrawn => "withdrawn",
        /// Nobody acted in time.
        TimedOut => "timed-out",
    }
}
