#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| tiendo_tests::fuzz::run("assess", bytes));
