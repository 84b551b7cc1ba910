//! The order of work that follows from an assessment (ISO 10002:2018, 7.5; S49): how bad it is times how many it touches.
//!
//! A house may look at a complaint sooner or later than that; a stricter pack asks why.

use super::complaint::{Assessment, Complaint};
use super::event::Kind;
use super::words::{Impact, Priority, YesNo};

impl Impact {
    /// Returns the importance from 1 to 4: how many people the matter touches.
    pub fn importance(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Several => 2,
            Self::Many => 3,
            Self::Systemic => 4,
        }
    }
}

impl Assessment {
    /// Returns the priority that follows from severity, impact and safety; `None` before anybody said how bad it is.
    pub fn usual_priority(&self) -> Option<Priority> {
        let severity = self.severity?;
        let score = severity.saturating_mul(self.impact.unwrap_or(Impact::One).importance());
        Some(match score {
            _ if self.safety == Some(YesNo::Yes) => Priority::Urgent,
            12.. => Priority::Urgent,
            6.. => Priority::High,
            _ if severity >= 4 => Priority::High,
            2.. => Priority::Normal,
            _ => Priority::Low,
        })
    }
}

impl Complaint {
    /// Returns the priority after `assessment` takes the place of the present one: the one that is `said`, or one that somebody
    /// chose before, or else the usual one.
    pub fn priority_after(&self, assessment: &Assessment, said: Option<Priority>) -> Priority {
        let was_chosen = self.priority != self.assessment.usual_priority().unwrap_or(Priority::Normal);
        let usual = assessment.usual_priority().filter(|_| !was_chosen);
        said.or(usual).unwrap_or(self.priority)
    }

    /// Returns the priority of the complaint where an assessment that says `said` chooses another one than the usual.
    ///
    /// The first assessment answers for the one that was chosen at receipt.
    pub fn chosen_priority(&self, said: Option<Priority>) -> Option<Priority> {
        let is_chosen = said.is_some() || self.last(Kind::Categorized).is_none();
        let usual = self.assessment.usual_priority();
        Some(self.priority).filter(|priority| is_chosen && usual.is_some_and(|usual| usual != *priority))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::specimen;

    fn assessed(severity: u8, impact: Impact, safety: YesNo) -> Assessment {
        Assessment { severity: Some(severity), impact: Some(impact), safety: Some(safety), ..Assessment::default() }
    }

    #[test]
    fn the_worse_it_is_and_the_more_it_touches_the_sooner_it_is_looked_at() {
        let usual = |severity, impact| assessed(severity, impact, YesNo::No).usual_priority();
        assert_eq!(usual(1, Impact::One), Some(Priority::Low));
        assert_eq!(usual(1, Impact::Several), Some(Priority::Normal));
        assert_eq!(usual(3, Impact::One), Some(Priority::Normal));
        assert_eq!(usual(3, Impact::Several), Some(Priority::High));
        assert_eq!(usual(4, Impact::One), Some(Priority::High));
        assert_eq!(usual(3, Impact::Systemic), Some(Priority::Urgent));
        assert_eq!(assessed(1, Impact::One, YesNo::Yes).usual_priority(), Some(Priority::Urgent));
        assert_eq!(Assessment::default().usual_priority(), None);
    }

    #[test]
    fn the_usual_priority_follows_the_assessment_until_somebody_chooses_another() {
        let mut complaint = specimen::complaint("2026-10-28T10:05:00+03:30".parse().expect("a time"));
        let (grave, light) = (assessed(5, Impact::One, YesNo::No), assessed(2, Impact::One, YesNo::No));
        assert_eq!(complaint.priority_after(&grave, None), Priority::High);
        assert_eq!(complaint.priority_after(&grave, Some(Priority::Low)), Priority::Low);
        complaint.priority = Priority::Low;
        complaint.assessment = grave;
        assert_eq!(complaint.priority_after(&light, None), Priority::Low);
        complaint.priority = Priority::High;
        assert_eq!(complaint.priority_after(&light, None), Priority::Normal);
    }

    #[test]
    fn a_priority_is_chosen_when_it_is_not_the_usual_one() {
        let mut complaint = specimen::complaint("2026-10-28T10:05:00+03:30".parse().expect("a time"));
        complaint.priority = Priority::Urgent;
        assert_eq!(complaint.chosen_priority(None), None);
        complaint.assessment = assessed(2, Impact::One, YesNo::No);
        assert_eq!(complaint.chosen_priority(None), Some(Priority::Urgent));
        complaint.priority = Priority::Normal;
        assert_eq!(complaint.chosen_priority(Some(Priority::Normal)), None);
    }
}
