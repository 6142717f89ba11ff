//! What clients and providers pay through the platform.
//!
//! `created → open → succeeded → charged_back`, or `failed`, `expired`, `unneeded`. A payment is asked for in
//! the transaction of its cause; the worker tells the payment provider afterwards and asks it what became of
//! it. What the payment provider says on its own account (a webhook) only makes the worker ask earlier.

use chrono::TimeDelta;

use crate::{
    ids::{CampaignId, OrganizationId, PaymentId},
    ledger::Purse,
    money::Money,
    organizations::Plan,
    refusal::{Explain, Explanation},
    words,
    world::Instant,
};

/// A page for a payment is open for so long.
const OPEN_FOR: TimeDelta = TimeDelta::hours(24);
/// After its page is closed a payment is still asked for, since its bank may be slow.
const WATCHED_FOR: TimeDelta = TimeDelta::hours(48);

words! {
    /// Who moves the money.
    pub enum Psp {
        /// Built in: moves nothing, and behaves as the others do.
        Sandbox = "sandbox",
        /// Stripe.
        Stripe = "stripe",
    }

    /// Where a payment stands.
    pub enum PaymentState {
        /// The payment provider is to be told.
        Created = "created",
        /// The payer is on its page.
        Open = "open",
        /// Paid.
        Succeeded = "succeeded",
        /// Refused by the payer's bank.
        Failed = "failed",
        /// Nobody paid in time.
        Expired = "expired",
        /// Paid, though it was no longer needed or with another amount: it goes back.
        Unneeded = "unneeded",
        /// Paid, and taken back by the payer's bank.
        ChargedBack = "charged_back",
    }
}

/// What is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A milestone of an order; its money is kept.
    Milestone(Purse),
    /// So many months of a plan.
    Plan(Plan, u32),
    /// An advertising campaign.
    Campaign(CampaignId),
}

/// A card whose holder allowed it to be charged again, at the payment provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its name there.
    pub token: String,
    /// Its last four digits.
    pub ending: String,
}

/// A payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Its id; at the payment provider the key that makes it once.
    pub id: PaymentId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// Who pays.
    pub payer: OrganizationId,
    /// For what.
    pub purpose: Purpose,
    /// Without VAT.
    pub net: Money,
    /// VAT included.
    pub amount: Money,
    /// How much arrived.
    pub received: Money,
    /// Where it stands.
    pub state: PaymentState,
    /// Through whom.
    pub psp: Psp,
    /// Whether its payer allows that its card is charged for what follows.
    pub keeps_card: bool,
    /// That card, once it paid.
    pub card: Option<Card>,
    /// The card that is charged without its holder; none when the payer pays on a page. Once it is, its digits alone
    /// are left.
    pub charged: Option<Card>,
    /// Its name there.
    pub reference: Option<String>,
    /// The name there of the money that moved, where it has one of its own.
    pub intent: Option<String>,
    /// The page where it is paid.
    pub url: Option<String>,
    /// Why it failed, in the payment provider's word.
    pub failure: Option<String>,
    /// When it was asked for.
    pub created_at: Instant,
    /// Until when its page is open.
    pub expires_at: Instant,
    /// When it was paid.
    pub paid_at: Option<Instant>,
    /// When the payment provider is asked next.
    pub check_at: Option<Instant>,
    /// How often it was asked.
    pub checks: u32,
}

/// What a payment provider says of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// It waits for its payer.
    Open {
        /// Its name there.
        reference: String,
        /// Its page; empty when it is charged without one.
        url: String,
    },
    /// It was paid.
    Succeeded {
        /// How much.
        amount: Money,
        /// The name there of the money that moved, where it has one of its own.
        intent: Option<String>,
        /// The card, where it may be charged again.
        card: Option<Card>,
    },
    /// It was refused.
    Failed {
        /// Why.
        code: String,
    },
    /// Nobody paid.
    Expired,
    /// It was paid and taken back.
    ChargedBack,
}

/// What follows from what was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// Nothing, or nothing new.
    Nothing,
    /// It was paid: what it is for can go on.
    Paid,
    /// This much arrived, which is not what was asked for: it goes back.
    GoesBack(Money),
    /// It was refused: its payer may try again.
    Refused,
    /// It was taken back.
    TakenBack,
}

impl PaymentState {
    /// Whether it may still be paid.
    #[must_use]
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Created | Self::Open)
    }
}

impl Payment {
    /// Asks for a payment; the payment provider is told at once, after this transaction.
    #[must_use]
    pub fn ask(
        id: PaymentId,
        payer: OrganizationId,
        purpose: Purpose,
        (net, amount): (Money, Money),
        psp: Psp,
        now: Instant,
    ) -> Self {
        Self {
            id,
            version: 1,
            payer,
            purpose,
            net,
            amount,
            received: Money::zero(amount.currency),
            state: PaymentState::Created,
            psp,
            keeps_card: false,
            card: None,
            charged: None,
            reference: None,
            intent: None,
            url: None,
            failure: None,
            created_at: now,
            expires_at: now + OPEN_FOR,
            paid_at: None,
            check_at: Some(now),
            checks: 0,
        }
    }

    /// The same, by a card that its holder allowed to be charged: nobody has a page to pay on.
    #[must_use]
    pub fn charged_to(self, card: Card) -> Self {
        Self { charged: Some(card), ..self }
    }

    /// Takes note of what the payment provider says. The same said twice, or late, changes nothing.
    #[must_use]
    pub fn see(mut self, seen: &Seen, now: Instant) -> (Self, Follows) {
        let follows = match (self.state, seen) {
            (PaymentState::Created | PaymentState::Open, Seen::Open { reference, url }) => {
                self.reference = Some(reference.clone());
                self.url = Some(url.clone()).filter(|url| !url.is_empty());
                self.state = PaymentState::Open;
                Follows::Nothing
            }
            (
                PaymentState::Created
                | PaymentState::Open
                | PaymentState::Failed
                | PaymentState::Expired,
                Seen::Succeeded { amount, intent, card },
            ) => {
                self.intent.clone_from(intent);
                self.card = card.clone().filter(|_| self.keeps_card);
                self.paid_at = Some(now);
                self.received = *amount;
                self.failure = None;
                if *amount == self.amount {
                    self.state = PaymentState::Succeeded;
                    Follows::Paid
                } else {
                    self.state = PaymentState::Unneeded;
                    Follows::GoesBack(*amount)
                }
            }
            (PaymentState::Created | PaymentState::Open, Seen::Failed { code }) => {
                self.state = PaymentState::Failed;
                self.failure = Some(code.clone());
                Follows::Refused
            }
            (PaymentState::Created | PaymentState::Open, Seen::Expired) => {
                self.state = PaymentState::Expired;
                Follows::Nothing
            }
            (PaymentState::Succeeded, Seen::ChargedBack) => {
                self.state = PaymentState::ChargedBack;
                Follows::TakenBack
            }
            _ => Follows::Nothing,
        };
        // It is charged once: from there on its name there serves nobody.
        if let Some(card) = &mut self.charged {
            card.token.clear();
        }
        self.check_at = self.next_check(now);
        (self, follows)
    }

    /// It was paid, but what it is for no longer waits for it: it goes back.
    #[must_use]
    pub fn unneeded(self) -> Self {
        Self { state: PaymentState::Unneeded, ..self }
    }

    /// While its page is open it is asked for more and more seldom; what was refused or closed, until its bank
    /// cannot think better of it.
    fn next_check(&self, now: Instant) -> Option<Instant> {
        let watched = match self.state {
            PaymentState::Created | PaymentState::Open => true,
            PaymentState::Failed | PaymentState::Expired => {
                now < self.created_at + OPEN_FOR + WATCHED_FOR
            }
            _ => false,
        };
        watched.then(|| now + pause(self.checks))
    }
}

/// So long until a payment provider is asked again: 15 s, 30 s, one minute… up to an hour.
#[must_use]
pub fn pause(checks: u32) -> TimeDelta {
    TimeDelta::seconds(15 << checks.min(8)).min(TimeDelta::hours(1))
}

/// Why a wish about money was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentRefusal {
    /// Nothing is due.
    NothingToPayOut,
    /// Nobody knows yet where it is to go.
    NoPayoutAccount,
    /// Only a refund that did not arrive is sent again, once.
    NotFailed,
    /// The books do not hold: nothing moves until someone looked.
    LedgerStopped,
    /// The test card form is only for the built-in payment provider.
    NotSandbox,
    /// There is nobody to open an account with.
    OnlySandbox,
    /// It was paid, refused or closed already.
    PaymentOver,
    /// The platform's payment provider is not connected.
    NoPayments,
}

impl Explain for PaymentRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::NothingToPayOut => Explanation::new(
                "nothing_to_pay_out",
                "Il n’y a rien à vous verser pour le moment.",
                "There is nothing to pay out to you for now.",
            ),
            Self::NotFailed => Explanation::new(
                "refund_not_failed",
                "Ce remboursement n’a pas échoué, ou il est déjà reparti.",
                "This refund did not fail, or is on its way again already.",
            ),
            Self::NoPayoutAccount => Explanation::new(
                "no_payout_account",
                "Indiquez d’abord le compte bancaire sur lequel vous verser votre argent.",
                "Say first to which bank account your money is to go.",
            ),
            Self::LedgerStopped => Explanation::new(
                "ledger_stopped",
                "Les mouvements d’argent sont suspendus le temps d’une vérification. Réessayez plus tard.",
                "Money does not move while the books are being checked. Try again later.",
            ),
            Self::NotSandbox => Explanation::new(
                "payment_not_sandbox",
                "Ce paiement se fait sur la page du prestataire de paiement.",
                "This payment is made on the payment provider's page.",
            ),
            Self::OnlySandbox => Explanation::new(
                "payment_sandbox",
                "Cette place de marché est en mode d’essai : indiquez simplement un compte bancaire d’essai.",
                "This marketplace is in test mode: simply give a test bank account.",
            ),
            Self::PaymentOver => Explanation::new(
                "payment_over",
                "Ce paiement est terminé : recommencez depuis la commande.",
                "This payment is over: begin again from the order.",
            ),
            Self::NoPayments => Explanation::new(
                "payments_off",
                "Cette place de marché n’encaisse pas de paiements : réglez directement entre vous.",
                "This marketplace takes no payments: settle it between you.",
            ),
        }
    }
}

#[cfg(test)]
mod tests;
