//! `--from`: what a file of complaints or steps may say, and where it is told to be wrong.

use expect_test::expect;

use crate::support::TestRegister;

/// Takes one line of steps with a complaint that is assessed, and must be refused.
#[track_caller]
fn refused(line: &str, told: &expect_test::Expect) {
    let mut register = TestRegister::with_a_complaint();
    register.done("categorize 1 --category delivery --severity 2");
    let before = register.git(&["rev-parse", "HEAD"]);
    register.run_with_input("advance --from -", line).check(told);
    assert_eq!(register.git(&["rev-parse", "HEAD"]), before);
}

#[test]
fn a_line_takes_the_steps_of_advance_and_no_others() {
    for (step, told) in [
        (
            "undo",
            expect![[r#"
            ------- stderr -------
            error: standard input:1: `undo` is no step of `advance`; it takes: acknowledge investigate decide approve return respond resolve-now accept fulfil follow-up explain revise compensate close reopen withdraw refer convert merge void
            hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
            [exit code: 2]
        "#]],
        ),
        (
            "assign",
            expect![[r#"
            ------- stderr -------
            error: standard input:1: `assign` is no step of `advance`; it takes: acknowledge investigate decide approve return respond resolve-now accept fulfil follow-up explain revise compensate close reopen withdraw refer convert merge void
            hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
            [exit code: 2]
        "#]],
        ),
        (
            "categorize",
            expect![[r#"
            ------- stderr -------
            error: standard input:1: `categorize` is no step of `advance`; it takes: acknowledge investigate decide approve return respond resolve-now accept fulfil follow-up explain revise compensate close reopen withdraw refer convert merge void
            hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
            [exit code: 2]
        "#]],
        ),
    ] {
        refused(&format!(r#"{{"reference": "1", "step": "{step}"}}"#), &told);
    }
    for step in ["attach", "edit", "decide-review", "new"] {
        let mut register = TestRegister::with_a_complaint();
        let line = format!(r#"{{"reference": "1", "step": "{step}", "why": "So"}}"#);
        let told = register.run_with_input("advance --from -", &line).stderr();
        assert!(told.contains(&format!("`{step}` is no step")), "{told}");
    }
}

#[test]
fn a_line_says_no_two_things_that_exclude_each_other() {
    refused(
        r#"{"reference": "1", "step": "close", "solved": "no", "no_reply": 3}"#,
        &expect![[r#"
        ------- stderr -------
        error: standard input:1: `solved` and `no_reply` exclude each other
        hint: complaints advance --help
        [exit code: 2]
    "#]],
    );
    refused(
        r#"{"reference": "1", "step": "accept", "text": "agreed", "why": "So", "amount": "120 EUR"}"#,
        &expect![[r#"
        ------- stderr -------
        error: standard input:1: `text` and `why` exclude each other
        hint: complaints advance --help
        [exit code: 2]
    "#]],
    );
    refused(
        r#"{"reference": "1", "step": "accept", "text": "agreed", "amount": "120 EUR"}"#,
        &expect![[r#"
        ------- stderr -------
        error: standard input:1: `amount` needs `remedy`
        hint: complaints advance --help
        [exit code: 2]
    "#]],
    );
    refused(
        r#"{"reference": "1", "step": "decide", "finding": "upheld", "why": "So", "responsible": "sara"}"#,
        &expect![[r#"
        ------- stderr -------
        error: standard input:1: `responsible` needs `no_investigation`
        hint: complaints advance --help
        [exit code: 2]
    "#]],
    );
}

#[test]
fn a_line_names_somebody_or_nobody() {
    refused(
        r#"{"reference": "1", "step": "investigate", "investigator": ""}"#,
        &expect![[r#"
        ------- stderr -------
        error: standard input:1: a name is not empty
        hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
        [exit code: 2]
    "#]],
    );
    refused(
        r#"{"reference": "1", "step": "void", "why": "So", "second": " "}"#,
        &expect![[r#"
        ------- stderr -------
        error: standard input:1: a name is not empty
        hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
        [exit code: 2]
    "#]],
    );
    refused(
        r#"{"reference": "1", "step": "respond", "told": ["Anna", ""]}"#,
        &expect![[r#"
        ------- stderr -------
        error: standard input:1: a name is not empty
        hint: a line looks like: {"reference": "147", "step": "close", "at": "2026-11-21 10:05", "solved": "yes"}
        [exit code: 2]
    "#]],
    );
}

#[test]
fn a_mistake_in_json_is_told_with_its_own_line() {
    let mut register = TestRegister::english();
    let mut told = |text: &str| register.run_with_input("new --from -", text);
    told("{\n \"channel\": \"fone\",\n \"phone\": \"1\",\n \"statement\": \"x\"\n}\n").check(&expect![[r#"
        ------- stderr -------
        error: standard input:2: `fone` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
    told("\n{\n \"channel\": \"phone\"\n \"phone\": \"1\"\n}\n").check(&expect![[r#"
        ------- stderr -------
        error: standard input:4: expected `,` or `}`
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
    told("[\n {\"channel\": \"phone\", \"phone\": \"1\", \"statement\": \"x\"},\n\n {\n  \"channel\": \"phone\",\n  \"phone\": \"1\"\n }\n]\n").check(&expect![[r#"
        ------- stderr -------
        error: standard input:4: the statement is missing: what happened
        hint: complaints new --channel phone --name "…" --phone … --statement "…"
        [exit code: 2]
    "#]]);
    told("[\n {\"channel\": \"phone\", \"phone\": \"1\", \"statement\": \"x\"},\n {\n  \"channel\": \"fone\"}\n]\n").check(&expect![[r#"
        ------- stderr -------
        error: standard input:4: `fone` is no channel; allowed: phone email web-form chat sms messenger social letter fax in-person call-centre third-party regulator legal review-site staff other
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
}

#[test]
fn many_complaints_in_yaml_are_refused_with_the_form_that_takes_them() {
    let mut register = TestRegister::english();
    register.write("two.yaml", "- statement: It broke\n  channel: phone\n- statement: It broke\n  channel: phone\n");
    register.run("new --from two.yaml").check(&expect![[r#"
        ------- stderr -------
        error: two.yaml:1: as YAML it is one; many come as JSON lines or as a JSON list
        hint: a line looks like: {"statement": "…", "channel": "phone", "name": "…", "phone": "…"}; keys: complaints new --help
        [exit code: 2]
    "#]]);
}
