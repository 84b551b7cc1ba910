//! What a final response must hold before it may go out (ISO 10002:2018, 7.7-7.8; S95, S123, S151), and what to think over.

use crate::domain::code::words;
use crate::domain::complaint::{Complaint, Remedy};
use crate::domain::event::Kind;
use crate::domain::words::{Finding, Promised, RemedyState};
use crate::text::digits;

words! {
    /// What a final response lacks.
    Lack, "lack of a letter" {
        /// What was found.
        Finding => "finding",
        /// Why.
        Reasons => "reasons",
        /// What is done to put it right, although the complaint is upheld.
        Remedy => "remedy",
        /// By when what was agreed is done.
        Date => "date",
        /// Where to go next.
        Route => "route",
    }
}

words! {
    /// What to think over before a letter goes out.
    Doubt, "doubt about a letter" {
        /// An apology is better heard than read.
        Apology => "apology",
        /// It may hold the telephone number or address of somebody else.
        Others => "others",
    }
}

/// Returns what a final response about this complaint would lack, in the order in which a letter says it.
pub fn lacks(complaint: &Complaint) -> Vec<Lack> {
    let decided = complaint.last(Kind::Decided);
    let has_reasons = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let points = &complaint.points;
    let is_found = if points.is_empty() {
        complaint.finding().is_some()
    } else {
        points.iter().all(|point| point.finding.is_some())
    };
    let is_reasoned = has_reasons(decided.and_then(|event| event.facts.text.as_deref()))
        || (!points.is_empty() && points.iter().all(|point| has_reasons(point.reasons.as_deref())));
    let findings = points.iter().filter_map(|point| point.finding).chain(complaint.finding());
    let is_upheld = findings.into_iter().any(|finding| finding != Finding::NotUpheld);
    let waits = complaint.remedies.iter().any(|remedy| remedy.state == RemedyState::Accepted);
    let has_date = complaint.promises.iter().any(|promise| promise.what == Promised::Remedy);
    let has_route = complaint.valid_events().any(|event| event.facts.route_told.is_some());
    [
        (Lack::Finding, is_found),
        (Lack::Reasons, is_reasoned),
        (Lack::Remedy, !is_upheld || complaint.remedies.iter().any(Remedy::is_ours)),
        (Lack::Date, !waits || has_date),
        (Lack::Route, has_route),
    ]
    .into_iter()
    .filter_map(|(lack, is_there)| (!is_there).then_some(lack))
    .collect()
}

/// Returns what to think over about a letter's own words and the reasons it repeats.
pub fn doubts(complaint: &Complaint, own_words: Option<&str>) -> Vec<Doubt> {
    let apology = complaint.remedies.iter().any(|remedy| remedy.is_ours() && remedy.kind.as_str() == "apology");
    let reasons = complaint.points.iter().filter_map(|point| point.reasons.as_deref());
    let decided = complaint.last(Kind::Decided).and_then(|event| event.facts.text.as_deref());
    let others = reasons.chain(decided).chain(own_words).any(|text| names_somebody_else(text, complaint));
    [(Doubt::Apology, apology), (Doubt::Others, others)]
        .into_iter()
        .filter_map(|(doubt, is_there)| is_there.then_some(doubt))
        .collect()
}

/// Returns whether a word looks like a telephone number or e-mail address that is not the complainant's.
fn names_somebody_else(text: &str, complaint: &Complaint) -> bool {
    let personal = &complaint.personal;
    let is_known =
        |word: &str| personal.phones.iter().chain(&personal.emails).any(|known| digits::to_ascii(known) == word);
    digits::to_ascii(text).split_whitespace().any(|word| {
        let word = word.trim_matches(|letter: char| ".,;:()«»،؛".contains(letter));
        let is_phone = word.starts_with(['0', '+']) && word.bytes().filter(u8::is_ascii_digit).count() >= 10;
        (is_phone || word.contains('@')) && !is_known(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::letter::tests::handled;
    use crate::document::receipt::tests::{complaint, mary};
    use crate::domain::words::Route;

    #[test]
    fn a_complaint_that_nobody_decided_lacks_finding_reasons_and_route() {
        assert_eq!(lacks(&complaint(mary())), [Lack::Finding, Lack::Reasons, Lack::Route]);
    }

    #[test]
    fn what_is_upheld_needs_a_remedy_and_what_is_agreed_a_date() {
        let mut complaint = handled(mary());
        complaint.events[0].facts.route_told = Some(Route::InternalReview);
        assert_eq!(lacks(&complaint), []);
        complaint.promises.clear();
        assert_eq!(lacks(&complaint), [Lack::Date]);
        complaint.remedies[0].state = RemedyState::Asked;
        assert_eq!(lacks(&complaint), [Lack::Remedy]);
        complaint.points[0].finding = None;
        assert_eq!(lacks(&complaint), [Lack::Finding, Lack::Remedy]);
    }

    #[test]
    fn contacts_of_others_and_written_apologies_are_doubted() {
        let mut complaint = handled(mary());
        assert_eq!(doubts(&complaint, Some("Call 021-5500-1234 or 12 boxes")), [Doubt::Others]);
        complaint.personal.emails.push("mary@mail.example".to_owned());
        assert_eq!(doubts(&complaint, Some("We wrote to mary@mail.example.")), []);
        complaint.remedies[0].kind = "apology".parse().expect("a code");
        assert_eq!(doubts(&complaint, Some("We wrote to ali@mail.example.")), [Doubt::Apology, Doubt::Others]);
    }
}
