//! Refusals as `application/problem+json` (RFC 9457): one status for each, a stable code, a sentence
//! in the reader's language.

mod status;

use actix_web::{
    HttpResponse, ResponseError,
    http::{StatusCode, header},
};
use estrade_db::Error;
use estrade_domain::{
    fields::{FieldError, Fields},
    language::Language,
    refusal::{Explain, Explanation, Refusal},
};
use serde::Serialize;
use utoipa::ToSchema;

use self::status::status;

/// A refusal on its way out. The outermost middleware gives it its language and the request's id.
#[derive(Debug, Clone)]
pub struct Problem {
    status: StatusCode,
    explanation: Explanation,
    errors: Vec<FieldError>,
    headers: Vec<(header::HeaderName, String)>,
}

/// What a handler answers.
pub type Answer = Result<HttpResponse, Problem>;

/// RFC 9457 problem details.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemView<'a> {
    /// A URI reference that names the kind of problem.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "/problems/not_found")]
    kind: String,
    /// The status in words.
    title: &'a str,
    /// The HTTP status.
    status: u16,
    /// What went wrong, for a person.
    detail: &'a str,
    /// What went wrong, for a program; stable.
    #[schema(example = "not_found")]
    code: &'a str,
    /// Names this request in the logs.
    request_id: &'a str,
    /// The wrong fields, when the body or the query had some.
    errors: Vec<FieldView<'a>>,
}

/// A wrong field.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemField)]
struct FieldView<'a> {
    /// A JSON pointer into the body.
    #[schema(example = "/email")]
    pointer: &'a str,
    /// Why, for a program; stable.
    code: &'a str,
    /// Why, for a person.
    detail: &'a str,
}

impl Problem {
    /// A status with its explanation.
    #[must_use]
    pub fn new(status: StatusCode, explanation: Explanation) -> Self {
        Self { status, explanation, errors: Vec::new(), headers: Vec::new() }
    }

    /// Adds a header that goes with the status.
    #[must_use]
    pub fn with_header(mut self, name: header::HeaderName, value: impl std::fmt::Display) -> Self {
        self.headers.push((name, value.to_string()));
        self
    }

    /// There is no such thing, or not for you.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            Explanation::new(
                "not_found",
                "Cette page ou cet objet n’existe pas.",
                "There is no such thing.",
            ),
        )
    }

    /// What was refused before any of our own code saw it.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::not_found(),
            status if status.is_server_error() => Self::internal(),
            status => Self::new(
                status,
                Explanation::new(
                    "bad_request",
                    "Cette requête n’a pas pu être lue.",
                    "This request could not be read.",
                ),
            ),
        }
    }

    /// Nobody knows who asks.
    #[must_use]
    pub fn unauthenticated() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            Explanation::new(
                "unauthenticated",
                "Connectez-vous pour continuer.",
                "Log in to go on.",
            ),
        )
        .with_header(header::WWW_AUTHENTICATE, "Bearer")
    }

    /// Known, but not allowed.
    #[must_use]
    pub fn forbidden(code: &'static str, french: &'static str, english: &'static str) -> Self {
        Self::new(StatusCode::FORBIDDEN, Explanation::new(code, french, english))
    }

    /// A request that cannot be read.
    #[must_use]
    pub fn bad_request(
        code: &'static str,
        french: impl Into<String>,
        english: impl Into<String>,
    ) -> Self {
        Self::new(StatusCode::BAD_REQUEST, Explanation::new(code, french.into(), english.into()))
    }

    /// The answer in a language, naming its request.
    #[must_use]
    pub fn render(&self, language: Language, request_id: &str) -> HttpResponse {
        let errors = self.errors.iter().map(|error| FieldView {
            pointer: &error.pointer,
            code: error.explanation.code,
            detail: error.explanation.in_language(language),
        });
        let view = ProblemView {
            kind: format!("/problems/{}", self.explanation.code),
            title: self.status.canonical_reason().unwrap_or("Error"),
            status: self.status.as_u16(),
            detail: self.explanation.in_language(language),
            code: self.explanation.code,
            request_id,
            errors: errors.collect(),
        };
        let mut response = HttpResponse::build(self.status);
        response.content_type("application/problem+json");
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        response.insert_header((header::CONTENT_LANGUAGE, language.code()));
        for (name, value) in &self.headers {
            response.append_header((name.clone(), value.as_str()));
        }
        response.body(serde_json::to_vec(&view).unwrap_or_default())
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.status.as_u16(), self.explanation.code)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        self.render(Language::default(), "")
    }
}

impl From<Fields> for Problem {
    fn from(fields: Fields) -> Self {
        let explanation = Explanation::new(
            "invalid_fields",
            "Certains champs sont à corriger.",
            "Some fields need to be corrected.",
        );
        Self {
            errors: fields.errors().to_vec(),
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, explanation)
        }
    }
}

macro_rules! from_refusals {
    ($($refusal:ty),+ $(,)?) => {$(
        impl From<$refusal> for Problem {
            fn from(refusal: $refusal) -> Self {
                let refusal = Refusal::from(refusal);
                Self::new(status(&refusal), refusal.explain())
            }
        }
    )+};
}

estrade_domain::each_refusal!(from_refusals);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(refusal) => refusal.into(),
            Error::Fields(fields) => fields.into(),
            Error::NotFound => Self::not_found(),
            Error::Stale => Self::new(
                StatusCode::CONFLICT,
                Explanation::new(
                    "changed_meanwhile",
                    "Quelqu’un vient de modifier cet élément. Rechargez la page et recommencez.",
                    "Someone just changed this. Reload and try again.",
                ),
            ),
            Error::PreconditionFailed => Self::new(
                StatusCode::PRECONDITION_FAILED,
                Explanation::new(
                    "version_outdated",
                    "Cet élément a changé depuis que vous l’avez ouvert. Rechargez-le avant de l’enregistrer.",
                    "This changed since you opened it. Reload it before you save.",
                ),
            ),
            Error::Unavailable(reason) => {
                tracing::error!(reason, "the database is unavailable");
                Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    Explanation::new(
                        "busy",
                        "Le service est momentanément surchargé. Réessayez dans quelques secondes.",
                        "The service is overloaded for a moment. Try again in a few seconds.",
                    ),
                )
                .with_header(header::RETRY_AFTER, 2)
            }
            error @ (Error::Corrupt { .. } | Error::Database(_)) => {
                tracing::error!(%error, "a request failed");
                Self::internal()
            }
        }
    }
}

impl Problem {
    /// Our fault.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            Explanation::new(
                "internal",
                "Une erreur est survenue de notre côté. Donnez le numéro de la requête au support.",
                "Something went wrong on our side. Give the request id to support.",
            ),
        )
    }
}
