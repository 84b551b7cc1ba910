//! What a shell is told that can be typed next, as the shells ask it.

use expect_test::expect;

use crate::support::{Output, TestRegister};

/// Asks as a shell does that hands over the words typed so far, the last one not finished.
fn asked(register: &mut TestRegister, shell: &str, words: &[&str]) -> Output {
    register.set("COMPLAINTS_COMPLETE", shell);
    let said = register.run_words(["--", "complaints"].iter().chain(words), b"");
    register.unset("COMPLAINTS_COMPLETE");
    said
}

/// A register with two open complaints and one that is closed.
fn three() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register
        .done("new --channel phone --name 'Ali Karimi' --phone 09120000999 --subject 'خرابی کالا' --statement 'شکست'");
    register.done("new --channel phone --anonymous --statement \"It\u{1b}[31m broke: twice\nand again\"");
    register.done("advance 2 withdraw --why 'He said so'");
    register
}

#[test]
fn open_complaints_are_offered_with_their_subject_and_nothing_else_of_them() {
    let mut register = three();
    asked(&mut register, "fish", &["show", "2"]).check(&expect![[r#"
        2026-01-0003-6\u{9}It�[31m broke: twice
        2026-01-0001-2\u{9}Late delivery"#]]);
    asked(&mut register, "zsh", &["letter", "2"]).check(&expect![[r#"
        2026-01-0003-6:It�[31m broke: twice
        2026-01-0001-2:Late delivery"#]]);
    asked(&mut register, "bash", &["show", "2"]).check(&expect![[r#"
        2026-01-0003-6
        2026-01-0001-2"#]]);
    let all = asked(&mut register, "fish", &["show", ""]).stdout();
    assert!(all.starts_with("2026-01-0003-"), "{all}");
    for secret in ["Maryam", "Ali", "0912", "\u{1b}"] {
        assert!(!all.contains(secret), "{all}");
    }
}

#[test]
fn a_number_may_be_begun_in_its_short_form_and_in_persian_digits() {
    let mut register = three();
    let latin = asked(&mut register, "fish", &["advance", "3"]).stdout();
    assert_eq!(latin, "3-6\u{9}It\u{fffd}[31m broke: twice");
    assert_eq!(asked(&mut register, "fish", &["advance", "۳"]).stdout(), latin);
    asked(&mut register, "bash", &["show", "2-"]).check(&expect!["2-0"]);
    asked(&mut register, "bash", &["show", "1405"]).check(&expect![[r#""#]]);
}

#[test]
fn members_codes_and_fixed_words_are_offered() {
    let mut register = three();
    asked(&mut register, "fish", &["list", "--owner", ""]).check(&expect!["sara"]);
    asked(&mut register, "bash", &["list", "--owner", "=", "s"]).check(&expect!["sara"]);
    asked(&mut register, "zsh", &["list", "--owner=s"]).check(&expect!["--owner=sara"]);
    asked(&mut register, "fish", &["categorize", "1", "--category", "de"])
        .check(&expect![[r#"delivery\u{9}Delivery"#]]);
    asked(&mut register, "fish", &["--lang", "fa", "categorize", "1", "--category", "de"])
        .check(&expect![[r#"delivery\u{9}ارسال"#]]);
    asked(&mut register, "bash", &["list", "--state", "a"]).check(&expect![[r#"
        acknowledged
        assessed"#]]);
    asked(&mut register, "bash", &["letter", "1", "re"]).check(&expect![[r#"
        resolution-summary
        review-request
        review-acknowledgement
        referral"#]]);
    asked(&mut register, "bash", &["advance", "1", "re"]).check(&expect![[r#"
        return
        respond
        resolve-now
        revise
        reopen
        refer"#]]);
    asked(&mut register, "bash", &["rec"]).check(&expect!["receipt"]);
}

#[test]
fn nothing_is_said_outside_a_register_or_in_a_damaged_one() {
    let mut nowhere = TestRegister::nothing();
    for words in [&["show", ""][..], &["list", "--owner", "s"], &["nonsense", "x"], &[]] {
        let said = asked(&mut nowhere, "bash", words);
        assert!(!said.stdout().contains("2026") && said.stderr().is_empty(), "{words:?}: {said}");
        assert_eq!(said.exit, complaints::exit::Exit::Ok);
    }
    let mut register = three();
    register.write(crate::support::FIRST_FILE, "no: record\n");
    asked(&mut register, "bash", &["show", "2"]).check(&expect!["2026-01-0003-6"]);
    register.write("complaints/register.yaml", "no: settings\n");
    asked(&mut register, "bash", &["show", "2"]).check(&expect![[r#""#]]);
}

#[test]
fn the_folder_that_was_typed_is_looked_into() {
    let mut register = three();
    register.enter("complaints");
    let parent = asked(&mut register, "bash", &["-C", "..", "show", "2026-01-0001"]).stdout();
    assert_eq!(parent, "2026-01-0001-2");
    let elsewhere = asked(&mut register, "bash", &["-C", "/dev", "show", "2026-01-0001"]).stdout();
    assert_eq!(elsewhere, "");
}

#[test]
fn a_variable_that_was_left_over_stops_no_command() {
    let mut register = three();
    register.set("COMPLAINTS_COMPLETE", "bash");
    assert!(register.run("show 1").stdout().starts_with("2026-01-0001-2"));
}
