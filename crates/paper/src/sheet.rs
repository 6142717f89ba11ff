//! A document before it is printed: marks on pages, and the order in which they are read.
//!
//! Whoever listens to the document hears the tree; whoever looks at it sees the marks. A mark that stands in no branch
//! of the tree is an ornament and is not read.

use crate::fonts::{Font, Run};

/// A4 upright, in points.
pub(crate) const WIDTH: f32 = 595.28;
/// Its height.
pub(crate) const HEIGHT: f32 = 841.89;

/// A colour of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Text.
    Full,
    /// What is less important.
    Soft,
    /// Hairlines.
    Line,
    /// Hairlines under a heading.
    Strong,
    /// The one accent.
    Accent,
    /// Behind what is to be paid.
    Sunk,
}

/// Something on a page.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// A line of text, from the left end of its baseline.
    Text { x: f32, y: f32, size: f32, font: Font, ink: Ink, run: Run },
    /// A filled rectangle: a rule, a bar, a ground.
    Box { x: f32, y: f32, width: f32, height: f32, ink: Ink },
}

/// What a branch of the tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Part,
    Heading(u16),
    Paragraph,
    Table,
    TableHead,
    TableBody,
    Row,
    HeaderCell,
    Cell,
}

/// What hangs on a branch.
#[derive(Debug, Clone)]
pub(crate) enum Child {
    Branch(Branch),
    /// A mark, by its page and its place there.
    Mark(usize, usize),
}

/// A branch of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Branch {
    pub(crate) role: Role,
    pub(crate) children: Vec<Child>,
}

/// A document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) pages: Vec<Vec<Mark>>,
    pub(crate) tree: Vec<Branch>,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) font: Font,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
}

/// On which side of its place a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

impl Branch {
    pub(crate) fn new(role: Role) -> Self {
        Self { role, children: Vec::new() }
    }

    pub(crate) fn of(role: Role, children: Vec<Child>) -> Self {
        Self { role, children }
    }

    pub(crate) fn push(&mut self, branch: Self) {
        self.children.push(Child::Branch(branch));
    }
}

impl Sheet {
    /// Sets a line on the last page; answers where it hangs in the tree.
    pub(crate) fn text(
        &mut self,
        (x, y): (f32, f32),
        style: Style,
        align: Align,
        text: &str,
    ) -> Child {
        let run = style.font.set(text);
        self.run((x, y), style, align, run)
    }

    /// Sets a line that was shaped.
    pub(crate) fn run(
        &mut self,
        (x, y): (f32, f32),
        style: Style,
        align: Align,
        run: Run,
    ) -> Child {
        let Style { font, size, ink } = style;
        let x = if align == Align::Right { x - run.ems * size } else { x };
        self.mark(Mark::Text { x, y, size, font, ink, run })
    }

    /// Draws a hairline from one side to the other.
    pub(crate) fn rule(&mut self, (x, y): (f32, f32), width: f32, ink: Ink) {
        self.fill((x, y), (width, 0.6), ink);
    }

    /// Fills a rectangle.
    pub(crate) fn fill(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), ink: Ink) {
        self.mark(Mark::Box { x, y, width, height, ink });
    }

    fn mark(&mut self, mark: Mark) -> Child {
        if self.pages.is_empty() {
            self.pages.push(Vec::new());
        }
        let page = self.pages.len() - 1;
        self.pages[page].push(mark);
        Child::Mark(page, self.pages[page].len() - 1)
    }
}
