//! Names of people: whether two of them can be those of one person. Guesses by form alone.

use std::collections::BTreeSet;

use crate::text::apology::words_of;

/// Returns whether two names are hardly those of one person: each has a word that the other lacks. Initials say nothing, and
/// in two scripts a name has no word in common with itself, so such names are not compared.
pub fn contradict(one: &str, other: &str) -> bool {
    let (one, other) = (words_of(one), words_of(other));
    let (one, other) = (telling(&one), telling(&other));
    is_latin(&one) == is_latin(&other) && !one.is_subset(&other) && !other.is_subset(&one)
}

fn telling(words: &str) -> BTreeSet<&str> {
    words.split_whitespace().filter(|word| word.chars().count() > 1).collect()
}

fn is_latin(words: &BTreeSet<&str>) -> bool {
    words.iter().any(|word| word.contains(|letter: char| letter.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shorter_name_and_another_spelling_are_no_other_person() {
        assert!(!contradict("Maryam Rezaei", "rezaei"));
        assert!(!contradict("Maryam Rezaei", "M. Rezaei"));
        assert!(!contradict("مریم رضایی", "مريم رضايي"));
        assert!(!contradict("مریم رضایی", "Maryam Rezaei"));
        assert!(!contradict("", "Maryam"));
        assert!(contradict("Maryam Rezaei", "Ali Rezaei"));
        assert!(contradict("مریم رضایی", "علی کریمی"));
    }
}
