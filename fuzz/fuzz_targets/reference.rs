//! Whatever is typed as a reference number: it is refused, or it is printed and read as the same.
#![no_main]

use complaints::domain::reference::{Reference, Wanted};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = text.parse::<Wanted>();
    if let Ok(reference) = text.parse::<Reference>() {
        assert_eq!(reference.to_string().parse(), Ok(reference));
    }
});
