// The guided form of a tender, from the first step to the published page.
import { expect, test, type Page } from "@playwright/test";
import { dayIn, expectNews, mark, pick, typeDay } from "../forms";
import { unique, type Person } from "../people";
import { settled } from "../stage";

export interface Published {
  id: string;
  title: string;
}

const next = (page: Page) => page.getByRole("button", { name: "Enregistrer et continuer" }).click();

async function expectStep(page: Page, step: number) {
  await expect(page).toHaveURL(new RegExp(`brouillon=tnd_\\w+&etape=${step}$`));
  await expect(page.getByText(`Étape ${step} sur 5`)).toBeVisible();
  await settled(page);
}

async function whatAndWhere(page: Page, title: string) {
  await mark(page.getByRole("radio", { name: "Mariage" }));
  await page.getByLabel("Son titre").fill(title);
  await next(page);
  await expectStep(page, 2);
  await typeDay(page, "Date", dayIn(200).typed);
  await page.getByLabel("Ville").fill("Rouen");
  await pick(page, "Département", "Seine-Maritime");
  await page.getByRole("radio", { name: "Il est trouvé" }).check();
  await page.getByLabel("Nom et adresse du lieu").fill("Salle des fêtes, 3 place du Marché");
  await next(page);
}

/** S1-033: the sample goes in with one press; its brackets are then replaced. */
async function who(page: Page) {
  await expectStep(page, 3);
  await page.getByLabel("Nombre d’invités").fill("120");
  await page.getByRole("button", { name: "Insérer un message type" }).click();
  const description = page.getByLabel("Description");
  await expect(description).toHaveValue(/\[[^\]]+\]/);
  await settled(page);
  const sample = await description.inputValue();
  await description.fill(sample.replaceAll(/\[[^\]]+\]/g, "soixante"));
  await next(page);
}

/** A draft is kept at each step: after a reload it is there, at the step of the address. */
async function resume(page: Page) {
  await expectStep(page, 4);
  await page.reload();
  await expectStep(page, 4);
  await page.getByRole("button", { name: "Étape précédente" }).click();
  await expectStep(page, 3);
  await expect(page.getByLabel("Description")).toHaveValue(/soixante/);
  await next(page);
  await expectStep(page, 4);
}

export async function publishTender({ page }: Person): Promise<Published> {
  return test.step("the client describes an event in five steps and publishes it", async () => {
    const title = `Mariage ${unique()} près de Rouen`;
    await page.goto("/mes-evenements");
    await settled(page);
    await page.getByRole("main").getByRole("link", { name: "Créer un appel d’offres" }).click();
    await expect(page).toHaveURL("/mes-evenements/nouveau");
    await settled(page);
    await whatAndWhere(page, title);
    await who(page);
    await resume(page);
    await page.getByRole("button", { name: "Ajouter DJ" }).click();
    await page.getByRole("button", { name: "Ajouter Traiteur" }).click();
    await page.getByLabel(/Vos souhaits/).first().fill("Années 80 à aujourd’hui, matériel fourni.");
    await settled(page);
    await next(page);
    await expectStep(page, 5);
    await page.getByRole("button", { name: "Publier l’appel d’offres" }).click();
    await expect(page).toHaveURL(/\/mes-evenements\/tnd_\w+$/);
    await expectNews(page, "Votre appel d’offres est publié");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await settled(page);
    return { id: new URL(page.url()).pathname.split("/").at(-1) ?? "", title };
  });
}
