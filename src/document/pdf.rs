//! Papers as PDF, for builds with the feature `pdf`; other builds say that they have none.
//!
//! A PDF is filled as a template of any other format is: with the same fields and the same words.

use std::collections::BTreeMap;

use super::page::Print;
use super::template::{Field, TemplateError};
use crate::domain::Instant;

#[cfg(feature = "pdf")]
mod typeset;
#[cfg(feature = "pdf")]
pub(super) use typeset::print;

/// Whether this program was built with PDF.
pub const IS_BUILT: bool = cfg!(feature = "pdf");

/// What stands in a PDF beside its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// A name that no other paper has.
    pub name: String,
    /// The time of the record that the paper tells; `None` for a blank one.
    pub told_at: Option<Instant>,
}

/// What fills a layout.
pub struct Filling {
    /// The file name of the layout.
    pub layout: &'static str,
    /// What the paper says.
    pub fields: Vec<(&'static str, Field)>,
    /// The reader's words.
    pub words: BTreeMap<&'static str, Field>,
    /// How large it is printed.
    pub print: Print,
}

/// Why there is no PDF.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The program was built without it.
    #[error("this program was built without PDF")]
    NotBuilt,
    /// The layout is wrong.
    #[error(transparent)]
    Layout(#[from] TemplateError),
}

#[cfg(not(feature = "pdf"))]
pub(super) fn print(_: Filling, _: &Imprint, _: &crate::locale::Locale) -> Result<Vec<u8>, PdfError> {
    Err(PdfError::NotBuilt)
}
