//! `estrade draw`: one marked preview, from the standard input to the standard output, for the worker that started
//! it. What it reads comes from a stranger, so it first takes from itself what a broken file could misuse.

use std::io::{stdin, stdout};

use estrade_drawing::errand;

use crate::config::Fault;

/// Draws one, within its bounds.
pub fn run() -> Result<(), Fault> {
    #[cfg(target_os = "linux")]
    linux::bound()?;
    Ok(errand::carry_out(stdin().lock(), stdout().lock())?)
}

#[cfg(target_os = "linux")]
mod linux {
    use std::io;

    use rustix::process::{Resource, Rlimit, setpriority_process, setrlimit};

    /// Ten times what a large picture takes, in bytes.
    const MEMORY: u64 = 4 << 30;
    /// Of a processor, in seconds.
    const TIME: u64 = 30;
    /// How much it gives way, from 0 to 19.
    const NICENESS: i32 = 10;

    pub(super) fn bound() -> io::Result<()> {
        // Where it cannot be had, the work only is not polite.
        let _ = setpriority_process(None, NICENESS);
        for (resource, most) in [
            (Resource::As, MEMORY),
            (Resource::Cpu, TIME),
            // It opens no file and starts nothing.
            (Resource::Fsize, 0),
            (Resource::Core, 0),
        ] {
            setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
        }
        Ok(())
    }
}
