//! How much and how long: what each instance may set for itself, within bounds, and what holds when it sets
//! nothing.
//!
//! What the law, the plans or the tables fix is a constant beside its rule: trades and photos of a plan, the
//! stars of a review, the size of a text, the days on which a tender lapses.

use std::fmt;

use crate::offers::terms::VatRate;

/// A setting that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfBounds {
    /// Its name.
    pub name: &'static str,
    /// The least it can be.
    pub least: u32,
    /// The most it can be.
    pub most: u32,
}

impl fmt::Display for OutOfBounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} must be a whole number from {} to {}", self.name, self.least, self.most)
    }
}

impl std::error::Error for OutOfBounds {}

macro_rules! limits {
    ($($(#[$doc:meta])* $name:ident = $default:literal, $least:literal to $most:literal;)+) => {
        /// What an instance sets for itself.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Limits {
            $($(#[$doc])* pub $name: u32,)+
            /// VAT on what the platform sells; none for one that is exempt. Its identity says which.
            pub platform_vat: VatRate,
        }

        impl Default for Limits {
            fn default() -> Self {
                Self { $($name: $default,)+ platform_vat: VatRate::NORMAL }
            }
        }

        impl Limits {
            /// Reads what is given by name; what is not has its default.
            pub fn read(given: impl Fn(&str) -> Option<String>) -> Result<Self, OutOfBounds> {
                Ok(Self {
                    $($name: bounded(stringify!($name), given(stringify!($name)), $default, $least, $most)?,)+
                    platform_vat: VatRate::NORMAL,
                })
            }
        }
    };
}

limits! {
    /// Days that a chosen provider has to confirm; never beyond the event.
    confirm_days = 7, 1 to 60;
    /// Days that an offer holds that names no date, for an event without a day.
    offer_days = 90, 1 to 730;
    /// Départements that a provider may serve short of the whole of France (S1-061).
    departements_max = 8, 1 to 100;
    /// Characters that a review has at least.
    comment_min = 20, 1 to 1000;
    /// Days that the operator has to carry a deletion out; the law gives one month at most.
    deletion_days = 30, 1 to 30;
    /// Days that an invitation to a team is good.
    invitation_days = 7, 1 to 90;
    /// Tenders that a client may publish in 24 hours, against abuse.
    tenders_per_day = 5, 1 to 1000;
    /// Days within which who writes to the operator gets an answer (S4-022).
    contact_days = 2, 1 to 30;
    /// Months that VIP+ lasts unless the operator says otherwise (S1-120).
    plan_months = 12, 1 to 36;
    /// Revisions that a service or an offer includes when it says nothing of them.
    revisions = 1, 0 to 20;
    /// Days that a custom offer holds that names no date.
    quote_days = 30, 1 to 365;
    /// Milestones that an offer may have (S2-026).
    milestones_max = 5, 2 to 20;
    /// Months that a subscription may last (S2-019).
    subscription_months = 6, 1 to 24;
    /// Cents that each delivery of a subscription costs at least, VAT included (S2-020).
    subscription_cents_min = 500, 1 to 100_000;
    /// Days that a client has to look at a delivery before it counts as accepted.
    acceptance_days = 7, 5 to 30;
    /// Days that a client has to give what a provider needs to begin.
    requirements_days = 14, 1 to 90;
    /// Hours that work by the hour is estimated to take at least (S2-033).
    estimated_hours_min = 8, 1 to 100;
    /// Services that a provider may have, drafts included.
    services_max = 20, 1 to 200;
    /// Photos that a service may have.
    photos_max = 8, 1 to 24;
    /// Photos that a provider on FREE may show on its sheet.
    free_photos_max = 3, 0 to 24;
    /// Providers that a need is handed to at most.
    need_recipients = 5, 1 to 20;
    /// Needs that a client may send in 24 hours, against sprays.
    needs_per_day = 5, 1 to 100;
    /// Days that a client has to pay what it ordered with kept funds.
    payment_days = 7, 1 to 30;
    /// Days after which a client may take its payment back when nobody began.
    start_days = 3, 1 to 30;
    /// Percent of what a provider earns with kept funds that the platform keeps, VAT not included (S1-110).
    commission_percent = 0, 0 to 30;
    /// Cents that one person of the operator's may send back to a client by a ruling; more takes two.
    refund_alone_cents = 100_000, 0 to 100_000_000;
    /// Cents that a day of a banner costs on the first page, VAT not included (S1-145).
    banner_cents_home = 400, 10 to 100_000;
    /// … in the directory.
    banner_cents_directory = 300, 10 to 100_000;
    /// … on the list of tenders.
    banner_cents_tenders = 300, 10 to 100_000;
    /// … on the page of a tender.
    banner_cents_tender = 200, 10 to 100_000;
    /// … on the sheet of a provider.
    banner_cents_provider = 200, 10 to 100_000;
}

fn bounded(
    name: &'static str,
    given: Option<String>,
    default: u32,
    least: u32,
    most: u32,
) -> Result<u32, OutOfBounds> {
    let Some(text) = given else { return Ok(default) };
    text.trim().parse().ok().filter(|number| (least..=most).contains(number)).ok_or(OutOfBounds {
        name,
        least,
        most,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, text: &str) -> Result<Limits, OutOfBounds> {
        Limits::read(|asked| (asked == name).then(|| text.to_owned()))
    }

    /// S1-061, S1-120, part 4: the defaults, and the refusal on both sides of each bound.
    #[test]
    fn each_has_its_default_and_its_bounds() {
        type Get = fn(&Limits) -> u32;
        let table: [(&str, Get, u32, u32, u32); 29] = [
            ("confirm_days", |it| it.confirm_days, 7, 1, 60),
            ("offer_days", |it| it.offer_days, 90, 1, 730),
            ("departements_max", |it| it.departements_max, 8, 1, 100),
            ("comment_min", |it| it.comment_min, 20, 1, 1000),
            ("deletion_days", |it| it.deletion_days, 30, 1, 30),
            ("invitation_days", |it| it.invitation_days, 7, 1, 90),
            ("tenders_per_day", |it| it.tenders_per_day, 5, 1, 1000),
            ("contact_days", |it| it.contact_days, 2, 1, 30),
            ("plan_months", |it| it.plan_months, 12, 1, 36),
            ("revisions", |it| it.revisions, 1, 0, 20),
            ("quote_days", |it| it.quote_days, 30, 1, 365),
            ("milestones_max", |it| it.milestones_max, 5, 2, 20),
            ("subscription_months", |it| it.subscription_months, 6, 1, 24),
            ("subscription_cents_min", |it| it.subscription_cents_min, 500, 1, 100_000),
            ("acceptance_days", |it| it.acceptance_days, 7, 5, 30),
            ("requirements_days", |it| it.requirements_days, 14, 1, 90),
            ("estimated_hours_min", |it| it.estimated_hours_min, 8, 1, 100),
            ("services_max", |it| it.services_max, 20, 1, 200),
            ("photos_max", |it| it.photos_max, 8, 1, 24),
            ("need_recipients", |it| it.need_recipients, 5, 1, 20),
            ("needs_per_day", |it| it.needs_per_day, 5, 1, 100),
            ("payment_days", |it| it.payment_days, 7, 1, 30),
            ("start_days", |it| it.start_days, 3, 1, 30),
            ("commission_percent", |it| it.commission_percent, 0, 0, 30),
            ("banner_cents_home", |it| it.banner_cents_home, 400, 10, 100_000),
            ("banner_cents_directory", |it| it.banner_cents_directory, 300, 10, 100_000),
            ("banner_cents_tenders", |it| it.banner_cents_tenders, 300, 10, 100_000),
            ("banner_cents_tender", |it| it.banner_cents_tender, 200, 10, 100_000),
            ("banner_cents_provider", |it| it.banner_cents_provider, 200, 10, 100_000),
        ];
        for (name, get, default, least, most) in table {
            assert_eq!(get(&Limits::default()), default, "{name}");
            assert_eq!(Limits::read(|_| None).as_ref().map(get), Ok(default), "{name}");
            for good in [least, most] {
                assert_eq!(read(name, &good.to_string()).as_ref().map(get), Ok(good), "{name}");
            }
            let refused = OutOfBounds { name: refused_name(name), least, most };
            let below = i64::from(least) - 1;
            for wrong in [below.to_string(), (most + 1).to_string(), "sept".to_owned()] {
                assert_eq!(read(name, &wrong), Err(refused.clone()), "{name} {wrong}");
            }
        }
    }

    fn refused_name(name: &str) -> &'static str {
        read(name, "").unwrap_err().name
    }
}
