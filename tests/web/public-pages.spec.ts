// The pages that everybody may read: each opens by its address, says what it is, and is fit for all (see stage.ts).
import { expect, PHONE, settled, test } from "./stage";

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
  "/docs",
];

for (const path of PAGES) {
  test(`${path} opens by its address`, PHONE, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/Estrade/);
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  });
}

test("an address that does not exist says so and leads back", async ({ page }) => {
  const answer = await page.goto("/nulle-part");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("main").locator('a[href="/"]').first().click();
  await expect(page).toHaveURL("/");
});

test("who never signed in is not asked for", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Inscription gratuite" }).first()).toBeVisible();
  expect(asked).not.toContain("/v1/me");
});

test("a mailed link that lost its token asks for a new one", async ({ page }) => {
  await page.goto("/reinitialisation");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mot de passe oublié");
});

test("the title that the server writes stays when the scripts run", async ({ page }) => {
  const address = "/annuaire?trade=dj&departement=76";
  const served = /<title>(.+)<\/title>/.exec(await (await page.request.get(address)).text())?.[1] ?? "";
  expect(served).toMatch(/^DJ pour .+ · Estrade$/);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("DJ");
  await expect(page).toHaveTitle(served);
  await page.goto("/nulle-part");
  await expect(page).toHaveTitle("Cette page n’existe pas · Estrade");
});

test("the home page stays readable in the dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the reference of the API is read and tried out", async ({ page }) => {
  await page.goto("/docs");
  await page.getByLabel("Chercher une opération").fill("tenders");
  const operation = page.locator("#operations-tenders-tenders_list");
  await operation.getByRole("button", { name: "Open tenders, latest first." }).click();
  await expect(operation.getByRole("heading", { name: "Parameters" })).toBeVisible();
  await expect(page.getByText("/healthz")).toHaveCount(0);
  await operation.getByRole("tab", { name: "Schema" }).first().click();
  await operation.getByRole("button", { name: "Try it out" }).click();
  await operation.getByPlaceholder("limit").fill("2");
  await operation.getByRole("button", { name: "Execute" }).click();
  await expect(operation.locator(".live-responses-table td.response-col_status").last()).toContainText("200");
});

test("the address of an operation opens it in the reference, however far down", async ({ page }) => {
  await page.goto("/docs#/tenders/tenders_list");
  const operation = page.locator("#operations-tenders-tenders_list");
  await expect(operation.getByRole("heading", { name: "Parameters" })).toBeVisible();
  await expect(operation).toBeInViewport();
  await settled(page);
});

test("a key of a program that nobody made is refused in the reference", async ({ page }) => {
  await page.goto("/docs");
  await page.getByLabel("Clé d’API pour les essais").fill("esk_nobody");
  await page.getByLabel("Chercher une opération").fill("accounts");
  const operation = page.locator("#operations-accounts-me_get");
  await operation.getByRole("button", { name: "My account, my party and its plan." }).click();
  await operation.getByRole("button", { name: "Try it out" }).click();
  await operation.getByRole("button", { name: "Execute" }).click();
  await expect(operation.locator(".curl-command")).toContainText("Authorization: Bearer esk_nobody");
  await expect(operation.locator(".live-responses-table td.response-col_status").last()).toContainText("401");
  await settled(page);
  await page.getByRole("contentinfo").getByRole("link", { name: "Aide" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Aide" })).toBeVisible();
});
