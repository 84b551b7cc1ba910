//! `complaints point`: what exactly is complained about, and what was found about each point.

use clap::Args;

use crate::cli::Recording;
use crate::commands::Context;
use crate::commands::recording::{self, Author};
use crate::commands::step::{name, word};
use crate::domain::complaint::{Complaint, Point};
use crate::domain::event::{Event, Facts, Kind};
use crate::domain::words::Finding;
use crate::error::Outcome;
use crate::exit::Exit;

/// Write down the points of a complaint, and answer each of them
///
/// A complaint about three things is answered in three points; `advance REF
/// decide` waits until each has a finding with reasons, and takes its own finding
/// from them when none is given: all the same, or partly. A review may add points
/// and answer them anew, by somebody who had no part in the answer.
///
/// Example:   complaints point 147 "It came four days late"
///            complaints point 147 p1 --finding upheld --why "The waybill says so" \
///                --evidence waybill.jpg --policy "Terms of delivery, 4"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct PointArgs {
    /// The complaint
    #[arg(value_name = "REF")]
    reference: String,
    /// What is complained about, for a new point; or which point is answered: p1, p2, …
    #[arg(value_name = "TEXT|ID")]
    point: String,
    /// What was found: upheld, partly, not-upheld
    #[arg(long, value_name = "FINDING", value_parser = word(Finding::ALL, Finding::as_str))]
    finding: Option<Finding>,
    /// The reasons
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    /// The rule, contract or promise that it was measured by
    #[arg(long, value_name = "TEXT")]
    policy: Option<String>,
    /// A piece of evidence on which the finding rests, as its attached file is named (can be repeated)
    #[arg(long, value_name = "FILE")]
    evidence: Vec<String>,
    /// Who looked at it in a review, when it was not the one who says so
    #[arg(long, value_name = "NAME", value_parser = name)]
    reviewer: Option<String>,
    /// Who and when.
    #[command(flatten)]
    recording: Recording,
}

/// Records the point, or the finding about it.
pub fn run(context: &mut Context, args: &PointArgs) -> Outcome {
    let desk = context.desk()?;
    let author = Author::of(context, &desk, &args.recording)?;
    let is_answer = args.finding.is_some() || args.why.is_some() || is_id(&args.point);
    let kind = if is_answer { Kind::PointDecided } else { Kind::PointAdded };
    let reviewer = args.reviewer.as_deref().map(|named| author.meant(named));
    let facts = Facts {
        finding: args.finding,
        text: args.why.clone(),
        policy: args.policy.clone(),
        evidence: args.evidence.clone(),
        reviewer,
        ..Facts::default()
    };
    let event = author.event(context, kind, facts);
    let after = recording::change_one(context, &desk, &args.reference, &args.recording, |mut complaint| {
        let point = if is_answer { args.point.clone() } else { add(&mut complaint, &args.point) };
        let facts = Facts { point: Some(point), ..event.facts.clone() };
        recording::admitted(&desk, complaint, Event { facts, ..event.clone() }, author.now)
    })?;
    let id = after.events.last().and_then(|event| event.facts.point.clone()).unwrap_or_default();
    recording::say_of_part(context, &desk, &after, &id, &args.recording);
    Ok(Exit::Ok)
}

fn is_id(typed: &str) -> bool {
    typed.strip_prefix('p').is_some_and(|number| number.parse::<u16>().is_ok())
}

fn add(complaint: &mut Complaint, text: &str) -> String {
    let id = format!("p{}", complaint.points.len() + 1);
    complaint.points.push(Point { id: id.clone(), text: text.to_owned(), finding: None, reasons: None });
    id
}
