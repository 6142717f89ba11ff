// The browser's view of the running product: Debian's Chromium, a wide and a narrow screen, no retries,
// because a journey that passes the second time is a fault to find. Its headless shell needs half the time of
// the whole Chromium; CHROMIUM names another one.
import { defineConfig } from "@playwright/test";

const url = process.env.ESTRADE_URL;
if (!url) throw new Error("ESTRADE_URL is not set: run through scripts/with-server.");

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/browser",
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Generous: a busy machine is no fault of the page.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: url,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // A text that is still fading in has not the contrast that it will have.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // A trace takes a tenth of the time; `-- --trace on` asks for one.
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell",
      // Chromium's own sandbox does not start for root, which is what containers of CI servers run as.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "wide", use: { viewport: { width: 1280, height: 900 } } },
    { name: "narrow", grep: /@phone/, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    { name: "coverage", testMatch: "coverage.ts", dependencies: ["wide", "narrow"] },
  ],
});
