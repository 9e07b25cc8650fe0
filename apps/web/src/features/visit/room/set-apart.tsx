import type { Visit } from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Stack } from '../../../ui/stack.js';
import { BringBack } from './bring-back.js';
import styles from '../meeting-place.module.css';

interface SetApartProps {
  visit: Visit;
  onLeave: () => void;
}

/** In place of the meeting, for a member of staff while another speaks with one person alone. */
export function SetApart({ visit, onLeave }: SetApartProps) {
  const { alone, participants } = visit;
  const { t } = useTexts();
  const by = participants.find(({ id }) => id === alone?.byId)?.name;
  return (
    <div className={styles.closed} data-testid="meeting-set-apart">
      <Stack>
        <p role="status">{t('room.aloneByOtherPlace', { by: by ?? t('roles.professional') })}</p>
        {visit.alone?.mayEnd === true && <BringBack visitId={visit.id} />}
        <div>
          <Button variant="secondary" onClick={onLeave}>
            {t('meeting.leave')}
          </Button>
        </div>
      </Stack>
    </div>
  );
}
