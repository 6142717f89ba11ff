// Held funds, from the offer to the provider's bank; disputes; a plan that is bought. With the built-in payment
// provider, whose cards are nobody's.
import type { Page } from "@playwright/test";
import { agree, expectNews, mark } from "./forms";
import { arrived, deliver, PAYS, payWith, review } from "./orders";
import { aClient, anOperator, aProvider, aVip, call, joinTeam, unique, type Person } from "./people";
import { expect, PHONE, settled, test, visit } from "./stage";

const ASKS = "4000 0000 0000 3220";
const IBAN = "FR76 3000 6000 0112 3456 7890 189";

interface Talk {
  client: Person;
  provider: Person;
  operator: Page;
  /** The conversation's id. */
  id: string;
}

async function talk(page: Page, newcomer: () => Promise<Page>): Promise<Talk> {
  const operator = await anOperator(await newcomer());
  const client = await aClient(page);
  const provider = await aVip(await newcomer(), operator);
  const opening = { provider: provider.handle, text: "Bonjour, que proposez-vous ?" };
  const { id } = await call<{ id: string }>(page, "POST", "/conversations", opening);
  return { client, provider, operator, id };
}

/** An offer with held funds, made and accepted through the API; answers the order's id. */
async function ordered({ client, provider, id }: Talk, settlement = "held", repeats = {}, cents = 80_000): Promise<string> {
  const line = { label: "Soirée", quantity: "1", unit_price: { amount: cents, currency: "EUR" }, vat_rate: 0 };
  const terms = { kind: "fixed", lines: [line], delivery_days: 14, ...repeats };
  const body = { title: `Soirée ${unique()}`, description: "Un DJ, de 20 h à 3 h.", terms, settlement };
  const offer = await call<{ id: string }>(provider.page, "POST", `/conversations/${id}/custom-offers`, body);
  return (await call<{ id: string }>(client.page, "POST", `/custom-offers/${offer.id}/accept`, { number: 1 })).id;
}

async function stateOf(page: Page, path: string, field: "state" | "status"): Promise<string> {
  return (await call<Record<string, string>>(page, "GET", path))[field] ?? "";
}

/** An order that is paid and begun, through the API. */
async function inWork(two: Talk, cents?: number): Promise<string> {
  const { client, provider } = two;
  const order = await ordered(two, "held", {}, cents);
  const { id } = await call<{ id: string }>(client.page, "POST", `/orders/${order}/pay`, {});
  await expect.poll(() => stateOf(client.page, `/payments/${id}`, "state"), { timeout: 60_000 }).toBe("open");
  await call(client.page, "POST", `/payments/${id}/test-card`, { number: PAYS });
  await expect.poll(() => stateOf(client.page, `/orders/${order}`, "status"), { timeout: 60_000 }).toBe("paid");
  await call(provider.page, "POST", `/orders/${order}/start`, {});
  return order;
}

test("S4-001, S4-002, S4-003, S4-004, S4-005, S4-006, S4-007: held from the offer to the provider's bank", PHONE, async ({
  page,
  newcomer,
}) => {
  test.setTimeout(300_000);
  const { provider, id } = await talk(page, newcomer);
  const other = provider.page;

  await visit(other, `/messagerie/${id}/offre`);
  await other.getByLabel("Titre").fill("Soirée de mariage");
  await other.getByLabel("Description", { exact: true }).fill("Un DJ, de 20 h à 3 h.");
  await other.getByLabel("Prestation").fill("Soirée");
  await other.getByLabel("Prix unitaire HT").fill("800");
  await mark(other.getByRole("radio", { name: "Fonds conservés" }));
  await expect(other.getByLabel(/Acompte/)).toBeHidden();
  await other.getByLabel("Délai de livraison, en jours").fill("90");
  await other.getByRole("button", { name: "Envoyer l’offre" }).click();
  await expect(other.getByText(/75 jours au plus après son démarrage : découpez/)).toBeVisible();
  await settled(other);
  await other.getByLabel("Délai de livraison, en jours").fill("14");
  await other.getByRole("button", { name: "Envoyer l’offre" }).click();
  await expectNews(other, "Votre offre est envoyée.");

  await visit(page, `/messagerie/${id}`);
  await page.getByRole("log").getByRole("link", { name: "Voir l’offre" }).click();
  await expect(page.getByText(/la plateforme garde la somme/)).toBeVisible();
  await settled(page);
  await agree(page, "Accepter l’offre", "Accepter l’offre", (said) => {
    expect(said).toContain("Votre argent est conservé");
    expect(said).not.toContain("Le travail commence aussitôt.");
  });
  await expect(page).toHaveURL(/\/paiements\/pay_/);
  await visit(other, "/commandes");
  await expect(other.getByText("Aucune commande en cours"), "no order for the provider before it is paid").toBeVisible();

  await expect(page.getByRole("button", { name: /payer 800,00/ })).toBeVisible({ timeout: 60_000 });
  await settled(page);
  await payWith(page, ASKS);
  await expect(page.getByRole("heading", { name: "Est-ce bien vous qui payez ?" })).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Oui, confirmer le paiement" }).click();
  await arrived(page);
  await settled(page);
  await page.getByRole("link", { name: "Voir la commande" }).click();
  const money = page.getByRole("region", { name: "L’argent" });
  await expect(money.getByText("800,00")).toBeVisible();
  await expect(page.getByText("Payée, à commencer")).toBeVisible();
  await settled(page);

  await other.reload();
  await expect(other.getByText("Nouvelle")).toBeVisible();
  await other.getByRole("link", { name: "Soirée de mariage" }).click();
  await expect(other.getByRole("button", { name: "Démarrer" })).toBeVisible();
  await expect(other.getByRole("button", { name: "Livrer", exact: true }), "S4-006").toBeHidden();
  await settled(other);
  await other.getByRole("button", { name: "Démarrer" }).click();
  await expectNews(other, /C’est commencé/);
  await expect(other.getByText(/commencée le/), "S4-005").toBeVisible();
  await deliver(other, "La soirée a eu lieu.");

  await page.reload();
  await agree(page, "Accepter la livraison", "Accepter la livraison", (said) => expect(said).toContain("est versée"));
  await expect(page.getByText("Tout est livré et accepté.")).toBeVisible();
  await settled(page);
  await review(page, "La piste pleine jusqu’à la fermeture.");
  await expect(page).toHaveURL(/\/commandes\/ord_\w+$/);
  await settled(page);
  await visit(other, "/tableau-de-bord");
  await other.getByRole("link", { name: /avis/ }).click();
  await expect(other).toHaveURL(/\/prestataires\//);
  // Whole, so that the button does not move away from under the pointer.
  await settled(other);
  await other.getByLabel("Votre réponse publique").fill("Merci pour votre confiance !");
  await other.getByRole("button", { name: "Publier ma réponse" }).click();
  await expectNews(other, "Votre réponse est publiée");
  await expect(other.getByRole("main").getByText("Merci pour votre confiance !")).toBeVisible();
  await expect(other.getByLabel("Votre réponse publique")).toBeHidden();
  await settled(other);

  await visit(other, "/versements");
  await expect(other.getByText("800,00").first()).toBeVisible();
  await other.getByLabel("Titulaire").fill(provider.name);
  await other.getByLabel("IBAN").fill("FR76 1234");
  await other.getByRole("button", { name: "Enregistrer ce compte" }).click();
  await expect(other.locator("[aria-invalid=true]")).toHaveCount(1);
  await other.getByRole("button", { name: IBAN }).click();
  await settled(other);
  await other.getByRole("button", { name: "Enregistrer ce compte" }).click();
  await expectNews(other, "Votre compte est enregistré.");
  await expect(other.getByText("IBAN …0189")).toBeVisible();
  await expect(other.getByRole("listitem").filter({ hasText: "800,00" }).first()).toContainText(/préparation|En route|Arrivé/);
  await settled(other);

  await visit(page, "/paiements");
  await expect(page.getByRole("listitem").filter({ hasText: "Soirée de mariage" }).first()).toContainText("Payé");
  await visit(page, `/messagerie/${id}`);
  await expect(page.getByRole("log").getByText("Votre paiement est arrivé : la somme est conservée")).toBeVisible();
});

test("S4-001: a card that is refused charges nothing, and another one pays", async ({ page, newcomer }) => {
  const two = await talk(page, newcomer);
  await visit(page, "/paiements");
  await expect(page.getByText("Aucun paiement")).toBeVisible();
  const order = await ordered(two);
  await visit(page, `/commandes/${order}`);
  await expect(page.getByText(/Sans paiement, la commande s’annule/)).toBeVisible();
  await page.getByRole("button", { name: /Payer 800,00/ }).click();
  await expect(page.getByRole("button", { name: /payer 800,00/ })).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("Numéro de carte").fill("4970 1000 0000 0055");
  await page.getByRole("button", { name: /payer 800,00/ }).click();
  await expect(page.getByText(/N’entrez jamais une vraie carte ici : choisissez/)).toBeVisible();
  await payWith(page, "4000 0000 0000 9995");
  await expect(page.getByText("Il n’y a pas assez d’argent")).toBeVisible({ timeout: 60_000 });
  await settled(page);
  await page.getByRole("button", { name: "Payer de nouveau" }).click();
  await payWith(page, PAYS);
  await arrived(page);
  await visit(page, "/notifications");
  await expect(page.getByRole("link", { name: /paiement a été refusé/ })).toBeVisible();
});

test("S2-018: the card of a first period pays the next ones, until its holder ends that", async ({ page, newcomer }) => {
  const weekly = { kind: "subscription", rhythm: "weekly", every: 1, deliveries: 3, delivery_days: 3 };
  const order = await ordered(await talk(page, newcomer), "held", weekly);
  await visit(page, `/commandes/${order}`);
  await page.getByRole("button", { name: /Payer 800,00/ }).click();
  const dialog = page.getByRole("dialog", { name: "Payer la première période" });
  await expect(dialog.getByLabel("Débiter les 2 périodes suivantes de la même carte")).toBeChecked();
  await settled(page);
  await dialog.getByRole("button", { name: /Payer 800,00/ }).click();
  await payWith(page, PAYS);
  await arrived(page);
  await visit(page, `/commandes/${order}`);
  await expect(page.getByText("débitées de votre carte •••• 4242")).toBeVisible();
  await agree(page, "Ne plus débiter ma carte", "Ne plus débiter ma carte", (said) =>
    expect(said).toContain("Vous paierez vous-même"),
  );
  await expectNews(page, "Votre carte ne sera plus débitée.");
  await expect(page.getByText("•••• 4242")).toBeHidden();
});

test("S1-100, S1-101, S1-103, S1-104, S1-106, S1-107, S1-108: a dispute, from its reason to the operator's ruling", PHONE, async ({
  page,
  newcomer,
}) => {
  test.setTimeout(300_000);
  const two = await talk(page, newcomer);
  const { client, provider, operator } = two;
  const other = provider.page;
  await visit(page, "/litiges");
  await expect(page.getByText("Aucun litige en cours")).toBeVisible();
  const order = await inWork(two);

  await visit(page, `/commandes/${order}`);
  await page.getByRole("button", { name: "Ouvrir un litige" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/Restez en dialogue/), "S1-108").toBeVisible();
  await dialog.getByRole("button", { name: "Ouvrir le litige" }).click();
  await expect(dialog.getByText("À remplir")).toBeVisible();
  await settled(page);
  await dialog.getByLabel("Ce qui ne va pas").fill("La sonorisation convenue manquait.");
  await dialog.getByRole("button", { name: "Ouvrir le litige" }).click();
  await expect(page).toHaveURL(/\/litiges\/dsp_/);
  await expect(page.getByText("Vous avez ouvert le litige")).toBeVisible();
  await settled(page);

  await visit(other, `/commandes/${order}`);
  await expect(other.getByText("En litige").first()).toBeVisible();
  await settled(other);
  await other.getByRole("link", { name: "Voir le litige" }).click();
  await expect(other.getByText("La sonorisation convenue manquait.")).toBeVisible();
  await other.getByLabel("Votre message").fill("Elle était là, mais pas à l’extérieur.");
  await other.getByRole("button", { name: "Envoyer", exact: true }).click();
  const said = other.getByRole("list", { name: "Ce qui s’est dit" });
  await expect(said.getByText("Elle était là, mais pas à l’extérieur.")).toBeVisible();
  await expect(other.getByLabel("Votre message")).toHaveValue("");
  await other.getByRole("button", { name: "Proposer une issue" }).click();
  await other.getByLabel(/^Part de .*TTC/).fill("900");
  await other.getByRole("button", { name: "Envoyer la proposition" }).click();
  await expect(other.getByText(/de zéro au montant en jeu/)).toBeVisible();
  await other.getByLabel(/^Part de .*TTC/).fill("600");
  await expect(other.getByRole("dialog").getByText("200,00")).toBeVisible();
  await settled(other);
  await other.getByRole("button", { name: "Envoyer la proposition" }).click();
  await expectNews(other, /Votre proposition est envoyée/);
  await settled(other);

  // It comes by itself to the client, who does not take it.
  await expect(page.getByRole("button", { name: "Accepter cette issue" })).toBeVisible();
  await expect(page.getByText("200,00")).toBeVisible();
  await settled(page);
  await agree(page, "Appeler l’exploitant", "Appeler l’exploitant", (said) => expect(said).toContain("pourra lire"));
  await expectNews(page, "L’exploitant est appelé.");

  await visit(operator, "/litiges");
  const dispute = page.url().split("/").pop();
  await operator.locator(`a[href="/litiges/${dispute}"]`).click();
  await expect(operator.getByText("La sonorisation convenue manquait.")).toBeVisible();
  await expect(operator.getByText("Bonjour, que proposez-vous ?")).toBeHidden();
  await settled(operator);
  await operator.getByRole("button", { name: "Lire leurs échanges" }).click();
  await expect(operator.getByText("Bonjour, que proposez-vous ?")).toBeVisible();
  await expect(operator.getByRole("link", { name: client.handle }), "S1-107: to its sanctions").toBeVisible();
  await operator.getByRole("button", { name: "Trancher" }).click();
  await operator.getByLabel(/^Part de .*TTC/).fill("300");
  await operator.getByLabel("Votre décision, motivée").fill("La prestation a été fournie pour moins de la moitié.");
  await settled(operator);
  await operator.getByRole("button", { name: "Rendre la décision" }).click();
  await expectNews(operator, "Votre décision est rendue.");
  await visit(operator, "/litiges?onglet=termines");
  await expect(operator.locator(`a[href="/litiges/${dispute}"]`)).toBeVisible();

  await expect(page.getByText("La prestation a été fournie pour moins de la moitié.")).toBeVisible();
  await expect(page.getByText("500,00")).toBeVisible();
  await settled(page);
  await visit(page, `/commandes/${order}`);
  await expect(page.getByRole("region", { name: "L’argent" })).toContainText(/300,00.*500,00/s);
  await expect(page.getByText("Tranché")).toBeVisible();
  await visit(other, "/versements");
  await expect(other.getByText("300,00").first()).toBeVisible();
});

test("S1-106: a ruling that sends a large sum back waits for a second person", async ({ page, newcomer }) => {
  const two = await talk(page, newcomer);
  const { operator } = two;
  const colleague = await newcomer();
  await joinTeam(colleague, operator);
  const order = await inWork(two, 200_000);
  const { id } = await call<{ id: string }>(page, "POST", `/orders/${order}/dispute`, { reason: "Rien n’est venu." });
  await call(page, "POST", `/disputes/${id}/escalate`, {});

  await visit(operator, `/litiges/${id}`);
  await operator.getByRole("button", { name: "Trancher" }).click();
  await operator.getByLabel(/^Part de .*TTC/).fill("500");
  await operator.getByLabel("Votre décision, motivée").fill("Un quart seulement a été fourni.");
  await operator.getByRole("button", { name: "Rendre la décision" }).click();
  await expectNews(operator, "Votre décision attend maintenant la confirmation d’une seconde personne.");
  await expect(operator.getByText("une autre personne que vous doit la confirmer")).toBeVisible();
  await expect(operator.getByRole("button", { name: "Confirmer la décision" })).toBeHidden();
  await settled(operator);
  await visit(page, `/litiges/${id}`);
  await expect(page.getByText("Rien n’est venu.")).toBeVisible();
  await expect(page.getByText("Un quart seulement a été fourni.")).toBeHidden();

  await visit(colleague, `/litiges/${id}`);
  await expect(colleague.getByText("Un quart seulement a été fourni.")).toBeVisible();
  await settled(colleague);
  await agree(colleague, "Confirmer la décision", "Confirmer la décision");
  await expectNews(colleague, "La décision est confirmée et rendue.");
  await expect(page.getByText("Un quart seulement a été fourni.")).toBeVisible();
  await visit(page, `/commandes/${order}`);
  await expect(page.getByRole("region", { name: "L’argent" })).toContainText(/500,00.*1\s?500,00/s);
});

test("S1-105: whoever opened a dispute closes it, and the mission goes on", async ({ page, newcomer }) => {
  const two = await talk(page, newcomer);
  const order = await inWork(two);
  const other = two.provider.page;
  const reason = "Le client ne répond plus.";
  const { id } = await call<{ id: string }>(other, "POST", `/orders/${order}/dispute`, { reason });
  await visit(page, `/litiges/${id}`);
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole("button", { name: "Clôturer le litige" })).toBeHidden();
  await call(page, "POST", `/disputes/${id}/propose`, { kind: "go_on" });
  await visit(other, `/litiges/${id}`);
  await expect(other.getByText("La mission continue comme convenu.").first()).toBeVisible();
  await agree(other, "Clôturer le litige", "Clôturer le litige");
  await expectNews(other, "Le litige est clôturé.");
  await settled(other);
  await visit(other, `/commandes/${order}`);
  await expect(other.getByRole("button", { name: "Livrer", exact: true })).toBeVisible();
  await expect(other.getByText("Clôturé")).toBeVisible();
});

test("S1-120, S1-121: a provider on FREE buys VIP+, then prolongs it", PHONE, async ({ page }) => {
  await aProvider(page);
  await call(page, "PUT", "/organization/plan", { plan: "free" });
  await visit(page, "/tarifs");
  await expect(page.getByRole("button", { name: "Acheter VIP+" })).toBeVisible();
  await visit(page, "/compte/abonnement");
  await page.getByRole("button", { name: "Acheter VIP+" }).click();
  await expect(page.getByRole("button", { name: /obligation de paiement : payer/ })).toBeVisible({ timeout: 60_000 });
  await settled(page);
  await payWith(page, PAYS);
  await arrived(page);
  await settled(page);
  await page.getByRole("link", { name: "Voir mes abonnements" }).click();
  await expect(page.getByText("Votre formule : VIP+")).toBeVisible();
  await expect(page.getByText(/la prolonge jusqu’au/)).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Prolonger VIP+" }).click();
  await payWith(page, PAYS);
  await arrived(page);
  await visit(page, "/paiements");
  await expect(page.getByText("VIP+")).toHaveCount(2);
});
