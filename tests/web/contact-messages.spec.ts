// « Écrivez-nous » (S4-022): from the help page, through the small sum, to the operator's answer in the mailbox.
import type { Locator, Page } from "@playwright/test";
import { agree, choose, expectNews } from "./forms";
import { followMail } from "./mail";
import { aClient, anOperator, unique } from "./people";
import { expect, PHONE, settled, test, visit } from "./stage";

const SUM = /^\d+ \+ \d+ =/;

/** The field whose label is the sum, and what it makes. */
async function sumOf(form: Locator): Promise<{ field: Locator; makes: number }> {
  const field = form.getByRole("textbox", { name: SUM });
  await expect(field).toBeVisible();
  const question = await form.locator("label").filter({ hasText: SUM }).innerText();
  const makes = [...question.matchAll(/\d+/g)].reduce((sum, [number]) => sum + Number(number), 0);
  return { field, makes };
}

async function fill(page: Page, form: Locator, subject: string, text: string) {
  await choose(page, "De quoi s’agit-il ?", "Une commande ou un paiement");
  await form.getByLabel("Objet").fill(subject);
  await form.getByLabel("Votre message").fill(text);
}

const send = (form: Locator) => form.getByRole("button", { name: "Envoyer le message" }).click();

test("S4-022: a visitor writes from the help and is answered by mail", PHONE, async ({ page, newcomer }) => {
  const [subject, email] = [`Facture ${unique()}`, `visiteuse-${unique()}@exemple.fr`];
  await visit(page, "/aide");
  await page.getByRole("navigation", { name: "Sommaire" }).getByRole("link", { name: "Écrivez-nous" }).click();
  const form = page.locator("#ecrivez-nous");
  await expect(form.getByRole("link", { name: "support@estrade.example" })).toBeVisible();
  await send(form);
  await expect(form.locator("[aria-invalid=true]")).toHaveCount(6);
  await settled(page);
  await form.getByLabel("Nom", { exact: true }).fill("Ana Roux");
  await form.getByLabel("Adresse e-mail").fill(email);
  await fill(page, form, subject, "Où trouver ma facture ?\nMerci.");
  const { field, makes } = await sumOf(form);
  await field.fill(String(makes + 1));
  await send(form);
  await expect(form.getByText("Ce n’est pas le bon résultat. Refaites l’addition.")).toBeVisible();
  await expect(field).toBeFocused();
  await settled(page);
  await field.fill(String(makes));
  await send(form);
  const news = form.getByRole("status");
  await expect(news).toContainText(`Une personne vous répond à ${email} dans les 2 jours.`);
  await expect(news).toBeFocused();
  await settled(page);

  const operator = await anOperator(await newcomer());
  await visit(operator, "/operateur");
  await operator.getByRole("main").getByRole("link", { name: /messages? à traiter/ }).click();
  await expect(operator.getByRole("heading", { level: 1, name: "Messages" })).toBeVisible();
  await settled(operator);
  await operator.getByRole("link", { name: subject }).click();
  await expect(operator.getByText("Où trouver ma facture ?")).toBeVisible();
  await expect(operator.getByText("Sans compte : l’adresse n’est pas vérifiée.")).toBeVisible();
  await settled(operator);
  await operator.getByLabel("Votre réponse").fill("Sous Compte, Factures.");
  await operator.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expectNews(operator, `La réponse part à ${email}.`);
  await expect(operator.getByRole("heading", { name: "Réponse envoyée" })).toBeVisible();
  await expect(operator.getByRole("button", { name: "Envoyer la réponse" })).toHaveCount(0);
  await settled(operator);
  await visit(operator, "/operateur/messages?state=answered");
  await expect(operator.getByRole("link", { name: subject })).toBeVisible();

  await followMail(page, email, new RegExp(`Réponse à votre message : ${subject}`));
  await expect(page).toHaveURL("/contact");
  await page.goBack();
  await expect(page.getByText("Sous Compte, Factures.").first()).toBeVisible();
  await expect(page.getByText("Où trouver ma facture ?").first()).toBeVisible();
  await page.goForward();
  await settled(page);
});

test("S4-022: who is signed in types neither name nor address, and loses nothing by a sum that has served", PHONE, async ({
  page,
  newcomer,
}) => {
  const client = await aClient(page);
  const subject = `Litige ${unique()}`;
  await visit(page, "/contact");
  const form = page.locator("form");
  await expect(form.getByText(client.email)).toBeVisible();
  await expect(form.getByLabel("Adresse e-mail")).toHaveCount(0);
  await fill(page, form, subject, "Il ne répond plus.");
  // What is not sent yet is kept.
  await page.reload();
  await expect(form.getByLabel("Votre message")).toHaveValue("Il ne répond plus.");
  const first = await sumOf(form);
  let token = "";
  await page.route("**/v1/contact-messages", async (route) => {
    const body = route.request().postDataJSON() as { sum: string };
    token ||= body.sum;
    await route.continue({ postData: JSON.stringify({ ...body, sum: token }) });
  });
  await first.field.fill(String(first.makes));
  await send(form);
  await expect(page.getByText("Votre message est parti")).toBeVisible();
  await settled(page);
  await page.getByRole("button", { name: "Écrire un autre message" }).click();
  await fill(page, form, subject, "Encore moi.");
  await (await sumOf(form)).field.fill(String(first.makes));
  await send(form);
  await expect(form.getByText(/Le calcul précédent a déjà servi/).first()).toBeVisible();
  await expect(form.getByLabel("Votre message")).toHaveValue("Encore moi.");
  await settled(page);
  await page.unroute("**/v1/contact-messages");
  const again = await sumOf(form);
  await again.field.fill(String(again.makes));
  await send(form);
  await expect(page.getByText("Votre message est parti")).toBeVisible();

  const operator = await anOperator(await newcomer());
  await visit(operator, "/operateur/messages");
  await operator.getByRole("link", { name: subject }).first().click();
  await expect(operator.getByRole("link", { name: client.handle }).or(operator.getByRole("link", { name: client.name })).first()).toBeVisible();
  await agree(operator, "Classer sans réponse", "Classer sans réponse");
  await expectNews(operator, "Le message est classé.");
  await settled(operator);
  await visit(operator, "/operateur/messages?state=dismissed");
  await expect(operator.getByRole("link", { name: subject })).toBeVisible();
});

test("S4-022: the form and the operator's messages stay readable in the dark and in English", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.addInitScript(() => localStorage.setItem("estrade.language", "en"));
  await visit(page, "/contact");
  await expect(page.getByRole("button", { name: "Send the message" })).toBeVisible();
  await anOperator(page);
  await visit(page, "/operateur/messages?state=answered");
  await page.getByRole("list", { name: "Answered" }).getByRole("link").first().click();
  await expect(page.getByText("Answer sent")).toBeVisible();
});
