//! Complaints told in a few words, for the tests of reports and of how they are shown.

use crate::calendar::Zone;

use crate::calendar::period::Period;
use crate::calendar::week::Week;
use crate::calendar::worktime::WorkCalendar;
use crate::domain::Instant;
use crate::domain::complaint::{Assessment, Complaint, Personal, Promise, Restricted};
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::domain::pack::Unit;
use crate::domain::reference::Reference;
use crate::domain::specimen;
use crate::domain::words::{Channel, Closure, Finding, Priority, PromiseState, Promised, State};
use crate::report::clocks::Clocks;
use crate::report::span::Span;
use crate::report::summary::{Summary, summarize};

/// Returns a time of the year 2026 in Tehran: `10-25 10:00`.
pub(crate) fn at(text: &str) -> Instant {
    format!("2026-{}:00+03:30", text.replace(' ', "T")).parse().expect("the test names a time")
}

/// Returns the period of a month.
pub(crate) fn month(text: &str) -> Period {
    Period::month(text.parse().expect("the test names a month"))
}

/// Returns the summary of a month in Tehran.
pub(crate) fn summary_of(complaints: &[Complaint], label: &str) -> Summary {
    summary_in(Zone::tehran(), complaints, label)
}

/// Returns the summary of a month. The pack `standard` wants an acknowledgement within 24 hours and an answer within 72;
/// any other pack is unknown.
pub(crate) fn summary_in(zone: Zone, complaints: &[Complaint], label: &str) -> Summary {
    let calendar = WorkCalendar::new(zone, Week::default());
    let pack = specimen::standard(Unit::Hours, 24, 72);
    let pack_of = |name: &_| (pack.id == *name).then_some(&pack);
    let span = Span::of(&month(label), zone).expect("the month lies in known times");
    summarize(complaints, span, Clocks { pack_of: &pack_of, calendar: &calendar })
}

/// Returns a complaint by telephone with nothing but its receipt.
pub(crate) fn complaint(counter: u32, received_at: Instant) -> Complaint {
    let code = |text: &str| text.parse().expect("the test names a code");
    Complaint {
        reference: Reference::new(1405, 1, counter).expect("the counter is in range"),
        received_at,
        occurred: None,
        level: 1,
        channel: Channel::Phone,
        language: code("fa"),
        person: None,
        role: None,
        needs: Vec::new(),
        profile: crate::domain::complaint::Profile::default(),
        product: None,
        category: None,
        pack: code("standard"),
        priority: Priority::Normal,
        assessment: Assessment::default(),
        owner: None,
        points: Vec::new(),
        remedies: Vec::new(),
        promises: Vec::new(),
        source: None,
        personal: Personal::default(),
        restricted: Restricted::default(),
        events: Vec::new(),
    }
    .then(Kind::Received, received_at)
}

impl Complaint {
    /// Adds an event with the state that its kind leads to.
    pub(crate) fn then(mut self, kind: Kind, at: Instant) -> Self {
        let number = u8::try_from(self.events.len()).expect("the test tells few events");
        let to = match kind {
            Kind::Received => Some(State::Received),
            Kind::Acknowledged => Some(State::Acknowledged),
            Kind::Reopened => Some(State::Assessed),
            Kind::Decided => Some(State::Decided),
            Kind::Responded | Kind::ResolvedNow => Some(State::Responded),
            Kind::Closed | Kind::Withdrawn | Kind::Voided => Some(State::Closed),
            _ => None,
        };
        let facts = Facts { closure: (kind == Kind::Voided).then_some(Closure::Void), ..Facts::default() };
        let id = EventId::from_random([number % 32, number / 32, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        self.events.push(Event { id, at, by: "sara".to_owned(), kind, to, facts });
        self
    }

    /// Changes what is known about the last event.
    pub(crate) fn where_facts(mut self, change: impl FnOnce(&mut Facts)) -> Self {
        change(&mut self.events.last_mut().expect("a complaint begins with its receipt").facts);
        self
    }

    /// Takes back the last event.
    pub(crate) fn taken_back(self, at: Instant) -> Self {
        let last = self.events.last().map(|event| event.id.clone());
        self.then(Kind::Undone, at).where_facts(|facts| facts.undoes = last)
    }

    /// Adds a decision with a finding.
    pub(crate) fn found(self, finding: Finding, at: Instant) -> Self {
        self.then(Kind::Decided, at).where_facts(|facts| facts.finding = Some(finding))
    }

    /// Closes it for a reason.
    pub(crate) fn closed(self, closure: Closure, at: Instant) -> Self {
        self.then(Kind::Closed, at).where_facts(|facts| facts.closure = Some(closure))
    }

    /// Tells the complainant by when an answer comes.
    pub(crate) fn promised(mut self, due: Instant, told_at: Instant) -> Self {
        let what = Promised::Response;
        self.promises.push(Promise { id: "m1".to_owned(), what, due, told_at, state: PromiseState::Open });
        self
    }

    /// Gives it a category and an owner.
    pub(crate) fn of(mut self, category: &str, owner: &str) -> Self {
        self.category = Some(category.parse().expect("the test names a code"));
        self.owner = Some(owner.to_owned());
        self
    }

    /// Puts it under another pack.
    pub(crate) fn under(mut self, pack: &str) -> Self {
        self.pack = pack.parse().expect("the test names a code");
        self
    }
}

/// Returns complaints of Mehr and Aban 1405, with one of most things that a summary shows.
pub(crate) fn two_months() -> Vec<Complaint> {
    let mut by_letter = complaint(6, at("11-18 09:00")).of("quality", "omid");
    by_letter.channel = Channel::Letter;
    vec![
        complaint(1, at("10-01 10:00")).of("delivery", "sara"),
        complaint(2, at("10-05 10:00"))
            .of("delivery", "sara")
            .closed(Closure::ResolvedAccepted, at("10-07 10:00"))
            .then(Kind::Reopened, at("10-26 09:00")),
        complaint(3, at("10-25 10:00"))
            .of("delivery", "sara")
            .then(Kind::Acknowledged, at("10-25 11:00"))
            .found(Finding::Upheld, at("10-26 11:00"))
            .then(Kind::Responded, at("10-27 10:00"))
            .closed(Closure::ResolvedAccepted, at("10-28 16:00")),
        complaint(4, at("11-01 10:00"))
            .of("quality", "omid")
            .then(Kind::Acknowledged, at("11-03 10:00"))
            .found(Finding::NotUpheld, at("11-05 10:00"))
            .then(Kind::Responded, at("11-06 10:00"))
            .closed(Closure::NotUpheldAccepted, at("11-13 10:00")),
        complaint(5, at("11-10 10:00")).then(Kind::Voided, at("11-10 10:05")),
        by_letter,
        complaint(7, at("11-21 20:00")),
    ]
}
