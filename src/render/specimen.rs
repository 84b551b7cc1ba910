//! Complaints, words and readers for the tests of this layer. Nothing here is part of the program.

use crate::calendar::CalendarKind;
use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::complaint::{Amounts, Assessment, Complaint, Personal, Promise, Remedy, Restricted, Source};
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::domain::reference::Reference;
use crate::domain::words::{Channel, Finding, Priority, PromiseState, Promised, RemedyState, Route, State};
use crate::locale::Locale;
use crate::render::reader::{Names, Reader};
use crate::render::standing::Standing;
use crate::render::table::{Bidi, Look};
use crate::text::digits::Digits;
use crate::text::language::Language;

/// Names that differ from their codes.
struct Invented;

impl Names for Invented {
    fn category(&self, code: &str) -> String {
        if code == "delivery" { "Delivery".to_owned() } else { code.to_owned() }
    }

    fn product(&self, code: &str) -> String {
        if code == "express-delivery" { "Express".to_owned() } else { code.to_owned() }
    }

    fn member(&self, id: &str) -> String {
        if id == "sara" { "Sara".to_owned() } else { id.to_owned() }
    }

    fn provider(&self, code: &str) -> String {
        code.to_owned()
    }
}

/// Returns the locale of an English reader.
pub(super) fn english() -> Locale {
    Locale::new(Language::En, CalendarKind::Gregorian, Digits::Latn, crate::calendar::Zone::tehran())
}

/// Returns the locale of a Persian reader.
pub(super) fn persian() -> Locale {
    Locale::new(Language::Fa, CalendarKind::Jalali, Digits::Fa, crate::calendar::Zone::tehran())
}

/// Returns a reader at the end of a pipe.
pub(super) fn reader(locale: &Locale) -> Reader<'_> {
    Reader { locale, names: &Invented, look: Look { width: None, bidi: Bidi::Plain } }
}

/// Returns an instant.
pub(super) fn at(text: &str) -> Instant {
    Instant::parse_from_rfc3339(text).expect("the test names an instant")
}

/// Returns an event's id made of a number.
pub(super) fn event_id(number: u8) -> EventId {
    EventId::from_random([number; 12])
}

/// Returns the event with this number, a quarter of an hour after the one before it.
pub(super) fn event(number: u8, kind: Kind, to: Option<State>) -> Event {
    let after = chrono::TimeDelta::minutes(15 * i64::from(number));
    let facts = Facts::default();
    Event { id: event_id(number), at: at("2026-10-28T10:05:00+03:30") + after, by: "sara".to_owned(), kind, to, facts }
}

/// Returns a complaint that went the straight way to a state.
pub(super) fn complaint(state: State) -> Complaint {
    const WAY: [(Kind, State); 8] = [
        (Kind::Received, State::Received),
        (Kind::Acknowledged, State::Acknowledged),
        (Kind::Categorized, State::Assessed),
        (Kind::InvestigationStarted, State::Investigating),
        (Kind::Decided, State::Decided),
        (Kind::Responded, State::Responded),
        (Kind::Accepted, State::Implementing),
        (Kind::Fulfilled, State::FollowUp),
    ];
    let last = WAY.iter().position(|(_, to)| *to == state).unwrap_or(5);
    let steps = WAY.iter().take(last + 1).zip(0_u8..);
    let mut complaint = fresh();
    complaint.events = steps.map(|((kind, to), number)| event(number, *kind, Some(*to))).collect();
    if WAY[last].1 != state {
        complaint.events.push(event(9, Kind::Noted, Some(state)));
    }
    complaint
}

/// Returns a complaint without a story.
pub(super) fn fresh() -> Complaint {
    Complaint {
        reference: Reference::new(1405, 1, 147).expect("it is in range"),
        received_at: at("2026-10-28T10:05:00+03:30"),
        occurred: None,
        level: 1,
        channel: Channel::Phone,
        language: "fa".parse().expect("it is a code"),
        person: Some("p-7q2mk3v9".to_owned()),
        role: None,
        needs: vec![],
        profile: crate::domain::complaint::Profile::default(),
        product: None,
        category: None,
        pack: "standard".parse().expect("it is a code"),
        priority: Priority::Normal,
        assessment: Assessment::default(),
        owner: None,
        points: vec![],
        remedies: vec![],
        promises: vec![],
        source: None,
        personal: Personal {
            statement: "قرار بود شنبه برسد،\nاما چهارشنبه تحویل شد.\n".to_owned(),
            ..Personal::default()
        },
        restricted: Restricted::default(),
        events: vec![],
    }
}

/// Returns a complaint in which nearly everything is said.
pub(super) fn rich() -> Complaint {
    let mut complaint = complaint(State::Implementing);
    complaint.product = "express-delivery".parse().ok();
    complaint.category = "delivery".parse().ok();
    complaint.owner = Some("sara".to_owned());
    complaint.assessment.severity = Some(3);
    complaint.source = Some(Source { system: "shop-desk".to_owned(), id: "T-88".to_owned() });
    complaint.remedies = vec![Remedy {
        id: "r1".to_owned(),
        kind: "refund".parse().expect("it is a code"),
        state: RemedyState::Accepted,
        amounts: Amounts { agreed: "1200000t".parse().ok(), ..Amounts::default() },
    }];
    complaint.promises = vec![
        promise("m1", Promised::Response, "2026-10-31T10:05:00+03:30", PromiseState::Kept),
        promise("m2", Promised::Remedy, "2026-11-04T12:00:00+03:30", PromiseState::Open),
    ];
    let personal = &mut complaint.personal;
    personal.name = Some("مریم رضایی".to_owned());
    personal.phones = vec!["09120001234".to_owned(), "۰۲۱-۵۵۰۰۱۲۳۴".to_owned()];
    personal.emails = vec!["maryam7@mail.example".to_owned()];
    personal.order = Some("88213".to_owned());
    personal.subject = Some("تأخیر در تحویل".to_owned());
    personal.wants = Some("بازگشت هزینهٔ ارسال".to_owned());
    complaint.events[1].facts.method = Some(Channel::Phone);
    complaint.events[4].facts.finding = Some(Finding::Partly);
    complaint.events[4].facts.text = Some("Courier log shows Wednesday.".to_owned());
    complaint.events[5].facts.method = Some(Channel::Email);
    complaint.events[5].facts.route_told = Some(Route::InternalReview);
    complaint
}

/// Returns a date that the complainant was told.
pub(super) fn promise(id: &str, what: Promised, due: &str, state: PromiseState) -> Promise {
    Promise { id: id.to_owned(), what, due: at(due), told_at: at("2026-10-28T10:20:00+03:30"), state }
}

/// Returns how a complaint stands a day after it arrived, with an answer promised for the third day.
pub(super) fn standing(complaint: &Complaint) -> Standing<'_> {
    Standing {
        complaint,
        response_due: Some((at("2026-10-31T10:05:00+03:30"), DueBy::Told)),
        acknowledgement_due: Some(at("2026-10-29T10:05:00+03:30")),
        is_overdue: false,
        now: at("2026-10-29T12:00:00+03:30"),
    }
}

/// Returns `text` with its direction marks and escapes made visible.
pub(super) fn visible(text: &str) -> String {
    let marks = [('\u{2066}', "⟨LRI⟩"), ('\u{2068}', "⟨FSI⟩"), ('\u{2069}', "⟨PDI⟩"), ('\u{1B}', "⟨ESC⟩")];
    marks.iter().fold(text.to_owned(), |text, (mark, name)| text.replace(*mark, name))
}
