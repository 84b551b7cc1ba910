//! Plays the script: every step is admitted by the same rules and written by the same protocol as anybody's.
//!
//! The commits are dated as the story tells, so that `git log` reads like half a year of work; nothing but the demo does
//! that.

use std::collections::BTreeMap;
use std::path::Path;

use crate::calendar::Zone;
use chrono::Utc;
use serde_json::{Map, Value};

use super::script::{self, Cue, Scene, Story};
use crate::calendar::CalendarKind;
use crate::cli::Recording;
use crate::commands::desk::Desk;
use crate::commands::new::{Form, birth};
use crate::commands::recording::{self, Author};
use crate::commands::step::StepOptions;
use crate::commands::{Context, advance, init};
use crate::domain::code::{NotACode, UnknownWord};
use crate::domain::complaint::{Assessment, Complaint};
use crate::domain::event::{Event, Facts};
use crate::domain::rules::{Rule, Step};
use crate::domain::words::{Acceptance, Impact, Jurisdiction, YesNo};
use crate::error::CommandError;
use crate::exit::Exit;
use crate::record::register_file::{ContactFile, Labels, MemberFile, RegisterFile};
use crate::register::Register;
use crate::register::change::{Durability, Pen};
use crate::register::environment::Environment;
use crate::register::layout::RecordPath;
use crate::settings::usual_week;
use crate::text::language::{Language, UnknownLanguage};

/// What was played.
#[derive(Clone, Copy, Debug)]
pub(super) struct Played {
    /// Complaints.
    pub(super) complaints: usize,
    /// Commits.
    pub(super) commits: usize,
}

/// The three who work at the shop.
const MEMBERS: [(&str, &str); 3] = [("sara", "سارا"), ("reza", "رضا"), ("mina", "مینا")];

/// Questions that they ask every morning.
const VIEWS: [(&str, &str); 3] =
    [("mine", "state:open owner:me"), ("soon", "state:open due<2d"), ("unowned", "state:open owner:none")];

/// What the shop sells and does: code, English, Persian.
const PRODUCTS: &[(&str, &str, &str)] = &[
    ("air-fryer", "Air fryer", "سرخ‌کن بدون روغن"),
    ("baby-stroller", "Baby stroller", "کالسکه"),
    ("call-centre", "Call centre", "مرکز تماس"),
    ("carpet-cleaner", "Carpet cleaner", "فرش‌شوی"),
    ("desk-lamp", "Desk lamp", "چراغ مطالعه"),
    ("electric-kettle", "Electric kettle", "کتری برقی"),
    ("express-delivery", "Express delivery", "ارسال فوری"),
    ("gift-card", "Gift card", "کارت هدیه"),
    ("installment-plan", "Instalment plan", "خرید قسطی"),
    ("loyalty-club", "Loyalty club", "باشگاه مشتریان"),
    ("mobile-app", "Mobile app", "برنامهٔ موبایل"),
    ("office-chair", "Office chair", "صندلی اداری"),
    ("rice-10kg", "Rice, 10 kg", "برنج ۱۰ کیلویی"),
    ("running-shoes", "Running shoes", "کفش دویدن"),
    ("saffron-5g", "Saffron, 5 g", "زعفران ۵ گرمی"),
    ("smartwatch", "Smart watch", "ساعت هوشمند"),
    ("standard-delivery", "Standard delivery", "ارسال عادی"),
    ("vacuum-cleaner", "Vacuum cleaner", "جاروبرقی"),
    ("website", "Website", "وب‌گاه"),
    ("winter-jacket", "Winter jacket", "کاپشن زمستانی"),
    ("wireless-headphones", "Wireless headphones", "هدفون بی‌سیم"),
];

/// Makes the register and plays everything that happened up to now.
pub(super) fn play(context: &mut Context, folder: &Path) -> Result<Played, CommandError> {
    let typed_at = context.world.now;
    let stories = script::stories().map_err(|error| CommandError::failed(&error))?;
    let cues = script::cues(&stories, typed_at.with_timezone(&Zone::tehran()));
    let file = settings_file(context)?;
    let first = cues.first().map_or_else(|| typed_at.fixed_offset(), |cue| cue.at);
    let pen = Pen { now: first, durability: Durability::AtTheEnd };
    let sara = identity(context, "sara");
    // Invented commits do not belong into the history of a repository that may lie around the folder.
    Register::lay_ground(folder, &sara, pen)?;
    let (register, _) = Register::init(folder, &sara, pen, &init::founding(&file, "sara")?)?;
    context.global.directory = Some(folder.to_owned());
    let mut desks = BTreeMap::new();
    for (member, _) in MEMBERS {
        desks.insert(member, Desk::for_environment(context, &identity(context, member))?);
    }
    let mut stage = Stage { context, desks, paths: BTreeMap::new() };
    for cue in &cues {
        let story = stories.get(cue.story).ok_or_else(|| CommandError::new(Exit::Failed, "the script has a hole"))?;
        stage.play(cue, story)?;
    }
    context.world.now = typed_at;
    register.settle()?;
    Ok(Played { complaints: stories.len(), commits: cues.len() + 1 })
}

/// Where the story is played.
struct Stage<'c> {
    context: &'c mut Context,
    desks: BTreeMap<&'static str, Desk>,
    paths: BTreeMap<usize, RecordPath>,
}

impl Stage<'_> {
    fn play(&mut self, cue: &Cue, story: &Story) -> Result<(), CommandError> {
        self.context.world.now = cue.at.with_timezone(&Utc);
        let member = cue.scene.as_ref().map_or(story.owner.as_str(), |scene| scene.by.as_str());
        let unknown = || CommandError::new(Exit::Failed, format!("`{member}` does not work at the shop"));
        let desk = self.desks.get(member).ok_or_else(unknown)?;
        let author = Author { member: member.to_owned(), at: cue.at, now: cue.at };
        let path = match (&cue.scene, self.paths.get(&cue.story)) {
            (None, _) => arrive(self.context, desk, &author, story)?,
            (Some(scene), Some(path)) => {
                happen(self.context, desk, &author, (story, scene), *path)?;
                *path
            }
            (Some(_), None) => return Err(CommandError::new(Exit::Failed, "the script begins in the middle")),
        };
        self.paths.insert(cue.story, path);
        Ok(())
    }
}

fn arrive(context: &mut Context, desk: &Desk, author: &Author, story: &Story) -> Result<RecordPath, CommandError> {
    let form: Form =
        serde_json::from_value(Value::Object(story.told.clone())).map_err(|error| CommandError::failed(&error))?;
    let seed = birth::Seed::new(context, desk, author, &form)?;
    let mut path = None;
    recording::commit(context, desk, &Recording::default(), |tip| {
        let decided = birth::born(desk, tip, &seed, &mut birth::Counters::default())?;
        path = Some(decided.path);
        let message = recording::message(&decided);
        Ok((vec![decided], message))
    })?;
    path.ok_or_else(|| CommandError::new(Exit::Failed, "nothing was recorded"))
}

fn happen(
    context: &mut Context,
    desk: &Desk,
    author: &Author,
    told: (&Story, &Scene),
    path: RecordPath,
) -> Result<(), CommandError> {
    let kind = Rule::of(step_of(told.1)?).kind;
    let event = author.event(context, kind, Facts::default());
    recording::commit(context, desk, &Recording::default(), |tip| {
        let found = recording::at_tip(tip, path)?;
        let decided = recording::decide(&found, |complaint| took(desk, author, told, complaint, &event))?;
        let message = recording::message(&decided);
        Ok((vec![decided], message))
    })
}

/// Returns the complaint after a scene, if the rules allow it.
fn took(
    desk: &Desk,
    author: &Author,
    told: (&Story, &Scene),
    complaint: Complaint,
    event: &Event,
) -> Result<Complaint, CommandError> {
    let (story, scene) = told;
    let step = step_of(scene)?;
    if Step::of_advance().any(|of_advance| of_advance == step) {
        let mut options: StepOptions = read(&scene.facts)?;
        options.accepted = (step == Step::ResolveNow).then_some(Acceptance::Oral);
        return advance::take(desk, complaint, &options, author, event);
    }
    let mut event = event.clone();
    event.facts = spoken(&scene.facts)?;
    let proposed = if step == Step::Categorize { assessed(complaint, story, &scene.facts)? } else { complaint };
    recording::admitted(desk, proposed, event, author.now)
}

fn step_of(scene: &Scene) -> Result<Step, CommandError> {
    scene.step.parse().map_err(|error: UnknownWord| CommandError::failed(&error))
}

/// Returns the facts of a note, a contact or feedback.
fn spoken(facts: &Map<String, Value>) -> Result<Facts, CommandError> {
    let mut rest = facts.clone();
    let score = |value: Option<Value>| value.and_then(|value| u8::try_from(value.as_u64()?).ok());
    let (handling, outcome) = (score(rest.remove("handling")), score(rest.remove("outcome")));
    rest.remove("safety");
    let said: StepOptions = read(&rest)?;
    Ok(Facts { method: said.method, text: said.text, solved: said.solved, handling, outcome, ..Facts::default() })
}

fn assessed(mut complaint: Complaint, story: &Story, facts: &Map<String, Value>) -> Result<Complaint, CommandError> {
    let safety = facts.get("safety").and_then(Value::as_str).map(str::parse::<YesNo>).transpose();
    complaint.assessment = Assessment {
        severity: Some(story.severity),
        complexity: Some(1),
        impact: Some(Impact::One),
        safety: safety.map_err(|error| CommandError::failed(&error))?,
        jurisdiction: Some(Jurisdiction::In),
        ..Assessment::default()
    };
    complaint.category = Some(story.category.parse().map_err(|error: NotACode| CommandError::failed(&error))?);
    complaint.owner = Some(story.owner.clone());
    Ok(complaint)
}

fn read<T: serde::de::DeserializeOwned>(facts: &Map<String, Value>) -> Result<T, CommandError> {
    serde_json::from_value(Value::Object(facts.clone())).map_err(|error| CommandError::failed(&error))
}

/// The environment of a member of the shop: what the person at the keyboard has, but for the name.
fn identity(context: &Context, member: &str) -> Environment {
    let mail = format!("{member}@alborz.example");
    let name = MEMBERS.iter().find(|(id, _)| *id == member).map_or(member, |(_, name)| *name);
    let who = [
        ("GIT_AUTHOR_NAME", name),
        ("GIT_AUTHOR_EMAIL", &mail),
        ("GIT_COMMITTER_NAME", name),
        ("GIT_COMMITTER_EMAIL", &mail),
    ];
    let own = context.world.environment.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    own.filter(|(key, _)| !key.starts_with("GIT_AUTHOR") && !key.starts_with("GIT_COMMITTER")).chain(who).collect()
}

/// The shop's settings: in English unless Persian is asked for.
fn settings_file(context: &Context) -> Result<RegisterFile, CommandError> {
    let language: Language = match &context.global.lang {
        Some(language) => language.parse().map_err(|error: UnknownLanguage| CommandError::of(Exit::Usage, &error))?,
        None => Language::En,
    };
    let usual = if language == Language::Fa { CalendarKind::Jalali } else { CalendarKind::Gregorian };
    let member = |(id, name): &(&str, &str)| MemberFile {
        id: (*id).to_owned(),
        email: format!("{id}@alborz.example"),
        name: Some((*name).to_owned()),
        roles: vec!["handler".to_owned()],
        limits: BTreeMap::new(),
        from: None,
        until: None,
    };
    Ok(RegisterFile {
        format: 1,
        organization: "البرز (Alborz)".to_owned(),
        contact: Some(ContactFile {
            phone: Some("02155001000".to_owned()),
            email: Some("complaints@alborz.example".to_owned()),
        }),
        language: language.to_string(),
        calendar: context.global.calendar.clone().unwrap_or_else(|| usual.to_string()),
        digits: context.global.digits.clone(),
        time_zone: Zone::tehran().name().to_owned(),
        pack: "standard".to_owned(),
        four_eyes: false,
        sample: false,
        week: Some(usual_week(CalendarKind::Jalali)),
        members: MEMBERS.iter().map(member).collect(),
        categories: BTreeMap::new(),
        products: products(),
        providers: BTreeMap::new(),
        views: VIEWS.iter().map(|(name, question)| ((*name).to_owned(), (*question).to_owned())).collect(),
        forms: BTreeMap::new(),
    })
}

fn products() -> BTreeMap<String, Labels> {
    PRODUCTS
        .iter()
        .map(|(code, en, fa)| ((*code).to_owned(), Labels { en: (*en).to_owned(), fa: (*fa).to_owned() }))
        .collect()
}
