//! PDF documents as pixels, page by page.

use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::InterpreterSettings,
    hayro_syntax::{Pdf, page::Page},
    render,
    vello_cpu::{Pixmap, color::palette::css::WHITE},
};
use image::RgbImage;

use crate::previews::SIDE;

/// The longest document that is drawn, in pages.
const PAGES_MAX: usize = 100;
/// A page is drawn at most so much larger than it is: twice 72 points to an inch.
const SCALE_MAX: f32 = 2.0;

/// What `page` makes of each page; none when the document is locked, broken, empty or too long.
pub(crate) fn draw<T>(bytes: Vec<u8>, page: impl Fn(RgbImage) -> Option<T>) -> Option<Vec<T>> {
    let document = Pdf::new(bytes).ok()?;
    let pages = document.pages();
    if pages.is_empty() || pages.len() > PAGES_MAX {
        return None;
    }
    let cache = RenderCache::new();
    pages.iter().map(|one| page(draw_page(one, &cache)?)).collect()
}

fn draw_page<'a>(page: &'a Page<'a>, cache: &RenderCache<'a>) -> Option<RgbImage> {
    let (width, height) = page.render_dimensions();
    #[expect(clippy::cast_precision_loss, reason = "a side has few pixels")]
    let scale = (SIDE as f32 / width.max(height)).min(SCALE_MAX);
    if !scale.is_finite() || width * scale < 1.0 || height * scale < 1.0 {
        return None;
    }
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let (interpreter, how) = (InterpreterSettings::default(), RenderSettings::default());
    picture(&render(page, cache, &interpreter, &how, &settings))
}

/// Nothing can be seen through a page that lies on white.
fn picture(drawn: &Pixmap) -> Option<RgbImage> {
    let (pixels, _) = drawn.data_as_u8_slice().as_chunks::<4>();
    let colours = pixels.iter().flat_map(|&[red, green, blue, _]| [red, green, blue]);
    RgbImage::from_raw(drawn.width().into(), drawn.height().into(), colours.collect())
}
