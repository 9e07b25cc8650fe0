import { LANGUAGES, type Language } from '@tapaamo/contracts';
import { TEXTS } from './texts.js';

/** Languages by their own names. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
};

/** Links below a form to the same page in the other languages. */
export function languageLinks(language: Language, path: string): string {
  const links = LANGUAGES.map(
    (each) =>
      `<a href="${path}?lang=${each}" lang="${each}" hreflang="${each}"${
        each === language ? ' aria-current="true"' : ''
      }>${LANGUAGE_NAMES[each]}</a>`,
  );
  return `<nav aria-label="${TEXTS[language].language}">${links.join('')}</nav>`;
}
