//! Prints the name of every screen that a trial's page can show, one a line: what the browser tests
//! hold the screens against that they reached. Nothing of it is shipped.
//!
//! `cargo run --quiet --locked --example screens www/trials/nct07338357.toml`

use prescreen::authoring::load;
use prescreen::page::app::App;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(trial) = std::env::args().nth(1) else {
        eprintln!("which trial? such as www/trials/nct07338357.toml");
        return ExitCode::from(2);
    };
    let (loaded, said) = load(Path::new("www"), Path::new(&trial));
    for mistake in said {
        eprintln!("{mistake}");
    }
    let Some(loaded) = loaded else {
        return ExitCode::FAILURE;
    };
    for name in App::screen_names(&loaded.content) {
        println!("{name}");
    }
    ExitCode::SUCCESS
}
