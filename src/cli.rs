//! The command line: root parser, global options, one variant per command, and the way from it to its file.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Parser, ValueEnum};

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
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Root {
    /// What holds for every command.
    #[command(flatten)]
    global: Global,
}

/// A command line that was understood.
#[derive(Debug)]
pub struct Cli {
    /// What to do.
    pub command: Command,
    /// What holds for every command.
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

/// Makes the commands of one table: name, variant, arguments, and the function that runs it.
macro_rules! commands {
    ($($name:literal $variant:ident($arguments:ty) = $run:path;)+) => {
        /// A command.
        #[derive(Debug)]
        #[expect(missing_docs, reason = "the help of each command stands at its arguments")]
        pub enum Command {
            $($variant($arguments),)+
        }

        impl Command {
            /// Runs the command.
            pub fn run(self, context: &mut Context) -> Outcome {
                match self {
                    $(Self::$variant(arguments) => $run(context, &arguments),)+
                }
            }

            /// Describes to the parser the commands whose names are wanted.
            fn describe(mut root: clap::Command, is_wanted: impl Fn(&str) -> bool) -> clap::Command {
                $(if is_wanted($name) {
                    root = root.subcommand(<$arguments>::augment_args(clap::Command::new($name)));
                })+
                root
            }

            fn of(matches: &ArgMatches) -> Result<Self, clap::Error> {
                match matches.subcommand() {
                    $(Some(($name, matches)) => <$arguments>::from_arg_matches(matches).map(Self::$variant),)+
                    _ => Err(clap::Error::new(ErrorKind::MissingSubcommand)),
                }
            }
        }
    };
}

commands! {
    "init" Init(init::InitArgs) = init::run;
    "demo" Demo(demo::DemoArgs) = demo::run;
    "new" New(Box<new::NewArgs>) = new::run;
    "list" List(list::ListArgs) = list::run;
    "search" Search(search::SearchArgs) = search::run;
    "show" Show(show::ShowArgs) = show::run;
    "due" Due(due::DueArgs) = due::run;
    "calendar" Calendar(calendar::CalendarArgs) = calendar::run;
    "history" History(history::HistoryArgs) = history::run;
    "categorize" Categorize(categorize::CategorizeArgs) = categorize::run;
    "assign" Assign(assign::AssignArgs) = assign::run;
    "note" Note(note::NoteArgs) = note::run;
    "talk" Talk(talk::TalkArgs) = talk::run;
    "attach" Attach(attach::AttachArgs) = attach::run;
    "advance" Advance(Box<advance::AdvanceArgs>) = advance::run;
    "hold" Hold(hold::HoldArgs) = hold::hold;
    "resume" Resume(hold::ResumeArgs) = hold::resume;
    "extend" Extend(extend::ExtendArgs) = extend::run;
    "review" Review(review::ReviewArgs) = review::run;
    "dispute" Dispute(dispute::DisputeArgs) = dispute::run;
    "conduct" Conduct(conduct::ConductArgs) = conduct::run;
    "conflict" Conflict(conflict::ConflictArgs) = conflict::run;
    "permission" Permission(permission::PermissionArgs) = permission::run;
    "point" Point(point::PointArgs) = point::run;
    "promise" Promise(promise::PromiseArgs) = promise::run;
    "remedy" Remedy(remedy::RemedyArgs) = remedy::run;
    "feedback" Feedback(feedback::FeedbackArgs) = feedback::run;
    "edit" Edit(edit::EditArgs) = edit::run;
    "undo" Undo(undo::UndoArgs) = undo::run;
    "receipt" Receipt(receipt::ReceiptArgs) = receipt::run;
    "letter" Letter(letter::LetterArgs) = letter::run;
    "form" Form(form::FormArgs) = form::run;
    "templates" Templates(templates::TemplatesArgs) = templates::run;
    "summary" Summary(summary::SummaryArgs) = summary::run;
    "check" Check(check::CheckArgs) = check::run;
    "doctor" Doctor(doctor::DoctorArgs) = doctor::run;
    "codes" Codes(codes::CodesArgs) = codes::run;
    "schema" Schema(schema::SchemaArgs) = schema::run;
    "completions" Completions(completions::CompletionsArgs) = completions::run;
    "man" Man(man::ManArgs) = man::run;
}

impl Cli {
    /// Returns the command line as it was typed, or what clap has to say to it.
    pub fn typed(arguments: &[OsString]) -> Result<Self, clap::Error> {
        // A program of forty commands would spend a tenth of its time on describing the thirty-nine that were not typed. What
        // clap says, help above all, is of the whole.
        let is_typed = |name: &str| arguments.iter().any(|argument| argument == name);
        let quick = Command::describe(Root::command(), is_typed).try_get_matches_from(arguments);
        let matches = quick.or_else(|_| Self::whole().try_get_matches_from(arguments))?;
        Ok(Self { command: Command::of(&matches)?, global: Global::from_arg_matches(&matches)? })
    }

    /// Returns the description of the whole command line, with the arguments of every command.
    pub fn whole() -> clap::Command {
        Command::describe(Root::command(), |_| true)
    }
}

/// Says what clap has to say: help and version on standard output, a wrong command line on standard error.
pub fn explain(world: &mut World, mut error: clap::Error) -> Exit {
    let said = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (argument, value) = (said(ContextKind::InvalidArg), said(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::UnknownArgument => {
            // Its tip is to take the option for text, which hardly anybody means.
            error.remove(ContextKind::Suggested);
            let is_edit = world.arguments.iter().any(|word| word == "edit");
            if let Some(field) = edit::as_field(&argument).filter(|_| is_edit) {
                error.insert(ContextKind::SuggestedArg, ContextValue::String(field));
            }
        }
        ErrorKind::InvalidValue if argument == "[STEP]" && Cli::whole().find_subcommand(&value).is_some() => {
            let tip = format!("that is a command of its own: 'complaints {value} REF'").into();
            error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
        }
        _ => {}
    }
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
