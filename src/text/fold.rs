//! One spelling for search: two texts that a reader takes for the same fold to the same key.
//!
//! A key is for comparing only and is never shown or stored; the stored text stays as it was written.

use unicode_normalization::UnicodeNormalization;

use crate::text::digits;

const IRAN: &str = "98";

/// Returns the search key of `text`: compatibility-normalized (NFKC), Arabic letters as Persian ones, digits as ASCII,
/// lower case, without vowel marks, joiners and direction marks, and with single spaces between words.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for character in text.nfkc().filter(|character| !is_dropped(*character)) {
        if !character.is_whitespace() {
            key.extend(letter(digits::ascii_digit(character)).to_lowercase());
        } else if !key.is_empty() && !key.ends_with(' ') {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Returns the digits by which two spellings of a telephone number are compared.
///
/// Iranian numbers come out as dialled inside the country: `+98 912 …`, `0098912…`, `98912…` and `912…` all give
/// `0912…`. Any other number gives its digits without the international prefix `+` or `00`.
pub fn phone(text: &str) -> String {
    let digits: String = digits::to_ascii(text).chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("00").unwrap_or(&digits);
    let names_country = abroad.len() < digits.len() || text.trim_start().starts_with('+') || abroad.len() == 12;
    match abroad.strip_prefix(IRAN) {
        // `+98 (0)912` is common and wrong: the zero is dialled only inside the country.
        Some(national) if names_country => format!("0{}", national.trim_start_matches('0')),
        _ if abroad.len() == 10 && abroad.starts_with('9') => format!("0{abroad}"),
        _ => abroad.to_owned(),
    }
}

fn letter(character: char) -> char {
    match character {
        'ي' | 'ى' | 'ئ' | 'ې' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ة' | 'ۀ' | 'ە' | 'ہ' => 'ه',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        other => other,
    }
}

fn is_dropped(character: char) -> bool {
    matches!(character,
        'ء' | 'ـ'
        // Vowel marks and the hamza and madda above or below a letter.
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6ED}'
        // Soft hyphen, joiners, direction marks, embeddings, isolates, byte order mark.
        | '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_that_readers_take_for_the_same_fold_together() {
        let pairs = [
            ("می‌شود", "میشود"),
            ("كتاب‌هاي", "کتابهای"),
            ("لطفاً", "لطفا"),
            ("شمارۀ ٣", "شمارهٔ ۳"),
            ("ﻻﺯﻡ", "لازم"),
            ("تأخیر", "تاخیر"),
            ("آقای", "اقای"),
            ("ISO ۱۰۰۰۲", "iso 10002"),
            ("café", "CAFE\u{301}"),
            ("کت\u{200D}اب", "کتاب"),
            ("  سلام\u{A0}\n دنیا ", "سلام دنیا"),
            ("کـــالا", "کالا"),
            ("املاء", "املا"),
        ];
        for (left, right) in pairs {
            assert_eq!(fold(left), fold(right), "{left} and {right}");
        }
    }

    #[test]
    fn a_space_is_no_joiner() {
        assert_ne!(fold("می شود"), fold("می‌شود"));
    }

    #[test]
    fn punctuation_stays_so_that_addresses_can_be_found() {
        assert_eq!(fold("Sara@Alborz.Example"), "sara@alborz.example");
    }

    #[test]
    fn an_iranian_number_has_one_spelling() {
        for typed in [
            "09121234567",
            "۰۹۱۲ ۱۲۳ ۴۵۶۷",
            "+98 912 123 4567",
            "0098-912-1234567",
            "989121234567",
            "+98 (0)912 1234567",
            "9121234567",
        ] {
            assert_eq!(phone(typed), "09121234567", "{typed}");
        }
        assert_eq!(phone("+98 21 1234 5678"), phone("۰۲۱-۱۲۳۴۵۶۷۸"));
    }

    #[test]
    fn a_foreign_number_keeps_its_country() {
        assert_eq!(phone("+44 20 7946 0000"), "442079460000");
        assert_eq!(phone("0044 20 7946 0000"), phone("+442079460000"));
        assert_eq!(phone("no number"), "");
    }

    proptest! {
        #[test]
        fn folding_never_panics_and_leaves_no_stray_space(text in any::<String>()) {
            let key = fold(&text);
            prop_assert_eq!(key.trim(), &key);
            prop_assert!(!key.contains("  "));
            prop_assert!(phone(&text).bytes().all(|byte| byte.is_ascii_digit()));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[\u{600}-\u{6FF}\u{200B}-\u{200F}a-zA-Z0-9 ]{0,40}") {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key);
        }
    }
}
