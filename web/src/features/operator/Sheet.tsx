// What an organization says it is, as its own people know it.
import { useTranslation } from 'react-i18next';
import { useDepartementName, useTradeName } from '@/app/reference';
import { formatPhone } from '@/lib/phone';
import { urls } from '@/lib/urls';
import { DataList } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { DateText } from '@/ui/values';
import type { Operated } from './queries';
import type { LegalKind } from './words';

type Organization = Operated['organization'];

export function Sheet({ organization }: { organization: Organization }) {
  const { t } = useTranslation('operator');
  const own = [
    { label: t('sheet.legalKind'), value: t(`legalKinds.${organization.legal_kind as LegalKind}`) },
    { label: t('sheet.siret'), value: organization.siret },
    {
      label: t('sheet.vat'),
      value: organization.vat_exempt ? t('sheet.vatExempt') : organization.vat_number,
    },
    { label: t('sheet.address'), value: addressOf(organization) },
    { label: t('sheet.phone'), value: formatPhone(organization.phone) },
    { label: t('sheet.since'), value: <DateText value={organization.created_at} /> },
  ];
  const activity = useActivity(organization);
  return <DataList items={organization.kind === 'provider' ? [...own, ...activity] : own} />;
}

function addressOf({ street, postal_code, town }: Organization): string {
  return [street, `${postal_code} ${town}`.trim()].filter(Boolean).join(', ');
}

function useActivity(organization: Organization) {
  const { t } = useTranslation('operator');
  const tradeName = useTradeName();
  const placeName = useDepartementName();
  const area = organization.france_wide
    ? t('sheet.franceWide')
    : organization.departements.map(placeName).join(', ');
  return [
    { label: t('sheet.trades'), value: organization.trades.map(tradeName).join(', ') },
    { label: t('sheet.area'), value: area },
    {
      label: t('sheet.page'),
      value: organization.plan && organization.state === 'open' && (
        <Link href={urls.provider(organization.handle)}>{t('sheet.see')}</Link>
      ),
    },
  ];
}
