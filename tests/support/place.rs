//! Where a program lies.

use std::path::PathBuf;

/// Returns where a program lies. One that is named by its place is begun without a copy of this large process, which is most
/// of what beginning it costs.
pub(crate) fn place_of(program: &str) -> PathBuf {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&folders).map(|folder| folder.join(program));
    places.find(|place| place.is_file()).unwrap_or_else(|| program.into())
}
