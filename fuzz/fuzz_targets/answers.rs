//! Hands what libFuzzer makes to `readers::answers`, where what must hold is said.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::answers(bytes);
});
