// The operator opens the paid plan to a provider.
import { expect, test, type Page } from "@playwright/test";
import { expectNews } from "../forms";
import { type Person } from "../people";
import { settled, visit } from "../stage";

export async function openVip(page: Page, provider: Person) {
  await test.step("the operator opens VIP+ to the provider", async () => {
    await visit(page, "/operateur");
    await visit(page, `/operateur/comptes?q=${provider.email}`);
    await page.getByRole("main").getByRole("link", { name: provider.name }).click();
    await expect(page.getByRole("heading", { level: 1, name: provider.name })).toBeVisible();
    await settled(page);
    await page.getByRole("button", { name: "Ouvrir une formule" }).click();
    const question = page.getByRole("dialog");
    await expect(question.getByRole("radio", { name: "VIP+" })).toBeChecked();
    await settled(page);
    await question.getByRole("button", { name: "Ouvrir la formule" }).click();
    await expectNews(page, /VIP\+ est ouverte/);
    await expect(question).toBeHidden();
    await settled(page);
  });
}
