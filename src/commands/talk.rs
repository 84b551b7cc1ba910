//! `complaints talk`: a contact with the complainant.

use clap::Args;

use crate::cli::Recording;
use crate::commands::many::{self, Deed, Many};
use crate::commands::recording::{self, Author};
use crate::commands::step::word;
use crate::commands::{Context, note};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::words::Channel;
use crate::error::Outcome;
use crate::exit::Exit;

/// Record a contact with the complainant: what was said, and how
///
/// Example:   complaints talk 147 "Told her that the courier was asked" --method phone
///            complaints talk --where 'state:open product:express-delivery' \
///                "Wrote that the strike is over" --method email
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    override_usage = "complaints talk [OPTIONS] <REF> [TEXT]\n       complaints talk [OPTIONS] --where <QUESTION> [TEXT]"
)]
pub struct TalkArgs {
    /// The complaint
    #[arg(value_name = "REF", required_unless_present = "question")]
    reference: Option<String>,
    /// What was said
    #[arg(value_name = "TEXT", conflicts_with = "file")]
    text: Option<String>,
    /// The way of contact (default: the way the complaint arrived)
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    method: Option<Channel>,
    /// Read what was said from a file, or `-` for standard input
    #[arg(short = 'F', long, value_name = "FILE")]
    file: Option<String>,
    /// Instead of one complaint.
    #[command(flatten)]
    many: Many,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the contact.
pub fn run(context: &mut Context, args: &TalkArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let (reference, text) = args.many.words(args.reference.as_deref(), args.text.as_deref())?;
    let text = note::text_or_file(context, &desk.settings.locale, text, args.file.as_deref())?;
    let event = author.event(context, Kind::Talked, Facts { text, ..Facts::default() });
    let talked = |complaint: Complaint, mut event: Event| {
        event.facts.method = args.method.or(Some(complaint.channel));
        recording::admitted(&desk, complaint, event, author.now)
    };
    if args.many.is_meant() {
        let deed = Deed { many: &args.many, recording: &args.recording, author: &author, event };
        return many::change(context, &desk, &deed, |complaint, event| talked(complaint, event).map(Some));
    }
    let after = recording::change_one(context, &desk, reference, &args.recording, |complaint| {
        talked(complaint, event.clone())
    })?;
    recording::say_recorded(context, &desk, &after, &args.recording);
    Ok(Exit::Ok)
}
