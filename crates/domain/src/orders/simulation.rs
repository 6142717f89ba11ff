//! Orders with kept funds, walked through by chance and without a gap: whatever people, banks and time do, the
//! books hold after each step, and no money is stuck.
//!
//! `ESTRADE_SIMULATIONS` sets how many walks are taken by chance.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::TimeDelta;

use super::{MilestoneState, Order, OrderStatus, tests::agreed};
use crate::{
    change::Change,
    deadlines::DeadlineAction,
    ids::OutgoingId,
    ledger::{self, Book, Movement, Transfer},
    limits::Limits,
    money::Money,
    offers::{
        Settlement,
        custom::tests::{fixed, milestones, subscription},
        terms::Rhythm,
        tests::{CLIENT, DJ, id, now, person},
    },
    world::Instant,
};

/// What people, banks and time can do to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Pay,
    Answer,
    Start,
    Deliver,
    Revise,
    Accept,
    Stop,
    CancelByClient,
    CancelByProvider,
    Dispute,
    Thaw,
    Settle(i64),
    ChargeBack,
    Wait,
    WaitADay,
}

const STEPS: [Step; 17] = [
    Step::Pay,
    Step::Answer,
    Step::Start,
    Step::Deliver,
    Step::Revise,
    Step::Accept,
    Step::Stop,
    Step::CancelByClient,
    Step::CancelByProvider,
    Step::Dispute,
    Step::Thaw,
    Step::Settle(0),
    Step::Settle(1),
    Step::Settle(2),
    Step::ChargeBack,
    Step::Wait,
    Step::WaitADay,
];

/// An order, its books and the time.
#[derive(Debug, Clone)]
struct Scene {
    order: Order,
    books: BTreeMap<Book, i64>,
    outgoings: u128,
    now: Instant,
}

impl Scene {
    fn of(order: Order) -> Self {
        Self { order, books: BTreeMap::new(), outgoings: 0, now: now() }
    }

    fn post(&mut self, transfers: &[Transfer]) {
        for it in transfers {
            assert!(it.amount.amount > 0, "{it:?}");
            *self.books.entry(it.debit).or_default() -= it.amount.amount;
            *self.books.entry(it.credit).or_default() += it.amount.amount;
        }
    }

    /// As the database carries a movement out; what leaves arrives at once.
    fn carry(&mut self, change: Change<Order>) {
        for movement in change.movements {
            let transfers = match movement {
                Movement::Fund { purse, amount } => ledger::fund(purse, amount),
                Movement::Release { purse, provider, amount, commission } => {
                    ledger::release(purse, provider, amount, commission)
                }
                Movement::Refund { purse, amount } => {
                    self.outgoings += 1;
                    let out: OutgoingId = id(1_000 + self.outgoings);
                    let mut both = ledger::set_aside(Book::Escrow(purse), out, amount);
                    both.extend(ledger::settle(out, amount));
                    both
                }
            };
            self.post(&transfers);
        }
        self.order = change.after;
    }

    fn balance(&self, book: Book) -> i64 {
        self.books.get(&book).copied().unwrap_or(0)
    }

    /// Takes a step, if it can be taken now.
    fn take(&self, step: Step) -> Option<Self> {
        let mut next = self.clone();
        let (order, at) = (self.order.clone(), self.now);
        let (client, dj) = (person(CLIENT), person(DJ));
        let words = || "Voilà.".to_owned();
        let number = self.order.current().map(|(number, _)| number)?;
        let change = match step {
            Step::Pay => order.fund(number, at).ok(),
            Step::Answer => {
                let answers = vec![words(); order.questions.len()];
                order.give_requirements(&client, answers, at).ok()
            }
            Step::Start => order.start(&dj, at).ok(),
            Step::Deliver => order.deliver(&dj, words(), &Limits::default(), at).ok(),
            Step::Revise => order.request_revision(&client, words(), at).ok(),
            Step::Accept => order.accept(&client, at).ok(),
            Step::Stop => order.stop(&client, words(), at).ok(),
            Step::CancelByClient => order.cancel(&client, words(), at).ok(),
            Step::CancelByProvider => order.cancel(&dj, words(), at).ok(),
            Step::Dispute => order.freeze(&client, at).ok().map(|(change, _)| change),
            Step::Thaw => order.thaw(number, at),
            Step::Settle(halves) => {
                let gross = order.milestones[number as usize - 1].gross;
                let released = Money { amount: gross.amount * halves / 2, ..gross };
                order.settle(number, released, at)
            }
            Step::ChargeBack => {
                let purse = order.purse(number);
                let kept = Money::euros(self.balance(Book::Escrow(purse)));
                if kept.amount == 0 {
                    return None;
                }
                let provider = Book::Payable(order.provider);
                let owed = (order.provider, Money::euros(self.balance(provider)));
                next.post(&ledger::charge_back(kept, (purse, kept), owed));
                order.charge_back(number, at)
            }
            Step::Wait => {
                let due = order.timers().into_iter();
                let due = due.filter(|(action, _)| *action == DeadlineAction::OrderDue);
                next.now = due.map(|(_, at)| at).min()?.max(self.now);
                order.fall_due(next.now)
            }
            Step::WaitADay => {
                next.now += TimeDelta::days(1);
                return Some(next);
            }
        };
        next.carry(change?);
        Some(next)
    }

    /// What must hold after each step.
    fn check(&self, walk: &[Step]) {
        for (number, it) in (1..).zip(&self.order.milestones) {
            let kept = self.balance(Book::Escrow(self.order.purse(number)));
            let expected = match it.state {
                MilestoneState::Pending { .. } | MilestoneState::AwaitingPayment { .. } => 0,
                state if state.is_over() => 0,
                _ => it.gross.amount,
            };
            assert_eq!(kept, expected, "milestone {number} after {walk:?}: {self:#?}");
        }
        assert!(self.books.iter().all(|(book, held)| !book.is_guarded() || *held >= 0), "{walk:?}");
        assert_eq!(self.books.values().sum::<i64>(), 0, "{walk:?}");
        let under_way = self.order.milestones.iter().filter(|it| {
            !it.state.is_over() && !matches!(it.state, MilestoneState::Pending { .. })
        });
        assert!(under_way.count() <= 1, "{walk:?}");
    }

    /// From here time alone, or the operator where there is a dispute, leads to an end.
    fn comes_to_rest(&self, walk: &[Step]) {
        let mut scene = self.clone();
        for _ in 0..40 {
            if scene.order.status().is_over() {
                let kept: i64 = scene
                    .books
                    .iter()
                    .filter(|(book, _)| matches!(book, Book::Escrow(_) | Book::Out(_)))
                    .map(|(_, held)| held)
                    .sum();
                assert_eq!(kept, 0, "money is stuck after {walk:?}");
                return;
            }
            let step = match scene.order.status() {
                OrderStatus::Disputed => Step::Settle(1),
                _ => Step::Wait,
            };
            scene =
                scene.take(step).unwrap_or_else(|| panic!("no exit after {walk:?}: {scene:#?}"));
        }
        panic!("no rest after {walk:?}");
    }

    /// Two scenes that look the same from here on, but for the calendar.
    fn likeness(&self) -> String {
        let states = self.order.milestones.iter().map(|it| {
            let late = match it.state {
                MilestoneState::Started { due_at, .. }
                | MilestoneState::RevisionRequested { due_at, .. } => due_at <= self.now,
                MilestoneState::Funded { refundable_at, .. } => refundable_at <= self.now,
                _ => false,
            };
            (it.state.as_str(), it.revisions_used, it.funded_at.is_some(), late)
        });
        format!("{:?} {:?}", states.collect::<Vec<_>>(), self.order.answers.is_some())
    }
}

fn orders() -> Vec<Order> {
    [
        (fixed(), 0),
        (fixed(), 1),
        (milestones(2, 5, 30), 0),
        (milestones(3, 5, 30), 1),
        (subscription(Rhythm::Weekly, 1, 3), 0),
    ]
    .into_iter()
    .map(|(terms, questions)| agreed(terms, questions, Settlement::Held))
    .collect()
}

/// Every sequence of up to seven steps, each scene once: the books hold after each, and each comes to rest.
#[test]
fn no_sequence_of_seven_steps_leaves_money_stuck() {
    let mut statuses = BTreeSet::new();
    let mut walked = 0_usize;
    for order in orders() {
        let mut seen = BTreeSet::new();
        let mut queue = VecDeque::from([(Scene::of(order), Vec::new())]);
        while let Some((scene, walk)) = queue.pop_front() {
            if !seen.insert(scene.likeness()) {
                continue;
            }
            walked += 1;
            statuses.insert(scene.order.status());
            scene.check(&walk);
            scene.comes_to_rest(&walk);
            if walk.len() == 7 {
                continue;
            }
            for step in STEPS {
                if let Some(next) = scene.take(step) {
                    queue.push_back((next, [walk.clone(), vec![step]].concat()));
                }
            }
        }
    }
    assert_eq!(statuses, OrderStatus::ALL.iter().copied().collect());
    assert!(walked > 100, "{walked}");
}

/// A small generator with a fixed seed: the same walks on each run (`xorshift64*`).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) % limit as u64;
        usize::try_from(drawn).unwrap()
    }
}

/// Long walks by chance, over commissions too: the books hold after each step.
#[test]
fn chance_never_breaks_the_books() {
    let walks = std::env::var("ESTRADE_SIMULATIONS").ok().and_then(|it| it.parse().ok());
    let mut chance = Chance(17);
    let orders = orders();
    for _ in 0..walks.unwrap_or(2_000_usize) {
        let mut order = orders[chance.below(orders.len())].clone();
        let percent = u32::try_from(chance.below(31)).unwrap();
        order.held = order.held.map(|held| super::Held { commission_percent: percent, ..held });
        let mut scene = Scene::of(order);
        let mut walk = Vec::new();
        for _ in 0..40 {
            let step = STEPS[chance.below(STEPS.len())];
            if let Some(next) = scene.take(step) {
                walk.push(step);
                next.check(&walk);
                scene = next;
            }
        }
        scene.comes_to_rest(&walk);
    }
}
