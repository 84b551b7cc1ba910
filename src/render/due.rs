//! `due` for people and spreadsheets: what is owed, the most urgent first.

use crate::domain::clock::DueBy;
use crate::domain::code::Code;
use crate::domain::paper::Paper;
use crate::locale::Locale;
use crate::render::reader::Reader;
use crate::render::table::{Column, Table};
use crate::report::due::{Owed, What};
use crate::text::sanitize;

/// Whether the table says how urgency adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sums {
    /// The sum alone.
    Hidden,
    /// Each term.
    Shown,
}

/// Returns what is owed as a table.
pub fn table(owed: &[Owed], sums: Sums, reader: &Reader) -> Table {
    let title = |name: &str| reader.locale.label("due", name);
    let mut columns = vec![Column::numbers(&title("urgency"))];
    let whole = |name: &str| Column::whole(&title(name));
    columns.extend(["reference", "what", "date", "state", "owner"].map(whole));
    if sums == Sums::Shown {
        columns.push(Column::words(&title("why")));
    }
    let mut table = Table::new(columns);
    for one in owed {
        let why = (sums == Sums::Shown).then(|| sum(one, reader.locale));
        table.row(cells(one, reader).into_iter().chain(why));
    }
    table
}

fn cells(owed: &Owed, reader: &Reader) -> Vec<String> {
    let locale = reader.locale;
    let owner = owed.owner.as_ref().map(|id| sanitize::line(&reader.names.member(id)));
    vec![
        locale.number(owed.points()),
        owed.reference.to_string(),
        what(&owed.what, locale),
        date(owed, locale),
        locale.label("state", owed.state.as_str()),
        owner.unwrap_or_default(),
    ]
}

/// Returns the name of a clock, and of the paper that it waits for.
pub fn clock_name(id: &Code, paper: Option<Paper>, locale: &Locale) -> String {
    let clock = locale.label("clock", id.as_str());
    match paper.map(|paper| locale.label("paper", paper.as_str())) {
        Some(paper) => locale.tell("due-of-paper", &[("clock", (&clock).into()), ("paper", (&paper).into())]),
        None => clock,
    }
}

/// Returns what is owed in words.
pub fn what(what: &What, locale: &Locale) -> String {
    match what {
        What::Clock(id, paper) => clock_name(id, *paper, locale),
        What::Review(kind) => {
            locale.tell("due-review", &[("kind", (&locale.label("restriction", kind.as_str())).into())])
        }
        What::Promise(what) => locale.tell("due-told", &[("what", (&locale.label("promise", what.as_str())).into())]),
    }
}

fn date(owed: &Owed, locale: &Locale) -> String {
    let day = locale.time(owed.due);
    let date = if owed.is_overdue { locale.tell("list-overdue", &[("day", (&day).into())]) } else { day };
    let paused = owed.is_paused.then(|| locale.say("due-on-hold"));
    let other = owed.other_date.map(|other| {
        let key = if owed.by == DueBy::Told { "due-by-pack" } else { "due-was-told" };
        locale.tell(key, &[("date", (&locale.time(other)).into())])
    });
    [Some(date), paused, other].into_iter().flatten().collect::<Vec<_>>().join(&locale.say("list-comma"))
}

fn sum(owed: &Owed, locale: &Locale) -> String {
    let term = |(term, points): &(crate::report::due::Term, i64)| {
        format!("{} {}", locale.label("urgency", term.as_str()), locale.number(points))
    };
    owed.urgency.iter().map(term).collect::<Vec<_>>().join(" + ")
}

/// The columns of the spreadsheet, as in the JSON.
const COLUMNS: [&str; 11] =
    ["urgency", "reference", "kind", "what", "due", "by", "overdue", "on_hold", "state", "owner", "paper"];

/// Returns what is owed as CSV with codes and RFC 3339 times, one line each, the names of the columns first.
pub fn csv(owed: &[Owed]) -> Vec<String> {
    let yes_or_no = |is_so: bool| if is_so { "yes" } else { "no" }.to_owned();
    let line = |one: &Owed| {
        let (kind, what) = match &one.what {
            What::Clock(id, _) => ("clock", id.to_string()),
            What::Promise(what) => ("promise", what.to_string()),
            What::Review(kind) => ("review", kind.to_string()),
        };
        let by = if one.by == DueBy::Told { "told" } else { "pack" };
        let cells = [
            one.points().to_string(),
            one.reference.to_string(),
            kind.to_owned(),
            what,
            one.due.to_rfc3339(),
            by.to_owned(),
            yes_or_no(one.is_overdue),
            yes_or_no(one.is_paused),
            one.state.to_string(),
            quoted(one.owner.as_deref().unwrap_or_default()),
            one.what.paper().map(Paper::as_str).unwrap_or_default().to_owned(),
        ];
        cells.join(",")
    };
    std::iter::once(COLUMNS.join(",")).chain(owed.iter().map(line)).collect()
}

/// Returns somebody's text as a cell that no spreadsheet takes for a formula.
fn quoted(text: &str) -> String {
    let text = sanitize::line(text);
    let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    if guard.is_empty() && !text.contains([',', '"']) {
        text
    } else {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_becomes_a_formula_or_a_second_cell() {
        assert_eq!(quoted("sara"), "sara");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
    }
}
