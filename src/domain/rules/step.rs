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
        /// Tell the complainant the outcome.
        Respond => "respond",
        /// Solve it within the first contact.
        ResolveNow => "resolve-now",
        /// Record that the complainant agrees to what was offered.
        Accept => "accept",
        /// Record that what was agreed is done.
        Fulfil => "fulfil",
        /// Finish it.
        Close => "close",
        /// Take up a finished complaint again.
        Reopen => "reopen",
        /// Record that the complainant takes it back.
        Withdraw => "withdraw",
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
    }
}

impl Step {
    /// Returns the steps that lead through the process, in its order.
    pub fn of_process() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|step| *step > Self::New && *step <= Self::Void)
    }

    /// Returns the steps that `advance` takes, in the order of the process.
    pub fn of_advance() -> impl Iterator<Item = Self> {
        Self::of_process().filter(|step| *step != Self::Categorize)
    }
}
