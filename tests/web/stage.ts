// The `test` that every browser journey uses. Beyond what a journey asserts itself, each test fails when one
// of its pages asked a third party for anything, threw, logged an error, or stopped (see `settled`) on a page
// with a WCAG 2.2 A/AA fault or wider than its screen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { AxeResults } from "axe-core";
import { expect, test as base, type Page } from "@playwright/test";
import { isSound, noteSound } from "./sound";
import { noteVisit } from "./visits";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

type Violation = AxeResults["violations"][number];

// Half the size of what the package exports.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What a page is made of: its address, and the kinds of its elements, each with all that styles or names it. What
 * they say, where they lead and how long they are is left out. */
function parts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spoken =
      /^(href|src|srcset|id|for|name|value|title|alt|content|datetime|d|points|aria-(label|describedby|labelledby|controls|owns|activedescendant|valuenow|valuetext))$/;
    const kind = (element: Element) => {
      const attributes = [...element.attributes].map(({ name, value }) => {
        if (spoken.test(name)) return `${name}${value && "="}`;
        return `${name}=${name === "class" ? value : value.replace(/\d+/g, "")}`;
      });
      return [element.localName, ...attributes.sort()].join(" ");
    };
    const kinds = [...document.querySelectorAll("body *")].map(
      (it) => `${kind(it)} in ${it.parentElement?.localName} ${it.parentElement?.getAttribute("class")}`,
    );
    const { colorScheme } = getComputedStyle(document.documentElement);
    const address = location.pathname.replace(/[a-z]{3}_[0-9a-z]{26}/, "…");
    const made = [address, ...kinds].map((it) => it.replace(/\s+/g, " "));
    return [...new Set(made)].map((it) => `${innerWidth} ${colorScheme} ${it}`);
  });
}

/** What axe finds wrong on the page as it stands. It takes half a second: a page with nothing new to it, at an address
 * that was looked at, is not looked at again. */
async function look(page: Page): Promise<Violation[]> {
  const made = await parts(page);
  if (isSound(made)) return [];
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    // Bars and news that stay in place cover a part of whatever is scrolled under them: let them go with the page.
    const stays = (element: Element) =>
      getComputedStyle(element).position === "sticky" || element.matches(".mantine-Notifications-root");
    const staying = [...document.querySelectorAll<HTMLElement>("header, nav, aside, div")].filter(stays);
    for (const { style } of staying) style.position = "static";
    const found = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    for (const { style } of staying) style.removeProperty("position");
    return found.violations;
  }, WCAG);
  if (violations.length === 0) noteSound(made);
  return violations;
}

/** Fails with one line per fault. */
export async function expectAccessible(page: Page) {
  const faults = (await look(page)).map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect(faults, `accessibility of ${page.url()}`).toEqual([]);
}

/** Fails when the page is wider than the screen, so that a reader would have to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page) {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, `pixels past the right edge of ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Waits until the page shows what it fetched, then looks at it as every reader must be able to. */
export async function settled(page: Page) {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  // The letters that stand in until ours are there are wider; and a colour that changes has its new value, however
  // short the change, only with the next picture.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  noteVisit(page.url());
}

/** Opens an address and looks at the page. */
export async function visit(page: Page, path: string) {
  await page.goto(path);
  await settled(page);
}

function watch(page: Page, home: string, faults: string[]) {
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== home) faults.push(`asked a third party: ${request.url()}`);
  });
  page.on("pageerror", (error) => faults.push(`threw: ${error.message}`));
  page.on("console", (message) => {
    // Chromium logs each refused request as an error; a refusal that the page shows is no fault.
    const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/;
    if (message.type() === "error" && !refusal.test(message.text())) faults.push(`logged: ${message.text()}`);
  });
}

/** A journey that is gone on a phone too: those that together stop at every address. The others are about what the
 * width does not change. */
export const PHONE = { tag: "@phone" };

interface Stage {
  /** Another person's browser, watched like the first. */
  newcomer: () => Promise<Page>;
  faults: string[];
  watched: void;
}

export const test = base.extend<Stage>({
  faults: async ({}, use) => use([]),
  newcomer: async ({ browser, baseURL, faults }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      watch(page, new URL(baseURL ?? "").origin, faults);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  watched: [
    async ({ page, baseURL, faults }, use) => {
      watch(page, new URL(baseURL ?? "").origin, faults);
      await use();
      // A test that used other people's pages only leaves its own one blank.
      if (page.url() !== "about:blank") await settled(page);
      expect(faults, "what the pages did behind the journey").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
