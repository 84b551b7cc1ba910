//! Each check against a sound record of the sample register with one thing made wrong.

use std::collections::BTreeMap;

use expect_test::{Expect, expect};

use super::register::{Seen, Whole};
use super::*;
use crate::domain::complaint::{Amounts, Assessment, Promise, Remedy};
use crate::domain::event::{EventId, Facts, Kind};
use crate::domain::rules::{self, ClosingWord, Rule, Step as Move};
use crate::domain::words::{
    Acceptance, Channel, Closure, Finding as Found, Matter, PromiseState, Promised, RemedyState, Route, Solved,
};
use crate::record::pack_file;

const PATH: &str = "complaints/1404/11/1404-01-0001-9.yaml";
const SOUND: &str = include_str!("../../complaints/1404/11/1404-01-0001-9.yaml");

fn evidence() -> Evidence {
    Evidence {
        name: "courier-log.txt".to_owned(),
        sha256: "f56c46341aef994d4d98e2a4fe624547fd9c9fac3118e394c794bd936c344bf4".to_owned(),
        bytes: 129,
    }
}

fn look_at(text: &str, evidence: &[Evidence], commit: Committed) -> Looked {
    look_at_on("2026-03-01T00:00:00+03:30", text, evidence, commit)
}

fn look_at_on(now: &str, text: &str, evidence: &[Evidence], commit: Committed) -> Looked {
    let standard = pack_file::built_in("standard").expect("a built-in pack");
    let declared = Declared {
        categories: BTreeSet::from(["delivery".to_owned()]),
        members: BTreeSet::from(["sara".to_owned()]),
        pack: &|name| (name.as_str() == "standard").then_some(standard),
        year: &|instant| {
            crate::calendar::jalali::Jalali::from_gregorian(instant.date_naive())
                .map(crate::calendar::jalali::Jalali::year)
        },
        now: now.parse().expect("a time"),
    };
    let reference = "1404-01-0001-9".parse().expect("a reference");
    look(RecordFile { path: PATH, reference, bytes: text.as_bytes(), evidence, commit }, &declared)
}

fn told(findings: &[Finding]) -> String {
    let line = |finding: &Finding| {
        let place = finding.place.map_or(String::new(), |place| format!("{place}: "));
        format!("{place}{}: {}\n    {}\n", finding.check, finding.what, finding.mend)
    };
    findings.iter().map(line).collect()
}

/// Puts one text for another in the sound record, and compares what the checks say to it.
#[track_caller]
fn check(sound: &str, wrong: &str, expected: &Expect) {
    assert!(SOUND.contains(sound), "{sound}");
    let text = SOUND.replacen(sound, wrong, 1);
    expected.assert_eq(&told(&look_at(&text, &[evidence()], Committed::Same).findings));
}

#[test]
fn a_sound_record_has_no_findings() {
    let looked = look_at(SOUND, &[evidence()], Committed::Same);
    assert_eq!(told(&looked.findings), "");
    assert!(!looked.is_healable);
}

#[test]
fn a_file_that_cannot_be_read_is_told_under_the_check_that_forbids_it() {
    check(
        "level: 1",
        "level: [1",
        &expect![[r#"
        13:8: parseable: not YAML: illegal placement of ':' indicator
            mend the file, or see when it broke: git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "level: 1",
        "<<<<<<< HEAD\nlevel: 1",
        &expect![[r#"
        11:1: no-conflict-markers: `<<<<<<<` was left by a merge that was not finished
            mend the file, or see when it broke: git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "level: 1",
        "level: 1\nlevel: 2",
        &expect![[r#"
        12:1: no-duplicate-keys: the key `level` is already on line 11
            mend the file, or see when it broke: git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "level: 1",
        "level: 7",
        &expect![[r#"
        11:1: schema-known: level: `7` is not between 1 and 3
            mend the file, or see when it broke: git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "format: 1",
        "format: 2",
        &expect![[r#"
        1:1: schema-known: format: `2`: this is another format than this version reads (1): a newer `complaints` wrote it
            mend the file, or see when it broke: git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "channel: phone",
        "channel: pigeon",
        &expect![[r#"
        13:1: schema-known: channel: `pigeon` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
            mend the file, or see when it broke: git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
}

#[test]
fn a_hash_that_cut_a_text_and_an_edit_are_warnings() {
    check(
        "text: گزارش پیک\n",
        "text: گزارش پیک #88213\n",
        &expect![[r#"
        98:21: no-cut-texts: a ` #` cuts off the rest of this text
            put the whole text in quotes: git blame -L 98,98 -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    let told_of = |commit| told(&look_at(SOUND, &[evidence()], commit).findings);
    expect![[r#"
        committed: the file on disk differs from the last commit
            keep it: git commit -- complaints/1404/11/1404-01-0001-9.yaml; drop it: git checkout HEAD -- complaints/1404/11/1404-01-0001-9.yaml
    "#]].assert_eq(&told_of(Committed::Differs));
    expect![[r#"
        committed: the file is in no commit
            git add -- complaints/1404/11/1404-01-0001-9.yaml && git commit -- complaints/1404/11/1404-01-0001-9.yaml
    "#]]
    .assert_eq(&told_of(Committed::Not));
}

#[test]
fn name_folder_and_content_must_mean_the_same_complaint() {
    check(
        "reference: 1404-01-0001-9",
        "reference: 1404-01-0002-4",
        &expect![[r#"
        3:1: ref-valid: the file is named `1404-01-0001-9` and says `1404-01-0002-4`
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "received_at: \"2026-01-27",
        "received_at: \"2025-01-27",
        &expect![[r#"
        7:1: ref-valid: the number is of the year 1404, and it was received in 1403
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
        9:1: times-ordered: it is said to have happened after it was received
            complaints edit 1404-01-0001-9 occurred=DAY --why "…"
    "#]],
    );
}

#[test]
fn a_corrected_time_of_receipt_may_lie_in_another_year() {
    let edited = "    text: هزینهٔ ارسال برگشت داده شد.\n";
    let correction = "\n  - id: e-3q6zp5s5an0q\n    at: \"2026-02-03T10:06:00+03:30\"\n    by: sara\n    kind: edited\n    field: received\n    text: misread\n";
    let text =
        SOUND.replace("2026-01-24", "2025-01-24").replace("received_at: \"2026-01-27", "received_at: \"2025-01-27");
    let text = text.replace(edited, &format!("{edited}{correction}"));
    assert_eq!(told(&look_at(&text, &[evidence()], Committed::Same).findings), "");
}

#[test]
fn the_stored_state_must_be_that_of_the_events() {
    check(
        "state: closed",
        "state: responded",
        &expect![[r#"
        5:1: events-replay: the file says `responded`, its events lead to `closed`
            complaints check 1404-01-0001-9 --fix
    "#]],
    );
}

#[test]
fn only_a_lonely_wrong_state_of_a_committed_record_can_be_put_right() {
    let wrong = SOUND.replacen("state: closed", "state: responded", 1);
    assert!(look_at(&wrong, &[evidence()], Committed::Same).is_healable);
    assert!(!look_at(&wrong, &[evidence()], Committed::Differs).is_healable);
    assert!(!look_at(&wrong, &[], Committed::Same).is_healable);
}

#[test]
fn every_move_must_be_one_of_the_table() {
    check(
        "kind: decided\n    to: decided",
        "kind: decided\n    to: responded",
        &expect![[r#"
        108:3: events-replay: `decided` from `investigating` leads to `decided`, and the event says to `responded`
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
        116:3: events-replay: `responded` is not possible from `responded`
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "kind: received\n    to: received",
        "kind: noted",
        &expect![[r#"
        71:3: events-replay: the first event must be `received` and lead to `received`
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
        71:3: guards-hold: `noted` does not record: text
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "kind: attached",
        "kind: undone",
        &expect![[r#"
        91:3: events-replay: the event does not say which one it takes back
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
        70:1: no-orphan-evidence: `complaints/1404/11/1404-01-0001-9/courier-log.txt` lies there without an event that attached it
            complaints attach 1404-01-0001-9 "complaints/1404/11/1404-01-0001-9/courier-log.txt"
    "#]],
    );
}

#[test]
fn two_events_with_one_id_are_told() {
    check(
        "e-rqmpvefhkcd7",
        "e-nqffrsmd5d8z",
        &expect![[r#"
        100:5: event-ids-unique: the id `e-nqffrsmd5d8z` is that of an event above
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
}

#[test]
fn every_step_must_have_recorded_what_it_must() {
    check(
        "    finding: upheld\n",
        "",
        &expect![[r#"
        108:3: guards-hold: `decided` does not record: finding
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
        115:3: guards-hold: `responded` does not record: next-route
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "    closure: resolved-accepted\n",
        "",
        &expect![[r#"
        148:3: guards-hold: `closed` does not record: closure-reason
            complaints undo 1404-01-0001-9, then take the step again: complaints advance 1404-01-0001-9
    "#]],
    );
    check(
        "    phones:\n      - \"09120000101\"\n",
        "",
        &expect![[r#"
        69:3: guards-hold: `received` does not record: contact
            complaints edit 1404-01-0001-9 phone=… --why "…"
    "#]],
    );
    check(
        "  severity: 3\n",
        "",
        &expect![[r#"
        84:3: guards-hold: `categorized` does not record: severity
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "pack: standard",
        "pack: unknown",
        &expect![[r#"
        26:1: pack-known: `unknown` is no rule pack, so nothing says what must be recorded
            complaints edit 1404-01-0001-9 pack=standard --why "…"
    "#]],
    );
}

#[test]
fn times_stand_in_their_order() {
    check(
        "at: \"2026-01-27T10:40",
        "at: \"2026-01-27T10:10",
        &expect![[r#"
        86:5: times-ordered: `categorized` at 2026-01-27T10:10:00+03:30 is before what happened last, 2026-01-27T10:20:00+03:30
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "at: \"2026-02-03T10:05",
        "at: \"2027-02-03T10:05",
        &expect![[r#"
        149:5: times-ordered: `closed` at 2027-02-03T10:05:00+03:30 has not happened yet
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "occurred: \"2026-01-24\"",
        "occurred: \"2026-01-28\"",
        &expect![[r#"
        9:1: times-ordered: it is said to have happened after it was received
            complaints edit 1404-01-0001-9 occurred=DAY --why "…"
    "#]],
    );
}

#[test]
fn promises_agree_with_the_events() {
    check(
        "id: m2",
        "id: m1",
        &expect![[r#"
        52:3: promises-consistent: the id `m1` is that of a promise above
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
        129:5: promises-consistent: there is no promise `m2`
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "state: kept",
        "state: open",
        &expect![[r#"
        148:3: guards-hold: `closed` does not record: promises-settled
            complaints undo 1404-01-0001-9, then take the step again: complaints advance 1404-01-0001-9
        47:3: promises-consistent: `m1` is open, and the response it is about was recorded since
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "state: kept",
        "state: missed",
        &expect![[r#"
        47:3: promises-consistent: `m1` is missed, and no later event says so
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
    check(
        "due: \"2026-01-31T10",
        "due: \"2026-01-27T10",
        &expect![[r#"
        47:3: promises-consistent: `m1` was due before it was told
            git log -p -- complaints/1404/11/1404-01-0001-9.yaml
    "#]],
    );
}

#[test]
fn evidence_is_there_unchanged_and_accounted_for() {
    let told_of = |evidence: &[Evidence]| told(&look_at(SOUND, evidence, Committed::Same).findings);
    expect![[r#"
        91:3: evidence-present: `complaints/1404/11/1404-01-0001-9/courier-log.txt` is not there
            git checkout HEAD -- "complaints/1404/11/1404-01-0001-9/courier-log.txt"
    "#]]
    .assert_eq(&told_of(&[]));
    expect![[r#"
        91:3: evidence-hash: `complaints/1404/11/1404-01-0001-9/courier-log.txt` is not what was attached: its SHA-256 is 0000000000000000000000000000000000000000000000000000000000000000
            git log --oneline -- "complaints/1404/11/1404-01-0001-9/courier-log.txt"; the first version is the one that was attached
    "#]].assert_eq(&told_of(&[Evidence { sha256: "0".repeat(64), ..evidence() }]));
    expect![[r#"
        70:1: no-orphan-evidence: `complaints/1404/11/1404-01-0001-9/photo.jpg` lies there without an event that attached it
            complaints attach 1404-01-0001-9 "complaints/1404/11/1404-01-0001-9/photo.jpg"
    "#]].assert_eq(&told_of(&[evidence(), Evidence { name: "photo.jpg".to_owned(), ..evidence() }]));
}

#[test]
fn words_of_the_settings_are_declared_there() {
    check(
        "category: delivery",
        "category: post",
        &expect![[r#"
        24:1: codes-declared: `post` is no category of this register
            complaints edit 1404-01-0001-9 category=… --why "…"; codes: complaints codes category
    "#]],
    );
    check(
        "investigator: sara",
        "investigator: ali",
        &expect![[r#"
        105:5: owner-known: `ali` is no member of this register
            add the member under `members:` in complaints/register.yaml
    "#]],
    );
}

fn seen(reference: &str, source: Option<&str>) -> Seen {
    let reference: Reference = reference.parse().expect("a reference");
    let source = source.map(|id| Source { system: "old".to_owned(), id: id.to_owned() });
    Seen { path: format!("complaints/1405/08/{reference}.yaml"), reference, source }
}

#[test]
fn numbers_stations_sources_and_strange_files_are_looked_at_across_records() {
    let mut again = seen("1405-01-0003-0", None);
    again.path = again.path.replace("/08/", "/09/");
    let records = vec![
        seen("1405-01-0001-7", Some("7")),
        seen("1405-01-0003-0", Some("7")),
        again,
        seen("1405-01-0006-3", None),
        seen(&Reference::new(1405, 2, 2).expect("a number").to_string(), None),
    ];
    let gone = vec![("complaints/1405/08/1405-01-0004-9.yaml".to_owned(), "1405-01-0004-9".parse().expect("a number"))];
    let strange = vec!["complaints/1405/08/notes.txt".to_owned()];
    let findings = register::look(&Whole { records, gone, strange, stations: BTreeSet::from([1]) });
    expect![[r#"
        ref-unique: `1405-01-0003-0` lies in `complaints/1405/08/1405-01-0003-0.yaml` too
            git log --oneline -- complaints/1405/09/1405-01-0003-0.yaml complaints/1405/08/1405-01-0003-0.yaml
        no-gaps: the number `1405-01-0002-5` is missing: complaints are never deleted
            find the commit that took it: git log --diff-filter=D --stat -- 'complaints/1405/*/1405-01-0002-5.yaml'
        no-gaps: the number `1405-01-0005-8` is missing: complaints are never deleted
            find the commit that took it: git log --diff-filter=D --stat -- 'complaints/1405/*/1405-01-0005-8.yaml'
        no-gaps: the number `1405-02-0001-4` is missing: complaints are never deleted
            find the commit that took it: git log --diff-filter=D --stat -- 'complaints/1405/*/1405-02-0001-4.yaml'
        records-present: the last commit holds this complaint, and it is not on disk
            git checkout HEAD -- complaints/1405/08/1405-01-0004-9.yaml
        stations-known: station 02 gave out this number, and `complaints/stations/02.yaml` is not there
            git log --stat -- complaints/stations/02.yaml
        source-unique: `7` of `old` is also the source of `1405-01-0001-7`
            complaints advance 1405-01-0003-0 void --why "taken in twice"
        no-strange-files: this is no complaint and no evidence, so no command sees it
            git log --oneline -- "complaints/1405/08/notes.txt"; move it out of the way
    "#]]
    .assert_eq(&told(&findings));
}

#[test]
fn a_huge_gap_is_counted_and_not_listed() {
    let records = vec![seen(&Reference::new(1405, 1, 99_999_999).expect("a number").to_string(), None)];
    let findings = register::look(&Whole { records, stations: BTreeSet::from([1]), ..Whole::default() });
    assert_eq!(findings.len(), 20);
    expect!["the number `1405-01-0020-8` is missing: complaints are never deleted; of this station and year 99999998 are missing in all"].assert_eq(&findings[19].what);
}

#[test]
fn the_example_of_days_off_is_sound() {
    let example = include_bytes!("../../templates/holidays/england-and-wales.yaml");
    assert!(settings::holidays("x", example).is_empty());
}

#[test]
fn settings_are_read_value_by_value() {
    let sound = include_str!("../../complaints/register.yaml");
    let told_of = |sound_part: &str, wrong: &str| {
        assert!(sound.contains(sound_part), "{sound_part}");
        told(&settings::register("complaints/register.yaml", sound.replacen(sound_part, wrong, 1).as_bytes(), &[]))
    };
    assert_eq!(told_of("", ""), "");
    expect![[r#"
        9:1: settings-sound: `de` is no language; known are en and fa
            edit complaints/register.yaml, then: complaints doctor
        11:1: settings-sound: `mayan` is no calendar; known are gregorian and jalali
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("language: fa\n\ncalendar: jalali", "language: de\n\ncalendar: mayan"));
    expect![[r#"
        13:1: settings-sound: `Tehran`: failed to parse timezone
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("time_zone: Asia/Tehran", "time_zone: Tehran"));
    expect![[r#"
        33:5: settings-sound: `13:00-09:00` is no working time like `08:30-17:00`
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("09:00-13:00", "13:00-09:00"));
    expect![[r#"
        45:5: settings-sound: `sara` is another member's id
            edit complaints/register.yaml, then: complaints doctor
        46:5: settings-sound: this is another member's e-mail, so nobody knows who writes
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("id: reza\n    email: reza", "id: sara\n    email: Sara"));
    expect![[r#"
        15:1: settings-sound: `standart` is no rule pack; there are: standard hours-24-72 iso-10002 fca-disp asic-rg271 uk-housing-2024 enamad-96h isiri-20d minimal
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("pack: standard", "pack: standart"));
    expect![[r#"
        17:1: settings-sound: `four_eye`: unknown field `four_eye`, expected one of format, organization, contact, language, calendar, digits, time_zone, pack, four_eyes, sample, week, members, categories, products, providers, views, forms
            edit complaints/register.yaml, then: complaints doctor
    "#]].assert_eq(&told_of("four_eyes:", "four_eye:"));
}

#[test]
fn a_day_off_that_was_added_too_late_is_told() {
    let sound = include_str!("../../complaints/holidays.yaml");
    let told_of = |sound_part: &str, wrong: &str| {
        assert!(sound.contains(sound_part), "{sound_part}");
        told(&settings::holidays("complaints/holidays.yaml", sound.replacen(sound_part, wrong, 1).as_bytes()))
    };
    assert_eq!(told_of("", ""), "");
    expect![[r#"
        9:5: no-late-days-off: 2026-02-14 was made a day off on 2026-03-20, when it had passed
            edit complaints/holidays.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("added_at: \"2026-01-20\"", "added_at: \"2026-03-20\""));
    expect![[r#"
        6:5: settings-sound: `party` is none of official provisional closure
            edit complaints/holidays.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("kind: closure", "kind: party"));
    expect![[r#"
        5:5: settings-sound: `1404/11/25`: input contains invalid characters
            edit complaints/holidays.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told_of("day: \"2026-02-14\"", "day: 1404/11/25"));
}

/// Returns a complaint that was just received.
fn newborn() -> Complaint {
    let mut complaint = crate::record::read(SOUND.as_bytes()).expect("a record").complaint;
    complaint.events.truncate(1);
    complaint.promises.clear();
    complaint.remedies.clear();
    complaint.category = None;
    complaint.assessment = Assessment::default();
    complaint
}

/// Returns the complaint with what a step would change beside the story, and the facts of its event.
fn proposed(step: Move, mut complaint: Complaint, at: Instant, chance: u8) -> (Complaint, Facts) {
    let finding = Found::ALL[usize::from(chance) % 3];
    let said = [ClosingWord::Solved, ClosingWord::NoReply, ClosingWord::Exhausted][usize::from(chance) % 3];
    let due = at + chrono::TimeDelta::days(i64::from(chance % 4));
    let mut facts = Facts {
        method: Some(Channel::Phone),
        text: Some("words".to_owned()),
        finding: matches!(step, Move::Decide | Move::DecideReview).then_some(finding),
        route_told: match step {
            Move::Respond => Some(Route::InternalReview),
            Move::RefuseReview => Some(Route::Ombudsman),
            _ => None,
        },
        accepted: (step == Move::ResolveNow).then_some(Acceptance::Oral),
        solved: match step {
            Move::Feedback => Some(Solved::Yes),
            Move::Explain | Move::Revise | Move::Compensate => Some(Solved::No),
            _ => None,
        },
        reviewer: (step == Move::DecideReview).then(|| "reza".to_owned()),
        body: (step == Move::Refer).then(|| "The post".to_owned()),
        matter: (step == Move::Convert).then_some(Matter::Enquiry),
        into: (step == Move::Merge).then(|| "2026-01-0001-2".parse().expect("a reference")),
        closure: (step == Move::Close).then(|| complaint.closure_by(said)).flatten(),
        attempts: Some(2),
        ..Facts::default()
    };
    match step {
        Move::Categorize => {
            complaint.category = "delivery".parse().ok();
            complaint.assessment.severity = Some(1 + chance % 3);
        }
        Move::Acknowledge | Move::Accept => {
            let what = if step == Move::Accept { Promised::Remedy } else { Promised::Response };
            let id = format!("m{}", complaint.promises.len() + 1);
            facts.promise = Some(id.clone());
            complaint.promises.push(Promise { id, what, due, told_at: at, state: PromiseState::Open });
            if step == Move::Accept {
                let (id, kind) = ("r1".to_owned(), "refund".parse().expect("a code"));
                let (state, amounts) = (RemedyState::Accepted, Amounts::default());
                complaint.remedies.push(Remedy { id, kind, state, amounts });
                facts.remedy = Some("r1".to_owned());
            }
        }
        Move::Withdraw => facts.closure = Some(Closure::Withdrawn),
        Move::Refer => facts.closure = Some(Closure::ReferredOut),
        Move::Convert => facts.closure = Some(Closure::NotAComplaint),
        Move::Merge => facts.closure = Some(Closure::Duplicate),
        Move::Void => facts.closure = Some(Closure::Void),
        _ => {}
    }
    (complaint, facts)
}

/// Takes back the last event as `undo` does: the facts are those from before it, the story goes on.
fn taken_back(complaint: &Complaint, versions: &BTreeMap<EventId, Complaint>) -> Option<(Complaint, Facts)> {
    let last = complaint.valid_events().next_back().filter(|event| event.kind != Kind::Received)?;
    let before = versions.get(&last.id)?.clone();
    let facts = Facts { undoes: Some(last.id.clone()), ..Facts::default() };
    Some((Complaint { events: complaint.events.clone(), ..before }, facts))
}

/// Returns the story that some steps make, those left out that the rules refuse.
fn story_of(steps: &[(usize, u8)], pack: &Pack) -> Complaint {
    let mut complaint = newborn();
    let mut versions = BTreeMap::new();
    let now = "2099-01-01T00:00:00+03:30".parse().expect("a time");
    for (number, (step, chance)) in steps.iter().enumerate() {
        // Steps of a deed that needs a file or a field of its own are told elsewhere.
        let step = match Move::ALL[step % Move::ALL.len()] {
            Move::Attach | Move::Edit | Move::New => Move::Fulfil,
            // Few stories are broken off, so that many go far.
            Move::Refer | Move::Convert | Move::Merge if *chance > 20 => Move::Investigate,
            Move::Withdraw | Move::Void | Move::Undo if *chance > 20 => Move::Respond,
            step => step,
        };
        let at = complaint.last_event_at() + chrono::TimeDelta::days(i64::from(chance / 64) * 11);
        let (proposed, facts) = match step {
            Move::Undo => match taken_back(&complaint, &versions) {
                Some(proposed) => proposed,
                None => continue,
            },
            step => proposed(step, complaint.clone(), at, *chance),
        };
        let mut random = [0; 12];
        random[0] = u8::try_from(number).expect("few steps");
        random[1] = u8::try_from(number / 32).expect("few steps");
        let id = EventId::from_random(random);
        let event = Event { id: id.clone(), at, by: "sara".to_owned(), kind: Rule::of(step).kind, to: None, facts };
        if let Ok(after) = rules::admit(proposed, event, pack, now) {
            versions.insert(id, std::mem::replace(&mut complaint, after));
        }
    }
    complaint
}

proptest::proptest! {
    #[test]
    fn whatever_the_rules_admit_is_sound(steps in proptest::collection::vec((0_usize..100, proptest::num::u8::ANY), 0..60)) {
        let complaint = story_of(&steps, pack_file::built_in("standard").expect("a built-in pack"));
        let text = crate::record::write(&complaint);
        let kinds: Vec<_> = complaint.events.iter().map(|event| event.kind.as_str()).collect();
        let looked = look_at_on("2099-01-01T00:00:00+03:30", &text, &[], Committed::Same);
        proptest::prop_assert_eq!(told(&looked.findings), "", "{:?}", kinds);
    }

    #[test]
    fn no_bytes_make_a_check_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), at in 0_usize..4000) {
        let mut text = SOUND.as_bytes().to_vec();
        let at = at.min(text.len());
        text.splice(at..at, bytes);
        drop(look_at(&String::from_utf8_lossy(&text), &[evidence()], Committed::Same));
        drop(settings::register("x", &text, &[]));
        drop(settings::holidays("x", &text));
    }
}
