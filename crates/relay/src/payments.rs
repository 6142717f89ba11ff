//! What leaves for the payment provider, and what it says: outside of any transaction, each with the row's id
//! as the key that makes it once.

mod sandbox;
mod stripe;

pub use self::stripe::Stripe;

use estrade_db::{
    Error, outgoings,
    payments::{self, dropped},
    payout_accounts,
};
use estrade_domain::{
    outgoings::{Outgoing, Sight},
    payments::{Payment, Psp, Purpose, Seen},
};

use crate::Relay;

/// Payments and outgoings that are asked for in one round.
const SOME: i64 = 20;

const NOT_CONNECTED: &str = "its keys are not set";

/// The payment provider could not be asked; it is asked again later.
type Unreachable = String;

impl Relay {
    /// One round of asking the payment providers.
    pub(crate) async fn ask_payment_providers(&self) -> Result<usize, Error> {
        Ok(self.hear_sandbox().await?
            + self.ask_payments().await?
            + self.ask_outgoings().await?
            + self.ask_accounts().await?
            + self.drop_cards().await?)
    }

    async fn ask_payments(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        let due = self.db.read(move |conn| payments::due(conn, now, SOME)).await?;
        let count = due.len();
        for payment in due {
            let claimed = self.db.write(move |tx| payments::claim(tx, &payment)).await?;
            let Some(payment) = claimed else { continue };
            let id = payment.id;
            match self.see(&payment).await? {
                Ok(seen) => self.db.write(move |tx| payments::note(tx, id, &seen)).await?,
                Err(reason) => {
                    tracing::warn!(payment = %id, reason, "a payment provider is silent");
                }
            }
        }
        Ok(count)
    }

    async fn ask_outgoings(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        let due = self.db.read(move |conn| outgoings::due(conn, now, SOME)).await?;
        let count = due.len();
        for outgoing in due {
            let claimed = self.db.write(move |tx| outgoings::claim(tx, &outgoing)).await?;
            let Some(outgoing) = claimed else { continue };
            let id = outgoing.id;
            match self.look_at(&outgoing).await? {
                Ok(sight) => self.db.write(move |tx| outgoings::note(tx, id, &sight)).await?,
                Err(reason) => {
                    tracing::warn!(outgoing = %id, reason, "a payment provider is silent");
                }
            }
        }
        Ok(count)
    }

    async fn ask_accounts(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        let due = self.db.read(move |conn| payout_accounts::due(conn, now, SOME)).await?;
        let count = due.len();
        for account in due {
            let claimed = self.db.write(move |tx| payout_accounts::claim(tx, &account)).await?;
            let (Some(account), Some(stripe)) = (claimed, &self.stripe) else { continue };
            let (of, back) = (account.organization, format!("{}/versements", self.public_url));
            match stripe.account(&account, &back).await {
                Ok(sighting) => {
                    let note = move |tx: &mut estrade_db::Tx<'_>| {
                        payout_accounts::note(tx, of, sighting.clone())
                    };
                    self.db.write(note).await?;
                }
                Err(reason) => {
                    tracing::warn!(organization = %of, reason, "a payment provider is silent");
                }
            }
        }
        Ok(count)
    }

    /// What is not charged any more is forgotten there too.
    async fn drop_cards(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        let due = self.db.read(move |conn| dropped::due(conn, now, SOME)).await?;
        let count = due.len();
        for card in due {
            let claimed = card.clone();
            if !self.db.write(move |tx| dropped::claim(tx, &claimed)).await? {
                continue;
            }
            let Some(stripe) = &self.stripe else { continue };
            match stripe.forget(&card.token).await {
                Ok(()) => self.db.write(move |tx| dropped::gone(tx, &card)).await?,
                Err(reason) => tracing::warn!(reason, "a payment provider keeps a dropped card"),
            }
        }
        Ok(count)
    }

    async fn see(&self, payment: &Payment) -> Result<Result<Seen, Unreachable>, Error> {
        match (payment.psp, &self.stripe) {
            (Psp::Sandbox, _) => self.sandbox_payment(payment).await.map(Ok),
            (Psp::Stripe, Some(stripe)) => {
                let back = match payment.purpose {
                    Purpose::Milestone(purse) => format!("/commandes/{}", purse.order),
                    Purpose::Plan(..) => "/compte/abonnement".to_owned(),
                    Purpose::Campaign(campaign) => format!("/compte/campagnes/{campaign}"),
                };
                Ok(stripe.see(payment, &format!("{}{back}", self.public_url)).await)
            }
            (Psp::Stripe, None) => Ok(Err(NOT_CONNECTED.to_owned())),
        }
    }

    async fn look_at(&self, outgoing: &Outgoing) -> Result<Result<Sight, Unreachable>, Error> {
        match (outgoing.psp, &self.stripe) {
            (Psp::Sandbox, _) => self.sandbox_outgoing(outgoing).await.map(Ok),
            (Psp::Stripe, Some(stripe)) => Ok(stripe.look_at(outgoing).await),
            (Psp::Stripe, None) => Ok(Err(NOT_CONNECTED.to_owned())),
        }
    }
}
