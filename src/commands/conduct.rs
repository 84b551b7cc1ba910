//! `complaints conduct`: what makes it hard to help a complainant, and the restriction of contact that follows from it.

use clap::{Args, ValueEnum};

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::recording::{self, Author};
use crate::commands::step::word;
use crate::commands::{Context, long_text, typed_error};
use crate::domain::event::{Facts, Kind};
use crate::domain::words::{ConductKind, Restriction};
use crate::error::Outcome;
use crate::exit::Exit;

/// Record unreasonable conduct, and the restriction of contact that follows
///
/// A restriction has a day on which it is looked at again, which stands in
/// `complaints due` until it ends. The complaint is judged on its merits all the
/// same: neither its way nor its clocks change. `show` names the restriction, not
/// the reasons.
///
/// Example:   complaints conduct 147 record --kind behaviour --text "Insulted the driver"
///            complaints conduct 147 record --kind persistence --text "Calls ten times a day" \
///                --restriction written-only --until 1405-11-01
///            complaints conduct 147 review --text "No better yet" --until 1405-12-01
///            complaints conduct 147 end --why "Two quiet months"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ConductArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What is done
    #[arg(value_name = "ACTION")]
    action: Action,
    /// What kind of conduct it is: demands, persistence, non-cooperation, arguments, behaviour
    #[arg(long, value_name = "KIND", value_parser = word(ConductKind::ALL, ConductKind::as_str))]
    kind: Option<ConductKind>,
    /// What happened, or what the review found
    #[arg(long, value_name = "TEXT", group = "words")]
    text: Option<String>,
    /// Why it ends
    #[arg(long, value_name = "TEXT", group = "words")]
    why: Option<String>,
    /// Read the words from a file, or `-` for standard input
    #[arg(short = 'F', long, value_name = "FILE", group = "words")]
    file: Option<String>,
    /// How contact is restricted: one-contact, written-only, set-times, set-matters, no-visits
    #[arg(long, value_name = "HOW", value_parser = word(Restriction::ALL, Restriction::as_str))]
    restriction: Option<Restriction>,
    /// When the restriction is looked at again
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// What is done about conduct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    /// It happened: --kind, --text, and perhaps --restriction with --until.
    Record,
    /// The restriction goes on: --text, --until.
    Review,
    /// The restriction ends: --why.
    End,
}

impl Action {
    fn kind(self) -> Kind {
        match self {
            Self::Record => Kind::ConductRecorded,
            Self::Review => Kind::ConductReviewed,
            Self::End => Kind::ConductEnded,
        }
    }
}

/// Records the action.
pub fn run(context: &mut Context, args: &ConductArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let text = match &args.file {
        Some(file) => Some(long_text(context, file)?),
        None => args.text.clone().or_else(|| args.why.clone()),
    };
    let zone = desk.settings.locale.zone;
    let until = args.until.as_deref().map(|typed| typed::limit(typed, author.now, zone)).transpose();
    let until = until.map_err(|error| typed_error(&desk.settings.locale, "--until", &error))?;
    let facts = Facts { text, conduct: args.kind, restriction: args.restriction, until, ..Facts::default() };
    let event = author.event(context, args.action.kind(), facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        recording::admitted(&desk, complaint, event.clone(), author.now)
    })?;
    recording::say_recorded(context, &desk, &after, &args.recording);
    Ok(Exit::Ok)
}
