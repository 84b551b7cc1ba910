//! A rule's no, in the reader's words: what is not possible or missing, and what to type.

use crate::domain::refusal::Refusal;
use crate::domain::rules::{Requirement, Step};
use crate::locale::Locale;

/// Returns what was refused, in one line.
pub fn message(locale: &Locale, reference: &str, no: &Refusal) -> String {
    let step = |step: &Step| locale.label("step", step.as_str());
    match no {
        Refusal::WrongState { step: wanted, state, closure, .. } => {
            let state = locale.label("state", state.as_str());
            let state =
                closure.map_or(state.clone(), |why| format!("{state}: {}", locale.label("closure", why.as_str())));
            locale.tell(
                "refused-state",
                &[("reference", reference.into()), ("step", (&step(wanted)).into()), ("state", (&state).into())],
            )
        }
        Refusal::Missing { step: wanted, .. } => {
            locale.tell("refused-missing", &[("reference", reference.into()), ("step", (&step(wanted)).into())])
        }
        Refusal::BeforeLastEvent { at, last } => {
            locale.tell("refused-before", &[("at", (&locale.time(*at)).into()), ("last", (&locale.time(*last)).into())])
        }
        Refusal::InTheFuture { at, now } => {
            locale.tell("refused-future", &[("at", (&locale.time(*at)).into()), ("now", (&locale.time(*now)).into())])
        }
        Refusal::NoSuchStep { .. } => no.to_string(),
    }
}

/// Returns a line for everything that is missing, with the option that supplies it.
pub fn details(locale: &Locale, no: &Refusal) -> Vec<String> {
    match no {
        Refusal::Missing { missing, .. } => {
            missing.iter().map(|requirement| missing_line(locale, *requirement)).collect()
        }
        Refusal::WrongState { possible, .. } if !possible.is_empty() => {
            let steps: Vec<&str> = possible.iter().map(|step| step.as_str()).collect();
            vec![locale.tell("refused-possible", &[("steps", (&steps.join(" ")).into())])]
        }
        _ => Vec::new(),
    }
}

/// Returns the line of one missing thing: what it is in words, then what to type, on a line of its own.
fn missing_line(locale: &Locale, requirement: Requirement) -> String {
    format!("  {}\n    {}", locale.label("requirement", requirement.as_str()), requirement.option())
}

/// Returns the command to type next.
pub fn hint(reference: &str, no: &Refusal) -> String {
    match no {
        Refusal::Missing { step: Step::New, .. } => "complaints new --help".to_owned(),
        Refusal::Missing { step: Step::Categorize, .. } => {
            format!("complaints categorize {reference} --category … --severity 1..5")
        }
        Refusal::Missing { .. } | Refusal::WrongState { .. } | Refusal::NoSuchStep { .. } => {
            format!("complaints advance {reference}")
        }
        Refusal::BeforeLastEvent { .. } | Refusal::InTheFuture { .. } => format!("complaints history {reference}"),
    }
}
