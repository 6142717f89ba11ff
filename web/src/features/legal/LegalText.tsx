// A text of rules in numbered sections, set for reading and for printing.
import { useTranslation } from 'react-i18next';
import { Page, PageHeader, Section } from '@/ui/Page';
import { RichText } from '@/ui/RichText';
import { StatusBadge } from '@/ui/StatusBadge';
import classes from './LegalText.module.css';

interface LegalTextProps {
  text: 'terms' | 'charter' | 'ranking';
  /** Of a text that people accept. */
  version?: string;
}

export function LegalText({ text, version }: LegalTextProps) {
  const { t } = useTranslation('legal');
  const sections = t(`${text}.sections`, { returnObjects: true });
  return (
    <Page width="text">
      <PageHeader
        title={t(`${text}.title`)}
        description={t(`${text}.description`)}
        lead={t(`${text}.lead`)}
        aside={version && <StatusBadge>{t('version', { version })}</StatusBadge>}
      />
      {sections.map((section) => (
        <Section key={section.title} title={section.title}>
          <div className={classes.text}>
            <RichText paragraphs={section.text} />
          </div>
        </Section>
      ))}
    </Page>
  );
}
