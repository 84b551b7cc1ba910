//! `complaints search`: where in all complaints something was said.

use expect_test::expect;

use crate::support::TestRegister;

fn two() -> TestRegister {
    let mut register = TestRegister::with_a_complaint();
    register.done("note 1 'The log of the courier says Wednesday, and the driver called twice before he came at last'");
    register.done(
        "new --channel email --phone '+98 912 555 4433' --name 'امید' --statement 'بسته‌بندي پاره بود و كتاب خيس شد'",
    );
    register
}

#[test]
fn passages_are_shown_with_where_they_stand() {
    let mut register = two();
    register.run("search courier").check(&expect![[r#"
        Reference      │ Where        │ What was said
        ───────────────┼──────────────┼────────────────────────────────────────────────────────
        2026-01-0001-2 │ Note written │ The log of the courier says Wednesday, and the driver…
        ------- stderr -------
        1 passage
    "#]]);
    register.run("search 'driver CALLED'").check(&expect![[r#"
        Reference      │ Where        │ What was said
        ───────────────┼──────────────┼─────────────────────────────────────────────────────────────────────────
        2026-01-0001-2 │ Note written │ …courier says Wednesday, and the driver called twice before he came at…
        ------- stderr -------
        1 passage
    "#]]);
    register.run("search 'nothing of the kind'").check(&expect![[r#"
        Reference │ Where │ What was said
        ──────────┼───────┼───────────────
        ------- stderr -------
        nothing found
    "#]]);
}

#[test]
fn the_spelling_of_persian_and_of_numbers_does_not_matter() {
    let mut register = two();
    register.run("search بستهبندی --format plain").check(&expect![[r#"
        2026-01-0002-0\u{9}statement\u{9}بسته‌بندي پاره بود و كتاب خيس…
    "#]]);
    register.run("search 'کتاب خیس' --format jsonl").check(&expect![[r#"
        {"schema":1,"reference":"2026-01-0002-0","place":"statement","text":"بسته‌بندي پاره بود و كتاب خيس شد"}
    "#]]);
    register.run("search ۰۹۱۲۵۵۵ --format json").check(&expect![[r#"
        {"schema":1,"passages":[{"reference":"2026-01-0002-0","place":"phone","text":"+98 912 555 4433"}]}
    "#]]);
    register.run("--lang fa search ۰۹۱۲۵۵۵").check(&expect![[r#"
        شمارهٔ شکایت    │ کجا  │ متن
        ───────────────┼──────┼──────────────────
        2026-01-0002-0 │ تلفن │ +98 912 555 4433
        ------- stderr -------
        ۱ مورد
    "#]]);
}

#[test]
fn a_question_narrows_the_search() {
    let mut register = two();
    register.run("search بود channel:phone --format plain").check(&expect![[""]]);
    register.run("search بود channel:email --format md").check(&expect![[r#"
        | Reference | Where | What was said |
        | --- | --- | --- |
        | 2026-01-0002-0 | Statement | بسته‌بندي پاره بود و كتاب خيس شد |
        ------- stderr -------
        1 passage
    "#]]);
}
