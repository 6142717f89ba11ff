// The local mailbox, read through the API or opened as a page, with its links followed.
import { expect, type Page } from "@playwright/test";
import { settled } from "./stage";

interface Mail {
  id: string;
  subject: string;
  text_body: string;
}

async function read<T>(page: Page, path: string): Promise<T> {
  return (await (await page.request.get(`/v1/mailbox${path}`)).json()) as T;
}

/** The token of the first link that was mailed to somebody. */
export async function mailedToken(page: Page, recipient: string): Promise<string> {
  let token = "";
  await expect(async () => {
    const { items } = await read<{ items: Mail[] }>(page, `?recipient=${encodeURIComponent(recipient)}`);
    const { text_body } = await read<Mail>(page, `/${items[0]?.id ?? ""}`);
    token = /token=([^\s&]+)/.exec(text_body)?.[1] ?? "";
    expect(token).not.toBe("");
  }).toPass({ timeout: 20_000 });
  return token;
}

/** Opens a mail in the mailbox and follows its link. The mailbox shows what arrives while it is open. */
export async function followMail(page: Page, recipient: string, subject: RegExp) {
  await page.goto(`/mailbox?recipient=${encodeURIComponent(recipient)}`);
  const row = page.getByRole("main").getByRole("link", { name: subject }).first();
  await expect(row).toBeVisible({ timeout: 20_000 });
  await settled(page);
  await row.click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await settled(page);
  const mailbox = page.url();
  // A provider on FREE finds the prices before the button of its letter.
  const links = page.getByRole("main").getByRole("link", { name: /^https?:/ });
  await links.filter({ hasNotText: "/tarifs" }).first().click();
  await expect(page).not.toHaveURL(mailbox);
}
