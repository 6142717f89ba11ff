//! A picture is drawn anew without the profile that says what its numbers mean: they are told in sRGB, which is
//! what a picture without a profile is taken for. Otherwise the vivid pictures of telephones would turn pale.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

/// The picture in sRGB. A profile that cannot be read, or that is of no picture of red, green and blue, is left
/// out: the numbers are then taken as they are.
pub(super) fn in_srgb(picture: DynamicImage, profile: Option<&[u8]>) -> DynamicImage {
    let profile = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok());
    let Some(profile) = profile.filter(|it| it.color_space == DataColorSpace::Rgb) else {
        return picture;
    };
    if picture.color().has_alpha() {
        let mut pixels = picture.to_rgba8();
        match converted(&profile, Layout::Rgba, &pixels) {
            Some(told) => pixels.copy_from_slice(&told),
            None => return picture,
        }
        return pixels.into();
    }
    let mut pixels = picture.to_rgb8();
    match converted(&profile, Layout::Rgb, &pixels) {
        Some(told) => pixels.copy_from_slice(&told),
        None => return picture,
    }
    pixels.into()
}

fn converted(profile: &ColorProfile, layout: Layout, pixels: &[u8]) -> Option<Vec<u8>> {
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions::default();
    let transform = profile.create_transform_8bit(layout, &srgb, layout, options).ok()?;
    let mut told = vec![0; pixels.len()];
    transform.transform(pixels, &mut told).ok()?;
    Some(told)
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    /// The middle of what a telephone takes for pure red lies outside of sRGB: it becomes the reddest there is.
    #[test]
    fn what_a_telephone_saw_is_told_in_srgb() {
        let wide = ColorProfile::new_display_p3().encode().unwrap();
        let red = DynamicImage::from(RgbImage::from_pixel(2, 2, Rgb([200, 60, 60])));
        let told = in_srgb(red.clone(), Some(&wide)).to_rgb8();
        let Rgb([r, g, b]) = *told.get_pixel(0, 0);
        assert!(r > 205 && g < 60 && b < 60, "{r} {g} {b}");
        let grey = DynamicImage::from(RgbImage::from_pixel(2, 2, Rgb([128, 128, 128])));
        let Rgb([r, g, b]) = *in_srgb(grey, Some(&wide)).to_rgb8().get_pixel(1, 1);
        assert!([r, g, b].iter().all(|value| value.abs_diff(128) <= 1), "{r} {g} {b}");
        for nothing in [None, Some(&b"no profile"[..])] {
            assert_eq!(in_srgb(red.clone(), nothing), red);
        }
    }

    #[test]
    fn what_can_be_seen_through_stays_so() {
        let wide = ColorProfile::new_display_p3().encode().unwrap();
        let glass = DynamicImage::from(RgbaImage::from_pixel(2, 2, Rgba([200, 60, 60, 90])));
        let told = in_srgb(glass, Some(&wide)).to_rgba8();
        assert_eq!(told.get_pixel(0, 0)[3], 90);
        assert!(told.get_pixel(0, 0)[0] > 205);
    }
}
