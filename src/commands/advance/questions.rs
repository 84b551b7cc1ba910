//! On a terminal `advance` asks for what a step still lacks: Persian text is painful to quote in a shell.

use crate::commands::Context;
use crate::commands::answers::{self, List};
use crate::commands::desk::Desk;
use crate::commands::recording::Author;
use crate::commands::step::StepOptions;
use crate::domain::complaint::Complaint;
use crate::domain::event::Event;
use crate::domain::rules::{Requirement, Rule};
use crate::domain::words::{Acceptance, Channel, Finding, Route, Solved};
use crate::error::CommandError;
use crate::locale::Locale;

/// Adds the answers to everything that can be asked; what was not answered stays missing, and the rules say so.
pub(super) fn ask(
    context: &mut Context,
    desk: &Desk,
    complaint: &Complaint,
    told: (&Author, &Event),
    options: &mut StepOptions,
) -> Result<(), CommandError> {
    let (author, event) = told;
    let Some(rule) = Rule::of_kind(event.kind).filter(|rule| rule.target(complaint.state()).is_some()) else {
        return Ok(());
    };
    let pack = desk.pack(complaint)?;
    for requirement in rule.requirements(pack) {
        let proposed = Event { facts: options.facts(rule.step, complaint, author), ..event.clone() };
        if rule.missing(complaint, &proposed, pack).contains(&requirement) {
            answer(context, &desk.settings.locale, requirement, options)?;
        }
    }
    Ok(())
}

fn answer(
    context: &mut Context,
    locale: &Locale,
    requirement: Requirement,
    options: &mut StepOptions,
) -> Result<(), CommandError> {
    let question = locale.label("requirement", requirement.as_str());
    let choice = |known: String| format!("{question} ({known})");
    match requirement {
        Requirement::Why | Requirement::Text | Requirement::Done | Requirement::Plan | Requirement::ClosingNote => {
            context.ui.status(&question);
            options.text = answers::line(locale, None)?;
        }
        Requirement::Powers => {
            context.ui.status(&question);
            options.powers = answers::line(locale, None)?;
        }
        Requirement::Cause => {
            context.ui.status(&question);
            options.cause = answers::line(locale, None)?;
        }
        Requirement::Action => {
            context.ui.status(&question);
            options.action = answers::line(locale, None)?;
        }
        Requirement::Investigated => {
            context.ui.status(&question);
            options.no_investigation = answers::line(locale, None)?;
        }
        Requirement::Method => {
            options.method = CHANNELS.ask(context, locale, &question, Some(Channel::Phone))?;
        }
        Requirement::Finding => {
            options.finding = FINDINGS.ask(context, locale, &choice(FINDINGS.known(locale)), None)?;
        }
        Requirement::NextRoute => {
            options.next_route = ROUTES.ask(context, locale, &choice(ROUTES.known(locale)), None)?;
        }
        Requirement::Acceptance => {
            let agreed = ANSWERS.ask(context, locale, &choice(ANSWERS.known(locale)), None)?;
            options.accepted = (agreed == Some(Solved::Yes)).then_some(Acceptance::Oral);
        }
        Requirement::PointsConfirmed => {
            let confirmed = ANSWERS.ask(context, locale, &choice(ANSWERS.known(locale)), None)?;
            options.confirmed = (confirmed == Some(Solved::Yes)).then_some(Acceptance::Oral);
        }
        Requirement::ClosureReason => {
            let question = format!("{} ({})", locale.say("ask-solved"), ANSWERS.known(locale));
            options.solved = ANSWERS.ask(context, locale, &question, None)?;
        }
        _ => {}
    }
    Ok(())
}

const CHANNELS: List<Channel> = List { name: "channel", all: Channel::ALL, as_str: Channel::as_str };
const FINDINGS: List<Finding> = List { name: "finding", all: Finding::ALL, as_str: Finding::as_str };
const ROUTES: List<Route> = List { name: "route", all: Route::ALL, as_str: Route::as_str };
const ANSWERS: List<Solved> = List { name: "answer", all: Solved::ALL, as_str: Solved::as_str };
