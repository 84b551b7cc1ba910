//! From what was told to a complaint with its number: the same way for one and for many.

use std::collections::BTreeMap;

use crate::calendar::typed;
use crate::commands::desk::Desk;
use crate::commands::new::form::Form;
use crate::commands::recording::{self, Author, Decided};
use crate::commands::step::{limit_told_at, name};
use crate::commands::{Context, categorize, typed_error, typed_occurrence};
use crate::domain::Instant;
use crate::domain::code::Code;
use crate::domain::complaint::{Assessment, Complaint, Occurred, Personal, Profile, Promise, Restricted, Source};
use crate::domain::event::{Event, Facts, Kind, random_word};
use crate::domain::reference::Reference;
use crate::domain::rules;
use crate::domain::words::{Channel, Priority, PromiseState, Promised, YesNo};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::intake::stored_text;
use crate::record;
use crate::record::yaml::source::MAX_BYTES;
use crate::register::layout::RecordPath;
use crate::register::tip::Tip;
use crate::settings::year_and_month;
use crate::text::digits::to_ascii;
use crate::text::direction;

/// A complaint without a number yet, and the event of its arrival.
pub(in crate::commands) struct Seed {
    complaint: Complaint,
    event: Event,
    year: u16,
    month: u8,
    now: Instant,
}

/// The last counter of each year, as a batch counts on.
#[derive(Default)]
pub(in crate::commands) struct Counters(BTreeMap<u16, u32>);

impl Seed {
    /// Returns the seed of a form, with what is filled in when nothing was said.
    pub(in crate::commands) fn new(
        context: &mut Context,
        desk: &Desk,
        author: &Author,
        form: &Form,
    ) -> Result<Self, CommandError> {
        let zone = desk.settings.locale.zone;
        let received_at = match &form.received {
            None => author.at,
            Some(typed) => typed::happened(typed, author.now, zone)
                .map_err(|error| typed_error(&desk.settings.locale, "--received", &error))?,
        };
        let day = received_at.with_timezone(&zone).date_naive();
        let (year, month) = year_and_month(desk.settings.register_calendar, day).ok_or_else(|| {
            CommandError::new(Exit::Usage, format!("`{day}` is outside of the years this register can number"))
        })?;
        let event = Event { at: received_at, ..author.event(context, Kind::Received, Facts::default()) };
        let known = form.person.clone();
        let person = (!form.anonymous)
            .then(|| known.unwrap_or_else(|| format!("p-{}", random_word(&context.world.random_bytes::<8>()))));
        let complaint = complaint(desk, form, (author, received_at), person)?;
        Ok(Self { complaint, event, year, month, now: author.now })
    }

    /// Returns where the record came from, when it was imported.
    pub(super) fn source(&self) -> Option<&Source> {
        self.complaint.source.as_ref()
    }
}

/// Returns the seed as a record with the next number of this clone's station.
pub(in crate::commands) fn born(
    desk: &Desk,
    tip: &Tip,
    seed: &Seed,
    counters: &mut Counters,
) -> Result<Decided, CommandError> {
    let station = tip.station()?;
    let last = counters.0.get(&seed.year).copied();
    let reference = tip.next_reference(seed.year, station, last)?.ok_or_else(|| {
        CommandError::new(Exit::Failed, format!("station {station:02} has no numbers left in {}", seed.year))
    })?;
    counters.0.insert(seed.year, reference.counter());
    let path = RecordPath::new(reference, seed.month)
        .ok_or_else(|| CommandError::new(Exit::Failed, format!("{} is no month of a year", seed.month)))?;
    let proposed = Complaint { reference, ..seed.complaint.clone() };
    let pack = desk.pack(&proposed)?;
    let after = rules::receive(proposed, seed.event.clone(), pack, seed.now)
        .map_err(|no| recording::refused(desk, "", &no, None))?;
    let text = record::write(&after);
    refuse_unreadable(&text)?;
    Ok(Decided { path, text, after })
}

/// What would be too large to be read again is not recorded.
fn refuse_unreadable(text: &str) -> Result<(), CommandError> {
    if text.len() <= MAX_BYTES {
        return Ok(());
    }
    let message = format!("the record would have {} bytes, more than the {MAX_BYTES} that are read", text.len());
    Err(CommandError::new(Exit::Usage, message).hint("say it in short, then: complaints attach REF FILE"))
}

fn complaint(
    desk: &Desk,
    form: &Form,
    (author, received_at): (&Author, Instant),
    person: Option<String>,
) -> Result<Complaint, CommandError> {
    let settings = &desk.settings;
    let personal = personal(form);
    let placeholder =
        Reference::new(1000, 1, 1).ok_or_else(|| CommandError::new(Exit::Failed, "a reference cannot be made"))?;
    let category = form.category.as_deref().map(|typed| categorize::known_category(desk, typed)).transpose()?;
    let assessment = Assessment { severity: form.severity, ..Assessment::default() };
    Ok(Complaint {
        reference: placeholder,
        received_at,
        occurred: occurred(desk, form, received_at, author.now)?,
        level: 1,
        channel: form.channel.unwrap_or(Channel::Other),
        language: language(form, &personal.statement)?,
        person,
        role: form.role,
        needs: form.needs.clone(),
        profile: Profile {
            reply_by: form.reply_by,
            segment: form.segment,
            key_customer: form.key_customer.then_some(YesNo::Yes),
        },
        product: form.product.as_deref().and_then(|typed| desk.settings.product_named(typed)),
        category,
        pack: settings.pack.clone(),
        priority: form.priority.or(assessment.usual_priority()).unwrap_or(Priority::Normal),
        assessment,
        owner: form.owner.as_deref().and_then(|owner| name(owner).ok()),
        points: Vec::new(),
        remedies: Vec::new(),
        promises: promises(desk, form, author, received_at)?,
        source: form.source.as_ref().map(|source| Source { system: source.system.clone(), id: source.id.clone() }),
        personal,
        restricted: Restricted::default(),
        events: Vec::new(),
    })
}

fn personal(form: &Form) -> Personal {
    let said = |text: &Option<String>| {
        text.as_deref().map(|text| stored_text(text).trim().to_owned()).filter(|text| !text.is_empty())
    };
    Personal {
        name: said(&form.name),
        phones: form.phone.iter().map(|phone| to_ascii(stored_text(phone).trim())).collect(),
        emails: form.email.iter().map(|email| to_ascii(stored_text(email).trim())).collect(),
        address: said(&form.address),
        order: said(&form.order),
        subject: said(&form.subject),
        statement: said(&form.statement).unwrap_or_default(),
        wants: said(&form.wants),
    }
}

/// Where nothing was said, the script of the statement tells the language.
fn language(form: &Form, statement: &str) -> Result<Code, CommandError> {
    let guess = if direction::has_rtl(statement) { "fa" } else { "en" };
    match &form.language {
        Some(language) => Ok(language.clone()),
        None => guess.parse().map_err(|error: crate::domain::code::NotACode| CommandError::failed(&error)),
    }
}

fn occurred(desk: &Desk, form: &Form, received_at: Instant, now: Instant) -> Result<Option<Occurred>, CommandError> {
    let (Some(typed), locale) = (&form.occurred, &desk.settings.locale) else { return Ok(None) };
    let occurred = typed_occurrence(locale, ("--occurred", typed), now)?;
    if occurred.is_after(received_at) {
        let later = locale.tell("new-occurred-later", &[("typed", typed.into())]);
        return Err(CommandError::new(Exit::Usage, later).hint(locale.say("hint-occurred")));
    }
    Ok(Some(occurred))
}

fn promises(desk: &Desk, form: &Form, author: &Author, received_at: Instant) -> Result<Vec<Promise>, CommandError> {
    let Some(typed) = &form.target else { return Ok(Vec::new()) };
    let due = limit_told_at(("--target", typed), (author.now, received_at), &desk.settings.locale)?;
    Ok(vec![Promise {
        id: "m1".to_owned(),
        what: Promised::Response,
        due,
        told_at: received_at,
        state: PromiseState::Open,
    }])
}
