//! `complaints talk`: a contact with the complainant.

use clap::Args;

use crate::cli::Recording;
use crate::commands::recording::{self, Author};
use crate::commands::step::word;
use crate::commands::{Context, note};
use crate::domain::event::{Facts, Kind};
use crate::domain::words::Channel;
use crate::error::Outcome;
use crate::exit::Exit;

/// Record a contact with the complainant: what was said, and how
///
/// Example:   complaints talk 147 "Told her that the courier was asked" --method phone
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct TalkArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What was said
    #[arg(value_name = "TEXT", conflicts_with = "file")]
    text: Option<String>,
    /// The way of contact (default: the way the complaint arrived)
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    method: Option<Channel>,
    /// Read what was said from a file, or `-` for standard input
    #[arg(short = 'F', long, value_name = "FILE")]
    file: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the contact.
pub fn run(context: &mut Context, args: &TalkArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let text = note::text_or_file(context, &desk.settings.locale, args.text.as_deref(), args.file.as_deref())?;
    let event = author.event(context, Kind::Talked, Facts { text, ..Facts::default() });
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        let mut event = event.clone();
        event.facts.method = args.method.or(Some(complaint.channel));
        recording::admitted(&desk, complaint, event, author.now)
    })?;
    recording::say_recorded(context, &desk, &after, &args.recording);
    Ok(Exit::Ok)
}
