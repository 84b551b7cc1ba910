//! `complaints assign`: who answers for a complaint.

use clap::Args;

use crate::cli::Recording;
use crate::commands::recording::{self, Author};
use crate::commands::step::name;
use crate::commands::{Context, advance};
use crate::domain::event::{Facts, Kind};
use crate::error::Outcome;
use crate::exit::Exit;

/// Make somebody the owner of a complaint
///
/// Example:   complaints assign 147 reza --why "speaks Arabic"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct AssignArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// The member who answers for it from now on
    #[arg(value_name = "MEMBER", value_parser = name)]
    owner: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the new owner.
pub fn run(context: &mut Context, args: &AssignArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let facts = Facts { owner: Some(args.owner.clone()), text: args.why.clone(), ..Facts::default() };
    let event = author.event(context, Kind::Assigned, facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |mut complaint| {
        complaint.owner = Some(args.owner.clone());
        recording::admitted(&desk, complaint, event.clone(), author.now)
    })?;
    if !desk.settings.members.iter().any(|member| member.id == args.owner) {
        context.ui.warning(&desk.settings.locale.tell("unknown-owner", &[("owner", (&args.owner).into())]));
    }
    if !args.recording.dry_run {
        advance::print_standing(context, &desk, &after);
    }
    Ok(Exit::Ok)
}
