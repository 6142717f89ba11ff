//! A part of a file (RFC 9110, 14): a player that jumps within a recording asks for what it needs. One part at a
//! time; whoever asks for several, or for something that cannot be read, gets all of it, as the standard lets us.

use std::ops::Range;

use actix_web::{
    HttpRequest,
    http::{StatusCode, header},
};
use estrade_domain::refusal::Explanation;

use crate::problem::Problem;

/// The part that is asked for, of a file of so many bytes with this tag; none for all of it.
pub(super) fn wanted(
    request: &HttpRequest,
    etag: &str,
    size: u64,
) -> Result<Option<Range<u64>>, Problem> {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    // Whoever has a part of another version gets all of this one.
    if header(header::IF_RANGE).is_some_and(|known| known.trim() != etag) {
        return Ok(None);
    }
    match header(header::RANGE).and_then(read) {
        None => Ok(None),
        Some(asked) => asked.within(size).map(Some).ok_or_else(|| beyond(size)),
    }
}

/// `Content-Range` of a part.
pub(super) fn described(part: &Range<u64>, size: u64) -> String {
    format!("bytes {}-{}/{size}", part.start, part.end - 1)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// From there to there, both included.
    Between(u64, u64),
    /// From there to the end.
    From(u64),
    /// So many at the end.
    Last(u64),
}

impl Asked {
    fn within(self, size: u64) -> Option<Range<u64>> {
        let part = match self {
            Self::Between(first, last) => first..size.min(last.saturating_add(1)),
            Self::From(first) => first..size,
            Self::Last(count) => size.saturating_sub(count)..size,
        };
        (!part.is_empty()).then_some(part)
    }
}

fn read(header: &str) -> Option<Asked> {
    let (first, last) = header.trim().strip_prefix("bytes=")?.split_once('-')?;
    match (first.trim(), last.trim()) {
        ("", count) => count.parse().ok().map(Asked::Last),
        (first, "") => first.parse().ok().map(Asked::From),
        (first, last) => {
            let (first, last) = (first.parse().ok()?, last.parse().ok()?);
            (first <= last).then_some(Asked::Between(first, last))
        }
    }
}

fn beyond(size: u64) -> Problem {
    let explanation = Explanation::new(
        "range_beyond_end",
        format!("Ce fichier compte {size} octets : la partie demandée est au-delà."),
        format!("This file has {size} bytes: the part that is asked for lies beyond them."),
    );
    Problem::new(StatusCode::RANGE_NOT_SATISFIABLE, explanation)
        .with_header(header::CONTENT_RANGE, format!("bytes */{size}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_within_the_file() {
        let part = |header| read(header).map(|asked| asked.within(100));
        assert_eq!(part("bytes=0-9"), Some(Some(0..10)));
        assert_eq!(part("bytes=90-"), Some(Some(90..100)));
        assert_eq!(part("bytes=90-200"), Some(Some(90..100)));
        assert_eq!(part("bytes=-10"), Some(Some(90..100)));
        assert_eq!(part("bytes=-200"), Some(Some(0..100)));
        assert_eq!((part("bytes=100-"), part("bytes=-0")), (Some(None), Some(None)));
        for unread in ["bytes=9-0", "bytes=0-1,5-6", "bytes=x-", "items=0-1", "bytes=-", ""] {
            assert_eq!(part(unread), None, "{unread}");
        }
    }
}
