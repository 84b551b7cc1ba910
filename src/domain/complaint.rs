//! One complaint: the facts about it and the story of its events.

use chrono::NaiveDate;

use super::Instant;
use super::code::Code;
use super::event::{Event, EventId, Kind};
use super::money::Money;
use super::reference::Reference;
use super::words::{
    Accommodation, CauseFamily, Channel, Closure, Finding, Impact, Jurisdiction, Priority, PromiseState, Promised,
    RemedyState, Risk, Role, Segment, Solved, State, YesNo,
};

/// A complaint. The facts are plain values; the events and the state that follows from them change through
/// [`super::rules`] alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// The number told to people.
    pub reference: Reference,
    /// When it reached us: with the pack, what every clock starts from (S21).
    pub received_at: Instant,
    /// When what it is about happened (S24).
    pub occurred: Option<Occurred>,
    /// 1 first answer, 2 internal review, 3 outside.
    pub level: u8,
    /// The way by which it arrived.
    pub channel: Channel,
    /// The complainant's language, a BCP 47 tag in small letters such as `fa`, `en`, `ar` (S13, S14).
    pub language: Code,
    /// The random pseudonym that links the complaints of one person.
    pub person: Option<String>,
    /// What the complainant is to the product.
    pub role: Option<Role>,
    /// What the complainant needs to be heard.
    pub needs: Vec<Accommodation>,
    /// What else is known about the complainant without being personal.
    pub profile: Profile,
    /// The product or service, as a code of the register or in words; absent means unknown (S25).
    pub product: Option<String>,
    /// The main category (S41).
    pub category: Option<Code>,
    /// The rule pack in force when it was received; it stays.
    pub pack: Code,
    /// How soon it must be looked at.
    pub priority: Priority,
    /// The initial assessment.
    pub assessment: Assessment,
    /// The member who answers for it.
    pub owner: Option<String>,
    /// What exactly is complained about, one by one.
    pub points: Vec<Point>,
    /// What was agreed to put things right.
    pub remedies: Vec<Remedy>,
    /// The dates the complainant was told: the only due dates that are stored.
    pub promises: Vec<Promise>,
    /// Where an imported record came from.
    pub source: Option<Source>,
    /// What is personal.
    pub personal: Personal,
    /// What only few may see.
    pub restricted: Restricted,
    /// The story, oldest first.
    pub events: Vec<Event>,
}

/// When the matter happened, as exactly as the complainant knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurred {
    /// On a day.
    Day(NaiveDate),
    /// At a time.
    At(Instant),
}

impl Occurred {
    /// Returns whether it lies after a time: of a day that is told alone, whether that is a later day.
    pub fn is_after(self, instant: Instant) -> bool {
        match self {
            Self::Day(day) => day > instant.date_naive(),
            Self::At(occurred) => occurred > instant,
        }
    }
}

/// The initial assessment (ISO 10002:2018, 7.5). Absent means unassessed, never "no".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// 1 to 5, 5 the worst.
    pub severity: Option<u8>,
    /// 1 simple to 3 complicated.
    pub complexity: Option<u8>,
    /// How many it touches.
    pub impact: Option<Impact>,
    /// Whether somebody's safety is at stake.
    pub safety: Option<YesNo>,
    /// Whose it is to decide.
    pub jurisdiction: Option<Jurisdiction>,
    /// Whether it can be solved (S45).
    pub solvable: Option<Solved>,
    /// Where the dissatisfaction comes from (S43).
    pub cause_family: Option<CauseFamily>,
    /// Whether it is of public interest (S53).
    pub public_interest: Option<YesNo>,
    /// Where it may go if it is handled badly (S57).
    pub risks: Vec<Risk>,
    /// The day for which something was promised (S44).
    pub promised: Option<NaiveDate>,
    /// The day on which it came (S44).
    pub actual: Option<NaiveDate>,
}

/// What is known about the complainant besides role and needs, and is not personal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// The only way by which the complainant wants to be reached.
    pub reply_by: Option<Channel>,
    /// What kind of customer it is (S27).
    pub segment: Option<Segment>,
    /// Whether it is a key customer (S29).
    pub key_customer: Option<YesNo>,
}

impl Assessment {
    /// Returns whether everything but the severity was assessed, which a stricter pack asks for.
    pub(super) fn is_full(&self) -> bool {
        self.complexity.is_some() && self.impact.is_some() && self.safety.is_some() && self.jurisdiction.is_some()
    }
}

/// One point of a complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// `p1`, `p2`, …
    pub id: String,
    /// What is complained about. Personal.
    pub text: String,
    /// What was found about it.
    pub finding: Option<Finding>,
    /// Why. Personal.
    pub reasons: Option<String>,
}

/// Something to put things right: asked for, offered, agreed, delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// `r1`, `r2`, …
    pub id: String,
    /// `refund`, `repair`, `replace`, `apology`, …
    pub kind: Code,
    /// How far it is.
    pub state: RemedyState,
    /// The amounts, where it is money.
    pub amounts: Amounts,
}

impl Remedy {
    /// Returns whether it is ours to do: offered, agreed or delivered, and not only asked for or declined.
    pub fn is_ours(&self) -> bool {
        matches!(self.state, RemedyState::Offered | RemedyState::Accepted | RemedyState::Delivered)
    }
}

/// The amounts of a remedy, each as it was said or done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// What the complainant asks for (S108).
    pub asked: Option<Money>,
    /// What we think the loss is (S109).
    pub assessed: Option<Money>,
    /// What we offered.
    pub offered: Option<Money>,
    /// What both agreed to (S110).
    pub agreed: Option<Money>,
    /// What was paid (S111).
    pub paid: Option<Money>,
}

impl Amounts {
    /// Returns the amount that counts now: the furthest on the way from asked to paid.
    pub fn latest(&self) -> Option<&Money> {
        self.ours().next().or(self.asked.as_ref())
    }

    /// Returns the amounts that we said or paid ourselves, the furthest on the way from offered to paid first.
    pub fn ours(&self) -> impl Iterator<Item = &Money> {
        [&self.paid, &self.agreed, &self.offered].into_iter().flatten()
    }
}

/// A date the complainant was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// `m1`, `m2`, …
    pub id: String,
    /// What it is a date for.
    pub what: Promised,
    /// By when.
    pub due: Instant,
    /// When the complainant was told.
    pub told_at: Instant,
    /// What became of it.
    pub state: PromiseState,
}

/// Where an imported record came from: one source is taken in once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// The other system.
    pub system: String,
    /// The record's id there.
    pub id: String,
}

/// What is personal. `Debug` does not print it, so that no panic or log can.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Personal {
    /// The complainant's name.
    pub name: Option<String>,
    /// Telephone numbers, as they were given.
    pub phones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Order or invoice number.
    pub order: Option<String>,
    /// A line that names the matter.
    pub subject: Option<String>,
    /// The complainant's own words, never rewritten (S23).
    pub statement: String,
    /// What the complainant expects (S26).
    pub wants: Option<String>,
}

impl Personal {
    /// Returns where somebody is reached in this way: an address, a number, else the name.
    pub fn reached_by(&self, method: Channel) -> Option<&str> {
        let place = match method {
            Channel::Email => self.emails.first(),
            Channel::Phone | Channel::Sms | Channel::Messenger | Channel::CallCentre => self.phones.first(),
            Channel::Letter => self.address.as_ref(),
            _ => None,
        };
        place.or(self.name.as_ref()).map(String::as_str)
    }
}

impl std::fmt::Debug for Personal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Personal { … }")
    }
}

/// What only few may see; each flag has a reason and a day to look again.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Restricted {
    /// What makes the complainant vulnerable.
    pub vulnerability: Option<String>,
    /// What was said about health.
    pub health: Option<String>,
    /// What was said about a member of staff.
    pub accusation: Option<String>,
    /// Why it is recorded.
    pub reason: Option<String>,
    /// When it must be looked at again.
    pub review_on: Option<NaiveDate>,
}

impl std::fmt::Debug for Restricted {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Restricted { … }")
    }
}

impl Complaint {
    /// Returns where the complaint stands: the state its last valid event led to.
    pub fn state(&self) -> State {
        self.valid_events().filter_map(|event| event.to).next_back().unwrap_or(State::Received)
    }

    /// Returns the complaint as it stood just before `moment`, by the times its events claim; `None` before it was
    /// received. Facts without a time of their own, such as category and owner, are today's.
    pub fn as_of(&self, moment: Instant) -> Option<Self> {
        if self.received_at >= moment {
            return None;
        }
        let mut then = self.clone();
        then.events = self.valid_events().filter(|event| event.at < moment).cloned().collect();
        then.promises.retain(|promise| promise.told_at < moment);
        Some(then)
    }

    /// Returns the complaint without what only few may see: the layer itself, and the words of the events that tell of it.
    #[must_use]
    pub fn without_restricted(&self) -> Self {
        let mut open = Self { restricted: Restricted::default(), ..self.clone() };
        for event in open.events.iter_mut().filter(|event| event.is_restricted()) {
            let facts = &mut event.facts;
            (facts.text, facts.old, facts.new, facts.conduct) = (None, None, None, None);
        }
        open
    }

    /// Corrects the time at which it reached us, also in the event of its arrival: the two are one fact. Nothing was
    /// promised before it came.
    pub fn correct_receipt(&mut self, received_at: Instant) {
        self.received_at = received_at;
        if let Some(arrival) = self.events.first_mut() {
            arrival.at = received_at;
        }
        for promise in &mut self.promises {
            promise.told_at = promise.told_at.max(received_at);
        }
    }

    /// Returns whether it says that it came before what it is about happened.
    pub fn precedes_its_matter(&self) -> bool {
        self.occurred.is_some_and(|occurred| occurred.is_after(self.received_at))
    }

    /// Moves what is about to happen to another time, with the promise that is made by it.
    pub fn retime(&mut self, event: &mut Event, at: Instant) {
        let names = |event: &Event, promise: &Promise| event.facts.promise.as_ref() == Some(&promise.id);
        let (events, is_told_then) = (&self.events, |promise: &Promise| promise.told_at == event.at);
        for promise in self.promises.iter_mut().filter(|promise| names(event, promise) && is_told_then(promise)) {
            if !events.iter().any(|earlier| names(earlier, promise)) {
                promise.told_at = at;
            }
        }
        event.at = at;
    }

    /// Returns the events that were not taken back, oldest first, without the `undone` ones themselves.
    pub fn valid_events(&self) -> impl DoubleEndedIterator<Item = &Event> {
        let undone: Vec<&EventId> = self.events.iter().filter_map(|event| event.facts.undoes.as_ref()).collect();
        self.events.iter().filter(move |event| event.kind != Kind::Undone && !undone.contains(&&event.id))
    }

    /// Returns whether a later event took this one back.
    pub fn is_taken_back(&self, event: &Event) -> bool {
        self.events.iter().any(|other| other.facts.undoes.as_ref() == Some(&event.id))
    }

    /// Returns the event that this one took back; `None` when it took none back.
    pub fn taken_back_by(&self, event: &Event) -> Option<&Event> {
        let undoes = event.facts.undoes.as_ref()?;
        self.events.iter().find(|other| other.id == *undoes)
    }

    /// Returns the last valid event of a kind.
    pub fn last(&self, kind: Kind) -> Option<&Event> {
        self.valid_events().rfind(|event| event.kind == kind)
    }

    /// Returns when the complainant was first told that the complaint arrived: by an acknowledgement or by the answer
    /// itself, whichever came first.
    pub fn acknowledged_at(&self) -> Option<Instant> {
        let tells = |event: &&Event| matches!(event.kind, Kind::Acknowledged | Kind::Responded | Kind::ResolvedNow);
        self.valid_events().find(tells).map(|event| event.at)
    }

    /// Returns whether the complainant still waits for our answer.
    pub fn awaits_answer(&self) -> bool {
        self.state().is_open() && self.answered_at().is_none()
    }

    /// Returns when the outcome was told since the answer is waited for.
    pub fn answered_at(&self) -> Option<Instant> {
        let since = self.valid_events().rev().take_while(|event| !asks_again(event));
        let answers = since.filter(|event| matches!(event.kind, Kind::Responded | Kind::ResolvedNow));
        answers.last().map(|event| event.at)
    }

    /// Returns the closing event, when the complaint is closed.
    pub fn closing(&self) -> Option<&Event> {
        let last = self.valid_events().rfind(|event| event.to.is_some())?;
        (last.to == Some(State::Closed)).then_some(last)
    }

    /// Returns why the complaint is closed, when it is.
    pub fn closure(&self) -> Option<Closure> {
        self.closing()?.facts.closure
    }

    /// Returns whether it was recorded by mistake; such a number stays used and counts nowhere.
    pub fn is_void(&self) -> bool {
        self.closure() == Some(Closure::Void)
    }

    /// Returns whether it counts as a complaint: it was neither recorded by mistake, nor is it the same as another, nor did it
    /// turn out to be none.
    pub fn counts(&self) -> bool {
        !matches!(self.closure(), Some(Closure::Void | Closure::Duplicate | Closure::NotAComplaint))
    }

    /// Returns the last decision, that of a review if there was one.
    pub fn decision(&self) -> Option<&Event> {
        self.valid_events().rfind(|event| matches!(event.kind, Kind::Decided | Kind::ReviewDecided))
    }

    /// Returns the finding of the last decision.
    pub fn finding(&self) -> Option<Finding> {
        self.decision().and_then(|event| event.facts.finding)
    }

    /// Returns the moment from which the answer is waited for: receipt, the last reopening, or the last time that the
    /// complainant was not satisfied and another answer was promised (S127).
    pub fn answer_awaited_since(&self) -> Instant {
        self.valid_events().rfind(|event| asks_again(event)).map_or(self.received_at, |event| event.at)
    }

    /// Returns the response promise told last since the answer is waited for.
    pub fn told_response(&self) -> Option<&Promise> {
        let since = self.answer_awaited_since();
        self.promises.iter().rev().find(|promise| promise.what == Promised::Response && promise.told_at >= since)
    }

    /// Returns the date that was told on receipt: a promise that no event made.
    pub fn target(&self) -> Option<&Promise> {
        self.promises.iter().find(|promise| self.is_target(promise))
    }

    /// Returns the date that was told on receipt, to correct it.
    pub fn target_mut(&mut self) -> Option<&mut Promise> {
        let index = self.promises.iter().position(|promise| self.is_target(promise))?;
        self.promises.get_mut(index)
    }

    fn is_target(&self, promise: &Promise) -> bool {
        let names = |event: &Event| event.facts.promise.as_ref() == Some(&promise.id);
        promise.what == Promised::Response && !self.valid_events().any(names)
    }

    /// Returns the only way by which the complainant wants to be reached, where the last event told them something by
    /// another.
    pub fn unheeded_wish(&self) -> Option<Channel> {
        use Kind::{Acknowledged, ConflictDeclared, Extended, Promised, RemedyWithdrawn, Responded};
        let tells = |event: &&Event| {
            matches!(event.kind, Acknowledged | Responded | Extended | Promised | RemedyWithdrawn | ConflictDeclared)
        };
        let method = self.events.last().filter(tells)?.facts.method?;
        self.profile.reply_by.filter(|wanted| *wanted != method)
    }

    /// Returns whether a promise or remedy waits to be kept.
    pub fn has_open_promise(&self) -> bool {
        self.promises.iter().any(|promise| promise.state == PromiseState::Open)
            || self.remedies.iter().any(|remedy| remedy.state == RemedyState::Accepted)
    }

    /// Returns when something last happened, by the events that still hold: nothing that happens next may claim an earlier
    /// time. A correction happens to the record, not to the complaint, and may come before an older step is recorded.
    pub fn last_event_at(&self) -> Instant {
        let happenings = self.valid_events().filter(|event| event.kind != Kind::Edited);
        happenings.map(|event| event.at).max().unwrap_or(self.received_at)
    }
}

/// Returns whether another answer is owed after this event.
fn asks_again(event: &Event) -> bool {
    matches!(event.kind, Kind::Reopened | Kind::Explained | Kind::Revised | Kind::Compensated)
}
