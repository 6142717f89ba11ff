//! What a provider shows of its work on its sheet.

use estrade_domain::{
    contacts::mask_contacts,
    organizations::{Network, Project, WrittenProject},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::photos::{PhotoInput, PhotoView};

/// A mission of before, in a portfolio.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProjectInput {
    /// What it was, in at most 100 characters without a contact.
    #[serde(default)]
    #[schema(required, example = "Mariage au bord de l’eau")]
    title: String,
    /// In which year, from 1950 to this one.
    #[serde(default)]
    #[schema(example = 2026)]
    year: Option<i32>,
    /// What was done, in at most 1000 characters.
    #[serde(default)]
    description: String,
    /// What it looked like.
    #[serde(default)]
    photo: Option<PhotoInput>,
}

/// A mission of before, in a portfolio.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProjectView {
    title: String,
    /// In which year.
    year: Option<i32>,
    description: String,
    photo: Option<PhotoView>,
}

/// Where a provider may be followed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SocialLinkView {
    /// `instagram`, `facebook`, `linkedin`, `tiktok`, `youtube`, `vimeo`, `pinterest`, `soundcloud` or `spotify`.
    network: &'static str,
    url: String,
}

impl From<ProjectInput> for WrittenProject {
    fn from(input: ProjectInput) -> Self {
        let ProjectInput { title, year, description, photo } = input;
        Self { title, year, description, photo: photo.map(Into::into) }
    }
}

impl From<&Project> for ProjectView {
    fn from(project: &Project) -> Self {
        let Project { title, year, description, photo } = project;
        Self {
            title: title.clone(),
            year: *year,
            description: description.clone(),
            photo: photo.as_ref().map(PhotoView::from),
        }
    }
}

impl ProjectView {
    /// As the public reads it.
    pub(crate) fn public(project: &Project) -> Self {
        let view = Self::from(project);
        Self { description: mask_contacts(&view.description), ..view }
    }
}

impl SocialLinkView {
    /// None for an address that leads to no known network.
    pub(crate) fn of(url: &str) -> Option<Self> {
        let network = Network::of(url)?.as_str();
        Some(Self { network, url: url.to_owned() })
    }
}
