//! Photos of services and of providers' sheets.

use estrade_domain::photos::{Photo, WrittenPhoto};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A photo of a service or of a sheet.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PhotoInput {
    /// A picture that was sent before, by its id.
    #[serde(default)]
    #[schema(required, example = "fil_01jd0000000000000000000000")]
    file: String,
    /// What it shows, for who does not see it, in at most 160 characters without a contact.
    #[serde(default)]
    #[schema(required, example = "La piste de danse un soir de mariage")]
    alt: String,
}

/// A photo of a service or of a sheet.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PhotoView {
    /// The id of its file.
    #[schema(example = "fil_01jd0000000000000000000000")]
    file: String,
    /// What it shows.
    alt: String,
    /// Where it is: add `&small=true` for a list.
    #[schema(example = "/v1/files/fil_01jd0000000000000000000000/content?inline=true")]
    content: String,
}

impl From<PhotoInput> for WrittenPhoto {
    fn from(input: PhotoInput) -> Self {
        Self { file: input.file, alt: input.alt }
    }
}

impl From<&Photo> for PhotoView {
    fn from(photo: &Photo) -> Self {
        let Photo { file, alt } = photo;
        let content = format!("/v1/files/{file}/content?inline=true");
        Self { file: file.to_string(), alt: alt.clone(), content }
    }
}
