//! Papers that somebody looks at before they go out: submitted, approved or sent back, sent, and followed by a later one.
//!
//! Questions to the story alone; which step asks them is the table's to know. What a paper says is not known here: its text is
//! the same while its fingerprint is the same.

use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::paper::Paper;
use crate::domain::words::{Authority, PaperStage};

use PaperStage::{Approved, InReview, Rework, Sent};

impl Complaint {
    /// Returns how far each kind of paper is that was ever submitted or sent, with the event that says so; the one that was
    /// heard of last comes last.
    pub fn papers(&self) -> Vec<(Paper, PaperStage, &Event)> {
        let mut last: Vec<(Paper, PaperStage, &Event)> = Vec::new();
        for event in self.valid_events() {
            if let Some((paper, stage)) = event.facts.paper.zip(stage_by(event)) {
                last.retain(|(known, ..)| *known != paper);
                last.push((paper, stage, event));
            }
        }
        last
    }

    /// Returns the last submission of a paper, unless the complainant got it since.
    pub fn submitted(&self, paper: Paper) -> Option<&Event> {
        let about = self.valid_events().rev().filter(|event| event.facts.paper == Some(paper));
        about.take_while(|event| stage_by(event) != Some(Sent)).find(|event| event.kind == Kind::PaperSubmitted)
    }

    /// Returns whether a later paper of the same kind and another text took the place of the one that was sent with `event`.
    pub fn is_superseded(&self, event: &Event) -> bool {
        let later = self.valid_events().skip_while(|other| other.id != event.id).skip(1);
        let is_other =
            |other: &Event| other.sent_paper() == event.sent_paper() && other.facts.sha256 != event.facts.sha256;
        event.sent_paper().is_some() && later.into_iter().any(is_other)
    }

    /// Returns the submission of the paper that `event` is about.
    pub(super) fn submission(&self, event: &Event) -> Option<&Event> {
        self.submitted(event.facts.paper?)
    }

    /// Returns whether somebody is to look at the paper that `event` is about.
    pub(super) fn is_in_review(&self, event: &Event) -> bool {
        self.stage_before(event) == Some(InReview)
    }

    /// Returns whether `event` is about the text that was submitted, if any was.
    pub(super) fn is_text_submitted(&self, event: &Event) -> bool {
        self.submission(event).is_none_or(|submitted| submitted.facts.sha256 == event.facts.sha256)
    }

    /// Returns whether the paper that `event` sends was approved with this text.
    pub(super) fn is_text_approved(&self, event: &Event) -> bool {
        let submitted = self.submission(event).and_then(|submitted| submitted.facts.sha256.as_ref());
        self.stage_before(event) == Some(Approved) && submitted.is_some() && event.facts.reviewed.as_ref() == submitted
    }

    /// Returns whether the paper that `event` sends may go out: nobody was to look at it and its sender may send it alone, or
    /// somebody approved its text.
    pub(super) fn may_go_out(&self, event: &Event) -> bool {
        let needs_reader = event.facts.authority == Some(Authority::Beyond);
        let is_unread = matches!(self.stage_before(event), None | Some(Sent));
        is_unread && !needs_reader || self.is_text_approved(event)
    }

    fn stage_before(&self, event: &Event) -> Option<PaperStage> {
        let earlier = self.valid_events().filter(|earlier| earlier.id != event.id);
        earlier.filter(|earlier| earlier.facts.paper == event.facts.paper).filter_map(stage_by).next_back()
    }
}

fn stage_by(event: &Event) -> Option<PaperStage> {
    match event.kind {
        Kind::PaperSubmitted => Some(InReview),
        Kind::PaperApproved => Some(Approved),
        Kind::PaperReturned => Some(Rework),
        _ => event.sent_paper().map(|_| Sent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{EventId, Facts};
    use crate::domain::paper::LetterKind;
    use crate::domain::specimen;

    /// Tells a story about papers, each event with the fingerprint of its text.
    fn story(told: &[(Kind, Paper, &str)]) -> Complaint {
        let mut complaint = specimen::complaint("2026-11-01T10:00:00+03:30".parse().expect("a time"));
        for (number, (kind, paper, print)) in (1..).zip(told) {
            let event = Event { id: EventId::from_random([number; 12]), ..event(*kind, *paper, print) };
            complaint.events.push(event);
        }
        complaint
    }

    fn event(kind: Kind, paper: Paper, print: &str) -> Event {
        let reviewed = (kind == Kind::Responded).then(|| print.to_owned());
        let facts = Facts { paper: Some(paper), sha256: Some(print.to_owned()), reviewed, ..Facts::default() };
        let at = "2026-11-01T10:00:00+03:30".parse().expect("a time");
        Event { id: EventId::from_random([99; 12]), at, by: "sara".to_owned(), kind, to: None, facts }
    }

    const ANSWER: Paper = Paper::Letter(LetterKind::FinalResponse);

    #[test]
    fn an_answer_that_was_submitted_goes_out_with_the_text_that_was_approved() {
        let submitted = (Kind::PaperSubmitted, ANSWER, "one");
        let approved = (Kind::PaperApproved, ANSWER, "one");
        let goes_out = |told: &[_], print| story(told).may_go_out(&event(Kind::Responded, ANSWER, print));
        assert!(goes_out(&[], "one"), "nobody was to look at it");
        assert!(!goes_out(&[submitted], "one"));
        assert!(goes_out(&[submitted, approved], "one"));
        assert!(!goes_out(&[submitted, approved], "two"));
        assert!(!goes_out(&[submitted, approved, (Kind::PaperSubmitted, ANSWER, "two")], "one"));
        assert!(!goes_out(&[submitted, (Kind::PaperReturned, ANSWER, "one")], "one"));
        assert!(goes_out(&[submitted, (Kind::Responded, ANSWER, "one")], "two"), "that review is over");
        assert!(
            goes_out(&[(Kind::PaperSubmitted, Paper::Letter(LetterKind::Progress), "one")], "one"),
            "that is another paper"
        );
    }

    #[test]
    fn a_pack_that_wants_approval_is_not_content_with_no_review() {
        let approved = [(Kind::PaperSubmitted, ANSWER, "one"), (Kind::PaperApproved, ANSWER, "one")];
        let answer = event(Kind::Responded, ANSWER, "one");
        assert!(story(&approved).is_text_approved(&answer));
        assert!(!story(&[]).is_text_approved(&answer));
        let spoken = Event { facts: Facts::default(), ..answer };
        assert!(!story(&approved).is_text_approved(&spoken), "an answer without a paper has no approved text");
    }

    #[test]
    fn who_may_not_send_a_letter_alone_sends_the_text_that_somebody_approved() {
        let approved = [(Kind::PaperSubmitted, ANSWER, "one"), (Kind::PaperApproved, ANSWER, "one")];
        let mut answer = event(Kind::Responded, ANSWER, "one");
        answer.facts.authority = Some(Authority::Beyond);
        assert!(!story(&[]).may_go_out(&answer) && !story(&approved[..1]).may_go_out(&answer));
        assert!(story(&approved).may_go_out(&answer));
    }

    #[test]
    fn a_later_paper_with_another_text_takes_the_place_of_the_earlier_one() {
        let complaint = story(&[
            (Kind::Talked, Paper::Letter(LetterKind::Progress), "one"),
            (Kind::Talked, Paper::Letter(LetterKind::Progress), "one"),
            (Kind::Talked, Paper::Letter(LetterKind::Delay), "two"),
            (Kind::PaperSubmitted, Paper::Letter(LetterKind::Progress), "three"),
        ]);
        assert!(complaint.events.iter().all(|event| !complaint.is_superseded(event)), "a copy is no other paper");
        let stages: Vec<_> = complaint.papers().into_iter().map(|(paper, stage, _)| (paper, stage)).collect();
        assert_eq!(stages, [(Paper::Letter(LetterKind::Delay), Sent), (Paper::Letter(LetterKind::Progress), InReview)]);
        let complaint = story(&[
            (Kind::Talked, Paper::Letter(LetterKind::Progress), "one"),
            (Kind::Talked, Paper::Letter(LetterKind::Progress), "two"),
        ]);
        let superseded: Vec<bool> = complaint.events.iter().map(|event| complaint.is_superseded(event)).collect();
        assert_eq!(superseded, [false, true, false]);
    }
}
