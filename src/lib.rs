//! prescreen: a private, offline self-check of clinical-trial criteria for families.
#[cfg(not(target_arch = "wasm32"))]
pub mod authoring;
pub mod coded;
pub mod engine;
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod web;
