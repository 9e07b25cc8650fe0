import type { HoldBoard } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { Counts } from '../../ui/counts.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ReadingState } from '../../ui/reading-state.js';
import { Stack } from '../../ui/stack.js';
import { HoldCard } from './hold-card.js';
import { MissedRule } from './missed-rule.js';
import { useHolds } from './queries.js';

/** The board of holds: what is kept beyond its day or out of everybody's sight, until when, and what is to be done. */
export function HoldsPage() {
  const { t } = useTexts();
  const { data, isPending, error, refetch } = useHolds();
  return (
    <Stack gap="l" testId="holds-page">
      <Stack gap="s">
        <PageHeading>{t('holds.heading')}</PageHeading>
        <p>{t('holds.lead')}</p>
      </Stack>
      <ReadingState
        isPending={isPending}
        error={error}
        isHere={data !== undefined}
        onRetry={() => void refetch()}
      />
      {data !== undefined && (
        <>
          <HoldCounts board={data} />
          <HoldList board={data} />
          <KeepFocus shown={data.onMissed}>
            <MissedRule key={data.onMissed} onMissed={data.onMissed} />
          </KeepFocus>
        </>
      )}
    </Stack>
  );
}

function HoldCounts({ board: { holds } }: { board: HoldBoard }) {
  const { t } = useTexts();
  const missed = holds.filter(({ isReviewMissed }) => isReviewMissed).length;
  const ofState = (state: HoldBoard['holds'][number]['state']) =>
    holds.filter((hold) => hold.state === state).length;
  return (
    <Counts
      counts={[
        { text: t('holds.countRequested'), value: ofState('requested'), testId: 'holds-requested' },
        { text: t('holds.countHeld'), value: ofState('held'), testId: 'holds-held' },
        { text: t('holds.countMissed'), value: missed, testId: 'holds-missed' },
        { text: t('holds.countReleasing'), value: ofState('releasing'), testId: 'holds-releasing' },
      ]}
    />
  );
}

function HoldList({ board: { holds } }: { board: HoldBoard }) {
  const { t } = useTexts();
  return (
    <KeepFocus shown={holds.map(({ id }) => id).join()}>
      {holds.length === 0 ? (
        <Stack surface="card" testId="no-holds">
          <h2 tabIndex={-1}>{t('holds.none')}</h2>
          <p>{t('holds.howTo')}</p>
        </Stack>
      ) : (
        <Stack>
          {holds.map((hold) => (
            <HoldCard key={hold.id} hold={hold} />
          ))}
        </Stack>
      )}
    </KeepFocus>
  );
}
