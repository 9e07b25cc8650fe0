import { useEffect, useState } from 'react';
import type { OtherParticipant } from '../connection/meeting-state.js';
import { EMPTY_STAGE, nextStage } from './large-tile.js';

const LOOK_MS = 500;

/** With fewer others everybody is large enough. */
const CROWD = 2;

/** Id of who is drawn larger than the others; undefined when nobody is. */
export function useLargeTile(
  others: readonly OtherParticipant[],
  speaker: string | undefined,
): string | undefined {
  const [stage, setStage] = useState(EMPTY_STAGE);
  const ids = others.map(({ participantId }) => participantId).join();
  useEffect(() => {
    const timer = setInterval(
      () => setStage((before) => nextStage(before, ids.split(','), speaker, performance.now())),
      LOOK_MS,
    );
    return () => clearInterval(timer);
  }, [ids, speaker]);
  return others.length < CROWD ? undefined : stage.large;
}
