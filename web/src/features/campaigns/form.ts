// The form of a campaign, to and from the API's words.
import type { Campaign, CampaignInput, Choices, Price } from './queries';

export const PLACEMENTS = ['home', 'directory', 'tenders', 'tender', 'provider'] as const;
export type Placement = (typeof PLACEMENTS)[number];
export type Size = 'wide' | 'block';

export interface CampaignForm extends Record<string, unknown> {
  title: string;
  link: string;
  placement: string;
  departement: string | null;
  size: string;
  banner: string;
  days: string;
  starts_on: string | null;
}

/** A campaign begins where its provider is, today. */
export const emptyCampaign = (departement: string | null, today: string): CampaignForm => ({
  title: '',
  link: '',
  placement: '',
  departement,
  size: 'wide',
  banner: '',
  days: '',
  starts_on: today,
});

export const formOf = (campaign: Campaign): CampaignForm => ({
  title: campaign.title,
  link: campaign.link,
  placement: campaign.placement,
  departement: campaign.departement,
  size: campaign.size,
  banner: campaign.banner.file,
  days: String(campaign.days),
  starts_on: campaign.starts_on,
});

/** The same campaign from today on. */
export const formAgain = (campaign: Campaign, today: string): CampaignForm => ({
  ...formOf(campaign),
  starts_on: today,
});

export const inputOf = ({ days, ...form }: CampaignForm): CampaignInput => ({
  ...form,
  days: days ? Number(days) : null,
});

/** What a choice costs; nothing until it is made. */
export function priceOf(choices: Choices, { placement, days }: CampaignForm): Price | undefined {
  const chosen = choices.items.find(
    (one) => one.placement === placement && String(one.days) === days,
  );
  return chosen?.price;
}

/** What a day on a page costs, as everybody is asked: a price is its days times this. */
export function dayPriceOf(choices: Choices, placement: Placement) {
  const one = choices.items.find((item) => item.placement === placement);
  if (!one) return undefined;
  const { listed } = one.price;
  return { ...listed, amount: listed.amount / one.days };
}

/** The numbers of days that there are. */
export const daysOf = (choices: Choices): string[] => [
  ...new Set(choices.items.map(({ days }) => String(days))),
];

/** The size of a picture that was sent; nothing when it is none of them. */
export function sizeOf(
  choices: Choices,
  picture: { width: number; height: number } | null | undefined,
): string | undefined {
  return choices.sizes.find(
    ({ width, height }) => width === picture?.width && height === picture.height,
  )?.size;
}
