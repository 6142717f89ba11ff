// The people of the journeys. Where a test is about something else, they open their account and act through the
// API, in the browser's own session, so that the page only shows what the test is about.
import { expect, type Page } from "@playwright/test";
import { mailedToken } from "./mail";

export interface Person {
  page: Page;
  email: string;
  password: string;
  handle: string;
  /** What others read: the organization's name, or the person's own. */
  name: string;
}

/** Calls the API in the page's session; fails on a refusal. */
export async function call<T = unknown>(page: Page, method: string, path: string, data?: unknown): Promise<T> {
  // What commits money asks for a key; each call is another act.
  const headers = { "X-Estrade": "1", ...(method === "POST" && { "Idempotency-Key": crypto.randomUUID() }) };
  const response = await page.request.fetch(`/v1${path}`, { method, data, headers });
  const text = await response.text();
  expect(response.ok(), `${method} ${path}: ${response.status()} ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A word that no other test uses. */
export const unique = () => crypto.randomUUID().slice(0, 8);

export const CONTACT = {
  given_name: "Camille",
  family_name: "Durand",
  phone: "06 12 34 56 78",
  street: "1 rue des Lilas",
  postal_code: "76000",
  town: "Rouen",
};

export function newPerson(page: Page, kind: "client" | "provider"): Person {
  const handle = `${kind}-${unique()}`;
  const email = `${handle}@exemple.fr`;
  const name = kind === "client" ? handle : `Maison ${handle}`;
  return { page, handle, email, password: crypto.randomUUID(), name };
}

async function join(page: Page, kind: "client" | "provider", more: object): Promise<Person> {
  const person = newPerson(page, kind);
  const { handle, email, password } = person;
  const { terms_version } = await call<{ terms_version: string }>(page, "GET", "/settings");
  await call(page, "POST", "/registrations", { ...CONTACT, kind, handle, email, password, terms_version, ...more });
  await call(page, "POST", "/activations", { token: await mailedToken(page, email) });
  return { ...person, name: kind === "client" ? "Camille Durand" : person.name };
}

export const aClient = (page: Page) => join(page, "client", { legal_kind: "private_person" });

/** A provider without a plan: a disc jockey of the Seine-Maritime. */
export async function aProvider(page: Page, name = `Maison ${unique()}`): Promise<Person> {
  const given = { name, legal_kind: "sole_trader", siret: "73282932000074", vat_exempt: true };
  const person = await join(page, "provider", { ...given, trades: ["dj"], departements: ["76"] });
  return { ...person, name };
}

/** Signs in as the demo's operator, whose password the demo tells everybody. */
export async function anOperator(page: Page): Promise<Page> {
  const login = { email: "operateur@demo.estrade.example", password: "estrade-demo-2026" };
  await call(page, "POST", "/sessions", login);
  return page;
}

interface Me {
  organization: { id: string };
}

/** The operator grants the paid plan. */
export async function grantVip(operator: Page, person: Person) {
  const { organization } = await call<Me>(person.page, "GET", "/me");
  await call(operator, "POST", `/operator/organizations/${organization.id}/plan`, { plan: "vip_plus" });
}

/** A published service, for what comes after it: clients write only to those who have one. */
export async function aService({ page }: Person, title = `Soirée ${unique()}`): Promise<{ id: string; slug: string; title: string }> {
  const price_from = { amount: 45_000, currency: "EUR" };
  const description = "De l’apéritif à la dernière danse, sonorisation comprise.";
  const service = { title, trade: "dj", description, price_from, delivery_days: 30 };
  const { id } = await call<{ id: string }>(page, "POST", "/services", service);
  return call(page, "POST", `/services/${id}/publish`, {});
}

/** A provider that may apply and that clients may write to. */
export async function aVip(page: Page, operator: Page, name?: string): Promise<Person> {
  const provider = await aProvider(page, name);
  await grantVip(operator, provider);
  await aService(provider);
  return provider;
}

/** Someone who joins the team of a provider, and is signed in as one of it. */
export async function aColleague(page: Page, owner: Person): Promise<Person> {
  return { ...owner, page, ...(await joinTeam(page, owner.page)) };
}

/** Signs someone new in as one of the owner's team. */
export async function joinTeam(page: Page, owner: Page): Promise<{ email: string; password: string }> {
  const [email, password] = [`equipe-${unique()}@exemple.fr`, crypto.randomUUID()];
  await call(owner, "POST", "/invitations", { email, role: "member" });
  const token = await mailedToken(page, email);
  const { terms_version } = await call<{ terms_version: string }>(page, "GET", "/settings");
  const { phone } = CONTACT;
  const names = { given_name: "Sacha", family_name: "Petit" };
  await call(page, "POST", "/invitations/accept", { token, ...names, phone, password, terms_version });
  return { email, password };
}
