//! Writing a draft and revising what was published.
//!
//! Who had made an offer for a lot must confirm it after a revision that touches the lot, and a lot
//! whose provider works can no longer be touched: an agreement is locked.

use std::collections::BTreeSet;

use super::{Rejection, Tender, TenderAction, TenderRefusal, TenderState};
use crate::{
    actor::Actor,
    change::Change,
    events::Occasion,
    facts::Fact,
    fields::Fields,
    ids::LotId,
    lots::{Lot, LotState},
    refusal::Explanation,
    text::{self, unknown_choice},
    trades,
    world::Instant,
};

/// The most trades one event may ask for.
const LOTS_MAX: usize = 30;
/// The most lots that a tender has, with those that it no longer asks for.
const LOTS_KEPT_MAX: usize = 60;
/// The guided form has fewer steps than this.
const STEPS_MAX: i32 = 20;

/// A lot as it is typed, not judged yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LotSketch {
    /// The id of the lot it changes; empty for a new one.
    pub id: String,
    /// The slug of a trade.
    pub trade: String,
    /// Free text.
    pub wishes: String,
    /// Free words; « 1 » when empty.
    pub quantity: String,
}

/// A lot as the client wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedLot {
    /// The lot it changes; none for a new one.
    pub id: Option<LotId>,
    /// The slug of its trade.
    pub trade: String,
    /// What the client wishes.
    pub wishes: String,
    /// How many or how much.
    pub quantity: String,
}

/// What a client changes; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// The event, whole.
    pub occasion: Option<Occasion>,
    /// The lots, whole and in order.
    pub lots: Option<Vec<WantedLot>>,
    /// The step of the guided form.
    pub step: Option<i32>,
}

/// What an edit comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The tender from now on.
    pub change: Change<Tender>,
    /// The lots whose offers stand for something else now: their providers must confirm them.
    pub asked_again: Vec<LotId>,
    /// The lots that a published tender no longer asks for: their offers end.
    pub dropped: Vec<LotId>,
}

/// Reads the typed lots; what is wrong is told below `/lots`.
pub fn parse_lots(sketches: &[LotSketch]) -> Result<Vec<WantedLot>, Fields> {
    let mut fields = Fields::default();
    if sketches.len() > LOTS_MAX {
        return Err(Fields::one("/lots", text::too_many(LOTS_MAX)));
    }
    let lots = sketches
        .iter()
        .enumerate()
        .filter_map(|(place, sketch)| parse_lot(&mut fields, place, sketch))
        .collect();
    fields.check()?;
    Ok(lots)
}

fn parse_lot(fields: &mut Fields, place: usize, sketch: &LotSketch) -> Option<WantedLot> {
    let pointer = |name: &str| format!("/lots/{place}/{name}");
    let id = fields
        .take_if(pointer("id"), Some(&sketch.id), |id| id.parse().map_err(|_| unknown_choice()));
    let trade = fields.take(pointer("trade"), trade(&sketch.trade));
    let wishes = fields.take(pointer("wishes"), text::optional_paragraphs(&sketch.wishes, 2_000));
    let quantity = fields.take(pointer("quantity"), text::optional_line(&sketch.quantity, 80));
    Some(WantedLot {
        id: id?,
        trade: trade?,
        wishes: wishes?,
        quantity: quantity
            .filter(|quantity| !quantity.is_empty())
            .unwrap_or_else(|| "1".to_owned()),
    })
}

fn trade(slug: &str) -> Result<String, Explanation> {
    if slug.trim().is_empty() {
        return Err(text::missing());
    }
    trades::find(slug.trim()).map(|known| known.slug.to_owned()).ok_or_else(unknown_choice)
}

/// Reads the step of the guided form.
pub fn draft_step(step: i32) -> Result<i32, Fields> {
    if (0..STEPS_MAX).contains(&step) {
        Ok(step)
    } else {
        Err(Fields::one("/draft_step", unknown_choice()))
    }
}

impl Tender {
    /// Goes on with a draft, or revises what is published. `answered` are the lots for which someone made an
    /// offer: they stay in the history. `fresh` makes the ids of new lots.
    pub fn edit(
        self,
        actor: &Actor,
        edit: Edit,
        answered: &[LotId],
        now: Instant,
        mut fresh: impl FnMut() -> LotId,
    ) -> Result<Edited, Rejection> {
        self.permits(TenderAction::Edit, actor)?;
        let before = self.clone();
        let mut after = self;
        if let Some(occasion) = edit.occasion {
            after.event.occasion = occasion;
        }
        if let (Some(step), TenderState::Draft { step: old }) = (edit.step, &mut after.state) {
            *old = step;
        }
        if let Some(wanted) = edit.lots {
            after.lots = before.arrange(wanted, answered, now, &mut fresh)?;
        }
        match after.state {
            TenderState::Draft { .. } => Ok(Edited {
                change: Change::silent(after),
                asked_again: Vec::new(),
                dropped: Vec::new(),
            }),
            _ => after.revised(&before, now),
        }
    }

    /// The lots that are wanted, in their order; then those that a published tender keeps in its history,
    /// because someone answered them.
    fn arrange(
        &self,
        wanted: Vec<WantedLot>,
        answered: &[LotId],
        now: Instant,
        fresh: &mut impl FnMut() -> LotId,
    ) -> Result<Vec<Lot>, Fields> {
        let mut left = self.lots.clone();
        let mut lots = Vec::with_capacity(wanted.len());
        for (place, want) in wanted.into_iter().enumerate() {
            let known = want.id.map(|id| {
                left.iter()
                    .position(|lot| lot.id == id)
                    .map(|at| left.remove(at))
                    .ok_or_else(|| Fields::one(format!("/lots/{place}/id"), unknown_choice()))
            });
            match known.transpose()? {
                Some(lot) if lot.trade == want.trade || lot.state == LotState::Draft => {
                    lots.push(Lot {
                        trade: want.trade,
                        wishes: want.wishes,
                        quantity: want.quantity,
                        ..lot
                    });
                }
                // Offers for one trade are no offers for another: the old lot is dropped for a new one.
                other => {
                    left.extend(other);
                    lots.push(self.new_lot(want, now, fresh()));
                }
            }
        }
        if self.published_at().is_some() {
            lots.extend(left.into_iter().filter(|lot| answered.contains(&lot.id)).map(dropped));
        }
        if lots.len() > LOTS_KEPT_MAX {
            return Err(Fields::one("/lots", too_many_lots()));
        }
        Ok((0..).zip(lots).map(|(position, lot)| Lot { position, ..lot }).collect())
    }

    fn new_lot(&self, want: WantedLot, now: Instant, id: LotId) -> Lot {
        let state = match self.state {
            TenderState::Draft { .. } => LotState::Draft,
            _ => LotState::Open,
        };
        Lot {
            id,
            version: 1,
            tender: self.id,
            client: self.client(),
            position: 0,
            trade: want.trade,
            wishes: want.wishes,
            quantity: want.quantity,
            state,
            created_at: now,
        }
    }

    /// Judges a revision by what differs from before.
    fn revised(mut self, before: &Self, now: Instant) -> Result<Edited, Rejection> {
        let same_event = self.event == before.event;
        let earlier = |id| before.lots.iter().find(move |lot: &&Lot| lot.id == id);
        let changed = |lot: &Lot| earlier(lot.id).is_none_or(|old| !says_the_same(old, lot));
        self.refuse_locked(before, same_event)?;
        let is_live = |lot: &Lot| matches!(lot.state, LotState::Open | LotState::Chosen { .. });
        let asked_again: Vec<LotId> = before
            .lots
            .iter()
            .filter_map(|old| self.lots.iter().find(|lot| lot.id == old.id))
            .filter(|lot| is_live(lot) && (!same_event || changed(lot)))
            .map(|lot| lot.id)
            .collect();
        let dropped: Vec<LotId> = before
            .lots
            .iter()
            .filter(|old| is_live(old))
            .filter(|old| !self.lots.iter().any(|lot| lot.id == old.id && is_live(lot)))
            .map(|old| old.id)
            .collect();
        if same_event && !self.lots.iter().any(changed) && dropped.is_empty() {
            return Ok(Edited { change: Change::silent(self), asked_again, dropped });
        }
        self.complete(now)?;
        for lot in &mut self.lots {
            if asked_again.contains(&lot.id) {
                lot.state = LotState::Open;
            }
        }
        self.revision += 1;
        let departement = &self.event.occasion.departement;
        let has_moved = *departement != before.event.occasion.departement;
        let fact = Fact::TenderRevised {
            tender: self.id,
            client: self.client(),
            revision: self.revision,
            added: self.trades_added(before),
            moved_to: departement.clone().filter(|_| has_moved),
        };
        Ok(Edited { change: Change::new(self, fact), asked_again, dropped })
    }

    /// The trades of new lots to which nobody could apply before.
    fn trades_added(&self, before: &Self) -> Vec<String> {
        let known: BTreeSet<&str> = before.open_trades().collect();
        let is_new = |lot: &&Lot| before.lots.iter().all(|old| old.id != lot.id);
        let trades = self.lots.iter().filter(is_new).map(|lot| lot.trade.as_str());
        let added: BTreeSet<&str> = trades.filter(|trade| !known.contains(trade)).collect();
        added.into_iter().map(str::to_owned).collect()
    }

    /// A mission in work keeps its event and its lot; one that is done keeps its lot.
    fn refuse_locked(&self, before: &Self, same_event: bool) -> Result<(), TenderRefusal> {
        let locked = before.trades_of(|old| {
            let kept = self
                .lots
                .iter()
                .any(|lot| lot.id == old.id && lot.state == old.state && says_the_same(old, lot));
            match old.state {
                LotState::InWork { .. } => !same_event || !kept,
                LotState::Done { .. } => !kept,
                _ => false,
            }
        });
        if locked.is_empty() { Ok(()) } else { Err(TenderRefusal::LotsLocked { trades: locked }) }
    }
}

fn dropped(lot: Lot) -> Lot {
    Lot { state: LotState::Closed, ..lot }
}

fn too_many_lots() -> Explanation {
    Explanation::new(
        "too_many_lots",
        format!(
            "Un appel d’offres garde au plus {LOTS_KEPT_MAX} lots, avec ceux que vous avez retirés après une \
             réponse. Publiez un nouvel appel d’offres pour la suite."
        ),
        format!(
            "A tender keeps at most {LOTS_KEPT_MAX} lots, with those that you dropped after an answer. Publish \
             a new tender for the rest."
        ),
    )
}

fn says_the_same(one: &Lot, other: &Lot) -> bool {
    one.trade == other.trade && one.wishes == other.wishes && one.quantity == other.quantity
}
