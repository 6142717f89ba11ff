//! The public pages that search engines know one by one: tenders, sheets, services, and their lists by trade
//! and département. They say what the public views say: no address, no mail, no phone.

use estrade_db::{
    directory::{self, Sheet},
    organizations, services, tenders,
};
use estrade_domain::{
    contacts::mask_contacts,
    departements::{self, Departement},
    directory::excerpt,
    events::{Event, EventKind},
    language::Language,
    organizations::Plan,
    tenders::{Tender, TenderState},
    trades,
};
use serde_json::{Value, json};

use super::{head::Head, service_pages};
use crate::{app::App, problem::Problem};

/// A page with a head of its own.
pub(super) enum Address {
    /// A tender, by its slug.
    Tender(String),
    /// A provider's sheet, by its handle.
    Provider(String),
    /// A service, by its slug.
    Service(String),
    /// The open tenders, the providers or the services of a trade, in a département.
    List { path: &'static str, trade: Option<String>, departement: Option<String> },
}

impl Address {
    /// What stands in the address bar, if it is one of these.
    pub(super) fn read(path: &str, query: &str) -> Option<Self> {
        let mut parts = path.trim_matches('/').split('/');
        match (parts.next()?, parts.next(), parts.next()) {
            ("appels-d-offres", Some(slug), None) => Some(Self::Tender(slug.to_owned())),
            ("prestataires", Some(handle), None) => Some(Self::Provider(handle.to_owned())),
            ("services", Some(slug), None) => Some(Self::Service(slug.to_owned())),
            ("services", None, None) => Some(Self::list("services", query)),
            ("appels-d-offres", None, None) => Some(Self::list("appels-d-offres", query)),
            ("annuaire", None, None) => Some(Self::list("annuaire", query)),
            _ => None,
        }
    }

    fn list(path: &'static str, query: &str) -> Self {
        let value = |name: &str| {
            let values = query.split('&').filter_map(|pair| pair.split_once('='));
            values.filter(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).next()
        };
        Self::List { path, trade: value("trade"), departement: value("departement") }
    }

    /// Its head; none when there is nothing public behind it.
    pub(super) async fn head(self, app: &App) -> Result<Option<Head>, Problem> {
        let url = app.settings.public_url.clone();
        let head = match self {
            Self::Tender(slug) => {
                let tender = app.db.read(move |conn| tenders::seen_by(conn, &slug, None)).await;
                tender.map(|tender| of_tender(&tender, &url))
            }
            Self::Provider(handle) => {
                let sheet = app.db.read(move |conn| directory::sheet(conn, &handle)).await;
                sheet.map(|sheet| of_provider(&sheet, &url))
            }
            Self::Service(slug) => {
                let found = app.db.read(move |conn| {
                    let service = services::seen_by(conn, &slug, None)?;
                    let provider = organizations::get(conn, service.provider)?;
                    Ok((service, provider))
                });
                found.await.map(|(service, provider)| service_pages::of(&service, &provider, &url))
            }
            Self::List { path, trade, departement } => {
                Ok(of_list(path, trade.as_deref(), departement.as_deref(), &url))
            }
        };
        match head {
            Ok(head) => Ok(Some(head)),
            Err(estrade_db::Error::NotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn of_tender(tender: &Tender, url: &str) -> Head {
    let occasion = &tender.event.occasion;
    let place = place(&occasion.town, occasion.departement.as_deref());
    let wanted: Vec<&str> = tender.lots.iter().filter_map(|lot| trade_name(&lot.trade)).collect();
    let title = &occasion.title;
    let about = excerpt(&mask_contacts(&occasion.description));
    let canonical = format!("{url}/appels-d-offres/{}", tender.slug);
    let day = occasion.day.map(|day| format!(" pour le {}", french_day(day))).unwrap_or_default();
    let description = format!("Appel d’offres à {place}{day} : {}. {about}", enumerate(&wanted));
    Head {
        title: format!("{title} à {place} : {}", enumerate(&wanted)),
        text: vec![description.clone(), mask_contacts(&occasion.description)],
        data: Some(json!({
            "@context": "https://schema.org",
            "@graph": [demand(tender, title, &about, &canonical), crumbs(url, "Appels d’offres", "appels-d-offres", title)],
        })),
        description,
        canonical: Some(canonical),
    }
}

/// schema.org's word for a call for offers.
fn demand(tender: &Tender, title: &str, about: &str, canonical: &str) -> Value {
    let Event { occasion, .. } = &tender.event;
    let kind = occasion.kind.map(|kind: EventKind| kind.name(Language::Fr));
    let items = tender.lots.iter().filter_map(|lot| trade_name(&lot.trade));
    let items: Vec<Value> =
        items.map(|name| json!({ "@type": "Service", "serviceType": name })).collect();
    let mut demand = json!({
        "@type": "Demand",
        "name": title,
        "description": about,
        "url": canonical,
        "category": kind,
        "itemOffered": items,
        "areaServed": area(occasion.departement.as_deref()),
        "availabilityStarts": tender.published_at(),
        "availabilityEnds": occasion.day.map(|day| day.to_string()),
    });
    if let TenderState::Closed { at, .. } = tender.state {
        demand["validThrough"] = json!(at);
    }
    without_nulls(demand)
}

fn of_provider(sheet: &Sheet, url: &str) -> Head {
    let Sheet { provider, plan, marks } = sheet;
    let home = &provider.address;
    let place = place(&home.town, Some(&home.departement));
    let offered: Vec<&str> = provider.trades.iter().filter_map(|slug| trade_name(slug)).collect();
    let presentation = mask_contacts(&provider.presentation);
    let canonical = format!("{url}/prestataires/{}", provider.handle);
    let note = marks.average().map(|average| {
        format!(" Note {},{:02} sur 5 ({} avis).", average / 100, average % 100, marks.count)
    });
    let description = format!(
        "{} : {} à {place}.{} {}",
        provider.name,
        enumerate(&offered),
        note.unwrap_or_default(),
        excerpt(&presentation)
    );
    let areas: Vec<Value> = if provider.france_wide {
        vec![json!({ "@type": "Country", "name": "France" })]
    } else {
        provider.departements.iter().map(|code| area(Some(code))).collect()
    };
    let services = offered.iter().map(|name| {
        json!({ "@type": "Offer", "itemOffered": { "@type": "Service", "serviceType": name } })
    });
    let rating = marks.average().map(|average| {
        json!({
            "@type": "AggregateRating",
            "ratingValue": f64::from(average) / 100.0,
            "reviewCount": marks.count,
            "bestRating": 5,
            "worstRating": 1,
        })
    });
    let business = without_nulls(json!({
        "@type": "LocalBusiness",
        "@id": canonical,
        "name": provider.name,
        "description": excerpt(&presentation),
        "url": canonical,
        // Search engines follow the links of VIP+ only.
        "sameAs": provider.website.as_ref().filter(|_| *plan == Plan::VipPlus),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": home.town,
            "addressRegion": departements::find(&home.departement).map(|it| it.region.name()),
            "addressCountry": "FR",
        },
        "areaServed": areas,
        "makesOffer": services.collect::<Vec<_>>(),
        "aggregateRating": rating,
    }));
    Head {
        title: format!("{}, {} à {place}", provider.name, enumerate(&offered)),
        text: vec![description.clone(), presentation],
        data: Some(json!({
            "@context": "https://schema.org",
            "@graph": [business, crumbs(url, "Annuaire des prestataires", "annuaire", &provider.name)],
        })),
        description,
        canonical: Some(canonical),
    }
}

fn of_list(path: &str, trade: Option<&str>, departement: Option<&str>, url: &str) -> Head {
    let trade = trade.and_then(trades::find);
    let departement = departement.and_then(departements::find);
    let what = trade.map_or_else(
        || match path {
            "annuaire" => "Prestataires".to_owned(),
            "services" => "Services".to_owned(),
            _ => "Tous les métiers".to_owned(),
        },
        |trade| trade.name_fr.to_owned(),
    );
    let place =
        departement.map_or("en France".to_owned(), |it| format!("{} ({})", it.name, it.code));
    let (title, description) = match path {
        "annuaire" => (
            format!("{what} pour votre événement, {place}"),
            format!(
                "L’annuaire d’Estrade : {what}, {place}. Avis vérifiés, offres chiffrées, sans commission."
            ),
        ),
        "services" => (
            format!("{what} à prix affiché, {place}"),
            format!(
                "Le catalogue d’Estrade : {what}, {place}. Le prix, le délai et ce qui est compris, avant d’écrire."
            ),
        ),
        _ => (
            format!("Appels d’offres événementiels : {what}, {place}"),
            format!("Les appels d’offres ouverts sur Estrade : {what}, {place}."),
        ),
    };
    let filters =
        [("trade", trade.map(|it| it.slug)), ("departement", departement.map(|it| it.code))];
    let filters: Vec<String> = filters
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", value?)))
        .collect();
    let mark = if filters.is_empty() { "" } else { "?" };
    let canonical = Some(format!("{url}/{path}{mark}{}", filters.join("&")));
    Head { title, description, canonical, data: None, text: Vec::new() }
}

pub(super) fn crumbs(url: &str, list: &str, path: &str, here: &str) -> Value {
    json!({
        "@type": "BreadcrumbList",
        "itemListElement": [
            { "@type": "ListItem", "position": 1, "name": "Estrade", "item": format!("{url}/") },
            { "@type": "ListItem", "position": 2, "name": list, "item": format!("{url}/{path}") },
            { "@type": "ListItem", "position": 3, "name": here },
        ],
    })
}

pub(super) fn area(departement: Option<&str>) -> Value {
    let known: Option<&Departement> = departement.and_then(departements::find);
    json!({ "@type": "AdministrativeArea", "name": known.map(|it| it.name) })
}

pub(super) fn without_nulls(mut object: Value) -> Value {
    if let Some(fields) = object.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    object
}

pub(super) fn place(town: &str, departement: Option<&str>) -> String {
    match departement.and_then(departements::find) {
        Some(known) => format!("{town} ({})", known.name),
        None => town.to_owned(),
    }
}

pub(super) fn trade_name(slug: &str) -> Option<&'static str> {
    trades::find(slug).map(|trade| trade.name_fr)
}

/// « DJ, Traiteur et Vidéaste ».
fn enumerate(names: &[&str]) -> String {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(name) {
            once.push(name);
        }
    }
    match once.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} et {last}", others.join(", ")),
        None => String::new(),
    }
}

fn french_day(day: chrono::NaiveDate) -> String {
    use chrono::Datelike;
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let ordinal = if day.day() == 1 { "er" } else { "" };
    let month = usize::try_from(day.month0()).ok().and_then(|it| MONTHS.get(it)).unwrap_or(&"");
    format!("{}{ordinal} {month} {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_pages_have_a_head_of_their_own() {
        assert!(
            matches!(Address::read("/appels-d-offres/bal-x", ""), Some(Address::Tender(slug)) if slug == "bal-x")
        );
        assert!(
            matches!(Address::read("/prestataires/leo/", ""), Some(Address::Provider(handle)) if handle == "leo")
        );
        assert!(
            matches!(Address::read("/services/bal-x", ""), Some(Address::Service(slug)) if slug == "bal-x")
        );
        for path in
            ["/", "/tableau-de-bord", "/prestataires", "/appels-d-offres/a/b", "/mes-evenements/x"]
        {
            assert!(Address::read(path, "").is_none(), "{path}");
        }
    }

    #[test]
    fn a_list_names_only_known_filters() {
        let head = of_list("annuaire", Some("dj"), Some("76"), "https://e.example");
        assert_eq!(head.title, "DJ pour votre événement, Seine-Maritime (76)");
        assert_eq!(head.canonical.unwrap(), "https://e.example/annuaire?trade=dj&departement=76");
        let head = of_list("appels-d-offres", Some("<b>"), Some("x"), "https://e.example");
        assert_eq!(head.canonical.unwrap(), "https://e.example/appels-d-offres");
    }

    #[test]
    fn days_and_lists_read_as_french() {
        assert_eq!(french_day("2027-05-01".parse().unwrap()), "1er mai 2027");
        assert_eq!(french_day("2027-12-24".parse().unwrap()), "24 décembre 2027");
        assert_eq!(enumerate(&["DJ", "Traiteur", "DJ", "Fleuriste"]), "DJ, Traiteur et Fleuriste");
        assert_eq!(enumerate(&["DJ"]), "DJ");
    }
}
