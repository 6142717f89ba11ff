// Advertising campaigns: a provider creates and pays one, visitors of its département see it and others do not, the
// operator reads what it brings and stops it.
import type { Page } from "@playwright/test";
import { agree, expectNews, mark, pick } from "./forms";
import { arrived, PAYS, payWith } from "./orders";
import { anOperator, aProvider, aVip, call, unique, type Person } from "./people";
import { expect, PHONE, settled, test, visit } from "./stage";

const DECLINED = "4000 0000 0000 0002";
const SITE = "https://maison-bal.example";

/** Where nobody else of the demo or of the tests advertises: another one on each screen. */
const here = () => (test.info().project.name === "wide" ? ["15", "Cantal"] : ["23", "Creuse"]) as [string, string];

async function onFree(page: Page): Promise<Person> {
  const provider = await aProvider(page);
  await call(page, "PUT", "/organization/plan", { plan: "free" });
  return provider;
}

/** A picture of this size, drawn by the browser. */
async function drawn(page: Page, width: number, height: number) {
  const url = await page.evaluate(
    ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = canvas.getContext("2d");
      if (pen) {
        pen.fillStyle = "#8c2a12";
        pen.fillRect(0, 0, width, height);
        pen.fillStyle = "#fff4e4";
        pen.font = `bold ${Math.round(height / 4)}px sans-serif`;
        pen.fillText("Le grand bal", width / 12, height / 2);
      }
      return canvas.toDataURL("image/png");
    },
    [width, height] as [number, number],
  );
  return { name: "bal.png", mimeType: "image/png", buffer: Buffer.from(url.split(",")[1] ?? "", "base64") };
}

async function chooseBanner(page: Page, button: string, width: number, height: number) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles(await drawn(page, width, height));
}

/** A draft made through the API, on the directory. */
async function aDraft(page: Page, title: string, departement: string): Promise<string> {
  const file = await drawn(page, 728, 90);
  const headers = { "X-Estrade": "1", "Idempotency-Key": crypto.randomUUID() };
  const sent = await page.request.post("/v1/files?purpose=banner", { headers, multipart: { file } });
  const { id: banner } = (await sent.json()) as { id: string };
  const { first_day } = await call<{ first_day: string }>(page, "GET", "/campaigns/prices");
  const rest = { link: SITE, placement: "directory", size: "wide", days: 15, starts_on: first_day };
  return (await call<{ id: string }>(page, "POST", "/campaigns", { title, departement, banner, ...rest })).id;
}

/** The same, paid. */
async function aCampaign(page: Page, title: string, departement: string): Promise<string> {
  const id = await aDraft(page, title, departement);
  const payment = await call<{ id: string }>(page, "POST", `/campaigns/${id}/pay`, {});
  const state = async () => (await call<{ state: string }>(page, "GET", `/payments/${payment.id}`)).state;
  await expect.poll(state, { timeout: 60_000 }).toBe("open");
  await call(page, "POST", `/payments/${payment.id}/test-card`, { number: PAYS });
  await expect.poll(state, { timeout: 60_000 }).toBe("succeeded");
  return id;
}

const advertisement = (page: Page) => page.getByRole("complementary", { name: "Publicité" });

test("S1-140, S1-141, S1-142, S1-143, S1-144, S1-145: created, paid, shown where it is meant for", PHONE, async ({
  page,
  newcomer,
}) => {
  test.setTimeout(300_000);
  const [code, name] = here();
  const title = `Le bal ${unique()}`;
  await onFree(page);
  await visit(page, "/compte/abonnement");
  await page.getByRole("link", { name: "Créer une campagne" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Créer la campagne" }).click();
  await expect(page.getByText("Ce champ est obligatoire.").first()).toBeVisible();
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel("Lien vers votre site").fill("http://maison-bal.example");
  await mark(page.getByRole("radio", { name: "Annuaire" }));
  await pick(page, "Département des visiteurs", name);
  await mark(page.getByRole("radio", { name: "15 jours" }));
  await expect(page.getByText("Annuaire, 15 jours")).toBeVisible();
  await expect(page.getByText("54,00 €")).toBeVisible();
  await expect(page.getByText("30 % de moins")).toBeVisible();
  await chooseBanner(page, "Choisir une image", 640, 480);
  await expect(page.getByText(/Une bannière mesure 728 × 90 ou 300 × 250/)).toBeVisible();
  await chooseBanner(page, "Choisir une image", 600, 500);
  await expect(page.getByRole("img", { name: "Aperçu de votre bannière" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Pavé" })).toBeChecked();
  await page.getByRole("button", { name: "Créer la campagne" }).click();
  await expect(page.getByText(/Cette adresse est en http/)).toBeVisible();
  await expect(page.getByLabel("Titre")).toHaveValue(title);
  await page.getByLabel("Lien vers votre site").fill(SITE);
  await settled(page);
  await page.getByRole("button", { name: "Créer la campagne" }).click();
  await payWith(page, DECLINED);
  await expect(page.getByText("Le paiement est refusé")).toBeVisible({ timeout: 60_000 });
  await settled(page);
  await page.getByRole("button", { name: "Payer de nouveau" }).click();
  await payWith(page, PAYS);
  await arrived(page);
  await settled(page);
  await page.getByRole("link", { name: "Voir la campagne" }).click();
  await expect(page.getByText(/Votre bannière s’affiche jusqu’au/)).toBeVisible();
  await settled(page);
  const campaign = page.url();

  const visitor = await newcomer();
  await visitor.context().route(`${SITE}/**`, (route) => route.fulfill({ body: "Bonjour" }));
  await visit(visitor, `/annuaire?departement=${code}`);
  const link = advertisement(visitor).getByRole("link", { name: title });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute("rel", "sponsored noopener");
  await expect(link).toHaveAttribute("href", SITE);
  const popup = visitor.waitForEvent("popup");
  await link.click();
  await (await popup).close();
  for (const elsewhere of ["/annuaire?departement=48", "/annuaire", `/appels-d-offres?departement=${code}`, "/"]) {
    await visit(visitor, elsewhere);
    await expect(advertisement(visitor)).toHaveCount(0);
  }
  await page.goto(campaign);
  await expect(page.getByText("Clics pour cent affichages")).toBeVisible();
  await visit(page, "/compte/campagnes");
  await expect(page.getByRole("list", { name: "Mes campagnes" })).toContainText("1 clic");
});

test("S1-141: a draft is changed, then deleted", PHONE, async ({ page }) => {
  await onFree(page);
  await visit(page, "/compte/campagnes");
  await expect(page.getByText("Aucune campagne pour le moment")).toBeVisible();
  const id = await aDraft(page, `Le bal ${unique()}`, "48");
  await visit(page, `/compte/campagnes/${id}`);
  await page.getByRole("link", { name: "Modifier", exact: true }).click();
  await settled(page);
  const title = `Le grand bal ${unique()}`;
  await page.getByLabel("Titre").fill(title);
  await mark(page.getByRole("radio", { name: "60 jours" }));
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await settled(page);
  await agree(page, "Supprimer", "Supprimer");
  await expectNews(page, "La campagne est supprimée.");
  await expect(page).toHaveURL("/compte/campagnes");
  await expect(page.getByText(title)).toHaveCount(0);
});

test("S1-128: VIP+ pays 30 % less, and is told so before", async ({ page, newcomer }) => {
  await aVip(page, await anOperator(await newcomer()));
  await visit(page, "/compte/campagnes/nouvelle");
  await mark(page.getByRole("radio", { name: "Page d’accueil" }));
  await mark(page.getByRole("radio", { name: "30 jours" }));
  await expect(page.getByText("Remise VIP+ (−30 %)")).toBeVisible();
  await expect(page.getByText("-36,00 €")).toBeVisible();
  await expect(page.getByText("100,80 €")).toBeVisible();
});

test("A-24: the operator reads what the pages are worth, and stops a campaign", PHONE, async ({ page, newcomer }) => {
  const operator = await anOperator(await newcomer());
  const [code] = here();
  const title = `Le bal ${unique()}`;
  await onFree(page);
  const id = await aCampaign(page, title, code);
  await visit(operator, "/operateur/publicite?status=running");
  await expect(operator.getByRole("row", { name: /Annuaire/ })).toContainText("3,00 €");
  await expect(operator.getByRole("img", { name: `Bannière de « ${title} »` })).toBeVisible();
  await operator.getByRole("button", { name: `Arrêter la campagne « ${title} »` }).click();
  const dialog = operator.getByRole("dialog");
  await dialog.getByLabel("Raison").fill("Les prix annoncés ne sont pas ceux du site.");
  await settled(operator);
  await dialog.getByRole("button", { name: "Arrêter la campagne" }).click();
  await expectNews(operator, `La campagne « ${title} » est arrêtée.`);
  await visit(page, `/compte/campagnes/${id}`);
  await expect(page.getByText("Les prix annoncés ne sont pas ceux du site.")).toBeVisible();
  await expect(page.getByText(/Aucun remboursement n’est automatique/)).toBeVisible();
});

test("A campaign is run again with all that it said", async ({ page }) => {
  await onFree(page);
  const title = `Le bal ${unique()}`;
  const id = await aDraft(page, title, "48");
  await visit(page, `/compte/campagnes/nouvelle?modele=${id}`);
  await expect(page.getByLabel("Titre")).toHaveValue(title);
  await expect(page.getByRole("img", { name: "Aperçu de votre bannière" })).toBeVisible();
  await page.getByRole("button", { name: "Créer la campagne" }).click();
  await expect(page).toHaveURL(/\/paiements\/pay_/);
});
