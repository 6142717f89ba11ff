// Quote requests by both sides: asked from a service's page, accepted as they are, adjusted or declined.
import { agree, dayIn, expectNews, typeDay } from "./forms";
import { aClient, anOperator, aService, aVip, call, type Person } from "./people";
import { expect, PHONE, settled, test, visit } from "./stage";

const needs = (service: string) => ({
  service,
  needs: "Un mariage de 120 personnes.",
  budget: { amount: 90_000, currency: "EUR" },
  wanted_on: dayIn(90).iso,
});

async function asked({ page }: Person, service: string): Promise<string> {
  return (await call<{ id: string }>(page, "POST", "/quote-requests", needs(service))).id;
}

test("S4-010, S4-011, S4-012, S4-013, S4-014: asked from a service, accepted, ordered later", PHONE, async ({ page, newcomer }) => {
  const operator = await anOperator(await newcomer());
  const provider = await aVip(await newcomer(), operator);
  const service = await aService(provider);
  await aClient(page);
  await visit(page, `/services/${service.slug}`);
  await page.getByRole("link", { name: "Demander un devis" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Demander un devis" })).toBeVisible();
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await expect(page.getByText("À remplir")).toHaveCount(3);
  await settled(page);
  await page.getByLabel("Vos besoins").fill("Un mariage de 120 personnes, de l’apéritif à 4 h.");
  await page.getByLabel("Votre budget TTC").fill("900");
  await typeDay(page, "Pour quel jour", dayIn(90).typed);
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await expectNews(page, "Votre demande est envoyée.");
  await expect(page).toHaveURL(/\/demandes-de-devis\/qrq_/);
  await settled(page);

  const other = provider.page;
  await visit(other, "/tableau-de-bord");
  await other.getByRole("link", { name: /demande de devis à traiter/ }).click();
  await settled(other);
  await other.getByRole("link", { name: service.title }).click();
  await expect(other.getByText("de l’apéritif à 4 h")).toBeVisible();
  await settled(other);
  await agree(other, "Accepter à ce prix", "Accepter à ce prix", (question) => {
    expect(question).toContain("900");
  });
  await expectNews(other, "L’offre est envoyée.");
  await expect(other).toHaveURL(/\/offres-personnalisees\/ofr_/);

  // The client's open page hears of it by itself, and the offer waits for as long as it holds.
  await page.getByRole("link", { name: "Voir l’offre" }).click();
  await agree(page, "Accepter l’offre", "Accepter l’offre");
  await expect(page).toHaveURL(/\/commandes\/ord_/);
});

test("S4-013: a request is adjusted with an offer, another is declined", async ({ page, newcomer }) => {
  const operator = await anOperator(await newcomer());
  const provider = await aVip(await newcomer(), operator);
  const service = await aService(provider);
  const client = await aClient(page);
  const [first, second] = [await asked(client, service.id), await asked(client, service.id)];

  const other = provider.page;
  await visit(other, `/demandes-de-devis/${first}`);
  await other.getByRole("link", { name: "Ajuster par une offre" }).click();
  await expect(other.getByLabel("Titre")).toHaveValue(service.title);
  await expect(other.getByLabel("Description", { exact: true })).toHaveValue("Un mariage de 120 personnes.");
  await settled(other);
  await other.getByRole("button", { name: "Envoyer l’offre" }).click();
  await expectNews(other, "Votre offre est envoyée.");
  const thread = other.getByRole("log");
  await expect(thread.getByText(/vous demande un devis/).first()).toBeVisible();
  await expect(thread.getByText("Répondue")).toBeVisible();
  await settled(other);

  await visit(other, `/demandes-de-devis/${second}`);
  await agree(other, "Décliner", "Décliner la demande");
  await expectNews(other, "Vous avez décliné la demande.");
  await visit(other, "/demandes-de-devis");
  await expect(other.getByText("Aucune demande n’attend")).toBeVisible();

  await visit(page, "/demandes-de-devis?affichage=toutes");
  await expect(page.getByText("Répondue")).toBeVisible();
  await expect(page.getByText("Déclinée")).toBeVisible();
  const third = await asked(client, service.id);
  await visit(page, `/demandes-de-devis/${third}`);
  await agree(page, "Retirer la demande", "Retirer la demande");
  await expectNews(page, "Votre demande est retirée.");
});
