// A client and two of a provider's team, each in a browser of its own: what one does the others see without a reload.
import { aClient, aColleague, anOperator, aVip, call } from "./people";
import { expect, settled, test, visit } from "./stage";

test("S5-001, S5-022, S5-025, S2-008: three people see each other's changes live", async ({ page, newcomer }) => {
  const operator = await anOperator(await newcomer());
  const client = await aClient(page);
  const owner = await aVip(await newcomer(), operator);
  const colleague = await aColleague(await newcomer(), owner);
  const opening = { provider: owner.handle, text: "Bonjour, libre en juin ?" };
  const { id } = await call<{ id: string }>(page, "POST", "/conversations", opening);

  // The colleague looks at the list, the owner at the thread, the client at its own.
  const [one, two] = [owner.page, colleague.page];
  for (const wide of [one, two]) await wide.setViewportSize({ width: 1440, height: 900 });
  await visit(two, "/messagerie");
  await visit(one, `/messagerie/${id}`);
  await visit(page, `/messagerie/${id}`);
  const row = two.getByRole("listitem").filter({ hasText: client.handle });
  await expect(row).toContainText("1 message non lu");

  // A tag and who sees to it, set by the owner.
  const tag = await call<{ id: string }>(one, "POST", "/tags", { name: "Urgent", colour: "blue" });
  await call(one, "PUT", `/conversations/${id}/tags/${tag.id}`, {});
  await expect(row).toContainText("Urgent");
  const me = await call<{ id: string }>(two, "GET", "/me");
  await call(one, "PUT", `/conversations/${id}/assignee`, { account: me.id });
  await expect(row).toContainText("À moi");

  // What the client writes reaches both; what the colleague answers reaches the client and the owner.
  const words = page.getByRole("textbox", { name: "Votre message" });
  await words.fill("C’est pour le 12 juin.");
  await words.press("Control+Enter");
  await expect(row).toContainText("C’est pour le 12 juin.");
  await expect(one.getByRole("log").getByText("C’est pour le 12 juin.")).toBeVisible();
  await row.getByRole("link", { name: client.handle }).click();
  await two.getByRole("textbox", { name: "Votre message" }).fill("Le 12, avec plaisir.");
  await two.getByRole("textbox", { name: "Votre message" }).press("Control+Enter");
  for (const other of [one, page]) await expect(other.getByRole("log").getByText("Le 12, avec plaisir.")).toBeVisible();

  // An offer, from the owner's hand to the client's open page, and its acceptance back.
  const line = { label: "Soirée", quantity: "1", unit_price: { amount: 60_000, currency: "EUR" }, vat_rate: 0 };
  const terms = { kind: "fixed", lines: [line], delivery_days: 14 };
  const offer = { title: "Soirée du 12 juin", description: "Un DJ, de 20 h à 3 h.", terms };
  const made = await call<{ id: string }>(one, "POST", `/conversations/${id}/custom-offers`, offer);
  await expect(page.getByRole("log").getByText("Soirée du 12 juin")).toBeVisible();
  await call(page, "POST", `/custom-offers/${made.id}/accept`, { number: 1 });
  for (const other of [one, two]) await expect(other.getByRole("log").getByText(/c’est commandé/)).toBeVisible();
  for (const each of [one, two]) await settled(each);
});
