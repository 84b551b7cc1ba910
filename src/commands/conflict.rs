//! `complaints conflict`: who has an interest of their own in a complaint, and whether the complainant was told.

use clap::Args;

use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::recording::{self, Author};
use crate::commands::step::{name, word};
use crate::domain::event::{Facts, Kind};
use crate::domain::words::{Channel, YesNo};
use crate::error::Outcome;
use crate::exit::Exit;

/// Declare a conflict of interest, or that there is none
///
/// Whoever has one neither examines the complaint nor decides, approves or
/// reviews it, until it is declared that there is none any more. Say with --told
/// how the complainant heard of it; without it the story says that they were not
/// told.
///
/// Example:   complaints conflict 147 reza --why "The driver is his brother" --told phone
///            complaints conflict 147 sara --none
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ConflictArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// Who has it, or has none
    #[arg(value_name = "MEMBER", value_parser = name)]
    member_concerned: String,
    /// What it is
    #[arg(long, value_name = "TEXT", conflicts_with = "none")]
    why: Option<String>,
    /// There is none
    #[arg(long)]
    none: bool,
    /// How the complainant was told: phone, email, letter, …
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str), conflicts_with = "none")]
    told: Option<Channel>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the declaration.
pub fn run(context: &mut Context, args: &ConflictArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let member_concerned = author.meant(&args.member_concerned);
    let facts = Facts {
        declarer: Some(member_concerned.clone()),
        conflict: Some(if args.none { YesNo::No } else { YesNo::Yes }),
        text: args.why.clone(),
        method: args.told,
        ..Facts::default()
    };
    let event = author.event(context, Kind::ConflictDeclared, facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        recording::admitted(&desk, complaint, event.clone(), author.now)
    })?;
    recording::say_of_part(context, &desk, &after, &member_concerned, &args.recording);
    Ok(Exit::Ok)
}
