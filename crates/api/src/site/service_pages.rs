//! What search engines read of a service: its page says what the public view says.

use estrade_domain::{
    contacts::mask_contacts,
    directory::excerpt,
    money::Money,
    organizations::Organization,
    services::{Content, Service},
};
use serde_json::{Value, json};

use super::{
    head::Head,
    pages::{area, crumbs, place, trade_name, without_nulls},
};

pub(super) fn of(service: &Service, provider: &Organization, url: &str) -> Head {
    let content = &service.content;
    let home = &provider.address;
    let place = place(&home.town, Some(&home.departement));
    let about = excerpt(&mask_contacts(&content.description));
    let canonical = format!("{url}/services/{}", service.slug);
    let price = euros(content.price_from);
    let description =
        format!("{}, à partir de {price}, par {} à {place}. {about}", content.title, provider.name);
    let crumbs = crumbs(url, "Services", "services", &content.title);
    Head {
        title: format!("{} par {}", content.title, provider.name),
        text: vec![description.clone(), mask_contacts(&content.description)],
        data: Some(json!({
            "@context": "https://schema.org",
            "@graph": [offered(content, provider, &about, &canonical, url), crumbs],
        })),
        description,
        canonical: Some(canonical),
    }
}

fn offered(
    content: &Content,
    provider: &Organization,
    about: &str,
    canonical: &str,
    url: &str,
) -> Value {
    let areas: Vec<Value> = if provider.france_wide {
        vec![json!({ "@type": "Country", "name": "France" })]
    } else {
        provider.departements.iter().map(|code| area(Some(code))).collect()
    };
    let packages = content.packages.iter().map(|package| {
        json!({ "@type": "Offer", "name": package.name, "price": decimal(package.price), "priceCurrency": package.price.currency.code() })
    });
    let from = json!({
        "@type": "AggregateOffer",
        "lowPrice": decimal(content.price_from),
        "priceCurrency": content.price_from.currency.code(),
        "offers": packages.collect::<Vec<_>>(),
    });
    without_nulls(json!({
        "@type": "Service",
        "@id": canonical,
        "name": content.title,
        "description": about,
        "url": canonical,
        "serviceType": trade_name(&content.trade),
        "provider": {
            "@type": "LocalBusiness",
            "name": provider.name,
            "url": format!("{url}/prestataires/{}", provider.handle),
        },
        "areaServed": areas,
        "offers": from,
    }))
}

fn decimal(money: Money) -> String {
    format!("{}.{:02}", money.amount / 100, money.amount % 100)
}

/// « 450 € », « 12,50 € ».
fn euros(money: Money) -> String {
    match money.amount % 100 {
        0 => format!("{} €", money.amount / 100),
        cents => format!("{},{cents:02} €", money.amount / 100),
    }
}
