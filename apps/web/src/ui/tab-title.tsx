import { createContext, use, type ReactNode } from 'react';
import { useTexts } from '../i18n/index.js';

const Silent = createContext(false);

/** Names the tab; where the page is silent, by a word that tells nothing. The browser keeps it in its history. */
export function TabTitle({ name }: { name: string | undefined }) {
  const { t } = useTexts();
  if (use(Silent)) {
    return <title>{t('shared.silentTitle')}</title>;
  }
  return <title>{name === undefined ? 'Tapaamo' : `${name} – Tapaamo`}</title>;
}

/** Pages inside do not say in the tab what they are, when `silent`. */
export function SilentTitles({ silent, children }: { silent: boolean; children: ReactNode }) {
  return <Silent value={silent}>{children}</Silent>;
}
