//! `advance REF` without a step: what is possible now, what each step needs and what is still missing.

use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::domain::Instant;
use crate::domain::clock::{self, DueBy};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::domain::rules::{Requirement, Rule, Step};
use crate::domain::words::State;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;
use crate::render::style;
use crate::text::sanitize;

/// Prints the checklist of a complaint.
pub(crate) fn run(context: &mut Context, desk: &Desk, typed: &str) -> Outcome {
    let complaint = desk.load(typed)?.loaded.complaint;
    let now = context.now(&desk.settings)?;
    let locale = &desk.settings.locale;
    let mut lines = standing(desk, &complaint)?;
    if let Some(acknowledged) = complaint.last(Kind::Acknowledged) {
        let method =
            acknowledged.facts.method.map_or_else(String::new, |method| locale.label("channel", method.as_str()));
        let line = locale.tell(
            "checklist-acknowledged",
            &[("method", (&method).into()), ("time", (&locale.time(acknowledged.at)).into())],
        );
        lines.push(style::DONE.paint(&line));
    }
    let possible = possible(desk, &complaint, now)?;
    section(context, locale, &mut lines, ("checklist-ready", &possible.ready));
    section(context, locale, &mut lines, ("checklist-lacking", &possible.lacking));
    if !possible.other.is_empty() {
        lines.push(format!("\n{}\n  {}", locale.say("checklist-other"), possible.other.join(" ")));
    }
    context.ui.data(&lines.join("\n"));
    Ok(Exit::Ok)
}

/// Prints where a complaint stands after a change.
pub(crate) fn print_standing(context: &mut Context, desk: &Desk, complaint: &Complaint) {
    if let Ok(lines) = standing(desk, complaint) {
        context.ui.status(&lines.join("\n"));
    }
}

/// Returns the reference, where the complaint stands, and by when the answer is due.
fn standing(desk: &Desk, complaint: &Complaint) -> Result<Vec<String>, CommandError> {
    let locale = &desk.settings.locale;
    let mut facts = vec![locale.label("state", complaint.state().as_str())];
    facts.extend(complaint.closure().map(|closure| locale.label("closure", closure.as_str())));
    facts.extend(complaint.category.as_ref().map(|category| desk.settings.category_label(category.as_str())));
    let severity = complaint.assessment.severity;
    facts.extend(
        severity.map(|severity| locale.tell("checklist-severity", &[("severity", (&locale.number(severity)).into())])),
    );
    let owner = complaint.owner.as_deref().map(sanitize::line);
    facts.extend(owner.map(|owner| locale.tell("checklist-owner", &[("owner", (&owner).into())])));
    let mut lines = vec![style::REFERENCE.paint(&complaint.reference.to_string()), facts.join(" · ")];
    let awaited = complaint.awaits_answer();
    if let (true, Some((due, by))) =
        (awaited, clock::response_due(complaint, desk.pack(complaint)?, &desk.settings.work))
    {
        let key = match by {
            DueBy::Told => "checklist-due-told",
            DueBy::Pack => "checklist-due-pack",
        };
        lines.push(locale.tell(key, &[("time", (&locale.long_time(due)).into())]));
    }
    Ok(lines)
}

/// A step with what it says and what to type.
struct Item {
    words: String,
    command: String,
}

fn section(context: &Context, locale: &Locale, lines: &mut Vec<String>, (title, items): (&str, &[Item])) {
    if items.is_empty() {
        return;
    }
    lines.push(format!("\n{}", locale.say(title)));
    for item in items {
        lines.push(format!("  {}\n    {}", item.words, style::HINT.paint(&context.global.in_folder(&item.command))));
    }
}

/// The steps that are possible now.
#[derive(Default)]
struct Possible {
    /// Nothing more is needed.
    ready: Vec<Item>,
    /// Something is missing.
    lacking: Vec<Item>,
    /// Ways out, by name only.
    other: Vec<&'static str>,
}

fn possible(desk: &Desk, complaint: &Complaint, now: Instant) -> Result<Possible, CommandError> {
    let mut possible = Possible::default();
    for step in
        Step::of_process().filter(|step| Rule::of(*step).target(complaint.state()).is_some() && !complaint.is_void())
    {
        let is_awaited = step == Step::Approve && complaint.waits_for_approval();
        if is_beside_the_way(step) && !is_awaited {
            possible.other.push(step.verb());
            continue;
        }
        let missing = missing(desk, complaint, step, now)?;
        let is_begun = step == Step::Investigate && complaint.state() == State::Investigating;
        let is_done = is_begun || step == Step::Categorize && missing.is_empty();
        if is_done || missing.iter().any(|requirement| is_out_of_reach(*requirement)) {
            continue;
        }
        let name = desk.short(complaint.reference, now);
        let item = item(&desk.settings.locale, (complaint, &name), step, &missing);
        if missing.is_empty() { possible.ready.push(item) } else { possible.lacking.push(item) }
    }
    possible.other.dedup();
    Ok(possible)
}

/// What is possible and seldom wanted: named, not explained.
fn is_beside_the_way(step: Step) -> bool {
    use Step::{
        Approve, Compensate, ContestDetermination, Convert, DropDispute, Explain, FollowUp, GoOutside, Merge,
        ProposeDispute, Refer, RejectRecommendation, RequestReview, Return, Revise, Void, Withdraw,
    };
    matches!(step, Approve | Return | FollowUp | Explain | Revise | Compensate)
        || matches!(
            step,
            RejectRecommendation
                | ContestDetermination
                | RequestReview
                | ProposeDispute
                | DropDispute
                | GoOutside
                | Refer
                | Convert
                | Merge
                | Withdraw
                | Void
        )
}

/// What no option can supply: the step is not shown at all.
fn is_out_of_reach(requirement: Requirement) -> bool {
    use Requirement::{
        Approval, BothAccept, BothConsents, Determination, DisputeOpen, DisputeUnderWay, NeededApproval,
        NotAcknowledged, NotContested, Notice, OurAnswer, Position, PromisesSettled, Proposal, Recommendation,
        ResultRecorded, SoonEnough,
    };
    matches!(requirement, NotAcknowledged | PromisesSettled | Approval | NeededApproval)
        || matches!(requirement, Proposal | BothConsents | ResultRecorded | DisputeOpen | DisputeUnderWay | OurAnswer)
        || matches!(requirement, Recommendation | BothAccept | Determination | NotContested)
        || matches!(requirement, Notice | Position | SoonEnough)
}

/// Returns what a step would lack if nothing but its name were typed.
fn missing(desk: &Desk, complaint: &Complaint, step: Step, now: Instant) -> Result<Vec<Requirement>, CommandError> {
    let rule = Rule::of(step);
    let closure = complaint.closure_by(crate::domain::rules::ClosingWord::Nothing);
    let method = (step == Step::Acknowledge).then_some(complaint.channel);
    let finding = complaint.finding_of_points().filter(|_| matches!(step, Step::Decide | Step::DecideReview));
    let investigator = complaint.owner.clone().filter(|_| step == Step::Investigate);
    let pack = desk.pack(complaint)?;
    let until = || clock::resolve_now_until(complaint, pack, &desk.settings.work);
    let was_due = (step == Step::ResolveNow).then(until).flatten();
    let facts = Facts { method, finding, investigator, closure, was_due, ..Facts::default() };
    let event =
        Event { id: EventId::from_random([0; 12]), at: now, by: String::new(), kind: rule.kind, to: None, facts };
    Ok(rule.missing(complaint, &event, pack))
}

fn item(locale: &Locale, (complaint, name): (&Complaint, &str), step: Step, missing: &[Requirement]) -> Item {
    let unanswered: Vec<&str> = complaint.unanswered_points().map(|point| point.id.as_str()).collect();
    let need = |requirement: &Requirement| match requirement {
        Requirement::PointsAnswered => {
            locale.tell("checklist-points", &[("points", (&unanswered.join(&locale.say("list-comma"))).into())])
        }
        other => locale.label("requirement", other.as_str()),
    };
    let has_points_to_answer = missing.contains(&Requirement::PointsAnswered);
    // What was found about the whole follows from the points.
    let told = missing.iter().filter(|requirement| !has_points_to_answer || **requirement != Requirement::Finding);
    let needs: Vec<String> = told.map(need).collect();
    let separator = locale.say("list-comma");
    let words = locale.label("step", step.as_str());
    let words = if needs.is_empty() { words } else { format!("{words}: {}", needs.join(&separator)) };
    // A point is answered by a command of its own, which comes first.
    if let Some(first) = unanswered.first().filter(|_| has_points_to_answer) {
        return Item { words, command: format!("complaints point {name} {first} --finding upheld --why \"…\"") };
    }
    if missing.contains(&Requirement::Declaration) {
        let investigator = complaint.owner.as_deref().map_or_else(|| "MEMBER".to_owned(), sanitize::line);
        return Item { words, command: format!("complaints conflict {name} {investigator} --none") };
    }
    if missing.contains(&Requirement::ApprovedPaper) {
        return Item { words, command: format!("complaints letter {name} final-response --submit") };
    }
    let verb = step.command(name);
    let options: Vec<&str> = missing.iter().map(|requirement| requirement.example()).collect();
    Item { words, command: [verb.as_str()].into_iter().chain(options).collect::<Vec<_>>().join(" ") }
}
