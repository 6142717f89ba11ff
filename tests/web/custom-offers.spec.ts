// Custom offers and the orders that they make, by both sides: bargained in the conversation, worked in
// milestones; and the operator's rules about their kinds.
import type { Page } from "@playwright/test";
import { agree, expectNews, mark } from "./forms";
import { aClient, anOperator, aVip, call, unique, type Person } from "./people";
import { expect, PHONE, settled, test, visit } from "./stage";

interface Talk {
  client: Person;
  provider: Person;
  /** The conversation's id. */
  id: string;
}

async function talk(page: Page, newcomer: () => Promise<Page>): Promise<Talk> {
  const operator = await anOperator(await newcomer());
  const client = await aClient(page);
  const provider = await aVip(await newcomer(), operator);
  const opening = { provider: provider.handle, text: "Bonjour, que proposez-vous ?" };
  const { id } = await call<{ id: string }>(page, "POST", "/conversations", opening);
  return { client, provider, id };
}

const thread = (page: Page) => page.getByRole("log");

const milestone = (page: Page, number: number) => page.getByRole("group", { name: `Étape ${number}`, exact: true });

async function fillMilestone(page: Page, number: number, name: string, days: string, price: string) {
  const part = milestone(page, number);
  await part.getByLabel("Nom").fill(name);
  await part.getByLabel("Ce qui est livré").fill(`${name}, en deux variantes.`);
  await part.getByLabel("Délai, en jours").fill(days);
  await part.getByLabel("Prix HT").fill(price);
}

async function deliver(page: Page, message: string) {
  await page.getByRole("button", { name: "Livrer", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Votre message de livraison").fill(message);
  await dialog.getByRole("button", { name: "Livrer maintenant" }).click();
  await expect(dialog).toBeHidden();
}

/** An offer made through the API; answers its id. */
async function offered({ provider, id }: Talk, more: object = {}): Promise<string> {
  const line = { label: "Soirée", quantity: "1", unit_price: { amount: 60_000, currency: "EUR" }, vat_rate: 0 };
  const terms = { kind: "fixed", lines: [line], delivery_days: 14 };
  const body = { title: `Soirée ${unique()}`, description: "Un DJ, de 20 h à 3 h.", terms, ...more };
  return (await call<{ id: string }>(provider.page, "POST", `/conversations/${id}/custom-offers`, body)).id;
}

test("S2-001, S2-008, S2-026, S2-027, S2-029: an offer in milestones, from the conversation to its end", PHONE, async ({
  page,
  newcomer,
}) => {
  test.setTimeout(300_000);
  const { client, provider, id } = await talk(page, newcomer);
  const other = provider.page;

  await visit(other, `/messagerie/${id}`);
  await other.getByRole("link", { name: "Créer une offre" }).click();
  await expect(other.getByRole("heading", { level: 1, name: `Créer une offre pour ${client.handle}` })).toBeVisible();
  await settled(other);
  await other.getByLabel("Titre").fill("Plan de salle");
  await other.getByLabel("Description", { exact: true }).fill("Un plan coté, puis le plan définitif.");
  await mark(other.getByRole("radio", { name: "Étapes" }));
  await fillMilestone(other, 1, "Maquette", "10", "300");
  await fillMilestone(other, 2, "Plan définitif", "14", "500");
  await other.getByLabel("Délai de la livraison finale, en jours").fill("20");
  await expect(other.getByText(/4 jours de trop/)).toBeVisible();
  await settled(other);
  await other.reload();
  await expect(other.getByLabel("Titre"), "the draft is kept").toHaveValue("Plan de salle");
  await other.getByLabel("Délai de la livraison finale, en jours").fill("30");
  await expect(other.getByText(/24 jours sur 30 jours/)).toBeVisible();
  await other.getByRole("button", { name: "Envoyer l’offre" }).click();
  await expect(other).toHaveURL(new RegExp(`/messagerie/${id}$`));
  await expect(thread(other).getByText("Vous avez fait une offre")).toBeVisible();
  await settled(other);

  await visit(page, `/messagerie/${id}`);
  await expect(thread(page).getByText(`${provider.name} vous fait une offre`)).toBeVisible();
  await expect(thread(page).getByText("800 €")).toBeVisible();
  await thread(page).getByRole("link", { name: "Voir l’offre" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Plan de salle" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Accepter l’offre" })).toBeVisible();
  await settled(page);

  await other.getByRole("log").getByRole("link", { name: "Voir l’offre" }).click();
  await settled(other);
  await other.getByRole("link", { name: "Modifier l’offre" }).click();
  await expect(milestone(other, 1).getByLabel("Nom")).toHaveValue("Maquette");
  await settled(other);
  await milestone(other, 2).getByLabel("Prix HT").fill("450");
  await other.getByRole("button", { name: "Envoyer la nouvelle version" }).click();
  await expectNews(other, "La nouvelle version est envoyée.");
  await expect(other.getByText("2 points ont changé.")).toBeVisible();
  await settled(other);

  // It comes by itself to the client who looks at the page, and says that it is another one.
  await expect(page.getByText(/vous lisez maintenant la version 2/)).toBeVisible();
  await expect(page.getByText("2 points ont changé.")).toBeVisible();
  await visit(page, `/messagerie/${id}`);
  await expect(thread(page).getByText("Remplacée par la version 2")).toBeVisible();
  await thread(page).getByRole("link", { name: "Voir l’offre" }).last().click();
  await expect(page.getByText("2 points ont changé.")).toBeVisible();
  await agree(page, "Accepter l’offre", "Accepter l’offre", (said) => {
    expect(said).toMatch(/version 2.*750,00/s);
    expect(said).toContain("Le travail commence aussitôt.");
  });
  await expect(page).toHaveURL(/\/commandes\/ord_/);
  await settled(page);

  await visit(other, "/commandes");
  await other.getByRole("link", { name: "Plan de salle" }).click();
  await expect(other.getByRole("listitem").filter({ hasText: "Maquette" }).first()).toHaveAttribute("aria-current", "step");
  await settled(other);
  await deliver(other, "Voici la maquette.");
  await expectNews(other, /C’est livré/);

  await page.reload();
  await page.getByRole("button", { name: "Demander une retouche" }).click();
  await page.getByLabel("Ce qui est à changer").fill("Deux tables de plus.");
  await expect(page.getByRole("dialog")).toContainText("1 retouche");
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await expectNews(page, "Votre demande est envoyée");
  await expect(page.getByText(/travaille à la retouche/)).toBeVisible();

  await other.reload();
  await expect(other.getByText(/demande une retouche/)).toBeVisible();
  await deliver(other, "La maquette avec deux tables de plus.");
  await page.reload();
  await expect(page.getByRole("button", { name: "Demander une retouche" }), "none is left").toBeHidden();
  await settled(page);
  await agree(page, "Accepter la livraison", "Accepter la livraison", (said) => expect(said).toContain("Plan définitif"));
  await other.reload();
  await deliver(other, "Le plan définitif.");
  await page.reload();
  await agree(page, "Accepter la livraison", "Accepter la livraison", (said) =>
    expect(said).toContain("La commande est terminée."),
  );
  await expect(page.getByText("Tout est livré et accepté.")).toBeVisible();
  await settled(page);

  await visit(page, "/commandes?onglet=terminees");
  await expect(page.getByRole("link", { name: "Plan de salle" })).toBeVisible();
  await visit(page, `/messagerie/${id}`);
  await expect(thread(page).getByText("La commande est terminée")).toBeVisible();
  await expect(thread(page).getByText("Deux tables de plus.", { exact: true })).toBeVisible();
});

test("S2-044: offers that wait are told apart, and empty lists lead on", PHONE, async ({ page, newcomer }) => {
  const two = await talk(page, newcomer);
  await visit(page, "/offres-personnalisees");
  await expect(page.getByText("Aucune offre n’attend")).toBeVisible();
  await visit(page, "/offres-personnalisees?affichage=toutes");
  await expect(page.getByText("Pas encore d’offre personnalisée")).toBeVisible();
  await visit(page, "/commandes");
  await expect(page.getByText("Aucune commande en cours")).toBeVisible();

  const offer = await offered(two);
  await visit(page, "/offres-personnalisees");
  await expect(page.getByRole("listitem").filter({ hasText: "600 €" }).first()).toContainText(two.provider.name);
  await visit(page, `/offres-personnalisees/${offer}`);
  await page.getByRole("button", { name: "Décliner" }).click();
  await page.getByLabel(/Votre raison/).fill("La date ne va plus.");
  await page.getByRole("dialog").getByRole("button", { name: "Décliner l’offre" }).click();
  await expectNews(page, "L’offre est déclinée.");
  await visit(page, "/offres-personnalisees?affichage=toutes");
  await expect(page.getByText("Déclinée")).toBeVisible();

  const other = two.provider.page;
  await visit(other, `/offres-personnalisees/${offer}`);
  await expect(other.getByText(/a décliné cette offre/)).toBeVisible();
  await visit(other, `/messagerie/${two.id}`);
  await expect(thread(other).getByText("La date ne va plus.")).toBeVisible();
});

test("S2-041, S2-042: the work begins when the client has answered", async ({ page, newcomer }) => {
  const two = await talk(page, newcomer);
  const questions = [
    { text: "Quels morceaux tenez-vous à entendre ?", mandatory: true },
    { text: "Y a-t-il un limiteur de son ?", mandatory: false },
  ];
  const offer = await offered(two, { questions });
  await visit(page, `/offres-personnalisees/${offer}`);
  await agree(page, "Accepter l’offre", "Accepter l’offre", (said) => expect(said).toContain("2 questions"));
  await expect(page).toHaveURL(/\/commandes\/ord_/);
  await settled(page);
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await expect(page.getByText("À remplir")).toBeVisible();
  await page.getByLabel("Quels morceaux tenez-vous à entendre ?").fill("Du funk.");
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await expectNews(page, /Vos réponses sont envoyées/);
  await expect(page.getByText("Du funk.")).toBeVisible();

  const other = two.provider.page;
  await other.goto(page.url());
  await expect(other.getByText("Du funk.")).toBeVisible();
  await settled(other);
  await agree(other, "Annuler la commande", "Annuler la commande", (said) => expect(said).toContain("définitive"));
  await expect(other.getByText("Cette commande est annulée.")).toBeVisible();
});

test("S2-018, S2-024, S2-030, S2-032: a subscription in plain words, and a limit by the week", async ({ page, newcomer }) => {
  const two = await talk(page, newcomer);
  const other = two.provider.page;
  await visit(other, `/messagerie/${two.id}/offre`);
  await mark(other.getByRole("radio", { name: "Abonnement" }));
  await other.getByLabel("Prestation").fill("Bouquet");
  await other.getByLabel("Prix unitaire HT").fill("60");
  await mark(other.getByRole("radio", { name: "Jours", exact: true }));
  await other.getByLabel("Tous les combien ?").fill("14");
  await other.getByLabel("Livraisons en tout").fill("6");
  await expect(other.getByText(/Livré tous les 14 jours, 6 livraisons, 360,00/).first()).toBeVisible();
  await settled(other);

  const rate = { amount: 4_500, currency: "EUR" };
  const terms = { kind: "hourly", rate, vat_rate: 0, weekly_hours: 20, estimated_hours: 40 };
  const offer = await offered(two, { terms });
  await visit(page, `/offres-personnalisees/${offer}`);
  await expect(page.getByText(/Environ 40 heures/)).toBeVisible();
  await agree(page, "Accepter l’offre", "Accepter l’offre");
  await page.getByRole("button", { name: "Changer la limite par semaine" }).click();
  await page.getByLabel(/Heures par semaine/).fill("15");
  await page.getByRole("button", { name: "Enregistrer la limite" }).click();
  await expectNews(page, /La limite change à partir du lundi/);
  await expect(page.getByText(/15 h à partir du lundi/).first(), "fewer hours hold from Monday on").toBeVisible();

  const lines = [{ label: "Bouquet", quantity: "1", unit_price: rate, vat_rate: 0 }];
  const weekly = { kind: "subscription", lines, rhythm: "weekly", every: 1, deliveries: 3, delivery_days: 3 };
  await visit(page, `/offres-personnalisees/${await offered(two, { terms: weekly })}`);
  await agree(page, "Accepter l’offre", "Accepter l’offre");
  await agree(page, "Arrêter l’abonnement", "Arrêter l’abonnement", (said) =>
    expect(said).toContain("Les 2 périodes à venir sont annulées."),
  );
  await expect(page.getByRole("button", { name: "Arrêter l’abonnement" })).toBeHidden();
  await settled(page);
});

test("S2-009, S2-010: the operator switches kinds off, or keeps them for some", PHONE, async ({ page }) => {
  await anOperator(page);
  // Each screen has its own kind, because the rules are the whole instance's and both are set at once.
  const kind = test.info().project.name === "wide" ? "Abonnement" : "À l’heure";
  await visit(page, "/operateur/types-d-offres");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: kind }) });
  const change = row.getByRole("button", { name: `Modifier : ${kind}` });
  await change.click();
  const form = page.getByRole("dialog");
  const trades = form.getByRole("combobox", { name: /Métiers où/ });
  await trades.fill("Traiteur");
  await page.getByRole("option", { name: "Traiteur" }).first().click();
  // The list lies over the button until something else is clicked.
  await form.getByRole("heading", { name: kind }).click();
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expectNews(page, `${kind} : c’est enregistré.`);
  await page.reload();
  await expect(row).toContainText("Sauf : Traiteur");
  await settled(page);

  await change.click();
  const only = form.getByRole("switch", { name: "Réservé à certains prestataires" });
  await only.focus();
  await only.press("Space");
  const names = form.getByLabel("Pseudos de ces prestataires");
  await names.fill("personne-de-ce-nom");
  await names.press("Enter");
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(form.getByText(/personne-de-ce-nom :/)).toBeVisible();
  await settled(page);

  // As it was, for the other tests.
  await only.focus();
  await only.press("Space");
  await trades.press("Backspace");
  await form.getByRole("heading", { name: kind }).click();
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expectNews(page, `${kind} : c’est enregistré.`);
  await expect(row).toContainText("Proposé dans tous les métiers");
});
