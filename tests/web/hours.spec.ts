// Work by the hour, by both sides: the provider logs its hours, the client looks at them sheet by sheet.
import type { Page } from "@playwright/test";
import { agree, choose, expectNews } from "./forms";
import { aClient, anOperator, aVip, call, unique, type Person } from "./people";
import { expect, settled, test, visit } from "./stage";

interface Mission {
  client: Person;
  provider: Person;
  /** The order's id. */
  order: string;
}

/** A mission by the hour, offered and accepted through the API. */
async function hired(page: Page, newcomer: () => Promise<Page>): Promise<Mission> {
  const operator = await anOperator(await newcomer());
  const client = await aClient(page);
  const provider = await aVip(await newcomer(), operator);
  const opening = { provider: provider.handle, text: "Bonjour, que proposez-vous ?" };
  const { id } = await call<{ id: string }>(page, "POST", "/conversations", opening);
  const rate = { amount: 4_500, currency: "EUR" };
  const terms = { kind: "hourly", rate, vat_rate: 0, weekly_hours: 10, estimated_hours: 40 };
  const body = { title: `Régie ${unique()}`, description: "Montage, réglages, conduite.", terms };
  const offer = await call<{ id: string }>(provider.page, "POST", `/conversations/${id}/custom-offers`, body);
  const order = await call<{ id: string }>(page, "POST", `/custom-offers/${offer.id}/accept`, { number: 1 });
  return { client, provider, order: order.id };
}

/** Logs hours of today. */
async function log(page: Page, hours: string, minutes: string, what: string) {
  await choose(page, "Heures", hours);
  await choose(page, "Minutes", minutes);
  await page.getByLabel("Ce qui a été fait").fill(what);
  await page.getByRole("button", { name: "Noter ces heures" }).click();
}

const sheet = (page: Page, number: number) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { name: `Feuille ${number}`, exact: true }) });

async function send(page: Page, number: number) {
  await page.getByRole("button", { name: "Envoyer la feuille" }).click();
  const dialog = page.getByRole("dialog", { name: `Envoyer la feuille ${number}` });
  await dialog.getByRole("button", { name: "Envoyer maintenant" }).click();
  await expect(dialog).toBeHidden();
  await expectNews(page, "La feuille est envoyée");
}

test("S2-030, S2-032: a mission by the hour, from its first hours to its end", async ({ page, newcomer }) => {
  test.setTimeout(300_000);
  const { provider, order } = await hired(page, newcomer);
  const other = provider.page;
  await visit(page, `/commandes/${order}`);
  await expect(page.getByText("Aucune heure notée")).toBeVisible();

  await visit(other, `/commandes/${order}`);
  await other.getByRole("button", { name: "Noter ces heures" }).click();
  await expect(other.getByText("À remplir")).toHaveCount(2);
  await settled(other);
  await log(other, "11 h", "00", "Montage de la scène");
  await expect(other.getByText(/La limite est de 10 h par semaine/), "the API's refusal, on its field").toBeVisible();
  await settled(other);
  await log(other, "2 h", "30", "Montage de la scène");
  await expectNews(other, "2 h 30 notées sur la feuille 1.");
  await log(other, "1 h", "15", "Réglages");
  await expect(sheet(other, 1)).toContainText("3 h 45");
  await expect(sheet(other, 1)).toContainText("168,75");
  await settled(other);

  // They come by themselves to the client who looks at the page.
  await expect(sheet(page, 1).getByText("Montage de la scène")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Retirer/ })).toBeHidden();
  await settled(page);

  await send(other, 1);
  await expect(sheet(other, 1)).toContainText("Envoyée");
  await expect(other.getByText(/vos nouvelles heures vont sur la feuille 2/)).toBeVisible();
  await settled(other);
  await log(other, "0 h", "45", "Conduite");
  await expect(sheet(other, 2)).toContainText("En préparation");

  await page.getByRole("button", { name: "Contester" }).click();
  await page.getByLabel("Ce qui n’est pas juste").fill("Les réglages ont pris une heure.");
  await settled(page);
  await page.getByRole("button", { name: "Contester la feuille" }).click();
  await expectNews(page, "La feuille est contestée");
  await expect(page.getByText(/corrige la feuille que vous avez contestée/)).toBeVisible();
  await settled(page);

  await expect(other.getByText(/conteste votre feuille/)).toBeVisible();
  const wrong = other.getByRole("button", { name: /^Retirer 1\sh\s15 .*Réglages$/ });
  await wrong.focus();
  await wrong.press("Enter");
  await expectNews(other, "1 h 15 retirées de la feuille.");
  await expect(wrong).toBeHidden();
  await log(other, "1 h", "00", "Réglages");
  await expect(sheet(other, 1)).toContainText("3 h 30");
  await send(other, 1);

  await expect(page.getByRole("button", { name: "Approuver" })).toBeVisible();
  await agree(page, "Approuver", "Approuver", (said) => {
    expect(said).toMatch(/3\sh\s30.*157,50/s);
    expect(said).toContain("La feuille suivante s’ouvre aussitôt.");
  });
  await expectNews(page, "La feuille est approuvée.");
  await expect(sheet(page, 1)).toContainText("Approuvée");
  await expect(sheet(page, 2)).toContainText("En cours");
  await settled(page);

  await expect(sheet(other, 2)).toContainText("En cours");
  await expect(other.getByRole("button", { name: /^Retirer/ }), "what is approved stays").toHaveCount(1);
  await agree(other, "Arrêter la mission", "Arrêter la mission", (said) => expect(said).toMatch(/45\smin.*part chez/s));
  await expect(other.getByText("La mission est arrêtée : il reste à approuver ce qui est déjà noté.")).toBeVisible();
  await expect(other.getByRole("button", { name: "Noter ces heures" })).toBeHidden();
  await settled(other);

  await expect(page.getByRole("button", { name: "Approuver" })).toBeVisible();
  await agree(page, "Approuver", "Approuver", (said) => expect(said).toContain("la mission est terminée"));
  await expect(page.getByText("Tout est livré et accepté.")).toBeHidden();
  await expect(page.getByText("La mission est terminée : ses heures sont approuvées.")).toBeVisible();
  await settled(page);
});

test("many hours come page by page", async ({ page, newcomer }) => {
  const { provider, order } = await hired(page, newcomer);
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format();
  for (let entry = 1; entry <= 25; entry += 1) {
    await call(provider.page, "POST", `/orders/${order}/hours`, { day, minutes: 15, what: `Tâche ${entry}` });
  }
  await visit(page, `/commandes/${order}`);
  await expect(sheet(page, 1), "the whole sheet, not what is shown of it").toContainText("6 h 15");
  await page.getByRole("button", { name: "Afficher la suite" }).click();
  await expect(sheet(page, 1).getByRole("listitem")).toHaveCount(25);
});
