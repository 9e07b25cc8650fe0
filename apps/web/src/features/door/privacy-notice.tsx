import type { DoorInviter } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Stack } from '../../ui/stack.js';
import { ContactLine } from './contact-line.js';
import type { OpenView } from './door-state.js';
import styles from './privacy-notice.module.css';

interface PrivacyNoticeProps {
  view: Pick<OpenView, 'inviter' | 'identificationLevel'>;
}

/**
 * What happens to the person's data, in a few sentences; the rest opens when wanted. When the data is gone is said by the
 * page's own `DeletionDate`.
 */
export function PrivacyNotice({ view }: PrivacyNoticeProps) {
  const { t } = useTexts();
  return (
    <section aria-labelledby="privacy-heading" data-testid="privacy-notice">
      <Stack gap="s">
        <h2 id="privacy-heading">{t('privacy.heading')}</h2>
        <InShort view={view} />
        <details className={styles.more}>
          <summary>{t('privacy.more')}</summary>
          <Rest view={view} />
        </details>
      </Stack>
    </section>
  );
}

/** The same once more, for a page that comes after the one where it was read: closed until it is wanted. */
export function PrivacyNoticeAgain({ view }: PrivacyNoticeProps) {
  const { t } = useTexts();
  return (
    <details className={styles.more} data-testid="privacy-notice">
      <summary>{t('privacy.heading')}</summary>
      <Stack gap="s">
        <InShort view={view} />
        <Rest view={view} />
      </Stack>
    </details>
  );
}

function InShort({ view: { inviter, identificationLevel } }: PrivacyNoticeProps) {
  const { t, language } = useTexts();
  return (
    <ul className={styles.list}>
      <li>
        {inviter === null
          ? t('privacy.whatDiscreetly')
          : t('privacy.what', { organisation: inviter.organisationName[language] })}
      </li>
      {identificationLevel !== 'off' && <li>{t('privacy.identification')}</li>}
      <li>{t('privacy.notRecorded')}</li>
    </ul>
  );
}

function Rest({ view: { inviter } }: PrivacyNoticeProps) {
  const { t } = useTexts();
  return (
    <Stack gap="s">
      {inviter === null ? <p>{t('privacy.discreet')}</p> : <Controller inviter={inviter} />}
      <p>{t('privacy.complaint')}</p>
      <p>{t('privacy.noProfile')}</p>
    </Stack>
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
