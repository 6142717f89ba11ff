// Said, never imposed: whoever writes its coordinates learns that they are exchanged in good time.
import { useTranslation } from 'react-i18next';
import { holdsContact } from '@/lib/contacts';
import classes from './Composer.module.css';

export function ContactWarning({ text }: { text: string }) {
  const { t } = useTranslation('conversations');
  return (
    <div role="status">
      {holdsContact(text) && <p className={classes.warning}>{t('composer.contacts')}</p>}
    </div>
  );
}
