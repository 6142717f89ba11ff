// The pages that everybody may read: each opens by its address, says what it is, and is fit for all (see stage.ts).
import { expect, test } from "./stage";

const PAGES = [
  "/",
  "/appels-d-offres",
  "/annuaire",
  "/services",
  "/inscription",
  "/inscription/client",
  "/inscription/prestataire",
  "/connexion",
  "/mot-de-passe-oublie",
  "/aide",
  "/inspiration",
  "/conditions",
  "/charte-qualite",
  "/classement",
  "/contact",
];

for (const path of PAGES) {
  test(`${path} opens by its address`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/Estrade/);
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  });
}

test("an address that does not exist says so and leads back", async ({ page }) => {
  await page.goto("/nulle-part");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("main").locator('a[href="/"]').first().click();
  await expect(page).toHaveURL("/");
});

test("the home page stays readable in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
