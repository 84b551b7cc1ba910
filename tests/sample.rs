//! The sample register in a fresh checkout of this repository, and `complaints check` on copies of it that were harmed.

use std::collections::BTreeSet;

use complaints::exit::Exit;
use expect_test::expect;
use serde_json::Value;

use crate::support::TestRegister;

/// The record that most tests harm.
const RECORD: &str = "complaints/1404/11/1404-01-0002-4.yaml";

/// Puts one text for another in a file, once, by hand.
#[track_caller]
fn harm(register: &TestRegister, file: &str, from: &str, to: &str) {
    let text = register.read(file);
    assert!(text.contains(from), "{file} lacks {from}");
    register.write(file, text.replacen(from, to, 1));
}

fn commit(register: &mut TestRegister) {
    register.git(&["add", "-A"]);
    register.git(&["commit", "-qm", "by hand"]);
}

#[test]
fn a_fresh_checkout_can_be_listed_shown_summed_up_checked_and_told() {
    let mut register = TestRegister::sample();
    for line in [
        "list --overdue",
        "list --format json",
        "show 1404-01-0001",
        "show 1405-01-0007 --say",
        "history 1405-01-0006",
        "receipt 1405-01-0007",
        "summary --month 1404-11",
        "summary --month 2026-05 --format json",
        "advance 1405-01-0002",
        "codes category",
        "check --tier all",
    ] {
        let output = register.run(line);
        assert_eq!(output.exit, Exit::Ok, "{line}: {}", output.stderr());
        assert!(!output.stdout().contains('\u{fffd}'), "{line}");
    }
    assert_eq!(register.git(&["status", "--porcelain"]), "");
}

#[test]
fn the_sample_register_cannot_be_written_to() {
    let mut register = TestRegister::sample();
    for line in [
        "new --channel phone --anonymous --statement x",
        "note 1405-01-0007 x",
        "advance 1405-01-0007 acknowledge",
        "edit 1405-01-0007 name=x --why x",
        "undo 1405-01-0007",
        "check --fix",
    ] {
        let output = register.run(line);
        assert_eq!(output.exit, Exit::Refused, "{line}: {}", output.stderr());
        assert!(output.stderr().contains("hint: start your own in an empty folder: complaints init"), "{line}");
    }
    assert_eq!(register.git(&["rev-list", "--count", "HEAD"]), "1\n");
}

#[test]
fn a_sound_register_has_nothing_but_silences_to_answer_for() {
    TestRegister::sample().run("check --tier all").check(&expect![[r#"
        complaints/1405/01/1405-01-0002-5.yaml:5:1: late-without-word: the answer was owed by 2026-05-09T12:00:00+03:30, and nothing since says why it is late
            An answer may be late; silence about it loses the complainant's trust
            complaints talk 1405-01-0002-5 "…"; complaints promise 1405-01-0002-5 --until DAY
        complaints/1405/02/1405-01-0005-8.yaml:5:1: late-without-word: the answer was owed by 2026-05-24T12:20:00+03:30, and nothing since says why it is late
            An answer may be late; silence about it loses the complainant's trust
            complaints talk 1405-01-0005-8 "…"; complaints promise 1405-01-0005-8 --until DAY
        complaints/1405/03/1405-01-0006-3.yaml:5:1: late-without-word: the answer was owed by 2026-05-26T10:10:00+03:30, and nothing since says why it is late
            An answer may be late; silence about it loses the complainant's trust
            complaints talk 1405-01-0006-3 "…"; complaints promise 1405-01-0006-3 --until DAY
        complaints/1405/03/1405-01-0007-4.yaml:5:1: late-without-word: the answer was owed by 2026-05-31T16:45:00+03:30, and nothing since says why it is late
            An answer may be late; silence about it loses the complainant's trust
            complaints talk 1405-01-0007-4 "…"; complaints promise 1405-01-0007-4 --until DAY
        ------- stderr -------
        12 complaints, 39 checks: nothing wrong, 4 warnings
    "#]],
    );
}

#[test]
fn all_findings_of_all_files_are_told_and_not_only_the_first() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, RECORD, "state: closed", "state: decided");
    harm(&register, "complaints/1404/11/1404-01-0003-5.yaml", "level: 1", "level: 1\nlevel: 2");
    harm(&register, "complaints/1404/11/1404-01-0001-9/courier-log.txt", "no car", "no driver");
    harm(&register, "complaints/holidays.yaml", "kind: closure", "kind: party");
    register.remove("complaints/1404/11/1404-01-0004-3.yaml");
    register.write("complaints/1405/01/1405-01-0009-9.yaml", "x: 1\n");
    register.run("check").check(&expect![[r#"
        complaints/1404/11/1404-01-0001-9.yaml:91:3: evidence-hash: `complaints/1404/11/1404-01-0001-9/courier-log.txt` is not what was attached: its SHA-256 is 71729659e9e72266adcc8b1a286801dc98f93b39d4289abccb57ab9c388b287b
            Evidence must be what it was on the day it was attached
            git log --oneline -- "complaints/1404/11/1404-01-0001-9/courier-log.txt"; the first version is the one that was attached
        complaints/1404/11/1404-01-0002-4.yaml: committed: the file on disk differs from the last commit
            Only what is committed is safe, and the same for all who count
            keep it: git commit -- complaints/1404/11/1404-01-0002-4.yaml; drop it: git checkout HEAD -- complaints/1404/11/1404-01-0002-4.yaml
        complaints/1404/11/1404-01-0002-4.yaml:5:1: events-replay: the file says `decided`, its events lead to `closed`
            State and level follow from the events; they are stored only so that they can be searched for
            git diff HEAD -- complaints/1404/11/1404-01-0002-4.yaml; to drop the edit: git checkout HEAD -- complaints/1404/11/1404-01-0002-4.yaml
        complaints/1404/11/1404-01-0003-5.yaml: committed: the file on disk differs from the last commit
            Only what is committed is safe, and the same for all who count
            keep it: git commit -- complaints/1404/11/1404-01-0003-5.yaml; drop it: git checkout HEAD -- complaints/1404/11/1404-01-0003-5.yaml
        complaints/1404/11/1404-01-0003-5.yaml:10:1: no-duplicate-keys: the key `level` is already on line 9
             8 |
             9 | level: 1
            10 | level: 2
               | ^
            Of two values under one key, nobody knows which holds
            mend the file, or drop the edit: git checkout HEAD -- complaints/1404/11/1404-01-0003-5.yaml
        complaints/1404/11/1404-01-0004-3.yaml: records-present: the last commit holds this complaint, and it is not on disk
            A complaint that is committed must lie on disk
            git checkout HEAD -- complaints/1404/11/1404-01-0004-3.yaml
        complaints/1405/01/1405-01-0009-9.yaml: no-strange-files: this is no complaint and no evidence, so no command sees it
            What looks like a complaint and is none is overlooked
            git log --oneline -- "complaints/1405/01/1405-01-0009-9.yaml"; move it out of the way
        complaints/holidays.yaml: committed: the file on disk differs from the last commit
            Only what is committed is safe, and the same for all who count
            keep it: git commit -- complaints/holidays.yaml; drop it: git checkout HEAD -- complaints/holidays.yaml
        complaints/holidays.yaml:6:5: settings-sound: `party` is none of official provisional closure
            Without sound settings no day, number or name is right
            edit complaints/holidays.yaml, then: complaints doctor
        ------- stderr -------
        11 complaints, 25 checks: 6 findings, 3 warnings
        [exit code: 3]
    "#]]);
}

#[test]
fn one_complaint_is_looked_at_alone() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, RECORD, "state: closed", "state: decided");
    register.remove("complaints/1404/11/1404-01-0004-3.yaml");
    register.run("check 1404-01-0001").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
    register.run("check 1404-01-0002 --only events-replay").check(&expect![[r#"
        complaints/1404/11/1404-01-0002-4.yaml:5:1: events-replay: the file says `decided`, its events lead to `closed`
            State and level follow from the events; they are stored only so that they can be searched for
            git diff HEAD -- complaints/1404/11/1404-01-0002-4.yaml; to drop the edit: git checkout HEAD -- complaints/1404/11/1404-01-0002-4.yaml
        ------- stderr -------
        1 complaint, 1 check: 1 finding
        [exit code: 3]
    "#]]);
    register.run("check 1404-01-0004").check(&expect![[r#"
        ------- stderr -------
        error: there is no complaint `1404-01-0004`
        hint: complaints list
        [exit code: 5]
    "#]]);
}

#[test]
fn warnings_alone_leave_the_exit_code() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, RECORD, "level: 1", "level: 1 #one");
    register.run("check").check(&expect![[r#"
        complaints/1404/11/1404-01-0002-4.yaml: committed: the file on disk differs from the last commit
            Only what is committed is safe, and the same for all who count
            keep it: git commit -- complaints/1404/11/1404-01-0002-4.yaml; drop it: git checkout HEAD -- complaints/1404/11/1404-01-0002-4.yaml
        complaints/1404/11/1404-01-0002-4.yaml:9:10: no-cut-texts: a ` #` cuts off the rest of this text
            7 | received_at: "2026-02-04T14:30:00+03:30"
            8 |
            9 | level: 1 #one
              |          ^
            YAML takes ` #` for the start of a comment, so the rest of the text is not read
            put the whole text in quotes: git blame -L 9,9 -- complaints/1404/11/1404-01-0002-4.yaml
        ------- stderr -------
        12 complaints, 25 checks: nothing wrong, 2 warnings
    "#]]);
}

#[test]
fn a_committed_wrong_state_is_put_right_in_one_commit_of_the_tool() {
    let mut register = TestRegister::sample_of_a_team();
    let sound = register.read(RECORD);
    harm(&register, RECORD, "state: closed", "state: decided");
    harm(&register, "complaints/1404/12/1404-01-0005-6.yaml", "state: closed", "state: received");
    commit(&mut register);
    register.run("check --fix --dry-run").check(&expect![[r#"
        2 complaints: state-replayed

        Complaint: 1404-01-0002-4
        Complaint: 1404-01-0005-6
        Complaint-Tool: complaints 0.1.0
        diff --git a/complaints/1404/11/1404-01-0002-4.yaml b/complaints/1404/11/1404-01-0002-4.yaml
        index 83b6a4c..ea2c9b0 100644
        --- a/complaints/1404/11/1404-01-0002-4.yaml
        +++ b/complaints/1404/11/1404-01-0002-4.yaml
        @@ -2,7 +2,7 @@ format: 1

         reference: 1404-01-0002-4

        -state: decided
        +state: closed

         received_at: "2026-02-04T14:30:00+03:30"
        diff --git a/complaints/1404/12/1404-01-0005-6.yaml b/complaints/1404/12/1404-01-0005-6.yaml
        index 5e75896..b331d5a 100644
        --- a/complaints/1404/12/1404-01-0005-6.yaml
        +++ b/complaints/1404/12/1404-01-0005-6.yaml
        @@ -2,7 +2,7 @@ format: 1

         reference: 1404-01-0005-6

        -state: received
        +state: closed

         received_at: "2026-03-02T16:50:00+03:30"
        complaints/1404/11/1404-01-0002-4.yaml:5:1: events-replay: the file says `decided`, its events lead to `closed`
            State and level follow from the events; they are stored only so that they can be searched for
            complaints check 1404-01-0002-4 --fix
        complaints/1404/12/1404-01-0005-6.yaml:5:1: events-replay: the file says `received`, its events lead to `closed`
            State and level follow from the events; they are stored only so that they can be searched for
            complaints check 1404-01-0005-6 --fix
        ------- stderr -------
        12 complaints, 25 checks: 2 findings
        [exit code: 3]
    "#]]);
    register.run("check --fix").check(&expect![[r#"
        ------- stderr -------
        State and level of 2 complaints were put right
        12 complaints, 25 checks: nothing wrong
    "#]]);
    assert_eq!(register.read(RECORD), sound);
    assert_eq!(register.git(&["status", "--porcelain"]), "");
    expect![[r#"
        2 complaints: state-replayed

        Complaint: 1404-01-0002-4
        Complaint: 1404-01-0005-6
        Complaint-Tool: complaints 0.1.0

    "#]]
    .assert_eq(&register.git(&["log", "-1", "--format=%B"]));
    register.run("check --fix").check(&expect![[r#"
        ------- stderr -------
        12 complaints, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn an_edit_that_is_not_committed_is_never_mended_over() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, RECORD, "state: closed", "state: decided");
    let harmed = register.read(RECORD);
    register.run("check --fix --only events-replay").check(&expect![[r#"
        complaints/1404/11/1404-01-0002-4.yaml:5:1: events-replay: the file says `decided`, its events lead to `closed`
            State and level follow from the events; they are stored only so that they can be searched for
            git diff HEAD -- complaints/1404/11/1404-01-0002-4.yaml; to drop the edit: git checkout HEAD -- complaints/1404/11/1404-01-0002-4.yaml
        ------- stderr -------
        12 complaints, 1 check: 1 finding
        [exit code: 3]
    "#]]);
    assert_eq!(register.read(RECORD), harmed);
}

#[test]
fn a_corrected_time_of_receipt_can_be_taken_back_and_leaves_a_sound_record() {
    let mut register = TestRegister::sample_of_a_team();
    for line in ["edit 1405-01-0007 'received=2026-05-26 10:00' --why misread", "undo 1405-01-0007"] {
        let output = register.run(line);
        assert_eq!(output.exit, Exit::Ok, "{line}: {}", output.stderr());
        assert_eq!(register.run("check").stdout(), "", "after {line}");
    }
}

#[test]
fn settings_that_cannot_be_used_are_findings_too() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, "complaints/register.yaml", "calendar: jalali", "calendar: mayan");
    register.run("check").check(&expect![[r#"
        complaints/register.yaml:11:1: settings-sound: `mayan` is no calendar; known are gregorian and jalali
            Without sound settings no day, number or name is right
            edit complaints/register.yaml, then: complaints doctor
        ------- stderr -------
        0 complaints, 25 checks: 1 finding
        warning: no complaint was looked at: the settings cannot be used
        [exit code: 3]
    "#]]);
}

#[test]
fn findings_are_a_contract_for_programs() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, RECORD, "owner: reza", "owner: ali");
    commit(&mut register);
    register.run("check --strict --only owner-known --format json").check(&expect![[r#"
        {
          "schema": 1,
          "complaints": 12,
          "checks": [
            "owner-known"
          ],
          "findings": [
            {
              "check": "owner-known",
              "tier": "strict",
              "weight": "error",
              "file": "complaints/1404/11/1404-01-0002-4.yaml",
              "line": 34,
              "column": 1,
              "what": "`ali` is no member of this register",
              "why": "Whoever acts or answers must be a member",
              "mend": "add the member under `members:` in complaints/register.yaml"
            }
          ]
        }
        ------- stderr -------
        12 complaints, 1 check: 1 finding
        [exit code: 3]
    "#]]);
}

/// Returns every key in a document, but not those below `complaint`, which are the record's own.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                found.insert(key.clone());
                if key != "complaint" {
                    keys(value, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_an_output_is_documented() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, RECORD, "state: closed", "state: decided");
    let document = include_str!("../docs/json.md");
    for line in [
        "list --format json",
        "show 1404-01-0001 --format json",
        "history 1405-01-0006 --format json",
        "check --format json",
    ] {
        let mut found = BTreeSet::new();
        keys(&serde_json::from_str(&register.run(line).stdout()).expect("JSON"), &mut found);
        let untold: Vec<_> = found.iter().filter(|key| !has_word(document, key)).collect();
        assert!(found.len() > 5 && untold.is_empty(), "{line}: {untold:?}");
    }
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|found| found == word)
}

/// Options that say where something comes from or how far to go, and nothing about a complaint or a step.
const NOT_KEYS: [&str; 7] = ["again", "file", "from", "help", "where", "yes", "skip_refused"];

#[test]
fn every_option_that_describes_a_complaint_or_a_step_is_documented_as_a_key() {
    let mut register = TestRegister::sample();
    let document = include_str!("../docs/file-format.md");
    for command in ["new", "advance"] {
        let help = register.run(&format!("{command} --help")).stdout();
        let (own, _) = help.split_once("Recording:").expect("the options of every writing command come last");
        let options = own
            .lines()
            .filter_map(|line| line.trim_start().split_once("--"))
            .filter(|(before, _)| before.is_empty() || before.starts_with('-'));
        let names = options.map(|(_, rest)| rest.split([' ', '[']).next().unwrap_or_default().replace('-', "_"));
        let names: BTreeSet<String> = names.filter(|name| !NOT_KEYS.contains(&name.as_str())).collect();
        let untold: Vec<_> = names.iter().filter(|name| !document.contains(&format!("`{name}`"))).collect();
        assert!(names.len() > 10 && untold.is_empty(), "{command}: {untold:?} of {names:?}");
    }
}

#[test]
fn the_list_of_checks_says_what_each_is_for() {
    let output = TestRegister::sample().run("check --list");
    assert_eq!(output.exit, Exit::Ok);
    expect![[r#"
        parseable                        basic   A file that cannot be read is in no list and no figure
        no-conflict-markers              basic   A merge was left half done: both versions stand in the file
        no-duplicate-keys                basic   Of two values under one key, nobody knows which holds
        schema-known                     basic   The fields must be those of format 1, or the complaint cannot be understood
        settings-sound                   basic   Without sound settings no day, number or name is right
        ref-valid                        basic   A complaint is found by its file name, so name, folder and content must agree
        ref-unique                       basic   A number told to one complainant must never mean another complaint
        no-gaps                          basic   No complaint disappears: every station counts without leaving a number out
        records-present                  basic   A complaint that is committed must lie on disk
        stations-known                   basic   Only a station with a file of its own gives out numbers
        source-unique                    basic   A record that was taken in twice would be counted twice
        links-exist                      basic   What was merged goes on in another complaint, and that one must be there
        no-strange-files                 basic   What looks like a complaint and is none is overlooked
        events-replay                    basic   State and level follow from the events; they are stored only so that they can be searched for
        event-ids-unique                 basic   Events are merged by their ids: of two with the same id one would be lost
        guards-hold                      basic   A step counts only when what it must record is there
        times-ordered                    basic   Nothing is answered before it came, and nothing happens in the future
        promises-consistent              basic   What a complainant was told must agree with what was done
        papers-proven                    basic   A paper that was sent must be provable, and what it told must be kept
        pack-known                       basic   The rule pack says by when to answer and what to record
        evidence-present                 basic   Evidence that an event names must be there
        evidence-hash                    basic   Evidence must be what it was on the day it was attached
        no-orphan-evidence               basic   Evidence without an event: nobody knows who brought it, and when
        no-cut-texts                     basic   YAML takes ` #` for the start of a comment, so the rest of the text is not read
        committed                        basic   Only what is committed is safe, and the same for all who count
        codes-declared                   strict  A category that is not declared has no name in reports
        owner-known                      strict  Whoever acts or answers must be a member
        summary-has-no-personal-data     strict  Lists, reports and git show it to people who need not know who complained
        no-late-days-off                 all     A day off that was added later does not make a late answer punctual
        late-without-word                all     An answer may be late; silence about it loses the complainant's trust
        follow-up-made                   all     Only the complainant can say whether it is solved
        restricted-reviewed              all     What is noted about health, need or conduct is kept only as long as it is needed
        needs-recorded                   all     Whoever is vulnerable is heard only when somebody knows what they need
        recurrence-without-cause         all     What comes back again and again has a cause that one answer does not mend
        persons-consistent               all     Whoever comes back is known by one pseudonym, or taken for somebody new
        repeated-identical-apology-text  all     An apology that many get word for word is read as none
        backdating                       all     What is recorded long after it happened is remembered badly
        no-personal-data-in-commits      all     A commit message is copied into every clone and cannot be erased
        template-renders                 all     A layout that fails is noticed on the day when a letter must go out
    "#]].assert_eq(&output.stdout());
}

#[test]
fn findings_are_sarif_for_code_hosts() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, RECORD, "state: closed", "state: decided");
    let output = register.run("check --format sarif --only events-replay");
    assert_eq!(output.exit, Exit::Findings);
    expect![[r#"
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "complaints",
                  "version": "VERSION",
                  "rules": [
                    {
                      "id": "events-replay",
                      "shortDescription": {
                        "text": "State and level follow from the events; they are stored only so that they can be searched for"
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      },
                      "properties": {
                        "tags": [
                          "basic"
                        ]
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "events-replay",
                  "level": "error",
                  "message": {
                    "text": "the file says `decided`, its events lead to `closed`\nState and level follow from the events; they are stored only so that they can be searched for\ngit diff HEAD -- complaints/1404/11/1404-01-0002-4.yaml; to drop the edit: git checkout HEAD -- complaints/1404/11/1404-01-0002-4.yaml"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "complaints/1404/11/1404-01-0002-4.yaml"
                        },
                        "region": {
                          "startLine": 5,
                          "startColumn": 1
                        }
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }
    "#]]
    .assert_eq(&output.stdout().replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn every_finding_in_sarif_names_a_rule_that_is_described() {
    let mut register = TestRegister::sample_of_a_team();
    harm(&register, RECORD, "state: closed", "state: decided");
    let all: Value = serde_json::from_str(&register.run("check --format sarif").stdout()).expect("it is JSON");
    let run = &all["runs"][0];
    let rules: BTreeSet<&str> = run["tool"]["driver"]["rules"]
        .as_array()
        .expect("the rules are a list")
        .iter()
        .filter_map(|rule| rule["id"].as_str())
        .collect();
    let results = run["results"].as_array().expect("the results are a list");
    assert!(
        !results.is_empty()
            && results.iter().all(|result| result["ruleId"].as_str().is_some_and(|id| rules.contains(id)))
    );
}

#[test]
fn a_level_below_that_of_the_events_is_put_right() {
    let mut register = TestRegister::sample_of_a_team();
    let record = "complaints/1404/11/1404-01-0001-9.yaml";
    let before = register.read(record);
    assert!(before.contains("level: 1"));
    register.git(&["checkout", "-q", "-B", "main"]);
    let reviewed = before.replacen("state: closed", "state: review", 1)
        + "\n  - id: e-0000000000zz\n    at: \"2026-03-01T10:00:00+03:30\"\n    by: sara\n    kind: review-requested\n    to: review\n";
    register.write(record, reviewed);
    register.git(&["commit", "-qam", "by hand"]);
    register.run("check 1404-01-0001 --fix").check(&expect![[r#"
        ------- stderr -------
        State and level of 1 complaint were put right
        1 complaint, 25 checks: nothing wrong
    "#]]);
    assert!(register.read(record).contains("level: 2"));
}
