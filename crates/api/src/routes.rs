//! The one list of routes. It registers the handlers, answers 405 with `Allow` for other methods, and
//! names what the OpenAPI document describes.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web,
};
use estrade_domain::refusal::Explanation;

use crate::{
    accounts, api_keys, banners, campaigns, contact_messages, conversations, custom_offers,
    deletion_requests, deliveries, disputes, files, health, help_votes, invitations, invoices,
    live, lots, mailbox, members, needs, notices, offers, openapi, operator, orders, organizations,
    password_resets, payments, payouts, problem::Problem, providers, quote_requests, reference,
    registrations, reviews, services, sessions, tags, tenders, todo, webhooks,
};

macro_rules! routes {
    ($($path:literal { $($method:ident => $($segment:ident)::+),+ $(,)? })+) => {
        /// What the OpenAPI document describes.
        #[derive(utoipa::OpenApi)]
        #[openapi(paths($($($($segment)::+),+),+))]
        pub(crate) struct Described;

        /// Registers every route.
        pub fn configure(config: &mut web::ServiceConfig) {
            config.app_data(web::PathConfig::default().error_handler(|_, _| Problem::not_found().into()));
            config.app_data(web::QueryConfig::default().error_handler(|error, _| bad_query(&error).into()));
            $(config.service(
                web::resource($path)
                    $(.route(method::$method().to($($segment)::+)))+
                    .default_service(web::to(|| async {
                        Err::<HttpResponse, Problem>(wrong_method(&[$(stringify!($method)),+]))
                    })),
            );)+
            config.service(web::resource("/v1/openapi.json").route(web::get().to(openapi::serve)));
            config.service(web::scope("/v1").default_service(web::to(unknown)));
        }
    };
}

routes! {
    "/healthz" { get => health::live }
    "/readyz" { get => health::ready }
    "/v1/trades" { get => reference::trades }
    "/v1/departements" { get => reference::departements }
    "/v1/plans" { get => reference::plans }
    "/v1/settings" { get => reference::settings }
    "/v1/providers" { get => providers::list }
    "/v1/providers/{handle}" { get => providers::get }
    "/v1/registrations" { post => registrations::create }
    "/v1/activations" { post => registrations::activate }
    "/v1/activations/resend" { post => registrations::resend }
    "/v1/sessions" { get => sessions::list, post => sessions::create }
    "/v1/sessions/current" { delete => sessions::delete_current }
    "/v1/sessions/refresh" { post => sessions::refresh }
    "/v1/sessions/{id}" { delete => sessions::delete }
    "/v1/password-resets" { post => password_resets::create }
    "/v1/password-resets/confirm" { post => password_resets::confirm }
    "/v1/me/todo" { get => todo::get }
    "/v1/notices" { get => notices::list }
    "/v1/notices/read-all" { post => notices::read_all }
    "/v1/notices/{id}/read" { post => notices::read }
    "/v1/mailbox" { get => mailbox::list }
    "/v1/mailbox/{id}" { get => mailbox::get }
    "/v1/me" { get => accounts::me, patch => accounts::update }
    "/v1/me/password" { post => accounts::change_password }
    "/v1/event-kinds" { get => tenders::event_kinds }
    "/v1/tenders" { get => tenders::list, post => tenders::create }
    "/v1/tenders/{id}" { get => tenders::get, patch => tenders::update, delete => tenders::delete }
    "/v1/tenders/{id}/publish" { post => tenders::publish }
    "/v1/tenders/{id}/close" { post => tenders::close }
    "/v1/tenders/{id}/hide" { post => tenders::hide }
    "/v1/tenders/{id}/unhide" { post => tenders::unhide }
    "/v1/my/tenders" { get => tenders::mine }
    "/v1/my/lots" { get => tenders::my_lots }
    "/v1/lots/{id}/offers" { get => offers::of_lot, post => offers::create }
    "/v1/lots/{id}/withdraw-choice" { post => lots::withdraw_choice }
    "/v1/lots/{id}/complete" { post => lots::complete }
    "/v1/lots/{id}/review" { post => lots::review }
    "/v1/my/offers" { get => offers::mine }
    "/v1/offers/{id}" { get => offers::get }
    "/v1/offers/{id}/versions" { get => offers::versions }
    "/v1/offers/{id}/revise" { post => offers::revise }
    "/v1/offers/{id}/reconfirm" { post => offers::reconfirm }
    "/v1/offers/{id}/withdraw" { post => offers::withdraw }
    "/v1/offers/{id}/choose" { post => offers::choose }
    "/v1/offers/{id}/confirm" { post => offers::confirm }
    "/v1/offers/{id}/decline" { post => offers::decline }
    "/v1/events" { get => live::listen }
    "/v1/quote-requests" { get => quote_requests::list, post => quote_requests::create }
    "/v1/quote-requests/{id}" { get => quote_requests::get }
    "/v1/quote-requests/{id}/accept" { post => quote_requests::accept }
    "/v1/quote-requests/{id}/decline" { post => quote_requests::decline }
    "/v1/quote-requests/{id}/withdraw" { post => quote_requests::withdraw }
    "/v1/terms-kinds" { get => custom_offers::kinds }
    "/v1/conversations/{id}/custom-offers" { post => custom_offers::create }
    "/v1/custom-offers" { get => custom_offers::list }
    "/v1/custom-offers/{id}" { get => custom_offers::get }
    "/v1/custom-offers/{id}/versions" { get => custom_offers::versions }
    "/v1/custom-offers/{id}/revise" { post => custom_offers::revise }
    "/v1/custom-offers/{id}/withdraw" { post => custom_offers::withdraw }
    "/v1/custom-offers/{id}/accept" { post => custom_offers::accept }
    "/v1/custom-offers/{id}/decline" { post => custom_offers::decline }
    "/v1/orders" { get => orders::list }
    "/v1/orders/{id}" { get => orders::get }
    "/v1/orders/{id}/pay" { post => orders::pay }
    "/v1/orders/{id}/card" { delete => orders::forget_card }
    "/v1/orders/{id}/start" { post => orders::start }
    "/v1/orders/{id}/give-requirements" { post => orders::give_requirements }
    "/v1/orders/{id}/deliver" { post => deliveries::deliver }
    "/v1/orders/{id}/request-revision" { post => orders::request_revision }
    "/v1/orders/{id}/accept" { post => orders::accept }
    "/v1/orders/{id}/stop" { post => orders::stop }
    "/v1/orders/{id}/cancel" { post => orders::cancel }
    "/v1/orders/{id}/hours" { get => orders::hours::list, post => orders::hours::log }
    "/v1/orders/{id}/hours/{hours}" { delete => orders::hours::remove }
    "/v1/orders/{id}/set-weekly-hours" { post => orders::set_weekly_hours }
    "/v1/orders/{id}/review" { post => orders::review }
    "/v1/orders/{id}/dispute" { post => disputes::open }
    "/v1/disputes" { get => disputes::list }
    "/v1/disputes/{id}" { get => disputes::get }
    "/v1/disputes/{id}/say" { post => disputes::say }
    "/v1/disputes/{id}/close" { post => disputes::close }
    "/v1/disputes/{id}/propose" { post => disputes::propose }
    "/v1/disputes/{id}/agree" { post => disputes::agree }
    "/v1/disputes/{id}/escalate" { post => disputes::escalate }
    "/v1/disputes/{id}/rule" { post => disputes::rule }
    "/v1/disputes/{id}/confirm" { post => disputes::confirm }
    "/v1/disputes/{id}/exchanges" { get => disputes::exchanges }
    "/v1/payments" { get => payments::list }
    "/v1/payments/{id}" { get => payments::get }
    "/v1/payments/{id}/test-card" { post => payments::test_card }
    "/v1/payments/{id}/test-confirmation" { post => payments::test_confirmation }
    "/v1/payouts" { get => payouts::list, post => payouts::create }
    "/v1/payout-account" { get => payouts::account, put => payouts::set_account }
    "/v1/payout-account/onboard" { post => payouts::onboard }
    "/v1/webhooks/stripe" { post => webhooks::stripe }
    "/v1/plans/{plan}/buy" { post => payments::buy_plan }
    "/v1/campaigns" { get => campaigns::list, post => campaigns::create }
    "/v1/campaigns/prices" { get => campaigns::prices }
    "/v1/campaigns/{id}" { get => campaigns::get, patch => campaigns::update, delete => campaigns::delete }
    "/v1/campaigns/{id}/pay" { post => campaigns::pay }
    "/v1/banners" { get => banners::get }
    "/v1/banners/{id}/click" { post => banners::count_click }
    "/v1/page-views" { post => banners::count_view }
    "/v1/providers/{handle}/reviews" { get => reviews::of_provider }
    "/v1/providers/{handle}/services" { get => services::of_provider }
    "/v1/services" { get => services::list, post => services::create }
    "/v1/services/{id}" { get => services::get, patch => services::update, delete => services::delete }
    "/v1/services/{id}/order" { post => orders::buy }
    "/v1/services/{id}/publish" { post => services::publish }
    "/v1/services/{id}/pause" { post => services::pause }
    "/v1/services/{id}/resume" { post => services::resume }
    "/v1/my/services" { get => services::mine }
    "/v1/conversations" { get => conversations::list, post => conversations::open }
    "/v1/conversations/{id}" { get => conversations::get }
    "/v1/conversations/{id}/entries" { get => conversations::entries }
    "/v1/conversations/{id}/messages" { post => conversations::write }
    "/v1/conversations/{id}/read" { post => conversations::read }
    "/v1/conversations/{id}/closing" { get => conversations::closing }
    "/v1/conversations/{id}/decline" { post => conversations::decline }
    "/v1/conversations/{id}/block" { post => conversations::block }
    "/v1/conversations/{id}/unblock" { post => conversations::unblock }
    "/v1/conversations/{id}/assignee" { put => conversations::assign }
    "/v1/conversations/{id}/tags/{tag}" { put => conversations::apply_tag, delete => conversations::remove_tag }
    "/v1/files" { post => files::send }
    "/v1/files/{id}" { get => files::get }
    "/v1/files/{id}/content" { get => files::content }
    "/v1/needs" { get => needs::list, post => needs::send }
    "/v1/needs/preview" { post => needs::preview }
    "/v1/needs/{id}" { get => needs::get }
    "/v1/tags" { get => tags::list, post => tags::create }
    "/v1/tags/{id}" { patch => tags::update, delete => tags::delete }
    "/v1/reviews/{id}" { get => reviews::get }
    "/v1/reviews/{id}/answer" { post => reviews::answer }
    "/v1/potential-tenders" { get => tenders::potential }
    "/v1/organization" { get => organizations::get, patch => organizations::update }
    "/v1/organization/pause" { post => organizations::pause }
    "/v1/organization/resume" { post => organizations::resume }
    "/v1/organization/plan" { put => organizations::choose_plan }
    "/v1/members" { get => members::list }
    "/v1/members/{id}" { patch => members::update, delete => members::delete }
    "/v1/invitations" { get => invitations::list, post => invitations::create }
    "/v1/invitations/accept" { post => invitations::accept }
    "/v1/invitations/by-token/{token}" { get => invitations::by_token }
    "/v1/invitations/{id}" { delete => invitations::delete }
    "/v1/api-keys" { get => api_keys::list, post => api_keys::create }
    "/v1/api-keys/{id}" { delete => api_keys::delete }
    "/v1/deletion-requests" { get => deletion_requests::list, post => deletion_requests::create }
    "/v1/deletion-requests/{id}/withdraw" { post => deletion_requests::withdraw }
    "/v1/operator/accounts" { get => operator::accounts::list }
    "/v1/operator/organizations/{id}" { get => operator::organizations::get, patch => operator::organizations::correct }
    "/v1/operator/organizations/{id}/close" { post => operator::organizations::close }
    "/v1/operator/organizations/{id}/plan" { post => operator::organizations::grant_plan }
    "/v1/operator/deletion-requests" { get => operator::deletion_requests::list }
    "/v1/operator/deletion-requests/{id}/carry-out" { post => operator::deletion_requests::carry_out }
    "/v1/operator/lots" { get => operator::lots::list }
    "/v1/operator/lots/{id}/end" { post => operator::lots::end }
    "/v1/operator/bars" { get => operator::bars::list, post => operator::bars::create }
    "/v1/operator/bars/{id}" { delete => operator::bars::delete }
    "/v1/operator/terms-rules" { get => operator::terms_rules::list }
    "/v1/operator/terms-rules/{kind}" { patch => operator::terms_rules::set }
    "/v1/operator/campaigns" { get => operator::campaigns::list }
    "/v1/operator/campaigns/{id}/stop" { post => operator::campaigns::stop }
    "/v1/operator/placements" { get => operator::campaigns::placements }
    "/v1/operator/ledger" { get => operator::money::ledger }
    "/v1/operator/outgoings" { get => operator::money::list }
    "/v1/operator/outgoings/{id}/retry" { post => operator::money::retry }
    "/v1/operator/mails" { get => operator::mails::list }
    "/v1/operator/mails/{id}/retry" { post => operator::mails::retry }
    "/v1/operator/facts" { get => operator::facts::list }
    "/v1/orders/{id}/deliveries" { get => deliveries::of_order }
    "/v1/deliveries/{id}" { get => deliveries::get }
    "/v1/files/{id}/preview" { get => deliveries::preview }
    "/v1/invoices" { get => invoices::list }
    "/v1/invoices/years" { get => invoices::years }
    "/v1/invoices/archive" { get => invoices::archive }
    "/v1/invoices/{id}" { get => invoices::get }
    "/v1/invoices/{id}/pdf" { get => invoices::pdf }
    "/v1/invoices/{id}/xml" { get => invoices::xml }
    "/v1/organization/invoicing-mandate" { get => invoices::get_mandate, put => invoices::give_mandate, delete => invoices::revoke_mandate }
    "/v1/operator/invoices" { get => operator::invoices::list }
    "/v1/operator/invoices/{id}" { get => operator::invoices::get }
    "/v1/operator/invoices/{id}/pdf" { get => operator::invoices::pdf }
    "/v1/help-votes" { post => help_votes::create }
    "/v1/operator/help-votes" { get => operator::help_votes::list }
    "/v1/contact-messages" { post => contact_messages::create }
    "/v1/contact-messages/sum" { get => contact_messages::sum }
    "/v1/operator/contact-messages" { get => operator::contact_messages::list }
    "/v1/operator/contact-messages/{id}" { get => operator::contact_messages::get }
    "/v1/operator/contact-messages/{id}/answer" { post => operator::contact_messages::answer }
    "/v1/operator/contact-messages/{id}/dismiss" { post => operator::contact_messages::dismiss }
}

/// Who may GET may also HEAD: the same headers without the body.
pub(crate) mod method {
    pub(super) use actix_web::web::{delete, patch, post, put};
    use actix_web::{Route, guard, web};

    pub(crate) fn get() -> Route {
        web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
    }
}

async fn unknown() -> Result<HttpResponse, Problem> {
    Err(Problem::not_found())
}

fn wrong_method(allowed: &[&str]) -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        Explanation::new(
            "method_not_allowed",
            "Cette adresse n’accepte pas cette méthode.",
            "This address does not take this method.",
        ),
    )
    .with_header(header::ALLOW, allowed.join(", ").replace("get", "get, head").to_uppercase())
}

/// The reader of the query speaks English alone: what it names is told in both languages, the rest in English.
fn bad_query(error: &actix_web::error::QueryPayloadError) -> Problem {
    let told = error.to_string();
    let name = told.split('`').nth(1).unwrap_or_default();
    let (french, english) = if told.contains("missing field") {
        (
            format!("Il manque le paramètre « {name} » à l’adresse."),
            format!("The query parameter `{name}` is missing."),
        )
    } else if told.contains("unknown field") {
        (
            format!("Le paramètre « {name} » n’existe pas ici."),
            format!("There is no query parameter `{name}` here."),
        )
    } else {
        (
            "Un paramètre de l’adresse n’est pas valable.".to_owned(),
            format!("A query parameter is not valid ({told})."),
        )
    };
    Problem::bad_request("invalid_query", french, english)
}
