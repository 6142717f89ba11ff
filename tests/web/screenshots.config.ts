// The pictures of the README, made from the demo: `scripts/with-server --demo npm --prefix tests run screenshots`.
import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

export default defineConfig({
  ...base,
  outputDir: "../../target/screenshots",
  workers: 1,
  projects: [{ name: "screenshots", testMatch: "screenshots.ts" }],
});
