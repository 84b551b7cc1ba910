//! `complaints init`: a new register.

use std::path::PathBuf;

use clap::Args;

use crate::calendar::CalendarKind;
use crate::commands::Context;
use crate::commands::desk::{self, environment, start_directory};
use crate::commands::recording::with_causes;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::prompt;
use crate::record;
use crate::record::pack_file;
use crate::record::register_file::{HolidaysFile, MemberFile, RegisterFile};
use crate::register::Register;
use crate::register::change::Pen;
use crate::register::init::Founding;
use crate::register::layout::MARKER;
use crate::register::trail::Word;
use crate::settings::{self, Settings, Wishes, usual_week, week_in_words};
use crate::text::language::Language;

/// Make this folder a register
///
/// Creates the git repository when there is none around it, writes
/// `complaints/register.yaml` with the settings and makes the first commit. You
/// become its first member.
///
/// Example:   complaints init --organization "Alborz" --lang fa --calendar jalali \
///                --time-zone Asia/Tehran
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct InitArgs {
    /// The folder (default: this one)
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The organization's name, as letters print it
    #[arg(long, value_name = "NAME")]
    pub organization: Option<String>,
    /// The IANA name of the zone in which the organization works (default: Asia/Tehran with the
    /// Jalali calendar, otherwise the zone of this machine)
    #[arg(long, value_name = "ZONE")]
    pub time_zone: Option<String>,
    /// The rule pack of new complaints, one of `complaints codes pack`
    #[arg(long, value_name = "PACK", default_value = "standard")]
    pub pack: String,
}

/// Creates the register.
pub fn run(context: &mut Context, args: &InitArgs) -> Outcome {
    let folder = match &args.folder {
        Some(folder) => start_directory(context).join(folder),
        None => start_directory(context),
    };
    let organization = organization(context, args)?;
    let environment = environment(context);
    let person = Register::author_anywhere(&folder, &environment)?;
    let member = member_id(&person.email);
    let file = settings_file(context, args, organization, &member, person.email)?;
    let settings = Settings::resolve(&file, &HolidaysFile::default(), Vec::new(), &Wishes::default())
        .map_err(|error| CommandError::of(Exit::Usage, &error))?;
    let pen = Pen { now: context.recorded_at(&settings), durability: context.world.durability };
    let (register, committed) = Register::init(&folder, &environment, pen, &founding(&file, &member)?)?;
    for warning in &committed.warnings {
        context.ui.warning(&with_causes(warning));
    }
    let root = register.root().display().to_string();
    let locale = &settings.locale;
    let week = file.week.as_ref().map(|week| week_in_words(week, locale.language)).unwrap_or_default();
    let week = locale.digits.write(&week);
    context.ui.status(&locale.tell("init-done", &[("root", (&root).into())]));
    let zone = file.time_zone.as_str();
    context
        .ui
        .status(&locale.tell("init-week", &[("week", (&week).into()), ("zone", zone.into()), ("file", MARKER.into())]));
    context.ui.status(&locale.say("init-next"));
    Ok(Exit::Ok)
}

/// What a new register begins with.
pub(super) fn founding(file: &RegisterFile, member: &str) -> Result<Founding, CommandError> {
    let text = record::register_text(file);
    let member: Word =
        member.parse().map_err(|error: crate::register::trail::WordError| CommandError::failed(&error))?;
    Ok(Founding { files: vec![(desk::path(MARKER)?, text.into_bytes())], member })
}

fn organization(context: &mut Context, args: &InitArgs) -> Result<String, CommandError> {
    let missing = || {
        CommandError::new(Exit::Usage, "the organization's name is missing")
            .hint("complaints init --organization \"…\"")
    };
    match &args.organization {
        Some(name) if !name.trim().is_empty() => Ok(name.trim().to_owned()),
        None if context.world.may_ask() => {
            context.ui.status("The organization's name, as letters print it · نام سازمان");
            let name = prompt::line(None).map_err(|error| CommandError::failed(&error))?;
            if name.is_empty() { Err(missing()) } else { Ok(name) }
        }
        _ => Err(missing()),
    }
}

/// Returns the settings of a new register: what was said, and what usually goes with it.
fn settings_file(
    context: &Context,
    args: &InitArgs,
    organization: String,
    member: &str,
    email: String,
) -> Result<RegisterFile, CommandError> {
    let usage = |error: &dyn std::error::Error| CommandError::of(Exit::Usage, error);
    let language: Language = match &context.global.lang {
        Some(lang) => lang
            .parse()
            .map_err(|error| usage(&error))
            .map_err(|error: CommandError| error.hint("add --lang en or --lang fa"))?,
        None => Language::En,
    };
    let usual = if language == Language::Fa { CalendarKind::Jalali } else { CalendarKind::Gregorian };
    let calendar: CalendarKind = match &context.global.calendar {
        Some(calendar) => calendar
            .parse()
            .map_err(|error| usage(&error))
            .map_err(|error: CommandError| error.hint("add --calendar gregorian or --calendar jalali"))?,
        None => usual,
    };
    pack_file::built_in(&args.pack).map_err(|error| usage(&error).hint("complaints init --help"))?;
    let time_zone = args.time_zone.clone().unwrap_or_else(|| usual_zone(context, calendar));
    settings::zone(&time_zone).map_err(|cause| {
        CommandError::new(Exit::Usage, format!("--time-zone: {cause}")).hint("complaints init --help")
    })?;
    Ok(RegisterFile {
        format: 1,
        organization,
        contact: None,
        language: language.to_string(),
        calendar: calendar.to_string(),
        digits: context.global.digits.clone(),
        time_zone,
        pack: args.pack.clone(),
        four_eyes: false,
        sample: false,
        week: Some(usual_week(calendar)),
        members: vec![MemberFile {
            id: member.to_owned(),
            email,
            name: None,
            roles: vec!["handler".to_owned(), "supervisor".to_owned()],
            limits: std::collections::BTreeMap::new(),
            from: None,
            until: None,
        }],
        categories: std::collections::BTreeMap::new(),
        products: std::collections::BTreeMap::new(),
        providers: std::collections::BTreeMap::new(),
        views: std::collections::BTreeMap::new(),
        forms: std::collections::BTreeMap::new(),
    })
}

/// Returns the zone of a new register of which nothing was said: Iran's with its calendar, otherwise the one of this machine.
fn usual_zone(context: &Context, calendar: CalendarKind) -> String {
    if calendar == CalendarKind::Jalali {
        return "Asia/Tehran".to_owned();
    }
    let set = context.world.variable("TZ").map(|zone| zone.trim_start_matches(':').to_owned());
    let known = set.or_else(context.world.local_zone).filter(|zone| settings::zone(zone).is_ok());
    known.unwrap_or_else(|| "Etc/UTC".to_owned())
}

/// Returns the short name of a member by the local part of an e-mail address: small letters, digits, hyphens.
pub(super) fn member_id(email: &str) -> String {
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    let cleaned: String =
        local.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '-' }).collect();
    let cleaned = cleaned.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if cleaned.is_empty() { "member".to_owned() } else { cleaned.chars().take(40).collect() }
}
