//! What every command takes: language, calendar, digits, time, member, folder; and a mistyped command.

use expect_test::expect;

use crate::support::TestRegister;

#[test]
fn a_mistyped_command_is_named_with_the_nearest() {
    let mut register = TestRegister::english();
    register.run("").check(&expect![[r#"
        ------- stderr -------
        Complaint handling by ISO 10002 over plain files and git

        Usage: complaints [OPTIONS] <COMMAND>

        Commands:
          init         Make this folder a register
          demo         Play half a year of complaints into a new register, to look around in
          new          Record a complaint
          list         List complaints
          search       Show where something was said, in all complaints or in some
          show         Show one complaint
          due          List what is owed by when: every clock and every date that was told, the most urgent
                       first
          calendar     Show when people work, close a day, or look through the days off
          history      Show what happened to a complaint, when it happened and when it was recorded
          categorize   Assess what kind of matter a complaint is and how bad
          assign       Make somebody the owner of a complaint
          note         Write something down about a complaint, for colleagues only
          talk         Record a contact with the complainant: what was said, and how
          attach       Keep a piece of evidence with a complaint
          advance      Take a complaint one step further
          hold         Put a complaint on hold: its pausable clocks stand still
          resume       End a hold early: the clocks run again
          extend       Give a clock a later end, and record how the complainant was told
          review       Let an independent person look again at what was answered
          dispute      Record what is resolved outside, with a mediator, an arbitrator or another body
          conduct      Record unreasonable conduct, and the restriction of contact that follows
          conflict     Declare a conflict of interest, or that there is none
          permission   Ask the complainant who outside may be told, and record the answer
          point        Write down the points of a complaint, and answer each of them
          promise      Record a date that the complainant was told, and whether it was kept
          remedy       Record a remedy: asked for, offered, agreed, declined, withdrawn, delivered
          feedback     Record what the complainant thinks of the handling and of the outcome
          edit         Correct a field of a complaint
          undo         Take back the last step of a complaint
          receipt      Print the receipt of a complaint, in the complainant's language
          letter       Print a letter about a complaint, in the complainant's language
          form         Print a blank complaint form, or the leaflet that says how to complain
          templates    List, show, copy out or try the layouts of papers
          summary      Print the figures of a month or another period
          check        Check that the register keeps its own promises
          doctor       Look at the register's surroundings: repository, identity, station, guards, settings
                       with their sources
          codes        List the codes of a field with their names in both languages
          schema       Print the JSON Schema of a file of the register
          completions  Print a script that completes commands, options, references and codes in a shell
          man          Print a manual page

        Options:
          -h, --help     Print help (see more with '--help')
          -V, --version  Print version

        Options for every command:
          -C, --directory <DIR>      Find the register from here upwards
              --lang <LANG>          Language of what is printed: en or fa
              --calendar <CALENDAR>  Calendar of what is printed: gregorian or jalali
              --digits <DIGITS>      Digits of what is printed: latn or fa
              --now <TIME>           Pretend that it is this time
              --as-of <COMMIT|DAY>   Look at the register as it was: at a commit, or at the end of a day
              --color <WHEN>         When to use colours [possible values: auto, always, never]
          -q, --quiet                Say nothing but warnings and errors
        [exit code: 2]
    "#]]);
    register.run("lst").check(&expect![[r#"
        ------- stderr -------
        error: unrecognized subcommand 'lst'

          tip: a similar subcommand exists: 'list'

        Usage: complaints [OPTIONS] <COMMAND>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("frobnicate").check(&expect![[r#"
        ------- stderr -------
        error: unrecognized subcommand 'frobnicate'

          tip: a similar subcommand exists: 'conflict'

        Usage: complaints [OPTIONS] <COMMAND>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("show 1 2").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '2' found

        Usage: complaints show [OPTIONS] <REF>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("--langg fa list").check(&expect![[r#"
        ------- stderr -------
        error: unexpected argument '--langg' found

          tip: a similar argument exists: '--lang'

        Usage: complaints --lang <LANG> <COMMAND>

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
}

#[test]
fn a_value_that_cannot_be_is_named() {
    let mut register = TestRegister::english();
    register.run("--lang de list").check(&expect![[r#"
        ------- stderr -------
        error: --lang: `de` is no language; known are en and fa
        hint: complaints --help
        [exit code: 2]
    "#]]);
    register.run("--calendar lunar list").check(&expect![[r#"
        ------- stderr -------
        error: --calendar: `lunar` is no calendar; known are gregorian and jalali
        hint: complaints --help
        [exit code: 2]
    "#]]);
    register.run("--digits roman list").check(&expect![[r#"
        ------- stderr -------
        error: --digits: `roman` is no set of digits; known are latn and fa
        hint: complaints --help
        [exit code: 2]
    "#]]);
    register.run("--now someday list").check(&expect![[r#"
        ------- stderr -------
        error: --now: `someday` is no date or time
        hint: type a day like `2026-11-21`, `1405-08-30`, `yesterday`, `3 days ago`, `in 3 days` or `۳ روز پیش`
        [exit code: 2]
    "#]]);
    register.run("--color pink list").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'pink' for '--color <WHEN>'
          [possible values: auto, always, never]

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("-C nowhere list").check(&expect![[r#"
        ------- stderr -------
        error: cannot find `/register/nowhere`
        caused by: No such file or directory (os error 2)
        [exit code: 1]
    "#]]);
}

#[test]
fn a_colleague_on_the_same_computer_is_named_by_as() {
    let mut register = TestRegister::with_a_complaint();
    register.run("note 1 'A note' --as sara").check(&expect![[r#"
        ------- stderr -------
        2026-01-0001-2: Note written
    "#]]);
    register.run("note 1 'A note' --as reza").check(&expect![[r#"
        ------- stderr -------
        error: `reza` is no member of this register; members are: sara
        hint: add the member to `members:` in complaints/register.yaml
        [exit code: 2]
    "#]]);
}

#[test]
fn a_setting_of_git_config_holds_for_one_clone() {
    let mut register = TestRegister::with_a_complaint();
    register.git(&["config", "complaints.lang", "fa"]);
    register.run("show 2").check(&expect![[r#"
        ------- stderr -------
        error: شکایتی با شمارهٔ `2` نیست
        hint: complaints list
        [exit code: 5]
    "#]]);
    register.run("advance 1 decide").check(&expect![[r#"
        ------- stderr -------
        error: «تصمیم» برای 2026-01-0001-2 شدنی نیست: دریافت‌شده
        اکنون شدنی: acknowledge categorize resolve-now withdraw dispute refer convert merge void
        hint: complaints advance 2026-01-0001-2
        [exit code: 4]
    "#]]);
    register.git(&["config", "complaints.lang", "xx"]);
    register.run("list").check(&expect![[r#"
        ------- stderr -------
        error: git config complaints.lang: `xx` is no language; known are en and fa
        hint: git config --unset complaints.lang
        [exit code: 1]
    "#]]);
}

#[test]
fn a_number_is_typed_in_the_digits_of_any_script() {
    let mut register = TestRegister::with_a_persian_complaint();
    register.run("categorize ۱ --category delivery --severity ۴ --complexity ٢ --safety no").check(&expect![[r#"
        ------- stderr -------
        1405-01-0001-7
        ارزیابی‌شده · ارسال · شدت ۴ · مسئول: sara
        پاسخ تا یکشنبه ۱۴۰۵/۰۸/۱۰، ساعت ۱۰:۰۶
    "#]]);
    register.run("categorize ۱ --severity ۹").check(&expect![[r#"
        ------- stderr -------
        error: invalid value '۹' for '--severity <1..5>': 9 is not in 1..=5

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.run("categorize ۱ --severity زیاد").check(&expect![[r#"
        ------- stderr -------
        error: invalid value 'زیاد' for '--severity <1..5>': a whole number is asked for

        For more information, try '--help'.
        [exit code: 2]
    "#]]);
    register.done("advance ۱ decide --finding upheld --why 'بارنامه'");
    register.done("advance ۱ respond --method phone --text 'پوزش'");
    register.done("feedback ۱ --handling ۴ --outcome ٥");
    register.done("advance ۱ close --no-reply ۲");
    register.run("list --sample ۱").check(&expect![[r#"
        شمارهٔ شکایت    │ وضعیت │ دریافت     │ دسته  │ موضوع          │ مسئول │ موعد
        ───────────────┼───────┼────────────┼───────┼────────────────┼───────┼──────
        1405-01-0001-7 │ بسته  │ ۱۴۰۵/۰۸/۰۶ │ ارسال │ تأخیر در تحویل │ sara  │
        ------- stderr -------
        ۱ شکایت، ۰ باز، ۰ موعدگذشته
    "#]]);
}
