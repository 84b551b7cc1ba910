//! `complaints doctor`: is everything around the register as it should be?

use clap::Args;

use crate::calendar::holidays::PublicHolidays;
use crate::calendar::jalali::Jalali;
use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::error::Outcome;
use crate::exit::Exit;
use crate::register::change::Stop;
use crate::register::refusal::Refusal;

/// Look at the register's surroundings: repository, identity, station, guards, settings with their sources
///
/// Changes nothing. What is wrong is printed with the command that mends it; the exit code is 3 then.
#[derive(Debug, Args)]
pub struct DoctorArgs {}

/// What was looked at.
struct Finding {
    what: &'static str,
    state: Result<String, (String, String)>,
}

/// Looks and prints.
pub fn run(context: &mut Context, _: &DoctorArgs) -> Outcome {
    let desk = context.desk()?;
    desk.must_be_of_now("doctor")?;
    let findings =
        [identity(&desk), branch(&desk), station(&desk), guard(&desk), pending(&desk), holidays(context, &desk)];
    for finding in &findings {
        match &finding.state {
            Ok(good) => context.ui.data(&format!("ok       {}: {good}", finding.what)),
            Err((wrong, command)) => {
                context.ui.data(&format!("wrong    {}: {wrong}", finding.what));
                context.ui.data(&format!("         {}", context.global.in_folder(command)));
            }
        }
    }
    for setting in &desk.settings.origins {
        context.ui.data(&format!("setting  {} = {} ({})", setting.name, setting.value, setting.origin));
    }
    let is_wrong = findings.iter().any(|finding| finding.state.is_err());
    Ok(if is_wrong { Exit::Findings } else { Exit::Ok })
}

/// Returns what stops a write, and what to type.
fn refused(stop: &Stop) -> (String, String) {
    (stop.to_string(), stop.hint().unwrap_or_else(|| "git status".to_owned()))
}

fn identity(desk: &Desk) -> Finding {
    let state = match desk.register.author() {
        Ok(person) if desk.settings.member_of(&person.email).is_some() => {
            Ok(format!("{} <{}>", person.name, person.email))
        }
        Ok(person) => Err((
            format!("<{}> is no member of this register", person.email),
            "add yourself under `members:` in complaints/register.yaml".to_owned(),
        )),
        Err(stop) => Err(refused(&stop)),
    };
    Finding { what: "identity", state }
}

fn branch(desk: &Desk) -> Finding {
    let state = match desk.register.ready() {
        Ok(()) => Ok("ready to be written".to_owned()),
        Err(stop) => Err(refused(&stop)),
    };
    Finding { what: "branch", state }
}

fn station(desk: &Desk) -> Finding {
    let state = match desk.register.standing().map(|standing| standing.station()) {
        Ok(Ok(station)) => Ok(format!("{station:02}")),
        Ok(Err(Refusal::NoStation)) => Ok("none yet: the first `complaints new` claims one".to_owned()),
        Ok(Err(refusal)) => Err(refused(&refusal.into())),
        Err(stop) => Err(refused(&stop)),
    };
    Finding { what: "station", state }
}

fn guard(desk: &Desk) -> Finding {
    let state = match desk.register.is_guarded() {
        Ok(true) => Ok("a plain git commit cannot delete a complaint".to_owned()),
        Ok(false) => Err((
            "no hook keeps a plain git commit from deleting a complaint".to_owned(),
            "the first complaints new of a clone installs it, unless a hook of your own stands at .git/hooks/pre-commit"
                .to_owned(),
        )),
        Err(stop) => Err(refused(&stop)),
    };
    Finding { what: "guard", state }
}

fn pending(desk: &Desk) -> Finding {
    let paths: Vec<&str> = desk.work_tree.pending().collect();
    let state = if paths.is_empty() {
        Ok("nothing".to_owned())
    } else {
        Err((
            format!("an interrupted write of {}", paths.join(" ")),
            "the next command that writes finishes it".to_owned(),
        ))
    };
    Finding { what: "pending", state }
}

/// Lunar holidays move and are announced: a year without any day of its own in `holidays.yaml` is probably incomplete.
fn holidays(context: &Context, desk: &Desk) -> Finding {
    let what = "holidays";
    if desk.settings.locale.zone != crate::calendar::Zone::tehran() {
        let count = desk.settings.work.entered().count();
        return Finding { what, state: Ok(format!("{count} days in complaints/holidays.yaml")) };
    }
    let today = context.world.now.with_timezone(&desk.settings.locale.zone).date_naive();
    let year = Jalali::from_gregorian(today).map(Jalali::year);
    let movable = desk
        .settings
        .work
        .entered()
        .filter(|(day, _)| Jalali::from_gregorian(*day).map(Jalali::year) == year)
        .filter(|(day, _)| PublicHolidays::SolarIran.on(*day).is_none())
        .count();
    let state = if movable > 0 {
        Ok(format!("{movable} of this year beside the solar ones"))
    } else {
        Err((
            "this year's movable holidays are not entered, so due dates may fall on one".to_owned(),
            "write them into complaints/holidays.yaml and commit the file".to_owned(),
        ))
    };
    Finding { what, state }
}
