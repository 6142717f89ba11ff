// What both sides do on the pages of an order: pay it with a test card, deliver it, review it.
import type { Page } from "@playwright/test";
import { mark } from "./forms";
import { expect, settled } from "./stage";

export const PAYS = "4242 4242 4242 4242";

/** Chooses a test card and pays with it. */
export async function payWith(page: Page, card: string) {
  await expect(page).toHaveURL(/\/paiements\/pay_/);
  await expect(page.getByText("aucun argent réel ne bouge")).toBeVisible({ timeout: 60_000 });
  await mark(page.getByRole("radio", { name: card }));
  await expect(page.getByLabel("Numéro de carte")).toHaveValue(card);
  await page.getByRole("button", { name: /Commande avec obligation de paiement/ }).click();
}

export const arrived = (page: Page) =>
  expect(page.getByText("Votre paiement est arrivé")).toBeVisible({ timeout: 60_000 });

export async function deliver(page: Page, message: string) {
  await page.getByRole("button", { name: "Livrer", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Votre message de livraison").fill(message);
  await dialog.getByRole("button", { name: "Livrer maintenant" }).click();
  await expect(dialog).toBeHidden();
}

/** S1-092: what was accepted is reviewed once. Leads back to the mission's page. */
export async function review(page: Page, comment: string) {
  await page.getByRole("link", { name: "Donner mon avis" }).click();
  await mark(page.getByRole("radiogroup", { name: "Votre note" }).getByRole("radio", { name: "5 sur 5" }));
  await page.getByLabel("Votre commentaire").fill(comment);
  await settled(page);
  await page.getByRole("button", { name: "Publier mon avis" }).click();
  await expect(page.getByRole("main")).toContainText(comment);
  await expect(page.getByRole("link", { name: "Donner mon avis" })).toBeHidden();
}
