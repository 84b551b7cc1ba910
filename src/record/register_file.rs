//! `register.yaml`: the settings a team shares, as plain serde structs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The settings of a register, as they stand in `complaints/register.yaml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Settings of a register, format 1")]
pub struct RegisterFile {
    /// The format of this file: 1.
    pub format: u32,
    /// The organization's name, as letters print it.
    pub organization: String,
    /// How complainants reach the organization, as receipts print it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactFile>,
    /// en or fa: the language of lists and of letters to those whose language is not known.
    pub language: String,
    /// gregorian or jalali: how days are written, and the year of reference numbers.
    pub calendar: String,
    /// latn or fa: the digits people read; absent: fa where the language is fa.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digits: Option<String>,
    /// The IANA name of the zone in which the organization works.
    pub time_zone: String,
    /// The rule pack of new complaints.
    pub pack: String,
    /// Whether no decision, no letter and no void goes out on one person's word; each step recorded from then on asks for a
    /// second one. An approver is always another person than the author.
    #[serde(default)]
    pub four_eyes: bool,
    /// A register made to be looked at: reading works, writing is refused.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// The working week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<WeekFile>,
    /// Who works here.
    #[serde(default)]
    pub members: Vec<MemberFile>,
    /// The register's own categories, with their names in both languages.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub categories: BTreeMap<String, Labels>,
    /// The register's products, with their names in both languages.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub products: BTreeMap<String, Labels>,
    /// The outside bodies with which disputes are resolved, by code (ISO 10003).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub providers: BTreeMap<String, ProviderFile>,
    /// Questions that are asked often, by name: `mine: state:open owner:me`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub views: BTreeMap<String, String>,
    /// Code and revision that papers carry, by their kind: `receipt: CF-01/2`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub forms: BTreeMap<String, String>,
}

/// How complainants reach the organization.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactFile {
    /// The telephone number for complainants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The e-mail address for complainants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// Working hours of each day, such as `09:00-17:00`; a day without hours is off.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WeekFile {
    /// Hours of Saturday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub saturday: Vec<String>,
    /// Hours of Sunday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sunday: Vec<String>,
    /// Hours of Monday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub monday: Vec<String>,
    /// Hours of Tuesday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tuesday: Vec<String>,
    /// Hours of Wednesday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wednesday: Vec<String>,
    /// Hours of Thursday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thursday: Vec<String>,
    /// Hours of Friday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub friday: Vec<String>,
}

/// Somebody who works with the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberFile {
    /// The short name in events: `sara`.
    pub id: String,
    /// The git e-mail by which the member is known.
    pub email: String,
    /// The name that letters print.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// handler, supervisor, approver, reviewer, manager, auditor. Once a member is approver, a decision needs one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// The highest amount the member may decide on, by currency, in its minor unit.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub limits: BTreeMap<String, i64>,
    /// The first day of membership.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last day of membership.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// A name in both languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// In English.
    pub en: String,
    /// In Persian.
    pub fa: String,
}

/// An outside body with which disputes are resolved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProviderFile {
    /// Its name in English.
    pub en: String,
    /// Its name in Persian.
    pub fa: String,
    /// What its neutrals do: facilitative, advisory or determinative.
    pub method: String,
    /// How to reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What it costs, and who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<String>,
}

/// `complaints/holidays.yaml`: the days off that the team edits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Days off of a register, format 1")]
pub struct HolidaysFile {
    /// The format of this file: 1.
    pub format: u32,
    /// The days off.
    #[serde(default)]
    pub days: Vec<DayOff>,
}

/// A day off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayOff {
    /// The day, such as 2026-11-23.
    pub day: String,
    /// official, provisional or closure.
    pub kind: String,
    /// What it is.
    pub what: String,
    /// Who added it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When it was added, a time or a day: a day off does not make an answer punctual that was late before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added_at: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}
