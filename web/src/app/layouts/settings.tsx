// The reader's own settings of this device: appearance and language.
import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '@/lib/language';
import { changeLanguage } from '../i18n';
import classes from './settings.module.css';

const SCHEMES = ['auto', 'light', 'dark'] as const;

export function SchemeSwitch() {
  const { t } = useTranslation('app');
  // Transitions are kept, because the kit suspends them with a <style> element.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const id = useId();
  return (
    <div className={classes.setting}>
      <span id={id}>{t('settings.scheme')}</span>
      <SegmentedControl
        aria-labelledby={id}
        size="sm"
        value={colorScheme}
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
        data={SCHEMES.map((value) => ({ value, label: t(`settings.${value}`) }))}
      />
    </div>
  );
}

export function LanguageSwitch() {
  const { t, i18n } = useTranslation('app');
  const id = useId();
  return (
    <div className={classes.setting}>
      <span id={id}>{t('settings.language')}</span>
      <SegmentedControl
        aria-labelledby={id}
        size="sm"
        value={i18n.language}
        onChange={(value) => void changeLanguage(value as Language)}
        data={LANGUAGES.map((value) => ({ value, label: t(`settings.${value}`) }))}
      />
    </div>
  );
}
