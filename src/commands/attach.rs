//! `complaints attach`: a piece of evidence, kept beside the record with its fingerprint.

use clap::Args;
use sha2::{Digest, Sha256};

use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::desk::Desk;
use crate::commands::recording::{self, Author, Decided};
use crate::domain::event::{Facts, Kind};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::register::change::Change;
use crate::register::layout::RegisterPath;

/// The largest file that is taken in, in bytes: git keeps every version of it for ever.
const MAX_BYTES: usize = 25 << 20;

/// Keep a piece of evidence with a complaint
///
/// The file is copied beside the record and committed with it; the record keeps
/// its SHA-256, so that a later change of it is seen. Nothing is opened, unpacked
/// or shown.
///
/// Example:   complaints attach 147 photo.jpg --text "The parcel as it arrived"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct AttachArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// The file
    #[arg(value_name = "FILE")]
    file: String,
    /// The name under which it is kept (default: its own, cleaned)
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// What it shows
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Copies and records the evidence.
pub fn run(context: &mut Context, args: &AttachArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let bytes = context.input_bytes(&args.file)?;
    if bytes.len() > MAX_BYTES {
        return Err(too_large(&desk, args, bytes.len()));
    }
    let path = desk.find(&args.reference)?;
    let name = clean_name(args.name.as_deref().unwrap_or(&args.file))?;
    let place = path.evidence(&name).map_err(|error| CommandError::of(Exit::Usage, &error))?;
    let facts = Facts {
        file: Some(name),
        sha256: Some(fingerprint(&bytes)),
        bytes: u64::try_from(bytes.len()).ok(),
        text: args.text.clone(),
        ..Facts::default()
    };
    let event = author.event(context, Kind::Attached, facts);
    let mut after = None;
    recording::write(context, &desk, &args.recording, |tip| {
        let found = recording::at_tip(tip, path)?;
        refuse_other_content(&desk, tip.read(&place)?.as_deref(), &bytes, &place)?;
        let decided =
            recording::decide(&found, |complaint| recording::admitted(&desk, complaint, event.clone(), author.now))?;
        after = Some(decided.after.clone());
        Ok(change(&decided, &place, &bytes))
    })?;
    if let Some(after) = after {
        recording::say_recorded(context, &desk, &after, &args.recording);
    }
    Ok(Exit::Ok)
}

fn change(decided: &Decided, place: &RegisterPath, bytes: &[u8]) -> Change {
    Change {
        files: vec![(decided.path.file(), decided.text.clone().into_bytes()), (place.clone(), bytes.to_vec())],
        message: recording::message(decided),
    }
}

/// Evidence is never replaced: another content needs another name.
fn refuse_other_content(
    desk: &Desk,
    kept: Option<&[u8]>,
    bytes: &[u8],
    place: &RegisterPath,
) -> Result<(), CommandError> {
    if kept.is_none_or(|kept| kept == bytes) {
        return Ok(());
    }
    let locale = &desk.settings.locale;
    let taken = locale.tell("attach-taken", &[("place", (&place.to_string()).into())]);
    Err(CommandError::new(Exit::Refused, taken).hint(locale.say("hint-other-name")))
}

fn too_large(desk: &Desk, args: &AttachArgs, bytes: usize) -> CommandError {
    let locale = &desk.settings.locale;
    let sizes = [
        ("file", args.file.as_str().into()),
        ("size", bytes.div_ceil(1 << 20).into()),
        ("most", (MAX_BYTES >> 20).into()),
    ];
    CommandError::new(Exit::Usage, locale.tell("attach-too-large", &sizes))
        .hint(locale.tell("hint-kept-elsewhere", &[("reference", args.reference.as_str().into())]))
}

/// Returns the SHA-256 of some bytes in hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Returns a file name without folders, controls, direction marks and what shells or other systems stumble over.
fn clean_name(typed: &str) -> Result<String, CommandError> {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or(typed);
    let keep = |character: char| character.is_alphanumeric() || matches!(character, '.' | '-' | '_');
    let cleaned: String = last.chars().map(|character| if keep(character) { character } else { '-' }).collect();
    let cleaned = cleaned.trim_matches(['.', '-']).to_owned();
    if cleaned.is_empty()
        || cleaned.len() > 120
        || std::path::Path::new(&cleaned).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("yaml"))
    {
        return Err(CommandError::new(Exit::Usage, format!("`{last}` cannot be a file name of evidence"))
            .hint("add --name photo-1.jpg"));
    }
    Ok(cleaned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_keeps_what_every_system_can_hold() {
        let clean = |typed: &str| clean_name(typed).map_err(|error| error.message().to_owned());
        assert_eq!(clean("/tmp/عکس ۱.jpg"), Ok("عکس-۱.jpg".to_owned()));
        assert_eq!(clean("../../etc/passwd"), Ok("passwd".to_owned()));
        assert_eq!(clean("a\u{202e}gpj.exe"), Ok("a-gpj.exe".to_owned()));
        assert!(clean("..").is_err());
        assert!(clean("x.yaml").is_err());
    }
}
