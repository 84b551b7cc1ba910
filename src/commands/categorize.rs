//! `complaints categorize`: the initial assessment.

use chrono::NaiveDate;
use clap::Args;

use crate::calendar::typed;
use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::many::{self, Deed, Many};
use crate::commands::recording::{self, Author};
use crate::commands::step::{name, number, word};
use crate::commands::{Context, advance, typed_error};
use crate::domain::code::{Code, NotACode};
use crate::domain::complaint::{Assessment, Complaint};
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::words::{CauseFamily, Impact, Jurisdiction, Priority, Risk, Solved, YesNo};
use crate::error::{CommandError, Outcome};
use crate::exit::Exit;
use crate::text::fold::fold;
use crate::text::similar;

/// Assess what kind of matter a complaint is and how bad
///
/// Sets the main category and the severity (1 to 5, 5 the worst), and whatever
/// else is known by now: complexity (else 1), impact (else one), jurisdiction
/// (else ours), safety, product, priority, and more. What nobody has assessed of
/// the rest stays unassessed, never "no". The priority
/// follows from severity, impact and safety until somebody chooses another; strict
/// rule packs ask why. The owner is you unless somebody else is named or owns it
/// already.
///
/// Example:   complaints categorize 147 --category delivery --severity 3 --owner sara
///            complaints categorize --where 'state:received text:courier' \
///                --category delivery --severity 2
#[derive(Debug, Args)]
#[command(
    verbatim_doc_comment,
    override_usage = "complaints categorize [OPTIONS] <REF>\n       complaints categorize [OPTIONS] --where <QUESTION>"
)]
pub struct CategorizeArgs {
    /// The complaint
    #[arg(value_name = "REF", required_unless_present = "question", conflicts_with = "question")]
    reference: Option<String>,
    /// The main category, by its code or name: see `complaints codes category`
    #[arg(long, value_name = "CODE")]
    category: Option<String>,
    /// How bad it is: 1 to 5, 5 the worst
    #[arg(long, value_name = "1..5", value_parser = number(1..=5))]
    severity: Option<u8>,
    /// How complicated it is: 1 to 3
    #[arg(long, value_name = "1..3", value_parser = number(1..=3))]
    complexity: Option<u8>,
    /// How many it touches: one, several, many, systemic
    #[arg(long, value_name = "IMPACT", value_parser = word(Impact::ALL, Impact::as_str))]
    impact: Option<Impact>,
    /// Whether safety is at stake: yes or no; asked for when the severity is 4 or 5
    #[arg(long, value_name = "ANSWER", value_parser = word(YesNo::ALL, YesNo::as_str))]
    safety: Option<YesNo>,
    /// Whose it is to decide: in, out, shared
    #[arg(long, value_name = "WHOSE", value_parser = word(Jurisdiction::ALL, Jurisdiction::as_str))]
    jurisdiction: Option<Jurisdiction>,
    /// Whether it can be solved: yes, partly, no
    #[arg(long, value_name = "ANSWER", value_parser = word(Solved::ALL, Solved::as_str))]
    solvable: Option<Solved>,
    /// Where it comes from: quality, behaviour, expectation, technical
    #[arg(long, value_name = "FAMILY", value_parser = word(CauseFamily::ALL, CauseFamily::as_str))]
    cause_family: Option<CauseFamily>,
    /// Whether it is of public interest: yes or no
    #[arg(long, value_name = "ANSWER", value_parser = word(YesNo::ALL, YesNo::as_str))]
    public_interest: Option<YesNo>,
    /// Where it may go if it is handled badly: social-media, regulator, court, churn (can be repeated)
    #[arg(long = "risk", value_name = "RISK", value_parser = word(Risk::ALL, Risk::as_str))]
    risks: Vec<Risk>,
    /// The day for which something was promised
    #[arg(long, value_name = "DAY")]
    promised: Option<String>,
    /// The day on which it came
    #[arg(long, value_name = "DAY")]
    actual: Option<String>,
    /// How soon it must be looked at: low, normal, high, urgent (default: as severity, impact and safety say)
    #[arg(long, value_name = "PRIORITY", value_parser = word(Priority::ALL, Priority::as_str))]
    priority: Option<Priority>,
    /// The product or service
    #[arg(long, value_name = "PRODUCT")]
    product: Option<String>,
    /// Who answers for it
    #[arg(long, value_name = "MEMBER", value_parser = name)]
    owner: Option<String>,
    /// A remark, or why the priority is another one than follows from the assessment
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// Instead of one complaint.
    #[command(flatten)]
    many: Many,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the assessment.
pub fn run(context: &mut Context, args: &CategorizeArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let category = args.category.as_deref().map(|typed| known_category(&desk, typed)).transpose()?;
    let days =
        Days { promised: args.day(&desk, &author, "--promised")?, actual: args.day(&desk, &author, "--actual")? };
    if let Some(owner) = &args.owner {
        context.warn_of_stranger(&desk, &author.meant(owner));
    }
    let facts = Facts { text: args.why.clone(), ..Facts::default() };
    let event = author.event(context, Kind::Categorized, facts);
    let proposed = |complaint: Complaint| {
        let mut proposed = assessed(&desk, complaint, args, category.clone(), &author);
        proposed.assessment.promised = days.promised.or(proposed.assessment.promised);
        proposed.assessment.actual = days.actual.or(proposed.assessment.actual);
        proposed
    };
    let admitted = |before: &Complaint, proposed: Complaint, mut event: Event| {
        if before.last(Kind::Categorized).is_some() && said(before) != said(&proposed) {
            (event.facts.old, event.facts.new) = (said(before), said(&proposed));
        }
        event.facts.priority = proposed.chosen_priority(args.priority);
        recording::admitted(&desk, proposed, event, author.now)
    };
    let Some(reference) = &args.reference else {
        let deed = Deed { many: &args.many, recording: &args.recording, author: &author, event };
        return many::change(context, &desk, &deed, |complaint, event| {
            let proposed = proposed(complaint.clone());
            let is_so = proposed == complaint && complaint.last(Kind::Categorized).is_some();
            if is_so { Ok(None) } else { admitted(&complaint, proposed, event).map(Some) }
        });
    };
    let after = recording::change_one(context, &desk, reference, &args.recording, |complaint| {
        admitted(&complaint, proposed(complaint.clone()), event.clone())
    })?;
    if !args.recording.dry_run {
        advance::print_step(context, &desk, &after);
    }
    Ok(Exit::Ok)
}

/// The days of what was promised and what came.
#[derive(Clone, Copy)]
struct Days {
    promised: Option<NaiveDate>,
    actual: Option<NaiveDate>,
}

impl CategorizeArgs {
    /// Returns the day that was typed with `option`.
    fn day(&self, desk: &Desk, author: &Author, option: &str) -> Result<Option<NaiveDate>, CommandError> {
        let typed = if option == "--promised" { &self.promised } else { &self.actual };
        let today = author.now.with_timezone(&desk.settings.locale.zone).date_naive();
        let day = typed.as_deref().map(|typed| typed::day(typed, today));
        day.transpose().map_err(|error| typed_error(&desk.settings.locale, option, &error))
    }
}

/// Returns what an assessment says in short, so that the next one tells what it replaces.
fn said(complaint: &Complaint) -> Option<String> {
    let severity = complaint.assessment.severity.map(|severity| severity.to_string());
    let parts: Vec<String> = complaint.category.iter().map(ToString::to_string).chain(severity).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Returns the complaint with everything that was assessed, and what is filled in when nothing was said.
fn assessed(
    desk: &Desk,
    mut complaint: Complaint,
    args: &CategorizeArgs,
    category: Option<Code>,
    author: &Author,
) -> Complaint {
    let before = &complaint.assessment;
    let assessment = Assessment {
        severity: args.severity.or(before.severity),
        complexity: args.complexity.or(before.complexity).or(Some(1)),
        impact: args.impact.or(before.impact).or(Some(Impact::One)),
        safety: args.safety.or(before.safety),
        jurisdiction: args.jurisdiction.or(before.jurisdiction).or(Some(Jurisdiction::In)),
        solvable: args.solvable.or(before.solvable),
        cause_family: args.cause_family.or(before.cause_family),
        public_interest: args.public_interest.or(before.public_interest),
        risks: if args.risks.is_empty() { before.risks.clone() } else { args.risks.clone() },
        promised: before.promised,
        actual: before.actual,
    };
    complaint.priority = complaint.priority_after(&assessment, args.priority);
    complaint.assessment = assessment;
    complaint.category = category.or(complaint.category);
    let product = args.product.as_deref().and_then(|typed| desk.settings.product_named(typed));
    complaint.product = product.or(complaint.product);
    let named = args.owner.as_deref().map(|owner| author.meant(owner));
    complaint.owner = named.or(complaint.owner).or_else(|| Some(author.member.clone()));
    complaint
}

/// Returns the category that is called so, by its code or in the reader's words; a mistyped one is named with those that are
/// near.
pub(super) fn known_category(desk: &Desk, typed: &str) -> Result<Code, CommandError> {
    let codes = desk.settings.category_codes();
    let is_called =
        |code: &String| [code, &desk.settings.category_label(code)].iter().any(|name| fold(name) == fold(typed));
    if let Some(code) = codes.iter().find(|code| is_called(code)) {
        return code.parse().map_err(|error: NotACode| CommandError::of(Exit::Failed, &error));
    }
    let locale = &desk.settings.locale;
    let failure = CommandError::new(Exit::Usage, locale.tell("unknown-category", &[("code", typed.into())]));
    let near = similar::nearest(typed, codes.iter().map(String::as_str));
    let failure = match near.first() {
        Some(near) => failure.hint(locale.tell("hint-near", &[("near", (*near).into())])),
        None => failure,
    };
    Err(failure.hint("complaints codes category").hint(locale.say("hint-new-category")))
}
