//! The binary: hands the real world to the library and leaves with its exit code.

fn main() {}
