//! The built-in payment provider, asked as any other would be.

use estrade_db::{
    Error,
    sandbox::{self, Left},
};
use estrade_domain::{
    outgoings::{Outgoing, OutgoingKind, Sight},
    payments::{Card, Payment, Seen},
    sandbox::SandboxState,
};

use crate::Relay;

/// Events that are heard in one round.
const EVENTS: i64 = 50;

impl Relay {
    /// What the sandbox tells unasked: its webhooks.
    pub(super) async fn hear_sandbox(&self) -> Result<usize, Error> {
        let now = self.db.world().now();
        if !self.db.read(move |conn| sandbox::any_event_due(conn, now)).await? {
            return Ok(0);
        }
        self.db.write(|tx| sandbox::deliver_events(tx, EVENTS)).await
    }

    pub(super) async fn sandbox_payment(&self, payment: &Payment) -> Result<Seen, Error> {
        let (id, amount, expires_at) = (payment.id, payment.amount, payment.expires_at);
        // What became of a charge is told as of any payment: a moment after it was made.
        let to_charge = payment.charged.clone().filter(|_| payment.reference.is_none());
        let url = format!("{}/paiements/{id}", self.public_url);
        self.db
            .write(move |tx| {
                sandbox::open(tx, id, amount)?;
                if let Some(card) = &to_charge {
                    sandbox::charge(tx, id, &card.token)?;
                }
                if expires_at <= tx.now() {
                    sandbox::close(tx, id)?;
                }
                let known = sandbox::find(tx, id)?.ok_or(Error::NotFound)?;
                let taken_back = known.taken_back_at.is_some_and(|at| at <= tx.now());
                Ok(match known.state {
                    _ if to_charge.is_some() => {
                        Seen::Open { reference: sandbox::reference(id), url: String::new() }
                    }
                    SandboxState::Open | SandboxState::Asked => {
                        Seen::Open { reference: sandbox::reference(id), url: url.clone() }
                    }
                    SandboxState::Paid if taken_back => Seen::ChargedBack,
                    SandboxState::Paid => {
                        let card = known.card.map(|number| Card {
                            ending: number.chars().skip(12).collect(),
                            token: number,
                        });
                        Seen::Succeeded { amount, intent: None, card }
                    }
                    SandboxState::Refused => {
                        Seen::Failed { code: known.failure.unwrap_or_default() }
                    }
                    SandboxState::Closed => Seen::Expired,
                })
            })
            .await
    }

    pub(super) async fn sandbox_outgoing(&self, outgoing: &Outgoing) -> Result<Sight, Error> {
        let Outgoing { id, kind, amount, destination, .. } = outgoing.clone();
        let reference = format!("sbx_{id}");
        self.db
            .write(move |tx| {
                let left = match kind {
                    OutgoingKind::Refund => sandbox::refund(tx, id, &destination, amount)?,
                    OutgoingKind::Payout => sandbox::pay_out(tx, id, &destination, amount)?,
                };
                let reference = reference.clone();
                Ok(match left {
                    Left::OnItsWay => Sight::Sent { reference },
                    Left::Arrived => Sight::Settled { reference },
                    Left::Refused(code) => Sight::Failed { code },
                })
            })
            .await
    }
}
