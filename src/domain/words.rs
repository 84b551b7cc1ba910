//! The closed lists of the format: every word that a field may hold, with what it means.
//!
//! The words are the tool's own; the distinctions follow ISO 10002:2018 clause 7 and the articles' lists (S-numbers).

use super::code::words;

words! {
    /// Where a complaint stands. Everything else about it is a closure reason or a record of its own.
    State, "state" {
        /// Recorded, nothing done yet (ISO 10002, receipt).
        Received => "received",
        /// The complainant was told that it arrived (S35).
        Acknowledged => "acknowledged",
        /// Category, severity and owner are known (initial assessment).
        Assessed => "assessed",
        /// Somebody looks into it.
        Investigating => "investigating",
        /// There is a finding with reasons.
        Decided => "decided",
        /// The complainant was told the outcome.
        Responded => "responded",
        /// What was agreed is being done.
        Implementing => "implementing",
        /// What was agreed is done; the complainant judges it (S124).
        FollowUp => "follow-up",
        /// Finished, with a closure reason.
        Closed => "closed",
        /// An independent person looks again (ISO 10003 begins after it).
        Review => "review",
        /// A body outside the organization has it.
        External => "external",
    }
}

impl State {
    /// Returns whether work remains.
    pub fn is_open(self) -> bool {
        self != Self::Closed
    }
}

words! {
    /// The way by which people reach each other: of a complaint on arrival, and of every contact after it (S1-S6).
    Channel, "channel" {
        /// A call.
        Phone => "phone",
        /// E-mail.
        Email => "email",
        /// A form on a web site.
        WebForm => "web-form",
        /// Chat on a web site.
        Chat => "chat",
        /// Text message.
        Sms => "sms",
        /// A messenger application.
        Messenger => "messenger",
        /// A social network.
        Social => "social",
        /// A letter on paper.
        Letter => "letter",
        /// Fax.
        Fax => "fax",
        /// Face to face.
        InPerson => "in-person",
        /// A call centre that passed it on.
        CallCentre => "call-centre",
        /// Somebody else on the complainant's behalf.
        ThirdParty => "third-party",
        /// A supervisory authority.
        Regulator => "regulator",
        /// Legal authorities or lawyers.
        Legal => "legal",
        /// A review site.
        ReviewSite => "review-site",
        /// Own staff noticed it.
        Staff => "staff",
        /// Any other way.
        Other => "other",
    }
}

words! {
    /// What was found about a complaint or one of its points.
    Finding, "finding" {
        /// The complaint is right.
        Upheld => "upheld",
        /// Right in part.
        Partly => "partly",
        /// Not right: reasons and the next route are always told (S95).
        NotUpheld => "not-upheld",
    }
}

words! {
    /// Why a complaint is closed. Nothing is lost in counting: every closed complaint has exactly one.
    Closure, "closure reason" {
        /// Answered, and the complainant says it is solved.
        ResolvedAccepted => "resolved-accepted",
        /// Solved in the first contact, accepted there.
        ResolvedFirstContact => "resolved-first-contact",
        /// Answered, and nobody replied to the follow-up.
        ResolvedNoReply => "resolved-no-reply",
        /// Rejected, and the complainant takes no further route.
        NotUpheldAccepted => "not-upheld-accepted",
        /// Rejected, all routes told, and their time has passed.
        NotUpheldExhausted => "not-upheld-exhausted",
        /// Taken back by the complainant.
        Withdrawn => "withdrawn",
        /// Not ours to decide: sent on, and the complainant told where.
        ReferredOut => "referred-out",
        /// No complaint: a question, a wish, praise.
        NotAComplaint => "not-a-complaint",
        /// The same complaint as another record, which goes on.
        Duplicate => "duplicate",
        /// Settled with the help of an outside body.
        SettledExternal => "settled-external",
        /// Decided, or a recommendation made, by an outside body.
        DeterminedExternal => "determined-external",
        /// Recorded by mistake; the number stays used.
        Void => "void",
    }
}

words! {
    /// What a record is about that turned out to be no complaint.
    Matter, "matter" {
        /// Somebody asks something.
        Enquiry => "enquiry",
        /// Somebody wants a service.
        ServiceRequest => "service-request",
        /// Somebody proposes something.
        Suggestion => "suggestion",
        /// Somebody praises.
        Compliment => "compliment",
    }
}

words! {
    /// Whether the complainant says that the problem is gone (S129).
    Solved, "answer" {
        /// Fully.
        Yes => "yes",
        /// In part.
        Partly => "partly",
        /// Not at all.
        No => "no",
    }
}

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
    /// A plain yes or no that somebody has assessed; absent means nobody has.
    YesNo, "answer" {
        /// It is so.
        Yes => "yes",
        /// It is not so.
        No => "no",
    }
}

words! {
    /// What the complainant is to the product or service (S28).
    Role, "role" {
        /// Bought it.
        Buyer => "buyer",
        /// Uses it.
        User => "user",
        /// Speaks for somebody else.
        Representative => "representative",
        /// Works here.
        Staff => "staff",
        /// Neither bought nor uses it.
        Public => "public",
        /// Another business.
        OtherBusiness => "other-business",
    }
}

words! {
    /// What a complainant needs to be heard like everybody else (S13-S16).
    Accommodation, "need" {
        /// Somebody who translates.
        Interpreter => "interpreter",
        /// Needs papers in large print.
        LargePrint => "large-print",
        /// Hears badly.
        Hearing => "hearing",
        /// Sees badly.
        Vision => "vision",
        /// Moves with difficulty.
        Mobility => "mobility",
        /// Needs plain words and time.
        Cognitive => "cognitive",
        /// Reads or writes with difficulty.
        Literacy => "literacy",
        /// Is a child.
        Minor => "minor",
        /// Is old.
        Elderly => "elderly",
        /// Lives far away.
        Remote => "remote",
        /// Is short of money.
        FinancialHardship => "financial-hardship",
        /// Has lost somebody.
        Bereaved => "bereaved",
        /// Anything else.
        Other => "other",
    }
}

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

words! {
    /// How the complainant agreed.
    Acceptance, "acceptance" {
        /// By word of mouth; the record names who heard it.
        Oral => "oral",
        /// In writing.
        Written => "written",
    }
}

words! {
    /// Where a complainant who disagrees can go next (S151, S154).
    Route, "route" {
        /// An independent person here looks again.
        InternalReview => "internal-review",
        /// A mediator or arbitrator both sides agree to (ISO 10003).
        Mediation => "mediation",
        /// The trade's own body.
        TradeBody => "trade-body",
        /// The e-commerce trust mark's complaints office (S150).
        Enamad => "enamad",
        /// An ombudsman.
        Ombudsman => "ombudsman",
        /// A supervisory authority.
        Regulator => "regulator",
        /// A court.
        Court => "court",
    }
}

words! {
    /// Whether a member may do something without a second person (S63).
    Authority, "authority" {
        /// The member may.
        Within => "within",
        /// Somebody else must agree.
        Beyond => "beyond",
    }
}

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

words! {
    /// What kind of customer complains (S27).
    Segment, "kind of customer" {
        /// A consumer.
        Consumer => "consumer",
        /// A business that buys.
        Business => "business",
        /// A consumer who deals with another consumer through us.
        BetweenConsumers => "between-consumers",
        /// A person who supplies us.
        Supplier => "supplier",
        /// Somebody of our own house.
        Internal => "internal",
        /// A public authority.
        Government => "government",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::code::Code;

    #[test]
    fn every_word_is_a_code_and_reads_back() {
        for state in State::ALL {
            assert_eq!(state.as_str().parse(), Ok(*state));
            assert!(state.as_str().parse::<Code>().is_ok());
        }
        for category in CATEGORIES {
            assert!(category.parse::<Code>().is_ok(), "{category}");
        }
    }

    #[test]
    fn an_unknown_word_names_the_list() {
        let error = "pending".parse::<State>().expect_err("no such state");
        assert!(error.to_string().starts_with("`pending` is no state; allowed: received acknowledged"));
    }
}
