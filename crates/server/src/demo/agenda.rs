//! When: all scenes of the demo, one after the other, up to now.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::{Europe::Paris, Tz};
use estrade_domain::world::{Instant, legal_day};

use super::{
    bargains::bargains,
    campaigns::campaigns,
    cast::{OPERATOR, Person, cast},
    contact_messages::contact_messages,
    plots::{Plot, plots},
    quotes::quotes,
    scenes::Scene,
    shelves::shelves,
};
use crate::config::Fault;

const OPENING: NaiveTime = NaiveTime::from_hms_opt(8, 40, 0).unwrap();
/// A provider fills its shelf so many days after it came.
const SHELVING: i64 = 2;
/// VIP+ is renewed this many days after it was first taken, before it ends.
const RENEWAL: i64 = 350;

/// Every scene with its moment.
pub fn agenda(now: Instant) -> Result<Vec<(Instant, Scene)>, Fault> {
    let today = legal_day(now);
    let mut days: Vec<(i64, Scene)> = Vec::new();
    let mut shelves = shelves()?;
    for (number, person) in (1..).zip(cast()?) {
        let (who, day) = (person.handle.clone(), person.joined + SHELVING);
        joining(&mut days, number, person);
        for offered in shelves.remove(&who).unwrap_or_default() {
            days.push((day, Scene::Shelve { who: who.clone(), offered: Box::new(offered) }));
        }
    }
    for (tender, plot) in plots()?.into_iter().enumerate() {
        unfolding(&mut days, tender, &plot, today);
    }
    for (number, bargain) in bargains()?.into_iter().enumerate() {
        days.push((bargain.done, Scene::HandOver { number }));
        days.push((bargain.agreed, Scene::Agree { number, bargain: Box::new(bargain) }));
    }
    for (number, quote) in quotes()?.into_iter().enumerate() {
        let accepted = quote.accepted;
        days.push((quote.asked, Scene::AskQuote { number, quote: Box::new(quote) }));
        days.extend(accepted.map(|day| (day, Scene::AcceptQuote { number })));
    }
    days.extend(contact_messages());
    for advertised in campaigns()? {
        let day = advertised.created;
        days.push((day, Scene::Advertise { advertised: Box::new(advertised) }));
    }
    days.push((-45, Scene::Bar));
    days.push((-300, Scene::GiveMandate { who: "regie-boreale".to_owned() }));
    days.push((-2, Scene::AskDeletion { who: "julien-roche".to_owned() }));
    let first = days.iter().map(|(day, _)| *day).min().unwrap_or_default();
    days.extend((first..=-1).map(|day| (day, Scene::Evening)));
    // Stable: scenes of one day keep the order in which they were told, and the evening ends it.
    days.sort_by_key(|(day, scene)| (*day, matches!(scene, Scene::Evening)));
    let mut scenes = Vec::new();
    let (mut day_before, mut minutes) = (i64::MIN, 0);
    for (day, scene) in days {
        minutes = if day == day_before { minutes + 11 } else { 0 };
        day_before = day;
        scenes.push((moment(today, day, minutes)?, scene));
    }
    scenes.push((now - TimeDelta::minutes(2), Scene::Evening));
    Ok(scenes)
}

fn moment(today: NaiveDate, day: i64, minutes: i64) -> Result<Instant, Fault> {
    let date = today.checked_sub_days(Days::new(day.unsigned_abs())).ok_or("a day too far")?;
    let zone: Tz = Paris;
    let opening = zone.from_local_datetime(&date.and_time(OPENING)).earliest();
    Ok(opening.ok_or("an hour that does not exist")?.to_utc() + TimeDelta::minutes(minutes))
}

fn joining(days: &mut Vec<(i64, Scene)>, number: u32, person: Person) {
    let (who, joined, plan) = (person.handle.clone(), person.joined, person.plan.clone());
    days.push((joined, Scene::Register { person: Box::new(person.clone()), number }));
    days.push((joined, Scene::Activate { who: who.clone() }));
    if who == OPERATOR {
        return;
    }
    let vip_plus = plan.as_deref() == Some("vip_plus");
    if vip_plus || plan.as_deref() == Some("free") {
        days.push((joined, Scene::SubscribeFree { who: who.clone() }));
    }
    if vip_plus {
        days.push((joined + 1, Scene::GrantVipPlus { who: who.clone() }));
        if joined + RENEWAL < 0 {
            days.push((joined + RENEWAL, Scene::GrantVipPlus { who }));
        }
    }
    if !person.presentation.is_empty() {
        days.push((joined + 1, Scene::WriteSheet { person: Box::new(person) }));
    }
}

fn unfolding(days: &mut Vec<(i64, Scene)>, tender: usize, plot: &Plot, today: NaiveDate) {
    let begun = plot.begun.or(plot.published).unwrap_or(-1);
    days.push((begun, Scene::Begin { tender, plot: Box::new(plot.clone()), today }));
    if let Some(day) = plot.published {
        days.push((day, Scene::Publish { tender }));
    }
    for (lot, story) in plot.lots.iter().enumerate() {
        for (day, verb, words) in &story.steps {
            let step = Scene::Step { tender, lot, verb: *verb, words: words.clone(), today };
            days.push((*day, step));
        }
    }
    if let Some((day, guests)) = plot.revised {
        days.push((day, Scene::ReviseTender { tender, guests }));
    }
    for (day, who) in &plot.hidden_by {
        days.push((*day, Scene::Hide { tender, who: who.clone() }));
    }
    if let Some((day, reason, note)) = plot.closed.clone() {
        days.push((day, Scene::Close { tender, reason, note }));
    }
}
