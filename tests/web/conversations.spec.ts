// « Messagerie », by the two sides: who writes first and where from, what is unread, what stands in a thread.
import type { Page } from "@playwright/test";
import { aClient, anOperator, aVip, call, unique, type Person } from "./people";
import { applyTo, chosen, PICTURE, published } from "./prepared";
import { expect, PHONE, settled, test, visit } from "./stage";

interface Two {
  client: Person;
  provider: Person;
}

async function two(page: Page, newcomer: () => Promise<Page>): Promise<Two> {
  const operator = await anOperator(await newcomer());
  return { client: await aClient(page), provider: await aVip(await newcomer(), operator) };
}

/** The first message, sent through the API; answers the address of the conversation. */
async function writesTo({ page }: Person, { handle }: Person, text: string): Promise<string> {
  const { id } = await call<{ id: string }>(page, "POST", "/conversations", { provider: handle, text });
  return `/messagerie/${id}`;
}

const inboxEntry = (page: Page) =>
  page.getByRole("navigation", { name: "Mon espace" }).getByRole("link", { name: /Messagerie/ });

const thread = (page: Page) => page.getByRole("log");

async function say(page: Page, text: string) {
  const words = page.getByRole("textbox", { name: "Votre message" });
  await words.fill(text);
  await words.press("Control+Enter");
  await expect(thread(page).getByText(text)).toBeVisible();
  await expect(words).toHaveValue("");
}

test("S1-080, S1-084, S5-010: a client writes from a sheet and the provider answers", PHONE, async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  const tender = await published(client);

  await visit(page, `/prestataires/${provider.handle}`);
  await page.getByRole("link", { name: "Écrire à ce prestataire" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Écrire à ${provider.name}` })).toBeVisible();
  await page.getByRole("combobox", { name: /quel événement/ }).click();
  await page.getByRole("option", { name: new RegExp(tender.event.title) }).click();
  const words = page.getByRole("textbox", { name: "Votre message" });
  await words.fill("Appelez-moi au 06 12 34 56 78.");
  await expect(page.getByText(/Estrade les transmet aux deux parties/)).toBeVisible();
  await settled(page);
  await words.fill("Bonjour, seriez-vous libre ce jour-là ?");
  await expect(page.getByText(/Estrade les transmet aux deux parties/)).toBeHidden();
  await page.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(page).toHaveURL(/\/messagerie\/cnv_/);
  await expect(thread(page).getByText("Bonjour, seriez-vous libre ce jour-là ?")).toBeVisible();
  await settled(page);

  const other = provider.page;
  await visit(other, "/tableau-de-bord");
  await expect(inboxEntry(other)).toHaveAccessibleName(/1 non lue/);
  await inboxEntry(other).click();
  await settled(other);
  await expect(other.getByRole("listitem").filter({ hasText: client.handle })).toContainText("1 message non lu");
  await other.getByRole("link", { name: client.handle }).click();
  await expect(thread(other).getByRole("link", { name: tender.event.title })).toBeVisible();
  await expect(inboxEntry(other)).not.toHaveAccessibleName(/non lue/);
  await say(other, "Avec plaisir. Combien d’invités attendez-vous ?");
  await settled(other);

  // It comes by itself to whoever looks at the page.
  await expect(thread(page).getByText("Avec plaisir.")).toBeVisible({ timeout: 60_000 });
  await say(page, "Oui");
  await say(page, "Quatre-vingts.");
  await page.goto(`/messagerie/nouveau?prestataire=${provider.handle}`);
  await expect(page, "one conversation for each pair").toHaveURL(/\/messagerie\/cnv_/);
});

test("S1-074, S1-082, S5-005: news of offers and missions stand in the thread", async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  const tender = await published(client);
  const offer = await applyTo(provider, tender.id);
  await chosen(client, offer);

  const other = provider.page;
  await visit(other, `/mes-evenements/candidatures/${offer}`);
  await other.getByRole("link", { name: "Écrire au client" }).click();
  await expect(other).toHaveURL(/\/messagerie\/cnv_/);
  await expect(thread(other).getByText(`${client.handle} a choisi votre offre`)).toBeVisible();
  await say(other, "Je peux venir voir la salle jeudi.");

  await visit(page, "/messagerie");
  await page.getByRole("link", { name: provider.name }).first().click();
  await expect(thread(page).getByText(`${provider.name} a répondu à votre appel d’offres`)).toBeVisible();
  await expect(thread(page).getByText("600 €").first()).toBeVisible();
  await settled(page);
  await thread(page).getByRole("link", { name: "Voir l’offre" }).first().click();
  await expect(page).toHaveURL(`/mes-evenements/${tender.id}/lots/${tender.lots[0]?.id}`);
  await page.getByRole("link", { name: `Écrire à ${provider.name}` }).first().click();
  await expect(thread(page).getByText("Je peux venir voir la salle jeudi.")).toBeVisible();
});

test("S1-081, S5-028: unread conversations are told apart, and an empty inbox leads on", async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  await visit(page, "/messagerie");
  await expect(page.getByRole("link", { name: "Chercher un prestataire" })).toHaveAttribute("href", "/annuaire");

  await visit(provider.page, "/messagerie");
  await expect(provider.page.getByRole("link", { name: "Voir les offres potentielles" }).last()).toBeVisible();
  await writesTo(client, provider, "Bonjour");
  await visit(provider.page, "/messagerie");
  await provider.page.getByRole("link", { name: /^Non lues/ }).click();
  await expect(provider.page).toHaveURL("/messagerie?nonlus=oui");
  await provider.page.getByRole("link", { name: client.handle }).click();
  await expect(thread(provider.page).getByText("Bonjour")).toBeVisible();
  await expect(inboxEntry(provider.page)).not.toHaveAccessibleName(/non lue/);
  await visit(provider.page, "/messagerie?nonlus=oui");
  await expect(provider.page.getByText("Tout est lu")).toBeVisible();
});

test("what is typed stays until it is sent, and nothing is lost by a refusal", async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  const path = await writesTo(client, provider, "Bonjour");
  await visit(page, path);
  const text = `Encore un mot ${unique()}`;
  await page.getByRole("textbox", { name: "Votre message" }).fill(text);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Votre message" })).toHaveValue(text);
  const refused = page.route("**/messages", (route) => route.fulfill({ status: 429, json: { title: "Doucement", status: 429, code: "too_many_requests" } }));
  await refused;
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByText("Votre message n’est pas parti")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Votre message" })).toHaveValue(text);
  await page.unroute("**/messages");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(thread(page).getByText(text)).toHaveCount(1);
  await page.emulateMedia({ colorScheme: "dark" });
});

test("a visitor signs in first, and comes back to write", async ({ page, newcomer }) => {
  const { client, provider } = await two(await newcomer(), newcomer);
  await page.goto(`/prestataires/${provider.handle}`);
  await page.getByRole("link", { name: "Écrire à ce prestataire" }).click();
  await page.getByLabel(/e-mail/i).fill(client.email);
  await page.locator('input[type="password"]').fill(client.password);
  await page.locator('form button[type="submit"]').click();
  await expect(page.getByRole("heading", { level: 1, name: `Écrire à ${provider.name}` })).toBeVisible();
});

test("S5-022 to S5-027: a team makes tags, puts them on, filters by them, renames and deletes them", async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  const path = await writesTo(client, provider, "Bonjour");
  const other = provider.page;
  await other.setViewportSize({ width: 1440, height: 900 });
  await visit(other, path);
  const details = other.getByRole("complementary", { name: "Détails" });
  await details.getByRole("button", { name: "Gérer les balises" }).click();
  const window = other.getByRole("dialog", { name: "Gérer les balises" });
  await window.getByRole("button", { name: "Créer une nouvelle balise" }).click();
  await window.getByRole("textbox", { name: "Nom de la balise" }).fill("Devis envoyé");
  await window.getByRole("button", { name: "Enregistrer" }).click();
  await expect(window.getByText("0 conversation")).toBeVisible();
  await settled(other);
  await other.keyboard.press("Escape");

  await details.getByRole("combobox", { name: "Ajouter une balise" }).click();
  await details.getByRole("combobox", { name: "Ajouter une balise" }).pressSequentially("envoye");
  await other.getByRole("option", { name: "Devis envoyé" }).click();
  await expect(details.getByRole("list", { name: "Balises de cette conversation" })).toContainText("Devis envoyé");
  await expect(other.getByRole("region", { name: "Conversations" }).getByText("Devis envoyé")).toBeVisible();
  await settled(other);

  await other.getByRole("combobox", { name: "Balise", exact: true }).click();
  await other.getByRole("option", { name: "Devis envoyé" }).click();
  await expect(other).toHaveURL(/balise=tag_/);
  await expect(other.getByRole("link", { name: client.handle })).toBeVisible();
  await other.getByRole("searchbox", { name: "Rechercher" }).fill("personne de ce nom");
  await expect(other.getByText("Aucune conversation ne correspond")).toBeVisible();
  await settled(other);
  await other.getByRole("searchbox", { name: "Rechercher" }).fill(client.handle.slice(0, 6).toUpperCase());
  await expect(other.getByRole("link", { name: client.handle })).toBeVisible();

  await details.getByRole("button", { name: "Gérer les balises" }).click();
  await window.getByRole("button", { name: "Renommer la balise Devis envoyé" }).click();
  await window.getByRole("textbox", { name: "Nom de la balise" }).fill("Devis signé");
  await window.getByRole("button", { name: "Enregistrer" }).click();
  await expect(details.getByRole("list", { name: "Balises de cette conversation", includeHidden: true })).toContainText("Devis signé");
  await window.getByRole("button", { name: "Supprimer la balise Devis signé" }).click();
  const asked = other.getByRole("dialog", { name: /Supprimer la balise/ });
  await expect(asked).toContainText("Elle est retirée de 1 conversation.");
  await asked.getByRole("button", { name: "Supprimer" }).click();
  await expect(window.getByText("Pas encore de balise")).toBeVisible();
  await settled(other);
});

test("S5-016, S5-019: a provider declines a request, and the mission that waits with it", async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  const tender = await published(client);
  const offer = await applyTo(provider, tender.id);
  await chosen(client, offer);
  const path = await writesTo(client, provider, "Alors, c’est oui ?");
  const other = provider.page;
  await visit(other, path);
  await other.getByRole("button", { name: "Plus", exact: true }).click();
  await other.getByRole("menuitem", { name: "Décliner la demande" }).click();
  const window = other.getByRole("dialog", { name: `Décliner la demande de ${client.handle}` });
  await expect(window.getByRole("link", { name: tender.event.title })).toBeVisible();
  await window.getByRole("textbox", { name: /Un mot au client/ }).fill("Complet, hélas.");
  await window.getByRole("button", { name: "Décliner la demande" }).click();
  await expect(window.getByText("Cochez cette case")).toBeVisible();
  await settled(other);
  await window.getByRole("checkbox", { name: "Décliner aussi cette prestation" }).check();
  await window.getByRole("button", { name: "Décliner la demande" }).click();
  await expect(thread(other).getByText("Vous avez décliné la demande")).toBeVisible();
  await expect(thread(other).getByText("Complet, hélas.")).toBeVisible();
  await expect(thread(other).getByText("Vous avez décliné la prestation")).toBeVisible();
  await settled(other);

  await visit(page, path);
  await expect(thread(page).getByText(`${provider.name} ne peut pas prendre votre demande`)).toBeVisible();
  await say(page, "Et en juillet ?");
});

test("S5-030 to S5-033: a block names what it closes, explains itself to both sides and is lifted", async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  const tender = await published(client);
  await applyTo(provider, tender.id);
  const path = await writesTo(client, provider, "Bonjour");
  const other = provider.page;
  await visit(other, path);
  await other.getByRole("button", { name: "Plus", exact: true }).click();
  await other.getByRole("menuitem", { name: "Bloquer ce client" }).click();
  const window = other.getByRole("dialog", { name: `Bloquer ${client.handle}` });
  await expect(window).toContainText("1 offre est retirée");
  await expect(window).toContainText("600 €");
  await settled(other);
  await window.getByRole("button", { name: "Bloquer ce client" }).click();
  await expect(other.getByText(`Vous avez bloqué ${client.handle} : ses messages sont refusés.`)).toBeVisible();
  await settled(other);

  await visit(page, path);
  await expect(page.getByText(`${provider.name} ne souhaite plus recevoir vos messages. Ce qui`)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Votre message" })).toHaveCount(0);

  await other.getByRole("button", { name: "Plus", exact: true }).click();
  await other.getByRole("menuitem", { name: "Débloquer ce client" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Débloquer ce client" }).click();
  await expect(other.getByRole("textbox", { name: "Votre message" })).toBeVisible();
  await visit(page, path);
  await say(page, "Merci.");
  await expect(thread(page).getByText(`${provider.name} a retiré son offre`)).toBeVisible();
});

test("S5-001, S5-013: the keyboard goes through the list, and details have a pane of their own on a phone", PHONE, async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  const second = await aClient(await newcomer());
  const first = await writesTo(client, provider, "La première fois");
  const last = await writesTo(second, provider, "La seconde");
  const other = provider.page;
  await other.setViewportSize({ width: 1440, height: 900 });
  await visit(other, last);
  await expect(thread(other).getByText("La seconde")).toBeVisible();
  await expect(other.getByRole("complementary", { name: "Détails" })).toBeVisible();
  await other.getByRole("heading", { level: 1 }).click();
  await other.keyboard.press("j");
  await expect(other).toHaveURL(first);
  await expect(thread(other).getByText("La première fois")).toBeVisible();
  await other.keyboard.press("k");
  await expect(other).toHaveURL(last);
  await other.keyboard.press("r");
  await expect(other.getByRole("textbox", { name: "Votre message" })).toBeFocused();
  await other.keyboard.type("jk");
  await expect(other.getByRole("textbox", { name: "Votre message" })).toHaveValue("jk");
  await other.getByRole("heading", { level: 1 }).click();
  await other.keyboard.press("?");
  await expect(other.getByRole("dialog", { name: "Raccourcis clavier" })).toBeVisible();
  await settled(other);
  await other.keyboard.press("Escape");

  await other.setViewportSize({ width: 360, height: 740 });
  await expect(other.getByRole("complementary", { name: "Détails" })).toHaveCount(0);
  await other.getByRole("link", { name: "Détails" }).click();
  await expect(other).toHaveURL(/vue=details/);
  await expect(other.getByRole("complementary", { name: "Détails" })).toBeVisible();
  await settled(other);
  await other.getByRole("link", { name: "Revenir aux échanges" }).click();
  await expect(thread(other)).toBeVisible();
});

test("S5-004: files go with a message, and come back on the other side", async ({ page, newcomer }) => {
  const { client, provider } = await two(page, newcomer);
  const path = await writesTo(client, provider, "Bonjour");
  await visit(page, path);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Joindre un fichier" }).click(),
  ]);
  await chooser.setFiles([
    { name: "plan de salle.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF") },
    { name: "page.html", mimeType: "text/html", buffer: Buffer.from("<!DOCTYPE html><p>Bonjour") },
    { name: "scène.png", mimeType: "image/png", buffer: Buffer.from(PICTURE, "base64") },
  ]);
  const files = page.getByRole("list", { name: "Fichiers", exact: true });
  await expect(files.getByText("scène.jpg")).toBeVisible();
  await expect(files.getByText(/n’est pas accepté|n’est pas accepté/)).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Retirer page.html" }).click();

  // What is there stays through a reload.
  await page.reload();
  await expect(files.getByText("plan de salle.pdf")).toBeVisible();
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(thread(page).getByRole("link", { name: /Télécharger plan de salle\.pdf/ })).toBeVisible();
  await expect(files).toBeHidden();
  await settled(page);

  const other = provider.page;
  await visit(other, "/messagerie");
  await expect(other.getByText(/plan de salle\.pdf/)).toBeVisible();
  await visit(other, path);
  const picture = thread(other).getByRole("link", { name: /Ouvrir l’image scène/ });
  await expect(picture.locator("img")).toHaveJSProperty("complete", true);
  expect(await picture.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const [download] = await Promise.all([
    other.waitForEvent("download"),
    thread(other).getByRole("link", { name: /Télécharger plan de salle\.pdf/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("plan de salle.pdf");
});
