//! The photos of the demo: evenings, tables and flowers drawn by a few lines of geometry, so that nobody's picture
//! is in them and the same scene is the same picture.
//!
//! They are drawn small and made larger, which gives them the softness of a lens.

mod banner;
mod canvas;
mod motifs;

use std::io::Cursor;

use estrade_domain::{files::Extent, words};
use image::{DynamicImage, ImageResult, codecs::jpeg::JpegEncoder, imageops::FilterType};

use self::canvas::Canvas;

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 800;
const SMALL_SIDE: u32 = 640;
const QUALITY: u8 = 86;

words! {
    /// What a photo of the demo shows.
    pub enum Motif {
        /// A dance floor under the lights.
        Floor = "piste",
        /// Garlands of bulbs over a garden at dusk.
        Garland = "guirlande",
        /// Flowers from close by.
        Flowers = "fleurs",
        /// A laid table, from above.
        Table = "table",
        /// Fields and a lane, from a drone.
        Fields = "champs",
        /// A stage with its curtain.
        Stage = "scene",
    }
}

/// A photo in the forms in which it is kept.
#[derive(Clone)]
pub struct Picture {
    /// How large it is.
    pub extent: Extent,
    /// All of it, a JPEG.
    pub whole: Vec<u8>,
    /// For lists.
    pub small: Vec<u8>,
}

/// Draws a photo.
pub fn draw(motif: Motif) -> ImageResult<Picture> {
    kept(&photo(motif).resize_exact(WIDTH, HEIGHT, FilterType::CatmullRom))
}

/// Draws a banner of this extent over a photo, with these lines, the largest first.
pub fn draw_banner(motif: Motif, extent: Extent, lines: &[String]) -> ImageResult<Picture> {
    kept(&banner::banner(&photo(motif), extent, lines))
}

fn photo(motif: Motif) -> DynamicImage {
    let mut canvas = Canvas::new();
    match motif {
        Motif::Floor => motifs::floor(&mut canvas),
        Motif::Garland => motifs::garland(&mut canvas),
        Motif::Flowers => motifs::flowers(&mut canvas),
        Motif::Table => motifs::table(&mut canvas),
        Motif::Fields => motifs::fields(&mut canvas),
        Motif::Stage => motifs::stage(&mut canvas),
    }
    DynamicImage::from(canvas.into_image())
}

fn kept(whole: &DynamicImage) -> ImageResult<Picture> {
    let extent = Extent { width: whole.width(), height: whole.height() };
    let small = whole.thumbnail(SMALL_SIDE, SMALL_SIDE);
    Ok(Picture { extent, whole: encoded(whole)?, small: encoded(&small)? })
}

fn encoded(picture: &DynamicImage) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(Cursor::new(&mut bytes), QUALITY);
    picture.to_rgb8().write_with_encoder(encoder)?;
    Ok(bytes)
}
