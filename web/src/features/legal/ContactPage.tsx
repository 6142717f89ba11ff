// The address for support and disputes (S1-183).
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataList } from '@/ui/DataList';
import { Link } from '@/ui/Link';
import { Page, PageHeader } from '@/ui/Page';
import { RichLine } from '@/ui/RichText';

const SUPPORT = 'support@estrade.example';

export default function ContactPage() {
  const { t } = useTranslation('legal');
  return (
    <Page width="text">
      <PageHeader
        title={t('contact.title')}
        description={t('contact.description')}
        lead={t('contact.lead')}
        actions={
          <Button component="a" href={`mailto:${SUPPORT}`}>
            {t('contact.mail')}
          </Button>
        }
      />
      <DataList
        items={[
          {
            label: t('contact.items.support'),
            value: <Link href={`mailto:${SUPPORT}`}>{SUPPORT}</Link>,
          },
          { label: t('contact.items.activation'), value: t('contact.items.activationText') },
          { label: t('contact.items.dispute'), value: t('contact.items.disputeText') },
          { label: t('contact.items.data'), value: t('contact.items.dataText') },
        ]}
      />
      <p>
        <RichLine text={t('contact.help')} />
      </p>
    </Page>
  );
}
