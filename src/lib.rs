//! `complaints`: complaint handling by ISO 10002 and ISO 10003 over plain YAML files and git.
//!
//! The library exists for its own binary, tests, benches and fuzz targets; it promises no stable interface.
//! The modules stand in reading order, from the ground up; each may use those above it, never those below:
//!
//! - [`calendar`] and [`text`] know days and letters, and nothing of complaints.
//! - [`domain`] is what a complaint is and which moves are right. It meets no disk, clock or format.
//! - [`record`] is the file format: text to domain and back.
//! - [`register`] is disk and git: bytes in, bytes out, nothing lost.
//! - [`query`] is the question that lists, searches and bulk changes ask of every complaint: text to a yes or no.
//! - [`report`] makes figures, [`document`] makes papers, [`render`] makes screens and contracts, [`locale`] has the words,
//!   [`check`] has the named checks, [`intake`] reads foreign text. All pure.
//! - [`world`] is the outside, [`settings`] what is in force, [`ui`] and [`error`] what is said, [`prompt`] what is asked.
//! - [`cli`] and [`commands`] put them together: one file per command.

pub mod calendar;
pub mod text;

pub mod domain;
pub mod record;
pub mod register;

pub mod check;
pub mod intake;
pub mod locale;
pub mod query;
pub mod report;

pub mod document;
pub mod render;

pub mod error;
pub mod exit;
pub mod prompt;
pub mod settings;
pub mod ui;
pub mod world;

pub mod cli;
pub mod commands;

use crate::cli::{Cli, Color};
use crate::commands::{Context, completions};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::ui::Ui;
use crate::world::World;

/// Runs one command in a world and returns how it ended.
pub fn run(mut world: World) -> Exit {
    if completions::is_asked(&world) {
        return completions::answer(world);
    }
    let cli = match Cli::typed(&world.arguments) {
        Ok(cli) => cli,
        Err(error) => return cli::explain(&mut world, error),
    };
    let ui = Ui::of(&mut world, cli.global.color.unwrap_or(Color::Auto), cli.global.quiet);
    let durability = world.durability;
    let mut context = Context { world, ui, global: cli.global, has_written: false, durability };
    let outcome = cli.command.run(&mut context).unwrap_or_else(|error| {
        let error = error.typed_with(&context.global);
        error.print(&mut context.ui);
        error.exit()
    });
    match context.ui.lost_output() {
        Some(error) if context.has_written => {
            context.ui.warning(&format!("the change is recorded, but the output could not be written: {error}"));
            outcome
        }
        Some(error) if outcome == Exit::Ok => {
            CommandError::new(Exit::Failed, "the output could not be written").because(&error).print(&mut context.ui);
            Exit::Failed
        }
        _ => outcome,
    }
}
