//! What providers and services are found by, word by word.

use estrade_domain::{
    contacts::mask_contacts, organizations::Organization, search::words, services::Content, trades,
};

use super::{departement_word, trade_word};
use crate::listings::ANY;

/// Name, pseudo, town, trades and presentation.
pub(crate) fn of_provider(provider: &Organization) -> String {
    let texts =
        [provider.name.clone(), provider.handle.to_string(), mask_contacts(&provider.presentation)];
    document(texts, provider, &provider.trades)
}

/// What it says of itself, and who sells it where.
pub(crate) fn of_service(content: &Content, provider: &Organization) -> String {
    let packages = content.packages.iter().flat_map(|it| [it.name.clone(), it.description.clone()]);
    let description = mask_contacts(&content.description);
    let texts = [content.title.clone(), description, provider.name.clone()];
    let texts = texts.into_iter().chain(packages.map(|text| mask_contacts(&text)));
    document(texts, provider, std::slice::from_ref(&content.trade))
}

fn document(
    texts: impl IntoIterator<Item = String>,
    provider: &Organization,
    in_trades: &[String],
) -> String {
    let known = in_trades.iter().filter_map(|slug| trades::find(slug));
    let names = known.flat_map(|trade| [trade.name_fr.to_owned(), trade.name_en.to_owned()]);
    let texts = texts.into_iter().chain(names).chain([provider.address.town.clone()]);
    let mut document: Vec<String> =
        texts.flat_map(|text| words(&text).collect::<Vec<_>>()).collect();
    document.extend(in_trades.iter().map(|slug| trade_word(slug)));
    document.extend(provider.departements.iter().map(|code| departement_word(code)));
    document.extend(provider.france_wide.then(|| departement_word(ANY)));
    document.sort_unstable();
    document.dedup();
    document.join(" ")
}
