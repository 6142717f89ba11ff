// « Nous écrire » (S4-022), with the address for support and disputes (S1-183).
import { useTranslation } from 'react-i18next';
import { DataList } from '@/ui/DataList';
import { Page, PageHeader, Section } from '@/ui/Page';
import { RichLine } from '@/ui/RichText';
import ContactForm from './ContactForm';

export default function ContactPage() {
  const { t } = useTranslation('contact-messages');
  return (
    <Page width="form">
      <PageHeader title={t('title')} description={t('description')} lead={t('lead')} />
      <ContactForm />
      <Section title={t('about.title')}>
        <p>
          <RichLine text={t('about.help')} />
        </p>
        <DataList
          items={[
            { label: t('about.activation'), value: t('about.activationText') },
            { label: t('about.data'), value: t('about.dataText') },
            { label: t('about.kept'), value: t('about.keptText') },
          ]}
        />
      </Section>
    </Page>
  );
}
