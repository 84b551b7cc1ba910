//! What people do with a complaint, each by its verb.

use crate::domain::code::words;

words! {
    /// Something a person does with a complaint.
    Step, "step" {
        /// Record it.
        New => "new",
        /// Tell the complainant that it arrived.
        Acknowledge => "acknowledge",
        /// Assess what kind of matter it is and how bad.
        Categorize => "categorize",
        /// Begin the examination.
        Investigate => "investigate",
        /// Record a finding with reasons.
        Decide => "decide",
        /// Say yes to a decision, as another person than its author.
        Approve => "approve",
        /// Send a decision back: the examination goes on.
        Return => "return",
        /// Tell the complainant the outcome.
        Respond => "respond",
        /// Solve it within the first contact.
        ResolveNow => "resolve-now",
        /// Record that the complainant agrees to what was offered.
        Accept => "accept",
        /// Record that what was agreed is done.
        Fulfil => "fulfil",
        /// Let the complainant judge an answer after which nothing is left to be done.
        FollowUp => "follow-up",
        /// Explain the answer again: the complainant is not satisfied, and the decision stands.
        Explain => "explain",
        /// Look for another solution: the complainant is not satisfied.
        Revise => "revise",
        /// Offer compensation: the complainant is not satisfied.
        Compensate => "compensate",
        /// Finish it.
        Close => "close",
        /// Take up a finished complaint again.
        Reopen => "reopen",
        /// Record that the complainant takes it back.
        Withdraw => "withdraw",
        /// Record that the complainant wants an independent person to look again.
        RequestReview => "request-review",
        /// Tell the complainant that nobody will look again, and who outside may.
        RefuseReview => "refuse-review",
        /// Record what the independent person found.
        DecideReview => "decide-review",
        /// Propose an outside body to the complainant.
        ProposeDispute => "propose-dispute",
        /// Record that one side agrees, and what it was told.
        ConsentDispute => "consent-dispute",
        /// Record that both sides and the outside body have the notice of the dispute.
        NotifyDispute => "notify-dispute",
        /// Record what we accept and contest there, and who may settle for us.
        TakePosition => "take-position",
        /// Record that the neutral begins.
        StartDispute => "start-dispute",
        /// Record that the complainant went to an outside body.
        GoOutside => "go-outside",
        /// Record the result of the outside body.
        EndDispute => "end-dispute",
        /// Record that one side accepts what the neutral recommends.
        AcceptRecommendation => "accept-recommendation",
        /// Record that one side does not accept it.
        RejectRecommendation => "reject-recommendation",
        /// Record that one side wants the decision of the neutral looked at again.
        ContestDetermination => "contest-determination",
        /// Close what was resolved outside.
        CloseDispute => "close-dispute",
        /// Record that the way outside ended without a result.
        DropDispute => "drop-dispute",
        /// Send on what is not ours to decide.
        Refer => "refer",
        /// Finish what is no complaint, as what it is.
        Convert => "convert",
        /// Finish what is recorded twice, in favour of the other record.
        Merge => "merge",
        /// Mark it as recorded by mistake.
        Void => "void",
        /// Make somebody its owner.
        Assign => "assign",
        /// Write something down.
        Note => "note",
        /// Record a contact with the complainant.
        Talk => "talk",
        /// Add evidence.
        Attach => "attach",
        /// Record what the complainant thinks of the handling and the outcome.
        Feedback => "feedback",
        /// Correct a field.
        Edit => "edit",
        /// Take back the last event.
        Undo => "undo",
        /// Let its pausable clocks stand still.
        Hold => "hold",
        /// Let them run again.
        Resume => "resume",
        /// Give a clock a later end.
        Extend => "extend",
        /// Tell the complainant a date.
        Promise => "promise",
        /// Record that a promise is kept.
        KeepPromise => "keep-promise",
        /// Record that a promise will not be kept.
        BreakPromise => "break-promise",
        /// Record that the complainant asks for a remedy.
        AskRemedy => "ask-remedy",
        /// Offer a remedy.
        OfferRemedy => "offer-remedy",
        /// Record that the complainant agrees to a remedy.
        AgreeRemedy => "agree-remedy",
        /// Record that the complainant does not want a remedy.
        DeclineRemedy => "decline-remedy",
        /// Take back a remedy that was offered or agreed.
        WithdrawRemedy => "withdraw-remedy",
        /// Record that a remedy is done or paid.
        DeliverRemedy => "deliver-remedy",
        /// Write down what exactly is complained about.
        AddPoint => "add-point",
        /// Record a finding about one point.
        DecidePoint => "decide-point",
        /// Record conduct that makes it hard to help.
        RecordConduct => "record-conduct",
        /// Look again at a restriction of contact.
        ReviewConduct => "review-conduct",
        /// End a restriction of contact.
        EndConduct => "end-conduct",
        /// Give a paper to somebody else to look at before it goes out.
        SubmitPaper => "submit-paper",
        /// Say yes to the text of a paper, as another person than its author.
        ApprovePaper => "approve-paper",
        /// Send a paper back to its author.
        ReturnPaper => "return-paper",
        /// Declare whether somebody has a conflict of interest.
        DeclareConflict => "declare-conflict",
        /// Ask the complainant whether somebody outside may be told.
        AskPermission => "ask-permission",
        /// Record that somebody outside may be told.
        GivePermission => "give-permission",
        /// Record that somebody outside may not be told.
        RefusePermission => "refuse-permission",
        /// Record that somebody outside may no longer be told.
        WithdrawPermission => "withdraw-permission",
    }
}

impl Step {
    /// Returns the steps that lead through the process, in its order.
    pub fn of_process() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|step| *step > Self::New && *step <= Self::Void)
    }

    /// Returns the steps that `advance` takes, in the order of the process.
    pub fn of_advance() -> impl Iterator<Item = Self> {
        Self::of_process().filter(|step| *step != Self::Categorize && step.action().is_none())
    }

    /// Returns the command with actions that takes this step, and the action; `None` where the step is its own word.
    fn action(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::RequestReview => Some(("review", "request")),
            Self::RefuseReview => Some(("review", "refuse")),
            Self::DecideReview => Some(("review", "decide")),
            Self::ProposeDispute => Some(("dispute", "propose")),
            Self::ConsentDispute => Some(("dispute", "consent")),
            Self::NotifyDispute => Some(("dispute", "notify")),
            Self::TakePosition => Some(("dispute", "position")),
            Self::StartDispute => Some(("dispute", "start")),
            Self::GoOutside => Some(("dispute", "external")),
            Self::EndDispute => Some(("dispute", "result")),
            Self::AcceptRecommendation => Some(("dispute", "accept")),
            Self::RejectRecommendation => Some(("dispute", "reject")),
            Self::ContestDetermination => Some(("dispute", "contest")),
            Self::CloseDispute => Some(("dispute", "close")),
            Self::DropDispute => Some(("dispute", "drop")),
            _ => None,
        }
    }

    /// Returns the word by which people ask for it: that of its command or of its step.
    pub fn verb(self) -> &'static str {
        self.action().map_or(self.as_str(), |(command, _)| command)
    }

    /// Returns the command that takes this step of the process, as it is typed for the complaint `name`.
    pub fn command(self, name: &str) -> String {
        match (self, self.action()) {
            (Self::Categorize, _) => format!("complaints categorize {name}"),
            (_, Some((command, action))) => format!("complaints {command} {name} {action}"),
            (step, None) => format!("complaints advance {name} {step}"),
        }
    }
}
