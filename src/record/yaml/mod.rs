//! YAML in both directions, without knowing what the fields mean.
pub mod document;
pub mod emit;
pub mod excerpt;
pub mod fault;
pub mod read;
mod scalar;
pub mod source;
