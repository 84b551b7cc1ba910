//! Stations: each clone mints numbers of its own.

use std::fs;

use super::{Playground, environment, new_complaint, pen, pen_later, run, word};
use crate::register::Register;
use crate::register::change::{Stop, Warning, WriteError};
use crate::register::refusal::Refusal;
use crate::register::station::Standing;

fn clone_of(playground: &Playground, name: &str) -> Register {
    playground.git(&["clone", "-q", ".", name]);
    Register::find(&playground.path(name), &environment()).expect("a register")
}

#[test]
fn the_first_clone_holds_the_first_station() {
    let playground = Playground::with_register();
    let register = playground.register();
    assert_eq!(register.standing().expect("no fault"), Standing::Holds(1));
    let (station, committed) = register.ensure_station(pen(), &word("sara")).expect("a station");
    assert_eq!(station, 1);
    assert!(committed.is_none());
    let file = playground.read_file("complaints/stations/01.yaml");
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines[..4], ["format: 1", "", "member: sara", ""]);
    assert!(lines[4].starts_with("clone: c-"));
    assert_eq!(lines[6], "since: \"2026-10-28T10:05:00+03:30\"");
}

#[test]
fn another_clone_claims_the_next_station_in_a_commit_of_its_own() {
    let playground = Playground::with_register();
    playground.git(&["config", "receive.denyCurrentBranch", "ignore"]);
    let clone = clone_of(&playground, "second");
    let error = new_complaint(&clone).expect_err("no station yet");
    assert!(matches!(error, WriteError::Decision(Stop::Refused(Refusal::NoStation))), "{error:?}");
    let (station, committed) = clone.ensure_station(pen_later(1), &word("ali")).expect("a station");
    assert_eq!(station, 2);
    let committed = committed.expect("a commit");
    assert!(committed.warnings.is_empty(), "{:?}", committed.warnings);
    assert_eq!(playground.git(&["log", "-1", "--format=%s", "main"]), "station 02: claimed\n");
    new_complaint(&clone).expect("a commit");
    let folder = playground.path("second");
    assert!(folder.join("complaints/1405/08/1405-02-0001-4.yaml").exists(), "{:?}", run(&folder, "git", &["ls-files"]));
    assert_eq!(clone.ensure_station(pen(), &word("ali")).expect("a station").0, 2);
}

#[test]
fn clones_on_branches_of_their_own_claim_stations_of_their_own() {
    let playground = Playground::with_register();
    playground.git(&["config", "receive.denyCurrentBranch", "ignore"]);
    let (second, third, fourth) =
        (clone_of(&playground, "second"), clone_of(&playground, "third"), clone_of(&playground, "fourth"));
    let on_desk = ["checkout", "-q", "-b", "desk", "--track", "origin/main"];
    run(&playground.path("third"), "git", &on_desk);
    let station = |register: &Register| register.ensure_station(pen(), &word("ali")).expect("a station").0;
    assert_eq!([station(&second), station(&third), station(&fourth)], [2, 3, 4]);
}

#[test]
fn a_claim_that_cannot_be_pushed_is_a_warning() {
    let playground = Playground::with_register();
    let clone = clone_of(&playground, "second");
    fs::rename(playground.path(".git"), playground.path("gone")).expect("a move");
    let (_, committed) = clone.ensure_station(pen(), &word("ali")).expect("a station");
    let warnings = committed.expect("a commit").warnings;
    assert!(matches!(warnings[..], [Warning::StationNotPushed { station: 2, .. }]), "{warnings:?}");
}

#[test]
fn a_copied_clone_is_noticed() {
    let playground = Playground::with_register();
    let copy = Playground::empty();
    let (copied, output) = run(&playground.path(""), "cp", &["-a", ".", copy.path("").to_str().expect("plain")]);
    assert!(copied, "{output}");
    let register = copy.register();
    let error = new_complaint(&register).expect_err("a refusal");
    let WriteError::Decision(Stop::Refused(refusal @ Refusal::CopiedClone { station: 1, .. })) = error else {
        panic!("{error:?}")
    };
    assert!(refusal.hint().expect("a hint").contains("rm "));
    fs::remove_file(copy.path(".git/complaints/clone")).expect("a file");
    assert_eq!(register.ensure_station(pen(), &word("sara")).expect("a station").0, 2);
    new_complaint(&playground.register()).expect("the first goes on");
}

#[test]
fn a_claim_that_was_lost_in_a_merge_is_no_claim() {
    let playground = Playground::with_register();
    let clone = clone_of(&playground, "second");
    clone.ensure_station(pen(), &word("ali")).expect("a station");
    let theirs = "format: 1\n\nmember: reza\n\nclone: c-000000000000\n";
    clone.write(pen(), super::file_change("complaints/stations/02.yaml", theirs)).expect("a commit");
    assert_eq!(clone.standing().expect("no fault"), Standing::None);
    assert_eq!(clone.ensure_station(pen(), &word("ali")).expect("a station").0, 3);
}

#[test]
fn lost_state_is_not_guessed() {
    let playground = Playground::with_register();
    fs::remove_dir_all(playground.path(".git/complaints")).expect("the state");
    assert_eq!(playground.register().standing().expect("no fault"), Standing::None);
}
