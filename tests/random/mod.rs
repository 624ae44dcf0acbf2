//! Random trials, to judge the engine on rules that the first trial does not have: `if`, `not`,
//! `any`, `applies_when`, gates of gates, dates counted in months. Findings are compared with a
//! plain reading of the definition, questions with all pairs of completions.
#![allow(dead_code)] // not every test uses all of it

pub(crate) mod completions;
pub(crate) mod plain;
pub(crate) mod trials;
