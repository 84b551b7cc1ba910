//! The catalogue of errors: what people type, what is printed, how it ends.

mod support;
