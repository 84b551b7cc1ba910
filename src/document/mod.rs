//! What leaves the house on paper or as a message: views of the domain in a reader's words, and the templates that lay
//! them out. Pure.
//!
//! Nothing here knows where a record is stored or how a paper is sent. What a stranger wrote is data in every format: it
//! is made harmless when a view takes it up, and escaped when a template prints it.

pub mod letter;
pub mod locked;
pub mod mail;
pub mod page;
pub mod pdf;
pub mod qr;
pub mod receipt;
pub mod shelf;
pub mod template;
pub mod trial;

pub(crate) mod markdown;
mod seen;
mod wrap;

#[cfg(test)]
mod labels;
