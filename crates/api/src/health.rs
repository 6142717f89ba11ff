//! Whether the server lives and is ready.

use actix_web::HttpResponse;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{app::App, problem::Answer, reply};

/// What a probe reads.
#[derive(Serialize, ToSchema)]
pub struct Health {
    /// Always `ok`.
    #[schema(example = "ok")]
    status: &'static str,
}

/// The process lives.
#[utoipa::path(get, path = "/healthz", operation_id = "health_live", tag = "health", security(()), responses((status = 200, body = Health)))]
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(Health { status: "ok" })
}

/// The database answers.
#[utoipa::path(get, path = "/readyz", operation_id = "health_ready", tag = "health", security(()), responses((status = 200, body = Health)))]
pub async fn ready(app: App) -> Answer {
    app.db.read(estrade_db::ping).await?;
    reply::ok(&Health { status: "ok" })
}
