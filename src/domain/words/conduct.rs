//! Conduct that makes it hard to help, and the restriction of contact that may follow (S193, S194).

use crate::domain::code::words;

words! {
    /// Conduct of a complainant that makes it hard to help (S193).
    ConductKind, "kind of conduct" {
        /// Asks for what cannot be.
        Demands => "demands",
        /// Insists after everything was said.
        Persistence => "persistence",
        /// Keeps back what is needed.
        NonCooperation => "non-cooperation",
        /// Argues beside the matter.
        Arguments => "arguments",
        /// Insults or threatens.
        Behaviour => "behaviour",
    }
}

words! {
    /// How contact is restricted for a while.
    Restriction, "restriction" {
        /// One member alone answers.
        OneContact => "one-contact",
        /// In writing only.
        WrittenOnly => "written-only",
        /// At set times only.
        SetTimes => "set-times",
        /// About set matters only.
        SetMatters => "set-matters",
        /// No visits.
        NoVisits => "no-visits",
    }
}
