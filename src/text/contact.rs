//! What in a text names a person without a name: telephone numbers, e-mail addresses, numbers of bank cards and identities.
//!
//! Guesses by form alone: nobody is asked whether a number is in use.

use crate::text::digits;
use crate::text::fold::{fold, phone};

/// So many digits make a telephone number; orders and dates have fewer.
const PHONE: usize = 10;
/// So many digits has a bank card.
const CARD: usize = 16;
/// So many digits has an Iranian national code.
const NATIONAL: usize = 10;

/// Returns the telephone numbers of a text, folded: those that begin with a zero or a plus.
pub fn phones(text: &str) -> impl Iterator<Item = String> {
    let is_phone = |run: &String| digits_of(run).count() >= PHONE && run.starts_with(['0', '+']);
    runs(text).filter(is_phone).map(|run| phone(&run))
}

/// Returns the e-mail addresses of a text, folded.
pub fn addresses(text: &str) -> impl Iterator<Item = String> {
    let words = text.split_whitespace().filter(|word| word.contains('@'));
    words.map(|word| fold(word.trim_matches(|letter: char| ".,;:()<>«»،؛".contains(letter))))
}

/// Returns whether the digits of a number end those of another one: several may stand behind one another.
pub fn holds_phone(found: &str, known: &str) -> bool {
    let known = known.trim_start_matches('0');
    known.len() + 1 >= PHONE && found.contains(known)
}

/// Returns the code of what a text holds that leads to a person; `None` when nothing in it looks like that.
pub fn leads_to_a_person(text: &str) -> Option<&'static str> {
    let has = |is_kind: fn(&[u32]) -> bool| runs(text).any(|run| is_kind(&digits_of(&run).collect::<Vec<_>>()));
    if addresses(text).any(|address| is_address(&address)) {
        Some("email")
    } else if has(is_card) {
        Some("card")
    } else if phones(text).next().is_some() {
        Some("phone")
    } else {
        has(is_national).then_some("national-code")
    }
}

/// Returns the runs of digits of a text with what stands between digits of one number.
fn runs(text: &str) -> impl Iterator<Item = String> {
    let is_part = |letter: char| letter.is_ascii_digit() || "+-() ".contains(letter);
    let text = digits::to_ascii(text);
    let runs: Vec<String> = text.split(|letter| !is_part(letter)).map(str::to_owned).collect();
    runs.into_iter().map(|run| run.trim_matches(|letter: char| "-() ".contains(letter)).to_owned())
}

fn digits_of(run: &str) -> impl Iterator<Item = u32> {
    run.chars().filter_map(|letter| letter.to_digit(10))
}

fn is_address(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.trim_matches('.').contains('.'))
}

/// Returns whether the digits are those of a bank card, by the last one, which checks the others (Luhn).
fn is_card(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
    let weighed = |(place, digit): (usize, &u32)| if place % 2 == 1 { doubled(*digit) } else { *digit };
    digits.len() == CARD && digits.iter().rev().enumerate().map(weighed).sum::<u32>() % 10 == 0
}

/// Returns whether the digits are those of an Iranian national code, by the last one, which checks the others.
fn is_national(digits: &[u32]) -> bool {
    let [first, .., last] = digits else { return false };
    let weights = (2..=10).rev();
    let rest = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11;
    let check = if rest < 2 { rest } else { 11 - rest };
    digits.len() == NATIONAL && *last == check && digits.iter().any(|digit| digit != first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_leads_to_a_person_is_known_by_its_form() {
        for (text, what) in [
            ("Call 0912 123 4567 after six", "phone"),
            ("تماس با ۰۹۱۲۱۲۳۴۵۶۷", "phone"),
            ("write to <maryam@example.ir>, please", "email"),
            ("کارت ۶۰۳۷-۹۹۱۱-۱۱۱۱-۱۱۱۲", "card"),
            ("code 0499370899", "phone"),
            ("کد ملی ۱۲۳۴۵۶۷۸۹۱", "national-code"),
        ] {
            assert_eq!(leads_to_a_person(text), Some(what), "{text}");
        }
    }

    #[test]
    fn orders_dates_amounts_and_names_of_accounts_lead_to_nobody() {
        for text in
            ["Order 88213", "۱۴۰۵/۰۸/۰۶ ۱۰:۰۵", "12,000,000 IRR", "1405-01-0147-1", "@alborz late", "1111111111", ""]
        {
            assert_eq!(leads_to_a_person(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            leads_to_a_person(&text);
            prop_assert!(phones(&text).all(|number| number.bytes().all(|digit| digit.is_ascii_digit())));
        }
    }
}
