//! `advance --from`: many steps in one commit, all of them or none.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::desk::{Desk, Found};
use crate::commands::recording::{self, Author, Decided};
use crate::commands::step::StepOptions;
use crate::domain::complaint::{Complaint, Source};
use crate::domain::event::{Event, Facts};
use crate::domain::rules::Rule;
use crate::error::{CommandError, Outcome, foreign_file};
use crate::exit::Exit;
use crate::intake;
use crate::register::layout::RecordPath;
use crate::register::tip::Tip;
use crate::register::trail::Message;
use crate::render::mistype;

/// One line: which complaint, which step, when, and what is known about it.
#[derive(Clone, Debug, Deserialize)]
struct Line {
    reference: Option<String>,
    source: Option<SourceLine>,
    step: String,
    at: Option<String>,
    by: Option<String>,
    #[serde(flatten)]
    rest: serde_json::Map<String, serde_json::Value>,
}

#[derive(Clone, Debug, Deserialize)]
struct SourceLine {
    system: String,
    id: String,
}

/// A line that was understood, with its event made.
struct Planned {
    number: usize,
    target: Target,
    options: StepOptions,
    author: Author,
    event: Event,
}

enum Target {
    Path(RecordPath),
    Source(Source),
}

/// Takes the steps of all lines in one commit.
pub(super) fn run(context: &mut Context, desk: &Desk, from: &str, recording: &Recording) -> Outcome {
    let author = Author::of(context, desk, recording)?;
    let text = context.input_text(from)?;
    let mut plan = Vec::new();
    for (number, line) in intake::json_lines(&text) {
        plan.push(planned(context, desk, &author, (number, line)).map_err(|error| error.on_line(from, number))?);
    }
    if plan.is_empty() {
        return Err(CommandError::new(Exit::Usage, format!("{} holds no step", foreign_file(from)))
            .hint("complaints advance --help"));
    }
    recording::commit(context, desk, recording, |tip| {
        let decided = take_all(desk, tip, from, &plan)?;
        let references: Vec<_> = decided.iter().map(|one| one.after.reference).collect();
        Ok((decided, Message::complaints(&references, &recording::word("advanced"))))
    })?;
    context.ui.status(&desk.settings.locale.tell("advanced-many", &[("count", plan.len().into())]));
    Ok(Exit::Ok)
}

fn planned(
    context: &mut Context,
    desk: &Desk,
    author: &Author,
    (number, text): (usize, &str),
) -> Result<Planned, CommandError> {
    let wrong = |cause: String| {
        CommandError::new(Exit::Usage, intake::without_place(&cause))
            .hint("a line looks like: {\"reference\": \"147\", \"step\": \"close\", \"at\": \"2026-11-21 10:05\", \"solved\": \"yes\"}")
    };
    let line: Line = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
    let locale = &desk.settings.locale;
    let step = super::step_named(&line.step).ok_or_else(|| {
        let steps = super::step_names();
        let words = [("typed", (&line.step).into()), ("steps", (&steps).into())];
        wrong(locale.tell("step-unknown", &words))
    })?;
    let options: StepOptions =
        serde_json::from_value(serde_json::Value::Object(line.rest)).map_err(|error| wrong(error.to_string()))?;
    options.must_agree(locale)?;
    let mut author = author.clone();
    if let Some(at) = &line.at {
        author.at =
            typed::happened(at, author.now, locale.zone).map_err(|error| wrong(mistype::message(locale, &error)))?;
    }
    if let Some(by) = &line.by {
        author.member = recording::member(desk, Some(&author.meant(by)))?;
    }
    let target = match (line.reference, line.source) {
        (Some(reference), None) => Target::Path(desk.find(&reference)?),
        (None, Some(source)) => Target::Source(Source { system: source.system, id: source.id }),
        _ => return Err(wrong("either `reference` or `source` says which complaint is meant".to_owned())),
    };
    let event = author.event(context, Rule::of(step).kind, Facts::default());
    Ok(Planned { number, target, options, author, event })
}

/// Takes the steps one after the other; a complaint that several lines touch is written once.
fn take_all(desk: &Desk, tip: &Tip, from: &str, plan: &[Planned]) -> Result<Vec<Decided>, CommandError> {
    let sources = sources(tip, plan)?;
    let mut touched: BTreeMap<RecordPath, (Found, Complaint)> = BTreeMap::new();
    for planned in plan {
        let path = match &planned.target {
            Target::Path(path) => *path,
            Target::Source(source) => *sources.get(source).ok_or_else(|| {
                let message = format!("no complaint came from `{}` of `{}`", source.id, source.system);
                CommandError::new(Exit::NotFound, message).on_line(from, planned.number)
            })?,
        };
        let (found, complaint) = match touched.remove(&path) {
            Some(entry) => entry,
            None => first_touch(tip, path)?,
        };
        let after = super::take(desk, complaint, &planned.options, &planned.author, &planned.event)
            .map_err(|error| error.on_line(from, planned.number))?;
        touched.insert(path, (found, after));
    }
    touched.into_values().map(|(found, after)| recording::decide(&found, |_| Ok(after))).collect()
}

fn first_touch(tip: &Tip, path: RecordPath) -> Result<(Found, Complaint), CommandError> {
    let found = recording::at_tip(tip, path)?;
    let complaint = found.loaded.complaint.clone();
    Ok((found, complaint))
}

/// Returns where each imported record is, when a line asks by source.
fn sources(tip: &Tip, plan: &[Planned]) -> Result<BTreeMap<Source, RecordPath>, CommandError> {
    let mut sources = BTreeMap::new();
    if plan.iter().any(|planned| matches!(planned.target, Target::Source(_))) {
        for path in tip.records()?.records {
            let complaint = recording::at_tip(tip, path)?.loaded.complaint;
            if let Some(source) = complaint.source {
                sources.insert(source, path);
            }
        }
    }
    Ok(sources)
}
