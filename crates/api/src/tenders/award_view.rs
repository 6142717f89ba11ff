//! To whom a lot was given, from the choice to the end of the mission.

use chrono::{DateTime, Utc};
use estrade_domain::lots::{Lot, LotState};
use serde::Serialize;
use utoipa::ToSchema;

use super::views::PartyView;

/// To whom a lot was given.
#[derive(Debug, Serialize, ToSchema)]
pub struct AwardView {
    provider: PartyView,
    /// The offer that was chosen.
    offer_id: String,
    /// The version that was chosen.
    agreed_version: i32,
    /// How the client pays: `direct` or `held`.
    settlement: &'static str,
    chosen_at: DateTime<Utc>,
    /// Until when the provider may confirm.
    confirm_by: Option<DateTime<Utc>>,
    /// When it confirmed.
    started_at: Option<DateTime<Utc>>,
    /// When the client ended the mission.
    ended_at: Option<DateTime<Utc>>,
}

impl AwardView {
    /// To whom a lot was given, from the choice on.
    #[must_use]
    pub fn new(lot: &Lot, provider: PartyView) -> Option<Self> {
        let award = lot.state.award()?;
        let (confirm_by, started_at, ended_at) = match lot.state {
            LotState::Chosen { confirm_by, .. } => (Some(confirm_by), None, None),
            LotState::InWork { started_at, .. } => (None, Some(started_at), None),
            LotState::Done { started_at, ended_at, .. } => (None, Some(started_at), Some(ended_at)),
            _ => (None, None, None),
        };
        Some(Self {
            provider,
            offer_id: award.offer.to_string(),
            agreed_version: award.agreed_version,
            settlement: award.settlement.as_str(),
            chosen_at: award.chosen_at,
            confirm_by,
            started_at,
            ended_at,
        })
    }
}
