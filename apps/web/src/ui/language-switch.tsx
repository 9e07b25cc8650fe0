import type { Language } from '@tapaamo/contracts';
import { changeLanguage, useTexts } from '../i18n/index.js';
import { LANGUAGE_NAMES } from '../i18n/language.js';
import styles from './language-switch.module.css';

const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[];

interface LanguageSwitchProps {
  /** Those that are offered, in any order. */
  languages?: readonly Language[] | undefined;
  onChoose?: ((language: Language) => void) | undefined;
}

/** Choice of language: each language is named in itself. */
export function LanguageSwitch({ languages = LANGUAGES, onChoose }: LanguageSwitchProps) {
  const { t, language } = useTexts();
  const choose = (chosen: Language) => {
    void changeLanguage(chosen);
    onChoose?.(chosen);
  };
  return (
    <nav aria-label={t('shared.languageChoice')}>
      <ul className={styles.list}>
        {LANGUAGES.filter((each) => languages.includes(each)).map((each) => (
          <li key={each}>
            <button
              type="button"
              lang={each}
              className={styles.choice}
              aria-current={each === language ? 'true' : undefined}
              data-testid={`language-${each}`}
              onClick={() => choose(each)}
            >
              {LANGUAGE_NAMES[each]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
