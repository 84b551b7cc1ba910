//! The parts that letters are made of: each takes what it says from the record, or is left out where there is nothing.

use super::{Row, Runs, Section};
use crate::document::receipt::{self, LINE_CELLS, Occasion, SUMMARY_CELLS, line, phone_in_digits, short};
use crate::domain::complaint::{Complaint, Remedy};
use crate::domain::event::{Event, Kind};
use crate::domain::words::Impact;
use crate::locale::Locale;
use crate::text::direction::{self, Direction};
use crate::text::language::Language;

/// How much of reasons and statements a letter holds, in terminal cells: several pages.
const TEXT_CELLS: usize = 8_000;

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
    /// Papers that were kept, with their fingerprints.
    Evidence,
    /// Every event.
    Story,
    /// How to be heard again.
    Heard,
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

/// Returns a part as it is for this complaint; `None` where it would be empty.
pub(super) fn section(part: Part, complaint: &Complaint, occasion: &Occasion, locale: &Locale) -> Option<Section> {
    let section = match part {
        Part::Particulars => rows("letter-part-particulars", particulars(complaint, locale), locale),
        Part::Matter => rows("receipt-told", matter("receipt-wants", complaint, occasion, locale), locale),
        Part::Complaint => rows("letter-part-matter", matter("letter-wants", complaint, occasion, locale), locale),
        Part::Standing => standing(complaint, occasion, locale),
        Part::Assessment => rows("letter-part-assessment", assessment(complaint, locale), locale),
        Part::Decision => decision(complaint, locale),
        Part::Remedies => remedies(complaint, locale),
        Part::Promises => items("letter-part-promises", receipt::promises(complaint, locale), locale),
        Part::Evidence => items("letter-part-evidence", evidence(complaint, locale), locale),
        Part::Story => items("letter-part-story", story(complaint, locale), locale),
        Part::Script => script(complaint, occasion, locale),
        other => general(other, occasion, locale),
    };
    (section != Section { heading: section.heading.clone(), ..Section::default() }).then_some(section)
}

/// Returns a part that says the same about every complaint.
pub(super) fn general(part: Part, occasion: &Occasion, locale: &Locale) -> Section {
    let lines = |keys: &[&str]| keys.iter().map(|key| locale.say(key)).collect::<Vec<_>>();
    let section = |heading: &str| Section { heading: locale.say(heading), ..Section::default() };
    match part {
        Part::Heard => Section { paragraphs: lines(&["receipt-heard-how"]), ..section("receipt-heard") },
        Part::Privacy => Section { paragraphs: lines(&["receipt-privacy-how"]), ..section("receipt-privacy") },
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
    keys.take_while(|key| locale.knows(key)).map(|key| locale.say(&key)).collect()
}

/// Returns a text kept from reordering the words of the paper around it.
pub(super) fn isolated(text: &str, locale: &Locale) -> String {
    match (locale.language, Direction::of(text)) {
        (Language::Fa, Some(Direction::Ltr)) | (Language::En, Some(Direction::Rtl)) => direction::isolate(text),
        _ => text.to_owned(),
    }
}

fn rows(heading: &str, rows: Vec<Row>, locale: &Locale) -> Section {
    Section { heading: locale.say(heading), rows, ..Section::default() }
}

fn items(heading: &str, items: Vec<String>, locale: &Locale) -> Section {
    Section { heading: locale.say(heading), items, ..Section::default() }
}

fn row(key: &str, value: Option<String>, runs: Runs, locale: &Locale) -> Option<Row> {
    value.map(|value| Row { label: locale.say(key), value, runs })
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
    [
        row("receipt-received", Some(received), Runs::Along, locale),
        row("receipt-product", occasion.product.as_deref().and_then(line), Runs::Itself, locale),
        row("receipt-order", personal.order.as_deref().and_then(line), Runs::Number, locale),
        row("receipt-summary", summary, Runs::Itself, locale),
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
        rows: rows.into_iter().flatten().collect(),
        ..Section::default()
    }
}

/// Says how bad and how far-reaching it is, and the product of both: the score that Iranian auditors look for.
fn assessment(complaint: &Complaint, locale: &Locale) -> Vec<Row> {
    let assessed = &complaint.assessment;
    let impact = assessed.impact.map(|impact| locale.label("impact", impact.as_str()));
    let score = assessed.severity.zip(assessed.impact).map(|(severity, impact)| {
        let (severity, importance) = (u16::from(severity), importance(impact));
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
        row("letter-number", score, Runs::Along, locale),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Returns the importance from 1 to 4: how many people the matter touches.
fn importance(impact: Impact) -> u16 {
    match impact {
        Impact::One => 1,
        Impact::Several => 2,
        Impact::Many => 3,
        Impact::Systemic => 4,
    }
}

fn decision(complaint: &Complaint, locale: &Locale) -> Section {
    let found = |label: String, text: Option<&str>, finding: Option<String>| {
        let reasons = text.map(|text| short(text, TEXT_CELLS)).filter(|text| !text.is_empty());
        [
            finding.map(|value| Row { label, value, runs: Runs::Along }),
            row("letter-reasons", reasons, Runs::Itself, locale),
        ]
    };
    let finding = |finding: crate::domain::words::Finding| locale.label("finding", finding.as_str());
    let points = complaint.points.iter().flat_map(|point| {
        let text = row("letter-point", line(&point.text), Runs::Itself, locale);
        let rows = found(locale.say("letter-finding"), point.reasons.as_deref(), point.finding.map(finding));
        [text].into_iter().chain(rows)
    });
    let whole = complaint.last(Kind::Decided).into_iter().flat_map(|event| {
        found(locale.say("letter-decision"), event.facts.text.as_deref(), event.facts.finding.map(finding))
    });
    rows("letter-part-decision", points.chain(whole).flatten().collect(), locale)
}

fn remedies(complaint: &Complaint, locale: &Locale) -> Section {
    let ours = complaint.remedies.iter().filter(|remedy| remedy.is_ours());
    let ours = ours.map(|remedy| told_of(remedy, locale)).collect();
    let done = complaint.last(Kind::ResolvedNow).and_then(|event| event.facts.text.as_deref());
    let done = done.map(|text| short(text, TEXT_CELLS)).filter(|text| !text.is_empty());
    Section {
        rows: row("letter-done", done, Runs::Itself, locale).into_iter().collect(),
        ..items("letter-part-remedies", ours, locale)
    }
}

fn told_of(remedy: &Remedy, locale: &Locale) -> String {
    let kind = isolated(&locale.label("remedy", remedy.kind.as_str()), locale);
    let state = locale.label("remedy-state", remedy.state.as_str());
    match remedy.amounts.ours().next() {
        Some(money) => format!("{kind}: {} ({state})", locale.money(money)),
        None => format!("{kind} ({state})"),
    }
}

fn evidence(complaint: &Complaint, locale: &Locale) -> Vec<String> {
    let attached = complaint.valid_events().filter(|event| event.kind == Kind::Attached);
    let told = attached.filter_map(|event| {
        let file = direction::ltr(&line(event.facts.file.as_deref()?)?);
        let print = event.facts.sha256.as_deref().and_then(line).unwrap_or_default();
        Some(format!("{file}: SHA-256 {}", direction::ltr(&print)))
    });
    told.map(|text| if locale.language == Language::En { without_marks(&text) } else { text }).collect()
}

fn without_marks(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2069}'], "")
}

fn story(complaint: &Complaint, locale: &Locale) -> Vec<String> {
    complaint.events.iter().map(|event| happened(event, locale)).collect()
}

fn happened(event: &Event, locale: &Locale) -> String {
    let kind = locale.label("kind", event.kind.as_str());
    let by = isolated(&short(&event.by, LINE_CELLS), locale);
    format!("{}: {kind} ({by})", locale.time(event.at))
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
