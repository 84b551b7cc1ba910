//! The situations of the catalogue, in the order in which a person would meet them.

use complaints::domain::reference::Reference;

use crate::support::{FIRST_FILE, TestRegister};

/// A situation in which something is refused or fails.
pub(crate) struct Case {
    /// When it happens: `In a folder that is no register`.
    pub(crate) when: &'static str,
    /// Brings the register into the situation; it has one complaint already.
    pub(crate) prepare: fn(&mut TestRegister),
    /// What is typed, as after `complaints `.
    pub(crate) typed: &'static str,
    /// What comes by standard input.
    pub(crate) input: &'static str,
}

/// The settings of a register.
const SETTINGS: &str = "complaints/register.yaml";

/// Returns every situation.
pub(crate) fn all() -> Vec<Case> {
    [
        command_line(),
        taking_in(),
        finding(),
        stepping(),
        writing(),
        owing(),
        dating(),
        papers(),
        timing(),
        correcting(),
        looking(),
        settings(),
        records(),
        repository(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A case without preparation.
fn typed(when: &'static str, typed: &'static str) -> Case {
    Case { when, prepare: |_| {}, typed, input: "" }
}

/// A case with something on standard input.
fn piped(when: &'static str, typed: &'static str, input: &'static str) -> Case {
    Case { when, prepare: |_| {}, typed, input }
}

/// A case after some preparation.
fn after(when: &'static str, prepare: fn(&mut TestRegister), typed: &'static str) -> Case {
    Case { when, prepare, typed, input: "" }
}

fn command_line() -> Vec<Case> {
    vec![
        typed("A mistyped command", "lst"),
        typed("A mistyped option", "list --opne"),
        typed("A complaint and a question at once", "assign 1 reza --where state:open"),
        typed("A change of many without its step", "advance --where state:open"),
        typed("Two corrections of many at once", "edit --where state:open product=cup order=7 --why 'Two at once'"),
        typed("A change of many by a question that means no complaint", "note --where owner:nobody 'A strike' --yes"),
        typed(
            "A change of many that the rules refuse for one of them",
            "advance --where state:open close --solved yes --yes",
        ),
        typed("A mistyped value of a closed list", "list --state close"),
        typed("A number outside of its range", "categorize 1 --category delivery --severity 6"),
        typed("Something that must be named is not", "show"),
        typed("Two options that exclude each other", "summary --month 2026-10 --last"),
        typed("An option without its value", "summary --last --out"),
        typed("A language that there is not", "--lang de list"),
        typed("A calendar that there is not", "--calendar lunar list"),
        typed("Digits that there are not", "--digits roman list"),
        typed("A pretended time that is none", "--now someday list"),
        typed("A folder that is not there", "-C nowhere list"),
        typed("A list of codes that there is not", "codes chanel"),
        typed("A manual page that there is not", "man nwe"),
        typed("A member who is not known", "note 1 'A note' --as reza"),
        typed("A commit that is not known", "--as-of v1 list"),
        typed("The past is only for looking", "--as-of 2026-10-28 note 1 'A note'"),
    ]
}

fn taking_in() -> Vec<Case> {
    vec![
        typed("Nothing is said", "new"),
        typed("The way of arrival is not said", "new --statement 'It broke' --anonymous"),
        typed("There is no way to reach the complainant", "new --channel phone --statement 'It broke'"),
        typed("A category that is not known", "new --channel phone --statement x --anonymous --category delivry"),
        typed("A question for a category that is not known", "list category:delivry"),
        typed("A category that cannot be a code", "new --channel phone --statement x --anonymous --category 'Not one'"),
        typed("A day that is none", "new --channel phone --statement x --anonymous --received 2026-02-30"),
        typed("A time that is no time", "new --channel phone --statement x --anonymous --at 'some day'"),
        typed("A day that could be two", "new --channel phone --statement x --anonymous --at 03/04/2026"),
        typed("A time that has not come", "new --channel phone --statement x --anonymous --at tomorrow"),
        typed(
            "It happened after it was received",
            "new --channel phone --statement x --anonymous --occurred 2027-01-01",
        ),
        typed("A file that is not there", "new --channel letter --anonymous -F letter.txt"),
        after(
            "A file that is no text",
            |register| register.write("letter.txt", b"It \xe1roke"),
            "new --channel letter --anonymous -F letter.txt",
        ),
        piped(
            "A line of a batch names what nobody knows",
            "new --from -",
            r#"{"statement": "It broke", "channel": "email", "mail": "a@example.org"}"#,
        ),
        piped("A line of a batch lacks something", "new --from -", r#"{"statement": "It broke", "channel": "email"}"#),
        piped("A line of a batch is cut off", "new --from -", r#"{"statement": "It broke""#),
        Case {
            when: "A record of another system comes twice",
            prepare: |register| {
                let line = r#"{"statement": "x", "channel": "email", "email": "a@example.org", "source": {"system": "desk", "id": "7"}}"#;
                let _recorded = register.run_with_input("new --from -", line);
            },
            typed: "new --from -",
            input: r#"{"statement": "x", "channel": "email", "email": "a@example.org", "source": {"system": "desk", "id": "7"}}"#,
        },
        typed("A batch without a line", "new --from -"),
        after(
            "A clone rehearses before it has a station",
            |register| drop(register.git(&["clone", "-q", ".", "copy"])),
            "-C copy new --channel phone --statement x --anonymous --dry-run",
        ),
    ]
}

fn finding() -> Vec<Case> {
    vec![
        typed("No such complaint", "show 2"),
        typed("A digit was misheard", "show 2026-01-0001-4"),
        typed("A digit was misheard, and the reader reads Persian", "--lang fa show ۲۰۲۶-۰۱-۰۰۰۱-۴"),
        typed("It is no number", "show one"),
        typed("A part of the number cannot be", "show 2026-00-0001"),
        after(
            "A short number means several",
            |register| {
                for name in ["2026-02-0007-X", "2026-03-0007-X"].map(with_check_digit) {
                    let record = register.read(FIRST_FILE).replace("2026-01-0001-2", &name);
                    register.write(&format!("complaints/2026/10/{name}.yaml"), record);
                }
            },
            "show 7",
        ),
    ]
}

fn writing() -> Vec<Case> {
    vec![
        after(
            "A letter goes out with other words than those that were approved",
            |register| drop(register.done("letter 1 progress --text 'We have asked the courier.' --submit")),
            "letter 1 progress --text 'All is well.' --record email",
        ),
        after(
            "Who wrote a letter approves it",
            |register| drop(register.done("letter 1 progress --text 'We have asked the courier.' --submit")),
            "letter 1 progress --approve",
        ),
        typed("A dossier is submitted", "letter 1 dossier --submit"),
        typed("A delay without a reason", "letter 1 delay --until 2026-11-08 --record phone"),
        typed(
            "A point rests on evidence that nobody attached",
            "point 1 p1 --finding upheld --why x --evidence waybill.jpg",
        ),
    ]
}

fn stepping() -> Vec<Case> {
    vec![
        typed("A step out of order", "advance 1 investigate"),
        typed("A step that must record more", "advance 1 resolve-now"),
        typed("The same to a reader of Persian", "--lang fa advance 1 resolve-now"),
        typed("An assessment without category and severity", "categorize 1"),
        typed("A grave matter, and safety is not assessed", "categorize 1 --category delivery --severity 4"),
        after(
            "Acknowledged twice",
            |register| {
                register.done("advance 1 acknowledge");
                register.done("categorize 1 --category delivery --severity 2");
            },
            "advance 1 acknowledge",
        ),
        after("A rejection without the next route", rejected, "advance 1 respond --method phone --text 'Explained it'"),
        after(
            "A rejection is closed before its time",
            |register| {
                rejected(register);
                register.done("advance 1 respond --method phone --text 'Explained it' --next-route internal-review");
            },
            "advance 1 close --exhausted",
        ),
        after("Closed without a reason", responded, "advance 1 close"),
        after("Too few attempts to reach them", responded, "advance 1 close --no-reply 1"),
        after(
            "Something promised is not done",
            |register| {
                responded(register);
                register.done("advance 1 accept --text 'She agrees' --remedy refund --amount '12.50 EUR'");
            },
            "advance 1 close --solved yes",
        ),
        after(
            "Decided by who has a conflict of interest",
            |register| {
                register.done("categorize 1 --category delivery --severity 2");
                register.done("conflict 1 sara --why 'The driver is her brother'");
            },
            "advance 1 decide --finding upheld --why 'The log says so'",
        ),
        typed(
            "Taken outside before the answer is due",
            "dispute 1 propose --body 'Mediation centre' --why 'No patience'",
        ),
        typed("A restriction of contact without a day to look again", "conduct 1 record --restriction written-only"),
        typed("Sent on without saying where", "advance 1 refer --why 'Not ours'"),
        typed("Joined with itself", "advance 1 merge --into 1"),
        after("Another try for somebody who did not ask for it", responded, "advance 1 explain"),
        after(
            "Looked at again by who answered",
            |register| {
                responded(register);
                register.done("review 1 request");
            },
            "review 1 decide --finding upheld --why 'It was late'",
        ),
        after("Money without a currency", responded, "advance 1 accept --text x --remedy refund --amount 120000"),
    ]
}

fn owing() -> Vec<Case> {
    vec![
        typed("A promise without a date", "promise 1"),
        typed("A promise that nobody made", "promise 1 m1 --kept"),
        typed("A remedy that nobody asked for is declined", "remedy 1 refund --declined"),
        after(
            "A point is not answered",
            |register| {
                register.done("categorize 1 --category delivery --severity 2");
                register.done("point 1 'The driver was rude'");
            },
            "advance 1 decide --finding upheld --why 'It was late'",
        ),
        after(
            "More than one may promise alone",
            |register| {
                let roles = "    roles:\n      - handler\n      - supervisor\n";
                register.replace(SETTINGS, roles, "    limits:\n      IRR: 100000\n");
                register.git(&["commit", "-qam", "Limit Sara"]);
            },
            "remedy 1 refund --offered 10001t",
        ),
        after("Outside before both sides agreed", responded, "dispute 1 start --how advisory --text 'The trade body'"),
        typed("Over outside before it began there", "dispute 1 close --text 'Told her'"),
    ]
}

fn dating() -> Vec<Case> {
    vec![
        typed("Before the last event", "advance 1 acknowledge --at yesterday"),
        typed("In the future", "advance 1 acknowledge --at '2027-01-01 10:00'"),
        typed("A promise in the past", "advance 1 acknowledge --until yesterday"),
        piped("A line of a batch of steps is refused", "advance --from -", r#"{"reference": "1", "step": "close"}"#),
        piped(
            "A line of a batch of steps means no complaint",
            "advance --from -",
            r#"{"reference": "2", "step": "close"}"#,
        ),
        piped("A line of a batch of steps does not say which", "advance --from -", r#"{"step": "close"}"#),
        typed("A note without words", "note 1"),
        typed("Feedback before the answer", "feedback 1 --handling 5"),
        typed("Feedback without anything", "feedback 1"),
        after(
            "An owner for a closed complaint",
            |register| drop(register.done("advance 1 withdraw --why x")),
            "assign 1 sara",
        ),
        typed("A receipt of a kind that there is not", "receipt 1 --format docx"),
        typed("A PDF from a program that was built without it", "receipt 1 --format pdf"),
    ]
}

fn papers() -> Vec<Case> {
    vec![
        typed("A final response about a complaint that nobody decided", "letter 1 final-response"),
        typed("A final response that is not ready", "letter 1 final-response --check"),
        after(
            "A layout that leaves out what the rule pack asks for",
            |register| {
                let built_in = register.run("templates show receipt.txt.jinja").stdout();
                register.write("templates/receipt.txt.jinja", built_in.replace("{{ words.privacy_how }}", "…"));
            },
            "receipt 1",
        ),
        after(
            "A layout that hides it in a comment",
            |register| {
                let built_in = register.run("templates show receipt.html.jinja").stdout();
                let hidden = built_in.replace("{{ words.privacy_how }}", "<!-- {{ words.privacy_how }} -->");
                register.write("templates/receipt.html.jinja", hidden);
            },
            "receipt 1 --format html",
        ),
        after(
            "The same letter recorded twice",
            |register| drop(register.done("letter 1 progress --record letter")),
            "letter 1 progress --record letter",
        ),
        after(
            "A paper that cannot be recorded after it was written",
            |register| {
                register.write(".git/hooks/commit-msg", "#!/bin/sh\necho not today >&2\nexit 1\n");
                register.make_executable(".git/hooks/commit-msg");
            },
            "letter 1 progress --record letter --out letter.txt",
        ),
        typed("A letter that tells what did not happen", "letter 1 withdrawal-confirmation --record letter"),
        typed("A mail from nobody", "letter 1 progress --format eml"),
        typed("A date where a letter has no place for it", "letter 1 closing-note --until tomorrow"),
        typed("A letter for colleagues that is to be sent", "letter 1 dossier --record email"),
        typed("A layout that there is not", "templates show leter.txt.jinja"),
    ]
}

fn timing() -> Vec<Case> {
    vec![
        typed("A hold that does not say why and until when", "hold 1"),
        after(
            "On hold already",
            |register| {
                register.done("hold 1 --why 'Asked for the invoice' --until 2026-11-01");
            },
            "hold 1 --why again --until 2026-11-02",
        ),
        typed("Resumed without a hold", "resume 1"),
        typed("More time than the rule pack allows", "extend 1 --until 2026-12-04 --why 'A part' --told phone"),
        typed("More time, and nobody was told", "extend 1 --until 2026-11-04 --why 'A part'"),
        typed("More time after the clock ran out", "--now 2026-11-03 extend 1 --until 2026-11-04 --why x --told phone"),
        typed(
            "More time for a clock that has none",
            "extend 1 --clock acknowledge --until 2026-11-04 --why x --told sms",
        ),
    ]
}

fn correcting() -> Vec<Case> {
    vec![
        typed("A correction without a reason", "edit 1 phone=09120000124"),
        typed("A correction without a value", "edit 1 phone --why x"),
        typed("A field that there is not", "edit 1 fone=1 --why x"),
        typed("A field that another command changes", "edit 1 severity=3 --why x"),
        typed("A field that says so already", "edit 1 phone=09120000123 --why x"),
        typed("A field that must say something", "edit 1 statement= --why x"),
        typed("A value that cannot be", "edit 1 channel=fone --why x"),
        typed("Nothing to correct, and no terminal for an editor", "edit 1"),
        typed("Nothing to take back", "undo 1"),
        typed("Evidence that is not there", "attach 1 photo.jpg"),
        after(
            "Evidence of that name is there already",
            |register| {
                register.write("photo.jpg", "one");
                register.done("attach 1 photo.jpg");
                register.write("photo.jpg", "two");
            },
            "attach 1 photo.jpg",
        ),
        after(
            "Evidence with a name that cannot be kept",
            |register| register.write("x.yaml", "a: b"),
            "attach 1 x.yaml",
        ),
        after(
            "Evidence that is too large",
            |register| register.write("film.mp4", vec![0; 26 << 20]),
            "attach 1 film.mp4",
        ),
    ]
}

fn looking() -> Vec<Case> {
    vec![
        typed("A question about a field that there is not", "list stat:open"),
        typed("A question without an answer that could be", "list state:opened"),
        typed("A question about the order of words", "list 'owner>sara'"),
        typed("A question that ends too early", "list 'owner:'"),
        typed("A question with an open quotation mark", "list 'text:\"late'"),
        typed("A question about a day with two readings", "list 'received>05/08/2026'"),
        typed("A view that there is not", "list --view mine"),
        typed("A month that is none", "summary --month 2026-13"),
        typed("A month by its name", "summary --month October"),
        typed("A period that ends before it begins", "summary --from 2026-10-31 --to 2026-10-01"),
        typed("A day that is none", "summary --from x --to 2026-10-01"),
        after(
            "A day is closed twice",
            |register| {
                register.done("calendar close 2026-10-30 --why 'The office moves'");
            },
            "calendar close 2026-10-30 --why again",
        ),
        typed("What is due when something is overdue", "--now 2026-11-20 due --exit-code --format csv"),
        typed("What is due when nothing is overdue", "due --exit-code --format csv"),
        after(
            "Something is wrong in the register",
            |register| register.replace(FIRST_FILE, "state: received", "state: closed"),
            "check",
        ),
    ]
}

fn settings() -> Vec<Case> {
    vec![
        after("In a folder that is no register", |register| register.remove(SETTINGS), "list"),
        after(
            "A setting that cannot be",
            |register| register.replace(SETTINGS, "language: en", "language: english"),
            "list",
        ),
        after(
            "A setting that nobody knows",
            |register| register.replace(SETTINGS, "language: en", "langage: en"),
            "list",
        ),
        after(
            "A time zone that there is not",
            |register| register.replace(SETTINGS, "Asia/Tehran", "Asia/Teheran"),
            "list",
        ),
        after(
            "A rule pack that there is not",
            |register| register.replace(SETTINGS, "pack: standard", "pack: strict"),
            "list",
        ),
        after("Working hours that are none", |register| register.replace(SETTINGS, "09:00-17:00", "9-17"), "list"),
        after(
            "Settings that are no YAML",
            |register| register.replace(SETTINGS, "language: en", "language: [en"),
            "list",
        ),
        after(
            "A setting of git that cannot be",
            |register| drop(register.git(&["config", "complaints.lang", "xx"])),
            "list",
        ),
        after(
            "A sample",
            |register| register.replace(SETTINGS, "four_eyes: false", "four_eyes: false\n\nsample: true"),
            "note 1 'A note'",
        ),
        typed("A register is made twice", "init --organization Alborz"),
        typed("A register without a name", "init branch"),
        typed(
            "A register in a time zone that there is not",
            "init branch --organization Alborz --time-zone Asia/Teheran",
        ),
        typed("A register by a rule pack that there is not", "init branch --organization Alborz --pack strict"),
        after("A demo in a folder that is there", |register| register.write("demo-register", ""), "demo"),
    ]
}

fn records() -> Vec<Case> {
    fn damaged(register: &mut TestRegister, old: &str, new: &str) {
        register.replace(FIRST_FILE, old, new);
    }
    vec![
        after("A word that there is not", |register| damaged(register, "channel: phone", "channel: fone"), "show 1"),
        after("A field twice", |register| damaged(register, "level: 1", "level: 1\n\nlevel: 1"), "show 1"),
        after("A newer format", |register| damaged(register, "format: 1", "format: 2"), "show 1"),
        after("A reference to another place", |register| damaged(register, "Maryam Rezaei", "*name"), "show 1"),
        after("A number that is none", |register| damaged(register, "level: 1", "level: one"), "show 1"),
        after("A field that must be there is not", |register| damaged(register, "received_at:", "received:"), "show 1"),
        after(
            "A conflict that was not resolved",
            |register| damaged(register, "level: 1", "<<<<<<< HEAD\nlevel: 1"),
            "show 1",
        ),
        after("A file that is empty", |register| register.write(FIRST_FILE, ""), "show 1"),
        after(
            "A file that is no UTF-8",
            |register| register.write(FIRST_FILE, b"format: 1\n\nowner: \xff\n"),
            "show 1",
        ),
        after(
            "A damaged record does not stop a listing",
            |register| damaged(register, "channel: phone", "channel: fone"),
            "list --format plain",
        ),
    ]
}

fn repository() -> Vec<Case> {
    vec![
        after(
            "Edited and not committed",
            |register| register.replace(FIRST_FILE, "Late", "Very late"),
            "note 1 'A note'",
        ),
        after(
            "Staged and not committed",
            |register| {
                register.replace(FIRST_FILE, "Late", "Very late");
                register.git(&["add", "-A"]);
            },
            "note 1 'A note'",
        ),
        after(
            "No branch is checked out",
            |register| drop(register.git(&["checkout", "-q", "--detach"])),
            "note 1 'A note'",
        ),
        after("A merge is not finished", merging, "note 1 'A note'"),
        after(
            "Git does not know who writes",
            |register| {
                for name in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
                    register.unset(name);
                }
            },
            "note 1 'A note'",
        ),
        after(
            "A date of the environment that is none",
            |register| register.set("GIT_AUTHOR_DATE", "yesterday"),
            "note 1 'A note'",
        ),
        after("Another index", |register| register.set("GIT_INDEX_FILE", "other"), "note 1 'A note'"),
        after(
            "An index that is split",
            |register| drop(register.git(&["update-index", "--split-index"])),
            "note 1 'A note'",
        ),
        after(
            "The register is ignored by git",
            |register| register.write(".gitignore", "complaints/2026/\n"),
            "new --channel phone --statement x --anonymous",
        ),
        after(
            "A filter would change the files",
            |register| register.write(".gitattributes", "complaints/** filter=lfs\n"),
            "note 1 'A note'",
        ),
        after(
            "A hook of the user refuses",
            |register| {
                register.write(".git/hooks/commit-msg", "#!/bin/sh\necho not today >&2\nexit 1\n");
                register.make_executable(".git/hooks/commit-msg");
            },
            "note 1 'A note'",
        ),
        after(
            "Something is wrong with the surroundings",
            |register| drop(register.git(&["checkout", "-q", "--detach"])),
            "doctor",
        ),
    ]
}

/// Returns a reference with the right check digit in place of `X`.
fn with_check_digit(reference: &str) -> String {
    let mut names = (0..10).map(|digit| reference.replace('X', &digit.to_string()));
    names.find(|name| name.parse::<Reference>().is_ok()).expect("one of ten digits is right")
}

fn rejected(register: &mut TestRegister) {
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'It came on the day that was told'");
}

fn responded(register: &mut TestRegister) {
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'It was late'");
    register.done("advance 1 respond --method email --text 'Offered the delivery back'");
}

fn merging(register: &mut TestRegister) {
    register.git(&["checkout", "-q", "-b", "other"]);
    register.replace(FIRST_FILE, "Late", "Very late");
    register.git(&["commit", "-qam", "One"]);
    register.git(&["switch", "-q", "-"]);
    register.replace(FIRST_FILE, "Late", "Somewhat late");
    register.git(&["commit", "-qam", "Two"]);
    let (_, is_clean) = register.run_git(&["merge", "other"]);
    assert!(!is_clean, "the branches clash");
}
