//! `complaints feedback`: what the complainant thinks of it.

use clap::Args;

use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::recording::{self, Author};
use crate::commands::step::{number, word};
use crate::domain::event::{Facts, Kind};
use crate::domain::words::{Channel, Solved};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

/// Record what the complainant thinks of the handling and of the outcome
///
/// The two are scored apart, 1 to 5: somebody who was heard well may still not
/// have got what they wanted.
///
/// Example:   complaints feedback 147 --solved yes --handling 5 --outcome 4
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct FeedbackArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// Whether it is solved: yes, partly, no
    #[arg(long, value_name = "ANSWER", value_parser = word(Solved::ALL, Solved::as_str))]
    solved: Option<Solved>,
    /// Satisfaction with how it was handled: 1 to 5
    #[arg(long, value_name = "1..5", value_parser = number(1..=5))]
    handling: Option<u8>,
    /// Satisfaction with what came of it: 1 to 5
    #[arg(long, value_name = "1..5", value_parser = number(1..=5))]
    outcome: Option<u8>,
    /// The way of contact
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    method: Option<Channel>,
    /// The complainant's own words
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the feedback.
pub fn run(context: &mut Context, args: &FeedbackArgs) -> Outcome {
    if args.solved.is_none() && args.handling.is_none() && args.outcome.is_none() && args.text.is_none() {
        return Err(CommandError::new(Exit::Usage, "nothing was said")
            .hint(format!("complaints feedback {} --solved yes --handling 5 --outcome 5", args.reference)));
    }
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let text = args.text.clone().filter(|text| !text.trim().is_empty());
    let facts = Facts {
        solved: args.solved,
        handling: args.handling,
        outcome: args.outcome,
        method: args.method,
        text,
        ..Facts::default()
    };
    let event = author.event(context, Kind::FeedbackReceived, facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        recording::admitted(&desk, complaint, event.clone(), author.now)
    })?;
    recording::say_recorded(context, &desk, &after, &args.recording);
    Ok(Exit::Ok)
}
