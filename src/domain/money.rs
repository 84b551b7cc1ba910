//! Amounts: integer minor units with an ISO 4217 code, never a float.
//!
//! Iranian prices are spoken in toman and written in rial, ten to one. Input accepts `1200000t` for toman and stores rial,
//! so that the confusion by ten cannot reach a file.

use std::fmt;
use std::str::FromStr;

use crate::text::digits;

/// An amount of money in the minor unit of its currency (cents; whole rials, which have no smaller unit).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    minor_units: i64,
    currency: Currency,
}

/// A currency this tool knows the minor unit of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency {
    code: &'static str,
    decimals: u32,
}

/// Why a text is no amount of money.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The text has no shape of an amount.
    #[error("`{found}` is no amount: write `1200000 IRR`, `120000t` (toman) or `12.50 EUR`")]
    Shape {
        /// What was typed.
        found: String,
    },
    /// The currency is not in the table.
    #[error("`{found}` is no currency this tool knows")]
    Currency {
        /// The code that was typed.
        found: String,
    },
}

/// Currencies and their decimals (ISO 4217). The rial has none in practice: its hundredth has not existed for decades.
const CURRENCIES: &[Currency] = &[
    Currency { code: "IRR", decimals: 0 },
    Currency { code: "EUR", decimals: 2 },
    Currency { code: "USD", decimals: 2 },
    Currency { code: "GBP", decimals: 2 },
    Currency { code: "AUD", decimals: 2 },
    Currency { code: "CAD", decimals: 2 },
    Currency { code: "CHF", decimals: 2 },
    Currency { code: "TRY", decimals: 2 },
    Currency { code: "AED", decimals: 2 },
    Currency { code: "IQD", decimals: 3 },
    Currency { code: "JPY", decimals: 0 },
];

impl Currency {
    /// Returns the ISO 4217 code.
    pub fn code(self) -> &'static str {
        self.code
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, MoneyError> {
        let known = CURRENCIES.iter().copied().find(|currency| currency.code == code);
        known.ok_or_else(|| MoneyError::Currency { found: code.to_owned() })
    }
}

impl Money {
    /// Returns the amount of `minor_units` in `currency`.
    pub fn new(minor_units: i64, currency: Currency) -> Self {
        Self { minor_units, currency }
    }

    /// Returns the amount in minor units.
    pub fn minor_units(&self) -> i64 {
        self.minor_units
    }

    /// Returns the currency.
    pub fn currency(&self) -> Currency {
        self.currency
    }
}

impl fmt::Display for Money {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_i64.pow(self.currency.decimals);
        let (whole, part) = (self.minor_units / unit, (self.minor_units % unit).abs());
        let width = self.currency.decimals as usize;
        match width {
            0 => write!(out, "{whole} {}", self.currency.code),
            _ => write!(out, "{whole}.{part:0width$} {}", self.currency.code),
        }
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let shape = || MoneyError::Shape { found: text.to_owned() };
        let plain: String = digits::to_ascii(text)
            .chars()
            .filter(|character| !matches!(character, ',' | '٬' | '_'))
            .map(|character| if character == '٫' { '.' } else { character })
            .collect();
        let plain = plain.trim();
        if let Some(toman) = plain.strip_suffix(['t', 'T']).or_else(|| plain.strip_suffix("تومان")) {
            let toman: i64 = toman.trim().parse().map_err(|_| shape())?;
            let rial = toman.checked_mul(10).filter(|rial| *rial >= 0).ok_or_else(shape)?;
            return Ok(Self::new(rial, "IRR".parse()?));
        }
        let (amount, code) = plain.split_once(char::is_whitespace).ok_or_else(shape)?;
        let currency: Currency = if code.trim() == "ریال" { "IRR".parse()? } else { code.trim().parse()? };
        let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
        let decimals = currency.decimals as usize;
        let digits_only = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || part.len() > decimals || !digits_only(whole) || !digits_only(part) {
            return Err(shape());
        }
        let minor_units = format!("{whole}{part:0<decimals$}").parse().map_err(|_| shape())?;
        Ok(Self::new(minor_units, currency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        text.parse::<Money>().map_or_else(|error| error.to_string(), |money| money.to_string())
    }

    #[test]
    fn toman_is_stored_in_rial() {
        assert_eq!(read("1200000t"), "12000000 IRR");
        assert_eq!(read("۱۲۰٬۰۰۰ تومان"), "1200000 IRR");
        assert_eq!(read("1200000 IRR"), "1200000 IRR");
    }

    #[test]
    fn cents_are_never_rounded() {
        assert_eq!(read("12.50 EUR"), "12.50 EUR");
        assert_eq!(read("12.5 EUR"), "12.50 EUR");
        for bad in ["12.505 EUR", "-3 EUR", "12", "1 ABC", "", "1.5 IRR", "9223372036854775807t"] {
            assert!(bad.parse::<Money>().is_err(), "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC*") {
            drop(text.parse::<Money>());
        }
    }
}
