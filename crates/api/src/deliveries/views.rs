//! What the two sides see of a delivery. Both see the same, but for the bytes: those are the client's once it has
//! accepted, and its provider's own at any time.

use chrono::{DateTime, Utc};
use estrade_db::deliveries::{Place, Shown};
use estrade_domain::{
    actor::Actor,
    deliveries::{Preview, PreviewState, Seal},
    files::File,
    orders::Order,
};
use serde::Serialize;
use utoipa::ToSchema;

/// What a provider handed over for a milestone.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeliveryView {
    #[schema(example = "dlv_01jd0000000000000000000000")]
    id: String,
    #[schema(example = "ord_01jd0000000000000000000000")]
    order: String,
    /// Which milestone of the order, from 1.
    milestone: u32,
    /// What the provider wrote with it; empty once the provider was erased.
    message: String,
    delivered_at: DateTime<Utc>,
    /// `sealed` until the milestone is accepted, `open` from then on, `closed` when it was called off.
    seal: &'static str,
    /// In the order in which the provider named them.
    files: Vec<DeliveredFileView>,
    #[serde(skip)]
    place: Place,
}

/// A file that was handed over.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeliveredFileView {
    #[schema(example = "fil_01jd0000000000000000000000")]
    id: String,
    #[schema(example = "plan de salle.pdf")]
    name: String,
    /// What it is, as its content says; `application/octet-stream` for what is not known here.
    #[schema(example = "application/pdf")]
    media_type: &'static str,
    size_bytes: u64,
    /// Of the bytes that the client gets once it has accepted, in hexadecimal digits.
    sha256: String,
    /// Where its bytes are, for whoever gets them: its provider, and its client while `seal` is `open`.
    #[schema(example = "/v1/files/fil_01jd0000000000000000000000/content")]
    content: Option<String>,
    /// Marked pages to look at while `seal` is `sealed`; null for what has none.
    preview: Option<PreviewView>,
}

/// The marked pages of a picture (one) or of a PDF document (all).
#[derive(Debug, Serialize, ToSchema)]
pub struct PreviewView {
    /// `due` (it is about to be drawn) or `drawn`.
    state: &'static str,
    /// Where each page is, in their order; none before they are drawn.
    #[schema(example = json!(["/v1/files/fil_01jd0000000000000000000000/preview?page=1"]))]
    pages: Vec<String>,
}

impl DeliveryView {
    pub(super) fn new(shown: &Shown, order: &Order, actor: &Actor) -> Self {
        let Shown { delivery, seal, files, previews } = shown;
        let gets_bytes = *seal == Seal::Open || actor.is_of(order.provider);
        let view = |file: &File| {
            let preview = previews.get(&file.id).filter(|_| *seal == Seal::Sealed);
            DeliveredFileView::new(file, preview, gets_bytes)
        };
        Self {
            id: delivery.id.to_string(),
            order: delivery.order.to_string(),
            milestone: delivery.milestone,
            message: delivery.message.clone(),
            delivered_at: delivery.delivered_at,
            seal: seal.as_str(),
            files: files.iter().map(view).collect(),
            place: (delivery.delivered_at.timestamp_millis(), delivery.id.to_string()),
        }
    }

    /// Its place in the list of its order.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }
}

impl DeliveredFileView {
    fn new(file: &File, preview: Option<&Preview>, gets_bytes: bool) -> Self {
        let holding = &file.holding;
        Self {
            id: file.id.to_string(),
            name: holding.name.clone(),
            media_type: holding.media.as_str(),
            size_bytes: holding.size_bytes,
            sha256: holding.sha256.clone(),
            content: gets_bytes.then(|| format!("/v1/files/{}/content", file.id)),
            preview: preview.and_then(|preview| PreviewView::new(file, *preview)),
        }
    }
}

impl PreviewView {
    /// None for what cannot be drawn.
    fn new(file: &File, Preview { state, pages }: Preview) -> Option<Self> {
        let drawn = match state {
            PreviewState::Due => 0,
            PreviewState::Drawn => pages,
            PreviewState::Impossible => return None,
        };
        let url = |page| format!("/v1/files/{}/preview?page={page}", file.id);
        Some(Self { state: state.as_str(), pages: (1..=drawn).map(url).collect() })
    }
}
