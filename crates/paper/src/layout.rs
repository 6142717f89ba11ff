//! Lays an invoice out on A4: who and to whom, what, how much, and what the law wants said.
//!
//! It is read in that order. What does not fit goes on with its headings on a next page; totals and mentions are not torn
//! apart from the room they need.

mod table;
mod totals;

use estrade_domain::{
    invoices::{Invoice, InvoiceKind, Party, Payment},
    language::Language,
};

use crate::{
    fonts::Font,
    sheet::{Align, Branch, Child, HEIGHT, Ink, Role, Sheet, Style, WIDTH},
    words,
};

const LEFT: f32 = 51.0;
const RIGHT: f32 = WIDTH - 51.0;
/// Where the text of a page ends.
const BOTTOM: f32 = HEIGHT - 74.0;
/// Where the right column begins.
const MIDDLE: f32 = 322.0;

const DISPLAY: Style = Style { font: Font::Display, size: 25.0, ink: Ink::Full };
const NAME: Style = Style { font: Font::Display, size: 16.0, ink: Ink::Full };
const BODY: Style = Style { font: Font::Text, size: 9.5, ink: Ink::Full };
const STRONG: Style = Style { font: Font::Strong, size: 9.5, ink: Ink::Full };
const SOFT: Style = Style { font: Font::Text, size: 8.5, ink: Ink::Soft };
const LEADING: f32 = 13.5;

/// Lays it out.
pub(crate) fn invoice(invoice: &Invoice, language: Language) -> Sheet {
    let mut flow = Flow { sheet: Sheet::default(), y: 0.0, invoice, language };
    flow.head();
    flow.parties();
    flow.table();
    flow.totals();
    flow.mentions();
    flow.feet();
    flow.sheet
}

/// How far down the last page it is.
struct Flow<'a> {
    sheet: Sheet,
    y: f32,
    invoice: &'a Invoice,
    language: Language,
}

impl Flow<'_> {
    fn pick<T>(&self, french: T, english: T) -> T {
        self.language.pick(french, english)
    }

    /// A paragraph of one line, at a place of its own.
    fn line(&mut self, place: (f32, f32), style: Style, align: Align, text: &str) -> Branch {
        let mark = self.sheet.text(place, style, align, text);
        Branch::of(Role::Paragraph, vec![mark])
    }

    /// A text in a column, from a baseline down; answers its marks and the baseline of the next line.
    fn column(
        &mut self,
        (x, y): (f32, f32),
        width: f32,
        (style, leading): (Style, f32),
        text: &str,
    ) -> (Vec<Child>, f32) {
        let mut y = y;
        let mut marks = Vec::new();
        for run in style.font.wrap(text, style.size, width) {
            marks.push(self.sheet.run((x, y), style, Align::Left, run));
            y += leading;
        }
        (marks, y)
    }

    /// Makes room for so much, on a next page if need be.
    fn room_for(&mut self, height: f32) -> bool {
        if self.y + height <= BOTTOM {
            return false;
        }
        self.sheet.pages.push(Vec::new());
        let title = words::title(self.invoice, self.language);
        // Who holds the second page alone knows what it belongs to.
        self.sheet.text((LEFT, 56.0), SOFT, Align::Left, &title);
        let seller = self.invoice.document.seller.name.clone();
        self.sheet.text((RIGHT, 56.0), SOFT, Align::Right, &seller);
        self.sheet.rule((LEFT, 64.0), RIGHT - LEFT, Ink::Line);
        self.y = 88.0;
        true
    }

    fn head(&mut self) {
        self.sheet.fill((LEFT, 50.0), (34.0, 3.0), Ink::Accent);
        let mut part = Branch::new(Role::Part);
        let kind = words::kind(self.invoice.kind(), self.language);
        let heading = self.sheet.text((RIGHT, 80.0), DISPLAY, Align::Right, kind);
        let number = self.invoice.number.to_string();
        let number = self.sheet.text((RIGHT, 98.0), STRONG, Align::Right, &number);
        part.push(Branch::of(Role::Heading(1), vec![heading, number]));
        let left = self.seller(&mut part);
        let right = self.dates(&mut part);
        self.sheet.tree.push(part);
        self.y = left.max(right) + 14.0;
        self.sheet.rule((LEFT, self.y), RIGHT - LEFT, Ink::Strong);
        self.y += 26.0;
    }

    fn seller(&mut self, part: &mut Branch) -> f32 {
        let seller = self.invoice.document.seller.clone();
        let (marks, mut y) = self.column((LEFT, 76.0), 255.0, (NAME, 19.0), &seller.name);
        part.push(Branch::of(Role::Heading(2), marks));
        y += 1.0;
        for text in self.identity(&seller) {
            let (marks, next) = self.column((LEFT, y), 240.0, (SOFT, 12.5), &text);
            part.push(Branch::of(Role::Paragraph, marks));
            y = next;
        }
        y
    }

    fn dates(&mut self, part: &mut Branch) -> f32 {
        let issued = match self.invoice.kind() {
            InvoiceKind::CreditNote => "Émis le",
            InvoiceKind::Invoice | InvoiceKind::Deposit => "Émise le",
        };
        let issued = self.pick(issued, "Issued on");
        let mut facts = vec![(issued, words::issued_on(self.invoice, self.language))];
        if let Some(supplied) = words::supplied(self.invoice, self.language) {
            facts.push((self.pick("Prestation", "Supplied"), supplied));
        }
        if let Payment::Due { by } = self.invoice.document.payment {
            facts.push((self.pick("Échéance", "Due by"), words::day(by, self.language)));
        }
        let mut y = 124.0;
        for (label, value) in facts {
            let label = self.sheet.text((MIDDLE, y), SOFT, Align::Left, label);
            let value = self.sheet.text((RIGHT, y), BODY, Align::Right, &value);
            part.push(Branch::of(Role::Paragraph, vec![label, value]));
            y += LEADING;
        }
        y
    }

    fn parties(&mut self) {
        let top = self.y;
        let mut part = Branch::new(Role::Part);
        let label = match self.invoice.kind() {
            InvoiceKind::CreditNote => self.pick("Établi pour", "For"),
            InvoiceKind::Invoice | InvoiceKind::Deposit => self.pick("Facturé à", "Billed to"),
        };
        part.push(self.line((LEFT, top), SOFT, Align::Left, label));
        let buyer = self.invoice.document.buyer.clone();
        let style = Style { size: 11.0, ..STRONG };
        let (marks, mut y) = self.column((LEFT, top + 16.0), 240.0, (style, 14.0), &buyer.name);
        part.push(Branch::of(Role::Heading(2), marks));
        for text in self.identity(&buyer) {
            let (marks, next) = self.column((LEFT, y), 240.0, (BODY, LEADING), &text);
            part.push(Branch::of(Role::Paragraph, marks));
            y = next;
        }
        let right = self.matter(&mut part, top);
        self.sheet.tree.push(part);
        self.y = y.max(right) + 22.0;
    }

    fn matter(&mut self, part: &mut Branch, top: f32) -> f32 {
        let Some(matter) = self.invoice.document.matter.clone() else { return top };
        let label = self.pick("Objet", "About");
        part.push(self.line((MIDDLE, top), SOFT, Align::Left, label));
        let style = Style { size: 11.0, ..STRONG };
        let at = (MIDDLE, top + 16.0);
        let (marks, y) = self.column(at, RIGHT - MIDDLE, (style, 14.0), &matter.title);
        part.push(Branch::of(Role::Paragraph, marks));
        let said = format!("{} {}", self.pick("Commande", "Order"), matter.reference);
        let (marks, y) = self.column((MIDDLE, y), RIGHT - MIDDLE, (SOFT, 12.5), &said);
        part.push(Branch::of(Role::Paragraph, marks));
        y
    }

    /// What identifies a party, a line each.
    fn identity(&self, party: &Party) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(party.details.clone());
        lines.push(party.street.clone());
        lines.push(format!("{} {}", party.postal_code, party.town));
        if let Some(siret) = &party.siret {
            lines.push(format!("SIRET {}", words::siret(siret)));
        }
        if let Some(number) = &party.vat_number {
            let label = self.pick("TVA", "VAT");
            lines.push(format!("{label} {}", words::vat_number(number)));
        }
        lines
    }

    fn mentions(&mut self) {
        let mut part = Branch::new(Role::Part);
        self.y += 30.0;
        for mention in words::mentions(self.invoice, self.language) {
            self.room_for(14.0);
            let at = (LEFT, self.y);
            let (marks, y) = self.column(at, RIGHT - LEFT, (SOFT, 12.0), &mention.text);
            part.push(Branch::of(Role::Paragraph, marks));
            self.y = y + 2.5;
        }
        self.sheet.tree.push(part);
    }

    /// The foot of each page: which document, which page. Ornaments, which nobody reads aloud.
    fn feet(&mut self) {
        let count = self.sheet.pages.len();
        let title = words::title(self.invoice, self.language);
        let said = self.pick("facture électronique Factur-X", "Factur-X electronic invoice");
        let pages = std::mem::take(&mut self.sheet.pages);
        for (place, page) in (1..).zip(pages) {
            self.sheet.pages.push(page);
            let y = HEIGHT - 44.0;
            self.sheet.rule((LEFT, y - 14.0), RIGHT - LEFT, Ink::Line);
            self.sheet.text((LEFT, y), SOFT, Align::Left, &format!("{title} · {said}"));
            self.sheet.text((RIGHT, y), SOFT, Align::Right, &format!("{place} / {count}"));
        }
    }
}
