//! The command line: root parser, global options, one variant per command, and the way from it to its file.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::commands::Context;
use crate::error::Outcome;
use crate::exit::Exit;
use crate::world::World;

use crate::commands::{
    advance, assign, attach, calendar, categorize, check, codes, completions, conduct, conflict, demo, dispute, doctor,
    due, edit, extend, feedback, form, history, hold, init, letter, list, man, new, note, permission, point, promise,
    receipt, remedy, review, schema, search, show, summary, talk, templates, undo,
};

/// Complaint handling by ISO 10002 over plain files and git
///
/// Each complaint is one YAML file in a git-tracked folder; every command that changes something makes one commit.
/// `complaints demo` plays half a year of complaints into a new register, to look around in.
#[derive(Debug, Parser)]
#[command(
    name = "complaints",
    version,
    max_term_width = 100,
    disable_help_subcommand = true,
    subcommand_required = true
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
}

/// Options that every command takes.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Options for every command")]
pub struct Global {
    /// Find the register from here upwards
    #[arg(short = 'C', long = "directory", value_name = "DIR", global = true)]
    pub directory: Option<PathBuf>,
    /// Language of what is printed: en or fa
    #[arg(long, value_name = "LANG", global = true)]
    pub lang: Option<String>,
    /// Calendar of what is printed: gregorian or jalali
    #[arg(long, value_name = "CALENDAR", global = true)]
    pub calendar: Option<String>,
    /// Digits of what is printed: latn or fa
    #[arg(long, value_name = "DIGITS", global = true)]
    pub digits: Option<String>,
    /// Pretend that it is this time
    #[arg(long, value_name = "TIME", global = true)]
    pub now: Option<String>,
    /// Look at the register as it was: at a commit, or at the end of a day
    #[arg(long, value_name = "COMMIT|DAY", global = true)]
    pub as_of: Option<String>,
    /// When to use colours
    #[arg(long, value_name = "WHEN", global = true)]
    pub color: Option<Color>,
    /// Say nothing but warnings and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

impl Global {
    /// Returns a hint with its commands made to work from where this one was typed: they get the folder that `-C` names.
    pub fn in_folder(&self, hint: &str) -> String {
        let Some(folder) = self.directory.as_ref().and_then(|folder| folder.to_str()) else { return hint.to_owned() };
        let Ok(folder) = shlex::try_quote(folder) else { return hint.to_owned() };
        let program = |word: &str| match word {
            "complaints" | "git" => format!("{word} -C {folder}"),
            other => other.to_owned(),
        };
        hint.split(' ').map(program).collect::<Vec<_>>().join(" ")
    }
}

/// Options of every command that changes something.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Recording")]
pub struct Recording {
    /// When it happened (default: now): `10:05`, `yesterday 16:30`, `۱۴۰۵/۰۸/۳۰ ۱۰:۰۵`
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// The member who says so, on a shared computer
    #[arg(long = "as", value_name = "MEMBER")]
    pub member: Option<String>,
    /// Print what would be committed and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Where a person reads.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How a listing is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for people.
    #[default]
    Table,
    /// Tab-separated lines without ornament.
    Plain,
    /// One JSON document, a documented contract.
    Json,
    /// One JSON document a line.
    Jsonl,
    /// Markdown.
    Md,
}

/// A command.
#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "the help of each command stands at its arguments")]
pub enum Command {
    Init(init::InitArgs),
    Demo(demo::DemoArgs),
    New(Box<new::NewArgs>),
    List(list::ListArgs),
    Search(search::SearchArgs),
    Show(show::ShowArgs),
    Due(due::DueArgs),
    Calendar(calendar::CalendarArgs),
    History(history::HistoryArgs),
    Categorize(categorize::CategorizeArgs),
    Assign(assign::AssignArgs),
    Note(note::NoteArgs),
    Talk(talk::TalkArgs),
    Attach(attach::AttachArgs),
    Advance(Box<advance::AdvanceArgs>),
    Hold(hold::HoldArgs),
    Resume(hold::ResumeArgs),
    Extend(extend::ExtendArgs),
    Review(review::ReviewArgs),
    Dispute(dispute::DisputeArgs),
    Conduct(conduct::ConductArgs),
    Conflict(conflict::ConflictArgs),
    Permission(permission::PermissionArgs),
    Point(point::PointArgs),
    Promise(promise::PromiseArgs),
    Remedy(remedy::RemedyArgs),
    Feedback(feedback::FeedbackArgs),
    Edit(edit::EditArgs),
    Undo(undo::UndoArgs),
    Receipt(receipt::ReceiptArgs),
    Letter(letter::LetterArgs),
    Form(form::FormArgs),
    Templates(templates::TemplatesArgs),
    Summary(summary::SummaryArgs),
    Check(check::CheckArgs),
    Doctor(doctor::DoctorArgs),
    Codes(codes::CodesArgs),
    Schema(schema::SchemaArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl Command {
    /// Runs the command.
    pub fn run(self, context: &mut Context) -> Outcome {
        match self {
            Self::Init(args) => init::run(context, &args),
            Self::Demo(args) => demo::run(context, &args),
            Self::New(args) => new::run(context, &args),
            Self::List(args) => list::run(context, &args),
            Self::Search(args) => search::run(context, &args),
            Self::Show(args) => show::run(context, &args),
            Self::Due(args) => due::run(context, &args),
            Self::Calendar(args) => calendar::run(context, &args),
            Self::History(args) => history::run(context, &args),
            Self::Categorize(args) => categorize::run(context, &args),
            Self::Assign(args) => assign::run(context, &args),
            Self::Note(args) => note::run(context, &args),
            Self::Talk(args) => talk::run(context, &args),
            Self::Attach(args) => attach::run(context, &args),
            Self::Advance(args) => advance::run(context, &args),
            Self::Hold(args) => hold::hold(context, &args),
            Self::Resume(args) => hold::resume(context, &args),
            Self::Extend(args) => extend::run(context, &args),
            Self::Review(args) => review::run(context, &args),
            Self::Dispute(args) => dispute::run(context, &args),
            Self::Conduct(args) => conduct::run(context, &args),
            Self::Conflict(args) => conflict::run(context, &args),
            Self::Permission(args) => permission::run(context, &args),
            Self::Point(args) => point::run(context, &args),
            Self::Promise(args) => promise::run(context, &args),
            Self::Remedy(args) => remedy::run(context, &args),
            Self::Feedback(args) => feedback::run(context, &args),
            Self::Edit(args) => edit::run(context, &args),
            Self::Undo(args) => undo::run(context, &args),
            Self::Receipt(args) => receipt::run(context, &args),
            Self::Letter(args) => letter::run(context, &args),
            Self::Form(args) => form::run(context, &args),
            Self::Templates(args) => templates::run(context, &args),
            Self::Summary(args) => summary::run(context, &args),
            Self::Check(args) => check::run(context, &args),
            Self::Doctor(args) => doctor::run(context, &args),
            Self::Codes(args) => codes::run(context, &args),
            Self::Schema(args) => schema::run(context, &args),
            Self::Completions(args) => completions::run(context, &args),
            Self::Man(args) => man::run(context, &args),
        }
    }
}

/// Says what clap has to say: help and version on standard output, a wrong command line on standard error.
pub fn explain(world: &mut World, error: &clap::Error) -> Exit {
    let styled = error.render();
    let is_error = error.use_stderr();
    let (stream, colors) = if is_error {
        (&mut world.errors, world.terminal.errors.has_colors)
    } else {
        (&mut world.output, world.terminal.output.has_colors)
    };
    let text = if colors { styled.ansi().to_string() } else { styled.to_string() };
    drop(stream.write_all(text.as_bytes()).and_then(|()| stream.flush()));
    if is_error { Exit::Usage } else { Exit::Ok }
}
