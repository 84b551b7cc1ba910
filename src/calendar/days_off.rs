//! Days off: what they are, why they are off, and since when that is known.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset};

use crate::text::language::Language;

/// A day off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOff {
    /// How sure it is, and whose it is.
    pub kind: OffKind,
    /// What it is, in English and Persian where both are known, else as somebody wrote it.
    pub name: [Cow<'static, str>; 2],
    /// When it was entered; `None` where it was always known.
    pub added_at: Option<DateTime<FixedOffset>>,
}

/// How sure a day off is, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffKind {
    /// A public holiday.
    Official,
    /// A day off that is expected and not yet announced.
    Provisional,
    /// A day on which this organization is closed.
    Closure,
}

/// A text that names no kind of day off.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is none of official provisional closure")]
pub struct UnknownKind {
    /// What was written.
    pub found: String,
}

impl DayOff {
    /// Returns a day off that somebody entered; `None` for the time where nobody knows it.
    pub fn entered(kind: OffKind, what: &str, added_at: Option<DateTime<FixedOffset>>) -> Self {
        Self { kind, name: [what, what].map(|name| Cow::Owned(name.to_owned())), added_at }
    }

    /// Returns what it is, in a language where that is known.
    pub fn name(&self, language: Language) -> &str {
        let [english, persian] = &self.name;
        match language {
            Language::En => english,
            Language::Fa => persian,
        }
    }
}

impl OffKind {
    /// Every kind, the surest first.
    pub const ALL: [Self; 3] = [Self::Official, Self::Provisional, Self::Closure];

    /// Returns the word as it stands in files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Provisional => "provisional",
            Self::Closure => "closure",
        }
    }
}

impl fmt::Display for OffKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl FromStr for OffKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let named = |kind: &Self| kind.as_str() == text;
        Self::ALL.into_iter().find(named).ok_or_else(|| UnknownKind { found: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::calendar::holidays::PublicHolidays;

    #[test]
    fn a_kind_is_read_back_from_its_word() {
        for kind in OffKind::ALL {
            assert_eq!(kind.to_string().parse(), Ok(kind));
        }
        assert_eq!("holiday".parse::<OffKind>(), Err(UnknownKind { found: "holiday".into() }));
    }

    #[test]
    fn a_built_in_holiday_has_a_name_in_both_languages() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 21).expect("a day");
        let off = PublicHolidays::SolarIran.on(day).expect("a holiday");
        assert_eq!((off.name(Language::En), off.name(Language::Fa)), ("Nowruz", "آغاز نوروز"));
        let closure = DayOff::entered(OffKind::Closure, "moving", None);
        assert_eq!((closure.name(Language::En), closure.name(Language::Fa)), ("moving", "moving"));
    }
}
