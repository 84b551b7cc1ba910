//! `complaints receipt`: the paper for the complainant.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn the_receipt_speaks_the_language_of_the_complainant() {
    let mut register = TestRegister::with_a_complaint();
    register.run("receipt 1").check(&expect![[r#"
        Receipt for your complaint
        Alborz

        Dear Maryam Rezaei,

        We have received your complaint and recorded it. Thank you for telling
        us. Handling it costs you nothing.

            Complaint number: 2026-01-0001-2

        Please give this number whenever you contact us.

        What you told us
          Received: Wednesday 2026-10-28, 10:06
          Channel: Phone
          In short: Late delivery

        How we reach you
          Name: Maryam Rezaei
          Phone: 09120000123

        What happens next
          You will have our response by Monday 2026-11-02, 10:06.
          Where it stands: Received
          Next: We read it, judge how serious it is and name who handles it.

        If you want to add or correct something
          Send us papers, pictures or corrections at any time, with the number
          of your complaint.

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
    register.run("--lang fa receipt 1").check(&expect![[r#"
        رسید دریافت شکایت
        \u{2068}Alborz\u{2069}

        \u{2068}Maryam Rezaei\u{2069} گرامی،

        شکایت شما به دست ما رسید و ثبت شد. از اینکه ما را آگاه کردید سپاسگزاریم.
        رسیدگی به شکایت برای شما رایگان است.

            شمارهٔ شکایت: \u{2066}۲۰۲۶-۰۱-۰۰۰۱-۲\u{2069}

        لطفاً در هر تماس با ما این شماره را بگویید.

        آنچه به ما گفتید
          زمان دریافت: چهارشنبه ۱۴۰۵/۰۸/۰۶، ساعت ۱۰:۰۶
          کانال دریافت: تلفن
          خلاصهٔ شکایت: \u{2068}Late delivery\u{2069}

        راه تماس با شما
          نام: \u{2068}Maryam Rezaei\u{2069}
          تلفن: \u{2066}۰۹۱۲۰۰۰۰۱۲۳\u{2069}

        گام‌های بعدی
          تا دوشنبه ۱۴۰۵/۰۸/۱۱، ساعت ۱۰:۰۶ به شما پاسخ می‌دهیم.
          وضعیت: دریافت‌شده
          گام بعدی: شکایت را می‌خوانیم، اهمیت آن را می‌سنجیم و مسئول رسیدگی را
          تعیین می‌کنیم.

        اگر می‌خواهید چیزی بیفزایید یا اصلاح کنید
          هر زمان می‌توانید مدرک، عکس یا اصلاح خود را همراه با شمارهٔ شکایت برای
          ما بفرستید.

        اگر پاسخ ما شما را قانع نکرد
          از ما درخواست بازبینی کنید: کسی که در رسیدگی نقشی نداشته است، دوباره
          شکایت را بررسی می‌کند. اگر باز هم حل نشد، می‌توانید به مرجعی مستقل در
          بیرون از سازمان مراجعه کنید؛ آن را به شما معرفی می‌کنیم.

        حریم خصوصی شما
          آنچه به ما می‌گویید تنها برای رسیدگی به همین شکایت به کار می‌رود. نام،
          راه تماس و شرح شکایت شما را بدون اجازهٔ شما در اختیار کسی نمی‌گذاریم.

        تاریخ صدور: ۱۴۰۵/۰۸/۰۶
    "#]]);
    register.run("receipt 1 --format sms").check(&expect![[r#"
        Alborz: We have recorded your complaint. Complaint number: 2026-01-0001-2
        You will have our response by Monday 2026-11-02, 10:06.
        To add or ask something, reply to this message.
    "#]]);
    register.run("receipt 1 --format md").check(&expect![[r#"
        # Receipt for your complaint

        **Alborz**

        Dear Maryam Rezaei,

        We have received your complaint and recorded it. Thank you for telling us. Handling it costs you nothing.

        **Complaint number: 2026-01-0001-2**

        Please give this number whenever you contact us.

        ## What you told us

        - Received: Wednesday 2026-10-28, 10:06
        - Channel: Phone
        - In short: Late delivery

        ## How we reach you

        - Name: Maryam Rezaei
        - Phone: 09120000123

        ## What happens next

        - **You will have our response by Monday 2026-11-02, 10:06.**
        - Where it stands: Received
        - Next: We read it, judge how serious it is and name who handles it.

        ## If you want to add or correct something

        Send us papers, pictures or corrections at any time, with the number of your complaint.

        ## If our response does not satisfy you

        Ask us for a review: somebody who did not handle your complaint looks at it again. If that does not settle it, you may take it to an independent body outside; we tell you which.

        ## Your privacy

        We use what you tell us only to handle this complaint. We do not pass on your name, your contact details or your complaint without your permission.

        Issued: 2026-10-28
    "#]]);
}

#[test]
fn one_command_prints_and_records() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.run("receipt 1 --format sms --record sms").check(&expect![[r#"
        البرز: شکایت شما ثبت شد. شمارهٔ شکایت: \u{2066}۱۴۰۵-۰۱-۰۰۰۱-۷\u{2069}
        قول می‌دهیم که تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶ به شما پاسخ بدهیم.
        برای افزودن یا پرسیدن، به همین پیام پاسخ دهید.
        ------- stderr -------
        1405-01-0001-7: وصول اعلام شد
    "#]]);
    register.run("receipt 1 --format sms --record sms").check(&expect![[r#"
        ------- stderr -------
        error: 1405-01-0001-7: «رسید شکایت» با همین متن در ۱۴۰۵/۰۸/۰۶ ۱۰:۰۷ ثبت شده است و دوباره ثبت نمی‌شود
        hint: complaints talk 1405-01-0001-7 "…"
        [exit code: 4]
    "#]]);
    register.run("receipt 1 --out receipt.txt").check(&expect![[r#"
        ------- stderr -------
        receipt.txt
    "#]]);
    register.run("receipt 1 --out receipt.txt").check(&expect![[""]]);
    register.run("receipt 1 --out nowhere/receipt.txt").check(&expect![[r#"
        ------- stderr -------
        nowhere/receipt.txt
    "#]]);
}

#[test]
fn a_word_that_is_not_known_is_named() {
    let mut register = TestRegister::with_a_complaint();
    register.run("receipt 1 --format docx").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'docx' for '--format <FORMAT>'
          [possible values: txt, md, html, pdf, eml, eml+pdf, sms]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("receipt 1 --record pigeon").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'pigeon' for '--record <METHOD>'
          [possible values: phone, email, web-form, chat, sms, messenger, social, letter, fax, in-person, call-centre, third-party, regulator, legal, review-site, staff, other]

          tip: a similar value exists: 'phone'

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_the_feature_the_browser_makes_the_pdf() {
    let mut register = TestRegister::with_a_complaint();
    for (paper, other_way) in [
        ("receipt 1", "complaints receipt 2026-01-0001-2"),
        ("letter 1 progress", "complaints letter 2026-01-0001-2 progress"),
        ("form complaint-form", "complaints form complaint-form"),
    ] {
        let said = register.run(&format!("{paper} --format pdf --out paper.pdf"));
        assert_eq!(said.exit, complaints::exit::Exit::Refused);
        let hint = format!("hint: let a browser print this page as PDF: {other_way} --format html --out paper.html\n");
        assert_eq!(said.stderr(), format!("error: this program was built without PDF\n{hint}"));
    }
}

#[test]
fn who_is_reached_by_message_gets_one() {
    let mut register = TestRegister::with_a_complaint();
    let text = register.run("receipt 1").stdout();
    let message = register.run("receipt 1 --format sms").stdout();
    register.done("edit 1 reply-by=messenger --why 'She told us'");
    assert_eq!(register.run("receipt 1").stdout(), message);
    assert_eq!(register.run("receipt 1 --format txt").stdout(), text);
    let recorded = register.run("receipt 1 --record phone").stdout();
    assert!(recorded.starts_with("Receipt for your complaint\n"), "as it goes out this time: {recorded}");
    assert!(register.run("letter 1 dossier").stdout().lines().count() > 10, "no colleague is sent a message");
}
