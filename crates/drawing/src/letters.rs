//! Letters as a picture: how much of each pixel they cover.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a line has few pixels, and all that is cast is within it"
)]

use ab_glyph::{Font, FontRef, Glyph, PxScale, ScaleFont, point};
use image::{GrayImage, Luma};

/// Latin, Greek and Cyrillic letters of Noto Sans; see `fonts/`.
const FONT: &[u8] = include_bytes!("../fonts/NotoSans-Bold.ttf");

/// A line of text in this size, with so much room around it, in pixels; none when nothing of it can be drawn.
#[must_use]
pub fn written(text: &str, size: f32, margin: f32) -> Option<GrayImage> {
    let font = FontRef::try_from_slice(FONT).ok()?;
    let (glyphs, width) = set(&font, text, size, margin);
    let mut letters = GrayImage::new((width + 2.0 * margin) as u32, (size + 2.0 * margin) as u32);
    for glyph in glyphs {
        let Some(outline) = font.outline_glyph(glyph) else { continue };
        let corner = outline.px_bounds().min;
        outline.draw(|x, y, coverage| {
            let (x, y) = (corner.x + x as f32, corner.y + y as f32);
            if x < 0.0 || y < 0.0 {
                return;
            }
            if let Some(pixel) = letters.get_pixel_mut_checked(x as u32, y as u32) {
                *pixel = Luma([pixel.0[0].max((coverage * 255.0) as u8)]);
            }
        });
    }
    Some(letters)
}

/// Sets a line of text; says how wide it is. A sign that the font has not is a question mark.
fn set(font: &FontRef<'_>, text: &str, size: f32, margin: f32) -> (Vec<Glyph>, f32) {
    let scaled = font.as_scaled(PxScale::from(size));
    let baseline = margin + scaled.ascent();
    let (mut glyphs, mut along, mut before) = (Vec::new(), margin, None);
    for sign in text.chars() {
        let known = font.glyph_id(sign);
        let id = if known.0 == 0 { font.glyph_id('?') } else { known };
        along += before.map_or(0.0, |before| scaled.kern(before, id));
        glyphs.push(id.with_scale_and_position(PxScale::from(size), point(along, baseline)));
        along += scaled.h_advance(id);
        before = Some(id);
    }
    (glyphs, along)
}
