//! Letters about reviews.

use estrade_db::{Error, organizations, relaying};
use estrade_domain::{
    ids::{OrganizationId, ReviewId},
    language::Language,
};
use serde_json::json;

use crate::{
    desk::{Concern, Desk, Telling},
    template::Words,
};

/// The provider hears what a client says of it, and that it may answer once.
pub(super) fn published(
    desk: &mut Desk<'_, '_>,
    id: ReviewId,
    provider: OrganizationId,
) -> Result<(), Error> {
    let review = relaying::review(desk.tx, id)?;
    let people = desk.people(provider)?;
    let (stars, author) = (review.rating, &review.author_name);
    let words = |language| match language {
        Language::Fr => {
            Words::about(format!("{author} vous donne {stars} étoile{} sur 5", plural(stars)))
                .text("Un nouvel avis est publié sur votre fiche :")
                .quote(&review.comment)
                .text("Vous pouvez y répondre une fois, publiquement.")
                .button("Lire et répondre")
        }
        Language::En => {
            Words::about(format!("{author} gives you {stars} star{} out of 5", plural(stars)))
                .text("A new review is on your sheet:")
                .quote(&review.comment)
                .text("You can answer it once, in public.")
                .button("Read and answer")
        }
    };
    let telling = Telling {
        kind: "review.published",
        concern: Concern::Exchange,
        path: match &review.order_id {
            Some(order) => format!("/commandes/{order}"),
            None => "/mes-evenements?onglet=realisees".to_owned(),
        },
        params: json!({ "review": id.to_string(), "rating": stars, "author": author }),
        words: &words,
    };
    desk.tell(&people, &telling)
}

/// The client hears what the provider answered.
pub(super) fn answered(
    desk: &mut Desk<'_, '_>,
    id: ReviewId,
    client: OrganizationId,
    provider: OrganizationId,
) -> Result<(), Error> {
    let review = relaying::review(desk.tx, id)?;
    let party = organizations::get(desk.tx, provider)?;
    let people = desk.people(client)?;
    let name = &party.name;
    let answer = review.answer.as_deref().unwrap_or_default();
    let words = |language| match language {
        Language::Fr => Words::about(format!("{name} répond à votre avis"))
            .text(format!("{name} a répondu publiquement à votre avis :"))
            .quote(answer)
            .button("Voir la réponse"),
        Language::En => Words::about(format!("{name} answers your review"))
            .text(format!("{name} answered your review in public:"))
            .quote(answer)
            .button("See the answer"),
    };
    let telling = Telling {
        kind: "review.answered",
        concern: Concern::Exchange,
        path: format!("/prestataires/{}", party.handle),
        params: json!({ "review": id.to_string(), "provider": party.handle.to_string(), "provider_name": name }),
        words: &words,
    };
    desk.tell(&people, &telling)
}

fn plural(count: i32) -> &'static str {
    if count > 1 { "s" } else { "" }
}
