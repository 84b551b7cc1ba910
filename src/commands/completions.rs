//! `complaints completions`: what a shell needs to complete commands and options.

use clap::Args;
use clap_complete::Shell;

use crate::cli::Cli;
use crate::commands::Context;
use crate::error::Outcome;
use crate::exit::Exit;

/// Print a script that completes commands and options in a shell
///
/// Example:   complaints completions bash > ~/.local/share/bash-completion/completions/complaints
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script.
pub fn run(context: &mut Context, args: &CompletionsArgs) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::whole(), "complaints", &mut script);
    context.ui.data(&String::from_utf8_lossy(&script));
    Ok(Exit::Ok)
}
