//! What the two sides see of what stands in a conversation.
//!
//! What a provider wrote with its application is masked for the client as in the offer itself; what people write
//! to each other is theirs.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use estrade_db::{
    Conn, Error,
    conversations::{self, CustomNews, Entry, News, Place},
    files, needs, quote_requests,
    services::{self, Head},
    tenders,
};
use estrade_domain::{
    actor::Actor,
    contacts::mask_contacts,
    conversations::Conversation,
    files::File,
    ids::{NeedId, QuoteRequestId, ServiceId, TenderId},
    money::{Currency, Money},
    needs::Need,
    quote_requests::QuoteRequest,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::views::side;
use crate::{files::FileView, money::MoneyView, needs::NeedHeadView};

/// A tender in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TenderHeadView {
    #[schema(example = "tnd_01jd0000000000000000000000")]
    pub(super) id: String,
    /// What stands in its URL; empty when the page is gone with its client.
    pub(super) slug: String,
    /// What the client calls its event.
    pub(super) title: String,
}

/// Something that stands in a conversation.
#[derive(Serialize, ToSchema)]
pub struct EntryView {
    #[schema(example = "ent_01jd0000000000000000000000")]
    id: String,
    /// `message`, or the kind of the fact that it is news of: `offer.sent`, `lot.chosen`…
    #[schema(example = "message")]
    kind: String,
    /// When.
    at: DateTime<Utc>,
    /// Which side it comes from: `me` (my party), `them` or, for what a timer did, null.
    from: Option<&'static str>,
    /// The given name of who wrote it, within my own party.
    author: Option<String>,
    /// What it says; of news, the word of whoever decided it. Empty where the words of a side that is gone were
    /// erased.
    text: String,
    /// The files that go with it, in their order.
    attachments: Vec<FileView>,
    /// Why an offer ended or a choice fell, in one word: `lot_confirmed`, `tender_closed`…
    #[schema(example = "lot_confirmed")]
    reason: Option<String>,
    /// The tender that it is about.
    tender: Option<TenderHeadView>,
    /// The service that it is about.
    service: Option<NamedServiceView>,
    /// The need that it hands over: what the client looks for, in short.
    need: Option<NeedHeadView>,
    /// The offer for a lot, or the order that its mission is, that it is news of.
    offer: Option<NewsView>,
    /// The custom offer, or the order that it made, that it is news of.
    custom_offer: Option<CustomNewsView>,
    /// The quote request that it is news of.
    quote_request: Option<QuoteNewsView>,
    #[serde(skip)]
    place: Place,
}

/// A custom offer, as it was then; and where it stands now.
#[derive(Serialize, ToSchema)]
pub struct CustomNewsView {
    #[schema(example = "ofr_01jd0000000000000000000000")]
    id: String,
    /// Which version of it.
    number: i32,
    title: String,
    /// `fixed`, `milestones`, `subscription` or `hourly`.
    terms: &'static str,
    /// What it comes to, VAT included.
    gross: MoneyView,
    /// Where the offer stands now.
    state: String,
    /// The version in force now: an older one is superseded.
    current_number: i32,
    /// The order that it made.
    order: Option<String>,
    /// Which milestone of the order, from 1.
    milestone: Option<i32>,
}

/// A service that a message names.
#[derive(Serialize, ToSchema)]
pub struct NamedServiceView {
    #[schema(example = "svc_01jd0000000000000000000000")]
    id: String,
    title: String,
    /// What stands in the URL of its page; null when it has no public one.
    slug: Option<String>,
}

impl NamedServiceView {
    /// A service in short.
    pub(crate) fn new(id: ServiceId, Head { title, slug }: Head) -> Self {
        Self { id: id.to_string(), title, slug }
    }
}

/// A quote request, and where it stands now.
#[derive(Serialize, ToSchema)]
pub struct QuoteNewsView {
    #[schema(example = "qrq_01jd0000000000000000000000")]
    id: String,
    /// The service that it is about.
    title: String,
    /// What is needed.
    needs: String,
    /// For how much at most, VAT included.
    budget: MoneyView,
    /// By which day.
    #[schema(example = "2027-06-12")]
    wanted_on: NaiveDate,
    /// Where it stands now.
    state: &'static str,
    /// The custom offer that answers it.
    offer: Option<String>,
}

/// What news is about, as it was then.
#[derive(Serialize, ToSchema)]
pub struct NewsView {
    #[schema(example = "ofr_01jd0000000000000000000000")]
    id: String,
    /// Which version of the offer.
    number: i32,
    /// The lot that it answers.
    lot: String,
    /// The slug of the lot's trade.
    #[schema(example = "dj")]
    trade: String,
    /// What the client calls its event.
    title: String,
    /// What it comes to, VAT included.
    gross: MoneyView,
    /// What the provider wrote to the client and the other applicants.
    public_message: String,
    /// What the provider wrote to the client alone; empty when it wrote nothing.
    private_message: String,
    /// The order that its mission is.
    order: Option<String>,
    /// Which milestone of the order, from 1.
    milestone: Option<i32>,
}

impl EntryView {
    /// Some entries, in a few more queries whatever their number.
    pub(super) fn all(
        conn: &mut Conn,
        entries: &[Entry],
        conversation: &Conversation,
        actor: &Actor,
    ) -> Result<Vec<Self>, Error> {
        let about: Vec<TenderId> = entries.iter().filter_map(|entry| entry.tender).collect();
        let quotes =
            quote_requests::by_ids(conn, entries.iter().filter_map(|entry| entry.quote_request))?;
        let asked = quotes.values().map(|request| request.service).collect::<Vec<_>>();
        let named = entries.iter().filter_map(|entry| entry.service);
        let messages = entries.iter().filter(|entry| entry.is_message()).map(|entry| entry.id);
        let known = Known {
            tenders: tenders::heads(conn, &about)?,
            news: conversations::news(conn, entries)?,
            custom: conversations::custom_news(conn, entries)?,
            authors: conversations::authors(conn, entries)?,
            services: services::heads(conn, named.chain(asked))?,
            quotes,
            files: files::of_entries(conn, messages)?,
            needs: needs::of_ids(conn, entries.iter().filter_map(|entry| entry.need))?,
            is_provider: actor.is_of(conversation.provider),
        };
        entries.iter().map(|entry| Self::of(entry, &known, actor)).collect()
    }

    fn of(entry: &Entry, known: &Known, actor: &Actor) -> Result<Self, Error> {
        let own = entry.party.is_some_and(|party| actor.is_of(party));
        let author = entry.author.filter(|_| own);
        let author = author.and_then(|id| known.authors.get(&id.to_string()));
        let offer = entry.offer.and_then(|(id, number)| known.news.get(&(id.to_string(), number)));
        Ok(Self {
            id: entry.id.to_string(),
            kind: entry.kind.clone(),
            at: entry.at,
            from: side(entry.party, actor),
            author: author.cloned(),
            text: entry.text.clone(),
            attachments: known.attachments(entry),
            reason: entry.reason.clone(),
            tender: entry.tender.and_then(|id| known.tender(id)),
            service: entry.service.and_then(|id| known.service(id)),
            need: entry.need.and_then(|id| known.need(id)),
            offer: offer.map(|news| known.view(news, entry)).transpose()?,
            custom_offer: known.custom(entry)?,
            quote_request: entry.quote_request.and_then(|id| known.quote(id)),
            place: entry.place(),
        })
    }

    /// Its place in its conversation.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}

/// What the views of some entries have in common.
struct Known {
    tenders: HashMap<TenderId, tenders::Head>,
    news: BTreeMap<(String, i32), News>,
    custom: BTreeMap<(String, i32), CustomNews>,
    authors: BTreeMap<String, String>,
    services: BTreeMap<ServiceId, Head>,
    quotes: BTreeMap<QuoteRequestId, QuoteRequest>,
    files: BTreeMap<String, Vec<File>>,
    needs: BTreeMap<NeedId, Need>,
    is_provider: bool,
}

impl Known {
    fn custom(&self, entry: &Entry) -> Result<Option<CustomNewsView>, Error> {
        let Some((id, number)) = entry.offer else { return Ok(None) };
        let Some(news) = self.custom.get(&(id.to_string(), number)) else { return Ok(None) };
        let currency = Currency::from_code(&news.currency)
            .ok_or_else(|| Error::corrupt("offer_versions", &news.offer))?;
        Ok(Some(CustomNewsView {
            id: news.offer.clone(),
            number: news.number,
            title: news.title.clone(),
            terms: news.kind()?.as_str(),
            gross: MoneyView::from(Money { amount: news.gross_amount, currency }),
            state: news.state.clone(),
            current_number: news.current,
            order: news.order.clone(),
            milestone: entry.milestone,
        }))
    }

    fn quote(&self, id: QuoteRequestId) -> Option<QuoteNewsView> {
        let request = self.quotes.get(&id)?;
        Some(QuoteNewsView {
            id: id.to_string(),
            title: self.services.get(&request.service)?.title.clone(),
            needs: request.needs.text.clone(),
            budget: request.needs.budget.into(),
            wanted_on: request.needs.wanted_on,
            state: request.state.as_str(),
            offer: request.offer.map(|id| id.to_string()),
        })
    }

    fn attachments(&self, entry: &Entry) -> Vec<FileView> {
        let files = self.files.get(&entry.id.to_string()).into_iter().flatten();
        files.map(FileView::from).collect()
    }

    fn service(&self, id: ServiceId) -> Option<NamedServiceView> {
        Some(NamedServiceView::new(id, self.services.get(&id)?.clone()))
    }

    fn need(&self, id: NeedId) -> Option<NeedHeadView> {
        Some(NeedHeadView::new(self.needs.get(&id)?, self.is_provider))
    }

    fn tender(&self, id: TenderId) -> Option<TenderHeadView> {
        let head = self.tenders.get(&id)?;
        Some(TenderHeadView {
            id: head.id.clone(),
            slug: head.slug.clone(),
            title: self.clients(&head.title),
        })
    }

    fn clients(&self, text: &str) -> String {
        if self.is_provider { mask_contacts(text) } else { text.to_owned() }
    }

    /// The provider reads its own words and masks the client's; the client the other way round.
    fn view(&self, news: &News, entry: &Entry) -> Result<NewsView, Error> {
        let providers =
            |text: &str| if self.is_provider { text.to_owned() } else { mask_contacts(text) };
        let currency = Currency::from_code(&news.currency)
            .ok_or_else(|| Error::corrupt("offer_versions", &news.offer))?;
        Ok(NewsView {
            id: news.offer.clone(),
            number: news.number,
            lot: news.lot.clone(),
            trade: news.trade.clone(),
            title: self.clients(&news.title),
            gross: MoneyView::from(Money { amount: news.gross_amount, currency }),
            public_message: providers(&news.public_message),
            private_message: providers(&news.private_message),
            order: news.order.clone(),
            milestone: entry.milestone,
        })
    }
}
