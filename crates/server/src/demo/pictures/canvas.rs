//! A small canvas of light: places go from 0 to 1.5 from left to right and from 0 to 1 from top to bottom, colours
//! from 0 to 1.

use image::{Rgb, RgbImage};

const WIDTH: u16 = 480;
const HEIGHT: u16 = 320;

/// Red, green and blue.
pub type Colour = [f32; 3];

/// Where one draws.
pub struct Canvas(Vec<Colour>);

/// A colour written as on the web.
pub fn colour(hex: u32) -> Colour {
    let [_, red, green, blue] = hex.to_be_bytes();
    [red, green, blue].map(|part| f32::from(part) / 255.0)
}

/// A number from 0 to 1 that looks like chance, the same for the same place.
pub fn chance(place: u16) -> f32 {
    let wave = (f32::from(place) * 12.9898).sin() * 43_758.547;
    wave - wave.floor()
}

/// One colour on its way to another.
pub fn mix(one: Colour, other: Colour, share: f32) -> Colour {
    std::array::from_fn(|part| (other[part] - one[part]).mul_add(share, one[part]))
}

impl Canvas {
    /// Darkness.
    pub fn new() -> Self {
        Self(vec![[0.0; 3]; usize::from(WIDTH) * usize::from(HEIGHT)])
    }

    /// Gives every place its colour, from what it has.
    pub fn paint(&mut self, each: impl Fn(f32, f32, Colour) -> Colour) {
        let scale = f32::from(HEIGHT);
        let places = (0..HEIGHT).flat_map(|row| (0..WIDTH).map(move |column| (column, row)));
        for (pixel, (column, row)) in self.0.iter_mut().zip(places) {
            *pixel = each(f32::from(column) / scale, f32::from(row) / scale, *pixel);
        }
    }

    /// From one colour above to another below.
    pub fn sky(&mut self, above: Colour, below: Colour) {
        self.paint(|_, y, _| mix(above, below, y));
    }

    /// A disc, opaque in its middle; `soft` is the share of it that fades out.
    pub fn disc(&mut self, (x, y): (f32, f32), radius: f32, soft: f32, with: Colour) {
        self.round((x, y), radius, soft, |under, cover| mix(under, with, cover));
    }

    /// A disc of light, added to what is there.
    pub fn glow(&mut self, (x, y): (f32, f32), radius: f32, strength: f32, with: Colour) {
        self.round((x, y), radius, 1.0, |under, cover| {
            let light = cover * cover * strength;
            std::array::from_fn(|part| with[part].mul_add(light, under[part]))
        });
    }

    /// All that lies below a line.
    pub fn ground(&mut self, line: impl Fn(f32) -> f32, with: Colour) {
        self.paint(|x, y, under| if y > line(x) { with } else { under });
    }

    fn round(
        &mut self,
        (x, y): (f32, f32),
        radius: f32,
        soft: f32,
        blend: impl Fn(Colour, f32) -> Colour,
    ) {
        let (scale, width) = (f32::from(HEIGHT), usize::from(WIDTH));
        let rows = within(y - radius, y + radius, HEIGHT);
        for row in rows {
            for column in within(x - radius, x + radius, WIDTH) {
                let across = f32::from(column) / scale - x;
                let down = f32::from(row) / scale - y;
                let depth = 1.0 - across.hypot(down) / radius;
                // An edge takes at least one place, or it would show steps.
                let cover = (depth / soft.max(1.0 / (radius * scale))).clamp(0.0, 1.0);
                let pixel = &mut self.0[usize::from(row) * width + usize::from(column)];
                *pixel = blend(*pixel, cover);
            }
        }
    }

    /// The picture.
    pub fn into_image(self) -> RgbImage {
        let mut image = RgbImage::new(WIDTH.into(), HEIGHT.into());
        for (pixel, [red, green, blue]) in image.pixels_mut().zip(self.0) {
            *pixel = Rgb([red, green, blue].map(level));
        }
        image
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 255")]
fn level(part: f32) -> u8 {
    (part.clamp(0.0, 1.0) * 255.0).round() as u8
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is within the canvas"
)]
fn within(from: f32, to: f32, end: u16) -> std::ops::Range<u16> {
    let place = |at: f32| (at * f32::from(HEIGHT)).clamp(0.0, f32::from(end)) as u16;
    place(from)..place(to)
}
