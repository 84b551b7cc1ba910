//! `complaints new`: a complaint is recorded and gets its number.

use expect_test::expect;

use crate::support::{FIRST_FILE, LATE_DELIVERY, LATE_DELIVERY_IN_PERSIAN, TestRegister};

#[test]
fn the_number_stands_alone_on_standard_output_and_what_to_tell_the_caller_beside_it() {
    let mut register = TestRegister::english();
    register.run(LATE_DELIVERY).check(&expect![[r#"
        2026-01-0001-2
        ------- stderr -------
        Recorded. Read this number out:
            2026-01-0001-2
        Our answer: by Monday 2026-11-02, 10:06
        Said both? Then type:
          complaints advance 1 acknowledge
    "#]]);
    expect![[r#"
        format: 1

        reference: 2026-01-0001-2

        state: received

        received_at: "2026-10-28T10:06:00+03:30"

        level: 1

        channel: phone

        language: en

        person: p-weg3hdzk

        pack: standard

        priority: normal

        personal:
          complainant:
            name: Maryam Rezaei
            phones:
              - "09120000123"
          subject: Late delivery
          statement: It should have come on Saturday, it came on Wednesday.

        events:
          - id: e-fahmxfq8gtga
            at: "2026-10-28T10:06:00+03:30"
            by: sara
            kind: received
            to: received
    "#]]
    .assert_eq(&register.read(FIRST_FILE));
    expect![[r#"
        Sara 2026-10-28 10:06:00 +0330
        complaint 2026-01-0001-2: received

        Complaint: 2026-01-0001-2
        Complaint-Event: e-fahmxfq8gtga
        Complaint-From: none
        Complaint-To: received
        Complaint-At: 2026-10-28T10:06:00+03:30
        Complaint-Tool: complaints 0.1.0

    "#]]
    .assert_eq(&register.git(&["log", "-1", "--format=%an %ad%n%B", "--date=iso"]));
}

#[test]
fn a_persian_register_speaks_persian_and_prints_a_number_for_programs() {
    let mut register = TestRegister::persian();
    register.run(LATE_DELIVERY_IN_PERSIAN).check(&expect![[r#"
        1405-01-0001-7
        ------- stderr -------
        ثبت شد. این شماره را بخوانید:
            ۱۴۰۵-۰۱-۰۰۰۱-۷
        پاسخ ما: تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶
        هر دو را گفتید؟ بنویسید:
          complaints advance 1 acknowledge
    "#]]);
}

#[test]
fn a_quiet_command_prints_the_number_only() {
    let mut register = TestRegister::english();
    register.run(&format!("-q {LATE_DELIVERY}")).check(&expect![[r#"
        2026-01-0001-2
    "#]]);
}

#[test]
fn what_happened_and_how_it_came_must_be_said() {
    let mut register = TestRegister::english();
    register.run("new").check(&expect![[r#"
        ------- stderr -------
        error: the statement is missing: what happened
        hint: complaints new --channel phone --name "…" --phone … --statement "…"
        [exit code: 2]
    "#]]);
    register.run("new --channel phone").check(&expect![[r#"
        ------- stderr -------
        error: the statement is missing: what happened
        hint: complaints new --channel phone --name "…" --phone … --statement "…"
        [exit code: 2]
    "#]]);
    register.run("new --channel phone --statement '   '").check(&expect![[r#"
        ------- stderr -------
        error: the statement is missing: what happened
        hint: complaints new --channel phone --name "…" --phone … --statement "…"
        [exit code: 2]
    "#]]);
    register.run("new --statement 'It broke'").check(&expect![[r#"
        ------- stderr -------
        error: the channel is missing: by which way it arrived
        hint: add --channel phone, or another of: complaints codes channel
        [exit code: 2]
    "#]]);
    register.run("list").check(&expect![[r#"
        Reference │ State │ Received │ Category │ Subject │ Owner │ Due
        ──────────┼───────┼──────────┼──────────┼─────────┼───────┼─────
        ------- stderr -------
        no complaints
    "#]]);
}

#[test]
fn somebody_must_be_reachable_or_wish_not_to_be() {
    let mut register = TestRegister::english();
    register.run("new --channel phone --statement 'It broke'").check(&expect![[r#"
        ------- stderr -------
        error: `new` must say more
          how to reach the complainant, or that there is no way
            --phone … | --email … | --anonymous
        hint: complaints new --help
        [exit code: 4]
    "#]]);
    register.run("new --channel phone --statement 'It broke' --name Omid").check(&expect![[r#"
        ------- stderr -------
        error: `new` must say more
          how to reach the complainant, or that there is no way
            --phone … | --email … | --anonymous
        hint: complaints new --help
        [exit code: 4]
    "#]]);
    register.run("new --channel phone --statement 'It broke' --anonymous").check(&expect![[r#"
        2026-01-0001-2
        ------- stderr -------
        Recorded. Read this number out:
            2026-01-0001-2
        Our answer: by Monday 2026-11-02, 10:08
        Said both? Then type:
          complaints advance 1 acknowledge
    "#]]);
    register.run("new --channel phone --statement 'It broke' --anonymous --name Omid").check(&expect![[r#"
        ------- stderr -------
        error: the argument '--anonymous' cannot be used with '--name <NAME>'

        Usage: complaints new --channel <CHANNEL> --statement <TEXT> --anonymous

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_persian_register_says_what_is_missing_in_persian() {
    let mut register = TestRegister::persian();
    register.run("new --channel phone --statement شکست").check(&expect![[r#"
        ------- stderr -------
        error: ثبت شکایت چیزی کم دارد
          راه تماس با شاکی، یا این‌که راهی نیست
            --phone … | --email … | --anonymous
        hint: complaints new --help
        [exit code: 4]
    "#]]);
}

#[test]
fn a_word_that_is_not_known_is_named_with_the_nearest() {
    let mut register = TestRegister::english();
    register.run("new --channel fone --statement 'It broke' --anonymous").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'fone' for '--channel <CHANNEL>'
          [possible values: phone, email, web-form, chat, sms, messenger, social, letter, fax, in-person, call-centre, third-party, regulator, legal, review-site, staff, other]

          tip: a similar value exists: 'phone'

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("new --channel phone --statement 'It broke' --anonymous --category delivry").check(&expect![[r#"
        ------- stderr -------
        error: `delivry` is no category of this register
        hint: did you mean `delivery`?
        hint: complaints codes category
        hint: write new ones under `categories:` in complaints/register.yaml
        [exit code: 2]
    "#]]);
    register.run("new --channel phone --statement 'It broke' --anonymous --category 'Not a code'").check(&expect![[
        r#"
        ------- stderr -------
        error: `Not a code` is no category of this register
        hint: complaints codes category
        hint: write new ones under `categories:` in complaints/register.yaml
        [exit code: 2]
    "#
    ]]);
    register.run("new --channel phone --statement 'It broke' --anonymous --severity 6").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '6' for '--severity <1..5>': 6 is not in 1..=5

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("new --chanel phone --statement 'It broke' --anonymous").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '--chanel' found

          tip: a similar argument exists: '--channel'

        Usage: complaints new --channel <CHANNEL>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn the_time_of_arrival_may_lie_in_the_past_and_not_in_the_future() {
    let mut register = TestRegister::english();
    register.run("new --channel phone --statement 'It broke' --anonymous --at 'yesterday 16:30'").check(&expect![[
        r#"
        2026-01-0001-2
        ------- stderr -------
        Recorded. Read this number out:
            2026-01-0001-2
        Our answer: by Friday 2026-10-30, 16:30
        Said both? Then type:
          complaints advance 1 acknowledge
    "#
    ]]);
    register.run("new --channel phone --statement 'It broke' --anonymous --at 'tomorrow 16:30'").check(&expect![[r#"
        ------- stderr -------
        error: 2026-10-29 16:30 is in the future: it is 2026-10-28 10:07
        hint: name the time at which it arrived, such as `yesterday 16:30`
        [exit code: 4]
    "#]]);
    register.run("new --channel phone --statement 'It broke' --anonymous --at 'some day'").check(&expect![[r#"
        ------- stderr -------
        error: --at: `some day` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
    register.run("new --channel phone --statement 'It broke' --anonymous --received '2026-02-30'").check(&expect![[
        r#"
        ------- stderr -------
        error: --received: `2026-02-30` is no day: its month has 28 days
        hint: check the month and the day
        [exit code: 2]
    "#
    ]]);
    register.run("new --channel phone --statement 'It broke' --anonymous --occurred '2027-01-01'").check(&expect![[
        r#"
        ------- stderr -------
        error: --occurred: `2027-01-01` is after the complaint was received
        hint: name the day on which it happened, or add --received with the day on which the complaint arrived
        [exit code: 2]
    "#
    ]]);
}

#[test]
fn an_old_complaint_gets_a_number_of_its_year_and_a_command_that_finds_it() {
    let mut register = TestRegister::with_a_complaint();
    register.run("new --channel letter --statement 'It broke' --anonymous --at '2025-12-30 10:00'").check(&expect![[
        r#"
        2025-01-0001-1
        ------- stderr -------
        Recorded. Read this number out:
            2025-01-0001-1
        Our answer: by Friday 2026-01-02, 10:00
        Said both? Then type:
          complaints advance 2025-01-0001-1 acknowledge
    "#
    ]]);
    register.run("advance 2025-01-0001 acknowledge").check(&expect![[r#"
        ------- stderr -------
        2025-01-0001-1
        Acknowledged
        answer overdue since Friday 2026-01-02, 10:00
    "#]]);
}

#[test]
fn a_rehearsal_prints_the_record_and_writes_nothing() {
    let mut register = TestRegister::english();
    register.run("new --channel phone --statement 'It broke' --anonymous --dry-run").check(&expect![[r#"
        complaint 2026-01-0001-2: received

        Complaint: 2026-01-0001-2
        Complaint-Event: e-fahmxfq8gtga
        Complaint-From: none
        Complaint-To: received
        Complaint-At: 2026-10-28T10:06:00+03:30
        Complaint-Tool: complaints 0.1.0
        diff --git a/complaints/2026/10/2026-01-0001-2.yaml b/complaints/2026/10/2026-01-0001-2.yaml
        index e69de29..3884119 100644
        --- a/complaints/2026/10/2026-01-0001-2.yaml
        +++ b/complaints/2026/10/2026-01-0001-2.yaml
        @@ -0,0 +1,27 @@
        +format: 1
        +
        +reference: 2026-01-0001-2
        +
        +state: received
        +
        +received_at: "2026-10-28T10:06:00+03:30"
        +
        +level: 1
        +
        +channel: phone
        +
        +language: en
        +
        +pack: standard
        +
        +priority: normal
        +
        +personal:
        +  statement: It broke
        +
        +events:
        +  - id: e-fahmxfq8gtga
        +    at: "2026-10-28T10:06:00+03:30"
        +    by: sara
        +    kind: received
        +    to: received
    "#]]);
    register.run("list").check(&expect![[r#"
        Reference │ State │ Received │ Category │ Subject │ Owner │ Due
        ──────────┼───────┼──────────┼──────────┼─────────┼───────┼─────
        ------- stderr -------
        no complaints
    "#]]);
}

#[test]
fn a_statement_can_come_from_a_file_or_from_standard_input() {
    let mut register = TestRegister::english();
    register.write("letter.txt", "Dear all,\r\n\tit broke.  \r\n");
    register.run("-q new --channel letter --anonymous -F letter.txt").check(&expect![[r#"
        2026-01-0001-2
    "#]]);
    register.run_with_input("-q new --channel letter --anonymous -F -", "It broke again.").check(&expect![[r#"
        2026-01-0002-0
    "#]]);
    register.run("new --channel letter --anonymous -F leter.txt").check(&expect![[r#"
        ------- stderr -------
        error: cannot read `/register/leter.txt`
        caused by: there is no such file
        [exit code: 1]
    "#]]);
    register.write("letter.txt", b"It \xe1roke");
    register.run("new --channel letter --anonymous -F letter.txt").check(&expect![[r#"
        ------- stderr -------
        error: `letter.txt` is not UTF-8: byte 3 belongs to no character
        hint: iconv -f WINDOWS-1256 -t UTF-8 letter.txt
        [exit code: 2]
    "#]]);
    register.run("new --channel letter --anonymous -F .").check(&expect![[r#"
        ------- stderr -------
        error: cannot read `/register/.`
        caused by: Is a directory (os error 21)
        [exit code: 1]
    "#]]);
}

#[test]
fn many_come_from_a_file_in_one_commit() {
    let mut register = TestRegister::english();
    let lines = concat!(
        r#"{"statement": "It broke", "channel": "email", "email": "a@example.org", "received": "2026-10-26 09:00"}"#,
        "\n\n",
        r#"{"statement": "شکست", "channel": "phone", "phone": "۰۹۱۲۰۰۰۰۱۲۴", "category": "quality", "severity": 2}"#,
        "\n",
    );
    register.run_with_input("new --from -", lines).check(&expect![[r#"
        2026-01-0001-2
        2026-01-0002-0
        ------- stderr -------
        2 complaints recorded.
    "#]]);
    expect![[r#"
        2 complaints: received

        Complaint: 2026-01-0001-2
        Complaint: 2026-01-0002-0
        Complaint-Tool: complaints 0.1.0

    "#]]
    .assert_eq(&register.git(&["log", "-1", "--format=%B"]));
    register.run("list").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject  │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼──────────┼───────┼────────────
        2026-01-0001-2 │ Received │ 2026-10-26 │          │ It broke │       │ 2026-10-29
        2026-01-0002-0 │ Received │ 2026-10-28 │ Quality  │ شکست     │       │ 2026-11-02
        ------- stderr -------
        2 complaints, 2 open, 0 overdue
    "#]]);
}

#[test]
fn one_may_come_as_yaml() {
    let mut register = TestRegister::english();
    register.write(
        "one.yaml",
        "statement: |\n  It broke.\n  Twice.\nchannel: web-form\nemail: a@example.org\nwants: Another one\n",
    );
    register.run("new --from one.yaml").check(&expect![[r#"
        2026-01-0001-2
        ------- stderr -------
        1 complaint recorded.
    "#]]);
    register.write("one.yaml", "statement: It broke\nchanel: web-form\n");
    register.run("new --from one.yaml").check(&expect![[r#"
        ------- stderr -------
        error: one.yaml:2: `chanel`: unknown field `chanel`, expected one of statement, subject, name, phone, email, address, anonymous, wants, channel, product, order, occurred, received, received_at, language, needs, reply_by, segment, key_customer, role, category, severity, priority, owner, target, source
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
    register.write("one.yaml", "statement: It broke\n  channel: web-form\n");
    register.run("new --from one.yaml").check(&expect![[r#"
        ------- stderr -------
        error: one.yaml:2: a `: ` inside an unquoted text makes it a key
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
}

#[test]
fn a_file_is_taken_in_whole_or_not_at_all() {
    let mut register = TestRegister::english();
    let good = r#"{"statement": "It broke", "channel": "email", "email": "a@example.org"}"#;
    let refused =
        |register: &mut TestRegister, bad: &str| register.run_with_input("new --from -", &format!("{good}\n{bad}\n"));
    refused(&mut register, r#"{"statement": "It broke", "channel": "email"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:2: `new` must say more
          how to reach the complainant, or that there is no way
            --phone … | --email … | --anonymous
        hint: complaints new --help
        [exit code: 4]
    "#]]);
    refused(&mut register, r#"{"statement": "It broke", "channel": "email", "mail": "a@example.org"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:2: unknown field `mail`, expected one of `statement`, `subject`, `name`, `phone`, `email`, `address`, `anonymous`, `wants`, `channel`, `product`, `order`, `occurred`, `received`, `received_at`, `language`, `needs`, `reply_by`, `segment`, `key_customer`, `role`, `category`, `severity`, `priority`, `owner`, `target`, `source`
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
    refused(&mut register, r#"{"statement": "It broke", "channel": "emale", "email": "a@example.org"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:2: `emale` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
    refused(&mut register, r#"{"statement": "It broke", "channel": "email", "email": "a@example.org""#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:2: EOF while parsing an object
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
    refused(&mut register, r#"{"channel": "email", "email": "a@example.org"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:2: the statement is missing: what happened
        hint: complaints new --channel phone --name "…" --phone … --statement "…"
        [exit code: 2]
    "#]]);
    refused(
        &mut register,
        r#"{"statement": "It broke", "channel": "email", "email": "a@example.org", "received": "soon"}"#,
    )
    .check(&expect![[r#"
        ------- stderr -------
        error: standard input:2: --received: `soon` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
    refused(
        &mut register,
        r#"{"statement": "It broke", "channel": "email", "email": "a@example.org", "category": "delivry"}"#,
    )
    .check(&expect![[r#"
        ------- stderr -------
        error: standard input:2: `delivry` is no category of this register
        hint: did you mean `delivery`?
        hint: complaints codes category
        hint: write new ones under `categories:` in complaints/register.yaml
        [exit code: 2]
    "#]]);
    register.run_with_input("new --from -", "").check(&expect![[r#"
        ------- stderr -------
        error: standard input holds no complaint
        hint: complaints new --help
        [exit code: 2]
    "#]]);
    register.run("new --from nothing.jsonl").check(&expect![[r#"
        ------- stderr -------
        error: cannot read `/register/nothing.jsonl`
        caused by: there is no such file
        [exit code: 1]
    "#]]);
    register.run("list").check(&expect![[r#"
        Reference │ State │ Received │ Category │ Subject │ Owner │ Due
        ──────────┼───────┼──────────┼──────────┼─────────┼───────┼─────
        ------- stderr -------
        no complaints
    "#]]);
}

#[test]
fn what_came_from_another_system_is_taken_in_once() {
    let mut register = TestRegister::english();
    let line = r#"{"statement": "It broke", "channel": "email", "email": "a@example.org", "source": {"system": "desk", "id": "7"}}"#;
    register.run_with_input("new --from -", line).check(&expect![[r#"
        2026-01-0001-2
        ------- stderr -------
        1 complaint recorded.
    "#]]);
    register.run_with_input("new --from -", line).check(&expect![[r#"
        ------- stderr -------
        error: standard input:1: `7` of `desk` is recorded already
        hint: leave out the lines that were taken in before
        [exit code: 4]
    "#]]);
}

#[test]
fn hostile_text_stays_text() {
    let mut register = TestRegister::english();
    let words = [
        "new",
        "--channel",
        "phone",
        "--name",
        "{a: b} # \u{202e}x",
        "--phone",
        "+98 (912) 000-0123",
        "--subject",
        "\u{1b}[31mred\u{7}",
        "--statement",
        "a: b\n--- \n\u{202e}evil\n $(rm -rf) `x` <script>alert(1)</script>",
    ];
    register.run_words(words, b"").check(&expect![[r#"
        2026-01-0001-2
        ------- stderr -------
        Recorded. Read this number out:
            2026-01-0001-2
        Our answer: by Monday 2026-11-02, 10:06
        Said both? Then type:
          complaints advance 1 acknowledge
    "#]]);
    expect![[r#"
        format: 1

        reference: 2026-01-0001-2

        state: received

        received_at: "2026-10-28T10:06:00+03:30"

        level: 1

        channel: phone

        language: en

        person: p-weg3hdzk

        pack: standard

        priority: normal

        personal:
          complainant:
            name: "{a: b} # \u202Ex"
            phones:
              - "+98 (912) 000-0123"
          subject: "\u001B[31mred\u0007"
          statement: "a: b\n---\n\u202Eevil\n $(rm -rf) `x` <script>alert(1)</script>"

        events:
          - id: e-fahmxfq8gtga
            at: "2026-10-28T10:06:00+03:30"
            by: sara
            kind: received
            to: received
    "#]]
    .assert_eq(&register.read(FIRST_FILE));
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-28 10:06
        Channel              Phone
        Complainant          {a: b} # x
        Phone                +98 (912) 000-0123
        Pseudonym            p-weg3hdzk
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:06
        Response due         Monday 2026-11-02, 10:06 (by the rule pack)
        Subject              �[31mred�
        Statement
          a: b
          ---
          evil
           $(rm -rf) `x` <script>alert(1)</script>
        Story
          2026-10-28 10:06  Received · sara
    "#]]);
    register.run("list").check(&expect![[r#"
        Reference      │ State    │ Received   │ Category │ Subject   │ Owner │ Due
        ───────────────┼──────────┼────────────┼──────────┼───────────┼───────┼────────────
        2026-01-0001-2 │ Received │ 2026-10-28 │          │ �[31mred� │       │ 2026-11-02
        ------- stderr -------
        1 complaint, 1 open, 0 overdue
    "#]]);
}

#[test]
fn a_complainant_may_say_how_to_be_reached_and_what_kind_of_customer_it_is() {
    let mut register = TestRegister::english();
    register.done(
        "new --channel phone --name 'Mary Hill' --phone 09120000147 --statement 'It came late' --needs interpreter --needs large-print --reply-by letter --segment business --key-customer",
    );
    let record = register.read("complaints/2026/10/2026-01-0001-2.yaml");
    let complainant = "complainant:\n  needs:\n    - interpreter\n    - large-print\n  reply_by: letter\n  segment: business\n  key_customer: \"yes\"\n";
    assert!(record.contains(complainant), "{record}");
    register.done("check");
}

#[test]
fn who_complains_once_more_is_the_same_person_with_the_same_contacts() {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --again 1 --channel email --statement 'Late again.'");
    let person = |record: &str| record.lines().find(|line| line.starts_with("person: ")).map(str::to_owned);
    let (first, second) = (register.read(FIRST_FILE), register.read("complaints/2026/10/2026-01-0002-0.yaml"));
    assert!(person(&first).is_some() && person(&first) == person(&second), "{second}");
    register.run("show 2").check(&expect![[r#"
        2026-01-0002-0  Received
        Received             2026-10-28 10:07
        Channel              E-mail
        Complainant          Maryam Rezaei
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Priority             Normal
        Acknowledgement due  Thursday 2026-10-29, 10:07
        Response due         Monday 2026-11-02, 10:07 (by the rule pack)
        Statement
          Late again.
        Story
          2026-10-28 10:07  Received · sara
    "#]]);
}

#[test]
fn contacts_that_are_given_now_go_before_those_of_the_earlier_complaint() {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --again 1 --channel email --statement 'Late again.' --email maryam@mail.example");
    let second = register.read("complaints/2026/10/2026-01-0002-0.yaml");
    assert!(second.contains("maryam@mail.example") && !second.contains("09120000123"), "{second}");
}

#[test]
fn somebody_unknown_cannot_complain_once_more() {
    let mut register = TestRegister::english();
    register.done("new --channel phone --anonymous --statement 'Late.'");
    register.run("new --again 1 --channel phone --statement 'Late again.'").check(&expect![[r#"
        ------- stderr -------
        error: `2026-01-0001-2` does not know who complained
        hint: complaints new --name "…" --phone …
        [exit code: 2]
    "#]]);
}

#[test]
fn who_wrote_is_told_in_writing() {
    let mut register = TestRegister::english();
    register.run("new --channel email --email ann@mail.example --statement 'Wrong size'").check(&expect![[r#"
        2026-01-0001-2
        ------- stderr -------
        Recorded:
            2026-01-0001-2
        Our answer: by Monday 2026-11-02, 10:06
        The receipt tells it; this prints it and records that it went out:
          complaints receipt 1 --record email
    "#]]);
    register.done("receipt 1 --record email");
    assert!(register.run("advance 1").stdout().contains("acknowledged: E-mail"));
    register.run("--lang fa new --channel letter --address 'Tehran' --statement 'Wrong size'").check(&expect![[r#"
        2026-01-0002-0
        ------- stderr -------
        ثبت شد:
            ۲۰۲۶-۰۱-۰۰۰۲-۰
        پاسخ ما: تا دوشنبه ۲۰۲۶/۱۱/۰۲، ساعت ۱۰:۰۹
        رسید این را به شاکی می‌گوید؛ با این دستور چاپ می‌شود و فرستادنش ثبت می‌شود:
          complaints receipt 2 --record letter
    "#]]);
    register.run("new --channel letter --anonymous --statement 'Wrong size'").check(&expect![[r#"
        2026-01-0003-6
        ------- stderr -------
        Recorded. Read this number out:
            2026-01-0003-6
        Our answer: by Monday 2026-11-02, 10:10
        Said both? Then type:
          complaints advance 3 acknowledge
    "#]]);
}

#[test]
fn where_no_date_runs_yet_only_the_number_is_said() {
    let mut register = TestRegister::nothing();
    register.done("init --organization Alborz --time-zone Europe/London --pack uk-housing-2024");
    register.run("new --channel phone --phone 02070001111 --statement 'Damp'").check(&expect![[r#"
        2026-01-0001-2
        ------- stderr -------
        Recorded. Read this number out:
            2026-01-0001-2
        Said it? Then type:
          complaints advance 1 acknowledge
    "#]]);
}

#[test]
fn a_date_that_is_over_when_it_is_told_is_refused() {
    let mut register = TestRegister::english();
    register.run("new --channel phone --statement 'It broke' --anonymous --target yesterday").check(&expect![[r#"
        ------- stderr -------
        error: --target: `yesterday` is not after the time at which it is told
        hint: name a later time, such as `tomorrow` or `in 3 days`
        [exit code: 2]
    "#]]);
    register.run("--lang fa new --channel phone --statement 'It broke' --anonymous --target دیروز").check(&expect![[
        r#"
        ------- stderr -------
        error: --target: `دیروز` پس از زمانی نیست که گفته می‌شود
        hint: زمانی پس از آن بنویسید، مانند «فردا» یا «۳ روز دیگر»
        [exit code: 2]
    "#
    ]]);
}

#[test]
fn answers_that_are_kept_outlive_a_complaint_recorded_by_options() {
    let mut register = TestRegister::english();
    register.write(".git/complaints/draft.json", r#"{"statement": "The parcel is late"}"#);
    register.done("new --channel phone --statement 'It broke' --anonymous");
    assert!(register.has(".git/complaints/draft.json"));
}

#[test]
fn a_contact_by_which_nobody_is_reached_is_told_at_once() {
    let mut register = TestRegister::english();
    let odd = register.run("new --channel phone --statement 'It broke' --name Bob --email bob.jones --phone hello");
    assert!(odd.stderr().contains("`bob.jones` does not look like an e-mail address"), "{odd}");
    assert!(odd.stderr().contains("`hello` does not look like a telephone number"), "{odd}");
    let good = register.run("new --channel phone --statement 'It broke' --email a@b --phone ۰۹۱۲۱۲۳۴۵۶۷ --phone 110");
    assert!(!good.stderr().contains("warning"), "{good}");
}

#[test]
fn relative_words_mean_what_they_mean_when_they_are_typed() {
    let mut register = TestRegister::english();
    let told = "--received '3 days ago' --occurred '4 days ago' --target tomorrow";
    register.done(&format!("new --channel phone --name Mary --phone 09120000123 --statement Late {told}"));
    register.done("promise 1 --until 'in 2 days' --at yesterday");
    register.run("show 1").check(&expect![[r#"
        2026-01-0001-2  Received
        Received             2026-10-25 12:00
        Happened             2026-10-24
        Channel              Phone
        Complainant          Mary
        Phone                09120000123
        Pseudonym            p-weg3hdzk
        Priority             Normal
        Acknowledgement due  Monday 2026-10-26, 12:00
        Response due         Friday 2026-10-30, 23:59 (told to the complainant)
        Promise              m1 · Response · 2026-10-29 23:59 · Open
        Promise              m2 · Response · 2026-10-30 23:59 · Open
        Statement
          Late
        Story
          2026-10-25 12:00  Received · sara
          2026-10-27 12:00  Date told to the complainant · sara · m2
    "#]]);
}
