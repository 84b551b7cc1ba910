//! Roles of text and their colours: the only file that names a colour.
//!
//! The streams strip the escapes where nobody can see them (pipe, `NO_COLOR`, `TERM=dumb`).

use anstyle::{AnsiColor, Style};

/// What a piece of text is.
#[derive(Clone, Copy, Debug)]
pub struct Role(Style);

/// The label of an error.
pub const ERROR: Role = Role(AnsiColor::Red.on_default().bold());
/// The label of a warning.
pub const WARNING: Role = Role(AnsiColor::Yellow.on_default().bold());
/// The label of a hint, and a command to type.
pub const HINT: Role = Role(AnsiColor::Cyan.on_default());
/// A reference number.
pub const REFERENCE: Role = Role(Style::new().bold());
/// A date that has passed.
pub const OVERDUE: Role = Role(AnsiColor::Red.on_default());
/// Something done.
pub const DONE: Role = Role(AnsiColor::Green.on_default());
/// A name of a field.
pub const LABEL: Role = Role(Style::new().dimmed());

impl Role {
    /// Returns `text` in the role's colour.
    pub fn paint(self, text: &str) -> String {
        format!("{}{text}{}", self.0.render(), self.0.render_reset())
    }
}
