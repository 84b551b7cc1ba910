//! `complaints man`: the manual pages, made from the help of the commands.

use clap::{Args, Command};
use clap_mangen::Man;

use crate::cli::Cli;
use crate::commands::Context;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::text::similar;

/// Print a manual page
///
/// Example:   complaints man new | man -l -
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ManArgs {
    /// The command; without it: the page of the whole
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Prints the page in the format of man.
pub fn run(context: &mut Context, args: &ManArgs) -> Outcome {
    let whole = Cli::whole();
    let page = match &args.command {
        None => whole,
        Some(name) => {
            let names: Vec<String> = whole.get_subcommands().map(|command| command.get_name().to_owned()).collect();
            let found = whole.get_subcommands().find(|command| command.get_name() == name).cloned();
            let titled = |command: Command| {
                command.display_name(format!("complaints-{name}")).bin_name(format!("complaints {name}"))
            };
            found.map(titled).ok_or_else(|| {
                let near =
                    similar::nearest(name, names.iter().map(String::as_str)).first().map(|near| (*near).to_owned());
                CommandError::new(Exit::Usage, format!("`{name}` is no command"))
                    .hint(near.map_or_else(|| "complaints --help".to_owned(), |near| format!("complaints man {near}")))
            })?
        }
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text).map_err(|error| CommandError::failed(&error))?;
    context.ui.data(&String::from_utf8_lossy(&text));
    Ok(Exit::Ok)
}
