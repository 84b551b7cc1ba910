//! The short conversation of `complaints new` on a terminal: what, who, how to reach, what is wanted, by which way.

use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::new::draft::{self, Draft};
use crate::commands::new::form::Form;
use crate::domain::complaint::Complaint;
use crate::domain::words::Channel;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;
use crate::prompt::{self, Unanswered};
use crate::text::{fold, sanitize, similar};

/// Asks what the form does not say yet.
pub(super) fn ask(context: &mut Context, desk: &Desk, form: Form) -> Result<Form, CommandError> {
    let locale = &desk.settings.locale;
    context.ui.status(&locale.say("ask-welcome"));
    let mut draft = draft::find(desk).unwrap_or_default();
    if draft.statement.is_some() {
        context.ui.status(&locale.say("ask-draft"));
    }
    let mut form = form;
    let statement = required(context, desk, "ask-statement", draft.statement.clone())?;
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
        form.channel = Some(channel(context, desk, &mut draft)?);
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
fn show_open_complaints(context: &mut Context, desk: &Desk, form: &Form) -> Result<(), CommandError> {
    let locale = &desk.settings.locale;
    let known = desk.each(|loaded| Ok(Some(loaded.complaint).filter(|complaint| is_same_contact(complaint, form))))?;
    for complaint in &known.items {
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
    complaint.state().is_open()
        && (form.phone.iter().any(|phone| phones().any(|known| known == fold::phone(phone)))
            || form.email.iter().any(|email| emails().any(|known| known == fold::fold(email))))
}

fn channel(context: &mut Context, desk: &Desk, draft: &mut Draft) -> Result<Channel, CommandError> {
    let locale = &desk.settings.locale;
    let labels: Vec<(Channel, String)> =
        Channel::ALL.iter().map(|channel| (*channel, locale.label("channel", channel.as_str()))).collect();
    loop {
        let usual = locale.label("channel", Channel::Phone.as_str());
        context.ui.status(&locale.tell("ask-channel", &[("usual", (&usual).into())]));
        let Some(typed) = answered(context, desk, draft.channel.as_deref())? else { return Ok(Channel::Phone) };
        if let Some(channel) = named(&typed, &labels) {
            draft.channel = Some(typed);
            draft::keep(desk, draft)?;
            return Ok(channel);
        }
        let known: Vec<&str> = labels.iter().map(|(_, label)| label.as_str()).collect();
        context
            .ui
            .status(&locale.tell("ask-channel-unknown", &[("known", (&known.join(&locale.say("list-comma"))).into())]));
    }
}

/// Returns the channel that was typed, as a code or in words, also mistyped.
fn named(typed: &str, labels: &[(Channel, String)]) -> Option<Channel> {
    let by_code = Channel::ALL.iter().copied().find(|channel| channel.as_str() == typed);
    let by_label =
        || labels.iter().find(|(_, label)| fold::fold(label) == fold::fold(typed)).map(|(channel, _)| *channel);
    let nearest = || {
        let near = similar::nearest(typed, labels.iter().map(|(_, label)| label.as_str()));
        labels.iter().find(|(_, label)| near.first() == Some(&label.as_str())).map(|(channel, _)| *channel)
    };
    by_code.or_else(by_label).or_else(nearest)
}

fn required(context: &mut Context, desk: &Desk, key: &str, earlier: Option<String>) -> Result<String, CommandError> {
    loop {
        context.ui.status(&desk.settings.locale.say(key));
        if let Some(answer) = answered(context, desk, earlier.as_deref())? {
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
    answered(context, desk, earlier)
}

fn answered(_: &mut Context, desk: &Desk, earlier: Option<&str>) -> Result<Option<String>, CommandError> {
    match prompt::line(earlier) {
        Ok(answer) => Ok(Some(answer).filter(|answer| !answer.is_empty())),
        Err(Unanswered::Stopped) => Err(stopped(&desk.settings.locale)),
        Err(failed) => Err(CommandError::failed(&failed).hint("complaints new --channel phone --statement \"…\" …")),
    }
}

fn stopped(locale: &Locale) -> CommandError {
    CommandError::new(Exit::Failed, locale.say("ask-stopped")).hint("complaints new")
}
