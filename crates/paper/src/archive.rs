//! An archive of documents, made one at a time as it is sent: no more than one is in memory. PDFs are compressed already,
//! so they are stored as they are.

use chrono::{Datelike, Timelike};
use estrade_domain::world::Instant;

/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
const STORED: u16 = 0;
const VERSION: u16 = 20;

/// What was sent of an archive.
#[derive(Debug, Default)]
pub struct Archive {
    directory: Vec<u8>,
    files: u16,
    sent: u32,
}

impl Archive {
    /// The next document, as it is sent. None once there are more bytes or documents than the format counts.
    pub fn add(&mut self, name: &str, at: Instant, bytes: &[u8]) -> Option<Vec<u8>> {
        let files = self.files.checked_add(1)?;
        let size = u32::try_from(bytes.len()).ok()?;
        let entry = entry(name, at, bytes, size)?;
        let mut piece = b"PK\x03\x04".to_vec();
        piece.extend(&entry);
        piece.extend(name.as_bytes());
        piece.extend(bytes);
        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&entry);
        // No comment, one disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(self.sent.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.files = files;
        self.sent = self.sent.checked_add(u32::try_from(piece.len()).ok()?)?;
        Some(piece)
    }

    /// The end, which says where each document is.
    #[must_use]
    pub fn end(self) -> Vec<u8> {
        let size = u32::try_from(self.directory.len()).unwrap_or(u32::MAX);
        let mut piece = self.directory;
        piece.extend(b"PK\x05\x06");
        piece.extend([0; 4]);
        piece.extend(self.files.to_le_bytes());
        piece.extend(self.files.to_le_bytes());
        piece.extend(size.to_le_bytes());
        piece.extend(self.sent.to_le_bytes());
        piece.extend([0; 2]);
        piece
    }
}

/// What stands before a document and again in the directory.
fn entry(name: &str, at: Instant, bytes: &[u8], size: u32) -> Option<Vec<u8>> {
    let (date, time) = in_dos(at);
    let mut entry = Vec::new();
    for number in [VERSION, FLAGS, STORED, time, date] {
        entry.extend(number.to_le_bytes());
    }
    for number in [crc32fast::hash(bytes), size, size] {
        entry.extend(number.to_le_bytes());
    }
    entry.extend(u16::try_from(name.len()).ok()?.to_le_bytes());
    entry.extend([0; 2]);
    Some(entry)
}

/// A date and a time as the format has them: from 1980, every second second.
fn in_dos(at: Instant) -> (u16, u16) {
    let small = |number: u32| u16::try_from(number).unwrap_or_default();
    let year = u16::try_from(at.year() - 1980).unwrap_or_default();
    let date = (year << 9) | (small(at.month()) << 5) | small(at.day());
    let time = (small(at.hour()) << 11) | (small(at.minute()) << 5) | small(at.second() / 2);
    (date, time)
}
