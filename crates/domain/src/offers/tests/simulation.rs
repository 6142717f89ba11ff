//! Random sequences of decisions and timers over one lot and its providers, from fixed seeds.

use super::*;
use crate::change::Change;

struct World {
    seed: u64,
    now: Instant,
    lot: Lot,
    call: Call,
    offers: Vec<Option<Offer>>,
    frozen: Option<OfferVersion>,
}

impl World {
    fn new(seed: u64) -> Self {
        Self {
            seed: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
            now: now(),
            lot: open_lot(),
            call: call(),
            offers: vec![None; 4],
            frozen: None,
        }
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.seed ^= self.seed >> 12;
        self.seed ^= self.seed << 25;
        self.seed ^= self.seed >> 27;
        self.seed.wrapping_mul(0x2545_F491_4F6C_DD1D) % limit
    }

    fn provider(place: usize) -> u128 {
        2 + place as u128
    }

    fn deal(&self, place: usize) -> Option<Deal> {
        Some(Deal {
            offer: self.offers[place].clone()?,
            lot: self.lot.clone(),
            call: self.call.clone(),
            review: None,
        })
    }

    fn keep(&mut self, place: usize, change: Change<Deal>) {
        let confirms = matches!(change.after.lot.state, LotState::InWork { .. });
        self.lot = change.after.lot;
        self.offers[place] = Some(change.after.offer);
        if confirms {
            self.each_offer(|offer| offer.end(EndReason::LotConfirmed));
        }
    }

    fn each_offer(&mut self, decide: impl Fn(Offer) -> Option<Change<Offer>>) {
        for offer in self.offers.iter_mut().flatten() {
            if let Some(change) = decide(offer.clone()) {
                *offer = change.after;
            }
        }
    }

    fn step(&mut self) {
        let place = usize::try_from(self.below(4)).unwrap();
        let provider = Self::provider(place);
        match self.below(14) {
            0..3 => self.apply(place),
            3 => self.revise_tender(),
            4 => self.pass_time(),
            5 if self.below(20) == 0 => self.close(),
            _ => {
                let Some(deal) = self.deal(place) else { return };
                let (dj, client) = (person(provider), person(CLIENT));
                let number = deal.offer.current.number - i32::from(self.below(8) == 0);
                let outcome = match self.below(8) {
                    0 => deal
                        .revise(
                            &dj,
                            &party(provider),
                            proposal(1 + i64::from(number)),
                            &Limits::default(),
                            self.now,
                        )
                        .ok(),
                    1 => deal.reconfirm(&dj, &Limits::default(), self.now).ok(),
                    2 => deal.withdraw(&dj, self.now).ok(),
                    3 => confirm(deal, provider, self.now).ok(),
                    4 => deal.decline(&dj, String::new(), self.now).ok(),
                    5 => deal
                        .choose(
                            &client,
                            selected(number, Settlement::Direct),
                            &Limits::default(),
                            self.now,
                        )
                        .ok(),
                    6 => deal.withdraw_choice(&client, self.now).ok(),
                    _ => complete(deal, self.now).ok(),
                };
                if let Some(change) = outcome {
                    self.keep(place, change);
                }
            }
        }
    }

    fn apply(&mut self, place: usize) {
        let number = Self::provider(place);
        let provider = party(number);
        let application = Application {
            lot: &self.lot,
            call: &self.call,
            provider: &provider,
            earlier: self.offers[place].as_ref(),
        };
        if let Ok(change) = application.send(
            &person(number),
            id(20 + number),
            proposal(500),
            &Limits::default(),
            self.now,
        ) {
            self.offers[place] = Some(change.after);
        }
    }

    fn revise_tender(&mut self) {
        match self.lot.state {
            LotState::Open => {}
            LotState::Chosen { .. } => self.lot.state = LotState::Open,
            _ => return,
        }
        self.call.revision += 1;
        self.each_offer(Offer::outdate);
    }

    fn close(&mut self) {
        if matches!(self.lot.state, LotState::Open | LotState::Chosen { .. }) {
            self.lot.state = LotState::Closed;
            self.each_offer(|offer| offer.end(EndReason::TenderClosed));
        }
    }

    /// Time passes by up to ten days; then the timers that are due fire, as the worker would.
    fn pass_time(&mut self) {
        let hours = i64::try_from(self.below(240)).unwrap();
        self.now += TimeDelta::hours(hours);
        for place in 0..self.offers.len() {
            let now = self.now;
            if let Some(change) = self.deal(place).and_then(|deal| deal.expire_choice(now)) {
                self.keep(place, change);
            }
            if let Some(change) = self.deal(place).and_then(|deal| deal.expire(now)) {
                self.keep(place, change);
            }
        }
    }

    fn check(&mut self) {
        let given: Vec<_> = self
            .offers
            .iter()
            .flatten()
            .filter(|offer| matches!(offer.state, OfferState::Chosen | OfferState::Accepted))
            .collect();
        assert!(given.len() <= 1, "two providers for one lot");
        let award = self.lot.state.award();
        assert_eq!(given.first().map(|offer| offer.id), award.map(|award| award.offer));
        let wanted = match self.lot.state {
            LotState::Chosen { .. } => Some(OfferState::Chosen),
            LotState::InWork { .. } | LotState::Done { .. } => Some(OfferState::Accepted),
            _ => None,
        };
        assert_eq!(given.first().map(|offer| offer.state), wanted);
        if wanted.is_some() {
            assert_eq!(given[0].current.number, award.unwrap().agreed_version);
        }
        let frozen = (wanted == Some(OfferState::Accepted)).then(|| given[0].current.clone());
        if let Some(before) = &self.frozen {
            assert_eq!(frozen.as_ref(), Some(before), "what was agreed changed");
        }
        self.frozen = frozen;
        self.check_waiting();
    }

    fn check_waiting(&self) {
        let over = matches!(
            self.lot.state,
            LotState::InWork { .. } | LotState::Done { .. } | LotState::Closed
        );
        for deal in (0..self.offers.len()).filter_map(|place| self.deal(place)) {
            if deal.offer.state.is_live() {
                assert!(!over, "an offer waits for a lot that is gone");
                let due = deal.timers().into_iter().map(|timer| timer.2).min();
                assert!(due.is_some_and(|at| at <= deal.call.ends_at().unwrap()), "no timer");
            }
        }
    }
}

/// Part 5 and part 6: whatever happens in whatever order, a lot has at most one chosen or accepted offer,
/// a lot in work has an accepted one that never changes again, and whatever waits has a timer.
#[test]
fn the_invariants_hold_over_random_histories() {
    let mut reached = std::collections::BTreeMap::new();
    for seed in 1..=400 {
        let mut world = World::new(seed);
        for _ in 0..200 {
            world.step();
            world.check();
        }
        *reached.entry(world.lot.status()).or_insert(0) += 1;
    }
    // The histories are worth nothing if they all end early.
    for status in ["open", "done", "closed"] {
        assert!(
            reached.keys().any(|known| known.as_str() == status),
            "{status} was never reached: {reached:?}"
        );
    }
}
