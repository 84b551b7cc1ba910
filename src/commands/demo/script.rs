//! The demonstration's script: invented complaints and their stories, as data embedded at build time.

use crate::calendar::Zone;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::calendar::zone;
use crate::domain::Instant;

const SCRIPT: &str = include_str!("../../../templates/demo/complaints.jsonl");

/// A complaint and what happened to it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Story {
    day: i64,
    time: String,
    /// What the assessment will say.
    pub(super) category: String,
    /// What the assessment will say.
    pub(super) severity: u8,
    /// What the assessment will say.
    pub(super) owner: String,
    #[serde(rename = "story")]
    scenes: Vec<Scene>,
    /// What was told on the day of receipt, in the words of `complaints new`.
    #[serde(flatten)]
    pub(super) told: Map<String, Value>,
}

/// A step of a story.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Scene {
    after: String,
    /// Who did it.
    pub(super) by: String,
    /// The step.
    pub(super) step: String,
    /// What is known about it.
    #[serde(flatten)]
    pub(super) facts: Map<String, Value>,
}

/// Something that happens: the arrival of a complaint, or a step of its story.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// When.
    pub(super) at: Instant,
    /// To which complaint of the script.
    pub(super) story: usize,
    /// Which step; `None` for the arrival.
    pub(super) scene: Option<Scene>,
}

/// Returns the stories of the script.
pub(super) fn stories() -> Result<Vec<Story>, serde_json::Error> {
    SCRIPT.lines().map(serde_json::from_str).collect()
}

/// Returns everything that happens, in the order of time; `now` decides which day the script counts back from.
pub(super) fn cues(stories: &[Story], now: DateTime<Zone>) -> Vec<Cue> {
    let end = last_sunday(now.date_naive());
    let mut cues = Vec::new();
    for (index, story) in stories.iter().enumerate() {
        let Some(received) = received(story, end, now.timezone()) else { continue };
        cues.push(Cue { at: received, story: index, scene: None });
        for scene in &story.scenes {
            cues.push(Cue { at: received + after(&scene.after), story: index, scene: Some(scene.clone()) });
        }
    }
    cues.sort_by_key(|cue| (cue.at, cue.story));
    cues
}

/// The script counts from a Sunday, so that its working hours fall on working days.
fn last_sunday(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(today.weekday().num_days_from_sunday().into())).unwrap_or(today)
}

fn received(story: &Story, end: NaiveDate, zone: Zone) -> Option<Instant> {
    let day = end.checked_sub_days(Days::new(story.day.unsigned_abs()))?;
    let time = NaiveTime::parse_from_str(&story.time, "%H:%M").ok()?;
    zone::instant_or_after(day.and_time(time), zone).map(|received| received.fixed_offset())
}

/// Returns a distance such as `2d03:10`; nothing for one that is mistyped, which a test excludes.
fn after(text: &str) -> TimeDelta {
    let parts = || {
        let (days, time) = text.split_once('d')?;
        let (hours, minutes) = time.split_once(':')?;
        Some((days.parse().ok()?, hours.parse().ok()?, minutes.parse().ok()?))
    };
    let (days, hours, minutes) = parts().unwrap_or((0, 0, 0));
    TimeDelta::days(days) + TimeDelta::hours(hours) + TimeDelta::minutes(minutes)
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn the_script_tells_at_least_forty_complaints_over_months_in_both_languages() {
        let stories = stories().expect("the script is JSON");
        assert!(stories.len() >= 40);
        let in_language = |language: &str| stories.iter().filter(|story| story.told["language"] == language).count();
        assert!(in_language("fa") >= 15 && in_language("en") >= 15);
        let days: Vec<i64> = stories.iter().map(|story| story.day).collect();
        assert!(days.iter().max().zip(days.iter().min()).is_some_and(|(last, first)| last - first > 120));
    }

    #[test]
    fn nothing_of_the_story_happens_later_than_now() {
        let stories = stories().expect("the script is JSON");
        for day in 1..=7 {
            let now = Zone::tehran().with_ymd_and_hms(2026, 11, day, 0, 0, 1).single().expect("a time");
            assert!(cues(&stories, now).iter().all(|cue| cue.at <= now), "on {now}");
        }
    }

    #[test]
    fn every_distance_of_the_script_can_be_read() {
        for scene in stories().expect("the script is JSON").iter().flat_map(|story| &story.scenes) {
            assert!(after(&scene.after) > TimeDelta::zero(), "{}", scene.after);
        }
    }
}
