//! How many requests one address may make, told in `RateLimit` headers. Logins, registrations, resets and
//! messages to the operator have a stricter count of their own; so have a visitor's answers about the help.

use std::{
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    time::Duration,
};

use actix_web::{
    HttpRequest,
    http::{StatusCode, header},
};
use estrade_domain::refusal::Explanation;
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::StateInformationMiddleware,
    state::keyed::DashMapStateStore,
};

use crate::{middleware, problem::Problem};

type Counter =
    RateLimiter<IpAddr, DashMapStateStore<IpAddr>, DefaultClock, StateInformationMiddleware>;

/// The counters.
pub struct Limits {
    general: Counter,
    strict: Counter,
    help_votes: DefaultKeyedRateLimiter<(IpAddr, &'static str)>,
    per_minute: u32,
}

/// What is left of a count.
#[derive(Debug, Clone, Copy)]
pub struct Remaining {
    policy: &'static str,
    quota: u32,
    left: u32,
}

/// A visitor's answer about an article of the help is counted once in this time.
const HELP_VOTE_EVERY: Duration = Duration::from_hours(24);

/// Paths that try passwords or send mails, or that write to the operator.
const STRICT: [&str; 7] = [
    "/v1/sessions",
    "/v1/registrations",
    "/v1/password-resets",
    "/v1/activations",
    "/v1/invitations",
    "/v1/me/password",
    "/v1/contact-messages",
];

impl Limits {
    /// So many requests a minute; a sixtieth for the strict ones, yet at least five.
    #[must_use]
    pub fn new(per_minute: u32) -> Self {
        let quota =
            |count: u32| Quota::per_minute(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN));
        let counter = |count| RateLimiter::keyed(quota(count)).with_middleware();
        let once = Quota::with_period(HELP_VOTE_EVERY)
            .unwrap_or_else(|| quota(1))
            .allow_burst(NonZeroU32::MIN);
        Self {
            general: counter(per_minute),
            strict: counter(strict(per_minute)),
            help_votes: RateLimiter::keyed(once),
            per_minute,
        }
    }

    /// Counts a visitor's answer about an article of the help, or says that it has one of today already.
    pub fn check_help_vote(&self, address: IpAddr, article: &'static str) -> Result<(), Problem> {
        let counted = self.help_votes.check_key(&(holder(address), article));
        counted.map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
            let explanation = Explanation::new(
                "help_vote_counted",
                "Votre réponse est déjà comptée pour aujourd’hui.",
                "Your answer is already counted for today.",
            );
            Problem::new(StatusCode::TOO_MANY_REQUESTS, explanation)
                .with_header(header::RETRY_AFTER, wait)
        })
    }

    /// Counts a request, or refuses it.
    pub fn check(&self, request: &HttpRequest, address: IpAddr) -> Result<Remaining, Problem> {
        let path = middleware::path(request);
        let is_strict = !request.method().is_safe()
            && path != "/v1/sessions/refresh"
            && STRICT.iter().any(|known| path.starts_with(known));
        let (counter, policy, quota) = if is_strict {
            (&self.strict, "strict", strict(self.per_minute))
        } else {
            (&self.general, "general", self.per_minute)
        };
        match counter.check_key(&holder(address)) {
            Ok(state) => Ok(Remaining { policy, quota, left: state.remaining_burst_capacity() }),
            Err(until) => {
                let wait = until.wait_time_from(DefaultClock::default().now());
                Err(too_many(wait.as_secs() + 1).with_header(
                    header::HeaderName::from_static("ratelimit-policy"),
                    format!("\"{policy}\";q={quota};w=60"),
                ))
            }
        }
    }

    /// Forgets addresses that were quiet for a while.
    pub fn forget_quiet(&self) {
        self.general.retain_recent();
        self.strict.retain_recent();
        self.help_votes.retain_recent();
    }
}

impl Remaining {
    /// `RateLimit` and `RateLimit-Policy`.
    #[must_use]
    pub fn headers(&self) -> [(header::HeaderName, String); 2] {
        let Self { policy, quota, left } = self;
        [
            (header::HeaderName::from_static("ratelimit"), format!("\"{policy}\";r={left};t=60")),
            (
                header::HeaderName::from_static("ratelimit-policy"),
                format!("\"{policy}\";q={quota};w=60"),
            ),
        ]
    }
}

/// Whoever has one IPv6 address has the 2⁶⁴ of its network: they count as one.
fn holder(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => IpAddr::V6(Ipv6Addr::from_bits(six.to_bits() >> 64 << 64)),
        },
    }
}

fn strict(per_minute: u32) -> u32 {
    (per_minute / 60).max(5)
}

fn too_many(seconds: u64) -> Problem {
    Problem::new(
        StatusCode::TOO_MANY_REQUESTS,
        Explanation::new(
            "too_many_requests",
            format!("Trop de requêtes. Réessayez dans {seconds} s."),
            format!("Too many requests. Try again in {seconds} s."),
        ),
    )
    .with_header(header::RETRY_AFTER, seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_ipv6_counts_as_one() {
        let holder = |text: &str| holder(text.parse().unwrap()).to_string();
        assert_eq!(holder("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(holder("2001:db8:1:2:ffff::1"), "2001:db8:1:2::");
        assert_eq!(holder("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(holder("192.0.2.7"), "192.0.2.7");
    }
}
