//! `complaints dispute`: what is resolved outside the organization.

use clap::{Args, ValueEnum};

use crate::cli::Recording;
use crate::commands::advance::{self, checklist};
use crate::commands::desk::Desk;
use crate::commands::recording::{self, Author};
use crate::commands::step::{name, word};
use crate::commands::{Context, long_text};
use crate::domain::clock;
use crate::domain::complaint::Complaint;
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::words::{Acceptance, Channel, DisputeExit, DisputeMethod, DisputeResult, Side};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::text::similar;

/// Record what is resolved outside, with a mediator, an arbitrator or another body
///
/// Nothing begins outside before both sides agreed, knowing the process, its
/// possible outcomes, whether it binds, what it costs and which data it needs. An
/// overdue answer opens the way too, and a complainant may go to a body alone.
/// Bodies are those of `providers:` in complaints/register.yaml, where it lists
/// any. Without an action it says what is possible.
///
/// What is recommended binds nobody: both sides accept it, or nothing follows from
/// it and the dispute is dropped. Before a decision is carried out, a side may have
/// it looked at again there; its result is recorded anew.
///
/// What has to be done after the result:
///     complaints advance REF accept --remedy … --until …
///
/// Example:   complaints dispute 147 propose --body "Mediation centre" \
///                --why "Both want to go on trading"
///            complaints dispute 147 consent --side complainant --accepted \
///                --text "Told the process and the cost"
///            complaints dispute 147 notify --method letter --text "Sent to her and to the centre"
///            complaints dispute 147 position --settler sara \
///                --text "We accept the delay, not the loss"
///            complaints dispute 147 start --how facilitative --text "Dr Karimi"
///            complaints dispute 147 result --result settled --text "A voucher"
///            complaints dispute 147 close --text "Told her; we print the day now"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct DisputeArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What happened; without it: what is possible
    #[arg(value_name = "ACTION")]
    action: Option<Action>,
    /// The outside body: a code or name of the register's list
    #[arg(long, value_name = "NAME", value_parser = name)]
    body: Option<String>,
    /// The reasons
    #[arg(long, value_name = "TEXT", group = "words")]
    why: Option<String>,
    /// Who says so: complainant, organization
    #[arg(long, value_name = "SIDE", value_parser = word(Side::ALL, Side::as_str))]
    side: Option<Side>,
    /// How it agreed: oral (also when no value is given) or written
    #[arg(long, value_name = "HOW", num_args = 0..=1, default_missing_value = "oral",
          value_parser = word(Acceptance::ALL, Acceptance::as_str))]
    accepted: Option<Acceptance>,
    /// What the neutral does: facilitative, advisory, determinative
    #[arg(long, value_name = "METHOD", value_parser = word(DisputeMethod::ALL, DisputeMethod::as_str))]
    how: Option<DisputeMethod>,
    /// The way by which notice was given: letter, email, …
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    method: Option<Channel>,
    /// Who may settle it for us
    #[arg(long, value_name = "MEMBER", value_parser = name)]
    settler: Option<String>,
    /// Why it ended without a result: no-consent, ineligible, not-taken, withdrawn, timed-out
    #[arg(long, value_name = "REASON", value_parser = word(DisputeExit::ALL, DisputeExit::as_str))]
    because: Option<DisputeExit>,
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
    /// Both sides and the body have the notice of it: --method, --text.
    Notify,
    /// What we accept and contest: --text, and who may settle for us: --settler.
    Position,
    /// The neutral begins: --how, and in --text who it is.
    Start,
    /// The complainant went to a body alone: --body, --why.
    External,
    /// The body came to a result: --result, and its terms in --text.
    Result,
    /// One side accepts what was recommended: --side.
    Accept,
    /// One side does not accept it, so that nothing follows from it: --side, --why.
    Reject,
    /// One side wants the decision looked at again there: --side, --why.
    Contest,
    /// It is over: in --text what was learned and told to the complainant.
    Close,
    /// It ended without a result: --because, --why.
    Drop,
}

impl Action {
    fn kind(self) -> Kind {
        match self {
            Self::Propose => Kind::DisputeProposed,
            Self::Consent => Kind::DisputeConsented,
            Self::Notify => Kind::DisputeNotified,
            Self::Position => Kind::PositionTaken,
            Self::Start => Kind::DisputeStarted,
            Self::External => Kind::WentOutside,
            Self::Result => Kind::DisputeEnded,
            Self::Accept => Kind::RecommendationAccepted,
            Self::Reject => Kind::RecommendationRejected,
            Self::Contest => Kind::DeterminationContested,
            Self::Close => Kind::DisputeClosed,
            Self::Drop => Kind::DisputeDropped,
        }
    }
}

/// Records the action, or shows what is possible.
pub fn run(context: &mut Context, args: &DisputeArgs) -> Outcome {
    let desk = context.desk()?;
    let Some(action) = args.action else { return checklist::run_of(context, &desk, &args.reference, "dispute") };
    let author = Author::of(context, &desk, &args.recording)?;
    let text = match &args.file {
        Some(file) => Some(long_text(context, file)?),
        None => args.text.clone().or_else(|| args.why.clone()),
    };
    let body = args.body.as_deref().map(|typed| body(&desk, action, typed)).transpose()?;
    let settler = args.settler.as_deref().map(|named| author.meant(named));
    if let Some(settler) = &settler {
        context.warn_of_stranger(&desk, settler);
    }
    let event = author.event(context, action.kind(), Facts { text, body, settler, ..args.facts() });
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        let facts = filled_in(&desk, action, &complaint, &event)?;
        recording::admitted(&desk, complaint, Event { facts, ..event.clone() }, author.now)
    })?;
    if !args.recording.dry_run {
        advance::print_step(context, &desk, &after);
    }
    Ok(Exit::Ok)
}

/// Returns the body that was typed, by its code where the register lists it. We go to listed bodies only, where there is a
/// list; a complainant goes wherever they like.
fn body(desk: &Desk, action: Action, typed: &str) -> Result<String, CommandError> {
    let settings = &desk.settings;
    if let Some(code) = settings.provider_named(typed) {
        return Ok(code.to_owned());
    }
    if action == Action::External || settings.providers.is_empty() {
        return Ok(typed.to_owned());
    }
    let failure =
        CommandError::new(Exit::Usage, settings.locale.tell("unknown-provider", &[("provider", typed.into())]));
    Err(match similar::nearest(typed, settings.providers.keys().map(String::as_str)).first() {
        Some(near) => failure.hint(format!("add --body {near}")),
        None => failure.hint("complaints codes provider"),
    })
}

/// Returns the facts with what follows from the record: why it is closed, by when our answer was due, and what the neutrals
/// of the proposed body do.
fn filled_in(desk: &Desk, action: Action, complaint: &Complaint, event: &Event) -> Result<Facts, CommandError> {
    let facts = event.facts.clone();
    Ok(match action {
        Action::Close => Facts { closure: complaint.closure_outside(), ..facts },
        Action::Propose if complaint.answered_at().is_none() => {
            let due = clock::response_due(complaint, desk.pack(complaint)?, &desk.settings.work);
            Facts { was_due: due.map(|(due, _)| due).filter(|due| *due < event.at), ..facts }
        }
        Action::Start => {
            let proposed = complaint.proposal_outside().and_then(|proposal| proposal.facts.body.as_ref());
            let provider = proposed.and_then(|body| desk.settings.providers.get(body));
            let dispute_method = facts.dispute_method.or(provider.map(|provider| provider.method));
            Facts { dispute_method, ..facts }
        }
        _ => facts,
    })
}

impl DisputeArgs {
    fn facts(&self) -> Facts {
        Facts {
            accepted: self.accepted,
            method: self.method,
            dispute_exit: self.because,
            side: self.side,
            dispute_method: self.how,
            result: self.result,
            ..Facts::default()
        }
    }
}
