//! `complaints letter` and `complaints form`: the other papers.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_letter_speaks_the_language_of_the_complainant_and_is_recorded_with_its_fingerprint() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.run("letter 1 progress --record email").check(&expect![[r#"
        خبر از روند رسیدگی به شکایت شما
        البرز

            شمارهٔ شکایت: \u{2066}۱۴۰۵-۰۱-۰۰۰۱-۷\u{2069}

        مریم رضایی گرامی،

        رسیدگی به شکایت شما ادامه دارد و می‌خواهیم از آخرین وضعیت آن باخبر باشید.

        آنچه به ما گفتید
          زمان دریافت: چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۶
          خلاصهٔ شکایت: تأخیر در تحویل
          خواستهٔ شما: بازگشت هزینهٔ ارسال

        گام‌های بعدی
          قول می‌دهیم که تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ به شما پاسخ بدهیم.
          وضعیت: دریافت‌شده
          گام بعدی: شکایت را می‌خوانیم، اهمیت آن را می‌سنجیم و مسئول رسیدگی را
          تعیین می‌کنیم.

        اگر پاسخ ما شما را قانع نکرد
          از ما درخواست بازبینی کنید: کسی که در رسیدگی نقشی نداشته است، دوباره
          شکایت را بررسی می‌کند. اگر باز هم حل نشد، می‌توانید به مرجعی مستقل در
          بیرون از سازمان مراجعه کنید؛ آن را به شما معرفی می‌کنیم.

        راه تماس با ما
          برای افزودن یا پرسیدن، به همین پیام پاسخ دهید.

        تاریخ صدور: ۱۴۰۵/۰۸/۰۶
        ------- stderr -------
        1405-01-0001-7: با شاکی گفت‌وگو شد
    "#]]);
    register.run("history 1").check(&expect![[r#"
        زمان رخداد       │ زمان ثبت         │ به گفتهٔ │ رویداد                                 │ وضعیت     │ کامیت    │ ثبت‌کننده
        ─────────────────┼──────────────────┼─────────┼────────────────────────────────────────┼───────────┼──────────┼──────────
        ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۶ │ sara    │ دریافت شد                              │ دریافت‌شده │ 1044d763 │ Sara
        ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷ │ ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷ │ sara    │ با شاکی گفت‌وگو شد (خبر از روند رسیدگی) │           │ 3054bd49 │ Sara
    "#]]);
    register.run("check").check(&expect![[r#"
        ------- stderr -------
        ۱ شکایت، ۲۵ وارسی: بدون ایراد
    "#]]);
}

#[test]
fn a_letter_goes_as_a_message_or_a_mail() {
    let mut register = TestRegister::with_a_complaint();
    register.run("letter 1 delay --format sms").check(&expect![[r#"
        Alborz: Our response to your complaint will be late; we will tell you more. Complaint number: 2026-01-0001-2
        To add or ask something, reply to this message.
    "#]]);
    register.run("letter 1 delay --format eml").check(&expect![[r#"
        ------- stderr -------
        error: the settings have no e-mail address from which letters are sent
        hint: add `contact:` with `email:` to complaints/register.yaml
        [exit code: 4]
    "#]]);
    register.run("letter 1 dossier --format sms").check(&expect![[r#"
        ------- stderr -------
        error: `dossier` is for colleagues and is not sent
        hint: complaints letter 1 dossier --format html --out letter.html
        [exit code: 4]
    "#]]);
    register.run("letter 1 apology").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'apology' for '<KIND>'
          [possible values: progress, delay, investigation-report, final-response, resolution-summary, follow-up, call-script, review-request, review-acknowledgement, referral, dispute-notice, closing-note, withdrawal-confirmation, conduct, dossier]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_blank_form_needs_no_complaint() {
    let mut register = TestRegister::with_a_complaint();
    register.run("form how-to-complain").check(&expect![[r#"
        How to complain
        Alborz

        Something went wrong? Tell us. We want to put it right, and you will not
        be treated worse for it.

        You can
          - call, write, or come in person: every way counts the same;
          - let somebody else speak for you;
          - ask for help with language, reading or hearing.

        What to tell us
          - What happened, in your own words.
          - When, and the order number if you have one.
          - What you want us to do.

        What happens then
          - You get a number and the date of our response.
          - We find out what happened, without taking sides.
          - You get our decision with its reasons.

        If our response does not satisfy you
          Ask us for a review: somebody who did not handle your complaint looks
          at it again. If that does not settle it, you may take it to an
          independent body outside; we tell you which.

        Your privacy
          We use what you tell us only to handle this complaint. We do not pass
          on your name, your contact details or your complaint without your
          permission.

        Issued: 2026-10-28
    "#]]);
    register.run("--lang fa form complaint-form --format md").check(&expect![[r#"
        # فرم ثبت شکایت

        **\u{2068}Alborz\u{2069}**

        هر چه را می‌توانید بنویسید؛ خالی ماندن بقیه اشکالی ندارد. اگر نوشتن برایتان دشوار است تماس بگیرید تا فرم را برای شما پر کنیم. ثبت شکایت رایگان است.

        ## مشخصات شما

        - نام: ……………………
        - تلفن: ……………………
        - ایمیل: ……………………
        - نشانی: ……………………
        - نماینده یا کسی که از طرف شما پیگیری می‌کند: ……………………
        - چه چیزی کار را برای شما آسان‌تر می‌کند: ……………………

        ## شرح شکایت

        - کالا یا خدمت: ……………………
        - شمارهٔ سفارش: ……………………
        - زمان وقوع: ……………………
        - خواستهٔ شما: ……………………
        - مدارک پیوست: ……………………
        - تاریخ و امضا: ……………………
        - آنچه پیش آمده است، به زبان خودتان: ……………………

        ## حریم خصوصی شما

        آنچه به ما می‌گویید تنها برای رسیدگی به همین شکایت به کار می‌رود. نام، راه تماس و شرح شکایت شما را بدون اجازهٔ شما در اختیار کسی نمی‌گذاریم.


        تاریخ صدور: ۱۴۰۵/۰۸/۰۶
    "#]]);
}

#[test]
fn a_register_lays_its_papers_out_in_its_own_way() {
    let mut register = TestRegister::with_a_complaint();
    register.run("templates list").check(&expect![[r#"
        letter.html.jinja\u{9}built-in
        letter.md.jinja\u{9}built-in
        letter.sms.jinja\u{9}built-in
        letter.txt.jinja\u{9}built-in
        receipt.html.jinja\u{9}built-in
        receipt.md.jinja\u{9}built-in
        receipt.sms.jinja\u{9}built-in
        receipt.txt.jinja\u{9}built-in
    "#]]);
    register.run("templates eject letter.sms.jinja").check(&expect![[r#"
        ------- stderr -------
        templates/letter.sms.jinja
    "#]]);
    register.run("templates test").check(&expect![[r#"
        ------- stderr -------
        this program was built without PDF: papers were not tried as PDF
    "#]]);
    register.write("templates/letter.sms.jinja", "{{ title }} {{ reference | ltr }}\n");
    register.run("templates list").check(&expect![[r#"
        letter.html.jinja\u{9}built-in
        letter.md.jinja\u{9}built-in
        letter.sms.jinja\u{9}templates
        letter.txt.jinja\u{9}built-in
        receipt.html.jinja\u{9}built-in
        receipt.md.jinja\u{9}built-in
        receipt.sms.jinja\u{9}built-in
        receipt.txt.jinja\u{9}built-in
    "#]]);
    register.run("letter 1 delay --format sms").check(&expect![[r#"
        Our response is delayed 2026-01-0001-2
    "#]]);
    register.run("templates test").check(&expect![[r#"
        ------- stderr -------
        this program was built without PDF: papers were not tried as PDF
    "#]]);
    register.write(
        "templates/letter.sms.jinja",
        "{{ title }}\n{{ statement }} {% include '../complaints/register.yaml' %}\n",
    );
    register.run("templates test").check(&expect![[r#"
        ------- stderr -------
        this program was built without PDF: papers were not tried as PDF
        error: template `letter.sms.jinja`, line 2: undefined value: `{{ statement }} {% include '../complaints/register.yaml' %}`
        [exit code: 3]
    "#]]);
    register.run("templates show letter.text.jinja").check(&expect![[r#"
        ------- stderr -------
        error: `letter.text.jinja` is no layout
        hint: complaints templates show letter.txt.jinja
        [exit code: 5]
    "#]]);
    register.run("templates eject letter.sms.jinja").check(&expect![[r#"
        ------- stderr -------
        error: `templates/letter.sms.jinja` is there already
        [exit code: 4]
    "#]]);
    register.run("templates eject receipt.sms.jinja").check(&expect![[r#"
        ------- stderr -------
        templates/receipt.sms.jinja
    "#]]);
}

#[test]
fn a_final_response_is_checked_before_it_goes_out() {
    let mut register = TestRegister::with_a_complaint();
    register.run("letter 1 final-response --check --text 'Call 09120001234'").check(&expect![[r#"
        ------- stderr -------
        warning: the letter may hold a telephone number or e-mail address of somebody else
        error: the response to 2026-01-0001-2 cannot go out yet; it lacks:
          a finding for every point
          the reasons
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.run("letter 1 progress --check").check(&expect![[""]]);
}

#[test]
fn a_letter_that_tells_what_did_not_happen_is_a_draft() {
    let mut register = TestRegister::with_a_complaint();
    for kind in [
        "resolution-summary",
        "follow-up",
        "review-request",
        "review-acknowledgement",
        "referral",
        "dispute-notice",
        "closing-note",
        "withdrawal-confirmation",
        "conduct",
    ] {
        let drafted = register.run(&format!("letter 1 {kind}"));
        assert!(drafted.stderr().contains("does not match the record"), "{kind}");
        for option in ["--check", "--record letter"] {
            let refused = register.run(&format!("letter 1 {kind} {option}")).stderr();
            assert!(refused.starts_with("error: 2026-01-0001-2: the letter does not match the record"), "{refused}");
        }
    }
    register.run("letter 1 closing-note --check").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: the letter does not match the record: it is not closed
        hint: complaints advance 2026-01-0001-2 close
        [exit code: 4]
    "#]]);
    register.run("--lang fa letter 1 resolution-summary --record email").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: این نامه با پرونده نمی‌خواند: بر سر چیزی توافق نشده است
        hint: complaints remedy 2026-01-0001-2 refund --agreed
        [exit code: 4]
    "#]]);
    register.run("letter 1 withdrawal-confirmation --format sms").check(&expect![[r#"
        Alborz: As you asked, we have stopped handling your complaint. Complaint number: 2026-01-0001-2
        To add or ask something, reply to this message.
        ------- stderr -------
        warning: the letter does not match the record: the complainant has not withdrawn it
    "#]]);
}

#[test]
fn a_letter_may_follow_its_step_at_once() {
    let mut register = TestRegister::with_a_complaint();
    register.done("remedy 1 refund --agreed");
    register.done("letter 1 resolution-summary --record letter");
    register.done("advance 1 withdraw --why 'It came'");
    register.done("letter 1 withdrawal-confirmation --record letter");
    register.done("letter 1 closing-note --record letter");
    register.run("letter 1 progress --record letter").check(&expect![[r#"
        ------- stderr -------
        error: 2026-01-0001-2: the letter does not match the record: the complaint is closed
        hint: complaints advance 2026-01-0001-2 reopen --why "…"
        [exit code: 4]
    "#]]);
}
