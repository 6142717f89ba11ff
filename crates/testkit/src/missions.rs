//! Brings tenders, offers and missions about without the requests, for tests of what comes after them.

use estrade_db::{
    Error, Tx, accounts,
    offers::{self, Asked},
    organizations, tenders,
};
use estrade_domain::{
    actor::Actor,
    change::Change,
    events::Sketch,
    ids::{AccountId, LotId, OfferId, TenderId},
    limits::Limits,
    money::Money,
    offers::{Deal, OfferRefusal, Selection, Settlement, WrittenOffer, terms::WrittenLine},
    refusal::Refusal,
    tenders::{Edit, PublicationCap, Tender, WantedLot},
    world::World,
};

use crate::{app::TestApp, people::Person};

/// A published tender.
#[derive(Debug, Clone)]
pub struct Published {
    /// Its id.
    pub tender: TenderId,
    /// Its lots, in order.
    pub lots: Vec<LotId>,
}

/// A wedding in Seine-Maritime, on 12 June 2027.
#[must_use]
pub fn wedding() -> Sketch {
    Sketch {
        kind: "wedding".to_owned(),
        title: "Mariage de Léa et Tom".to_owned(),
        day: "2027-06-12".to_owned(),
        town: "Rouen".to_owned(),
        departement: "76".to_owned(),
        guests: Some(120),
        description: "Une fête à la campagne, tout en lumière.".to_owned(),
        ..Sketch::default()
    }
}

/// An offer of one line without VAT.
#[must_use]
pub fn written(cents: i64) -> WrittenOffer {
    WrittenOffer {
        public_message: "Vingt ans de fêtes en Normandie.".to_owned(),
        private_message: None,
        lines: vec![WrittenLine {
            label: "Soirée".to_owned(),
            quantity: "1".to_owned(),
            unit_price: Money::euros(cents),
            vat_rate: 0,
        }],
        expires_on: None,
    }
}

/// What someone does with an offer that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The provider asks for another price, in cents.
    Revise(i64),
    /// The provider holds to it.
    Reconfirm,
    /// The provider takes it back.
    Withdraw,
    /// The provider confirms.
    Confirm,
    /// The provider declines.
    Decline,
    /// The client chooses this version.
    Choose(i32),
    /// The client takes its choice back.
    WithdrawChoice,
    /// The client ends the mission.
    Complete,
}

/// Takes a step in a transaction: the same three lines as a handler's.
pub fn take(tx: &mut Tx<'_>, actor: &Actor, offer: OfferId, step: Step) -> Result<Deal, Error> {
    let seen = offers::deal(tx, offer, actor)?;
    match step {
        Step::Confirm => return offers::confirm(tx, actor, &seen, &Limits::default()),
        Step::Complete => return offers::end_mission(tx, actor, &seen),
        _ => {}
    }
    let change = decide(tx, actor, seen.clone(), step)?;
    offers::record(tx, Some(actor), change, &seen)
}

fn decide(tx: &mut Tx<'_>, actor: &Actor, deal: Deal, step: Step) -> Result<Change<Deal>, Error> {
    let now = tx.now();
    let provider = organizations::get(tx, deal.offer.provider)?;
    let change = match step {
        Step::Revise(cents) => {
            let proposal = written(cents).parse(now)?;
            return Ok(deal.revise(actor, &provider, proposal, &Limits::default(), now)?);
        }
        Step::Reconfirm => deal.reconfirm(actor, &Limits::default(), now),
        Step::Withdraw => deal.withdraw(actor, now),
        Step::Decline => deal.decline(actor, String::new(), now),
        Step::Choose(number) => {
            let selection =
                Selection { number, settlement: Settlement::Direct, offered: Settlement::ALL };
            deal.choose(actor, selection, &Limits::default(), now)
        }
        Step::WithdrawChoice => deal.withdraw_choice(actor, now),
        Step::Confirm | Step::Complete => unreachable!("they decide about an order too"),
    };
    Ok(change?)
}

/// Applies in a transaction.
pub fn apply(tx: &mut Tx<'_>, actor: &Actor, lot: LotId, cents: i64) -> Result<Deal, Error> {
    let asked: Asked = offers::asked(tx, lot, actor)?;
    let proposal = written(cents).parse(tx.now())?;
    let change =
        asked.application().send(actor, tx.id(), proposal, &Limits::default(), tx.now())?;
    offers::apply(tx, actor, change, &asked)
}

/// The refusal of an offer's step; fails the test on any other error.
#[track_caller]
pub fn refusal(error: Error) -> OfferRefusal {
    match error {
        Error::Refused(Refusal::Offer(refusal)) => refusal,
        other => panic!("not refused but failed: {other}"),
    }
}

impl TestApp {
    /// Who acts when this person does.
    pub async fn actor(&self, person: &Person) -> Actor {
        let id: AccountId = person.account.parse().unwrap();
        self.db.read(move |conn| Ok(accounts::actor(conn, id)?.0)).await.unwrap()
    }

    /// A wedding with a lot for each of these trades.
    pub async fn publish(&self, client: &Person, trades: &[&str]) -> Published {
        let actor = self.actor(client).await;
        let wanted: Vec<WantedLot> = trades
            .iter()
            .map(|trade| WantedLot {
                id: None,
                trade: (*trade).to_owned(),
                wishes: String::new(),
                quantity: "1".to_owned(),
            })
            .collect();
        self.db.write(move |tx| publish(tx, &actor, wanted.clone())).await.unwrap()
    }

    /// The offer of a provider for a lot.
    pub async fn applied(&self, provider: &Person, lot: LotId, cents: i64) -> OfferId {
        let actor = self.actor(provider).await;
        let deal = self.db.write(move |tx| apply(tx, &actor, lot, cents)).await.unwrap();
        deal.offer.id
    }

    /// Someone takes a step with an offer.
    pub async fn step(&self, person: &Person, offer: OfferId, step: Step) -> Result<Deal, Error> {
        let actor = self.actor(person).await;
        self.db.write(move |tx| take(tx, &actor, offer, step)).await
    }

    /// An offer that is in work.
    pub async fn in_work(&self, client: &Person, provider: &Person, lot: LotId) -> OfferId {
        let offer = self.applied(provider, lot, 80_000).await;
        self.step(client, offer, Step::Choose(1)).await.unwrap();
        self.step(provider, offer, Step::Confirm).await.unwrap();
        offer
    }

    /// The present moment of the test.
    #[must_use]
    pub fn now(&self) -> estrade_domain::world::Instant {
        self.world.now()
    }
}

fn publish(tx: &mut Tx<'_>, actor: &Actor, lots: Vec<WantedLot>) -> Result<Published, Error> {
    let (id, event, now) = (tx.id(), tx.id(), tx.now());
    let blank = Tender::begin(actor, id, event, wedding().parse(now)?, now)?;
    let edit = Edit { occasion: None, lots: Some(lots), step: None };
    let draft = blank.edit(actor, edit, &[], now, || tx.id()).unwrap().change.after;
    tenders::insert(tx, &draft)?;
    let cap = PublicationCap { per_day: u32::MAX };
    let change = draft.clone().publish(actor, 0, cap, now).unwrap();
    let tender = tenders::record(tx, actor, &draft, change)?;
    Ok(Published { tender: tender.id, lots: tender.lots.iter().map(|lot| lot.id).collect() })
}
