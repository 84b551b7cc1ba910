//! `complaints summary`: the figures of a period.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::calendar::period::{Month, MonthError, Period};
use crate::calendar::typed;
use crate::commands::desk::Desk;
use crate::commands::{Context, typed_error};
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;
use crate::render::json;
use crate::render::json::summary::Output;
use crate::render::summary::{Origin, Page};
use crate::report::clocks::Clocks;
use crate::report::span::Span;
use crate::report::summary::{Summary, summarize};

/// Print the figures of a month or another period
///
/// The figures are those of the last commit, by the days off and rule packs in
/// it, so that the same commit gives the same bytes. Counting rules:
/// docs/summary.md.
///
/// Example:   complaints summary --month 1405-08
/// Cron:      complaints summary --last --out /srv/reports/
///            (writes 1405-08.md once, and again only when figures changed)
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct SummaryArgs {
    /// A month: 1405-08 (Jalali) or 2026-11 (Gregorian); default: this month
    #[arg(long, value_name = "MONTH", group = "period")]
    month: Option<String>,
    /// The last whole month in the register's calendar
    #[arg(long, group = "period")]
    last: bool,
    /// From this day on
    #[arg(long, value_name = "DAY", requires = "to", conflicts_with = "period")]
    from: Option<String>,
    /// Until this day, inclusive
    #[arg(long, value_name = "DAY", requires = "from")]
    to: Option<String>,
    /// How to print it
    #[arg(long, value_enum)]
    format: Option<SummaryFormat>,
    /// Write it into this file, or, where it is a folder or ends with /, into a file named after the period
    #[arg(long, value_name = "PATH")]
    out: Option<String>,
}

/// How figures are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SummaryFormat {
    /// Tables for people.
    Table,
    /// Markdown.
    Md,
    /// JSON, a documented contract.
    Json,
}

impl SummaryFormat {
    fn extension(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Md => "md",
            Self::Json => "json",
        }
    }
}

/// Prints or writes the figures; a record that cannot be read is named, and the exit code says so.
pub fn run(context: &mut Context, args: &SummaryArgs) -> Outcome {
    let desk = Desk::published(context)?;
    let period = period(context, &desk, args)?;
    let kept = desk.each(|loaded| Ok(Some(loaded.complaint)))?;
    let commit = commit(&desk);
    let origin = Origin { period: &period, zone: desk.settings.work.zone, commit: commit.as_deref() };
    let figures = figures(context, &desk, &kept.items, &period)?;
    let default = if args.out.is_some() { SummaryFormat::Md } else { SummaryFormat::Table };
    let format = args.format.unwrap_or(default);
    let category_label = |code: &str| desk.settings.category_label(code);
    let page = Page { summary: &figures, origin, locale: &desk.settings.locale, category_label: &category_label };
    let text = match format {
        SummaryFormat::Json => {
            json::text::pretty(&Output::of(&figures, origin)).map_err(|error| CommandError::failed(&error))? + "\n"
        }
        SummaryFormat::Md => page.markdown(),
        SummaryFormat::Table => page.terminal(context.look()),
    };
    match &args.out {
        Some(out) => {
            let file = file(context, out, &format!("{}.{}", period.label(), format.extension()));
            context.write_out_unless(&file, text.as_bytes(), |known| origin.is_all_that_differs(known, &text))?;
        }
        None => context.ui.data(&text),
    }
    let damaged = context.name_damaged(kept.damaged);
    Ok(name_unknown_packs(context, &desk, &kept.items).unwrap_or(damaged))
}

/// Names the rule packs that are not known: their complaints are counted, and none of their clocks is.
fn name_unknown_packs(context: &mut Context, desk: &Desk, complaints: &[Complaint]) -> Option<Exit> {
    let unknown: BTreeMap<&Code, &Complaint> =
        complaints.iter().filter(|one| desk.pack(one).is_err()).map(|one| (&one.pack, one)).collect();
    let errors = unknown.values().filter_map(|complaint| desk.pack(complaint).err());
    errors.map(|error| error.typed_with(&context.global).print(&mut context.ui)).last().map(|()| Exit::Findings)
}

/// Returns the commit that the figures come from.
fn commit(desk: &Desk) -> Option<String> {
    desk.commit.as_ref().map(|commit| commit.id().to_string())
}

/// Returns the page of the last whole month in the register's calendar.
pub(super) fn last_month(context: &Context, desk: &Desk, complaints: &[Complaint]) -> Result<String, CommandError> {
    let today = desk.settings.locale.day_of(context.now(&desk.settings)?);
    let month = Month::containing(desk.settings.locale.calendar, today).and_then(Month::previous);
    let period = Period::month(month.ok_or_else(|| CommandError::new(Exit::Usage, "there is no month before"))?);
    let commit = commit(desk);
    let origin = Origin { period: &period, zone: desk.settings.work.zone, commit: commit.as_deref() };
    let figures = figures(context, desk, complaints, &period)?;
    let category_label = |code: &str| desk.settings.category_label(code);
    let page = Page { summary: &figures, origin, locale: &desk.settings.locale, category_label: &category_label };
    Ok(page.terminal(context.look()))
}

/// Returns the figures of a period; one that still runs is counted up to now.
fn figures(context: &Context, desk: &Desk, complaints: &[Complaint], period: &Period) -> Result<Summary, CommandError> {
    let now = context.now(&desk.settings)?;
    let span = Span::of(period, desk.settings.work.zone)
        .ok_or_else(|| CommandError::new(Exit::Usage, format!("`{}` is at the end of time", period.label())))?;
    if span.from() > now {
        let locale = &desk.settings.locale;
        let begin = locale.time(span.from());
        return Err(CommandError::new(Exit::Usage, locale.tell("summary-to-come", &[("begin", (&begin).into())]))
            .hint("complaints summary"));
    }
    let pack_of = |name: &Code| desk.settings.pack(name).ok();
    Ok(summarize(complaints, span.until(now), Clocks { pack_of: &pack_of, calendar: &desk.settings.work }))
}

fn period(context: &Context, desk: &Desk, args: &SummaryArgs) -> Result<Period, CommandError> {
    let now = context.now(&desk.settings)?;
    let today = now.with_timezone(&desk.settings.locale.zone).date_naive();
    let calendar = desk.settings.register_calendar;
    let unknown = || CommandError::new(Exit::Usage, format!("`{today}` is outside of the years this calendar has"));
    let month = match (&args.month, &args.from, &args.to) {
        (_, Some(from), Some(to)) => return days(from, to, today, &desk.settings.locale),
        (Some(month), ..) => month.parse().map_err(|error: MonthError| {
            CommandError::of(Exit::Usage, &error)
                .hint("complaints summary --month 2026-11")
                .hint("complaints summary --month 1405-08")
        })?,
        _ if args.last => Month::containing(calendar, today).and_then(Month::previous).ok_or_else(unknown)?,
        _ => Month::containing(calendar, today).ok_or_else(unknown)?,
    };
    Ok(Period::month(month))
}

fn days(from: &str, to: &str, today: NaiveDate, locale: &Locale) -> Result<Period, CommandError> {
    let first = typed::day(from, today).map_err(|error| typed_error(locale, "--from", &error))?;
    let last = typed::day(to, today).map_err(|error| typed_error(locale, "--to", &error))?;
    Period::days(first, last).ok_or_else(|| {
        let (first, last) = (locale.day(first), locale.day(last));
        let words = [("first", (&first).into()), ("last", (&last).into())];
        CommandError::new(Exit::Usage, locale.tell("summary-days-swapped", &words))
            .hint(format!("complaints summary --from {last} --to {first}"))
    })
}

/// Returns the file of a report: the one that was named, or one of that name in the folder that was named.
fn file(context: &Context, out: &str, name: &str) -> String {
    let is_folder = out.ends_with('/') || context.is_folder(out);
    if is_folder { Path::new(out).join(name).display().to_string() } else { out.to_owned() }
}
