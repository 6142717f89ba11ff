//! `If-Match`: an edit names the version it saw.

use std::future::{Ready, ready};

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::{StatusCode, header},
};
use estrade_db::Error;
use estrade_domain::refusal::Explanation;

use crate::problem::Problem;

/// The version that the caller saw.
#[derive(Debug, Clone, Copy)]
pub struct IfMatch(pub i32);

impl IfMatch {
    /// Refuses (412) when the thing is no longer at that version.
    pub fn check(self, version: i32) -> Result<(), Error> {
        if self.0 == version { Ok(()) } else { Err(Error::PreconditionFailed) }
    }
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read(request: &HttpRequest) -> Result<IfMatch, Problem> {
    let Some(value) = request.headers().get(header::IF_MATCH) else {
        return Err(Problem::new(
            StatusCode::PRECONDITION_REQUIRED,
            Explanation::new(
                "if_match_required",
                "Indiquez la version que vous modifiez (en-tête If-Match).",
                "Name the version that you edit (If-Match header).",
            ),
        ));
    };
    let version = value.to_str().ok().and_then(|text| text.trim().trim_matches('"').parse().ok());
    version.map(IfMatch).ok_or_else(|| {
        Problem::bad_request(
            "invalid_if_match",
            "If-Match attend la version entre guillemets, par exemple \"3\".",
            "If-Match takes the version in quotes, for example \"3\".",
        )
    })
}
