//! Pictures are drawn anew: what a camera wrote beside them (where, when, with what) is gone, what is hidden in
//! them too, their colours are told in sRGB, and none is larger than a screen needs.

mod colours;

use std::io::Cursor;

use estrade_domain::files::{Extent, FileRefusal, MediaType};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, ImageResult, Limits,
    codecs::jpeg::JpegEncoder, imageops::FilterType,
};

/// The longest side of a picture that is kept, in pixels.
const SIDE: u32 = 2560;
/// The longest side of the one for lists, in pixels.
const SMALL_SIDE: u32 = 640;
/// The largest picture that is looked at: what the best telephones take.
const PIXELS_MAX: u64 = 50_000_000;
/// What one picture may take while it is read, in bytes.
const MEMORY_BYTES: u64 = 256 * 1024 * 1024;
/// From 1 to 100: no difference to the eye.
const JPEG_QUALITY: u8 = 86;

/// A picture, drawn anew.
pub struct Drawn {
    /// What it is now.
    pub media: MediaType,
    /// How large it is now.
    pub extent: Extent,
    /// All of it.
    pub whole: Vec<u8>,
    /// For lists.
    pub small: Vec<u8>,
}

/// Draws a picture anew, upright.
pub fn draw(bytes: &[u8], media: MediaType) -> Result<Drawn, FileRefusal> {
    drawn(&read(bytes, media, SIDE)?)
}

fn drawn(picture: &DynamicImage) -> Result<Drawn, FileRefusal> {
    let media = if is_see_through(picture) { MediaType::Png } else { MediaType::Jpeg };
    let encode =
        |picture: &DynamicImage| encode(picture, media).map_err(|_| FileRefusal::PictureUnreadable);
    Ok(Drawn {
        media,
        extent: Extent { width: picture.width(), height: picture.height() },
        whole: encode(picture)?,
        small: encode(&within(picture, SMALL_SIDE))?,
    })
}

/// Draws a picture anew, upright, in the extent that fits its own; refused when none does.
pub fn draw_to_fit(
    bytes: &[u8],
    media: MediaType,
    fits: impl Fn(Extent) -> Option<Extent>,
) -> Result<Drawn, FileRefusal> {
    if !media.is_picture() {
        return Err(FileRefusal::NotAPicture);
    }
    let picture = read(bytes, media, SIDE)?;
    let own = Extent { width: picture.width(), height: picture.height() };
    let Extent { width, height } = fits(own).ok_or(FileRefusal::NotABanner)?;
    drawn(&picture.resize_exact(width, height, FilterType::Lanczos3))
}

/// Reads a picture, upright, with a longest side of so many pixels at most. Its size is known before a single pixel
/// is read: a small file can promise a huge picture.
pub(crate) fn read(bytes: &[u8], media: MediaType, side: u32) -> Result<DynamicImage, FileRefusal> {
    let unreadable = |_| FileRefusal::PictureUnreadable;
    let format = match media {
        MediaType::Png => ImageFormat::Png,
        MediaType::Webp => ImageFormat::WebP,
        _ => ImageFormat::Jpeg,
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > PIXELS_MAX || decoder.total_bytes() > MEMORY_BYTES {
        return Err(FileRefusal::PictureTooLarge);
    }
    let orientation = decoder.orientation().map_err(unreadable)?;
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    let mut picture = colours::in_srgb(within(&picture, side), profile.as_deref());
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn within(picture: &DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) > side {
        picture.thumbnail(side, side)
    } else {
        picture.clone()
    }
}

fn is_see_through(picture: &DynamicImage) -> bool {
    picture.color().has_alpha() && picture.to_rgba8().pixels().any(|pixel| pixel[3] != u8::MAX)
}

fn encode(picture: &DynamicImage, media: MediaType) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    if media == MediaType::Png {
        picture.to_rgba8().write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
    } else {
        picture
            .to_rgb8()
            .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY))?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn png(picture: &DynamicImage) -> Vec<u8> {
        encode(picture, MediaType::Png).unwrap()
    }

    #[test]
    fn a_picture_is_bounded_and_keeps_its_shape() {
        let wide = DynamicImage::from(RgbImage::from_pixel(5120, 100, Rgb([200, 30, 30])));
        let drawn = draw(&png(&wide), MediaType::Png).unwrap_or_else(|it| panic!("{it:?}"));
        assert_eq!(drawn.media, MediaType::Jpeg);
        assert_eq!(drawn.extent, Extent { width: 2560, height: 50 });
        let small = image::load_from_memory(&drawn.small).unwrap();
        assert_eq!((small.width(), small.height()), (640, 13));
    }

    #[test]
    fn what_can_be_seen_through_stays_so() {
        let glass = DynamicImage::from(RgbaImage::from_pixel(4, 4, Rgba([9, 9, 9, 100])));
        let opaque = DynamicImage::from(RgbaImage::from_pixel(4, 4, Rgba([9, 9, 9, 255])));
        let kept = |picture| draw(&png(picture), MediaType::Png).map(|drawn| drawn.media).ok();
        assert_eq!(kept(&glass), Some(MediaType::Png));
        assert_eq!(kept(&opaque), Some(MediaType::Jpeg));
    }

    #[test]
    fn a_damaged_picture_is_told_from_a_huge_one() {
        let sound = png(&DynamicImage::from(RgbImage::new(40, 40)));
        let damaged = draw(&sound[..sound.len() / 2], MediaType::Png).err();
        assert_eq!(damaged, Some(FileRefusal::PictureUnreadable));
        let refused = draw(&promising(sound, 60_000, 60_000), MediaType::Png).err();
        assert_eq!(refused, Some(FileRefusal::PictureTooLarge));
    }

    /// The header of a PNG says another size, with a checksum that holds.
    fn promising(mut png: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
        png[16..20].copy_from_slice(&width.to_be_bytes());
        png[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = crc32(&png[12..29]).to_be_bytes();
        png[29..33].copy_from_slice(&sum);
        png
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
                (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
            })
        })
    }
}
