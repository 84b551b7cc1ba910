//! What is looked at in one record: events, times, promises, evidence, words.

use super::*;

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
    check(
        "investigator: sara",
        "investigator: sara\n    settler: ali",
        &expect![[r#"
        106:5: owner-known: `ali` is no member of this register
            add the member under `members:` in complaints/register.yaml
    "#]],
    );
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
    let settings = include_str!("../../../complaints/register.yaml");
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
