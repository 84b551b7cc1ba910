//! What a complaint is about, how bad it is and whose it is (ISO 10002:2018, 7.5).

use crate::domain::code::words;

words! {
    /// How soon a complaint must be looked at, compared with others (S49).
    Priority, "priority" {
        /// Can wait.
        Low => "low",
        /// As usual.
        Normal => "normal",
        /// Before others.
        High => "high",
        /// At once.
        Urgent => "urgent",
    }
}

words! {
    /// How many people the matter touches.
    Impact, "impact" {
        /// This complainant alone.
        One => "one",
        /// A few.
        Several => "several",
        /// Many.
        Many => "many",
        /// Everybody who meets the same process.
        Systemic => "systemic",
    }
}

words! {
    /// Whether the matter is ours to decide (S48).
    Jurisdiction, "jurisdiction" {
        /// Ours.
        In => "in",
        /// Somebody else's.
        Out => "out",
        /// Ours in part.
        Shared => "shared",
    }
}

words! {
    /// Where the dissatisfaction comes from (S43).
    CauseFamily, "family of causes" {
        /// The product or service was bad.
        Quality => "quality",
        /// How staff behaved.
        Behaviour => "behaviour",
        /// Something else was expected.
        Expectation => "expectation",
        /// Something technical failed.
        Technical => "technical",
    }
}

words! {
    /// Where the matter may go if it is handled badly (S57).
    Risk, "risk" {
        /// Social networks and the press.
        SocialMedia => "social-media",
        /// A supervisory authority.
        Regulator => "regulator",
        /// A court.
        Court => "court",
        /// The customer leaves.
        Churn => "churn",
    }
}

/// The built-in categories (first level of the tool's own taxonomy); a register adds its own in `register.yaml`.
pub const CATEGORIES: &[&str] = &[
    "quality",
    "delivery",
    "price-charges",
    "billing-payment",
    "refund-redress",
    "warranty-aftersales",
    "contract-terms",
    "information-advertising",
    "staff-conduct",
    "technical-fault",
    "access-accommodation",
    "safety",
    "privacy-data",
    "complaint-handling",
    "policy-decision",
    "other",
];
