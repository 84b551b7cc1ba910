//! Where a complaint stands, and who reads it: what every command that shows complaints begins with.

use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::pack::Pack;
use crate::error::CommandError;
use crate::locale::Locale;
use crate::render::reader::{Layer, Reader};
use crate::render::standing::Standing;
use crate::render::table::{Bidi, Look};
use crate::settings::Settings;

/// Columns of a terminal that does not tell its width.
const USUAL_COLUMNS: u16 = 80;

/// Returns where a complaint stands at `now`.
pub(super) fn standing<'c>(
    settings: &Settings,
    complaint: &'c Complaint,
    now: Instant,
) -> Result<Standing<'c>, CommandError> {
    Ok(Standing::of(complaint, pack_of(settings, complaint)?, &settings.work, now))
}

/// Returns the rule pack of a complaint.
pub(super) fn pack_of<'s>(settings: &'s Settings, complaint: &Complaint) -> Result<&'s Pack, CommandError> {
    settings.pack(&complaint.pack).map_err(|error| {
        CommandError::failed(&error).hint(format!("complaints edit {} pack=standard --why \"…\"", complaint.reference))
    })
}

impl Context {
    /// Returns the reader of what is printed on standard output.
    pub(super) fn reader<'a>(&self, desk: &'a Desk, locale: &'a Locale) -> Reader<'a> {
        Reader { locale, names: &desk.settings, look: self.look(), layer: Layer::Open }
    }

    /// Returns where a table on standard output is shown.
    pub(super) fn look(&self) -> Look {
        let terminal = self.world.terminal;
        let bidi = if terminal.output.is_read { Bidi::Isolated } else { Bidi::Plain };
        let width = terminal.output.is_read.then(|| terminal.width.unwrap_or(USUAL_COLUMNS));
        Look { width, bidi }
    }
}
