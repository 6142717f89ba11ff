//! Stripe, over its HTTP API: Checkout takes payments onto the platform's balance, transfers hand a provider its part
//! (separate charges and transfers), Connect knows the providers' bank accounts.
//!
//! Each call carries the row's id as idempotency key, so that a call that is repeated after a crash does nothing
//! twice. Shapes: Stripe's public API reference.

mod shapes;

use std::time::Duration;

use estrade_domain::{
    money::Money,
    outgoings::{Outgoing, OutgoingKind, Sight},
    payments::{Card, Payment, Purpose, Seen},
    payout_accounts::{PayoutAccount, Sighting},
};
use serde::de::DeserializeOwned;

use self::shapes::{
    Account, AccountLink, Detached, Direct, Fault, Refund, Refused, Session, Transfer,
};
use super::Unreachable;

/// Longer than this nobody waits for an answer; it is asked again later.
const PATIENCE: Duration = Duration::from_secs(20);
/// Stripe closes a page after 24 hours at most.
const PAGE_MINUTES: i64 = 23 * 60;

/// A connection to Stripe.
#[derive(Clone)]
pub struct Stripe {
    client: reqwest::Client,
    api: String,
    secret_key: String,
}

type Fields<'a> = Vec<(&'a str, String)>;

impl Stripe {
    /// Stripe with this secret key; `api` names another server in tests.
    pub fn new(secret_key: String, api: Option<String>) -> Result<Self, String> {
        let client = reqwest::Client::builder().timeout(PATIENCE).build();
        Ok(Self {
            client: client.map_err(|error| error.to_string())?,
            api: api.unwrap_or_else(|| "https://api.stripe.com".to_owned()),
            secret_key,
        })
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Unreachable> {
        self.answer(self.client.get(format!("{}{path}", self.api))).await.map_err(Fault::told)
    }

    async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        key: &str,
        fields: &Fields<'_>,
    ) -> Result<T, Fault> {
        let request = self.client.post(format!("{}{path}", self.api));
        self.answer(request.header("Idempotency-Key", key).form(fields)).await
    }

    async fn answer<T: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
    ) -> Result<T, Fault> {
        let response =
            request.bearer_auth(&self.secret_key).send().await.map_err(|it| Fault::silent(&it))?;
        let status = response.status();
        let body = response.bytes().await.map_err(|it| Fault::silent(&it))?;
        if status.is_success() {
            return serde_json::from_slice(&body).map_err(|error| Fault::unread(&error));
        }
        match serde_json::from_slice::<Refused>(&body) {
            Ok(refused) => Err(refused.error),
            Err(error) => Err(Fault::unread(&error)),
        }
    }

    /// What became of a payment; its page is opened, or its card charged, the first time.
    pub(super) async fn see(&self, payment: &Payment, back: &str) -> Result<Seen, Unreachable> {
        if let Some(card) = &payment.charged {
            return self.charge(payment, card).await;
        }
        let session: Session = match &payment.reference {
            Some(reference) => {
                let path = format!(
                    "/v1/checkout/sessions/{reference}?expand[]=payment_intent.latest_charge&expand[]=payment_intent.payment_method"
                );
                self.get(&path).await?
            }
            None => self.open(payment, back).await?,
        };
        Ok(session.seen())
    }

    async fn open(&self, payment: &Payment, back: &str) -> Result<Session, Unreachable> {
        let Payment { id, amount, purpose, created_at, .. } = payment;
        let expires_at = created_at.timestamp() + PAGE_MINUTES * 60;
        let (name, group) = match purpose {
            Purpose::Milestone(purse) => (format!("Commande {purse}"), purse.order.to_string()),
            Purpose::Plan(plan, months) => {
                (format!("{} · {months} mois", plan.as_str()), id.to_string())
            }
            Purpose::Campaign(_) => ("Campagne publicitaire".to_owned(), id.to_string()),
        };
        let mut fields: Fields<'_> = vec![
            ("mode", "payment".to_owned()),
            ("client_reference_id", id.to_string()),
            ("success_url", back.to_owned()),
            ("cancel_url", back.to_owned()),
            ("expires_at", expires_at.to_string()),
            ("line_items[0][quantity]", "1".to_owned()),
            ("line_items[0][price_data][currency]", currency(*amount)),
            ("line_items[0][price_data][unit_amount]", amount.amount.to_string()),
            ("line_items[0][price_data][product_data][name]", name),
            ("payment_intent_data[transfer_group]", group),
            ("payment_intent_data[metadata][payment]", id.to_string()),
        ];
        if payment.keeps_card {
            fields.push(("customer_creation", "always".to_owned()));
            fields.push(("payment_intent_data[setup_future_usage]", "off_session".to_owned()));
        }
        self.post("/v1/checkout/sessions", &id.to_string(), &fields).await.map_err(Fault::told)
    }

    /// Charges a card that its holder allowed to be charged; what Stripe calls it is `customer/payment_method`.
    async fn charge(&self, payment: &Payment, card: &Card) -> Result<Seen, Unreachable> {
        let intent: Direct = if let Some(reference) = &payment.reference {
            self.get(&format!("/v1/payment_intents/{reference}?expand[]=latest_charge")).await?
        } else {
            let (customer, method) = card.token.split_once('/').ok_or("the card has no name")?;
            let group = match payment.purpose {
                Purpose::Milestone(purse) => purse.order.to_string(),
                Purpose::Plan(..) | Purpose::Campaign(_) => payment.id.to_string(),
            };
            let fields: Fields<'_> = vec![
                ("amount", payment.amount.amount.to_string()),
                ("currency", currency(payment.amount)),
                ("customer", customer.to_owned()),
                ("payment_method", method.to_owned()),
                ("off_session", "true".to_owned()),
                ("confirm", "true".to_owned()),
                ("transfer_group", group),
                ("metadata[payment]", payment.id.to_string()),
            ];
            match self.post::<Direct>("/v1/payment_intents", &payment.id.to_string(), &fields).await
            {
                // What it came to is told as of any payment: a moment later.
                Ok(made) => return Ok(Seen::Open { reference: made.id, url: String::new() }),
                Err(fault) if fault.is_for_good() => {
                    return Ok(Seen::Failed { code: fault.code.unwrap_or(fault.kind) });
                }
                Err(fault) => return Err(fault.told()),
            }
        };
        Ok(intent.seen())
    }

    /// Has a card forgotten that is not charged any more; one that is not there is forgotten.
    pub(super) async fn forget(&self, token: &str) -> Result<(), Unreachable> {
        let (_, method) = token.split_once('/').ok_or("the card has no name")?;
        let path = format!("/v1/payment_methods/{method}/detach");
        match self.post::<Detached>(&path, token, &Fields::new()).await {
            Ok(Detached { .. }) => Ok(()),
            Err(fault) if fault.is_for_good() => Ok(()),
            Err(fault) => Err(fault.told()),
        }
    }

    /// What became of a refund or a transfer; it is made the first time.
    pub(super) async fn look_at(&self, outgoing: &Outgoing) -> Result<Sight, Unreachable> {
        match outgoing.kind {
            OutgoingKind::Refund => self.refund(outgoing).await,
            OutgoingKind::Payout => self.transfer(outgoing).await,
        }
    }

    async fn refund(&self, outgoing: &Outgoing) -> Result<Sight, Unreachable> {
        let refund: Refund = if let Some(reference) = &outgoing.reference {
            self.get(&format!("/v1/refunds/{reference}")).await?
        } else {
            let intent = if outgoing.destination.starts_with("pi_") {
                outgoing.destination.clone()
            } else {
                let path = format!("/v1/checkout/sessions/{}", outgoing.destination);
                let session: Session = self.get(&path).await?;
                session.intent().ok_or("the payment has no intent")?.to_owned()
            };
            let fields: Fields<'_> = vec![
                ("payment_intent", intent),
                ("amount", outgoing.amount.amount.to_string()),
                ("metadata[outgoing]", outgoing.id.to_string()),
            ];
            match self.post("/v1/refunds", &outgoing.id.to_string(), &fields).await {
                Ok(refund) => refund,
                Err(fault) => return fault.sight(),
            }
        };
        let reference = refund.id;
        Ok(match refund.status.as_str() {
            "succeeded" => Sight::Settled { reference },
            "failed" | "canceled" => {
                Sight::Failed { code: refund.failure_reason.unwrap_or(refund.status) }
            }
            _ => Sight::Sent { reference },
        })
    }

    async fn transfer(&self, outgoing: &Outgoing) -> Result<Sight, Unreachable> {
        let transfer: Transfer = if let Some(reference) = &outgoing.reference {
            self.get(&format!("/v1/transfers/{reference}")).await?
        } else {
            let fields: Fields<'_> = vec![
                ("amount", outgoing.amount.amount.to_string()),
                ("currency", currency(outgoing.amount)),
                ("destination", outgoing.destination.clone()),
                ("metadata[outgoing]", outgoing.id.to_string()),
            ];
            match self.post("/v1/transfers", &outgoing.id.to_string(), &fields).await {
                Ok(transfer) => transfer,
                Err(fault) => return fault.sight(),
            }
        };
        Ok(if transfer.reversed {
            Sight::Failed { code: "transfer_reversed".to_owned() }
        } else {
            Sight::Settled { reference: transfer.id }
        })
    }

    /// Where a provider stands with its bank account; it is made the first time, and given a page to fill in.
    pub(super) async fn account(
        &self,
        account: &PayoutAccount,
        back: &str,
    ) -> Result<Sighting, Unreachable> {
        let key = format!("{}/{}", account.organization, account.version);
        let known: Account = if account.reference.is_empty() {
            let fields: Fields<'_> = vec![
                ("type", "express".to_owned()),
                ("country", "FR".to_owned()),
                ("capabilities[transfers][requested]", "true".to_owned()),
                ("metadata[organization]", account.organization.to_string()),
            ];
            self.post("/v1/accounts", &key, &fields).await.map_err(Fault::told)?
        } else {
            self.get(&format!("/v1/accounts/{}", account.reference)).await?
        };
        if known.payouts_enabled && known.details_submitted {
            let first = known.external_accounts.and_then(|list| list.data.into_iter().next());
            let (holder, ending) =
                first.map_or((None, None), |it| (it.account_holder_name, it.last4));
            return Ok(Sighting::Ready {
                reference: known.id,
                holder: holder.unwrap_or_default(),
                ending: ending.unwrap_or_default(),
            });
        }
        let fields: Fields<'_> = vec![
            ("account", known.id.clone()),
            ("type", "account_onboarding".to_owned()),
            ("refresh_url", back.to_owned()),
            ("return_url", back.to_owned()),
        ];
        let link_key = format!("{key}/link/{}", account.checks);
        let link: AccountLink =
            self.post("/v1/account_links", &link_key, &fields).await.map_err(Fault::told)?;
        Ok(Sighting::Onboarding { reference: known.id, url: link.url })
    }
}

fn currency(amount: Money) -> String {
    amount.currency.code().to_ascii_lowercase()
}
