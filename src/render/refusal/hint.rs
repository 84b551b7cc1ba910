//! The command to type after a rule's no.

use super::{Attempt, obstacle};
use crate::domain::complaint::Remedy;
use crate::domain::refusal::Refusal;
use crate::domain::rules::{Requirement, Step};
use crate::domain::words::{Closure, RemedyState};
use crate::locale::Locale;

/// Returns the command to type next, where there is one.
pub fn hint(locale: &Locale, reference: &str, no: &Refusal, attempt: Option<Attempt>) -> Option<String> {
    Some(match no {
        // Only one that is just coming in has no number.
        Refusal::InTheFuture { .. } if reference.is_empty() => locale.say("hint-arrived"),
        Refusal::InTheFuture { .. } => locale.say("hint-when"),
        Refusal::BeforeLastEvent { .. } => {
            let only_arrived = |attempt: Attempt| attempt.complaint.valid_events().nth(1).is_none();
            let key = if attempt.is_some_and(only_arrived) { "hint-came-earlier" } else { "hint-take-back-later" };
            locale.tell(key, &[("reference", reference.into())])
        }
        Refusal::WrongState { closure: Some(Closure::Void), .. } => {
            locale.tell("hint-void-by-mistake", &[("reference", reference.into())])
        }
        Refusal::WrongState { .. } | Refusal::NoSuchStep { .. } => format!("complaints advance {reference}"),
        Refusal::Missing { step, missing } => missing_hint(locale, reference, *step, missing, attempt),
    })
}

/// Returns the command to type next when something is missing.
fn missing_hint(
    locale: &Locale,
    reference: &str,
    step: Step,
    missing: &[Requirement],
    attempt: Option<Attempt>,
) -> String {
    if obstacle(step, missing).is_some() {
        let waits = |remedy: &&Remedy| matches!(remedy.state, RemedyState::Asked | RemedyState::Offered);
        let remedy = attempt.and_then(Attempt::remedy).filter(|_| step == Step::DeliverRemedy).filter(waits);
        return match remedy {
            Some(remedy) => format!("complaints remedy {reference} {} --agreed", remedy.id),
            None => format!("complaints show {reference}"),
        };
    }
    if missing.contains(&Requirement::AnotherReader) {
        return locale.tell("hint-colleague", &[("reference", reference.into())]);
    }
    match step {
        Step::New => "complaints new --help".to_owned(),
        Step::Categorize => categorize_hint(locale, reference, missing),
        Step::Extend => {
            let route = example_of(Requirement::NextRoute, missing);
            format!("complaints extend {reference} --until tomorrow --why \"…\" --told phone{route}")
        }
        Step::SubmitPaper | Step::ApprovePaper | Step::ReturnPaper => paper_hint(reference, step, missing, attempt),
        Step::DecidePoint if missing.contains(&Requirement::KnownEvidence) => {
            format!("complaints attach {reference} FILE")
        }
        Step::DecidePoint => {
            let point = attempt.and_then(Attempt::part).unwrap_or_else(|| "p1".to_owned());
            let other = example_of(Requirement::Independent, missing);
            format!("complaints point {reference} {point} --finding upheld --why \"…\"{other}")
        }
        Step::WithdrawPermission if missing.contains(&Requirement::Permitted) => {
            format!("complaints permission {reference} give --to \"…\" --method phone")
        }
        Step::BreakPromise => {
            let promise = attempt.and_then(Attempt::part).unwrap_or_else(|| "m1".to_owned());
            format!("complaints promise {reference} {promise} --broken --why \"…\"")
        }
        _ if missing.contains(&Requirement::ReviewedPaper) => format!("complaints show {reference}"),
        _ => match own_command(step) {
            Some((command, rest)) => format!("complaints {command} {reference} {rest}"),
            None if missing.iter().any(|requirement| requirement.option().is_empty()) => {
                format!("complaints show {reference}")
            }
            None if matches!(step.verb(), "dispute" | "review") => format!("complaints {} {reference}", step.verb()),
            None => format!("complaints advance {reference}"),
        },
    }
}

/// Returns the command about a paper that comes next: that somebody is asked to look at it, or looks.
fn paper_hint(reference: &str, step: Step, missing: &[Requirement], attempt: Option<Attempt>) -> String {
    let paper = attempt.map_or("final-response", |attempt| attempt.paper().as_str());
    let is_first = missing.iter().any(|one| matches!(one, Requirement::PaperInReview | Requirement::SameText));
    let option = match step {
        Step::ApprovePaper if !is_first => "--approve --as MEMBER",
        Step::ReturnPaper if !is_first => "--return reasons --why \"…\"",
        _ => "--submit",
    };
    format!("complaints letter {reference} {paper} {option}")
}

/// Returns an example of the option that supplies something, after a space, if it is missing.
fn example_of(wanted: Requirement, missing: &[Requirement]) -> String {
    if missing.contains(&wanted) { format!(" {}", wanted.example()) } else { String::new() }
}

/// Returns the command of a step that is none of the process, and what is typed after the reference.
fn own_command(step: Step) -> Option<(&'static str, &'static str)> {
    Some(match step {
        Step::Note => ("note", "\"…\""),
        Step::Talk => ("talk", "\"…\""),
        Step::Edit => ("edit", "FIELD=VALUE --why \"…\""),
        Step::Hold => ("hold", "--why \"…\" --until tomorrow"),
        Step::Promise => ("promise", "--until tomorrow"),
        Step::RecordConduct => ("conduct", "record --kind behaviour --text \"…\""),
        Step::ReviewConduct => ("conduct", "review --text \"…\" --until DAY"),
        Step::EndConduct => ("conduct", "end --why \"…\""),
        Step::DeclareConflict => ("conflict", "MEMBER --why \"…\""),
        Step::AskPermission => ("permission", "ask --to \"…\" --method phone --text \"…\""),
        Step::GivePermission => ("permission", "give --to \"…\" --method phone"),
        Step::RefusePermission => ("permission", "refuse --to \"…\" --method phone"),
        Step::WithdrawPermission => ("permission", "withdraw --to \"…\" --method phone"),
        _ => return None,
    })
}

/// Returns an assessment to type; whoever chose a priority without a reason said the rest already.
fn categorize_hint(locale: &Locale, reference: &str, missing: &[Requirement]) -> String {
    if *missing == [Requirement::PriorityReason] {
        return locale.say("hint-priority-why");
    }
    let is_bad = missing.contains(&Requirement::Safety);
    let severity = if is_bad { "--severity 4 --safety no" } else { Requirement::Severity.example() };
    let full = example_of(Requirement::FullAssessment, missing);
    format!("complaints categorize {reference} {} {severity}{full}", Requirement::Category.example())
}
