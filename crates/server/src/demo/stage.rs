//! Where it happens: each scene is decided by the domain and recorded by the db crate, as a request's is.

mod campaigns;
mod contact_messages;
mod lots;
mod orders;
mod parties;
mod photos;
mod quotes;
mod tenders;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use estrade_api::passwords::{MEMORY_KIB, Passwords};
use estrade_db::{Db, Error, Tx, deadlines};
use estrade_domain::{
    actor::Actor,
    ids::{OrderId, QuoteRequestId, TenderId},
};
use estrade_relay::{Relay, Transport};
use object_store::ObjectStore;

use super::{
    PASSWORD,
    cast::OPERATOR,
    pictures::{Motif, Picture},
    plots::{Plot, Styles},
    scenes::Scene,
};
use crate::config::Fault;

/// The marketplace while the demo is played.
pub struct Stage {
    db: Db,
    files: Arc<dyn ObjectStore>,
    relay: Relay,
    styles: Styles,
    pictures: BTreeMap<Motif, Picture>,
    password_hash: String,
    people: HashMap<String, Actor>,
    tenders: HashMap<usize, (TenderId, Plot)>,
    /// The order with its client and its provider.
    orders: HashMap<usize, (OrderId, Actor, Actor)>,
    quotes: HashMap<usize, (QuoteRequestId, Actor)>,
}

impl Stage {
    /// An empty marketplace; whatever it mails stays in the local mailbox.
    pub async fn build(
        db: Db,
        files: Arc<dyn ObjectStore>,
        public_url: &str,
    ) -> Result<Self, Fault> {
        let salt: [u8; 16] = db.world().secret()[..16].try_into()?;
        let password_hash = Passwords::new(1, MEMORY_KIB).hash(PASSWORD.to_owned(), salt).await;
        Ok(Self {
            relay: Relay::new(db.clone(), Transport::Mailbox, public_url.to_owned())
                .in_the_name_of(Some(super::platform()?)),
            styles: Styles::read()?,
            password_hash: password_hash.map_err(|problem| problem.to_string())?,
            pictures: BTreeMap::new(),
            people: HashMap::new(),
            tenders: HashMap::new(),
            orders: HashMap::new(),
            quotes: HashMap::new(),
            files,
            db,
        })
    }

    /// Plays a scene.
    pub async fn play(&mut self, scene: Scene) -> Result<(), Fault> {
        match scene {
            Scene::Register { person, number } => self.register(&person, number).await,
            Scene::Activate { who } => self.activate(&who).await,
            Scene::SubscribeFree { who } => self.subscribe_free(&who).await,
            Scene::GrantVipPlus { who } => self.grant_vip_plus(&who).await,
            Scene::WriteSheet { person } => self.write_sheet(&person).await,
            Scene::Shelve { who, offered } => self.shelve(&who, *offered).await,
            Scene::Begin { tender, plot, today } => self.begin(tender, *plot, today).await,
            Scene::Publish { tender } => self.publish(tender).await,
            Scene::ReviseTender { tender, guests } => self.revise_tender(tender, guests).await,
            Scene::Close { tender, reason, note } => self.close(tender, &reason, note).await,
            Scene::Hide { tender, who } => self.hide(tender, &who).await,
            Scene::Step { tender, lot, verb, words, today } => {
                self.step(tender, lot, verb, &words, today).await
            }
            Scene::Agree { number, bargain } => self.agree(number, &bargain).await,
            Scene::HandOver { number } => self.hand_over(number).await,
            Scene::AskQuote { number, quote } => self.ask_quote(number, *quote).await,
            Scene::AcceptQuote { number } => self.accept_quote(number).await,
            Scene::Advertise { advertised } => self.advertise(*advertised).await,
            Scene::AskDeletion { who } => self.ask_deletion(&who).await,
            Scene::Bar => self.bar().await,
            Scene::WriteToOperator { who, words } => self.write_to_operator(who, words).await,
            Scene::AnswerMessage { answer } => self.answer_message(answer).await,
            Scene::GiveMandate { who } => self.give_mandate(&who).await,
            Scene::Evening => self.evening().await,
        }
    }

    async fn evening(&mut self) -> Result<(), Fault> {
        let now = self.db.world().now();
        for deadline in self.db.read(move |conn| deadlines::due(conn, now, 100)).await? {
            self.db.write(move |tx| deadlines::carry_out(tx, &deadline)).await?;
        }
        while self.relay.deliver().await? > 0 {}
        Ok(())
    }

    async fn write<T: Send + 'static>(
        &self,
        write: impl Fn(&mut Tx<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Fault> {
        Ok(self.db.write(write).await?)
    }

    fn actor(&self, who: &str) -> Result<Actor, Fault> {
        Ok(*self.people.get(who).ok_or_else(|| format!("nobody is called {who}"))?)
    }

    fn operator(&self) -> Result<Actor, Fault> {
        self.actor(OPERATOR)
    }

    fn tender(&self, number: usize) -> Result<(TenderId, Plot), Fault> {
        Ok(self.tenders.get(&number).ok_or("no such tender")?.clone())
    }
}
