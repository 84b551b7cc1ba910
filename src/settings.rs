//! The settings in force: option over `git config complaints.*` over `register.yaml` over built in. Each value knows its source.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::str::FromStr;

use crate::calendar::Zone;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Weekday};

use crate::calendar::CalendarKind;
use crate::calendar::days_off::{DayOff, OffKind};
use crate::calendar::holidays::PublicHolidays;
use crate::calendar::jalali::Jalali;
use crate::calendar::names;
use crate::calendar::week::{Slot, Week};
use crate::calendar::worktime::WorkCalendar;
use crate::calendar::zone;
use crate::domain::Instant;
use crate::domain::code::Code;
use crate::domain::money::Money;
use crate::domain::pack::Pack;
use crate::domain::team::{Member, Team};
use crate::domain::words::{CATEGORIES, DisputeMethod};
use crate::locale::Locale;
use crate::record::pack_file::{self, PackError};
use crate::record::register_file::{
    self, ContactFile, HolidaysFile, Labels, MemberFile, ProviderFile, RegisterFile, WeekFile,
};
use crate::render::reader::Names;
use crate::text::digits::Digits;
use crate::text::fold::fold;
use crate::text::language::Language;
use crate::text::sanitize::line;
use crate::text::similar;

/// Everything that a register's settings decide.
pub struct Settings {
    /// The organization's name.
    pub organization: String,
    /// How complainants reach the organization.
    pub contact: ContactFile,
    /// The calendar of reference numbers and folders: the register's, whatever a reader prefers to see.
    pub register_calendar: CalendarKind,
    /// How the reader of this command wants to be spoken to.
    pub locale: Locale,
    /// The moment that `--as-of` looks at: it is now.
    pub moment: Option<Instant>,
    /// The language of letters to those whose language is not known.
    pub register_language: Language,
    /// When people work.
    pub work: WorkCalendar,
    /// The rule pack of new complaints.
    pub pack: Code,
    /// Who works here.
    pub members: Vec<MemberFile>,
    /// What each of them may do alone.
    pub team: Team,
    /// The register's own categories.
    pub categories: BTreeMap<String, Labels>,
    /// The register's products.
    pub products: BTreeMap<String, Labels>,
    /// The outside bodies with which disputes are resolved, by code.
    pub providers: BTreeMap<String, Provider>,
    /// Questions that are asked often, by name.
    pub views: BTreeMap<String, String>,
    /// Code and revision of each paper, by its kind.
    pub forms: BTreeMap<String, String>,
    /// Whether the register is only there to be looked at.
    pub is_sample: bool,
    /// Each setting with its value and where it comes from.
    pub origins: Vec<Setting>,
    own_packs: BTreeMap<String, Pack>,
}

/// An outside body with which disputes are resolved.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Its name in both languages.
    pub labels: Labels,
    /// What its neutrals do.
    pub method: DisputeMethod,
    /// How to reach it.
    pub contact: Option<String>,
    /// What it costs, and who pays.
    pub cost: Option<String>,
}

impl Provider {
    /// Returns its name in a language.
    pub fn name(&self, language: Language) -> &str {
        named(&self.labels, language)
    }
}

/// A setting as `doctor` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: String,
    /// Where the value comes from.
    pub origin: Origin,
}

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An option of the command line.
    Option,
    /// `git config complaints.NAME`.
    GitConfig,
    /// `complaints/register.yaml`.
    Register,
    /// Nothing was said: the built-in value.
    BuiltIn,
}

impl Display for Origin {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::Option => "option",
            Self::GitConfig => "git config",
            Self::Register => "register.yaml",
            Self::BuiltIn => "built in",
        })
    }
}

/// What a command line or git's configuration says about a setting; `None` where nothing was said.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The language.
    pub language: Option<(String, Origin)>,
    /// The calendar.
    pub calendar: Option<(String, Origin)>,
    /// The digits.
    pub digits: Option<(String, Origin)>,
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A value does not fit.
    #[error("{place}: {cause}")]
    Value {
        /// Where the value stands: an option, a setting of git, or a file and its field.
        place: String,
        /// What says it.
        origin: Origin,
        /// Why it does not fit.
        cause: String,
    },
    /// A rule pack cannot be used.
    #[error(transparent)]
    Pack(#[from] PackError),
}

impl SettingsError {
    /// Returns whether the command line says what cannot be.
    pub fn is_typed(&self) -> bool {
        matches!(self, Self::Value { origin: Origin::Option, .. })
    }

    /// Returns the file of the register that says it; `None` where an option or a setting of git does.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::Value { origin: Origin::Register | Origin::BuiltIn, place, .. } => place.split(':').next(),
            Self::Value { origin: Origin::Option | Origin::GitConfig, .. } | Self::Pack(_) => None,
        }
    }

    /// Returns what to type next where no file of the register says it.
    pub fn hint(&self) -> String {
        match self {
            Self::Value { origin: Origin::GitConfig, place, .. } => place.replacen("config", "config --unset", 1),
            Self::Value { .. } => "complaints --help".to_owned(),
            Self::Pack(_) => "complaints doctor".to_owned(),
        }
    }
}

const REGISTER: &str = "complaints/register.yaml";
const HOLIDAYS: &str = "complaints/holidays.yaml";

impl Settings {
    /// Returns the settings in force by a register's files and the wishes of this command.
    ///
    /// `own_packs` are the register's own rule packs; one may take the place of a built-in pack of the same name.
    pub fn resolve(
        file: &RegisterFile,
        holidays: &HolidaysFile,
        own_packs: Vec<Pack>,
        wishes: &Wishes,
    ) -> Result<Self, SettingsError> {
        let register_language: Language = value(REGISTER, "language", &file.language)?;
        let register_calendar: CalendarKind = value(REGISTER, "calendar", &file.calendar)?;
        let zone = zone(&file.time_zone).map_err(|cause| wrong(REGISTER, "time_zone", cause))?;
        let own_packs = own_packs.into_iter().map(|pack| (pack.id.to_string(), pack)).collect();
        let mut origins = Vec::new();
        let mut chosen = |name, wish: &Option<(String, Origin)>, otherwise: (&str, Origin)| {
            let (value, origin) = wish.clone().unwrap_or_else(|| (otherwise.0.to_owned(), otherwise.1));
            origins.push(Setting { name, value: value.clone(), origin });
            (value, origin)
        };
        let language = chosen("language", &wishes.language, (&file.language, Origin::Register));
        let language: Language = wish("lang", &language)?;
        let calendar = chosen("calendar", &wishes.calendar, (&file.calendar, Origin::Register));
        let calendar: CalendarKind = wish("calendar", &calendar)?;
        let usual_digits = if language == Language::Fa { "fa" } else { "latn" };
        let digits =
            file.digits.as_deref().map_or((usual_digits, Origin::BuiltIn), |digits| (digits, Origin::Register));
        let digits: Digits = wish("digits", &chosen("digits", &wishes.digits, digits))?;
        chosen("time_zone", &None, (&file.time_zone, Origin::Register));
        chosen("pack", &None, (&file.pack, Origin::Register));
        let week = file.week.clone().unwrap_or_else(|| usual_week(register_calendar));
        let week_origin = if file.week.is_some() { Origin::Register } else { Origin::BuiltIn };
        chosen("week", &None, (&week_in_words(&week, Language::En), week_origin));
        Ok(Self {
            organization: file.organization.clone(),
            contact: file.contact.clone().unwrap_or_default(),
            register_calendar,
            moment: None,
            locale: Locale::new(language, calendar, digits, zone),
            register_language,
            work: WorkCalendar::new(zone, week_of(&week)?)
                .with_public_holidays(PublicHolidays::of(zone))
                .with_days_off(days_off(zone, holidays)?),
            pack: usual_pack(&file.pack, &own_packs)?,
            members: file.members.clone(),
            team: team(file)?,
            categories: file.categories.clone(),
            providers: file.providers.iter().map(provider).collect::<Result<_, _>>()?,
            views: file.views.clone(),
            forms: file.forms.clone(),
            products: file.products.clone(),
            is_sample: file.sample,
            origins,
            own_packs,
        })
    }

    /// Returns the rule pack of this name.
    pub fn pack(&self, name: &Code) -> Result<&Pack, PackError> {
        pack(name.as_str(), &self.own_packs)
    }

    /// Returns the names of the register's own rule packs.
    pub fn own_packs(&self) -> impl Iterator<Item = &String> {
        self.own_packs.keys()
    }

    /// Returns the member whose git e-mail this is.
    pub fn member_of(&self, email: &str) -> Option<&MemberFile> {
        self.members.iter().find(|member| member.email.eq_ignore_ascii_case(email))
    }

    /// Returns the codes of all categories: the register's own, then the built-in ones.
    pub fn category_codes(&self) -> Vec<String> {
        let built_in = CATEGORIES.iter().map(|code| (*code).to_owned());
        let own: Vec<String> = self.categories.keys().cloned().collect();
        own.iter().cloned().chain(built_in.filter(|code| !own.contains(code))).collect()
    }

    /// Returns a category's name in the reader's language.
    pub fn category_label(&self, code: &str) -> String {
        label_of(&self.categories, self.locale.language, code).unwrap_or_else(|| self.locale.label("category", code))
    }

    /// Returns a product's name in a language: as the register says it, else as it stands.
    pub fn product_label(&self, name: &str, language: Language) -> String {
        label_of(&self.products, language, name).unwrap_or_else(|| name.to_owned())
    }

    /// Returns an outside body's name: as the register says it, else as it stands.
    pub fn provider_label(&self, name: &str) -> String {
        self.providers.get(name).map_or(name, |provider| provider.name(self.locale.language)).to_owned()
    }

    /// Returns the code of the outside body that was typed by its code or name; `None` where the register does not list it.
    pub fn provider_named(&self, typed: &str) -> Option<&str> {
        let is_meant = |(code, provider): &(&String, &Provider)| is_called(typed, code, &provider.labels);
        self.providers.iter().find(is_meant).map(|(code, _)| code.as_str())
    }

    /// Returns the code of the outside body that was typed by its code or name; what was typed where the register does not list
    /// it.
    pub fn provider_or_name(&self, typed: &str) -> String {
        self.provider_named(typed).unwrap_or(typed).to_owned()
    }

    /// Returns a member's name, the short one where no other is known.
    pub fn member_name(&self, id: &str) -> String {
        let member = self.members.iter().find(|member| member.id == id);
        member.and_then(|member| member.name.clone()).unwrap_or_else(|| id.to_owned())
    }

    /// Returns how a product that was typed is stored: by its code where the register knows it by code or name, else in the
    /// words that were typed; `None` when nothing was.
    pub fn product_named(&self, typed: &str) -> Option<String> {
        let known = self.products.iter().find(|(code, labels)| is_called(typed, code, labels));
        let known = known.map(|(code, _)| code.clone());
        known.or_else(|| Some(line(typed).trim().to_owned())).filter(|name| !name.is_empty())
    }
}

impl Names for Settings {
    fn category(&self, code: &str) -> String {
        self.category_label(code)
    }

    fn product(&self, code: &str) -> String {
        self.product_label(code, self.locale.language)
    }

    fn member(&self, id: &str) -> String {
        self.member_name(id)
    }

    fn provider(&self, code: &str) -> String {
        self.provider_label(code)
    }
}

fn label_of(labels: &BTreeMap<String, Labels>, language: Language, code: &str) -> Option<String> {
    Some(named(labels.get(code)?, language).to_owned())
}

fn named(labels: &Labels, language: Language) -> &str {
    match language {
        Language::En => &labels.en,
        Language::Fa => &labels.fa,
    }
}

/// Returns whether what was typed is this code, or its name in either language.
fn is_called(typed: &str, code: &str, labels: &Labels) -> bool {
    [code, &labels.en, &labels.fa].into_iter().any(|name| fold(name) == fold(typed))
}

fn provider((code, file): (&String, &ProviderFile)) -> Result<(String, Provider), SettingsError> {
    let method = value(REGISTER, &format!("providers.{code}.method"), &file.method)?;
    let labels = Labels { en: file.en.clone(), fa: file.fa.clone() };
    Ok((code.clone(), Provider { labels, method, contact: file.contact.clone(), cost: file.cost.clone() }))
}

fn team(file: &RegisterFile) -> Result<Team, SettingsError> {
    let limit = |(currency, amount): (&String, &i64)| -> Result<Money, SettingsError> {
        Ok(Money::new(*amount, value(REGISTER, "members.limits", currency)?))
    };
    let member = |file: &MemberFile| -> Result<Member, SettingsError> {
        let limits = file.limits.iter().map(limit).collect::<Result<_, _>>()?;
        let is_approver = file.roles.iter().any(|role| role == "approver");
        Ok(Member { id: file.id.clone(), is_approver, limits })
    };
    let members = file.members.iter().map(member).collect::<Result<_, _>>()?;
    Ok(Team { members, has_four_eyes: file.four_eyes })
}

fn value<T: FromStr<Err: Display>>(file: &str, name: &str, text: &str) -> Result<T, SettingsError> {
    text.parse().map_err(|error: T::Err| wrong(file, name, error.to_string()))
}

fn wrong(file: &str, name: &str, cause: String) -> SettingsError {
    SettingsError::Value { place: format!("{file}: {name}"), origin: Origin::Register, cause }
}

/// Returns what was wished for, or names the option, the setting of git or the field that says what cannot be.
fn wish<T: FromStr<Err: Display>>(name: &str, (text, origin): &(String, Origin)) -> Result<T, SettingsError> {
    text.parse().map_err(|error: T::Err| {
        let place = match origin {
            Origin::Option => format!("--{name}"),
            Origin::GitConfig => format!("git config complaints.{name}"),
            Origin::Register | Origin::BuiltIn => format!("{REGISTER}: {name}"),
        };
        SettingsError::Value { place, origin: *origin, cause: error.to_string() }
    })
}

/// Returns the time zone of this IANA name, or why there is none.
pub fn zone(name: &str) -> Result<Zone, String> {
    name.parse().map_err(|_| {
        let near = similar::nearest(name, Zone::names());
        let meant = near.first().map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        format!("`{name}` is no time zone of the IANA list{meant}")
    })
}

fn usual_pack(name: &str, own: &BTreeMap<String, Pack>) -> Result<Code, SettingsError> {
    match pack(name, own) {
        Err(unknown @ PackError::Unknown { .. }) => Err(wrong(REGISTER, "pack", unknown.to_string())),
        Err(unreadable) => Err(unreadable.into()),
        Ok(_) => value(REGISTER, "pack", name),
    }
}

/// Returns the pack of a name: the register's own goes before a built-in one.
fn pack<'a>(name: &str, own: &'a BTreeMap<String, Pack>) -> Result<&'a Pack, PackError> {
    let built_in = || match pack_file::built_in(name) {
        Err(PackError::Unknown { name, known }) => {
            let known: BTreeSet<String> = known.into_iter().chain(own.keys().cloned()).collect();
            Err(PackError::Unknown { name, known: known.into_iter().collect() })
        }
        found => found,
    };
    own.get(name).map_or_else(built_in, Ok)
}

/// The working week that is assumed where a register says nothing: Saturday to Thursday noon in Iran, Monday to Friday
/// elsewhere. `init` writes it into the settings, so that nobody has to know this.
pub fn usual_week(calendar: CalendarKind) -> WeekFile {
    let full = || vec!["09:00-17:00".to_owned()];
    let weekdays = WeekFile { monday: full(), tuesday: full(), wednesday: full(), ..WeekFile::default() };
    match calendar {
        CalendarKind::Jalali => {
            WeekFile { saturday: full(), sunday: full(), thursday: vec!["09:00-13:00".to_owned()], ..weekdays }
        }
        CalendarKind::Gregorian => WeekFile { thursday: full(), friday: full(), ..weekdays },
    }
}

fn days_of(week: &WeekFile) -> [(Weekday, &Vec<String>); 7] {
    [
        (Weekday::Sat, &week.saturday),
        (Weekday::Sun, &week.sunday),
        (Weekday::Mon, &week.monday),
        (Weekday::Tue, &week.tuesday),
        (Weekday::Wed, &week.wednesday),
        (Weekday::Thu, &week.thursday),
        (Weekday::Fri, &week.friday),
    ]
}

/// Returns a week in one line, such as `Monday to Friday 09:00-17:00`: days that are alike stand together.
pub fn week_in_words(week: &WeekFile, language: Language) -> String {
    let (to, comma) = match language {
        Language::En => ("to", ", "),
        Language::Fa => ("تا", "، "),
    };
    let days = days_of(week);
    let groups = days.chunk_by(|(_, slots), (_, next)| slots == next).filter(|group| !group[0].1.is_empty());
    let group = |group: &[(Weekday, &Vec<String>)]| {
        let (first, last) = (group[0].0, group[group.len() - 1].0);
        let days = if first == last {
            names::weekday(language, first).to_owned()
        } else {
            format!("{} {to} {}", names::weekday(language, first), names::weekday(language, last))
        };
        format!("{days} {}", group[0].1.join(" "))
    };
    groups.map(group).collect::<Vec<_>>().join(comma)
}

fn week_of(file: &WeekFile) -> Result<Week, SettingsError> {
    let mut slots: Vec<(Weekday, Slot)> = Vec::new();
    for (day, texts) in days_of(file) {
        for text in texts {
            slots.push((day, value(REGISTER, "week", text)?));
        }
    }
    Week::new(slots).map_err(|error| wrong(REGISTER, "week", error.to_string()))
}

/// Returns the days off a team has written down.
fn days_off(zone: Zone, file: &HolidaysFile) -> Result<Vec<(NaiveDate, DayOff)>, SettingsError> {
    let day_off = |entry: &register_file::DayOff| {
        // A word that is no kind makes the day no less a day off; `check` names it.
        let kind = entry.kind.parse().unwrap_or(OffKind::Official);
        let added_at = entry.added_at.as_deref().map(|text| added_at(text, zone)).transpose()?;
        Ok((value(HOLIDAYS, "day", &entry.day)?, DayOff::entered(kind, &entry.what, added_at)))
    };
    file.days.iter().map(day_off).collect()
}

/// Returns when a day off was entered: a time, or a day, which means its end, so that a doubt saves no late answer.
fn added_at(text: &str, zone: Zone) -> Result<DateTime<FixedOffset>, SettingsError> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Ok(instant);
    }
    let day: NaiveDate = value(HOLIDAYS, "added_at", text)?;
    let end = zone::instant_or_after(day.and_time(NaiveTime::MIN) + TimeDelta::days(1), zone);
    end.map(|end| end.fixed_offset()).ok_or_else(|| wrong(HOLIDAYS, "added_at", format!("`{text}` is too far away")))
}

/// Returns the year (as references write it) and month of a day in a calendar.
pub fn year_and_month(calendar: CalendarKind, day: NaiveDate) -> Option<(u16, u8)> {
    match calendar {
        CalendarKind::Gregorian => Some((u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?)),
        CalendarKind::Jalali => Jalali::from_gregorian(day).map(|jalali| (jalali.year(), jalali.month())),
    }
}
