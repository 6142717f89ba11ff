//! What only the operator does and sees. For everyone else these pages do not exist.

pub mod accounts;
pub mod bars;
pub mod campaigns;
pub mod contact_messages;
pub mod deletion_requests;
pub mod facts;
pub mod help_votes;
pub mod invoices;
pub mod lots;
pub mod mails;
pub mod money;
pub mod organizations;
pub mod terms_rules;

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use estrade_domain::actor::OrganizationKind;

use crate::{caller::Caller, problem::Problem};

/// A caller who runs the marketplace.
pub struct Operator(pub Caller);

impl FromRequest for Operator {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let caller = Caller::from_request(request, payload);
        Box::pin(async move {
            let caller = caller.await?;
            caller.require(OrganizationKind::Operator)?;
            Ok(Self(caller))
        })
    }
}
