//! `complaints demo`: half a year of complaints played into a new register.

mod player;
mod script;

use std::path::PathBuf;

use clap::Args;

use crate::commands::desk::{Desk, start_directory};
use crate::commands::paper::{self, PaperFormat, PaperOptions, Press};
use crate::commands::{Context, receipt, summary};
use crate::domain::complaint::Complaint;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::register::change::Durability;
use crate::render::style;

/// Play half a year of complaints into a new register, to look around in
///
/// An invented online shop in Tehran, in Persian and English: some sixty
/// complaints with their whole story, each step a commit of its own. Prints a
/// receipt, last month's figures and what to type next.
///
/// Example:   complaints demo && cd demo-register && complaints list --open
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct DemoArgs {
    /// The folder of the new register; it must not exist yet
    #[arg(value_name = "DIR", default_value = "demo-register")]
    folder: PathBuf,
}

/// Plays the story and shows what came of it.
pub fn run(context: &mut Context, args: &DemoArgs) -> Outcome {
    let folder = start_directory(context).join(&args.folder);
    let shown = args.folder.display().to_string();
    if context.is_there(&folder) {
        return Err(CommandError::new(Exit::Refused, format!("`{shown}` is there already"))
            .hint("complaints demo another-folder"));
    }
    context.durability = Durability::AtTheEnd;
    let played = player::play(context, &folder)?;
    context.global.directory = Some(folder);
    let desk = Desk::published(context)?;
    let kept = desk.each(|loaded| Ok(Some(loaded.complaint)))?;
    if let Some(newest) = newest_open(&kept.items) {
        let as_text = PaperOptions { format: Some(PaperFormat::Text), print: None, out: None };
        let printed = receipt::printed(&Press::of(context, &desk, newest, &as_text, None)?, newest)?;
        paper::deliver(context, &printed, None)?;
    }
    let figures = summary::last_month(context, &desk, &kept.items)?;
    context.ui.data(&figures);
    say_what_next(context, &desk, &shown, played);
    Ok(Exit::Ok)
}

fn newest_open(complaints: &[Complaint]) -> Option<&Complaint> {
    complaints.iter().filter(|complaint| complaint.state().is_open()).max_by_key(|complaint| complaint.received_at)
}

fn say_what_next(context: &mut Context, desk: &Desk, folder: &str, played: player::Played) {
    let locale = &desk.settings.locale;
    let done = [("complaints", played.complaints.into()), ("commits", played.commits.into())];
    context.ui.status(&locale.tell("demo-done", &done));
    for command in [
        format!("cd {folder}"),
        "complaints list --open".to_owned(),
        "complaints list --overdue".to_owned(),
        "complaints show 60".to_owned(),
        "complaints advance 60".to_owned(),
        "complaints history 60".to_owned(),
        "complaints new".to_owned(),
        "git log --stat".to_owned(),
    ] {
        context.ui.status(&style::HINT.paint(&format!("  {command}")));
    }
}
