//! `estrade`: the one program. `serve` is the default command.

mod commands;
mod config;
mod demo;
mod storage;
mod world;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const HELP: &str = "\
estrade serve [--demo]   the API, the pages and the worker (default)
estrade demo             fill an empty database with the demo
estrade worker           only the worker: mails, notices, deadlines
estrade operator EMAIL   make an operator, or give one its access again
estrade ledger verify    whether the books hold; stops all money when they do not
estrade ledger resume    let money move again, once they hold
estrade migrate          bring the database to the newest step
estrade openapi          print the OpenAPI document

Configuration by environment: see docs/operating.md.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        [] | ["serve"] => commands::serve::run(false),
        ["serve", "--demo"] => commands::serve::run(true),
        ["demo"] => commands::demo::run(),
        ["worker"] => commands::worker::run(),
        // For the worker alone: nobody types it.
        ["draw"] => commands::draw::run(),
        ["operator", email] => commands::operator::run(email),
        ["ledger", "verify"] => commands::ledger::verify(),
        ["ledger", "resume"] => commands::ledger::resume(),
        ["migrate"] => commands::migrate::run(),
        ["openapi"] => commands::openapi::run(),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown command\n\n{HELP}").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("estrade: {error}");
            ExitCode::FAILURE
        }
    }
}
