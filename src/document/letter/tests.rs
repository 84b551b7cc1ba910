//! What letters and forms look like, as whole papers in `golden/`, with invisible marks written out.

use expect_test::expect_file;

use super::*;
use crate::document::receipt::tests::{at, complaint, event, locale, mallory, mary, maryam, occasion, visible};
use crate::domain::complaint::{Amounts, Personal, Point, Promise, Remedy};
use crate::domain::event::Kind;
use crate::domain::words::{Accommodation, Channel, Finding, Impact, PromiseState, Promised, RemedyState, State};
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

fn letter(kind: LetterKind, complaint: &Complaint, language: Language) -> Letter {
    let occasion =
        Occasion { form: Some("CF-07/2".to_owned()), handler: Some("سارا احمدی".to_owned()), ..occasion() };
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
