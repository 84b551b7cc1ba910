//! What receipts look like, as whole papers in `golden/`. Invisible marks are written out: ⟨LRI⟩ ⟨FSI⟩ ⟨PDI⟩ ⟨ZWNJ⟩.

use crate::calendar::Zone;
use expect_test::expect_file;
use proptest::prelude::*;

use super::*;
use crate::calendar::CalendarKind;
use crate::domain::complaint::{Assessment, Personal, Promise, Restricted};
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::domain::reference::Reference;
use crate::domain::words::{Channel, Priority, State};
use crate::text::digits::Digits;
use crate::text::language::Language;

pub(in crate::document) fn at(text: &str) -> Instant {
    Instant::parse_from_rfc3339(text).expect("a time of RFC 3339")
}

pub(in crate::document) fn locale(language: Language) -> Locale {
    match language {
        Language::En => Locale::new(language, CalendarKind::Gregorian, Digits::Latn, Zone::tehran()),
        Language::Fa => Locale::new(language, CalendarKind::Jalali, Digits::Fa, Zone::tehran()),
    }
}

pub(in crate::document) fn event(kind: Kind, to: State, when: &str) -> Event {
    let number =
        u8::try_from(Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default()).unwrap_or_default();
    Event {
        id: EventId::from_random([number; 12]),
        at: at(when),
        by: "sara".to_owned(),
        kind,
        to: Some(to),
        facts: Facts::default(),
    }
}

pub(in crate::document) fn complaint(personal: Personal) -> Complaint {
    Complaint {
        reference: Reference::new(1405, 1, 147).expect("a reference"),
        received_at: at("2026-10-28T10:05:00+03:30"),
        occurred: None,
        level: 1,
        channel: Channel::Phone,
        language: "fa".parse().expect("a code"),
        person: None,
        role: None,
        needs: Vec::new(),
        profile: crate::domain::complaint::Profile::default(),
        product: None,
        category: None,
        pack: "standard".parse().expect("a code"),
        priority: Priority::Normal,
        assessment: Assessment::default(),
        owner: None,
        points: Vec::new(),
        remedies: Vec::new(),
        promises: Vec::new(),
        source: None,
        personal,
        restricted: Restricted { health: Some("SECRET".to_owned()), ..Restricted::default() },
        events: vec![event(Kind::Received, State::Received, "2026-10-28T10:05:00+03:30")],
    }
}

pub(in crate::document) fn maryam() -> Personal {
    Personal {
        name: Some("مریم رضایی".to_owned()),
        phones: vec!["021-5500 1234".to_owned(), "09120001234".to_owned()],
        emails: vec!["m.rezaei7@mail.example".to_owned()],
        address: Some("تهران، خیابان آزادی، پلاک ۱۲".to_owned()),
        order: Some("DKP-88213".to_owned()),
        subject: None,
        statement:
            "قرار بود شنبه برسد،\nاما چهارشنبه تحویل شد و راننده هم\tجواب نمی‌داد. چند بار هم با پشتیبانی تماس گرفتم.\n"
                .to_owned(),
        wants: Some("بازگشت هزینهٔ ارسال".to_owned()),
    }
}

pub(in crate::document) fn mary() -> Personal {
    Personal {
        name: Some("Mary Smith".to_owned()),
        phones: vec!["۰۲۱-۵۵۰۰۱۲۳۴".to_owned()],
        subject: Some(
            "The parcel came four days late, was left open in the rain and nobody answered the telephone".to_owned(),
        ),
        statement: "A long story.".to_owned(),
        ..Personal::default()
    }
}

/// Somebody who tries to break out of every format at once.
pub(in crate::document) fn mallory() -> Personal {
    Personal {
        name: Some("{{7*7}} \u{1b}[31m**Bold**\u{202e}\r\n# Title".to_owned()),
        phones: vec!["0912 | <b>\u{2069}\u{2067}1</b>".to_owned()],
        emails: vec!["\"a`b`\"@mail.example\n\nBcc: x@mail.example".to_owned()],
        address: Some("   \n".to_owned()),
        order: Some("[click](javascript:alert(1))".to_owned()),
        subject: Some("1. {% for x in y %} <script>alert(1)</script> &lt; ![x](http://x.example)".to_owned()),
        statement: String::new(),
        wants: Some("- everything\n---\n> and more".to_owned()),
    }
}

pub(in crate::document) fn occasion() -> Occasion {
    Occasion {
        organization: Organization {
            name: "Alborz".to_owned(),
            phone: Some("021-5500 1234".to_owned()),
            email: Some("help@alborz.example".to_owned()),
        },
        issued_at: at("2026-10-28T10:20:00+03:30"),
        due: Some((at("2026-10-31T10:05:00+03:30"), DueBy::Pack)),
        handler: None,
        product: None,
        form: None,
        route: Some(OpenRoute { route: Route::InternalReview, until: Some(at("2026-11-28T10:20:00+03:30")) }),
        names: BTreeMap::new(),
        bodies: BTreeMap::new(),
        locks: None,
        print: None,
    }
}

fn paper(complaint: &Complaint, occasion: Occasion, format: ReceiptFormat, language: Language) -> String {
    let locale = locale(language);
    let receipt = Receipt::new(complaint, occasion, &locale);
    render(&receipt, format, &locale, &Shelf::default()).expect("the built-in templates are sound")
}

/// Compares the receipt in all formats with `golden/WHO.LANGUAGE.FORMAT`.
fn check(who: &str, personal: Personal, language: Language) {
    let complaint = complaint(personal);
    for format in ReceiptFormat::ALL {
        let paper = paper(&complaint, occasion(), *format, language);
        // The head of a page is the same for all; `page.rs` tests it.
        let paper = paper.split_once("<body>\n").map_or(paper.as_str(), |(_, body)| body);
        expect_file![format!("golden/{who}.{language}.{format}")].assert_eq(&visible(paper));
    }
}

/// Writes invisible marks out, so that nobody has to guess where they stand.
pub(in crate::document) fn visible(text: &str) -> String {
    let marks = [
        ('\u{2066}', "⟨LRI⟩"),
        ('\u{2067}', "⟨RLI⟩"),
        ('\u{2068}', "⟨FSI⟩"),
        ('\u{2069}', "⟨PDI⟩"),
        ('\u{202e}', "⟨RLO⟩"),
        ('\u{200c}', "⟨ZWNJ⟩"),
    ];
    marks.iter().fold(text.to_owned(), |text, (mark, name)| text.replace(*mark, name))
}

#[test]
fn a_persian_receipt_looks_like_this() {
    check("maryam", maryam(), Language::Fa);
}

#[test]
fn an_english_receipt_looks_like_this() {
    check("mary", mary(), Language::En);
}

#[test]
fn a_persian_complaint_on_an_english_receipt_keeps_its_direction() {
    check("maryam", maryam(), Language::En);
}

#[test]
fn hostile_text_stays_text() {
    for language in Language::ALL {
        check("mallory", mallory(), language);
    }
}

#[test]
fn somebody_without_name_and_contact_is_told_to_keep_the_number() {
    let anonymous = Personal { statement: "Nobody answers.".to_owned(), ..Personal::default() };
    let text = paper(&complaint(anonymous), occasion(), ReceiptFormat::Text, Language::En);
    assert!(!text.contains("Dear"));
    let advice = "How we reach you
  You left us no way to reach you. Keep this number: with it you can ask
  how your complaint stands.";
    assert_eq!(text.split("\n\n").nth(5), Some(advice));
}

#[test]
fn a_message_never_tells_who_complains_of_what() {
    for language in Language::ALL {
        let message = paper(&complaint(maryam()), occasion(), ReceiptFormat::Message, language);
        for secret in ["مریم", "0912", "۰۹۱۲", "rezaei", "88213", "شنبه برسد"] {
            assert!(!message.contains(secret), "{message}");
        }
    }
}

#[test]
fn a_message_has_three_lines_and_fits_whatever_way_to_reach_us_there_is() {
    let whole = occasion().organization;
    let by_email = Organization { phone: None, ..whole.clone() };
    let by_reply = Organization { email: None, ..by_email.clone() };
    let long_name = Organization { name: "Alborz ".repeat(99), ..whole.clone() };
    for organization in [whole, by_email, by_reply, long_name] {
        for language in Language::ALL {
            let occasion = Occasion { organization: organization.clone(), ..occasion() };
            let message = paper(&complaint(maryam()), occasion, ReceiptFormat::Message, language);
            assert_eq!(message.lines().count(), 3, "{message}");
        }
    }
}

#[test]
fn the_restricted_layer_is_never_printed() {
    for format in ReceiptFormat::ALL {
        assert!(!paper(&complaint(maryam()), occasion(), *format, Language::En).contains("SECRET"));
    }
}

#[test]
fn the_date_of_the_response_is_told_as_what_it_is() {
    let sentence = |complaint: &Complaint, due| {
        Receipt::new(complaint, Occasion { due, ..occasion() }, &locale(Language::En)).response
    };
    let fresh = complaint(mary());
    let saturday = at("2026-10-31T10:05:00+03:30");
    let yesterday = at("2026-10-27T10:05:00+03:30");
    let mut answered = fresh.clone();
    answered.events.push(event(Kind::ResolvedNow, State::Responded, "2026-10-28T10:10:00+03:30"));
    let mut withdrawn = fresh.clone();
    withdrawn.events.push(event(Kind::Withdrawn, State::Closed, "2026-10-28T10:10:00+03:30"));
    let sentences = [
        sentence(&fresh, Some((saturday, DueBy::Pack))),
        sentence(&fresh, Some((saturday, DueBy::Told))),
        sentence(&fresh, Some((yesterday, DueBy::Pack))),
        sentence(&fresh, None),
        sentence(&answered, Some((saturday, DueBy::Told))),
        sentence(&withdrawn, Some((saturday, DueBy::Told))),
    ];
    assert_eq!(
        sentences,
        [
            "You will have our response by Saturday 2026-10-31, 10:05.",
            "We promise you a response by Saturday 2026-10-31, 10:05.",
            "Our response was due by Tuesday 2026-10-27, 10:05. We are sorry that it is late.",
            "We will tell you by when you can expect our response.",
            "We responded on Wednesday 2026-10-28, 10:10.",
            "The handling of this complaint has ended.",
        ]
    );
}

#[test]
fn other_open_promises_the_owner_and_the_product_are_named() {
    let mut promising = complaint(mary());
    let promise = |what, state| Promise {
        id: "m1".to_owned(),
        what,
        due: at("2026-11-02T12:00:00+03:30"),
        told_at: at("2026-10-28T10:20:00+03:30"),
        state,
    };
    promising.promises = vec![
        promise(Promised::Response, PromiseState::Open),
        promise(Promised::Remedy, PromiseState::Open),
        promise(Promised::Update, PromiseState::Kept),
    ];
    let named = |name: &str| Some(name.to_owned());
    let occasion = Occasion { handler: named("Sara Ahmadi"), product: named("Express delivery"), ..occasion() };
    let receipt = Receipt::new(&promising, occasion.clone(), &locale(Language::En));
    assert_eq!(receipt.promises, ["Remedy: by Monday 2026-11-02, 12:00"]);
    for format in [ReceiptFormat::Text, ReceiptFormat::Markdown] {
        let text = paper(&promising, occasion.clone(), format, Language::En);
        for line in ["Remedy: by Monday", "Handled by: Sara Ahmadi", "Product or service: Express delivery"] {
            assert!(text.contains(line), "{text}");
        }
    }
}

#[test]
fn every_word_of_a_receipt_is_known_in_both_languages() {
    let states = State::ALL.iter().map(|state| format!("next-{state}"));
    let keys: Vec<String> = WORDS.iter().map(|(_, key)| (*key).to_owned()).chain(states).collect();
    let missing: Vec<_> = keys.iter().filter(|key| !Locale::knows(&format!("receipt-{key}"))).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn every_word_that_is_handed_to_the_templates_stands_in_one() {
    let shelf = Shelf::default();
    let layouts = ReceiptFormat::ALL.iter().map(|format| shelf.template("receipt", format.as_str()).source);
    let sources: String = layouts.chain([include_str!("../../../templates/paper.typ")]).collect();
    for (word, _) in WORDS {
        let is_printed = |end: &str| sources.contains(&format!("words.{word}{end}"));
        assert!(is_printed(" ") || is_printed("."), "{word}");
    }
}

/// Each case prints every form of the receipt.
fn fewer() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases / 4, ..usual }
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn whatever_people_write_a_receipt_can_be_printed_and_holds_no_control_character(
        name in any::<String>(), statement in any::<String>(), contact in any::<String>(), fa in any::<bool>()
    ) {
        let personal = Personal {
            name: Some(name),
            phones: vec![contact.clone()],
            emails: vec![contact.clone()],
            address: Some(contact),
            statement,
            ..Personal::default()
        };
        let complaint = complaint(personal);
        let language = if fa { Language::Fa } else { Language::En };
        for format in ReceiptFormat::ALL {
            let text = paper(&complaint, occasion(), *format, language);
            prop_assert!(!text.contains(|character: char| character.is_control() && character != '\n'));
            let opened = text.chars().filter(|character| ('\u{2066}'..='\u{2068}').contains(character)).count();
            prop_assert_eq!(opened, text.matches('\u{2069}').count());
            if *format == ReceiptFormat::Html {
                let (_, body) = text.split_once("<body>").expect("a page has a body");
                prop_assert_eq!(body.matches('<').count(), body.matches('>').count());
                prop_assert!(!body.contains("<script") && !body.contains("<b>"));
            }
        }
    }
}
