//! The short conversation of `complaints new` on a terminal: what, who, how to reach, what is wanted, by which way.

use crate::commands::Context;
use crate::commands::answers::{self, List};
use crate::commands::desk::Desk;
use crate::commands::new::draft::{self, Draft};
use crate::commands::new::form::Form;
use crate::domain::complaint::Complaint;
use crate::domain::words::Channel;
use crate::error::CommandError;
use crate::text::name::contradict;
use crate::text::{fold, sanitize};

/// Asks what the form does not say yet.
pub(super) fn ask(context: &mut Context, desk: &Desk, form: Form) -> Result<Form, CommandError> {
    let locale = &desk.settings.locale;
    context.ui.status(&locale.say("ask-welcome"));
    let mut draft = draft::find(desk).unwrap_or_default();
    if draft.statement.is_some() {
        context.ui.status(&locale.say("ask-draft"));
    }
    let mut form = form;
    let statement = required(context, desk, "ask-statement", draft.statement.as_deref())?;
    draft.statement = Some(statement.clone());
    draft::keep(desk, &draft)?;
    form.statement = Some(statement);
    if form.name.is_none() && !form.anonymous {
        form.name = optional(context, desk, "ask-name", draft.name.as_deref())?;
        draft.name.clone_from(&form.name);
        draft::keep(desk, &draft)?;
    }
    if form.phone.is_empty() && form.email.is_empty() && !form.anonymous {
        contact(context, desk, &mut form, &mut draft)?;
    }
    if form.wants.is_none() {
        form.wants = optional(context, desk, "ask-wants", draft.wants.as_deref())?;
        draft.wants.clone_from(&form.wants);
        draft::keep(desk, &draft)?;
    }
    if form.channel.is_none() {
        form.channel = Some(channel(context, desk)?);
    }
    Ok(form)
}

/// Asks for a telephone number or an e-mail address; without either the complainant is anonymous.
fn contact(context: &mut Context, desk: &Desk, form: &mut Form, draft: &mut Draft) -> Result<(), CommandError> {
    let answer = optional(context, desk, "ask-contact", draft.contact.as_deref())?;
    draft.contact.clone_from(&answer);
    draft::keep(desk, draft)?;
    match answer {
        None if form.name.is_none() => form.anonymous = true,
        None => form.address = Some(desk.settings.locale.say("contact-none")),
        Some(text) if text.contains('@') => form.email = vec![text],
        Some(text) => form.phone = vec![text],
    }
    show_open_complaints(context, desk, form)
}

/// Shows the open complaints of the same contact, before a second record of the same matter is made.
fn show_open_complaints(context: &mut Context, desk: &Desk, form: &mut Form) -> Result<(), CommandError> {
    let locale = &desk.settings.locale;
    let known = desk.each(|loaded| Ok(Some(loaded.complaint).filter(|complaint| is_same_contact(complaint, form))))?;
    let name = form.name.clone().unwrap_or_default();
    let is_same = |complaint: &&Complaint| !contradict(complaint.personal.name.as_deref().unwrap_or_default(), &name);
    form.person = known.items.iter().filter(is_same).find_map(|complaint| complaint.person.clone());
    for complaint in known.items.iter().filter(|complaint| complaint.state().is_open()) {
        let subject = complaint.personal.subject.as_deref().unwrap_or(&complaint.personal.statement);
        let subject = sanitize::line(subject);
        let day = locale.day(locale.day_of(complaint.received_at));
        context.ui.status(&locale.tell("ask-known", &[("subject", (&subject).into()), ("day", (&day).into())]));
        context.ui.status(&format!("  complaints show {}", complaint.reference));
    }
    Ok(())
}

fn is_same_contact(complaint: &Complaint, form: &Form) -> bool {
    let personal = &complaint.personal;
    let phones = || personal.phones.iter().map(|phone| fold::phone(phone));
    let emails = || personal.emails.iter().map(|email| fold::fold(email));
    form.phone.iter().any(|phone| phones().any(|known| known == fold::phone(phone)))
        || form.email.iter().any(|email| emails().any(|known| known == fold::fold(email)))
}

fn channel(context: &mut Context, desk: &Desk) -> Result<Channel, CommandError> {
    let locale = &desk.settings.locale;
    let usual = CHANNELS.label(locale, Channel::Phone);
    let question = locale.tell("ask-channel", &[("usual", (&usual).into())]);
    Ok(CHANNELS.ask(context, locale, &question, Some(Channel::Phone))?.unwrap_or(Channel::Phone))
}

const CHANNELS: List<Channel> = List { name: "channel", all: Channel::ALL, as_str: Channel::as_str };

fn required(context: &mut Context, desk: &Desk, key: &str, earlier: Option<&str>) -> Result<String, CommandError> {
    loop {
        context.ui.status(&desk.settings.locale.say(key));
        if let Some(answer) = answered(desk, earlier)? {
            return Ok(answer);
        }
    }
}

fn optional(
    context: &mut Context,
    desk: &Desk,
    key: &str,
    earlier: Option<&str>,
) -> Result<Option<String>, CommandError> {
    context.ui.status(&desk.settings.locale.say(key));
    answered(desk, earlier)
}

fn answered(desk: &Desk, earlier: Option<&str>) -> Result<Option<String>, CommandError> {
    answers::line(&desk.settings.locale, earlier).map_err(|error| error.hint("complaints new"))
}
