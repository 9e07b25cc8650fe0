import type { Language } from '@tapaamo/contracts';
import type { MouseEvent, ReactNode } from 'react';
import { useTexts } from '../i18n/index.js';
import { LanguageSwitch } from './language-switch.js';
import styles from './page-frame.module.css';

interface PageFrameProps {
  children: ReactNode;
  /** Who the page belongs to; beside the product's name. */
  owner?: string | undefined;
  /** Path of the owner's picture. It may come late: nothing waits for it. */
  logo?: string | undefined;
  /** Languages that are offered; all when it does not matter. */
  languages?: readonly Language[] | undefined;
  /** Navigation and the person's own menu. */
  navigation?: ReactNode;
  /** `narrow` holds one thing to read or do, `wide` a working view, `bare` lets the page fill the window. */
  width?: 'narrow' | 'wide' | 'bare';
  /** Address of the guide that helps on this page; it opens beside the page, which goes on. */
  guide?: string;
  /** What is said above the guide. */
  foot?: ReactNode;
  /** Told when the person chooses another language. */
  onLanguage?: Parameters<typeof LanguageSwitch>[0]['onChoose'];
}

/** The frame of every page: a skip link, the header with the choice of language, and the page's own part. */
export function PageFrame({
  children,
  owner,
  logo,
  languages,
  navigation,
  width = 'wide',
  guide,
  foot,
  onLanguage,
}: PageFrameProps) {
  const { t } = useTexts();
  return (
    <>
      <a className={styles.skip} href="#content" onClick={skipToContent}>
        {t('shared.skipToContent')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <p className={styles.name}>
            <span className={styles.mark} aria-hidden="true" />
            Tapaamo
            {logo !== undefined && (
              <img className={styles.logo} src={logo} alt="" loading="lazy" fetchPriority="low" />
            )}
            {owner !== undefined && <span className={styles.owner}>{owner}</span>}
          </p>
          {navigation}
          <LanguageSwitch languages={languages} onChoose={onLanguage} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className={`${styles.main} ${styles[width]}`}>
        {children}
      </main>
      {guide !== undefined && width !== 'bare' && (
        <footer className={styles.footer}>
          {foot}
          <a href={guide} target="_blank" rel="noopener noreferrer">
            {t('shared.guideNewTab')}
          </a>
        </footer>
      )}
    </>
  );
}

/** Moves the focus without touching the address: its fragment may hold a client's link. */
function skipToContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
