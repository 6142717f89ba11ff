//! What the two sides, and the operator once it was called, see of a dispute.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error, accounts, conversations,
    disputes::{self, Place},
};
use estrade_domain::{
    actor::Actor,
    disputes::{Dispute, DisputeAction, DraftRuling, Proposal, WayOut},
    ids::OrganizationId,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    money::MoneyView,
    tenders::{PartyView, parties},
};

/// A disagreement about a mission in work.
#[derive(Serialize, ToSchema)]
pub struct DisputeView {
    #[schema(example = "dsp_01jd0000000000000000000000")]
    id: String,
    version: i32,
    /// `open`, `escalated`, `closed` (the mission goes on), `agreed`, `ruled` or `ended`.
    state: &'static str,
    /// The order's title.
    title: String,
    /// The order.
    #[schema(example = "ord_01jd0000000000000000000000")]
    order: String,
    /// The milestone that it is about, from 1.
    milestone: u32,
    /// `held`: what is agreed or ruled moves the money that is kept; `direct`: the two settle it between them.
    settlement: &'static str,
    client: PartyView,
    provider: PartyView,
    /// Which side opened it: `client` or `provider`.
    opener: &'static str,
    reason: String,
    /// What is at stake, VAT included.
    at_stake: MoneyView,
    /// The way out that waits for the other side.
    proposal: Option<WayOutProposalView>,
    /// For the operator: a ruling that waits for a second person of its to confirm it.
    draft: Option<DraftRulingView>,
    /// How it came out, once it did.
    outcome: Option<WayOutView>,
    /// What the operator said with its ruling; empty without one.
    ruling: String,
    opened_at: DateTime<Utc>,
    /// When the operator is called by itself.
    escalates_at: DateTime<Utc>,
    escalated_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
    /// Where the two talk; null for the operator, who reads it through the dispute.
    #[schema(example = "cnv_01jd0000000000000000000000")]
    conversation: Option<String>,
    /// What was said, the oldest first; null in a list.
    messages: Option<Vec<DisputeMessageView>>,
    /// What the caller may do now: `say`, `close`, `propose`, `agree`, `escalate`, `rule`,
    /// `confirm`.
    actions: Vec<&'static str>,
    #[serde(skip)]
    place: Place,
}

/// A way out.
#[derive(Serialize, ToSchema)]
pub struct WayOutView {
    /// `go_on` (the mission goes on) or `split` (it ends).
    kind: &'static str,
    /// Of a split: the provider's part, VAT included; the client gets the rest.
    released: Option<MoneyView>,
}

/// A way out that one side proposes.
#[derive(Serialize, ToSchema)]
pub struct WayOutProposalView {
    /// `client` or `provider`.
    by: &'static str,
    way_out: WayOutView,
    at: DateTime<Utc>,
}

/// A ruling that is to be confirmed.
#[derive(Serialize, ToSchema)]
pub struct DraftRulingView {
    /// Who ruled; null once that person is gone.
    by: Option<String>,
    way_out: WayOutView,
    ruling: String,
    at: DateTime<Utc>,
}

/// Something that was said.
#[derive(Serialize, ToSchema)]
pub struct DisputeMessageView {
    #[schema(example = "dsm_01jd0000000000000000000000")]
    id: String,
    /// `client`, `provider` or `operator`.
    from: &'static str,
    text: String,
    at: DateTime<Utc>,
}

/// Something that the two wrote to each other, as the operator reads it.
#[derive(Serialize, ToSchema)]
pub struct ExchangeView {
    /// `message`, or the kind of the fact that it is news of.
    #[schema(example = "message")]
    kind: String,
    /// `client`, `provider` or, for what a timer did, null.
    from: Option<&'static str>,
    text: String,
    at: DateTime<Utc>,
    #[serde(skip)]
    place: conversations::Place,
}

impl DisputeView {
    /// A dispute, with what was said in it.
    pub fn one(conn: &mut Conn, dispute: &Dispute, actor: &Actor) -> Result<Self, Error> {
        let parties = parties(conn, &[dispute.client, dispute.provider])?;
        let said = disputes::thread(conn, dispute.id)?;
        let messages = said
            .into_iter()
            .map(|it| DisputeMessageView {
                from: it.organization.map_or("operator", |by| side(dispute, by)),
                id: it.id,
                text: it.text,
                at: it.at,
            })
            .collect();
        let conversation = if actor.is_operator() {
            None
        } else {
            conversations::of_pair(conn, dispute.client, dispute.provider)?
        };
        let draft = match dispute.draft.as_ref().filter(|_| actor.is_operator()) {
            Some(draft) => Some(DraftRulingView::read(conn, draft)?),
            None => None,
        };
        Ok(Self {
            draft,
            messages: Some(messages),
            conversation: conversation.map(|id| id.to_string()),
            ..Self::of(dispute, &parties, actor)?
        })
    }

    /// Some disputes, in one more query whatever their number.
    pub fn all(conn: &mut Conn, found: &[Dispute], actor: &Actor) -> Result<Vec<Self>, Error> {
        let ids: Vec<OrganizationId> =
            found.iter().flat_map(|it| [it.client, it.provider]).collect();
        let parties = parties(conn, &ids)?;
        found.iter().map(|dispute| Self::of(dispute, &parties, actor)).collect()
    }

    fn of(
        it: &Dispute,
        parties: &HashMap<OrganizationId, PartyView>,
        actor: &Actor,
    ) -> Result<Self, Error> {
        let party = |id| parties.get(&id).cloned().ok_or(Error::NotFound);
        Ok(Self {
            id: it.id.to_string(),
            version: it.version,
            state: it.state.as_str(),
            title: it.title.clone(),
            order: it.purse.order.to_string(),
            milestone: it.purse.milestone,
            settlement: it.settlement.as_str(),
            client: party(it.client)?,
            provider: party(it.provider)?,
            opener: side(it, it.opener),
            reason: it.reason.clone(),
            at_stake: it.at_stake.into(),
            proposal: it.proposal.map(|proposal| WayOutProposalView::of(it, proposal)),
            draft: None,
            outcome: it.outcome.map(WayOutView::from),
            ruling: it.ruling.clone(),
            opened_at: it.opened_at,
            escalates_at: it.escalates_at,
            escalated_at: it.escalated_at,
            ended_at: it.ended_at,
            conversation: None,
            messages: None,
            actions: it.actions(actor).into_iter().map(DisputeAction::as_str).collect(),
            place: (it.opened_at.timestamp_millis(), it.id.to_string()),
        })
    }

    /// Its place in a list.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}

fn side(dispute: &Dispute, party: OrganizationId) -> &'static str {
    if party == dispute.client {
        "client"
    } else if party == dispute.provider {
        "provider"
    } else {
        "operator"
    }
}

impl DraftRulingView {
    fn read(conn: &mut Conn, draft: &DraftRuling) -> Result<Self, Error> {
        let by = match accounts::get(conn, draft.by) {
            Ok(account) => Some(format!("{} {}", account.given_name, account.family_name)),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        };
        let DraftRuling { way_out, ref ruling, at, .. } = *draft;
        Ok(Self { by, way_out: way_out.into(), ruling: ruling.clone(), at })
    }
}

impl WayOutProposalView {
    fn of(dispute: &Dispute, proposal: Proposal) -> Self {
        Self { by: side(dispute, proposal.by), way_out: proposal.way_out.into(), at: proposal.at }
    }
}

impl From<WayOut> for WayOutView {
    fn from(way_out: WayOut) -> Self {
        match way_out {
            WayOut::GoOn => Self { kind: "go_on", released: None },
            WayOut::Split { released } => Self { kind: "split", released: Some(released.into()) },
        }
    }
}

impl ExchangeView {
    pub(super) fn of(dispute: &Dispute, entry: &conversations::Entry) -> Self {
        Self {
            kind: entry.kind.clone(),
            from: entry.party.map(|party| side(dispute, party)),
            text: entry.text.clone(),
            at: entry.at,
            place: (entry.at.timestamp_millis(), entry.id.to_string()),
        }
    }

    pub(super) fn place(&self) -> conversations::Place {
        self.place.clone()
    }
}
