//! The file format as a contract: what is read and what is not, that rewriting changes nothing else, and that
//! `docs/file-format.md` and the JSON Schema say the truth.

#![expect(clippy::disallowed_methods, reason = "reads the fixtures and the documents of this repository")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use complaints::domain::event::{Event, EventId, Facts, Kind};
use complaints::record::pack_file::PackFile;
use complaints::record::register_file::{HolidaysFile, RegisterFile};
use complaints::record::v1::Record;
use complaints::record::yaml::document::Document;
use complaints::record::yaml::source::Source;
use complaints::record::{self, Loaded};
use expect_test::expect_file;
use schemars::schema_for;
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the YAML files below a folder, sorted.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder of this repository") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

/// Returns the records of the sample register.
fn sample_records() -> Vec<PathBuf> {
    let mut records = files("complaints/1404");
    records.extend(files("complaints/1405"));
    records
}

fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

#[track_caller]
fn loaded(path: &Path) -> Loaded {
    record::read(&bytes(path)).unwrap_or_else(|fault| panic!("{}:{fault}\n{}", path.display(), fault.excerpt))
}

fn value(path: &Path) -> Value {
    let source = Source::decode(&bytes(path)).expect("a text");
    Document::parse(&source).expect("a document").value()
}

/// Returns a text that says the same, but not in the canonical form, so that the general parser reads it.
fn with_comment(text: &str) -> String {
    format!("# Nothing that the tool writes.\n{text}")
}

#[test]
fn the_quick_reader_reads_what_the_parser_reads() {
    let folders = ["complaints", "templates/packs", "tests/data/records"];
    for path in folders.into_iter().flat_map(files) {
        let Ok(text) = String::from_utf8(bytes(&path)) else { continue };
        let texts = [text.clone(), with_comment(text.trim_start_matches('\u{feff}'))];
        let [quick, general] = texts.map(|text| {
            let source = Source::decode(text.as_bytes()).ok()?;
            Document::parse(&source).ok().map(|document| document.value())
        });
        assert_eq!(quick, general, "{}", path.display());
    }
}

fn note() -> Event {
    Event {
        id: EventId::from_random([7; 12]),
        at: "2026-11-01T09:00:00+03:30".parse().expect("a time"),
        by: "sara".to_owned(),
        kind: Kind::Noted,
        to: None,
        facts: Facts { text: Some("پرسید: no\nand again".to_owned()), ..Facts::default() },
    }
}

#[test]
fn every_valid_record_is_rewritten_to_the_same_bytes_when_nothing_changed() {
    for path in files("tests/data/records/valid").iter().chain(&sample_records()) {
        let loaded = loaded(path);
        let text = record::rewrite(&loaded, &loaded.complaint).expect("it says the same");
        assert_eq!(text.as_bytes(), bytes(path), "{}", path.display());
    }
}

#[test]
fn a_new_event_is_only_ever_an_append() {
    for path in files("tests/data/records/valid").iter().chain(&sample_records()) {
        let loaded = loaded(path);
        let mut after = loaded.complaint.clone();
        after.events.push(note());
        let text = record::rewrite(&loaded, &after).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        let before = String::from_utf8(bytes(path)).expect("UTF-8");
        assert!(text.starts_with(before.trim_end()), "{}", path.display());
        assert_eq!(record::read(text.as_bytes()).expect("a record").complaint, after, "{}", path.display());
    }
}

#[test]
fn what_the_tool_wrote_is_what_it_would_write() {
    let example = root().join("tests/data/records/valid/example.yaml");
    for path in sample_records().iter().chain([&example]) {
        let complaint = loaded(path).complaint;
        let written = record::write(&complaint);
        assert_eq!(record::read(written.as_bytes()).expect("a record").complaint, complaint, "{}", path.display());
        // The sample holds records that commands have changed since, whose layout is that of the patches.
        if path.ends_with("example.yaml") {
            assert_eq!(written.as_bytes(), bytes(path));
        }
    }
}

#[test]
fn every_invalid_record_has_its_message() {
    let mut told = String::new();
    for path in files("tests/data/records/invalid") {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        let fault = record::read(&bytes(&path)).err().unwrap_or_else(|| panic!("{name} can be read"));
        write!(told, "{name}:{fault}\n{}\n", fault.excerpt).expect("a text takes everything");
    }
    expect_file!["data/records/invalid/messages.txt"].assert_eq(&told);
}

fn schemas() -> [(&'static str, Value); 4] {
    [
        ("complaint", schema_for!(Record).to_value()),
        ("register", schema_for!(RegisterFile).to_value()),
        ("holidays", schema_for!(HolidaysFile).to_value()),
        ("pack", schema_for!(PackFile).to_value()),
    ]
}

fn schema(name: &str) -> Value {
    schemas().into_iter().find(|(known, _)| *known == name).map(|(_, schema)| schema).expect("a schema of ours")
}

/// Returns where and why a value does not fit a schema, by the words of JSON Schema that schemars uses for our types.
fn misfits(root: &Value, schema: &Value, value: &Value, path: &str) -> Vec<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).expect("a reference inside the schema");
        return misfits(root, target, value, path);
    }
    if let Some(options) = schema["anyOf"].as_array() {
        let fits = options.iter().any(|option| misfits(root, option, value, path).is_empty());
        return if fits { Vec::new() } else { vec![format!("{path}: fits none of the options")] };
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => panic!("{path}: the schema does not say a type"),
    };
    let is = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !types.contains(&is) {
        return vec![format!("{path}: {is}, not {types:?}")];
    }
    match value {
        Value::Array(items) => {
            let item =
                |(index, item): (usize, &Value)| misfits(root, &schema["items"], item, &format!("{path}/{index}"));
            items.iter().enumerate().flat_map(item).collect()
        }
        Value::Object(fields) => object_misfits(root, schema, fields, path),
        _ => Vec::new(),
    }
}

fn object_misfits(root: &Value, schema: &Value, fields: &serde_json::Map<String, Value>, path: &str) -> Vec<String> {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let missing = required.iter().filter_map(Value::as_str).filter(|key| !fields.contains_key(*key));
    let mut misfits_found: Vec<String> = missing.map(|key| format!("{path}: `{key}` is missing")).collect();
    for (key, value) in fields {
        let of_key = schema["properties"].get(key).or(schema.get("additionalProperties")).filter(|of| of.is_object());
        match of_key {
            Some(of_key) => misfits_found.extend(misfits(root, of_key, value, &format!("{path}/{key}"))),
            None => misfits_found.push(format!("{path}: `{key}` is not in the schema")),
        }
    }
    misfits_found
}

#[test]
fn the_schema_fits_every_file_of_the_sample_register() {
    let complaint = schema("complaint");
    for path in sample_records() {
        assert_eq!(misfits(&complaint, &complaint, &value(&path), ""), [""; 0], "{}", path.display());
    }
    for name in ["register", "holidays"] {
        let schema = schema(name);
        let path = root().join(format!("complaints/{name}.yaml"));
        assert_eq!(misfits(&schema, &schema, &value(&path), ""), [""; 0], "{name}");
    }
}

#[test]
fn the_schema_finds_what_does_not_fit() {
    let complaint = schema("complaint");
    let mut wrong = value(&root().join("tests/data/records/valid/example.yaml"));
    wrong["level"] = "one".into();
    wrong["events"][0]["att"] = "x".into();
    if let Some(fields) = wrong.as_object_mut() {
        fields.shift_remove("personal");
    }
    let found: BTreeSet<String> = misfits(&complaint, &complaint, &wrong, "").into_iter().collect();
    let expected =
        ["/events/0: `att` is not in the schema", "/level: string, not [\"integer\"]", ": `personal` is missing"];
    assert_eq!(found, expected.map(str::to_owned).into());
}

#[test]
fn the_sample_register_uses_every_kind_of_layer_but_the_restricted_one() {
    let mut keys = BTreeSet::new();
    for path in sample_records() {
        keys.extend(value(&path).as_object().into_iter().flatten().map(|(key, _)| key.clone()));
    }
    let known = schema("complaint");
    let all: BTreeSet<String> =
        known["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect();
    let unused: Vec<&String> = all.difference(&keys).collect();
    assert_eq!(unused, ["points", "restricted", "source"]);
}

/// Returns the keys of a schema's object as a table, with those of the objects in it below them.
fn table(root: &Value, schema: &Value, prefix: &str) -> String {
    let mut text = String::new();
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let (inner, is_list) = inner(root, property);
        let name = if is_list { format!("{prefix}{key}[]") } else { format!("{prefix}{key}") };
        let is_required = required.iter().any(|required| required == key);
        let meaning = property["description"].as_str().unwrap_or_default().replace('\n', " ").replace('|', "\\|");
        writeln!(text, "| `{name}` | {} | {meaning} |", if is_required { "yes" } else { "" }).expect("a text");
        if inner["properties"].is_object() {
            text += &table(root, inner, &format!("{name}."));
        } else if inner["additionalProperties"].is_object() {
            let (inner, _) = self::inner(root, &inner["additionalProperties"]);
            text += &table(root, inner, &format!("{name}.CODE."));
        }
    }
    text
}

/// Returns what a property is in the end, through references, options and lists, and whether it is a list.
fn inner<'s>(root: &'s Value, property: &'s Value) -> (&'s Value, bool) {
    if let Some(reference) = property["$ref"].as_str() {
        return (root.pointer(reference.trim_start_matches('#')).expect("a reference inside the schema"), false);
    }
    if let Some(options) = property["anyOf"].as_array() {
        return inner(root, options.first().expect("an option"));
    }
    if property["items"].is_object() { (inner(root, &property["items"]).0, true) } else { (property, false) }
}

#[test]
fn the_key_tables_of_the_document_are_those_of_the_schema() {
    let path = root().join("docs/file-format.md");
    let mut text = String::from_utf8(bytes(&path)).expect("UTF-8");
    for (name, schema) in schemas() {
        let (start, end) = (format!("<!-- keys of {name} -->\n"), format!("<!-- end of {name} -->"));
        let from = text.find(&start).unwrap_or_else(|| panic!("docs/file-format.md lacks `{start}`")) + start.len();
        let to = text.find(&end).unwrap_or_else(|| panic!("docs/file-format.md lacks `{end}`"));
        let keys = table(&schema, &schema, "");
        text.replace_range(from..to, &format!("| Key | Required | Meaning |\n|---|---|---|\n{keys}"));
    }
    expect_file![path].assert_eq(&text);
}
