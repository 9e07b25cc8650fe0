import {
  comesByLink,
  companionRoleSchema,
  identifies,
  isProvedAs,
  presenceAt,
  type IdentificationLevel,
  type Visit,
  type VisitParticipant,
} from '@tapaamo/contracts';
import { Button } from 'suomifi-ui-components';
import { useTexts } from '../../i18n/index.js';
import { Badge } from '../../ui/badge.js';
import { KeepFocus } from '../../ui/keep-focus.js';
import { DeviceResultLine } from '../booking/index.js';
import {
  AllowUnidentified,
  IdentityCode,
  RemovePerson,
  UnlockIdentification,
} from '../people/index.js';
import { ParticipantLink } from './participant-link.js';
import { PersonLine } from './person-line.js';
import { MeetingActs } from './room/meeting-acts.js';
import { Whereabouts } from './room/whereabouts.js';
import { VerdictLine } from './verdict-line.js';
import styles from './participant-row.module.css';

interface ParticipantRowProps {
  visitId: string;
  visit: Visit;
  /** Whose turn it is among several who wait; undefined of others. */
  turn: number | undefined;
  /** Whether clients can come in by now. */
  isOpen: boolean;
  participant: VisitParticipant;
  /** Everybody of the visit: who has said what of a student. */
  everybody: readonly VisitParticipant[];
  identificationLevel: IdentificationLevel;
  /** Whether this person must identify before they wait. */
  mustIdentify: boolean;
  now: number;
  admitting: boolean;
  onAdmit: () => void;
  /** Whether the reader decides who takes part. */
  mayRemove: boolean;
  onChanged: () => void;
}

/** One participant: where they are, the verdict of the door, the device test, and the button that lets them in. */
export function ParticipantRow(props: ParticipantRowProps) {
  const { t } = useTexts();
  const { participant, admitting } = props;
  const { id, admission } = participant;
  const name = participant.name || t(`roles.${participant.role}`);
  const waiting = admission === 'waiting';
  return (
    <li className={styles.row} data-testid={`participant-${id}`} data-admission={admission}>
      <KeepFocus shown={admission}>
        <h3 tabIndex={-1}>{name}</h3>
        <PersonLine participant={participant} everybody={props.everybody} />
        <Whereabouts participant={participant} turn={props.turn} now={props.now} />
        {identifies(participant.role) && (
          <VerdictLine
            verdict={participant.verdict}
            level={props.identificationLevel}
            failedByProvider={participant.failedByProvider}
            isOther={participant.verdictIsOther}
            admission={admission}
          />
        )}
        <HandBackLine participant={participant} />
        {participant.deviceCheck !== null && (
          <DeviceResultLine result={participant.deviceCheck} testId="device-check" />
        )}
        {mayComeIn(participant, props.now) && (
          <Button
            onClick={props.onAdmit}
            aria-disabled={admitting}
            aria-label={t('visit.admitName', { name })}
            fullWidth
            data-testid="admit"
          >
            {admitting ? t('visit.admitting') : t('visit.admit')}
          </Button>
        )}
        <MeetingActs visit={props.visit} participant={participant} name={name} />
        <KeptOut {...props} name={name} />
        {comesByLink(participant.role) && admission !== 'admitted' && (
          <ParticipantLink
            visitId={props.visitId}
            participantId={id}
            isWrittenTo={participant.isWrittenTo}
            isAwaited={props.isOpen && !waiting}
          />
        )}
        {props.mayRemove ? <Decisions {...props} name={name} /> : <Locked {...props} />}
      </KeepFocus>
    </li>
  );
}

/** The way to let somebody wait who cannot identify. */
function KeptOut(props: ParticipantRowProps & { name: string }) {
  const { visitId, participant, mustIdentify, name, onChanged } = props;
  return mustIdentify && isKeptOut(participant) ? (
    <AllowUnidentified
      visitId={visitId}
      participant={participant}
      name={name}
      onChanged={onChanged}
    />
  ) : null;
}

/** That a link identifies nobody for now, to who cannot open it. */
function Locked({ participant }: Pick<ParticipantRowProps, 'participant'>) {
  const { t } = useTexts();
  return participant.identificationLocked ? (
    <small data-testid="identification-locked">
      <Badge mood="doubtful">{t('visit.identificationLocked')}</Badge>
    </small>
  ) : null;
}

/** What whoever decides who takes part may change of somebody. */
function Decisions(props: ParticipantRowProps & { name: string }) {
  const { visitId, participant, name, onChanged } = props;
  const isCompared = identifies(participant.role) && props.identificationLevel !== 'off';
  return (
    <>
      {participant.identificationLocked && (
        <UnlockIdentification
          visitId={visitId}
          participantId={participant.id}
          name={name}
          onChanged={onChanged}
        />
      )}
      {isCompared && (
        <IdentityCode
          visitId={visitId}
          participant={participant}
          name={name}
          onChanged={onChanged}
        />
      )}
      {isCompanion(participant) && (
        <RemovePerson
          visitId={visitId}
          participantId={participant.id}
          name={name}
          onChanged={onChanged}
        />
      )}
    </>
  );
}

/** Who is not there, or whose line is down, and has not proved who they are. A locked link lets them wait by itself, and says so. */
function isKeptOut({
  admission,
  connected,
  verdict,
  identificationLocked,
  unidentifiedAllowed,
}: VisitParticipant): boolean {
  const isAway = !connected || admission === 'outside' || admission === 'left';
  const isProved = isProvedAs('same-person', verdict);
  return unidentifiedAllowed || (isAway && !isProved && !identificationLocked);
}

/** Who waits may, and is not away by now; a student only with the client's yes. */
function mayComeIn(participant: VisitParticipant, now: number): boolean {
  const { admission, role, agreed } = participant;
  const isAway = presenceAt(participant, now) === 'away';
  return admission === 'waiting' && !isAway && (role !== 'observer' || agreed === true);
}

function isCompanion({ role }: VisitParticipant): boolean {
  return companionRoleSchema.safeParse(role, { jitless: true }).success;
}

/** What became of an identification that came back in another browser, where that is a reason to look. */
function HandBackLine({ participant }: { participant: VisitParticipant }) {
  const { t } = useTexts();
  if (participant.handBackRefused) {
    return (
      <small data-testid="hand-back-refused">
        <Badge mood="doubtful">{t('visit.handBackRefused')}</Badge>
      </small>
    );
  }
  return (
    participant.handBackUnanswered && (
      <small data-testid="hand-back-unanswered">{t('visit.handBackUnanswered')}</small>
    )
  );
}
