//! `summary --format json`; the meaning of each key stands in docs/summary.md.

use serde::Serialize;

use super::SCHEMA;
use crate::calendar::CalendarKind;
use crate::calendar::period::Month;
use crate::render::summary::Origin;
use crate::report::quantile;
use crate::report::summary::{Count, Group, Summary, Waiting};

/// The figures of a period for programs. Codes and digits are the same in every language.
#[derive(Debug, Serialize)]
pub struct Output<'a> {
    schema: u8,
    period: PeriodOutput<'a>,
    commit: Option<&'a str>,
    /// Up to when was counted: the end of the period, or an instant in it while it runs.
    as_of: String,
    open_at_start: usize,
    received: usize,
    reopened: usize,
    closed: usize,
    open_at_end: usize,
    balanced: bool,
    overdue_at_end: usize,
    void: usize,
    duplicates: usize,
    not_complaints: usize,
    by_category: Vec<GroupOutput<'a>>,
    by_channel: Vec<GroupOutput<'a>>,
    by_owner: Vec<GroupOutput<'a>>,
    by_state: Vec<GroupOutput<'a>>,
    days_to_close: DaysToCloseOutput,
    acknowledged: AcknowledgedOutput,
    answered: AnsweredOutput,
    closed_on_time: usize,
    closures: Vec<CountOutput<'a>>,
    findings: Vec<CountOutput<'a>>,
    oldest_open: Vec<WaitingOutput<'a>>,
}

#[derive(Debug, Serialize)]
struct PeriodOutput<'a> {
    label: &'a str,
    calendar: &'static str,
    from: String,
    to_exclusive: String,
    time_zone: &'static str,
}

#[derive(Debug, Serialize)]
struct GroupOutput<'a> {
    code: &'a str,
    received: usize,
    closed: usize,
    open_at_end: usize,
}

#[derive(Debug, Serialize)]
struct DaysToCloseOutput {
    median: Option<f64>,
    p90: Option<f64>,
    method: &'static str,
}

#[derive(Debug, Serialize)]
struct AcknowledgedOutput {
    due: usize,
    on_time: usize,
    late: usize,
    not_yet: usize,
}

#[derive(Debug, Serialize)]
struct AnsweredOutput {
    with_clock: usize,
    on_time: usize,
    late: usize,
    without_clock: usize,
}

#[derive(Debug, Serialize)]
struct CountOutput<'a> {
    code: &'a str,
    count: usize,
}

#[derive(Debug, Serialize)]
struct WaitingOutput<'a> {
    reference: String,
    received_at: String,
    days_open: f64,
    state: &'static str,
    owner: Option<&'a str>,
}

impl<'a> Output<'a> {
    /// Returns the output of a summary.
    pub fn of(summary: &'a Summary, origin: Origin<'a>) -> Self {
        let (acknowledged, answered) = (summary.acknowledged, summary.answered);
        Self {
            schema: SCHEMA,
            period: PeriodOutput::of(origin),
            commit: origin.commit,
            as_of: summary.span.to().to_rfc3339(),
            open_at_start: summary.open_at_start,
            received: summary.received,
            reopened: summary.reopened,
            closed: summary.closed,
            open_at_end: summary.open_at_end,
            balanced: summary.is_balanced(),
            overdue_at_end: summary.overdue_at_end,
            void: summary.void,
            duplicates: summary.duplicates,
            not_complaints: summary.not_complaints,
            by_category: groups(&summary.by_category),
            by_channel: groups(&summary.by_channel),
            by_owner: groups(&summary.by_owner),
            by_state: groups(&summary.by_state),
            days_to_close: DaysToCloseOutput {
                median: summary.days_to_close.map(|days| days.median),
                p90: summary.days_to_close.map(|days| days.p90),
                method: quantile::METHOD,
            },
            acknowledged: AcknowledgedOutput {
                due: acknowledged.due(),
                on_time: acknowledged.on_time,
                late: acknowledged.late,
                not_yet: acknowledged.not_yet,
            },
            answered: AnsweredOutput {
                with_clock: answered.with_clock(),
                on_time: answered.on_time,
                late: answered.late,
                without_clock: answered.without_clock,
            },
            closed_on_time: summary.closed_on_time,
            closures: counts(&summary.closures),
            findings: counts(&summary.findings),
            oldest_open: summary.oldest_open.iter().map(WaitingOutput::of).collect(),
        }
    }
}

impl<'a> PeriodOutput<'a> {
    fn of(origin: Origin<'a>) -> Self {
        let label = origin.period.label();
        // Days named one by one are labelled in the Gregorian calendar.
        let calendar = label.parse().map_or(CalendarKind::Gregorian, Month::calendar);
        Self {
            label,
            calendar: calendar.name(),
            from: origin.period.first().to_string(),
            to_exclusive: origin.period.after().to_string(),
            time_zone: origin.zone.name(),
        }
    }
}

impl<'a> GroupOutput<'a> {
    fn of(group: &'a Group) -> Self {
        let Group { code, received, closed, open_at_end } = group;
        Self { code, received: *received, closed: *closed, open_at_end: *open_at_end }
    }
}

impl<'a> WaitingOutput<'a> {
    fn of(waiting: &'a Waiting) -> Self {
        Self {
            reference: waiting.reference.to_string(),
            received_at: waiting.received_at.to_rfc3339(),
            days_open: waiting.days_open,
            state: waiting.state.as_str(),
            owner: waiting.owner.as_deref(),
        }
    }
}

fn groups(groups: &[Group]) -> Vec<GroupOutput<'_>> {
    groups.iter().map(GroupOutput::of).collect()
}

fn counts(counts: &[Count]) -> Vec<CountOutput<'_>> {
    counts.iter().map(|Count { code, count }| CountOutput { code, count: *count }).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect_file;

    use super::*;
    use crate::report::sample::{month, summary_of, two_months};

    #[test]
    fn the_keys_are_a_contract() {
        let period = month("1405-08");
        let origin = Origin { period: &period, zone: crate::calendar::Zone::tehran(), commit: Some("0a1b2c3") };
        let summary = summary_of(&two_months(), "1405-08");
        let text = serde_json::to_string_pretty(&Output::of(&summary, origin)).expect("it becomes JSON");
        expect_file!["golden/summary.json"].assert_eq(&text);
    }

    #[test]
    fn a_month_without_complaints_has_figures_too() {
        let period = month("2026-01");
        let origin = Origin { period: &period, zone: crate::calendar::Zone::tehran(), commit: None };
        let summary = summary_of(&[], "2026-01");
        let output = serde_json::to_value(Output::of(&summary, origin)).expect("it becomes JSON");
        assert_eq!(output["period"]["calendar"], "gregorian");
        assert_eq!(output["days_to_close"]["median"], serde_json::Value::Null);
        assert_eq!(output["by_owner"], serde_json::json!([]));
        assert_eq!(output["received"], 0);
    }

    #[test]
    fn every_key_is_documented() {
        let document = include_str!("../../../docs/summary.md");
        let period = month("1405-08");
        let origin = Origin { period: &period, zone: crate::calendar::Zone::tehran(), commit: None };
        let summary = summary_of(&two_months(), "1405-08");
        let mut waiting = vec![serde_json::to_value(Output::of(&summary, origin)).expect("it becomes JSON")];
        while let Some(value) = waiting.pop() {
            match value {
                serde_json::Value::Object(object) => {
                    for (key, value) in object {
                        assert!(document.contains(&key), "docs/summary.md does not tell of `{key}`");
                        waiting.push(value);
                    }
                }
                serde_json::Value::Array(values) => waiting.extend(values),
                _ => {}
            }
        }
    }
}
