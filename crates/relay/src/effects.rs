//! What follows from a fact besides letters: documents that a decision makes due.
//!
//! They follow here rather than in the transaction of the decision, so that no approval fails or waits for a document,
//! whoever approves: a client, or seven days of silence. A fact is told in one transaction that takes it up; should it
//! be taken up again all the same, what it made is found by its purpose and subject, and not made twice.

use estrade_db::{Error, Tx, invoices};
use estrade_domain::facts::Fact;

/// Does what follows.
pub(crate) fn follow(tx: &mut Tx<'_>, fact: &Fact) -> Result<(), Error> {
    match fact {
        Fact::MilestoneAccepted { job, milestone, .. } => {
            invoices::issue_settled_directly(tx, job.order, *milestone).map(|_| ())
        }
        _ => Ok(()),
    }
}
