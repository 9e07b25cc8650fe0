import type { Language } from '@tapaamo/contracts';
import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { initialLanguage, rememberLanguage, toLanguage } from './language.js';
import type { Texts } from './texts.js';

/** Whose pages these are: clients' first page is light, so their texts travel alone. */
export type Reader = 'client' | 'staff';

/** Only the chosen language's texts travel to the browser. */
const loadTexts: Record<Reader, Record<Language, () => Promise<Partial<Texts>>>> = {
  client: {
    fi: async () => (await import('./fi/of-clients.js')).ofClients,
    sv: async () => (await import('./sv/of-clients.js')).ofClients,
    en: async () => (await import('./en/of-clients.js')).ofClients,
  },
  staff: {
    fi: async () => (await import('./fi.js')).fi,
    sv: async () => (await import('./sv.js')).sv,
    en: async () => (await import('./en.js')).en,
  },
};

let reader: Reader = 'staff';

const i18n = createInstance();

/** Makes the texts ready in the language the person most likely reads. @param whose - For as long as the page is open. */
export async function startI18n(whose: Reader): Promise<void> {
  reader = whose;
  const language = initialLanguage();
  const texts = await loadTexts[reader][language]();
  await i18n.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: texts } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** The language in use now; for code outside React. */
export function currentLanguage(): Language {
  return toLanguage(i18n.language) ?? 'fi';
}

/** Changes the language of the whole page. Only a choice of the person is remembered on the device. */
export async function changeLanguage(language: Language, remember = true): Promise<void> {
  if (remember) {
    rememberLanguage(language);
  }
  if (!i18n.hasResourceBundle(language, 'translation')) {
    i18n.addResourceBundle(language, 'translation', await loadTexts[reader][language]());
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The texts (`t`) and the language of the page. */
export function useTexts() {
  const { t, i18n: used } = useTranslation();
  return { t, language: toLanguage(used.language) ?? 'fi' };
}
