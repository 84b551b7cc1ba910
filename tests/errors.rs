//! The catalogue of errors: what people type, what is printed, and how it ends, by exit code; written to `docs/errors.md`.
//!
//! `UPDATE_EXPECT=1 cargo test errors` writes down what the program says now; read the diff before you commit it.

use std::fmt::Write;
use std::sync::LazyLock;

use complaints::exit::Exit;
use expect_test::expect_file;

use crate::cases::{self, Case};
use crate::support::TestRegister;

const CASES_OF_A_THREAD: usize = 32;

/// How each case ends, and its piece of the catalogue.
static TOLD: LazyLock<Vec<(Exit, String)>> = LazyLock::new(|| {
    let cases = cases::all();
    std::thread::scope(|scope| {
        let some = cases.chunks(CASES_OF_A_THREAD);
        let threads: Vec<_> = some.map(|some| scope.spawn(|| some.iter().map(told).collect::<Vec<_>>())).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("each case can be told")).collect()
    })
});

#[test]
#[cfg_attr(feature = "pdf", ignore = "the catalogue tells the program as it is built by default")]
fn every_message_stands_in_the_catalogue() {
    let mut all = TOLD.clone();
    // Stable: within an exit code the cases stay in the order in which they are declared.
    all.sort_by_key(|(exit, _)| *exit);
    let mut page = String::from(INTRODUCTION);
    for (exit, meaning) in Exit::TABLE {
        let texts: Vec<&String> = all.iter().filter(|(of, _)| of == exit).map(|(_, text)| text).collect();
        if !texts.is_empty() {
            write!(page, "\n## {}: {meaning}\n", exit.code()).expect("a string can be written to");
            page.extend(texts.into_iter().map(String::as_str));
        }
    }
    expect_file!["../docs/errors.md"].assert_eq(&page);
}

#[test]
fn an_error_is_one_line_in_small_letters_without_a_full_stop() {
    let mut wrong = Vec::new();
    for (_, text) in &*TOLD {
        for line in text.lines().filter(|line| line.starts_with("error: ") || line.starts_with("hint: ")) {
            let message = line.split_once(": ").map_or(line, |(_, message)| message);
            let is_loud = message.starts_with(char::is_uppercase);
            if is_loud || message.ends_with('.') || message.trim() != message || message.is_empty() {
                wrong.push(line.to_owned());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const INTRODUCTION: &str = "\
# Errors

What the program says when something is refused or fails, by exit code. Each block shows what is typed and all that is printed. This page is
written by a test, which fails when it is stale.

An error is one line. `caused by:` names what is behind it, indented lines belong to it, and `hint:` is what to type next. The labels
stay English in every language, so that scripts find them.
";

/// Returns how a case ends, and its piece of the catalogue.
fn told(case: &Case) -> (Exit, String) {
    let mut register = TestRegister::with_a_complaint();
    (case.prepare)(&mut register);
    let output = register.run_with_input(case.typed, case.input);
    let space = if case.typed.is_empty() { "" } else { " " };
    let typed = case.typed.replace('\n', " ");
    let stdin = if case.input.is_empty() { String::new() } else { format!("\n{}", case.input.trim_end()) };
    let printed = output.both();
    let printed = printed.trim_end();
    (output.exit, format!("\n{}:\n```text\n$ complaints{space}{typed}{stdin}\n{printed}\n```\n", case.when))
}
