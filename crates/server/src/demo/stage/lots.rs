//! Scenes of a lot: who applies, who is chosen, how the mission ends and what is said of it.

use chrono::{NaiveDate, TimeDelta};
use estrade_db::{Error, Tx, lots, offers, orders, organizations, reviews, tenders};
use estrade_domain::{
    actor::Actor,
    change::Change,
    ids::{LotId, OfferId},
    limits::Limits,
    offers::{Deal, OfferRefusal, Proposal, Selection, Settlement},
    reviews::{Review, WrittenOpinion, parse_answer},
};

use super::Stage;
use crate::{
    config::Fault,
    demo::plots::{Plot, Verb},
};

impl Stage {
    pub(super) async fn step(
        &self,
        tender: usize,
        lot: usize,
        verb: Verb,
        words: &str,
        today: NaiveDate,
    ) -> Result<(), Fault> {
        let (id, plot) = self.tender(tender)?;
        let trade = plot.lots.get(lot).ok_or("no such lot")?.trade.clone();
        let lot = self.lot(id, lot).await?;
        let client = self.actor(&plot.client)?;
        match verb {
            Verb::Apply => self.apply(&plot, &trade, lot, words, None).await,
            Verb::ApplyUntil => {
                let (who, day) = words.split_once(' ').ok_or("who and until when?")?;
                let day = today + TimeDelta::days(day.parse()?);
                self.apply(&plot, &trade, lot, who, Some(day)).await
            }
            Verb::Revise => self.revise(&plot, &trade, lot, words).await,
            Verb::Reconfirm => {
                let actor = self.actor(words)?;
                self.as_provider(lot, actor, |tx, actor, deal| {
                    Ok(deal.reconfirm(actor, &Limits::default(), tx.now())?)
                })
                .await
            }
            Verb::Withdraw => {
                let actor = self.actor(words)?;
                self.as_provider(lot, actor, |tx, actor, deal| Ok(deal.withdraw(actor, tx.now())?))
                    .await
            }
            Verb::Choose => self.choose(lot, client, words, Settlement::Direct).await,
            Verb::ChooseHeld => self.choose(lot, client, words, Settlement::Held).await,
            Verb::CallOff => self.call_off(lot, client, words.to_owned()).await,
            Verb::WithdrawChoice => {
                self.as_client(lot, client, |tx, actor, deal| {
                    Ok(deal.withdraw_choice(actor, tx.now())?)
                })
                .await
            }
            Verb::Confirm => self.confirm(lot, self.actor(words)?).await,
            Verb::Decline => self.decline(lot, words.to_owned()).await,
            Verb::Complete => {
                self.write(move |tx| {
                    let given = offers::deal_of_lot(tx, lot, &client)?;
                    let given = given.ok_or(OfferRefusal::NotInWork)?;
                    offers::end_mission(tx, &client, &given).map(drop)
                })
                .await
            }
            Verb::Review => self.review(lot, client, words, plot.day(today)).await,
            Verb::Answer => self.answer(lot, words).await,
        }
    }

    async fn lot(
        &self,
        tender: estrade_domain::ids::TenderId,
        place: usize,
    ) -> Result<LotId, Fault> {
        let tender = self.db.read(move |conn| tenders::get(conn, tender)).await?;
        Ok(tender.lots.get(place).ok_or("no such lot")?.id)
    }

    async fn proposal(
        &self,
        plot: &Plot,
        trade: &str,
        actor: Actor,
        until: Option<NaiveDate>,
        is_later: bool,
    ) -> Result<Proposal, Fault> {
        let id = actor.organization;
        let provider = self.db.read(move |conn| organizations::get(conn, id)).await?;
        let mut written = self.styles.offer(plot, trade, &provider, is_later)?;
        written.expires_on = until.map(|day| day.to_string());
        let now = self.db.world().now();
        Ok(written.parse(now).map_err(|wrong| format!("{trade}: {wrong:?}"))?)
    }

    async fn apply(
        &self,
        plot: &Plot,
        trade: &str,
        lot: LotId,
        who: &str,
        until: Option<NaiveDate>,
    ) -> Result<(), Fault> {
        let actor = self.actor(who)?;
        let proposal = self.proposal(plot, trade, actor, until, false).await?;
        self.write(move |tx| {
            let asked = offers::asked(tx, lot, &actor)?;
            let (id, now) = (tx.id(), tx.now());
            let change =
                asked.application().send(&actor, id, proposal.clone(), &Limits::default(), now)?;
            offers::apply(tx, &actor, change, &asked).map(drop)
        })
        .await
    }

    async fn revise(&self, plot: &Plot, trade: &str, lot: LotId, who: &str) -> Result<(), Fault> {
        let actor = self.actor(who)?;
        let proposal = self.proposal(plot, trade, actor, None, true).await?;
        self.as_provider(lot, actor, move |tx, actor, deal| {
            let provider = organizations::get(tx, actor.organization)?;
            Ok(deal.revise(actor, &provider, proposal.clone(), &Limits::default(), tx.now())?)
        })
        .await
    }

    async fn choose(
        &self,
        lot: LotId,
        client: Actor,
        whom: &str,
        how: Settlement,
    ) -> Result<(), Fault> {
        let provider = self.actor(whom)?;
        self.write(move |tx| {
            let offer = offer_of(tx, lot, provider)?;
            decide(tx, client, offer, move |tx, actor, deal| {
                let number = deal.offer.current.number;
                let selection = Selection { number, settlement: how, offered: Settlement::ALL };
                Ok(deal.choose(actor, selection, &Limits::default(), tx.now())?)
            })
        })
        .await
    }

    /// The client calls off what it pays with held funds.
    async fn call_off(&self, lot: LotId, client: Actor, reason: String) -> Result<(), Fault> {
        self.write(move |tx| {
            let order = orders::of_lot(tx, lot)?.ok_or(OfferRefusal::NotInWork)?;
            let change = order.cancel(&client, reason.clone(), tx.now())?;
            orders::record(tx, Some(&client), change).map(drop)
        })
        .await
    }

    async fn confirm(&self, lot: LotId, actor: Actor) -> Result<(), Fault> {
        self.write(move |tx| {
            let offer = offer_of(tx, lot, actor)?;
            let seen = offers::deal(tx, offer, &actor)?;
            offers::confirm(tx, &actor, &seen, &Limits::default()).map(drop)
        })
        .await
    }

    /// Whoever was chosen declines.
    async fn decline(&self, lot: LotId, reason: String) -> Result<(), Fault> {
        let chosen = self.db.read(move |conn| lots::get(conn, lot)).await?;
        let provider = chosen.state.award().ok_or("nobody was chosen")?.provider;
        let actor = self.people.values().find(|actor| actor.is_of(provider));
        let actor = *actor.ok_or("nobody knows the provider")?;
        self.as_provider(lot, actor, move |tx, actor, deal| {
            Ok(deal.decline(actor, reason.clone(), tx.now())?)
        })
        .await
    }

    async fn review(
        &self,
        lot: LotId,
        client: Actor,
        words: &str,
        day: NaiveDate,
    ) -> Result<(), Fault> {
        let (stars, comment) = words.split_once(' ').ok_or("stars, then words")?;
        let rating: i32 = stars.parse()?;
        let opinion = WrittenOpinion {
            rating,
            exchanges: Some(rating),
            relationship: Some((rating + 1).min(5)),
            punctuality: Some(rating),
            quality: Some(rating),
            comment: comment.to_owned(),
            experienced_on: day.to_string(),
        };
        let opinion = opinion.parse(&Limits::default()).map_err(|wrong| format!("{wrong:?}"))?;
        self.write(move |tx| {
            let deal = offers::deal_of_lot(tx, lot, &client)?.ok_or(Error::NotFound)?;
            let party = organizations::get(tx, client.organization)?;
            let (id, now) = (tx.id(), tx.now());
            let change = Review::publish(&deal, &client, &party, id, opinion.clone(), now)?;
            reviews::insert(tx, &client, change).map(drop)
        })
        .await
    }

    async fn answer(&self, lot: LotId, words: &str) -> Result<(), Fault> {
        let text = parse_answer(words).map_err(|wrong| format!("{wrong:?}"))?;
        let review = self.db.read(move |conn| {
            let id = reviews::of_lot(conn, lot)?.ok_or(Error::NotFound)?;
            reviews::get(conn, id)
        });
        let review = review.await?;
        let actor = self.people.values().find(|actor| actor.is_of(review.provider));
        let actor = *actor.ok_or("nobody knows the provider")?;
        self.write(move |tx| {
            let change = review.clone().answer(&actor, text.clone(), tx.now())?;
            reviews::record(tx, &actor, change).map(drop)
        })
        .await
    }

    /// A decision of a provider about its own offer.
    async fn as_provider(
        &self,
        lot: LotId,
        actor: Actor,
        decision: impl Fn(&mut Tx<'_>, &Actor, Deal) -> Result<Change<Deal>, Error> + Send + 'static,
    ) -> Result<(), Fault> {
        self.write(move |tx| {
            let offer = offer_of(tx, lot, actor)?;
            decide(tx, actor, offer, &decision)
        })
        .await
    }

    /// A decision of a client about the offer that its lot is given to.
    async fn as_client(
        &self,
        lot: LotId,
        actor: Actor,
        decision: impl Fn(&mut Tx<'_>, &Actor, Deal) -> Result<Change<Deal>, Error> + Send + 'static,
    ) -> Result<(), Fault> {
        self.write(move |tx| {
            let given = offers::deal_of_lot(tx, lot, &actor)?.ok_or(OfferRefusal::NotChosen)?;
            decide(tx, actor, given.offer.id, &decision)
        })
        .await
    }
}

fn offer_of(tx: &mut Tx<'_>, lot: LotId, provider: Actor) -> Result<OfferId, Error> {
    Ok(offers::find(tx, lot, provider.organization)?.ok_or(Error::NotFound)?.id)
}

fn decide(
    tx: &mut Tx<'_>,
    actor: Actor,
    offer: OfferId,
    decision: impl Fn(&mut Tx<'_>, &Actor, Deal) -> Result<Change<Deal>, Error>,
) -> Result<(), Error> {
    let seen = offers::deal(tx, offer, &actor)?;
    let change = decision(tx, &actor, seen.clone())?;
    offers::record(tx, Some(&actor), change, &seen).map(drop)
}
