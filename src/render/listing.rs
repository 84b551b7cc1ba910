//! `list`: many complaints, one row each, as cells for a table or as plain lines for other programs.
//!
//! Which complaints are listed and in which order is the caller's; widths and frames are the table's.

use crate::domain::code::words;
use crate::domain::complaint::Complaint;
use crate::locale::Locale;
use crate::render::reader::Reader;
use crate::render::standing::Standing;
use crate::render::table;
use crate::text::sanitize;

words! {
    /// What a list can tell of a complaint.
    Column, "column" {
        /// The number.
        Reference => "reference",
        /// Where it stands.
        State => "state",
        /// The day on which it was received.
        Received => "received",
        /// What sort of matter it is.
        Category => "category",
        /// The line that names the matter, else the first line of the statement.
        Subject => "subject",
        /// Who answers for it.
        Owner => "owner",
        /// The day by which the response is owed, and whether it has passed.
        Due => "due",
    }
}

impl Column {
    /// Returns the column of a table for people, under its name.
    pub fn in_table(self, locale: &Locale) -> table::Column {
        let column = match self {
            Self::Category | Self::Subject => table::Column::words,
            Self::Reference | Self::State | Self::Received | Self::Owner | Self::Due => table::Column::whole,
        };
        column(&locale.label("list", self.as_str()))
    }

    /// Returns the cell of a complaint for people; empty where there is nothing to tell.
    pub fn cell(self, standing: &Standing, reader: &Reader) -> String {
        let Reader { locale, names, .. } = reader;
        let complaint = standing.complaint;
        match self {
            Self::Reference => complaint.reference.to_string(),
            Self::State => locale.label("state", complaint.state().as_str()),
            Self::Received => locale.day(locale.day_of(complaint.received_at)),
            Self::Category => complaint.category.as_ref().map(|code| names.category(code.as_str())).unwrap_or_default(),
            Self::Subject => subject(complaint),
            Self::Owner => complaint.owner.as_ref().map(|id| sanitize::line(&names.member(id))).unwrap_or_default(),
            Self::Due => {
                let Some((due, _)) = standing.response_owed_by() else { return String::new() };
                let day = locale.day(locale.day_of(due));
                if standing.is_overdue { locale.tell("list-overdue", &[("day", (&day).into())]) } else { day }
            }
        }
    }

    /// Returns the cell of a complaint for programs: codes, Latin digits, times as in JSON (RFC 3339).
    fn plain(self, standing: &Standing) -> String {
        let complaint = standing.complaint;
        match self {
            Self::Reference => complaint.reference.to_string(),
            Self::State => complaint.state().to_string(),
            Self::Received => complaint.received_at.to_rfc3339(),
            Self::Category => complaint.category.as_ref().map(ToString::to_string).unwrap_or_default(),
            Self::Subject => subject(complaint),
            Self::Owner => sanitize::line(complaint.owner.as_deref().unwrap_or_default()),
            Self::Due => standing.response_owed_by().map(|(due, _)| due.to_rfc3339()).unwrap_or_default(),
        }
    }
}

/// Returns what names the matter in one harmless line: the subject, else the first line of the statement.
pub fn subject(complaint: &Complaint) -> String {
    let personal = &complaint.personal;
    let first_line = || personal.statement.trim_start().lines().next().unwrap_or_default();
    sanitize::line(personal.subject.as_deref().unwrap_or_else(first_line))
}

/// Returns the cells of one complaint for people.
pub fn row(columns: &[Column], standing: &Standing, reader: &Reader) -> Vec<String> {
    columns.iter().map(|column| column.cell(standing, reader)).collect()
}

/// Returns one complaint as a line for programs: the cells in their order, between tabs, without ornament.
pub fn plain(columns: &[Column], standing: &Standing) -> String {
    columns.iter().map(|column| column.plain(standing)).collect::<Vec<_>>().join("\t")
}

/// Returns what a list amounts to: how many complaints, how many of them open and overdue.
pub fn totals(all: usize, open: usize, overdue: usize, locale: &Locale) -> String {
    locale.tell("list-totals", &[("all", all.into()), ("open", open.into()), ("overdue", overdue.into())])
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::domain::words::State;
    use crate::render::specimen;

    fn lines(standing: &Standing, locale: &Locale) -> String {
        let cells = row(Column::ALL, standing, &specimen::reader(locale)).join(" | ");
        let headers: Vec<String> =
            Column::ALL.iter().map(|column| column.in_table(locale).title().to_owned()).collect();
        format!("{}\n{cells}\n{}\n", headers.join(" | "), plain(Column::ALL, standing))
    }

    #[test]
    fn a_row_tells_the_same_in_both_languages() {
        let mut complaint = specimen::rich();
        complaint.events.truncate(3);
        let standing = Standing { is_overdue: true, ..specimen::standing(&complaint) };
        let (english, persian) = (specimen::english(), specimen::persian());
        expect![[r"
            Reference | State | Received | Category | Subject | Owner | Due
            1405-01-0147-1 | Assessed | 2026-10-28 | Delivery | تأخیر در تحویل | Sara | 2026-10-31 overdue
            1405-01-0147-1	assessed	2026-10-28T10:05:00+03:30	delivery	تأخیر در تحویل	sara	2026-10-31T10:05:00+03:30
            شمارهٔ شکایت | وضعیت | دریافت | دسته | موضوع | مسئول | موعد
            1405-01-0147-1 | ارزیابی‌شده | ۱۴۰۵/۰۸/۰۶ | Delivery | تأخیر در تحویل | Sara | ۱۴۰۵/۰۸/۰۹ موعدگذشته
            1405-01-0147-1	assessed	2026-10-28T10:05:00+03:30	delivery	تأخیر در تحویل	sara	2026-10-31T10:05:00+03:30
        "]]
        .assert_eq(&(lines(&standing, &english) + &lines(&standing, &persian)));
    }

    #[test]
    fn what_is_answered_has_no_due_day_and_what_is_unknown_no_word() {
        let complaint = specimen::complaint(State::Responded);
        let locale = specimen::english();
        expect![[r"
            Reference | State | Received | Category | Subject | Owner | Due
            1405-01-0147-1 | Responded | 2026-10-28 |  | قرار بود شنبه برسد، |  | 
            1405-01-0147-1	responded	2026-10-28T10:05:00+03:30		قرار بود شنبه برسد،		
        "]]
        .assert_eq(&lines(&specimen::standing(&complaint), &locale));
    }

    #[test]
    fn hostile_text_stays_in_its_cell() {
        let mut complaint = specimen::fresh();
        complaint.personal.subject = Some("pay\tnow\n\u{1B}[2J\u{202E}evil".to_owned());
        complaint.owner = Some("a\tb\u{9B}".to_owned());
        let standing = specimen::standing(&complaint);
        let line = plain(Column::ALL, &standing);
        assert_eq!(line.matches('\t').count(), Column::ALL.len() - 1);
        assert_eq!(plain(&[Column::Subject], &standing), "pay now \u{FFFD}[2Jevil");
        let locale = specimen::persian();
        let cells = row(Column::ALL, &standing, &specimen::reader(&locale));
        assert!(cells.iter().all(|cell| !cell.contains(char::is_control)), "{cells:?}");
    }

    #[test]
    fn the_totals_count_in_the_readers_grammar() {
        let (english, persian) = (specimen::english(), specimen::persian());
        assert_eq!(totals(3, 2, 1, &english), "3 complaints, 2 open, 1 overdue");
        assert_eq!(totals(3, 2, 1, &persian), "۳ شکایت، ۲ باز، ۱ موعدگذشته");
        assert_eq!(totals(1, 1, 0, &english), "1 complaint, 1 open, 0 overdue");
        assert_eq!(totals(0, 0, 0, &english), "no complaints");
        assert_eq!(totals(0, 0, 0, &persian), "شکایتی نیست");
    }
}
