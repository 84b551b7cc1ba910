//! The findings of `check` as SARIF 2.1.0, which code hosts and editors show beside the lines they are about.

use serde::Serialize;

use super::findings::Line;

/// The version of the format.
const VERSION: &str = "2.1.0";
/// Where the schema of that version is published.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// A check that was made, as SARIF tells of it.
#[derive(Debug)]
pub struct Rule {
    /// Its name.
    pub check: &'static str,
    /// The first tier that makes it.
    pub tier: &'static str,
    /// error or warning.
    pub weight: &'static str,
    /// Why it is made, in the reader's language.
    pub why: String,
}

/// A whole file of findings.
#[derive(Debug, Serialize)]
pub struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    /// Our columns count characters, not UTF-16 units.
    column_kind: &'static str,
    results: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Text,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Debug, Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

#[derive(Debug, Serialize)]
struct Text {
    text: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: &'static str,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
}

/// Returns the findings of the checks that were made.
pub fn log(rules: Vec<Rule>, findings: &[Line<'_>]) -> Log {
    let rules = rules.into_iter().map(|rule| Descriptor {
        id: rule.check,
        short_description: Text { text: rule.why },
        default_configuration: Configuration { level: rule.weight },
        properties: Properties { tags: [rule.tier] },
    });
    let driver = Driver { name: "complaints", version: env!("CARGO_PKG_VERSION"), rules: rules.collect() };
    let results = findings.iter().map(finding).collect();
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    Log { schema: SCHEMA, version: VERSION, runs: [run] }
}

fn finding(line: &Line<'_>) -> Finding {
    let region = line.line.map(|start_line| Region { start_line, start_column: line.column });
    let physical_location = Physical { artifact_location: Artifact { uri: uri(line.file) }, region };
    Finding {
        rule_id: line.check,
        level: line.weight,
        message: Text { text: format!("{}\n{}\n{}", line.what, line.why, line.mend) },
        locations: [Location { physical_location }],
    }
}

/// Returns a path from the register's root as a relative reference: what a URI may not hold is written in percent.
fn uri(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_blanks_and_persian_letters_is_a_uri() {
        assert_eq!(uri("complaints/1405/08/1405-01-0147-1.yaml"), "complaints/1405/08/1405-01-0147-1.yaml");
        assert_eq!(uri("complaints/1405/آ b%.txt"), "complaints/1405/%D8%A2%20b%25.txt");
    }
}
