//! What a file is: its first bytes say it. What they do not say, or say of something that runs or that a browser
//! would draw as a page, is not taken.

use super::FileRefusal;
use crate::words;

words! {
    /// What is taken.
    pub enum MediaType {
        /// A photo.
        Jpeg = "image/jpeg",
        /// A drawing.
        Png = "image/png",
        /// Either; it is kept as one of the two above.
        Webp = "image/webp",
        /// A document that everyone can read.
        Pdf = "application/pdf",
        /// Plain words.
        Text = "text/plain",
        /// A plain table.
        Csv = "text/csv",
        /// A text of `LibreOffice`.
        Odt = "application/vnd.oasis.opendocument.text",
        /// A table of `LibreOffice`.
        Ods = "application/vnd.oasis.opendocument.spreadsheet",
        /// Slides of `LibreOffice`.
        Odp = "application/vnd.oasis.opendocument.presentation",
        /// A text of Word.
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        /// A table of Excel.
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        /// Slides of `PowerPoint`.
        Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        /// A demo tape.
        Mp3 = "audio/mpeg",
        /// A demo tape.
        M4a = "audio/mp4",
        /// A demo tape.
        Wav = "audio/wav",
        /// A film.
        Mp4 = "video/mp4",
        /// Anything else, in a delivery: bytes that nothing here looks into.
        Other = "application/octet-stream",
    }
}

/// What the crate that knows the signatures calls each of them.
const SIGNATURES: [(&str, MediaType); 15] = [
    ("jpg", MediaType::Jpeg),
    ("png", MediaType::Png),
    ("webp", MediaType::Webp),
    ("pdf", MediaType::Pdf),
    ("odt", MediaType::Odt),
    ("ods", MediaType::Ods),
    ("odp", MediaType::Odp),
    ("docx", MediaType::Docx),
    ("xlsx", MediaType::Xlsx),
    ("pptx", MediaType::Pptx),
    ("mp3", MediaType::Mp3),
    ("m4a", MediaType::M4a),
    ("wav", MediaType::Wav),
    ("mp4", MediaType::Mp4),
    ("m4v", MediaType::Mp4),
];

impl MediaType {
    /// The ends of its names, the usual one first.
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Webp => &["webp"],
            Self::Pdf => &["pdf"],
            Self::Text => &["txt"],
            Self::Csv => &["csv"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Odp => &["odp"],
            Self::Docx => &["docx"],
            Self::Xlsx => &["xlsx"],
            Self::Pptx => &["pptx"],
            Self::Mp3 => &["mp3"],
            Self::M4a => &["m4a"],
            Self::Wav => &["wav"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::Other => &[],
        }
    }

    /// Whether it is drawn anew before it is kept.
    #[must_use]
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }
}

/// What this content is, when any is taken: what is not known is named so, and looked into by nobody.
pub fn recognize_any(content: &[u8], name: &str) -> Result<MediaType, FileRefusal> {
    match recognize(content, name) {
        Err(FileRefusal::UnknownType) => Ok(MediaType::Other),
        known => known,
    }
}

/// What this content is. A text has no signature: it is one when it is nothing but words and its name says so.
pub fn recognize(content: &[u8], name: &str) -> Result<MediaType, FileRefusal> {
    if content.is_empty() {
        return Err(FileRefusal::Empty);
    }
    let signature = infer::get(content).map(|found| found.extension());
    match signature {
        Some(signature) => SIGNATURES
            .iter()
            .find_map(|(known, media)| (*known == signature).then_some(*media))
            .ok_or(FileRefusal::UnknownType),
        None => plain(content, name).ok_or(FileRefusal::UnknownType),
    }
}

fn plain(content: &[u8], name: &str) -> Option<MediaType> {
    let named = [MediaType::Text, MediaType::Csv];
    let media = named.into_iter().find(|media| ends_with(name, *media))?;
    let text = std::str::from_utf8(content).ok()?;
    let is_control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    // Nothing that a browser or a shell would take for its own, whatever it is called.
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    let is_code = begins.starts_with('<') || begins.starts_with("#!");
    (!is_code && !text.trim_start_matches('\u{feff}').chars().any(is_control)).then_some(media)
}

pub(super) fn ends_with(name: &str, media: MediaType) -> bool {
    let end = name.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    end.is_some_and(|end| media.extensions().contains(&end.as_str()))
}
