//! The subcommands, one file each.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod code;
pub(crate) mod drift;
mod ended;
pub(crate) mod import;
mod inputs;
mod output;
pub(crate) mod pack;
pub(crate) mod review;
pub(crate) mod schema;
pub(crate) mod screen;
mod screen_lines;
pub(crate) mod serve;
mod trial_files;
