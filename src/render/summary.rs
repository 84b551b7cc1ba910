//! The summary of a period for people: in a terminal and as Markdown, in the reader's language.
//!
//! What is said, and in which order, is decided once, in `Page::blocks`; each form only writes it down. Figures come from
//! [`crate::report`]; nothing is counted here.

use crate::calendar::Zone;

use super::markdown;
use super::table::{Column, Look, Table};
use crate::calendar::names;
use crate::calendar::period::{Month, Period};
use crate::document::markdown::escape;
use crate::locale::Locale;
use crate::report::summary::{Count, Group, NONE, Summary};

/// Where the figures of a summary come from.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The period, which may still run: then the figures end sooner.
    pub period: &'a Period,
    /// The zone whose midnights bound the period.
    pub zone: Zone,
    /// The commit that the complaints were read from.
    pub commit: Option<&'a str>,
}

impl Origin<'_> {
    /// Returns whether `known` is the page but for the commit it comes from: then it says the same, and says it truly. Whatever
    /// the form of the page, the commit stands in it once.
    pub fn is_all_that_differs(&self, known: &[u8], page: &str) -> bool {
        let Some((before, after)) = self.commit.and_then(|commit| page.split_once(commit)) else {
            return known == page.as_bytes();
        };
        let other = known.strip_prefix(before.as_bytes()).and_then(|rest| rest.strip_suffix(after.as_bytes()));
        other.is_some_and(|commit| commit.len() == 40 && commit.iter().all(u8::is_ascii_hexdigit))
    }
}

/// A summary and its reader.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The figures.
    pub summary: &'a Summary,
    /// Where they come from.
    pub origin: Origin<'a>,
    /// The reader's language.
    pub locale: &'a Locale,
    /// Returns the label of a category's code.
    pub category_label: &'a dyn Fn(&str) -> String,
}

/// A piece of a page.
enum Block {
    Title(String),
    Heading(String),
    Line(String),
    Table(Table),
}

impl Page<'_> {
    /// Returns the page as lines for a terminal.
    pub fn terminal(&self, look: Look) -> String {
        let written = |block| match block {
            Block::Title(text) | Block::Line(text) => format!("{text}\n"),
            Block::Heading(text) => format!("\n{text}\n"),
            Block::Table(table) => format!("\n{}", table.draw(look)),
        };
        self.blocks().into_iter().map(written).collect()
    }

    /// Returns the page as Markdown.
    pub fn markdown(&self) -> String {
        let written = |block| match block {
            Block::Title(text) => format!("# {}\n", escape(&text)),
            Block::Heading(text) => format!("\n## {}\n", escape(&text)),
            Block::Line(text) => format!("\n{}\n", escape(&text)),
            Block::Table(table) => format!("\n{}", markdown::table(&table)),
        };
        self.blocks().into_iter().map(written).collect()
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.head();
        blocks.extend(self.balance());
        blocks.extend(self.times());
        blocks.extend(self.groups());
        blocks.extend(self.oldest());
        blocks.extend(self.foot());
        blocks
    }

    fn head(&self) -> Vec<Block> {
        let period = self.origin.period;
        let last = period.after().pred_opt().unwrap_or(period.after());
        let [first, last] = [period.first(), last].map(|day| self.locale.day(day));
        let days = self.locale.tell("summary-days", &[("first", (&first).into()), ("last", (&last).into())]);
        let title = |name: &String| Block::Title(self.locale.tell("summary-title", &[("period", name.into())]));
        let mut blocks = match self.month() {
            Some(month) => vec![title(&month), Block::Line(days)],
            None => vec![title(&days)],
        };
        let end = self.summary.span.to();
        if end.with_timezone(&self.origin.zone).date_naive() < period.after() {
            let time = self.locale.time(end);
            blocks.push(Block::Line(self.locale.tell("summary-running", &[("time", (&time).into())])));
        }
        blocks
    }

    /// Returns the name of the period if it is a month: `Aban 1405`.
    fn month(&self) -> Option<String> {
        let month: Month = self.origin.period.label().parse().ok()?;
        let name = names::month(self.locale.language, month.calendar(), month.number())?;
        Some(format!("{name} {}", self.locale.number(month.year())))
    }

    fn balance(&self) -> [Block; 2] {
        let figures = self.summary;
        let mut table = self.table([Column::words, Column::numbers], ["complaints", "number"]);
        for (key, number) in [
            ("open-at-start", figures.open_at_start),
            ("received", figures.received),
            ("reopened", figures.reopened),
            ("closed", figures.closed),
            ("open-at-end", figures.open_at_end),
        ] {
            table.row([self.say(key), self.locale.number(number)]);
        }
        let sign = if figures.is_balanced() { '=' } else { '≠' };
        let equation = format!(
            "{} + {} + {} − {} {sign} {}",
            figures.open_at_start, figures.received, figures.reopened, figures.closed, figures.open_at_end
        );
        [Block::Table(table), Block::Line(self.locale.number(equation))]
    }

    fn times(&self) -> [Block; 2] {
        let figures = self.summary;
        let days = |days: Option<f64>| {
            days.map_or_else(|| self.say("nothing"), |days| self.locale.number(format!("{days:.1}")))
        };
        let median = figures.days_to_close.map(|days| days.median);
        let p90 = figures.days_to_close.map(|days| days.p90);
        let mut table = self.table([Column::words, Column::numbers], ["measure", "result"]);
        for (key, result) in [
            ("acknowledged-on-time", self.part(figures.acknowledged.on_time, figures.acknowledged.due())),
            ("not-acknowledged", self.locale.number(figures.acknowledged.not_yet)),
            ("answered-on-time", self.part(figures.answered.on_time, figures.answered.with_clock())),
            ("answered-without-clock", self.locale.number(figures.answered.without_clock)),
            ("closed-on-time", self.part(figures.closed_on_time, figures.closed)),
            ("median-days", days(median)),
            ("p90-days", days(p90)),
            ("overdue", self.locale.number(figures.overdue_at_end)),
        ] {
            table.row([self.say(key), result]);
        }
        [Block::Heading(self.say("times")), Block::Table(table)]
    }

    fn groups(&self) -> Vec<Block> {
        let figures = self.summary;
        let label = |list: &'static str| move |code: &str| self.locale.label(list, code);
        let open = figures.by_state.iter().filter(|state| state.open_at_end > 0);
        let states: Vec<Count> =
            open.map(|state| Count { code: state.code.clone(), count: state.open_at_end }).collect();
        [
            self.group("by-category", "category", &figures.by_category, self.category_label),
            self.group("by-channel", "channel", &figures.by_channel, &label("channel")),
            self.group("by-owner", "owner", &figures.by_owner, &str::to_owned),
            self.count("by-state", "state", &states, &label("state")),
            self.count("closures", "reason", &figures.closures, &label("closure")),
            self.count("findings", "finding", &figures.findings, &label("finding")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn group(&self, heading: &str, of: &str, groups: &[Group], label: &dyn Fn(&str) -> String) -> Vec<Block> {
        let columns = [Column::words, Column::numbers, Column::numbers, Column::numbers];
        let mut table = self.table(columns, [of, "received", "closed", "open-at-end"]);
        for group in groups {
            let [received, closed, open] =
                [group.received, group.closed, group.open_at_end].map(|number| self.locale.number(number));
            table.row([self.name(&group.code, label), received, closed, open]);
        }
        self.under(heading, table)
    }

    fn count(&self, heading: &str, of: &str, counts: &[Count], label: &dyn Fn(&str) -> String) -> Vec<Block> {
        let mut table = self.table([Column::words, Column::numbers], [of, "number"]);
        for count in counts {
            table.row([self.name(&count.code, label), self.locale.number(count.count)]);
        }
        self.under(heading, table)
    }

    fn oldest(&self) -> Vec<Block> {
        let columns = [Column::whole, Column::whole, Column::numbers, Column::whole, Column::whole];
        let mut table = self.table(columns, ["reference", "received-on", "open-days", "state", "owner"]);
        for waiting in &self.summary.oldest_open {
            table.row([
                waiting.reference.to_string(),
                self.locale.day(self.locale.day_of(waiting.received_at)),
                self.locale.number(format!("{:.1}", waiting.days_open)),
                self.locale.label("state", waiting.state.as_str()),
                waiting.owner.clone().unwrap_or_else(|| self.say("none")),
            ]);
        }
        self.under("oldest", table)
    }

    fn foot(&self) -> Vec<Block> {
        let times = self.locale.tell("summary-counting-times", &[("zone", self.origin.zone.name().into())]);
        let Summary { void, duplicates, not_complaints, .. } = self.summary;
        let numbers = [("void", void), ("duplicates", duplicates), ("not_complaints", not_complaints)];
        let apart = self.locale.tell("summary-counting-apart", &numbers.map(|(name, count)| (name, (*count).into())));
        // The commit is copied from the screen into git: its digits stay.
        let commit = self.origin.commit.map(|commit| format!("{}: {commit}", self.say("counting-commit")));
        let lines = [times, self.say("counting-days"), apart].into_iter().chain(commit).map(Block::Line);
        [Block::Heading(self.say("counting"))].into_iter().chain(lines).collect()
    }

    /// Returns the table under its heading, or nothing for a table without rows.
    fn under(&self, heading: &str, table: Table) -> Vec<Block> {
        if table.rows().is_empty() { Vec::new() } else { vec![Block::Heading(self.say(heading)), Block::Table(table)] }
    }

    fn table<const N: usize>(&self, columns: [fn(&str) -> Column; N], titles: [&str; N]) -> Table {
        Table::new(columns.into_iter().zip(titles).map(|(column, title)| column(&self.say(title))))
    }

    fn name(&self, code: &str, label: &dyn Fn(&str) -> String) -> String {
        if code == NONE { self.say("none") } else { label(code) }
    }

    fn part(&self, part: usize, whole: usize) -> String {
        self.locale.tell("summary-part", &[("part", part.into()), ("whole", whole.into())])
    }

    fn say(&self, key: &str) -> String {
        self.locale.say(&format!("summary-{key}"))
    }
}

#[cfg(test)]
mod tests;
