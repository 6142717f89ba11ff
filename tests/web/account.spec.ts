// One's own account: alerts, password, team, API keys, leaving. Each on its page, with what its mails lead to.
import { agree, choose, expectNews } from "./forms";
import { followMail } from "./mail";
import { aClient, aProvider, call, CONTACT, unique } from "./people";
import { expect, PHONE, settled, test, visit } from "./stage";

test("S1-172: a provider without alerts is warned; S1-170: two independent boxes", PHONE, async ({ page }) => {
  await aProvider(page);
  await visit(page, "/compte/alertes");
  const tenders = page.getByLabel("E-mails des événements créés");
  const messages = page.getByLabel("E-mails privés");
  await expect(page.getByRole("note")).toHaveCount(0);
  await tenders.uncheck();
  await expect(page.getByRole("note")).toContainText("vous ne recevrez plus aucun appel d’offres par e-mail");
  await settled(page);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expectNews(page, "Vos alertes sont enregistrées");
  await page.reload();
  await expect(tenders).not.toBeChecked();
  await expect(messages).toBeChecked();
});

test("S1-022: the warning stands before the request of deletion, which can be withdrawn", PHONE, async ({ page }) => {
  await aClient(page);
  await visit(page, "/compte/supprimer");
  const warning = page.getByRole("note");
  await expect(warning).toContainText("La suppression est irréversible");
  await expect(warning).toContainText("Toutes vos données");
  await expect(warning).toContainText("L’historique de vos échanges");
  await expect(warning).toContainText("disparaissent des moteurs de recherche");
  await page.getByRole("button", { name: "Demander la suppression" }).click();
  await expect(page.getByText("Cochez cette case pour continuer.")).toBeVisible();
  await settled(page);
  await page.getByLabel("J’ai compris que la suppression est irréversible").check();
  await page.getByRole("button", { name: "Demander la suppression" }).click();
  await expect(page.getByText("Demande en cours")).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Retirer ma demande" }).click();
  await expect(page.getByText("Demandes précédentes")).toBeVisible();
});

test("S1-020: a forgotten password is chosen again by the mailed link", PHONE, async ({ page }) => {
  const person = await aClient(page);
  await page.context().clearCookies();
  await visit(page, "/connexion");
  await page.getByRole("link", { name: "Mot de passe oublié ?" }).click();
  await page.getByLabel("Pseudo").fill(person.handle);
  await page.getByLabel("Adresse e-mail").fill(person.email);
  await settled(page);
  await page.getByRole("button", { name: "Recevoir le lien" }).click();
  await expect(page.getByRole("heading", { name: "Regardez votre boîte aux lettres" })).toBeVisible();
  await settled(page);
  await followMail(page, person.email, /nouveau mot de passe/);
  await expect(page).toHaveURL(/\/reinitialisation\?token=/);
  await settled(page);
  const password = crypto.randomUUID();
  await page.getByLabel("Nouveau mot de passe").fill(password);
  await page.getByRole("button", { name: "Enregistrer le mot de passe" }).click();
  await expect(page).toHaveURL("/connexion");
  await page.getByLabel("Adresse e-mail").fill(person.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("alert", { name: "Le formulaire n’a pas été enregistré" })).toBeFocused();
  await settled(page);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL("/tableau-de-bord");
});

test("a session that was left in another tab, or ended from elsewhere, is over here too", async ({ page, newcomer }) => {
  const person = await aClient(page);
  const { email, password } = person;
  await visit(page, "/tableau-de-bord");
  const tab = await page.context().newPage();
  await call(tab, "DELETE", "/sessions/current");
  await tab.close();
  await page.getByRole("link", { name: "Messagerie" }).first().click();
  await expect(page).toHaveURL(/\/connexion/);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/messagerie/);
  const elsewhere = await newcomer();
  await call(elsewhere, "POST", "/sessions", { email, password });
  const { items } = await call<{ items: { id: string; current: boolean }[] }>(elsewhere, "GET", "/sessions");
  for (const { id, current } of items) if (!current) await call(elsewhere, "DELETE", `/sessions/${id}`);
  await page.goto("/tableau-de-bord");
  await expect(page).toHaveURL(/\/connexion/);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("__Host-estrade-hint");
});

test("a spent activation link says so and offers another", PHONE, async ({ page }) => {
  await visit(page, "/activation?token=spent");
  await expect(page.getByRole("heading", { name: "Ce lien ne fonctionne pas" })).toBeVisible();
  await page.getByLabel("Adresse e-mail").fill(`${unique()}@exemple.fr`);
  await page.getByRole("button", { name: "Recevoir un nouveau lien" }).click();
  await expect(page.getByRole("heading", { name: "Ouvrez votre boîte aux lettres" })).toBeVisible();
});

test("a member is invited, joins by the mailed link, and is removed", PHONE, async ({ page, newcomer }) => {
  const owner = await aProvider(page);
  await visit(page, "/compte/equipe");
  const email = `membre-${unique()}@exemple.fr`;
  await page.getByLabel("Adresse e-mail").fill(email);
  await choose(page, "Rôle", "Administrateur");
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: email }).first()).toBeVisible();
  await settled(page);

  const guest = await newcomer();
  await followMail(guest, email, /invit/i);
  await expect(guest.getByRole("heading", { level: 1 })).toContainText(owner.name);
  await settled(guest);
  await guest.getByLabel("Prénom").fill("Sacha");
  await guest.getByLabel("Nom", { exact: true }).fill("Petit");
  await guest.getByLabel("Téléphone").fill(CONTACT.phone);
  await guest.getByLabel("Mot de passe", { exact: true }).fill(crypto.randomUUID());
  await guest.getByLabel(/J’accepte/).check();
  await guest.getByRole("button", { name: "Rejoindre l’équipe" }).click();
  await expect(guest).toHaveURL("/tableau-de-bord");
  await visit(guest, "/compte/equipe");

  await page.reload();
  await expect(page.getByText("Sacha Petit")).toBeVisible();
  await settled(page);
  await agree(page, "Retirer", "Retirer");
  await expect(page.getByText("Sacha Petit")).toHaveCount(0);
});

test("an API key is shown once, works, and is revoked", PHONE, async ({ page, playwright, baseURL }) => {
  await aClient(page);
  await visit(page, "/compte/cles-api");
  await page.getByLabel("Nom").fill("Export du lundi");
  await page.getByRole("button", { name: "Créer la clé" }).click();
  const made = page.getByRole("note").filter({ hasText: "elle ne sera plus jamais affichée" });
  const key = await made.getByText(/^esk_/).innerText();
  await settled(page);
  const program = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${key}` } });
  expect((await program.get("/v1/me")).status()).toBe(200);
  await page.reload();
  await expect(page.getByText("Export du lundi")).toBeVisible();
  await expect(page.getByText(key)).toHaveCount(0);
  await settled(page);
  await agree(page, "Révoquer", "Révoquer");
  await expect(page.getByText("Aucune clé")).toBeVisible();
  expect((await program.get("/v1/me")).status()).toBe(401);
  await program.dispose();
});

test("S1-025: profile, sheet and password are changed; the handle is not offered", PHONE, async ({ page, newcomer }) => {
  const provider = await aProvider(page);
  await visit(page, "/compte/profil");
  await expect(page.getByRole("main")).toContainText(provider.handle);
  await expect(page.getByLabel("Pseudo")).toHaveCount(0);
  await page.getByLabel("Prénom").fill("Dominique");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expectNews(page, "Votre profil est enregistré");

  await visit(page, "/compte/fiche");
  await page.getByLabel("Texte de présentation (facultatif)").fill("Disc-jockey depuis vingt ans.");
  await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await expectNews(page, "Votre fiche est enregistrée");
  await settled(page);

  const elsewhere = await newcomer();
  await elsewhere.goto("/connexion");
  await elsewhere.getByLabel("Adresse e-mail").fill(provider.email);
  await elsewhere.getByLabel("Mot de passe", { exact: true }).fill(provider.password);
  await elsewhere.getByRole("button", { name: "Se connecter" }).click();
  await expect(elsewhere).toHaveURL("/tableau-de-bord");
  await visit(page, "/compte/securite");
  await page.getByRole("button", { name: "Fermer" }).click();
  await expectNews(page, "La session est fermée");
  await page.getByLabel("Mot de passe actuel").fill("pas celui-là");
  await page.getByLabel("Nouveau mot de passe").fill(crypto.randomUUID());
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(page.getByLabel("Mot de passe actuel")).toBeFocused();
});
