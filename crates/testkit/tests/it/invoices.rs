//! Invoices through the API: from the mandate to the archive of the year.

mod documents;
mod issuing;
mod mandates;
mod numbers;

use estrade_db::{Error, Tx, invoices};
use estrade_domain::{
    ids::{Id, OrganizationId},
    invoices::{Draft, IdentityForm, Invoice, Platform, Sale, Supply},
    language::Language,
    money::Money,
};
use estrade_testkit::{Person, Reply};
use serde_json::{Value, json};

use crate::custom_offers::Pair;

const MANDATE: &str = "/v1/organization/invoicing-mandate";

/// The form that accepts the mandate in force.
pub(crate) fn mandate() -> Value {
    json!({ "text_version": estrade_domain::invoices::MANDATE_VERSION, "legal_name": "Léo Marchand" })
}

/// A mission for one price, with VAT at a rate in basis points.
fn taxed(cents: i64, rate: i64) -> Value {
    let line = json!({ "label": "Soirée", "quantity": "1", "unit_price": { "amount": cents, "currency": "EUR" }, "vat_rate": rate });
    json!({ "kind": "fixed", "lines": [line], "delivery_days": 14 })
}

impl Pair {
    /// The provider has its invoices issued in its name.
    async fn mandated(self) -> Self {
        self.leo.put(MANDATE, mandate()).await.expect(200);
        self
    }

    /// An order of these terms, whose first delivery is handed over and approved.
    async fn approved(&self, terms: Value) -> String {
        let order = self.ordered(terms).await;
        self.deliver_and_accept(&order).await;
        order
    }

    async fn deliver_and_accept(&self, order: &str) {
        let deliver = format!("/v1/orders/{order}/deliver");
        self.leo.post(&deliver, json!({ "message": "Voilà." })).await.expect(200);
        self.camille.post(&format!("/v1/orders/{order}/accept"), json!({})).await.expect(200);
        self.app.deliver().await;
    }

    async fn sell(&self, purchase: &str) -> Invoice {
        let (buyer, subject) = (self.leo.organization.parse().unwrap(), purchase.to_owned());
        self.app.db.write(move |tx| sold(tx, buyer, &subject)).await.unwrap()
    }
}

/// The invoices of a person, as its list has them.
pub(crate) async fn of(person: &Person, query: &str) -> Vec<Value> {
    person.get(&format!("/v1/invoices{query}")).await.expect(200).items()
}

fn platform() -> Platform {
    let form = IdentityForm {
        name: "Estrade Test SAS".to_owned(),
        street: "3 quai du Havre".to_owned(),
        postal_code: "76000".to_owned(),
        town: "Rouen".to_owned(),
        siret: "90412673700017".to_owned(),
        vat_number: "FR69904126737".to_owned(),
        ..IdentityForm::default()
    };
    form.parse().unwrap()
}

/// The platform sells a plan to a provider.
fn sold(tx: &mut Tx<'_>, buyer: OrganizationId, subject: &str) -> Result<Invoice, Error> {
    let buyer = estrade_db::organizations::get(tx, buyer)?;
    let today = estrade_domain::world::legal_day(tx.now());
    let sale = Sale {
        subject: subject.to_owned(),
        label: "VIP+, 12 mois".to_owned(),
        price: Money::euros(19_900),
        discount: None,
        supplied: Supply::between(today, today),
        paid_on: Some(today),
        language: Language::Fr,
    };
    invoices::issue(tx, Draft::plan(&platform(), &buyer, sale)?)
}

fn nobody<I: Id>() -> I {
    I::from_uuid(uuid::Uuid::from_u128(77))
}

fn amounts(reply: &Reply) -> [i64; 4] {
    ["/net", "/vat_total", "/gross", "/due"]
        .map(|field| reply.json.pointer(&format!("{field}/amount")).unwrap().as_i64().unwrap())
}
