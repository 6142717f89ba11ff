//! What a provider sorts its conversations by: a team member, a stage, anything that has a name (S5-020).
//!
//! Invariants: a tag belongs to one provider and is seen by its people alone (S5-021); two tags of a provider
//! differ by more than case and accents; everyone of the team makes, renames and deletes them.

use crate::{
    actor::{Actor, OrganizationKind},
    change::Change,
    facts::Fact,
    fields::Fields,
    ids::{OrganizationId, TagId},
    refusal::{Explain, Explanation},
    text,
    text_fold::fold,
    words,
    world::Instant,
};

/// At most so many characters in the name of a tag.
pub const MAX_NAME: usize = 40;
/// At most so many tags for one provider.
pub const MAX_TAGS: usize = 100;

words! {
    /// The colours that a tag can have.
    pub enum TagColour {
        /// As the paper.
        Sand = "sand",
        /// As the accent of the house.
        Vermilion = "vermilion",
        /// Yellow.
        Saffron = "saffron",
        /// Green.
        Olive = "olive",
        /// Between green and blue.
        Teal = "teal",
        /// Blue.
        Blue = "blue",
        /// Violet.
        Plum = "plum",
        /// Grey.
        Slate = "slate",
    }

    /// What a person can do with a tag.
    pub enum TagAction {
        /// Give it another name or colour.
        Edit = "edit",
        /// Throw it away, from every conversation too.
        Delete = "delete",
    }
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its id.
    pub id: TagId,
    /// How often it was written; an edit names the version it saw.
    pub version: i32,
    /// Whose it is.
    pub provider: OrganizationId,
    /// What it is called and how it looks.
    pub label: Label,
    /// How many conversations carry it.
    pub conversations: i32,
    /// When it was made.
    pub created_at: Instant,
}

/// What a tag is called and how it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its name, as it was typed.
    pub name: String,
    /// Its colour.
    pub colour: TagColour,
}

impl Label {
    /// Reads a name and a colour as they were given; every wrong field is told at once.
    pub fn parse(name: &str, colour: &str) -> Result<Self, Fields> {
        let mut fields = Fields::default();
        let name = fields.take("/name", text::line(name, MAX_NAME));
        let known = TagColour::from_word(colour).ok_or_else(text::unknown_choice);
        let colour = fields.take("/colour", known);
        let (Some(name), Some(colour)) = (name, colour) else { return Err(fields) };
        Ok(Self { name, colour })
    }

    /// The name as it is compared with others.
    #[must_use]
    pub fn folded(&self) -> String {
        fold(&self.name)
    }
}

impl Tag {
    /// A member of a provider's team makes a tag; `there_are` counts those that its provider has.
    pub fn create(
        actor: &Actor,
        id: TagId,
        label: Label,
        there_are: usize,
        now: Instant,
    ) -> Result<Change<Self>, TagRefusal> {
        if actor.kind != OrganizationKind::Provider {
            return Err(TagRefusal::NotYours);
        }
        if there_are >= MAX_TAGS {
            return Err(TagRefusal::TooMany);
        }
        let provider = actor.organization;
        let tag = Self { id, version: 1, provider, label, conversations: 0, created_at: now };
        Ok(Change::new(tag, Fact::TagCreated { tag: id, provider }))
    }

    /// Whether this person may do this, or why not.
    pub fn permits(&self, action: TagAction, actor: &Actor) -> Result<(), TagRefusal> {
        let (TagAction::Edit | TagAction::Delete) = action;
        if actor.is_of(self.provider) { Ok(()) } else { Err(TagRefusal::NotYours) }
    }

    /// What this person may do: the buttons to show.
    #[must_use]
    pub fn actions(&self, actor: &Actor) -> Vec<TagAction> {
        let all = TagAction::ALL.iter().copied();
        all.filter(|&action| self.permits(action, actor).is_ok()).collect()
    }

    /// Gives it another name or colour, which shows in every conversation that carries it (S5-023).
    pub fn edit(self, actor: &Actor, label: Label) -> Result<Change<Self>, TagRefusal> {
        self.permits(TagAction::Edit, actor)?;
        let fact = Fact::TagUpdated { tag: self.id, provider: self.provider };
        Ok(Change::new(Self { label, ..self }, fact))
    }

    /// Throws it away. Whoever records this takes it from every conversation (S5-024).
    pub fn delete(self, actor: &Actor) -> Result<Change<Self>, TagRefusal> {
        self.permits(TagAction::Delete, actor)?;
        let fact = Fact::TagDeleted { tag: self.id, provider: self.provider };
        Ok(Change::new(self, fact))
    }
}

/// Why a wish about a tag was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagRefusal {
    /// It is somebody else's.
    NotYours,
    /// The provider has as many as it can.
    TooMany,
    /// The provider has one of this name.
    NameTaken,
}

impl Explain for TagRefusal {
    fn explain(&self) -> Explanation {
        match self {
            Self::NotYours => Explanation::new(
                "not_your_tag",
                "Cette balise n’est pas la vôtre.",
                "This tag is not yours.",
            ),
            Self::TooMany => Explanation::new(
                "too_many_tags",
                format!(
                    "Votre équipe a déjà {MAX_TAGS} balises : supprimez-en une pour en créer une autre."
                ),
                format!("Your team already has {MAX_TAGS} tags: delete one to make another."),
            ),
            Self::NameTaken => Explanation::new(
                "tag_name_taken",
                "Une balise de votre équipe porte déjà ce nom.",
                "A tag of your team already has this name.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offers::tests::{CLIENT, DJ, RIVAL, id, now, person};

    fn label(name: &str) -> Label {
        Label::parse(name, "teal").unwrap()
    }

    fn create(actor: u128, there_are: usize) -> Result<Change<Tag>, TagRefusal> {
        Tag::create(&person(actor), id(1), label("Devis envoyé"), there_are, now())
    }

    /// S5-020, S5-021: providers make tags, up to a hundred, and their people alone change them.
    #[test]
    fn a_tag_is_its_providers() {
        let tag = create(DJ, MAX_TAGS - 1).unwrap().after;
        assert_eq!(create(DJ, MAX_TAGS), Err(TagRefusal::TooMany));
        assert_eq!(create(CLIENT, 0), Err(TagRefusal::NotYours));
        assert_eq!(tag.actions(&person(DJ)), TagAction::ALL);
        for other in [CLIENT, RIVAL] {
            assert_eq!(tag.actions(&person(other)), []);
            assert_eq!(tag.clone().delete(&person(other)), Err(TagRefusal::NotYours));
        }
        let renamed = tag.edit(&person(DJ), label("Devis signé")).unwrap();
        assert_eq!(renamed.after.label.name, "Devis signé");
        assert_eq!(renamed.facts[0].kind(), "tag.updated");
    }

    #[test]
    fn a_name_is_short_and_compared_without_case_or_accents() {
        assert_eq!(label("À  RAPPELER").folded(), label("a rappeler").folded());
        assert!(Label::parse(&"a".repeat(MAX_NAME), "sand").is_ok());
        let wrong = Label::parse(&"a".repeat(MAX_NAME + 1), "pink").unwrap_err();
        let pointers: Vec<&str> = wrong.errors().iter().map(|it| it.pointer.as_str()).collect();
        assert_eq!(pointers, ["/name", "/colour"]);
    }
}
