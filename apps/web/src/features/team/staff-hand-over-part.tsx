import type { StaffHandOver, StaffMember } from '@tapaamo/contracts';
import { useState } from 'react';
import { Button } from 'suomifi-ui-components';
import { problemText } from '../../api/problem-text.js';
import { useTexts } from '../../i18n/index.js';
import { now } from '../../time/clock.js';
import { formatMoment } from '../../time/format.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { useMe } from '../sign-in/index.js';
import { ColleagueSelect } from './colleague-select.js';
import { useColleagues, useHandOverAll } from './queries.js';

/** Hands over everything that somebody who leaves has ahead of them. The admin sees numbers and times, no client. */
export function StaffHandOverPart({ member }: { member: StaffMember }) {
  const { t, language } = useTexts();
  const colleagues = useColleagues().data ?? [];
  const handOver = useHandOverAll(member.id);
  const [colleagueId, setColleagueId] = useState('');
  const [asks, setAsks] = useState(false);
  const own = useMe().data?.id;
  const others = colleagues.filter(({ id }) => id !== member.id && id !== own);
  const chosen = others.find(({ id }) => id === colleagueId);
  return (
    <Stack surface="card" testId="staff-hand-over">
      <h2>{t('teams.handOverAll')}</h2>
      <p>{t('teams.handOverAllText')}</p>
      <ColleagueSelect
        name="colleagueId"
        label={t('teams.colleague')}
        people={others}
        value={colleagueId}
        onChange={setColleagueId}
      />
      {handOver.isError && <Notice status="error">{problemText(handOver.error, language)}</Notice>}
      {handOver.data !== undefined && <Outcome outcome={handOver.data} />}
      {chosen !== undefined && (
        <div>
          <Button variant="secondary" onClick={() => setAsks(true)} data-testid="hand-over-all">
            {t('teams.handOverEach')}
          </Button>
        </div>
      )}
      {asks && chosen !== undefined && (
        <ConfirmDialog
          heading={t('teams.handOverAllQuestion', { name: chosen.displayName })}
          confirmText={t('teams.handOverEach')}
          cancelText={t('staff.cancel')}
          busy={handOver.isPending}
          testId="confirm-hand-over-all"
          onConfirm={() => handOver.mutate(chosen.id, { onSettled: () => setAsks(false) })}
          onCancel={() => setAsks(false)}
        >
          {t('teams.handOverAllWarning', { name: member.displayName })}
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function Outcome({ outcome: { handedOver, overlapping } }: { outcome: StaffHandOver }) {
  const { t, language } = useTexts();
  const times = overlapping.map(({ startsAt }) => formatMoment(startsAt, language, now()));
  return (
    <Notice status={times.length === 0 ? 'neutral' : 'warning'} testId="handed-over">
      <p>{t('teams.handedOver', { count: handedOver })}</p>
      {times.length > 0 && (
        <>
          <p>{t('teams.notHandedOver', { count: times.length })}</p>
          <ul>
            {times.map((time) => (
              <li key={time}>{time}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
