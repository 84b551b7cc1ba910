//! The commit that `--as-of` means, and the moment that is looked at with it.

use crate::calendar::typed;
use crate::commands::desk::path;
use crate::commands::desk::settings::{Files, in_force};
use crate::commands::{Context, typed_error};
use crate::domain::Instant;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;
use crate::register::Register;
use crate::register::layout::MARKER;
use crate::register::snapshot::Snapshot;

/// What `--as-of` means.
pub(super) struct Past {
    /// The commit.
    pub(super) commit: Snapshot,
    /// When it is: the time of the commit, or the end of the day that was typed.
    pub(super) moment: Instant,
}

/// Returns what `--as-of` means: the commit of that name, or the last one of that day; `None` where it was not typed.
pub(super) fn past(register: &Register, context: &Context) -> Result<Option<Past>, CommandError> {
    let Some(typed) = &context.global.as_of else { return Ok(None) };
    // Whether a text means a day does not hang on the day on which it is typed.
    let is_day = typed::day(typed, context.world.now.date_naive()).is_ok();
    let past = if is_day { of_day(register, typed, context) } else { of_name(register, typed) };
    past.map(Some)
}

/// Returns the last commit of a day. A day is one of the zone in which the last commit says that people work.
fn of_day(register: &Register, typed: &str, context: &Context) -> Result<Past, CommandError> {
    let settings = in_force(register, Files::Committed(&head(register)?), context)?;
    let (now, locale) = (context.now(&settings)?, &settings.locale);
    let end = typed::limit(typed, now, locale.zone).map_err(|error| typed_error(locale, "--as-of", &error))?;
    match register.snapshot_at(end)? {
        Some(commit) => Ok(Past { commit, moment: end.min(now) }),
        None => Err(begins_later(register, locale)?),
    }
}

fn of_name(register: &Register, typed: &str) -> Result<Past, CommandError> {
    let missing = || {
        CommandError::new(Exit::NotFound, format!("--as-of: `{typed}` means no commit of this register"))
            .hint("name a day such as 2026-10-31 or 1405-08-09, or one of these commits: git log --oneline")
    };
    let commit = register.snapshot(typed)?.ok_or_else(missing)?;
    let moment = commit.committed_at();
    Ok(Past { commit, moment })
}

/// Returns the last commit of the branch.
pub(super) fn head(register: &Register) -> Result<Snapshot, CommandError> {
    register.head()?.ok_or_else(|| {
        CommandError::new(Exit::Failed, "there is no commit yet").hint("git add complaints && git commit")
    })
}

fn begins_later(register: &Register, locale: &Locale) -> Result<CommandError, CommandError> {
    let commits = register.history(&path(MARKER)?, usize::MAX)?;
    let begin = commits.last().map_or_else(String::new, |first| locale.day(locale.day_of(first.recorded_at)));
    let words = [("begin", (&begin).into())];
    let failure = CommandError::new(Exit::NotFound, locale.tell("as-of-before-the-register", &words));
    Ok(failure.hint(locale.tell("as-of-before-the-register-hint", &words)))
}
