import type { Visit } from '@tapaamo/contracts';
import { useTexts } from '../../../i18n/index.js';
import { Notice } from '../../../ui/notice.js';
import { Stack } from '../../../ui/stack.js';
import { BringBack } from './bring-back.js';

/** That somebody speaks alone, with whom, and the way back for all others. */
export function SpeakingAlone({ visit }: { visit: Visit }) {
  const text = useAloneText(visit);
  return (
    <div role="status" data-testid="speaking-alone">
      {text !== undefined && (
        <Stack>
          <Notice isInRegion>{text}</Notice>
          {visit.alone?.mayEnd === true && <BringBack visitId={visit.id} />}
        </Stack>
      )}
    </div>
  );
}

/** Who speaks with whom, as the reader has to know it. */
export function useAloneText({ alone, ownParticipantId, participants }: Visit): string | undefined {
  const { t } = useTexts();
  if (alone === null) {
    return undefined;
  }
  const person = (id: string) => participants.find((one) => one.id === id);
  const nameOf = (id: string) =>
    person(id)?.name || t(`roles.${person(id)?.role ?? 'professional'}`);
  const name = nameOf(alone.withId);
  if (alone.byId !== ownParticipantId) {
    return t('room.aloneByOther', { by: nameOf(alone.byId), name });
  }
  return t(person(alone.withId)?.admission === 'admitted' ? 'room.aloneWith' : 'room.aloneAway', {
    name,
  });
}
