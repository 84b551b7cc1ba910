//! English numbers of things and lists of names in messages. Persian needs neither: its nouns do not change after a number.

use std::fmt;

/// Returns `number` and `noun` in the right number: "1 complaint", "2 complaints", "3 categories".
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {}", plural(noun)) }
}

/// Returns the items in backticks, as a sentence lists them: "`a`, `b` and `c`".
pub fn list(items: &[impl fmt::Display], conjunction: &str) -> String {
    let quoted: Vec<String> = items.iter().map(|item| format!("`{item}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => format!("{} {conjunction} {last}", head.join(", ")),
    }
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "x", "ch", "sh"].iter().any(|hiss| noun.ends_with(hiss)) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_follow_their_number() {
        assert_eq!(count(1, "complaint"), "1 complaint");
        assert_eq!(count(0, "complaint"), "0 complaints");
        assert_eq!(count(2, "category"), "2 categories");
        assert_eq!(count(3, "working day"), "3 working days");
        assert_eq!(count(2, "loss"), "2 losses");
    }

    #[test]
    fn names_are_quoted_and_joined() {
        assert_eq!(list(&["a", "b", "c"], "and"), "`a`, `b` and `c`");
        assert_eq!(list(&["a", "b"], "or"), "`a` or `b`");
        assert_eq!(list(&["a"], "or"), "`a`");
        assert_eq!(list(&[] as &[&str], "or"), "");
    }
}
