//! Authoring: reads trials, words, registry records and answers, checks them, and bundles the page.
//!
//! It exists natively only and never reaches the browser. The command line uses it; it uses the
//! page and the engine.

mod answers;
mod check;
mod check_report;
mod comparison_file;
mod criterion_file;
mod diagnostic;
mod document;
mod drift;
mod engine_mistake;
mod example_file;
mod example_mistake;
mod excerpt;
mod fact_file;
mod file_mistake;
mod form;
mod import;
mod kind_file;
mod meaning;
mod nearest;
mod passage_file;
mod period_file;
mod phrase_mistake;
mod phrases;
mod registry;
mod report;
mod review;
mod rule_file;
mod schema;
mod study_file;
mod syntax;
mod trial_file;
mod value;
mod version;
mod vocabulary;
mod wording;

pub use answers::read_json_answers;
pub use check::{Example, Loaded, load, load_trial};
pub use check_report::check_json;
pub use diagnostic::{Diagnostic, Severity, Source};
pub use drift::{Drift, Outcome, drift, drift_between};
pub use import::{Chosen, Draft, import};
pub use phrases::{load as load_phrases, read as read_phrases};
pub use registry::eligibility::{Item, Line, Passage, Piece, PieceKind, items, passages, split};
pub use report::{CodeReport, code_refusal_json, refusal_json, refused_line_json};
pub use review::{Review, Signature, SignatureMistake, check_review, review};
pub use schema::trial_schema;
pub use wording::{banned_words, never_asked};

pub mod bundle;
pub mod pack;

/// Every rule of `prescreen check`, as a page: its name, how much it weighs and what it says.
pub const CHECK_RULES: &str = include_str!("../../docs/check.md");
