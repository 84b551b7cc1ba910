//! `complaints new`: a complaint is recorded and gets its number.

mod batch;
pub(super) mod birth;
mod conversation;
mod draft;
mod form;

use clap::Args;

use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::recording::{self, Author};
use crate::commands::{Context, long_text};
use crate::domain::clock;
use crate::domain::complaint::Complaint;
use crate::domain::event::Kind;
use crate::domain::words::Channel;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::register::trail::Message;
use crate::render::style;
use crate::text::fold;
pub(super) use form::Form;

/// Record a complaint
///
/// On a terminal, `complaints new` alone asks for what it needs. With options, or
/// without a terminal, it never asks. The last line on standard output is the
/// reference number and nothing else, so that R=$(complaints new …) works.
///
/// Example:   complaints new --channel phone --name "مریم رضایی" --phone ۰۹۱۲۰۰۰۰۱۲۳ \
///                --statement "سفارش چهار روز دیر رسید"
/// Once more: complaints new --again 147 --channel phone --statement "Late again"
/// Many:      complaints new --from complaints.jsonl
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct NewArgs {
    /// What is known about the complaint.
    #[command(flatten)]
    form: Form,
    /// Read the statement from a file, or `-` for standard input
    #[arg(short = 'F', long = "file", value_name = "FILE", conflicts_with = "statement")]
    file: Option<String>,
    /// The complainant is that of an earlier complaint: name, contacts, language and needs are taken from it
    #[arg(long, value_name = "REF", conflicts_with_all = ["anonymous", "from"])]
    again: Option<String>,
    /// Record many in one commit: YAML, JSON or JSON lines from a file, or `-` for standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "statement"])]
    from: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records one complaint, or many.
pub fn run(context: &mut Context, args: &NewArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    if !args.recording.dry_run {
        recording::ensure_station(context, &desk, &author)?;
    }
    if let Some(from) = &args.from {
        return batch::run(context, &desk, &author, from, &args.recording);
    }
    let mut form = args.form.clone();
    if let Some(file) = &args.file {
        form.statement = Some(long_text(context, file)?);
    }
    if let Some(earlier) = &args.again {
        form = form.again(&desk.load(earlier)?.loaded.complaint)?;
    }
    let is_conversation = form.statement.is_none() && context.world.may_ask();
    if is_conversation {
        form = conversation::ask(context, &desk, form)?;
    }
    let form = form.complete(context, &desk.settings.locale)?.told_by(&author);
    if let Some(owner) = &form.owner {
        context.warn_of_stranger(&desk, owner);
    }
    warn_of_unusable_contacts(context, &desk, &form);
    let seed = birth::Seed::new(context, &desk, &author, &form)?;
    let mut born = None;
    recording::commit(context, &desk, &args.recording, |tip| {
        let decided = birth::born(&desk, tip, &seed, &mut birth::Counters::default())?;
        born = Some(decided.after.clone());
        let message = recording::message(&decided);
        Ok((vec![decided], message))
    })?;
    if is_conversation {
        draft::discard(&desk);
    }
    let born = born.ok_or_else(|| CommandError::new(Exit::Failed, "nothing was recorded"))?;
    if !args.recording.dry_run {
        announce(context, &desk, &author, &born);
        context.ui.data(&born.reference.to_string());
    }
    Ok(Exit::Ok)
}

/// Warns of a contact by which nobody can be reached, while the caller is still on the line.
fn warn_of_unusable_contacts(context: &mut Context, desk: &Desk, form: &Form) {
    let has_digits = |phone: &&String| fold::phone(phone).len() >= 3;
    let is_address =
        |email: &&String| email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    let phones = form.phone.iter().filter(|phone| !has_digits(phone)).map(|phone| ("new-odd-phone", phone));
    let emails = form.email.iter().filter(|email| !is_address(email)).map(|email| ("new-odd-email", email));
    for (key, typed) in phones.chain(emails) {
        context.ui.warning(&desk.settings.locale.tell(key, &[("typed", typed.into())]));
    }
}

/// Says what to tell the caller: the number in large print, the promised date, and what to type after having said it.
fn announce(context: &mut Context, desk: &Desk, author: &Author, born: &Complaint) {
    let locale = &desk.settings.locale;
    let number = locale.number(born.reference);
    let written = in_writing(born);
    context.ui.status(&locale.say(if written.is_some() { "new-recorded-as" } else { "new-recorded" }));
    context.ui.status(&format!("    {}", style::REFERENCE.paint(&number)));
    let due = desk.pack(born).ok().and_then(|pack| clock::response_due(born, pack, &desk.settings.work));
    if let Some((due, _)) = due {
        context.ui.status(&locale.tell("new-answer-by", &[("time", (&locale.long_time(due)).into())]));
    }
    if born.last(Kind::Acknowledged).is_none() {
        let name = desk.short(born.reference, author.now);
        let said = if due.is_some() { "new-say-both" } else { "new-say-number" };
        let (key, command) = written.map_or_else(
            || (said, format!("  complaints advance {name} acknowledge")),
            |way| ("new-write", format!("  complaints receipt {name} --record {way}")),
        );
        context.ui.status(&locale.say(key));
        context.ui.status(&style::HINT.paint(&context.global.in_folder(&command)));
    }
}

/// Returns the way by which the complainant is told in writing that it arrived; `None` where somebody is there to listen,
/// or nobody can be reached.
fn in_writing(born: &Complaint) -> Option<Channel> {
    let way = born.profile.reply_by.unwrap_or(born.channel);
    let personal = &born.personal;
    let is_reachable = match way {
        Channel::Email => !personal.emails.is_empty(),
        Channel::Letter => personal.address.is_some(),
        Channel::Sms | Channel::Messenger => !personal.phones.is_empty(),
        _ => false,
    };
    is_reachable.then_some(way)
}

/// Returns the message of a commit that records many complaints.
fn message_of_many(complaints: &[Complaint]) -> Message {
    let references: Vec<_> = complaints.iter().map(|complaint| complaint.reference).collect();
    Message::complaints(&references, &recording::word(Kind::Received.as_str()))
}
