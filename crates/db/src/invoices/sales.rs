//! Invoices of what the platform sells: plans, campaigns, and its commission on what a provider earned.

use estrade_domain::{
    campaigns::CampaignState,
    ids::{CampaignId, OrderId, PaymentId},
    invoices::{Draft, Invoice, Platform, Sale, Supply},
    language::Language,
    orders::MilestoneState,
    payments::Purpose as PaidFor,
    phrases,
    world::legal_day,
};

use super::{buyer_language, issue};
use crate::{Error, Tx, campaigns, orders, organizations, payments};

/// Issues the invoice of a plan that was paid (S1-113).
pub fn issue_plan(tx: &mut Tx<'_>, platform: &Platform, id: PaymentId) -> Result<Invoice, Error> {
    let payment = payments::of_id(tx, id)?;
    let (PaidFor::Plan(_, months), Some(paid_at)) = (payment.purpose, payment.paid_at) else {
        return Err(Error::NotFound);
    };
    let buyer = organizations::get(tx, payment.payer)?;
    let language = buyer_language(tx, payment.payer)?;
    let until = buyer.subscription.and_then(|subscription| subscription.until);
    let supplied = Supply::between(legal_day(paid_at), legal_day(until.unwrap_or(paid_at)));
    let sale = Sale {
        subject: id.to_string(),
        label: language.pick(format!("VIP+, {months} mois"), format!("VIP+, {months} months")),
        price: payment.net,
        discount: None,
        supplied,
        paid_on: Some(legal_day(paid_at)),
        language,
    };
    issue(tx, Draft::plan(platform, &buyer, sale)?)
}

/// Issues the invoice of a campaign that was paid, with what VIP+ took off it (S1-113, S1-128).
pub fn issue_campaign(
    tx: &mut Tx<'_>,
    platform: &Platform,
    id: CampaignId,
) -> Result<Invoice, Error> {
    let campaign = campaigns::of_id(tx, id)?;
    let (CampaignState::Paid { at } | CampaignState::Stopped { paid_at: at, .. }, Some(due)) =
        (&campaign.state, campaign.due)
    else {
        return Err(Error::NotFound);
    };
    let buyer = organizations::get(tx, campaign.provider)?;
    let language = buyer_language(tx, campaign.provider)?;
    let reason = language.pick("Remise VIP+", "VIP+ discount").to_owned();
    let sale = Sale {
        subject: id.to_string(),
        label: phrases::campaign(language, &campaign.content),
        price: due.price.listed,
        discount: Some((due.price.discount_percent, reason)).filter(|(percent, _)| *percent > 0),
        supplied: Supply::between(campaign.content.starts_on, campaign.content.ends_on()),
        paid_on: Some(legal_day(*at)),
        language,
    };
    issue(tx, Draft::campaign(platform, &buyer, sale)?)
}

/// Issues the invoice of the platform's commission on a milestone whose funds were released; none without one.
pub fn issue_commission(
    tx: &mut Tx<'_>,
    platform: &Platform,
    order: OrderId,
    milestone: u32,
) -> Result<Option<Invoice>, Error> {
    let order = orders::of_id(tx, order)?;
    let place = usize::try_from(milestone.saturating_sub(1)).unwrap_or(usize::MAX);
    let (Some(held), Some(part)) = (order.held, order.milestones.get(place)) else {
        return Ok(None);
    };
    let (released, at) = match part.state {
        MilestoneState::Accepted { accepted_at, .. } => (part.gross, accepted_at),
        MilestoneState::Settled { released, settled_at, .. } => (released, settled_at),
        _ => return Ok(None),
    };
    let commission = held.commission(released);
    if commission.net.amount == 0 {
        return Ok(None);
    }
    let provider = organizations::get(tx, order.provider)?;
    let language: Language = buyer_language(tx, order.provider)?;
    let day = legal_day(at);
    let title = &order.title;
    let sale = Sale {
        subject: order.purse(milestone).to_string(),
        label: language
            .pick(format!("Commission sur « {title} »"), format!("Commission on “{title}”")),
        price: commission.net,
        discount: None,
        supplied: Supply::between(day, day),
        paid_on: Some(day),
        language,
    };
    issue(tx, Draft::commission(platform, &provider, sale, held.commission_vat)?).map(Some)
}
