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

    #[test]
    fn one_style_sheet_serves_both_directions() {
        for side in ["left", "right"] {
            assert!(!STYLE.contains(side), "`{side}` in templates/paper.css: use the logical property");
        }
    }
}
