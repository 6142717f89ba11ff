// The bell of somebody to whom much happened, in the demo: it counts what is unread, and counts down.
import { expect, PHONE, test } from "./stage";

test("the bell counts unread notices, and falls when one is opened", PHONE, async ({ page }, { project }) => {
  // Each screen has a person of its own: what one reads is read for good.
  const [who, name] = project.name === "wide" ? ["nina", "Nina"] : ["leo", "Léo"];
  await page.goto("/connexion");
  await page.getByLabel(/e-mail/i).fill(`${who}@demo.estrade.example`);
  await page.locator('input[type="password"]').fill("estrade-demo-2026");
  await page.locator('form button[type="submit"]').click();
  await expect(page.getByRole("heading", { level: 1, name: `Bonjour ${name}` })).toBeVisible();

  const bell = page.getByRole("banner").getByRole("link", { name: /Notifications/ });
  await expect(bell).toHaveAccessibleName(/\d+ non lues?/);
  const unread = async () => Number((await bell.textContent())?.match(/(\d+) non lue/)?.[1] ?? 0);
  const before = await unread();
  expect(before).toBeGreaterThan(1);

  await page.getByRole("main").getByRole("link", { name: /notifications non lues/ }).click();
  await expect(page).toHaveURL("/notifications?voir=non-lues");
  await page.getByRole("main").getByRole("link", { name: /^Nouveau/ }).first().click();
  await expect(page).not.toHaveURL(/notifications/);
  await expect.poll(unread).toBe(before - 1);
});
