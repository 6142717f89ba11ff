// The operator's pages: each opened, and each act really done, seen by whom it concerns and read in the log.
import type { Page } from "@playwright/test";
import { agree, choose, expectNews, mark } from "./forms";
import { aClient, anOperator, aProvider, aVip, call, CONTACT, newPerson, unique, type Person } from "./people";
import { applyTo, chosen, confirmed, published, type Tender } from "./prepared";
import { expect, PHONE, settled, test, visit } from "./stage";

const PAGES = [
  { path: "/operateur", title: "Exploitation" },
  { path: "/operateur/comptes", title: "Comptes" },
  { path: "/operateur/suppressions", title: "Suppressions demandées" },
  { path: "/operateur/missions", title: "Missions à clore" },
  { path: "/operateur/argent", title: "Argent" },
  { path: "/operateur/messages", title: "Messages" },
  { path: "/operateur/e-mails", title: "E-mails abandonnés" },
  { path: "/operateur/interdits", title: "Identifiants interdits" },
  { path: "/operateur/aide", title: "Utilité de l’aide" },
  { path: "/operateur/journal", title: "Journal" },
];

async function organizationOf(person: Person): Promise<string> {
  return (await call<{ organization: { id: string } }>(person.page, "GET", "/me")).organization.id;
}

/** The log about one thing tells this. */
async function expectLogged(page: Page, subject: string, sentence: string | RegExp) {
  await visit(page, `/operateur/journal?subject=${subject}`);
  await expect(page.getByRole("listitem").filter({ hasText: sentence }).first()).toBeVisible();
}

/** Signs in with its password, as anybody would; the page says why not. */
async function expectSignInRefused(person: Person, why: string | RegExp) {
  const { page } = person;
  await page.context().clearCookies();
  await visit(page, "/connexion");
  await page.getByLabel("Adresse e-mail").fill(person.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();
  await settled(page);
}

test("the operator's pages open by their addresses, and from its navigation", PHONE, async ({ page }) => {
  await anOperator(page);
  for (const { path, title } of PAGES) {
    await visit(page, path);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.locator(`a[href="${path}"][aria-current="page"]`).first()).toBeAttached();
  }
  await visit(page, "/tableau-de-bord");
  await expect(page).toHaveURL("/operateur");
});

test("the operator's pages stay readable in the dark and in English", async ({ page }) => {
  await anOperator(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.addInitScript(() => localStorage.setItem("estrade.language", "en"));
  for (const { path } of PAGES) await visit(page, path);
  await expect(page.getByRole("heading", { level: 1, name: "Log" })).toBeVisible();
});

test("for anybody else the operator's pages do not exist", async ({ page, newcomer }) => {
  const visitor = await newcomer();
  await visitor.goto("/operateur/comptes");
  await expect(visitor).toHaveURL("/connexion?retour=%2Foperateur%2Fcomptes");
  await aClient(page);
  for (const { path } of PAGES) {
    await visit(page, path);
    await expect(page.getByRole("heading", { level: 1, name: "Cette page n’existe pas" })).toBeVisible();
  }
});

test("an account is found by its pseudo and its state, which stand in the address", async ({ page, newcomer }) => {
  const provider = await aProvider(await newcomer());
  await anOperator(page);
  await visit(page, "/operateur/comptes");
  await page.getByRole("searchbox", { name: "Rechercher un compte" }).fill(provider.handle);
  await expect(page).toHaveURL(/[?&]q=provider-/);
  await expect(page.getByRole("list", { name: "Comptes" }).getByRole("link")).toHaveCount(1);
  await choose(page, "État", "Fermé");
  await expect(page).toHaveURL(/[?&]state=closed/);
  await expect(page.getByText("Aucun compte ne correspond")).toBeVisible();
  await settled(page);
  await choose(page, "État", "Actif");
  await page.getByRole("link", { name: provider.name }).click();
  await expect(page).toHaveURL(`/operateur/organisations/${await organizationOf(provider)}`);
  await expect(page.getByRole("list", { name: "Membres" })).toContainText(`${provider.email}`);
});

test("VIP+ is granted to a provider, which reads it on its own page", PHONE, async ({ page, newcomer }) => {
  const provider = await aProvider(await newcomer());
  const id = await organizationOf(provider);
  await anOperator(page);
  await visit(page, `/operateur/organisations/${id}`);
  await page.getByRole("button", { name: "Ouvrir une formule" }).click();
  await page.getByLabel("Durée en mois").fill("40");
  await settled(page);
  await page.getByRole("button", { name: "Ouvrir la formule" }).click();
  await expect(page.getByText("Choisissez de 1 à 36 mois.").first()).toBeVisible();
  await page.getByLabel("Durée en mois").fill("12");
  await page.getByRole("button", { name: "Ouvrir la formule" }).click();
  await expectNews(page, `La formule VIP+ est ouverte à ${provider.name}.`);
  const until = new Date();
  until.setMonth(until.getMonth() + 12);
  await expect(page.getByRole("main")).toContainText(`VIP+`);
  await expect(page.getByRole("main")).toContainText(`${until.getFullYear()}`);
  await provider.page.goto("/compte/abonnement");
  await expect(provider.page.getByText("Votre formule : VIP+")).toBeVisible();
  await expectLogged(page, id, `La formule VIP+ est ouverte à ${provider.name} jusqu’au`);
  await page.getByText("Détails").first().click();
  await expect(page.getByText("organization.plan_granted").first()).toBeVisible();
});

test("S1-002: the operator corrects what a client is before the law", async ({ page, newcomer }) => {
  const client = await aClient(await newcomer());
  const id = await organizationOf(client);
  await anOperator(page);
  await visit(page, `/operateur/organisations/${id}`);
  await page.getByRole("button", { name: "Corriger le statut" }).click();
  await page.getByRole("combobox", { name: "Statut juridique" }).click();
  await expect(page.getByRole("option")).toHaveText([
    "Particulier",
    "Association",
    "Mairie",
    "Société",
    "Département, région ou autre organisme public",
  ]);
  await page.getByRole("option", { name: "Mairie" }).click();
  await page.getByRole("button", { name: "Enregistrer la correction" }).click();
  await expectNews(page, "Le statut est corrigé.");
  await page.reload();
  await expect(page.locator("dl").first()).toContainText("Mairie");
  const { legal_kind } = await call<{ legal_kind: string }>(client.page, "GET", "/organization");
  expect(legal_kind).toBe("town_hall");
  await expectLogged(page, id, "a été corrigée par l’opérateur");
});

test("S1-024: a client is closed without notice, for a reason that the log keeps", async ({ page, newcomer }) => {
  const client = await aClient(await newcomer());
  const id = await organizationOf(client);
  const tender = await published(client);
  const reason = `Annonces fictives ${unique()}`;
  await anOperator(page);
  await visit(page, `/operateur/organisations/${id}`);
  await page.getByRole("button", { name: "Fermer l’organisation" }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("déconnectée et ne peut plus se connecter");
  await expect(question).toContainText("Ses appels d’offres sont clos et les offres reçues prennent fin.");
  await question.getByRole("button", { name: "Fermer l’organisation" }).click();
  await expect(question.getByLabel("Motif")).toHaveAttribute("aria-invalid", "true");
  await settled(page);
  await question.getByLabel("Motif").fill(reason);
  await question.getByRole("button", { name: "Fermer l’organisation" }).click();
  await expectNews(page, "organisation fermée");
  await expect(page.getByRole("note").filter({ hasText: reason })).toBeVisible();
  await expect(page.getByRole("button", { name: "Fermer l’organisation" })).toHaveCount(0);
  expect((await client.page.request.get("/v1/me")).status()).toBe(401);
  await expectSignInRefused(client, "Ce compte est fermé. Écrivez au support pour en connaître la raison.");
  const { status } = await call<Tender & { status: string }>(page, "GET", `/tenders/${tender.id}`);
  expect(status).toBe("closed");
  await expectLogged(page, id, reason);
  await visit(page, "/operateur");
  await expect(page.getByText(reason).first()).toBeVisible();
});

test("S1-021: a deletion is asked for by its owner and carried out by hand", async ({ page, newcomer }) => {
  const provider = await aProvider(await newcomer());
  const id = await organizationOf(provider);
  await visit(provider.page, "/compte/supprimer");
  await provider.page.getByLabel("J’ai compris que la suppression est irréversible").check();
  await provider.page.getByRole("button", { name: "Demander la suppression" }).click();
  await expect(provider.page.getByText("Demande en cours")).toBeVisible();
  await anOperator(page);
  await visit(page, "/operateur");
  await page.getByRole("main").getByRole("link", { name: "Traiter les suppressions" }).click();
  await expect(page).toHaveURL("/operateur/suppressions");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: provider.name }) });
  await expect(row).toContainText("Avant le");
  await agree(page, `Effacer les données de ${provider.name}`, "Effacer les données", (asked) => {
    expect(asked).toContain("sont effacées pour toujours");
    expect(asked).toContain("Les contrats conclus et les avis restent, sans nom.");
  });
  await expectNews(page, `Les données de ${provider.name} sont effacées.`);
  await expect(row).toHaveCount(0);
  await expectSignInRefused(provider, "Adresse e-mail ou mot de passe incorrect.");
  await visit(page, "/operateur/suppressions?state=carried_out");
  await expect(page.locator(`a[href="/operateur/organisations/${id}"]`)).toHaveText("Compte supprimé");
  await visit(page, "/operateur/journal?kind=deletion.carried_out");
  await expect(page.getByRole("listitem").filter({ has: page.locator(`a[href$="${id}"]`) })).toContainText(
    "Les données d’une organisation ont été effacées",
  );
});

test("a mission whose provider is gone is ended by the operator, for a reason that the log keeps", async ({ page, newcomer }) => {
  await anOperator(page);
  const client = await aClient(await newcomer());
  const provider = await aVip(await newcomer(), page);
  const tender = await published(client);
  const offer = await applyTo(provider, tender.id);
  await chosen(client, offer);
  await confirmed(provider, offer);
  await call(page, "POST", `/operator/organizations/${await organizationOf(provider)}/close`, { reason: "Faux SIRET" });
  const reason = `Prestataire fermé ${unique()}`;

  await visit(page, "/operateur");
  await page.getByRole("main").getByRole("link", { name: /^\d+ missions? à clore/ }).click();
  await expect(page).toHaveURL("/operateur/missions");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: tender.event.title }) });
  await expect(row.first()).toContainText("Prestataire parti");
  await expect(row.getByRole("link", { name: provider.name })).toBeVisible();
  await page.getByRole("button", { name: new RegExp(`Clore la mission : DJ.*${tender.event.title}`) }).click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("Les parties encore présentes en sont averties par e-mail.");
  await expect(question).toContainText("La mission ne peut plus être rouverte.");
  await question.getByRole("button", { name: "Clore la mission" }).click();
  await expect(question.getByLabel("Motif")).toHaveAttribute("aria-invalid", "true");
  await settled(page);
  await question.getByLabel("Motif").fill(reason);
  await question.getByRole("button", { name: "Clore la mission" }).click();
  await expectNews(page, "La mission est close");
  await expect(row).toHaveCount(0);
  await visit(page, "/operateur/journal?kind=lot.ended");
  await expect(page.getByRole("listitem").filter({ hasText: reason })).toContainText(provider.name);
  await visit(client.page, "/mes-evenements?onglet=closes");
  await expect(client.page.getByRole("main")).toContainText(tender.event.title);
});

test("S1-023: whoever registers with a barred address is refused, until the bar is lifted", async ({ page, newcomer }) => {
  const person = newPerson(await newcomer(), "client");
  const { handle, email, password } = person;
  await anOperator(page);
  const { terms_version } = await call<{ terms_version: string }>(page, "GET", "/settings");
  const form = { ...CONTACT, kind: "client", legal_kind: "private_person", handle, email, password, terms_version };
  const register = () => person.page.request.post("/v1/registrations", { data: form, headers: { "X-Estrade": "1" } });

  await visit(page, "/operateur/interdits");
  await page.getByRole("button", { name: "Interdire un identifiant" }).click();
  const value = page.getByRole("textbox", { name: "Identifiant" });
  await value.fill("pas une adresse");
  await page.getByLabel("Motif").fill("Suppressions répétées");
  await page.getByRole("button", { name: "Interdire", exact: true }).click();
  await expect(value).toHaveAttribute("aria-invalid", "true");
  await settled(page);
  await value.fill(email);
  await page.getByRole("button", { name: "Interdire", exact: true }).click();
  await expectNews(page, `${email} est interdit.`);
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("Suppressions répétées");
  const refused = await register();
  expect(refused.ok()).toBe(false);
  expect((await refused.json()).code).toBe("registration_barred");
  await visit(page, "/operateur/journal?kind=bar.added");
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("Un identifiant a été interdit");

  await visit(page, "/operateur/interdits?kind=email");
  await agree(page, `Lever l’interdiction de ${email}`, "Lever");
  await expectNews(page, `${email} n’est plus interdit.`);
  await expect(page.getByRole("listitem").filter({ hasText: email })).toHaveCount(0);
  expect((await register()).ok()).toBe(true);
  await visit(page, "/operateur/journal?kind=bar.removed");
  await expect(page.getByText("Une interdiction a été levée.").first()).toBeVisible();
});

test("the log is filtered by the kind of fact and by what it is about", async ({ page }) => {
  await anOperator(page);
  await visit(page, "/operateur/journal");
  await page.getByRole("combobox", { name: "Fait" }).fill("Avis publié");
  await page.getByRole("option", { name: "Avis publié" }).click();
  await expect(page).toHaveURL("/operateur/journal?kind=review.published");
  await expect(page.getByText("a publié un avis sur").first()).toBeVisible();
  await settled(page);
  await page.getByText("Détails").first().click();
  await page.getByRole("link", { name: "Tout ce qui concerne cet objet" }).first().click();
  await expect(page).toHaveURL(/\/operateur\/journal\?subject=rev_/);
  await settled(page);
  await page.getByRole("searchbox", { name: "Objet" }).fill("org_inconnue");
  await expect(page.getByText("Aucun fait ne correspond")).toBeVisible();
});

test("S2-045: what people answer about the help is counted for the operator", async ({ page, newcomer }) => {
  const client = await aClient(await newcomer());
  await anOperator(page);
  await visit(page, "/operateur/aide");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "4. Choisir un prestataire" }) });
  const count = async () => Number(/(\d+) non/.exec(await row.innerText())?.[1] ?? 0);
  const before = await count();
  const reader = client.page;
  await visit(reader, "/aide");
  const question = reader.getByRole("group", { name: /Votre avis sur « 4\. Choisir/ });
  await expect(question).toContainText("Cet article vous a-t-il été utile ?");
  await question.getByRole("button", { name: "Oui" }).click();
  await expect(question).toContainText("Merci de votre réponse.");
  await question.getByRole("button", { name: "Non" }).click();
  await expect(question.getByRole("link", { name: "Dites-nous ce qui manque" })).toBeVisible();
  await settled(reader);
  await visit(page, "/operateur/aide");
  await expect.poll(count).toBe(before + 1);
  await settled(page);
});

test("a provider goes from VIP+ back to FREE only after the loss is named", async ({ page, newcomer }) => {
  const provider = await aProvider(await newcomer());
  const id = await organizationOf(provider);
  await anOperator(page);
  await call(page, "POST", `/operator/organizations/${id}/plan`, { plan: "vip_plus", months: 3 });
  await visit(page, `/operateur/organisations/${id}`);
  await page.getByRole("button", { name: "Ouvrir une formule" }).click();
  await mark(page.getByRole("radio", { name: "FREE" }));
  await expect(page.getByRole("note").filter({ hasText: "prend fin aussitôt" })).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Ouvrir la formule" }).click();
  await expectNews(page, `La formule FREE est ouverte à ${provider.name}.`);
});
