//! What follows from a fact besides letters: documents that a decision makes due.
//!
//! They follow here rather than in the transaction of the decision, so that no approval fails or waits for a document,
//! whoever approves: a client, or seven days of silence. A fact is told in one transaction that takes it up; should it
//! be taken up again all the same, what it made is found by its purpose and subject, and not made twice.

use estrade_db::{Error, Tx, invoices};
use estrade_domain::{facts::Fact, invoices::Platform};

/// Does what follows. Whoever runs the marketplace issues invoices of its own once it said who it is.
pub(crate) fn follow(
    tx: &mut Tx<'_>,
    fact: &Fact,
    platform: Option<&Platform>,
) -> Result<(), Error> {
    match (fact, platform) {
        (Fact::MilestoneAccepted { job, milestone, .. }, platform) => {
            invoices::issue_accepted(tx, job.order, *milestone)?;
            match platform {
                Some(platform) => {
                    invoices::issue_commission(tx, platform, job.order, *milestone).map(|_| ())
                }
                None => Ok(()),
            }
        }
        (Fact::PlanPaid { payment, .. }, Some(platform)) => {
            invoices::issue_plan(tx, platform, *payment).map(|_| ())
        }
        _ => Ok(()),
    }
}
