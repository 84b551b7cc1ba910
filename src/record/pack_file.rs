//! Rule packs: YAML in, [`Pack`] out. The built-in ones are embedded.

use serde::Deserialize;

use std::collections::BTreeMap;

use super::yaml::document::Document;
use super::yaml::read::read as read_document;
use super::yaml::source::Source;
use crate::domain::pack::{Limit, Pack, Unit};
use crate::domain::rules::{Requirement, Step};

/// The built-in packs, by name.
const BUILT_IN: &[(&str, &str)] = &[
    ("standard", include_str!("../../templates/packs/standard.yaml")),
    ("hours-24-72", include_str!("../../templates/packs/hours-24-72.yaml")),
    ("minimal", include_str!("../../templates/packs/minimal.yaml")),
];

/// Why a pack cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// There is no pack of this name.
    #[error("`{name}` is no rule pack; built in are: {}", built_in_names().collect::<Vec<_>>().join(" "))]
    Unknown {
        /// The name.
        name: String,
    },
    /// The pack's text cannot be read.
    #[error("the rule pack `{name}` cannot be read: {cause}")]
    Unreadable {
        /// The name.
        name: String,
        /// Why.
        cause: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackFile {
    #[serde(rename = "format")]
    _format: u32,
    id: String,
    acknowledge: Option<LimitFile>,
    respond: Option<LimitFile>,
    review_window_days: u16,
    attempts: u8,
    #[serde(default)]
    requires: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitFile {
    amount: u16,
    unit: String,
}

/// Returns the names of the built-in packs.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// Returns a built-in pack.
pub fn built_in(name: &str) -> Result<Pack, PackError> {
    let unknown = || PackError::Unknown { name: name.to_owned() };
    let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name).ok_or_else(unknown)?;
    read(name, text)
}

/// Reads a pack from its YAML.
pub fn read(name: &str, text: &str) -> Result<Pack, PackError> {
    let unreadable = |cause: String| PackError::Unreadable { name: name.to_owned(), cause };
    let source = Source::decode(text.as_bytes()).map_err(|fault| unreadable(fault.to_string()))?;
    let document = Document::parse(&source).map_err(|fault| unreadable(fault.to_string()))?;
    let file: PackFile = read_document(&document).map_err(|fault| unreadable(fault.to_string()))?;
    Ok(Pack {
        id: file.id.parse().map_err(|error: crate::domain::code::NotACode| unreadable(error.to_string()))?,
        acknowledge: file.acknowledge.as_ref().map(limit).transpose().map_err(unreadable)?,
        respond: file.respond.as_ref().map(limit).transpose().map_err(unreadable)?,
        review_window_days: file.review_window_days,
        attempts: file.attempts,
        requires: file.requires.iter().map(requirements).collect::<Result<_, _>>().map_err(unreadable)?,
    })
}

fn limit(file: &LimitFile) -> Result<Limit, String> {
    let unit: Unit = file.unit.parse().map_err(|error: crate::domain::code::UnknownWord| error.to_string())?;
    Ok(Limit { amount: file.amount, unit })
}

fn requirements((step, items): (&String, &Vec<String>)) -> Result<(Step, Vec<Requirement>), String> {
    let word = |error: crate::domain::code::UnknownWord| error.to_string();
    let items = items.iter().map(|item| item.parse().map_err(word)).collect::<Result<_, _>>()?;
    Ok((step.parse().map_err(word)?, items))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_pack_can_be_read_under_its_own_name() {
        for name in built_in_names() {
            let pack = built_in(name).expect("a readable pack");
            assert_eq!(pack.id.as_str(), name);
        }
    }

    #[test]
    fn an_unknown_pack_names_those_there_are() {
        let error = built_in("standart").expect_err("no such pack");
        assert_eq!(error.to_string(), "`standart` is no rule pack; built in are: standard hours-24-72 minimal");
    }
}
