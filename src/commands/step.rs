//! What can be said about a step of `advance`, on the command line or in a line of a file, and what follows from it.

use std::borrow::Borrow;
use std::ops::RangeInclusive;
use std::str::FromStr;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde::{Deserialize, Deserializer};

use crate::calendar::typed;
use crate::commands::desk::Desk;
use crate::commands::recording::Author;
use crate::commands::typed_error;
use crate::domain::Instant;
use crate::domain::clock;
use crate::domain::code::Code;
use crate::domain::complaint::{Amounts, Complaint, Promise, Remedy};
use crate::domain::event::Facts;
use crate::domain::money::Money;
use crate::domain::reference::Reference;
use crate::domain::rules::{ClosingWord, Step};
use crate::domain::words::{
    Acceptance, Channel, Closure, Finding, Matter, PromiseState, Promised, RemedyState, Rework, Route, Solved, YesNo,
};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;
use crate::text::{digits, sanitize};

/// What is known about a step.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[group(skip)]
pub struct StepOptions {
    /// The way of contact: phone, email, letter, …; of `close --no-reply`: how they were told that it can be reopened
    #[arg(long, value_name = "METHOD", value_parser = word(Channel::ALL, Channel::as_str))]
    #[serde(deserialize_with = "optional")]
    pub method: Option<Channel>,
    /// What was told or agreed
    #[arg(long, value_name = "TEXT", group = "words")]
    pub text: Option<String>,
    /// The reasons
    #[arg(long, value_name = "TEXT", group = "words")]
    pub why: Option<String>,
    /// What was done to solve it
    #[arg(long, value_name = "TEXT", group = "words")]
    pub done: Option<String>,
    /// The final result, for `close`
    #[arg(long, value_name = "TEXT", group = "words")]
    pub note: Option<String>,
    /// The plan of the examination
    #[arg(long, value_name = "TEXT", group = "words")]
    pub plan: Option<String>,
    /// What was found: upheld, partly, not-upheld
    #[arg(long, value_name = "FINDING", value_parser = word(Finding::ALL, Finding::as_str))]
    #[serde(deserialize_with = "optional")]
    pub finding: Option<Finding>,
    /// Why a decision goes back, as a code, for `return`: facts, evidence, reasons, …
    #[arg(long, value_name = "CODE", value_parser = word(Rework::ALL, Rework::as_str))]
    #[serde(deserialize_with = "optional")]
    pub rework: Option<Rework>,
    /// Where the complainant was told to go next
    #[arg(long, value_name = "ROUTE", value_parser = word(Route::ALL, Route::as_str))]
    #[serde(deserialize_with = "optional")]
    pub next_route: Option<Route>,
    /// The complainant agreed: oral (also when no value is given) or written
    #[arg(long, value_name = "HOW", num_args = 0..=1, default_missing_value = "oral",
          value_parser = word(Acceptance::ALL, Acceptance::as_str))]
    #[serde(deserialize_with = "optional")]
    pub accepted: Option<Acceptance>,
    /// Who examines it (default: the owner)
    #[arg(long, value_name = "MEMBER", value_parser = name)]
    #[serde(deserialize_with = "optional_name")]
    pub investigator: Option<String>,
    /// What the investigator may do and ask for
    #[arg(long, value_name = "TEXT")]
    pub powers: Option<String>,
    /// The complainant confirmed the points, for `investigate`: oral (also when no value is given) or written
    #[arg(long, value_name = "HOW", num_args = 0..=1, default_missing_value = "oral",
          value_parser = word(Acceptance::ALL, Acceptance::as_str))]
    #[serde(deserialize_with = "optional")]
    pub confirmed: Option<Acceptance>,
    /// Why it is decided without an investigation
    #[arg(long, value_name = "TEXT")]
    pub no_investigation: Option<String>,
    /// Who answers for doing without one (default: you)
    #[arg(long, value_name = "MEMBER", value_parser = name, requires = "no_investigation")]
    #[serde(deserialize_with = "optional_name")]
    pub responsible: Option<String>,
    /// A complaint like this one, on which a decision leans, for `decide`
    #[arg(long, value_name = "REF")]
    pub similar: Option<String>,
    /// The cause of what went wrong, or why it cannot be determined, for `decide`
    #[arg(long, value_name = "TEXT")]
    pub cause: Option<String>,
    /// What is done so that it does not happen again, or why nothing is, for `close`
    #[arg(long, value_name = "TEXT")]
    pub action: Option<String>,
    /// Whether we accept responsibility for what happened, for `decide`: yes or no
    #[arg(long, value_name = "ANSWER", value_parser = word(YesNo::ALL, YesNo::as_str))]
    #[serde(deserialize_with = "optional")]
    pub responsibility: Option<YesNo>,
    /// What was agreed, as a code of `complaints codes remedy`: refund, repair, replace, apology, …
    #[arg(long, value_name = "CODE")]
    #[serde(deserialize_with = "optional")]
    pub remedy: Option<Code>,
    /// How much was agreed: `120000t` (toman), `1200000 IRR`, `12.50 EUR`
    #[arg(long, value_name = "MONEY", requires = "remedy")]
    #[serde(deserialize_with = "optional")]
    pub amount: Option<Money>,
    /// By when the complainant was told it will be done
    #[arg(long, value_name = "DAY")]
    pub until: Option<String>,
    /// The body outside to which it is sent on, for `refer`
    #[arg(long, value_name = "NAME", value_parser = name)]
    #[serde(deserialize_with = "optional_name")]
    pub body: Option<String>,
    /// What it is, for `convert`: enquiry, service-request, suggestion, compliment
    #[arg(long, value_name = "MATTER", value_parser = word(Matter::ALL, Matter::as_str))]
    #[serde(deserialize_with = "optional")]
    pub matter: Option<Matter>,
    /// The record of the same complaint that goes on, for `merge`
    #[arg(long, value_name = "REF")]
    pub into: Option<String>,
    /// Who else was told the outcome, for `respond`; again for each. Whom the complainant forbids is not told
    #[arg(long, value_name = "WHOM", value_parser = name)]
    #[serde(deserialize_with = "names")]
    pub told: Vec<String>,
    /// The second person who agrees, for `void`
    #[arg(long, value_name = "MEMBER", value_parser = name)]
    #[serde(deserialize_with = "optional_name")]
    pub second: Option<String>,
    /// Whether the complainant says that it is solved: yes, partly, no
    #[arg(long, value_name = "ANSWER", value_parser = word(Solved::ALL, Solved::as_str), group = "closing")]
    #[serde(deserialize_with = "optional")]
    pub solved: Option<Solved>,
    /// Close after N attempts without a reply; strict rule packs want them recorded with `talk`. Of `investigate`: so often
    /// they were asked in vain to confirm the points
    #[arg(long, value_name = "N", group = "closing", value_parser = number(0..=u8::MAX))]
    pub no_reply: Option<u8>,
    /// Close a rejection: the complainant wants no further route
    #[arg(long, group = "closing")]
    pub declined: bool,
    /// Close a rejection: all routes were told and their time has passed
    #[arg(long, group = "closing")]
    pub exhausted: bool,
}

/// A complaint with its facts already changed as an event says, and what is known about that event.
pub type Told = (Complaint, Facts);

/// Returns a parser of a closed list, which also offers its words for completion and suggestion.
pub fn word<T: FromStr + Copy + Send + Sync + 'static>(
    all: impl IntoIterator<Item: Borrow<T>>,
    as_str: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.into_iter().map(|value| as_str(*value.borrow()))).try_map(|text| text.parse::<T>())
}

/// Returns a parser of a small number in the digits of any script, within what is allowed.
pub fn number(allowed: RangeInclusive<u8>) -> impl TypedValueParser<Value = u8> {
    move |typed: &str| -> Result<u8, String> {
        let number = count(typed)?;
        let within = u8::try_from(number).ok().filter(|number| allowed.contains(number));
        within.ok_or_else(|| format!("{number} is not in {allowed:?}"))
    }
}

/// Returns how many are meant by digits of any script.
pub fn count(typed: &str) -> Result<usize, &'static str> {
    digits::to_ascii(typed).parse().map_err(|_| "a whole number is asked for")
}

/// Returns a name as it is stored: one line without anything that moves a cursor; an empty one is none.
pub fn name(typed: &str) -> Result<String, &'static str> {
    let name = sanitize::line(typed).trim().to_owned();
    if name.is_empty() { Err("a name is not empty") } else { Ok(name) }
}

/// Reads an optional word or code of a line of JSON.
pub fn optional<'de, D: Deserializer<'de>, T: FromStr<Err: std::fmt::Display>>(from: D) -> Result<Option<T>, D::Error> {
    let text: Option<String> = Option::deserialize(from)?;
    text.map(|text| text.parse().map_err(serde::de::Error::custom)).transpose()
}

/// Reads an optional name of a line of JSON.
fn optional_name<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let typed: Option<String> = Option::deserialize(from)?;
    typed.map(|typed| name(&typed).map_err(serde::de::Error::custom)).transpose()
}

/// Reads the names of a line of JSON.
fn names<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let typed: Vec<String> = Vec::deserialize(from)?;
    typed.iter().map(|typed| name(typed).map_err(serde::de::Error::custom)).collect()
}

impl StepOptions {
    /// Returns the words that go with the step, whichever option they came by; blanks are none.
    fn words(&self) -> Option<String> {
        let mut given = [&self.text, &self.why, &self.done, &self.note, &self.plan].into_iter().flatten();
        given.find(|words| !words.trim().is_empty()).cloned()
    }

    /// Refuses keys of a line that do not go together. The command line holds the same by the groups of its options, which a
    /// file does not pass.
    pub fn must_agree(&self, locale: &Locale) -> Result<(), CommandError> {
        let wrong = |key: &str, (first, second): (&str, &str)| {
            let words = [("first", first.into()), ("second", second.into())];
            Err(CommandError::new(Exit::Usage, locale.tell(key, &words)).hint("complaints advance --help"))
        };
        match (self.excluded(), self.lonely()) {
            (Some(keys), _) => wrong("step-keys-exclude", keys),
            (None, Some(keys)) => wrong("step-key-needs", keys),
            (None, None) => Ok(()),
        }
    }

    /// Returns two keys of which only one may be given.
    fn excluded(&self) -> Option<(&'static str, &'static str)> {
        let words = [
            ("text", self.text.is_some()),
            ("why", self.why.is_some()),
            ("done", self.done.is_some()),
            ("note", self.note.is_some()),
            ("plan", self.plan.is_some()),
        ];
        let closing = [
            ("solved", self.solved.is_some()),
            ("no_reply", self.no_reply.is_some()),
            ("declined", self.declined),
            ("exhausted", self.exhausted),
        ];
        [&words[..], &closing].into_iter().find_map(|group| {
            let mut given = group.iter().filter(|(_, is_given)| *is_given).map(|(key, _)| *key);
            given.next().zip(given.next())
        })
    }

    /// Returns a key that was given without the one it says more about.
    fn lonely(&self) -> Option<(&'static str, &'static str)> {
        let is_alone = |of: (bool, bool)| of == (true, false);
        let amount = (self.amount.is_some(), self.remedy.is_some());
        let responsible = (self.responsible.is_some(), self.no_investigation.is_some());
        let amount = is_alone(amount).then_some(("amount", "remedy"));
        amount.or_else(|| is_alone(responsible).then_some(("responsible", "no_investigation")))
    }

    /// Returns an option that was given and that `step` does not record, with the steps that do.
    fn unrecorded(&self, step: Step) -> Option<(&'static str, &'static [Step])> {
        use Step::{
            Accept, Acknowledge, Close, Compensate, Convert, Decide, DecideReview, Explain, Investigate, Merge, Refer,
            Respond, Return, Revise, Void,
        };
        let given: [(&str, bool, &[Step]); 20] = [
            ("--remedy", self.remedy.is_some(), &[Accept]),
            ("--amount", self.amount.is_some(), &[Accept]),
            ("--until", self.until.is_some(), &[Acknowledge, Accept]),
            ("--finding", self.finding.is_some(), &[Decide, DecideReview]),
            ("--no-investigation", self.no_investigation.is_some(), &[Decide]),
            ("--responsible", self.responsible.is_some(), &[Decide]),
            ("--responsibility", self.responsibility.is_some(), &[Decide]),
            ("--cause", self.cause.is_some(), &[Decide]),
            ("--similar", self.similar.is_some(), &[Decide]),
            ("--rework", self.rework.is_some(), &[Return]),
            ("--investigator", self.investigator.is_some(), &[Investigate]),
            ("--powers", self.powers.is_some(), &[Investigate]),
            ("--confirmed", self.confirmed.is_some(), &[Investigate]),
            ("--told", !self.told.is_empty(), &[Respond]),
            ("--body", self.body.is_some(), &[Refer]),
            ("--matter", self.matter.is_some(), &[Convert]),
            ("--into", self.into.is_some(), &[Merge]),
            ("--second", self.second.is_some(), &[Void]),
            ("--solved", self.solved.is_some(), &[Close, Explain, Revise, Compensate]),
            ("--no-reply", self.no_reply.is_some(), &[Close, Investigate]),
        ];
        let closing =
            [("--declined", self.declined), ("--exhausted", self.exhausted), ("--action", self.action.is_some())];
        let closing = closing.map(|(option, is_given)| (option, is_given, [Close].as_slice()));
        let mut unrecorded =
            given.into_iter().chain(closing).filter(|(_, is_given, steps)| *is_given && !steps.contains(&step));
        unrecorded.next().map(|(option, _, steps)| (option, steps))
    }

    /// Refuses what would be typed for nothing: who names a refund believes that it is on record.
    pub fn must_be_recorded_by(&self, step: Step, locale: &Locale, reference: Reference) -> Result<(), CommandError> {
        let Some((option, steps)) = self.unrecorded(step) else { return Ok(()) };
        let steps = steps.iter().map(|step| step.verb()).collect::<Vec<_>>().join(", ");
        let words = [("step", step.verb().into()), ("option", option.into()), ("steps", (&steps).into())];
        let refusal = CommandError::new(Exit::Usage, locale.tell("step-records-no", &words));
        Err(match &self.remedy {
            Some(kind) if step == Step::ResolveNow => {
                refusal.hint(format!("complaints remedy {reference} {kind} --agreed …"))
            }
            Some(kind) => refusal.hint(format!("complaints remedy {reference} {kind} --offered …")),
            None => refusal.hint(format!("complaints advance {reference}")),
        })
    }

    /// Returns the facts of an event of `step` by `author`, with what is filled in when nothing was said.
    pub fn facts(&self, step: Step, complaint: &Complaint, author: &Author) -> Facts {
        let meant = |named: &Option<String>| named.as_deref().map(|named| author.meant(named));
        let facts = Facts {
            method: self.method,
            text: self.words(),
            finding: self.finding,
            route_told: self.next_route,
            accepted: self.accepted,
            ..Facts::default()
        };
        match step {
            Step::Acknowledge => {
                let usual = complaint.profile.reply_by.unwrap_or(complaint.channel);
                Facts { method: self.method.or(Some(usual)), ..facts }
            }
            Step::Investigate => {
                let owner = complaint.owner.clone().or_else(|| Some(author.member.clone()));
                Facts {
                    investigator: meant(&self.investigator).or(owner),
                    powers: self.powers.clone(),
                    confirmed: self.confirmed,
                    attempts: self.no_reply,
                    ..facts
                }
            }
            Step::ResolveNow => {
                let heard_by = (self.accepted == Some(Acceptance::Oral)).then(|| author.member.clone());
                Facts { method: self.method.or(Some(complaint.channel)), heard_by, ..facts }
            }
            Step::Close => {
                let closure = complaint.closure_by(self.closing_word());
                let action = self.action.clone();
                Facts { closure, solved: self.solved, attempts: self.no_reply, action, ..facts }
            }
            Step::Decide => {
                let skipped = self.no_investigation.clone();
                let responsible = meant(&self.responsible).or_else(|| Some(author.member.clone()));
                let finding = self.finding.or_else(|| complaint.finding_of_points());
                let responsibility = self.responsibility;
                Facts {
                    finding,
                    responsibility,
                    cause: self.cause.clone(),
                    responsible: responsible.filter(|_| skipped.is_some()),
                    skipped,
                    ..facts
                }
            }
            Step::Respond => Facts { told: self.told.clone(), ..facts },
            Step::Return => Facts { rework: self.rework, ..facts },
            Step::Explain | Step::Revise | Step::Compensate => Facts { solved: self.solved, ..facts },
            Step::Withdraw => Facts { closure: Some(Closure::Withdrawn), ..facts },
            Step::Refer => Facts { closure: Some(Closure::ReferredOut), body: self.body.clone(), ..facts },
            Step::Convert => Facts { closure: Some(Closure::NotAComplaint), matter: self.matter, ..facts },
            Step::Merge => Facts { closure: Some(Closure::Duplicate), ..facts },
            Step::Void => Facts { closure: Some(Closure::Void), second: meant(&self.second), ..facts },
            _ => facts,
        }
    }

    fn closing_word(&self) -> ClosingWord {
        match self {
            Self { solved: Some(Solved::Yes), .. } => ClosingWord::Solved,
            Self { no_reply: Some(_), .. } => ClosingWord::NoReply,
            Self { declined: true, .. } => ClosingWord::Declined,
            Self { exhausted: true, .. } => ClosingWord::Exhausted,
            Self { solved: None, .. } => ClosingWord::Nothing,
            Self { solved: Some(_), .. } => ClosingWord::Unsolved,
        }
    }

    /// Returns the complaint with the promises and remedies that the step makes, and the event's facts with their names.
    pub fn promises(&self, step: Step, told: Told, author: &Author, desk: &Desk) -> Result<Told, CommandError> {
        match step {
            Step::Acknowledge => self.promise_answer(told, author, desk),
            Step::Accept => self.promise_remedy(told, author, desk),
            _ => Ok(told),
        }
    }

    /// An acknowledgement tells the date of the answer: `--until`, or the pack's, unless that is over: nobody promises the past.
    fn promise_answer(&self, told: Told, author: &Author, desk: &Desk) -> Result<Told, CommandError> {
        let (complaint, facts) = told;
        let typed = self.limit(author, desk)?;
        let work = &desk.settings.work;
        let by_pack = || {
            let due = clock::response_due_if_acknowledged(&complaint, desk.pack(&complaint).ok()?, work, author.at);
            due.filter(|due| *due > author.at)
        };
        let due = match (typed, complaint.told_response()) {
            (Some(typed), _) => Some(typed),
            (None, Some(_)) => None,
            (None, None) => by_pack(),
        };
        Ok(match due {
            Some(due) => with_promise((complaint, facts), Promised::Response, due, author),
            None => (complaint, facts),
        })
    }

    /// An acceptance names the remedy with `--remedy`: one that was asked for or offered, else a new one.
    fn promise_remedy(&self, told: Told, author: &Author, desk: &Desk) -> Result<Told, CommandError> {
        let (mut complaint, mut facts) = told;
        if let Some(kind) = &self.remedy {
            let is_meant = |remedy: &&mut Remedy| {
                remedy.kind == *kind && matches!(remedy.state, RemedyState::Asked | RemedyState::Offered)
            };
            let id = match complaint.remedies.iter_mut().find(is_meant) {
                Some(remedy) => {
                    remedy.amounts.agreed.clone_from(&self.amount);
                    remedy.id.clone()
                }
                None => add_remedy(&mut complaint, kind.clone(), self.amount.clone()),
            };
            facts.remedy = Some(id);
        }
        Ok(match self.limit(author, desk)? {
            Some(due) => with_promise((complaint, facts), Promised::Remedy, due, author),
            None => (complaint, facts),
        })
    }

    fn limit(&self, author: &Author, desk: &Desk) -> Result<Option<Instant>, CommandError> {
        self.until.as_deref().map(|typed| told_limit(typed, author, desk)).transpose()
    }
}

/// Returns the time that the complainant is told with `--until`.
pub fn told_limit(typed: &str, author: &Author, desk: &Desk) -> Result<Instant, CommandError> {
    limit_told_at(("--until", typed), (author.now, author.at), &desk.settings.locale)
}

/// Returns the time that the complainant is told at `told_at`, as it was typed with an option: it lies ahead of that.
/// Words such as `tomorrow` mean what they mean now, when they are typed.
pub fn limit_told_at(
    (option, typed): (&str, &str),
    (now, told_at): (Instant, Instant),
    locale: &Locale,
) -> Result<Instant, CommandError> {
    let due = typed::limit(typed, now, locale.zone).map_err(|error| typed_error(locale, option, &error))?;
    if due <= told_at {
        let words = [("option", option.into()), ("typed", typed.into())];
        return Err(
            CommandError::new(Exit::Usage, locale.tell("told-when-over", &words)).hint(locale.say("hint-told-ahead"))
        );
    }
    Ok(due)
}

/// Returns the complaint with a promise more, and the facts that name it.
pub fn with_promise(told: Told, what: Promised, due: Instant, author: &Author) -> Told {
    let (mut complaint, facts) = told;
    let id = format!("m{}", complaint.promises.len() + 1);
    complaint.promises.push(Promise { id: id.clone(), what, due, told_at: author.at, state: PromiseState::Open });
    (complaint, Facts { promise: Some(id), ..facts })
}

/// Adds a remedy that is agreed, and returns its id.
fn add_remedy(complaint: &mut Complaint, kind: Code, agreed: Option<Money>) -> String {
    let id = format!("r{}", complaint.remedies.len() + 1);
    let amounts = Amounts { agreed, ..Amounts::default() };
    complaint.remedies.push(Remedy { id: id.clone(), kind, state: RemedyState::Accepted, amounts });
    id
}
