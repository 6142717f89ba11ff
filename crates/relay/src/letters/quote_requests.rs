//! Letters about quote requests. Of an answer its offer tells; of an end without a decision both hear.

use estrade_db::{Error, quote_requests, services};
use estrade_domain::{
    facts::{Fact, Quote},
    ids::OrganizationId,
    language::Language,
    phrases,
    quote_requests::{Needs, QuoteRequest},
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// What a letter says in one language: its subject, and one sentence.
type Text = (String, &'static str);

/// Tells those who did not do it.
pub(super) fn tell(desk: &mut Desk<'_, '_>, quote: &Quote, fact: &Fact) -> Result<(), Error> {
    let known = quote_requests::by_ids(desk.tx, [quote.request])?;
    let request = known.get(&quote.request).ok_or(Error::NotFound)?;
    let heads = services::heads(desk.tx, [request.service])?;
    let title = heads.get(&request.service).map_or("—", |head| head.title.as_str());
    let (client, provider) = (quote.client, quote.provider);
    match fact {
        Fact::QuoteRequestSent { .. } | Fact::QuoteRequestWithdrawn { .. } => {
            write(desk, (provider, client), request, title, fact)
        }
        Fact::QuoteRequestDeclined { .. } => write(desk, (client, provider), request, title, fact),
        _ => {
            write(desk, (client, provider), request, title, fact)?;
            write(desk, (provider, client), request, title, fact)
        }
    }
}

fn write(
    desk: &mut Desk<'_, '_>,
    (to, other): (OrganizationId, OrganizationId),
    request: &QuoteRequest,
    title: &str,
    fact: &Fact,
) -> Result<(), Error> {
    let other = super::orders::name(desk, other)?;
    let people = desk.people(to)?;
    let words = |language: Language| {
        let (subject, sentence) = text(language, fact, title, &other);
        let words = Words::about(subject).text(sentence);
        let words = match fact {
            Fact::QuoteRequestSent { .. } => {
                words.table(table(language, &request.needs)).quote(&request.needs.text)
            }
            _ if fact.words().is_empty() => words,
            _ => words.quote(fact.words()),
        };
        words.button(language.pick("Voir la demande", "See the request"))
    };
    let telling = Telling {
        kind: fact.kind(),
        concern: Concern::Bargain,
        path: format!("/demandes-de-devis/{}", request.id),
        params: json!({ "title": title, "other": other }),
        words: &words,
    };
    desk.tell(&people, &telling)
}

fn table(language: Language, needs: &Needs) -> [(&'static str, String); 2] {
    [
        (language.pick("Budget TTC", "Budget incl. VAT"), phrases::money(language, needs.budget)),
        (language.pick("Pour le", "Wanted by"), phrases::day(language, needs.wanted_on)),
    ]
}

fn text(language: Language, fact: &Fact, title: &str, other: &str) -> Text {
    match fact {
        Fact::QuoteRequestSent { .. } => language.pick(
            (
                format!("{other} vous demande un devis : « {title} »"),
                "Acceptez tel quel, ajustez par une offre, ou déclinez.",
            ),
            (
                format!("{other} asks you for a quote: “{title}”"),
                "Accept it as it is, adjust it with an offer, or decline.",
            ),
        ),
        Fact::QuoteRequestWithdrawn { .. } => language.pick(
            (
                format!("{other} a retiré sa demande de devis « {title} »"),
                "Elle n’attend plus de réponse.",
            ),
            (
                format!("{other} took back the quote request “{title}”"),
                "It waits for no answer any more.",
            ),
        ),
        Fact::QuoteRequestDeclined { .. } => language.pick(
            (
                format!("{other} ne peut pas répondre à votre demande « {title} »"),
                "D’autres prestataires vous attendent parmi les services.",
            ),
            (
                format!("{other} cannot take your request “{title}”"),
                "There are other providers among the services.",
            ),
        ),
        Fact::QuoteRequestExpired { .. } => language.pick(
            (
                format!("La demande de devis « {title} » a expiré"),
                "Elle est restée sans réponse jusqu’à la fin de son délai.",
            ),
            (
                format!("The quote request “{title}” has expired"),
                "It had no answer when its time was over.",
            ),
        ),
        _ => language.pick(
            (
                format!("La demande de devis « {title} » a pris fin"),
                "Elle n’attend plus de réponse.",
            ),
            (format!("The quote request “{title}” has ended"), "It waits for no answer any more."),
        ),
    }
}
