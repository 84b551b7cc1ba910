//! Sentences that apologize: an apology that many people get word for word is none.

use crate::text::fold::fold;

/// How an apology begins, as folded words; several languages, since letters are.
const APOLOGIES: [&str; 7] = ["apolog", "sorry", "regret", "پوزش", "عذرخواه", "متاسف", "معذرت"];

/// Returns the sentences of a text that apologize, folded so that they can be compared.
pub fn apologies(text: &str) -> impl Iterator<Item = String> {
    let sentences = text.split(['.', '!', '?', '؟', '؛', ';', '\n']).map(words_of);
    sentences.filter(|sentence| APOLOGIES.iter().any(|word| sentence.contains(word)))
}

/// Returns a text as folded words, with a space on either side of each.
pub fn words_of(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |text, word| text + word + " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apology_is_known_in_both_languages_and_however_it_is_written() {
        let found = |text: &str| apologies(text).collect::<Vec<_>>();
        assert_eq!(found("It was late. We are SORRY for that!"), [" we are sorry for that "]);
        assert_eq!(found("پوزش ما را بپذيريد."), found("پوزش ما را بپذیرید؛ سپاس"));
        assert!(found("The driver waited for an hour.").is_empty());
    }
}
