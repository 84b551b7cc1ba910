//! Reads and writes the format: YAML in both directions. Pure.
