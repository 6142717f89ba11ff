//! How a preview is asked of another process, and how it answers: over its standard streams, in whole bytes.
//!
//! A request is a line of JSON, then the file. An answer is each page behind its length, four bytes, the highest
//! first. Whoever breaks off has said nothing.

use std::io::{self, Read, Write};

use estrade_domain::files::MediaType;
use serde::{Deserialize, Serialize};

use crate::previews;

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Errand {
    /// What the file is.
    pub media: MediaType,
    /// What its pages are marked with.
    pub caption: String,
}

impl Errand {
    /// Draws it here. None when that cannot be.
    #[must_use]
    pub fn draw(&self, bytes: Vec<u8>) -> Option<Vec<Vec<u8>>> {
        previews::draw(bytes, self.media, &self.caption)
    }

    /// The line that stands before the file.
    #[must_use]
    pub fn line(&self) -> Vec<u8> {
        let mut line = serde_json::to_vec(self).unwrap_or_default();
        line.push(b'\n');
        line
    }
}

/// Reads what is asked, draws it, and answers.
pub fn carry_out(mut from: impl Read, mut to: impl Write) -> io::Result<()> {
    let mut asked = Vec::new();
    from.read_to_end(&mut asked)?;
    let end = asked.iter().position(|&byte| byte == b'\n').ok_or(io::ErrorKind::InvalidData)?;
    let errand: Errand = serde_json::from_slice(&asked[..end])?;
    let pages = errand.draw(asked.split_off(end + 1)).ok_or(io::ErrorKind::InvalidData)?;
    for page in pages {
        let length = u32::try_from(page.len()).map_err(|_| io::ErrorKind::InvalidData)?;
        to.write_all(&length.to_be_bytes())?;
        to.write_all(&page)?;
    }
    to.flush()
}

/// Reads the pages of an answer. None when it broke off.
#[must_use]
pub fn pages(mut answer: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut pages = Vec::new();
    while !answer.is_empty() {
        let (length, rest) = answer.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (page, rest) = rest.split_at_checked(length)?;
        pages.push(page.to_vec());
        answer = rest;
    }
    (!pages.is_empty()).then_some(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_breaks_off_is_none() {
        let whole = [&3_u32.to_be_bytes()[..], b"abc", &1_u32.to_be_bytes(), b"d"].concat();
        assert_eq!(pages(&whole), Some(vec![b"abc".to_vec(), b"d".to_vec()]));
        for length in [0, 2, 5, 9, 11] {
            assert_eq!(pages(&whole[..length]), None, "{length}");
        }
    }

    #[test]
    fn what_is_no_request_is_not_answered() {
        for asked in ["", "{}\n", "{\"media\":\"text/plain\",\"caption\":\"A\"}\nMot", "%PDF-1.7"] {
            let mut answer = Vec::new();
            assert!(carry_out(asked.as_bytes(), &mut answer).is_err(), "{asked}");
            assert!(answer.is_empty());
        }
    }
}
