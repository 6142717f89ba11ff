//! The OpenAPI document, made from the handlers; `openapi/openapi.json` is its committed copy.

mod tidy;

use actix_web::HttpResponse;
use utoipa::{
    OpenApi,
    openapi::{
        ContactBuilder, Content, InfoBuilder, LicenseBuilder, OpenApi as Document, Ref,
        ResponseBuilder, ServerBuilder,
        path::Operation,
        security::{
            ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
        },
    },
};

use crate::{caller::ACCESS_COOKIE, problem::ProblemView, routes::Described};

#[derive(OpenApi)]
#[openapi(components(schemas(ProblemView)))]
struct Shared;

/// The whole document.
#[must_use]
pub fn document() -> Document {
    let derived = derived();
    let mut tidied = serde_json::to_value(&derived).unwrap_or_default();
    tidy::tidy(&mut tidied);
    // Back through its type, so that the document keeps its order: `openapi`, `info`, `paths`.
    serde_json::from_value(tidied).unwrap_or(derived)
}

fn derived() -> Document {
    let mut document = Described::openapi();
    document.merge(Shared::openapi());
    document.info = InfoBuilder::new()
        .title("Estrade")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "The marketplace of event services: tenders, priced offers, missions, reviews and a directory.",
        ))
        .license(Some(LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build()))
        .contact(Some(ContactBuilder::new().name(Some("Estrade")).email(Some("support@estrade.example")).build()))
        .build();
    document.servers =
        Some(vec![ServerBuilder::new().url("/").description(Some("This instance")).build()]);
    document.security = Some(vec![
        SecurityRequirement::new::<_, _, String>("session", []),
        SecurityRequirement::new::<_, _, String>("api_key", []),
    ]);
    let components = document.components.get_or_insert_default();
    components.add_security_scheme(
        "session",
        SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(ACCESS_COOKIE))),
    );
    components.add_security_scheme(
        "api_key",
        SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build()),
    );
    for item in document.paths.paths.values_mut() {
        let operations =
            [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
        operations.into_iter().flatten().for_each(describe_refusals);
    }
    document
}

/// Every operation may be refused, always in the same form.
fn describe_refusals(operation: &mut Operation) {
    for (range, description) in
        [("4XX", "Refused: the problem says why."), ("5XX", "Our fault, or too busy.")]
    {
        let problem = ResponseBuilder::new()
            .description(description)
            .content(
                "application/problem+json",
                Content::new(Some(Ref::from_schema_name("Problem"))),
            )
            .build();
        operation.responses.responses.insert(range.to_owned(), problem.into());
    }
}

/// Serves the document.
pub async fn serve() -> HttpResponse {
    HttpResponse::Ok().json(document())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tidied_document_is_one_of_openapi() {
        let mut tidied = serde_json::to_value(derived()).expect("serializes");
        tidy::tidy(&mut tidied);
        serde_json::from_value::<Document>(tidied).expect("reads back");
    }
}
