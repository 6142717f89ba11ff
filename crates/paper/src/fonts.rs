//! The two families of the house, as they are on its pages: Bricolage Grotesque for what is announced, Hanken
//! Grotesk for what is read (SIL Open Font License 1.1, see `fonts/`). The figures of Hanken are all as wide, so that
//! amounts stand in columns.
//!
//! A character that they lack is written without its accent, or as a question mark: the data inside has it as it is.

use std::sync::LazyLock;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Face, UnicodeBuffer};
use unicode_normalization::UnicodeNormalization;

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Font {
    /// For titles and the amount to pay.
    Display,
    /// For text.
    Text,
    /// For what is to be seen first in it.
    Strong,
}

/// A shaped line.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// What it says.
    pub(crate) text: String,
    /// Its glyphs, in fractions of an em.
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// Its width, in ems.
    pub(crate) ems: f32,
}

impl Font {
    pub(crate) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Display => include_bytes!("../fonts/bricolage-grotesque-bold.ttf"),
            Self::Text => include_bytes!("../fonts/hanken-grotesk-regular.ttf"),
            Self::Strong => include_bytes!("../fonts/hanken-grotesk-semibold.ttf"),
        }
    }

    fn face(self) -> Option<&'static Face<'static>> {
        static FACES: LazyLock<[Option<Face<'static>>; 3]> = LazyLock::new(|| {
            [Font::Display, Font::Text, Font::Strong].map(|it| Face::from_slice(it.bytes(), 0))
        });
        FACES[self as usize].as_ref()
    }

    /// Sets a line. Its characters are those that the face has.
    pub(crate) fn set(self, text: &str) -> Run {
        let Some(face) = self.face() else {
            return Run { text: String::new(), glyphs: Vec::new(), ems: 0.0 };
        };
        let text = legible(text, face);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(face, &[], buffer);
        let starts: Vec<usize> =
            shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        #[expect(clippy::cast_precision_loss, reason = "units of a font, 1000 to the em")]
        let em = |units: i32| units as f32 / face.units_per_em() as f32;
        let mut glyphs = Vec::new();
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let start = info.cluster as usize;
            let end = starts.iter().copied().filter(|&it| it > start).min();
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                em(position.x_advance),
                em(position.x_offset),
                em(position.y_offset),
                em(position.y_advance),
                start..end.unwrap_or(text.len()),
                None,
            ));
        }
        let ems = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        Run { text, glyphs, ems }
    }

    /// Sets a text in lines of at most this width, broken between words; a word that is too long is broken too.
    pub(crate) fn wrap(self, text: &str, size: f32, width: f32) -> Vec<Run> {
        let fits = |line: &str| self.set(line).ems * size <= width;
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line = broken(word, &fits, &mut lines);
        }
        lines.push(line);
        // A reader that puts the lines together again finds a space between them.
        let last = lines.len() - 1;
        let spaced = |(place, line): (usize, String)| if place < last { line + " " } else { line };
        lines.into_iter().enumerate().map(spaced).map(|line| self.set(&line)).collect()
    }
}

/// Breaks a word that is wider than its line; answers what is left of it.
fn broken(word: &str, fits: &impl Fn(&str) -> bool, lines: &mut Vec<String>) -> String {
    let mut part = String::new();
    for character in word.chars() {
        part.push(character);
        if part.chars().count() > 1 && !fits(&part) {
            part.pop();
            lines.push(std::mem::take(&mut part));
            part.push(character);
        }
    }
    part
}

fn legible(text: &str, face: &Face<'_>) -> String {
    let has = |character: char| face.glyph_index(character).is_some();
    let mut legible = String::with_capacity(text.len());
    for character in text.nfc() {
        match character {
            _ if character.is_control() => legible.push(' '),
            // A narrow space that does not break, which the faces lack.
            '\u{202f}' => legible.push('\u{a0}'),
            '\u{2011}' => legible.push('-'),
            _ if has(character) => legible.push(character),
            _ => {
                let base = character.nfkd().find(|&part| part.is_alphanumeric() && has(part));
                legible.push(base.unwrap_or('?'));
            }
        }
    }
    legible
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_face_lacks_is_legible_all_the_same() {
        assert_eq!(
            Font::Text.set("Łódź, Ștefan, 1\u{202f}250\u{a0}€").text,
            "Łódź, Ștefan, 1\u{a0}250\u{a0}€"
        );
        assert_eq!(Font::Text.set("日本\ttab").text, "?? tab");
    }

    #[test]
    fn figures_stand_in_columns() {
        for font in [Font::Text, Font::Strong] {
            let widths: Vec<f32> = ('0'..='9').map(|it| font.set(&it.to_string()).ems).collect();
            assert!(widths.iter().all(|width| (width - widths[0]).abs() < 1e-6), "{widths:?}");
        }
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text =
            "Sonorisation de la soirée des associations, deux points de diffusion ".to_owned();
        let text = text + &"x".repeat(200);
        let lines = Font::Text.wrap(&text, 10.0, 120.0);
        assert!(lines.len() > 5);
        // But for the space that ends it, which nobody sees.
        assert!(lines.iter().all(|line| line.ems * 10.0 <= 120.0 + 3.0));
        let together: String = lines.iter().map(|line| line.text.as_str()).collect();
        assert!(together.starts_with("Sonorisation de la soirée des associations, deux"));
        assert_eq!(Font::Text.wrap("", 10.0, 120.0).len(), 1);
    }
}
