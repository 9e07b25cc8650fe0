import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/index.js';
import type { MeetingState, OtherParticipant } from './connection/meeting-state.js';

/** Says aloud whose screen is shown from now on. */
export function useScreenNews(
  { others, remote }: Pick<MeetingState, 'others' | 'remote'>,
  nameOf: (participant: OtherParticipant) => string,
  announce: (text: string) => void,
): void {
  const { t } = useTexts();
  const sharing = others.find(
    ({ participantId }) => remote.get(participantId)?.screen !== undefined,
  );
  const name = sharing === undefined ? undefined : nameOf(sharing);
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (name !== undefined && name !== told.current) {
      announce(`${t('meeting.screenOf', { name })}.`);
    }
    told.current = name;
  }, [name, announce, t]);
}
