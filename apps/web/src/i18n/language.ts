import type { Language } from '@tapaamo/contracts';

/** The languages in the order they are offered, each named in itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fi: 'Suomi',
  sv: 'Svenska',
  en: 'English',
};

const STORED_AS = 'tapaamo-language';

/** Narrows a text to a supported language. */
export function toLanguage(text: string | null | undefined): Language | undefined {
  return text !== null && text !== undefined && text in LANGUAGE_NAMES
    ? (text as Language)
    : undefined;
}

/** The language the person has chosen on this device, if any. */
export function rememberedLanguage(): Language | undefined {
  try {
    return toLanguage(localStorage.getItem(STORED_AS));
  } catch {
    // Storage can be closed by the browser's privacy settings; the choice then lasts for this page only.
    return undefined;
  }
}

/** Keeps the person's choice on this device. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // See above.
  }
}

/** The language to begin with: the remembered one, else the browser's first supported one, else Finnish. */
export function initialLanguage(): Language {
  const fromBrowser = navigator.languages.map((tag) => toLanguage(tag.slice(0, 2).toLowerCase()));
  return rememberedLanguage() ?? fromBrowser.find((language) => language !== undefined) ?? 'fi';
}
