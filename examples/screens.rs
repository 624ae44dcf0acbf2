//! Prints the name of every screen that a trial's page can show, one a line: what the browser tests
//! hold the screens against that they reached. Nothing of it is shipped.
//!
//! `cargo run --quiet --locked --example screens www/trials/nct07338357.toml`

mod named_trial;

use named_trial::named_trial;
use prescreen::page::app::App;
use std::process::ExitCode;

fn main() -> ExitCode {
    let loaded = match named_trial() {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
    for name in App::screen_names(&loaded.content) {
        println!("{name}");
    }
    ExitCode::SUCCESS
}
