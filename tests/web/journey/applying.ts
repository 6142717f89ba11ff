// A provider finds a tender, hides it and takes it back, is refused on FREE, then applies and revises.
import { expect, test } from "@playwright/test";
import { expectNews } from "../forms";
import { followMail } from "../mail";
import { type Person } from "../people";
import { settled, visit } from "../stage";
import type { Published } from "./tender";

/** S1-065, S1-075: the mail's link opens the tender. S1-064, S1-067: listed, out of the list, and back. */
export async function findTender({ page, email }: Person, { title }: Published) {
  await test.step("the provider is mailed the tender, hides it and takes it back", async () => {
    await followMail(page, email, new RegExp(title));
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await settled(page);
    await visit(page, "/offres-potentielles");
    const row = page.getByRole("listitem").filter({ hasText: title }).first();
    await row.getByRole("button", { name: /Rendre invisible/ }).click();
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
    await page.getByRole("link", { name: "Rendues invisibles" }).click();
    await expect(page).toHaveURL(/vue=masquees/);
    await expect(page.getByRole("link", { name: title })).toBeVisible();
    await settled(page);
    await row.getByRole("button", { name: /Remettre dans la liste/ }).click();
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
    await page.getByRole("link", { name: "À découvrir" }).click();
    await page.getByRole("link", { name: title }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });
}

/** S1-069, S1-130: FREE does not answer; the way out is the public comparison of the plans. */
export async function refusedOnFree({ page }: Person) {
  await test.step("on FREE the provider is led to the plans", async () => {
    await expect(page.getByRole("link", { name: /^Répondre/ })).toHaveCount(0);
    await settled(page);
    await page.getByRole("main").getByRole("link", { name: "Voir les tarifs" }).first().click();
    await expect(page).toHaveURL("/tarifs");
    const table = page.getByRole("table");
    await expect(table.getByRole("columnheader", { name: "FREE" })).toContainText("Gratuit");
    await expect(table.getByRole("columnheader", { name: "VIP+" })).toContainText("€");
    await expect(table.getByRole("row", { name: /Réponses illimitées/ })).toContainText(/non.*oui/i);
    await settled(page);
  });
}

/** S1-076: with the advice beside it. S1-071: the public message is mandatory, and the price is in lines. */
export async function apply({ page }: Person, { title }: Published) {
  await test.step("the provider applies with two priced lines", async () => {
    await page.goto("/offres-potentielles");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("link", { name: /^Répondre.* DJ/ }).click();
    await expect(page).toHaveURL(/\/candidater\/lot_/);
    const advice = page.getByRole("main");
    await expect(advice).toContainText("Détaillez le contenu de votre prestation le plus précisément possible");
    await expect(advice).toContainText("Soyez compétitif");
    await expect(advice).toContainText("Vos avis comptent");
    await settled(page);
    await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
    await expect(page.getByRole("textbox", { name: "Message public" })).toHaveAttribute("aria-invalid", "true");
    await settled(page);
    await page.getByLabel("Message public").fill("Vingt ans de mariages en Normandie, matériel compris.");
    await page.getByLabel(/Message privé/).fill("Le cocktail en terrasse est-il prévu ?");
    await fillLine(page, 1, "Soirée, de 20 h à 4 h", "1", "900");
    await page.getByRole("button", { name: "Ajouter une ligne" }).click();
    await fillLine(page, 2, "Lyre d’éclairage", "2", "75,50");
    await expect(page.getByRole("main")).toContainText(/1\s051,00/);
    await settled(page);
    await page.getByRole("button", { name: "Envoyer ma candidature" }).click();
    await expect(page).toHaveURL(/\/mes-evenements\/candidatures\/ofr_\w+$/);
    await expectNews(page, "Votre candidature est envoyée");
    await settled(page);
  });
}

async function fillLine(page: Person["page"], number: number, label: string, quantity: string, price: string) {
  const line = page.getByRole("listitem", { name: `Ligne ${number}`, exact: true });
  await line.getByLabel("Prestation").fill(label);
  await line.getByLabel("Quantité").fill(quantity);
  await line.getByLabel("Prix unitaire HT").fill(price);
}

/** S1-068: it waits under « mes événements ». S1-072: revised as often as wanted, every version kept. */
export async function revise({ page }: Person, { title }: Published) {
  await test.step("the provider lowers its price; both versions can be read", async () => {
    await visit(page, "/mes-evenements");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("link", { name: "Modifier mon offre" }).click();
    await expect(page.getByRole("main")).toContainText("version 2");
    await settled(page);
    await fillLine(page, 1, "Soirée, de 20 h à 5 h", "1", "850");
    await page.getByRole("button", { name: "Envoyer la nouvelle version" }).click();
    await expect(page).toHaveURL(/\/candidatures\/ofr_\w+$/);
    const earlier = page.getByRole("group").filter({ hasText: "Version 1" });
    await earlier.getByText("Version 1").click();
    await expect(earlier).toContainText("de 20 h à 4 h");
    await expect(page.getByRole("main")).toContainText("de 20 h à 5 h");
    await settled(page);
  });
}
