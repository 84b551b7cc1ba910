//! Reads and writes the format: YAML in both directions. Pure.
pub mod yaml;
