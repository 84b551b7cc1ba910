//! What each member may do alone: the answer is written into the event, since members and their limits change.

use super::complaint::{Complaint, Remedy};
use super::event::{Event, Kind};
use super::money::Money;
use super::words::{Authority, RemedyState};

/// The members of a register, as far as authority goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// The members.
    pub members: Vec<Member>,
}

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The short name in events.
    pub id: String,
    /// Whether the member approves decisions of others.
    pub is_approver: bool,
    /// The highest amounts the member may decide on; without any there is no limit.
    pub limits: Vec<Money>,
}

impl Team {
    /// Returns whether the author of `event` may do it alone; `None` where the register limits nobody.
    ///
    /// `complaint` is as the event says, with its amounts already written.
    pub fn authority(&self, complaint: &Complaint, event: &Event) -> Option<Authority> {
        let has_limits = self.members.iter().any(|member| !member.limits.is_empty());
        if !has_limits && !self.names_approver() {
            return None;
        }
        let is_beyond = match event.kind {
            Kind::Decided => self.names_approver() || self.is_too_much(&event.by, complaint, event),
            Kind::Approved => !self.may_approve(&event.by) || self.is_too_much(&event.by, complaint, event),
            Kind::PaperApproved => !self.may_approve(&event.by),
            Kind::Voided => self.names_approver() && !self.is_witnessed(event),
            Kind::RemedyOffered | Kind::RemedyAgreed | Kind::RemedyDelivered | Kind::Accepted | Kind::ResolvedNow => {
                let approver = complaint.approval().map(|approval| approval.by.as_str());
                let mut people = approver.into_iter().chain([event.by.as_str()]);
                people.all(|member| self.is_too_much(member, complaint, event))
            }
            _ => return None,
        };
        Some(if is_beyond { Authority::Beyond } else { Authority::Within })
    }

    fn names_approver(&self) -> bool {
        self.members.iter().any(|member| member.is_approver)
    }

    fn may_approve(&self, id: &str) -> bool {
        !self.names_approver() || self.members.iter().any(|member| member.id == id && member.is_approver)
    }

    /// Returns whether an approver other than the author stands by the event.
    fn is_witnessed(&self, event: &Event) -> bool {
        event.facts.second.as_deref().is_some_and(|second| second != event.by && self.may_approve(second))
    }

    /// Returns whether a remedy that is promised or paid is more than the member may decide on.
    fn is_too_much(&self, id: &str, complaint: &Complaint, event: &Event) -> bool {
        let is_named = |remedy: &Remedy| event.facts.remedy.as_ref() == Some(&remedy.id);
        let is_settled = |remedy: &Remedy| matches!(remedy.state, RemedyState::Declined | RemedyState::Delivered);
        let at_stake = complaint.remedies.iter().filter(|remedy| is_named(remedy) || !is_settled(remedy));
        at_stake.flat_map(|remedy| remedy.amounts.ours()).any(|amount| !self.may_decide_on(id, amount))
    }

    fn may_decide_on(&self, id: &str, amount: &Money) -> bool {
        let Some(member) = self.members.iter().find(|member| member.id == id) else {
            return self.members.iter().all(|member| member.limits.is_empty());
        };
        let covers =
            |limit: &Money| limit.currency() == amount.currency() && limit.minor_units() >= amount.minor_units();
        member.limits.is_empty() || member.limits.iter().any(covers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn team() -> Team {
        let limits = |amount: i64| vec![Money::new(amount, "IRR".parse().expect("a currency"))];
        let member = |id: &str, is_approver, limits| Member { id: id.to_owned(), is_approver, limits };
        Team { members: vec![member("sara", false, limits(100)), member("reza", true, Vec::new())] }
    }

    #[test]
    fn a_limit_covers_its_own_currency_only_and_no_limit_covers_all() {
        let amount = |units, currency: &str| Money::new(units, currency.parse().expect("a currency"));
        assert!(team().may_decide_on("sara", &amount(100, "IRR")));
        assert!(!team().may_decide_on("sara", &amount(101, "IRR")));
        assert!(!team().may_decide_on("sara", &amount(1, "EUR")));
        assert!(team().may_decide_on("reza", &amount(1_000_000, "EUR")));
    }

    #[test]
    fn a_stranger_decides_on_nothing_once_somebody_is_limited() {
        let amount = Money::new(1, "IRR".parse().expect("a currency"));
        assert!(!team().may_decide_on("nobody", &amount));
        assert!(Team::default().may_decide_on("nobody", &amount));
    }

    #[test]
    fn who_is_no_approver_approves_nothing_where_there_is_one() {
        assert!(team().may_approve("reza") && !team().may_approve("sara"));
        assert!(Team::default().may_approve("sara"));
    }
}
