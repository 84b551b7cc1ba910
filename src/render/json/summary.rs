//! `summary --format json`.

use serde::Serialize;

use super::SCHEMA;
use crate::calendar::CalendarKind;
use crate::calendar::period::Month;
use crate::render::summary::Origin;
use crate::report::quantile;
use crate::report::summary::{Count, Group, Summary, Waiting};

/// Returns the figures as a JSON object with a line end. Codes and digits are the same in every language.
pub fn text(summary: &Summary, origin: Origin<'_>) -> String {
    let output = Output::of(summary, origin);
    let text = serde_json::to_string_pretty(&output).expect("texts and finite numbers always become JSON");
    format!("{text}\n")
}

#[derive(Serialize)]
struct Output<'a> {
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

#[derive(Serialize)]
struct PeriodOutput<'a> {
    label: &'a str,
    calendar: &'static str,
    from: String,
    to_exclusive: String,
    time_zone: &'static str,
}

#[derive(Serialize)]
struct GroupOutput<'a> {
    code: &'a str,
    received: usize,
    closed: usize,
    open_at_end: usize,
}

#[derive(Serialize)]
struct DaysToCloseOutput {
    median: Option<f64>,
    p90: Option<f64>,
    method: &'static str,
}

#[derive(Serialize)]
struct AcknowledgedOutput {
    due: usize,
    on_time: usize,
    late: usize,
    not_yet: usize,
}

#[derive(Serialize)]
struct AnsweredOutput {
    with_clock: usize,
    on_time: usize,
    late: usize,
    without_clock: usize,
}

#[derive(Serialize)]
struct CountOutput<'a> {
    code: &'a str,
    count: usize,
}

#[derive(Serialize)]
struct WaitingOutput<'a> {
    reference: String,
    received_at: String,
    days_open: f64,
    state: &'static str,
    owner: Option<&'a str>,
}

impl<'a> Output<'a> {
    fn of(summary: &'a Summary, origin: Origin<'a>) -> Self {
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
    use expect_test::expect;

    use super::*;
    use crate::report::sample::{month, summary_of, two_months};

    #[test]
    fn the_keys_are_a_contract() {
        let period = month("1405-08");
        let origin = Origin { period: &period, zone: chrono_tz::Asia::Tehran, commit: Some("0a1b2c3") };
        expect![[r#"
            {
              "schema": 1,
              "period": {
                "label": "1405-08",
                "calendar": "jalali",
                "from": "2026-10-23",
                "to_exclusive": "2026-11-22",
                "time_zone": "Asia/Tehran"
              },
              "commit": "0a1b2c3",
              "as_of": "2026-11-22T00:00:00+03:30",
              "open_at_start": 1,
              "received": 4,
              "reopened": 1,
              "closed": 2,
              "open_at_end": 4,
              "balanced": true,
              "overdue_at_end": 3,
              "void": 1,
              "by_category": [
                {
                  "code": "quality",
                  "received": 2,
                  "closed": 1,
                  "open_at_end": 1
                },
                {
                  "code": "delivery",
                  "received": 1,
                  "closed": 1,
                  "open_at_end": 2
                },
                {
                  "code": "none",
                  "received": 1,
                  "closed": 0,
                  "open_at_end": 1
                }
              ],
              "by_channel": [
                {
                  "code": "phone",
                  "received": 3,
                  "closed": 2,
                  "open_at_end": 3
                },
                {
                  "code": "letter",
                  "received": 1,
                  "closed": 0,
                  "open_at_end": 1
                }
              ],
              "by_owner": [
                {
                  "code": "omid",
                  "received": 2,
                  "closed": 1,
                  "open_at_end": 1
                },
                {
                  "code": "none",
                  "received": 1,
                  "closed": 0,
                  "open_at_end": 1
                },
                {
                  "code": "sara",
                  "received": 1,
                  "closed": 1,
                  "open_at_end": 2
                }
              ],
              "by_state": [
                {
                  "code": "closed",
                  "received": 2,
                  "closed": 2,
                  "open_at_end": 0
                },
                {
                  "code": "received",
                  "received": 2,
                  "closed": 0,
                  "open_at_end": 3
                },
                {
                  "code": "assessed",
                  "received": 0,
                  "closed": 0,
                  "open_at_end": 1
                }
              ],
              "days_to_close": {
                "median": 7.625,
                "p90": 11.125,
                "method": "linear (R type 7)"
              },
              "acknowledged": {
                "due": 4,
                "on_time": 1,
                "late": 1,
                "not_yet": 2
              },
              "answered": {
                "with_clock": 2,
                "on_time": 1,
                "late": 1,
                "without_clock": 0
              },
              "closed_on_time": 0,
              "closures": [
                {
                  "code": "not-upheld-accepted",
                  "count": 1
                },
                {
                  "code": "resolved-accepted",
                  "count": 1
                }
              ],
              "findings": [
                {
                  "code": "not-upheld",
                  "count": 1
                },
                {
                  "code": "upheld",
                  "count": 1
                }
              ],
              "oldest_open": [
                {
                  "reference": "1405-01-0001-7",
                  "received_at": "2026-10-01T10:00:00+03:30",
                  "days_open": 51.5833,
                  "state": "received",
                  "owner": "sara"
                },
                {
                  "reference": "1405-01-0002-5",
                  "received_at": "2026-10-05T10:00:00+03:30",
                  "days_open": 47.5833,
                  "state": "assessed",
                  "owner": "sara"
                },
                {
                  "reference": "1405-01-0006-3",
                  "received_at": "2026-11-18T09:00:00+03:30",
                  "days_open": 3.625,
                  "state": "received",
                  "owner": "omid"
                },
                {
                  "reference": "1405-01-0007-4",
                  "received_at": "2026-11-21T20:00:00+03:30",
                  "days_open": 0.1667,
                  "state": "received",
                  "owner": null
                }
              ]
            }
        "#]].assert_eq(&text(&summary_of(&two_months(), "1405-08"), origin));
    }

    #[test]
    fn a_month_without_complaints_has_figures_too() {
        let period = month("2026-01");
        let origin = Origin { period: &period, zone: chrono_tz::Asia::Tehran, commit: None };
        let text = text(&summary_of(&[], "2026-01"), origin);
        let output: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(output["period"]["calendar"], "gregorian");
        assert_eq!(output["days_to_close"]["median"], serde_json::Value::Null);
        assert_eq!(output["by_owner"], serde_json::json!([]));
        assert_eq!(output["received"], 0);
    }
}
