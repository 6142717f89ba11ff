//! The event of a tender: free texts masked for all but its client, the place for those who work there.

use estrade_domain::{
    contacts::mask_contacts,
    events::{Event, EventKind, Occasion, Venue},
};
use serde::Serialize;
use utoipa::ToSchema;

/// What, when, where, for how many guests.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventView {
    /// One of /v1/event-kinds; null in a draft that says nothing yet.
    #[schema(example = "wedding")]
    kind: Option<&'static str>,
    title: String,
    #[schema(example = "2027-06-12")]
    day: Option<String>,
    /// Another day would do.
    day_flexible: bool,
    #[schema(example = "19:30")]
    start_time: Option<String>,
    #[schema(example = "Europe/Paris")]
    zone: &'static str,
    /// Whether the place is known; otherwise it is being looked for.
    venue_known: bool,
    /// The place: for its client, and for providers who work there.
    venue: Option<String>,
    town: String,
    /// A code.
    #[schema(example = "76")]
    departement: Option<String>,
    guests: Option<i32>,
    guest_ages: String,
    description: String,
    /// Whether ideas are welcome.
    ideas_wanted: bool,
}

impl EventView {
    /// The event as its client, a provider that works there, or anyone else sees it.
    pub(super) fn new(event: &Event, is_owner: bool, works_there: bool) -> Self {
        let occasion: &Occasion = &event.occasion;
        let text = |text: &str| if is_owner { text.to_owned() } else { mask_contacts(text) };
        let (venue_known, venue) = match &occasion.venue {
            Venue::LookedFor => (false, None),
            Venue::Known(venue) => (true, Some(venue.clone())),
        };
        Self {
            kind: occasion.kind.map(EventKind::as_str),
            title: occasion.title.clone(),
            day: occasion.day.map(|day| day.to_string()),
            day_flexible: occasion.day_flexible,
            start_time: occasion.start_time.map(|time| time.format("%H:%M").to_string()),
            zone: occasion.zone.name(),
            venue_known,
            venue: venue.filter(|_| is_owner || works_there),
            town: occasion.town.clone(),
            departement: occasion.departement.clone(),
            guests: occasion.guests,
            guest_ages: text(&occasion.guest_ages),
            description: text(&occasion.description),
            ideas_wanted: occasion.ideas_wanted,
        }
    }
}
