//! `complaints codes`, `schema`, `completions`, `man`: what needs no register.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn codes_have_names_in_both_languages() {
    let mut register = TestRegister::nothing();
    register.run("codes").check(&expect![[r#"
        category
        pack
        product
        provider
        channel
        state
        step
        kind
        finding
        closure
        route
        paper
        paper-stage
        remedy
        rework
        clause
        unit
        priority
        impact
        jurisdiction
        role
        need
        matter
        acceptance
        answer
        promise
        authority
        side
        dispute-method
        dispute-result
        dispute-exit
        segment
        cause-family
        risk
        conduct
        restriction
        promise-state
        remedy-state
    "#]]);
    register.run("codes category").check(&expect![[r#"
        quality\u{9}Quality\u{9}کیفیت
        delivery\u{9}Delivery\u{9}ارسال
        price-charges\u{9}Price and charges\u{9}قیمت و هزینه‌ها
        billing-payment\u{9}Billing and payment\u{9}صورت‌حساب و پرداخت
        refund-redress\u{9}Refund and redress\u{9}بازگشت وجه و جبران
        warranty-aftersales\u{9}Warranty and after-sales service\u{9}گارانتی و خدمات پس از فروش
        contract-terms\u{9}Contract terms\u{9}شرایط قرارداد
        information-advertising\u{9}Information and advertising\u{9}اطلاع‌رسانی و تبلیغات
        staff-conduct\u{9}Staff conduct\u{9}رفتار کارکنان
        technical-fault\u{9}Technical fault\u{9}نقص فنی
        access-accommodation\u{9}Access and accommodation\u{9}دسترسی و مناسب‌سازی
        safety\u{9}Safety\u{9}ایمنی
        privacy-data\u{9}Privacy and data\u{9}حریم خصوصی و داده‌ها
        complaint-handling\u{9}Complaint handling\u{9}رسیدگی به شکایت
        policy-decision\u{9}Policy or decision\u{9}سیاست یا تصمیم
        other\u{9}Other\u{9}سایر
    "#]]);
    register.run("codes chanel").check(&expect![[r#"
        ------- stderr -------
        error: `chanel` is no list of codes
        hint: complaints codes channel
        [exit code: 2]
    "#]]);
    register.run("codes colours").check(&expect![[r#"
        ------- stderr -------
        error: `colours` is no list of codes
        hint: complaints codes closure
        [exit code: 2]
    "#]]);
}

#[test]
fn pages_and_scripts_are_printed_without_a_register() {
    let mut register = TestRegister::nothing();
    for line in ["schema", "schema register", "completions bash", "man", "man new"] {
        let output = register.run(line);
        assert!(output.stdout().len() > 500 && output.stderr().is_empty(), "{line}: {output}");
    }
    let pages = complaints::cli::Cli::whole();
    for command in pages.get_subcommands().map(clap::Command::get_name) {
        let page = register.run(&format!("man {command}")).stdout();
        let synopsis = page.lines().skip_while(|line| *line != ".SH SYNOPSIS").nth(1);
        let typed = format!("\\fBcomplaints {command}\\fR");
        assert!(synopsis.is_some_and(|line| line.starts_with(&typed)), "{synopsis:?}");
    }
    register.run("man nwe").check(&expect![[r#"
        ------- stderr -------
        error: `nwe` is no command
        hint: complaints man new
        [exit code: 2]
    "#]]);
    register.run("schema x").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'x' for '[FILE]'
          [possible values: complaint, register, holidays, pack]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("completions cmd").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'cmd' for '<SHELL>'
          [possible values: bash, elvish, fish, powershell, zsh]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_register_can_have_a_rule_pack_of_its_own() {
    let mut register = TestRegister::with_a_complaint();
    register.write(
        "complaints/packs/house.yaml",
        "format: 1\nid: house\nreview_window_days: 10\nattempts: 1\nclocks:\n  - id: respond\n    start: [received]\n    stop: [responded]\n    amount: 5\n    unit: hours\n",
    );
    register.run("edit 1 pack=house --why 'The rules of the house'").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Corrected
    "#]]);
    register.run("list --format plain").check(&expect![[r#"
        2026-01-0001-2\u{9}received\u{9}2026-10-28T10:06:00+03:30\u{9}\u{9}Late delivery\u{9}\u{9}2026-10-28T15:06:00+03:30
    "#]]);
    register.run("codes pack").check(&expect![[r#"
        standard\u{9}Good practice: 1 working day, 3 working days\u{9}روال خوب: یک روز کاری، سه روز کاری
        hours-24-72\u{9}In hours: 24, 72\u{9}بر پایهٔ ساعت: ۲۴ و ۷۲
        iso-10002\u{9}ISO 10002, strict\u{9}ایزو ۱۰۰۰۲، سخت‌گیرانه
        fca-disp\u{9}FCA DISP, financial firms in the United Kingdom\u{9}مقررات FCA DISP، شرکت‌های مالی بریتانیا
        asic-rg271\u{9}ASIC RG 271, financial firms in Australia\u{9}راهنمای ASIC RG 271، شرکت‌های مالی استرالیا
        uk-housing-2024\u{9}Housing Ombudsman's code 2024, United Kingdom\u{9}آیین‌نامهٔ ۲۰۲۴ بازرس مسکن بریتانیا
        enamad-96h\u{9}E-Namad, electronic commerce in Iran: 96 hours\u{9}اینماد، تجارت الکترونیکی ایران: ۹۶ ساعت
        isiri-20d\u{9}Iranian national standards organization: 20 days\u{9}سازمان ملی استاندارد ایران: ۲۰ روز
        minimal\u{9}No clocks\u{9}بدون مهلت
        house\u{9}house\u{9}house
    "#]]);
    register.replace("complaints/packs/house.yaml", "hours", "fortnights");
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: complaints/packs/house.yaml:10:5: `fortnights` is no unit of time; allowed: hours working-hours working-days calendar-days weeks
        hint: edit complaints/packs/house.yaml, then: complaints doctor
        [exit code: 1]
    "#]]);
    register.run("check").check(&expect![[r#"
        complaints/packs/house.yaml:10:5: settings-sound: `fortnights` is no unit of time; allowed: hours working-hours working-days calendar-days weeks
            Without sound settings no day, number or name is right
            edit complaints/packs/house.yaml, then: complaints doctor
        ------- stderr -------
        0 complaints, 25 checks: 1 finding
        warning: no complaint was looked at: the settings cannot be used
        [exit code: 3]
    "#]]);
}

#[test]
fn every_kind_of_remedy_has_a_name_in_both_languages() {
    let mut register = TestRegister::nothing();
    register.run("codes remedy").check(&expect![[r#"
        refund\u{9}Refund\u{9}بازگشت وجه
        repair\u{9}Repair\u{9}تعمیر
        replace\u{9}Replacement\u{9}تعویض
        discount\u{9}Discount\u{9}تخفیف
        gift\u{9}Gift\u{9}هدیه
        credit\u{9}Credit\u{9}اعتبار خرید
        voucher\u{9}Voucher\u{9}بن خرید
        apology\u{9}Apology\u{9}عذرخواهی
        explanation\u{9}Explanation\u{9}توضیح
        correction\u{9}Correction\u{9}اصلاح
        payment-for-loss\u{9}Payment for a loss\u{9}پرداخت خسارت
        payment-for-distress\u{9}Payment for distress\u{9}دلجویی مالی
        reconsider-decision\u{9}Decision looked at anew\u{9}بازنگری در تصمیم
        restore-position\u{9}Put back as it was before\u{9}بازگرداندن به وضع پیشین
        change-process\u{9}Change of the process\u{9}اصلاح روال کار
        publish-correction\u{9}Published correction\u{9}انتشار اصلاحیه
        staff-action\u{9}Action about staff\u{9}اقدام دربارهٔ کارکنان
        other\u{9}Other remedy\u{9}جبران دیگر
    "#]]);
}
