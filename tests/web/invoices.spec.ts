// Invoices, by both sides: the mandate that a provider gives, the invoice that an approval makes, its document, and
// « Mes factures » by year.
import { agree, expectNews, mark } from "./forms";
import { aClient, anOperator, aVip, call, unique } from "./people";
import { expect, PHONE, settled, test, visit } from "./stage";

const YEAR = new Date().getFullYear();

test("S1-112, S5-034: a provider gives its mandate, an approval makes the invoice, both read it", PHONE, async ({
  page,
  newcomer,
}) => {
  test.setTimeout(240_000);
  const operator = await anOperator(await newcomer());
  const client = await aClient(page);
  const provider = await aVip(await newcomer(), operator);
  const other = provider.page;

  await visit(page, "/compte/factures");
  await expect(page.getByText("Aucune facture reçue")).toBeVisible();
  await visit(other, "/compte/factures?onglet=emises");
  await expect(other.getByText("Aucune facture émise en votre nom")).toBeVisible();
  await other.getByRole("link", { name: "Voir le mandat" }).click();

  await expect(other.getByRole("heading", { level: 1, name: "Mandat de facturation" })).toBeVisible();
  await settled(other);
  await expect(other.getByText("au nom et pour le compte de")).toBeVisible();
  await other.getByRole("button", { name: "Lire en anglais" }).click();
  await expect(other.getByText("in your name and on your behalf").first()).toBeVisible();
  await other.getByRole("button", { name: "Lire en français" }).click();
  await other.getByLabel("Dénomination sociale").fill("Léo Marchand");
  await other.getByRole("button", { name: "Donner mandat" }).click();
  await expect(other.getByText("Cochez cette case après avoir lu le texte.")).toBeVisible();
  await mark(other.getByRole("checkbox", { name: "J’ai lu le mandat et je l’accepte" }));
  await other.getByRole("button", { name: "Donner mandat" }).click();
  await expectNews(other, "Mandat donné");
  await expect(other.getByText("Votre mandat est en vigueur")).toBeVisible();
  await settled(other);

  const opening = { provider: provider.handle, text: "Bonjour, que proposez-vous ?" };
  const { id } = await call<{ id: string }>(page, "POST", "/conversations", opening);
  const line = { label: "Soirée dansante, de 20 h à 3 h", quantity: "1", unit_price: { amount: 60_000, currency: "EUR" }, vat_rate: 0 };
  const terms = { kind: "fixed", lines: [line], delivery_days: 14 };
  const title = `Soirée ${unique()}`;
  const offer = await call<{ id: string }>(other, "POST", `/conversations/${id}/custom-offers`, { title, description: "Un DJ.", terms });
  const order = await call<{ id: string }>(page, "POST", `/custom-offers/${offer.id}/accept`, { number: 1 });
  await call(other, "POST", `/orders/${order.id}/deliver`, { message: "Voilà." });
  await call(page, "POST", `/orders/${order.id}/accept`, {});

  // The worker issues it within a moment.
  await expect(async () => {
    const found = await call<{ items: unknown[] }>(page, "GET", `/invoices?order=${order.id}`);
    expect(found.items).toHaveLength(1);
  }).toPass();
  await visit(page, `/commandes/${order.id}`);
  await page.getByRole("link", { name: `Facture EST-${YEAR}-00001` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Facture EST-${YEAR}-00001` })).toBeVisible();
  await settled(page);
  await expect(page.getByRole("heading", { name: "Léo Marchand" })).toBeVisible();
  await expect(page.getByRole("heading", { name: client.name })).toBeVisible();
  await expect(page.getByText("TVA non applicable, art. 293 B du CGI.")).toBeVisible();
  await expect(page.getByText(/au nom et pour le compte de Léo Marchand/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Imprimer" })).toBeVisible();

  const shown = await page.getByRole("link", { name: "Voir le PDF" }).getAttribute("href");
  const document = await page.request.get(shown ?? "");
  expect(document.headers()["content-type"]).toBe("application/pdf");
  expect((await document.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const kept = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger le PDF" }).click();
  expect((await kept).suggestedFilename()).toMatch(/leo-marchand-EST-\d{4}-00001\.pdf$/);

  await visit(page, "/compte/factures");
  await expect(page.getByRole("link", { name: `Facture EST-${YEAR}-00001` })).toBeVisible();
  const archive = page.waitForEvent("download");
  await page.getByRole("link", { name: `Télécharger ${YEAR} (ZIP)` }).click();
  expect((await archive).suggestedFilename()).toBe(`factures-${YEAR}.zip`);
  await visit(page, `/compte/factures?annee=${YEAR - 1}`);
  await expect(page.getByText(`Aucune facture reçue en ${YEAR - 1}`)).toBeVisible();

  await visit(other, "/compte/factures?onglet=emises");
  await other.getByRole("link", { name: `Facture EST-${YEAR}-00001` }).click();
  await settled(other);
  await visit(other, "/compte/factures/mandat");
  await agree(other, "Révoquer le mandat", "Révoquer le mandat", (said) => {
    expect(said).toContain("Les factures déjà émises restent valables");
  });
  await expect(other.getByText(/Révoqué le/)).toBeVisible();
  await settled(other);
});
