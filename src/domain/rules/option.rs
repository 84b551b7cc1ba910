//! The option that supplies each requirement, as people type it.

use super::requirement::Requirement;
use super::step::Step;
use Requirement as R;

/// What supplies each requirement; what is missing here no option can supply.
const OPTIONS: &[(Requirement, &str)] = &[
    (R::Statement, "--statement \"…\""),
    (R::Contact, "--phone … | --email … | --anonymous"),
    (R::Product, "--product CODE"),
    (R::Occurred, "--occurred DAY"),
    (R::Wants, "--wants \"…\""),
    (R::Category, "--category CODE"),
    (R::Severity, "--severity 1..5"),
    (R::Safety, "--safety yes|no"),
    (
        R::FullAssessment,
        "--complexity 1..3 --impact one|several|many|systemic --safety yes|no --jurisdiction in|out|shared",
    ),
    (R::PriorityReason, "--why \"…\""),
    (R::Method, "--method phone|email|letter|…"),
    (R::Finding, "--finding upheld|partly|not-upheld"),
    (R::Why, "--why \"…\""),
    (R::Cause, "--cause \"…\""),
    (R::Action, "--action \"…\""),
    (R::Text, "--text \"…\" or -F FILE"),
    (R::Done, "--done \"…\""),
    (R::SoonEnough, "first: complaints advance REF decide --finding … --why \"…\""),
    (R::Acceptance, "--accepted"),
    (R::NextRoute, "--next-route internal-review|mediation|…"),
    (R::PromisesSettled, "first: complaints promise REF ID --kept, complaints remedy REF ID --delivered"),
    (R::NoPromiseLeft, "first: complaints promise REF ID --broken --why \"…\""),
    (R::PointText, "\"…\""),
    (R::Proposal, "first: complaints dispute REF propose --body \"…\" --why \"…\""),
    (R::Side, "--side complainant|organization"),
    (R::BothConsents, "first: complaints dispute REF consent --side complainant|organization"),
    (R::DisputeMethod, "--how facilitative|advisory|determinative"),
    (R::Result, "--result settled|recommended|determined"),
    (R::ResultRecorded, "first: complaints dispute REF result --result settled"),
    (R::Recommendation, "first: complaints dispute REF result --result recommended --text \"…\""),
    (R::BothAccept, "first: complaints dispute REF accept --side complainant|organization"),
    (R::Determination, "first: complaints dispute REF result --result determined --text \"…\""),
    (R::NotContested, "first: complaints dispute REF result --result determined --text \"…\""),
    (R::AnsweredOrOverdue, "first: complaints advance REF respond, or wait until the answer is overdue"),
    (R::DisputeOpen, "first: complaints dispute REF consent --side complainant|organization"),
    (R::DisputeUnderWay, "first: complaints dispute REF propose --body \"…\" --why \"…\""),
    (R::Notice, "first: complaints dispute REF notify --method … --text \"…\""),
    (R::Position, "first: complaints dispute REF position --settler MEMBER --text \"…\""),
    (R::Settler, "--settler MEMBER"),
    (R::InvestigatorFree, "--investigator MEMBER"),
    (R::AuthorFree, "--as MEMBER"),
    (R::ReviewerFree, "--reviewer NAME"),
    (R::Declaration, "first: complaints conflict REF MEMBER --none"),
    (R::Powers, "--powers \"…\""),
    (R::PointsConfirmed, "--confirmed | --no-reply N"),
    (R::Investigated, "--no-investigation \"…\""),
    (R::ConductKind, "--kind demands|persistence|non-cooperation|arguments|behaviour"),
    (R::ReviewDay, "--until DAY"),
    (R::Restriction, "first: complaints conduct REF record --restriction … --until DAY"),
    (R::Declarer, "MEMBER"),
    (R::Conflict, "--why \"…\" | --none"),
    (R::DisputeExit, "--because no-consent|ineligible|not-taken|withdrawn|timed-out"),
    (R::Recipient, "--to \"…\""),
    (R::Permitted, "first: complaints permission REF give --to \"…\" --method phone"),
    (R::NotForbidden, "first: complaints permission REF give --to \"…\" --method phone"),
    (R::NobodyForbidden, "first: complaints permission REF give --to \"…\" --method phone"),
    (R::OthersTold, "--told \"…\""),
    (R::OurAnswer, "first: complaints advance REF decide --finding … --why \"…\""),
    (R::PaperInReview, "first: complaints letter REF KIND --submit"),
    (R::SameText, "first: complaints letter REF KIND --submit"),
    (R::AnotherReader, "--as MEMBER"),
    (R::Rework, "--return facts|points|reasons|…"),
    (R::ReviewedPaper, "first: complaints letter REF KIND --submit, then --approve"),
    (R::ApprovedPaper, "first: complaints letter REF KIND --submit, then --approve, then --record METHOD"),
    (R::KnownEvidence, "first: complaints attach REF FILE"),
    (R::PointsAnswered, "first: complaints point REF ID --finding … --why \"…\""),
    (R::ClosureReason, "--solved yes | --no-reply N | --declined | --exhausted"),
    (R::Attempts, "--no-reply N"),
    (R::AttemptsSpread, "first: complaints talk REF \"…\" --method email"),
    (R::ReopenTold, "--method letter|email|…"),
    (R::WindowPassed, "--declined"),
    (R::ClosingNote, "--note \"…\""),
    (R::Plan, "--plan \"…\""),
    (R::OtherPerson, "--as MEMBER"),
    (R::Approval, "first: complaints advance REF approve --as MEMBER"),
    (R::NeededApproval, "first: complaints advance REF approve --as MEMBER"),
    (R::OtherSecond, "--second MEMBER"),
    (R::SecondPerson, "--second MEMBER"),
    (R::Dissatisfied, "--solved partly|no"),
    (R::OutsideRoute, "--next-route mediation|enamad|ombudsman|…"),
    (R::Independent, "--reviewer NAME"),
    (R::Body, "--body \"…\""),
    (R::Matter, "--matter enquiry|service-request|suggestion|compliment"),
    (R::Into, "--into REF"),
    (R::Until, "--until DAY"),
    (R::PromiseDate, "--until DAY"),
    (R::Told, "--told phone|email|letter|…"),
];

/// Those of them of which an example says more, ready to be typed and changed.
const EXAMPLES: &[(Requirement, &str)] = &[
    (R::Category, "--category delivery"),
    (R::Severity, "--severity 3"),
    (R::Safety, "--safety no"),
    (R::FullAssessment, "--complexity 1 --impact one --safety no --jurisdiction in"),
    (R::Method, "--method phone"),
    (R::Finding, "--finding upheld"),
    (R::Text, "--text \"…\""),
    (R::NextRoute, "--next-route internal-review"),
    (R::PointsConfirmed, "--confirmed"),
    (R::ClosureReason, "--solved yes"),
    (R::Attempts, "--no-reply 2"),
    (R::Dissatisfied, "--solved no"),
    (R::OutsideRoute, "--next-route mediation"),
    (R::Matter, "--matter enquiry"),
    (R::Side, "--side complainant"),
    (R::DisputeMethod, "--how facilitative"),
    (R::Result, "--result settled"),
    (R::DisputeExit, "--because withdrawn"),
];

impl Requirement {
    /// Returns what supplies it for a step: the option as it is typed there, or the command that comes first.
    pub fn option_for(self, step: Step) -> &'static str {
        match (step, self) {
            (Step::Note | Step::Talk, R::Text) => "\"…\" or -F FILE",
            (Step::Void, R::Authority) => R::SecondPerson.option(),
            (Step::New | Step::Categorize, _) => self.option(),
            (_, R::Category) => "first: complaints categorize REF --category CODE --severity 1..5",
            _ => self.option(),
        }
    }

    /// Returns the option that supplies it, as it is typed; empty where none can.
    pub fn option(self) -> &'static str {
        found_in(OPTIONS, self).unwrap_or_default()
    }

    /// Returns an example of the option that supplies it, ready to be typed and changed.
    pub fn example(self) -> &'static str {
        found_in(EXAMPLES, self).unwrap_or_else(|| self.option())
    }
}

fn found_in(table: &[(Requirement, &'static str)], wanted: Requirement) -> Option<&'static str> {
    table.iter().find(|(requirement, _)| *requirement == wanted).map(|(_, option)| *option)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_settled_elsewhere_has_no_option() {
        let without: Vec<&str> = R::ALL.iter().filter(|one| one.option().is_empty()).map(|one| one.as_str()).collect();
        let known = [
            "not-acknowledged",
            "in-time",
            "on-hold",
            "not-on-hold",
            "open-promise",
            "remedy-stage",
            "authority",
            "paper-text",
        ];
        assert_eq!(without, known);
    }
}
