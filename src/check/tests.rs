//! Each check against a sound record of the sample register with one thing made wrong.

use expect_test::{Expect, expect};

use super::register::{Seen, Whole};
use super::*;
use crate::calendar::week::Week;
use crate::calendar::{CalendarKind, Zone};
use crate::locale::Locale;
use crate::record::pack_file;
use crate::text::digits::Digits;
use crate::text::language::Language;

mod across;
mod story;
mod values;

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
    WorkCalendar::new(Zone::tehran(), Week::new(slots).expect("no overlap"))
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
        format!("{place}{}: {}\n    {}\n", finding.check, sentence(&finding.what), sentence(&finding.mend))
    };
    findings.iter().map(line).collect()
}

/// Returns a sentence in English; in Persian it must be there too, and in both no place may stay empty.
#[track_caller]
fn sentence(what: &Sentence) -> String {
    let [english, persian] = Language::ALL.map(|language| {
        let locale = Locale::new(language, CalendarKind::Gregorian, Digits::Latn, Zone::UTC);
        locale.tell(what.key, &what.values())
    });
    let is_whole = |sentence: &str| sentence != what.key && !sentence.contains("{$");
    assert!(is_whole(&english) && is_whole(&persian), "{english}\n{persian}");
    english
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
                keep what both sides say and take the marker lines out, then: git add -- complaints/1404/11/1404-01-0001-9.yaml && git commit; or give the merge up: git merge --abort
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
            7:1: times-ordered: it says that it was received at 2025-01-27T10:05:00+03:30, and its first event says 2026-01-27T10:05:00+03:30
                git log -p -- complaints/1404/11/1404-01-0001-9.yaml
        "#]],
    );
}

#[test]
fn a_corrected_time_of_receipt_may_lie_in_another_year() {
    let edited = "    text: هزینهٔ ارسال برگشت داده شد.\n";
    let correction = "\n  - id: e-3q6zp5s5an0q\n    at: \"2026-02-03T10:06:00+03:30\"\n    by: sara\n    kind: edited\n    field: received\n    text: misread\n";
    let text = SOUND.replace("2026-01-24", "2025-01-24").replace("at: \"2026-01-27T10:05", "at: \"2025-01-27T10:05");
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
