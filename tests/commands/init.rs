//! `complaints init`: a folder becomes a register.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_folder_becomes_a_register_and_says_what_was_assumed() {
    let mut register = TestRegister::nothing();
    register.run("init --organization Alborz").check(&expect![[r#"
        ------- stderr -------
        A register in /register
        Working week: Monday to Friday 09:00-17:00, in Europe/London; change it in complaints/register.yaml
        Record the first complaint with: complaints new
    "#]]);
    let written = register.read("complaints/register.yaml");
    expect![[r#"
        format: 1

        organization: Alborz

        language: en

        calendar: gregorian

        time_zone: Europe/London

        pack: standard

        four_eyes: false

        week:
          monday:
            - 09:00-17:00
          tuesday:
            - 09:00-17:00
          wednesday:
            - 09:00-17:00
          thursday:
            - 09:00-17:00
          friday:
            - 09:00-17:00

        members:
          - id: sara
            email: sara@alborz.example
            roles:
              - handler
              - supervisor
    "#]]
    .assert_eq(&written);
}

#[test]
fn a_persian_register_has_the_week_and_calendar_of_iran() {
    let mut register = TestRegister::nothing();
    register.run("init --organization البرز --lang fa --calendar jalali --time-zone Asia/Tehran").check(&expect![[r#"
        ------- stderr -------
        دفتر شکایت‌ها در /register
        هفتهٔ کاری: شنبه تا چهارشنبه ۰۹:۰۰-۱۷:۰۰، پنجشنبه ۰۹:۰۰-۱۳:۰۰، به وقت Asia/Tehran؛ در complaints/register.yaml عوض می‌شود
        نخستین شکایت را ثبت کنید: complaints new
    "#]]);
}

#[test]
fn the_zone_of_a_new_register_is_the_one_of_the_machine_unless_another_is_said() {
    let zone = |variable: &str, options: &str| {
        let mut register = TestRegister::nothing();
        register.set("TZ", variable);
        register.done(&format!("init --organization Alborz {options}"));
        let file = register.read("complaints/register.yaml");
        file.lines().find_map(|line| line.strip_prefix("time_zone: ")).map(str::to_owned)
    };
    assert_eq!(zone("", ""), Some("Europe/London".to_owned()));
    assert_eq!(zone(":America/New_York", ""), Some("America/New_York".to_owned()));
    assert_eq!(zone("EST5EDT,M3.2.0,M11.1.0", ""), Some("Etc/UTC".to_owned()), "a rule without a name");
    assert_eq!(zone("", "--time-zone Asia/Kabul"), Some("Asia/Kabul".to_owned()));
    assert_eq!(zone("", "--calendar jalali"), Some("Asia/Tehran".to_owned()));
}

#[test]
fn a_register_is_made_once() {
    let mut register = TestRegister::english();
    register.run("init --organization Alborz").check(&expect![[r#"
        ------- stderr -------
        error: `/register` is a register already
        hint: complaints -C /register list
        [exit code: 4]
    "#]]);
}

#[test]
fn a_register_in_another_folder_is_made_there() {
    let mut register = TestRegister::nothing();
    register.run("init branch --organization Alborz").check(&expect![[r#"
        ------- stderr -------
        A register in /register/branch
        Working week: Monday to Friday 09:00-17:00, in Europe/London; change it in complaints/register.yaml
        Record the first complaint with: complaints new
    "#]]);
    register.run("-C branch list").check(&expect![[r#"
        Reference │ State │ Received │ Category │ Subject │ Owner │ Due
        ──────────┼───────┼──────────┼──────────┼─────────┼───────┼─────
        ------- stderr -------
        no complaints
    "#]]);
}

#[test]
fn the_organization_must_be_named() {
    let mut register = TestRegister::nothing();
    register.run("init").check(&expect![[r#"
        ------- stderr -------
        error: the organization's name is missing
        hint: complaints init --organization "…"
        [exit code: 2]
    "#]]);
    register.run("init --organization ''").check(&expect![[r#"
        ------- stderr -------
        error: the organization's name is missing
        hint: complaints init --organization "…"
        [exit code: 2]
    "#]]);
}

#[test]
fn a_value_that_cannot_be_is_named_and_nothing_is_made() {
    let mut register = TestRegister::nothing();
    register.run("init --organization Alborz --time-zone Asia/Teheran").check(&expect![[r#"
        ------- stderr -------
        error: --time-zone: `Asia/Teheran` is no time zone of the IANA list; did you mean `Asia/Tehran`?
        hint: complaints init --help
        [exit code: 2]
    "#]]);
    register.run("init --organization Alborz --pack strict").check(&expect![[r#"
        ------- stderr -------
        error: `strict` is no rule pack; there are: standard hours-24-72 iso-10002 fca-disp asic-rg271 uk-housing-2024 enamad-96h isiri-20d minimal
        hint: complaints init --help
        [exit code: 2]
    "#]]);
    register.run("init --organization Alborz --lang de").check(&expect![[r#"
        ------- stderr -------
        error: `de` is no language; known are en and fa
        hint: add --lang en or --lang fa
        [exit code: 2]
    "#]]);
    register.run("init --organization Alborz --calendar lunar").check(&expect![[r#"
        ------- stderr -------
        error: `lunar` is no calendar; known are gregorian and jalali
        hint: add --calendar gregorian or --calendar jalali
        [exit code: 2]
    "#]]);
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: there is no register in `/register` or above it
        hint: complaints init
        [exit code: 1]
    "#]]);
}

#[test]
fn git_must_know_who_writes() {
    let mut register = TestRegister::nothing();
    for name in ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"] {
        register.unset(name);
    }
    register.run("init --organization Alborz").check(&expect![[r#"
        ------- stderr -------
        error: git does not know who you are: `user.name` is not set
        hint: git config --global user.name "Your Name"
        [exit code: 1]
    "#]]);
    register.set("GIT_AUTHOR_NAME", "Sara");
    register.run("init --organization Alborz").check(&expect![[r#"
        ------- stderr -------
        error: git does not know who you are: `user.email` is not set
        hint: git config --global user.email you@example.org
        [exit code: 1]
    "#]]);
}
