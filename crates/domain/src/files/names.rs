//! What people call a file: a name and no path, that says what the file is.

use super::media::{MediaType, ends_with};
use crate::text;

/// The longest name, in characters.
const NAME_MAX: usize = 120;

/// The name of a file that is of this kind. A path loses its folders, signs that mean something to a system
/// become dashes, and an end that promises another kind is put right.
#[must_use]
pub fn clean_name(given: &str, media: MediaType) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control()).map(harmless).collect();
    let kept = text::optional_line(&kept, usize::MAX).unwrap_or_default();
    let kept = kept.trim_matches(['.', ' ', '-']);
    let stem = stem(kept, media);
    let stem = if text::has_letters(stem) { stem } else { "fichier" };
    let end = if ends_with(kept, media) { kept.rsplit('.').next() } else { None };
    let end = end.unwrap_or(media.extensions()[0]).to_lowercase();
    let stem: String = stem.chars().take(NAME_MAX - end.len() - 1).collect();
    format!("{}.{end}", stem.trim_end())
}

/// Without an end that names what is taken: `photo.webp` that is kept as a JPEG is `photo.jpg`.
fn stem(name: &str, media: MediaType) -> &str {
    let known = |end: &str| ends_with(&format!(".{end}"), media) || is_known(end);
    match name.rsplit_once('.') {
        Some((stem, end)) if known(end) => stem,
        _ => name,
    }
}

fn is_known(end: &str) -> bool {
    MediaType::ALL.iter().any(|&media| ends_with(&format!(".{end}"), media))
}

fn harmless(sign: char) -> char {
    if matches!(sign, '<' | '>' | ':' | '"' | '|' | '?' | '*') { '-' } else { sign }
}
