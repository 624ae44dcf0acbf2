//! Hands what libFuzzer makes to `readers::streams`, where what must hold is said.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    readers::streams(bytes);
});
