//! What the two sides see of a conversation. A client goes by its pseudo here as everywhere.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use estrade_db::{
    Conn, Error, accounts,
    conversations::{Card, Place},
    organizations, tags,
};
use estrade_domain::{
    actor::{Actor, OrganizationKind},
    conversations::{Conversation, ConversationAction},
    ids::{ConversationId, OrganizationId},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    tags::TagHeadView,
    tenders::{PartyView, parties},
};

/// A conversation, as one person of one of its sides sees it.
#[derive(Serialize, ToSchema)]
pub struct ConversationView {
    #[schema(example = "cnv_01jd0000000000000000000000")]
    id: String,
    /// The other side.
    counterpart: PartyView,
    /// Which side that is: `client` or `provider`.
    counterpart_kind: &'static str,
    /// The slug of a provider's main trade, where the other side is one.
    #[schema(example = "dj")]
    counterpart_trade: Option<String>,
    /// `open`, `declined` by the provider until someone writes again, or `blocked` by it.
    #[schema(example = "open")]
    state: &'static str,
    /// For the provider's team: its tags. Empty for the client.
    tags: Vec<TagHeadView>,
    /// For the provider's team: who of it sees to this. Null for the client.
    assignee: Option<AssigneeView>,
    /// `message`, or the kind of the fact that the last entry is news of.
    #[schema(example = "message")]
    last_kind: String,
    /// The beginning of the last message; empty when the last entry was news.
    last_text: String,
    /// Who wrote or did what came last: `me`, `them` or, for what a timer did, null.
    last_from: Option<&'static str>,
    /// When the last entry came.
    last_at: DateTime<Utc>,
    /// When it began.
    created_at: DateTime<Utc>,
    /// How many entries I have not read.
    unread: i32,
    /// What I may do now: `write`; of the provider's team `decline`, `block`, `unblock`, `tag`, `assign` too.
    actions: Vec<&'static str>,
    #[serde(skip)]
    place: Place,
}

/// Someone of the provider's team.
#[derive(Serialize, ToSchema)]
pub struct AssigneeView {
    #[schema(example = "acc_01jd0000000000000000000000")]
    id: String,
    given_name: String,
    /// Whether it is the one who asks.
    me: bool,
}

impl ConversationView {
    /// Some conversations, in three more queries whatever their number.
    pub(super) fn all(conn: &mut Conn, cards: &[Card], actor: &Actor) -> Result<Vec<Self>, Error> {
        let beside = Beside::read(conn, cards, actor)?;
        cards.iter().map(|card| Self::of(card, &beside, actor)).collect()
    }

    fn of(card: &Card, beside: &Beside, actor: &Actor) -> Result<Self, Error> {
        let conversation = &card.conversation;
        let counterpart = conversation.counterpart(actor);
        let is_client = counterpart == conversation.client;
        let actions = conversation.actions(actor);
        Ok(Self {
            id: conversation.id.to_string(),
            counterpart: beside.parties.get(&counterpart).cloned().ok_or(Error::NotFound)?,
            counterpart_kind: if is_client { "client" } else { "provider" },
            counterpart_trade: beside.trades.get(&counterpart).cloned(),
            state: conversation.state.as_str(),
            tags: beside.tags.get(&conversation.id).into_iter().flatten().map(Into::into).collect(),
            assignee: beside.assignee(conversation, actor),
            last_kind: card.last_kind.clone(),
            last_text: card.last_text.clone(),
            last_from: side(card.last_party, actor),
            last_at: conversation.last_at,
            created_at: conversation.created_at,
            unread: card.unread,
            actions: actions.into_iter().map(ConversationAction::as_str).collect(),
            place: card.place(),
        })
    }

    /// Its place in the inbox.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}

/// What stands beside some conversations: how the other sides are called and, for a provider's team, how it
/// sorts them.
struct Beside {
    parties: HashMap<OrganizationId, PartyView>,
    trades: HashMap<OrganizationId, String>,
    tags: BTreeMap<ConversationId, Vec<estrade_domain::tags::Tag>>,
    names: BTreeMap<String, String>,
}

impl Beside {
    fn read(conn: &mut Conn, cards: &[Card], actor: &Actor) -> Result<Self, Error> {
        let others: Vec<OrganizationId> =
            cards.iter().map(|card| card.conversation.counterpart(actor)).collect();
        let parties = parties(conn, &others)?;
        if actor.kind == OrganizationKind::Provider {
            let assignees = cards.iter().filter_map(|card| card.conversation.assignee);
            return Ok(Self {
                parties,
                trades: HashMap::new(),
                tags: tags::of_conversations(conn, cards.iter().map(|card| card.conversation.id))?,
                names: accounts::given_names(conn, assignees)?,
            });
        }
        let trades = organizations::main_trades(conn, &others)?;
        Ok(Self { parties, trades, tags: BTreeMap::new(), names: BTreeMap::new() })
    }

    fn assignee(&self, conversation: &Conversation, actor: &Actor) -> Option<AssigneeView> {
        let person = conversation.assignee?;
        let id = person.to_string();
        let given_name = self.names.get(&id)?.clone();
        Some(AssigneeView { id, given_name, me: person == actor.account })
    }
}

pub(super) fn side(party: Option<OrganizationId>, actor: &Actor) -> Option<&'static str> {
    party.map(|party| if actor.is_of(party) { "me" } else { "them" })
}
