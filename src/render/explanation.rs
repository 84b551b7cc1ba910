//! `due REF` for people: how the end of each clock came about, day by day, so that it can be counted again by hand.

use chrono::{Datelike, TimeDelta};

use crate::calendar::names;
use crate::calendar::tally::{Counts, Tallied};
use crate::calendar::worktime::WorkCalendar;
use crate::domain::clock::{Cause, ClockState, Leg};
use crate::domain::complaint::Complaint;
use crate::domain::pack::{ClockRule, Limit, Pack};
use crate::domain::paper::Paper;
use crate::domain::words::PromiseState;
use crate::domain::{Instant, clock};
use crate::locale::Locale;
use crate::render::{due, style};
use crate::text::sanitize;

/// More days than these in a row are not told one by one.
const LONG_RUN: usize = 7;

/// Returns the explanation of every clock, promise and restriction of a complaint, with a line end.
pub fn explanation(
    complaint: &Complaint,
    pack: &Pack,
    calendar: &WorkCalendar,
    now: Instant,
    locale: &Locale,
) -> String {
    let states = clock::states(complaint, pack, calendar);
    let state = locale.label("state", complaint.state().as_str());
    let mut lines = vec![format!("{}  {state}", style::REFERENCE.paint(&complaint.reference.to_string()))];
    lines.push(locale.tell(
        "explain-pack",
        &[
            ("pack", (&locale.label("pack", pack.id.as_str())).into()),
            ("basis", pack.basis.words(locale.language).into()),
        ],
    ));
    for rule in &pack.clocks {
        let begun = states.iter().filter(|state| state.rule.id == rule.id);
        let mut told: Vec<Vec<String>> = begun.map(|state| explained(state, now, locale)).collect();
        if told.is_empty() && !rule.is_of_papers() {
            told.push(not_begun(rule, locale));
        }
        for clock in told {
            lines.push(String::new());
            lines.extend(clock);
        }
    }
    for promise in complaint.promises.iter().filter(|promise| promise.state == PromiseState::Open) {
        let what = locale.label("promise", promise.what.as_str());
        let (due, told) = (locale.long_time(promise.due), locale.time(promise.told_at));
        lines.push(String::new());
        lines.push(
            locale
                .tell("explain-promise", &[("what", (&what).into()), ("due", (&due).into()), ("told", (&told).into())]),
        );
    }
    if let Some((kind, review)) = complaint.restriction() {
        let (kind, due) = (locale.label("restriction", kind.as_str()), locale.long_time(review));
        lines.push(String::new());
        let what = locale.tell("due-review", &[("kind", (&kind).into())]);
        lines.push(locale.tell("explain-review", &[("what", (&what).into()), ("due", (&due).into())]));
    }
    lines.join("\n") + "\n"
}

fn heading((rule, paper): (&ClockRule, Option<Paper>), locale: &Locale) -> Vec<String> {
    let mut traits = vec![limit(rule.limit, locale)];
    traits.extend(rule.is_statutory.then(|| locale.say("explain-statutory")));
    traits.extend(rule.is_pausable.then(|| locale.say("explain-pausable")));
    traits.extend(
        rule.extension
            .as_ref()
            .map(|extension| locale.tell("explain-extendable", &[("most", (&limit(extension.most, locale)).into())])),
    );
    let name = style::LABEL.paint(&due::clock_name(&rule.id, paper, locale));
    let basis = rule.basis.words(locale.language);
    let basis = (!basis.is_empty()).then(|| format!("  {}", sanitize::line(basis)));
    std::iter::once(format!("{name}: {}", traits.join(&locale.say("list-comma")))).chain(basis).collect()
}

fn limit(limit: Limit, locale: &Locale) -> String {
    locale.tell(&format!("limit-{}", limit.unit), &[("amount", usize::from(limit.amount).into())])
}

fn not_begun(rule: &ClockRule, locale: &Locale) -> Vec<String> {
    let kinds: Vec<String> = rule.start.iter().map(|kind| locale.label("kind", kind.as_str())).collect();
    let mut lines = heading((rule, None), locale);
    let kinds = kinds.join(&locale.say("list-comma"));
    lines.push(format!("  {}", locale.tell("explain-not-begun", &[("kinds", (&kinds).into())])));
    lines
}

fn explained(state: &ClockState<'_>, now: Instant, locale: &Locale) -> Vec<String> {
    let mut lines = heading((state.rule, state.paper), locale);
    let mut say = |key: &str, time: Instant| {
        lines.push(format!("  {}", locale.tell(key, &[("time", (&locale.long_time(time)).into())])));
    };
    say("explain-from", state.started_at);
    let said: Vec<String> = state.legs.iter().flat_map(|leg| leg_lines(state, leg, locale)).collect();
    lines.extend(said);
    let mut say = |key: &str, time: Instant| {
        lines.push(format!("  {}", locale.tell(key, &[("time", (&locale.long_time(time)).into())])));
    };
    if let Some(told) = state.told {
        say(if state.told_otherwise().is_some() { "explain-told-otherwise" } else { "explain-told" }, told.due);
    }
    match (state.binding(), state.stopped_at, state.is_missed(now)) {
        (None, ..) => lines.push(format!("  {}", locale.say("explain-never"))),
        (_, Some(stopped_at), false) => say("explain-kept", stopped_at),
        (_, Some(stopped_at), true) => say("explain-missed", stopped_at),
        (Some((due, _)), None, true) => say("explain-overdue", due),
        (Some((due, _)), None, false) if state.is_paused(now) => say("explain-on-hold", due),
        (Some((due, _)), None, false) => say("explain-due", due),
    }
    lines
}

fn leg_lines(state: &ClockState<'_>, leg: &Leg, locale: &Locale) -> Vec<String> {
    let mut lines = Vec::new();
    match &leg.cause {
        Cause::Limit(_) => {}
        Cause::Pause { span, covers } => {
            let (from, to) = (locale.time(span.start), locale.time(span.end));
            let covers = hours(*covers, locale);
            let words = [("from", (&from).into()), ("to", (&to).into()), ("time", (&covers).into())];
            lines.push(format!("  {}", locale.tell("explain-pause", &words)));
        }
        Cause::Extension { at } => {
            lines.push(format!("  {}", locale.tell("explain-extension", &[("at", (&locale.time(*at)).into())])));
        }
    }
    lines.extend(days(state, leg, locale).into_iter().map(|day| format!("    {day}")));
    lines.push(format!("  = {}", locale.long_time(leg.end)));
    lines
}

/// Returns a line for each day of a leg. A long run of days that all count is told by its first and its last.
fn days(state: &ClockState<'_>, leg: &Leg, locale: &Locale) -> Vec<String> {
    let tally = state.tally(leg);
    let day = |day: &Tallied| tallied(state, day, locale);
    let runs = tally.chunk_by(|one, next| matches!([&one.counts, &next.counts], [Counts::Day(_), Counts::Day(_)]));
    let told = runs.flat_map(|run| match run {
        [first, .., last] if run.len() > LONG_RUN => vec![day(first), locale.say("tally-every-day"), day(last)],
        short => short.iter().map(day).collect(),
    });
    told.collect()
}

fn tallied(state: &ClockState<'_>, tallied: &Tallied, locale: &Locale) -> String {
    let day = format!("{} {}", locale.day(tallied.day), names::weekday(locale.language, tallied.day.weekday()));
    let counts = match &tallied.counts {
        Counts::Begins => locale.say("tally-begins"),
        Counts::Day(number) => locale.tell("tally-day", &[("number", (&locale.number(number)).into())]),
        Counts::Time { spans, .. } if spans.is_empty() => locale.say("tally-nothing-left"),
        Counts::Time { spans, so_far } => {
            let spans: Vec<String> = spans
                .iter()
                .map(|(from, to)| format!("{}–{}", locale.clock(*from), end_of_span(*to, locale)))
                .collect();
            let (spans, so_far) = (spans.join(" "), hours(*so_far, locale));
            locale.tell("tally-time", &[("spans", (&spans).into()), ("sum", (&so_far).into())])
        }
        Counts::Closed => match state.calendar().day_off(tallied.day) {
            None => locale.say("tally-closed"),
            Some(off) => {
                let kind = locale.label("day-off", off.kind.as_str());
                let name = sanitize::line(off.name(locale.language));
                locale.tell("tally-day-off", &[("kind", (&kind).into()), ("name", (&name).into())])
            }
        },
    };
    format!("{day}  {counts}")
}

/// The end of a day is said as such: as 00:00 it would look like its beginning.
fn end_of_span(to: Instant, locale: &Locale) -> String {
    let is_midnight = to.with_timezone(&locale.zone).time() == chrono::NaiveTime::MIN;
    if is_midnight { locale.number("24:00") } else { locale.clock(to) }
}

/// Returns a length of time in hours and minutes: `6:54`; seconds only where there are some.
fn hours(time: TimeDelta, locale: &Locale) -> String {
    let (hours, minutes, seconds) = (time.num_hours(), time.num_minutes() % 60, time.num_seconds() % 60);
    let seconds = if seconds == 0 { String::new() } else { format!(":{seconds:02}") };
    locale.number(format!("{hours}:{minutes:02}{seconds}"))
}
