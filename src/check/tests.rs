//! Each check against a sound record of the sample register with one thing made wrong.

use expect_test::{Expect, expect};

use super::register::{Seen, Whole};
use super::*;
use crate::calendar::week::Week;
use crate::record::pack_file;

const PATH: &str = "complaints/1404/11/1404-01-0001-9.yaml";
pub(super) const SOUND: &str = include_str!("../../complaints/1404/11/1404-01-0001-9.yaml");

pub(super) fn evidence() -> Evidence {
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
    look_under(pack_file::built_in("standard").expect("a built-in pack"), now, text, (evidence, commit))
}

/// Returns a week of five days from nine to five.
pub(super) fn work() -> WorkCalendar {
    let slots = ["Sat", "Sun", "Mon", "Tue", "Wed"]
        .map(|day| (day.parse().expect("a weekday"), "09:00-17:00".parse().expect("a slot")));
    WorkCalendar::new(crate::calendar::Zone::tehran(), Week::new(slots).expect("no overlap"))
}

/// Looks at a record in a register that knows one rule pack.
pub(super) fn look_under(pack: &Pack, now: &str, text: &str, (evidence, commit): (&[Evidence], Committed)) -> Looked {
    let work = work();
    let declared = Declared {
        categories: BTreeSet::from(["delivery".to_owned()]),
        members: ["sara", "reza", "mina"].map(str::to_owned).into(),
        work: &work,
        pack: &|name| (*name == pack.id).then_some(pack),
        year: &|instant| {
            crate::calendar::jalali::Jalali::from_gregorian(instant.date_naive())
                .map(crate::calendar::jalali::Jalali::year)
        },
        now: now.parse().expect("a time"),
    };
    let reference = "1404-01-0001-9".parse().expect("a reference");
    look(RecordFile { path: PATH, reference, bytes: text.as_bytes(), evidence, commit }, &declared)
}

pub(super) fn told(findings: &[Finding]) -> String {
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
                update this program; who has the newer one: git log -1 -- complaints/1404/11/1404-01-0001-9.yaml
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
    Seen {
        path: format!("complaints/1405/08/{reference}.yaml"),
        reference,
        remembered: Remembered { source, ..Remembered::default() },
    }
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
fn a_complaint_that_goes_on_in_another_needs_the_other() {
    let into = |reference: &str, into: &str| Seen {
        remembered: Remembered { merged_into: into.parse().ok(), ..Remembered::default() },
        ..seen(reference, None)
    };
    let records = vec![into("1405-01-0001-7", "1405-01-0002-5"), into("1405-01-0002-5", "1405-01-0003-0")];
    let findings = register::look(&Whole { records, stations: BTreeSet::from([1]), ..Whole::default() });
    expect![[r#"
        links-exist: it was merged into `1405-01-0003-0`, which is not there
            git log -p -- complaints/1405/08/1405-01-0002-5.yaml
    "#]]
    .assert_eq(&told(&findings));
}

#[test]
fn a_level_is_never_below_that_of_the_events_nor_above_it_without_a_reason() {
    let reviewed = "\n  - id: e-0000000000zz\n    at: \"2026-02-27T10:00:00+03:30\"\n    by: sara\n    kind: review-requested\n    to: review\n";
    let text = SOUND.trim_end().to_owned() + "\n" + reviewed;
    let text = text.replacen("state: closed", "state: review", 1);
    let looked = look_at(&text, &[evidence()], Committed::Same);
    expect![[r#"
        11:1: events-replay: the file says level 1, its events lead to 2
            complaints check 1404-01-0001-9 --fix
    "#]]
    .assert_eq(&told(&looked.findings));
    assert!(looked.is_healable);
    check(
        "level: 1",
        "level: 3",
        &expect![[r#"
            11:1: events-replay: the file says level 3, its events lead to 1
                git log -p -- complaints/1404/11/1404-01-0001-9.yaml
        "#]],
    );
}

#[test]
fn what_is_not_wrong_and_still_wants_a_look_is_a_warning() {
    let mut silent = crate::record::read(SOUND.as_bytes()).expect("a record").complaint;
    silent.events.truncate(1);
    silent.promises.clear();
    silent.remedies.clear();
    expect![[r#"
        5:1: late-without-word: the answer was owed by 2026-02-01T10:05:00+03:30, and nothing since says why it is late
            complaints talk 1404-01-0001-9 "…"; complaints promise 1404-01-0001-9 --until DAY
    "#]]
    .assert_eq(&told(&look_at(&crate::record::write(&silent), &[], Committed::Same).findings));
    let unasked = SOUND.replace("    solved: \"yes\"\n", "");
    expect![[r#"
        5:1: follow-up-made: it is closed as resolved, and nobody wrote down whether the complainant finds so
            complaints feedback 1404-01-0001-9 --solved yes|partly|no
    "#]]
    .assert_eq(&told(&look_at(&unasked, &[evidence()], Committed::Same).findings));
    let restricted = SOUND.replacen(
        "\npersonal:",
        "\nrestricted:\n  health: asthma\n  reason: smoke\n  review_on: \"2026-02-01\"\n\npersonal:",
        1,
    );
    expect![[r#"
        61:3: restricted-reviewed: what only few may see was to be looked at again on 2026-02-01
            complaints show 1404-01-0001-9
        58:1: needs-recorded: it is noted that the complainant is vulnerable, and not what they need to be heard
            complaints edit 1404-01-0001-9 needs=… --why "…"; codes: complaints codes need
    "#]]
    .assert_eq(&told(&look_at(&restricted, &[evidence()], Committed::Same).findings));
}

#[test]
fn what_lists_print_leads_to_nobody() {
    let subject = SOUND.find("  subject: ").expect("it has a subject");
    let end = SOUND[subject..].find('\n').expect("a line") + subject;
    let phone = format!("{}  subject: با ۰۹۱۲۱۲۳۴۵۶۷ تماس بگیرید{}", &SOUND[..subject], &SOUND[end..]);
    expect![[r#"
        64:3: summary-has-no-personal-data: `subject` holds a telephone number, and lists print it
            complaints edit 1404-01-0001-9 subject=… --why "…"
    "#]]
    .assert_eq(&told(&look_at(&phone, &[evidence()], Committed::Same).findings));
    let settings = include_str!("../../complaints/register.yaml");
    let label = settings.replacen("    en: ", "    en: call +98 912 123 4567 # ", 1);
    expect![[r#"
        63:5: summary-has-no-personal-data: this name holds a telephone number, and reports print it
            edit complaints/register.yaml, then: complaints doctor
    "#]]
    .assert_eq(&told(&settings::register("complaints/register.yaml", label.as_bytes(), &[])));
}

#[test]
fn whoever_is_vulnerable_has_needs() {
    let restricted =
        "\nrestricted:\n  vulnerability: bereaved\n  reason: told us\n  review_on: \"2026-12-01\"\n\npersonal:";
    let vulnerable = SOUND.replacen("\npersonal:", restricted, 1);
    expect![[r#"
        58:1: needs-recorded: it is noted that the complainant is vulnerable, and not what they need to be heard
            complaints edit 1404-01-0001-9 needs=… --why "…"; codes: complaints codes need
    "#]]
    .assert_eq(&told(&look_at(&vulnerable, &[evidence()], Committed::Same).findings));
}

/// Returns a complaint of a person about something, answered with these words, as the checks across records see it.
fn remembered(reference: &str, change: impl FnOnce(&mut Complaint)) -> Seen {
    let mut complaint = crate::record::read(SOUND.as_bytes()).expect("it is sound").complaint;
    complaint.person = Some("p-7q2mk3v9".to_owned());
    complaint.assessment.cause_family = None;
    change(&mut complaint);
    Seen { remembered: Remembered::of(&complaint), ..seen(reference, None) }
}

fn told_across(records: Vec<Seen>) -> String {
    told(&register::look(&Whole { records, stations: BTreeSet::from([1]), ..Whole::default() }))
}

#[test]
fn what_comes_back_a_third_time_has_a_cause() {
    let again = |references: &[&str], cause: Option<crate::domain::words::CauseFamily>| {
        let one = |reference: &&str| {
            remembered(reference, |complaint| {
                complaint.assessment.cause_family = cause;
                for event in &mut complaint.events {
                    event.facts.text = None;
                }
            })
        };
        told_across(references.iter().map(one).collect())
    };
    assert_eq!(again(&["1405-01-0001-7", "1405-01-0002-5"], None), "");
    let three = ["1405-01-0001-7", "1405-01-0002-5", "1405-01-0003-0"];
    expect![[r#"
        recurrence-without-cause: the same person complained about `delivery` before, and nobody noted why: 1405-01-0001-7 1405-01-0002-5
            complaints categorize 1405-01-0003-0 --cause-family …; complaints advance 1405-01-0003-0 decide --similar REF
    "#]].assert_eq(&again(&three, None));
    assert_eq!(again(&three, Some(crate::domain::words::CauseFamily::Quality)), "");
}

#[test]
fn an_apology_belongs_to_one_complainant() {
    let answered = |reference: &str, words: &str| {
        remembered(reference, |complaint| {
            complaint.person = None;
            for event in &mut complaint.events {
                event.facts.text = Some(words.to_owned());
            }
        })
    };
    let sorry = "Your parcel came late. We are sorry for this.";
    let other = "We are sorry that your parcel came late.";
    assert_eq!(told_across(vec![answered("1405-01-0001-7", sorry), answered("1405-01-0002-5", other)]), "");
    let both = vec![answered("1405-01-0001-7", sorry), answered("1405-01-0002-5", "Again: we are SORRY for this!")];
    assert_eq!(told_across(both), "");
    expect![[r#"
        repeated-identical-apology-text: the answer apologizes in the very words of that to `1405-01-0001-7`
            complaints letter 1405-01-0002-5 final-response --check
    "#]]
    .assert_eq(&told_across(vec![answered("1405-01-0001-7", sorry), answered("1405-01-0002-5", sorry)]));
}

#[test]
fn late_records_and_names_in_messages_are_told_from_the_history() {
    let at = |text: &str| Instant::parse_from_rfc3339(text).expect("a time");
    let named = remembered("1405-01-0001-7", |complaint| {
        complaint.personal.name = Some("مریم رضایی".to_owned());
        complaint.personal.phones = vec!["0912 123 4567".to_owned()];
        complaint.personal.emails = vec!["Maryam@example.ir".to_owned()];
    });
    let commit = |number: u8, days: i64, words: &str| history::Commit {
        id: format!("{number:x}").repeat(40),
        recorded_at: at("2026-10-28T10:05:00+03:30") + chrono::TimeDelta::days(days),
        claims: Some(("1405-01-0001-7".parse().expect("a reference"), at("2026-10-28T10:05:00+03:30"))),
        words: words.to_owned(),
    };
    let commits = [
        commit(1, 0, ""),
        commit(2, 7, "Tidy up"),
        commit(3, 8, ""),
        commit(4, 0, "Change the address of مريم رضايي"),
        commit(5, 0, "maryam@EXAMPLE.ir wrote again"),
        commit(6, 0, "call +98 912 123 4567"),
    ];
    expect![[r#"
        backdating: what is said to have happened at 2026-10-28T10:05:00+03:30 was recorded at 2026-11-05T10:05:00+03:30, 8 days later
            complaints history 1405-01-0001-7
        no-personal-data-in-commits: the message of commit 44444444 names the complainant, and every clone keeps it
            git show -s 44444444
        no-personal-data-in-commits: the message of commit 55555555 names the complainant, and every clone keeps it
            git show -s 55555555
        no-personal-data-in-commits: the message of commit 66666666 names the complainant, and every clone keeps it
            git show -s 66666666
    "#]].assert_eq(&told(&history::look(&commits, &[named])));
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
        13:1: settings-sound: `Tehran`: no time zone has this name
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

proptest::proptest! {
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
