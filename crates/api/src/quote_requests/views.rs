//! What the two sides see of a quote request. They talk, so nothing in it is masked.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use estrade_db::{
    Conn, Error, conversations,
    offers::custom::Place,
    services::{self, Head},
};
use estrade_domain::{
    actor::Actor,
    ids::{OrganizationId, ServiceId},
    quote_requests::{QuoteRequest, QuoteRequestAction, Quoted},
    world::Instant,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    conversations::NamedServiceView,
    money::MoneyView,
    tenders::{PartyView, parties},
};

/// What a client needs of a service.
#[derive(Serialize, ToSchema)]
pub struct QuoteRequestView {
    #[schema(example = "qrq_01jd0000000000000000000000")]
    id: String,
    /// `open`, `answered`, `declined`, `withdrawn`, `expired` or `ended`.
    state: &'static str,
    /// Where the two talk.
    #[schema(example = "cnv_01jd0000000000000000000000")]
    conversation: String,
    /// Who asks.
    client: PartyView,
    /// Who is asked.
    provider: PartyView,
    /// For which service.
    service: NamedServiceView,
    /// What is needed.
    needs: String,
    /// For how much at most, VAT included.
    budget: MoneyView,
    /// By which day.
    #[schema(example = "2027-06-12")]
    wanted_on: NaiveDate,
    /// Until when it can be answered.
    expires_at: DateTime<Utc>,
    /// When it was sent.
    sent_at: DateTime<Utc>,
    /// The custom offer that answers it.
    #[schema(example = "ofr_01jd0000000000000000000000")]
    offer: Option<String>,
    /// What the caller may do now: `accept`, `adjust`, `decline`, `withdraw`.
    actions: Vec<&'static str>,
    #[serde(skip)]
    place: Place,
}

impl QuoteRequestView {
    /// A request as this side sees it at a moment.
    pub fn one(
        conn: &mut Conn,
        quoted: &Quoted,
        actor: &Actor,
        now: Instant,
    ) -> Result<Self, Error> {
        let request = &quoted.request;
        let parties = parties(conn, &[request.client, request.provider])?;
        let heads = services::heads(conn, [request.service])?;
        Self::of(quoted, &parties, &heads, actor, now)
    }

    /// Some of them, in a few more queries whatever their number.
    pub fn all(
        conn: &mut Conn,
        requests: Vec<QuoteRequest>,
        actor: &Actor,
        now: Instant,
    ) -> Result<Vec<Self>, Error> {
        let ids: Vec<OrganizationId> =
            requests.iter().flat_map(|it| [it.client, it.provider]).collect();
        let parties = parties(conn, &ids)?;
        let heads = services::heads(conn, requests.iter().map(|it| it.service))?;
        let pairs: Vec<_> = requests.iter().map(|it| (it.client, it.provider)).collect();
        let conversations = conversations::of_pairs(conn, &pairs)?;
        requests
            .into_iter()
            .map(|request| {
                let pair = (request.client, request.provider);
                let conversation = conversations.get(&pair).ok_or(Error::NotFound)?.clone();
                Self::of(&Quoted { request, conversation }, &parties, &heads, actor, now)
            })
            .collect()
    }

    fn of(
        quoted: &Quoted,
        parties: &HashMap<OrganizationId, PartyView>,
        heads: &BTreeMap<ServiceId, Head>,
        actor: &Actor,
        now: Instant,
    ) -> Result<Self, Error> {
        let request = &quoted.request;
        let party = |id| parties.get(&id).cloned().ok_or(Error::NotFound);
        let head = heads.get(&request.service).ok_or(Error::NotFound)?;
        let actions = quoted.actions(actor, now);
        Ok(Self {
            id: request.id.to_string(),
            state: request.state.as_str(),
            conversation: quoted.conversation.id.to_string(),
            client: party(request.client)?,
            provider: party(request.provider)?,
            service: NamedServiceView::new(request.service, head.clone()),
            needs: request.needs.text.clone(),
            budget: request.needs.budget.into(),
            wanted_on: request.needs.wanted_on,
            expires_at: request.expires_at,
            sent_at: request.created_at,
            offer: request.offer.map(|id| id.to_string()),
            actions: actions.into_iter().map(QuoteRequestAction::as_str).collect(),
            place: (request.created_at.timestamp_millis(), request.id.to_string()),
        })
    }

    /// Its place in a list.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}
