// « Décrivez votre besoin »: a client says once what it looks for, reads who would get it and why, and follows it.
import { expectNews } from "./forms";
import { registerAndComeBack } from "./journey/registering";
import { aClient, anOperator, aVip, unique } from "./people";
import { expect, PHONE, settled, test, visit } from "./stage";

test("S5-012: a visitor reads how it goes, and comes back to its need once signed in", PHONE, async ({ page }) => {
  await visit(page, "/services?trade=dj&departement=76");
  await page.getByRole("link", { name: "Décrire mon besoin" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Décrivez votre besoin");
  await expect(page.getByText(/Aucun prestataire ne sait à qui d’autre/)).toBeVisible();
  await settled(page);
  const link = page.getByRole("link", {
    name: "Se connecter et décrire mon besoin",
  });
  expect(await link.getAttribute("href")).toContain(encodeURIComponent("/besoins/nouveau?trade=dj&departement=76"));
});

test("a visitor that registers from its need comes back to it by the mailed link", async ({ page }) => {
  const back = "/besoins/nouveau?trade=dj&departement=76";
  await visit(page, back);
  await registerAndComeBack(page, back);
  await expect(page.getByRole("textbox", { name: "Votre besoin en une ligne" })).toBeVisible();
});

test("S5-012, S5-013: a need goes to those whom the client kept, who read it at a glance", PHONE, async ({
  page,
  newcomer,
}) => {
  const operator = await anOperator(await newcomer());
  const provider = await aVip(await newcomer(), operator);
  await aVip(await newcomer(), operator);
  await aClient(page);
  const title = `Musique ${unique()}`;
  await visit(page, "/besoins");
  await page.getByRole("link", { name: "Décrire un besoin" }).click();
  await page.getByRole("button", { name: "Voir qui correspond" }).click();
  await expect(page.getByText("Ce champ est obligatoire.").first()).toBeVisible();
  await settled(page);
  await page.goto("/besoins/nouveau?trade=dj&departement=76");
  await page.getByRole("textbox", { name: "Votre besoin en une ligne" }).fill(title);
  await page.getByRole("textbox", { name: "Votre message aux prestataires" }).fill("De 18 h à 2 h, cent invités.");
  await page.getByRole("textbox", { name: "Au plus" }).fill("1500");
  await page.getByRole("button", { name: "Voir qui correspond" }).click();
  await expect(page.getByRole("heading", { level: 2, name: /prestataires? correspond/ })).toBeVisible();
  await expect(page.getByText(/commence dans votre budget/).first()).toBeVisible();
  await settled(page);

  // Others of this marketplace may stand before: whoever is first gets it, alone.
  const boxes = page.getByRole("checkbox", { name: /^Envoyer à/ });
  const count = await boxes.count();
  for (let place = 1; place < count; place++) await boxes.nth(place).uncheck();
  await page.getByRole("button", { name: "Envoyer à un prestataire" }).click();
  await expectNews(page, "parti chez un prestataire");
  await expect(page).toHaveURL(/\/besoins\/ned_/);
  await expect(page.getByText("Pas encore répondu")).toBeVisible();
  await settled(page);
  await page.getByRole("link", { name: /^Ouvrir la conversation/ }).click();
  await expect(page.getByRole("log").getByRole("link", { name: title })).toBeVisible();
  await settled(page);
  await visit(page, "/besoins");
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await visit(provider.page, "/besoins/nouveau");
  await expect(provider.page.getByText("Réservé aux clients")).toBeVisible();
});

test("S2-025: a sheet says how many clients come back", async ({ page }) => {
  await visit(page, "/prestataires/regie-boreale");
  await expect(page.getByText("50 % de clients fidèles.")).toBeVisible();
  await expect(page.getByText(/Sur 6 clients livrés en douze mois/)).toBeVisible();
});
