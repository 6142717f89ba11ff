// One picture per test, always of the same people of the demo, at a fixed size and without motion.
import { test, type Page } from "@playwright/test";
import { dayIn } from "./forms";
import { call } from "./people";
import type { Tender } from "./prepared";
import { settled } from "./stage";

const FOLDER = new URL("../../docs/screenshots/", import.meta.url).pathname;
const PASSWORD = "estrade-demo-2026";
const DESK = { width: 1280, height: 800 };
const TALL = { width: 1280, height: 1180 };
const PHONE = { width: 390, height: 844 };

async function signIn(page: Page, name: string) {
  await call(page, "POST", "/sessions", { email: `${name}@demo.estrade.example`, password: PASSWORD });
}

interface Picture {
  path: string;
  as?: string;
  dark?: boolean;
  size?: { width: number; height: number };
}

async function take(page: Page, name: string, { path, as, dark = false, size = DESK }: Picture) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  if (as) await signIn(page, as);
  await page.goto(path);
  await settled(page);
  // A picture has no scroll bar to keep room for.
  await page.evaluate(() => void (document.documentElement.style.scrollbarGutter = "auto"));
  await page.screenshot({ path: `${FOLDER}${name}.png`, animations: "disabled", caret: "hide" });
}

/** The page of the lot of Camille's wedding with the most offers. */
async function comparison(page: Page): Promise<string> {
  await signIn(page, "camille");
  const { items } = await call<{ items: { id: string; title: string }[] }>(page, "GET", "/my/tenders?state=open");
  const wedding = items.find(({ title }) => title.startsWith("Mariage")) ?? items[0];
  const { id, lots } = await call<Tender>(page, "GET", `/tenders/${wedding?.id}`);
  const lot = lots.find(({ trade }) => trade === "dj");
  return `/mes-evenements/${id}/lots/${lot?.id}`;
}

async function draft(page: Page): Promise<string> {
  await signIn(page, "camille");
  const event = {
    kind: "birthday",
    title: "Les quarante ans de Sacha",
    day: dayIn(120).iso,
    town: "Rouen",
    departement: "76",
    guests: 60,
    description: "Un cocktail, un dîner à partager et de quoi danser jusqu’à deux heures.",
  };
  const lots = [{ trade: "dj", quantity: "", wishes: "Soul, funk et chanson française, sans jeux." }];
  const { id } = await call<Tender>(page, "POST", "/tenders", { event, lots });
  return `/mes-evenements/nouveau?brouillon=${id}&etape=4`;
}

test("home", ({ page }) => take(page, "home", { path: "/" }));
test("home in the dark", ({ page }) => take(page, "home-dark", { path: "/", dark: true }));
test("directory", ({ page }) => take(page, "directory", { path: "/annuaire" }));
test("provider", ({ page }) => take(page, "provider", { path: "/prestataires/leo-platines" }));
test("dashboard in the dark", ({ page }) => take(page, "dashboard-dark", { path: "/tableau-de-bord", as: "camille", dark: true }));
test("dashboard", ({ page }) => take(page, "dashboard", { path: "/tableau-de-bord", as: "leo" }));
test("comparison", async ({ page }) => take(page, "comparison", { path: await comparison(page), size: TALL }));
test("guided form", async ({ page }) => take(page, "guided-form", { path: await draft(page) }));
test("phone", async ({ page }) => take(page, "phone", { path: "/offres-potentielles", as: "leo", size: PHONE }));
