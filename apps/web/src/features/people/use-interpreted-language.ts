import {
  isSigned,
  SIGNED_LANGUAGES,
  SPOKEN_LANGUAGES,
  type InterpreterLanguage,
} from '@tapaamo/contracts';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/index.js';

/** Languages whose names browsers do not know. */
const OWN_TEXTS = [...SIGNED_LANGUAGES, 'ckb', 'kmr', 'fa-AF', 'se', 'smn', 'sms'] as const;

/** Names of the languages that are interpreted, in the language of the page. */
export function useInterpretedLanguage(): (code: InterpreterLanguage) => string {
  const { t, language } = useTexts();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' });
    return (code) => {
      const own = OWN_TEXTS.find((each) => each === code);
      return own === undefined ? (names.of(code) ?? code) : t(`people.language_${own}`);
    };
  }, [t, language]);
}

/** All of them: signed first, then spoken by their names. */
export function useInterpretedLanguages(): { code: InterpreterLanguage; name: string }[] {
  const { language } = useTexts();
  const nameOf = useInterpretedLanguage();
  return useMemo(() => {
    const named = (code: InterpreterLanguage) => ({ code, name: nameOf(code) });
    const spoken = SPOKEN_LANGUAGES.map(named).sort((one, other) =>
      one.name.localeCompare(other.name, language),
    );
    return [...SIGNED_LANGUAGES.map(named), ...spoken];
  }, [nameOf, language]);
}

/** A language and whether it is spoken or signed. */
export function useInterpreting(): (code: InterpreterLanguage) => string {
  const { t } = useTexts();
  const nameOf = useInterpretedLanguage();
  return (code) => (isSigned(code) ? nameOf(code) : t('people.spoken', { language: nameOf(code) }));
}
