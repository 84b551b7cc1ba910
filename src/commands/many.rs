//! The same change of many complaints: of all that a question means, in one commit, all of them or none.
//!
//! Without `--yes` it only says what would happen. The rules are asked of each complaint as they are asked of one.

use std::collections::BTreeSet;

use clap::Args;

use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::recording::{self, Author, Decided};
use crate::commands::selection::{self, Selection};
use crate::commands::{Context, list};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, EventId};
use crate::domain::reference::Reference;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;
use crate::query::Query;
use crate::register::change::Change;
use crate::register::tip::Tip;
use crate::register::trail::Message;

/// Many complaints instead of one.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Many at once")]
pub(super) struct Many {
    /// Instead of one complaint, all that this holds of; without --yes it is only said what would happen
    #[arg(long = "where", value_name = "QUESTION")]
    question: Option<String>,
    /// Do it, in one commit
    #[arg(long, requires = "question")]
    yes: bool,
    /// Leave out the complaints of which the rules refuse it, instead of changing none
    #[arg(long, requires = "question")]
    skip_refused: bool,
}

/// A change of many complaints, told to each of them in turn.
pub(super) struct Deed<'a> {
    /// Which are meant, and how far to go.
    pub(super) many: &'a Many,
    /// Who and when.
    pub(super) recording: &'a Recording,
    /// Who records it.
    pub(super) author: &'a Author,
    /// What happens; each complaint gets an event of its own like it.
    pub(super) event: Event,
}

/// What the rules say to a change of many complaints.
#[derive(Default)]
struct Plan {
    decided: Vec<Decided>,
    refused: Vec<CommandError>,
    /// How many are so already.
    same: usize,
}

impl Many {
    /// Returns whether many are meant.
    pub(super) fn is_meant(&self) -> bool {
        self.question.is_some()
    }

    /// Returns the complaint and the word after it, as they were typed: with a question no complaint stands before the word.
    pub(super) fn words<'a>(
        &self,
        first: Option<&'a str>,
        second: Option<&'a str>,
    ) -> Result<(&'a str, Option<&'a str>), CommandError> {
        match (self.is_meant(), first, second) {
            (true, Some(first), Some(_)) => Err(CommandError::new(
                Exit::Usage,
                format!("`{first}`: --where takes the place of one complaint, so no REF goes with it"),
            )
            .hint("see which are meant: complaints list 'state:open owner:me'")),
            (true, first, _) => Ok(("", first)),
            (false, first, second) => Ok((first.unwrap_or_default(), second)),
        }
    }
}

/// Changes all complaints that are meant, or says what would happen.
///
/// `change` is asked what each becomes; `None` says that it is so already.
pub(super) fn change(
    context: &mut Context,
    desk: &Desk,
    deed: &Deed<'_>,
    change: impl Fn(Complaint, Event) -> Result<Option<Complaint>, CommandError>,
) -> Outcome {
    let question = deed.many.question.clone().unwrap_or_default();
    let query = Selection::asking(&question).query(desk, deed.author.now)?;
    let random = context.world.random_bytes();
    let judge = |tip: &Tip| judged(desk, tip, (&query, deed, random), &change);
    let mut plan = rehearsed(desk, deed, judge)?;
    let locale = &desk.settings.locale;
    if plan.decided.is_empty() && plan.refused.is_empty() && plan.same == 0 {
        let message = locale.tell("many-nobody", &[("question", (&question).into())]);
        return Err(CommandError::new(Exit::NotFound, message).hint(list::asking(&question)));
    }
    if !deed.many.yes && !deed.recording.dry_run {
        plan.decided.iter().for_each(|one| context.ui.data(&told(locale, one)));
    }
    refuse(locale, deed.many, &plan)?;
    let mut count = plan.decided.len();
    if (deed.many.yes || deed.recording.dry_run) && count > 0 {
        recording::commit(context, desk, deed.recording, |tip| {
            plan = judge(tip)?;
            refuse(locale, deed.many, &plan)?;
            count = plan.decided.len();
            let message = message(deed, &plan.decided);
            Ok((std::mem::take(&mut plan.decided), message))
        })?;
    }
    say(context, locale, deed, (count, &plan));
    Ok(Exit::Ok)
}

/// Asks what would be written; where no complaint changes there is nothing to write.
fn rehearsed(
    desk: &Desk,
    deed: &Deed<'_>,
    judge: impl Fn(&Tip) -> Result<Plan, CommandError>,
) -> Result<Plan, CommandError> {
    let mut judged = None;
    let rehearsed = desk.register.rehearse(|tip| {
        let plan = judge(tip)?;
        let files = plan.decided.iter().map(|one| (one.path.file(), one.text.clone().into_bytes())).collect();
        let change = Change { files, message: message(deed, &plan.decided) };
        judged = Some(plan);
        Ok::<_, CommandError>(change)
    });
    match judged {
        Some(plan) if plan.decided.is_empty() => Ok(plan),
        plan => rehearsed.map(|_| plan.unwrap_or_default()).map_err(CommandError::from),
    }
}

fn message(deed: &Deed<'_>, decided: &[Decided]) -> Message {
    let references: Vec<Reference> = decided.iter().map(|one| one.after.reference).collect();
    Message::complaints(&references, &recording::word(deed.event.kind.as_str())).at(deed.event.at)
}

/// Asks the rules about every complaint that is meant. A record that cannot be read may be one of them: then nothing is changed.
fn judged(
    desk: &Desk,
    tip: &Tip,
    (query, deed, random): (&Query, &Deed<'_>, [u8; 12]),
    change: &impl Fn(Complaint, Event) -> Result<Option<Complaint>, CommandError>,
) -> Result<Plan, CommandError> {
    let mut plan = Plan::default();
    let Some(head) = tip.head() else { return Ok(plan) };
    let (settings, now) = (&desk.settings, deed.author.now);
    let kept = desk.each_of(head, &|loaded| {
        let complaint = loaded.complaint;
        let is_meant = query.means(&complaint, || selection::due(settings, &complaint, now));
        Ok(is_meant.then_some(complaint.reference))
    })?;
    if let Some(damaged) = kept.damaged.into_iter().next() {
        return Err(*damaged.error);
    }
    let meant: BTreeSet<Reference> = kept.items.into_iter().collect();
    let paths = tip.records()?.records.into_iter().filter(|path| meant.contains(&path.reference()));
    for (number, path) in paths.enumerate() {
        let found = recording::at_tip(tip, path)?;
        let event = Event { id: numbered(random, number), ..deed.event.clone() };
        match change(found.loaded.complaint.clone(), event) {
            Ok(Some(after)) => plan.decided.push(recording::decide(&found, |_| Ok(after))?),
            Ok(None) => plan.same += 1,
            Err(no) if no.exit() == Exit::Refused => plan.refused.push(no),
            Err(error) => return Err(error),
        }
    }
    Ok(plan)
}

/// Returns the id of an event of its own for each complaint of a change: the same at each try, so that the rehearsal and
/// the commit agree.
fn numbered(mut random: [u8; 12], number: usize) -> EventId {
    for (place, byte) in (0_u32..).zip(&mut random) {
        let part = number.checked_shr(place * 5).unwrap_or(0) % 32;
        *byte ^= u8::try_from(part).unwrap_or(0);
    }
    EventId::from_random(random)
}

/// Fails when the rules refuse it of a complaint, unless such are left out.
fn refuse(locale: &Locale, many: &Many, plan: &Plan) -> Result<(), CommandError> {
    if plan.refused.is_empty() || many.skip_refused {
        return Ok(());
    }
    let (refused, all) = (plan.refused.len(), plan.refused.len() + plan.decided.len() + plan.same);
    let message = locale.tell("many-refused", &[("refused", refused.into()), ("count", all.into())]);
    let mut failure = CommandError::new(Exit::Refused, message);
    for no in &plan.refused {
        failure = failure.detail(format!("  {}", no.message()));
        let lines = no.details().iter().flat_map(|detail| detail.lines());
        failure = lines.fold(failure, |failure, line| failure.detail(format!("    {line}")));
    }
    Err(failure.hint(locale.say("many-refused-hint")))
}

/// Returns what happens to one complaint, in a line.
fn told(locale: &Locale, one: &Decided) -> String {
    let reference = one.after.reference.to_string();
    let Some(event) = one.after.events.last() else { return reference };
    let kind = locale.label("kind", event.kind.as_str());
    let from = recording::state_before(&one.after);
    let (from, to) = (locale.label("state", from), locale.label("state", one.after.state().as_str()));
    let words =
        [("reference", (&reference).into()), ("kind", (&kind).into()), ("from", (&from).into()), ("to", (&to).into())];
    locale.tell(if event.to.is_some() { "many-moves" } else { "many-stays" }, &words)
}

fn say(context: &mut Context, locale: &Locale, deed: &Deed<'_>, (count, plan): (usize, &Plan)) {
    let is_done = deed.many.yes && !deed.recording.dry_run;
    for no in &plan.refused {
        context.ui.warning(no.message());
    }
    context.ui.status(&locale.tell(if is_done { "many-done" } else { "many-would" }, &[("count", count.into())]));
    if plan.same > 0 {
        context.ui.status(&locale.tell("many-same", &[("count", plan.same.into())]));
    }
    if !plan.refused.is_empty() {
        context.ui.status(&locale.tell("many-skipped", &[("count", plan.refused.len().into())]));
    }
    if !is_done && count > 0 {
        context.ui.status(&locale.say("many-yes"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_complaints_of_a_change_get_an_event_of_the_same_name() {
        let ids: BTreeSet<EventId> = (0..20_000).map(|number| numbered([7; 12], number)).collect();
        assert_eq!(ids.len(), 20_000);
    }
}
