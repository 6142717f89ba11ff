//! What people can do from where a tender stands.

use super::*;

impl Stand {
    pub(super) fn moves(&self) -> Vec<Self> {
        let mut moves = self.of_client();
        moves.extend((0..2).flat_map(|place| self.of_provider(place)));
        moves.extend(self.of_operator());
        moves.extend(self.fire());
        moves
    }

    fn of_client(&self) -> Vec<Self> {
        if self.client_gone {
            return Vec::new();
        }
        let (client, mut moves) = (person(CLIENT), Vec::new());
        let tender = || self.tender.clone();
        if let Ok(change) = tender().publish(&client, 0, PublicationCap::default(), self.now) {
            moves.push(self.clone().with_tender(change));
        }
        let reason = CloseReason::EventCancelled;
        if let Ok(change) = tender().close(&client, reason, String::new(), self.now) {
            moves.push(self.clone().with_tender(change).ended(EndReason::TenderClosed));
        }
        let later = (self.now + TimeDelta::days(20)).date_naive().to_string();
        for day in ["", later.as_str()] {
            let edit = Edit { occasion: Some(occasion(day)), ..Edit::default() };
            let published = self.tender.published_at().is_some();
            if let (true, Ok(edited)) =
                (published, tender().edit(&client, edit, &[], self.now, || id::<LotId>(10)))
            {
                let asked = !edited.asked_again.is_empty();
                let after = self.clone().with_tender(edited.change);
                moves.push(if asked { after.each_offer(Offer::outdate) } else { after });
            }
        }
        for place in 0..2 {
            let Some(deal) = self.deal(place) else { continue };
            let number = deal.offer.current.number;
            let limits = Limits::default();
            let choose =
                |how| deal.clone().choose(&client, selected(number, how), &limits, self.now);
            let decided = [
                choose(Settlement::Direct),
                choose(Settlement::Held),
                deal.clone().withdraw_choice(&client, self.now),
            ];
            moves.extend(decided.into_iter().flatten().map(|it| self.clone().with_deal(place, it)));
        }
        moves.extend(self.of_mission(&client, |order| {
            let order = || order.clone();
            vec![
                order().complete(&client, self.now).ok(),
                order().fund(1, self.now).ok(),
                order().accept(&client, self.now).ok(),
                order().request_revision(&client, String::new(), self.now).ok(),
                order().cancel(&client, String::new(), self.now).ok(),
            ]
        }));
        moves
    }

    fn of_mission(
        &self,
        actor: &Actor,
        decide: impl Fn(&Order) -> Vec<Option<Change<Order>>>,
    ) -> Vec<Self> {
        let (Some(order), Some(place)) = (&self.order, self.awarded()) else { return Vec::new() };
        if !actor.is_of(order.client) && !actor.is_of(order.provider) {
            return Vec::new();
        }
        let decided = decide(order).into_iter().flatten();
        decided.map(|change| self.clone().with_order(place, change.after)).collect()
    }

    fn of_provider(&self, place: usize) -> Vec<Self> {
        let number = SIDES[place];
        let (actor, provider) = (person(number), side(number, self.gone[place]));
        let Some(deal) = self.deal(place) else {
            return self.applied(place).into_iter().collect();
        };
        if self.gone[place] {
            return Vec::new();
        }
        let decided = [
            deal.clone()
                .revise(&actor, &provider, proposal(700), &Limits::default(), self.now)
                .ok(),
            deal.clone().reconfirm(&actor, &Limits::default(), self.now).ok(),
            deal.clone().withdraw(&actor, self.now).ok(),
            deal.clone().decline(&actor, String::new(), self.now).ok(),
        ];
        let limits = Limits::default();
        let confirmed = deal.confirm(&actor, &provider, id(40), &limits, self.now).ok();
        let confirmed = confirmed.map(|Change { after: Engaged { deal, order }, .. }| {
            self.clone().with_deal(place, Change::silent(deal)).with_order(place, order)
        });
        let worked = self.of_mission(&actor, |order| {
            let order = || order.clone();
            vec![
                order().start(&actor, self.now).ok(),
                order().deliver(&actor, String::new(), &limits, self.now).ok(),
                order().cancel(&actor, String::new(), self.now).ok(),
            ]
        });
        let decided = decided.into_iter().flatten();
        decided
            .map(|change| self.clone().with_deal(place, change))
            .chain(confirmed)
            .chain(worked)
            .chain(self.applied(place))
            .collect()
    }

    fn applied(&self, place: usize) -> Option<Self> {
        let number = SIDES[place];
        let (provider, call) = (side(number, self.gone[place]), Call::from(&self.tender));
        let earlier = self.offers[place].as_ref();
        let application =
            Application { lot: self.lot(), call: &call, provider: &provider, earlier };
        let sent = application.send(
            &person(number),
            id(20 + number),
            proposal(500),
            &Limits::default(),
            self.now,
        );
        let mut after = self.clone();
        after.offers[place] = Some(sent.ok()?.after);
        let deal = after.deal(place)?;
        Some(after.with_deal(place, Change::silent(deal)))
    }

    fn of_operator(&self) -> Vec<Self> {
        let mut moves = Vec::new();
        if !self.client_gone {
            let closed = self.tender.clone().close_with_account(self.now);
            let mut after = match closed {
                Some(change) => self.clone().with_tender(change).ended(EndReason::TenderClosed),
                None => self.clone(),
            };
            after.client_gone = true;
            moves.push(after.without_side());
        }
        for place in 0..2 {
            if !self.gone[place] && self.offers[place].is_some() {
                moves.push(self.without_provider(place));
            }
        }
        moves.extend(self.end_stuck());
        moves
    }

    fn without_provider(&self, place: usize) -> Self {
        let mut after = self.clone();
        after.gone[place] = true;
        let is_its = self.awarded() == Some(place);
        let after = match self.deal(place).and_then(Deal::end_with_provider) {
            Some(change) => after.with_deal(place, change),
            None => after,
        };
        if is_its { after.without_side() } else { after }
    }

    /// What goes on with a side that is gone is called off. The operator rules where money is kept: that is the
    /// business of `disputes`, and of the walk through orders.
    fn without_side(self) -> Self {
        let Some(place) = self.awarded() else { return self };
        match self.order.clone().and_then(|order| order.end_with_side(self.now)) {
            Some(change) => self.with_order(place, change.after),
            None => self,
        }
    }

    pub(super) fn end_stuck(&self) -> Option<Self> {
        let place = self.awarded()?;
        let client = side(CLIENT, self.client_gone);
        let provider = side(SIDES[place], self.gone[place]);
        let ended = self.deal(place)?.end_stuck(
            &operator(),
            self.order.clone()?,
            (&client, &provider),
            "Plus personne",
            self.now,
        );
        let Engaged { deal, order } = ended.ok()?.after;
        Some(self.clone().with_deal(place, Change::silent(deal)).with_order(place, order))
    }
}
