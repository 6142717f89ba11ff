//! What the disk can do: how often a small write can be made to last, one after the other.

use std::{
    fs::File,
    io::{Seek, SeekFrom, Write},
    path::Path,
    time::{Duration, Instant},
};

use crate::Fault;

/// A page of either database.
const PAGE: [u8; 4096] = [7; 4096];
const TIME: Duration = Duration::from_secs(2);

/// Writes that last, a second.
pub fn syncs_per_second(folder: &Path) -> Result<f64, Fault> {
    let path = folder.join("syncs");
    let mut file = File::create(&path)?;
    let (begun, mut count) = (Instant::now(), 0_u32);
    while begun.elapsed() < TIME {
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&PAGE)?;
        file.sync_data()?;
        count += 1;
    }
    let seconds = begun.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(f64::from(count) / seconds)
}
