import type { ColleagueName, Visit } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../../i18n/index.js';
import { Failure } from '../../../ui/failure.js';
import { ModalDialog } from '../../../ui/modal-dialog.js';
import { Stack } from '../../../ui/stack.js';
import { useServices } from '../../booking/index.js';
import { AddPerson } from '../../people/index.js';
import { useMe } from '../../sign-in/index.js';
import { useColleagues, useVisitAct } from '../../team/index.js';
import styles from './invite-dialog.module.css';

/** With more colleagues than this, a name is found by typing. */
const MANY = 8;

interface InviteDialogProps {
  visit: Visit;
  onChanged: () => void;
  onClose: () => void;
}

/** Brings somebody into a meeting that goes on: a colleague by one press, anybody else by a message with a link. */
export function InviteDialog({ visit, onChanged, onClose }: InviteDialogProps) {
  const { t } = useTexts();
  const languages = useServices().data?.languages ?? [];
  return (
    <ModalDialog heading={t('inviting.heading')} onCancel={onClose} testId="invite-dialog">
      <InviteColleague visit={visit} onChanged={onChanged} />
      <section>
        <h3>{t('inviting.others')}</h3>
        <Stack gap="s">
          <p>{t('inviting.othersHint')}</p>
          <AddPerson visitId={visit.id} languages={languages} onChanged={onChanged} />
        </Stack>
      </section>
      <div>
        <Button variant="secondary" onClick={onClose} data-testid="close-invite">
          {t('inviting.close')}
        </Button>
      </div>
    </ModalDialog>
  );
}

function InviteColleague({ visit, onChanged }: Omit<InviteDialogProps, 'onClose'>) {
  const { t } = useTexts();
  const colleagues = useColleagues();
  const act = useVisitAct(visit.id, onChanged);
  const own = useMe().data?.id;
  const [typed, setTyped] = useState('');
  const [invited, setInvited] = useState<string>();
  const others = (colleagues.data ?? []).filter(
    ({ id }) => id !== visit.professional.id && id !== own,
  );
  const found = others.filter(({ displayName }) =>
    displayName.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  );
  const isShared = ({ id }: ColleagueName) => visit.sharedWith.some((one) => one.id === id);
  const invite = ({ id, displayName }: ColleagueName) =>
    act.mutate(
      { act: 'share', colleagueId: id },
      { onSuccess: () => setInvited(t('inviting.invited', { name: displayName })) },
    );
  return (
    <section>
      <h3>{t('inviting.colleagues')}</h3>
      <Stack gap="s">
        <p>{t('inviting.colleaguesHint')}</p>
        {others.length > MANY && (
          <label className={styles.find}>
            {t('inviting.find')}
            <input
              type="search"
              value={typed}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
            />
          </label>
        )}
        {colleagues.isError && <Failure error={colleagues.error} />}
        {colleagues.isSuccess && found.length === 0 && <p>{t('inviting.nobody')}</p>}
        <ul className={styles.colleagues} data-testid="invite-colleagues">
          {found.map((colleague) => (
            <li key={colleague.id}>
              {isShared(colleague) ? (
                <p>{t('inviting.isInvited', { name: colleague.displayName })}</p>
              ) : (
                <Button
                  variant="secondary"
                  fullWidth
                  aria-disabled={act.isPending}
                  onClick={() => {
                    if (!act.isPending) {
                      invite(colleague);
                    }
                  }}
                  data-testid={`invite-${colleague.id}`}
                >
                  {t('inviting.invite', { name: colleague.displayName })}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <div role="status" data-testid="invited">
          {invited !== undefined && <p>{invited}</p>}
        </div>
        {act.isError && <Failure error={act.error} />}
      </Stack>
    </section>
  );
}
