//! Trying layouts out: every paper with an invented complaint in both languages, before a complainant sees a fault.

use chrono_tz::Tz;

use super::letter::{self, Draft, FormKind, Letter, LetterKind};
use super::receipt::{self, Occasion, Organization, Receipt, ReceiptFormat};
use super::shelf::Shelf;
use super::template::TemplateError;
use crate::calendar::CalendarKind;
use crate::domain::Instant;
use crate::domain::complaint::{Assessment, Complaint, Personal, Point, Restricted};
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::domain::reference::Reference;
use crate::domain::words::{Channel, Finding, Priority, State};
use crate::locale::Locale;
use crate::text::digits::Digits;
use crate::text::language::Language;

/// Returns what is wrong with the layouts, each fault once.
pub fn faults(shelf: &Shelf) -> Vec<TemplateError> {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let locale = match language {
            Language::En => Locale::new(language, CalendarKind::Gregorian, Digits::Latn, Tz::UTC),
            Language::Fa => Locale::new(language, CalendarKind::Jalali, Digits::Fa, Tz::UTC),
        };
        for error in papers(&locale, shelf).into_iter().filter_map(Result::err) {
            if !faults.contains(&error) {
                faults.push(error);
            }
        }
    }
    faults
}

fn papers(locale: &Locale, shelf: &Shelf) -> Vec<Result<String, TemplateError>> {
    let complaint = complaint();
    let receipt = Receipt::new(&complaint, occasion(), locale);
    let letters = LetterKind::ALL.iter().map(|kind| {
        Letter::new(Draft { kind: *kind, complaint: &complaint, occasion: occasion(), own_words: Some("…") }, locale)
    });
    let forms = FormKind::ALL.iter().map(|kind| Letter::blank(*kind, &occasion(), locale));
    let letters: Vec<Letter> = letters.chain(forms).collect();
    let papers = ReceiptFormat::ALL.iter().flat_map(|format| {
        let letters = letters.iter().map(|letter| letter::render(letter, *format, locale, shelf));
        letters.chain([receipt::render(&receipt, *format, locale, shelf)]).collect::<Vec<_>>()
    });
    papers.collect()
}

fn occasion() -> Occasion {
    Occasion {
        organization: Organization {
            name: "Alborz".to_owned(),
            phone: Some("021-5500 1234".to_owned()),
            email: Some("help@alborz.example".to_owned()),
        },
        issued_at: Instant::default(),
        due: None,
        handler: Some("Sara".to_owned()),
        product: Some("Express delivery".to_owned()),
        form: Some("CF-01/2".to_owned()),
    }
}

/// An invented complaint that leaves no part of a paper empty which a layout could stumble over.
fn complaint() -> Complaint {
    let received = Event {
        id: EventId::from_random([0; 12]),
        at: Instant::default(),
        by: "sara".to_owned(),
        kind: Kind::Received,
        to: Some(State::Received),
        facts: Facts::default(),
    };
    Complaint {
        reference: Reference::new(1405, 1, 1).expect("the first number of a year is a reference"),
        received_at: Instant::default(),
        occurred: None,
        level: 1,
        channel: Channel::Phone,
        language: "en".parse().expect("`en` is a code"),
        person: None,
        role: None,
        needs: Vec::new(),
        profile: crate::domain::complaint::Profile::default(),
        product: None,
        category: None,
        pack: "standard".parse().expect("`standard` is a code"),
        priority: Priority::Normal,
        assessment: Assessment::default(),
        owner: None,
        points: vec![Point {
            id: "p1".to_owned(),
            text: "Late".to_owned(),
            finding: Some(Finding::Upheld),
            reasons: Some("The log shows it.".to_owned()),
        }],
        remedies: Vec::new(),
        promises: Vec::new(),
        source: None,
        personal: Personal {
            name: Some("مریم رضایی".to_owned()),
            phones: vec!["09120001234".to_owned()],
            emails: vec!["m@mail.example".to_owned()],
            address: Some("Tehran".to_owned()),
            order: Some("88213".to_owned()),
            statement: "{{ 7*7 }} <b>".to_owned(),
            ..Personal::default()
        },
        restricted: Restricted::default(),
        events: vec![received],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_layouts_have_no_fault() {
        assert_eq!(faults(&Shelf::default()), []);
    }

    #[test]
    fn a_fault_is_named_once_with_its_line() {
        let mut shelf = Shelf::default();
        shelf.put("letter.txt.jinja", "{{ title }}\n{{ nmae }}\n".to_owned());
        let said: Vec<String> = faults(&shelf).iter().map(ToString::to_string).collect();
        assert_eq!(said, ["template `letter.txt.jinja`, line 2: undefined value: `{{ nmae }}`"]);
    }
}
