//! Why a rule says no. Data only: the words for people are made where the language is known.

use super::Instant;
use super::event::Kind;
use super::rules::{Requirement, Step};
use super::words::{Closure, State};

/// A rule's no. Nothing was changed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// The step is not possible from where the complaint stands.
    #[error("`{step}` is not possible: the complaint is {state}{}", closure_text(*closure))]
    WrongState {
        /// The step.
        step: Step,
        /// Where the complaint stands.
        state: State,
        /// Why it is closed, when it is.
        closure: Option<Closure>,
        /// The steps of the process that are possible.
        possible: Vec<Step>,
    },
    /// The step must record more than was given.
    #[error("`{step}` must record more: {}", missing.iter().map(|item| item.as_str()).collect::<Vec<_>>().join(", "))]
    Missing {
        /// The step.
        step: Step,
        /// Everything that is missing.
        missing: Vec<Requirement>,
    },
    /// It is said to have happened before the last event.
    #[error("{at} is before the last event of the complaint, {last}")]
    BeforeLastEvent {
        /// When it is said to have happened.
        at: Instant,
        /// The time of the last event.
        last: Instant,
    },
    /// It is said to have happened later than now.
    #[error("{at} is in the future; it is {now}")]
    InTheFuture {
        /// When it is said to have happened.
        at: Instant,
        /// Now.
        now: Instant,
    },
    /// No step records such an event.
    #[error("no step records `{kind}`")]
    NoSuchStep {
        /// The kind of event.
        kind: Kind,
    },
}

impl Refusal {
    /// Returns whether somebody else than the one who says so is missing.
    pub fn wants_second_person(&self) -> bool {
        use Requirement::{AnotherReader, ApprovedPaper, Authority, NeededApproval, OtherPerson, ReviewedPaper};
        let Self::Missing { missing, .. } = self else { return false };
        let of_second = [AnotherReader, ApprovedPaper, Authority, NeededApproval, OtherPerson, ReviewedPaper];
        missing.iter().any(|requirement| of_second.contains(requirement))
    }
}

fn closure_text(closure: Option<Closure>) -> String {
    closure.map_or_else(String::new, |closure| format!(" ({closure})"))
}
