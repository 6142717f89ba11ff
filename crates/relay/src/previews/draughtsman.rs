//! Who draws: another process for each preview, so that a file made to break its decoder, to fill the memory or to
//! go on for ever ends that process and nothing else.

use std::{path::PathBuf, process::Stdio, time::Duration};

use chrono::TimeDelta;
use estrade_drawing::errand::{self, Errand};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::Command,
    task::spawn_blocking,
    time::timeout,
};

/// The longest that a preview takes; a document that takes longer is sealed without one.
const LONGEST: Duration = Duration::from_secs(40);
/// Nobody else draws it before this has passed.
pub(super) const PATIENCE: TimeDelta = TimeDelta::minutes(2);

/// Who draws.
#[derive(Debug, Clone)]
pub enum Draughtsman {
    /// A thread of this process: for tests.
    Here,
    /// This program, which carries out an errand when its one argument is `draw`.
    Program(PathBuf),
}

type Pages = Option<Vec<Vec<u8>>>;

impl Draughtsman {
    /// The pages, none when they cannot be drawn; an error when that may be otherwise later.
    pub(super) async fn draw(&self, errand: Errand, bytes: Vec<u8>) -> Result<Pages, String> {
        match self {
            // One that panics cannot be drawn.
            Self::Here => Ok(spawn_blocking(move || errand.draw(bytes)).await.unwrap_or(None)),
            Self::Program(program) => {
                // Nothing of what this process knows goes along.
                let child = Command::new(program)
                    .arg("draw")
                    .env_clear()
                    .stdin(Stdio::piped())
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .kill_on_drop(true)
                    .spawn();
                let mut child = child.map_err(|error| error.to_string())?;
                let (Some(mut to), Some(mut from)) = (child.stdin.take(), child.stdout.take())
                else {
                    return Err("no way to talk with it".to_owned());
                };
                let telling = async move {
                    // One that ends before it has read all has its reason.
                    let _broken = to.write_all(&errand.line()).await;
                    let _broken = to.write_all(&bytes).await;
                };
                let mut answer = Vec::new();
                let talk = async { tokio::join!(telling, from.read_to_end(&mut answer)).1 };
                let talked = timeout(LONGEST, async { (talk.await, child.wait().await) }).await;
                match talked {
                    Ok((Ok(_), Ok(status))) if status.success() => Ok(errand::pages(&answer)),
                    _ => Ok(None),
                }
            }
        }
    }
}
