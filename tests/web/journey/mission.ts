// From the comparison of offers to the answered review, on both sides.
import { expect, test } from "@playwright/test";
import { agree, expectNews, mark } from "../forms";
import { followMail } from "../mail";
import { type Person } from "../people";
import { settled, visit } from "../stage";
import type { Published } from "./tender";

const CAUTION = "Ne payez jamais un prestataire avant la fin de la prestation.";

/** S1-042, S1-043: who applied, side by side. S1-111: the caution stands before the choice. */
export async function chooseProvider(client: Person, provider: Person, other: Person, { id }: Published) {
  const { page } = client;
  await test.step("the client compares two offers and chooses one", async () => {
    await followMail(page, client.email, /offre|candidature/i);
    await expect(page).toHaveURL(new RegExp(`/mes-evenements/${id}`));
    await settled(page);
    await visit(page, `/mes-evenements/${id}`);
    await page.getByRole("link", { name: /Comparer les 2 candidatures/ }).click();
    const offers = page.getByRole("article");
    await expect(offers).toHaveCount(2);
    await expect(offers.filter({ hasText: provider.name })).toContainText("Le cocktail en terrasse");
    await expect(offers.filter({ hasText: other.name })).toContainText("La moins chère");
    await settled(page);
    await page.getByRole("button", { name: `Choisir ce prestataire : ${provider.name}` }).click();
    await expect(page.getByRole("dialog")).toContainText(CAUTION);
    await settled(page);
    await page.getByRole("dialog").getByRole("button", { name: "Choisir ce prestataire" }).click();
    await expect(page.getByRole("heading", { name: `Vous avez choisi ${provider.name}` })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(CAUTION);
    await settled(page);
    await visit(page, "/mes-evenements?onglet=attente");
    await expect(page.getByRole("main")).toContainText(provider.name);
  });
}

/** S1-044, S1-075: mailed, the link opens the offer. S1-045…047: confirmed, in work, contacts known. */
export async function confirm({ page, email }: Person, { title }: Published) {
  await test.step("the provider opens the mail, confirms, and may now call its client", async () => {
    await followMail(page, email, /Vous êtes choisi/);
    await expect(page.getByRole("button", { name: "Confirmer la prestation" })).toBeVisible();
    await visit(page, "/mes-evenements");
    await page.getByRole("main").getByRole("link", { name: title }).click();
    await expect(page.getByText("Vous êtes choisi !")).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("06 12 34 56 78");
    await settled(page);
    await agree(page, "Confirmer la prestation", "Confirmer la prestation", (question) =>
      expect(question).toContain("La confirmation est définitive"),
    );
    await expect(page.getByRole("heading", { name: "Votre client" })).toBeVisible();
    await expect(page.getByRole("link", { name: "06 12 34 56 78" })).toBeVisible();
    await settled(page);
    await visit(page, "/mes-evenements?onglet=travail");
    await visit(page, "/notifications");
  });
}

/** S1-049: only the client ends it. S1-090, S1-091: the review is asked for at once. */
export async function endAndReview({ page }: Person, provider: Person) {
  await test.step("the client ends the mission and reviews it", async () => {
    await visit(page, "/tableau-de-bord");
    await visit(page, "/mes-evenements?onglet=travail");
    await page.getByRole("main").getByRole("link", { name: "DJ" }).click();
    await expect(page.getByRole("heading", { name: "Votre prestataire" })).toBeVisible();
    await expect(page.getByRole("link", { name: provider.email })).toBeVisible();
    await settled(page);
    await agree(page, "Mission terminée", "Mission terminée");
    await expect(page).toHaveURL(/\/avis$/);
    await settled(page);
    await page.getByRole("button", { name: "Publier mon avis" }).click();
    await expect(page.getByText("Donnez une note, de 1 à 5 étoiles.")).toBeVisible();
    const note = (name: string, stars: number) =>
      mark(page.getByRole("radiogroup", { name }).getByRole("radio", { name: `${stars} sur 5` }));
    await note("Votre note", 5);
    await note("Ponctualité", 4);
    await note("Qualité de la prestation", 5);
    await page.getByLabel("Votre commentaire").fill("Une piste pleine jusqu’à cinq heures, merci !");
    await settled(page);
    await page.getByRole("button", { name: "Publier mon avis" }).click();
    await expect(page).toHaveURL(/\/lots\/lot_\w+$/);
    await expectNews(page, "Votre avis est publié");
    await expect(page.getByRole("main")).toContainText("Une piste pleine");
    await settled(page);
    await visit(page, "/mes-evenements?onglet=closes");
  });
}

/** S1-093: the average and the comments on the public sheet, with the provider's answer. */
export async function answerReview({ page, email, handle }: Person) {
  await test.step("the provider answers; all can read both on its sheet", async () => {
    await followMail(page, email, /vous donne 5 étoiles/);
    await settled(page);
    await visit(page, "/mes-evenements?onglet=realisees");
    await page.getByRole("main").getByRole("link", { name: /Mariage/ }).first().click();
    await page.getByLabel("Votre réponse publique").fill("Merci à vous, quelle fête !");
    await page.getByRole("button", { name: "Publier ma réponse" }).click();
    await expectNews(page, "Votre réponse est publiée");
    await settled(page);
    await visit(page, `/prestataires/${handle}`);
    await expect(page.getByRole("main")).toContainText("Une piste pleine");
    await expect(page.getByRole("main")).toContainText("Merci à vous, quelle fête !");
    await expect(page.getByText("5,0 sur 5").first()).toBeAttached();
  });
}
