//! S1-124, S1-125, S1-127, S1-131.

use super::*;
use crate::{
    offers::tests::{DJ, id, now, party},
    organizations::Subscription,
    photos::WrittenPhoto,
};

fn on(plan: Plan) -> Organization {
    Organization { subscription: Some(Subscription { plan, until: None }), ..party(DJ) }
}

fn photos(count: usize) -> Vec<WrittenPhoto> {
    (1..)
        .take(count)
        .map(|number| WrittenPhoto {
            file: id::<FileId>(number).to_string(),
            alt: "La piste".to_owned(),
        })
        .collect()
}

fn edited(
    organization: Organization,
    form: &SheetForm,
) -> Result<Organization, Vec<(String, &'static str)>> {
    match organization.edit(form, &Limits::default(), now()) {
        Ok(change) => Ok(change.after),
        Err(fields) => Err(fields
            .errors()
            .iter()
            .map(|error| (error.pointer.clone(), error.explanation.code))
            .collect()),
    }
}

fn showing(count: usize) -> SheetForm {
    SheetForm { photos: Some(photos(count)), ..SheetForm::default() }
}

/// S1-125, A-20: up to 24 photos on VIP+, 3 on FREE; one more is refused.
#[test]
fn a_plan_gives_so_many_photos() {
    for (plan, most, code) in
        [(Plan::Free, 3, "photos_need_vip_plus"), (Plan::VipPlus, 24, "too_many")]
    {
        let shown = edited(on(plan), &showing(most)).unwrap();
        assert_eq!(shown.showcase.photos.len(), most);
        let refused = edited(on(plan), &showing(most + 1)).unwrap_err();
        assert_eq!(refused, [("/photos".to_owned(), code)]);
    }
    let twice = SheetForm { photos: Some([photos(1), photos(1)].concat()), ..SheetForm::default() };
    let refused = edited(on(Plan::VipPlus), &twice).unwrap_err();
    assert_eq!(refused, [("/photos/1/file".to_owned(), "unknown_choice")]);
}

/// S1-131: what VIP+ gave stays when it lapses, out of sight: it may shrink, not grow.
#[test]
fn a_lapsed_plan_hides_and_keeps() {
    let links = Some(vec!["instagram.com/leo".to_owned()]);
    let project = WrittenProject { title: "Bal d’été".to_owned(), ..WrittenProject::default() };
    let form =
        SheetForm { portfolio: Some(vec![project.clone()]), social_links: links, ..showing(10) };
    let rich = edited(on(Plan::VipPlus), &form).unwrap();
    let limits = Limits::default();
    assert_eq!(rich.showcase.shown(Plan::VipPlus, &limits), rich.showcase);
    let shown = rich.showcase.shown(Plan::Free, &limits);
    assert_eq!((shown.photos.len(), shown.portfolio.len(), shown.social_links.len()), (3, 0, 0));
    let free = Some(Subscription { plan: Plan::Free, until: None });
    let lapsed = Organization { subscription: free, ..rich };
    let kept = edited(lapsed.clone(), &form).unwrap();
    assert_eq!(kept.showcase, lapsed.showcase);
    assert_eq!(edited(lapsed.clone(), &showing(9)).unwrap().showcase.photos.len(), 9);
    let refused = edited(lapsed.clone(), &showing(11)).unwrap_err();
    assert_eq!(refused, [("/photos".to_owned(), "photos_need_vip_plus")]);
    let more =
        SheetForm { portfolio: Some(vec![project.clone(), project]), ..SheetForm::default() };
    assert_eq!(edited(lapsed, &more).unwrap_err(), [("/portfolio".to_owned(), "needs_vip_plus")]);
}

/// S1-124: a portfolio comes with VIP+; its projects are of years that were.
#[test]
fn a_portfolio_holds_projects() {
    let of = |year| WrittenProject {
        title: "Mariage au bord de l’eau".to_owned(),
        year: Some(year),
        description: "Deux cents invités.".to_owned(),
        photo: photos(1).pop(),
    };
    let form = |projects| SheetForm { portfolio: Some(projects), ..SheetForm::default() };
    let shown = edited(on(Plan::VipPlus), &form(vec![of(2026)])).unwrap();
    assert_eq!(shown.showcase.pictures().len(), 1);
    let refused = edited(on(Plan::VipPlus), &form(vec![of(1949), of(2999)])).unwrap_err();
    let pointers: Vec<&str> = refused.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(pointers, ["/portfolio/0/year", "/portfolio/1/year"]);
    let many = vec![WrittenProject { photo: None, ..of(2020) }; 13];
    assert_eq!(
        edited(on(Plan::VipPlus), &form(many)).unwrap_err(),
        [("/portfolio".to_owned(), "too_many")]
    );
    assert_eq!(
        edited(on(Plan::Free), &form(vec![of(2020)])).unwrap_err(),
        [("/portfolio".to_owned(), "needs_vip_plus")]
    );
}

/// S1-127: links to networks that are known, one for each, come with VIP+.
#[test]
fn links_lead_to_known_networks() {
    let form = |links: &[&str]| {
        let links = links.iter().map(|link| (*link).to_owned()).collect();
        SheetForm { social_links: Some(links), ..SheetForm::default() }
    };
    let linked = edited(
        on(Plan::VipPlus),
        &form(&["www.instagram.com/leo", "https://fr.linkedin.com/in/leo"]),
    );
    assert_eq!(
        linked.unwrap().showcase.social_links,
        ["https://www.instagram.com/leo", "https://fr.linkedin.com/in/leo"]
    );
    let wrong = form(&[
        "https://exemple.fr",
        "instagram.com/a",
        "instagram.com/b",
        "https://notinstagram.com/c",
    ]);
    assert_eq!(
        edited(on(Plan::VipPlus), &wrong).unwrap_err(),
        [
            ("/social_links/0".to_owned(), "unknown_network"),
            ("/social_links/2".to_owned(), "same_network"),
            ("/social_links/3".to_owned(), "unknown_network"),
        ]
    );
    assert_eq!(
        edited(on(Plan::Free), &form(&["instagram.com/leo"])).unwrap_err(),
        [("/social_links".to_owned(), "needs_vip_plus")]
    );
}
