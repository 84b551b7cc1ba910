//! `complaints advance`: what is possible, what is missing, what is refused.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn without_a_step_it_says_what_is_possible_and_what_to_type() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Received
        answer by Monday 2026-11-02, 10:06

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge

        Something is missing:
          Categorize and assess: the category; how bad it is, 1 to 5
            complaints categorize 1 --category delivery --severity 3
          Resolve at first contact: what you did; did they agree?
            complaints advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
    register.done("categorize 1 --category delivery --severity 2");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Assessed · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge
          Start the investigation
            complaints advance 1 investigate

        Something is missing:
          Decide: what was found; the reasons
            complaints advance 1 decide --finding upheld --why "…"
          Resolve at first contact: what you did; did they agree?
            complaints advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
}

#[test]
fn what_was_assessed_when_it_came_in_is_only_to_be_confirmed() {
    let mut register = TestRegister::english();
    register.done(
        "new --channel phone --name 'Anna' --phone 09121234567 --statement 'Broken.' --category quality --severity 2",
    );
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Received · Quality · severity 2
        answer by Monday 2026-11-02, 10:06

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge
          Categorize and assess
            complaints categorize 1

        Something is missing:
          Resolve at first contact: what you did; did they agree?
            complaints advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
    register.done("categorize 1");
    register.run("advance 1 investigate").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Being investigated · Quality · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:06
    "#]]);
}

#[test]
fn what_a_step_does_not_record_is_refused_with_the_steps_that_do() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 resolve-now --done 'Paid back' --accepted --remedy refund --amount '5 EUR'").check(
        &expect![[r#"
            ------- stderr -------
            error: `resolve-now` does not record --remedy; these do: accept
            hint: complaints remedy 2026-01-0001-2 refund --agreed …
            [exit code: 2]
        "#]],
    );
    register.run("--lang fa advance 1 acknowledge --declined").check(&expect![[r#"
        ------- stderr -------
        error: --declined با `acknowledge` ثبت نمی‌شود؛ این گام‌ها آن را ثبت می‌کنند: close
        hint: complaints advance 2026-01-0001-2
        [exit code: 2]
    "#]]);
    register
        .run_with_input("advance --from -", r#"{"reference": "1", "step": "acknowledge", "finding": "upheld"}"#)
        .check(&expect![[r#"
            ------- stderr -------
            error: standard input:1: `acknowledge` does not record --finding; these do: decide, review
            hint: complaints advance 2026-01-0001-2
            [exit code: 2]
        "#]]);
    register.run("remedy 1 refund --agreed '5 EUR'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Remedy agreed (r1)
    "#]]);
}

#[test]
fn blanks_are_no_words() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 resolve-now --done ' ' --accepted").check(&expect![[r#"
        ------- stderr -------
        error: `resolve-now` must say more about 2026-01-0001-2
          what you did
            --done "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 withdraw --why ''").check(&expect![[r#"
        ------- stderr -------
        error: `withdraw` must say more about 2026-01-0001-2
          the reasons
            --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn whoever_got_all_that_was_asked_for_declines_nothing() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category quality --severity 2");
    register.done("advance 1 decide --finding upheld --why 'It is our fault'");
    register.done("advance 1 respond --method phone --text 'We pay'");
    register.run("advance 1 close --declined").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          why it may be closed: solved, no reply, no further route wanted, or its time passed
            --solved yes | --no-reply N | --exhausted
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 close --solved yes").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Closed · Resolved, accepted by the complainant · Quality · severity 2 · owner: sara
    "#]]);
}

#[test]
fn without_a_step_it_says_so_in_persian() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.run("advance 1").check(&expect![[r#"
        1405-01-0001-7
        دریافت‌شده
        پاسخ تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶

        آماده:
          اعلام وصول
            complaints advance 1 acknowledge

        چیزی کم دارد:
          دسته‌بندی و ارزیابی: دسته؛ شدت، از ۱ تا ۵
            complaints categorize 1 --category delivery --severity 3
          حل در همان تماس: چه کردید؛ پذیرفت؟
            complaints advance 1 resolve-now --done "…" --accepted

        گام‌های دیگر:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
}

#[test]
fn a_step_out_of_order_is_refused_with_those_that_are_possible() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 investigate").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is received: `investigate` is not possible now
        possible now: acknowledge categorize resolve-now withdraw dispute refer convert merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1 fulfil").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is received: `fulfil` is not possible now
        possible now: acknowledge categorize resolve-now withdraw dispute refer convert merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("--lang fa advance 1 investigate").check(&expect![[r#"
        ------- stderr -------
        error: «شروع بررسی» برای 2026-01-0001-2 شدنی نیست: دریافت‌شده
        اکنون شدنی: acknowledge categorize resolve-now withdraw dispute refer convert merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 resolve-now").check(&expect![[r#"
        ------- stderr -------
        error: `resolve-now` must say more about 2026-01-0001-2
          what you did
            --done "…"
          did they agree?
            --accepted
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("categorize 1 --category delivery --severity 2");
    register.run("advance 1 decide").check(&expect![[r#"
        ------- stderr -------
        error: `decide` must say more about 2026-01-0001-2
          what was found
            --finding upheld|partly|not-upheld
          the reasons
            --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("--lang fa advance 1 decide").check(&expect![[r#"
        ------- stderr -------
        error: «تصمیم» برای 2026-01-0001-2 چیزی کم دارد
          نتیجه
            --finding upheld|partly|not-upheld
          دلیل
            --why "…"
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn a_complaint_is_acknowledged_once() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 acknowledge --until '2026-11-02 12:00'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Acknowledged
        answer by Monday 2026-11-02, 12:00 (told)
    "#]]);
    register.run("advance 1 acknowledge").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is acknowledged: `acknowledge` is not possible now
        possible now: categorize resolve-now withdraw dispute refer convert merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Acknowledged
        answer by Monday 2026-11-02, 12:00 (told)
        ✓ acknowledged: Phone, 2026-10-28 10:07

        Something is missing:
          Categorize and assess: the category; how bad it is, 1 to 5
            complaints categorize 1 --category delivery --severity 3
          Resolve at first contact: what you did; did they agree?
            complaints advance 1 resolve-now --done "…" --accepted

        Other steps:
          complaints advance 1 …: withdraw refer convert merge void
          complaints dispute 1
    "#]]);
}

#[test]
fn a_promise_lies_in_the_future() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 acknowledge --until yesterday").check(&expect![[r#"
        ------- stderr -------
        error: --until: `yesterday` is not after the time at which it is told
        hint: name a later time, such as `tomorrow` or `in 3 days`
        [exit code: 2]
    "#]]);
    register.run("advance 1 acknowledge --until soon").check(&expect![[r#"
        ------- stderr -------
        error: --until: `soon` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
}

#[test]
fn a_step_or_word_that_is_not_known_is_named_with_the_nearest() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 acknowlege").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'acknowlege' for '[STEP]'
          [possible values: acknowledge, investigate, decide, approve, return, respond, resolve-now, accept, fulfil, follow-up, explain, revise, compensate, close, reopen, withdraw, refer, convert, merge, void]

          tip: a similar value exists: 'acknowledge'

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("advance 1 acknowledge --metod phone").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '--metod' found

          tip: a similar argument exists: '--method'

        Usage: complaints advance --method <METHOD> <REF> <STEP>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("advance 1 acknowledge --method fone").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'fone' for '--method <METHOD>'
          [possible values: phone, email, web-form, chat, sms, messenger, social, letter, fax, in-person, call-centre, third-party, regulator, legal, review-site, staff, other]

          tip: a similar value exists: 'phone'

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("advance").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          <REF>

        Usage: complaints advance <REF> [STEP]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_step_happens_after_the_last_event_and_not_in_the_future() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 acknowledge --at yesterday").check(&expect![[r#"
        ------- stderr -------
        error: 2026-10-27 12:00 is before the last event of the complaint, 2026-10-28 10:06
        hint: if it came before that: complaints edit 2026-01-0001-2 received="…" --why "…"
        [exit code: 4]
    "#]]);
    register.run("advance 1 acknowledge --at '2027-01-01 10:00'").check(&expect![[r#"
        ------- stderr -------
        error: 2027-01-01 10:00 is in the future: it is 2026-10-28 10:08
        hint: leave out --at, or say when it happened: --at 'yesterday 16:30'
        [exit code: 4]
    "#]]);
    register.run("advance 1 acknowledge --at 10:05").check(&expect![[r#"
        ------- stderr -------
        error: 2026-10-28 10:05 is before the last event of the complaint, 2026-10-28 10:06
        hint: if it came before that: complaints edit 2026-01-0001-2 received="…" --why "…"
        [exit code: 4]
    "#]]);
    register
        .run("--lang fa --calendar jalali advance 1 resolve-now --done x --accepted --at '1405/08/06 09:00'")
        .check(&expect![[r#"
            ------- stderr -------
            error: ۱۴۰۵/۰۸/۰۶ ۰۹:۰۰ پیش از آخرین رویداد شکایت است (۱۴۰۵/۰۸/۰۶ ۱۰:۰۶)
            hint: اگر پیش از آن رسیده است: complaints edit 2026-01-0001-2 received="…" --why "…"
            [exit code: 4]
        "#]]);
}

#[test]
fn a_rehearsal_shows_the_commit_and_changes_nothing() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 acknowledge --dry-run").check(&expect![[r#"
        complaint 2026-01-0001-2: acknowledged

        Complaint: 2026-01-0001-2
        Complaint-Event: e-xctmxqe9c0xt
        Complaint-From: received
        Complaint-To: acknowledged
        Complaint-At: 2026-10-28T10:07:00+03:30
        Complaint-Tool: complaints 0.1.0
        diff --git a/complaints/2026/10/2026-01-0001-2.yaml b/complaints/2026/10/2026-01-0001-2.yaml
        index 0667cb4..557b84b 100644
        --- a/complaints/2026/10/2026-01-0001-2.yaml
        +++ b/complaints/2026/10/2026-01-0001-2.yaml
        @@ -2,7 +2,7 @@ format: 1

         reference: 2026-01-0001-2

        -state: received
        +state: acknowledged

         received_at: "2026-10-28T10:06:00+03:30"

        @@ -18,6 +18,13 @@ pack: standard

         priority: normal

        +promises:
        +  - id: m1
        +    what: response
        +    due: "2026-11-02T10:06:00+03:30"
        +    told_at: "2026-10-28T10:07:00+03:30"
        +    state: open
        +
         personal:
           complainant:
             name: Maryam Rezaei
        @@ -32,3 +39,11 @@ events:
             by: sara
             kind: received
             to: received
        +
        +  - id: e-xctmxqe9c0xt
        +    at: "2026-10-28T10:07:00+03:30"
        +    by: sara
        +    kind: acknowledged
        +    to: acknowledged
        +    method: phone
        +    promise: m1
    "#]]);
    expect![[r#"
        complaint 2026-01-0001-2: received
        register: created
    "#]]
    .assert_eq(&register.git(&["log", "--format=%s"]));
}

#[test]
fn many_steps_come_from_a_file_in_one_commit() {
    let mut register = TestRegister::with_a_complaint();
    let lines = concat!(
        r#"{"reference": "1", "step": "resolve-now", "done": "Refunded", "accepted": "oral", "at": "2026-10-28 10:07"}"#,
        "\n",
        r#"{"reference": "1", "step": "close", "solved": "yes"}"#,
        "\n",
    );
    register.run_with_input("advance --from -", lines).check(&expect![[r#"
        ------- stderr -------
        2 steps recorded.
    "#]]);
    expect![[r#"
        complaint 2026-01-0001-2: advanced

        Complaint: 2026-01-0001-2
        Complaint-Tool: complaints 0.1.0

    "#]]
    .assert_eq(&register.git(&["log", "-1", "--format=%B"]));
}

#[test]
fn a_file_of_steps_is_taken_whole_or_not_at_all() {
    let mut register = TestRegister::with_a_complaint();
    register.run_with_input("advance --from -", r#"{"reference": "1", "step": "close"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:1: 2026-01-0001-2 is received: `close` is not possible now
        possible now: acknowledge categorize resolve-now withdraw dispute refer convert merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run_with_input("advance --from -", r#"{"reference": "1", "step": "clse"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:1: `clse` is no step of `advance`; it takes: acknowledge investigate decide approve return respond resolve-now accept fulfil follow-up explain revise compensate close reopen withdraw refer convert merge void
        hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
        [exit code: 2]
    "#]]);
    register.run_with_input("advance --from -", r#"{"reference": "2", "step": "close"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:1: there is no complaint `2`
        hint: complaints list
        [exit code: 5]
    "#]]);
    register.run_with_input("advance --from -", r#"{"step": "close"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:1: either `reference` or `source` says which complaint is meant
        hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
        [exit code: 2]
    "#]]);
    register.run_with_input("advance --from -", r#"{"reference": "1", "step": "acknowledge", "methd": "phone"}"#).check(&expect![[r#"
        ------- stderr -------
        error: standard input:1: unknown field `methd`, expected one of `method`, `text`, `why`, `done`, `note`, `plan`, `finding`, `rework`, `next_route`, `accepted`, `investigator`, `powers`, `confirmed`, `no_investigation`, `responsible`, `similar`, `cause`, `action`, `responsibility`, `remedy`, `amount`, `until`, `body`, `matter`, `into`, `told`, `second`, `solved`, `no_reply`, `declined`, `exhausted`
        hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
        [exit code: 2]
    "#]]);
    register.run_with_input("advance --from -", r#"{"source": {"system": "desk", "id": "7"}, "step": "close"}"#).check(
        &expect![[r#"
            ------- stderr -------
            error: standard input:1: no complaint came from `7` of `desk`
            [exit code: 5]
        "#]],
    );
    register.run_with_input("advance --from -", r#"{"reference": "1", "step": "acknowledge", "at": "soon"}"#).check(
        &expect![[r#"
            ------- stderr -------
            error: standard input:1: `soon` is no date or time
            hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
            [exit code: 2]
        "#]],
    );
    register.run_with_input("advance --from -", "{").check(&expect![[r#"
        ------- stderr -------
        error: standard input:1: EOF while parsing an object
        hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
        [exit code: 2]
    "#]]);
    register.run_with_input("advance --from -", "").check(&expect![[r#"
        ------- stderr -------
        error: standard input holds no step
        hint: complaints advance --help
        [exit code: 2]
    "#]]);
}

#[test]
fn money_is_written_with_its_currency() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'It was late'");
    register.done("advance 1 respond --method email --text 'Offered the delivery back'");
    register.run("advance 1 accept --text 'Agreed' --remedy refund --amount 120000").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '120000' for '--amount <MONEY>': `120000` is no amount: write `1200000 IRR`, `120000t` (toman) or `12.50 EUR`

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("advance 1 accept --text 'Agreed' --remedy refund --amount '12.505 EUR'").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '12.505 EUR' for '--amount <MONEY>': `12.505 EUR` is no amount: write `1200000 IRR`, `120000t` (toman) or `12.50 EUR`

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("advance 1 accept --text 'Agreed' --amount '12.50 EUR'").check(&expect![[r#"
        ------- stderr -------
        error: the following required arguments were not provided:
          --remedy <CODE>

        Usage: complaints advance --remedy <CODE> --text <TEXT> --amount <MONEY> <REF> <STEP>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("advance 1 accept --text 'Agreed' --remedy refund --amount '12.50 EUR'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Being carried out · Delivery · severity 2 · owner: sara
    "#]]);
}

#[test]
fn what_keeps_a_complaint_open_is_said_with_the_command_that_settles_it() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 resolve-now --done 'Apologised' --accepted");
    register.done("promise 1 --until tomorrow --what update");
    register.done("remedy 1 voucher --agreed 50000t");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Responded

        Something is missing:
          Categorize and assess: the category; how bad it is, 1 to 5
            complaints categorize 1 --category delivery --severity 3
          Record that the remedy is accepted: what was told or agreed
            complaints advance 1 accept --text "…"
          Close: every promise must be kept first
            complaints promise 1 m1 --kept

        Other steps:
          complaints advance 1 …: follow-up explain revise compensate withdraw merge void
          complaints review 1
          complaints dispute 1
    "#]]);
    register.run("advance 1 close").check(&expect![[r#"
        ------- stderr -------
        error: `close` must say more about 2026-01-0001-2
          every promise must be kept first
            first: complaints promise 2026-01-0001-2 m1 --kept, complaints remedy 2026-01-0001-2 r1 --delivered
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn after_a_word_of_discontent_the_three_reactions_are_explained() {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    register.done("advance 1 decide --finding upheld --why 'The log shows it'");
    register.done("advance 1 respond --method phone --text 'We are sorry'");
    register.done("feedback 1 --solved partly --text 'And the fee?'");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Responded · Delivery · severity 2 · owner: sara

        Ready:
          Explain the answer again
            complaints advance 1 explain
          Look for another solution
            complaints advance 1 revise
          Look for compensation
            complaints advance 1 compensate

        Something is missing:
          Record that the remedy is accepted: what was told or agreed
            complaints advance 1 accept --text "…"
          Close: why it may be closed: solved, no reply, no further route wanted, or its time passed
            complaints advance 1 close --solved yes

        Other steps:
          complaints advance 1 …: follow-up withdraw merge void
          complaints review 1
          complaints dispute 1
    "#]]);
    register.done("advance 1 explain");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Decided · Delivery · severity 2 · owner: sara
        answer by Monday 2026-11-02, 10:12

        Ready:
          Acknowledge receipt
            complaints advance 1 acknowledge

        Something is missing:
          Respond to the complainant: the way of contact; what was told or agreed
            complaints advance 1 respond --method phone --text "…"

        Other steps:
          complaints advance 1 …: approve return withdraw merge void
          complaints dispute 1
    "#]]);
}

#[test]
fn a_complaint_that_went_outside_without_a_category_is_categorized_before_it_is_decided() {
    let mut register = TestRegister::with_a_complaint();
    register.done("dispute 1 external --body 'The ombudsman' --why 'Went there alone'");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        With an outside body
        answer by Monday 2026-11-02, 10:06

        Something is missing:
          Categorize and assess: the category; how bad it is, 1 to 5
            complaints categorize 1 --category delivery --severity 3
          Record that the remedy is accepted: what was told or agreed
            complaints advance 1 accept --text "…"
          Give notice of the dispute: the way of contact; what was sent, and to whom
            complaints dispute 1 notify --method phone --text "…"
          Record the result outside: how it ended; what was told or agreed
            complaints dispute 1 result --result settled --text "…"

        Other steps:
          complaints advance 1 …: withdraw merge void
          complaints dispute 1
    "#]]);
    register.run("advance 1 decide --finding upheld --why 'So it is'").check(&expect![[r#"
        ------- stderr -------
        error: `decide` must say more about 2026-01-0001-2
          the category
            first: complaints categorize 2026-01-0001-2 --category CODE --severity 1..5
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn nothing_is_possible_with_a_void_complaint_but_to_take_that_back() {
    let mut register = TestRegister::with_a_complaint();
    register.done("advance 1 void --why 'Typed twice'");
    register.run("advance 1").check(&expect![[r#"
        2026-01-0001-2
        Closed · Void

        if it was made void by mistake: complaints undo 1
    "#]]);
    register.run("advance 1 reopen --why 'But'").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2 is closed (Void): `reopen` is not possible now
        hint: if it was made void by mistake: complaints undo 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn nobody_is_a_second_person_beside_themselves() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 void --why 'A test' --second sara").check(&expect![[r#"
        ------- stderr -------
        error: `void` must say more about 2026-01-0001-2
          if a second person is named, somebody else than you
            --second MEMBER
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.done("advance 1 void --why 'A test' --second reza");
}

#[test]
fn a_late_acknowledgement_promises_no_date_that_is_over() {
    let mut register = TestRegister::english();
    register.done(
        "new --channel letter --name Zoe --phone 09120000009 --statement 'It broke' --received '2026-10-10 10:00'",
    );
    register.run("advance 1 acknowledge --method phone").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2
        Acknowledged
        answer overdue since Wednesday 2026-10-14, 10:00
    "#]]);
    register.done("check");
}

#[test]
fn a_late_receipt_that_is_sent_promises_no_date_that_is_over() {
    let mut register = TestRegister::english();
    register.done(
        "new --channel letter --name Zoe --phone 09120000009 --statement 'It broke' --received '2026-10-10 10:00'",
    );
    let receipt = register.run("receipt 1 --record phone").stdout();
    assert!(receipt.contains("Our response was due by"), "{receipt}");
    register.done("check");
}

#[test]
fn a_step_that_is_a_command_is_answered_with_the_command() {
    let mut register = TestRegister::with_a_complaint();
    register.run("advance 1 categorize").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'categorize' for '[STEP]'
          [possible values: acknowledge, investigate, decide, approve, return, respond, resolve-now, accept, fulfil, follow-up, explain, revise, compensate, close, reopen, withdraw, refer, convert, merge, void]

          tip: that is a command of its own: 'complaints categorize REF'

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_complaint_goes_on_in_no_void_one() {
    let mut register = TestRegister::with_a_complaint();
    register.done("new --channel phone --anonymous --statement 'The same matter'");
    register.done("advance 1 void --why 'By mistake'");
    register.run("advance 2 merge --into 1").check(&expect![[r#"
        ------- stderr -------
        error: --into: 2026-01-0001-2 is void: the matter would go on nowhere
        hint: complaints show 2026-01-0001-2
        [exit code: 4]
    "#]]);
}

#[test]
fn a_line_of_many_steps_names_a_member() {
    let mut register = TestRegister::with_a_complaint();
    register.run_with_input("advance --from -", r#"{"reference": "1", "step": "acknowledge", "by": "ghost"}"#).check(
        &expect![[r#"
            ------- stderr -------
            error: standard input:1: `ghost` is no member of this register; members are: sara
            hint: add the member to `members:` in complaints/register.yaml
            [exit code: 2]
        "#]],
    );
}
