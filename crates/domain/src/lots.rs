//! One trade of a tender: wanted, given to one provider, done.
//!
//! `draft → open → chosen → in_work → done`, back to `open` when nothing came of a choice or of the mission, and `closed`
//! with its tender.
//! Invariant: what is true only in a state (who was chosen, until when, since when) is carried by it.
//! The transitions between client and provider are in `offers`, those of the whole tender in `tenders`.

use crate::{
    facts::Bid,
    ids::{LotId, OfferId, OrganizationId, TenderId},
    offers::Settlement,
    words,
    world::Instant,
};

words! {
    /// The name of where a lot stands.
    pub enum LotStatus {
        /// Its tender is not published yet.
        Draft = "draft",
        /// Providers may apply.
        Open = "open",
        /// A provider was chosen and has not confirmed: « en attente d’attribution ».
        Chosen = "chosen",
        /// The provider confirmed: « prestation en travail ».
        InWork = "in_work",
        /// The client ended the mission: « réalisée & clôturée ».
        Done = "done",
        /// Its tender was closed before anyone did it.
        Closed = "closed",
    }
}

/// To whom a lot was given, and on which terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Award {
    /// The offer that was chosen.
    pub offer: OfferId,
    /// Who made it.
    pub provider: OrganizationId,
    /// The version in force when it was chosen; frozen from then on.
    pub agreed_version: i32,
    /// How the client pays.
    pub settlement: Settlement,
    /// When it was chosen.
    pub chosen_at: Instant,
}

/// Where a lot stands, with what is true there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LotState {
    /// Its tender is not published yet.
    Draft,
    /// Providers may apply.
    Open,
    /// A provider was chosen and has until `confirm_by` to confirm.
    Chosen {
        /// To whom.
        award: Award,
        /// When the choice lapses.
        confirm_by: Instant,
    },
    /// The provider confirmed.
    InWork {
        /// To whom.
        award: Award,
        /// When it confirmed.
        started_at: Instant,
    },
    /// The client ended the mission.
    Done {
        /// To whom.
        award: Award,
        /// When the provider confirmed.
        started_at: Instant,
        /// When the client ended it.
        ended_at: Instant,
    },
    /// Its tender was closed before anyone did it.
    Closed,
}

/// One trade that a tender asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    /// Its id.
    pub id: LotId,
    /// How often it was written; an update names the version it saw.
    pub version: i32,
    /// The tender it is part of.
    pub tender: TenderId,
    /// Whose tender that is.
    pub client: OrganizationId,
    /// Its place among the lots of the tender, from 0.
    pub position: i32,
    /// The slug of the trade.
    pub trade: String,
    /// What the client wishes: DJ style, kind of buffet.
    pub wishes: String,
    /// How many or how much, in the client's words: « 2 serveurs ».
    pub quantity: String,
    /// Where it stands.
    pub state: LotState,
    /// When it was added.
    pub created_at: Instant,
}

impl LotState {
    /// Its name.
    #[must_use]
    pub fn status(&self) -> LotStatus {
        match self {
            Self::Draft => LotStatus::Draft,
            Self::Open => LotStatus::Open,
            Self::Chosen { .. } => LotStatus::Chosen,
            Self::InWork { .. } => LotStatus::InWork,
            Self::Done { .. } => LotStatus::Done,
            Self::Closed => LotStatus::Closed,
        }
    }

    /// To whom the lot is given, from the choice on.
    #[must_use]
    pub fn award(&self) -> Option<&Award> {
        match self {
            Self::Chosen { award, .. } | Self::InWork { award, .. } | Self::Done { award, .. } => {
                Some(award)
            }
            Self::Draft | Self::Open | Self::Closed => None,
        }
    }
}

impl Lot {
    /// The name of where it stands.
    #[must_use]
    pub fn status(&self) -> LotStatus {
        self.state.status()
    }

    /// The offer it was given to, as the facts tell it.
    #[must_use]
    pub fn bid(&self) -> Option<Bid> {
        self.state.award().map(|award| Bid {
            offer: award.offer,
            lot: self.id,
            tender: self.tender,
            client: self.client,
            provider: award.provider,
        })
    }

    /// Whether each side may see the other's names, telephone and address (part 6: from « en travail » on).
    #[must_use]
    pub fn reveals_contacts(&self) -> bool {
        matches!(self.state, LotState::InWork { .. } | LotState::Done { .. })
    }
}
