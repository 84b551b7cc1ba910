//! Tables as Markdown, as GitHub and GitLab read it.

use super::table::{Column, Table};
use crate::document::markdown::escape;

/// Returns a table with its heading, numbers to the right.
pub fn table(table: &Table) -> String {
    let titles = row(table.columns().iter().map(|column| escape(column.title())));
    let rule = row(table.columns().iter().map(rule));
    let rows: String = table.rows().iter().map(|cells| row(cells.iter().map(|cell| escape(cell)))).collect();
    format!("{titles}{rule}{rows}")
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
        "#]]
        .assert_eq(&table(&goods));
    }

    proptest! {
        #[test]
        fn a_cell_never_opens_another_one(text in any::<String>()) {
            let mut one = Table::new([Column::words("one")]);
            let written = table(one.row([text])).replace(r"\\", "").replace(r"\|", "");
            prop_assert_eq!(written.matches('|').count(), 6, "{}", written);
        }
    }
}
