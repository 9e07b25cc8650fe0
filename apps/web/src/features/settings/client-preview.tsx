import type { DoorInviter, IdentificationLevel } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { DeletionDate } from '../../ui/deletion-date.js';
import { Stack } from '../../ui/stack.js';
import { PrivacyNotice } from '../door/index.js';
import styles from './settings.module.css';

/** A month in milliseconds, for the date that the example shows. */
const MONTH_MS = 30 * 86_400_000;

interface ClientPreviewProps {
  /** Null where a discreet service tells nobody yet. */
  inviter: DoorInviter | null;
  identificationLevel: IdentificationLevel;
}

/** The first page of a client as it would be, with the deletion date of an example. */
export function ClientPreview({ inviter, identificationLevel }: ClientPreviewProps) {
  const { t, language } = useTexts();
  const purgeDueAt = new Date(now() + MONTH_MS).toISOString();
  return (
    <Stack gap="s">
      <h2>{t('settings.preview')}</h2>
      <div className={styles.preview} data-testid="client-preview">
        <Stack>
          <p>
            {inviter === null
              ? t('door.invitesDiscreetly')
              : t('door.invites', {
                  organisation: inviter.organisationName[language],
                  professional: inviter.professionalName,
                })}
          </p>
          <DeletionDate purgeDueAt={purgeDueAt} />
          <PrivacyNotice view={{ inviter, identificationLevel }} />
        </Stack>
      </div>
    </Stack>
  );
}
