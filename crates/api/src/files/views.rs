//! What people see of a file.

use chrono::{DateTime, Utc};
use estrade_domain::files::File;
use serde::Serialize;
use utoipa::ToSchema;

/// A file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FileView {
    #[schema(example = "fil_01jd0000000000000000000000")]
    id: String,
    /// What it is called; its end says what it is.
    #[schema(example = "plan de salle.pdf")]
    name: String,
    /// What it is; its content decides.
    #[schema(example = "application/pdf")]
    media_type: &'static str,
    size_bytes: u64,
    /// Of the bytes that are kept, in hexadecimal digits.
    sha256: String,
    /// How large it is, if it is a picture: it can be drawn in a page, with `?inline=true`.
    picture: Option<ExtentView>,
    /// Where its bytes are.
    #[schema(example = "/v1/files/fil_01jd0000000000000000000000/content")]
    content: String,
    created_at: DateTime<Utc>,
}

/// How large a picture is, in pixels.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ExtentView {
    width: u32,
    height: u32,
}

impl From<&File> for FileView {
    fn from(file: &File) -> Self {
        let holding = &file.holding;
        Self {
            id: file.id.to_string(),
            name: holding.name.clone(),
            media_type: holding.media.as_str(),
            size_bytes: holding.size_bytes,
            sha256: holding.sha256.clone(),
            picture: holding.picture.map(|it| ExtentView { width: it.width, height: it.height }),
            content: format!("/v1/files/{}/content", file.id),
            created_at: file.created_at,
        }
    }
}
