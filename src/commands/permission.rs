//! `complaints permission`: who outside may be told about a complaint.

use clap::{Args, ValueEnum};

use crate::cli::Recording;
use crate::commands::recording::{self, Author};
use crate::commands::step::{name, word};
use crate::commands::{Context, long_text};
use crate::domain::event::{Facts, Kind};
use crate::domain::words::Channel;
use crate::error::Outcome;
use crate::exit::Exit;

/// Ask the complainant who outside may be told, and record the answer
///
/// What a complaint says is used to solve it and told to nobody else unless the
/// complainant agrees. A permission is asked for each recipient, with what they
/// would be told, and can be taken back at any time. Nothing is sent on to a body
/// for which it was refused or taken back, and no dispute goes on there. A body of
/// `providers:` may be named by its code or by its name.
///
/// Example:   complaints permission 147 ask --to "The insurer" --method phone \
///                --text "Name, order and photos of the damage"
///            complaints permission 147 give --to "The insurer" --method phone
///            complaints permission 147 withdraw --to "The insurer" --method email
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct PermissionArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What happens
    #[arg(value_name = "ACTION")]
    action: Action,
    /// Who would be told
    #[arg(long, value_name = "WHOM", value_parser = name)]
    to: Option<String>,
    /// How the complainant was asked, or said so: phone, email, letter, …
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    method: Option<Channel>,
    /// What would be told, or what the complainant said
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    /// Read the words from a file, or `-` for standard input
    #[arg(short = 'F', long, value_name = "FILE", conflicts_with = "text")]
    file: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// What happens to a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Action {
    /// We ask for it: --to, --method, --text.
    Ask,
    /// The complainant agrees: --to, --method.
    Give,
    /// The complainant does not agree: --to, --method.
    Refuse,
    /// The complainant takes it back: --to, --method.
    Withdraw,
}

impl Action {
    fn kind(self) -> Kind {
        match self {
            Self::Ask => Kind::PermissionAsked,
            Self::Give => Kind::PermissionGiven,
            Self::Refuse => Kind::PermissionRefused,
            Self::Withdraw => Kind::PermissionWithdrawn,
        }
    }
}

/// Records the action.
pub fn run(context: &mut Context, args: &PermissionArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let text = match &args.file {
        Some(file) => Some(long_text(context, file)?),
        None => args.text.clone(),
    };
    let recipient = args.to.as_deref().map(|typed| desk.settings.provider_or_name(typed));
    let facts = Facts { recipient, method: args.method, text, ..Facts::default() };
    let event = author.event(context, args.action.kind(), facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |complaint| {
        recording::admitted(&desk, complaint, event.clone(), author.now)
    })?;
    recording::say_recorded(context, &desk, &after, &args.recording);
    Ok(Exit::Ok)
}
