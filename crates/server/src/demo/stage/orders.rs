//! Scenes of an order: a client asks and accepts, the provider hands over, the client approves.

use estrade_api::conversations::say_first;
use estrade_db::{conversations, offers::custom, orders, organizations, terms_rules};
use estrade_domain::{
    conversations::Opening,
    limits::Limits,
    offers::{Sender, Settlement},
};

use super::Stage;
use crate::{config::Fault, demo::bargains::Bargain};

impl Stage {
    pub(super) async fn agree(&mut self, number: usize, bargain: &Bargain) -> Result<(), Fault> {
        let (client, provider) = (self.actor(&bargain.client)?, self.actor(&bargain.provider)?);
        let bargain = bargain.clone();
        let order = self
            .write(move |tx| {
                let limits = Limits::default();
                let seller = organizations::get(tx, provider.organization)?;
                let text = bargain.ask.clone();
                let opening = Opening {
                    text,
                    attachments: Vec::new(),
                    tender: None,
                    service: None,
                    need: None,
                };
                let id = say_first(tx, &client, &seller, opening)?;
                let conversation = conversations::get(tx, id, &provider)?.conversation;
                let main = seller.trades.first().map(String::as_str).unwrap_or_default();
                let kinds = terms_rules::kinds(tx, seller.id, main)?;
                let now = tx.now();
                let proposal = bargain.offer().parse(None, &limits, now)?;
                let sender = Sender {
                    conversation: &conversation,
                    provider: &seller,
                    kinds: &kinds,
                    settlements: Settlement::ALL,
                };
                let change = sender.send(&provider, tx.id(), proposal, &limits, now)?;
                let offer = custom::insert(tx, &provider, change)?;
                let change = offer.accept(&client, &seller, 1, tx.id(), &limits, now)?;
                Ok(custom::place(tx, &client, change)?.id)
            })
            .await?;
        self.orders.insert(number, (order, client, provider));
        Ok(())
    }

    pub(super) async fn hand_over(&self, number: usize) -> Result<(), Fault> {
        let (order, client, provider) = *self.orders.get(&number).ok_or("no such order")?;
        self.write(move |tx| {
            let (limits, now) = (Limits::default(), tx.now());
            let begun = orders::get(tx, order, &provider)?;
            let delivered =
                begun.deliver(&provider, "Tout est démonté et rangé.".to_owned(), &limits, now)?;
            let delivered = orders::record(tx, Some(&provider), delivered)?;
            let approved = delivered.accept(&client, now)?;
            orders::record(tx, Some(&client), approved).map(drop)
        })
        .await
    }
}
