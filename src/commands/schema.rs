//! `complaints schema`: the JSON Schema of the files, so that editors validate while people type.

use clap::{Args, ValueEnum};
use schemars::schema_for;

use crate::commands::Context;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::record::pack_file::PackFile;
use crate::record::register_file::{HolidaysFile, RegisterFile};
use crate::record::v1::Record;

/// Print the JSON Schema of a file of the register
///
/// Example:   complaints schema > complaint.schema.json
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct SchemaArgs {
    /// Which file
    #[arg(value_name = "FILE", default_value = "complaint")]
    file: File,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum File {
    /// One complaint
    Complaint,
    /// complaints/register.yaml
    Register,
    /// complaints/holidays.yaml
    Holidays,
    /// A rule pack in complaints/packs
    Pack,
}

/// Prints the schema.
pub fn run(context: &mut Context, args: &SchemaArgs) -> Outcome {
    let schema = match args.file {
        File::Complaint => schema_for!(Record),
        File::Register => schema_for!(RegisterFile),
        File::Holidays => schema_for!(HolidaysFile),
        File::Pack => schema_for!(PackFile),
    };
    let text = serde_json::to_string_pretty(&schema).map_err(|error| CommandError::failed(&error))?;
    context.ui.data(&text);
    Ok(Exit::Ok)
}
