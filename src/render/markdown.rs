//! Markdown as GitHub and GitLab read it, safe for texts of strangers.

use super::table::{Column, Table};
use crate::text::sanitize;

/// Returns a table with its heading, numbers to the right.
pub fn table(table: &Table) -> String {
    let titles = row(table.columns().iter().map(|column| escape(column.title())));
    let rule = row(table.columns().iter().map(rule));
    let rows: String = table.rows().iter().map(|cells| row(cells.iter().map(|cell| escape(cell)))).collect();
    format!("{titles}{rule}{rows}")
}

/// Returns `text` to stand within a line: nothing in it is read as Markdown or HTML.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for character in sanitize::line(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => escaped.extend(['\\', character]),
            other => escaped.push(other),
        }
    }
    escaped
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

fn rule(column: &Column) -> String {
    if column.is_numeric() { "--:" } else { "---" }.to_owned()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_table_has_a_heading_and_a_rule() {
        let mut goods = Table::new([Column::words("Category"), Column::numbers("Received")]);
        goods.row(["ارسال", "12"]).row(["a | b", "3"]);
        expect![[r#"
            | Category | Received |
            | --- | --: |
            | ارسال | 12 |
            | a \| b | 3 |
        "#]].assert_eq(&table(&goods));
    }

    #[test]
    fn nothing_in_a_text_is_read_as_markup() {
        assert_eq!(escape("<b>&[x](y) `c` *d* e_f"), r"&lt;b&gt;&amp;\[x\](y) \`c\` \*d\* e\_f");
        assert_eq!(escape("one\ntwo|\\"), r"one two\|\\");
    }

    proptest! {
        #[test]
        fn a_cell_never_opens_another_one(text in any::<String>()) {
            let escaped = escape(&text);
            prop_assert!(!escaped.replace(r"\\", "").replace(r"\|", "").contains('|'), "{escaped}");
            prop_assert!(!escaped.contains(['<', '>', '\n']));
        }
    }
}
