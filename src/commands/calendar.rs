//! `complaints calendar`: when people work, a day off at short notice, and whether the file of days off holds.

use clap::{Args, Subcommand, ValueEnum};

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat};

use crate::calendar::days_off::{DayOff, OffKind};
use crate::calendar::period::Month;
use crate::calendar::typed;
use crate::calendar::worktime::WorkCalendar;
use crate::check;
use crate::cli::Recording;
use crate::commands::check::line;
use crate::commands::desk::Desk;
use crate::commands::recording::{self, Author, word};
use crate::commands::standing::pack_of;
use crate::commands::{Context, typed_error};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::record;
use crate::record::register_file::{self as file, HolidaysFile};
use crate::register::change::Change;
use crate::register::layout;
use crate::register::tip::Tip;
use crate::register::trail::Message;
use crate::render::calendar as render;
use crate::render::json;
use crate::report::moved::{self, Moved};

/// Show when people work, close a day, or look through the days off
///
/// Due dates follow from the working week in complaints/register.yaml and the
/// days off in complaints/holidays.yaml.
///
/// Example:   complaints calendar show 1405-09
/// Example:   complaints calendar close tomorrow --why "The office moves"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct CalendarArgs {
    /// What to do
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Print a month: the hours of each day, and why a day is off
    Show(ShowArgs),
    /// Enter a day off, and name every date that moves and every one that was told and does not
    Close(CloseArgs),
    /// Look through complaints/holidays.yaml
    Validate,
}

#[derive(Debug, Args)]
struct ShowArgs {
    /// The month of either calendar, such as 1405-09 (default: this one)
    #[arg(value_name = "MONTH")]
    month: Option<Month>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: ShowFormat,
}

/// How a month is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ShowFormat {
    /// A table for people.
    #[default]
    Table,
    /// One JSON document, a documented contract.
    Json,
}

#[derive(Debug, Args)]
struct CloseArgs {
    /// The day
    #[arg(value_name = "DAY")]
    day: String,
    /// Why nobody works
    #[arg(long, value_name = "TEXT")]
    why: String,
    /// It is expected, not announced
    #[arg(long)]
    provisional: bool,
    /// Who says so.
    #[command(flatten)]
    recording: Recording,
}

/// Does what was asked for.
pub fn run(context: &mut Context, args: &CalendarArgs) -> Outcome {
    let desk = context.desk()?;
    match &args.action {
        Action::Show(args) => show(context, &desk, args),
        Action::Close(args) => close(context, &desk, args),
        Action::Validate => validate(context, &desk),
    }
}

fn show(context: &mut Context, desk: &Desk, args: &ShowArgs) -> Outcome {
    let now = context.now(&desk.settings)?;
    let locale = &desk.settings.locale;
    let this_month = || Month::containing(locale.calendar, locale.day_of(now));
    let Some(month) = args.month.or_else(this_month) else {
        return Err(
            CommandError::new(Exit::Usage, "no calendar knows this month").hint("complaints calendar show 1405-09")
        );
    };
    let work = &desk.settings.work;
    let text = match args.format {
        ShowFormat::Table => render::table(month, work, locale).draw(context.look()),
        ShowFormat::Json => json::text::pretty(&json::calendar::Output::of(month, work))
            .map_err(|error| CommandError::failed(&error))?,
    };
    context.ui.data(&text);
    Ok(Exit::Ok)
}

fn close(context: &mut Context, desk: &Desk, args: &CloseArgs) -> Outcome {
    let author = Author::of(context, desk, &args.recording)?;
    let locale = &desk.settings.locale;
    let day = typed::day(&args.day, locale.day_of(author.now)).map_err(|error| typed_error(locale, "DAY", &error))?;
    if desk.settings.work.day_off(day).is_some() {
        let message = locale.tell("calendar-off-already", &[("day", (&locale.day(day)).into())]);
        return Err(CommandError::new(Exit::Refused, message).hint(match Month::containing(locale.calendar, day) {
            Some(month) => format!("complaints calendar show {month}"),
            None => "complaints calendar show".to_owned(),
        }));
    }
    let kind = if args.provisional { OffKind::Provisional } else { OffKind::Closure };
    let added_at = context.recorded_at(&desk.settings);
    let entry = entry(day, kind, args, &author, added_at);
    let moved = moved(desk, day, DayOff::entered(kind, &args.why, Some(added_at)))?;
    recording::write(context, desk, &args.recording, |tip| change(tip, day, &entry))?;
    if !args.recording.dry_run {
        context.ui.status(&locale.tell("calendar-closed", &[("day", (&locale.long_day(day)).into())]));
    }
    context.ui.data(&render::moved(&moved, locale));
    Ok(Exit::Ok)
}

fn entry(
    day: NaiveDate,
    kind: OffKind,
    args: &CloseArgs,
    author: &Author,
    added_at: DateTime<FixedOffset>,
) -> file::DayOff {
    file::DayOff {
        day: day.to_string(),
        kind: kind.to_string(),
        what: crate::text::sanitize::line(&args.why).trim().to_owned(),
        by: Some(author.member.clone()),
        added_at: Some(added_at.to_rfc3339_opts(SecondsFormat::Secs, false)),
        why: None,
    }
}

/// Returns the change that adds a day to the file of the last commit.
fn change(tip: &Tip, day: NaiveDate, entry: &file::DayOff) -> Result<Change, CommandError> {
    let path = layout::holidays_file();
    let text = match tip.read(&path)? {
        None => record::holidays_text(&HolidaysFile { format: 1, days: vec![entry.clone()] }),
        Some(bytes) => record::with_day_off(&bytes, entry).map_err(|fault| {
            CommandError::of(Exit::Failed, &fault).hint(format!("edit {path}, then: complaints calendar validate"))
        })?,
    };
    let message = Message::about(&[word("calendar"), word(&day.to_string())], &word("closed"));
    Ok(Change { files: vec![(path, text.into_bytes())], message })
}

/// Returns every date that a new day off moves, and every one that was told and does not move.
fn moved(desk: &Desk, day: NaiveDate, off: DayOff) -> Result<Vec<Moved>, CommandError> {
    let settings = &desk.settings;
    let before: &WorkCalendar = &settings.work;
    let after = before.with_day_off(day, off);
    let kept = desk.each(|loaded| {
        let moved = moved::by_calendar(&loaded.complaint, pack_of(settings, &loaded.complaint)?, (before, &after));
        Ok((!moved.is_empty()).then_some(moved))
    })?;
    Ok(kept.items.into_iter().flatten().collect())
}

fn validate(context: &mut Context, desk: &Desk) -> Outcome {
    let now = context.now(&desk.settings)?;
    let locale = &desk.settings.locale;
    let path = layout::holidays_file();
    let bytes = desk.work_tree.read(&path)?.unwrap_or_default();
    let findings = if bytes.is_empty() { Vec::new() } else { check::settings::holidays(path.as_str(), &bytes) };
    for finding in &findings {
        context.ui.data(&line(finding, locale, &context.global).text());
    }
    for (day, off) in desk.settings.work.entered() {
        if off.kind == OffKind::Provisional && day < locale.day_of(now) {
            let name = crate::text::sanitize::line(off.name(locale.language));
            let day = locale.day(day);
            let words = [("day", (&day).into()), ("name", (&name).into())];
            context.ui.warning(&locale.tell("calendar-still-provisional", &words));
        }
    }
    let days = desk.settings.work.entered().count();
    context.ui.status(&locale.tell("calendar-looked-through", &[("days", days.into())]));
    Ok(if findings.is_empty() { Exit::Ok } else { Exit::Findings })
}
