//! Nearest names, for "did you mean".

use crate::text::fold::fold;

/// More typing errors than this and a suggestion is a guess.
const FARTHEST: usize = 3;

/// Returns the candidates that `typed` is probably a misspelling of, best first: at most three letters away, and fewer
/// than half of the letters typed.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let wanted = fold(typed);
    let letters = wanted.chars().count();
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .map(|candidate| (distance(&wanted, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= FARTHEST && distance * 2 < letters)
        .collect();
    // Stable: equally near candidates keep the order in which the caller names them.
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Returns how far two words are apart; a word of a code such as `staff-conduct` is near to the whole.
fn distance(wanted: &str, candidate: &str) -> usize {
    let is_part = candidate.split('-').any(|word| word == wanted);
    if is_part { 1 } else { strsim::osa_distance(wanted, candidate) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_comes_first() {
        assert_eq!(nearest("clsoed", ["received", "close", "closed"]), ["closed", "close"]);
    }

    #[test]
    fn a_word_of_a_code_means_the_code() {
        assert_eq!(nearest("conduct", ["quality", "staff-conduct"]), ["staff-conduct"]);
    }

    #[test]
    fn spelling_habits_are_no_distance() {
        assert_eq!(nearest("كيفيت", ["کیفیت", "ارسال"]), ["کیفیت"]);
    }

    #[test]
    fn short_or_far_words_get_no_suggestion() {
        assert!(nearest("ab", ["cd", "ac"]).is_empty());
        assert!(nearest("investigate", ["close", "withdraw"]).is_empty());
        assert!(nearest("", ["close"]).is_empty());
    }
}
