//! Marked previews: what a client looks at before it accepts. Nothing of the file itself is in them: pixels at the
//! size of a screen, with the mark burnt in, and no layer that could be taken off again.

use std::io::Cursor;

use estrade_domain::files::MediaType;
use image::{
    DynamicImage, ImageResult, Rgb, RgbImage, codecs::jpeg::JpegEncoder, imageops::FilterType,
};

use crate::{documents, marks::Mark, pictures};

/// The longest side of a page, in pixels: to be judged on a screen, too little to be printed or used.
pub(crate) const SIDE: u32 = 1400;
/// A small picture is drawn so large that its mark can be read.
const SIDE_MIN: u32 = 640;
/// From 1 to 100: the mark leaves no fine detail to keep.
const JPEG_QUALITY: u8 = 78;

/// The marked pages of a file, each a JPEG: one of a picture, all of a document. None when it cannot be drawn.
#[must_use]
pub fn draw(bytes: Vec<u8>, media: MediaType, caption: &str) -> Option<Vec<Vec<u8>>> {
    let mark = Mark::new(caption);
    let page = |mut drawn: RgbImage| {
        mark.press(&mut drawn);
        encode(&drawn).ok()
    };
    if media.is_picture() {
        let picture = pictures::read(&bytes, media, SIDE).ok()?;
        return Some(vec![page(on_paper(&legible(picture)))?]);
    }
    if media == MediaType::Pdf { documents::draw(bytes, page) } else { None }
}

fn legible(picture: DynamicImage) -> DynamicImage {
    if picture.width().max(picture.height()) < SIDE_MIN {
        picture.resize(SIDE_MIN, SIDE_MIN, FilterType::Triangle)
    } else {
        picture
    }
}

/// What can be seen through lies on white.
fn on_paper(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [red, green, blue, opacity] = picture.get_pixel(x, y).0.map(u16::from);
        let over = |colour: u16| (colour * opacity + 255 * (255 - opacity)) / 255;
        Rgb([red, green, blue].map(|colour| u8::try_from(over(colour)).unwrap_or(u8::MAX)))
    })
}

fn encode(page: &RgbImage) -> ImageResult<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    page.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests;
