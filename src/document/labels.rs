//! Whether every word of the closed lists can be said in both languages. It stands here, not beside the words, because
//! papers are what must never show a bare code to a complainant.

use std::fmt::Display;

use crate::domain::event::Kind;
use crate::domain::rules::Step;
use crate::domain::words::{
    Acceptance, Accommodation, CATEGORIES, Channel, Closure, Finding, Impact, Jurisdiction, Matter, Priority,
    PromiseState, Promised, Role, Route, Solved, State, YesNo,
};
use crate::locale::Locale;

fn keys<T: Display>(list: &str, words: &[T]) -> Vec<String> {
    words.iter().map(|word| format!("{list}-{word}")).collect()
}

#[test]
fn every_word_of_the_closed_lists_has_a_label_in_both_languages() {
    let keys = [
        keys("state", State::ALL),
        keys("channel", Channel::ALL),
        keys("finding", Finding::ALL),
        keys("closure", Closure::ALL),
        keys("answer", Solved::ALL),
        keys("answer", YesNo::ALL),
        keys("priority", Priority::ALL),
        keys("impact", Impact::ALL),
        keys("jurisdiction", Jurisdiction::ALL),
        keys("role", Role::ALL),
        keys("need", Accommodation::ALL),
        keys("promise", Promised::ALL),
        keys("promise-state", PromiseState::ALL),
        keys("matter", Matter::ALL),
        keys("acceptance", Acceptance::ALL),
        keys("route", Route::ALL),
        keys("category", CATEGORIES),
        keys("kind", Kind::ALL),
        keys("step", Step::ALL),
    ]
    .concat();
    let missing: Vec<_> = keys.iter().filter(|key| !Locale::knows(key)).collect();
    assert!(missing.is_empty(), "no label for {missing:?}");
}
