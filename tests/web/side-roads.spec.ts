// What does not go straight from an application to a review: declined, withdrawn, taken back, revised, closed.
import { agree, expectNews } from "./forms";
import { aClient, anOperator, aProvider, aVip, call, type Person } from "./people";
import { applyTo, chosen, confirmed, published, type Tender } from "./prepared";
import { expect, PHONE, settled, test as base, visit } from "./stage";
import { followMail } from "./mail";

interface Pair {
  client: Person;
  provider: Person;
}

/** A client in the test's own browser and a provider on VIP+ in another. */
const test = base.extend<Pair>({
  client: async ({ page }, use) => use(await aClient(page)),
  provider: async ({ newcomer }, use) => {
    const operator = await anOperator(await newcomer());
    await use(await aVip(await newcomer(), operator));
  },
});

const lotPage = ({ id, lots }: Tender, index = 0) => `/mes-evenements/${id}/lots/${lots[index]?.id ?? ""}`;
const offerPage = (offer: string) => `/mes-evenements/candidatures/${offer}`;

test("S1-048: chosen, the provider declines with a reason; the lot is open again", async ({ client, provider }) => {
  const tender = await published(client);
  const offer = await applyTo(provider, tender.id);
  await chosen(client, offer);
  const { page } = provider;
  await visit(page, "/mes-evenements");
  await expect(page.getByRole("main")).toContainText("Choisi, à confirmer");
  await visit(page, offerPage(offer));
  await page.getByRole("button", { name: "Décliner" }).click();
  await page.getByLabel(/Pour quelle raison/).fill("Je suis déjà pris ce soir-là.");
  await settled(page);
  await page.getByRole("dialog").getByRole("button", { name: "Décliner" }).click();
  await expect(page.getByText("Vous avez décliné", { exact: true })).toBeVisible();
  await settled(page);
  await visit(page, "/mes-evenements?onglet=terminees");
  await visit(client.page, lotPage(tender));
  await expect(client.page.getByRole("main")).toContainText("Ouvert aux offres");
  await expect(client.page.getByRole("main")).toContainText("Déclinée");
});

test("a provider withdraws its offer and may apply again", async ({ client, provider }) => {
  const tender = await published(client);
  const offer = await applyTo(provider, tender.id);
  const { page } = provider;
  await visit(page, offerPage(offer));
  await agree(page, "Retirer mon offre", "Retirer mon offre");
  await expect(page.getByText("Vous avez retiré cette offre")).toBeVisible();
  await page.getByRole("link", { name: "Répondre à nouveau" }).click();
  await expect(page.getByRole("button", { name: "Envoyer ma candidature" })).toBeVisible();
  await settled(page);
  await visit(client.page, lotPage(tender));
  await expect(client.page.getByRole("main")).toContainText("Retirée");
});

test("the client takes its choice back", async ({ client, provider }) => {
  const tender = await published(client);
  await chosen(client, await applyTo(provider, tender.id));
  const { page } = client;
  await visit(page, lotPage(tender));
  await agree(page, "Retirer mon choix", "Retirer mon choix");
  await expectNews(page, "Votre choix est retiré");
  await expect(page.getByRole("button", { name: /^Choisir/ })).toBeVisible();
});

test("a revised tender is confirmed again by those who had answered", PHONE, async ({ client, provider }) => {
  const tender = await published(client);
  const offer = await applyTo(provider, tender.id);
  const { page } = client;
  await visit(page, `/mes-evenements/${tender.id}`);
  await page.getByRole("link", { name: "Modifier", exact: true }).click();
  await expect(page).toHaveURL(`/mes-evenements/${tender.id}/modifier`);
  await page.getByLabel("Nombre d’invités").fill("95");
  await settled(page);
  await agree(page, "Enregistrer les changements", "Enregistrer les changements", (question) =>
    expect(question).toContain("1 candidature sera à confirmer"),
  );
  await expect(page).toHaveURL(`/mes-evenements/${tender.id}`);
  await visit(page, lotPage(tender));
  await expect(page.getByRole("main")).toContainText("Doit confirmer son offre");

  await followMail(provider.page, provider.email, /modifié|changé|confirm/i);
  await visit(provider.page, offerPage(offer));
  await expect(provider.page.getByText("L’appel d’offres a changé")).toBeVisible();
  await agree(provider.page, "Confirmer mon offre", "Confirmer mon offre");
  await expect(provider.page.getByText("Le client compare les offres")).toBeVisible();
  await visit(provider.page, `${offerPage(offer)}/modifier`);
});

test("S1-051: closing names the lot in work; S1-052, S1-053: then a reason and a word", async ({ client, provider }) => {
  const tender = await published(client, ["dj", "traiteur"]);
  const offer = await applyTo(provider, tender.id);
  await chosen(client, offer);
  await confirmed(provider, offer);
  const { page } = client;
  await visit(page, `/mes-evenements/${tender.id}`);
  await page.getByRole("button", { name: "Fermer", exact: true }).click();
  const question = page.getByRole("dialog");
  await expect(question.getByRole("link", { name: "DJ" })).toHaveAttribute("href", lotPage(tender));
  await settled(page);
  await call(page, "POST", `/lots/${tender.lots[0]?.id}/complete`, {});
  await visit(page, `/mes-evenements/${tender.id}`);
  await page.getByRole("button", { name: "Fermer", exact: true }).click();
  await question.getByRole("button", { name: "Fermer l’appel d’offres" }).click();
  await expect(question.getByText("Ce champ est nécessaire")).toBeVisible();
  await question.getByLabel("Aucun prestataire ne convient").check();
  await question.getByLabel(/Un mot pour/).fill("Merci à tous, nous cuisinerons nous-mêmes.");
  await settled(page);
  await question.getByRole("button", { name: "Fermer l’appel d’offres" }).click();
  await expectNews(page, "L’appel d’offres est fermé");
  await expect(page.getByRole("main")).toContainText("Aucun prestataire ne convenait.");
  await settled(page);
  await visit(page, `/appels-d-offres/${tender.slug}`);
  await expect(page.getByRole("main")).toContainText("Cet appel d’offres est fermé");
});

test("S1-069: on FREE the form of an offer leads to the plans instead", async ({ client, newcomer }) => {
  const tender = await published(client);
  const { page } = await aProvider(await newcomer());
  await call(page, "PUT", "/organization/plan", { plan: "free" });
  await visit(page, `/appels-d-offres/${tender.slug}/candidater/${tender.lots[0]?.id ?? ""}`);
  await expect(page.getByRole("button", { name: "Envoyer ma candidature" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Voir les tarifs" })).toHaveAttribute("href", "/tarifs");
});

test("S1-094: a provider without review is shown as new", async ({ page, client, provider }) => {
  const tender = await published(client);
  await applyTo(provider, tender.id);
  await visit(page, lotPage(tender));
  await expect(page.getByRole("article")).toContainText("Nouveau sur Estrade");
  await expect(page.getByRole("article")).toContainText("faites sa connaissance");
  await page.getByRole("article").getByRole("link", { name: provider.name, exact: true }).click();
  await expect(page).toHaveURL(`/prestataires/${provider.handle}`);
});

test("S1-016: a provider that opens the guided form is told to open a client account", async ({ page }) => {
  await aProvider(page);
  await visit(page, "/mes-evenements/nouveau");
  await expect(page.getByRole("main")).toContainText("ouvrez un compte client");
  await expect(page.getByRole("button", { name: "Enregistrer et continuer" })).toHaveCount(0);
});

test("a draft is thrown away", async ({ page, client }) => {
  await call(client.page, "POST", "/tenders", { event: { kind: "wedding", title: "À oublier" } });
  await visit(page, "/mes-evenements");
  await page.getByRole("link", { name: /Reprendre le brouillon/ }).click();
  await settled(page);
  await agree(page, "Jeter ce brouillon", "Jeter ce brouillon");
  await expect(page).toHaveURL("/mes-evenements");
  await expect(page.getByText("À oublier")).toHaveCount(0);
});

test("what is not there, or for another account, says so; a link cut short waits for nothing", async ({ page }) => {
  const told = (title: string) => expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await visit(page, "/prestataires/personne-de-ce-nom");
  await told("Cette page n’existe pas");
  await visit(page, "/activation");
  await told("Ce lien ne fonctionne pas");
  await visit(page, "/invitation?token=inconnu");
  await told("Cette invitation n’est plus valable");
  await aClient(page);
  for (const path of ["/compte/fiche", "/compte/abonnement", "/offres-potentielles"]) {
    await visit(page, path);
    await told("Cette page n’existe pas");
  }
  await page.goto("/connexion");
  await expect(page).toHaveURL("/tableau-de-bord");
  await page.goto("/inscription/prestataire");
  await expect(page).toHaveURL("/tableau-de-bord");
});

test("a stranger's tender opens on its public page, and its lots stay its client's", async ({ page, newcomer }) => {
  const client = await aClient(page);
  const tender = await published(client);
  const other = await aClient(await newcomer());
  await other.page.goto(`/mes-evenements/${tender.id}`);
  await expect(other.page).toHaveURL(`/appels-d-offres/${tender.slug}`);
  await settled(other.page);
  await visit(other.page, `/mes-evenements/${tender.id}/lots/${tender.lots[0]?.id}`);
  await expect(other.page.getByRole("heading", { level: 1, name: "Ce lot n’existe plus" })).toBeVisible();
});
