//! What is possible with a complaint now: each step with what it still lacks, and the command that comes next.

use crate::commands::desk::Desk;
use crate::commands::recording;
use crate::domain::Instant;
use crate::domain::clock;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::domain::rules::{self, ClosingWord, Requirement, Rule, Step};
use crate::domain::words::State;
use crate::error::CommandError;
use crate::render::refusal;
use crate::text::sanitize;

/// A step with what it says and what to type.
pub(super) struct Item {
    pub(super) words: String,
    pub(super) command: String,
}

/// The steps that are possible now.
#[derive(Default)]
pub(super) struct Possible {
    /// Nothing more is needed.
    pub(super) ready: Vec<Item>,
    /// Something is missing.
    pub(super) lacking: Vec<Item>,
    /// What is seldom wanted, by name only.
    other: Vec<Step>,
}

impl Possible {
    /// Returns what to type for the steps that are only named: one line for each command.
    pub(super) fn other_commands(&self, name: &str) -> Vec<String> {
        let is_step = |step: &&Step| step.as_str() == step.verb();
        let steps: Vec<&str> = self.other.iter().filter(is_step).map(|step| step.as_str()).collect();
        let mut verbs: Vec<&str> = self.other.iter().filter(|step| !is_step(step)).map(|step| step.verb()).collect();
        verbs.dedup();
        let steps = (!steps.is_empty()).then(|| format!("complaints advance {name} …: {}", steps.join(" ")));
        steps.into_iter().chain(verbs.into_iter().map(|verb| format!("complaints {verb} {name}"))).collect()
    }
}

/// Who looks at the checklist of which complaint, and when.
pub(super) struct Viewer<'a> {
    desk: &'a Desk,
    complaint: &'a Complaint,
    now: Instant,
    /// The member, where git knows them: some steps are for others to take.
    member: String,
}

impl<'a> Viewer<'a> {
    pub(super) fn of(desk: &'a Desk, complaint: &'a Complaint, now: Instant) -> Self {
        let member = recording::member(desk, None).unwrap_or_default();
        Self { desk, complaint, now, member }
    }

    /// Returns every step that is possible now.
    pub(super) fn possible(&self) -> Result<Possible, CommandError> {
        let mut possible = Possible::default();
        for step in rules::possible(self.complaint) {
            if self.is_beside_the_way(step) {
                possible.other.push(step);
            } else {
                self.add(&mut possible, step)?;
            }
        }
        Ok(possible)
    }

    /// Returns the possible steps of one command.
    pub(super) fn possible_with(&self, verb: &str) -> Result<Possible, CommandError> {
        let mut possible = Possible::default();
        for step in rules::possible(self.complaint).filter(|step| step.verb() == verb) {
            self.add(&mut possible, step)?;
        }
        Ok(possible)
    }

    fn add(&self, possible: &mut Possible, step: Step) -> Result<(), CommandError> {
        let missing = self.missing(step)?;
        if !self.is_done(step, &missing) && !missing.iter().any(|requirement| is_out_of_reach(step, *requirement)) {
            let item = self.item(step, &missing);
            if missing.is_empty() { possible.ready.push(item) } else { possible.lacking.push(item) }
        }
        Ok(())
    }

    /// What is possible and seldom wanted: named, not explained.
    fn is_beside_the_way(&self, step: Step) -> bool {
        use Step::{
            Approve, Compensate, ContestDetermination, Convert, DropDispute, Explain, FollowUp, GoOutside, Merge,
            ProposeDispute, Refer, RejectRecommendation, RequestReview, Return, Revise, Void, Withdraw,
        };
        match step {
            Approve => !self.complaint.waits_for_approval(),
            Explain | Revise | Compensate => !self.complaint.awaits_reaction(),
            _ => {
                matches!(step, Return | FollowUp | Refer | Convert | Merge | Withdraw | Void)
                    || matches!(step, RequestReview | ProposeDispute | DropDispute | GoOutside)
                    || matches!(step, RejectRecommendation | ContestDetermination)
            }
        }
    }

    /// What may be done again, and was done.
    fn is_done(&self, step: Step, missing: &[Requirement]) -> bool {
        match step {
            // Of one that was assessed when it came in nothing is missing, and yet it waits for this step.
            Step::Categorize => missing.is_empty() && self.complaint.last(Kind::Categorized).is_some(),
            Step::Investigate => self.complaint.state() == State::Investigating,
            Step::ProposeDispute => self.complaint.has_proposal(),
            Step::ConsentDispute => self.complaint.has_proposal() && self.complaint.side_asked().is_none(),
            Step::NotifyDispute => self.complaint.has_in_dispute(Kind::DisputeNotified),
            Step::TakePosition => self.complaint.has_in_dispute(Kind::PositionTaken),
            _ => false,
        }
    }

    /// Returns what a step would lack if nothing but its name were typed.
    fn missing(&self, step: Step) -> Result<Vec<Requirement>, CommandError> {
        let complaint = self.complaint;
        let rule = Rule::of(step);
        let closure = complaint.closure_by(ClosingWord::Nothing);
        let method = (step == Step::Acknowledge).then_some(complaint.channel);
        let finding = complaint.finding_of_points().filter(|_| matches!(step, Step::Decide | Step::DecideReview));
        let investigator = complaint.owner.clone().filter(|_| step == Step::Investigate);
        let pack = self.desk.pack(complaint)?;
        let work = &self.desk.settings.work;
        let was_due = match step {
            Step::ResolveNow => clock::resolve_now_until(complaint, pack, work),
            Step::ProposeDispute => clock::response_due(complaint, pack, work).map(|(due, _)| due),
            _ => None,
        };
        let facts = Facts { method, finding, investigator, closure, was_due, ..Facts::default() };
        let (id, by) = (EventId::from_random([0; 12]), self.member.clone());
        Ok(rule.missing(complaint, &Event { id, at: self.now, by, kind: rule.kind, to: None, facts }, pack))
    }

    /// Returns a step in words, with everything that is missing, and the command that comes next.
    fn item(&self, step: Step, missing: &[Requirement]) -> Item {
        let locale = &self.desk.settings.locale;
        let unanswered: Vec<&str> = self.complaint.unanswered_points().map(|point| point.id.as_str()).collect();
        let need = |requirement: &Requirement| match requirement {
            Requirement::PointsAnswered => {
                locale.tell("checklist-points", &[("points", (&unanswered.join(&locale.say("list-comma"))).into())])
            }
            other => refusal::words(locale, step, *other),
        };
        let has_points_to_answer = missing.contains(&Requirement::PointsAnswered);
        // What was found about the whole follows from the points.
        let told = missing.iter().filter(|requirement| !has_points_to_answer || **requirement != Requirement::Finding);
        let needs: Vec<String> = told.map(need).collect();
        let words = locale.label("step", step.as_str());
        let words =
            if needs.is_empty() { words } else { format!("{words}: {}", needs.join(&locale.say("list-semicolon"))) };
        let command = self.first_command(missing).unwrap_or_else(|| {
            let options = missing.iter().map(|requirement| self.example(*requirement));
            [step.command(&self.name())].into_iter().chain(options).collect::<Vec<_>>().join(" ")
        });
        Item { words, command }
    }

    /// Returns the command that must come before a step that lacks all this, where there is one.
    fn first_command(&self, missing: &[Requirement]) -> Option<String> {
        let name = self.name();
        missing.iter().find_map(|requirement| match requirement {
            Requirement::PointsAnswered => {
                let first = self.complaint.unanswered_points().next()?;
                Some(format!("complaints point {name} {} --finding upheld --why \"…\"", first.id))
            }
            Requirement::Declaration => {
                let owner = self.complaint.owner.as_deref();
                let investigator = owner.map_or_else(|| "MEMBER".to_owned(), sanitize::line);
                Some(format!("complaints conflict {name} {investigator} --none"))
            }
            Requirement::ApprovedPaper => Some(format!("complaints letter {name} final-response --submit")),
            Requirement::PromisesSettled => refusal::settling(self.complaint, &name).into_iter().next(),
            _ => None,
        })
    }

    fn example(&self, requirement: Requirement) -> String {
        match (requirement, self.complaint.side_asked()) {
            (Requirement::Side, Some(side)) => format!("--side {side}"),
            _ => requirement.example().to_owned(),
        }
    }

    fn name(&self) -> String {
        self.desk.short(self.complaint.reference, self.now)
    }
}

/// What no option can supply: the step is not shown at all.
fn is_out_of_reach(step: Step, requirement: Requirement) -> bool {
    use Requirement::{
        AnsweredOrOverdue, Approval, BothAccept, BothConsents, Category, Determination, DisputeOpen, DisputeUnderWay,
        NeededApproval, NotContested, Notice, OurAnswer, Position, Proposal, Recommendation, ResultRecorded,
        SoonEnough,
    };
    (requirement == Category && step != Step::Categorize)
        || matches!(requirement, Approval | NeededApproval | Notice | Position | SoonEnough | AnsweredOrOverdue)
        || matches!(requirement, Proposal | BothConsents | ResultRecorded | DisputeOpen | DisputeUnderWay | OurAnswer)
        || matches!(requirement, Recommendation | BothAccept | Determination | NotContested)
}
