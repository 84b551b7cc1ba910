//! What differs between two texts, as git shows it.

use std::path::Path;

use crate::register::fault::Fault;
use crate::register::layout::RegisterPath;

/// Returns how a file becomes another, as a patch with the lines around each change and no line end after the last.
pub fn patch(path: &RegisterPath, before: &[u8], after: &[u8]) -> Result<String, Fault> {
    let fault = || Fault::git("compare two texts");
    let path = Some(Path::new(path.as_str()));
    let mut change = git2::Patch::from_buffers(before, path, after, path, None).map_err(fault())?;
    let text = change.to_buf().map_err(fault())?;
    let text = String::from_utf8_lossy(&text);
    // As with git's `diff.suppressBlankEmpty`: no line ends with a blank that is not the file's.
    Ok(text.lines().map(|line| if line == " " { "" } else { line }).collect::<Vec<_>>().join("\n"))
}
