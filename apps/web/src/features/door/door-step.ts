import { isHeard, type DoorSession } from '@tapaamo/contracts';
import type { OpenView } from './door-state.js';
import type { SoFar } from './so-far.js';

/** What the person does next behind the door. */
export type DoorStep = 'left' | 'too-early' | 'device-test' | 'identify' | 'enter';

/** What the person has done in this tab. */
export interface DoorProgress extends SoFar {
  /** The device test is open now. */
  testing: boolean;
  /** The device test was done or skipped. */
  tested: boolean;
  /** The person goes on without identifying (where it is only offered, or the identity provider failed them). */
  withoutIdentification: boolean;
}

/**
 * Decides the next step. Whoever has a place in the waiting room or has just identified goes straight in:
 * a reload or a visit to the bank's app must not cost a single press. Who only looks on has no devices to test. Whom the
 * server sent to identify does so first, until it says that they are identified.
 *
 * @param opened - Whether the door is open by the clock.
 */
export function doorStep(
  session: KnownSession,
  view: Pick<OpenView, 'identificationLevel'>,
  progress: DoorProgress,
  opened: boolean,
): DoorStep {
  const step = nextStep(session, view, progress, opened);
  return step === 'enter' && progress.sentBack && !session.identified ? 'identify' : step;
}

type KnownSession = Pick<DoorSession, 'admission' | 'identified' | 'role' | 'mayWaitUnidentified'>;

function nextStep(
  session: KnownSession,
  view: Pick<OpenView, 'identificationLevel'>,
  progress: DoorProgress,
  opened: boolean,
): DoorStep {
  if (progress.returning) {
    return 'enter';
  }
  if (session.admission === 'left') {
    return 'left';
  }
  if (session.admission !== 'outside') {
    return 'enter';
  }
  if (!opened) {
    return progress.testing ? 'device-test' : 'too-early';
  }
  if (session.identified) {
    return 'enter';
  }
  if (!progress.tested && isHeard(session.role)) {
    return 'device-test';
  }
  return mayPass(session, view, progress) ? 'enter' : 'identify';
}

function mayPass(
  { mayWaitUnidentified }: KnownSession,
  { identificationLevel: level }: Pick<OpenView, 'identificationLevel'>,
  { hasCome, withoutIdentification }: DoorProgress,
): boolean {
  // Who waits has their place: that an outage is over, or the professional's word taken back, sends nobody away.
  const mayChoose = level === 'offered' || mayWaitUnidentified || hasCome;
  return level === 'off' || (mayChoose && withoutIdentification);
}
