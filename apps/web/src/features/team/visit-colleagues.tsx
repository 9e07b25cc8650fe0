import type { Visit } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { hasCode } from '../../api/api-problem.js';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { FreeForVisit } from '../availability/index.js';
import { useMe } from '../sign-in/index.js';
import { ColleagueSelect } from './colleague-select.js';
import { useColleagues, useVisitAct } from './queries.js';
import styles from './team.module.css';

interface VisitColleaguesProps {
  visit: Visit;
  /** Reads the visit again. */
  onChanged: () => void;
}

/** Whose the visit is and whom it is shared with; who decides over it shares it or hands it over. */
export function VisitColleagues({ visit, onChanged }: VisitColleaguesProps) {
  const { t } = useTexts();
  const { relation, professional } = visit;
  return (
    <section aria-labelledby="colleagues-heading" data-testid="visit-colleagues">
      <Stack>
        <h2 id="colleagues-heading">{t('teams.colleagues')}</h2>
        {relation !== 'own' && (
          <p data-testid="whose">
            {t(`teams.whose_${relation}`, { name: professional.displayName })}
          </p>
        )}
        {relation === 'shared' ? (
          <SharedList visit={visit} />
        ) : (
          <Decisions visit={visit} onChanged={onChanged} />
        )}
      </Stack>
    </section>
  );
}

function Decisions({ visit, onChanged }: VisitColleaguesProps) {
  const { t, language } = useTexts();
  const colleagues = useColleagues().data ?? [];
  const act = useVisitAct(visit.id, onChanged);
  const [colleagueId, setColleagueId] = useState('');
  const [asks, setAsks] = useState(false);
  const own = useMe().data?.id;
  const others = colleagues.filter(({ id }) => id !== visit.professional.id && id !== own);
  const chosen = others.find(({ id }) => id === colleagueId);
  const isShared = visit.sharedWith.some(({ id }) => id === colleagueId);
  const done = { onSuccess: () => setColleagueId('') };
  return (
    <Stack>
      <SharedList visit={visit} onEnd={(id) => act.mutate({ act: 'end-share', colleagueId: id })} />
      <ColleagueSelect
        name="colleagueId"
        label={t('teams.chooseColleague')}
        people={others}
        value={colleagueId}
        onChange={setColleagueId}
      />
      {chosen !== undefined && !isShared && <FreeForVisit colleague={chosen} visit={visit} />}
      {chosen !== undefined && (
        <div className={styles.buttons}>
          <Button
            variant="secondary"
            aria-disabled={act.isPending || isShared}
            onClick={() => {
              if (!isShared) {
                act.mutate({ act: 'share', colleagueId }, done);
              }
            }}
            data-testid="share-visit"
          >
            {t('teams.share')}
          </Button>
          <Button variant="secondary" onClick={() => setAsks(true)} data-testid="hand-over-visit">
            {t('teams.handOver')}
          </Button>
        </div>
      )}
      {act.isError && (
        <Notice status="error">
          {hasCode(act.error, 'booking.overlap')
            ? t('teams.overlap')
            : problemText(act.error, language)}
        </Notice>
      )}
      {asks && chosen !== undefined && (
        <ConfirmDialog
          heading={t('teams.handOverQuestion', { name: chosen.displayName })}
          confirmText={t('teams.handOver')}
          cancelText={t('staff.cancel')}
          busy={act.isPending}
          testId="confirm-hand-over"
          onConfirm={() => {
            setAsks(false);
            act.mutate({ act: 'hand-over', colleagueId }, done);
          }}
          onCancel={() => setAsks(false)}
        >
          <HandOverText visit={visit} />
        </ConfirmDialog>
      )}
    </Stack>
  );
}

/** What handing over means, before it is done. */
function HandOverText({ visit: { relation, nonDisclosure } }: { visit: Visit }) {
  const { t } = useTexts();
  return (
    <>
      <p>{t(relation === 'own' ? 'teams.handOverText' : 'teams.handOverOthersText')}</p>
      {nonDisclosure && <p>{t('teams.handOverDiscloses')}</p>}
    </>
  );
}

function SharedList({ visit, onEnd }: { visit: Visit; onEnd?: (id: string) => void }) {
  const { t } = useTexts();
  if (visit.sharedWith.length === 0) {
    return onEnd === undefined ? null : <p>{t('teams.sharedWithNobody')}</p>;
  }
  return (
    <div>
      <p id="shared-with">{t('teams.sharedWith')}</p>
      <ul className={styles.people} aria-labelledby="shared-with" data-testid="shared-with">
        {visit.sharedWith.map(({ id, displayName }) => (
          <li key={id}>
            <span>{displayName}</span>
            {onEnd !== undefined && (
              <Button
                variant="secondaryNoBorder"
                aria-label={t('teams.endShareWith', { name: displayName })}
                onClick={() => onEnd(id)}
                data-testid={`end-share-${id}`}
              >
                {t('teams.endShare')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
