//! What can be typed next beyond commands, options and fixed words: what the register at hand knows.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use clap::{Arg, Command, FromArgMatches, ValueHint};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use crate::cli::{Cli, Color, Global};
use crate::commands::Context;
use crate::commands::codes;
use crate::commands::desk::Desk;
use crate::domain::reference::Reference;
use crate::register::change::Durability;
use crate::render::listing;
use crate::settings::Settings;
use crate::text::width::truncate;
use crate::text::{digits, sanitize};
use crate::ui::Ui;
use crate::world::World;

/// What a register can be asked for.
#[derive(Clone, Copy)]
enum Wanted {
    /// Complaints.
    References,
    /// What its settings list.
    Listed(fn(&Settings) -> Vec<Offer>),
}

/// How much of a meaning a shell shows beside the word.
const MEANING_CELLS: usize = 60;

/// Where the command is being typed.
struct Place {
    environment: BTreeMap<String, String>,
    directory: PathBuf,
    now: DateTime<Utc>,
    global: Global,
}

/// A word that can be typed, and what it means.
type Offer = (String, String);

/// Returns the command line with everything that can be typed in it.
pub(super) fn command(world: &World, words: &[OsString]) -> Command {
    let matches = Cli::whole().ignore_errors(true).try_get_matches_from(words);
    let global = matches.ok().and_then(|matches| Global::from_arg_matches(&matches).ok());
    let place = Arc::new(Place {
        environment: world.environment.clone(),
        directory: world.directory.clone(),
        now: world.now,
        global: global.unwrap_or_default(),
    });
    offering(Cli::whole(), &place)
}

fn offering(command: Command, place: &Arc<Place>) -> Command {
    command.mut_args(|arg| offered(arg, place)).mut_subcommands(|command| offering(command, place))
}

fn offered(arg: Arg, place: &Arc<Place>) -> Arg {
    let name = arg.get_value_names().and_then(|names| names.first()).map(clap::builder::Str::as_str);
    let wanted = match (arg.get_id().as_str(), name) {
        (_, Some("REF")) => Wanted::References,
        (_, Some("MEMBER")) => Wanted::Listed(members),
        ("category", _) => Wanted::Listed(categories),
        ("product", _) => Wanted::Listed(products),
        ("pack", _) => Wanted::Listed(packs),
        ("body", _) => Wanted::Listed(providers),
        ("view", _) => Wanted::Listed(views),
        (_, Some("FILE")) => return arg.value_hint(ValueHint::FilePath),
        _ => return arg,
    };
    let place = Arc::clone(place);
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| candidates(wanted, &place, typed)))
}

/// Returns what begins like the word that is being typed; nothing outside a register.
fn candidates(wanted: Wanted, place: &Place, typed: &OsStr) -> Vec<CompletionCandidate> {
    let (Some(typed), Ok(desk)) = (typed.to_str(), place.context().desk()) else { return Vec::new() };
    let offers = match wanted {
        Wanted::References => references(&desk, &digits::to_ascii(typed)),
        Wanted::Listed(list) => list(&desk.settings).into_iter().filter(|(word, _)| word.starts_with(typed)).collect(),
    };
    let candidate = |(word, meaning): Offer| {
        let meaning = Some(sanitize::line(&meaning)).filter(|meaning| *meaning != word);
        let help = meaning.map(|meaning| truncate(&meaning, MEANING_CELLS).into_owned().into());
        CompletionCandidate::new(word).help(help)
    };
    offers.into_iter().map(candidate).collect()
}

/// Returns the open complaints, the newest first; closed ones when none of the open ones is meant.
fn references(desk: &Desk, typed: &str) -> Vec<Offer> {
    let meant = desk.each(|loaded| {
        let complaint = &loaded.complaint;
        let offer = named(complaint.reference, typed).map(|word| (word, listing::subject(complaint)));
        Ok(offer.map(|offer| (complaint.state().is_open(), offer)))
    });
    let meant = meant.map(|kept| kept.items).unwrap_or_default();
    let are_open = meant.iter().any(|(is_open, _)| *is_open);
    meant.into_iter().rev().filter(|(is_open, _)| *is_open == are_open).map(|(_, offer)| offer).collect()
}

/// Returns the reference as somebody who began to type so would type it: whole, or by counter and check digit.
fn named(reference: Reference, typed: &str) -> Option<String> {
    let short = format!("{}-{}", reference.counter(), reference.check_digit());
    [reference.to_string(), short].into_iter().find(|word| word.starts_with(typed))
}

fn members(settings: &Settings) -> Vec<Offer> {
    settings.members.iter().map(|member| (member.id.clone(), settings.member_name(&member.id))).collect()
}

fn categories(settings: &Settings) -> Vec<Offer> {
    let label = |code: String| (code.clone(), settings.category_label(&code));
    settings.category_codes().into_iter().map(label).collect()
}

fn products(settings: &Settings) -> Vec<Offer> {
    let label = |code: &String| (code.clone(), settings.product_label(code, settings.locale.language));
    settings.products.keys().map(label).collect()
}

fn packs(settings: &Settings) -> Vec<Offer> {
    codes::packs(Some(settings)).into_iter().map(|name| (name, String::new())).collect()
}

fn providers(settings: &Settings) -> Vec<Offer> {
    settings.providers.keys().map(|code| (code.clone(), settings.provider_label(code))).collect()
}

fn views(settings: &Settings) -> Vec<Offer> {
    settings.views.iter().map(|(name, question)| (name.clone(), question.clone())).collect()
}

impl Place {
    /// Returns a context in which nobody hears what is said.
    fn context(&self) -> Context {
        let mut world = World::unheard(self.environment.clone(), self.directory.clone(), self.now);
        let ui = Ui::of(&mut world, Color::Never, true);
        Context { world, ui, global: self.global.clone(), has_written: false, durability: Durability::Full }
    }
}
