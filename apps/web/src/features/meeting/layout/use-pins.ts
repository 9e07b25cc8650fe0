import { useCallback, useState } from 'react';
import { useTexts } from '../../../i18n/index.js';
import type { OtherParticipant } from '../connection/meeting-state.js';

/** Whom the person keeps in view. */
export interface Pins {
  ids: ReadonlySet<string>;
  toggle: (participant: OtherParticipant) => void;
}

/** Holds whom the person keeps in view, on this page only. Every change is said aloud. */
export function usePins(
  nameOf: (participant: OtherParticipant) => string,
  announce: (text: string) => void,
): Pins {
  const { t } = useTexts();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (participant: OtherParticipant) => {
      const { participantId } = participant;
      const isPinned = ids.has(participantId);
      setIds(
        isPinned
          ? new Set([...ids].filter((id) => id !== participantId))
          : new Set([...ids, participantId]),
      );
      announce(t(isPinned ? 'tiles.unpinned' : 'tiles.pinned', { name: nameOf(participant) }));
    },
    [ids, nameOf, announce, t],
  );
  return { ids, toggle };
}
