//! Measures how fast the server is, as ratios to what the same server does without a database.
//!
//! `scripts/bench` runs it; docs/performance.md says what the figures mean. The database of the bench is
//! written by the same code as a marketplace's, so its rows are sound.

mod ceiling;
mod disk;
mod fill;
mod http;
mod load;
mod measure;
mod report;
mod scenarios;
mod server;
mod streams;
mod talks;

use std::path::Path;

use fill::Size;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What ends a bench: there is nobody to answer but its reader.
type Fault = Box<dyn std::error::Error + Send + Sync>;

const HELP: &str = "\
estrade-bench fill FOLDER TENDERS PROVIDERS OFFERS CONVERSATIONS MESSAGES
                                                     fill FOLDER/estrade.db and note who applies where
estrade-bench index FOLDER DATABASE                  write the directory of a database whose tables were copied
estrade-bench ceiling FOLDER PORT                    serve the first pages of FOLDER/estrade.db from memory
estrade-bench run FOLDER ESTRADE NAME=DATABASE…      measure; ESTRADE is the server's binary";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Fault> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["fill", folder, tenders, providers, offers, conversations, messages] => {
            let size = Size {
                tenders: tenders.parse()?,
                providers: providers.parse()?,
                offers: offers.parse()?,
                conversations: conversations.parse()?,
                messages: messages.parse()?,
            };
            fill::run(Path::new(folder), size).await
        }
        ["index", folder, database] => fill::index(Path::new(folder), database).await,
        ["ceiling", folder, port] => ceiling::serve(Path::new(folder), port.parse()?).await,
        ["run", folder, estrade, databases @ ..] => {
            measure::run(Path::new(folder), Path::new(estrade), databases).await
        }
        _ => Err(HELP.into()),
    }
}
