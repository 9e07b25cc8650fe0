import type { DoorProgress } from './door-step.js';
import type { SoFar } from './so-far.js';

/** What the person wants to give, kept over the visit to the identification service. */
export interface Remembered extends Omit<DoorProgress, 'testing' | keyof SoFar> {
  camera: boolean;
  microphone: boolean;
}

const NOTHING_YET: Remembered = {
  tested: false,
  withoutIdentification: false,
  camera: true,
  microphone: true,
};

/** Reads what this tab remembers of a participant's way. It dies with the tab and holds nothing about the person. */
export function rememberedProgress(participantId: string): Remembered {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(participantId)) ?? '{}');
    return { ...NOTHING_YET, ...(stored as Partial<Remembered>) };
  } catch {
    return NOTHING_YET;
  }
}

/** Keeps it for this tab. */
export function rememberProgress(participantId: string, progress: Remembered): void {
  try {
    sessionStorage.setItem(keyOf(participantId), JSON.stringify(progress));
  } catch {
    // Storage can be closed by the browser's settings; then the test is offered again, nothing else is lost.
  }
}

/** The same of who does not go on without identifying any more, kept for this tab. */
export function withoutNoMore(participantId: string, progress: Remembered): Remembered {
  if (!progress.withoutIdentification) {
    return progress;
  }
  const next = { ...progress, withoutIdentification: false };
  rememberProgress(participantId, next);
  return next;
}

function keyOf(participantId: string): string {
  return `tapaamo-door-${participantId}`;
}
