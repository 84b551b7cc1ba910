//! `history`: what happened to a complaint, when it happened and when it was recorded.
//!
//! A time in the record is a claim, the time of a commit is a fact; the two stand side by side. What git knows comes as
//! plain values from the caller.

use std::collections::BTreeSet;

use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, EventId, Kind};
use crate::domain::words::State;
use crate::locale::Locale;
use crate::render::reader::Reader;
use crate::render::story;
use crate::render::table::Column;
use crate::text::sanitize;

/// What git knows of one change of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The commit's full id.
    pub commit: String,
    /// Who made the commit, by the git identity.
    pub author: String,
    /// When the commit was made.
    pub recorded_at: Instant,
    /// The events of this complaint that came with it.
    pub events: Vec<EventId>,
    /// Whether the commit was made by this tool.
    pub is_by_tool: bool,
}

/// One line of a history.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// What happened.
    pub what: What<'a>,
    /// How it was recorded; `None` while it is not committed.
    pub recorded: Option<&'a Recorded>,
}

/// What a line of a history tells of.
#[derive(Clone, Debug)]
pub enum What<'a> {
    /// An event of the record.
    Event {
        /// The event.
        event: &'a Event,
        /// Where the complaint stood before it.
        from: Option<State>,
        /// Where it stood after it.
        to: Option<State>,
        /// The complaint that it is an event of.
        complaint: &'a Complaint,
    },
    /// An event that a commit brought and that is no longer in the record.
    Lost(&'a EventId),
    /// A change of the record that is no event.
    Change,
}

/// Returns the lines of a history: in the order of the commits, which come oldest first, then what no commit holds yet.
pub fn entries<'a>(complaint: &'a Complaint, recorded: &'a [Recorded]) -> Vec<Entry<'a>> {
    let events = &complaint.events;
    let moves = moves(events);
    let happened = |index: usize| {
        let (from, to) = moves[index];
        What::Event { event: &events[index], from, to, complaint }
    };
    let mut entries = Vec::new();
    let mut seen = BTreeSet::new();
    for commit in recorded {
        if commit.events.is_empty() {
            entries.push(Entry { what: What::Change, recorded: Some(commit) });
        }
        // A merge may bring an event again: the first commit is the one that recorded it.
        for id in commit.events.iter().filter(|id| seen.insert(*id)) {
            let index = events.iter().position(|event| event.id == *id);
            entries.push(Entry { what: index.map_or(What::Lost(id), happened), recorded: Some(commit) });
        }
    }
    let uncommitted = (0..events.len()).filter(|index| !seen.contains(&events[*index].id));
    entries.extend(uncommitted.map(|index| Entry { what: happened(index), recorded: None }));
    entries
}

/// Returns where the complaint stood before and after each event; an event that takes back another one moves it too.
fn moves(events: &[Event]) -> Vec<(Option<State>, Option<State>)> {
    let mut standing: Vec<(&EventId, State)> = Vec::new();
    let mut moves = Vec::new();
    for event in events {
        let before = standing.last().map(|(_, state)| *state);
        if event.kind == Kind::Undone {
            standing.retain(|(id, _)| event.facts.undoes.as_ref() != Some(*id));
        } else if let Some(to) = event.to {
            standing.push((&event.id, to));
        }
        moves.push((before, standing.last().map(|(_, state)| *state)));
    }
    moves
}

impl Entry<'_> {
    /// Returns how many whole days after it happened it was recorded, when that is more than a day.
    pub fn days_late(&self) -> Option<usize> {
        let (What::Event { event, .. }, Some(recorded)) = (&self.what, self.recorded) else { return None };
        let delay = recorded.recorded_at - event.at;
        usize::try_from(delay.num_days()).ok().filter(|_| delay > chrono::TimeDelta::days(1))
    }
}

/// How many characters of a commit's id are shown.
const SHORT_ID: usize = 8;

/// Returns the columns of a history.
pub fn columns(locale: &Locale) -> [Column; 7] {
    let words = |name: &str| Column::words(&locale.label("history", name));
    let whole = |name: &str| Column::whole(&locale.label("history", name));
    [whole("happened"), whole("recorded"), whole("by"), whole("what"), whole("state"), whole("commit"), words("author")]
}

/// Returns the cells of one line.
pub fn row(entry: &Entry, reader: &Reader) -> Vec<String> {
    let locale = reader.locale;
    let (happened, by, state) = match entry.what {
        What::Event { event, from, to, .. } => {
            (locale.time(event.at), sanitize::line(&reader.names.member(&event.by)), moved(from, to, locale))
        }
        What::Lost(_) | What::Change => Default::default(),
    };
    let (commit, author) = entry.recorded.map_or_else(Default::default, |recorded| {
        (recorded.commit.chars().take(SHORT_ID).collect(), sanitize::line(&recorded.author))
    });
    vec![happened, when_recorded(entry, locale), by, what(entry, reader), state, commit, author]
}

fn when_recorded(entry: &Entry, locale: &Locale) -> String {
    let Some(recorded) = entry.recorded else { return locale.say("history-not-committed") };
    let time = locale.time(recorded.recorded_at);
    match entry.days_late() {
        Some(days) => locale.tell("history-late", &[("time", (&time).into()), ("days", days.into())]),
        None => time,
    }
}

fn what(entry: &Entry, reader: &Reader) -> String {
    let locale = reader.locale;
    let is_by_hand = entry.recorded.is_some_and(|recorded| !recorded.is_by_tool);
    match entry.what {
        What::Event { event, complaint, .. } if is_by_hand => {
            let kind = happened(event, complaint, reader);
            locale.tell("history-event-by-hand", &[("kind", (&kind).into())])
        }
        What::Event { event, complaint, .. } => happened(event, complaint, reader),
        What::Lost(id) => format!("{}: {id}", locale.say("history-lost")),
        What::Change if is_by_hand => locale.say("history-change-by-hand"),
        What::Change => locale.say("history-change"),
    }
}

/// Returns what happened, with the paper that was sent, who else was told and which field was corrected, and whether it was
/// taken back.
fn happened(event: &Event, complaint: &Complaint, reader: &Reader) -> String {
    let locale = reader.locale;
    let paper = event.facts.paper.map(|paper| locale.label("paper", paper.as_str()));
    let told = story::names_told(event, reader).map(|names| format!("{}: {names}", locale.say("story-also-told")));
    let taken_back = complaint.is_taken_back(event).then(|| locale.say("story-taken-back"));
    let details = [paper, told, story::field_of(event, reader), taken_back];
    let details: Vec<String> = details.into_iter().flatten().collect();
    let kind = locale.event(event, complaint);
    if details.is_empty() { kind } else { format!("{kind} ({})", details.join(" · ")) }
}

fn moved(from: Option<State>, to: Option<State>, locale: &Locale) -> String {
    let label = |state: State| locale.label("state", state.as_str());
    match (from, to) {
        (from, to) if from == to => String::new(),
        (Some(from), Some(to)) => {
            locale.tell("history-move", &[("from", (&label(from)).into()), ("to", (&label(to)).into())])
        }
        (_, to) => to.map(label).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::render::specimen::{self, at, event, event_id};

    fn commit(number: u8, recorded_at: &str, events: &[u8]) -> Recorded {
        Recorded {
            commit: format!("{number:x}").repeat(40),
            author: "Sara".to_owned(),
            recorded_at: at(recorded_at),
            events: events.iter().map(|number| event_id(*number)).collect(),
            is_by_tool: true,
        }
    }

    fn of(events: &[Event]) -> Complaint {
        Complaint { events: events.to_vec(), ..specimen::fresh() }
    }

    fn drawn(events: &[Event], recorded: &[Recorded], locale: &Locale) -> String {
        let complaint = of(events);
        let headers = columns(locale).iter().map(|column| column.title().to_owned()).collect();
        let rows = entries(&complaint, recorded).into_iter().map(|entry| row(&entry, &specimen::reader(locale)));
        std::iter::once(headers).chain(rows).map(|cells| cells.join(" | ") + "\n").collect()
    }

    /// Received, acknowledged (told six days later), a note by hand, the acknowledgement taken back, nothing committed yet.
    fn story() -> (Vec<Event>, Vec<Recorded>) {
        let mut undone = event(3, Kind::Undone, None);
        undone.facts.undoes = Some(event_id(1));
        let events = vec![
            event(0, Kind::Received, Some(State::Received)),
            event(1, Kind::Acknowledged, Some(State::Acknowledged)),
            event(2, Kind::Noted, None),
            undone,
            event(4, Kind::Categorized, Some(State::Assessed)),
        ];
        let by_hand = |commit| Recorded { is_by_tool: false, ..commit };
        let recorded = vec![
            commit(1, "2026-10-28T10:06:00+03:30", &[0]),
            commit(2, "2026-11-03T11:00:00+03:30", &[1]),
            by_hand(commit(3, "2026-11-03T11:10:00+03:30", &[2])),
            by_hand(commit(4, "2026-11-03T11:20:00+03:30", &[])),
            commit(5, "2026-11-03T11:30:00+03:30", &[]),
            commit(6, "2026-10-29T12:00:00+03:30", &[1, 3, 30]),
        ];
        (events, recorded)
    }

    #[test]
    fn each_line_has_both_times_and_late_ones_are_marked() {
        let (events, recorded) = story();
        expect![[r#"
            Happened | Recorded | By | What | State | Commit | Author
            2026-10-28 10:05 | 2026-10-28 10:06 | Sara | Received | Received | 11111111 | Sara
            2026-10-28 10:20 | 2026-11-03 11:00, 6 days later | Sara | Acknowledged (taken back) | Received → Acknowledged | 22222222 | Sara
            2026-10-28 10:35 | 2026-11-03 11:10, 6 days later | Sara | Note written (committed without the tool) |  | 33333333 | Sara
             | 2026-11-03 11:20 |  | Edited without the tool |  | 44444444 | Sara
             | 2026-11-03 11:30 |  | Record changed |  | 55555555 | Sara
            2026-10-28 10:50 | 2026-10-29 12:00, 1 day later | Sara | Taken back: Acknowledged | Acknowledged → Received | 66666666 | Sara
             | 2026-10-29 12:00 |  | Event no longer in the record: e-yyyyyyyyyyyy |  | 66666666 | Sara
            2026-10-28 11:05 | Not committed | Sara | Categorized and assessed | Received → Assessed |  | 
        "#]].assert_eq(&drawn(&events, &recorded, &specimen::english()));
    }

    #[test]
    fn a_persian_reader_reads_the_same_history() {
        let (events, recorded) = story();
        expect![[r#"
            زمان رخداد | زمان ثبت | به گفتهٔ | رویداد | وضعیت | کامیت | ثبت‌کننده
            ۱۴۰۵/۰۸/۰۶ ۱۰:۰۵ | ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶ | Sara | دریافت شد | دریافت‌شده | 11111111 | Sara
            ۱۴۰۵/۰۸/۰۶ ۱۰:۲۰ | ۱۴۰۵/۰۸/۱۲ ۱۱:۰۰، ۶ روز بعد | Sara | وصول اعلام شد (پس گرفته شد) | دریافت‌شده ← اعلام وصول شده | 22222222 | Sara
            ۱۴۰۵/۰۸/۰۶ ۱۰:۳۵ | ۱۴۰۵/۰۸/۱۲ ۱۱:۱۰، ۶ روز بعد | Sara | یادداشت نوشته شد (بدون ابزار کامیت شده) |  | 33333333 | Sara
             | ۱۴۰۵/۰۸/۱۲ ۱۱:۲۰ |  | ویرایش بدون ابزار |  | 44444444 | Sara
             | ۱۴۰۵/۰۸/۱۲ ۱۱:۳۰ |  | تغییر پرونده |  | 55555555 | Sara
            ۱۴۰۵/۰۸/۰۶ ۱۰:۵۰ | ۱۴۰۵/۰۸/۰۷ ۱۲:۰۰، ۱ روز بعد | Sara | پس گرفته شد: وصول اعلام شد | اعلام وصول شده ← دریافت‌شده | 66666666 | Sara
             | ۱۴۰۵/۰۸/۰۷ ۱۲:۰۰ |  | رویدادی که دیگر در پرونده نیست: e-yyyyyyyyyyyy |  | 66666666 | Sara
            ۱۴۰۵/۰۸/۰۶ ۱۱:۰۵ | هنوز کامیت نشده | Sara | دسته‌بندی و ارزیابی شد | دریافت‌شده ← ارزیابی‌شده |  | 
        "#]].assert_eq(&drawn(&events, &recorded, &specimen::persian()));
    }

    #[test]
    fn a_day_later_is_not_late_yet() {
        let events = [event(0, Kind::Received, Some(State::Received))];
        let days = |recorded_at: &str| entries(&of(&events), &[commit(1, recorded_at, &[0])])[0].days_late();
        assert_eq!(days("2026-10-29T10:05:00+03:30"), None);
        assert_eq!(days("2026-10-29T10:05:01+03:30"), Some(1));
        assert_eq!(days("2026-10-20T10:05:00+03:30"), None, "a clock that went wrong");
    }

    #[test]
    fn taking_back_what_moved_the_complaint_moves_it_back() {
        let (events, _) = story();
        let acknowledged = Some(State::Acknowledged);
        assert_eq!(moves(&events)[3], (acknowledged, Some(State::Received)));
        assert_eq!(moves(&events)[2], (acknowledged, acknowledged));
        assert_eq!(moves(&events)[0], (None, Some(State::Received)));
    }

    #[test]
    fn a_hostile_author_stays_in_one_cell() {
        let events = [event(0, Kind::Received, Some(State::Received))];
        let hostile =
            Recorded { author: "x\n\u{1B}]0;\u{202E}y".to_owned(), ..commit(1, "2026-10-28T10:06:00Z", &[0]) };
        let locale = specimen::english();
        let recorded = [hostile];
        let cells = row(&entries(&of(&events), &recorded)[0], &specimen::reader(&locale));
        assert_eq!(cells.last().map(String::as_str), Some("x \u{FFFD}]0;y"));
    }
}
