//! Authoring: reads trials, words, registry records and answers, checks them, and bundles the page.
//!
//! It exists natively only and never reaches the browser. The command line uses it; it uses the
//! page and the engine.
