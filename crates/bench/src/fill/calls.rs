//! Tenders of two or three lots, and the offers that stand on them.

use std::{collections::HashMap, sync::Arc};

use chrono::TimeDelta;
use estrade_db::{Db, Error, Tx, offers, offers::Asked, tenders};
use estrade_domain::{
    events::{EventKind, Sketch},
    ids::LotId,
    limits::Limits,
    lots::Lot,
    money::Money,
    offers::{Call, WrittenOffer, terms::WrittenLine},
    organizations::Plan,
    tenders::{Edit, LotSketch, PublicationCap, Tender, parse_lots},
    world::Instant,
};

use super::{
    HISTORY, Size,
    chance::{departement, draw, wanted_trade},
    in_chunks,
    people::Party,
    texts,
};
use crate::Fault;

/// Who may apply, by trade and département.
type Markets = HashMap<(String, String), Vec<usize>>;

struct Filling {
    from: Instant,
    step: TimeDelta,
    size: Size,
    clients: Vec<Party>,
    providers: Vec<Party>,
    markets: Markets,
}

/// Publishes and applies; the lots that a DJ can apply to.
pub async fn publish(
    db: &Db,
    size: Size,
    from: Instant,
    clients: Vec<Party>,
    providers: &[Party],
) -> Result<Vec<String>, Fault> {
    let providers = providers.to_vec();
    let markets = markets(&providers);
    let step = HISTORY / i32::try_from(size.tenders)?;
    let filling = Arc::new(Filling { from, step, size, clients, providers, markets });
    let made = in_chunks(db, size.tenders, move |tx, number| filling.one(tx, number)).await?;
    let count: usize = made.iter().map(|(_, offers)| offers).sum();
    println!("{} tenders with {count} offers", made.len());
    Ok(made.into_iter().flat_map(|(lots, _)| lots).collect())
}

impl Filling {
    /// A tender with its offers: its lots for a DJ, and how many offers.
    fn one(&self, tx: &mut Tx<'_>, number: usize) -> Result<(Vec<String>, usize), Error> {
        let tender = self.tender(tx, number)?;
        let share = |count| count * self.size.offers / self.size.tenders;
        let wanted = share(number + 1) - share(number);
        let mut bids = self.bidders(&tender, number);
        bids.truncate(wanted);
        for (place, (lot, provider)) in bids.iter().enumerate() {
            offer(tx, &tender, lot, &self.providers[*provider], number + place)?;
        }
        let lots = tender.lots.iter().filter(|lot| lot.trade == "dj");
        Ok((lots.map(|lot| lot.id.to_string()).collect(), bids.len()))
    }

    fn tender(&self, tx: &mut Tx<'_>, number: usize) -> Result<Tender, Error> {
        let now = self.from + self.step * i32::try_from(number).unwrap_or(i32::MAX);
        let actor = &self.clients[number % self.clients.len()].actor;
        let occasion = sketch(number, now).parse(now)?;
        let draft = Tender::begin(actor, tx.id(), tx.id(), occasion, now)?;
        let lots = parse_lots(&lots(number))?;
        let edit = Edit { lots: Some(lots), ..Edit::default() };
        let draft = draft.edit(actor, edit, &[], now, || tx.id::<LotId>())?.change.after;
        tenders::insert(tx, &draft)?;
        let published = draft.clone().publish(actor, 0, PublicationCap::default(), now)?;
        tenders::record(tx, actor, &draft, published)
    }

    /// Every lot in turn with everyone who may apply to it.
    fn bidders<'a>(&self, tender: &'a Tender, number: usize) -> Vec<(&'a Lot, usize)> {
        let home = tender.event.occasion.departement.clone().unwrap_or_default();
        let mut bids = Vec::new();
        for turn in 0..6 {
            for lot in &tender.lots {
                let key = |departement: &str| (lot.trade.clone(), departement.to_owned());
                let near = self.markets.get(&key(&home)).map_or(&[][..], Vec::as_slice);
                let far = self.markets.get(&key("*")).map_or(&[][..], Vec::as_slice);
                let place = turn + if turn < near.len() + far.len() { 0 } else { continue };
                let found = match near.len() {
                    count if place < count => near[(place + number) % count],
                    count => far[(place - count + number) % far.len()],
                };
                bids.push((lot, found));
            }
        }
        bids
    }
}

fn markets(providers: &[Party]) -> Markets {
    let mut markets = Markets::new();
    for (place, Party { organization, .. }) in providers.iter().enumerate() {
        if organization.subscription.as_ref().is_none_or(|it| it.plan != Plan::VipPlus) {
            continue;
        }
        let everywhere = organization.france_wide.then(|| "*".to_owned());
        for departement in organization.departements.iter().cloned().chain(everywhere) {
            for trade in &organization.trades {
                markets.entry((trade.clone(), departement.clone())).or_default().push(place);
            }
        }
    }
    markets
}

fn lots(number: usize) -> Vec<LotSketch> {
    let mut trades: Vec<&str> = vec![wanted_trade(number, 50)];
    trades.extend((0..2).map(|it| super::chance::any_trade(number, 51 + it)));
    trades.sort_unstable();
    trades.dedup();
    let lot = |trade: &str| LotSketch { trade: trade.to_owned(), ..LotSketch::default() };
    trades.into_iter().map(lot).collect()
}

fn sketch(number: usize, now: Instant) -> Sketch {
    let days = HISTORY + TimeDelta::days(30 + i64::try_from(draw(number, 60, 300)).unwrap_or(0));
    Sketch {
        kind: EventKind::ALL[draw(number, 61, EventKind::ALL.len())].as_str().to_owned(),
        title: texts::occasion(number),
        day: (now + days).date_naive().to_string(),
        town: texts::town(number).to_owned(),
        departement: departement(number, 62).code.to_owned(),
        guests: i32::try_from(20 + draw(number, 63, 300)).ok(),
        description: texts::paragraph(number, 70),
        ..Sketch::default()
    }
}

fn offer(
    tx: &mut Tx<'_>,
    tender: &Tender,
    lot: &Lot,
    provider: &Party,
    number: usize,
) -> Result<(), Error> {
    let now = tender.published_at().unwrap_or(tender.created_at);
    let line = |label: &str, question| WrittenLine {
        label: label.to_owned(),
        quantity: "1".to_owned(),
        unit_price: Money::euros(
            10_000 + i64::try_from(draw(number, question, 90_000)).unwrap_or(0),
        ),
        vat_rate: 0,
    };
    let written = WrittenOffer {
        public_message: texts::paragraph(number, 80),
        private_message: None,
        lines: vec![line("Prestation sur place", 90), line("Déplacement et installation", 91)],
        expires_on: None,
    };
    let organization = provider.organization.clone();
    let asked =
        Asked { lot: lot.clone(), call: Call::from(tender), provider: organization, earlier: None };
    let proposal = written.parse(now)?;
    let change =
        asked.application().send(&provider.actor, tx.id(), proposal, &Limits::default(), now)?;
    offers::apply(tx, &provider.actor, change, &asked).map(drop)
}
