//! Two sentences for somebody who asks "where is my case?", in the language of the locale.
//!
//! They are read to the complainant: what was last done and when, then what comes next. Internal notes and restricted
//! facts have no part in them.

use crate::domain::Instant;
use crate::domain::clock::DueBy;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Kind};
use crate::domain::words::{Closure, Finding, PromiseState, Promised, Route, State};
use crate::locale::Locale;
use crate::render::reader::Reader;
use crate::render::standing::Standing;

/// Returns exactly two sentences: how far the complaint has come, and what the complainant can expect next.
pub fn say(standing: &Standing, reader: &Reader) -> String {
    format!("{} {}", so_far(standing.complaint, reader.locale), next(standing, reader))
}

/// The event that brought the complaint to where it stands.
fn last_move(complaint: &Complaint) -> Option<&Event> {
    complaint.valid_events().filter(|event| event.to.is_some()).next_back()
}

fn so_far(complaint: &Complaint, locale: &Locale) -> String {
    let last = last_move(complaint);
    let key = match (complaint.state(), complaint.closure(), last.map(|event| event.kind)) {
        (State::Closed, Some(closure), _) => format!("say-closed-{closure}"),
        (State::Assessed, _, Some(Kind::Reopened)) => "say-reopened".to_owned(),
        (State::Responded, _, Some(Kind::ResolvedNow)) => "say-resolved-now".to_owned(),
        (state, _, _) => format!("say-{state}"),
    };
    let when = locale.long_time(last.map_or(complaint.received_at, |event| event.at));
    locale.tell(&key, &[("when", (&when).into())])
}

fn next(standing: &Standing, reader: &Reader) -> String {
    let complaint = standing.complaint;
    match complaint.state() {
        State::Received | State::Acknowledged | State::Assessed | State::Investigating | State::Decided => {
            answer(standing, reader)
        }
        State::Responded => match route_after_rejection(complaint) {
            Some(route) => {
                let route = reader.locale.label("route", route.as_str());
                reader.locale.tell("say-next-rejected", &[("route", (&route).into())])
            }
            None => reader.locale.say("say-next-judge"),
        },
        State::Implementing => fulfilment(standing, reader),
        State::FollowUp => reader.locale.say("say-next-judge"),
        State::Review => with_owner("say-next-review", standing, reader),
        State::External => with_owner("say-next-external", standing, reader),
        State::Closed => reader.locale.say(match complaint.closure() {
            Some(Closure::Void) => "say-next-void",
            Some(Closure::Withdrawn) => "say-next-withdrawn",
            Some(Closure::NotUpheldAccepted | Closure::NotUpheldExhausted) => "say-next-not-upheld",
            _ => "say-next-resolved",
        }),
    }
}

/// When the outcome will be told.
fn answer(standing: &Standing, reader: &Reader) -> String {
    match standing.answer_owed_by() {
        Some((due, _)) if standing.is_overdue => dated("say-next-answer-late", due, standing, reader),
        Some((due, DueBy::Told)) => dated("say-next-answer-told", due, standing, reader),
        Some((due, DueBy::Pack)) => dated("say-next-answer-meant", due, standing, reader),
        None => with_owner("say-next-answer", standing, reader),
    }
}

/// When what was agreed will be done.
fn fulfilment(standing: &Standing, reader: &Reader) -> String {
    let is_open_remedy = |what, state| what == Promised::Remedy && state == PromiseState::Open;
    let promises = standing.complaint.promises.iter().filter(|promise| is_open_remedy(promise.what, promise.state));
    match promises.map(|promise| promise.due).min() {
        Some(due) if due < standing.now => dated("say-next-fulfilment-late", due, standing, reader),
        Some(due) => dated("say-next-fulfilment-told", due, standing, reader),
        None => with_owner("say-next-fulfilment", standing, reader),
    }
}

/// The way that stays open to somebody whose complaint was not found right, or not in all.
fn route_after_rejection(complaint: &Complaint) -> Option<Route> {
    let is_rejected = matches!(complaint.finding(), Some(Finding::NotUpheld | Finding::Partly));
    last_move(complaint).and_then(|event| event.facts.route_told).filter(|_| is_rejected)
}

fn dated(key: &str, due: Instant, standing: &Standing, reader: &Reader) -> String {
    let (due, who) = (reader.locale.long_time(due), who(standing, reader));
    reader.locale.tell(key, &[("due", (&due).into()), ("who", (&who).into())])
}

fn with_owner(key: &str, standing: &Standing, reader: &Reader) -> String {
    reader.locale.tell(key, &[("who", (&who(standing, reader)).into())])
}

/// The end of a sentence that names who takes care of it; nothing where nobody does.
fn who(standing: &Standing, reader: &Reader) -> String {
    let Some(owner) = &standing.complaint.owner else { return String::new() };
    let owner = reader.line(&reader.names.member(owner));
    reader.locale.tell("say-who", &[("owner", (&owner).into())])
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::render::specimen::{self, at, event, promise};

    fn told(standing: &Standing) -> String {
        let (english, persian) = (specimen::english(), specimen::persian());
        let both = [say(standing, &specimen::reader(&english)), say(standing, &specimen::reader(&persian))];
        for text in &both {
            assert_eq!(text.matches(". ").count(), 1, "two sentences: {text}");
            assert!(text.ends_with('.') && !text.contains("say-"), "{text}");
        }
        format!("{}\n", both.join("\n"))
    }

    fn check(complaint: &Complaint, expected: &Expect) {
        expected.assert_eq(&told(&specimen::standing(complaint)));
    }

    fn closed(closure: Closure) -> Complaint {
        let mut complaint = specimen::complaint(State::Responded);
        let mut closing = event(9, Kind::Closed, Some(State::Closed));
        closing.facts.closure = Some(closure);
        complaint.events.push(closing);
        complaint
    }

    #[test]
    fn every_state_before_the_answer_names_the_promised_date() {
        let states = [State::Received, State::Acknowledged, State::Assessed, State::Investigating, State::Decided];
        let all: String = states
            .into_iter()
            .map(|state| {
                let mut complaint = specimen::complaint(state);
                complaint.owner = Some("sara".to_owned());
                told(&specimen::standing(&complaint))
            })
            .collect();
        expect![[""]].assert_eq(&all);
    }

    #[test]
    fn a_date_that_nobody_told_is_an_intention_and_a_passed_one_an_apology() {
        let complaint = specimen::complaint(State::Assessed);
        let standing = specimen::standing(&complaint);
        let due = at("2026-10-31T10:05:00+03:30");
        let by_pack = Standing { response_due: Some((due, DueBy::Pack)), ..standing };
        let without = Standing { response_due: None, ..standing };
        let late = Standing { is_overdue: true, now: at("2026-11-03T09:00:00+03:30"), ..standing };
        expect![[""]].assert_eq(&[by_pack, without, late].iter().map(told).collect::<String>());
    }

    #[test]
    fn after_the_answer_the_complainant_has_the_word() {
        let mut rejected = specimen::complaint(State::Responded);
        rejected.events[4].facts.finding = Some(Finding::NotUpheld);
        rejected.events[5].facts.route_told = Some(Route::InternalReview);
        check(&rejected, &expect![[""]]);
        check(&specimen::complaint(State::Responded), &expect![[""]]);
        let mut at_once = specimen::complaint(State::Assessed);
        at_once.events.push(event(4, Kind::ResolvedNow, Some(State::Responded)));
        check(&at_once, &expect![[""]]);
        check(&specimen::complaint(State::FollowUp), &expect![[""]]);
    }

    #[test]
    fn what_was_agreed_has_a_date_of_its_own() {
        let mut complaint = specimen::complaint(State::Implementing);
        check(&complaint, &expect![[""]]);
        complaint.promises = vec![promise("m2", Promised::Remedy, "2026-11-04T12:00:00+03:30", PromiseState::Open)];
        check(&complaint, &expect![[""]]);
        let late = Standing { now: at("2026-11-05T09:00:00+03:30"), ..specimen::standing(&complaint) };
        expect![[""]].assert_eq(&told(&late));
    }

    #[test]
    fn a_complaint_that_others_look_at_says_so() {
        check(&specimen::complaint(State::Review), &expect![[""]]);
        check(&specimen::complaint(State::External), &expect![[""]]);
    }

    #[test]
    fn a_closed_complaint_says_why_and_leaves_the_door_open() {
        let all: String = Closure::ALL.iter().map(|closure| told(&specimen::standing(&closed(*closure)))).collect();
        expect![[""]].assert_eq(&all);
        let mut unexplained = closed(Closure::Void);
        unexplained.events.last_mut().expect("it was closed").facts.closure = None;
        check(&unexplained, &expect![[""]]);
    }

    #[test]
    fn a_reopened_complaint_waits_for_its_answer_again() {
        let mut complaint = closed(Closure::ResolvedAccepted);
        complaint.events.push(event(12, Kind::Reopened, Some(State::Assessed)));
        check(&complaint, &expect![[""]]);
    }

    #[test]
    fn a_hostile_name_of_an_owner_cannot_add_a_line() {
        let mut complaint = specimen::complaint(State::Assessed);
        complaint.owner = Some("x\n\u{1B}[31m\u{202E}evil".to_owned());
        let locale = specimen::english();
        let text = say(&specimen::standing(&complaint), &specimen::reader(&locale));
        assert!(!text.contains(char::is_control) && !text.contains('\u{202E}'), "{text:?}");
    }
}
