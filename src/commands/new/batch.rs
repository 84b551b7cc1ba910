//! `new --from`: many complaints in one commit, all of them or none.

use std::collections::BTreeSet;

use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::new::birth::{self, Counters, Seed};
use crate::commands::new::form::Form;
use crate::commands::recording::{self, Author};
use crate::domain::complaint::{Complaint, Source};
use crate::error::{CommandError, Outcome, foreign_file};
use crate::exit::Exit;
use crate::intake::{self, IntakeError};
use crate::register::tip::Tip;

/// Records everything that stands in a file.
pub(super) fn run(context: &mut Context, desk: &Desk, author: &Author, from: &str, recording: &Recording) -> Outcome {
    let text = context.input_text(from)?;
    let forms: Vec<(usize, Form)> = intake::read_many(&text).map_err(|error| intake_error(from, &error))?;
    let mut seeds = Vec::new();
    for (number, form) in forms {
        let form = form.complete(context, &desk.settings.locale).map_err(|error| error.on_line(from, number))?;
        let form = form.told_by(author);
        seeds.push((number, Seed::new(context, desk, author, &form).map_err(|error| error.on_line(from, number))?));
    }
    if seeds.is_empty() {
        return Err(CommandError::new(Exit::Usage, format!("{} holds no complaint", foreign_file(from)))
            .hint("complaints new --help"));
    }
    let mut born: Vec<Complaint> = Vec::new();
    recording::commit(context, desk, recording, |tip| {
        refuse_known_sources(tip, from, &seeds)?;
        let mut counters = Counters::default();
        let decided = seeds
            .iter()
            .map(|(number, seed)| {
                birth::born(desk, tip, seed, &mut counters).map_err(|error| error.on_line(from, *number))
            })
            .collect::<Result<Vec<_>, _>>()?;
        born = decided.iter().map(|one| one.after.clone()).collect();
        let message = super::message_of_many(&born);
        Ok((decided, message))
    })?;
    if !recording.dry_run {
        context.ui.status(&desk.settings.locale.tell("new-many", &[("count", born.len().into())]));
        let references: Vec<String> = born.iter().map(|complaint| complaint.reference.to_string()).collect();
        context.ui.data(&references.join("\n"));
    }
    Ok(Exit::Ok)
}

/// One source is taken in once: twice in the file, or once before, is refused.
fn refuse_known_sources(tip: &Tip, from: &str, seeds: &[(usize, Seed)]) -> Result<(), CommandError> {
    let mut known: BTreeSet<Source> = BTreeSet::new();
    if seeds.iter().any(|(_, seed)| seed.source().is_some()) {
        for path in tip.records()?.records {
            known.extend(recording::at_tip(tip, path)?.loaded.complaint.source);
        }
    }
    for (number, source) in seeds.iter().filter_map(|(number, seed)| Some((number, seed.source()?))) {
        if !known.insert(source.clone()) {
            let message = format!("`{}` of `{}` is recorded already", source.id, source.system);
            let refused = CommandError::new(Exit::Refused, message).on_line(from, *number);
            return Err(refused.hint("leave out the lines that were taken in before"));
        }
    }
    Ok(())
}

fn intake_error(from: &str, error: &IntakeError) -> CommandError {
    CommandError::new(Exit::Usage, &error.message).on_line(from, error.line).hint(
        "a line looks like: {\"statement\": \"…\", \"channel\": \"phone\", \"name\": \"…\", \"phone\": \"…\"}; keys: complaints new --help",
    )
}
