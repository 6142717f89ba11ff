//! Photos that a provider shows of its work, in the order in which it shows them.

use serde::{Deserialize, Serialize};

use crate::{fields::Fields, ids::FileId, text};

/// The longest words for what a photo shows, in characters.
pub const ALT_MAX: usize = 160;

/// A photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// A picture that its provider sent.
    pub file: FileId,
    /// What it shows, for who does not see it.
    pub alt: String,
}

/// A photo as it was named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenPhoto {
    /// The id of its file.
    pub file: String,
    /// What it shows.
    pub alt: String,
}

impl WrittenPhoto {
    /// Reads one that is not among those that are known. Whoever records it looks whether it is the provider's own.
    pub(crate) fn parse(
        &self,
        pointer: &str,
        known: &[FileId],
        fields: &mut Fields,
    ) -> Option<Photo> {
        let file = self.file.parse().ok().filter(|file| !known.contains(file));
        let file = fields.take(format!("{pointer}/file"), file.ok_or_else(text::unknown_choice));
        let alt = fields.take(format!("{pointer}/alt"), text::label(&self.alt, ALT_MAX));
        Some(Photo { file: file?, alt: alt? })
    }
}

/// Reads photos, each picture once; pointers are below `/photos`.
pub(crate) fn parse(written: &[WrittenPhoto], fields: &mut Fields) -> Vec<Photo> {
    let mut known = Vec::new();
    let mut read = Vec::new();
    for (place, photo) in written.iter().enumerate() {
        if let Some(photo) = photo.parse(&format!("/photos/{place}"), &known, fields) {
            known.push(photo.file);
            read.push(photo);
        }
    }
    read
}

impl From<&Photo> for WrittenPhoto {
    fn from(photo: &Photo) -> Self {
        Self { file: photo.file.to_string(), alt: photo.alt.clone() }
    }
}
