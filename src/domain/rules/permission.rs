//! Permission to tell somebody outside who the complainant is and what the complaint is about (S138, S139): asked for each of
//! them, given or refused, and taken back at any time. Whom the complainant does not want told is not told.
//!
//! Questions to the story alone; which step asks them is the table's to know.

use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, EventId, Kind};

impl Complaint {
    /// Returns the last word about each outsider who was to be told, in the order in which they were named first.
    pub fn permissions(&self) -> Vec<&Event> {
        let mut last: Vec<&Event> = Vec::new();
        for event in self.valid_events().filter(|event| is_about_permission(event.kind)) {
            match last.iter_mut().find(|known| is_about_the_same(known, event)) {
                Some(known) => *known = event,
                None => last.push(event),
            }
        }
        last
    }

    /// Returns whether the complainant agreed, before `event`, that its recipient is told, and has not taken that back.
    pub(super) fn is_permitted(&self, event: &Event) -> bool {
        let recipient = event.facts.recipient.as_deref().unwrap_or_default();
        self.last_word_about(recipient, &event.id) == Some(Kind::PermissionGiven)
    }

    /// Returns whether the complainant does not want, before `event`, that the body is told that it names, or else the one
    /// that was named last.
    pub(super) fn is_forbidden(&self, event: &Event) -> bool {
        let last = || self.named_outside().and_then(|named| named.facts.body.as_deref());
        let body = event.facts.body.as_deref().or_else(last).unwrap_or_default();
        self.is_no_to(body, event)
    }

    /// Returns whether somebody is told with `event` whom the complainant, before it, does not want told.
    pub(super) fn tells_forbidden(&self, event: &Event) -> bool {
        event.facts.told.iter().any(|whom| self.is_no_to(whom, event))
    }

    /// Returns whether everybody is told with `event` of whom the complainant, before it, said that they may be.
    pub(super) fn tells_all_permitted(&self, event: &Event) -> bool {
        let permitted = self.permissions().into_iter().filter(|word| word.kind == Kind::PermissionGiven);
        let is_told = |word: &Event| {
            let whom = word.facts.recipient.as_deref().unwrap_or_default();
            event.facts.told.iter().any(|told| is_same(told, whom))
        };
        permitted.into_iter().all(is_told)
    }

    fn is_no_to(&self, whom: &str, event: &Event) -> bool {
        matches!(self.last_word_about(whom, &event.id), Some(Kind::PermissionRefused | Kind::PermissionWithdrawn))
    }

    fn last_word_about(&self, recipient: &str, before: &EventId) -> Option<Kind> {
        let is_word = |event: &&Event| {
            is_about_permission(event.kind)
                && event.id != *before
                && event.facts.recipient.as_deref().is_some_and(|known| is_same(known, recipient))
        };
        self.valid_events().rfind(is_word).map(|event| event.kind)
    }
}

fn is_about_permission(kind: Kind) -> bool {
    use Kind::{PermissionAsked, PermissionGiven, PermissionRefused, PermissionWithdrawn};
    matches!(kind, PermissionAsked | PermissionGiven | PermissionRefused | PermissionWithdrawn)
}

fn is_about_the_same(one: &Event, other: &Event) -> bool {
    one.facts.recipient.as_deref().zip(other.facts.recipient.as_deref()).is_some_and(|(one, other)| is_same(one, other))
}

/// Whoever is named in other letters of the same case is the same.
fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Facts;
    use crate::domain::specimen;

    fn story(words: &[(Kind, &str)]) -> Complaint {
        let mut complaint = specimen::complaint("2026-11-01T10:00:00+03:30".parse().expect("a time"));
        for (number, (kind, recipient)) in (1..).zip(words) {
            let facts = Facts { recipient: Some((*recipient).to_owned()), ..Facts::default() };
            let (id, at) = (EventId::from_random([number; 12]), complaint.received_at);
            complaint.events.push(Event { id, at, by: "sara".to_owned(), kind: *kind, to: None, facts });
        }
        complaint
    }

    #[test]
    fn the_last_word_about_each_outsider_counts() {
        let complaint = story(&[
            (Kind::PermissionAsked, "The insurer"),
            (Kind::PermissionGiven, "the carrier"),
            (Kind::PermissionGiven, " the insurer"),
            (Kind::PermissionWithdrawn, "The carrier"),
        ]);
        let words: Vec<Kind> = complaint.permissions().into_iter().map(|event| event.kind).collect();
        assert_eq!(words, [Kind::PermissionGiven, Kind::PermissionWithdrawn]);
    }

    #[test]
    fn whoever_was_never_named_is_neither_permitted_nor_forbidden() {
        let complaint = story(&[(Kind::PermissionRefused, "The insurer")]);
        let facts =
            |name: &str| Facts { body: Some(name.to_owned()), recipient: Some(name.to_owned()), ..Facts::default() };
        let event =
            |name| Event { id: EventId::from_random([9; 12]), facts: facts(name), ..complaint.events[0].clone() };
        assert!(complaint.is_forbidden(&event("the insurer")) && !complaint.is_permitted(&event("the insurer")));
        assert!(!complaint.is_forbidden(&event("the post")) && !complaint.is_permitted(&event("the post")));
    }

    #[test]
    fn whoever_may_be_told_is_told_and_whoever_may_not_is_not() {
        let complaint = story(&[
            (Kind::PermissionGiven, "The insurer"),
            (Kind::PermissionRefused, "The press"),
            (Kind::PermissionAsked, "The union"),
        ]);
        let telling = |told: &[&str]| {
            let facts = Facts { told: told.iter().map(|whom| (*whom).to_owned()).collect(), ..Facts::default() };
            let event = Event { id: EventId::from_random([9; 12]), facts, ..complaint.events[0].clone() };
            (complaint.tells_forbidden(&event), complaint.tells_all_permitted(&event))
        };
        assert_eq!(telling(&[]), (false, false));
        assert_eq!(telling(&["the insurer", "The neighbour"]), (false, true));
        assert_eq!(telling(&["the press"]), (true, false));
    }
}
