//! `complaints letter` and `complaints form`: the other papers.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_letter_speaks_the_language_of_the_complainant_and_is_recorded_with_its_fingerprint() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.run("letter 1 progress --record email").check(&expect![[""]]);
    register.run("history 1").check(&expect![[""]]);
    register.run("check").check(&expect![[""]]);
}

#[test]
fn a_letter_goes_as_a_message_or_a_mail() {
    let mut register = TestRegister::with_a_complaint();
    register.run("letter 1 delay --format sms").check(&expect![[""]]);
    register.run("letter 1 delay --format eml").check(&expect![[""]]);
    register.run("letter 1 apology").check(&expect![[""]]);
}

#[test]
fn a_blank_form_needs_no_complaint() {
    let mut register = TestRegister::with_a_complaint();
    register.run("form how-to-complain").check(&expect![[""]]);
    register.run("--lang fa form complaint-form --format md").check(&expect![[""]]);
}
