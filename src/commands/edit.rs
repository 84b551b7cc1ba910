//! `complaints edit`: a field is corrected; what it said before stays in the story.

mod editor;
mod field;

use clap::Args;

use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::many::{self, Deed, Many};
use crate::commands::recording::{self, Author};
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::rules::{Requirement, Rule, Step};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;
use crate::register::refusal::Refusal;
use crate::render::refusal;

/// Correct a field of a complaint
///
/// Fields are named like the options of `complaints new`: name, phone, email,
/// address, anonymous (yes), subject, statement, wants, order, product, channel,
/// language, occurred, received, target, role, needs (several with commas),
/// reply-by, segment, key-customer, priority, pack. What the field said before,
/// what it says now and why are recorded. An empty value takes the field away.
/// Without a field the record opens in the editor that git opens (core.editor,
/// $VISUAL, $EDITOR); what you typed there is kept until it is recorded.
///
/// Example:   complaints edit 147 phone=۰۹۱۲۰۰۰۰۱۲۴ --why "misheard"
///            complaints edit --where 'product:express' product=express-delivery \
///                --why "it has a new name"
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    override_usage = "complaints edit [OPTIONS] <REF> [FIELD=VALUE]...\n       complaints edit [OPTIONS] --where <QUESTION> <FIELD=VALUE>"
)]
pub struct EditArgs {
    /// The complaint
    #[arg(value_name = "REF", required_unless_present = "question")]
    reference: Option<String>,
    /// What is corrected, as FIELD=VALUE (can be repeated)
    #[arg(value_name = "FIELD=VALUE")]
    fields: Vec<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// Instead of one complaint.
    #[command(flatten)]
    many: Many,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// A field with what it said and what it says.
#[derive(Clone)]
struct Correction {
    field: Code,
    old: Option<String>,
    new: Option<String>,
}

/// Corrects the fields, or opens the editor.
pub fn run(context: &mut Context, args: &EditArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    if args.many.is_meant() {
        return edit_many(context, &desk, &author, args);
    }
    let reference = args.reference.as_deref().unwrap_or_default();
    let after = if args.fields.is_empty() {
        editor::run(context, &desk, &author, (reference, args))?
    } else {
        let typed = args.fields.iter().map(|typed| split(&desk, reference, typed)).collect::<Result<Vec<_>, _>>()?;
        let events = events(context, &author, typed.len(), args.why.as_deref());
        recording::change_one(context, &desk, reference, &args.recording, |complaint| {
            corrected(&desk, &author, complaint, &typed, &events)
        })?
    };
    recording::say_recorded(context, &desk, &after, &args.recording);
    Ok(Exit::Ok)
}

/// Returns the field that is typed here for an option of `new`, for whoever types the option again.
pub fn as_field(option: &str) -> Option<String> {
    let name = option.strip_prefix("--")?;
    field::FIELDS.contains(&name).then(|| format!("{name}=…"))
}

/// Corrects one field of all complaints that are meant; what says that already stays.
fn edit_many(context: &mut Context, desk: &Desk, author: &Author, args: &EditArgs) -> Outcome {
    let typed: Vec<&String> = args.reference.iter().chain(&args.fields).collect();
    let [typed] = typed[..] else {
        return Err(CommandError::new(Exit::Usage, desk.settings.locale.say("edit-one-field"))
            .hint("complaints edit --where 'product:express' product=express-delivery --why \"…\""));
    };
    let (name, value) = split(desk, "REF", typed)?;
    let facts = Facts { text: args.why.clone(), ..Facts::default() };
    let event = author.event(context, Kind::Edited, facts);
    let deed = Deed { many: &args.many, recording: &args.recording, author, event };
    many::change(context, desk, &deed, |mut complaint, event| {
        let before = complaint.clone();
        let correction = field::correct(desk, &mut complaint, (&name, &value), author.now)?;
        if correction.old == correction.new {
            return Ok(None);
        }
        let corrected = admitted(desk, author, complaint, correction, &event)?;
        must_still_say(desk, &before, corrected).map(Some)
    })
}

fn split(desk: &Desk, reference: &str, typed: &str) -> Result<(Code, String), CommandError> {
    let wrong = || {
        CommandError::new(Exit::Usage, desk.settings.locale.tell("edit-no-pair", &[("typed", typed.into())]))
            .hint(format!("complaints edit {reference} phone=… --why \"…\""))
            .hint("see the fields: complaints edit --help")
    };
    let (field, value) = typed.split_once('=').ok_or_else(wrong)?;
    Ok((field.trim().parse().map_err(|_| wrong())?, value.to_owned()))
}

/// Returns as many events as there are corrections; ids must not change when a write is tried again.
fn events(context: &mut Context, author: &Author, count: usize, why: Option<&str>) -> Vec<Event> {
    let facts = Facts { text: why.map(str::to_owned), ..Facts::default() };
    (0..count).map(|_| author.event(context, Kind::Edited, facts.clone())).collect()
}

fn corrected(
    desk: &Desk,
    author: &Author,
    mut complaint: Complaint,
    typed: &[(Code, String)],
    events: &[Event],
) -> Result<Complaint, CommandError> {
    let before = complaint.clone();
    for ((name, value), event) in typed.iter().zip(events) {
        let correction = field::correct(desk, &mut complaint, (name, value), author.now)?;
        if correction.old == correction.new {
            return Err(says_already(desk, &complaint, name)?);
        }
        complaint = admitted(desk, author, complaint, correction, event)?;
    }
    must_still_say(desk, &before, complaint)
}

/// Returns why a field cannot be made to say what it says already. Whoever sees something else in the file looks at a change
/// of their own that is not committed, and hears that.
fn says_already(desk: &Desk, complaint: &Complaint, field: &Code) -> Result<CommandError, CommandError> {
    let reference = complaint.reference.to_string();
    let file = desk.find(&reference)?.file();
    if desk.register.is_uncommitted(&file)? {
        return Ok(Refusal::Edited { path: desk.register.place_of(&file) }.into());
    }
    let says_so = desk.settings.locale.tell("edit-same", &[("field", field.as_str().into())]);
    Ok(CommandError::new(Exit::Refused, says_so).hint(format!("complaints show {reference}")))
}

/// Returns the corrected complaint, unless the correction took away what had to be said when it came in.
fn must_still_say(desk: &Desk, before: &Complaint, corrected: Complaint) -> Result<Complaint, CommandError> {
    must_follow_matter(desk, before, &corrected)?;
    let locale = &desk.settings.locale;
    // A pack that nobody knows asks for nothing, and is there to be corrected.
    let pack = desk.pack(before).or_else(|_| desk.pack(&corrected))?;
    let Some(received) = before.events.first() else { return Ok(corrected) };
    let lacks = |complaint: &Complaint| Rule::of(Step::New).missing(complaint, received, pack);
    let lacked = lacks(before);
    let taken = lacks(&corrected).into_iter().find(|requirement| !lacked.contains(requirement));
    let Some(taken) = taken else { return anonymous_or_known(locale, before, corrected) };
    let what = refusal::words(locale, Step::New, taken);
    let refused = CommandError::new(Exit::Refused, locale.tell("edit-takes-away", &[("what", (&what).into())]));
    Err(if taken == Requirement::Contact {
        refused.hint(to_be_anonymous(locale, before))
    } else {
        refused.hint(format!("complaints show {}", corrected.reference))
    })
}

/// Returns the corrected complaint, unless the correction calls a complainant anonymous who is still known.
fn anonymous_or_known(locale: &Locale, before: &Complaint, corrected: Complaint) -> Result<Complaint, CommandError> {
    let known_by = field::known_by(&corrected);
    if corrected.person.is_some() || before.person.is_none() || known_by.is_empty() {
        return Ok(corrected);
    }
    let told = locale.tell("edit-still-known", &[("fields", (&known_by.join(", ")).into())]);
    Err(CommandError::new(Exit::Refused, told).hint(to_be_anonymous(locale, before)))
}

/// Returns what to type so that nothing is left by which the complainant is known.
fn to_be_anonymous(locale: &Locale, complaint: &Complaint) -> String {
    let emptied = field::known_by(complaint).iter().map(|field| format!("{field}=")).collect::<Vec<_>>().join(" ");
    let command = format!("complaints edit {} {emptied} anonymous=yes --why \"…\"", complaint.reference);
    locale.tell("hint-anonymous", &[("command", (&command).into())])
}

/// A correction may not say that the complaint came before what it is about happened.
fn must_follow_matter(desk: &Desk, before: &Complaint, corrected: &Complaint) -> Result<(), CommandError> {
    if !corrected.precedes_its_matter() || before.precedes_its_matter() {
        return Ok(());
    }
    Err(CommandError::new(Exit::Usage, desk.settings.locale.say("edit-occurred-later"))
        .hint(format!("complaints edit {} occurred=… received=… --why \"…\"", corrected.reference)))
}

fn admitted(
    desk: &Desk,
    author: &Author,
    complaint: Complaint,
    correction: Correction,
    event: &Event,
) -> Result<Complaint, CommandError> {
    let mut event = event.clone();
    event.facts.field = Some(correction.field);
    event.facts.old = correction.old;
    event.facts.new = correction.new;
    recording::admitted(desk, complaint, event, author.now)
}
