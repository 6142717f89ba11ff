//! What Stripe answers, as far as it is read, and what that says here.

use estrade_domain::{
    money::{Currency, Money},
    outgoings::Sight,
    payments::{Card, Seen},
};
use serde::Deserialize;

use super::Unreachable;

#[derive(Deserialize)]
pub(super) struct Session {
    pub(super) id: String,
    pub(super) url: Option<String>,
    pub(super) status: String,
    pub(super) payment_status: String,
    pub(super) amount_total: Option<i64>,
    pub(super) currency: Option<String>,
    pub(super) customer: Option<String>,
    pub(super) payment_intent: Option<Intent>,
}

/// A card that was forgotten: that it was is all that is read.
#[derive(Deserialize)]
pub(super) struct Detached {}

/// A charge without a page.
#[derive(Deserialize)]
pub(super) struct Direct {
    pub(super) id: String,
    pub(super) status: String,
    pub(super) amount_received: Option<i64>,
    pub(super) currency: String,
    pub(super) latest_charge: Option<Charge>,
    pub(super) last_payment_error: Option<Fault>,
}

/// A payment intent: its id, or the whole when it was asked for.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Intent {
    Id(String),
    Whole { id: String, latest_charge: Option<Charge>, payment_method: Option<PaymentMethod> },
}

/// What paid: its id, or the whole when it was asked for.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum PaymentMethod {
    Whole {
        id: String,
        card: Option<Digits>,
    },
    #[expect(dead_code, reason = "an id where the method was not asked for")]
    Id(String),
}

#[derive(Deserialize)]
pub(super) struct Digits {
    pub(super) last4: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Charge {
    Whole {
        disputed: bool,
    },
    #[expect(dead_code, reason = "an id where the charge was not asked for")]
    Id(String),
}

#[derive(Deserialize)]
pub(super) struct Refund {
    pub(super) id: String,
    pub(super) status: String,
    pub(super) failure_reason: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Transfer {
    pub(super) id: String,
    #[serde(default)]
    pub(super) reversed: bool,
}

#[derive(Deserialize)]
pub(super) struct Account {
    pub(super) id: String,
    #[serde(default)]
    pub(super) payouts_enabled: bool,
    #[serde(default)]
    pub(super) details_submitted: bool,
    pub(super) external_accounts: Option<List>,
}

#[derive(Deserialize)]
pub(super) struct List {
    pub(super) data: Vec<BankAccount>,
}

#[derive(Deserialize)]
pub(super) struct BankAccount {
    pub(super) account_holder_name: Option<String>,
    pub(super) last4: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct AccountLink {
    pub(super) url: String,
}

#[derive(Deserialize)]
pub(super) struct Refused {
    pub(super) error: Fault,
}

#[derive(Deserialize)]
pub(super) struct Fault {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
}

impl Session {
    pub(super) fn seen(self) -> Seen {
        let disputed = matches!(
            &self.payment_intent,
            Some(Intent::Whole { latest_charge: Some(Charge::Whole { disputed: true }), .. })
        );
        let intent = self.intent().map(ToOwned::to_owned);
        let card = self.card();
        let code = self.currency.as_deref().unwrap_or_default().to_ascii_uppercase();
        let currency = Currency::from_code(&code);
        match (self.payment_status.as_str(), self.status.as_str()) {
            ("paid", _) if disputed => Seen::ChargedBack,
            ("paid", _) => match (currency, self.amount_total) {
                (Some(currency), Some(amount)) => {
                    Seen::Succeeded { amount: Money { amount, currency }, intent, card }
                }
                // Paid, in what nobody here can name: it stays to be looked at.
                _ => Seen::Open { reference: self.id, url: self.url.unwrap_or_default() },
            },
            (_, "expired") => Seen::Expired,
            _ => Seen::Open { reference: self.id, url: self.url.unwrap_or_default() },
        }
    }

    /// The card that paid, when Stripe keeps it for a customer.
    fn card(&self) -> Option<Card> {
        let customer = self.customer.as_ref()?;
        let Intent::Whole { payment_method: Some(PaymentMethod::Whole { id, card }), .. } =
            self.payment_intent.as_ref()?
        else {
            return None;
        };
        let ending = card.as_ref()?.last4.clone();
        Some(Card { token: format!("{customer}/{id}"), ending })
    }

    pub(super) fn intent(&self) -> Option<&str> {
        match self.payment_intent.as_ref()? {
            Intent::Id(id) | Intent::Whole { id, .. } => Some(id),
        }
    }
}

impl Direct {
    pub(super) fn seen(self) -> Seen {
        let disputed = matches!(self.latest_charge, Some(Charge::Whole { disputed: true }));
        let currency = Currency::from_code(&self.currency.to_ascii_uppercase());
        match (self.status.as_str(), currency, self.amount_received) {
            ("succeeded", ..) if disputed => Seen::ChargedBack,
            ("succeeded", Some(currency), Some(amount)) => {
                let amount = Money { amount, currency };
                Seen::Succeeded { amount, intent: Some(self.id), card: None }
            }
            // Its bank refused, or wants its holder, who is not there.
            ("requires_payment_method" | "requires_action", ..) => {
                let code = self.last_payment_error.and_then(|fault| fault.code);
                Seen::Failed { code: code.unwrap_or(self.status) }
            }
            ("canceled", ..) => Seen::Expired,
            _ => Seen::Open { reference: self.id, url: String::new() },
        }
    }
}

impl Fault {
    pub(super) fn silent(error: &reqwest::Error) -> Self {
        // The address may hold a key of somebody: only the kind of fault is told.
        let message = if error.is_timeout() { "no answer in time" } else { "not reached" };
        Self { kind: "unreachable".to_owned(), code: None, message: Some(message.to_owned()) }
    }

    pub(super) fn unread(error: &serde_json::Error) -> Self {
        Self { kind: "unreadable".to_owned(), code: None, message: Some(error.to_string()) }
    }

    pub(super) fn told(self) -> Unreachable {
        format!("{}: {}", self.kind, self.message.unwrap_or_default())
    }

    pub(super) fn is_for_good(&self) -> bool {
        matches!(self.kind.as_str(), "invalid_request_error" | "card_error")
            && self.code.as_deref() != Some("balance_insufficient")
    }

    /// What Stripe refuses for good has failed; anything else is tried again.
    pub(super) fn sight(self) -> Result<Sight, Unreachable> {
        if self.is_for_good() {
            return Ok(Sight::Failed { code: self.code.unwrap_or(self.kind) });
        }
        Err(self.told())
    }
}
