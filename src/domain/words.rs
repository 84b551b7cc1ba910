//! The closed lists of the format: every word that a field may hold, with what it means.
//!
//! The words are the tool's own; the distinctions follow ISO 10002:2018 clause 7 and the articles' lists (S-numbers).

mod assessment;
mod conduct;
mod dispute;
mod paper;
mod redress;

pub use assessment::{CATEGORIES, CauseFamily, Impact, Jurisdiction, Priority, Risk};
pub use conduct::{ConductKind, Restriction};
pub use dispute::{DisputeExit, DisputeMethod, DisputeResult, Side};
pub use paper::{PaperStage, Rework};
pub use redress::{PromiseState, Promised, REMEDIES, RemedyState};

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
        for code in CATEGORIES.iter().chain(REMEDIES) {
            assert!(code.parse::<Code>().is_ok(), "{code}");
        }
    }

    #[test]
    fn an_unknown_word_names_the_list() {
        let error = "pending".parse::<State>().expect_err("no such state");
        assert!(error.to_string().starts_with("`pending` is no state; allowed: received acknowledged"));
    }
}
