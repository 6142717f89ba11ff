// « Mes services » and the catalogue: a provider puts a service on its shelf, a client finds it and writes about it.
import type { Page } from "@playwright/test";
import { agree, expectNews } from "./forms";
import { aClient, anOperator, aProvider, aService, grantVip, unique, type Person } from "./people";
import { PICTURE } from "./prepared";
import { expect, PHONE, settled, test, visit } from "./stage";

/** A provider on VIP+ whose shelf is empty. */
async function aSeller(page: Page, operator: Page): Promise<Person> {
  const provider = await aProvider(page);
  await grantVip(operator, provider);
  return provider;
}

async function writes(page: Page, title: string) {
  await page.getByRole("textbox", { name: "Titre" }).fill(title);
  await page.getByRole("textbox", { name: "Description" }).first().fill("Tout est compris, du micro à la piste.");
  await page.getByRole("textbox", { name: "À partir de" }).fill("450");
  await page.getByRole("textbox", { name: "Délai en jours" }).fill("30");
  await page.getByRole("button", { name: "Ajouter une formule" }).click();
  const first = page.getByRole("listitem", { name: "Formule 1" });
  await first.getByRole("textbox", { name: "Nom de la formule" }).fill("Grand soir");
  await first.getByRole("textbox", { name: "Prix" }).fill("400");
  await first.getByRole("textbox", { name: "Délai en jours" }).fill("20");
  await first.getByRole("checkbox", { name: "Retouches illimitées" }).check();
  await page.getByRole("button", { name: "Ajouter une question" }).click();
  await page.getByRole("textbox", { name: "Question 1" }).fill("Où la fête a-t-elle lieu ?");
  await page.getByRole("checkbox", { name: "Réponse obligatoire" }).check();
  await page.getByRole("textbox", { name: /Message envoyé à la commande/ }).fill("Merci, je reviens vite vers vous.");
}

test("S2-005, S4-009: a provider writes a service, publishes, pauses and deletes it", PHONE, async ({ page, newcomer }) => {
  await aSeller(page, await anOperator(await newcomer()));
  const title = `Soirée ${unique()}`;
  await visit(page, "/mes-services");
  await page.getByRole("link", { name: "Ajouter un service" }).click();
  await writes(page, title);
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expect(page.getByText(/ne dépasse pas celui de la formule/)).toBeVisible();
  await settled(page);
  await page.getByRole("listitem", { name: "Formule 1" }).getByRole("textbox", { name: "Prix" }).fill("900");
  await page.getByRole("button", { name: "Enregistrer le brouillon" }).click();
  await expectNews(page, /brouillon est enregistré/);
  await expect(page).toHaveURL("/mes-services");

  await page.getByRole("button", { name: `Publier « ${title} »` }).click();
  await expectNews(page, "Votre service est en ligne.");
  await settled(page);
  await page.getByRole("link", { name: `Modifier « ${title} »` }).click();
  await expect(page.getByRole("textbox", { name: "Titre" })).toHaveValue(title);
  await expect(page.getByRole("listitem", { name: "Formule 1" }).getByRole("checkbox")).toBeChecked();
  await settled(page);
  await page.getByRole("textbox", { name: "Titre" }).fill(`${title} bis`);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expectNews(page, "Votre service est enregistré.");

  await page.getByRole("link", { name: `${title} bis`, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${title} bis`);
  await expect(page.getByText("Grand soir")).toBeVisible();
  await settled(page);
  await page.goto("/mes-services");
  await page.getByRole("button", { name: /^Mettre en pause «/ }).click();
  await expectNews(page, "Votre service est en pause.");
  await page.getByRole("button", { name: /^Remettre en ligne «/ }).click();
  await expectNews(page, "de nouveau en ligne");
  await agree(page, /^Supprimer «/, "Supprimer ce service");
  await expect(page.getByText("Votre premier service")).toBeVisible();
});

test("S5-010, S5-011: a client finds a service and writes to its provider about it", PHONE, async ({ page, newcomer }) => {
  const operator = await anOperator(await newcomer());
  const provider = await aSeller(await newcomer(), operator);
  const service = await aService(provider);
  await aClient(page);
  await visit(page, `/services?trade=dj&departement=76&q=${encodeURIComponent(service.title)}`);
  await page.getByRole("link", { name: service.title }).click();
  await settled(page);
  await expect(page).toHaveURL(`/services/${service.slug}`);
  await page.getByRole("link", { name: "Contacter le prestataire" }).click();
  await expect(page.getByRole("combobox", { name: /quel service/ })).toHaveValue(service.title);
  await settled(page);
  await page.getByRole("textbox", { name: "Votre message" }).fill("Seriez-vous libre en juin ?");
  await page.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(page).toHaveURL(/\/messagerie\/cnv_/);
  await expect(page.getByRole("log").getByRole("link", { name: service.title })).toBeVisible();
  await settled(page);

  await page.goto("/services?q=introuvable-vraiment");
  await expect(page.getByText("Aucun service ici pour l’instant")).toBeVisible();
  await settled(page);
});

test("S5-002: a sheet without a service takes no messages, and says why", async ({ page, newcomer }) => {
  const provider = await aSeller(await newcomer(), await anOperator(await newcomer()));
  await aClient(page);
  await visit(page, `/prestataires/${provider.handle}`);
  await expect(page.getByText(/n’a pas encore publié de service/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Écrire à ce prestataire" })).toBeHidden();
  const { title } = await aService(provider);
  await visit(page, `/prestataires/${provider.handle}`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await expect(page.getByRole("link", { name: "Écrire à ce prestataire" })).toBeVisible();
});

test("S2-043: a provider on leave has nothing on its shelf until it is back", async ({ page, newcomer }) => {
  const provider = await aSeller(page, await anOperator(await newcomer()));
  const { title } = await aService(provider);
  await visit(page, "/mes-services");
  await agree(page, "Me mettre en pause", "Me mettre en pause", (question) => {
    expect(question).toContain("Vos conversations, vos offres et vos missions continuent.");
  });
  await expect(page.getByText(/tant que vous êtes en pause/)).toBeVisible();
  await settled(page);
  await visit(page, `/prestataires/${provider.handle}`);
  await expect(page.getByText(/En congé/)).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toBeHidden();
  await page.goto("/mes-services");
  await page.getByRole("button", { name: "Reprendre" }).click();
  await expectNews(page, "de nouveau disponible");
  await visit(page, `/prestataires/${provider.handle}`);
  await expect(page.getByRole("link", { name: title })).toBeVisible();
});

test("S5-010: photos show a service, in its form, on its page and in the catalogue", async ({ page, newcomer }) => {
  const provider = await aSeller(page, await anOperator(await newcomer()));
  const { id, slug, title } = await aService(provider);
  await visit(page, `/mes-services/${id}`);
  const photo = (name: string) => ({ name, mimeType: "image/png", buffer: Buffer.from(PICTURE, "base64") });
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Ajouter des photos" }).click(),
  ]);
  await chooser.setFiles([photo("une.png"), photo("deux.png")]);
  await page.getByRole("textbox", { name: "Ce que montre la photo 2" }).fill("Les platines");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Ce champ est obligatoire.")).toBeVisible();
  await page.getByRole("textbox", { name: "Ce que montre la photo 1" }).fill("La piste");
  await page.getByRole("button", { name: "Monter la photo 2" }).click();
  await expect(page.getByRole("textbox", { name: "Ce que montre la photo 1" })).toHaveValue("Les platines");
  await settled(page);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expectNews(page, "Votre service est enregistré.");

  const visitor = await newcomer();
  await visit(visitor, `/services?q=${encodeURIComponent(title)}`);
  await expect(visitor.getByRole("img", { name: "Les platines" })).toBeVisible();
  await visit(visitor, `/services/${slug}`);
  await expect(visitor.getByRole("img", { name: "Les platines" })).toBeVisible();
  await visitor.getByRole("button", { name: "Photo 2 : La piste" }).click();
  await expect(visitor.getByRole("img", { name: "La piste" })).toBeVisible();
});
