//! Letters about custom offers and the orders that they make. Each tells the side whose turn it is not, or
//! both when nobody did it.

mod hours;
mod sentences;

use estrade_db::{
    Error, organizations, payments,
    relaying::{self, OrderHead},
};
use estrade_domain::{
    facts::{Fact, Job, Pact},
    ids::OrganizationId,
    language::Language,
    ledger::Purse,
    offers::terms::TermsKind,
    orders::Approval,
    phrases,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// Who hears of something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Client,
    Provider,
}

/// What is told, and to whom.
#[derive(Clone, Copy)]
struct About<'a> {
    fact: &'a Fact,
    side: Side,
    kind: Option<TermsKind>,
    card: Option<&'a str>,
}

/// What a letter is about, and for whom.
struct Letter<'a> {
    fact: &'a Fact,
    side: Side,
    /// Of an order: how it is paid for.
    kind: Option<TermsKind>,
    /// The last digits of the card that is charged by itself for what is due.
    card: Option<&'a str>,
    title: &'a str,
    other: &'a str,
}

/// Tells of a custom offer.
pub(super) fn offer(desk: &mut Desk<'_, '_>, pact: &Pact, fact: &Fact) -> Result<(), Error> {
    let known = relaying::custom_offer(desk.tx, pact.offer)?;
    let path = format!("/offres-personnalisees/{}", pact.offer);
    let button = ("Voir l’offre", "See the offer");
    let priced = |language| Some(phrases::money(language, known.gross));
    for side in [Side::Client, Side::Provider] {
        if hears_of_offer(fact, side) {
            let about = About { fact, side, kind: None, card: None };
            tell(desk, pact, &path, &known.title, &about, button, &priced)?;
        }
    }
    Ok(())
}

/// Tells of an order.
pub(super) fn order(desk: &mut Desk<'_, '_>, job: &Job, fact: &Fact) -> Result<(), Error> {
    let path = format!("/commandes/{}", job.order);
    let button = ("Voir la commande", "See the order");
    let by = desk.recorded.account_id.clone();
    let actor = by.as_deref().map(|id| relaying::organization_of(desk.tx, id)).transpose()?;
    let head = relaying::order(desk.tx, job.order)?;
    let pact = Pact { offer: job.offer, client: job.client, provider: job.provider };
    let card = charged_for(desk, job, fact)?;
    for (side, party) in [(Side::Client, job.client), (Side::Provider, job.provider)] {
        // With kept funds an order that nobody paid does not exist for its provider.
        let exists = side == Side::Client || head.is_placed;
        if exists && hears_of_order(fact, side, &head, actor.flatten() == Some(party)) {
            let about = About { fact, side, kind: Some(head.kind), card: card.as_deref() };
            tell(desk, &pact, &path, &head.title, &about, button, &|_| None)?;
        }
    }
    Ok(())
}

/// The card that is charged by itself for a period that is due.
fn charged_for(desk: &mut Desk<'_, '_>, job: &Job, fact: &Fact) -> Result<Option<String>, Error> {
    let Fact::PaymentDue { milestone, .. } = *fact else { return Ok(None) };
    let payment = payments::living(desk.tx, Purse { order: job.order, milestone })?;
    Ok(payment.and_then(|it| it.charged).map(|card| card.ending))
}

fn hears_of_offer(fact: &Fact, side: Side) -> bool {
    match fact {
        Fact::CustomOfferDeclined { .. } => side == Side::Provider,
        Fact::CustomOfferExpired { .. } | Fact::CustomOfferEnded { .. } => true,
        _ => side == Side::Client,
    }
}

fn hears_of_order(fact: &Fact, side: Side, head: &OrderHead, did_it: bool) -> bool {
    match fact {
        // That a lot is done is told with the lot; nobody hears twice of it.
        Fact::MilestoneAccepted { approval, .. } if head.is_of_lot => {
            side == Side::Client && approval == Approval::Silence.as_str()
        }
        Fact::OrderPlaced { .. }
        | Fact::RequirementsGiven { .. }
        | Fact::RevisionRequested { .. }
        | Fact::WeeklyHoursChanged { .. } => side == Side::Provider,
        Fact::PaymentDue { .. }
        | Fact::OrderDelivered { .. }
        | Fact::DeliveryReminded { .. }
        | Fact::OrderCompleted { .. } => side == Side::Client,
        // Of the first one the provider hears that there is a new order; of a lot it knew before.
        Fact::MilestoneFunded { milestone, .. } => {
            side == Side::Client || *milestone > 1 || head.is_of_lot
        }
        // Silence is told to both: the client that it agreed by it.
        Fact::MilestoneAccepted { approval, .. } => {
            side == Side::Provider || approval == Approval::Silence.as_str()
        }
        Fact::OrderStopped { .. } | Fact::OrderCancelled { .. } => !did_it,
        // The start follows from what is told already; a period that begins by its day is told.
        Fact::OrderStarted { milestone, .. } => {
            side == Side::Provider && *milestone > 1 && head.kind != TermsKind::Hourly
        }
        _ => false,
    }
}

fn tell(
    desk: &mut Desk<'_, '_>,
    pact: &Pact,
    path: &str,
    title: &str,
    about: &About<'_>,
    button: (&'static str, &'static str),
    price: &dyn Fn(Language) -> Option<String>,
) -> Result<(), Error> {
    let About { fact, side, kind, card } = *about;
    let (to, other) = match side {
        Side::Client => (pact.client, pact.provider),
        Side::Provider => (pact.provider, pact.client),
    };
    let other = name(desk, other)?;
    let people = desk.people(to)?;
    let letter = Letter { fact, side, kind, card, title, other: &other };
    let words = |language: Language| {
        let (subject, sentence) = letter.text(language);
        let words = Words::about(subject).text(sentence);
        let words = match price(language) {
            Some(price) => words.table([(language.pick("Prix TTC", "Price incl. VAT"), price)]),
            None => words,
        };
        let quote = fact.words();
        let words = if quote.is_empty() { words } else { words.quote(quote) };
        words.button(language.pick(button.0, button.1))
    };
    let params = json!({ "title": title, "other": other });
    let (kind, path) = (fact.kind(), path.to_owned());
    let telling = Telling { kind, concern: Concern::Bargain, path, params, words: &words };
    desk.tell(&people, &telling)
}

/// How a party is called in a letter to the other: a client by its pseudo.
pub(super) fn name(desk: &mut Desk<'_, '_>, id: OrganizationId) -> Result<String, Error> {
    let heads = organizations::heads(desk.tx, &[id])?;
    let head = heads.into_iter().next().ok_or(Error::NotFound)?;
    Ok(super::conversations::name(head))
}
