//! The lines of an invoice.

use estrade_domain::invoices::{Discount, InvoiceLine, Unit};

use super::{BODY, Flow, LEADING, LEFT, RIGHT, SOFT};
use crate::{
    sheet::{Align, Branch, Child, Ink, Role},
    words,
};

/// How wide a label can be.
const LABEL: f32 = 238.0;
/// Where the figures of each column end: quantity, unit price, VAT rate, amount.
const COLUMNS: [f32; 4] = [346.0, 424.0, 466.0, RIGHT];

impl Flow<'_> {
    pub(super) fn table(&mut self) {
        let mut table = Branch::new(Role::Table);
        table.push(self.headings());
        let mut body = Branch::new(Role::TableBody);
        for line in self.invoice.document.lines.clone() {
            if self.room_for(self.height(&line)) {
                // The headings again, for the eye alone: whoever listens has them from the table.
                self.headings();
            }
            body.push(self.row(&line));
        }
        table.push(body);
        self.sheet.tree.push(table);
    }

    fn headings(&mut self) -> Branch {
        let labels = [
            self.pick("Désignation", "Description"),
            self.pick("Quantité", "Quantity"),
            self.pick("Prix unitaire HT", "Unit price net"),
            self.pick("TVA", "VAT"),
            self.pick("Montant HT", "Amount net"),
        ];
        let mut row = Branch::new(Role::Row);
        for (place, label) in labels.into_iter().enumerate() {
            let (x, align) = match place.checked_sub(1) {
                None => (LEFT, Align::Left),
                Some(column) => (COLUMNS[column], Align::Right),
            };
            let mark = self.sheet.text((x, self.y), SOFT, align, label);
            row.push(Branch::of(Role::HeaderCell, vec![mark]));
        }
        self.sheet.rule((LEFT, self.y + 8.0), RIGHT - LEFT, Ink::Strong);
        self.y += 25.0;
        Branch::of(Role::TableHead, vec![Child::Branch(row)])
    }

    fn height(&self, line: &InvoiceLine) -> f32 {
        let mut lines = BODY.font.wrap(&self.label(line), BODY.size, LABEL).len();
        lines += usize::from(line.discount.is_some());
        (1..=lines).map(|_| LEADING).sum::<f32>() + 10.0
    }

    fn label(&self, line: &InvoiceLine) -> String {
        if line.label.is_empty() {
            return self.pick("Prestation", "Service").to_owned();
        }
        line.label.clone()
    }

    fn row(&mut self, line: &InvoiceLine) -> Branch {
        let top = self.y;
        let label = self.label(line);
        let (mut marks, mut y) = self.column((LEFT, top), LABEL, (BODY, LEADING), &label);
        if let Some(discount) = &line.discount {
            let said = self.discount(discount);
            marks.push(self.sheet.text((LEFT, y), SOFT, Align::Left, &said));
            y += LEADING;
        }
        let unit = match line.unit {
            Unit::One => "",
            Unit::Hour => "\u{a0}h",
        };
        let figures = [
            format!("{}{unit}", words::quantity(line.quantity, self.language)),
            words::money(line.unit_price, self.language),
            words::rate(line.vat_rate, self.language),
            words::money(line.net, self.language),
        ];
        let mut row = Branch::of(Role::Row, vec![Child::Branch(Branch::of(Role::Cell, marks))]);
        for (x, figure) in COLUMNS.into_iter().zip(figures) {
            let mark = self.sheet.text((x, top), BODY, Align::Right, &figure);
            row.push(Branch::of(Role::Cell, vec![mark]));
        }
        self.sheet.rule((LEFT, y - 4.0), RIGHT - LEFT, Ink::Line);
        self.y = y + 10.0;
        row
    }

    fn discount(&self, discount: &Discount) -> String {
        let amount = words::money(discount.amount, self.language);
        let Discount { reason, percent, .. } = discount;
        self.pick(
            format!("{reason} ({percent}\u{a0}%)\u{a0}: −\u{a0}{amount}"),
            format!("{reason} ({percent}%): −{amount}"),
        )
    }
}
