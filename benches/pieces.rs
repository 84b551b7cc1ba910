//! The pieces that every command is made of, in-process: `cargo bench --bench pieces`.

#[expect(dead_code, reason = "made for whole processes, used for its records alone")]
mod register;

use divan::counter::BytesCount;
use rayon::prelude::*;

use complaints::record;

fn main() {
    divan::main();
}

/// The records of a register of so many.
fn texts(count: usize) -> Vec<String> {
    register::records(count).map(|(_, text)| text).collect()
}

#[divan::bench]
fn read_a_record(bencher: divan::Bencher<'_, '_>) {
    let text = &texts(7)[3];
    bencher.counter(BytesCount::of_str(text)).bench(|| record::read(divan::black_box(text.as_bytes())));
}

#[divan::bench]
fn write_a_record(bencher: divan::Bencher<'_, '_>) {
    let loaded = record::read(texts(7)[3].as_bytes()).expect("a record");
    bencher.bench(|| record::write(divan::black_box(&loaded.complaint)));
}

#[divan::bench]
fn rewrite_a_record(bencher: divan::Bencher<'_, '_>) {
    let loaded = record::read(texts(7)[3].as_bytes()).expect("a record");
    let mut after = loaded.complaint.clone();
    after.owner = Some("lena".to_owned());
    bencher.bench(|| record::rewrite(divan::black_box(&loaded), &after));
}

#[divan::bench]
fn read_ten_thousand_records_on_all_cores(bencher: divan::Bencher<'_, '_>) {
    let texts = texts(10_000);
    bencher.bench(|| texts.par_iter().filter(|text| record::read(text.as_bytes()).is_ok()).count());
}
