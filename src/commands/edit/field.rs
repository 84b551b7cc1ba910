//! The fields that can be corrected by name, and what they say.

use super::Correction;
use crate::calendar::typed;
use crate::commands::desk::Desk;
use crate::commands::step::limit_told_at;
use crate::commands::{categorize, typed_error, typed_occurrence};
use crate::domain::Instant;
use crate::domain::code::Code;
use crate::domain::complaint::{Complaint, Occurred};
use crate::domain::event::is_pseudonym;
use crate::domain::reference::Reference;
use crate::domain::words::{PromiseState, YesNo};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::text::digits::to_ascii;
use crate::text::similar;

/// The names of all fields that `edit` corrects.
pub(super) const FIELDS: &[&str] = &[
    "address",
    "anonymous",
    "category",
    "channel",
    "email",
    "key-customer",
    "language",
    "name",
    "needs",
    "occurred",
    "order",
    "pack",
    "person",
    "phone",
    "priority",
    "product",
    "received",
    "reply-by",
    "role",
    "segment",
    "statement",
    "subject",
    "target",
    "wants",
];

/// Returns the fields that say something else in an edited complaint, with what they say.
pub(super) fn differing(before: &Complaint, edited: &Complaint) -> Vec<Correction> {
    // Whose pseudonym is taken away is anonymous from then on: that is one correction.
    let told_by_the_other = if edited.person.is_none() { "person" } else { "anonymous" };
    let differing = FIELDS.iter().filter(|name| **name != told_by_the_other).filter_map(|name| {
        let field: Code = name.parse().ok()?;
        let (old, new) = (read(before, &field), read(edited, &field));
        (old != new).then_some(Correction { field, old, new })
    });
    differing.collect()
}

/// Puts a value into a field and returns what it said before and says now.
pub(super) fn correct(
    desk: &Desk,
    complaint: &mut Complaint,
    (field, value): (&Code, &str),
    now: Instant,
) -> Result<Correction, CommandError> {
    let old = read(complaint, field);
    let value = value.trim();
    let text = (!value.is_empty()).then(|| value.to_owned());
    let personal = &mut complaint.personal;
    match field.as_str() {
        "name" => personal.name = text,
        "phone" => personal.phones = listed(value),
        "email" => personal.emails = listed(value),
        "address" => personal.address = text,
        "order" => personal.order = text,
        "subject" => personal.subject = text,
        "wants" => personal.wants = text,
        "statement" => personal.statement = text.ok_or_else(|| cannot_be_empty(desk, field, complaint.reference))?,
        "product" => complaint.product = desk.settings.product_named(value),
        "role" => complaint.role = text.map(|text| word(field, &text)).transpose()?,
        "needs" => complaint.needs = listed(value).iter().map(|need| word(field, need)).collect::<Result<_, _>>()?,
        "reply-by" => complaint.profile.reply_by = text.map(|text| word(field, &text)).transpose()?,
        "segment" => complaint.profile.segment = text.map(|text| word(field, &text)).transpose()?,
        "key-customer" => complaint.profile.key_customer = text.map(|text| word(field, &text)).transpose()?,
        "occurred" => {
            let typed = |text: String| typed_occurrence(&desk.settings.locale, ("occurred", &text), now);
            complaint.occurred = text.map(typed).transpose()?;
        }
        "target" => target(desk, complaint, value, now)?,
        "category" => complaint.category = Some(categorize::known_category(desk, value)?),
        "channel" => complaint.channel = word(field, value)?,
        "language" => complaint.language = word(field, value)?,
        "priority" => complaint.priority = word(field, value)?,
        "pack" => {
            let pack: Code = word(field, value)?;
            desk.settings
                .pack(&pack)
                .map_err(|error| CommandError::of(Exit::Usage, &error).hint("complaints codes pack"))?;
            complaint.pack = pack;
        }
        "anonymous" => complaint.person = nobody(desk, field, complaint.reference, value)?,
        "person" => complaint.person = Some(person(desk, field, complaint.reference, value)?),
        "received" => received(desk, complaint, value, now)?,
        other => return Err(unknown(desk, other, complaint)),
    }
    Ok(Correction { field: field.clone(), old, new: read(complaint, field) })
}

/// Returns what a field says, as text.
fn read(complaint: &Complaint, field: &Code) -> Option<String> {
    let personal = &complaint.personal;
    let joined = |items: &[String]| (!items.is_empty()).then(|| items.join(", "));
    match field.as_str() {
        "name" => personal.name.clone(),
        "phone" => joined(&personal.phones),
        "email" => joined(&personal.emails),
        "address" => personal.address.clone(),
        "order" => personal.order.clone(),
        "subject" => personal.subject.clone(),
        "wants" => personal.wants.clone(),
        "statement" => Some(personal.statement.clone()),
        "product" => complaint.product.clone(),
        "category" => complaint.category.as_ref().map(ToString::to_string),
        "role" => complaint.role.map(|role| role.to_string()),
        "needs" => joined(&complaint.needs.iter().map(ToString::to_string).collect::<Vec<_>>()),
        "reply-by" => complaint.profile.reply_by.map(|channel| channel.to_string()),
        "segment" => complaint.profile.segment.map(|segment| segment.to_string()),
        "key-customer" => complaint.profile.key_customer.map(|answer| answer.to_string()),
        "occurred" => complaint.occurred.map(|occurred| match occurred {
            Occurred::Day(day) => day.to_string(),
            Occurred::At(instant) => instant.to_rfc3339(),
        }),
        "target" => complaint.target().map(|promise| promise.due.to_rfc3339()),
        "channel" => Some(complaint.channel.to_string()),
        "language" => Some(complaint.language.to_string()),
        "priority" => Some(complaint.priority.to_string()),
        "pack" => Some(complaint.pack.to_string()),
        "anonymous" => complaint.person.is_none().then(|| YesNo::Yes.to_string()),
        "person" => complaint.person.clone(),
        "received" => Some(complaint.received_at.to_rfc3339()),
        _ => None,
    }
}

fn listed(value: &str) -> Vec<String> {
    value.split([',', '،']).map(str::trim).filter(|item| !item.is_empty()).map(to_ascii).collect()
}

fn word<T: std::str::FromStr<Err: std::fmt::Display>>(field: &Code, value: &str) -> Result<T, CommandError> {
    let list = match field.as_str() {
        "needs" => Some("need"),
        "reply-by" => Some("channel"),
        list @ ("category" | "channel" | "pack" | "priority" | "role" | "segment") => Some(list),
        _ => None,
    };
    value.parse().map_err(|error: T::Err| {
        let wrong = CommandError::new(Exit::Usage, format!("{field}: {error}"));
        list.into_iter().fold(wrong, |wrong, list| wrong.hint(format!("complaints codes {list}")))
    })
}

/// The time of receipt may be corrected while nothing that came after would stand before it.
fn received(desk: &Desk, complaint: &mut Complaint, value: &str, now: Instant) -> Result<(), CommandError> {
    let instant = typed::happened(value, now, desk.settings.locale.zone)
        .map_err(|error| typed_error(&desk.settings.locale, "received", &error))?;
    let tell = |key: &str| desk.settings.locale.tell(key, &[("time", value.into())]);
    if instant > now {
        return Err(CommandError::new(Exit::Refused, tell("edit-received-future"))
            .hint(desk.settings.locale.say("hint-arrived")));
    }
    if complaint.valid_events().skip(1).any(|event| event.at < instant) {
        return Err(CommandError::new(Exit::Refused, tell("edit-received-late"))
            .hint(format!("complaints history {}", complaint.reference)));
    }
    complaint.correct_receipt(instant);
    Ok(())
}

/// The date that was told on receipt has no event that could be taken back; it is corrected while it is waited for.
fn target(desk: &Desk, complaint: &mut Complaint, value: &str, now: Instant) -> Result<(), CommandError> {
    let reference = complaint.reference;
    let Some(promise) = complaint.target_mut().filter(|promise| promise.state == PromiseState::Open) else {
        return Err(CommandError::new(Exit::Refused, desk.settings.locale.say("edit-no-target"))
            .hint(format!("complaints promise {reference} --until tomorrow")));
    };
    promise.due = limit_told_at(("target", value), (now, promise.told_at), &desk.settings.locale)?;
    Ok(())
}

/// Returns the pseudonym that is typed, or that of the complaint that is.
fn person(desk: &Desk, field: &Code, reference: Reference, value: &str) -> Result<String, CommandError> {
    if value.is_empty() {
        return Err(cannot_be_empty(desk, field, reference));
    }
    if is_pseudonym(value) {
        return Ok(value.to_owned());
    }
    let other = desk.load(value)?.loaded.complaint;
    other.person.ok_or_else(|| {
        let reference = other.reference.to_string();
        let unknown = desk.settings.locale.tell("edit-person-unknown", &[("reference", (&reference).into())]);
        CommandError::new(Exit::Usage, unknown).hint(format!("complaints show {}", other.reference))
    })
}

/// Returns the absence of a pseudonym, which makes a complainant anonymous. Known again they are by a pseudonym alone.
fn nobody(desk: &Desk, field: &Code, reference: Reference, value: &str) -> Result<Option<String>, CommandError> {
    match word(field, value)? {
        YesNo::Yes => Ok(None),
        YesNo::No => Err(CommandError::new(Exit::Usage, desk.settings.locale.say("edit-anonymous-no"))
            .hint(format!("complaints edit {reference} person=… --why \"…\""))),
    }
}

/// Returns the fields that say who complains, or how to reach them.
pub(super) fn known_by(complaint: &Complaint) -> Vec<&'static str> {
    let says = |name: &&str| name.parse().is_ok_and(|field: Code| read(complaint, &field).is_some());
    ["name", "phone", "email", "address"].into_iter().filter(says).collect()
}

fn cannot_be_empty(desk: &Desk, field: &Code, reference: Reference) -> CommandError {
    CommandError::new(Exit::Usage, desk.settings.locale.tell("edit-empty", &[("field", field.as_str().into())]))
        .hint(format!("complaints edit {reference} {field}=\"…\" --why \"…\""))
}

fn unknown(desk: &Desk, field: &str, complaint: &Complaint) -> CommandError {
    let failure =
        CommandError::new(Exit::Usage, desk.settings.locale.tell("edit-no-field", &[("field", field.into())]));
    let reference = complaint.reference;
    let elsewhere = match field {
        "owner" => Some(format!("complaints assign {reference} MEMBER")),
        "severity" | "complexity" | "impact" | "safety" | "jurisdiction" => {
            Some(format!("complaints categorize {reference} --{field} …"))
        }
        "state" => Some(format!("complaints advance {reference}")),
        _ => None,
    };
    if let Some(command) = elsewhere {
        return failure.hint(command);
    }
    match similar::nearest(field, FIELDS.iter().copied()).first() {
        Some(near) => failure.hint(format!("complaints edit {reference} {near}=… --why \"…\"")),
        None => failure
            .detail(desk.settings.locale.tell("edit-fields", &[("fields", (&FIELDS.join(" ")).into())]))
            .hint("complaints edit --help"),
    }
}
