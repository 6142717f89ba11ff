// Texts live beside the feature that shows them (features/<noun>/fr.ts and en.ts) and are loaded
// together with its pages; those of the shell and the kit come with the application. French is the
// model: en.ts is typed by it, so a missing text does not compile.
import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { bindMarks } from '@/lib/text';
import { preferredLanguage, rememberLanguage, type Language } from '@/lib/language';
import appEnglish from './en';
import appFrench from './fr';
import uiEnglish from '../ui/en';
import uiFrench from '../ui/fr';

const files = import.meta.glob<{ default: object }>('/src/features/*/{fr,en}.ts');

async function read(language: string, namespace: string): Promise<object> {
  const load = files[`/src/features/${namespace}/${language}.ts`];
  if (!load) throw new Error(`no texts for ${namespace} in ${language}`);
  const texts = (await load()).default;
  return language === 'fr' ? bindMarks(texts) : texts;
}

const textFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    read(language, namespace).then(
      (texts) => done(null, texts as never),
      (error: Error) => done(error, false),
    );
  },
};

export const i18n = i18next.createInstance();

export async function startTexts(language: Language = preferredLanguage()): Promise<void> {
  document.documentElement.lang = language;
  await i18n
    .use(textFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ['ui', 'app'],
      defaultNS: 'app',
      resources: {
        fr: { app: bindMarks(appFrench), ui: bindMarks(uiFrench) },
        en: { app: appEnglish, ui: uiEnglish },
      },
      partialBundledLanguages: true,
      initAsync: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

export async function changeLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Fetches a feature's texts together with its code. */
export function loadTexts(namespace: string): Promise<void> {
  return i18n.loadNamespaces(namespace);
}
