//! `complaints templates`: the layouts of papers, and a register's own ones in their place.

use clap::{Args, Subcommand};

use crate::commands::Context;
use crate::commands::desk::{self, Desk};
use crate::document::pdf;
use crate::document::shelf::Shelf;
use crate::document::trial;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::text::similar;

/// The folder of a register's own layouts.
pub(super) const FOLDER: &str = "templates";

/// List, show, copy out or try the layouts of papers
///
/// A file of the same name in the register's folder `templates/` takes the place
/// of a built-in layout.
///
/// Example:   complaints templates show letter.txt.jinja > templates/letter.txt.jinja
///            complaints templates test
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct TemplatesArgs {
    #[command(subcommand)]
    action: Action,
}

/// What is done with the layouts.
#[derive(Debug, Subcommand)]
enum Action {
    /// Name all layouts, and say which are the register's own
    List,
    /// Print a layout
    Show {
        /// Its file name, such as letter.txt.jinja
        #[arg(value_name = "NAME")]
        name: String,
        /// Print the built-in one, also where the register has its own
        #[arg(long)]
        built_in: bool,
    },
    /// Copy a built-in layout into the folder `templates/`, to be changed there
    Eject {
        /// Its file name, such as letter.txt.jinja
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Print every paper with an invented complaint in both languages and in every format, and say which layouts are at
    /// fault or leave out what the rule pack asks for
    Test,
}

/// Does what was asked with the layouts.
pub fn run(context: &mut Context, args: &TemplatesArgs) -> Outcome {
    let desk = context.desk()?;
    let shelf = shelf(&desk)?;
    match &args.action {
        Action::List => list(context, &shelf),
        Action::Show { name, built_in: true } => context.ui.data(source(&Shelf::default(), name)?),
        Action::Show { name, built_in: false } => context.ui.data(source(&shelf, name)?),
        Action::Eject { name } => return eject(context, &desk, &shelf, name),
        Action::Test => return test(context, &desk, &shelf),
    }
    Ok(Exit::Ok)
}

/// Returns the layouts in force in a register. The reader of its files follows no link out of the folder.
pub(super) fn shelf(desk: &Desk) -> Result<Shelf, CommandError> {
    let mut shelf = Shelf::default();
    let files = desk.work_tree.files_in(&desk::path(FOLDER)?)?;
    for name in Shelf::names().filter(|name| files.iter().any(|file| file == name)) {
        let path = desk::path(&format!("{FOLDER}/{name}"))?;
        if let Some(bytes) = desk.work_tree.read(&path)? {
            let text = String::from_utf8(bytes)
                .map_err(|_| CommandError::new(Exit::Failed, format!("`{path}` is not UTF-8")))?;
            shelf.put(name, text);
        }
    }
    Ok(shelf)
}

fn list(context: &mut Context, shelf: &Shelf) {
    for name in Shelf::names() {
        let origin = if shelf.is_own(name) { FOLDER } else { "built-in" };
        context.ui.data(&format!("{name}\t{origin}"));
    }
}

fn source<'a>(shelf: &'a Shelf, name: &str) -> Result<&'a str, CommandError> {
    shelf.source(name).ok_or_else(|| {
        let near = similar::nearest(name, Shelf::names());
        let hint = near
            .first()
            .map_or("complaints templates list".to_owned(), |near| format!("complaints templates show {near}"));
        CommandError::new(Exit::NotFound, format!("`{name}` is no layout")).hint(hint)
    })
}

fn eject(context: &mut Context, desk: &Desk, shelf: &Shelf, name: &str) -> Outcome {
    let text = source(shelf, name)?.to_owned();
    if shelf.is_own(name) {
        return Err(CommandError::new(Exit::Refused, format!("`{FOLDER}/{name}` is there already")));
    }
    let path = desk::path(&format!("{FOLDER}/{name}"))?;
    desk.register.lay_out(&path, text.as_bytes())?;
    context.ui.status(path.as_str());
    Ok(Exit::Ok)
}

fn test(context: &mut Context, desk: &Desk, shelf: &Shelf) -> Outcome {
    let pack = desk.settings.pack(&desk.settings.pack).map_err(|error| CommandError::failed(&error))?;
    if !pdf::IS_BUILT {
        context.ui.status(&desk.settings.locale.say("templates-without-pdf"));
    }
    let faults = trial::faults(shelf, pack);
    for fault in &faults {
        context.ui.error(&fault.to_string());
    }
    Ok(if faults.is_empty() { Exit::Ok } else { Exit::Findings })
}
