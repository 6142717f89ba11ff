//! What an invoice comes to, and what is left to pay.

use estrade_domain::{
    invoices::{InvoiceKind, Payment},
    money::Money,
};

use super::{BODY, Flow, LEADING, MIDDLE, NAME, RIGHT, STRONG};
use crate::{
    sheet::{Align, Branch, Ink, Role, Style},
    words,
};

impl Flow<'_> {
    pub(super) fn totals(&mut self) {
        let document = &self.invoice.document;
        let lines = 4 + document.shares.len() + document.deposits.len();
        self.room_for((0..lines).map(|_| LEADING + 3.0).sum::<f32>() + 60.0);
        self.y += 8.0;
        let mut part = Branch::new(Role::Part);
        let net = document.net();
        let label = self.pick("Total HT", "Total excl. VAT");
        part.push(self.total(BODY, label, net));
        self.taxes(&mut part);
        self.y += 3.0;
        self.sheet.rule((MIDDLE, self.y - 11.5), RIGHT - MIDDLE, Ink::Line);
        self.y += 3.0;
        let label = self.pick("Total TTC", "Total incl. VAT");
        part.push(self.total(STRONG, label, self.invoice.document.gross()));
        self.before(&mut part);
        part.push(self.due());
        self.sheet.tree.push(part);
    }

    fn total(&mut self, style: Style, label: &str, amount: Money) -> Branch {
        let label_style =
            Style { ink: if style.font == BODY.font { Ink::Soft } else { Ink::Full }, ..style };
        let top = self.y;
        // Beside the widest amount that there is.
        let (mut marks, y) =
            self.column((MIDDLE, top), RIGHT - MIDDLE - 74.0, (label_style, LEADING), label);
        let amount = words::money(amount, self.language);
        marks.push(self.sheet.text((RIGHT, top), style, Align::Right, &amount));
        self.y = y + 2.0;
        Branch::of(Role::Paragraph, marks)
    }

    fn taxes(&mut self, part: &mut Branch) {
        for share in self.invoice.document.shares.clone() {
            let rate = words::rate(share.rate, self.language);
            let net = words::money(share.net, self.language);
            let label = self.pick(format!("TVA {rate} sur {net}"), format!("VAT {rate} on {net}"));
            part.push(self.total(BODY, &label, share.vat));
        }
    }

    /// What was invoiced or paid before.
    fn before(&mut self, part: &mut Branch) {
        let negative = |money: Money| Money { amount: -money.amount, ..money };
        for deposit in self.invoice.document.deposits.clone() {
            let on = words::day(deposit.issued_on, self.language);
            let label = self.pick(
                format!("Acompte {} du {on}", deposit.number),
                format!("Deposit {} of {on}", deposit.number),
            );
            part.push(self.total(BODY, &label, negative(deposit.gross)));
        }
        if let Payment::Paid { on } = self.invoice.document.payment {
            let on = words::day(on, self.language);
            let label = self.pick(format!("Payé le {on}"), format!("Paid on {on}"));
            part.push(self.total(BODY, &label, negative(self.invoice.document.balance())));
        }
    }

    /// The one figure that everyone looks for.
    fn due(&mut self) -> Branch {
        let label = match (self.invoice.kind(), self.invoice.document.payment) {
            (InvoiceKind::CreditNote, _) => self.pick("Total de l’avoir", "Total credited"),
            (_, Payment::Paid { .. }) => self.pick("Reste à payer", "Left to pay"),
            _ => self.pick("Net à payer", "Amount due"),
        };
        let top = self.y - 4.0;
        self.sheet.fill((MIDDLE - 12.0, top), (RIGHT - MIDDLE + 12.0, 36.0), Ink::Sunk);
        self.sheet.fill((MIDDLE - 12.0, top), (2.0, 36.0), Ink::Accent);
        let baseline = top + 23.5;
        let style = Style { size: 10.0, ..STRONG };
        let label = self.sheet.text((MIDDLE, baseline), style, Align::Left, label);
        let due = words::money(self.invoice.document.due(), self.language);
        let due = self.sheet.text((RIGHT - 10.0, baseline), NAME, Align::Right, &due);
        self.y = top + 36.0;
        Branch::of(Role::Paragraph, vec![label, due])
    }
}
