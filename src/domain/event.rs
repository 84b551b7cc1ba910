//! What can happen to a complaint, and what is known about it when it does.
//!
//! An event is a header (id, time, who, kind, new state) and [`Facts`]. The facts are one flat set of optional values
//! rather than a type per kind, because the one table of [`super::rules`] asks the same question of all of them: is what
//! this step must record there? `check` asks it again of every stored event.

use std::fmt;
use std::str::FromStr;

use super::Instant;
use super::code::{Code, words};
use super::paper::Paper;
use super::reference::Reference;
use super::words::{
    Acceptance, Authority, Channel, Closure, ConductKind, DisputeExit, DisputeMethod, DisputeResult, Finding, Matter,
    Priority, Restriction, Rework, Route, Side, Solved, State, YesNo,
};

words! {
    /// What happened, as a past participle.
    Kind, "kind of event" {
        /// The complaint arrived.
        Received => "received",
        /// The complainant was told that it arrived, and by when an answer comes.
        Acknowledged => "acknowledged",
        /// Category and severity were assessed.
        Categorized => "categorized",
        /// Somebody became the owner.
        Assigned => "assigned",
        /// Something worth knowing was written down.
        Noted => "noted",
        /// There was a contact with the complainant.
        Talked => "talked",
        /// A piece of evidence was added.
        Attached => "attached",
        /// The examination began.
        InvestigationStarted => "investigation-started",
        /// Somebody said whether they have a conflict of interest.
        ConflictDeclared => "conflict-declared",
        /// The complainant was asked whether somebody outside may be told.
        PermissionAsked => "permission-asked",
        /// The complainant agreed that somebody outside is told.
        PermissionGiven => "permission-given",
        /// The complainant did not agree.
        PermissionRefused => "permission-refused",
        /// The complainant no longer agrees.
        PermissionWithdrawn => "permission-withdrawn",
        /// There is a finding with reasons.
        Decided => "decided",
        /// Another person than its author said yes to the decision.
        Approved => "approved",
        /// The decision was sent back to the examination.
        Returned => "returned",
        /// Somebody else is to look at a paper before it goes out.
        PaperSubmitted => "paper-submitted",
        /// Somebody else said yes to the text of a paper.
        PaperApproved => "paper-approved",
        /// A paper went back to its author.
        PaperReturned => "paper-returned",
        /// The complainant was told the outcome.
        Responded => "responded",
        /// Solved within the first contact.
        ResolvedNow => "resolved-now",
        /// The complainant agreed to what was offered.
        Accepted => "accepted",
        /// What was agreed is done.
        Fulfilled => "fulfilled",
        /// The complainant judges an answer after which nothing is left to be done.
        FollowUpStarted => "follow-up-started",
        /// The answer is explained again.
        Explained => "explained",
        /// Another solution is looked for.
        Revised => "revised",
        /// Compensation is offered.
        Compensated => "compensated",
        /// The complaint is finished.
        Closed => "closed",
        /// A finished complaint goes on.
        Reopened => "reopened",
        /// The complainant took it back.
        Withdrawn => "withdrawn",
        /// The complainant wants an independent person to look again.
        ReviewRequested => "review-requested",
        /// Nobody here will look again.
        ReviewRefused => "review-refused",
        /// An independent person has looked again.
        ReviewDecided => "review-decided",
        /// It was sent on to those whose it is to decide.
        Referred => "referred",
        /// It is no complaint.
        Converted => "converted",
        /// It is the same as another record.
        Merged => "merged",
        /// It was recorded by mistake.
        Voided => "voided",
        /// The complainant said what they think of the handling and the outcome.
        FeedbackReceived => "feedback-received",
        /// A field was corrected.
        Edited => "edited",
        /// An event was taken back.
        Undone => "undone",
        /// Its pausable clocks stand still until a date.
        Held => "held",
        /// They run again before that date.
        Resumed => "resumed",
        /// A clock got a later end, which the complainant was told.
        Extended => "extended",
        /// The complainant was told a date.
        Promised => "promised",
        /// What was promised is done.
        PromiseKept => "promise-kept",
        /// What was promised will not be done, or not by its date.
        PromiseBroken => "promise-broken",
        /// The complainant asked for a remedy.
        RemedyAsked => "remedy-asked",
        /// A remedy was offered.
        RemedyOffered => "remedy-offered",
        /// The complainant agreed to a remedy.
        RemedyAgreed => "remedy-agreed",
        /// The complainant does not want a remedy.
        RemedyDeclined => "remedy-declined",
        /// A remedy that was offered or agreed was taken back.
        RemedyWithdrawn => "remedy-withdrawn",
        /// A remedy was done or paid.
        RemedyDelivered => "remedy-delivered",
        /// Conduct that makes it hard to help was recorded, perhaps with a restriction of contact.
        ConductRecorded => "conduct-recorded",
        /// Somebody looked again at the restriction, which goes on.
        ConductReviewed => "conduct-reviewed",
        /// The restriction ended.
        ConductEnded => "conduct-ended",
        /// A point of the complaint was written down.
        PointAdded => "point-added",
        /// There is a finding about one point.
        PointDecided => "point-decided",
        /// A way outside was proposed.
        DisputeProposed => "dispute-proposed",
        /// One side agreed to it, knowing what it means.
        DisputeConsented => "dispute-consented",
        /// Both sides and the outside body have the notice of the dispute.
        DisputeNotified => "dispute-notified",
        /// We said what we accept and contest, and who may settle for us.
        PositionTaken => "position-taken",
        /// The neutral began.
        DisputeStarted => "dispute-started",
        /// The complainant went to an outside body alone.
        WentOutside => "went-outside",
        /// The outside body came to a result.
        DisputeEnded => "dispute-ended",
        /// One side accepted what the neutral recommends.
        RecommendationAccepted => "recommendation-accepted",
        /// One side did not accept what the neutral recommends.
        RecommendationRejected => "recommendation-rejected",
        /// One side wants the decision of the neutral looked at again.
        DeterminationContested => "determination-contested",
        /// The file outside is closed.
        DisputeClosed => "dispute-closed",
        /// The way outside ended without a result.
        DisputeDropped => "dispute-dropped",
    }
}

/// The random name of an event: the key by which two clones' stories are merged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(String);

/// Why a text is no event id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is no event id: `e-` and 12 of the characters {ALPHABET}")]
pub struct NotAnEventId {
    /// The text that was found.
    pub found: String,
}

/// Crockford's base 32 in small letters: no i, l, o, u, so that an id read aloud is not misheard.
const ALPHABET: &str = "0123456789abcdefghjkmnpqrstvwxyz";

/// Returns `count` characters of Crockford's alphabet made from random bytes, one byte each.
pub fn random_word(random: &[u8]) -> String {
    random.iter().filter_map(|byte| ALPHABET.chars().nth(usize::from(byte % 32))).collect()
}

/// Returns whether a text is the pseudonym of a complainant: `p-` and eight characters of the alphabet of ids.
pub fn is_pseudonym(text: &str) -> bool {
    let is_word = |word: &str| word.len() == 8 && word.chars().all(|character| ALPHABET.contains(character));
    text.strip_prefix("p-").is_some_and(is_word)
}

impl EventId {
    /// Returns the id made from 60 random bits (twelve bytes, five bits of each).
    pub fn from_random(random: [u8; 12]) -> Self {
        Self(format!("e-{}", random_word(&random)))
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for EventId {
    type Err = NotAnEventId;

    fn from_str(text: &str) -> Result<Self, NotAnEventId> {
        let fits = text
            .strip_prefix("e-")
            .is_some_and(|word| word.len() == 12 && word.chars().all(|character| ALPHABET.contains(character)));
        if fits { Ok(Self(text.to_owned())) } else { Err(NotAnEventId { found: text.to_owned() }) }
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

/// Words in the names of fields that only few may see.
const RESTRICTED: [&str; 4] = ["restricted", "vulnerability", "health", "accusation"];

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its random name.
    pub id: EventId,
    /// When it happened, as claimed; when it was recorded is the time of its commit.
    pub at: Instant,
    /// The member who says so.
    pub by: String,
    /// What happened.
    pub kind: Kind,
    /// The state it leads to, when it changes the state.
    pub to: Option<State>,
    /// What is known about it.
    pub facts: Facts,
}

impl Event {
    /// Returns whether its words are for few, whoever wrote them: it tells of a complainant's conduct, or corrects a field that
    /// only few may see.
    pub fn is_restricted(&self) -> bool {
        let is_restricted = |field: &Code| field.as_str().split('-').any(|word| RESTRICTED.contains(&word));
        matches!(self.kind, Kind::ConductRecorded | Kind::ConductReviewed | Kind::ConductEnded)
            || self.facts.field.as_ref().is_some_and(is_restricted)
    }

    /// Returns the paper that the complainant got with it.
    pub fn sent_paper(&self) -> Option<Paper> {
        self.facts.paper.filter(|_| !self.is_review_of_paper())
    }

    /// Returns where the complainant was told to go next with it.
    pub fn route_told(&self) -> Option<Route> {
        self.facts.route_told.filter(|_| !self.is_review_of_paper())
    }

    /// Returns whether it tells of a paper before it goes out: then nobody was told anything yet.
    pub fn is_review_of_paper(&self) -> bool {
        matches!(self.kind, Kind::PaperSubmitted | Kind::PaperApproved | Kind::PaperReturned)
    }
}

/// What is known about an event; which of these a kind must have, the rule table says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The way of contact.
    pub method: Option<Channel>,
    /// Free text: a note, reasons, what was done. Personal.
    pub text: Option<String>,
    /// What was found.
    pub finding: Option<Finding>,
    /// The next route that the complainant was told, or that a paper would tell that is looked at before.
    pub route_told: Option<Route>,
    /// How the complainant agreed.
    pub accepted: Option<Acceptance>,
    /// Who heard it, when it was by word of mouth.
    pub heard_by: Option<String>,
    /// Who examines it.
    pub investigator: Option<String>,
    /// What the investigator may do and ask for. Personal.
    pub powers: Option<String>,
    /// How the complainant confirmed the points of the complaint before they are examined.
    pub confirmed: Option<Acceptance>,
    /// Why there was no investigation. Personal.
    pub skipped: Option<String>,
    /// Who answers for doing without one.
    pub responsible: Option<String>,
    /// What kind of conduct makes it hard to help. Restricted.
    pub conduct: Option<ConductKind>,
    /// How contact is restricted. Restricted.
    pub restriction: Option<Restriction>,
    /// The priority that was chosen instead of the one that follows from the assessment.
    pub priority: Option<Priority>,
    /// The cause of what went wrong, or why it could not be determined. Personal.
    pub cause: Option<String>,
    /// What is done so that it does not happen again, or why nothing is. Personal.
    pub action: Option<String>,
    /// Whether the organization accepts responsibility for what happened.
    pub responsibility: Option<YesNo>,
    /// Whose interests are declared.
    pub declarer: Option<String>,
    /// Whether they conflict with an impartial look at the complaint.
    pub conflict: Option<YesNo>,
    /// The new owner.
    pub owner: Option<String>,
    /// The promise that was made or settled.
    pub promise: Option<String>,
    /// Who looked again, when it was not the one who says so.
    pub reviewer: Option<String>,
    /// The second person who agreed.
    pub second: Option<String>,
    /// The body outside to which it was sent on, or where it is resolved.
    pub body: Option<String>,
    /// What it is, when it is no complaint.
    pub matter: Option<Matter>,
    /// The record of the same complaint that goes on.
    pub into: Option<Reference>,
    /// A complaint like this one, on which a decision leans.
    pub similar: Option<Reference>,
    /// The remedy that was asked for, offered, agreed or delivered.
    pub remedy: Option<String>,
    /// The point that was added or answered.
    pub point: Option<String>,
    /// The rule, contract or promise that a point was measured by. Personal.
    pub policy: Option<String>,
    /// The pieces of evidence on which a finding rests, by their file names.
    pub evidence: Vec<String>,
    /// Whether the member may do this alone, by what the register said then.
    pub authority: Option<Authority>,
    /// Which side of a dispute agreed.
    pub side: Option<Side>,
    /// What the neutral does.
    pub dispute_method: Option<DisputeMethod>,
    /// How the dispute ended.
    pub result: Option<DisputeResult>,
    /// Why it ended without a result.
    pub dispute_exit: Option<DisputeExit>,
    /// Who may settle the dispute for us.
    pub settler: Option<String>,
    /// Why it is closed.
    pub closure: Option<Closure>,
    /// Whether the complainant says that it is solved.
    pub solved: Option<Solved>,
    /// How many times the complainant was asked in vain.
    pub attempts: Option<u8>,
    /// Satisfaction with the handling, 1 (bad) to 5 (good).
    pub handling: Option<u8>,
    /// Satisfaction with the outcome, 1 (bad) to 5 (good).
    pub outcome: Option<u8>,
    /// The paper that was handed over or sent, or that is looked at before.
    pub paper: Option<Paper>,
    /// Of a paper that was looked at before it was sent: the SHA-256 of its text as it stood when it was submitted.
    pub reviewed: Option<String>,
    /// Why a paper or a decision was sent back.
    pub rework: Option<Rework>,
    /// To whom it went: an address, number or name. Personal.
    pub recipient: Option<String>,
    /// Who else was told the outcome. Personal.
    pub told: Vec<String>,
    /// The dates that were told in it.
    pub dates: Vec<Instant>,
    /// The file name of a piece of evidence.
    pub file: Option<String>,
    /// The SHA-256 of a piece of evidence or of the text of a paper, in hexadecimal.
    pub sha256: Option<String>,
    /// The size of a piece of evidence in bytes.
    pub bytes: Option<u64>,
    /// The field that was corrected.
    pub field: Option<Code>,
    /// What the field, or the assessment that was replaced, said before. Personal.
    pub old: Option<String>,
    /// What the field, or the new assessment, says now. Personal.
    pub new: Option<String>,
    /// The event that is taken back.
    pub undoes: Option<EventId>,
    /// Until when it lasts: a hold, or the new end of a clock; when a restriction of contact is looked at again.
    pub until: Option<Instant>,
    /// The clock of the rule pack that is meant.
    pub clock: Option<Code>,
    /// When that clock was due until then; of a dispute that is proposed before our answer, when the answer was due;
    /// of what is resolved at once, until when the pack let it be.
    pub was_due: Option<Instant>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_id_is_sixty_random_bits_in_sayable_letters() {
        let id = EventId::from_random([0, 1, 2, 31, 32, 255, 7, 8, 9, 10, 11, 12]);
        assert_eq!(id.as_str(), "e-012z0z789abc");
        assert_eq!(id.as_str().parse(), Ok(id));
        assert!("e-012z0z789abi".parse::<EventId>().is_err());
        assert!("k3z7q8m4t5v6".parse::<EventId>().is_err());
    }
}
