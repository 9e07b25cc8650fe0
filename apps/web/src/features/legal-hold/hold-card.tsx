import { HOLD_ALARM_DAYS, HOLD_REASONS, type Hold } from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { formatDateAndTime, formatDay } from '../../time/format.js';
import { Badge, type BadgeMood } from '../../ui/badge.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';
import { HoldActs } from './hold-acts.js';
import styles from './hold-card.module.css';

const MOODS: Record<Hold['state'], BadgeMood> = {
  requested: 'waiting',
  held: 'good',
  releasing: 'quiet',
};

/** One hold: why, how it stands, its days, and what can be done. */
export function HoldCard({ hold }: { hold: Hold }) {
  const { t, language } = useTexts();
  const { id, state, reviewBy, extensionsLeft } = hold;
  return (
    <KeepFocus shown={`${state} ${reviewBy} ${extensionsLeft}`}>
      <Stack surface="card" testId={`hold-${id}`}>
        <h2 tabIndex={-1}>{t(`holds.reason.${hold.reason}.text`)}</h2>
        <p role="status" className={styles.badges}>
          <Badge mood={MOODS[state]} testId="hold-state">
            {t(`holds.state.${state}`)}
          </Badge>
          {hold.isReviewMissed && (
            <Badge mood="bad" testId="review-missed">
              {t('holds.reviewMissed')}
            </Badge>
          )}
        </p>
        {hold.isReviewMissed && (
          <Notice status="error">
            {t('holds.reviewMissedText', { day: formatDay(reviewBy, language) })}
          </Notice>
        )}
        <HoldFacts hold={hold} />
        <HoldActs hold={hold} />
      </Stack>
    </KeepFocus>
  );
}

function HoldFacts({ hold }: { hold: Hold }) {
  const { t } = useTexts();
  return (
    <dl className={styles.facts}>
      {useFacts(hold).map(([name, value]) => (
        <div key={name}>
          <dt>{t(`holds.fact.${name}`)}</dt>
          <dd data-testid={`hold-${name}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFacts(hold: Hold) {
  const { t, language } = useTexts();
  const { kind, reason, visitId, requestedAt, confirmedAt, ageDays, extensionsLeft } = hold;
  const past = [
    ['kind', `${t(`holds.kind.${kind}`)}: ${t(`holds.basis.${HOLD_REASONS[reason].basis}`)}`],
    // No link: of a held visit there is nothing to see or to do.
    ['visit', visitId],
    [
      'requested',
      `${formatDateAndTime(requestedAt, language)} (${t('holds.daysAgo', { count: ageDays })})`,
    ],
    [
      'confirmed',
      confirmedAt === null ? t('holds.notYet') : formatDateAndTime(confirmedAt, language),
    ],
  ] as const;
  // What ends is reviewed no more.
  return hold.state === 'releasing'
    ? past
    : ([
        ...past,
        ['reviewBy', formatDay(hold.reviewBy, language)],
        ['extensionsLeft', String(extensionsLeft)],
        ['onMissed', t(`holds.missed.${endOf(hold)}`, { days: HOLD_ALARM_DAYS })],
      ] as const);
}

/** A restriction does not end by itself, whatever the organisation chose: its person is told first. */
function endOf({ kind, onMissed }: Hold): Hold['onMissed'] {
  return kind === 'restriction' ? 'escalate' : onMissed;
}
