// The mission of a lot is an order: with held funds from the client's choice to the review of the lot, or settled
// between the two, with its disputes.
import type { Page } from "@playwright/test";
import { agree, expectNews, mark } from "./forms";
import { arrived, deliver, PAYS, payWith, review } from "./orders";
import { aClient, anOperator, aVip, call, type Person } from "./people";
import { applyTo, chosen, confirmed, published } from "./prepared";
import { expect, PHONE, settled, test, visit } from "./stage";

const CAUTION = "Ne payez jamais un prestataire avant la fin";
const HELD_CAUTION = "une somme réglée hors de la plateforme n’est pas conservée";

interface Scene {
  client: Person;
  provider: Person;
  offer: string;
  /** The client's page of the lot. */
  lot: string;
  /** The event's. */
  title: string;
}

/** An application to a tender, through the API; the client has not chosen yet. */
async function applied(page: Page, newcomer: () => Promise<Page>, days: number): Promise<Scene> {
  const operator = await anOperator(await newcomer());
  const client = await aClient(page);
  const provider = await aVip(await newcomer(), operator);
  const tender = await published(client, ["dj"], days);
  const offer = await applyTo(provider, tender.id);
  const lot = `/mes-evenements/${tender.id}/lots/${tender.lots[0]?.id}`;
  return { client, provider, offer, lot, title: tender.event.title };
}

/** Chooses the one applicant, who is to be paid with held funds. */
async function chooseHeld({ client: { page }, provider, lot }: Scene) {
  await visit(page, lot);
  await page.getByRole("button", { name: `Choisir ce prestataire : ${provider.name}` }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: "Régler en direct" })).toBeChecked();
  await expect(dialog).toContainText(CAUTION);
  await settled(page);
  await mark(dialog.getByRole("radio", { name: "Fonds conservés par la plateforme" }));
  await expect(dialog).toContainText(HELD_CAUTION);
  await expect(dialog).not.toContainText(CAUTION);
  await settled(page);
  await dialog.getByRole("button", { name: "Choisir ce prestataire" }).click();
  await expect(page.getByRole("heading", { name: `Vous avez choisi ${provider.name}` })).toBeVisible();
  await expect(page.getByText("Vous payez par fonds conservés")).toBeVisible();
  await settled(page);
}

test("S1-043, S1-045, S1-090, S1-110, S4-001: a lot is paid with held funds, delivered, accepted and reviewed", PHONE, async ({
  page,
  newcomer,
}) => {
  test.setTimeout(300_000);
  const scene = await applied(page, newcomer, 30);
  const { provider, offer, lot, title } = scene;
  const other = provider.page;
  await chooseHeld(scene);

  await visit(other, `/mes-evenements/candidatures/${offer}`);
  await expect(other.getByText("Le client paie par fonds conservés"), "before it confirms").toBeVisible();
  await settled(other);
  await agree(other, "Confirmer la prestation", "Confirmer la prestation", (said) =>
    expect(said).toContain("Le client paie par fonds conservés"),
  );
  await expect(other.getByText("La suite se passe sur la commande")).toBeVisible();
  await settled(other);

  // The page of the lot tells it by itself.
  await expect(page.getByRole("heading", { name: `${provider.name} a confirmé la mission` })).toBeVisible();
  await expect(page.getByRole("button", { name: "Mission terminée" })).toBeHidden();
  await settled(page);
  await page.getByRole("link", { name: "Suivre la commande" }).click();
  await expect(page.getByText(/Sans paiement, la mission s’annule/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Offre, version 1" })).toHaveAttribute("href", lot);
  await settled(page);
  await page.getByRole("button", { name: /Payer 600,00/ }).click();
  await payWith(page, PAYS);
  await arrived(page);
  await page.getByRole("link", { name: "Voir la commande" }).click();
  await expect(page.getByText("Payée, à commencer")).toBeVisible();

  await other.getByRole("link", { name: "Suivre la commande" }).click();
  await expect(other.getByRole("link", { name: "Offre, version 1" })).toHaveAttribute("href", new RegExp(offer));
  await other.getByRole("button", { name: "Démarrer" }).click();
  await expectNews(other, /C’est commencé/);
  await settled(other);
  await deliver(other, "La soirée a eu lieu.");
  await visit(other, "/commandes");
  await expect(other.getByRole("listitem").filter({ hasText: title }).first()).toContainText("DJ");

  await agree(page, "Accepter la livraison", "Accepter la livraison", (said) => expect(said).toContain("est versée"));
  await expect(page.getByText("Tout est livré et accepté.")).toBeVisible();
  await settled(page);
  const order = new URL(page.url()).pathname;
  await review(page, "La piste pleine jusqu’à la fermeture.");
  await expect(page, "back on the page of the lot").toHaveURL(lot);
  await expect(page.getByText("Réalisée et clôturée").first()).toBeVisible();
  await settled(page);
  await page.getByRole("link", { name: "Voir la commande" }).click();
  await expect(page).toHaveURL(order);
  await expect(page.getByRole("main")).toContainText("La piste pleine");
  await expect(page.getByRole("link", { name: "Donner mon avis" })).toBeHidden();
  await settled(page);

  await page.getByRole("link", { name: "Ouvrir la conversation" }).first().click();
  const news = page.getByRole("log").getByText("Votre paiement est arrivé : la somme est conservée");
  await expect(news).toBeVisible();
  await expect(page.getByRole("log").getByRole("link", { name: "Voir la commande" }).first()).toHaveAttribute("href", order);
  await settled(page);
});

test("S1-110, S4-001: held funds wait until sixty days before the event, and both sides read so", async ({ page, newcomer }) => {
  const scene = await applied(page, newcomer, 150);
  const { client, provider, offer, lot } = scene;
  await chosen(client, offer, "held");
  await confirmed(provider, offer);
  await visit(page, lot);
  await page.getByRole("link", { name: "Suivre la commande" }).click();
  await expect(page.getByText(/vous payez soixante jours avant l’événement.*Le paiement s’ouvre dans/)).toBeVisible();
  await expect(page.getByText(/à payer à partir du/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Payer/ })).toBeHidden();
  await settled(page);
  await visit(provider.page, new URL(page.url()).pathname);
  await expect(provider.page.getByText(/paie soixante jours avant l’événement/)).toBeVisible();
  await settled(provider.page);

  await agree(provider.page, "Annuler la commande", "Annuler la commande", (said) =>
    expect(said).toContain("Le lot s’ouvre de nouveau"),
  );
  await visit(provider.page, "/mes-evenements?onglet=terminees");
  await expect(provider.page.getByText("Mission annulée")).toBeVisible();
  await provider.page.getByRole("main").getByRole("link", { name: scene.title }).click();
  await expect(provider.page.getByText("La mission est annulée")).toBeVisible();
  await settled(provider.page);
  await visit(page, lot);
  await expect(page.getByText("Ouvert aux offres")).toBeVisible();
  await expect(page.getByText("Mission annulée")).toBeVisible();
});

test("S1-049, S1-100, S1-101, S1-102, S1-103: a lot that is settled directly is disputed from its order", PHONE, async ({
  page,
  newcomer,
}) => {
  const { client, provider, offer, lot, title } = await applied(page, newcomer, 150);
  const other = provider.page;
  await chosen(client, offer);
  await confirmed(provider, offer);

  await visit(other, "/mes-evenements?onglet=travail");
  await other.getByRole("main").getByRole("link", { name: title }).click();
  await other.getByRole("link", { name: "Suivre la commande ou ouvrir un litige" }).click();
  await expect(other.getByText(/vous n’avez rien à livrer ici/)).toBeVisible();
  await expect(other.getByText(/Délai restant|à livrer avant/), "it is the client's to end").toBeHidden();
  await expect(other.getByRole("button", { name: "Livrer", exact: true })).toBeHidden();
  await settled(other);
  const order = new URL(other.url()).pathname;
  await other.getByRole("button", { name: "Ouvrir un litige" }).click();
  await other.getByLabel("Ce qui ne va pas").fill("La salle n’était pas ouverte à l’heure convenue.");
  await other.getByRole("button", { name: "Ouvrir le litige" }).click();
  await expect(other).toHaveURL(/\/litiges\/dsp_/);
  await settled(other);

  await visit(page, lot);
  await page.getByRole("link", { name: "Suivre la commande ou ouvrir un litige" }).click();
  await expect(page).toHaveURL(order);
  await settled(page);
  await page.getByRole("link", { name: "Voir le litige" }).click();
  await expect(page.getByText("La salle n’était pas ouverte à l’heure convenue.")).toBeVisible();
  await settled(page);

  const [dispute] = (await call<{ items: { id: string }[] }>(other, "GET", "/disputes")).items;
  await call(other, "POST", `/disputes/${dispute?.id}/close`, {});
  await visit(page, order);
  await agree(page, "Mission terminée", "Mission terminée");
  await expect(page).toHaveURL(/\/lots\/lot_\w+\/avis$/);
});
