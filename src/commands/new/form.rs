//! What can be said about a new complaint: the same words as options and as keys of a file.

use clap::Args;
use serde::Deserialize;

use crate::commands::Context;
use crate::commands::recording::Author;
use crate::commands::step::{number, optional, word};
use crate::domain::code::Code;
use crate::domain::complaint::Complaint;
use crate::domain::words::{Accommodation, Channel, Priority, Role, Segment, YesNo};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;

/// A new complaint as it was told.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(in crate::commands) struct Form {
    /// What happened, in the complainant's own words
    #[arg(long, value_name = "TEXT")]
    pub(super) statement: Option<String>,
    /// A line that names the matter
    #[arg(long, value_name = "TEXT")]
    pub(super) subject: Option<String>,
    /// The complainant's name
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// A telephone number of the complainant (can be repeated)
    #[arg(long, value_name = "NUMBER")]
    #[serde(deserialize_with = "one_or_many")]
    pub(super) phone: Vec<String>,
    /// An e-mail address of the complainant (can be repeated)
    #[arg(long, value_name = "ADDRESS")]
    #[serde(deserialize_with = "one_or_many")]
    pub(super) email: Vec<String>,
    /// The complainant's postal address
    #[arg(long, value_name = "TEXT")]
    pub(super) address: Option<String>,
    /// The complainant wants no name and no contact on record
    #[arg(long, conflicts_with_all = ["name", "phone", "email", "address"])]
    pub(super) anonymous: bool,
    /// What the complainant wants
    #[arg(long, value_name = "TEXT")]
    pub(super) wants: Option<String>,
    /// The way by which it arrived: phone, email, web-form, …
    #[arg(long, value_name = "CHANNEL", value_parser = word(Channel::ALL, Channel::as_str))]
    #[serde(deserialize_with = "optional")]
    pub(super) channel: Option<Channel>,
    /// The product or service: a code or name of the register's list, or any words
    #[arg(long, value_name = "PRODUCT")]
    pub(super) product: Option<String>,
    /// Order or invoice number
    #[arg(long, value_name = "NUMBER")]
    pub(super) order: Option<String>,
    /// When it happened: `yesterday`, `2026-11-18`, `۱۴۰۵/۰۸/۲۷`
    #[arg(long, value_name = "DAY")]
    pub(super) occurred: Option<String>,
    /// When it reached us (default: now)
    #[arg(long, value_name = "TIME")]
    #[serde(alias = "received_at")]
    pub(super) received: Option<String>,
    /// The complainant's language (default: by the script of the statement)
    #[arg(long, value_name = "TAG")]
    #[serde(deserialize_with = "optional")]
    pub(super) language: Option<Code>,
    /// What the complainant needs to be heard: interpreter, hearing, vision, … (can be repeated)
    #[arg(long, value_name = "NEED", value_parser = word(Accommodation::ALL, Accommodation::as_str))]
    #[serde(deserialize_with = "words")]
    pub(super) needs: Vec<Accommodation>,
    /// The only way by which the complainant wants to be reached: phone, email, sms, …
    #[arg(long, value_name = "CHANNEL", value_parser = word(Channel::ALL, Channel::as_str))]
    #[serde(deserialize_with = "optional")]
    pub(super) reply_by: Option<Channel>,
    /// What kind of customer it is: consumer, business, …
    #[arg(long, value_name = "KIND", value_parser = word(Segment::ALL, Segment::as_str))]
    #[serde(deserialize_with = "optional")]
    pub(super) segment: Option<Segment>,
    /// It is a key customer
    #[arg(long)]
    pub(super) key_customer: bool,
    /// What the complainant is to the product: buyer, user, representative, …
    #[arg(long, value_name = "ROLE", value_parser = word(Role::ALL, Role::as_str))]
    #[serde(deserialize_with = "optional")]
    pub(super) role: Option<Role>,
    /// The main category by its code or name, when it is clear already
    #[arg(long, value_name = "CODE")]
    pub(super) category: Option<String>,
    /// How bad it is, when it is clear already: 1 to 5
    #[arg(long, value_name = "1..5", value_parser = number(1..=5))]
    pub(super) severity: Option<u8>,
    /// How soon it must be looked at: low, normal, high, urgent
    #[arg(long, value_name = "PRIORITY", value_parser = word(Priority::ALL, Priority::as_str))]
    #[serde(deserialize_with = "optional")]
    pub(super) priority: Option<Priority>,
    /// Who answers for it
    #[arg(long, value_name = "MEMBER")]
    pub(super) owner: Option<String>,
    /// The date the complainant was told for the answer
    #[arg(long, value_name = "DAY")]
    pub(super) target: Option<String>,
    /// Where an imported record came from.
    #[arg(skip)]
    pub(super) source: Option<SourceForm>,
    /// The pseudonym of a person who complained before, found by the contact.
    #[arg(skip)]
    #[serde(skip)]
    pub(super) person: Option<String>,
}

/// Where an imported record came from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::commands) struct SourceForm {
    /// The other system.
    pub(super) system: String,
    /// The record's id there.
    pub(super) id: String,
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "write it in quotes, or as a list of texts in quotes: a bare number would lose its leading zeros"
)]
enum OneOrMany {
    Nothing(()),
    One(String),
    Many(Vec<String>),
}

fn one_or_many<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(match OneOrMany::deserialize(from)? {
        OneOrMany::Nothing(()) => Vec::new(),
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}

fn words<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<Accommodation>, D::Error> {
    let texts = one_or_many(from)?;
    texts.iter().map(|text| text.parse().map_err(serde::de::Error::custom)).collect()
}

impl Form {
    /// Returns the form when it says enough to be recorded by hand: what happened, and by which way.
    pub(super) fn complete(mut self, context: &Context, locale: &Locale) -> Result<Self, CommandError> {
        if self.statement.as_ref().is_none_or(|statement| statement.trim().is_empty()) {
            return Err(CommandError::new(Exit::Usage, locale.say("statement-missing"))
                .hint("complaints new --channel phone --name \"…\" --phone … --statement \"…\""));
        }
        if self.channel.is_none() && context.world.may_ask() {
            self.channel = Some(Channel::Phone);
        }
        if self.channel.is_none() {
            return Err(CommandError::new(Exit::Usage, locale.say("channel-missing"))
                .hint("add --channel phone, or another of: complaints codes channel"));
        }
        Ok(self)
    }

    /// Returns the form with the name of whoever records it in the place of `me`.
    pub(super) fn told_by(self, author: &Author) -> Self {
        Self { owner: self.owner.map(|owner| author.meant(owner.trim())), ..self }
    }

    /// Returns the form with what an earlier complaint knows about the same complainant; what was said now goes before it.
    pub(super) fn again(self, earlier: &Complaint) -> Result<Self, CommandError> {
        let Some(person) = earlier.person.clone() else {
            let message = format!("`{}` does not know who complained", earlier.reference);
            return Err(CommandError::new(Exit::Usage, message).hint("complaints new --name \"…\" --phone …"));
        };
        let (personal, profile) = (earlier.personal.clone(), &earlier.profile);
        let is_reached_otherwise = !self.phone.is_empty() || !self.email.is_empty() || self.address.is_some();
        let (phone, email, address) = if is_reached_otherwise {
            (self.phone, self.email, self.address)
        } else {
            (personal.phones, personal.emails, personal.address)
        };
        Ok(Self {
            person: Some(person),
            name: self.name.or(personal.name),
            phone,
            email,
            address,
            language: self.language.or_else(|| Some(earlier.language.clone())),
            needs: if self.needs.is_empty() { earlier.needs.clone() } else { self.needs },
            reply_by: self.reply_by.or(profile.reply_by),
            segment: self.segment.or(profile.segment),
            key_customer: self.key_customer || profile.key_customer == Some(YesNo::Yes),
            ..self
        })
    }
}
