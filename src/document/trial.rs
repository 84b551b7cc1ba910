//! Trying layouts out: every paper with an invented complaint in both languages, before a complainant sees a fault.

use std::collections::BTreeMap;

use super::letter::{self, Draft, FormKind, Letter};
use super::locked::Locks;
use super::pdf::{Imprint, PdfError};
use super::receipt::{self, Occasion, OpenRoute, Organization, Receipt, ReceiptFormat};
use super::shelf::Shelf;
use super::template::TemplateError;
use crate::calendar::{CalendarKind, Zone};
use crate::domain::Instant;
use crate::domain::complaint::{Amounts, Assessment, Complaint, Personal, Point, Promise, Remedy, Restricted};
use crate::domain::event::{Event, EventId, Facts, Kind};
use crate::domain::pack::Pack;
use crate::domain::paper::{LetterKind, Paper};
use crate::domain::reference::Reference;
use crate::domain::words::{Channel, Finding, Priority, PromiseState, Promised, RemedyState, Route, State};
use crate::locale::Locale;
use crate::text::digits::Digits;
use crate::text::language::Language;

/// Returns what is wrong with the layouts, each fault once: also what they leave out of what `pack` asks for.
pub fn faults(shelf: &Shelf, pack: &Pack) -> Vec<TemplateError> {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let locale = match language {
            Language::En => Locale::new(language, CalendarKind::Gregorian, Digits::Latn, Zone::UTC),
            Language::Fa => Locale::new(language, CalendarKind::Jalali, Digits::Fa, Zone::UTC),
        };
        for error in trials(&locale, shelf, pack) {
            if !faults.contains(&error) {
                faults.push(error);
            }
        }
    }
    faults
}

/// Returns what went wrong when every paper was laid out in every format that this program was built with.
fn trials(locale: &Locale, shelf: &Shelf, pack: &Pack) -> Vec<TemplateError> {
    let complaint = complaint();
    let locked = |paper| Occasion { locks: Some(Locks::of(pack, paper)), ..occasion() };
    let receipt = Receipt::new(&complaint, locked(Paper::Receipt), locale);
    let letters = LetterKind::ALL.iter().map(|kind| {
        let occasion = locked((*kind).into());
        Letter::new(Draft { kind: *kind, complaint: &complaint, occasion, own_words: Some("…\n\n…") }, locale)
    });
    let forms = FormKind::ALL.iter().map(|kind| Letter::blank(*kind, &occasion(), locale));
    let letters: Vec<Letter> = letters.chain(forms).collect();
    let rendered = ReceiptFormat::ALL.iter().flat_map(|format| {
        let letters = letters.iter().map(|letter| letter::render(letter, *format, locale, shelf));
        letters.chain([receipt::render(&receipt, *format, locale, shelf)]).collect::<Vec<_>>()
    });
    let imprint = Imprint { name: "trial".to_owned(), told_at: None };
    let typeset = letters.iter().map(|letter| letter::pdf(letter, &imprint, locale));
    let typeset = typeset.chain([receipt::pdf(&receipt, &imprint, locale)]).filter_map(|typeset| match typeset {
        Err(PdfError::Layout(error)) => Some(error),
        Err(PdfError::NotBuilt) | Ok(_) => None,
    });
    rendered.filter_map(Result::err).chain(typeset).collect()
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
        route: Some(OpenRoute { route: Route::InternalReview, until: Some(Instant::default()) }),
        names: BTreeMap::new(),
        bodies: BTreeMap::new(),
        locks: None,
        print: None,
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
        remedies: vec![Remedy {
            id: "r1".to_owned(),
            kind: "repair".parse().expect("`repair` is a code"),
            state: RemedyState::Offered,
            amounts: Amounts::default(),
        }],
        promises: vec![Promise {
            id: "m1".to_owned(),
            what: Promised::Remedy,
            due: Instant::default(),
            told_at: Instant::default(),
            state: PromiseState::Open,
        }],
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
    use crate::domain::pack::Unit;
    use crate::domain::paper::Clause;
    use crate::domain::specimen;

    /// Returns a pack that asks all that can be asked of a receipt and of a final response.
    fn pack() -> Pack {
        let receipt = vec![Clause::Reference, Clause::Dates, Clause::NextRoute, Clause::Privacy];
        let answer = Clause::ALL.iter().filter(|clause| ![Clause::Dates, Clause::Privacy].contains(clause)).copied();
        let clauses = vec![(Paper::Receipt, receipt), (LetterKind::FinalResponse.into(), answer.collect())];
        Pack { clauses, ..specimen::standard(Unit::WorkingDays, 1, 3) }
    }

    #[test]
    fn the_built_in_layouts_have_no_fault_and_leave_nothing_out() {
        assert_eq!(faults(&Shelf::default(), &pack()), []);
    }

    #[test]
    fn what_a_layout_leaves_out_is_named_with_its_clause() {
        let mut shelf = Shelf::default();
        let built_in = shelf.source("letter.txt.jinja").expect("it is built in").to_owned();
        shelf.put("letter.txt.jinja", built_in.replace("row.value | isolate", "row.label"));
        let receipt = shelf.source("receipt.html.jinja").expect("it is built in").to_owned();
        shelf.put("receipt.html.jinja", receipt.replace("{{ words.privacy_how }}", "We take care of your data."));
        let said: Vec<String> = faults(&shelf, &pack()).iter().map(ToString::to_string).collect();
        let left_out = "the pack `standard` asks of";
        assert_eq!(
            said,
            [
                format!(
                    "template `letter.txt.jinja` leaves out `sections[].rows[].value`: the clause `definition`, which {left_out} `final-response`"
                ),
                format!(
                    "template `receipt.html.jinja` leaves out `words.privacy_how`: the clause `privacy`, which {left_out} `receipt`"
                ),
            ]
        );
    }

    #[test]
    fn a_fault_is_named_once_with_its_line() {
        let mut shelf = Shelf::default();
        shelf.put("letter.txt.jinja", "{{ title }}\n{{ nmae }}\n".to_owned());
        let said: Vec<String> = faults(&shelf, &pack()).iter().map(ToString::to_string).collect();
        assert_eq!(said, ["template `letter.txt.jinja`, line 2: undefined value: `{{ nmae }}`"]);
    }
}
