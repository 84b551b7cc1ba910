//! `complaints assign`: who answers for a complaint.

use clap::Args;

use crate::cli::Recording;
use crate::commands::many::{self, Deed, Many};
use crate::commands::recording::{self, Author};
use crate::commands::step::name;
use crate::commands::{Context, advance};
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;

/// Make somebody the owner of a complaint
///
/// Example:   complaints assign 147 reza --why "speaks Arabic"
///            complaints assign --where 'state:open owner:sara' reza --why "Sara is on leave"
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    override_usage = "complaints assign [OPTIONS] <REF> <MEMBER>\n       complaints assign [OPTIONS] --where <QUESTION> <MEMBER>"
)]
pub struct AssignArgs {
    /// The complaint
    #[arg(value_name = "REF", required = true)]
    reference: Option<String>,
    /// The member who answers for it from now on
    #[arg(value_name = "MEMBER", required_unless_present = "question", value_parser = name)]
    owner: Option<String>,
    /// Why
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// Instead of one complaint.
    #[command(flatten)]
    many: Many,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the new owner.
pub fn run(context: &mut Context, args: &AssignArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let (reference, owner) = args.many.words(args.reference.as_deref(), args.owner.as_deref())?;
    let owner = author.meant(owner.unwrap_or_default());
    let owner = name(&owner).map_err(|why| CommandError::new(Exit::Usage, why))?;
    let facts = Facts { owner: Some(owner.clone()), text: args.why.clone(), ..Facts::default() };
    let event = author.event(context, Kind::Assigned, facts);
    let assigned = |complaint: Complaint, event: Event| {
        let proposed = Complaint { owner: Some(owner.clone()), ..complaint };
        recording::admitted(&desk, proposed, event, author.now)
    };
    context.warn_of_stranger(&desk, &owner);
    if args.many.is_meant() {
        let deed = Deed { many: &args.many, recording: &args.recording, author: &author, event };
        return many::change(context, &desk, &deed, |complaint, event| {
            let is_so = complaint.owner.as_ref() == Some(&owner);
            if is_so { Ok(None) } else { assigned(complaint, event).map(Some) }
        });
    }
    let after = recording::change_one(context, &desk, reference, &args.recording, |complaint| {
        assigned(complaint, event.clone())
    })?;
    if !args.recording.dry_run {
        advance::print_step(context, &desk, &after);
    }
    Ok(Exit::Ok)
}
