//! Letters about payments, refunds and payouts: to whom the money concerns.

use estrade_db::Error;
use estrade_domain::{
    facts::Fact,
    ids::{OrganizationId, PaymentId},
    language::Language,
    outgoings::Leaving,
    phrases,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// What became of a payment.
pub(super) fn payment(
    desk: &mut Desk<'_, '_>,
    payment: PaymentId,
    payer: OrganizationId,
    fact: &Fact,
) -> Result<(), Error> {
    let path = format!("/paiements/{payment}");
    let words = |language: Language| {
        let (subject, sentence) = match fact {
            Fact::PaymentRefused { .. } => language.pick(
                (
                    "Votre paiement a été refusé",
                    "Votre banque l’a refusé : rien n’a été débité. Recommencez avec un autre moyen de paiement.",
                ),
                (
                    "Your payment was refused",
                    "Your bank refused it: nothing was charged. Try again with another means of payment.",
                ),
            ),
            _ => language.pick(
                (
                    "Votre paiement vous est rendu",
                    "Il est arrivé alors qu’il n’était plus nécessaire, ou d’un autre montant : il vous est remboursé en entier.",
                ),
                (
                    "Your payment is given back",
                    "It arrived when it was no longer needed, or with another amount: it is refunded in full.",
                ),
            ),
        };
        Words::about(subject.to_owned())
            .text(sentence)
            .button(language.pick("Voir le paiement", "See the payment"))
    };
    let people = desk.people(payer)?;
    let (kind, params) = (fact.kind(), json!({}));
    desk.tell(&people, &Telling { kind, concern: Concern::Account, path, params, words: &words })
}

/// What became of a refund or of a payout.
pub(super) fn leaving(
    desk: &mut Desk<'_, '_>,
    leaving: &Leaving,
    fact: &Fact,
) -> Result<(), Error> {
    let is_payout = matches!(fact, Fact::PayoutSettled { .. } | Fact::PayoutFailed { .. });
    let path = if is_payout { "/versements" } else { "/paiements" }.to_owned();
    let words = |language: Language| {
        let amount = phrases::money(language, leaving.amount);
        let (subject, sentence) = texts(fact, language, &amount);
        Words::about(subject)
            .text(sentence)
            .button(language.pick("Voir le détail", "See the details"))
    };
    let people = desk.people(leaving.organization)?;
    let (kind, params) = (fact.kind(), json!({ "amount": leaving.amount }));
    desk.tell(&people, &Telling { kind, concern: Concern::Account, path, params, words: &words })?;
    match fact {
        Fact::RefundFailed { .. } => tell_operators(desk, leaving),
        _ => Ok(()),
    }
}

/// No money moves until someone looked: those who run the marketplace hear it at once.
pub(super) fn ledger_stopped(desk: &mut Desk<'_, '_>, reason: &str) -> Result<(), Error> {
    let words = |language: Language| {
        let (subject, sentence) = language.pick(
            (
                "Le grand livre est arrêté : aucun argent ne bouge",
                "La vérification des comptes a trouvé un écart. Cherchez-en la cause, puis lancez « estrade ledger resume ».",
            ),
            (
                "The ledger is stopped: no money moves",
                "Verifying the books found a difference. Find its cause, then run “estrade ledger resume”.",
            ),
        );
        Words::about(subject.to_owned())
            .text(sentence)
            .quote(reason)
            .button(language.pick("Voir le journal", "See the log"))
    };
    let people = desk.operators()?;
    let (kind, path, params) =
        ("ledger.stopped", "/operateur/journal".to_owned(), json!({ "reason": reason }));
    desk.tell(&people, &Telling { kind, concern: Concern::Account, path, params, words: &words })
}

/// A refund that did not arrive lies in suspense: those who run the marketplace give it back in another way.
fn tell_operators(desk: &mut Desk<'_, '_>, leaving: &Leaving) -> Result<(), Error> {
    let words = |language: Language| {
        let amount = phrases::money(language, leaving.amount);
        let (subject, sentence) = language.pick(
            (
                format!("Un remboursement de {amount} n’a pas abouti"),
                "L’argent est en attente dans le grand livre : rendez-le à son client d’une autre façon.",
            ),
            (
                format!("A refund of {amount} did not arrive"),
                "The money waits in the ledger: give it back to its client in another way.",
            ),
        );
        Words::about(subject)
            .text(sentence)
            .button(language.pick("Voir le compte", "See the account"))
    };
    let people = desk.operators()?;
    let path = format!("/operateur/organisations/{}", leaving.organization);
    let (kind, params) = ("refund.failed", json!({ "amount": leaving.amount }));
    desk.tell(&people, &Telling { kind, concern: Concern::Account, path, params, words: &words })
}

fn texts(fact: &Fact, language: Language, amount: &str) -> (String, &'static str) {
    match fact {
        Fact::RefundSettled { .. } => language.pick(
            (
                format!("{amount} vous sont remboursés"),
                "Selon votre banque, la somme apparaît sur votre compte dans les jours qui viennent.",
            ),
            (
                format!("{amount} are refunded to you"),
                "Depending on your bank, the sum is on your account in the coming days.",
            ),
        ),
        Fact::RefundFailed { .. } => language.pick(
            (
                format!("Un remboursement de {amount} n’a pas abouti"),
                "Votre argent est en sécurité : nous revenons vers vous pour vous le rendre autrement.",
            ),
            (
                format!("A refund of {amount} did not arrive"),
                "Your money is safe: we come back to you to return it in another way.",
            ),
        ),
        Fact::PayoutFailed { .. } => language.pick(
            (
                format!("Un versement de {amount} n’a pas abouti"),
                "La somme vous reste due : vérifiez votre compte bancaire, puis demandez un nouveau versement.",
            ),
            (
                format!("A payout of {amount} did not arrive"),
                "The sum is still yours: check your bank account, then ask for another payout.",
            ),
        ),
        _ => language.pick(
            (
                format!("{amount} vous sont versés"),
                "La somme correspond aux livraisons que vos clients ont acceptées.",
            ),
            (
                format!("{amount} are paid out to you"),
                "The sum is for the deliveries that your clients accepted.",
            ),
        ),
    }
}
