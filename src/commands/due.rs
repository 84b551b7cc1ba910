//! `complaints due`: what is owed and by when, and how a date came about.

use clap::{Args, ValueEnum};

use crate::calendar::typed;
use crate::commands::desk::Desk;
use crate::commands::recording::{meant, member};
use crate::commands::standing::pack_of;
use crate::commands::{Context, typed_error};
use crate::domain::Instant;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::render::due::{self as render, Sums};
use crate::render::json::due::{Explanation, Output};
use crate::render::{explanation, json};
use crate::report::due::{self, Owed};

/// List what is owed by when: every clock and every date that was told, the most urgent first
///
/// With a complaint it explains how each of its dates came about: which days and
/// hours were counted, which were off and why, and what was on hold.
///
/// Example:   complaints due --within 2d --owner sara
/// Example:   complaints due 147
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct DueArgs {
    /// The complaint whose dates are explained
    #[arg(value_name = "REF", conflicts_with_all = ["within", "owner", "exit_code", "why"])]
    reference: Option<String>,
    /// Only what is due until then: `2d`, `3h`, a day
    #[arg(long, value_name = "TIME")]
    within: Option<String>,
    /// Only complaints of an owner
    #[arg(long, value_name = "MEMBER")]
    owner: Option<String>,
    /// End with 8 when something listed is overdue, with 7 when something is listed
    #[arg(long)]
    exit_code: bool,
    /// Say how the urgency adds up
    #[arg(long)]
    why: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: DueFormat,
}

/// How dates are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum DueFormat {
    /// For people.
    #[default]
    Table,
    /// One JSON document, a documented contract.
    Json,
    /// Comma-separated, for spreadsheets; not with a complaint.
    Csv,
}

/// Prints what is owed, or explains one complaint.
pub fn run(context: &mut Context, args: &DueArgs) -> Outcome {
    let desk = context.desk()?;
    let now = context.now(&desk.settings)?;
    match &args.reference {
        Some(reference) => explain(context, &desk, reference, args.format, now),
        None => list(context, &desk, args, now),
    }
}

fn explain(context: &mut Context, desk: &Desk, reference: &str, format: DueFormat, now: Instant) -> Outcome {
    let complaint = desk.load(reference)?.loaded.complaint;
    let (pack, work, locale) = (desk.pack(&complaint)?, &desk.settings.work, &desk.settings.locale);
    let text = match format {
        DueFormat::Table => explanation::explanation(&complaint, pack, work, now, locale),
        DueFormat::Json => json::text::pretty(&Explanation::of(&complaint, pack, work, now))
            .map_err(|error| CommandError::failed(&error))?,
        DueFormat::Csv => {
            return Err(CommandError::new(Exit::Usage, "--format csv: an explanation is no table")
                .hint(format!("complaints due {} --format json", complaint.reference)));
        }
    };
    context.ui.data(&text);
    context.warn_of_pending(desk);
    Ok(Exit::Ok)
}

fn list(context: &mut Context, desk: &Desk, args: &DueArgs, now: Instant) -> Outcome {
    let limit = |typed: &String| {
        typed::limit(typed, now, desk.settings.locale.zone)
            .map_err(|error| typed_error(&desk.settings.locale, "--within", &error))
    };
    let until = args.within.as_ref().map(limit).transpose()?;
    let settings = &desk.settings;
    let me = member(desk, None).unwrap_or_default();
    let owner = args.owner.as_deref().map(|owner| meant(owner, &me));
    let kept = desk.each(|loaded| {
        let complaint = loaded.complaint;
        if owner.is_some() && complaint.owner.as_deref() != owner {
            return Ok(None);
        }
        let mut owed = due::owed(&complaint, pack_of(settings, &complaint)?, &settings.work, now);
        owed.retain(|one| until.is_none_or(|until| one.due <= until));
        Ok((!owed.is_empty()).then_some(owed))
    })?;
    let mut owed: Vec<Owed> = kept.items.into_iter().flatten().collect();
    due::sort(&mut owed);
    print(context, desk, &owed, args, now)?;
    context.warn_of_pending(desk);
    let exit = context.name_damaged(kept.damaged);
    Ok(if exit == Exit::Ok && args.exit_code { exit_code(&owed) } else { exit })
}

fn exit_code(owed: &[Owed]) -> Exit {
    match owed {
        [] => Exit::Ok,
        owed if owed.iter().any(|one| one.is_overdue) => Exit::Overdue,
        _ => Exit::Due,
    }
}

fn print(context: &mut Context, desk: &Desk, owed: &[Owed], args: &DueArgs, now: Instant) -> Result<(), CommandError> {
    let locale = &desk.settings.locale;
    match args.format {
        DueFormat::Table => {
            let sums = if args.why { Sums::Shown } else { Sums::Hidden };
            let table = render::table(owed, sums, &context.reader(desk, locale));
            let text = table.draw(context.look());
            context.ui.data(&text);
            let overdue = owed.iter().filter(|one| one.is_overdue).count();
            context.ui.status(&locale.tell("due-totals", &[("all", owed.len().into()), ("overdue", overdue.into())]));
        }
        DueFormat::Json => {
            let text = json::text::pretty(&Output::of(owed, now)).map_err(|error| CommandError::failed(&error))?;
            context.ui.data(&text);
        }
        DueFormat::Csv => {
            for line in render::csv(owed) {
                context.ui.data(&line);
            }
        }
    }
    Ok(())
}
