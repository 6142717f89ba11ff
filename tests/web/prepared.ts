// What a side road starts from, made through the API: a published tender, an application, a choice, a mission.
import { dayIn } from "./forms";
import { call, unique, type Person } from "./people";

/** A small PNG: a horizon of 24 by 16 pixels. */
export const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAHklEQVR42mM44mNAFcQwatCINkhJw4YqaNSgEW0QAHjoVJB+vBqiAAAAAElFTkSuQmCC";

export interface Lot {
  id: string;
  trade: string;
}

export interface Tender {
  id: string;
  slug: string;
  lots: Lot[];
  event: { title: string };
}

/** A published tender of the Seine-Maritime with one lot per trade, for an event some days from now. */
export async function published({ page }: Person, trades = ["dj"], days = 150): Promise<Tender> {
  const event = {
    kind: "wedding",
    title: `Fête ${unique()}`,
    day: dayIn(days).iso,
    town: "Rouen",
    departement: "76",
    guests: 80,
    description: "Un vin d’honneur à dix-huit heures, puis un dîner assis et la danse.",
  };
  const lots = trades.map((trade) => ({ trade, quantity: "1", wishes: "" }));
  const { id } = await call<Tender>(page, "POST", "/tenders", { event, lots });
  return call<Tender>(page, "POST", `/tenders/${id}/publish`, {});
}

/** An application to a tender's first lot, for a net price in cents. */
export async function applyTo({ page }: Person, tenderId: string, amount = 60_000): Promise<string> {
  const { lots } = await call<Tender>(page, "GET", `/tenders/${tenderId}`);
  const line = { label: "Soirée", quantity: "1", unit_price: { amount, currency: "EUR" }, vat_rate: 0 };
  const offer = { public_message: "Je suis libre ce jour-là, avec mon matériel.", lines: [line] };
  const lot = lots.find(({ trade }) => trade === "dj");
  return (await call<{ id: string }>(page, "POST", `/lots/${lot?.id}/offers`, offer)).id;
}

export async function chosen({ page }: Person, offer: string, settlement = "direct") {
  await call(page, "POST", `/offers/${offer}/choose`, { number: 1, settlement });
}

export async function confirmed({ page }: Person, offer: string) {
  await call(page, "POST", `/offers/${offer}/confirm`, {});
}
