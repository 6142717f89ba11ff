// Opening an account in the browser: the choice, the form, the mailed link; and for a provider its plan.
import { expect, test, type Page } from "@playwright/test";
import { choose, pick } from "../forms";
import { followMail } from "../mail";
import { CONTACT, newPerson, type Person } from "../people";
import { settled, visit } from "../stage";

async function fillPerson(page: Page, person: Person) {
  await page.getByLabel("Prénom").fill(CONTACT.given_name);
  await page.getByLabel("Nom", { exact: true }).fill(CONTACT.family_name);
  await page.getByLabel("Téléphone").fill(CONTACT.phone);
  await page.getByLabel("Numéro et rue").fill(CONTACT.street);
  await page.getByLabel("Code postal").fill(CONTACT.postal_code);
  await page.getByLabel("Ville").fill(CONTACT.town);
  await page.getByLabel("Adresse e-mail").fill(person.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(person.password);
  await page.getByLabel("Pseudo").fill(person.handle);
}

async function send(page: Page, person: Person) {
  await page.getByLabel(/J’accepte/).check();
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await expect(page.getByRole("heading", { name: "Ouvrez votre boîte aux lettres" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("courriers indésirables");
  await settled(page);
  await followMail(page, person.email, /Activez votre compte/);
}

/** S1-005: the choice is explicit, in these words. S1-006: what is missing is told field by field. */
export async function registerClient(page: Page): Promise<Person> {
  return test.step("a client registers and opens the mailed link", async () => {
    await visit(page, "/");
    await visit(page, "/inscription");
    await expect(page.getByRole("main")).toContainText(
      "Je souhaite déposer gratuitement des appels d’offres et trouver des professionnels",
    );
    await page.getByRole("link", { name: "Ouvrir un compte client" }).click();
    await expect(page).toHaveURL("/inscription/client");
    await settled(page);
    await page.getByLabel(/J’accepte/).check();
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(page.getByLabel("Prénom")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Pseudo")).toHaveAttribute("aria-invalid", "true");
    await settled(page);
    await page.getByLabel(/J’accepte/).uncheck();
    const person = newPerson(page, "client");
    await choose(page, "Vous êtes", "Un particulier");
    await fillPerson(page, person);
    await send(page, person);
    await expect(page).toHaveURL("/mes-evenements/nouveau");
    await settled(page);
    return { ...person, name: "Camille Durand" };
  });
}

/** A visitor that a page asked to register is led back to it by the mailed link. */
export async function registerAndComeBack(page: Page, back: string) {
  await page.getByRole("link", { name: "Créer un compte client" }).click();
  await expect(page).toHaveURL(/\/inscription\/client\?retour=/);
  await settled(page);
  const person = newPerson(page, "client");
  await choose(page, "Vous êtes", "Un particulier");
  await fillPerson(page, person);
  await send(page, person);
  await expect(page).toHaveURL(back);
  await settled(page);
}

/** S1-060: one main trade; S1-061: the départements it serves. */
export async function registerProvider(page: Page): Promise<Person> {
  return test.step("a provider registers and opens the mailed link", async () => {
    await visit(page, "/inscription/prestataire");
    const person = newPerson(page, "provider");
    await choose(page, "Vous êtes", "Un auto-entrepreneur");
    await page.getByLabel("Nom commercial").fill(person.name);
    await page.getByLabel("SIRET").fill("732 829 320 00074");
    await page.getByLabel("Non assujetti à la TVA").check();
    await pick(page, "Métier principal", "DJ");
    await pick(page, "Départements où vous intervenez", "Seine-Maritime");
    await page.keyboard.press("Escape");
    await fillPerson(page, person);
    await send(page, person);
    await expect(page).toHaveURL("/tableau-de-bord");
    await settled(page);
    return person;
  });
}

/** S1-066, S1-121: FREE at least, before any tender arrives. */
export async function subscribeFree({ page }: Person) {
  await test.step("the provider subscribes to FREE", async () => {
    await visit(page, "/offres-potentielles");
    await expect(page.getByText("Choisissez d’abord un abonnement")).toBeVisible();
    await visit(page, "/compte/abonnement");
    await page.getByRole("button", { name: "Choisir la formule FREE" }).click();
    await expect(page.getByText("Votre formule : FREE")).toBeVisible();
    await settled(page);
  });
}

/** Out by the menu, and in again by « SE CONNECTER » (S1-019). */
export async function signInAgain(person: Person) {
  const { page } = person;
  await test.step("the client signs out and in again", async () => {
    const narrow = (page.viewportSize()?.width ?? 0) < 600;
    await page.getByRole("button", { name: narrow ? "Ouvrir le menu" : CONTACT.given_name }).click();
    if (narrow) await page.getByRole("button", { name: "Se déconnecter" }).click();
    else await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
    await expect(page).toHaveURL("/");
    await page.goto("/mes-evenements");
    await expect(page).toHaveURL(/\/connexion\?retour=/);
    await settled(page);
    await page.getByLabel("Adresse e-mail").fill(person.email);
    await page.getByLabel("Mot de passe", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page).toHaveURL("/mes-evenements");
    await settled(page);
  });
}
