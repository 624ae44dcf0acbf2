//! Authoring: reads trials, words, registry records and answers, checks them, and bundles the page.
//!
//! It exists natively only and never reaches the browser. The command line uses it; it uses the
//! page and the engine.

mod answers;
mod report;

pub use answers::read_json_answers;
pub use report::{Report, refusal_json};

pub mod bundle;
