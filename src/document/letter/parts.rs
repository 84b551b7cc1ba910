//! The parts that letters are made of: each takes what it says from the record, or is left out where there is nothing.

mod course;

use super::{Row, Runs, Section};
use crate::document::receipt::{self, Occasion, SUMMARY_CELLS, line, phone_in_digits, short};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Facts, Kind};
use crate::domain::paper::Clause;
use crate::domain::words::{Finding, Route, YesNo};
use crate::locale::Locale;
use crate::text::direction;
use crate::text::language::Language;

/// How much of reasons and statements a letter holds, in terminal cells: several pages.
pub(super) const TEXT_CELLS: usize = 8_000;

/// A part of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Name and contacts of the complainant.
    Particulars,
    /// What the complaint is about, as it is said to the complainant.
    Matter,
    /// The same, as it is said to others.
    Complaint,
    /// Where it stands and by when the response comes.
    Standing,
    /// Severity, impact and the score auditors look for.
    Assessment,
    /// What was found, with reasons.
    Decision,
    /// What was agreed to put things right.
    Remedies,
    /// Dates that were told.
    Promises,
    /// The same in an answer, which also says when nothing is left to be done.
    Outstanding,
    /// Papers that were kept, with their fingerprints.
    Evidence,
    /// How it was examined.
    Examination,
    /// What became of a request to look again.
    Review,
    /// The body outside that looks at it.
    Outside,
    /// To whom it was sent on.
    Referral,
    /// How contact is restricted, from when, and when that is looked at again.
    Restriction,
    /// When and why it was closed.
    Ending,
    /// All promises and remedies with what became of them.
    Duties,
    /// Every event.
    Story,
    /// How to be heard again, in general.
    Heard,
    /// Where to go after this answer, and until when.
    NextRoute,
    /// How to reach the organization.
    Contact,
    /// What is done with the data.
    Privacy,
    /// What is the same in every such letter: the heading and the numbered lines under this key of the locale.
    Says(&'static str),
    /// A telephone call, sentence by sentence.
    Script,
    /// What somebody who asks for a review fills in.
    ReviewBlanks,
    /// Who complains, to be filled in.
    FormPerson,
    /// What happened, to be filled in.
    FormMatter,
}

/// Who reads a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// The complainant, who is spoken to.
    Complainant,
    /// A colleague or auditor, who is told of the complainant and of the organization.
    Colleague,
}

impl Reader {
    /// Returns the key under which the locale keeps the words for this reader.
    fn key(self, key: &str) -> String {
        match self {
            Self::Complainant => key.to_owned(),
            Self::Colleague => format!("colleague-{key}"),
        }
    }
}

/// Returns a part as it is for this complaint; `None` where it would be empty.
pub(super) fn section(
    part: Part,
    complaint: &Complaint,
    occasion: &Occasion,
    reader: Reader,
    locale: &Locale,
) -> Option<Section> {
    let section = match part {
        Part::Particulars => rows("letter-part-particulars", particulars(complaint, locale), locale),
        Part::Matter => rows("receipt-told", matter("receipt-wants", complaint, occasion, locale), locale),
        Part::Complaint => rows("letter-part-matter", matter("letter-wants", complaint, occasion, locale), locale),
        Part::Standing => standing(complaint, occasion, locale),
        Part::Assessment => rows("letter-part-assessment", assessment(complaint, locale), locale),
        Part::Decision => decision(complaint, reader, locale),
        Part::Remedies => remedies(complaint, reader, locale),
        Part::Promises => promises(complaint, locale),
        Part::Outstanding => outstanding(complaint, locale),
        Part::NextRoute => next_route(occasion, locale),
        Part::Evidence => items("letter-part-evidence", evidence(complaint, locale), locale),
        Part::Examination => course::examination(complaint, occasion, locale),
        Part::Review => course::review(complaint, occasion, reader, locale),
        Part::Outside => course::outside(complaint, occasion, reader, locale),
        Part::Referral => course::referral(complaint, occasion, locale),
        Part::Restriction => course::restriction(complaint, locale),
        Part::Ending => course::ending(complaint, locale),
        Part::Duties => course::duties(complaint, locale),
        Part::Story => items("letter-part-story", course::story(complaint, occasion, locale), locale),
        Part::Script => script(complaint, occasion, locale),
        other => general(other, occasion, locale),
    };
    section.says_something().then_some(section)
}

/// Returns a part that says the same about every complaint.
pub(super) fn general(part: Part, occasion: &Occasion, locale: &Locale) -> Section {
    let lines = |keys: &[&str]| keys.iter().map(|key| locale.say(key)).collect::<Vec<_>>();
    let section = |heading: &str| Section { heading: locale.say(heading), ..Section::default() };
    match part {
        Part::Heard => Section {
            paragraphs: lines(&["receipt-heard-how"]),
            clause: Some(Clause::NextRoute),
            ..section("receipt-heard")
        },
        Part::Privacy => Section {
            paragraphs: lines(&["receipt-privacy-how"]),
            clause: Some(Clause::Privacy),
            ..section("receipt-privacy")
        },
        Part::Contact => {
            let rows = contact(occasion, locale);
            let how = if rows.is_empty() { "receipt-reply" } else { "letter-contact-how" };
            Section { paragraphs: lines(&[how]), rows, ..section("letter-part-contact") }
        }
        Part::Says(key) => items(&format!("{key}-heading"), said(key, locale), locale),
        Part::ReviewBlanks => Section {
            blanks: lines(&["receipt-name", "receipt-phone", "letter-blank-date"]),
            room: Some(locale.say("letter-blank-why")),
            ..section("letter-part-review")
        },
        Part::FormPerson => Section {
            blanks: lines(&[
                "receipt-name",
                "receipt-phone",
                "receipt-email",
                "receipt-address",
                "letter-blank-representative",
                "letter-blank-needs",
            ]),
            ..section("letter-part-person")
        },
        Part::FormMatter => Section {
            blanks: lines(&[
                "receipt-product",
                "receipt-order",
                "letter-blank-occurred",
                "receipt-wants",
                "letter-blank-papers",
                "letter-blank-date",
            ]),
            room: Some(locale.say("letter-blank-what")),
            ..section("letter-part-happened")
        },
        _ => Section::default(),
    }
}

/// Returns the lines `KEY-1`, `KEY-2`, … of the locale.
fn said(key: &str, locale: &Locale) -> Vec<String> {
    let keys = (1..=9).map(|number| format!("{key}-{number}"));
    keys.take_while(|key| Locale::knows(key)).map(|key| locale.say(&key)).collect()
}

/// Returns a text kept from reordering the words of the paper around it.
pub(super) fn isolated(text: &str, locale: &Locale) -> String {
    if direction::is_foreign(text, locale.language) { direction::isolate(text) } else { text.to_owned() }
}

fn rows(heading: &str, rows: Vec<Row>, locale: &Locale) -> Section {
    Section { heading: locale.say(heading), rows, ..Section::default() }
}

fn items(heading: &str, items: Vec<String>, locale: &Locale) -> Section {
    Section { heading: locale.say(heading), items, ..Section::default() }
}

fn row(key: &str, value: Option<String>, runs: Runs, locale: &Locale) -> Option<Row> {
    value.map(|value| Row { label: locale.say(key), value, runs, clause: None })
}

/// Returns a fact that a rule pack may ask for.
fn locked(clause: Clause, row: Option<Row>) -> Option<Row> {
    row.map(|row| Row { clause: Some(clause), ..row })
}

fn particulars(complaint: &Complaint, locale: &Locale) -> Vec<Row> {
    let personal = &complaint.personal;
    let phones = personal
        .phones
        .iter()
        .map(|phone| row("receipt-phone", line(&phone_in_digits(phone, locale)), Runs::Number, locale));
    let emails = personal.emails.iter().map(|email| row("receipt-email", line(email), Runs::Number, locale));
    let name = row("receipt-name", personal.name.as_deref().and_then(line), Runs::Itself, locale);
    let address = row("receipt-address", personal.address.as_deref().and_then(line), Runs::Itself, locale);
    [name].into_iter().chain(phones).chain(emails).chain([address]).flatten().collect()
}

fn matter(wants_key: &str, complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Vec<Row> {
    let personal = &complaint.personal;
    let wants = personal.wants.as_deref().map(|wants| short(wants, SUMMARY_CELLS)).filter(|wants| !wants.is_empty());
    let summary = Some(receipt::summary(complaint)).filter(|summary| !summary.is_empty());
    let received = locale.long_time(complaint.received_at);
    let order = personal.order.as_deref().and_then(|order| line(&receipt::in_digits(order, locale)));
    [
        row("receipt-received", Some(received), Runs::Along, locale),
        row("receipt-product", occasion.product.as_deref().and_then(line), Runs::Itself, locale),
        row("receipt-order", order, Runs::Number, locale),
        locked(Clause::Definition, row("receipt-summary", summary, Runs::Itself, locale)),
        row(wants_key, wants, Runs::Itself, locale),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn standing(complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Section {
    let state = locale.label("state", complaint.state().as_str());
    let next = locale.say(&format!("receipt-next-{}", complaint.state()));
    let rows = [
        row("receipt-stage", Some(state), Runs::Along, locale),
        row("receipt-next", Some(next), Runs::Along, locale),
        row("receipt-handler", occasion.handler.as_deref().and_then(line), Runs::Itself, locale),
    ];
    Section {
        heading: locale.say("receipt-future"),
        paragraphs: vec![receipt::response(complaint, occasion, locale)],
        clause: Some(Clause::Dates),
        rows: rows.into_iter().flatten().collect(),
        ..Section::default()
    }
}

/// Says how bad and how far-reaching it is, and the product of both: the score that Iranian auditors look for.
fn assessment(complaint: &Complaint, locale: &Locale) -> Vec<Row> {
    let assessed = &complaint.assessment;
    let impact = assessed.impact.map(|impact| locale.label("impact", impact.as_str()));
    let score = assessed.severity.zip(assessed.impact).map(|(severity, impact)| {
        let (severity, importance) = (u16::from(severity), u16::from(impact.importance()));
        let values = [severity, importance, severity * importance].map(|value| locale.number(value));
        let [severity, importance, score] = &values;
        let places = [("severity", severity.into()), ("importance", importance.into()), ("score", score.into())];
        locale.tell("letter-score", &places)
    });
    [
        row(
            "letter-category",
            complaint.category.as_ref().map(|code| locale.label("category", code.as_str())),
            Runs::Itself,
            locale,
        ),
        row("letter-severity", assessed.severity.map(|severity| locale.number(severity)), Runs::Along, locale),
        row("letter-impact", impact, Runs::Along, locale),
        row("letter-priority", Some(locale.label("priority", complaint.priority.as_str())), Runs::Along, locale),
        row("letter-number", score, Runs::Number, locale),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn decision(complaint: &Complaint, reader: Reader, locale: &Locale) -> Section {
    let found = |label: &str, text: Option<&str>, finding: Option<Finding>| {
        let finding = finding.map(|finding| locale.label("finding", finding.as_str()));
        let reasons = text.map(|text| short(text, TEXT_CELLS)).filter(|text| !text.is_empty());
        [
            locked(Clause::Finding, row(label, finding, Runs::Along, locale)),
            locked(Clause::Reasons, row("letter-reasons", reasons, Runs::Itself, locale)),
        ]
    };
    let points = complaint.points.iter().flat_map(|point| {
        let text = row("letter-point", line(&point.text), Runs::Itself, locale);
        let policy = complaint.answer_to(point).and_then(|answer| answer.facts.policy.as_deref()).and_then(line);
        let policy = row("letter-policy", policy, Runs::Itself, locale);
        [text].into_iter().chain(found("letter-finding", point.reasons.as_deref(), point.finding)).chain([policy])
    });
    let decision = complaint.decision();
    let label = reader.key("letter-decision");
    let whole = decision.map(|event| found(&label, event.facts.text.as_deref(), event.facts.finding));
    let found: Vec<Row> = points.chain(whole.into_iter().flatten()).flatten().collect();
    let inside = cause_and_action(complaint, locale).into_iter().flatten().filter(|_| reader == Reader::Colleague);
    let level = locale.say(&format!("letter-level-{}", complaint.level));
    let level = locked(Clause::Stage, row("letter-level", Some(level), Runs::Along, locale));
    let level = level.into_iter().filter(|_| !found.is_empty());
    let is_ours = decision.is_some_and(|event| event.facts.responsibility == Some(YesNo::Yes));
    Section {
        paragraphs: is_ours.then(|| locale.say(&reader.key("letter-responsible"))).into_iter().collect(),
        ..rows(&reader.key("letter-part-decision"), level.chain(found.clone()).chain(inside).collect(), locale)
    }
}

/// Returns the cause and what is done against it, as they were said last: colleagues read them, not the complainant.
fn cause_and_action(complaint: &Complaint, locale: &Locale) -> [Option<Row>; 2] {
    let last = |fact: fn(&Facts) -> Option<&str>| complaint.valid_events().rev().find_map(|event| fact(&event.facts));
    let told = |text: Option<&str>| text.map(|text| short(text, TEXT_CELLS)).filter(|text| !text.is_empty());
    [
        row("letter-cause", told(last(|facts| facts.cause.as_deref())), Runs::Itself, locale),
        row("letter-action", told(last(|facts| facts.action.as_deref())), Runs::Itself, locale),
    ]
}

/// Says what is done to put it right, or that nothing is.
fn remedies(complaint: &Complaint, reader: Reader, locale: &Locale) -> Section {
    let ours = complaint.remedies.iter().filter(|remedy| remedy.is_ours());
    let ours: Vec<String> = ours.map(|remedy| course::told_of(remedy, locale)).collect();
    let done = complaint.last(Kind::ResolvedNow).and_then(|event| event.facts.text.as_deref());
    let done = done.map(|text| short(text, TEXT_CELLS)).filter(|text| !text.is_empty());
    let is_refused = ours.is_empty() && complaint.finding() == Some(Finding::NotUpheld);
    Section {
        paragraphs: is_refused.then(|| locale.say(&reader.key("letter-no-remedy"))).into_iter().collect(),
        rows: locked(Clause::Remedy, row("letter-done", done, Runs::Itself, locale)).into_iter().collect(),
        clause: Some(Clause::Remedy),
        ..items(&reader.key("letter-part-remedies"), ours, locale)
    }
}

/// Says what was promised.
fn promises(complaint: &Complaint, locale: &Locale) -> Section {
    let clause = Some(Clause::OutstandingActions);
    Section { clause, ..items("letter-part-promises", receipt::promises(complaint, locale), locale) }
}

/// Says what was promised, or that nothing is left to be done.
fn outstanding(complaint: &Complaint, locale: &Locale) -> Section {
    let promised = promises(complaint, locale);
    let is_done = promised.items.is_empty() && complaint.decision().is_some() && !complaint.has_open_promise();
    if !is_done {
        return promised;
    }
    let heading = locale.say("letter-part-outstanding");
    Section { heading, paragraphs: vec![locale.say("letter-nothing-open")], ..promised }
}

/// Says where the complainant can go after this answer, and until when.
fn next_route(occasion: &Occasion, locale: &Locale) -> Section {
    let open = occasion.route;
    let route = open.map(|open| locale.label("route", open.route.as_str()));
    let until = open.and_then(|open| open.until).map(|until| locale.long_day(locale.day_of(until)));
    let is_outside = open.is_some_and(|open| open.route != Route::InternalReview);
    let how = if is_outside { "letter-route-outside" } else { "receipt-heard-how" };
    let route_rows = [
        locked(Clause::NextRoute, row("letter-route", route, Runs::Along, locale)),
        locked(Clause::RouteLimit, row("letter-route-until", until, Runs::Along, locale)),
    ];
    Section {
        paragraphs: vec![locale.say(how)],
        ..rows("receipt-heard", route_rows.into_iter().flatten().collect(), locale)
    }
}

fn evidence(complaint: &Complaint, locale: &Locale) -> Vec<String> {
    let attached = complaint.valid_events().filter(|event| event.kind == Kind::Attached);
    let told = attached.filter_map(|event| {
        let name = event.facts.file.as_deref()?;
        let file = direction::ltr(&line(name)?);
        let points: Vec<String> = complaint.points_resting_on(name).map(|point| point.id.clone()).collect();
        let points =
            if points.is_empty() { String::new() } else { format!(" ({})", direction::ltr(&points.join(" "))) };
        let print = event.facts.sha256.as_deref().and_then(line).unwrap_or_default();
        Some(format!("{file}: SHA-256 {}{points}", direction::ltr(&print)))
    });
    told.map(|text| if locale.language == Language::En { without_marks(&text) } else { text }).collect()
}

fn without_marks(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2069}'], "")
}

fn contact(occasion: &Occasion, locale: &Locale) -> Vec<Row> {
    let house = &occasion.organization;
    let phone = row("receipt-phone", receipt::our_phone(house, locale), Runs::Number, locale);
    let email = row("receipt-email", house.email.as_deref().and_then(line), Runs::Number, locale);
    [phone, email].into_iter().flatten().collect()
}

/// Writes a call out: who calls, what about, the two questions, and what to answer to either reply.
fn script(complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Section {
    let slot = |text: Option<&str>, empty: &str| {
        text.and_then(line).map_or_else(|| locale.say(empty), |text| isolated(&text, locale))
    };
    let name = slot(complaint.personal.name.as_deref(), "letter-slot-name");
    let caller = slot(occasion.handler.as_deref(), "letter-slot-caller");
    let house = slot(Some(&occasion.organization.name), "letter-slot-caller");
    let reference = locale.number(complaint.reference);
    let places = [
        ("name", (&name).into()),
        ("caller", (&caller).into()),
        ("house", (&house).into()),
        ("reference", (&reference).into()),
    ];
    let keys = ["hello", "time", "solved", "pleased", "glad", "sorry", "thanks"];
    items(
        "letter-part-script",
        keys.iter().map(|key| locale.tell(&format!("letter-call-{key}"), &places)).collect(),
        locale,
    )
}
