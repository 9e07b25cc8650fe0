import { isHeard, type DoorSession } from '@tapaamo/contracts';
import type { OpenView } from './door-state.js';

/** What the person does next behind the door. */
export type DoorStep = 'left' | 'too-early' | 'device-test' | 'identify' | 'enter';

/** What the person has done in this tab. */
export interface DoorProgress {
  /** The device test is open now. */
  testing: boolean;
  /** The device test was done or skipped. */
  tested: boolean;
  /** The person goes on without identifying (where it is only offered, or the identity provider failed them). */
  withoutIdentification: boolean;
}

/**
 * Decides the next step. Whoever has a place in the waiting room or has just identified goes straight in:
 * a reload or a visit to the bank's app must not cost a single press. Who only looks on has no devices to test.
 *
 * @param opened - Whether the door is open by the clock.
 */
export function doorStep(
  session: Pick<DoorSession, 'admission' | 'identified' | 'role' | 'mayWaitUnidentified'>,
  view: Pick<OpenView, 'identificationLevel'>,
  progress: DoorProgress,
  opened: boolean,
): DoorStep {
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
  const { identificationLevel: level } = view;
  const mayChoose = level === 'offered' || session.mayWaitUnidentified;
  const mayPass = level === 'off' || (mayChoose && progress.withoutIdentification);
  return mayPass ? 'enter' : 'identify';
}
