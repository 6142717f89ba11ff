//! What a client sends about a tender.

use estrade_domain::{
    events::Sketch,
    fields::Fields,
    tenders::{CloseReason, Edit, LotSketch, Tender, draft_step, parse_lots},
    text,
    world::Instant,
};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::given::Given;

/// A draft or a revision; what is absent stays as it is.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TenderInput {
    /// What the tender is for.
    #[serde(default)]
    event: Option<EventInput>,
    /// The whole list of lots, in order: one with its `id` is kept or changed, one without is new, one
    /// that is left out is dropped.
    #[serde(default)]
    lots: Option<Vec<LotInput>>,
    /// The step of the guided form where the client stopped.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 19)]
    draft_step: Option<i32>,
}

/// Of an event: absent leaves it, null or an empty text clears it. A draft may leave anything open.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventInput {
    /// One of /v1/event-kinds.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "wedding")]
    kind: Given<String>,
    /// A line that names it.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Mariage de Léa et Tom")]
    title: Given<String>,
    /// Its day, at most five years ahead.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "2027-06-12")]
    day: Given<String>,
    /// Another day would do.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    day_flexible: Given<bool>,
    /// When it begins.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "19:30")]
    start_time: Given<String>,
    /// Its time zone; Europe/Paris when none is given.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Europe/Paris")]
    zone: Given<String>,
    /// Whether the place is known; otherwise it is being looked for.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    venue_known: Given<bool>,
    /// The place: shown to providers only once they work.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Manoir du Clos, 3 rue des Tilleuls")]
    venue: Given<String>,
    /// Its town.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "Rouen")]
    town: Given<String>,
    /// The code of its département.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "76")]
    departement: Given<String>,
    /// How many guests.
    #[serde(default)]
    #[schema(value_type = Option<i32>, example = 120)]
    guests: Given<i32>,
    /// How old they are.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "de 2 à 90 ans")]
    guest_ages: Given<String>,
    /// What the client wants to say.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    description: Given<String>,
    /// Whether ideas are welcome.
    #[serde(default)]
    #[schema(value_type = Option<bool>)]
    ideas_wanted: Given<bool>,
}

/// A trade that is asked for.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LotInput {
    /// The lot that is kept or changed; none for a new one.
    #[serde(default)]
    #[schema(example = "lot_01jd0000000000000000000000")]
    id: Option<String>,
    /// The slug of a trade.
    #[schema(example = "dj")]
    trade: String,
    /// What is wished for.
    #[serde(default)]
    #[schema(example = "Années 80 à aujourd’hui, matériel fourni")]
    wishes: String,
    /// How many or how much; « 1 » when empty.
    #[serde(default)]
    #[schema(example = "1")]
    quantity: String,
}

/// Why a tender is closed.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// `no_suitable_provider` or `event_cancelled`.
    #[schema(example = "event_cancelled")]
    reason: String,
    /// A word to the providers who had applied.
    #[serde(default)]
    note: Option<String>,
}

impl TenderInput {
    /// What this changes of a tender. Every wrong field is told at once.
    pub fn over(self, tender: &Tender, now: Instant) -> Result<Edit, Fields> {
        let mut fields = Fields::default();
        let mut noted = |wrong: Fields| fields.absorb("", wrong);
        let occasion = self.event.map(|event| event.over(tender).parse(now));
        let sketches = self.lots.map(|lots| lots.into_iter().map(LotSketch::from).collect());
        let lots = sketches.map(|lots: Vec<_>| parse_lots(&lots));
        let step = self.draft_step.map(draft_step);
        let edit = Edit {
            occasion: occasion.transpose().map_err(&mut noted).ok().flatten(),
            lots: lots.transpose().map_err(&mut noted).ok().flatten(),
            step: step.transpose().map_err(&mut noted).ok().flatten(),
        };
        fields.check()?;
        Ok(edit)
    }
}

impl EventInput {
    fn over(self, tender: &Tender) -> Sketch {
        let mut sketch = Sketch::from(&tender.event.occasion);
        self.kind.put(&mut sketch.kind);
        self.title.put(&mut sketch.title);
        self.day.put(&mut sketch.day);
        self.day_flexible.put(&mut sketch.day_flexible);
        self.start_time.put(&mut sketch.start_time);
        self.zone.put(&mut sketch.zone);
        self.venue_known.put(&mut sketch.venue_known);
        self.venue.put(&mut sketch.venue);
        self.town.put(&mut sketch.town);
        self.departement.put(&mut sketch.departement);
        self.guests.put_some(&mut sketch.guests);
        self.guest_ages.put(&mut sketch.guest_ages);
        self.description.put(&mut sketch.description);
        self.ideas_wanted.put(&mut sketch.ideas_wanted);
        sketch
    }
}

impl From<LotInput> for LotSketch {
    fn from(input: LotInput) -> Self {
        Self {
            id: input.id.unwrap_or_default(),
            trade: input.trade,
            wishes: input.wishes,
            quantity: input.quantity,
        }
    }
}

impl Closing {
    /// The reason and the note.
    pub fn parse(&self) -> Result<(CloseReason, String), Fields> {
        let mut fields = Fields::default();
        let known = CloseReason::from_word(&self.reason)
            .filter(|reason| reason.is_the_clients())
            .ok_or_else(text::unknown_choice);
        let reason = fields.take("/reason", known);
        let note = self.note.as_deref().unwrap_or_default();
        let note = fields.take("/note", text::optional_paragraphs(note, 1_000));
        let (Some(reason), Some(note)) = (reason, note) else {
            return Err(fields);
        };
        Ok((reason, note))
    }
}
