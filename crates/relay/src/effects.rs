//! What follows from a fact besides letters: documents that a decision makes due.
//!
//! They follow here rather than in the transaction of the decision, so that no approval fails or waits for a document,
//! whoever approves: a client, or seven days of silence. A fact is told in one transaction that takes it up; should it
//! be taken up again all the same, what it made is found by its purpose and subject, and not made twice.

use estrade_db::{Error, Tx, invoices, relaying};
use estrade_domain::{
    disputes::WayOut, facts::Fact, ids::OrderId, invoices::Platform, ledger::Purse,
};

/// Does what follows. Whoever runs the marketplace issues invoices of its own once it said who it is.
pub(crate) fn follow(
    tx: &mut Tx<'_>,
    fact: &Fact,
    platform: Option<&Platform>,
) -> Result<(), Error> {
    match fact {
        Fact::OrderStarted { job, milestone: 1 } => {
            invoices::issue_deposit(tx, job.order).map(|_| ())
        }
        Fact::OrderCancelled { job, .. } => invoices::credit_deposit(tx, job.order),
        Fact::MilestoneAccepted { job, milestone, .. } => {
            earned(tx, job.order, *milestone, platform)
        }
        Fact::DisputeAgreed { quarrel, way_out: WayOut::Split { .. } }
        | Fact::DisputeRuled { quarrel, way_out: WayOut::Split { .. }, .. } => {
            let Purse { order, milestone } = relaying::disputed(tx, quarrel.dispute)?;
            invoices::credit_deposit(tx, order)?;
            earned(tx, order, milestone, platform)
        }
        Fact::PlanPaid { payment, .. } => match platform {
            Some(platform) => invoices::issue_plan(tx, platform, *payment).map(|_| ()),
            None => Ok(()),
        },
        Fact::CampaignPaid { campaign, .. } => match platform {
            Some(platform) => invoices::issue_campaign(tx, platform, *campaign).map(|_| ()),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// A provider earned a milestone, or a part of it: its invoice to the client, and the platform's to it.
fn earned(
    tx: &mut Tx<'_>,
    order: OrderId,
    milestone: u32,
    platform: Option<&Platform>,
) -> Result<(), Error> {
    invoices::issue_milestone(tx, order, milestone)?;
    match platform {
        Some(platform) => invoices::issue_commission(tx, platform, order, milestone).map(|_| ()),
        None => Ok(()),
    }
}
