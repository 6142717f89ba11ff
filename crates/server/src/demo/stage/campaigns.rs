//! Scenes of advertising: a provider writes a campaign, and pays it with a test card.

use estrade_db::{campaigns, organizations, payments, sandbox};
use estrade_domain::{
    campaigns::{Campaign, CampaignRefusal, Due, Price},
    files::Purpose,
    limits::Limits,
    payments::{Payment, Psp, Purpose as PaidFor},
    sandbox::Card,
    world::legal_day,
};

use super::Stage;
use crate::{
    config::Fault,
    demo::{campaigns::Advertised, pictures},
};

impl Stage {
    pub(super) async fn advertise(&self, advertised: Advertised) -> Result<(), Fault> {
        let actor = self.actor(&advertised.provider)?;
        let extent = advertised.size.extent();
        let picture = pictures::draw_banner(advertised.motif, extent, &advertised.lines)?;
        let name = advertised.motif.as_str();
        let banner = self.send(&actor, Purpose::Banner, name, picture).await?;
        let payment = self
            .write(move |tx| {
                let (limits, now) = (Limits::default(), tx.now());
                let provider = organizations::get(tx, actor.organization)?;
                let written = advertised.written(banner.to_string(), legal_day(now));
                let content = written.parse(legal_day(now))?;
                let change = Campaign::begin(&actor, (&provider, 0), tx.id(), content, now)?;
                let draft = campaigns::insert(tx, &actor, change)?;
                let plan = provider.plan_at(now).ok_or(CampaignRefusal::NoPlan)?;
                let (placement, days) = (draft.content.placement, draft.content.days);
                let price = Price::of(placement, days, plan, &limits);
                let (purpose, sums) =
                    (PaidFor::Campaign(draft.id), (price.net(), price.gross(limits.platform_vat)));
                let payment = Payment::ask(tx.id(), provider.id, purpose, sums, Psp::Sandbox, now);
                payments::insert(tx, Some(&actor), &payment)?;
                let due = Due { payment: payment.id, price };
                campaigns::record(tx, Some(&actor), draft.ask(&actor, due, now)?)?;
                Ok(payment.id)
            })
            .await?;
        // The payment provider opens its page, then hears of the card.
        while self.relay.deliver().await? > 0 {}
        self.write(move |tx| sandbox::pay(tx, payment, Card::Pays).map(drop)).await?;
        while self.relay.deliver().await? > 0 {}
        Ok(())
    }
}
