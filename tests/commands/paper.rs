//! Papers that leave the house: what a rule pack asks of them, the record that they were sent, and the look before they go.

use chrono::TimeDelta;
use expect_test::expect;

use crate::support::{FIRST_FILE, TestRegister};

/// A register with a complaint that is decided, and can be answered by e-mail.
fn decided() -> TestRegister {
    let mut register = TestRegister::english();
    register.done(
        "new --channel phone --name 'Maryam Rezaei' --email maryam@mail.example --phone 09120000123 --subject 'Late delivery' --statement 'Four days late'",
    );
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding not-upheld --why 'The log shows Saturday'");
    register
}

#[test]
fn a_layout_cannot_leave_out_what_the_rule_pack_asks_for() {
    let mut register = decided();
    let built_in = register.run("templates show letter.txt.jinja").stdout();
    register.write("templates/letter.txt.jinja", built_in.replace("{{ row.value | isolate }}", "…"));
    register.run("letter 1 final-response").check(&expect![[r#"
        ------- stderr -------
        error: template `letter.txt.jinja` leaves out `sections[].rows[].value`: the clause `reasons`, which the pack `standard` asks of `final-response`
        hint: see how the built-in one prints it: complaints templates show letter.txt.jinja --built-in
        [exit code: 4]
    "#]]);
    register.run("templates test").check(&expect![[r#"
        ------- stderr -------
        this program was built without PDF: papers were not tried as PDF
        error: template `letter.txt.jinja` leaves out `sections[].rows[].value`: the clause `reasons`, which the pack `standard` asks of `final-response`
        [exit code: 3]
    "#]]);
    register.run("letter 1 progress").done();
    assert_eq!(register.run("templates show letter.txt.jinja --built-in").stdout(), built_in);
    register.write("templates/receipt.sms.jinja", "We have it.\n");
    register.run("receipt 1 --format sms").check(&expect![[r#"
        ------- stderr -------
        error: template `receipt.sms.jinja` leaves out `reference`: the clause `reference`, which the pack `standard` asks of `receipt`
        hint: see how the built-in one prints it: complaints templates show receipt.sms.jinja --built-in
        [exit code: 4]
    "#]]);
    register.run("receipt 1 --format sms --record sms").check(&expect![[r#"
        ------- stderr -------
        error: template `receipt.sms.jinja` leaves out `reference`: the clause `reference`, which the pack `standard` asks of `receipt`
        hint: see how the built-in one prints it: complaints templates show receipt.sms.jinja --built-in
        [exit code: 4]
    "#]]);
    assert!(!register.read(FIRST_FILE).contains("acknowledged"), "what cannot be printed is not recorded");
}

#[test]
fn a_paper_recorded_later_is_the_one_that_went_out_then() {
    let mut register = TestRegister::with_a_complaint();
    register.wait(TimeDelta::days(20));
    for (paper, at) in [("receipt 1", "2026-10-28 11:00"), ("letter 1 progress", "2026-10-30 11:00")] {
        let recorded = register.run(&format!("{paper} --record letter --at '{at}'")).stdout();
        let then = register.run(&format!("--now '{at}' {paper}")).stdout();
        assert_eq!(recorded, then);
        assert!(recorded.contains("We promise you a response by") && !recorded.contains("late"), "{recorded}");
        assert_eq!(register.run(&format!("{paper} --at '{at}'")).stdout(), then, "printed as it is recorded");
    }
    let record = register.read(FIRST_FILE);
    assert_eq!(record.matches("dates:\n      - \"2026-11-02T10:06:00+03:30\"").count(), 2, "{record}");
}

#[test]
fn a_date_in_a_letter_recorded_later_lay_ahead_then() {
    let mut register = TestRegister::with_a_complaint();
    register.wait(TimeDelta::days(20));
    register.done("letter 1 progress --until 2026-11-05 --record letter --at '2026-10-30 11:00'");
    assert!(register.read(FIRST_FILE).contains("due: \"2026-11-05"));
    register.run("letter 1 progress --until 2026-11-05 --record letter").check(&expect![[r#"
        ------- stderr -------
        error: --until: `2026-11-05` is past
        hint: add --until tomorrow
        [exit code: 2]
    "#]]);
}

#[test]
fn a_paper_lies_in_its_file_before_it_is_recorded_as_sent() {
    let mut register = decided();
    let before = register.git(&["rev-parse", "HEAD"]);
    register.run("letter 1 final-response --record letter --out complaints").check(&expect![[r#"
        ------- stderr -------
        error: cannot read `/register/complaints`
        caused by: Is a directory (os error 21)
        [exit code: 1]
    "#]]);
    register.run("letter 1 final-response --record letter --out answer.txt --dry-run --quiet").done();
    assert!(!register.has("answer.txt"), "a rehearsal writes nothing");
    register.write(".git/hooks/commit-msg", "#!/bin/sh\nexit 1\n");
    register.make_executable(".git/hooks/commit-msg");
    register.run("letter 1 final-response --record letter --out answer.txt").check(&expect![[r#"
        ------- stderr -------
        error: the hook `commit-msg` refused
        the paper lies in `answer.txt`; that it was sent is not recorded
        hint: git hook run commit-msg
        [exit code: 1]
    "#]]);
    register.run("--lang fa receipt 1 --record letter --out answer.txt").check(&expect![[r#"
        ------- stderr -------
        error: the hook `commit-msg` refused
        برگه در `answer.txt` نوشته شد، اما فرستادن آن ثبت نشد
        hint: git hook run commit-msg
        [exit code: 1]
    "#]]);
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
    register.remove(".git/hooks/commit-msg");
    register.run("letter 1 final-response --record letter --out answer.txt").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Responded
        answer.txt
    "#]]);
    let (record, text) = (register.read(FIRST_FILE), register.read("answer.txt"));
    assert!(record.contains("paper: final-response") && text.starts_with("Our response to your complaint\n"));
}

#[test]
fn the_built_in_layouts_say_what_every_rule_pack_asks_for() {
    for pack in [
        "standard",
        "hours-24-72",
        "iso-10002",
        "fca-disp",
        "asic-rg271",
        "uk-housing-2024",
        "enamad-96h",
        "isiri-20d",
        "minimal",
    ] {
        let mut register = TestRegister::nothing();
        register.done(&format!("init --organization Alborz --pack {pack}"));
        register.done("templates test");
    }
}

#[test]
fn a_clause_with_nothing_to_say_is_named() {
    let mut register = TestRegister::with_a_complaint();
    register.run("letter 1 final-response").check(&expect![[r#"
        ------- stderr -------
        error: there is nothing to say for the clause `finding`, which the pack `standard` asks of `final-response`
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn a_remedy_that_the_rule_pack_wants_named_is_offered_first() {
    let mut register = TestRegister::nothing();
    register.done("init --organization Alborz --time-zone Asia/Tehran --pack fca-disp");
    register.done("new --channel letter --anonymous --statement 'It came late'");
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'The log shows it'");
    register.run("letter 1 final-response").check(&expect![[r#"
        ------- stderr -------
        error: there is nothing to say for the clause `remedy`, which the pack `fca-disp` asks of `final-response`
        hint: complaints remedy 2026-01-0001-2 apology --offered
        [exit code: 4]
    "#]]);
    register.done("remedy 1 apology --offered");
    register.done("letter 1 final-response");
}

#[test]
fn a_final_response_that_is_sent_is_the_answer() {
    let mut register = decided();
    register.run("letter 1 final-response --record email --next-route enamad --format eml").check(&expect![[r#"
        ------- stderr -------
        error: the settings have no e-mail address from which letters are sent
        hint: add `contact:` with `email:` to complaints/register.yaml
        [exit code: 4]
    "#]]);
    assert!(register.read(FIRST_FILE).starts_with("format: 1\n\nreference: 2026-01-0001-2\n\nstate: decided\n"));
    register.write(
        "complaints/register.yaml",
        register.read("complaints/register.yaml") + "\ncontact:\n  email: help@alborz.example\n",
    );
    register.git(&["commit", "--quiet", "--all", "--message", "settings"]);
    register.run("letter 1 final-response --record email --next-route enamad --format eml --out answer.eml").check(
        &expect![[r#"
            ------- stderr -------
            2026-01-0001-2: Responded
            answer.eml
        "#]],
    );
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Responded
        Received      2026-10-28 10:06
        Channel       Phone
        Complainant   Maryam Rezaei
        Phone         09120000123
        E-mail        maryam@mail.example
        Pseudonym     p-weg3hdzk
        Category      Delivery
        Severity      2 of 5
        Complexity    1 of 3
        Impact        One person
        Jurisdiction  Ours
        Priority      Normal
        Owner         sara
        Acknowledged  Wednesday 2026-10-28, 10:11
        Response due  Monday 2026-11-02, 10:06 (by the rule pack)
        Responded     Wednesday 2026-10-28, 10:11
        Subject       Late delivery
        Statement
          Four days late
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Categorized and assessed · sara
          2026-10-28 10:08  Decided · sara · Not upheld
              The log shows Saturday
          2026-10-28 10:11  Responded · sara · final response · E-mail · to: maryam@mail.example · SHA-256: 15688db0dfc2 · next route: e-Namad
              Our response to your complaint
    "#]]);
    register.run("show 1 --say").check(&expect![[r#"
        We responded to your complaint on Wednesday 2026-10-28, 10:11. If you do not agree with it, this way is open to you: e-Namad.
    "#]]);
    register.run("history 1").check(&expect![[r#"
        Happened         │ Recorded         │ By   │ What                       │ State               │ Commit   │ Author
        ─────────────────┼──────────────────┼──────┼────────────────────────────┼─────────────────────┼──────────┼────────
        2026-10-28 10:06 │ 2026-10-28 10:06 │ sara │ Received                   │ Received            │ 1044d763 │ Sara
        2026-10-28 10:07 │ 2026-10-28 10:07 │ sara │ Categorized and assessed   │ Received → Assessed │ 3054bd49 │ Sara
        2026-10-28 10:08 │ 2026-10-28 10:08 │ sara │ Decided                    │ Assessed → Decided  │ cd6ea282 │ Sara
        2026-10-28 10:11 │ 2026-10-28 10:11 │ sara │ Responded (final response) │ Decided → Responded │ 8ead01b7 │ Sara
    "#]]);
    register.run("letter 1 final-response --record email").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: this final response was recorded on 2026-10-28 10:11 with the same text, and is not recorded twice
        hint: complaints talk 2026-01-0001-2 "…"
        [exit code: 4]
    "#]]);
    register.run("letter 1 final-response").check(&expect![[r#"
        Our response to your complaint
        Alborz

            Complaint number: 2026-01-0001-2

        Dear Maryam Rezaei,

        We have looked into your complaint. Here is what we found, why, and what
        we do about it.

        What you told us
          Received: Wednesday 2026-10-28, 10:06
          In short: Late delivery

        What we found, and why
          Stage of the process: first answer
          Our decision: Not upheld
          Reasons: The log shows Saturday

        What we do to put it right
          We found nothing that we have to put right; the reasons stand above.

        What is left to do
          Nothing is left for us to do.

        If our response does not satisfy you
          If you do not agree with us, you may take the matter to a body outside
          our organization. It costs you none of your rights.
          Where you can go next: e-Namad
          Until: Friday 2026-11-27

        How to reach us
          Call or write to us whenever something is unclear.
          E-mail: help@alborz.example

        Issued: 2026-10-28
    "#]]);
    register.run("letter 1 final-response --record letter").check(&expect![[r#"
        Our response to your complaint
        Alborz

            Complaint number: 2026-01-0001-2

        Dear Maryam Rezaei,

        We have looked into your complaint. Here is what we found, why, and what
        we do about it.

        What you told us
          Received: Wednesday 2026-10-28, 10:06
          In short: Late delivery

        What we found, and why
          Stage of the process: first answer
          Our decision: Not upheld
          Reasons: The log shows Saturday

        What we do to put it right
          We found nothing that we have to put right; the reasons stand above.

        What is left to do
          Nothing is left for us to do.

        If our response does not satisfy you
          If you do not agree with us, you may take the matter to a body outside
          our organization. It costs you none of your rights.
          Where you can go next: e-Namad
          Until: Friday 2026-11-27

        How to reach us
          Call or write to us whenever something is unclear.
          E-mail: help@alborz.example

        Issued: 2026-10-28
        ------- stderr -------
        2026-01-0001-2: Talked with the complainant
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
    let record = register.read(FIRST_FILE);
    let (_, sent) = record.split_once("    kind: responded\n").expect("the answer");
    let (_, mail) = sent.split_once("recipient: ").expect("the recipient");
    assert!(mail.starts_with("maryam@mail.example\n"), "{mail}");
}

#[test]
fn the_same_text_is_the_same_fingerprint_whatever_it_looks_like() {
    let print_of = |format: &str| {
        let mut register = decided();
        register.done(&format!("letter 1 progress --record letter --format {format} --print large"));
        let record = register.read(FIRST_FILE);
        let (_, print) = record.split_once("sha256: ").expect("a fingerprint");
        print.lines().next().expect("a line").to_owned()
    };
    let text = print_of("txt");
    assert_eq!(print_of("html"), text);
    assert_eq!(print_of("md"), text);
    assert_ne!(print_of("sms"), text, "a message says something else");
}

#[test]
fn a_delay_asks_what_an_extension_asks() {
    let mut register = TestRegister::with_a_complaint();
    register.run("letter 1 delay --until 2026-11-08 --record phone").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: more time is asked for with a reason
        hint: add --text "…"
        [exit code: 4]
    "#]]);
    register.run("letter 1 delay --until 2026-12-24 --text 'Later.' --record phone").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: the clock `answer` can be extended until 2026-11-09 10:06 at most
        hint: complaints due 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("letter 1 delay --until 2026-11-08 --text 'The courier is asked.' --record phone");
    register.wait(TimeDelta::days(20));
    let late = register.run("letter 1 delay --until 2026-12-24 --text 'Much later.' --record phone");
    late.check(&expect![[r#"
        Our response is delayed
        Alborz

            Complaint number: 2026-01-0001-2

        Dear Maryam Rezaei,

        We need more time for your complaint than we thought. We are sorry to
        keep you waiting. Below you see how it stands now.

        Much later.

        What you told us
          Received: Wednesday 2026-10-28, 10:06
          In short: Late delivery

        What happens next
          We promise you a response by Thursday 2026-12-24, 23:59.
          Where it stands: Received
          Next: We read it, judge how serious it is and name who handles it.

        If our response does not satisfy you
          Ask us for a review: somebody who did not handle your complaint looks
          at it again. If that does not settle it, you may take it to an
          independent body outside; we tell you which.

        How to reach us
          To add or ask something, reply to this message.

        Issued: 2026-11-17
        ------- stderr -------
        2026-01-0001-2: Talked with the complainant
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
}

#[test]
fn a_delay_is_told_with_its_date_and_kept_in_mind() {
    let mut register = TestRegister::with_a_complaint();
    register.done("receipt 1 --record phone");
    register.run("letter 1 delay --until 2026-11-09 --text 'The courier has not answered yet.' --record phone").check(
        &expect![[r#"
            Our response is delayed
            Alborz

                Complaint number: 2026-01-0001-2

            Dear Maryam Rezaei,

            We need more time for your complaint than we thought. We are sorry to
            keep you waiting. Below you see how it stands now.

            The courier has not answered yet.

            What you told us
              Received: Wednesday 2026-10-28, 10:06
              In short: Late delivery

            What happens next
              We promise you a response by Monday 2026-11-09, 23:59.
              Where it stands: Acknowledged
              Next: We read it, judge how serious it is and name who handles it.

            If our response does not satisfy you
              Ask us for a review: somebody who did not handle your complaint looks
              at it again. If that does not settle it, you may take it to an
              independent body outside; we tell you which.

            How to reach us
              To add or ask something, reply to this message.

            Issued: 2026-10-28
            ------- stderr -------
            2026-01-0001-2: Clock extended
        "#]],
    );
    register.run("due 1").check(&expect![[r#"
        2026-01-0001-2  Acknowledged
        by the rule pack: Good practice: 1 working day, 3 working days. Good practice; nobody outside asks for these figures.

        acknowledgement: 1 working day
          The complainant hears that the complaint arrived.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
          = Thursday 2026-10-29, 10:06
          stopped in time: Wednesday 2026-10-28, 10:07

        answer: 3 working days, stands still on hold, extendable by 5 working days at most
          The complainant hears the outcome.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
            2026-10-30 Friday  day 2
            2026-10-31 Saturday  nobody works
            2026-11-01 Sunday  nobody works
            2026-11-02 Monday  day 3
          = Monday 2026-11-02, 10:06
          extended at 2026-10-28 10:08
          = Monday 2026-11-09, 23:59
          told to the complainant: Monday 2026-11-09, 23:59
          due Monday 2026-11-09, 23:59

        told: Response, Monday 2026-11-09, 23:59 (told at 2026-10-28 10:08)
    "#]]);
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Acknowledged
        Received      2026-10-28 10:06
        Channel       Phone
        Complainant   Maryam Rezaei
        Phone         09120000123
        Pseudonym     p-weg3hdzk
        Priority      Normal
        Acknowledged  Wednesday 2026-10-28, 10:07
        Response due  Monday 2026-11-09, 23:59 (told to the complainant)
        Promise       m1 · Response · 2026-11-02 10:06 · Replaced
        Promise       m2 · Response · 2026-11-09 23:59 · Open
        Subject       Late delivery
        Statement
          It should have come on Saturday, it came on Wednesday.
        Story
          2026-10-28 10:06  Received · sara
          2026-10-28 10:07  Acknowledged · sara · receipt · Phone · to: 09120000123 · dates told: 2026-11-02 10:06 · SHA-256: 4b7652ed36db
          2026-10-28 10:08  Clock extended · sara · delay notice · Phone · to: 09120000123 · dates told: 2026-11-09 23:59 · SHA-256: a8d710eb766e · answer · until: 2026-11-09 23:59
              The courier has not answered yet.
    "#]]);
    register.run("show 1 --say").check(&expect![[r#"
        We confirmed to you on Wednesday 2026-10-28, 10:07 that your complaint arrived, and it will be assessed next. You will have our response by Monday 2026-11-09, 23:59.
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        1 complaint, 25 checks: nothing wrong
    "#]]);
    register.run("undo 1").check(&expect![[r#"
        ------- stderr -------
        taken back: Clock extended
        2026-01-0001-2
        Acknowledged
        answer by Monday 2026-11-02, 10:06 (told)
    "#]]);
    register.run("due 1").check(&expect![[r#"
        2026-01-0001-2  Acknowledged
        by the rule pack: Good practice: 1 working day, 3 working days. Good practice; nobody outside asks for these figures.

        acknowledgement: 1 working day
          The complainant hears that the complaint arrived.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
          = Thursday 2026-10-29, 10:06
          stopped in time: Wednesday 2026-10-28, 10:07

        answer: 3 working days, stands still on hold, extendable by 5 working days at most
          The complainant hears the outcome.
          from Wednesday 2026-10-28, 10:06
            2026-10-28 Wednesday  begins; this day does not count
            2026-10-29 Thursday  day 1
            2026-10-30 Friday  day 2
            2026-10-31 Saturday  nobody works
            2026-11-01 Sunday  nobody works
            2026-11-02 Monday  day 3
          = Monday 2026-11-02, 10:06
          told to the complainant: Monday 2026-11-02, 10:06
          due Monday 2026-11-02, 10:06

        told: Response, Monday 2026-11-02, 10:06 (told at 2026-10-28 10:07)
    "#]]);
    register.run("letter 1 delay --until yesterday").check(&expect![[r#"
        ------- stderr -------
        error: --until: `yesterday` is past
        hint: add --until tomorrow
        [exit code: 2]
    "#]]);
    register.run("letter 1 final-response --until tomorrow").check(&expect![[r#"
        ------- stderr -------
        error: `final-response` has no place for --until
        hint: complaints letter 1 delay --until …
        [exit code: 2]
    "#]]);
    register.run("letter 1 delay --next-route court").check(&expect![[r#"
        ------- stderr -------
        error: `delay` has no place for --next-route
        hint: complaints letter 1 final-response --next-route …
        [exit code: 2]
    "#]]);
}

#[test]
fn a_paper_that_nobody_can_prove_is_found() {
    let mut register = TestRegister::with_a_complaint();
    register.done("letter 1 progress --record phone");
    let record = register.read(FIRST_FILE);
    let (before, print) = record.split_once("    sha256: ").expect("a fingerprint");
    let (_, after) = print.split_once('\n').expect("a line");
    register.write(
        FIRST_FILE,
        format!("{before}{after}")
            .replace("2026-11-02T10:06:00+03:30\"\n    text", "2026-11-05T10:06:00+03:30\"\n    text"),
    );
    register.git(&["commit", "--quiet", "--all", "--message", "by hand"]);
    register.run("check").check(&expect![[r#"
        complaints/2026/10/2026-01-0001-2.yaml:43:3: papers-proven: `progress` was sent, and way or SHA-256 of its text are missing
            A paper that was sent must be provable, and what it told must be kept
            git log -p -- complaints/2026/10/2026-01-0001-2.yaml
        complaints/2026/10/2026-01-0001-2.yaml:43:3: papers-proven: 2026-11-05T10:06:00+03:30 was told in it, and no promise has this date
            A paper that was sent must be provable, and what it told must be kept
            complaints promise 2026-01-0001-2 --until 2026-11-05T10:06:00+03:30
        ------- stderr -------
        1 complaint, 25 checks: 2 findings
        [exit code: 3]
    "#]]);
}

#[test]
fn a_final_response_is_looked_at_before_it_goes_out() {
    let mut register = decided();
    register.done("letter 1 final-response --check");
    let mut upheld = TestRegister::with_a_complaint();
    upheld.done("categorize 1 --category delivery --severity 2");
    upheld.run("letter 1 final-response --check").check(&expect![[r#"
        ------- stderr -------
        error: the response to 2026-01-0001-2 cannot go out yet; it lacks:
          a finding for every point
          the reasons
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    upheld.done("point 1 'Four days late'");
    upheld.done("point 1 'Nobody answered'");
    upheld.done("point 1 p1 --finding upheld --why 'The log shows Wednesday'");
    upheld.run("letter 1 final-response --check").check(&expect![[r#"
        ------- stderr -------
        error: the response to 2026-01-0001-2 cannot go out yet; it lacks:
          a finding for every point (p2)
          the reasons (p2)
          what is done to put it right
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    upheld.done("point 1 p2 --finding not-upheld --why 'They did'");
    upheld.run("letter 1 final-response --check").check(&expect![[r#"
        ------- stderr -------
        error: the response to 2026-01-0001-2 cannot go out yet; it lacks:
          what is done to put it right
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    upheld.done("advance 1 decide --why 'See the points'");
    upheld.done("remedy 1 refund --agreed 120000t");
    upheld.run("--lang fa letter 1 final-response --check").check(&expect![[r#"
        ------- stderr -------
        error: پاسخ به 2026-01-0001-2 هنوز نمی‌تواند فرستاده شود؛ این‌ها را کم دارد:
          زمان انجام آنچه توافق شده است
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    upheld.done("promise 1 --until 2026-11-09 --what remedy");
    upheld.run("letter 1 final-response --check").check(&expect![[""]]);
}

#[test]
fn what_a_writer_may_regret_is_asked_about() {
    let mut register = decided();
    register.done("new --channel phone --name 'Parviz Karimi' --phone 09127654321 --statement 'Wrong size'");
    let apology = "letter 2 progress --text 'We are truly sorry for the wrong size.'";
    register.done(&format!("{apology} --record phone"));
    register.run(&format!("{} --check --format eml", apology.replace("letter 2", "letter 1"))).check(&expect![[r#"
        ------- stderr -------
        warning: an apology is better said than written: call first
        warning: an apology alone puts nothing right: say what you do about it
        warning: 2026-01-0002-0 has the same apology: say it in other words
    "#]]);
    register.run("letter 1 progress --check --text 'Mr Parviz Karimi packed it.'").check(&expect![[r#"
        ------- stderr -------
        warning: the letter holds the name, number or address of the complainant of 2026-01-0002-0
    "#]]);
    register.run("letter 1 progress --check --text 'Call +98 912 765 4321.'").check(&expect![[r#"
        ------- stderr -------
        warning: the letter may hold a telephone number or e-mail address of somebody else
        warning: the letter holds the name, number or address of the complainant of 2026-01-0002-0
    "#]]);
    register.run("letter 1 progress --check --text 'Call +98 912 765 4322.'").check(&expect![[r#"
        ------- stderr -------
        warning: the letter may hold a telephone number or e-mail address of somebody else
    "#]]);
    register.run_with_input("letter 1 progress --check -F -", "We are sorry\n").check(&expect![[r#"
        ------- stderr -------
        warning: an apology is better said than written: call first
        warning: an apology alone puts nothing right: say what you do about it
    "#]]);
    register.run("letter 1 progress --check --text 'We are sorry.' --record in-person").check(&expect![[r#"
        ------- stderr -------
        warning: an apology alone puts nothing right: say what you do about it
    "#]]);
    register.done("letter 1 progress --check --text 'Your number is 0912 000 0123.'");
    assert!(!register.read(FIRST_FILE).contains("talked"), "a look records nothing");
}

#[test]
fn a_page_looks_as_its_reader_needs_it() {
    let mut register = TestRegister::english();
    register.done("new --channel phone --anonymous --needs cognitive --statement Late");
    let class = |page: &str| page.split("class=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    assert_eq!(class(&register.run("receipt 1 --format html").stdout()).as_deref(), Some("plain"));
    assert_eq!(class(&register.run("receipt 1 --format html --print large").stdout()).as_deref(), Some("large"));
    assert_eq!(
        class(&register.run("letter 1 progress --format html --print usual").stdout()).as_deref(),
        Some("usual")
    );
    assert_eq!(
        class(&register.run("form how-to-complain --format html --print large").stdout()).as_deref(),
        Some("large")
    );
    register.run_with_input("letter 1 progress -F -", "The courier\nanswers tomorrow.\n\nWe call you then.\n").check(
        &expect![[r#"
            How your complaint stands
            Alborz

                Complaint number: 2026-01-0001-2

            We are still working on your complaint and want you to know where it
            stands.

            The courier answers tomorrow.

            We call you then.

            What you told us
              Received: Wednesday 2026-10-28, 10:06
              In short: Late

            What happens next
              You will have our response by Monday 2026-11-02, 10:06.
              Where it stands: Received
              Next: We read it, judge how serious it is and name who handles it.

            If our response does not satisfy you
              Ask us for a review: somebody who did not handle your complaint looks
              at it again. If that does not settle it, you may take it to an
              independent body outside; we tell you which.

            How to reach us
              To add or ask something, reply to this message.

            Issued: 2026-10-28
        "#]],
    );
}
