//! Where someone was when it was asked to register: the mailed link leads back there. Only a path of this site,
//! for a link that leads elsewhere would lend our name to whoever made it.

use crate::{refusal::Explanation, text};

const LONGEST: usize = 500;

/// Reads such a path, as it stands in an address; nothing when none is given.
pub fn parse(given: Option<&str>) -> Result<Option<String>, Explanation> {
    let Some(path) = given.filter(|path| !path.is_empty()) else { return Ok(None) };
    let stays_here = path.starts_with('/') && !path[1..].starts_with(['/', '\\']);
    let is_written = path.bytes().all(|byte| byte.is_ascii_graphic());
    if stays_here && is_written && path.len() <= LONGEST {
        return Ok(Some(path.to_owned()));
    }
    Err(text::unknown_choice())
}

/// The path as a value in the query of an address.
#[must_use]
pub fn in_query(path: &str) -> String {
    let each = path.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_site_is_led_back_to() {
        let path = "/besoins/nouveau?trade=dj&departement=76";
        assert_eq!(parse(Some(path)), Ok(Some(path.to_owned())));
        assert_eq!(parse(Some("/")), Ok(Some("/".to_owned())));
        assert_eq!((parse(None), parse(Some(""))), (Ok(None), Ok(None)));
        let long = format!("/{}", "a".repeat(LONGEST));
        for wrong in
            ["besoins", "//ailleurs.example", "/\\ailleurs", "https://x", "/é", "/a b", &long]
        {
            assert_eq!(parse(Some(wrong)).map_err(|it| it.code), Err("unknown_choice"), "{wrong}");
        }
    }

    #[test]
    fn a_path_stands_in_a_query_as_one_value() {
        assert_eq!(in_query("/besoins/nouveau?trade=dj"), "%2Fbesoins%2Fnouveau%3Ftrade%3Ddj");
    }
}
