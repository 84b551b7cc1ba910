//! `complaints completions`: the script by which a shell asks this program what can be typed next, and the answers to it.
//!
//! An answer is candidates and nothing else. Whatever goes wrong, the shell gets fewer of them, and nothing is said: a person
//! is in the middle of typing. A candidate tells of a complaint what `list` tells of it: reference and subject.

mod offer;

use std::ffi::OsString;

use clap::Args;
use clap_complete::Shell;
use clap_complete::engine::{self, CompletionCandidate};
use clap_complete::env::Shells;

use crate::commands::Context;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::world::World;

/// The variable in which a shell that asks says which one it is.
const ASKING_SHELL: &str = "COMPLAINTS_COMPLETE";

/// Print a script that completes commands, options, references and codes in a shell
///
/// Inside a register it offers open complaints with their subjects, members,
/// categories, products and saved views. Everything stays on this computer.
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
    let known = Shells::builtins();
    let writer = known.completer(&args.shell.to_string());
    let written = writer
        .map(|writer| writer.write_registration(ASKING_SHELL, "complaints", "complaints", "complaints", &mut script));
    match written {
        Some(Ok(())) => context.ui.data(&String::from_utf8_lossy(&script)),
        _ => return Err(CommandError::new(Exit::Failed, format!("there is no script for `{}`", args.shell))),
    }
    Ok(Exit::Ok)
}

/// Returns whether it is a shell that asks, by its script: the variable alone, left over from something else, stops no command.
pub fn is_asked(world: &World) -> bool {
    world.variable(ASKING_SHELL).is_some() && world.arguments.get(1).is_some_and(|word| word == "--")
}

/// Answers a shell that asks what can be typed next.
pub fn answer(mut world: World) -> Exit {
    let shell = world.variable(ASKING_SHELL).unwrap_or_default().to_owned();
    let separator = world.variable("_CLAP_IFS").unwrap_or("\n").to_owned();
    let (words, place) = typed(&world);
    let mut command = offer::command(&world, &words);
    let directory = world.directory.clone();
    let candidates = engine::complete(&mut command, words, place, Some(&directory)).unwrap_or_default();
    let lines: Vec<String> = candidates.iter().map(|candidate| line(&shell, candidate)).collect();
    // Nobody is left to tell when the shell does not listen any more.
    drop(world.output.write_all(lines.join(&separator).as_bytes()).and_then(|()| world.output.flush()));
    Exit::Ok
}

/// Returns the words on the command line, the program first, and the place of the one that is being typed.
fn typed(world: &World) -> (Vec<OsString>, usize) {
    let mut words: Vec<OsString> = world.arguments.iter().skip(2).cloned().collect();
    let place = world.variable("_CLAP_COMPLETE_INDEX").and_then(|place| place.parse().ok());
    let mut place = place.unwrap_or(words.len().saturating_sub(1)).min(words.len());
    // Bash parts `--owner=sa` at the sign.
    while let Some(sign) = words.iter().take(place).position(|word| word == "=") {
        words.remove(sign);
        place -= 1;
    }
    if place == words.len() {
        words.push(OsString::new());
    }
    (words, place)
}

/// Returns a candidate as the shell reads it.
fn line(shell: &str, candidate: &CompletionCandidate) -> String {
    let value = candidate.get_value().to_string_lossy();
    let help = candidate.get_help().map(ToString::to_string);
    let help = help.as_deref().and_then(|help| help.lines().next()).unwrap_or_default();
    match shell {
        "zsh" if help.is_empty() => value.replace('\\', "\\\\").replace(':', "\\:"),
        "zsh" => format!("{}:{}", value.replace('\\', "\\\\").replace(':', "\\:"), help.replace('\\', "\\\\")),
        "fish" | "powershell" if !help.is_empty() => format!("{value}\t{help}"),
        _ => value.into_owned(),
    }
}
