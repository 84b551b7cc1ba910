//! The page around an HTML paper: one file that needs nothing else, and in which nothing can run.
//!
//! The font and the style sheet are inside, so a paper looks the same on every machine and asks no server for anything. The
//! security policy forbids scripts, frames, forms and every address: if escaping ever failed, what broke out would lie still.

use encodify::base64::STANDARD;

use super::template::html_text;
use crate::domain::code::words;
use crate::text::language::Language;

/// Vazirmatn (OFL-1.1, see `templates/fonts/OFL.txt`): Persian and Latin letters in all weights from regular to bold.
const FONT: &[u8] = include_bytes!("../../templates/fonts/vazirmatn.woff2");

const STYLE: &str = include_str!("../../templates/paper.css");

/// What a browser may do with the page: use the style and the font that stand in it, nothing else.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

words! {
    /// How a page looks.
    Print, "look of a page" {
        /// For most readers.
        Usual => "usual",
        /// For readers who see badly: large letters.
        Large => "large",
        /// For readers who are distracted by frames and columns, for screen readers and fax: one thing below the other.
        Plain => "plain",
    }
}

/// Returns a whole HTML document around `body`, which a template has escaped.
pub(super) fn page(title: &str, body: &str, language: Language, print: Print) -> String {
    let direction = match language {
        Language::En => "ltr",
        Language::Fa => "rtl",
    };
    let (title, font) = (html_text(title), STANDARD.encode(FONT));
    format!(
        r#"<!DOCTYPE html>
<html lang="{language}" dir="{direction}" class="{print}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
@font-face {{ font-family: Vazirmatn; font-weight: 400 700; src: url(data:font/woff2;base64,{font}) format("woff2"); }}
{STYLE}</style>
</head>
<body>
{body}</body>
</html>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_its_language_and_direction_and_lets_nothing_run() {
        let page = page("a <b> & c", "<main></main>\n", Language::Fa, Print::Large);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"fa\" dir=\"rtl\" class=\"large\">\n"));
        assert!(page.contains("<title>a &lt;b&gt; &amp; c</title>"));
        assert!(page.contains("default-src 'none'"));
        assert!(page.ends_with("</style>\n</head>\n<body>\n<main></main>\n</body>\n</html>\n"));
    }

    #[test]
    fn nothing_is_fetched_from_elsewhere() {
        let page = page("title", "", Language::En, Print::Usual);
        for address in ["http:", "https:", "//", "@import", "<script", "<link"] {
            let outside_font = page.split("base64,").next().unwrap_or_default();
            assert!(!outside_font.contains(address) && !STYLE.contains(address), "{address}");
        }
    }

    #[test]
    fn the_font_stays_small_enough_to_be_mailed() {
        assert!(FONT.starts_with(b"wOF2"));
        assert!(FONT.len() <= 60_000, "{} bytes", FONT.len());
    }

    /// Returns the relative luminance of a colour such as `#1b2733`, by WCAG 2.2.
    fn luminance(colour: &str) -> f64 {
        let digits = colour.trim_start_matches('#');
        let whole = if digits.len() == 3 {
            digits.chars().flat_map(|digit| [digit, digit]).collect()
        } else {
            digits.to_owned()
        };
        let channel = |place: usize| {
            let value = f64::from(u8::from_str_radix(&whole[place..place + 2], 16).expect("a colour")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Returns the colour of a variable in a rule of the style sheet.
    fn colour<'a>(rule: &str, variable: &str) -> &'a str {
        let (_, rest) = STYLE.split_once(rule).expect("the rule");
        let (_, rest) = rest.split_once(&format!("--{variable}: ")).expect("the variable");
        rest.split(';').next().expect("a colour")
    }

    #[test]
    fn every_colour_of_letters_stands_out_as_wcag_aa_asks() {
        assert!(
            (contrast("#000", "#ffffff") - 21.0).abs() < 0.001 && (contrast("#777777", "#fff") - 4.478).abs() < 0.001
        );
        for rule in [":root {", "html.plain {"] {
            for letters in ["ink", "soft", "accent"] {
                for ground in ["#fff", colour(rule, "tint")] {
                    let found = contrast(colour(rule, letters), ground);
                    assert!(found >= 4.5, "{rule} {letters} on {ground}: {found:.2}");
                }
            }
        }
        assert!(!STYLE.contains("opacity"), "nothing makes letters paler than their colour");
    }

    #[test]
    fn one_style_sheet_serves_both_directions() {
        for side in ["left", "right"] {
            assert!(!STYLE.contains(side), "`{side}` in templates/paper.css: use the logical property");
        }
    }
}
