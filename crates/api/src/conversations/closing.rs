//! How a provider says no: to a request, or to hearing from a client at all. What that closes is shown first.

use actix_web::{http::StatusCode, web::Path};
use estrade_db::{
    Conn, Error, Tx,
    conversations::{self, OpenBetween},
    invoices,
    offers::custom,
    orders, quote_requests,
};
use estrade_domain::{
    contacts::mask_contacts,
    conversations::{Conversation, ConversationAction, ConversationRefusal, Fate, parse_farewell},
    fields::Fields,
    ids::{ConversationId, OfferId, OrderId},
    money::{Currency, Money},
    orders::Order,
    text,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ConversationView, TenderHeadView, one};
use crate::{
    app::App,
    body::{Body, Nothing},
    caller::Caller,
    idempotency::Written,
    money::MoneyView,
    page,
    problem::Answer,
    reply,
};

/// What is not over between a client and me, and what a block makes of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConversationClosingView {
    /// Give it back to confirm a block: it stands for what is shown here.
    #[schema(example = "kQ3mZ8Yx2bTa")]
    preview: String,
    /// Each offer and mission, the latest first.
    items: Vec<ConversationClosingItemView>,
    /// Offers that a block takes back.
    withdrawn: ConversationClosingSumView,
    /// Missions that wait for my answer: a block declines them, and declining the request means declining
    /// them by name.
    declined: ConversationClosingSumView,
    /// Missions in work: they go on, whatever I do here.
    stays: ConversationClosingSumView,
    /// Quote requests that wait for my answer, with their budgets: a block ends them, and declining the request
    /// declines them.
    quote_requests: ConversationClosingSumView,
    /// Custom offers that a block takes back.
    custom_offers: ConversationClosingSumView,
    /// Orders of which a block calls off what is not approved yet.
    orders: ConversationClosingSumView,
    /// Orders that are disputed, or were begun with held funds: a block hands them to the operator, who settles them.
    escalated: ConversationClosingSumView,
    /// Deposits that were invoiced for them: a block makes a credit note of each.
    deposits: ConversationClosingSumView,
}

/// What a block closes beside offers for lots.
struct Bargains {
    quotes: Vec<Money>,
    offers: Vec<Money>,
    orders: Vec<Money>,
    escalated: Vec<Money>,
    deposits: Vec<Money>,
}

impl Bargains {
    fn between(conn: &mut Conn, conversation: &Conversation) -> Result<Self, Error> {
        let (client, provider) = (conversation.client, conversation.provider);
        let open = |order: &Order| {
            let left = order.milestones.iter().filter(|it| !it.state.is_over());
            Money::checked_sum(Currency::Eur, left.map(|it| it.gross))
        };
        let (escalated, orders): (Vec<Order>, Vec<Order>) =
            orders::open_between(conn, client, provider)?
                .into_iter()
                .partition(Order::is_operators_to_settle);
        let called_off: Vec<OrderId> = orders.iter().map(|order| order.id).collect();
        let quotes = quote_requests::open_between(conn, client, provider)?;
        Ok(Self {
            quotes: quotes.iter().map(|request| request.needs.budget).collect(),
            offers: custom::open_between(conn, client, provider)?,
            orders: orders.iter().filter_map(open).collect(),
            escalated: escalated.iter().filter_map(open).collect(),
            deposits: invoices::deposits_of(conn, &called_off)?,
        })
    }
}

/// An offer that is live, or a mission that is in work.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConversationClosingItemView {
    #[schema(example = "ofr_01jd0000000000000000000000")]
    offer: String,
    /// `sent`, `to_reconfirm`, `chosen` or, for a mission in work, `accepted`.
    state: &'static str,
    /// What a block makes of it: `withdrawn`, `declined` or `stays`.
    fate: &'static str,
    /// The lot that it answers.
    lot: String,
    /// The slug of the lot's trade.
    #[schema(example = "dj")]
    trade: String,
    /// The lot's tender.
    tender: TenderHeadView,
    /// What it comes to, VAT included.
    gross: MoneyView,
}

/// How many, and what they come to together.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConversationClosingSumView {
    count: usize,
    /// VAT included.
    gross: MoneyView,
}

/// A request that I cannot take.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecliningRequest {
    /// A word to the client, up to 4000 characters.
    #[serde(default)]
    #[schema(example = "Nous sommes complets ce week-end-là, avec nos regrets.")]
    message: String,
    /// The offers of the missions that wait for my answer and are declined with it: all of them.
    #[serde(default)]
    missions: Vec<String>,
}

/// A client that I no longer want to hear from.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockInput {
    /// The `preview` of what I read before.
    #[serde(default)]
    #[schema(required, example = "kQ3mZ8Yx2bTa")]
    preview: String,
}

/// What is not over between a client and me: what I see before I decline its request or block it.
#[utoipa::path(get, path = "/v1/conversations/{id}/closing", operation_id = "conversations_closing", tag = "conversations", params(("id" = String, Path)), responses((status = 200, body = ConversationClosingView)))]
pub async fn closing(app: App, caller: Caller, id: Path<ConversationId>) -> Answer {
    let (actor, now) = (caller.actor, app.now());
    let open = app
        .db
        .read(move |conn| {
            let conversation = conversations::get(conn, *id, &actor)?.conversation;
            conversation.permits(ConversationAction::Block, &actor)?;
            let open = conversations::open_between(conn, &conversation, &actor, now)?;
            let bargains = Bargains::between(conn, &conversation)?;
            Ok(ConversationClosingView::new(&open, &bargains))
        })
        .await?;
    reply::ok(&open)
}

/// Answers that I cannot take the request. The next message of either side opens the conversation again. Where
/// the client has chosen me and waits for my answer, `missions` names those offers: they are declined with it.
#[utoipa::path(post, path = "/v1/conversations/{id}/decline", operation_id = "conversations_decline", tag = "conversations", params(("id" = String, Path)), request_body = DecliningRequest, responses((status = 200, body = ConversationView)))]
pub async fn decline(
    app: App,
    caller: Caller,
    id: Path<ConversationId>,
    body: Body<DecliningRequest>,
) -> Answer {
    let (message, missions) = body.value.parse()?;
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let now = tx.now();
        let seen = conversations::get(tx, *id, &actor)?.conversation;
        let open = conversations::open_between(tx, &seen, &actor, now)?;
        let waiting: Vec<OfferId> =
            with_fate(&open, Fate::Declined).map(|one| one.open.deal.offer.id).collect();
        seen.permits(ConversationAction::Decline, &actor)?;
        conversations::decline_waiting(tx, &actor, &seen, open)?;
        let (entry, text) = (tx.id(), message.clone());
        let change = seen.clone().decline(&actor, entry, text, &missions, &waiting, now)?;
        conversations::record(tx, &actor, &seen, change)?;
        let card = conversations::get(tx, *id, &actor)?;
        Ok(Written::ok(one(tx, card, &actor)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Hears from a client no more: its messages are refused, my offers to it are withdrawn and the missions that
/// wait for my answer are declined, for good. Missions in work go on.
#[utoipa::path(post, path = "/v1/conversations/{id}/block", operation_id = "conversations_block", tag = "conversations", params(("id" = String, Path)), request_body = BlockInput, responses((status = 200, body = ConversationView)))]
pub async fn block(
    app: App,
    caller: Caller,
    id: Path<ConversationId>,
    body: Body<BlockInput>,
) -> Answer {
    let (actor, preview) = (caller.actor, body.value.preview);
    let write = move |tx: &mut Tx<'_>| {
        let now = tx.now();
        let seen = conversations::get(tx, *id, &actor)?.conversation;
        let change = seen.clone().block(&actor)?;
        let open = conversations::open_between(tx, &seen, &actor, now)?;
        if fingerprint(&open, &Bargains::between(tx, &seen)?) != preview {
            return Err(ConversationRefusal::PreviewOutdated.into());
        }
        conversations::block(tx, &actor, &seen, change, open)?;
        let card = conversations::get(tx, *id, &actor)?;
        Ok(Written::ok(one(tx, card, &actor)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

/// Both sides write again. What the block closed stays closed.
#[utoipa::path(post, path = "/v1/conversations/{id}/unblock", operation_id = "conversations_unblock", tag = "conversations", params(("id" = String, Path)), request_body = Nothing, responses((status = 200, body = ConversationView)))]
pub async fn unblock(
    app: App,
    caller: Caller,
    id: Path<ConversationId>,
    body: Body<Nothing>,
) -> Answer {
    let actor = caller.actor;
    let write = move |tx: &mut Tx<'_>| {
        let seen = conversations::get(tx, *id, &actor)?.conversation;
        conversations::unblock(tx, &actor, &seen, seen.clone().unblock(&actor)?)?;
        let card = conversations::get(tx, *id, &actor)?;
        Ok(Written::ok(one(tx, card, &actor)?))
    };
    body.once.write(&app, &caller, StatusCode::OK, write).await
}

fn with_fate(open: &[OpenBetween], fate: Fate) -> impl Iterator<Item = &OpenBetween> {
    open.iter().filter(move |one| one.open.fate == fate)
}

/// Each offer as it stands: another version, another fate or another offer makes another text.
fn fingerprint(open: &[OpenBetween], bargains: &Bargains) -> String {
    let each: Vec<(OfferId, i32, Fate)> = open
        .iter()
        .map(|one| (one.open.deal.offer.id, one.open.deal.offer.current.number, one.open.fate))
        .collect();
    let Bargains { quotes, offers, orders, escalated, deposits } = bargains;
    page::fingerprint(&(each, quotes, offers, orders, escalated, deposits))
}

fn gross(one: &OpenBetween) -> Money {
    one.open.deal.offer.current.proposal.terms.totals().gross
}

impl ConversationClosingView {
    fn new(open: &[OpenBetween], bargains: &Bargains) -> Self {
        let sum = |fate| {
            let amounts = with_fate(open, fate).map(gross).collect();
            ConversationClosingSumView::of(amounts)
        };
        Self {
            quote_requests: ConversationClosingSumView::of(bargains.quotes.clone()),
            custom_offers: ConversationClosingSumView::of(bargains.offers.clone()),
            orders: ConversationClosingSumView::of(bargains.orders.clone()),
            escalated: ConversationClosingSumView::of(bargains.escalated.clone()),
            deposits: ConversationClosingSumView::of(bargains.deposits.clone()),
            preview: fingerprint(open, bargains),
            items: open.iter().map(ConversationClosingItemView::from).collect(),
            withdrawn: sum(Fate::Withdrawn),
            declined: sum(Fate::Declined),
            stays: sum(Fate::Stays),
        }
    }
}

impl ConversationClosingSumView {
    fn of(amounts: Vec<Money>) -> Self {
        let count = amounts.len();
        let sum = Money::checked_sum(Currency::Eur, amounts);
        Self { count, gross: MoneyView::from(sum.unwrap_or_else(|| Money::zero(Currency::Eur))) }
    }
}

impl From<&OpenBetween> for ConversationClosingItemView {
    fn from(one: &OpenBetween) -> Self {
        let deal = &one.open.deal;
        Self {
            offer: deal.offer.id.to_string(),
            state: deal.offer.state.as_str(),
            fate: one.open.fate.as_str(),
            lot: deal.lot.id.to_string(),
            trade: deal.lot.trade.clone(),
            tender: TenderHeadView {
                id: deal.lot.tender.to_string(),
                slug: one.slug.clone(),
                title: mask_contacts(&one.title),
            },
            gross: MoneyView::from(gross(one)),
        }
    }
}

impl DecliningRequest {
    /// Reads it; every wrong field is told at once.
    fn parse(self) -> Result<(String, Vec<OfferId>), Fields> {
        let mut fields = Fields::default();
        let message = parse_farewell(&self.message).map_err(|wrong| fields.absorb("", wrong)).ok();
        let read = |(place, id): (usize, &String)| {
            let known = id.parse().map_err(|_| text::unknown_choice());
            fields.take(format!("/missions/{place}"), known)
        };
        let missions: Vec<OfferId> = self.missions.iter().enumerate().filter_map(read).collect();
        fields.check()?;
        Ok((message.unwrap_or_default(), missions))
    }
}
