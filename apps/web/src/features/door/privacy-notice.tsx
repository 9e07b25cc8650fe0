import type { DoorInviter } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime } from '../../time/format.js';
import { Stack } from '../../ui/stack.js';
import { ContactLine } from './contact-line.js';
import type { OpenView } from './door-state.js';
import styles from './privacy-notice.module.css';

interface PrivacyNoticeProps {
  view: Pick<OpenView, 'inviter' | 'identificationLevel' | 'purgeDueAt'>;
}

/** What happens to the person's data, in a few sentences; the rest opens when wanted. */
export function PrivacyNotice({ view }: PrivacyNoticeProps) {
  const { t, language } = useTexts();
  const { inviter } = view;
  return (
    <section aria-labelledby="privacy-heading" data-testid="privacy-notice">
      <Stack gap="s">
        <h2 id="privacy-heading">{t('privacy.heading')}</h2>
        <ul className={styles.list}>
          <li>
            {inviter === null
              ? t('privacy.whatDiscreetly')
              : t('privacy.what', { organisation: inviter.organisationName[language] })}
          </li>
          {view.identificationLevel !== 'off' && <li>{t('privacy.identification')}</li>}
          <li>{t('privacy.notRecorded')}</li>
          <li>{t('privacy.gone', { time: formatDateAndTime(view.purgeDueAt, language) })}</li>
        </ul>
        <details className={styles.more}>
          <summary>{t('privacy.more')}</summary>
          <Stack gap="s">
            {inviter === null ? <p>{t('privacy.discreet')}</p> : <Controller inviter={inviter} />}
            <p>{t('privacy.complaint')}</p>
            <p>{t('privacy.noProfile')}</p>
          </Stack>
        </details>
      </Stack>
    </section>
  );
}

/** Who answers for the data, why it is handled, and whom to ask. */
function Controller({ inviter: { organisationName, notice } }: { inviter: DoorInviter }) {
  const { t, language } = useTexts();
  const organisation = organisationName[language];
  const { purpose, legalBasis, rights } = notice;
  return (
    <>
      <p>{t('privacy.controller', { organisation })}</p>
      {purpose !== null && <p>{t('privacy.purpose', { purpose: purpose[language] })}</p>}
      {legalBasis !== null && <p>{t(`privacy.basis_${legalBasis}`)}</p>}
      <ContactLine label={t('privacy.contact')} contact={notice.contact} />
      <ContactLine label={t('privacy.officer')} contact={notice.officer} />
      <p>{t('privacy.rights', { organisation: rights?.name ?? organisation })}</p>
      {rights !== null && <ContactLine label={t('privacy.rightsContact')} contact={rights} />}
    </>
  );
}
