// How people fill in the kit's fields: searched lists, days, toasts, questions asked before an act.
import { expect, type Locator, type Page } from "@playwright/test";

/** Chooses in a list that is searched by typing. */
export async function pick(page: Page, label: string, text: string) {
  await page.getByRole("combobox", { name: label, exact: true }).fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

/** Chooses in a list that is only opened. */
export async function choose(page: Page, label: string, option: string) {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** Marks a radio button by the keyboard, where a drawing stands for it. */
export async function mark(radio: Locator) {
  await radio.focus();
  await radio.press("Space");
  await expect(radio).toBeChecked();
}

/** A calendar day some days from now: as the API writes it, and as people type it. */
export function dayIn(days: number): { iso: string; typed: string } {
  const iso = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return { iso, typed: iso.split("-").reverse().join("/") };
}

/** Types a day and leaves the field, so that its calendar does not stand before what follows. */
export async function typeDay(page: Page, label: RegExp | string, day: string) {
  const field = page.getByRole("textbox", { name: label });
  await field.fill(day);
  await field.press("Tab");
}

/** Presses a button that asks first, reads the question, and says yes. */
export async function agree(page: Page, button: string | RegExp, act: string, read?: (question: string) => void) {
  await page.getByRole("button", { name: button }).first().click();
  const question = page.getByRole("dialog");
  await expect(question).toBeVisible();
  read?.(await question.innerText());
  await question.getByRole("button", { name: act, exact: true }).click();
  await expect(question).toBeHidden();
}

/** The short news of what was just done. */
export async function expectNews(page: Page, text: string | RegExp) {
  await expect(page.getByRole("alert").filter({ hasText: text }).first()).toBeVisible();
}
