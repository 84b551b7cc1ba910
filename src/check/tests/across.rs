//! What is looked at across records: numbers, repeats, history.

use super::*;

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
    expect!["the number `1405-01-0020-8` is missing: complaints are never deleted; of this station and year 99999998 are missing in all"].assert_eq(&sentence(&findings[19].what));
}
