// The `test` that every browser journey uses. Beyond what a journey asserts itself, each test fails when the
// page asked a third party for anything, threw, logged an error, or ended on a page with a WCAG 2.2 A/AA fault.
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with one line per fault that axe finds on the page as it stands. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const faults = violations.map(
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

export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const home = new URL(baseURL ?? "").origin;
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
      await use();
      expect(faults, "what the pages did behind the journey").toEqual([]);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    },
    { auto: true },
  ],
});

export { expect };
