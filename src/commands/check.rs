//! `complaints check`: does the register keep its own promises?

mod heal;
mod survey;

use clap::{Args, ValueEnum};

use crate::check::{Check, Finding, Tier, Weight};
use crate::cli::Global;
use crate::commands::Context;
use crate::commands::step::word;
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::locale::Locale;
use crate::render::findings::{Line, Output};
use crate::render::json;
use crate::render::sarif::{self, Rule};
use crate::text::language::Language;
use survey::Survey;

/// Check that the register keeps its own promises
///
/// Every file is read and every check made; all findings are told, each with its
/// place, why it matters, and a command that mends it. The exit code is 3 when
/// something is wrong; warnings alone leave it 0. The work tree is read and
/// nothing is written, but with --fix.
///
/// Example:   complaints check
/// Example:   complaints check 147 --tier strict
/// Example:   complaints check --only events-replay --fix
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct CheckArgs {
    /// Only these complaints; checks across complaints are left out then
    #[arg(value_name = "REF")]
    references: Vec<String>,
    /// How much is asked: basic, strict, all; each holds those before it
    #[arg(long, value_name = "TIER", default_value = "basic", value_parser = word(Tier::ALL, Tier::as_str))]
    tier: Tier,
    /// The same as --tier strict
    #[arg(long, conflicts_with = "tier")]
    strict: bool,
    /// Only this check, of whatever tier (can be repeated)
    #[arg(long, value_name = "NAME", value_parser = word(Check::ALL, Check::as_str), hide_possible_values = true)]
    only: Vec<Check>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: CheckFormat,
    /// List all checks with their tiers, and look at nothing
    #[arg(long, conflicts_with_all = ["references", "fix", "format"])]
    list: bool,
    /// Whether to mend.
    #[command(flatten)]
    mending: Mending,
}

/// Whether to mend what was found.
#[derive(Clone, Copy, Debug, Args)]
struct Mending {
    /// Mend what can be mended without a doubt, in one commit: a stored state or level that is not that of the events
    #[arg(long)]
    fix: bool,
    /// With --fix: print what would be committed and change nothing
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

/// What was asked for.
struct Asked {
    checks: Vec<Check>,
    format: CheckFormat,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    /// A few lines for each finding.
    #[default]
    Table,
    /// One JSON document, a documented contract.
    Json,
    /// One SARIF 2.1.0 document, for code hosts and editors.
    Sarif,
}

impl CheckArgs {
    /// Returns the checks that are asked for.
    fn selected(&self) -> Vec<Check> {
        let tier = if self.strict { Tier::Strict } else { self.tier };
        let is_selected = |check: &Check| match self.only.as_slice() {
            [] => check.tier() <= tier,
            only => only.contains(check),
        };
        Check::ALL.iter().copied().filter(is_selected).collect()
    }
}

/// Looks, mends if asked to, and tells what was found.
pub fn run(context: &mut Context, args: &CheckArgs) -> Outcome {
    if args.list {
        return Ok(list(context));
    }
    let asked = Asked { checks: args.selected(), format: args.format };
    let CheckArgs { references, mending, .. } = args;
    let desk = match context.desk() {
        Ok(desk) => desk,
        Err(error) => return unusable_settings(context, &asked, error),
    };
    desk.must_be_of_now("check")?;
    let mut survey = Survey::make(context, &desk, references, &asked.checks)?;
    if mending.fix && heal::run(context, &desk, &survey, mending.dry_run)? {
        survey = Survey::make(context, &desk, references, &asked.checks)?;
    }
    context.warn_of_pending(&desk);
    tell(context, &asked, survey, &desk.settings.locale)
}

/// Prints every check with its tier and what it asks for.
fn list(context: &mut Context) -> Exit {
    let locale = locale(context);
    for check in Check::ALL {
        let why = locale.label("check", check.as_str());
        context.ui.data(&format!("{check:<31}  {:<6}  {why}", check.tier()));
    }
    Exit::Ok
}

/// Without settings nothing else can be looked at, so what is wrong with them is all that is told.
fn unusable_settings(context: &mut Context, asked: &Asked, error: CommandError) -> Outcome {
    let survey = Survey::of_settings(context).unwrap_or_default();
    if survey.findings.is_empty() {
        return Err(error);
    }
    let locale = locale(context);
    let outcome = tell(context, asked, survey, &locale);
    context.ui.warning(&locale.say("check-unusable"));
    outcome
}

/// Returns the words for somebody whose register may not be there: by `--lang`, else those of the register.
fn locale(context: &Context) -> Locale {
    let settings = context.desk().map(|desk| desk.settings.locale);
    settings.unwrap_or_else(|_| {
        let language: Language = context.global.lang.as_deref().and_then(|lang| lang.parse().ok()).unwrap_or_default();
        super::codes::plain_locale(language)
    })
}

fn tell(context: &mut Context, asked: &Asked, survey: Survey, locale: &Locale) -> Outcome {
    let (complaints, mut findings) = (survey.complaints, survey.findings);
    findings.retain(|finding| asked.checks.contains(&finding.check));
    let lines: Vec<Line<'_>> = findings.iter().map(|finding| line(finding, locale, &context.global)).collect();
    let errors = findings.iter().filter(|finding| finding.check.weight() == Weight::Error).count();
    let warnings = lines.len() - errors;
    match asked.format {
        CheckFormat::Table => {
            for line in &lines {
                context.ui.data(&line.text());
            }
        }
        CheckFormat::Json => {
            let checks = asked.checks.iter().map(|check| check.as_str()).collect();
            let output = Output { schema: json::SCHEMA, complaints, checks, findings: lines };
            let text = json::text::pretty(&output).map_err(|error| CommandError::failed(&error))?;
            context.ui.data(&text);
        }
        CheckFormat::Sarif => {
            let log = sarif::log(asked.checks.iter().map(|check| rule(*check, locale)).collect(), &lines);
            let text = json::text::pretty(&log).map_err(|error| CommandError::failed(&error))?;
            context.ui.data(&text);
        }
    }
    let counts =
        [("complaints", complaints), ("checks", asked.checks.len()), ("errors", errors), ("warnings", warnings)];
    let counts = counts.map(|(name, count)| (name, count.into()));
    context.ui.status(&locale.tell("check-done", &counts));
    Ok(if errors == 0 { Exit::Ok } else { Exit::Findings })
}

fn rule(check: Check, locale: &Locale) -> Rule {
    let (tier, weight) = (check.tier().as_str(), check.weight().as_str());
    Rule { check: check.as_str(), tier, weight, why: locale.label("check", check.as_str()) }
}

/// Returns a finding as it is printed.
pub(super) fn line<'a>(finding: &'a Finding, locale: &Locale, global: &Global) -> Line<'a> {
    let check = finding.check;
    Line {
        check: check.as_str(),
        tier: check.tier().as_str(),
        weight: check.weight().as_str(),
        file: &finding.file,
        line: finding.place.map(|place| place.line),
        column: finding.place.map(|place| place.column),
        what: locale.tell(finding.what.key, &finding.what.values()),
        why: locale.label("check", check.as_str()),
        mend: global.in_folder(&locale.tell(finding.mend.key, &finding.mend.values())),
        excerpt: finding.excerpt.as_deref(),
    }
}
