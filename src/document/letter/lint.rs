//! What a final response must hold before it may go out (ISO 10002:2018, 7.7-7.8; S95, S123, S151), and what to think over
//! before any letter does (S103-S105, S136).

use crate::document::receipt::Organization;
use crate::domain::code::words;
use crate::domain::complaint::{Complaint, Point, Remedy};
use crate::domain::event::Kind;
use crate::domain::words::{Channel, Finding, Promised, RemedyState, Route};
use crate::text::apology::{apologies, words_of};
use crate::text::contact::{addresses, holds_phone, phones};
use crate::text::fold::{fold, phone};

words! {
    /// What a final response lacks.
    Lack, "lack of a letter" {
        /// What was found.
        Finding => "finding",
        /// Why.
        Reasons => "reasons",
        /// What is done to put it right, although the complaint is upheld, or an answer to what was asked for.
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
        /// An apology alone puts nothing right.
        Empty => "empty",
        /// The same apology went to somebody else.
        Formula => "formula",
        /// It may hold the telephone number or address of somebody else.
        Others => "others",
        /// It holds the name, number or address of another complainant.
        Complainant => "complainant",
    }
}

/// A lack, and the points of the complaint that it is about; none where it is about the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// What is lacking.
    pub lack: Lack,
    /// The points, such as `p2`.
    pub points: Vec<String>,
}

/// A letter that is about to go out.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// What it is about.
    pub complaint: &'a Complaint,
    /// The paragraph in the writer's own words.
    pub own_words: Option<&'a str>,
    /// The way it goes; `None` while nobody has said.
    pub way: Option<Channel>,
    /// Who sends it.
    pub organization: &'a Organization,
}

/// So many letters has a name that is looked for: a shorter one is also a common word.
const NAME: usize = 7;

/// Returns what a final response about this complaint would lack, in the order in which a letter says it, when it tells
/// `route` as the next one.
pub fn lacks(complaint: &Complaint, route: Option<Route>) -> Vec<Lacking> {
    let decided = complaint.decision();
    let has_reasons = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let points = &complaint.points;
    let without = |lacks: &dyn Fn(&Point) -> bool| {
        points.iter().filter(|point| lacks(point)).map(|point| point.id.clone()).collect::<Vec<_>>()
    };
    let unfound = without(&|point| point.finding.is_none());
    let unreasoned = without(&|point| !has_reasons(point.reasons.as_deref()));
    let is_reasoned = has_reasons(decided.and_then(|event| event.facts.text.as_deref()));
    let findings = points.iter().filter_map(|point| point.finding).chain(complaint.finding());
    let is_upheld = findings.into_iter().any(|finding| finding != Finding::NotUpheld);
    let stands = |state: RemedyState| complaint.remedies.iter().any(|remedy| remedy.state == state);
    let is_remedied = complaint.remedies.iter().any(Remedy::is_ours) && !stands(RemedyState::Asked);
    let has_date = complaint.promises.iter().any(|promise| promise.what == Promised::Remedy);
    let has_points = !points.is_empty();
    [
        (Lack::Finding, if has_points { unfound.is_empty() } else { complaint.finding().is_some() }, unfound),
        (Lack::Reasons, if has_points { unreasoned.is_empty() } else { is_reasoned }, unreasoned),
        (Lack::Remedy, !is_upheld || is_remedied, Vec::new()),
        (Lack::Date, !stands(RemedyState::Accepted) || has_date, Vec::new()),
        (Lack::Route, route.is_some(), Vec::new()),
    ]
    .into_iter()
    .filter(|(_, is_there, _)| !is_there)
    .map(|(lack, _, points)| Lacking { lack, points })
    .collect()
}

impl Outgoing<'_> {
    /// Returns what to think over about the letter alone.
    pub fn doubts(&self) -> Vec<Doubt> {
        let ours = || self.complaint.remedies.iter().filter(|remedy| remedy.is_ours());
        let is_apology = |remedy: &Remedy| remedy.kind.as_str() == "apology";
        let apologizes = ours().any(is_apology) || self.apologies().next().is_some();
        let is_put_right = ours().any(|remedy| !is_apology(remedy)) || self.complaint.last(Kind::ResolvedNow).is_some();
        let is_heard = matches!(self.way, Some(Channel::Phone | Channel::InPerson | Channel::Letter));
        [
            (Doubt::Apology, apologizes && !is_heard),
            (Doubt::Empty, apologizes && !is_put_right),
            (Doubt::Others, self.names_somebody_else()),
        ]
        .into_iter()
        .filter_map(|(doubt, is_there)| is_there.then_some(doubt))
        .collect()
    }

    /// Returns what to think over because of another complaint of the register.
    pub fn doubts_beside(&self, other: &Complaint) -> Vec<Doubt> {
        if other.reference == self.complaint.reference {
            return Vec::new();
        }
        let said = other.valid_events().filter_map(|event| event.facts.text.as_deref());
        let said: Vec<String> = said.flat_map(apologies).collect();
        let is_formula = self.apologies().any(|apology| said.contains(&apology));
        [(Doubt::Formula, is_formula), (Doubt::Complainant, self.names_complainant_of(other))]
            .into_iter()
            .filter_map(|(doubt, is_there)| is_there.then_some(doubt))
            .collect()
    }

    /// Returns the texts of the letter that people wrote for it.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let points =
            self.complaint.points.iter().flat_map(|point| [Some(point.text.as_str()), point.reasons.as_deref()]);
        let events = [self.complaint.decision(), self.complaint.last(Kind::ResolvedNow)];
        let events = events.into_iter().flatten().map(|event| event.facts.text.as_deref());
        points.chain(events).flatten().chain(self.own_words)
    }

    fn apologies(&self) -> impl Iterator<Item = String> {
        self.own_words.into_iter().flat_map(apologies)
    }

    /// Returns whether there is a telephone number or e-mail address that is neither the complainant's nor ours.
    fn names_somebody_else(&self) -> bool {
        let (personal, house) = (&self.complaint.personal, self.organization);
        let known: Vec<String> = personal.phones.iter().chain(&house.phone).map(|number| phone(number)).collect();
        let emails: Vec<String> = personal.emails.iter().chain(&house.email).map(|email| fold(email)).collect();
        self.texts().any(|text| {
            phones(text).any(|number| known.iter().all(|known| !holds_phone(&number, known)))
                || addresses(text).any(|address| !emails.contains(&address))
        })
    }

    fn names_complainant_of(&self, other: &Complaint) -> bool {
        let (ours, theirs) = (&self.complaint.personal, &other.personal);
        let is_same_person = other.person.is_some() && other.person == self.complaint.person;
        let name = theirs.name.as_deref().map(words_of).filter(|name| name.chars().count() >= NAME);
        let own_name = ours.name.as_deref().map(words_of);
        let name = name.filter(|name| Some(name) != own_name.as_ref());
        let numbers: Vec<String> = theirs.phones.iter().map(|number| phone(number)).collect();
        let emails: Vec<String> = theirs.emails.iter().map(|email| fold(email)).collect();
        let is_own = |number: &str| ours.phones.iter().any(|own| phone(own) == number);
        !is_same_person
            && self.texts().any(|text| {
                name.as_ref().is_some_and(|name| words_of(text).contains(name.as_str()))
                    || phones(text)
                        .any(|found| numbers.iter().any(|known| !is_own(known) && holds_phone(&found, known)))
                    || addresses(text)
                        .any(|found| emails.contains(&found) && !ours.emails.iter().any(|own| fold(own) == found))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::letter::tests::handled;
    use crate::document::receipt::tests::{at, complaint, event, mary, maryam, occasion};
    use crate::domain::reference::Reference;
    use crate::domain::words::State;

    fn lacking(complaint: &Complaint, route: Option<Route>) -> Vec<String> {
        let told = |lacking: Lacking| format!("{} {}", lacking.lack, lacking.points.join(" ")).trim().to_owned();
        lacks(complaint, route).into_iter().map(told).collect()
    }

    fn doubts(complaint: &Complaint, own_words: &str, way: Option<Channel>) -> Vec<Doubt> {
        let organization = &occasion().organization;
        Outgoing { complaint, own_words: Some(own_words), way, organization }.doubts()
    }

    fn beside(own_words: &str, other: &Complaint) -> Vec<Doubt> {
        let organization = &occasion().organization;
        let complaint = &handled(mary());
        Outgoing { complaint, own_words: Some(own_words), way: None, organization }.doubts_beside(other)
    }

    #[test]
    fn a_complaint_that_nobody_decided_lacks_finding_and_reasons() {
        assert_eq!(lacking(&complaint(mary()), Some(Route::InternalReview)), ["finding", "reasons"]);
        assert_eq!(lacking(&complaint(mary()), None), ["finding", "reasons", "route"]);
    }

    #[test]
    fn every_point_needs_a_finding_and_reasons_of_its_own() {
        let mut complaint = handled(mary());
        let open = Point { id: "p2".to_owned(), text: "Wet box".to_owned(), finding: None, reasons: None };
        complaint.points.push(open);
        assert_eq!(lacking(&complaint, Some(Route::Enamad)), ["finding p2", "reasons p2"]);
        complaint.points[1].finding = Some(Finding::NotUpheld);
        complaint.points[1].reasons = Some(" \n".to_owned());
        assert_eq!(lacking(&complaint, Some(Route::Enamad)), ["reasons p2"]);
    }

    #[test]
    fn what_is_upheld_needs_a_remedy_and_what_is_agreed_a_date() {
        let mut complaint = handled(mary());
        let route = Some(Route::InternalReview);
        assert_eq!(lacking(&complaint, route), [""; 0]);
        complaint.promises.clear();
        assert_eq!(lacking(&complaint, route), ["date"]);
        let mut wish = complaint.remedies[0].clone();
        wish.state = RemedyState::Asked;
        complaint.remedies.push(wish);
        assert_eq!(lacking(&complaint, route), ["remedy", "date"], "what was asked for is answered");
        complaint.remedies.clear();
        assert_eq!(lacking(&complaint, route), ["remedy"]);
        complaint.points[0].finding = Some(Finding::NotUpheld);
        complaint.events.push(decided_again(Finding::NotUpheld));
        assert_eq!(lacking(&complaint, route), [""; 0], "the letter says that nothing is put right");
    }

    fn decided_again(finding: Finding) -> crate::domain::event::Event {
        let mut decided = event(Kind::ReviewDecided, State::Decided, "2026-11-01T10:00:00+03:30");
        decided.facts.finding = Some(finding);
        decided.facts.text = Some("The driver was there.".to_owned());
        decided
    }

    #[test]
    fn an_apology_is_better_heard_and_comes_with_a_solution() {
        let mut complaint = handled(mary());
        let sorry = "We are sorry that you had to wait.";
        assert_eq!(doubts(&complaint, sorry, Some(Channel::Email)), [Doubt::Apology]);
        assert_eq!(doubts(&complaint, "از این تأخیر پوزش می‌خواهیم.", Some(Channel::Sms)), [Doubt::Apology]);
        assert_eq!(doubts(&complaint, sorry, None), [Doubt::Apology]);
        for heard in [Channel::Phone, Channel::InPerson, Channel::Letter] {
            assert_eq!(doubts(&complaint, sorry, Some(heard)), []);
        }
        complaint.remedies[0].kind = "apology".parse().expect("a code");
        assert_eq!(doubts(&complaint, "Here it is.", Some(Channel::Email)), [Doubt::Apology, Doubt::Empty]);
    }

    #[test]
    fn contacts_of_others_are_doubted_those_of_both_sides_not() {
        let mut complaint = handled(mary());
        complaint.personal.emails.push("Mary@mail.example".to_owned());
        for own in [
            "We wrote to mary@mail.example.",
            "Call us on 021-5500 1234 or help@alborz.example.",
            "Order 1405-01-0147-1 of 2026-10-28 10:20, 12000000 rial",
            "شمارهٔ شما ۰۲۱-۵۵۰۰۱۲۳۴ است",
        ] {
            assert_eq!(doubts(&complaint, own, None), [], "{own}");
        }
        for other in [
            "Call the driver: 0912 000 0001",
            "با ۰۹۱۲۰۰۰۰۰۰۱ تماس بگیرید",
            "(+98 912 000 0001)",
            "see ali@mail.example,",
        ] {
            assert_eq!(doubts(&complaint, other, None), [Doubt::Others], "{other}");
        }
    }

    #[test]
    fn what_belongs_to_another_complaint_is_noticed() {
        let mut other = handled(maryam());
        other.reference = Reference::new(1405, 1, 148).expect("a reference");
        other.events.push(event(Kind::Talked, State::Responded, "2026-11-02T10:00:00+03:30"));
        other.events.last_mut().expect("an event").facts.text =
            Some("Hello. We apologise for the\ndelay, truly! Bye".to_owned());
        assert_eq!(beside("The driver told مریم  رضايي, too.", &other), [Doubt::Complainant], "Arabic letters as well");
        assert_eq!(beside("She has the number +98 912 000 1234.", &other), [Doubt::Complainant]);
        assert_eq!(beside("m.rezaei7@MAIL.example", &other), [Doubt::Complainant]);
        assert_eq!(beside("مریم", &other), []);
        other.events.last_mut().expect("an event").facts.text = Some("We apologise for the delay, truly!".to_owned());
        assert_eq!(beside("we APOLOGISE for the delay truly", &other), [Doubt::Formula]);
        assert_eq!(beside("We apologise for the wait of two days", &other), []);
        other.person = Some("p-1".to_owned());
        let mut same = handled(mary());
        same.person.clone_from(&other.person);
        let organization = &occasion().organization;
        let letter = Outgoing { complaint: &same, own_words: Some("مریم رضایی"), way: None, organization };
        assert_eq!(letter.doubts_beside(&other), [], "one person with two complaints");
        assert_eq!(at("2026-11-02T10:00:00+03:30"), other.events.last().expect("an event").at);
    }
}
