//! `advance REF` without a step: what is possible now, what each step needs and what is still missing.

use crate::commands::Context;
use crate::commands::advance::possible::{Item, Possible, Viewer};
use crate::commands::desk::Desk;
use crate::domain::Instant;
use crate::domain::clock::{self, DueBy};
use crate::domain::complaint::Complaint;
use crate::domain::event::Kind;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;
use crate::render::style;
use crate::text::sanitize;

/// Prints the checklist of a complaint.
pub(crate) fn run(context: &mut Context, desk: &Desk, typed: &str) -> Outcome {
    let complaint = desk.load(typed)?.loaded.complaint;
    let now = context.now(&desk.settings)?;
    let possible = Viewer::of(desk, &complaint, now).possible()?;
    print(context, desk, &complaint, &possible)
}

/// Prints what is possible with a command of several actions, such as `review`; the whole checklist when nothing is.
pub(crate) fn run_of(context: &mut Context, desk: &Desk, typed: &str, verb: &str) -> Outcome {
    let complaint = desk.load(typed)?.loaded.complaint;
    let now = context.now(&desk.settings)?;
    let possible = Viewer::of(desk, &complaint, now).possible_with(verb)?;
    if possible.ready.is_empty() && possible.lacking.is_empty() {
        return run(context, desk, typed);
    }
    print(context, desk, &complaint, &possible)
}

fn print(context: &mut Context, desk: &Desk, complaint: &Complaint, possible: &Possible) -> Outcome {
    let locale = &desk.settings.locale;
    let now = context.now(&desk.settings)?;
    let mut lines = standing(desk, complaint, now)?;
    if let Some(acknowledged) = complaint.last(Kind::Acknowledged) {
        let method =
            acknowledged.facts.method.map_or_else(String::new, |method| locale.label("channel", method.as_str()));
        let line = locale.tell(
            "checklist-acknowledged",
            &[("method", (&method).into()), ("time", (&locale.time(acknowledged.at)).into())],
        );
        lines.push(style::DONE.paint(&line));
    }
    section(context, locale, &mut lines, ("checklist-ready", &possible.ready));
    section(context, locale, &mut lines, ("checklist-lacking", &possible.lacking));
    let others = possible.other_commands(&desk.short(complaint.reference, now));
    if !others.is_empty() {
        lines.push(format!("\n{}", locale.say("checklist-other")));
        lines.extend(
            others.iter().map(|command| format!("  {}", style::HINT.paint(&context.global.in_folder(command)))),
        );
    }
    if complaint.is_void() {
        let name = desk.short(complaint.reference, now);
        lines.push(format!("\n{}", locale.tell("hint-void-by-mistake", &[("reference", (&name).into())])));
    }
    context.ui.data(&lines.join("\n"));
    Ok(Exit::Ok)
}

/// Prints where a complaint stands after a change.
pub(crate) fn print_standing(context: &mut Context, desk: &Desk, complaint: &Complaint) {
    let lines = context.now(&desk.settings).and_then(|now| standing(desk, complaint, now));
    if let Ok(lines) = lines {
        context.ui.status(&lines.join("\n"));
    }
}

/// Prints what a step led to: what was recorded where the complaint stands as before, then where it stands.
pub(crate) fn print_step(context: &mut Context, desk: &Desk, complaint: &Complaint) {
    let locale = &desk.settings.locale;
    let lines = context.now(&desk.settings).and_then(|now| standing(desk, complaint, now));
    let Ok(mut lines) = lines else { return };
    if let Some(event) = complaint.events.last().filter(|event| event.to.is_none()) {
        let kind = locale.label("kind", event.kind.as_str());
        lines[0] = locale.tell("recorded", &[("reference", (&lines[0]).into()), ("kind", (&kind).into())]);
    }
    context.ui.status(&lines.join("\n"));
}

/// Returns the reference, where the complaint stands, until when it is on hold, and by when the answer is due.
fn standing(desk: &Desk, complaint: &Complaint, now: Instant) -> Result<Vec<String>, CommandError> {
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
    let timed = |key: &str, at: Instant| locale.tell(key, &[("time", (&locale.long_time(at)).into())]);
    let held = clock::on_hold_until(complaint, now).filter(|_| complaint.state().is_open());
    lines.extend(held.map(|until| timed("checklist-held", until)));
    if complaint.awaits_answer()
        && let Some((due, by)) = clock::response_due(complaint, desk.pack(complaint)?, &desk.settings.work)
    {
        let key = match (by, due < now) {
            (DueBy::Told, false) => "checklist-due-told",
            (DueBy::Pack, false) => "checklist-due-pack",
            (DueBy::Told, true) => "checklist-late-told",
            (DueBy::Pack, true) => "checklist-late-pack",
        };
        lines.push(timed(key, due));
    }
    Ok(lines)
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
