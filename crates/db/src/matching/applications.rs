//! What a provider already offered for a tender.

use diesel::prelude::*;
use estrade_domain::ids::{LotId, OfferId, OrganizationId, TenderId};

use crate::{Conn, Error, schema::offers};

/// A provider's offer for a lot.
#[derive(Debug, Clone)]
pub struct Application {
    /// The lot.
    pub lot: LotId,
    /// The offer.
    pub offer: OfferId,
    /// The word for where it stands.
    pub state: String,
}

/// The offers of a provider for the lots of a tender.
pub fn applications(
    conn: &mut Conn,
    provider: OrganizationId,
    tender: TenderId,
) -> Result<Vec<Application>, Error> {
    let rows: Vec<(Option<String>, String, String)> = offers::table
        .filter(offers::tender_id.eq(tender.to_string()))
        .filter(offers::provider_id.eq(provider.to_string()))
        .select((offers::lot_id, offers::id, offers::state))
        .load(conn)?;
    rows.into_iter()
        .map(|(lot, offer, state)| {
            let corrupt = |_| Error::corrupt("offers", &offer);
            Ok(Application {
                lot: lot.unwrap_or_default().parse().map_err(corrupt)?,
                offer: offer.parse().map_err(corrupt)?,
                state,
            })
        })
        .collect()
}
