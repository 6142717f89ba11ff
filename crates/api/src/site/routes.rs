//! Which addresses the SPA has a page for. Its build lists them in `routes.json`; the list that this server
//! started with holds until it starts again.

use std::path::Path;

/// The patterns of the SPA's addresses: `/prestataires/$handle`.
pub(super) struct Routes(Option<Vec<String>>);

impl Routes {
    /// Reads what the build wrote. Without it nobody can tell, and every address has a page.
    pub(super) fn read(web_dir: &Path) -> Self {
        let file = web_dir.join("routes.json");
        let list = std::fs::read(&file).ok().and_then(|list| serde_json::from_slice(&list).ok());
        if list.is_none() {
            tracing::info!(file = %file.display(), "no list of pages: an unknown address gets 200");
        }
        Self(list)
    }

    /// Whether the SPA shows something of its own there. Like its router, this overlooks capitals and slashes
    /// at the end.
    pub(super) fn lead_to_a_page(&self, path: &str) -> bool {
        self.0.as_ref().is_none_or(|patterns| patterns.iter().any(|pattern| fits(pattern, path)))
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    let parts = |of: &'_ str| {
        of.trim_matches('/').split('/').map(str::to_ascii_lowercase).collect::<Vec<_>>()
    };
    let (wanted, given) = (parts(pattern), parts(path));
    wanted.len() == given.len()
        && wanted.iter().zip(&given).all(|(wanted, given)| {
            wanted == given || (wanted.starts_with('$') && !given.is_empty())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_fits_its_pattern_part_by_part() {
        for (pattern, path) in [
            ("/", "/"),
            ("/aide", "/aide"),
            ("/aide", "/Aide/"),
            ("/mes-evenements/$id/lots/$lot", "/mes-evenements/tnd_1/lots/lot_2"),
        ] {
            assert!(fits(pattern, path), "{path}");
        }
        for (pattern, path) in [
            ("/", "/aide"),
            ("/aide", "/"),
            ("/aide", "/aide/moi"),
            ("/mes-evenements/$id", "/mes-evenements"),
            ("/mes-evenements/$id", "/mes-evenements/"),
            ("/mes-evenements/$id", "/autres/tnd_1"),
            ("/mes-evenements/$id", "/mes-evenements//"),
        ] {
            assert!(!fits(pattern, path), "{path}");
        }
    }

    #[test]
    fn without_a_list_every_address_has_a_page() {
        assert!(Routes(None).lead_to_a_page("/nulle-part"));
        assert!(!Routes(Some(vec!["/aide".to_owned()])).lead_to_a_page("/nulle-part"));
    }
}
