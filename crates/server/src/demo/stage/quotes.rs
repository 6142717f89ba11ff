//! Scenes of a quote: a client asks, the provider accepts at its price.

use estrade_db::{
    conversations, organizations, page::Window, quote_requests, services, terms_rules,
};
use estrade_domain::{
    limits::Limits,
    offers::{Sender, Settlement},
    quote_requests::{Asker, QuoteRequestAction},
    world::legal_day,
};

use super::Stage;
use crate::{config::Fault, demo::quotes::Quote};

impl Stage {
    pub(super) async fn ask_quote(&mut self, number: usize, quote: Quote) -> Result<(), Fault> {
        let (client, provider) = (self.actor(&quote.client)?, self.actor(&quote.provider)?);
        let request = self
            .write(move |tx| {
                let (now, limits) = (tx.now(), Limits::default());
                let needs = quote.written(legal_day(now)).parse(now)?;
                let seller = organizations::get(tx, provider.organization)?;
                let window = Window { after: None, limit: 100 };
                let sold = services::mine(tx, seller.id, &window)?.items;
                // The one that has stood there longest.
                let service = sold.last().ok_or(estrade_db::Error::NotFound)?.id;
                let known = conversations::of_pair(tx, client.organization, seller.id)?;
                let seen = known.map(|id| conversations::get(tx, id, &client)).transpose()?;
                let open = quote_requests::open_between(tx, client.organization, seller.id)?.len();
                let asker = Asker {
                    conversation: seen.as_ref().map(|card| &card.conversation),
                    provider: &seller,
                    listing: conversations::listing(tx, seller.id)?,
                    open,
                };
                let change = asker.ask(&client, tx.id(), service, needs, &limits, now)?;
                Ok(quote_requests::insert(tx, &client, change)?.request.id)
            })
            .await?;
        self.quotes.insert(number, (request, provider));
        Ok(())
    }

    pub(super) async fn accept_quote(&self, number: usize) -> Result<(), Fault> {
        let (request, provider) = *self.quotes.get(&number).ok_or("no such quote request")?;
        self.write(move |tx| {
            let (now, limits) = (tx.now(), Limits::default());
            let quoted = quote_requests::get(tx, request, &provider)?;
            let seller = organizations::get(tx, provider.organization)?;
            let service = services::of_id(tx, quoted.request.service)?;
            let proposal = quoted.proposal((&seller, &service), None, &limits, now)?;
            let kinds = terms_rules::kinds(tx, seller.id, &service.content.trade)?;
            let conversation = &quoted.conversation.clone();
            let sender = Sender {
                conversation,
                provider: &seller,
                kinds: &kinds,
                settlements: Settlement::ALL,
            };
            let offer = sender.send(&provider, tx.id(), proposal, &limits, now)?;
            let id = offer.after.id;
            let change = quoted.answer(QuoteRequestAction::Accept, &provider, id, now)?;
            quote_requests::answer(tx, &provider, change, offer).map(drop)
        })
        .await
    }
}
