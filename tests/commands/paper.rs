//! Papers that leave the house: what a rule pack asks of them, the record that they were sent, and the look before they go.

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
    register.run("letter 1 final-response").check(&expect![[""]]);
    register.run("templates test").check(&expect![[""]]);
    register.run("letter 1 progress").done();
    assert_eq!(register.run("templates show letter.txt.jinja --built-in").stdout(), built_in);
    register.write("templates/receipt.sms.jinja", "We have it.\n");
    register.run("receipt 1 --format sms").check(&expect![[""]]);
    register.run("receipt 1 --format sms --record sms").check(&expect![[""]]);
    assert!(!register.read(FIRST_FILE).contains("acknowledged"), "what cannot be printed is not recorded");
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
    register.run("letter 1 final-response").check(&expect![[""]]);
}

#[test]
fn a_final_response_that_is_sent_is_the_answer() {
    let mut register = decided();
    register.done("letter 1 final-response --record email --next-route enamad --format eml --out answer.eml --dry-run");
    register.write(
        "complaints/register.yaml",
        register.read("complaints/register.yaml") + "\ncontact:\n  email: help@alborz.example\n",
    );
    register.git(&["commit", "--quiet", "--all", "--message", "settings"]);
    register
        .run("letter 1 final-response --record email --next-route enamad --format eml --out answer.eml")
        .check(&expect![[""]]);
    register.run("show 1").check(&expect![[""]]);
    register.run("show 1 --say").check(&expect![[""]]);
    register.run("history 1").check(&expect![[""]]);
    register.run("letter 1 final-response --record email").check(&expect![[""]]);
    register.run("letter 1 final-response").check(&expect![[""]]);
    register.run("letter 1 final-response --record letter").check(&expect![[""]]);
    register.run("check").check(&expect![[""]]);
    let record = register.read(FIRST_FILE);
    let (_, sent) = record.split_once("    kind: responded\n").expect("the answer");
    register.write("answer.yaml", sent);
    register.run("show 1 --format json").done();
    let (_, mail) = sent.split_once("recipient: ").expect("the recipient");
    assert!(mail.starts_with("maryam@mail.example\n"), "{mail}");
}

#[test]
fn the_same_text_is_the_same_fingerprint_whatever_it_looks_like() {
    let mut print_of = |format: &str| {
        let mut register = decided();
        register.done(&format!("letter 1 closing-note --record letter --format {format} --print large"));
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
fn a_delay_is_told_with_its_date_and_kept_in_mind() {
    let mut register = TestRegister::with_a_complaint();
    register.done("receipt 1 --record phone");
    register
        .run("letter 1 delay --until 2026-11-09 --text 'The courier has not answered yet.' --record phone")
        .check(&expect![[""]]);
    register.run("due 1").check(&expect![[""]]);
    register.run("show 1").check(&expect![[""]]);
    register.run("show 1 --say").check(&expect![[""]]);
    register.run("check").check(&expect![[""]]);
    register.run("letter 1 delay --until yesterday").check(&expect![[""]]);
    register.run("letter 1 final-response --until tomorrow").check(&expect![[""]]);
    register.run("letter 1 delay --next-route court").check(&expect![[""]]);
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
    register.run("check").check(&expect![[""]]);
}

#[test]
fn a_final_response_is_looked_at_before_it_goes_out() {
    let mut register = decided();
    register.done("letter 1 final-response --check");
    let mut upheld = TestRegister::with_a_complaint();
    upheld.done("categorize 1 --category delivery --severity 2");
    upheld.run("letter 1 final-response --check").check(&expect![[""]]);
    upheld.done("point 1 'Four days late'");
    upheld.done("point 1 'Nobody answered'");
    upheld.done("point 1 p1 --finding upheld --why 'The log shows Wednesday'");
    upheld.run("letter 1 final-response --check").check(&expect![[""]]);
    upheld.done("point 1 p2 --finding not-upheld --why 'They did'");
    upheld.run("letter 1 final-response --check").check(&expect![[""]]);
    upheld.done("advance 1 decide --why 'See the points'");
    upheld.done("remedy 1 refund --agreed 120000t");
    upheld.run("--lang fa letter 1 final-response --check").check(&expect![[""]]);
    upheld.done("promise 1 --until 2026-11-09 --what remedy");
    upheld.run("letter 1 final-response --check").check(&expect![[""]]);
}

#[test]
fn what_a_writer_may_regret_is_asked_about() {
    let mut register = decided();
    register.done("new --channel phone --name 'Parviz Karimi' --phone 09127654321 --statement 'Wrong size'");
    let apology = "letter 2 progress --text 'We are truly sorry for the wrong size.'";
    register.done(&format!("{apology} --record phone"));
    register.run(&format!("{} --check --format eml", apology.replace("letter 2", "letter 1"))).check(&expect![[""]]);
    register.run("letter 1 progress --check --text 'Mr Parviz Karimi packed it.'").check(&expect![[""]]);
    register.run("letter 1 progress --check --text 'Call +98 912 765 4321.'").check(&expect![[""]]);
    register.run("letter 1 progress --check --text 'Call +98 912 765 4322.'").check(&expect![[""]]);
    register.run_with_input("letter 1 progress --check -F -", "We are sorry\n").check(&expect![[""]]);
    register.run("letter 1 progress --check --text 'We are sorry.' --record in-person").check(&expect![[""]]);
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
    register.run_with_input("letter 1 progress -F -", "The courier\nanswers tomorrow.\n").check(&expect![[""]]);
}
