// What a visitor sees of a provider, in the demo: its emblem, where it works on a map of our own, what clients
// said of it. Stage.ts adds that no third party is asked for anything, which a map usually breaks.
import { expect, PHONE, test } from "./stage";

const point = '[data-testid="map-point"]';

test("S1-126: the sheet of a VIP+ provider shows its area and its point on a map", PHONE, async ({ page }) => {
  await page.goto("/prestataires/leo-platines");
  await expect(page.getByRole("heading", { level: 1, name: "Léo Platines" })).toBeVisible();
  const map = page.getByRole("img", { name: /Carte de la zone d’intervention.*Seine-Maritime/ });
  await expect(map).toBeVisible();
  await expect(map.locator(point)).toHaveCount(1);
  await expect(map.locator("path[data-served]")).toHaveCount(5);
  await expect(page.getByText(/Département d’attache/)).toBeVisible();
  await expect(page.getByText("Contours : IGN")).toBeVisible();
});

test("S1-126: the sheet of a FREE provider shows its area without a point", async ({ page }) => {
  await page.goto("/prestataires/nina-fauvel");
  const map = page.getByRole("img", { name: /Carte de la zone d’intervention/ });
  await expect(map.locator("path[data-served]").first()).toBeAttached();
  await expect(map.locator(point)).toHaveCount(0);
});

test("S1-093: the sheet tells the average and the comments", async ({ page }) => {
  await page.goto("/prestataires/leo-platines");
  await expect(page.getByText(/4,5 sur 5/).first()).toBeAttached();
  await expect(page.getByText(/deux heures de valses et de tangos/)).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
});

test("S1-094: a provider without review is new, and may be written to", async ({ page }) => {
  await page.goto("/prestataires/nina-fauvel");
  await expect(page.getByText("Nouveau sur Estrade")).toBeVisible();
  await expect(page.getByText(/Écrivez-lui/)).toBeVisible();
});

test("S1-151: the directory is searched by trade and département, and leads on when nobody is there", PHONE, async ({
  page,
}) => {
  await page.goto("/annuaire?trade=dj&departement=76");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("DJ, Seine-Maritime (76)");
  await expect(page.getByRole("link", { name: "Léo Platines" })).toBeVisible();
  await page.goto("/annuaire?trade=artificier&departement=76");
  await page.getByRole("navigation", { name: "Départements voisins" }).getByRole("link", { name: "Eure", exact: true }).click();
  await expect(page).toHaveURL("/annuaire?trade=artificier&departement=27");
});
