//! Which of the files that stand where complaints do are read: each complaint once, and never what stands there instead.

use crate::commands::desk::{Damaged, path, read_record};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;
use crate::register::fault::Fault;
use crate::register::layout::{RecordPath, RegisterPath};
use crate::register::shelf::Listing;
use crate::settings::{Settings, year_and_month};

/// The places of complaints.
pub(super) struct Places {
    /// The records to be read, by reference, each reference once.
    pub(super) records: Vec<RecordPath>,
    /// What cannot be read, or must not be counted.
    pub(super) damaged: Vec<Damaged>,
}

impl Places {
    /// Parts the records of a listing from what is only named; `read` returns the bytes of a file.
    ///
    /// Of the files with one number that one counts which alone lies in the month of its receipt. Where none does, or several
    /// do, nobody can tell which is right, and none counts.
    pub(super) fn of(
        listing: &Listing,
        settings: &Settings,
        read: impl Fn(&RegisterPath) -> Result<Option<Vec<u8>>, Fault>,
    ) -> Self {
        let mut places = Self { records: Vec::with_capacity(listing.records.len()), damaged: Vec::new() };
        for file in listing.blocked.iter().filter_map(|place| path(place).ok()) {
            places.name(blocked(&file, &settings.locale), file);
        }
        for same in listing.records.chunk_by(|one, other| one.reference() == other.reference()) {
            if let [only] = same {
                places.records.push(*only);
                continue;
            }
            let right = same.iter().copied().filter(|path| lies_in_its_month(*path, settings, &read));
            places.take_one(same, &right.collect::<Vec<_>>(), &settings.locale);
        }
        places
    }

    /// Takes one of the files with the same number, if only one is right, and names the others.
    fn take_one(&mut self, same: &[RecordPath], right: &[RecordPath], locale: &Locale) {
        if let [right] = right {
            self.records.push(*right);
            for copy in same.iter().filter(|path| *path != right) {
                self.name(passed_over(*copy, *right, locale), copy.file());
            }
        } else if let [first, ..] = same {
            self.name(number_twice(locale, &first.reference().to_string(), same), first.file());
        }
    }

    fn name(&mut self, error: CommandError, path: RegisterPath) {
        self.damaged.push(Damaged { path, error: Box::new(error) });
    }
}

/// Returns whether a record can be read and lies in the month in which it was received.
fn lies_in_its_month(
    path: RecordPath,
    settings: &Settings,
    read: &impl Fn(&RegisterPath) -> Result<Option<Vec<u8>>, Fault>,
) -> bool {
    let file = path.file();
    let loaded = read(&file).ok().flatten().and_then(|bytes| read_record(&file, &bytes).ok());
    loaded.is_some_and(|loaded| {
        let day = loaded.complaint.received_at.with_timezone(&settings.locale.zone).date_naive();
        year_and_month(settings.register_calendar, day) == Some((path.reference().year(), path.month()))
    })
}

fn passed_over(copy: RecordPath, right: RecordPath, locale: &Locale) -> CommandError {
    let [copy, right] = [copy, right].map(|path| path.file().to_string());
    let words = [("copy", (&copy).into()), ("other", (&right).into())];
    CommandError::new(Exit::Failed, locale.tell("number-again", &words)).hint("complaints check")
}

/// Returns that one number is that of several files.
pub(super) fn number_twice(locale: &Locale, typed: &str, found: &[RecordPath]) -> CommandError {
    let files: Vec<String> = found.iter().map(|path| path.file().to_string()).collect();
    let listed = files.join(", ");
    let words = [("typed", typed.into()), ("files", (&listed).into())];
    CommandError::new(Exit::NotFound, locale.tell("number-twice", &words))
        .hint(format!("git log --oneline -- {}", files.join(" ")))
}

/// Returns that something else stands where a complaint does, or a folder of complaints.
pub(super) fn blocked(path: &RegisterPath, locale: &Locale) -> CommandError {
    let words = [("path", path.as_str().into())];
    CommandError::new(Exit::Failed, locale.tell("place-blocked", &words))
        .hint(locale.tell("place-blocked-hint", &words))
        .hint(format!("git log --stat -- {path}"))
}
