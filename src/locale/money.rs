//! Amounts of money as people write them.

use super::Locale;
use crate::domain::money::Money;
use crate::text::language::Language;

impl Locale {
    /// Returns an amount with its thousands apart and the currency's name.
    pub fn money(&self, money: &Money) -> String {
        let text = money.to_string();
        let (amount, code) = text.split_once(' ').unwrap_or((&text, ""));
        let (whole, part) =
            amount.split_once('.').map_or((amount, String::new()), |(whole, part)| (whole, format!(".{part}")));
        let separator = if self.language == Language::Fa { '٬' } else { ',' };
        let digits = self.number(format!("{}{part}", grouped(whole, separator)));
        format!("{digits} {}", self.label("currency", code))
    }
}

/// Returns a whole number with `separator` between its thousands.
fn grouped(whole: &str, separator: char) -> String {
    let digits = whole.trim_start_matches('-');
    let mut text = whole[..whole.len() - digits.len()].to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart_and_a_sign_stays_in_front() {
        assert_eq!(grouped("-1234567", ','), "-1,234,567");
        assert_eq!(grouped("-123", ','), "-123");
    }
}
