//! Which complaints are meant: by options, by a question, by a saved view. The same for looking and for changing many.

use clap::Args;

use crate::commands::desk::Desk;
use crate::commands::recording::{meant, member};
use crate::commands::standing::standing;
use crate::commands::step::word;
use crate::domain::Instant;
use crate::domain::complaint::Complaint;
use crate::domain::words::State;
use crate::error::CommandError;
use crate::exit::Exit;
use crate::locale::Locale;
use crate::query::parse::{Frame, QueryError};
use crate::query::{Due, Field, OPEN, Query};
use crate::register::layout::MARKER;
use crate::render::mistype;
use crate::settings::Settings;
use crate::text::similar;

/// Which complaints are meant; whatever is given must hold.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Selection {
    /// Only those that this holds of, such as `owner:me`, `due<2d`, `received>=1405-08-01`
    #[arg(value_name = "QUESTION")]
    question: Vec<String>,
    /// Only those of a question saved under `views:` in complaints/register.yaml
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// Only those in which this text or telephone number stands
    #[arg(long, value_name = "TEXT")]
    find: Option<String>,
    /// Only those that are not closed
    #[arg(long)]
    open: bool,
    /// Only those of an owner
    #[arg(long, value_name = "MEMBER")]
    owner: Option<String>,
    /// Only those in a state
    #[arg(long, value_name = "STATE", value_parser = word(State::ALL, State::as_str))]
    state: Option<State>,
    /// Only those of a category, by its code or its name
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,
    /// Only those whose answer is overdue
    #[arg(long)]
    overdue: bool,
}

impl Selection {
    /// Returns the selection that a question alone makes.
    pub(super) fn asking(question: &str) -> Self {
        Self { question: vec![question.to_owned()], ..Self::default() }
    }

    /// Returns the question that all options ask together.
    pub(super) fn query(&self, desk: &Desk, now: Instant) -> Result<Query, CommandError> {
        // Whoever has no name in git can ask for everything but their own.
        let me = member(desk, None).unwrap_or_default();
        let named = |code: String| (code.clone(), desk.settings.category_label(&code));
        let categories: Vec<_> = desk.settings.category_codes().into_iter().map(named).collect();
        let frame = Frame { now, zone: desk.settings.locale.zone, me: &me, categories: &categories };
        let category = self.category.as_ref().map(|category| Query::of_word(Field::Category, category, frame));
        let category = category.transpose().map_err(|error| refused(&desk.settings.locale, "", &error))?;
        let typed = Query::parse(&self.question.join(" "), frame)
            .map_err(|error| refused(&desk.settings.locale, "", &error))?;
        let saved = self.view.as_ref().map(|name| saved(&desk.settings, name, frame)).transpose()?;
        let options = [
            self.find.as_ref().map(|text| Query::saying(text)),
            self.open.then(|| Query::with(Field::State, OPEN)),
            self.owner.as_deref().map(|owner| Query::with(Field::Owner, meant(owner, &me))),
            self.state.map(|state| Query::with(Field::State, state.as_str())),
            category,
            self.overdue.then(|| Query::with(Field::Overdue, "yes")),
        ];
        Ok(options.into_iter().flatten().chain(saved).fold(typed, Query::and))
    }
}

fn saved(settings: &Settings, name: &str, frame: Frame<'_>) -> Result<Query, CommandError> {
    let Some(question) = settings.views.get(name) else {
        let message = format!("there is no view `{name}`");
        let near = similar::nearest(name, settings.views.keys().map(String::as_str));
        let hint = match near.first() {
            Some(view) => format!("complaints list --view {view}"),
            None => format!("write it under `views:` in {MARKER}"),
        };
        return Err(CommandError::new(Exit::NotFound, message).hint(hint));
    };
    let place = format!("{MARKER}: views: {name}: ");
    Query::parse(question, frame).map_err(|error| refused(&settings.locale, &place, &error))
}

fn refused(locale: &Locale, place: &str, error: &QueryError) -> CommandError {
    let message = format!("{place}{}", mistype::question(locale, error));
    CommandError::new(Exit::Usage, message).hint(mistype::question_hint(locale, error))
}

/// Returns when the outcome of a complaint is owed at `now`; never where its rule pack is not known.
pub(super) fn due(settings: &Settings, complaint: &Complaint, now: Instant) -> Due {
    standing(settings, complaint, now).map_or_else(
        |_| Due::default(),
        |standing| Due { at: standing.response_owed_by().map(|(at, _)| at), is_overdue: standing.is_overdue },
    )
}
