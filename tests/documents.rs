//! The documents say what the program does: their console blocks are replayed.

mod support;
