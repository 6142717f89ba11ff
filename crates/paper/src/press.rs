//! Prints a sheet as PDF/A-3a: archived as it is, read aloud as it was meant, with its data attached.

use std::{
    collections::{HashMap, HashSet},
    num::NonZeroU16,
};

use chrono::{Datelike, Timelike};
use estrade_domain::{language::Language, world::Instant};
use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Archival, ConfigurationBuilder},
    embed::{AssociationKind, EmbeddedFile, MimeType},
    geom::{PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag,
        TagGroup, TagKind, TagTree,
    },
    text::Font as Embedded,
};

use crate::{
    PressError,
    fonts::Font,
    sheet::{Branch, Child, HEIGHT, Ink, Mark, Role, Sheet, WIDTH},
};

/// The name that Factur-X gives its data.
pub(crate) const ATTACHMENT: &str = "factur-x.xml";

/// What a file says of itself.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) issued_at: Instant,
    pub(crate) id: String,
    pub(crate) language: Language,
    pub(crate) attachment: String,
}

/// Where each mark that is read stands in the printed file.
type Printed = HashMap<(usize, usize), Identifier>;

pub(crate) fn print(sheet: &Sheet, about: &About) -> Result<Vec<u8>, PressError> {
    let failed = |error: &dyn std::fmt::Debug| PressError(format!("{error:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .finish()
        .map_err(|error| failed(&error))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let fonts = embedded()?;
    let read = marks_read(&sheet.tree);
    let mut printed = Printed::new();
    for (number, marks) in sheet.pages.iter().enumerate() {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| failed(&"the page"))?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        for (place, mark) in marks.iter().enumerate() {
            let key = (number, place);
            let identifier = draw(&mut surface, &fonts, mark, read.contains(&key));
            printed.insert(key, identifier);
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(sheet, &printed, about.language));
    document.set_metadata(metadata(about));
    attach(&mut document, about)?;
    document.finish().map_err(|error| failed(&error))
}

fn embedded() -> Result<[Embedded; 3], PressError> {
    let one = |font: Font| {
        let unreadable = || PressError(format!("the font {font:?} cannot be read"));
        Embedded::new(font.bytes().into(), 0).ok_or_else(unreadable)
    };
    Ok([one(Font::Display)?, one(Font::Text)?, one(Font::Strong)?])
}

/// The marks that stand in the tree: all others are ornaments.
fn marks_read(tree: &[Branch]) -> HashSet<(usize, usize)> {
    let mut found = HashSet::new();
    let mut left: Vec<&Branch> = tree.iter().collect();
    while let Some(branch) = left.pop() {
        for child in &branch.children {
            match child {
                Child::Branch(branch) => left.push(branch),
                Child::Mark(page, place) => {
                    found.insert((*page, *place));
                }
            }
        }
    }
    found
}

fn draw(
    surface: &mut Surface<'_>,
    fonts: &[Embedded; 3],
    mark: &Mark,
    is_read: bool,
) -> Identifier {
    let tag = if is_read {
        ContentTag::Span(SpanTag::empty())
    } else {
        ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other))
    };
    let identifier = surface.start_tagged(tag);
    match mark {
        Mark::Text { x, y, size, font, ink, run } => {
            surface.set_fill(Some(fill(*ink)));
            let font = fonts[*font as usize].clone();
            surface.draw_glyphs(Point::from_xy(*x, *y), &run.glyphs, font, &run.text, *size, false);
        }
        Mark::Box { x, y, width, height, ink } => {
            surface.set_fill(Some(fill(*ink)));
            let mut path = PathBuilder::new();
            if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                path.push_rect(rect);
            }
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
    surface.end_tagged();
    identifier
}

/// The colours of the light pages of the application, on white paper.
fn fill(ink: Ink) -> Fill {
    let (red, green, blue) = match ink {
        Ink::Full => (0x20, 0x1a, 0x15),
        Ink::Soft => (0x6a, 0x5e, 0x52),
        Ink::Line => (0xe2, 0xd8, 0xc8),
        Ink::Strong => (0x8a, 0x7d, 0x6e),
        Ink::Accent => (0xb9, 0x35, 0x10),
        Ink::Sunk => (0xf8, 0xf3, 0xea),
    };
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn tree(sheet: &Sheet, printed: &Printed, language: Language) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.code().to_owned()));
    for branch in &sheet.tree {
        tree.push(group(branch, printed));
    }
    tree
}

fn group(branch: &Branch, printed: &Printed) -> TagGroup {
    let node = |child: &Child| match child {
        Child::Branch(branch) => Some(Node::from(group(branch, printed))),
        Child::Mark(page, place) => printed.get(&(*page, *place)).copied().map(Node::from),
    };
    let children = branch.children.iter().filter_map(node).collect();
    TagGroup::with_children(kind(branch.role), children)
}

fn kind(role: Role) -> TagKind {
    match role {
        Role::Part => Tag::Section.into(),
        Role::Heading(level) => {
            Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), None).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::HeaderCell => Tag::TH(TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
    }
}

fn metadata(about: &About) -> Metadata {
    Metadata::new()
        .title(about.title.clone())
        .authors(vec![about.author.clone()])
        .creator("Estrade".to_owned())
        .producer("Estrade".to_owned())
        .language(about.language.code().to_owned())
        .document_id(about.id.clone())
        .creation_date(date(about.issued_at))
}

fn date(at: Instant) -> DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
}

fn attach(document: &mut Document, about: &About) -> Result<(), PressError> {
    let file = EmbeddedFile {
        path: ATTACHMENT.to_owned(),
        mime_type: MimeType::new("text/xml"),
        description: Some("Factur-X / EN 16931".to_owned()),
        // The same invoice in another form.
        association_kind: AssociationKind::Alternative,
        data: about.attachment.clone().into_bytes().into(),
        modification_date: Some(date(about.issued_at)),
        compress: Some(true),
        location: None,
    };
    document.embed_file(file).ok_or_else(|| PressError("the data could not be attached".to_owned()))
}
