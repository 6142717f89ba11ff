//! What a provider types about a service, read at the edge: every wrong field is told at once.

use super::{Content, Package, Question, Revisions};
use crate::{
    fields::Fields,
    limits::Limits,
    money::Money,
    organizations::Organization,
    photos::{self, Photo, WrittenPhoto},
    refusal::Explanation,
    text,
};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 100;
/// The longest description, in characters.
pub const DESCRIPTION_MAX: usize = 4000;
/// The longest message to who orders, in characters.
pub const GREETING_MAX: usize = 4000;
/// The longest name of a package, in characters.
pub const PACKAGE_NAME_MAX: usize = 60;
/// The longest description of a package, in characters.
pub const PACKAGE_DESCRIPTION_MAX: usize = 1000;
/// The longest question, in characters.
pub const QUESTION_MAX: usize = 300;
/// At most so many packages.
pub const PACKAGES_MAX: usize = 3;
/// At most so many questions.
pub const QUESTIONS_MAX: usize = 10;
/// The longest delivery, in days.
pub const DAYS_MAX: u32 = 365;
/// The most revisions that are counted; beyond them they are unlimited.
pub const REVISIONS_MAX: u32 = 20;
/// The least price, in cents.
const PRICE_MIN: i64 = 100;
/// The highest, in cents: ten million euros. Beyond it, a slip of the hand.
const PRICE_MAX: i64 = 1_000_000_000;

/// A service as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenService {
    /// What it is, in a line.
    pub title: String,
    /// A slug.
    pub trade: String,
    /// What is done, and how.
    pub description: String,
    /// The least that it costs.
    pub price_from: Option<Money>,
    /// In so many days.
    pub delivery_days: Option<i32>,
    /// With so many revisions; none for what the instance gives.
    pub revisions: Option<i32>,
    /// Or with as many as the client likes.
    pub unlimited_revisions: bool,
    /// What it looks like.
    pub photos: Vec<WrittenPhoto>,
    /// Ready-made forms.
    pub packages: Vec<WrittenPackage>,
    /// What the client is asked.
    pub questions: Vec<WrittenQuestion>,
    /// What the client is sent; may be empty.
    pub greeting: String,
}

/// A package as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenPackage {
    /// Its name.
    pub name: String,
    /// What it holds; may be empty.
    pub description: String,
    /// What it costs.
    pub price: Option<Money>,
    /// In so many days.
    pub delivery_days: Option<i32>,
    /// With so many revisions; none for what the instance gives.
    pub revisions: Option<i32>,
    /// Or with as many as the client likes.
    pub unlimited_revisions: bool,
}

/// A question as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenQuestion {
    /// As it is asked.
    pub text: String,
    /// Whether an answer is due.
    pub mandatory: bool,
}

impl WrittenService {
    /// Reads it for its provider.
    pub fn parse(&self, provider: &Organization, limits: &Limits) -> Result<Content, Fields> {
        let mut fields = Fields::default();
        let title = fields.take("/title", text::label(&self.title, TITLE_MAX));
        let trade = fields.take("/trade", trade_of(provider, &self.trade));
        let description = text::paragraphs(&self.description, DESCRIPTION_MAX);
        let description = fields.take("/description", description);
        let price_from = fields.take("/price_from", price(self.price_from));
        let delivery_days = fields.take("/delivery_days", days(self.delivery_days));
        let revisions = revisions(self.revisions, self.unlimited_revisions, limits);
        let revisions = fields.take("/revisions", revisions);
        let photos = self.photos(limits, &mut fields);
        let packages = self.packages(limits, &mut fields);
        let questions = questions(&self.questions, &mut fields);
        let greeting =
            fields.take("/greeting", text::optional_paragraphs(&self.greeting, GREETING_MAX));
        let cheapest = packages.iter().map(|package| package.price.amount).min();
        if let (Some(from), Some(cheapest)) = (price_from, cheapest)
            && from.amount > cheapest
        {
            fields.refuse("/price_from", above_packages());
        }
        let (Some(title), Some(trade), Some(description), Some(greeting)) =
            (title, trade, description, greeting)
        else {
            return Err(fields);
        };
        let (Some(price_from), Some(delivery_days), Some(revisions)) =
            (price_from, delivery_days, revisions)
        else {
            return Err(fields);
        };
        fields.check()?;
        Ok(Content {
            title,
            trade,
            description,
            price_from,
            delivery_days,
            revisions,
            photos,
            packages,
            questions,
            greeting,
        })
    }

    fn photos(&self, limits: &Limits, fields: &mut Fields) -> Vec<Photo> {
        let most = usize::try_from(limits.photos_max).unwrap_or(usize::MAX);
        if self.photos.len() > most {
            fields.refuse("/photos", text::too_many(most));
            return Vec::new();
        }
        photos::parse(&self.photos, fields)
    }

    fn packages(&self, limits: &Limits, fields: &mut Fields) -> Vec<Package> {
        if self.packages.len() > PACKAGES_MAX {
            fields.refuse("/packages", text::too_many(PACKAGES_MAX));
            return Vec::new();
        }
        let mut read = Vec::new();
        for (place, package) in self.packages.iter().enumerate() {
            match package.parse(limits) {
                Ok(package) => read.push(package),
                Err(wrong) => fields.absorb(&format!("/packages/{place}"), wrong),
            }
        }
        read
    }
}

/// Reads what a client is asked before the work begins.
pub(crate) fn questions(written: &[WrittenQuestion], fields: &mut Fields) -> Vec<Question> {
    if written.len() > QUESTIONS_MAX {
        fields.refuse("/questions", text::too_many(QUESTIONS_MAX));
        return Vec::new();
    }
    let each = written.iter().enumerate();
    each.filter_map(|(place, question)| {
        let line = text::line(&question.text, QUESTION_MAX);
        let text = fields.take(format!("/questions/{place}/text"), line)?;
        Some(Question { text, mandatory: question.mandatory })
    })
    .collect()
}

impl WrittenPackage {
    fn parse(&self, limits: &Limits) -> Result<Package, Fields> {
        let mut fields = Fields::default();
        let name = fields.take("/name", text::label(&self.name, PACKAGE_NAME_MAX));
        let description = text::optional_paragraphs(&self.description, PACKAGE_DESCRIPTION_MAX);
        let description = fields.take("/description", description);
        let price = fields.take("/price", price(self.price));
        let delivery_days = fields.take("/delivery_days", days(self.delivery_days));
        let revisions = revisions(self.revisions, self.unlimited_revisions, limits);
        let revisions = fields.take("/revisions", revisions);
        let (Some(name), Some(description), Some(price), Some(delivery_days), Some(revisions)) =
            (name, description, price, delivery_days, revisions)
        else {
            return Err(fields);
        };
        Ok(Package { name, description, price, delivery_days, revisions })
    }
}

impl From<&Content> for WrittenService {
    fn from(content: &Content) -> Self {
        let (revisions, unlimited_revisions) = content.revisions.as_typed();
        Self {
            title: content.title.clone(),
            trade: content.trade.clone(),
            description: content.description.clone(),
            price_from: Some(content.price_from),
            delivery_days: i32::try_from(content.delivery_days).ok(),
            revisions,
            unlimited_revisions,
            photos: content.photos.iter().map(WrittenPhoto::from).collect(),
            packages: content.packages.iter().map(WrittenPackage::from).collect(),
            questions: content.questions.iter().map(WrittenQuestion::from).collect(),
            greeting: content.greeting.clone(),
        }
    }
}

impl From<&Package> for WrittenPackage {
    fn from(package: &Package) -> Self {
        let (revisions, unlimited_revisions) = package.revisions.as_typed();
        Self {
            name: package.name.clone(),
            description: package.description.clone(),
            price: Some(package.price),
            delivery_days: i32::try_from(package.delivery_days).ok(),
            revisions,
            unlimited_revisions,
        }
    }
}

impl From<&Question> for WrittenQuestion {
    fn from(question: &Question) -> Self {
        Self { text: question.text.clone(), mandatory: question.mandatory }
    }
}

impl Revisions {
    /// As a provider types it: a number, or unlimited.
    #[must_use]
    pub fn as_typed(self) -> (Option<i32>, bool) {
        match self {
            Self::UpTo(count) => (i32::try_from(count).ok(), false),
            Self::Unlimited => (None, true),
        }
    }
}

fn trade_of(provider: &Organization, slug: &str) -> Result<String, Explanation> {
    let slug = text::filled(slug)?.trim();
    let known = provider.trades.iter().find(|trade| *trade == slug);
    known.cloned().ok_or_else(|| {
        Explanation::new(
            "trade_not_yours",
            "Choisissez un métier de votre fiche.",
            "Choose a trade of your sheet.",
        )
    })
}

fn price(given: Option<Money>) -> Result<Money, Explanation> {
    let money = given.ok_or_else(text::missing)?;
    if (PRICE_MIN..=PRICE_MAX).contains(&money.amount) {
        return Ok(money);
    }
    Err(Explanation::new(
        "price_out_of_bounds",
        "Le prix va de 1 € à 10 000 000 €.",
        "The price is from €1 to €10,000,000.",
    ))
}

fn days(given: Option<i32>) -> Result<u32, Explanation> {
    let days = given.ok_or_else(text::missing)?;
    u32::try_from(days).ok().filter(|days| (1..=DAYS_MAX).contains(days)).ok_or_else(|| {
        Explanation::new(
            "days_out_of_bounds",
            format!("Le délai va de 1 à {DAYS_MAX} jours."),
            format!("The delivery takes 1 to {DAYS_MAX} days."),
        )
    })
}

/// Left empty it is what the instance gives, never unlimited by silence.
pub(crate) fn revisions(
    given: Option<i32>,
    unlimited: bool,
    limits: &Limits,
) -> Result<Revisions, Explanation> {
    match (given, unlimited) {
        (None, true) => Ok(Revisions::Unlimited),
        (None, false) => Ok(Revisions::UpTo(limits.revisions)),
        (Some(_), true) => Err(Explanation::new(
            "revisions_ambiguous",
            "Donnez un nombre de retouches ou choisissez « illimitées », pas les deux.",
            "Give a number of revisions or choose “unlimited”, not both.",
        )),
        (Some(count), false) => u32::try_from(count)
            .ok()
            .filter(|count| *count <= REVISIONS_MAX)
            .map(Revisions::UpTo)
            .ok_or_else(|| {
                Explanation::new(
                    "revisions_out_of_bounds",
                    format!("Le nombre de retouches va de 0 à {REVISIONS_MAX}, ou elles sont illimitées."),
                    format!("There are 0 to {REVISIONS_MAX} revisions, or they are unlimited."),
                )
            }),
    }
}

fn above_packages() -> Explanation {
    Explanation::new(
        "price_above_packages",
        "Le prix « à partir de » ne dépasse pas celui de la formule la moins chère.",
        "The price “from” is not above that of the cheapest package.",
    )
}
