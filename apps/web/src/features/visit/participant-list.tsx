import {
  comesByLink,
  DOOR_OPENS_MINUTES_BEFORE,
  levelFor,
  waitingOrder,
  type Visit,
  type VisitParticipant,
} from '@tapaamo/contracts';
import { useTexts } from '../../i18n/index.js';
import { milliseconds } from '../../time/helsinki.js';
import { useNow } from '../../time/use-now.js';
import { DelayChoice } from './delay-choice.js';
import { Stack } from '../../ui/stack.js';
import { useServices } from '../booking/index.js';
import { AddPerson, NonDisclosure } from '../people/index.js';
import { ParticipantRow } from './participant-row.js';
import { SpeakingAlone } from './room/speaking-alone.js';
import { useRefreshVisit } from './queries.js';
import styles from './participant-list.module.css';

interface ParticipantListProps {
  visit: Visit;
  /** Whether the reader wants to be in the meeting, which says itself that somebody speaks alone. */
  inMeeting: boolean;
  /** The participant being let in just now. */
  admitting: string | undefined;
  onAdmit: (participant: VisitParticipant) => void;
}

/** Everybody but the professional: where they are and who they proved to be. */
export function ParticipantList({ visit, inMeeting, admitting, onAdmit }: ParticipantListProps) {
  const { t } = useTexts();
  // Minutes of waiting change seldom; nothing else on the page moves while it is read.
  const instant = useNow(30_000);
  const opensAt = Date.parse(visit.startsAt) - DOOR_OPENS_MINUTES_BEFORE * 60_000;
  const others = visit.participants.filter(({ id }) => id !== visit.ownParticipantId);
  const waiting = waitingOrder(others, instant);
  const until = visit.delay?.until ?? null;
  const hasPassed = until !== null && milliseconds(until) <= instant;
  const isAwaited =
    opensAt <= instant &&
    visit.participants.some(({ role, admission }) => comesByLink(role) && admission !== 'admitted');
  const refresh = useRefreshVisit(visit.id);
  const languages = useServices().data?.languages ?? [];
  const mayDecide = visit.relation !== 'shared';
  return (
    <section aria-labelledby="participants-heading">
      <h2 id="participants-heading">{t('visit.participants')}</h2>
      {!inMeeting && <SpeakingAlone visit={visit} />}
      <ul className={styles.list} data-testid="participants">
        {others.map((participant) => (
          <ParticipantRow
            key={participant.id}
            visitId={visit.id}
            visit={visit}
            turn={turnOf(participant, waiting)}
            isOpen={opensAt <= instant}
            participant={participant}
            everybody={visit.participants}
            identificationLevel={visit.identificationLevel}
            mustIdentify={levelFor(participant.role, visit) === 'required'}
            now={instant}
            admitting={admitting === participant.id}
            onAdmit={() => onAdmit(participant)}
            mayRemove={mayDecide}
            onChanged={refresh}
          />
        ))}
      </ul>
      {isAwaited && <DelayChoice visitId={visit.id} delay={hasPassed ? null : visit.delay} />}
      <Stack>
        {mayDecide && <AddPerson visitId={visit.id} languages={languages} onChanged={refresh} />}
        <NonDisclosure visit={visit} onChanged={refresh} />
      </Stack>
    </section>
  );
}

/** Of one who waits alone there is no turn. */
function turnOf({ id }: VisitParticipant, waiting: readonly string[]): number | undefined {
  return waiting.length > 1 && waiting.includes(id) ? waiting.indexOf(id) + 1 : undefined;
}
