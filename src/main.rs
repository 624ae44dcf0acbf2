//! The command line `prescreen`: it reads arguments and files, asks the clock for today, prints,
//! and ends with 0 (done), 1 (found problems) or 2 (wrong use). It decides nothing else.

mod command;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Checks clinical-trial criteria for families, in private: makes the page, and checks what it says.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
#[command(after_help = "Exit codes: 0 done, 1 problems found, 2 wrong use.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Screen(command::screen::Arguments),
    Code(command::code::Arguments),
    Check(command::check::Arguments),
    Import(command::import::Arguments),
    Drift(command::drift::Arguments),
    Review(command::review::Arguments),
    Schema(command::schema::Arguments),
    Build(command::build::Arguments),
    Serve(command::serve::Arguments),
    Pack(command::pack::Arguments),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Screen(arguments) => command::screen::run(&arguments),
        Command::Code(arguments) => command::code::run(&arguments),
        Command::Check(arguments) => command::check::run(&arguments),
        Command::Import(arguments) => command::import::run(&arguments),
        Command::Drift(arguments) => command::drift::run(&arguments),
        Command::Review(arguments) => command::review::run(&arguments),
        Command::Schema(arguments) => command::schema::run(&arguments),
        Command::Build(arguments) => command::build::run(&arguments),
        Command::Serve(arguments) => command::serve::run(&arguments),
        Command::Pack(arguments) => command::pack::run(&arguments),
    }
}
