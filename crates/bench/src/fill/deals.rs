//! Orders whose funds are held and whose delivery waits to be accepted: each acceptance releases money.

use estrade_db::{
    Db, Error, Tx, conn::SimpleConnection, conversations, offers::custom, orders, payments,
};
use estrade_domain::{
    ids::ConversationId,
    limits::Limits,
    money::Money,
    offers::{
        Sender, Settlement, WrittenConditions, WrittenCustomOffer,
        terms::{TermsKind, WrittenLine, WrittenTerms},
    },
    organizations::Plan,
    payments::{Payment, Psp, Purpose, Seen},
};

use super::{
    in_chunks,
    people::{Party, form, join, subscription},
    talks::give_key,
};
use crate::{Fault, scenarios::payer_key};

/// So many clients, each with a provider of its own: no two release to the same account at once, as on a marketplace.
pub const PAIRS: usize = 64;
/// So many orders of each pair: more than any machine accepts in the rounds.
const ORDERS: usize = 200;

struct Pair {
    client: Party,
    provider: Party,
    conversation: ConversationId,
}

/// The orders, each with the number of its client.
pub async fn fill(db: &Db) -> Result<Vec<String>, Fault> {
    let pairs = db.write(|tx| (0..PAIRS).map(|number| pair(tx, number)).collect()).await?;
    let pairs: std::sync::Arc<Vec<Pair>> = std::sync::Arc::new(pairs);
    let one = move |tx: &mut Tx<'_>, number: usize| {
        let who = number % PAIRS;
        Ok(format!("{who} {}", delivered(tx, &pairs[who])?))
    };
    let made = in_chunks(db, PAIRS * ORDERS, one).await?;
    println!("{} orders with held funds, delivered", made.len());
    Ok(made)
}

fn pair(tx: &mut Tx<'_>, number: usize) -> Result<Pair, Error> {
    let mut buys = form("client", 1_000_000 + number);
    buys.siret = None;
    let client = join(tx, &buys, "none", |_| ())?;
    let mut sells = form("seller", number);
    sells.trades = vec!["dj".to_owned()];
    (sells.departements, sells.france_wide) = (Vec::new(), true);
    let provider = join(tx, &sells, "none", |it| it.subscription = subscription(Plan::VipPlus))?;
    give_key(tx, &client.actor, &payer_key(number))?;
    let (conversation, now): (ConversationId, _) = (tx.id(), tx.now().timestamp_millis());
    let (buyer, seller) = (client.organization.id, provider.organization.id);
    tx.batch_execute(&format!(
        "insert into conversations (id, client_id, provider_id, created_at, last_at, last_text, last_party, state,
           last_kind, is_indexed)
         values ('{conversation}', '{buyer}', '{seller}', {now}, {now}, 'Bonjour', '{buyer}', 'open', 'message', 1)"
    ))?;
    Ok(Pair { client, provider, conversation })
}

/// From the offer to the delivery, as the requests would.
fn delivered(tx: &mut Tx<'_>, pair: &Pair) -> Result<String, Error> {
    let Pair { client, provider, conversation } = pair;
    let (limits, now) = (Limits::default(), tx.now());
    let conversation = conversations::get(tx, *conversation, &client.actor)?.conversation;
    let sender = Sender {
        conversation: &conversation,
        provider: &provider.organization,
        kinds: &[TermsKind::Fixed],
        settlements: Settlement::ALL,
    };
    let proposal = written().parse(None, &limits, now)?;
    let sent = sender.send(&provider.actor, tx.id(), proposal, &limits, now)?;
    let offer = custom::insert(tx, &provider.actor, sent)?;
    let placed = offer.accept(&client.actor, &provider.organization, 1, tx.id(), &limits, now)?;
    let order = custom::place(tx, &client.actor, placed)?;
    let (purse, net, amount) = order.pay(&client.actor, now)?;
    let purpose = Purpose::Milestone(purse);
    let payment = Payment::ask(tx.id(), order.client, purpose, (net, amount), Psp::Sandbox, now);
    payments::insert(tx, Some(&client.actor), &payment)?;
    let seen = Seen::Succeeded { amount, intent: None, card: None };
    payments::note(tx, payment.id, &seen)?;
    let funded = orders::get(tx, order.id, &provider.actor)?;
    let begun = orders::record(tx, Some(&provider.actor), funded.start(&provider.actor, now)?)?;
    let delivery = begun.deliver(&provider.actor, String::new(), &limits, now)?;
    Ok(orders::record(tx, Some(&provider.actor), delivery)?.id.to_string())
}

fn written() -> WrittenCustomOffer {
    let line = WrittenLine {
        label: "Soirée dansante, 6 h".to_owned(),
        quantity: "1".to_owned(),
        unit_price: Money::euros(80_000),
        vat_rate: 0,
    };
    WrittenCustomOffer {
        title: "Soirée de mariage".to_owned(),
        description: "De 20 h à 3 h, lumières comprises.".to_owned(),
        terms: WrittenTerms::Fixed { lines: vec![line], delivery_days: 14 },
        conditions: WrittenConditions {
            settlement: Some(Settlement::Held),
            ..WrittenConditions::default()
        },
        expires_on: None,
    }
}
