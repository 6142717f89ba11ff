//! Banners: a photo of the demo as wide as they are, darker where their words stand.

use estrade_domain::files::Extent;
use estrade_drawing::letters;
use image::{DynamicImage, GrayImage, RgbImage, imageops::FilterType};

/// How tall the first line is, and the others.
const SIZES: (f32, f32) = (30.0, 17.0);
const MARGIN: u32 = 18;
/// From one line to the next.
const GAP: u32 = 8;
/// What is left of the photo's light on its left and on its right, of 1.
const LIGHT: (f32, f32) = (0.28, 0.85);
const CREAM: [f32; 3] = [255.0, 246.0, 232.0];

/// A photo cut to this extent, with these lines on it.
pub fn banner(photo: &DynamicImage, extent: Extent, lines: &[String]) -> DynamicImage {
    let Extent { width, height } = extent;
    let mut ground = photo.resize_to_fill(width, height, FilterType::CatmullRom).to_rgb8();
    shade(&mut ground);
    let written: Vec<GrayImage> = (0..)
        .zip(lines)
        .filter_map(|(place, line)| {
            let size = if place == 0 { SIZES.0 } else { SIZES.1 };
            letters::written(line, size, 0.0)
        })
        .collect();
    let gaps = GAP * u32::try_from(written.len().saturating_sub(1)).unwrap_or_default();
    let tall = written.iter().map(GrayImage::height).sum::<u32>() + gaps;
    let mut top = height.saturating_sub(tall) / 2;
    for line in written {
        lay(&mut ground, &line, top);
        top += line.height() + GAP;
    }
    DynamicImage::from(ground)
}

fn shade(ground: &mut RgbImage) {
    let last = ground.width().max(2) - 1;
    for (column, _, pixel) in ground.enumerate_pixels_mut() {
        let along = share(column, last);
        let light = (LIGHT.1 - LIGHT.0).mul_add(along, LIGHT.0);
        pixel.0 = pixel.0.map(|part| level(f32::from(part) * light));
    }
}

fn lay(ground: &mut RgbImage, letters: &GrayImage, top: u32) {
    for (x, y, cover) in letters.enumerate_pixels() {
        let cover = f32::from(cover.0[0]) / 255.0;
        if let Some(pixel) = ground.get_pixel_mut_checked(MARGIN + x, top + y) {
            for (part, cream) in pixel.0.iter_mut().zip(CREAM) {
                *part = level((cream - f32::from(*part)).mul_add(cover, f32::from(*part)));
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a banner has few columns")]
fn share(column: u32, last: u32) -> f32 {
    column as f32 / last as f32
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 255")]
fn level(part: f32) -> u8 {
    part.round().clamp(0.0, 255.0) as u8
}
