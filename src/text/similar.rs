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
        .map(|candidate| (strsim::osa_distance(&wanted, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= FARTHEST && distance * 2 < letters)
        .collect();
    // Stable: equally near candidates keep the order in which the caller names them.
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_comes_first() {
        assert_eq!(nearest("clsoed", ["received", "close", "closed"]), ["closed", "close"]);
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
