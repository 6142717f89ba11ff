// What the sheet's form holds; only what differs is sent.
import { formatPhone } from '@/lib/phone';
import type { Organization, OrganizationChange } from './queries';

export interface Values extends Record<string, unknown> {
  name: string;
  presentation: string;
  website: string;
  main_trade: string | null;
  secondary_trades: string[];
  departements: string[];
  france_wide: boolean;
  phone: string;
  street: string;
  postal_code: string;
  town: string;
  siret: string;
  vat_exempt: boolean;
  vat_number: string;
}

export function valuesOf(organization: Organization): Values {
  return {
    name: organization.name,
    presentation: organization.presentation,
    website: organization.website ?? '',
    main_trade: organization.trades[0] ?? null,
    secondary_trades: organization.trades.slice(1),
    departements: organization.departements,
    france_wide: organization.france_wide,
    phone: formatPhone(organization.phone),
    street: organization.street,
    postal_code: organization.postal_code,
    town: organization.town,
    siret: organization.siret ?? '',
    vat_exempt: organization.vat_exempt,
    vat_number: organization.vat_number ?? '',
  };
}

function bodyOf({ main_trade, secondary_trades, ...rest }: Values) {
  return {
    ...rest,
    trades: [...(main_trade ? [main_trade] : []), ...secondary_trades],
    departements: rest.france_wide ? [] : rest.departements,
    vat_number: rest.vat_exempt ? '' : rest.vat_number,
  };
}

/** The fields of `after` that are not as they were. */
export function differing(after: object, before: Record<string, unknown>): Record<string, unknown> {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return Object.fromEntries(changed);
}

export function changeOf(values: Values, organization: Organization): OrganizationChange {
  const change = differing(bodyOf(values), bodyOf(valuesOf(organization)));
  if ('departements' in change || 'france_wide' in change) {
    Object.assign(change, {
      departements: bodyOf(values).departements,
      france_wide: values.france_wide,
    });
  }
  return change as OrganizationChange;
}
