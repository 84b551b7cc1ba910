//! `complaints codes`: the words that fields may hold, in both languages.

use clap::Args;

use crate::commands::Context;
use crate::domain::event::Kind;
use crate::domain::pack::Unit;
use crate::domain::paper::{Clause, Paper};
use crate::domain::rules::Step;
use crate::domain::words::{
    Acceptance, Accommodation, Authority, CATEGORIES, CauseFamily, Channel, Closure, ConductKind, DisputeExit,
    DisputeMethod, DisputeResult, Finding, Impact, Jurisdiction, Matter, PaperStage, Priority, PromiseState, Promised,
    REMEDIES, RemedyState, Restriction, Rework, Risk, Role, Route, Segment, Side, Solved, State,
};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;
use crate::record::pack_file;
use crate::settings::Settings;
use crate::text::digits::Digits;
use crate::text::language::Language;
use crate::text::sanitize;
use crate::text::similar;

/// List the codes of a field with their names in both languages
///
/// Without a list it names the lists. Inside a register its own categories and
/// products stand first; the outside bodies of its list (`provider`) also show
/// what their neutrals do, how to reach them and what they cost.
///
/// Example:   complaints codes category
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct CodesArgs {
    /// The list: category, pack, channel, state, closure, …
    #[arg(value_name = "LIST")]
    list: Option<String>,
}

/// Prints the codes.
pub fn run(context: &mut Context, args: &CodesArgs) -> Outcome {
    let settings = context.desk().ok().map(|desk| desk.settings);
    let lists = lists(settings.as_ref());
    let Some(wanted) = args.list.clone() else {
        let names: Vec<&str> = lists.iter().map(|(name, _)| *name).collect();
        context.ui.data(&names.join("\n"));
        return Ok(Exit::Ok);
    };
    let Some((name, codes)) = lists.iter().find(|(name, _)| *name == wanted) else {
        let names: Vec<&str> = lists.iter().map(|(name, _)| *name).collect();
        let near = similar::nearest(&wanted, names.iter().copied());
        let hint = near
            .first()
            .map_or_else(|| format!("lists: {}", names.join(" ")), |near| format!("complaints codes {near}"));
        return Err(CommandError::new(Exit::Usage, format!("`{wanted}` is no list of codes")).hint(hint));
    };
    let [english, persian] = Language::ALL.map(plain_locale);
    for code in codes {
        let labels = settings.as_ref().and_then(|settings| own_labels(settings, name, code));
        let (en, fa) = labels.unwrap_or_else(|| (english.label(name, code), persian.label(name, code)));
        let more = settings.as_ref().filter(|_| *name == "provider").map_or_else(String::new, |of| details(of, code));
        context.ui.data(&format!("{code}\t{en}\t{fa}{more}"));
    }
    Ok(Exit::Ok)
}

/// Returns the words of a language without a register: Gregorian days, Latin digits.
pub(super) fn plain_locale(language: Language) -> Locale {
    Locale::new(language, crate::calendar::CalendarKind::Gregorian, Digits::Latn, crate::calendar::Zone::UTC)
}

/// Returns what else the register says about an outside body: method, contact and cost, each after a tab.
fn details(settings: &Settings, code: &str) -> String {
    let Some(provider) = settings.providers.get(code) else { return String::new() };
    let text = |text: &Option<String>| sanitize::line(text.as_deref().unwrap_or_default());
    format!("\t{}\t{}\t{}", provider.method, text(&provider.contact), text(&provider.cost))
}

fn own_labels(settings: &Settings, list: &str, code: &str) -> Option<(String, String)> {
    let labels = match list {
        "category" => settings.categories.get(code)?,
        "product" => settings.products.get(code)?,
        "provider" => &settings.providers.get(code)?.labels,
        _ => return None,
    };
    Some((labels.en.clone(), labels.fa.clone()))
}

/// Returns the names of the rule packs, in a register also of its own.
pub(super) fn packs(settings: Option<&Settings>) -> Vec<String> {
    let built_in = pack_file::built_in_names().map(str::to_owned);
    let own = settings.into_iter().flat_map(Settings::own_packs).cloned();
    let own: Vec<String> = own.filter(|name| pack_file::built_in_names().all(|known| known != name)).collect();
    built_in.chain(own).collect()
}

/// Returns every list with its codes.
fn lists(settings: Option<&Settings>) -> Vec<(&'static str, Vec<String>)> {
    macro_rules! words {
        ($list:ty) => {
            <$list>::ALL.iter().map(|word| word.as_str().to_owned()).collect::<Vec<_>>()
        };
    }
    let built_in = || CATEGORIES.iter().map(|code| (*code).to_owned()).collect();
    vec![
        ("category", settings.map_or_else(built_in, Settings::category_codes)),
        ("pack", packs(settings)),
        ("product", settings.map(|settings| settings.products.keys().cloned().collect()).unwrap_or_default()),
        ("provider", settings.map(|settings| settings.providers.keys().cloned().collect()).unwrap_or_default()),
        ("channel", words!(Channel)),
        ("state", words!(State)),
        ("step", words!(Step)),
        ("kind", words!(Kind)),
        ("finding", words!(Finding)),
        ("closure", words!(Closure)),
        ("route", words!(Route)),
        ("paper", Paper::all().map(|paper| paper.as_str().to_owned()).collect()),
        ("paper-stage", words!(PaperStage)),
        ("remedy", REMEDIES.iter().map(|code| (*code).to_owned()).collect()),
        ("rework", words!(Rework)),
        ("clause", words!(Clause)),
        ("unit", words!(Unit)),
        ("priority", words!(Priority)),
        ("impact", words!(Impact)),
        ("jurisdiction", words!(Jurisdiction)),
        ("role", words!(Role)),
        ("need", words!(Accommodation)),
        ("matter", words!(Matter)),
        ("acceptance", words!(Acceptance)),
        ("answer", words!(Solved)),
        ("promise", words!(Promised)),
        ("authority", words!(Authority)),
        ("side", words!(Side)),
        ("dispute-method", words!(DisputeMethod)),
        ("dispute-result", words!(DisputeResult)),
        ("dispute-exit", words!(DisputeExit)),
        ("segment", words!(Segment)),
        ("cause-family", words!(CauseFamily)),
        ("risk", words!(Risk)),
        ("conduct", words!(ConductKind)),
        ("restriction", words!(Restriction)),
        ("promise-state", words!(PromiseState)),
        ("remedy-state", words!(RemedyState)),
    ]
}
