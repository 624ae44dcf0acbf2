//! The border to JavaScript, on wasm32 only: the one place that knows `wasm-bindgen` and the DOM.
//!
//! Two builds of the library, each chosen by one feature: `page` draws the page in a browser,
//! `api` screens plain JavaScript objects. Neither decides anything: what is shown comes from
//! `page`, what is found comes from `engine`.

#[cfg(feature = "api")]
mod api;
#[cfg(feature = "page")]
mod draw;
#[cfg(feature = "page")]
mod focus;
#[cfg(feature = "page")]
mod form;
#[cfg(feature = "page")]
mod hand;
#[cfg(feature = "page")]
mod hand_on;
#[cfg(feature = "page")]
mod page;
#[cfg(feature = "page")]
mod paint;

/// The standard allocator is 7 KB of the WebAssembly that phones load; this one is made for it.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(feature = "api")]
pub use api::screen;
#[cfg(feature = "page")]
pub use page::{measure, start};
