//! Who may do what with a request, in which state; what an acceptance comes to.

use super::*;
use crate::money::Money;
use crate::{
    conversations::{ConversationRefusal, ConversationState},
    offers::{
        Revisions,
        tests::{CLIENT, DJ, RIVAL, id, now, party, person},
    },
    organizations::OrganizationState,
    services::Content,
    text,
};

const ACTIONS: [QuoteRequestAction; 4] = [
    QuoteRequestAction::Accept,
    QuoteRequestAction::Adjust,
    QuoteRequestAction::Decline,
    QuoteRequestAction::Withdraw,
];

fn written() -> WrittenNeeds {
    WrittenNeeds {
        text: "Un mariage de 120 personnes.".to_owned(),
        budget: Some(Money::euros(90_000)),
        wanted_on: Some("2027-06-12".to_owned()),
    }
}

fn conversation() -> Conversation {
    Conversation {
        id: id(30),
        client: id(CLIENT),
        provider: id(DJ),
        state: ConversationState::Open,
        assignee: None,
        client_state: OrganizationState::Open,
        provider_state: OrganizationState::Open,
        created_at: now(),
        last_at: now(),
    }
}

fn asked() -> QuoteRequest {
    let (conversation, provider) = (conversation(), party(DJ));
    let asker = Asker {
        conversation: Some(&conversation),
        provider: &provider,
        listing: Listing::Present,
        open: 0,
    };
    let needs = written().parse(now()).unwrap();
    asker.ask(&person(CLIENT), id(40), id(41), needs, &Limits::default(), now()).unwrap().after
}

fn quoted(state: QuoteRequestState) -> Quoted {
    Quoted { request: QuoteRequest { state, ..asked() }, conversation: conversation() }
}

fn service() -> Service {
    Service {
        id: id(41),
        version: 1,
        provider: id(DJ),
        slug: String::new(),
        content: Content {
            title: "Soirée dansante".to_owned(),
            trade: "dj".to_owned(),
            description: "De l’apéritif à la dernière danse.".to_owned(),
            price_from: Money::euros(45_000),
            delivery_days: 30,
            revisions: Revisions::UpTo(2),
            packages: Vec::new(),
            questions: Vec::new(),
            greeting: String::new(),
            photos: Vec::new(),
        },
        state: ServiceState::Published { since: now() },
        created_at: now(),
    }
}

/// S4-011: needs, budget and day; each that is missing is refused by name.
#[test]
fn needs_budget_and_day_are_mandatory() {
    let nothing = WrittenNeeds { text: " ".to_owned(), budget: None, wanted_on: None };
    let wrong = nothing.parse(now()).unwrap_err();
    let pointers: Vec<&str> = wrong.errors().iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(pointers, ["/needs", "/budget", "/wanted_on"]);
    assert!(wrong.errors().iter().all(|it| it.explanation == text::missing()));
}

#[test]
fn a_day_is_from_today_to_two_years_from_now() {
    let on = |day: &str| {
        let wanted_on = Some(day.to_owned());
        WrittenNeeds { wanted_on, ..written() }.parse(now()).map(|needs| needs.wanted_on)
    };
    let code = |day: &str| on(day).unwrap_err().errors()[0].explanation.code;
    assert!(on("2027-03-01").is_ok() && on("2029-02-28").is_ok());
    assert_eq!(code("2027-02-28"), "day_past");
    assert_eq!(code("2029-03-01"), "date_too_far");
    assert_eq!(code("2027-02-29"), "invalid_day");
    let budget = |cents| {
        let budget = Some(Money::euros(cents));
        WrittenNeeds { budget, ..written() }.parse(now()).is_ok()
    };
    assert!(!budget(99) && budget(100) && budget(1_000_000_000) && !budget(1_000_000_001));
}

/// It waits for as long as a quote does, and never beyond the day that is asked for.
#[test]
fn a_request_ends_by_itself() {
    let open = asked();
    assert_eq!(open.expires_at, now() + TimeDelta::days(30));
    assert!(open.clone().expire(open.expires_at - TimeDelta::milliseconds(1)).is_none());
    let over = open.clone().expire(open.expires_at).unwrap().after;
    assert_eq!(over.state, QuoteRequestState::Expired);
    assert!(over.expire(open.expires_at).is_none());
    let (talk, provider) = (conversation(), party(DJ));
    let conversation = Some(&talk);
    let asker = Asker { conversation, provider: &provider, listing: Listing::Present, open: 0 };
    let wanted_on = Some("2027-03-02".to_owned());
    let needs = WrittenNeeds { wanted_on, ..written() }.parse(now()).unwrap();
    let soon = asker.ask(&person(CLIENT), id(40), id(41), needs, &Limits::default(), now());
    assert_eq!(soon.unwrap().after.expires_at.to_rfc3339(), "2027-03-02T23:00:00+00:00");
}

#[test]
fn only_a_client_asks_where_it_may_write() {
    let (open, provider) = (conversation(), party(DJ));
    let blocked = Conversation { state: ConversationState::Blocked, ..open.clone() };
    let asker = Asker {
        conversation: None,
        provider: &provider,
        listing: Listing::Present,
        open: OPEN_MAX - 1,
    };
    let client = person(CLIENT);
    assert_eq!(asker.permits(&client), Ok(()));
    assert_eq!(asker.permits(&person(RIVAL)), Err(QuoteRefusal::ClientsAsk.into()));
    let full = Asker { open: OPEN_MAX, ..asker };
    assert_eq!(full.permits(&client), Err(QuoteRefusal::TooMany.into()));
    let hidden = Asker { listing: Listing::Absent, ..asker };
    assert_eq!(hidden.permits(&client), Err(ConversationRefusal::ProviderUnlisted.into()));
    let bare = Asker { listing: Listing::WithoutService, ..asker };
    assert_eq!(bare.permits(&client), Err(ConversationRefusal::ProviderWithoutService.into()));
    let refused = Asker { conversation: Some(&blocked), ..asker };
    assert_eq!(refused.permits(&client), Err(ConversationRefusal::Blocked.into()));
    // Who talks already asks a provider that the directory no longer shows.
    let known = Asker { conversation: Some(&open), listing: Listing::Absent, ..asker };
    assert_eq!(known.permits(&client), Ok(()));
}

/// S4-013: the provider accepts, adjusts or declines; the client takes back; nothing happens twice.
#[test]
fn who_may_do_what_in_which_state() {
    use QuoteRequestAction::Withdraw;
    for &state in QuoteRequestState::ALL {
        let quoted = quoted(state);
        let is_open = state == QuoteRequestState::Open;
        for action in ACTIONS {
            let (own, other, wrong) = if action == Withdraw {
                (CLIENT, DJ, QuoteRefusal::ClientDecides)
            } else {
                (DJ, CLIENT, QuoteRefusal::ProviderDecides)
            };
            let over = if is_open { Ok(()) } else { Err(QuoteRefusal::Over) };
            assert_eq!(quoted.permits(action, &person(own), now()), over, "{state:?} {action:?}");
            assert_eq!(quoted.permits(action, &person(other), now()), Err(wrong));
        }
    }
    let past = quoted(QuoteRequestState::Open);
    let late = past.request.expires_at;
    for (action, side) in ACTIONS.into_iter().zip([DJ, DJ, DJ, CLIENT]) {
        assert_eq!(past.permits(action, &person(side), late), Err(QuoteRefusal::Past));
    }
    assert_eq!(past.actions(&person(RIVAL), now()), []);
}

#[test]
fn a_gone_side_leaves_only_a_no() {
    let mut quoted = quoted(QuoteRequestState::Open);
    quoted.conversation.client_state = OrganizationState::Closed;
    assert_eq!(quoted.actions(&person(DJ), now()), [QuoteRequestAction::Decline]);
}

/// S4-013, S4-014: an acceptance offers the service at the client's price and by its day, never above it.
#[test]
fn an_acceptance_costs_what_the_client_said() {
    let whole = |cents: i64, rate: VatRate| {
        let mut quoted = quoted(QuoteRequestState::Open);
        quoted.request.needs.budget = Money::euros(cents);
        let proposal =
            quoted.proposal((&party(DJ), &service()), Some(rate), &Limits::default(), now());
        let proposal = proposal.unwrap();
        proposal.terms.totals().gross.amount
    };
    for rate in VatRate::ALL {
        for cents in [100, 101, 300, 9_999, 90_000, 123_457, 1_000_000_000] {
            let gross = whole(cents, rate);
            assert!((cents - 1..=cents).contains(&gross), "{cents} {rate:?}: {gross}");
        }
    }
    assert_eq!(whole(90_000, VatRate::NORMAL), 90_000);
}

#[test]
fn an_acceptance_is_the_service_as_it_is() {
    let quoted = quoted(QuoteRequestState::Open);
    let limits = Limits::default();
    let proposal = quoted.proposal((&party(DJ), &service()), None, &limits, now()).unwrap();
    assert_eq!(proposal.title, "Soirée dansante");
    assert_eq!(proposal.private_message, "Un mariage de 120 personnes.");
    assert_eq!(proposal.conditions.service, Some(id(41)));
    assert_eq!(proposal.conditions.revisions, Revisions::UpTo(2));
    // From 1 March to 12 June.
    assert!(matches!(
        proposal.terms,
        crate::offers::terms::Terms::Fixed { delivery_days: Some(103), .. }
    ));
    let gone = Service { state: ServiceState::Archived, ..service() };
    let proposal = quoted.proposal((&party(DJ), &gone), None, &limits, now()).unwrap();
    assert_eq!(proposal.conditions.service, None);
}

/// Who is exempt from VAT charges none, and hears so by the field.
#[test]
fn an_acceptance_charges_the_providers_vat() {
    let quoted = quoted(QuoteRequestState::Open);
    let exempt = Organization { vat_exempt: true, ..party(DJ) };
    let rates = |provider: &Organization, rate| {
        let found = quoted.proposal((provider, &service()), rate, &Limits::default(), now());
        found.map(|proposal| proposal.terms.lines()[0].vat_rate)
    };
    assert_eq!(rates(&party(DJ), None), Ok(VatRate::NORMAL));
    assert_eq!(rates(&exempt, None), Ok(VatRate::NONE));
    assert_eq!(rates(&exempt, Some(VatRate::NONE)), Ok(VatRate::NONE));
    let refused = rates(&exempt, Some(VatRate::NORMAL)).unwrap_err();
    assert_eq!(refused.errors()[0].pointer, "/vat_rate");
}

#[test]
fn an_answer_names_its_offer() {
    let quoted = quoted(QuoteRequestState::Open);
    let answered =
        quoted.answer(QuoteRequestAction::Adjust, &person(DJ), id(50), now()).unwrap().after;
    assert_eq!((answered.state, answered.offer), (QuoteRequestState::Answered, Some(id(50))));
    assert!(answered.clone().end(EndReason::Blocked).is_none());
    assert!(answered.decline_with_all().is_none());
}
