import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Stack } from '../../ui/stack.js';
import type { OpenView } from './door-state.js';
import styles from './privacy-notice.module.css';

/** What happens to the person's data, in a few sentences; the rest opens when wanted. */
export function PrivacyNotice({ view }: { view: OpenView }) {
  const { t, language } = useTexts();
  const organisation = view.organisationName[language];
  return (
    <section aria-labelledby="privacy-heading" data-testid="privacy-notice">
      <Stack gap="s">
        <h2 id="privacy-heading">{t('privacy.heading')}</h2>
        <ul className={styles.list}>
          <li>{t('privacy.what', { organisation })}</li>
          {view.identificationLevel !== 'off' && <li>{t('privacy.identification')}</li>}
          <li>{t('privacy.notRecorded')}</li>
          <li>{t('privacy.gone', { time: formatDateAndTime(view.purgeDueAt, language) })}</li>
        </ul>
        <details className={styles.more}>
          <summary>{t('privacy.more')}</summary>
          <Stack gap="s">
            <p>{t('privacy.controller', { organisation })}</p>
            <p>{t('privacy.rights', { organisation })}</p>
            <p>{t('privacy.noProfile')}</p>
          </Stack>
        </details>
      </Stack>
    </section>
  );
}
