//! The findings of `check`: for people as text, for programs as JSON.

use serde::Serialize;

use crate::render::style::{ERROR, HINT, LABEL, WARNING};
use crate::text::sanitize;

/// The outcome of `check --format json`.
#[derive(Debug, Serialize)]
pub struct Output<'a> {
    /// The version of this contract.
    pub schema: u8,
    /// How many complaints were looked at.
    pub complaints: usize,
    /// The checks that were made.
    pub checks: Vec<&'static str>,
    /// Everything that was found, by file.
    pub findings: Vec<Line<'a>>,
}

/// One finding.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    /// The check that found it.
    pub check: &'static str,
    /// The first tier that makes the check.
    pub tier: &'static str,
    /// error or warning.
    pub weight: &'static str,
    /// The file, from the register's root.
    pub file: &'a str,
    /// The line, counted from 1; absent when the file as a whole is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The column in characters, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// What does not fit, in the reader's language.
    pub what: String,
    /// Why it matters, in the reader's language.
    pub why: String,
    /// A command that mends it, or shows what happened.
    pub mend: String,
    /// The lines around it, for people.
    #[serde(skip)]
    pub excerpt: Option<&'a str>,
}

impl Line<'_> {
    /// Returns the finding as a few lines for people: place and what, the lines of the file, why, and what to type.
    pub fn text(&self) -> String {
        let weight = if self.weight == "warning" { WARNING } else { ERROR };
        let place = match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", self.file),
            _ => self.file.to_owned(),
        };
        let what = format!(
            "{}: {} {}",
            sanitize::line(&place),
            weight.paint(&format!("{}:", self.check)),
            sanitize::line(&self.what)
        );
        let excerpt = self.excerpt.unwrap_or_default().lines().map(|line| LABEL.paint(&sanitize::line(line)));
        let mend = HINT.paint(&sanitize::line(&self.mend));
        let below = excerpt.chain([self.why.clone(), mend]);
        [what].into_iter().chain(below.map(|line| format!("    {line}"))).collect::<Vec<_>>().join("\n")
    }
}
