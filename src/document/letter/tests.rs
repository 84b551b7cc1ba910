//! What letters and forms look like, as whole papers in `golden/`, with invisible marks written out.

use expect_test::expect_file;

use super::*;
use crate::document::receipt::OutsideBody;
use crate::document::receipt::tests::{at, complaint, event, locale, mallory, mary, maryam, occasion, visible};
use crate::domain::complaint::{Amounts, Personal, Point, Promise, Remedy};
use crate::domain::event::{EventId, Facts, Kind};
use crate::domain::words::{
    Accommodation, Channel, Closure, DisputeMethod, DisputeResult, Finding, Impact, PromiseState, Promised,
    RemedyState, Side, State, YesNo,
};
use crate::text::language::Language;

/// A complaint that has been through everything, so that every part has something to say.
pub(in crate::document) fn handled(personal: Personal) -> Complaint {
    let mut complaint = complaint(personal);
    complaint.assessment.severity = Some(3);
    complaint.assessment.impact = Some(Impact::Several);
    complaint.category = Some("delivery".parse().expect("a code"));
    complaint.points.push(Point {
        id: "p1".to_owned(),
        text: "Four days late".to_owned(),
        finding: Some(Finding::Upheld),
        reasons: Some("The log of the courier shows Wednesday.".to_owned()),
    });
    complaint.remedies.push(Remedy {
        id: "r1".to_owned(),
        kind: "refund".parse().expect("a code"),
        state: RemedyState::Accepted,
        amounts: Amounts { agreed: Some("1200000t".parse().expect("money")), ..Amounts::default() },
    });
    complaint.promises.push(Promise {
        id: "m1".to_owned(),
        what: Promised::Remedy,
        due: at("2026-11-02T12:00:00+03:30"),
        told_at: at("2026-10-29T10:20:00+03:30"),
        state: PromiseState::Open,
    });
    let mut attached = event(Kind::Attached, State::Received, "2026-10-28T11:00:00+03:30");
    attached.to = None;
    attached.facts.file = Some("courier-log.pdf".to_owned());
    attached.facts.sha256 = Some("0f".repeat(32));
    let mut decided = event(Kind::Decided, State::Decided, "2026-10-29T10:00:00+03:30");
    decided.facts.finding = Some(Finding::Partly);
    decided.facts.text = Some("The delay is ours; the box was whole.".to_owned());
    decided.facts.method = Some(Channel::Phone);
    complaint.events.extend([attached, decided]);
    complaint
}

/// A complaint whose decision was looked at again, went outside, was settled there, and ended.
fn disputed(personal: Personal) -> Complaint {
    let mut complaint = handled(personal);
    complaint.level = 3;
    let happened = |kind: Kind, day: &str, facts: Facts| {
        let mut event = event(kind, State::Closed, &format!("2026-11-{day}T10:00:00+03:30"));
        event.to = (kind == Kind::DisputeClosed).then_some(State::Closed);
        event.facts = facts;
        event
    };
    let text = |text: &str| Facts { text: Some(text.to_owned()), ..Facts::default() };
    let agreed = |side| Facts { side: Some(side), ..text("Told what it means.") };
    let body = Facts { body: Some("mediation".to_owned()), ..text("Both want to go on trading.") };
    let review = Facts {
        responsibility: Some(YesNo::Yes),
        finding: Some(Finding::NotUpheld),
        reviewer: Some("Legal office".to_owned()),
        ..text("The driver was there.")
    };
    let started = Facts { dispute_method: Some(DisputeMethod::Facilitative), ..text("دکتر کریمی") };
    let ended = Facts { result: Some(DisputeResult::Settled), ..text("A voucher of 500,000 rial") };
    let closed = Facts { closure: Some(Closure::SettledExternal), ..text("Told her; we print the day now.") };
    let sent =
        Facts { paper: Some(LetterKind::FinalResponse.into()), method: Some(Channel::Email), ..text("Our response") };
    complaint.events.extend([
        happened(
            Kind::InvestigationStarted,
            "01",
            Facts { investigator: Some("sara".to_owned()), ..text("Ask the courier") },
        ),
        happened(Kind::Responded, "02", sent),
        happened(Kind::ReviewRequested, "03", text("Nobody asked the driver.")),
        happened(Kind::ReviewDecided, "04", review),
        happened(Kind::DisputeProposed, "05", body),
        happened(Kind::DisputeConsented, "06", agreed(Side::Complainant)),
        happened(Kind::DisputeConsented, "07", agreed(Side::Organization)),
        happened(Kind::DisputeStarted, "08", started),
        happened(Kind::DisputeEnded, "09", ended),
        happened(Kind::DisputeClosed, "10", closed),
    ]);
    for (number, event) in (100..).zip(&mut complaint.events) {
        event.id = EventId::from_random([number; 12]);
    }
    complaint
}

fn letter(kind: LetterKind, complaint: &Complaint, language: Language) -> Letter {
    let (contact, cost) = ("021-5500 9999".to_owned(), "Free for you".to_owned());
    let body = OutsideBody { name: "Mediation Centre of Alborz".to_owned(), contact: Some(contact), cost: Some(cost) };
    let occasion = Occasion {
        form: Some("CF-07/2".to_owned()),
        handler: Some("سارا احمدی".to_owned()),
        names: BTreeMap::from([("sara".to_owned(), "Sara Ahmadi".to_owned())]),
        bodies: BTreeMap::from([("mediation".to_owned(), body)]),
        ..occasion()
    };
    Letter::new(Draft { kind, complaint, occasion, own_words: None }, &locale(language))
}

fn paper(letter: &Letter, format: ReceiptFormat, language: Language) -> String {
    render(letter, format, &locale(language), &Shelf::default()).expect("the built-in templates are sound")
}

fn check(name: &str, letter: &Letter, language: Language, format: ReceiptFormat) {
    let paper = paper(letter, format, language);
    let paper = paper.split_once("<body>\n").map_or(paper.as_str(), |(_, body)| body);
    expect_file![format!("golden/{name}.{language}.{format}")].assert_eq(&visible(paper));
}

#[test]
fn every_letter_looks_like_this_in_both_languages_and_every_format() {
    for kind in LetterKind::ALL {
        for (language, personal) in [(Language::En, mary()), (Language::Fa, maryam())] {
            let letter = letter(*kind, &handled(personal), language);
            for format in ReceiptFormat::ALL {
                check(kind.as_str(), &letter, language, *format);
            }
        }
    }
}

#[test]
fn what_was_looked_at_again_and_outside_is_told_like_this() {
    use LetterKind::{ClosingNote, DisputeNotice, Dossier, FinalResponse, InvestigationReport, ReviewAcknowledgement};
    for kind in [ClosingNote, DisputeNotice, Dossier, FinalResponse, InvestigationReport, ReviewAcknowledgement] {
        for (language, personal) in [(Language::En, mary()), (Language::Fa, maryam())] {
            let letter = letter(kind, &disputed(personal), language);
            for format in [ReceiptFormat::Text, ReceiptFormat::Markdown, ReceiptFormat::Html] {
                check(&format!("disputed-{kind}"), &letter, language, format);
            }
        }
    }
}

#[test]
fn a_refused_review_and_a_referral_say_where_to_go() {
    let mut complaint = handled(mary());
    let happened = |kind: Kind, day: &str, text: &str, body: Option<&str>| {
        let mut event = event(kind, State::Closed, &format!("2026-11-{day}T10:00:00+03:30"));
        event.facts = Facts { text: Some(text.to_owned()), body: body.map(str::to_owned), ..Facts::default() };
        event
    };
    complaint.events.push(happened(Kind::ReviewRequested, "03", "I want to know.", None));
    complaint.events.push(happened(Kind::ReviewRefused, "04", "It was looked at twice.", None));
    let answer = paper(&letter(LetterKind::FinalResponse, &complaint, Language::En), ReceiptFormat::Text, Language::En);
    for line in [
        "  Outcome: We do not look at it again.",
        "  Reasons: It was looked at twice.",
        "  Your reasons: I want to know.",
    ] {
        assert!(answer.contains(line), "{answer}");
    }
    complaint.events.push(happened(Kind::Referred, "05", "The bank decides it.", Some("Bank of Alborz")));
    let referral = paper(&letter(LetterKind::Referral, &complaint, Language::En), ReceiptFormat::Text, Language::En);
    assert!(
        referral.contains("  Body: Bank of Alborz\n  Reasons: The bank decides it.\n  Sent on: 2026-11-05"),
        "{referral}"
    );
}

#[test]
fn what_the_writer_adds_keeps_its_paragraphs_and_is_not_cut() {
    let complaint = handled(mary());
    let long = "We looked. ".repeat(80);
    let own_words = format!("{long}\n\n\nبه زودی\nتماس می‌گیریم.\n");
    let draft =
        Draft { kind: LetterKind::Progress, complaint: &complaint, occasion: occasion(), own_words: Some(&own_words) };
    let letter = Letter::new(draft, &locale(Language::En));
    let page = paper(&letter, ReceiptFormat::Html, Language::En);
    let expected = format!("<p><bdi>{}</bdi></p>\n<p><bdi>به زودی تماس می‌گیریم.</bdi></p>\n", long.trim_end());
    assert!(page.contains(&expected), "{page}");
    let text = paper(&letter, ReceiptFormat::Text, Language::En);
    assert!(text.contains("We looked.\n\n\u{2068}به زودی تماس می‌گیریم.\u{2069}\n\nWhat you told us\n"), "{text}");
}

#[test]
fn a_letter_without_promises_has_no_heading_for_them() {
    let text =
        paper(&letter(LetterKind::Progress, &complaint(mary()), Language::En), ReceiptFormat::Text, Language::En);
    assert!(!text.contains("Dates you can rely on"), "{text}");
}

#[test]
fn every_form_looks_like_this_in_both_languages() {
    for kind in FormKind::ALL {
        for language in Language::ALL {
            let form = Letter::blank(*kind, &occasion(), &locale(language));
            for format in [ReceiptFormat::Text, ReceiptFormat::Markdown, ReceiptFormat::Html] {
                check(kind.as_str(), &form, language, format);
            }
        }
    }
}

#[test]
fn hostile_text_stays_text_in_every_letter() {
    let mut hostile = handled(mallory());
    hostile.points[0].text = "</dd></dl><script>alert(1)</script> {{7*7}}".to_owned();
    for kind in LetterKind::ALL {
        for language in Language::ALL {
            let letter = letter(*kind, &hostile, language);
            for format in ReceiptFormat::ALL {
                let text = paper(&letter, *format, language);
                let text = text.split_once("<body>").map_or(text.as_str(), |(_, body)| body);
                assert!(!text.contains(|letter: char| letter.is_control() && letter != '\n'), "{kind} {format}");
                let may_hold_tags = matches!(format, ReceiptFormat::Text | ReceiptFormat::Message);
                assert!(may_hold_tags || !text.contains("<script"), "{kind} {format}");
            }
        }
    }
}

#[test]
fn no_letter_prints_the_restricted_layer_and_no_message_the_matter() {
    let complaint = handled(maryam());
    for kind in LetterKind::ALL {
        let letter = letter(*kind, &complaint, Language::Fa);
        for format in ReceiptFormat::ALL {
            assert!(!paper(&letter, *format, Language::Fa).contains("SECRET"), "{kind} {format}");
        }
        let message = paper(&letter, ReceiptFormat::Message, Language::Fa);
        assert_eq!(message.lines().count(), 2, "{kind}: {message}");
        for secret in ["مریم", "۰۹۱۲", "rezaei", "88213", "شنبه برسد"] {
            assert!(!message.contains(secret), "{kind}: {message}");
        }
    }
}

#[test]
fn the_dossier_shows_the_score_that_auditors_look_for() {
    let text = paper(&letter(LetterKind::Dossier, &handled(mary()), Language::En), ReceiptFormat::Text, Language::En);
    assert!(text.contains("Score: severity × importance: 3 × 2 = 6"), "{text}");
}

#[test]
fn who_sees_badly_gets_large_print() {
    let mut complaint = handled(mary());
    complaint.needs.push(Accommodation::Vision);
    let page = paper(&letter(LetterKind::Progress, &complaint, Language::En), ReceiptFormat::Html, Language::En);
    assert!(page.contains("class=\"large\""));
}

#[test]
fn every_word_of_every_paper_is_known_in_both_languages() {
    for language in Language::ALL {
        for kind in LetterKind::ALL {
            let text = paper(&letter(*kind, &handled(mary()), language), ReceiptFormat::Text, language);
            let bare = text
                .split_whitespace()
                .find(|word| ["letter-", "form-", "how-", "receipt-"].iter().any(|start| word.starts_with(start)));
            assert_eq!(bare, None, "{kind} {language}");
        }
    }
}
