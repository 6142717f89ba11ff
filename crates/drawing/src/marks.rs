//! The mark of a preview: a line of text, slanted and repeated over the whole page, dark letters in a light halo so
//! that it stands on any ground.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a page has few pixels, and all that is cast is within it"
)]

use std::f32::consts::FRAC_PI_6;

use image::{GrayImage, Luma, Rgb, RgbImage};

use crate::letters;

/// How much of the ground the letters and their halo take, of 1.
const LETTERS_OPACITY: f32 = 0.5;
const HALO_OPACITY: f32 = 0.35;
const INK: f32 = 40.0;
const PAPER: f32 = 255.0;
/// How tall the letters are, against the shorter side of a page, and the smallest and largest, in pixels.
const SIZE: f32 = 1.0 / 24.0;
const SIZES: (f32, f32) = (14.0, 44.0);
/// From one line to the next, and from a text to its repetition, in sizes.
const LINE: f32 = 3.2;
const GAP: f32 = 2.0;

/// What is pressed on a page.
pub(crate) struct Mark<'a> {
    caption: &'a str,
}

/// The text as it stands on a line: its letters, and what lies around them.
struct Strip {
    letters: GrayImage,
    halo: GrayImage,
}

impl<'a> Mark<'a> {
    pub(crate) fn new(caption: &'a str) -> Self {
        Self { caption }
    }

    /// Presses it on the whole of a page.
    pub(crate) fn press(&self, page: &mut RgbImage) {
        let shorter = page.width().min(page.height()) as f32;
        let size = (shorter * SIZE).clamp(SIZES.0, SIZES.1);
        let Some(strip) = Strip::write(self.caption, size) else { return };
        let (rise, run) = (-FRAC_PI_6).sin_cos();
        let (line, period) = (size * LINE, strip.letters.width() as f32 + size * GAP);
        for (x, y, pixel) in page.enumerate_pixels_mut() {
            let (x, y) = (x as f32, y as f32);
            let (along, down) = (x * run + y * rise, y * run - x * rise);
            // Each line begins elsewhere, so that no straight cut goes between the texts.
            let along = along + (down / line).floor() * period * 0.382;
            let (along, down) = (along.rem_euclid(period), down.rem_euclid(line));
            strip.shade(pixel, along as u32, down as u32);
        }
    }
}

impl Strip {
    /// None when nothing of the text can be drawn.
    fn write(text: &str, size: f32) -> Option<Self> {
        let margin = (size / 14.0).ceil().max(1.0);
        let letters = letters::written(text, size, margin)?;
        let halo = widened(&letters, margin as u32);
        Some(Self { letters, halo })
    }

    fn shade(&self, pixel: &mut Rgb<u8>, along: u32, down: u32) {
        let Some(letters) = self.letters.get_pixel_checked(along, down) else { return };
        let part = |it: &Luma<u8>, opacity: f32| f32::from(it.0[0]) / 255.0 * opacity;
        let halo = part(self.halo.get_pixel(along, down), HALO_OPACITY);
        let ink = part(letters, LETTERS_OPACITY);
        for colour in &mut pixel.0 {
            let lightened = f32::from(*colour) * (1.0 - halo) + PAPER * halo;
            *colour = (lightened * (1.0 - ink) + INK * ink) as u8;
        }
    }
}

/// The same, so many pixels thicker on each side.
fn widened(letters: &GrayImage, by: u32) -> GrayImage {
    let (width, height) = letters.dimensions();
    GrayImage::from_fn(width, height, |x, y| {
        let columns = x.saturating_sub(by)..=(x + by).min(width - 1);
        let around = columns.flat_map(|x| {
            let rows = y.saturating_sub(by)..=(y + by).min(height - 1);
            rows.map(move |y| letters.get_pixel(x, y).0[0])
        });
        Luma([around.max().unwrap_or(0)])
    })
}
