//! What a provider shows of its work on its sheet: photos, a portfolio, links to its social networks.
//!
//! Its plan says how much of it (S1-124, S1-125, S1-127). What a plan that has ended no longer gives is hidden, not
//! deleted (S1-131): it may be put in another order and taken away, but not grow.

use chrono::Datelike;
use chrono_tz::Europe::Paris;
use serde::{Deserialize, Serialize};

use super::{Organization, Plan, SheetForm};
use crate::{
    fields::Fields,
    ids::FileId,
    limits::Limits,
    photos::{self, Photo, WrittenPhoto},
    plans,
    refusal::Explanation,
    text, words,
    world::Instant,
};

/// The longest title of a project, in characters.
const TITLE_MAX: usize = 100;
/// The longest words about a project, in characters.
const DESCRIPTION_MAX: usize = 1000;
/// Nobody's portfolio goes further back.
const FIRST_YEAR: i32 = 1950;

words! {
    /// Where a provider may be followed.
    pub enum Network {
        /// instagram.com
        Instagram = "instagram",
        /// facebook.com
        Facebook = "facebook",
        /// linkedin.com
        LinkedIn = "linkedin",
        /// tiktok.com
        TikTok = "tiktok",
        /// youtube.com
        YouTube = "youtube",
        /// vimeo.com
        Vimeo = "vimeo",
        /// pinterest.com and pinterest.fr
        Pinterest = "pinterest",
        /// soundcloud.com
        SoundCloud = "soundcloud",
        /// spotify.com
        Spotify = "spotify",
    }
}

impl Network {
    fn domains(self) -> &'static [&'static str] {
        match self {
            Self::Instagram => &["instagram.com"],
            Self::Facebook => &["facebook.com"],
            Self::LinkedIn => &["linkedin.com"],
            Self::TikTok => &["tiktok.com"],
            Self::YouTube => &["youtube.com"],
            Self::Vimeo => &["vimeo.com"],
            Self::Pinterest => &["pinterest.com", "pinterest.fr"],
            Self::SoundCloud => &["soundcloud.com"],
            Self::Spotify => &["spotify.com"],
        }
    }

    /// The network that an address leads to.
    #[must_use]
    pub fn of(url: &str) -> Option<Self> {
        let host = url.split("://").nth(1)?.split(['/', '?', '#']).next()?.to_ascii_lowercase();
        let is_at = |domain: &str| {
            host == domain || host.strip_suffix(domain).is_some_and(|sub| sub.ends_with('.'))
        };
        Self::ALL.iter().copied().find(|network| network.domains().iter().any(|it| is_at(it)))
    }
}

/// A mission of before, shown as an example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// What it was.
    pub title: String,
    /// In which year.
    pub year: Option<i32>,
    /// What was done; may be empty.
    pub description: String,
    /// What it looked like.
    pub photo: Option<Photo>,
}

/// What a provider shows of its work.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Showcase {
    /// The first is the most telling.
    pub photos: Vec<Photo>,
    /// The latest first, or as its provider likes.
    pub portfolio: Vec<Project>,
    /// Addresses, one for each network.
    pub social_links: Vec<String>,
}

/// A project as it was typed.
#[derive(Debug, Clone, Default)]
pub struct WrittenProject {
    /// What it was.
    pub title: String,
    /// In which year.
    pub year: Option<i32>,
    /// What was done.
    pub description: String,
    /// What it looked like.
    pub photo: Option<WrittenPhoto>,
}

impl Showcase {
    /// As much of it as a plan gives.
    #[must_use]
    pub fn shown(&self, plan: Plan, limits: &Limits) -> Self {
        let gives = plans::of(plan);
        let Self { photos, portfolio, social_links } = self;
        Self {
            photos: photos.iter().take(plans::photos_max(plan, limits)).cloned().collect(),
            portfolio: portfolio.iter().take(gives.portfolio_max).cloned().collect(),
            social_links: if gives.social_links { social_links.clone() } else { Vec::new() },
        }
    }

    /// Its pictures with a pointer to each: the photos, then those of the portfolio.
    #[must_use]
    pub fn pictures(&self) -> Vec<(String, FileId)> {
        let photos = self.photos.iter().enumerate();
        let photos = photos.map(|(place, it)| (format!("/photos/{place}/file"), it.file));
        let projects = self.portfolio.iter().enumerate().filter_map(|(place, project)| {
            let photo = project.photo.as_ref()?;
            Some((format!("/portfolio/{place}/photo/file"), photo.file))
        });
        photos.chain(projects).collect()
    }
}

impl Organization {
    /// Takes the change over; none when nothing of it is named.
    pub(super) fn new_showcase(
        &self,
        form: &SheetForm,
        limits: &Limits,
        now: Instant,
        fields: &mut Fields,
    ) -> Option<Showcase> {
        if form.photos.is_none() && form.portfolio.is_none() && form.social_links.is_none() {
            return None;
        }
        let plan = self.plan_at(now).unwrap_or(Plan::Free);
        let Showcase { photos, portfolio, social_links } = self.showcase.clone();
        let photos = match &form.photos {
            Some(written) => self.new_photos(written, plans::photos_max(plan, limits), fields),
            None => photos,
        };
        let known: Vec<FileId> = photos.iter().map(|photo| photo.file).collect();
        let portfolio = match &form.portfolio {
            Some(written) => self.new_portfolio(written, plan, known, now, fields),
            None => portfolio,
        };
        let social_links = match &form.social_links {
            Some(written) => self.new_links(written, plan, fields),
            None => social_links,
        };
        Some(Showcase { photos, portfolio, social_links })
    }

    fn new_photos(&self, written: &[WrittenPhoto], most: usize, fields: &mut Fields) -> Vec<Photo> {
        let present = &self.showcase.photos;
        let grows = written
            .iter()
            .any(|photo| present.iter().all(|known| known.file.to_string() != photo.file));
        if written.len() > most && grows {
            fields.refuse("/photos", too_many_photos(most));
            return Vec::new();
        }
        photos::parse(written, fields)
    }

    fn new_portfolio(
        &self,
        written: &[WrittenProject],
        plan: Plan,
        mut known: Vec<FileId>,
        now: Instant,
        fields: &mut Fields,
    ) -> Vec<Project> {
        let most = plans::of(plan).portfolio_max;
        if written.len() > most && written.len() > self.showcase.portfolio.len() {
            let why = if most == 0 { needs_vip_plus() } else { text::too_many(most) };
            fields.refuse("/portfolio", why);
            return Vec::new();
        }
        let mut read = Vec::new();
        for (place, project) in written.iter().enumerate() {
            if let Some(project) =
                project.parse(&format!("/portfolio/{place}"), &known, now, fields)
            {
                known.extend(project.photo.as_ref().map(|photo| photo.file));
                read.push(project);
            }
        }
        read
    }

    fn new_links(&self, written: &[String], plan: Plan, fields: &mut Fields) -> Vec<String> {
        let mut networks = Vec::new();
        let mut read = Vec::new();
        for (place, link) in written.iter().enumerate() {
            let url = text::website(link).and_then(|url| url.ok_or_else(text::missing));
            let url = url.and_then(|url| match Network::of(&url) {
                Some(network) if !networks.contains(&network) => {
                    networks.push(network);
                    Ok(url)
                }
                Some(_) => Err(same_network()),
                None => Err(unknown_network()),
            });
            read.extend(fields.take(format!("/social_links/{place}"), url));
        }
        let grows = read.iter().any(|url| !self.showcase.social_links.contains(url));
        if grows && !plans::of(plan).social_links {
            fields.refuse("/social_links", needs_vip_plus());
        }
        read
    }
}

impl WrittenProject {
    fn parse(
        &self,
        pointer: &str,
        known: &[FileId],
        now: Instant,
        fields: &mut Fields,
    ) -> Option<Project> {
        let title = fields.take(format!("{pointer}/title"), text::label(&self.title, TITLE_MAX));
        let description = text::optional_paragraphs(&self.description, DESCRIPTION_MAX);
        let description = fields.take(format!("{pointer}/description"), description);
        let year = fields.take(format!("{pointer}/year"), year(self.year, now));
        let photo = match &self.photo {
            Some(photo) => Some(photo.parse(&format!("{pointer}/photo"), known, fields)?),
            None => None,
        };
        Some(Project { title: title?, year: year?, description: description?, photo })
    }
}

fn year(year: Option<i32>, now: Instant) -> Result<Option<i32>, Explanation> {
    let this_year = now.with_timezone(&Paris).year();
    if year.is_none_or(|year| (FIRST_YEAR..=this_year).contains(&year)) {
        return Ok(year);
    }
    Err(Explanation::new(
        "invalid_year",
        format!("L’année va de {FIRST_YEAR} à {this_year}."),
        format!("The year is from {FIRST_YEAR} to {this_year}."),
    ))
}

fn too_many_photos(most: usize) -> Explanation {
    let vip_plus = plans::VIP_PLUS_PHOTOS;
    if most >= vip_plus {
        return text::too_many(most);
    }
    Explanation::new(
        "photos_need_vip_plus",
        format!("La formule FREE permet {most} photos ; VIP+ en permet {vip_plus}."),
        format!("FREE allows {most} photos; VIP+ allows {vip_plus}."),
    )
}

fn needs_vip_plus() -> Explanation {
    Explanation::new("needs_vip_plus", "Avec la formule VIP+ seulement.", "With VIP+ only.")
}

fn unknown_network() -> Explanation {
    Explanation::new(
        "unknown_network",
        "Nous ne reconnaissons pas ce réseau : Instagram, Facebook, LinkedIn, TikTok, YouTube, Vimeo, Pinterest, SoundCloud ou Spotify.",
        "We do not know this network: Instagram, Facebook, LinkedIn, TikTok, YouTube, Vimeo, Pinterest, SoundCloud or Spotify.",
    )
}

fn same_network() -> Explanation {
    Explanation::new("same_network", "Un seul lien par réseau.", "One link for each network.")
}

#[cfg(test)]
mod tests;
