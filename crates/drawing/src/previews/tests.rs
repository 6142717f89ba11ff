use image::{Rgba, RgbaImage};

use super::*;

const GROUND: Rgb<u8> = Rgb([120, 140, 160]);

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn plain(width: u32, height: u32) -> Vec<u8> {
    png(&DynamicImage::from(RgbImage::from_pixel(width, height, GROUND)))
}

fn one(bytes: Vec<u8>, media: MediaType) -> RgbImage {
    let pages = draw(bytes, media, "Camille Durand · 30/11/2026").unwrap();
    assert_eq!(pages.len(), 1);
    image::load_from_memory(&pages[0]).unwrap().to_rgb8()
}

/// How many in a thousand of these pixels are no longer the ground's.
fn marked(page: &RgbImage, x: u32, y: u32, width: u32, height: u32) -> u32 {
    let seen = image::imageops::crop_imm(page, x, y, width, height).to_image();
    let away = |pixel: &&Rgb<u8>| (0..3).any(|it| pixel.0[it].abs_diff(GROUND.0[it]) > 12);
    let count = u32::try_from(seen.pixels().filter(away).count()).unwrap();
    count * 1000 / (width * height)
}

/// S4-019: no part of a picture, from corner to corner, is without the mark; and it is no larger than a screen.
#[test]
fn a_picture_is_marked_from_corner_to_corner() {
    let page = one(plain(3000, 2000), MediaType::Png);
    assert_eq!(page.dimensions(), (1400, 933));
    for x in (0..1400).step_by(280) {
        for y in (0..750).step_by(187) {
            let share = marked(&page, x, y, 280, 183);
            assert!((40..700).contains(&share), "{share} of 1000 at {x}, {y}");
        }
    }
}

/// S4-019: whom it was drawn for changes it, so the name is in it.
#[test]
fn a_mark_tells_one_reader_from_another() {
    let of = |caption| draw(plain(800, 600), MediaType::Png, caption).unwrap();
    assert_eq!(of("Camille · 30/11/2026"), of("Camille · 30/11/2026"));
    assert_ne!(of("Camille · 30/11/2026"), of("Dina · 30/11/2026"));
    assert_ne!(of("Camille · 30/11/2026"), of("Camille · 01/12/2026"));
}

/// S4-019: a small picture would hide its mark: it is drawn larger.
#[test]
fn a_small_picture_is_marked_as_well() {
    let page = one(plain(40, 30), MediaType::Png);
    assert_eq!(page.dimensions(), (640, 480));
    assert!(marked(&page, 0, 0, 640, 480) > 60);
}

#[test]
fn what_can_be_seen_through_lies_on_white() {
    let glass = DynamicImage::from(RgbaImage::from_pixel(700, 700, Rgba([0, 0, 0, 0])));
    let page = one(png(&glass), MediaType::Png);
    assert!(page.pixels().filter(|pixel| pixel.0.iter().all(|&it| it > 245)).count() > 300_000);
}

#[test]
fn what_cannot_be_drawn_is_none() {
    let caption = "Camille";
    assert_eq!(draw(plain(64, 64)[..80].to_vec(), MediaType::Png, caption), None);
    assert_eq!(draw(b"%PDF-1.7\n".to_vec(), MediaType::Pdf, caption), None);
    assert_eq!(draw(b"Bonjour".to_vec(), MediaType::Text, caption), None);
}

/// A document of so many pages, each a blue square, the text « Bonjour » and nothing else.
fn document(pages: usize) -> Vec<u8> {
    let content = "0.47 0.55 0.63 rg 0 0 600 400 re f BT /F1 40 Tf 1 g 40 180 Td (Bonjour) Tj ET";
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 5)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {pages} >>", kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ];
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R \
                /Resources << /Font << /F1 3 0 R >> >> >>";
    objects.extend((0..pages).map(|_| page.to_owned()));
    let (mut bytes, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (number, object) in (1..).zip(&objects) {
        places.push(bytes.len());
        bytes.extend_from_slice(format!("{number} 0 obj\n{object}\nendobj\n").as_bytes());
    }
    let table = bytes.len();
    bytes.extend_from_slice(
        format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes(),
    );
    for place in places {
        bytes.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let trailer = format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    bytes.extend_from_slice(trailer.as_bytes());
    bytes
}

/// S4-019: every page of a document is drawn and marked; nothing of its text or its lines is left to be taken out.
#[test]
fn every_page_of_a_document_is_marked() {
    let pages = draw(document(3), MediaType::Pdf, "Camille Durand · 30/11/2026").unwrap();
    assert_eq!(pages.len(), 3);
    for page in &pages {
        assert!(!page.windows(7).any(|seven| seven == b"Bonjour"));
        let drawn = image::load_from_memory(page).unwrap().to_rgb8();
        assert_eq!(drawn.dimensions(), (1200, 800));
        for (x, y) in [(0, 0), (900, 0), (0, 600), (900, 600), (450, 100)] {
            assert!(marked(&drawn, x, y, 300, 200) > 40, "at {x}, {y}");
        }
    }
}

/// A document that is too long to be drawn is sealed like one that is broken.
#[test]
fn a_document_has_a_hundred_pages_at_most() {
    assert_eq!(draw(document(101), MediaType::Pdf, "Camille"), None);
}
