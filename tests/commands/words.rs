//! `complaints codes`, `schema`, `completions`, `man`: what needs no register.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn codes_have_names_in_both_languages() {
    let mut register = TestRegister::nothing();
    register.run("codes").check(&expect![[r#"
        category
        product
        channel
        state
        step
        kind
        finding
        closure
        route
        priority
        impact
        jurisdiction
        role
        need
        acceptance
        answer
        promise
        promise-state
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
    register.run("man nwe").check(&expect![[r#"
        ------- stderr -------
        error: `nwe` is no command
        hint: complaints man new
        [exit code: 2]
    "#]]);
    register.run("schema x").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'x' for '[FILE]'
          [possible values: complaint, register, holidays]

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
