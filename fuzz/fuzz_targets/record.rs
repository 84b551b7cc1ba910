//! Whatever stands in a record file: it is refused, or what is read is written and read again as the same.
#![no_main]

use complaints::record;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(loaded) = record::read(bytes) else { return };
    let written = record::write(&loaded.complaint);
    let again = record::read(written.as_bytes()).expect("what was written can be read");
    assert_eq!(again.complaint, loaded.complaint);
    // A change of one field is proven or refused, never half done.
    let mut after = loaded.complaint.clone();
    after.owner = Some("sara".to_owned());
    if let Ok(text) = record::rewrite(&loaded, &after) {
        let again = record::read(text.as_bytes()).expect("what was rewritten can be read");
        assert_eq!(again.complaint, after);
    }
});
