// What a visitor sees of a provider, in the demo: its emblem, where it works on a map of our own, what clients
// said of it. Stage.ts adds that no third party is asked for anything, which a map usually breaks.
import type { Locator, Page } from "@playwright/test";
import { expectNews } from "./forms";
import { anOperator, aProvider, call, grantVip } from "./people";
import { PICTURE } from "./prepared";
import { expect, PHONE, settled, test, visit } from "./stage";

const point = '[data-testid="map-point"]';

/** Chooses pictures in the dialogue that a button opens. */
async function sendPhotos(page: Page, button: Locator, ...names: string[]) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.click()]);
  const buffer = Buffer.from(PICTURE, "base64");
  await chooser.setFiles(names.map((name) => ({ name, mimeType: "image/png", buffer })));
}

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

test("S1-124, S1-125, S1-127: a VIP+ provider shows photos, a project and its networks", PHONE, async ({
  page,
  newcomer,
}) => {
  const provider = await aProvider(page);
  await grantVip(await anOperator(await newcomer()), provider);
  await visit(page, "/compte/fiche");
  await page.getByRole("link", { name: "Photos et réalisations" }).click();
  await expect(page).toHaveURL("/compte/vitrine");
  await expect(page.getByText("Jusqu’à 24.")).toBeVisible();
  await settled(page);

  await sendPhotos(page, page.getByRole("button", { name: "Ajouter des photos" }), "une.png", "deux.png");
  await page.getByRole("textbox", { name: "Ce que montre la photo 1" }).fill("La piste");
  await page.getByRole("textbox", { name: "Ce que montre la photo 2" }).fill("Les platines");
  await page.getByRole("button", { name: "Ajouter une réalisation" }).click();
  const project = page.getByRole("listitem", { name: "Réalisation 1" });
  await project.getByRole("textbox", { name: "Année" }).fill("2025");
  await project.getByRole("textbox", { name: "Ce que vous avez fait" }).fill("Trois cents invités, jusqu’à l’aube.");
  await sendPhotos(page, project.getByRole("button", { name: "Ajouter une photo" }), "gala.png");
  await project.getByRole("textbox", { name: "Ce que montre la photo" }).fill("La scène du gala");
  await page.getByRole("button", { name: "Ajouter un lien" }).click();
  await page.getByRole("button", { name: "Ajouter un lien" }).click();
  const link = `https://www.instagram.com/${provider.handle}`;
  await page.getByRole("textbox", { name: "Lien 2" }).fill(link);
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(project.getByRole("textbox", { name: "Titre" })).toHaveAttribute("aria-invalid", "true");
  await settled(page);
  await project.getByRole("textbox", { name: "Titre" }).fill("Gala des pompiers");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expectNews(page, "Vos photos et réalisations sont enregistrées.");
  await expect(page.getByRole("textbox", { name: "Lien 1" })).toHaveValue(link);
  await expect(page.getByRole("textbox", { name: "Lien 2" })).toHaveCount(0);
  await settled(page);

  const visitor = await newcomer();
  await visit(visitor, `/prestataires/${provider.handle}`);
  await expect(visitor.getByRole("img", { name: "La piste" })).toBeVisible();
  await visitor.getByRole("button", { name: "Photo 2 : Les platines" }).click();
  await expect(visitor.getByRole("img", { name: "Les platines" })).toBeVisible();
  const told = visitor.getByRole("region", { name: "Réalisations" }).getByRole("listitem");
  await expect(told).toContainText(/Gala des pompiers.*2025.*jusqu’à l’aube/s);
  await expect(told.getByRole("img", { name: "La scène du gala" })).toBeVisible();
  await expect(visitor.getByRole("link", { name: "Instagram" })).toHaveAttribute("href", link);
  await settled(visitor);
});

test("S1-124, S1-125, S1-127: a provider on FREE is told what VIP+ adds to its sheet", PHONE, async ({ page }) => {
  await aProvider(page);
  await call(page, "PUT", "/organization/plan", { plan: "free" });
  await visit(page, "/compte/vitrine");
  await expect(page.getByText("Jusqu’à 3.")).toBeVisible();
  await expect(page.getByRole("note")).toContainText("24 photos");
  await expect(page.getByRole("button", { name: "Ajouter une réalisation" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Ajouter un lien" })).toHaveCount(0);
  await page.getByRole("note").getByRole("link", { name: "Voir mes abonnements" }).click();
  await expect(page).toHaveURL("/compte/abonnement");
});
