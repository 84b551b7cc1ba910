//! Whatever is typed as a day or a time.
#![no_main]

use chrono::DateTime;
use complaints::calendar::typed;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let now = DateTime::parse_from_rfc3339("2026-11-21T10:05:00+03:30").expect("a time");
    for zone in ["Asia/Tehran", "Europe/Berlin", "America/New_York"].map(|name| name.parse().expect("a zone")) {
        let _ = typed::day(text, now.date_naive());
        let _ = typed::happened(text, now, zone);
        let _ = typed::limit(text, now, zone);
    }
});
