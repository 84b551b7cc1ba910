//! What of a printed paper its reader sees. Comments, tags with their attributes, and elements that a browser never draws
//! are no place for what a paper must say. What a style sheet hides is not known here.

/// Elements whose text is not on the page.
const UNDRAWN: [&str; 6] = ["head", "noscript", "script", "style", "template", "title"];

/// Returns the text that a page shows.
pub(super) fn of_page(page: &str) -> String {
    let mut seen = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((text, markup)) = rest.split_once('<') {
        seen.push_str(text);
        rest = if let Some(comment) = markup.strip_prefix("!--") {
            behind(comment, "-->")
        } else if markup.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!' | '?')) {
            behind_element(markup)
        } else {
            seen.push('<');
            markup
        };
    }
    seen.push_str(rest);
    seen
}

/// Returns a text without its comments, as Markdown shows it.
pub(super) fn without_comments(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((shown, comment)) = rest.split_once("<!--") {
        seen.push_str(shown);
        rest = behind(comment, "-->");
    }
    seen.push_str(rest);
    seen
}

/// Returns what stands behind a tag, and behind all that belongs to it where it is never drawn.
fn behind_element(markup: &str) -> &str {
    let name = markup.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    let rest = behind_tag(markup);
    if UNDRAWN.iter().any(|undrawn| name.eq_ignore_ascii_case(undrawn)) {
        let end = format!("</{}", name.to_ascii_lowercase());
        let start = rest.to_ascii_lowercase().find(&end);
        return start.and_then(|start| rest.get(start..)).map_or("", behind_tag);
    }
    rest
}

/// Returns what stands behind the end of a tag; a sign within quotes does not end it.
fn behind_tag(markup: &str) -> &str {
    let mut quote = None;
    let end = markup.find(|letter: char| {
        match quote {
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            Some(opened) if opened == letter => quote = None,
            _ => {}
        }
        quote.is_none() && letter == '>'
    });
    end.and_then(|end| markup.get(end + 1..)).unwrap_or_default()
}

fn behind<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_browser_does_not_draw_is_not_seen() {
        for (page, seen) in [
            ("a<!-- b -->c", "ac"),
            ("a<!-- b", "a"),
            ("<p title=\"a>b\" lang='x'>c</p>d", "cd"),
            ("<STYLE>a</b></Style >c<template>d</template>", "c"),
            ("<script>a", ""),
            ("1 < 2 <br/>3 <", "1 < 2 3 <"),
            ("<!DOCTYPE html><?x y?>a", "a"),
        ] {
            assert_eq!(of_page(page), seen, "{page}");
        }
        assert_eq!(without_comments("a<!-- b -->c <d@mail.example> <!--"), "ac <d@mail.example> ");
    }

    proptest! {
        #[test]
        fn it_never_panics_and_adds_nothing(page in ".*") {
            prop_assert!(of_page(&page).chars().count() <= page.chars().count());
            prop_assert!(without_comments(&page).chars().count() <= page.chars().count());
        }
    }
}
