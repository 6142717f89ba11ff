//! What people call a file: a name and no path, that says what the file is.

use super::media::{MediaType, ends_with};
use crate::text;

/// The longest name, in characters.
const NAME_MAX: usize = 120;

/// The name of a file that is of this kind. A path loses its folders, signs that mean something to a system
/// become dashes, and an end that promises another kind is put right.
#[must_use]
pub fn clean_name(given: &str, media: MediaType) -> String {
    let kept = last_part(given);
    let kept = kept.trim_matches(['.', ' ', '-']);
    let stem = stem(kept, media);
    let stem = if text::has_letters(stem) { stem } else { "fichier" };
    let end = if ends_with(kept, media) { kept.rsplit('.').next() } else { None };
    let end = end.or(media.extensions().first().copied()).unwrap_or("bin").to_lowercase();
    let stem: String = stem.chars().take(NAME_MAX - end.len() - 1).collect();
    format!("{}.{end}", stem.trim_end())
}

/// The name of a file that is kept as it is: its own end, whatever that promises.
#[must_use]
pub fn original_name(given: &str) -> String {
    let kept = last_part(given);
    let kept = kept.trim_matches([' ', '-']).trim_end_matches('.');
    if !text::has_letters(kept) {
        return "fichier".to_owned();
    }
    match kept.rsplit_once('.') {
        Some((stem, end)) if end.chars().count() < NAME_MAX / 2 => {
            let stem: String = stem.chars().take(NAME_MAX - end.chars().count() - 1).collect();
            format!("{stem}.{end}")
        }
        _ => kept.chars().take(NAME_MAX).collect(),
    }
}

/// Without folders, and with nothing that shows nothing or means something to a system.
fn last_part(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control()).map(harmless).collect();
    text::optional_line(&kept, usize::MAX).unwrap_or_default()
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
