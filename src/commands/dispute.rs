//! `complaints dispute`: what is resolved outside the organization.

use clap::{Args, ValueEnum};

use crate::cli::Recording;
use crate::commands::recording::{self, Author};
use crate::commands::step::{name, word};
use crate::commands::{Context, advance, long_text};
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::words::{Acceptance, DisputeMethod, DisputeResult, Side};
use crate::error::Outcome;
use crate::exit::Exit;

/// Record what is resolved outside, with a mediator, an arbitrator or another body
///
/// Nothing begins outside before both sides agreed, knowing the process, its possible outcomes, whether it binds, what it
/// costs and which data it needs. A complainant may go to a body alone, too. What has to be done after the result goes
/// through: complaints advance REF accept --remedy … --until …
///
/// Example:   complaints dispute 147 propose --body "Mediation centre" --why "Both want to go on trading"
///            complaints dispute 147 consent --side complainant --accepted --text "Told the process and the cost"
///            complaints dispute 147 start --how facilitative --text "Dr Karimi"
///            complaints dispute 147 result --result settled --text "A voucher"
///            complaints dispute 147 close --text "Told her; we print the day now"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct DisputeArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What happened
    #[arg(value_name = "ACTION")]
    action: Action,
    /// The outside body
    #[arg(long, value_name = "NAME", value_parser = name)]
    body: Option<String>,
    /// The reasons
    #[arg(long, value_name = "TEXT", group = "words")]
    why: Option<String>,
    /// Who agrees: complainant, organization
    #[arg(long, value_name = "SIDE", value_parser = word(Side::ALL, Side::as_str))]
    side: Option<Side>,
    /// How it agreed: oral (also when no value is given) or written
    #[arg(long, value_name = "HOW", num_args = 0..=1, default_missing_value = "oral",
          value_parser = word(Acceptance::ALL, Acceptance::as_str))]
    accepted: Option<Acceptance>,
    /// What the neutral does: facilitative, advisory, determinative
    #[arg(long, value_name = "METHOD", value_parser = word(DisputeMethod::ALL, DisputeMethod::as_str))]
    how: Option<DisputeMethod>,
    /// How it ended: settled, recommended, determined
    #[arg(long, value_name = "RESULT", value_parser = word(DisputeResult::ALL, DisputeResult::as_str))]
    result: Option<DisputeResult>,
    /// What was told, agreed or learned
    #[arg(long, value_name = "TEXT", group = "words")]
    text: Option<String>,
    /// Read the words from a file, or `-` for standard input
    #[arg(short = 'F', long, value_name = "FILE", group = "words")]
    file: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// What happens in a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    /// An outside body is proposed: --body, --why.
    Propose,
    /// One side agrees: --side, --accepted, and in --text what it was told.
    Consent,
    /// The neutral begins: --how, and in --text who it is.
    Start,
    /// The complainant went to a body alone: --body, --why.
    External,
    /// The body came to a result: --result, and its terms in --text.
    Result,
    /// It is over: in --text what was learned and told to the complainant.
    Close,
}

impl Action {
    fn kind(self) -> Kind {
        match self {
            Self::Propose => Kind::DisputeProposed,
            Self::Consent => Kind::DisputeConsented,
            Self::Start => Kind::DisputeStarted,
            Self::External => Kind::WentOutside,
            Self::Result => Kind::DisputeEnded,
            Self::Close => Kind::DisputeClosed,
        }
    }
}

/// Records the action.
pub fn run(context: &mut Context, args: &DisputeArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let text = match &args.file {
        Some(file) => Some(long_text(context, file)?),
        None => args.text.clone().or_else(|| args.why.clone()),
    };
    let event = author.event(context, args.action.kind(), Facts { text, ..args.facts() });
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        let closure = complaint.closure_outside().filter(|_| args.action == Action::Close);
        let facts = Facts { closure, ..event.facts.clone() };
        recording::admitted(&desk, complaint, Event { facts, ..event.clone() }, author.now)
    })?;
    if !args.recording.dry_run {
        advance::print_standing(context, &desk, &after);
    }
    Ok(Exit::Ok)
}

impl DisputeArgs {
    fn facts(&self) -> Facts {
        Facts {
            accepted: self.accepted,
            body: self.body.clone(),
            side: self.side,
            dispute_method: self.how,
            result: self.result,
            ..Facts::default()
        }
    }
}
