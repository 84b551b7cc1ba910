//! Whatever comes as YAML, JSON or JSON lines.
#![no_main]

use complaints::intake;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = intake::read_many::<serde_json::Value>(text);
    let stored = intake::stored_text(text);
    assert_eq!(intake::stored_text(&stored), stored, "what is stored is stored as it is");
});
