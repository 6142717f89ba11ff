//! What a provider types about a campaign, read at the edge: every wrong field is told at once.

use chrono::{Days, NaiveDate};

use super::{BannerSize, Content, Placement};
use crate::{departements, fields::Fields, ids::FileId, refusal::Explanation, text};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 100;
/// The longest link, in characters.
pub const LINK_MAX: usize = 200;
/// How long a campaign may be, in days (S1-142).
pub const DAYS: [u32; 4] = [15, 30, 60, 120];
/// The latest that it may begin, in days from today. Beyond it, a slip of the hand.
pub const AHEAD_DAYS_MAX: u64 = 365;

/// A campaign as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenCampaign {
    /// What it is about.
    pub title: String,
    /// Where its banner leads.
    pub link: String,
    /// The word of a page.
    pub placement: String,
    /// A code.
    pub departement: String,
    /// The word of a size.
    pub size: String,
    /// The id of the file.
    pub banner: String,
    /// For how many days.
    pub days: Option<i32>,
    /// Its first day.
    pub starts_on: String,
}

impl WrittenCampaign {
    /// Reads it on this day. Whoever records it looks whether the banner is the provider's own and of that size.
    pub fn parse(&self, today: NaiveDate) -> Result<Content, Fields> {
        let mut fields = Fields::default();
        let title = fields.take("/title", text::label(&self.title, TITLE_MAX));
        let link = fields.take("/link", secure_link(&self.link));
        let days = fields.take("/days", days(self.days));
        let departement = fields.take("/departement", departement(&self.departement));
        let placement = chosen(&self.placement, Placement::from_word);
        let placement = fields.take("/placement", placement);
        let size = fields.take("/size", chosen(&self.size, BannerSize::from_word));
        let banner = chosen(&self.banner, |id| id.parse::<FileId>().ok());
        let banner = fields.take("/banner", banner);
        let starts_on = fields.take("/starts_on", first_day(&self.starts_on, today));
        let (Some(title), Some(link), Some(days), Some(departement)) =
            (title, link, days, departement)
        else {
            return Err(fields);
        };
        let (Some(placement), Some(size), Some(banner), Some(starts_on)) =
            (placement, size, banner, starts_on)
        else {
            return Err(fields);
        };
        Ok(Content { title, link, placement, departement, size, banner, days, starts_on })
    }
}

impl From<&Content> for WrittenCampaign {
    fn from(content: &Content) -> Self {
        Self {
            title: content.title.clone(),
            link: content.link.clone(),
            placement: content.placement.as_str().to_owned(),
            departement: content.departement.clone(),
            size: content.size.as_str().to_owned(),
            banner: content.banner.to_string(),
            days: i32::try_from(content.days).ok(),
            starts_on: content.starts_on.to_string(),
        }
    }
}

fn chosen<T>(word: &str, read: impl Fn(&str) -> Option<T>) -> Result<T, Explanation> {
    read(text::filled(word)?.trim()).ok_or_else(text::unknown_choice)
}

fn departement(code: &str) -> Result<String, Explanation> {
    chosen(code, |code| departements::find(code).map(|it| it.code.to_owned()))
}

/// Whoever follows a banner trusts the page that shows it: what a browser warns of is not linked.
fn secure_link(typed: &str) -> Result<String, Explanation> {
    let link = text::website(typed)?.ok_or_else(text::missing)?;
    if link.to_ascii_lowercase().starts_with("https://") {
        return Ok(link);
    }
    Err(Explanation::new(
        "link_not_secure",
        "Cette adresse est en http:// : donnez celle en https://, que les navigateurs ouvrent sans avertissement.",
        "This address is http://: give the https:// one, which browsers open without a warning.",
    ))
}

fn days(given: Option<i32>) -> Result<u32, Explanation> {
    let days = given.ok_or_else(text::missing)?;
    u32::try_from(days).ok().filter(|days| DAYS.contains(days)).ok_or_else(|| {
        Explanation::new(
            "campaign_days",
            "Une campagne dure 15, 30, 60 ou 120 jours.",
            "A campaign lasts 15, 30, 60 or 120 days.",
        )
    })
}

fn first_day(typed: &str, today: NaiveDate) -> Result<NaiveDate, Explanation> {
    let day: NaiveDate = text::filled(typed)?.trim().parse().map_err(|_| text::invalid_date())?;
    if day < today {
        return Err(Explanation::new(
            "starts_in_past",
            "Ce jour est passé : une campagne commence aujourd’hui au plus tôt.",
            "This day is past: a campaign begins today at the earliest.",
        ));
    }
    let last = today.checked_add_days(Days::new(AHEAD_DAYS_MAX)).unwrap_or(today);
    if day > last {
        return Err(Explanation::new(
            "starts_too_late",
            "Une campagne commence dans un an au plus tard.",
            "A campaign begins within a year.",
        ));
    }
    Ok(day)
}
