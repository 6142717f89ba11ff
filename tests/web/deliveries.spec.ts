// What is handed over, by both sides: prepared with its files, looked at under seal, accepted, saved.
import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { agree, expectNews } from "./forms";
import { aClient, anOperator, aVip, call, unique } from "./people";
import { PICTURE } from "./prepared";
import { expect, PHONE, settled, test, visit } from "./stage";

const ARCHIVE = Buffer.from("PK\x05\x06" + "\0".repeat(18), "latin1");

/** A document of so many pages with a title each. */
function document(pages: number): Buffer {
  const numbers = Array.from({ length: pages }, (_, page) => page);
  const content = (page: number) => `BT /F1 36 Tf 60 700 Td (Plan de salle, page ${page + 1}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${numbers.map((page) => `${4 + 2 * page} 0 R`).join(" ")}] /Count ${pages} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...numbers.flatMap((page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * page} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content(page).length} >>\nstream\n${content(page)}\nendstream`,
    ]),
  ];
  const body = objects.map((object, place) => `${place + 1} 0 obj\n${object}\nendobj\n`).join("");
  return Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, "latin1");
}

const FILES = [
  { name: "photo.png", mimeType: "image/png", buffer: Buffer.from(PICTURE, "base64") },
  { name: "Plan de salle.pdf", mimeType: "application/pdf", buffer: document(3) },
  { name: "Sons bruts.zip", mimeType: "application/zip", buffer: ARCHIVE },
];

/** An order that its provider works on, made through the API; answers its id. */
async function ordered(page: Page, provider: { page: Page; handle: string }): Promise<string> {
  const opening = { provider: provider.handle, text: "Bonjour, il me faut un plan." };
  const { id } = await call<{ id: string }>(page, "POST", "/conversations", opening);
  const line = { label: "Plan", quantity: "1", unit_price: { amount: 40_000, currency: "EUR" }, vat_rate: 0 };
  const terms = { kind: "fixed", lines: [line], delivery_days: 14 };
  const wish = { title: `Plan de salle ${unique()}`, description: "Un plan coté, et les sons.", terms };
  const offer = await call<{ id: string }>(provider.page, "POST", `/conversations/${id}/custom-offers`, wish);
  return (await call<{ id: string }>(page, "POST", `/custom-offers/${offer.id}/accept`, { number: 1 })).id;
}

/** What the page's own person gets of an address. */
const status = (page: Page, path: string) => page.evaluate(async (it) => (await fetch(it)).status, path);

test("S4-015, S4-018, S4-019, S4-020: files are handed over, looked at under seal, and the client's once accepted", PHONE, async ({
  page,
  newcomer,
}) => {
  test.setTimeout(240_000);
  const operator = await anOperator(await newcomer());
  await aClient(page);
  const provider = await aVip(await newcomer(), operator);
  const other = provider.page;
  const id = await ordered(page, provider);

  await visit(other, `/commandes/${id}`);
  await expect(other.getByText("Une commande se termine en livrant")).toBeVisible();
  await other.getByRole("button", { name: "Livrer", exact: true }).click();
  const form = other.getByRole("dialog");
  await form.getByLabel("Votre message de livraison").fill("Voici le plan, une photo et les sons.");
  await form.locator("input[type=file]").setInputFiles(FILES);
  for (const { name } of FILES) await expect(form.getByText(name)).toBeVisible();
  await expect(form.getByRole("progressbar")).toHaveCount(0);
  await expect(form.getByText("Ces fichiers ne sont pas encore remis")).toBeVisible();
  await settled(other);
  // Prepared is not lost: through a closed window and a reload.
  await other.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await other.reload();
  await other.getByRole("button", { name: "Livrer", exact: true }).click();
  await expect(form.getByLabel("Votre message de livraison")).toHaveValue(/une photo/);
  await expect(form.getByText("Sons bruts.zip")).toBeVisible();

  await visit(page, `/commandes/${id}`);
  await expect(page.getByRole("heading", { name: "Ce qui est livré" })).toBeHidden();
  await form.getByRole("button", { name: "Livrer maintenant" }).click();
  await expectNews(other, /C’est livré/);
  await expect(form).toBeHidden();

  // It comes by itself, and so do the previews.
  const delivered = page.getByRole("region", { name: "Ce qui est livré" });
  await expect(delivered.getByText("Voici le plan, une photo et les sons.")).toBeVisible();
  await expect(delivered.getByText("Sous scellés", { exact: true })).toBeVisible();
  const photo = delivered.getByRole("link", { name: /Agrandir photo\.png/ });
  await expect(photo.getByRole("presentation")).toHaveJSProperty("complete", true);
  await expect(photo.getByRole("presentation")).toHaveJSProperty("naturalWidth", 640);
  await expect(delivered.getByText("Page 1 sur 3")).toBeVisible();
  await delivered.getByRole("button", { name: "Page suivante de Plan de salle.pdf" }).click();
  await expect(delivered.getByText("Page 2 sur 3")).toBeVisible();
  const archive = delivered.getByRole("listitem").filter({ hasText: "Sons bruts.zip" }).last();
  await expect(archive).toContainText(/22\so, sous scellés/);
  await archive.getByText("Empreinte SHA-256").click();
  await expect(archive.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expect(delivered.getByRole("button", { name: /Enregistrer/ })).toHaveCount(0);
  await settled(page);
  const told = await call<{ items: { files: { id: string }[] }[] }>(page, "GET", `/orders/${id}/deliveries`);
  for (const file of told.items[0]?.files ?? []) {
    expect(await status(page, `/v1/files/${file.id}/content`)).toBe(404);
    expect(await status(other, `/v1/files/${file.id}/content`)).toBe(200);
  }

  await expect(other.getByText(/voit les images et les PDF avec un filigrane/)).toBeVisible();
  await settled(other);

  await agree(page, "Accepter la livraison", "Accepter la livraison");
  await expect(delivered.getByText("Fichiers remis")).toBeVisible();
  await settled(page);
  const saving = page.waitForEvent("download");
  await delivered.getByRole("button", { name: "Enregistrer Sons bruts.zip" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("Sons bruts.zip");
  expect(await readFile(await saved.path())).toEqual(ARCHIVE);
});
