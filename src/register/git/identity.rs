//! Who writes a commit: the identity as git itself would resolve it, except that nothing is ever guessed from the computer.

use chrono::{DateTime, FixedOffset, Offset, TimeZone, Utc};

use crate::register::environment::Environment;
use crate::register::fault::Fault;
use crate::register::git::Store;
use crate::register::refusal::Refusal;

/// A person as git knows one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
}

/// A person and a time, as they stand in a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::register) struct Signature {
    /// Who.
    pub(in crate::register) person: Person,
    /// When, to the second.
    pub(in crate::register) instant: DateTime<FixedOffset>,
}

/// The two parts a person can play in a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::register) enum Part {
    /// Made the change.
    Author,
    /// Recorded it.
    Committer,
}

impl Part {
    /// Returns the names that git gives to this part in variables and in settings.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Author => ("AUTHOR", "author"),
            Self::Committer => ("COMMITTER", "committer"),
        }
    }
}

impl Signature {
    /// Returns the time as git writes it in variables: seconds and zone.
    pub(in crate::register) fn git_date(&self) -> String {
        format!("@{}", self.time())
    }

    /// Returns person and time as they stand in a commit and in the log of a branch.
    pub(in crate::register) fn in_commit(&self) -> String {
        format!("{} <{}> {}", self.person.name, self.person.email, self.time())
    }

    fn time(&self) -> String {
        // Time begins in 1970 for git: `git fsck` calls what comes before it damaged.
        format!("{} {}", self.instant.timestamp().max(0), self.instant.format("%z"))
    }
}

impl Store {
    /// Returns who plays a part, from the environment, else from git's settings.
    pub(in crate::register) fn person(&self, part: Part, environment: &Environment) -> Result<Person, WhoError> {
        person(part, environment, &|key| self.setting(key))
    }

    /// Returns who plays a part and when: the time of `GIT_AUTHOR_DATE` or `GIT_COMMITTER_DATE`, else the given one.
    pub(in crate::register) fn signature(
        &self,
        part: Part,
        environment: &Environment,
        now: DateTime<FixedOffset>,
    ) -> Result<Signature, WhoError> {
        let person = self.person(part, environment)?;
        let variable = format!("GIT_{}_DATE", part.names().0);
        let instant = match environment.var(&variable) {
            None => now,
            Some(date) => parse_date(date).ok_or_else(|| Refusal::BadDate { variable, found: date.to_owned() })?,
        };
        Ok(Signature { person, instant })
    }
}

/// Returns who would play a part in a repository that is yet to be created.
pub(in crate::register) fn person_anywhere(part: Part, environment: &Environment) -> Result<Person, WhoError> {
    person(part, environment, &|key| super::open::setting_anywhere(key, environment))
}

fn person(
    part: Part,
    environment: &Environment,
    setting: &dyn Fn(&str) -> Result<Option<String>, Fault>,
) -> Result<Person, WhoError> {
    let (variable, section) = part.names();
    let find = |field: &str, further: Option<&str>| -> Result<String, WhoError> {
        let from_variable = environment.var(&format!("GIT_{variable}_{}", field.to_ascii_uppercase()));
        if let Some(value) = from_variable.and_then(cleaned) {
            return Ok(value);
        }
        for key in [format!("{section}.{field}"), format!("user.{field}")] {
            let value = match environment.configured(&key) {
                Some(value) => Some(value.to_owned()),
                None => setting(&key)?,
            };
            if let Some(value) = value.as_deref().and_then(cleaned) {
                return Ok(value);
            }
        }
        let last = further.and_then(|variable| environment.var(variable)).and_then(cleaned);
        last.ok_or_else(|| Refusal::NoIdentity { missing: format!("user.{field}") }.into())
    };
    Ok(Person { name: find("name", None)?, email: find("email", Some("EMAIL"))? })
}

/// Why it is not known who writes.
#[derive(Debug, thiserror::Error)]
pub enum WhoError {
    /// There is no identity, or a date that cannot be read.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The settings cannot be read.
    #[error(transparent)]
    Failed(#[from] Fault),
}

/// Drops what git drops from names: marks of its own grammar, and blanks and punctuation at both ends.
fn cleaned(value: &str) -> Option<String> {
    let plain: String = value.chars().filter(|character| !matches!(character, '<' | '>' | '\n' | '\0')).collect();
    let trimmed = plain.trim_matches(|character: char| character.is_whitespace() || ".,:;\"\\'".contains(character));
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

/// Reads the exact forms of a date that programs hand to git; the loose ones that people type are not among them.
fn parse_date(text: &str) -> Option<DateTime<FixedOffset>> {
    let text = text.trim();
    let (seconds, zone) = text.strip_prefix('@').unwrap_or(text).split_once(' ').unwrap_or((text, "+0000"));
    if let Ok(seconds) = seconds.trim_start_matches('@').parse() {
        let zone = DateTime::parse_from_str(&format!("2000-01-01 00:00:00 {zone}"), "%Y-%m-%d %H:%M:%S %z").ok()?;
        return zone.timezone().timestamp_opt(seconds, 0).single();
    }
    DateTime::parse_from_rfc3339(text).or_else(|_| DateTime::parse_from_rfc2822(text)).ok()
}

/// Returns the instant of a commit's time; one that no calendar holds becomes the beginning of time as git counts it.
pub(super) fn instant(time: git2::Time) -> DateTime<FixedOffset> {
    let zone = time.offset_minutes().checked_mul(60).and_then(FixedOffset::east_opt).unwrap_or(Utc.fix());
    zone.timestamp_opt(time.seconds(), 0).single().unwrap_or_else(|| DateTime::UNIX_EPOCH.with_timezone(&zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exact_forms_of_a_date_are_read() {
        for text in
            ["@1793169300 +0330", "1793169300 +0330", "2026-10-28T10:05:00+03:30", "Wed, 28 Oct 2026 10:05:00 +0330"]
        {
            let date = parse_date(text).expect(text);
            assert_eq!(date.to_rfc3339(), "2026-10-28T10:05:00+03:30", "{text}");
        }
        for text in ["", "yesterday", "@", "@x +0000", "@1 +9999", "@99999999999999999999 +0000"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_is_cleaned_as_git_cleans_it() {
        assert_eq!(cleaned(" Sara <x>. ").as_deref(), Some("Sara x"));
        assert_eq!(cleaned(" . "), None);
        assert_eq!(cleaned("سارا").as_deref(), Some("سارا"));
    }

    #[test]
    fn a_time_before_that_of_git_is_where_it_begins() {
        let person = Person { name: "Sara".to_owned(), email: "s@example.org".to_owned() };
        let instant = "1969-12-31T23:59:59+03:30".parse().expect("an instant");
        assert_eq!(Signature { person, instant }.in_commit(), "Sara <s@example.org> 0 +0330");
    }

    #[test]
    fn a_damaged_time_of_a_commit_is_no_panic() {
        assert_eq!(instant(git2::Time::new(i64::MAX, 0)).timestamp(), 0);
        assert_eq!(instant(git2::Time::new(0, i32::MAX)).timestamp(), 0);
    }

    proptest::proptest! {
        #[test]
        fn no_date_makes_the_parser_panic(text in "\\PC*|@?[0-9]{0,20} [+-][0-9]{0,5}") {
            let _ = parse_date(&text);
        }
    }
}
