//! What a provider sends about a service.

use estrade_domain::{
    fields::Fields,
    limits::Limits,
    money::Money,
    organizations::Organization,
    services::{Content, WrittenPackage, WrittenQuestion, WrittenService},
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{given::Given, money::MoneyInput, photos::PhotoInput};

/// A service; in a change, absent leaves a field and null clears it.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceInput {
    /// What it is, in at most 100 characters without a contact.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Soirée dansante complète")]
    title: Given<String>,
    /// The slug of one of the provider's trades.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "dj")]
    trade: Given<String>,
    /// What is done and how, in at most 4000 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "De l’apéritif à la dernière danse.")]
    description: Given<String>,
    /// The least that it costs, VAT included, from 1 €; not above the cheapest package.
    #[serde(default)]
    #[schema(value_type = Option<MoneyInput>)]
    price_from: Given<MoneyInput>,
    /// In how many days, 1 to 365.
    #[serde(default)]
    #[schema(value_type = Option<i32>, example = 30)]
    delivery_days: Given<i32>,
    /// How often the client may ask for changes, 0 to 20; what the instance gives when empty.
    #[serde(default)]
    #[schema(value_type = Option<i32>, example = 2)]
    revisions: Given<i32>,
    /// Or as often as it likes.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    unlimited_revisions: Given<bool>,
    /// What it looks like: the whole list, in its order. The first one stands for it in lists.
    #[serde(default)]
    #[schema(value_type = Option<Vec<PhotoInput>>)]
    photos: Given<Vec<PhotoInput>>,
    /// Up to three ready-made forms: the whole list.
    #[serde(default)]
    #[schema(value_type = Option<Vec<PackageInput>>)]
    packages: Given<Vec<PackageInput>>,
    /// Up to ten questions for who orders: the whole list.
    #[serde(default)]
    #[schema(value_type = Option<Vec<QuestionInput>>)]
    questions: Given<Vec<QuestionInput>>,
    /// « Message de présentation »: what who orders is sent by itself, in at most 4000 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    greeting: Given<String>,
}

/// A ready-made form of a service.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PackageInput {
    /// At most 60 characters.
    #[serde(default)]
    #[schema(required, example = "Essentiel")]
    name: String,
    /// What it holds, in at most 1000 characters.
    #[serde(default)]
    #[schema(example = "Quatre heures, sonorisation comprise.")]
    description: String,
    /// What it costs, VAT included, from 1 €.
    #[serde(default)]
    #[schema(required, value_type = MoneyInput)]
    price: Option<MoneyInput>,
    /// In how many days, 1 to 365.
    #[serde(default)]
    #[schema(required, value_type = i32, example = 30)]
    delivery_days: Option<i32>,
    /// 0 to 20; what the instance gives when empty.
    #[serde(default)]
    revisions: Option<i32>,
    /// Or as many as the client likes.
    #[serde(default)]
    unlimited_revisions: bool,
}

/// What the client is asked when it orders.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionInput {
    /// At most 300 characters.
    #[serde(default)]
    #[schema(required, example = "Où la fête a-t-elle lieu ?")]
    text: String,
    /// Whether an answer is due.
    #[serde(default)]
    mandatory: bool,
}

impl ServiceInput {
    /// What a service says from now on. Every wrong field is told at once.
    pub fn over(
        self,
        before: Option<&Content>,
        provider: &Organization,
        limits: &Limits,
    ) -> Result<Content, Fields> {
        let mut fields = Fields::default();
        let mut written = before.map(WrittenService::from).unwrap_or_default();
        self.title.put(&mut written.title);
        self.trade.put(&mut written.trade);
        self.description.put(&mut written.description);
        read_price(self.price_from, &mut fields).put_some(&mut written.price_from);
        self.delivery_days.put_some(&mut written.delivery_days);
        if matches!(self.unlimited_revisions, Given::Value(true)) {
            // Whoever chooses « unlimited » need not clear the number that stood there.
            written.revisions = None;
        }
        if matches!(self.revisions, Given::Value(_)) {
            written.unlimited_revisions = false;
        }
        self.revisions.put_some(&mut written.revisions);
        self.unlimited_revisions.put(&mut written.unlimited_revisions);
        let photos = self.photos.map(|all| all.into_iter().map(Into::into).collect());
        photos.put(&mut written.photos);
        read_packages(self.packages, &mut fields).put(&mut written.packages);
        let questions = self.questions.map(|all| all.into_iter().map(Into::into).collect());
        questions.put(&mut written.questions);
        self.greeting.put(&mut written.greeting);
        // A currency that is not traded here stands for the price that it leaves empty.
        fields.check()?;
        written.parse(provider, limits)
    }
}

fn read_price(price: Given<MoneyInput>, fields: &mut Fields) -> Given<Money> {
    price.and_then(|price| price.read(fields, "/price_from"))
}

fn read_packages(
    packages: Given<Vec<PackageInput>>,
    fields: &mut Fields,
) -> Given<Vec<WrittenPackage>> {
    packages.map(|all| {
        let each = all.into_iter().enumerate();
        each.map(|(place, package)| package.read(&format!("/packages/{place}"), fields)).collect()
    })
}

impl PackageInput {
    fn read(self, pointer: &str, fields: &mut Fields) -> WrittenPackage {
        let price = self.price.and_then(|price| price.read(fields, &format!("{pointer}/price")));
        WrittenPackage {
            name: self.name,
            description: self.description,
            price,
            delivery_days: self.delivery_days,
            revisions: self.revisions,
            unlimited_revisions: self.unlimited_revisions,
        }
    }
}

impl From<QuestionInput> for WrittenQuestion {
    fn from(input: QuestionInput) -> Self {
        Self { text: input.text, mandatory: input.mandatory }
    }
}
