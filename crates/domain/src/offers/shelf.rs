//! A package of a service is ordered as it stands on the shelf: its provider published the price, so the order needs
//! no further word from it. It is an offer that is accepted as it is made.

use super::{
    Answers, Conditions, CustomOffer, Offer, OfferRefusal, OfferState, OfferVersion, Proposal,
    Rejection, Settlement,
    terms::{Lines, VatRate, WrittenLine, WrittenTerms, lines},
};
use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    conversations::{Conversation, ConversationAction},
    fields::Fields,
    ids::{AccountId, OfferId, OrderId},
    limits::Limits,
    money::Money,
    orders::{Order, Placed},
    organizations::{Organization, OrganizationState},
    services::{Package, Service, ServiceState},
    text,
    world::Instant,
};

/// A service before a client that orders.
#[derive(Debug, Clone, Copy)]
pub struct Shelf<'a> {
    /// Where the two talk.
    pub conversation: &'a Conversation,
    /// Who sells.
    pub provider: &'a Organization,
    /// Who of the provider's answers for what is published.
    pub author: AccountId,
    /// What is sold.
    pub service: &'a Service,
    /// How it is paid on this marketplace.
    pub settlement: Settlement,
}

impl Shelf<'_> {
    /// Orders the package with this number, from 1.
    pub fn order(
        &self,
        actor: &Actor,
        number: u32,
        (offer, order): (OfferId, OrderId),
        limits: &Limits,
        now: Instant,
    ) -> Result<Change<Placed>, Rejection> {
        self.permits(actor)?;
        let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
        let package = place.and_then(|place| self.service.content.packages.get(place));
        let package = package.ok_or_else(|| Fields::one("/package", text::unknown_choice()))?;
        let proposal = self.proposal(package, limits)?;
        if self.settlement == Settlement::Held {
            proposal.suits_held()?;
        }
        let offer = Offer {
            id: offer,
            version: 1,
            answers: Answers::Nothing,
            client: actor.organization,
            provider: self.provider.id,
            state: OfferState::Accepted,
            current: OfferVersion { number: 1, proposal, author: self.author, created_at: now },
            expires_at: now,
            created_at: now,
        };
        let order = Order::place(order, &offer, limits, now);
        let facts = order.announced();
        let conversation = self.conversation.clone();
        Ok(Change::told(Placed { offer: CustomOffer { offer, conversation }, order }, facts))
    }

    fn permits(&self, actor: &Actor) -> Result<(), OfferRefusal> {
        if actor.kind != OrganizationKind::Client {
            return Err(OfferRefusal::ClientDecides);
        }
        let is_sold = matches!(self.service.state, ServiceState::Published { .. });
        let goes_on = self.conversation.permits(ConversationAction::Write, actor).is_ok();
        if !is_sold || !goes_on || self.provider.state != OrganizationState::Open {
            return Err(OfferRefusal::ConversationOver);
        }
        Ok(())
    }

    fn proposal(&self, package: &Package, limits: &Limits) -> Result<Proposal, Fields> {
        let rate = if self.provider.vat_exempt { VatRate::NONE } else { VatRate::NORMAL };
        let content = &self.service.content;
        let line = line_within(&package.name, package.price, rate);
        let delivery_days = package.delivery_days;
        let terms = WrittenTerms::Fixed { lines: vec![line], delivery_days }.parse(limits)?;
        Ok(Proposal {
            title: content.title.clone(),
            public_message: String::new(),
            private_message: package.description.clone(),
            terms,
            conditions: Conditions {
                service: Some(self.service.id),
                revisions: package.revisions,
                questions: content.questions.clone(),
                settlement: self.settlement,
                deposit_percent: None,
            },
            expires_at: None,
        })
    }
}

/// One line that comes to a price, VAT included: never a cent above it.
pub(crate) fn line_within(label: &str, price: Money, rate: VatRate) -> WrittenLine {
    let whole = 10_000;
    let net = price.times(whole, whole + rate.basis_points()).unwrap_or(price);
    let line = |net| WrittenLine {
        label: label.to_owned(),
        quantity: "1".to_owned(),
        unit_price: net,
        vat_rate: rate.basis_points(),
    };
    let is_within = |lines: &Lines| lines.totals().gross.amount <= price.amount;
    match lines(&[line(net)]) {
        Ok(found) if !is_within(&found) => line(Money { amount: net.amount - 1, ..net }),
        _ => line(net),
    }
}
