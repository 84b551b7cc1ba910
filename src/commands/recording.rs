//! How a command changes complaints: who says so, when it happened, one commit, and what is said afterwards.

use std::fmt;

use chrono::Timelike;

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::desk::{self, Desk, Found};
use crate::commands::{Context, init, typed_error};
use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::domain::refusal::Refusal;
use crate::domain::rules;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::record;
use crate::register::change::{Change, Pen};
use crate::register::git::patch::patch;
use crate::register::layout::RecordPath;
use crate::register::tip::Tip;
use crate::register::trail::{Message, Word};
use crate::render::refusal::{self, Attempt};
use crate::text::sanitize;

/// Who records something, and when it happened.
#[derive(Clone, Debug)]
pub struct Author {
    /// The member.
    pub member: String,
    /// When it happened.
    pub at: Instant,
    /// The time it is, or that `--now` pretends.
    pub now: Instant,
}

impl Author {
    /// Returns who records something in this register, by `--as`, the git identity and `--at`.
    pub fn of(context: &Context, desk: &Desk, recording: &Recording) -> Result<Self, CommandError> {
        refuse_reading_only(desk)?;
        let now = context.now(&desk.settings)?;
        let at = happened_at(desk, recording, now)?;
        Ok(Self { member: member(desk, recording.member.as_deref())?, at, now })
    }

    /// Returns the member whom a name means that was typed or read from a file: `me` is this author. Rules look at it after
    /// that, so that nobody passes for somebody else.
    pub fn meant(&self, named: &str) -> String {
        meant(named, &self.member).to_owned()
    }

    /// Returns an event of this author.
    pub fn event(&self, context: &mut Context, kind: Kind, facts: Facts) -> Event {
        let id = EventId::from_random(context.world.random_bytes());
        Event { id, at: self.at, by: self.member.clone(), kind, to: None, facts }
    }
}

/// Returns when something happened, by `--at`; `now` unless that was typed.
pub(super) fn happened_at(desk: &Desk, recording: &Recording, now: Instant) -> Result<Instant, CommandError> {
    let Some(typed) = &recording.at else { return Ok(now) };
    let locale = &desk.settings.locale;
    typed::happened(typed, now, locale.zone).map_err(|error| typed_error(locale, "--at", &error))
}

/// A register made to be looked at cannot be written to, nor can the past.
pub fn refuse_reading_only(desk: &Desk) -> Result<(), CommandError> {
    let locale = &desk.settings.locale;
    if desk.commit.is_some() {
        return Err(CommandError::new(Exit::Usage, locale.say("refused-past")).hint(locale.say("hint-without-as-of")));
    }
    if desk.settings.is_sample {
        return Err(
            CommandError::new(Exit::Refused, locale.say("refused-sample")).hint(locale.say("hint-own-register"))
        );
    }
    Ok(())
}

/// Returns the member that records something: named, or known by the git e-mail, or the e-mail's local part.
pub(super) fn member(desk: &Desk, named: Option<&str>) -> Result<String, CommandError> {
    if let Some(named) = named {
        let known = desk.settings.members.iter().any(|member| member.id == named);
        return if known { Ok(named.to_owned()) } else { Err(unknown_member(desk, named)) };
    }
    let email = desk.register.author()?.email;
    let known = desk.settings.member_of(&email).map(|member| member.id.clone());
    Ok(known.unwrap_or_else(|| init::member_id(&email)))
}

/// Returns the member who is meant by a name, or by `me`.
pub(super) fn meant<'a>(typed: &'a str, me: &'a str) -> &'a str {
    if typed == "me" { me } else { typed }
}

fn unknown_member(desk: &Desk, named: &str) -> CommandError {
    let members: Vec<&str> = desk.settings.members.iter().map(|member| member.id.as_str()).collect();
    CommandError::new(
        Exit::Usage,
        format!("`{named}` is no member of this register; members are: {}", members.join(" ")),
    )
    .hint("add the member to `members:` in complaints/register.yaml")
}

/// One complaint's change, decided: the record before and after.
pub struct Decided {
    /// Its place.
    pub path: RecordPath,
    /// What the file says now.
    pub text: String,
    /// The complaint after.
    pub after: Complaint,
}

/// Asks the rules, and gives their no as a failure that lists what is missing.
pub fn admitted(
    desk: &Desk,
    mut proposed: Complaint,
    mut event: Event,
    now: Instant,
) -> Result<Complaint, CommandError> {
    let reference = proposed.reference;
    let at = in_its_minute(event.at, proposed.last_event_at());
    proposed.retime(&mut event, at);
    event.facts.authority = desk.settings.team.authority(&proposed, &event);
    let pack = desk.pack(&proposed)?;
    let (complaint, attempted) = (proposed.clone(), event.clone());
    rules::admit(proposed, event, pack, now).map_err(|no| {
        let attempt = Attempt { complaint: &complaint, event: &attempted };
        refused(desk, &reference.to_string(), &no, Some(attempt))
    })
}

/// Returns when something happened that was typed without seconds: after what is recorded of the same minute.
fn in_its_minute(typed: Instant, last: Instant) -> Instant {
    let minute = |at: Instant| at.timestamp().div_euclid(60);
    if typed.second() == 0 && minute(typed) == minute(last) { typed.max(last) } else { typed }
}

/// Returns a rule's no as a failure.
pub fn refused(desk: &Desk, reference: &str, no: &Refusal, attempt: Option<Attempt>) -> CommandError {
    let failure = CommandError::new(Exit::Refused, refusal::message(&desk.settings.locale, reference, no, attempt));
    let failure =
        refusal::details(&desk.settings.locale, reference, no, attempt).into_iter().fold(failure, CommandError::detail);
    let failure =
        refusal::hint(&desk.settings.locale, reference, no, attempt).into_iter().fold(failure, CommandError::hint);
    let is_alone = desk.settings.team.is_one_alone() && no.wants_second_person();
    if is_alone { failure.hint(desk.settings.locale.say("refused-one-alone")) } else { failure }
}

/// Changes one complaint in one commit, or prints what would be committed.
///
/// `change` is asked for what the record of HEAD becomes; it is asked again when another command was faster.
pub fn change_one(
    context: &mut Context,
    desk: &Desk,
    typed: &str,
    recording: &Recording,
    mut change: impl FnMut(Complaint) -> Result<Complaint, CommandError>,
) -> Result<Complaint, CommandError> {
    let path = desk.find(typed)?;
    let mut after = None;
    commit(context, desk, recording, |tip| {
        let found = at_tip(tip, path)?;
        let decided = decide(&found, &mut change)?;
        after = Some(decided.after.clone());
        let message = message(&decided);
        Ok((vec![decided], message))
    })?;
    let after = after.ok_or_else(|| CommandError::new(Exit::Failed, "nothing was decided"))?;
    if let (false, Some(wanted)) = (recording.dry_run, after.unheeded_wish()) {
        let locale = &desk.settings.locale;
        let channel = locale.label("channel", wanted.as_str());
        context.ui.warning(&locale.tell("wanted-otherwise", &[("channel", (&channel).into())]));
    }
    Ok(after)
}

/// Says that something was recorded, unless nothing was.
pub fn say_recorded(context: &mut Context, desk: &Desk, after: &Complaint, recording: &Recording) {
    if let (false, Some(event)) = (recording.dry_run, after.events.last()) {
        let locale = &desk.settings.locale;
        let kind = locale.label("kind", event.kind.as_str());
        let reference = after.reference.to_string();
        context.ui.status(&locale.tell("recorded", &[("reference", (&reference).into()), ("kind", (&kind).into())]));
    }
}

/// Says that something was recorded about a part of a complaint, such as the promise `m1`, unless nothing was.
pub fn say_of_part(context: &mut Context, desk: &Desk, after: &Complaint, part: &str, recording: &Recording) {
    if let (false, Some(event)) = (recording.dry_run, after.events.last()) {
        let locale = &desk.settings.locale;
        let kind = locale.label("kind", event.kind.as_str());
        let reference = after.reference.to_string();
        let words = [("reference", (&reference).into()), ("part", part.into()), ("kind", (&kind).into())];
        context.ui.status(&locale.tell("recorded-part", &words));
    }
}

/// Reads a record from the commit that a write builds on.
pub fn at_tip(tip: &Tip, path: RecordPath) -> Result<Found, CommandError> {
    let file = path.file();
    let bytes = tip.read(&file)?.ok_or_else(|| {
        CommandError::new(Exit::Failed, format!("`{file}` is not committed"))
            .hint(format!("git add {file} && git commit"))
    })?;
    Ok(Found { path, loaded: desk::read_record(&file, &bytes)? })
}

/// Lets `change` decide about a record and writes its new text.
pub fn decide(
    found: &Found,
    change: impl FnOnce(Complaint) -> Result<Complaint, CommandError>,
) -> Result<Decided, CommandError> {
    let after = change(found.loaded.complaint.clone())?;
    let text = record::rewrite(&found.loaded, &after).map_err(|fault| {
        let file = found.path.file();
        CommandError::of(Exit::Failed, &fault).hint(format!("complaints check, then mend `{file}` by hand"))
    })?;
    Ok(Decided { path: found.path, text, after })
}

/// Returns the message of a commit that changes one complaint.
pub fn message(decided: &Decided) -> Message {
    let Some(event) = decided.after.events.last() else {
        return Message::complaint(decided.after.reference, &word("changed"));
    };
    let message =
        Message::complaint(decided.after.reference, &word(event.kind.as_str())).event(&word(event.id.as_str()));
    let message = match event.to {
        Some(to) => message.step(&word(state_before(&decided.after)), &word(to.as_str())),
        None => message,
    };
    message.at(event.at)
}

/// Returns the state before the last event, `none` for a complaint that is just born.
pub(super) fn state_before(complaint: &Complaint) -> &'static str {
    let mut before = complaint.clone();
    before.events.pop();
    if before.events.is_empty() { "none" } else { before.state().as_str() }
}

/// Returns a word of the commit grammar. Kinds, states and event ids are such words by construction.
///
/// # Panics
/// When a kind or state is declared that no commit message may hold: a fault of this program, which every test would meet.
pub fn word(text: &str) -> Word {
    text.parse().expect("kinds, states and ids are words of the commit grammar")
}

/// Writes what `decide` says about records in one commit, or prints it when `--dry-run` was typed.
pub fn commit(
    context: &mut Context,
    desk: &Desk,
    recording: &Recording,
    mut decide: impl FnMut(&Tip) -> Result<(Vec<Decided>, Message), CommandError>,
) -> Result<(), CommandError> {
    write(context, desk, recording, |tip| {
        let (decided, message) = decide(tip)?;
        let files = decided.into_iter().map(|one| (one.path.file(), one.text.into_bytes())).collect();
        Ok(Change { files, message })
    })
}

/// Writes a change in one commit, or prints it when `--dry-run` was typed.
pub fn write(
    context: &mut Context,
    desk: &Desk,
    recording: &Recording,
    decide: impl FnMut(&Tip) -> Result<Change, CommandError>,
) -> Result<(), CommandError> {
    if recording.dry_run {
        let change = desk.register.rehearse(decide)?;
        return print_rehearsal(context, desk, &change);
    }
    let pen = Pen { now: context.recorded_at(&desk.settings), durability: context.durability };
    let committed = desk.register.write(pen, decide)?;
    context.has_written = true;
    for warning in &committed.warnings {
        context.ui.warning(&with_causes(warning));
    }
    Ok(())
}

/// Makes sure that this clone has a station to mint numbers with; the first time it claims one in a commit of its own.
pub fn ensure_station(context: &mut Context, desk: &Desk, author: &Author) -> Result<(), CommandError> {
    if desk.register.station().is_some() {
        return Ok(());
    }
    let pen = Pen { now: context.recorded_at(&desk.settings), durability: context.durability };
    let mut warnings = desk.register.prepare_clone(pen)?;
    let (station, committed) = desk.register.ensure_station(pen, &word(&init::member_id(&author.member)))?;
    warnings.extend(committed.into_iter().flat_map(|committed| committed.warnings));
    context.ui.status(&desk.settings.locale.tell("station-claimed", &[("station", (&format!("{station:02}")).into())]));
    for warning in &warnings {
        context.ui.warning(&with_causes(warning));
    }
    Ok(())
}

/// Returns an error with its causes in one line.
pub fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

/// Prints the message and what the change would do to each file.
fn print_rehearsal(context: &mut Context, desk: &Desk, change: &Change) -> Result<(), CommandError> {
    context.ui.data(&change.message.to_string());
    let head = desk.register.head()?;
    for (path, bytes) in &change.files {
        let before = head.as_ref().map(|head| head.read(path)).transpose()?.flatten().unwrap_or_default();
        context.ui.data(&sanitize::block(&patch(path, &before, bytes)?));
    }
    Ok(())
}

impl fmt::Debug for Decided {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Decided({})", self.path.reference())
    }
}
