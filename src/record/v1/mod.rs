//! Format 1 of a record file, as plain serde structs apart from the domain: the published contract.
//!
//! The order of the fields is the order in the file. Every codeword is a `String` here; `from_file` and `into_file`
//! turn structs into domain values and back, and name the path of a value that does not fit. `docs/file-format.md` and the
//! JSON Schema are made from these types.

mod from_file;
mod into_file;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use from_file::{FieldError, Key, complaint};
pub use into_file::record;

/// The number of this format.
pub const FORMAT: u32 = 1;

/// One complaint, as it stands in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "A complaint, format 1")]
pub struct Record {
    /// The format of this file: 1.
    pub format: u32,
    /// The number told to people: year, station, counter, check digit. It is also the file's name.
    pub reference: String,
    /// Where the complaint stands; equals the replay of the events.
    pub state: String,
    /// When it reached us: RFC 3339 with a numeric offset.
    pub received_at: String,
    /// When the matter happened: a day (2026-10-25) or a time (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurred: Option<String>,
    /// 1 first answer, 2 internal review, 3 outside.
    pub level: u8,
    /// The way by which it arrived.
    pub channel: String,
    /// The complainant's language: a BCP 47 tag in small letters.
    pub language: String,
    /// The random pseudonym that links the complaints of one person; absent when the complainant is anonymous.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// What is known about the complainant without being personal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complainant: Option<ComplainantKind>,
    /// The product or service, as a code of the register or in words; absent means unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// The main category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The rule pack in force when it was received.
    pub pack: String,
    /// low, normal, high or urgent.
    pub priority: String,
    /// The initial assessment; absent parts are unassessed, never "no".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    /// The member who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What exactly is complained about, one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Point>,
    /// What was asked for, offered or agreed to put things right.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// The dates the complainant was told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<Promise>,
    /// Where an imported record came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What is personal.
    pub personal: Personal,
    /// What only few may see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restricted: Option<Restricted>,
    /// The story, oldest first; only ever appended to.
    pub events: Vec<Event>,
}

/// What is known about the complainant without being personal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ComplainantKind {
    /// What the complainant is to the product.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What the complainant needs to be heard like everybody else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<String>,
    /// The only way by which the complainant wants to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<String>,
    /// What kind of customer it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// Whether it is a key customer: yes or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_customer: Option<String>,
}

/// The initial assessment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Assessment {
    /// 1 to 5, 5 the worst.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<u8>,
    /// 1 simple to 3 complicated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complexity: Option<u8>,
    /// one, several, many or systemic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<String>,
    /// yes or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<String>,
    /// in, out or shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jurisdiction: Option<String>,
    /// Whether it can be solved: yes, partly or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solvable: Option<String>,
    /// Where it comes from: quality, behaviour, expectation or technical.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause_family: Option<String>,
    /// Whether it is of public interest: yes or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_interest: Option<String>,
    /// Where it may go: social-media, regulator, court, churn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<String>,
    /// The day for which something was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<String>,
    /// The day on which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
}

/// One point of a complaint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Point {
    /// p1, p2, …
    pub id: String,
    /// What is complained about (personal).
    pub text: String,
    /// upheld, partly or not-upheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// Why (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<String>,
}

/// Something to put things right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Remedy {
    /// r1, r2, …
    pub id: String,
    /// refund, repair, replace, apology, …
    pub kind: String,
    /// asked, offered, accepted, declined, withdrawn or delivered.
    pub state: String,
    /// The amount the complainant asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Amount>,
    /// What we think the loss is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessed: Option<Amount>,
    /// The amount offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered: Option<Amount>,
    /// The amount agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Amount>,
    /// The amount paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<Amount>,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Amount {
    /// In the minor unit of the currency (rials, cents).
    pub amount: i64,
    /// ISO 4217 code.
    pub currency: String,
}

/// A date the complainant was told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Promise {
    /// m1, m2, …
    pub id: String,
    /// response, remedy, update, trial or prevention.
    pub what: String,
    /// By when: RFC 3339.
    pub due: String,
    /// When the complainant was told: RFC 3339.
    pub told_at: String,
    /// open, kept or missed.
    pub state: String,
}

/// Where an imported record came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The other system.
    pub system: String,
    /// The record's id there.
    pub id: String,
}

/// What is personal. Any string here may be replaced by an opaque token.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Personal {
    /// Who complains; absent when nothing was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complainant: Option<Complainant>,
    /// Order or invoice number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// A line that names the matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The complainant's own words, never rewritten.
    pub statement: String,
    /// What the complainant expects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wants: Option<String>,
}

/// Who complains.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Complainant {
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Telephone numbers, as they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// E-mail addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// What only few may see, with the reason and the day to look again.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Restricted {
    /// What makes the complainant vulnerable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vulnerability: Option<String>,
    /// What was said about health.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health: Option<String>,
    /// What was said about a member of staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accusation: Option<String>,
    /// Why it is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it must be looked at again: a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<String>,
}

/// One thing that happened.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Its random name: the key by which stories are merged.
    pub id: String,
    /// When it happened, as claimed: RFC 3339. When it was recorded is the time of its commit.
    pub at: String,
    /// The member who says so.
    pub by: String,
    /// What happened: a past participle.
    pub kind: String,
    /// The state it leads to, only where it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The way of contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// upheld, partly or not-upheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// oral or written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
    /// Who heard it, when it was by word of mouth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_by: Option<String>,
    /// Who examines it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investigator: Option<String>,
    /// What the investigator may do and ask for (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub powers: Option<String>,
    /// How the complainant confirmed the points of the complaint before they were examined: oral, written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<String>,
    /// Why there was no investigation (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
    /// Who answers for doing without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// What kind of conduct makes it hard to help (restricted).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conduct: Option<String>,
    /// How contact is restricted (restricted).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<String>,
    /// The priority that was chosen instead of the one that follows from the assessment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// The cause of what went wrong, or why it could not be determined (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// What is done so that it does not happen again, or why nothing is (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Whether the organization accepts responsibility for what happened: yes or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsibility: Option<String>,
    /// Whose interests are declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declarer: Option<String>,
    /// Whether they conflict with an impartial look at the complaint: yes or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
    /// The new owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The next route that the complainant was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route_told: Option<String>,
    /// The promise that was made or settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<String>,
    /// Who looked again, when it was not the one who says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<String>,
    /// The second person who agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<String>,
    /// The body outside to which it was sent on, or where it is resolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// What it is, when it is no complaint: enquiry, service-request, suggestion or compliment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<String>,
    /// The reference of the record of the same complaint that goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<String>,
    /// The reference of a complaint like this one, on which a decision leans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub similar: Option<String>,
    /// The remedy that was asked for, offered, agreed or delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
    /// The point that was added or answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// The rule, contract or promise that a point was measured by (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// The pieces of evidence on which a finding rests, by their file names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// within or beyond: whether the member may do this alone, by what the register said then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// Which side of a dispute agreed: complainant or organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// What the neutral does: facilitative, advisory or determinative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_method: Option<String>,
    /// How the dispute ended: settled, recommended or determined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// Why it ended without a result: no-consent, ineligible, not-taken, withdrawn or timed-out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispute_exit: Option<String>,
    /// Who may settle the dispute for us.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settler: Option<String>,
    /// Why it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure: Option<String>,
    /// Whether the complainant says that it is solved: yes, partly or no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<String>,
    /// How many times the complainant was asked in vain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempts: Option<u8>,
    /// Satisfaction with the handling, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling: Option<u8>,
    /// Satisfaction with the outcome, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<u8>,
    /// The paper that was handed over or sent, or is looked at before, of `complaints codes paper`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
    /// Of a paper that was looked at before it was sent: the SHA-256 of its text as it stood when it was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<String>,
    /// Why a paper or a decision was sent back, of `complaints codes rework`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rework: Option<String>,
    /// To whom it went: an address, number or name (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<String>,
    /// Who else was told the outcome (personal).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<String>,
    /// The dates that were told in it: RFC 3339.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<String>,
    /// The file name of a piece of evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The SHA-256 of the evidence, or of the paper as plain text, in hexadecimal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Its size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// The field that was corrected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What the field, or the assessment that was replaced, said before (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// What the field, or the new assessment, says now (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// The event that is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
    /// Until when a hold lasts, or the new end of a clock; when a restriction of contact is looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// The clock of the rule pack that is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<String>,
    /// When that clock was due until then; of a dispute proposed before our answer, when the answer was due;
    /// of what is resolved at once, until when the pack let it be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was_due: Option<String>,
    /// Free text (personal).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Keeps personal values out of panics and logs.
macro_rules! silent_debug {
    ($($name:ident)+) => {
        $(impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(concat!(stringify!($name), " { … }"))
            }
        })+
    };
}
silent_debug!(Personal Complainant Restricted Event);
