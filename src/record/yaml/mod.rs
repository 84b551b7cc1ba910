//! YAML in both directions, without knowing what the fields mean.
//!
//! A file is decoded ([`source`]), parsed into a tree that knows its places ([`document`]; quickly by `canonical` where the tool
//! wrote it, else by `parse`) and read into structs ([`read`]). A new file is written in the canonical form ([`emit`]); an
//! existing one is never written anew but patched and proven ([`rewrite`]). What may be wrong is a [`fault`], shown with an
//! [`excerpt`]. Data travels as `serde_json::Value`; no disk, no terminal.

mod align;
mod canonical;
pub mod document;
pub mod emit;
pub mod excerpt;
pub mod fault;
mod parse;
mod patch;
pub mod read;
pub mod rewrite;
mod scalar;
pub mod source;
mod values;
