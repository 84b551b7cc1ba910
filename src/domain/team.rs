//! What each member may do alone: the answer is written into the event, since members and their limits change.

use super::complaint::{Complaint, Remedy};
use super::event::{Event, Kind};
use super::money::Money;
use super::paper::Paper;
use super::words::Authority;
use super::words::RemedyState::{Declined, Delivered, Withdrawn};

/// The members of a register, as far as authority goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// The members.
    pub members: Vec<Member>,
    /// Whether nothing is decided, written to a complainant or voided on one person's word.
    pub has_four_eyes: bool,
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
        if !has_limits && !self.names_approver() && !self.has_four_eyes {
            return None;
        }
        let is_beyond = match event.kind {
            Kind::Decided => self.wants_two() || self.is_too_much(&event.by, complaint, event),
            Kind::Responded | Kind::Talked | Kind::Extended
                if matches!(event.sent_paper(), Some(Paper::Letter(_))) && self.has_four_eyes =>
            {
                true
            }
            Kind::Approved => !self.may_approve(&event.by) || self.is_too_much(&event.by, complaint, event),
            Kind::PaperApproved => !self.may_approve(&event.by),
            Kind::Voided => self.wants_two() && !self.is_witnessed(event),
            Kind::RemedyOffered | Kind::RemedyAgreed | Kind::RemedyDelivered | Kind::Accepted | Kind::ResolvedNow => {
                let approver = complaint.approval().map(|approval| approval.by.as_str());
                let mut people = approver.into_iter().chain([event.by.as_str()]);
                people.all(|member| self.is_too_much(member, complaint, event))
            }
            _ => return None,
        };
        Some(if is_beyond { Authority::Beyond } else { Authority::Within })
    }

    /// Returns whether a second person is wanted where nobody else is a member who could be one.
    pub fn is_one_alone(&self) -> bool {
        self.has_four_eyes && self.members.len() < 2
    }

    /// Returns whether two people stand by a decision, whatever its amount.
    fn wants_two(&self) -> bool {
        self.has_four_eyes || self.names_approver()
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
        let is_settled = |remedy: &Remedy| matches!(remedy.state, Declined | Withdrawn | Delivered);
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
    use crate::domain::event::Facts;
    use crate::domain::paper::LetterKind;
    use crate::domain::specimen;

    fn team() -> Team {
        let limits = |amount: i64| vec![Money::new(amount, "IRR".parse().expect("a currency"))];
        let member = |id: &str, is_approver, limits| Member { id: id.to_owned(), is_approver, limits };
        Team {
            members: vec![member("sara", false, limits(100)), member("reza", true, Vec::new())],
            has_four_eyes: false,
        }
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

    #[test]
    fn four_eyes_want_two_people_for_each_decision_letter_and_void_and_for_nothing_else() {
        let letter = Paper::Letter(LetterKind::Progress);
        let cases = [
            (Kind::Decided, None, Authority::Beyond),
            (Kind::Voided, None, Authority::Beyond),
            (Kind::Responded, Some(letter), Authority::Beyond),
            (Kind::Talked, Some(letter), Authority::Beyond),
            (Kind::Extended, Some(letter), Authority::Beyond),
            (Kind::Approved, None, Authority::Within),
            (Kind::PaperApproved, Some(letter), Authority::Within),
            (Kind::ResolvedNow, None, Authority::Within),
        ];
        let free = [(Kind::Responded, None), (Kind::Talked, Some(Paper::Receipt)), (Kind::Noted, None)];
        let complaint = specimen::complaint("2026-11-01T10:00:00+03:30".parse().expect("a time"));
        let authority = |team: &Team, kind, paper| {
            let facts = Facts { paper, ..Facts::default() };
            team.authority(&complaint, &Event { kind, facts, ..complaint.events[0].clone() })
        };
        let strict = Team { has_four_eyes: true, ..Team::default() };
        for (kind, paper, expected) in cases {
            assert_eq!(authority(&strict, kind, paper), Some(expected), "{kind}");
            assert_eq!(authority(&Team::default(), kind, paper), None, "{kind}");
        }
        assert!(free.into_iter().all(|(kind, paper)| authority(&strict, kind, paper).is_none()));
    }
}
