//! When a complaint may be closed, and why: never for no reason (ISO 10002:2018, 7.9).

use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::domain::Instant;
use crate::domain::code::words;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::pack::Pack;
use crate::domain::words::{Channel, Closure, Finding, Solved};

words! {
    /// What the complainant said, or did not say, before a complaint is closed.
    ClosingWord, "closing word" {
        /// It is solved.
        Solved => "solved",
        /// Nobody replied.
        NoReply => "no-reply",
        /// No further route is wanted after a rejection.
        Declined => "declined",
        /// All routes were told and their time has passed.
        Exhausted => "exhausted",
        /// It is not solved, or only in part.
        Unsolved => "unsolved",
        /// Nothing new: what is recorded must be enough.
        Nothing => "nothing",
    }
}

impl Complaint {
    /// Returns whether the time for the route told with the answer has passed at `moment`.
    pub(super) fn is_window_passed(&self, moment: Instant, pack: &Pack) -> bool {
        let window = TimeDelta::days(pack.review_window_days.into());
        let told = self.valid_events().rfind(|event| event.route_told().is_some());
        told.is_some_and(|told| told.at + window <= moment)
    }

    /// Returns the contacts with the complainant since the answer, as they are recorded: those that waited for a word.
    fn contacts_since_answer(&self) -> impl Iterator<Item = &Event> {
        let answered = self.answered_at();
        self.valid_events().filter(move |event| event.kind == Kind::Talked && answered.is_some_and(|at| event.at >= at))
    }

    /// Returns whether the complainant was asked as often as the pack wants, by what `event` says or by recorded contacts.
    pub(super) fn has_enough_attempts(&self, event: &Event, pack: &Pack) -> bool {
        let is_said = event.facts.attempts.is_some_and(|said| said >= pack.attempts);
        is_said || self.contacts_since_answer().count() >= usize::from(pack.attempts)
    }

    /// Returns whether the recorded contacts since the answer reach over as many days and ways of contact as the pack wants.
    pub(super) fn are_attempts_spread(&self, pack: &Pack) -> bool {
        let ways: BTreeSet<Channel> = self.contacts_since_answer().filter_map(|contact| contact.facts.method).collect();
        let times = || self.contacts_since_answer().map(|contact| contact.at);
        let span = times().max().zip(times().min()).map_or_else(TimeDelta::zero, |(last, first)| last - first);
        let wanted = usize::from(pack.attempts_ways);
        (wanted < 2 || ways.len() >= wanted) && span >= TimeDelta::days(pack.attempts_days.into())
    }

    /// Returns why the complaint may be closed now, by what is recorded and what the complainant last said.
    ///
    /// A rejection is never closed for want of a reply alone: it waits until its next route has had its time (ISO 10002:2018,
    /// 7.9). Whoever got all that was asked for declines nothing: it is solved, or it is not.
    pub fn closure_by(&self, said: ClosingWord) -> Option<Closure> {
        let is_rejected = self.finding() == Some(Finding::NotUpheld);
        let is_first_contact = self.last(Kind::ResolvedNow).is_some() && self.last(Kind::Responded).is_none();
        let is_accepted = said == ClosingWord::Solved || said == ClosingWord::Nothing && self.recorded_acceptance();
        match said {
            ClosingWord::Declined if self.finding() == Some(Finding::Upheld) => None,
            ClosingWord::Declined => Some(Closure::NotUpheldAccepted),
            ClosingWord::Exhausted => Some(Closure::NotUpheldExhausted),
            ClosingWord::NoReply if is_rejected => Some(Closure::NotUpheldExhausted),
            ClosingWord::NoReply => Some(Closure::ResolvedNoReply),
            ClosingWord::Solved | ClosingWord::Nothing if !is_accepted => None,
            ClosingWord::Solved | ClosingWord::Nothing if is_rejected => Some(Closure::NotUpheldAccepted),
            ClosingWord::Solved | ClosingWord::Nothing if is_first_contact => Some(Closure::ResolvedFirstContact),
            ClosingWord::Solved | ClosingWord::Nothing => Some(Closure::ResolvedAccepted),
            ClosingWord::Unsolved => None,
        }
    }

    /// Returns whether the complainant's agreement is the last that is recorded of them since the answer was awaited.
    fn recorded_acceptance(&self) -> bool {
        let since = self.answer_awaited_since();
        let is_agreement = |event: &Event| {
            event.kind == Kind::Accepted || event.facts.accepted.is_some() && event.facts.side.is_none()
        };
        let last = self.valid_events().rfind(|event| event.facts.solved.is_some() || is_agreement(event));
        last.is_some_and(|last| last.at >= since && last.facts.solved.is_none_or(|solved| solved == Solved::Yes))
    }
}
