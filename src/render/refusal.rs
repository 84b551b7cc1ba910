//! A rule's no, in the reader's words: what is not possible or missing, and what to type.

mod hint;

pub use hint::hint;

use crate::domain::code::Code;
use crate::domain::complaint::{Complaint, Remedy};
use crate::domain::event::Event;
use crate::domain::extension::NoExtension;
use crate::domain::paper::{LetterKind, Paper};
use crate::domain::refusal::Refusal;
use crate::domain::rules::{ClosingWord, Requirement, Step};
use crate::domain::words::{PromiseState, RemedyState};
use crate::locale::Locale;

/// Returns what was refused, in one line; `reference` is empty for a complaint that has none yet.
pub fn message(locale: &Locale, reference: &str, no: &Refusal, attempt: Option<Attempt>) -> String {
    let step = |step: &Step| locale.label("step", step.as_str());
    match no {
        Refusal::WrongState { step: wanted, state, closure, .. } => {
            let state = locale.label("state", state.as_str());
            let state =
                closure.map_or(state.clone(), |why| format!("{state} ({})", locale.label("closure", why.as_str())));
            locale.tell(
                "refused-state",
                &[
                    ("reference", reference.into()),
                    ("step", (&step(wanted)).into()),
                    ("code", wanted.as_str().into()),
                    ("state", (&within_a_sentence(&state)).into()),
                ],
            )
        }
        Refusal::Missing { step, missing } if obstacle(*step, missing).is_some() => {
            obstacle_message(locale, reference, obstacle(*step, missing), attempt)
        }
        Refusal::Missing { step: Step::New, .. } => locale.say("refused-missing-new"),
        Refusal::Missing { step: wanted, .. } => locale.tell(
            "refused-missing",
            &[("reference", reference.into()), ("step", (&step(wanted)).into()), ("code", wanted.as_str().into())],
        ),
        Refusal::BeforeLastEvent { at, last } => {
            locale.tell("refused-before", &[("at", (&locale.time(*at)).into()), ("last", (&locale.time(*last)).into())])
        }
        Refusal::InTheFuture { at, now } => {
            locale.tell("refused-future", &[("at", (&locale.time(*at)).into()), ("now", (&locale.time(*now)).into())])
        }
        Refusal::NoSuchStep { .. } => no.to_string(),
    }
}

/// Returns the words for something that no option can supply, if there is such a thing among what is missing.
fn obstacle(step: Step, missing: &[Requirement]) -> Option<&'static str> {
    missing.iter().find_map(|requirement| match requirement {
        Requirement::NotAcknowledged => Some("refused-acknowledged"),
        Requirement::OnHold => Some("refused-not-on-hold"),
        Requirement::NotOnHold => Some("refused-on-hold"),
        Requirement::OpenPromise => Some("refused-open-promise"),
        Requirement::RemedyStage => Some("refused-remedy-stage"),
        Requirement::PointText if step == Step::DecidePoint => Some("refused-no-point"),
        _ => None,
    })
}

/// Returns what stands in the way, with the part that was meant and how far it is.
fn obstacle_message(locale: &Locale, reference: &str, key: Option<&str>, attempt: Option<Attempt>) -> String {
    let part = attempt.and_then(Attempt::part).unwrap_or_default();
    let stage = attempt.and_then(Attempt::remedy).map(|remedy| locale.label("remedy-state", remedy.state.as_str()));
    let key = match (key, &stage) {
        (Some("refused-remedy-stage"), None) => "refused-no-remedy",
        (key, _) => key.unwrap_or_default(),
    };
    let stage = within_a_sentence(&stage.unwrap_or_default());
    locale.tell(key, &[("reference", reference.into()), ("part", (&part).into()), ("stage", (&stage).into())])
}

/// Returns why a clock is not extended, in one line.
pub fn no_extension(locale: &Locale, reference: &str, no: &NoExtension) -> String {
    let name = |clock: &Code| locale.label("clock", clock.as_str());
    let tell = |key: &str, clock: &Code, rest: &str| {
        let clock = name(clock);
        locale.tell(key, &[("reference", reference.into()), ("clock", (&clock).into()), ("rest", rest.into())])
    };
    match no {
        NoExtension::NotRunning { clock, .. } => tell("refused-not-running", clock, ""),
        NoExtension::NotExtendable { clock, pack } => tell("refused-not-extendable", clock, pack.as_str()),
        NoExtension::RunOut { clock, due } => tell("refused-run-out", clock, &locale.time(*due)),
        NoExtension::NotLater { clock, due, .. } => tell("refused-not-later", clock, &locale.time(*due)),
        NoExtension::TooFar { clock, latest } => tell("refused-too-far", clock, &locale.time(*latest)),
    }
}

/// Returns a label as it stands within a sentence: with a small first letter.
fn within_a_sentence(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// What a rule says no to.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// The complaint as it would have been.
    pub complaint: &'a Complaint,
    /// What was to happen to it.
    pub event: &'a Event,
}

impl<'a> Attempt<'a> {
    /// Returns the promise, remedy or point that was meant.
    fn part(self) -> Option<String> {
        let facts = &self.event.facts;
        facts.promise.clone().or_else(|| facts.remedy.clone()).or_else(|| facts.point.clone())
    }

    /// Returns the remedy that was meant, as it stands; `None` when the story does not know it yet.
    fn remedy(self) -> Option<&'a Remedy> {
        let id = self.event.facts.remedy.as_ref()?;
        let is_known = self.complaint.valid_events().any(|event| event.facts.remedy.as_ref() == Some(id));
        self.complaint.remedies.iter().find(|remedy| remedy.id == *id).filter(|_| is_known)
    }

    /// Returns the paper that was meant.
    fn paper(self) -> Paper {
        self.event.facts.paper.unwrap_or(Paper::Letter(LetterKind::FinalResponse))
    }
}

/// Returns a line for everything that is missing, with the option or command that supplies it.
pub fn details(locale: &Locale, reference: &str, no: &Refusal, attempt: Option<Attempt>) -> Vec<String> {
    match no {
        Refusal::Missing { step, missing } if obstacle(*step, missing).is_some() => Vec::new(),
        Refusal::Missing { step, missing } => {
            let has_points = missing.contains(&Requirement::PointsAnswered);
            // What was found about the whole follows from the points.
            let told = missing.iter().filter(|one| !has_points || **one != Requirement::Finding);
            told.map(|requirement| {
                let words = words(locale, *step, *requirement);
                let option = supply(reference, *step, *requirement, attempt);
                if option.is_empty() { format!("  {words}") } else { format!("  {words}\n    {option}") }
            })
            .collect()
        }
        Refusal::WrongState { possible, .. } if !possible.is_empty() => {
            let mut steps: Vec<&str> = possible.iter().map(|step| step.verb()).collect();
            steps.dedup();
            vec![locale.tell("refused-possible", &[("steps", (&steps.join(" ")).into())])]
        }
        _ => Vec::new(),
    }
}

/// Returns the words for what a step lacks.
pub fn words(locale: &Locale, step: Step, requirement: Requirement) -> String {
    let of_step = format!("{requirement}-{step}");
    let code = if Locale::knows(&format!("requirement-{of_step}")) { &of_step } else { requirement.as_str() };
    locale.label("requirement", code)
}

/// Returns what to type for something that is missing: an option, or the command about the same complaint that comes first.
fn supply(reference: &str, step: Step, requirement: Requirement, attempt: Option<Attempt>) -> String {
    let option = requirement.option_for(step);
    if let (Requirement::ClosureReason, Some(attempt)) = (requirement, attempt)
        && attempt.complaint.closure_by(ClosingWord::Declined).is_none()
    {
        return option.replace(" | --declined", "");
    }
    let Some(command) = option.strip_prefix("first: ") else { return option.to_owned() };
    let command = match (requirement, attempt) {
        (Requirement::PromisesSettled, Some(attempt)) => settling(attempt.complaint, reference).join(", "),
        (Requirement::PointsAnswered, Some(attempt)) => {
            let point = attempt.complaint.unanswered_points().next().map_or("ID", |point| point.id.as_str());
            command.replace("ID", point)
        }
        (Requirement::NoPromiseLeft, Some(attempt)) => {
            let left = attempt.complaint.promises_left_by(attempt.event).nth(1);
            command.replace("ID", left.map_or("ID", |promise| promise.id.as_str()))
        }
        (_, Some(attempt)) => command.replace("KIND", attempt.paper().as_str()),
        (_, None) => command.to_owned(),
    };
    format!("first: {}", command.replace("REF", reference))
}

/// Returns the commands that settle what a complainant was promised and has not got, for the complaint `name`.
pub fn settling(complaint: &Complaint, name: &str) -> Vec<String> {
    let promises = complaint.promises.iter().filter(|promise| promise.state == PromiseState::Open);
    let remedies = complaint.remedies.iter().filter(|remedy| remedy.state == RemedyState::Accepted);
    let promises = promises.map(|promise| format!("complaints promise {name} {} --kept", promise.id));
    promises.chain(remedies.map(|remedy| format!("complaints remedy {name} {} --delivered", remedy.id))).collect()
}
